"""
The pytest plugin that runs feature files; it comes with patuh and does nothing until it is switched on.

``pytest --patuh-spec`` (or ``patuh_spec = true`` in the settings of pytest) collects every ``.feature`` file, with the
steps of patuh and no Python beside it. `patuh spec` does the same and tells the result in Indonesian.
"""

from __future__ import annotations

from pathlib import Path

import pytest

SUFFIX = ".feature"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options; none of them is on by itself."""
    group = parser.getgroup("patuh")
    group.addoption("--patuh-spec", action="store_true", help="run .feature files with the steps of patuh")
    group.addoption("--patuh-rules", action="append", default=[], metavar="DIR", help="rules besides those of patuh")
    group.addoption("--patuh-config", metavar="FILE", help="settings of the organisation (patuh.toml)")
    group.addoption("--patuh-no-config", action="store_true", help="no patuh.toml")
    group.addoption("--patuh-profile", metavar="NAME", help="profile of rules where a scenario does not say")
    group.addoption("--patuh-as-of", metavar="DATE", help="day of the audit where a scenario does not say")
    parser.addini("patuh_spec", type="bool", default=False, help="run .feature files with the steps of patuh")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Take feature files, where that is wished for; nothing of patuh is imported before there is one."""
    config = parent.config
    if file_path.suffix != SUFFIX or not (config.getoption("--patuh-spec") or config.getini("patuh_spec")):
        return None
    from specs.running import feature_file  # noqa: PLC0415 - nothing of patuh is imported where it is not wanted

    return feature_file(file_path, parent)
