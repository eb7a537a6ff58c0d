"""What holds for a whole run of tests."""

from __future__ import annotations

import gc
from collections.abc import Generator

import pytest

from tests.forked import same_start


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """
    Collect without looks for garbage, and leave what is collected out of all later ones.

    Thirteen thousand tests are a million objects that stay to the end; each look would go through them.
    """
    gc.disable()
    try:
        with same_start():
            return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None, object, object]:
    """Let no test change how the runs of patuh of later tests are started."""
    with same_start():
        return (yield)
