"""What holds for a whole run of tests."""

from __future__ import annotations

import gc
from collections.abc import Generator

import pytest


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """
    Collect without looks for garbage, and leave what is collected out of all later ones.

    Thirteen thousand tests are a million objects that stay to the end; each look would go through them.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()
