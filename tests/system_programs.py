"""Programs of the system that some tests need: without them they are skipped on a user's machine, and fail in CI."""

from __future__ import annotations

import os
import shutil

import pytest


def needs(program: str) -> None:
    """Skip the test, or fail in CI, where the program is not installed."""
    if shutil.which(program) is not None:
        return
    reason = f"{program} is not installed"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
