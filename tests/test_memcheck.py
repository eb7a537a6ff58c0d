"""The judge of valgrind's log tells errors in the engine's library from those of the interpreter."""

from __future__ import annotations

import pytest

from scripts.memcheck import read_faults

_ERROR = """
<error><kind>{kind}</kind><what>Invalid read of size 4</what>
<stack><frame><fn>{inner}</fn><obj>{inner_file}</obj></frame><frame><fn>{outer}</fn><obj>{outer_file}</obj></frame></stack>
</error>"""
_ENGINE = "/venv/lib/durable_rules_engine.cpython-311-x86_64-linux-gnu.so"
_PYTHON = "/usr/lib/libpython3.11.so"
_LIBC = "/lib/libc.so.6"


def _log(tmp_path, *frames, kind="InvalidRead"):
    errors = [
        _ERROR.format(kind=kind, inner="memcpy", inner_file=inner, outer="caller", outer_file=outer)
        for inner, outer in frames
    ]
    path = tmp_path / "valgrind.xml"
    path.write_text(f"<valgrindoutput>{''.join(errors)}</valgrindoutput>", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        pytest.param(_ENGINE, _PYTHON, True, id="in-the-library"),
        pytest.param(_LIBC, _ENGINE, True, id="called-by-the-library"),
        pytest.param(_LIBC, _PYTHON, False, id="in-the-interpreter"),
    ],
)
def test_an_error_counts_when_the_library_stands_on_its_stack(tmp_path, inner, outer, expected):
    """The library is to blame for what it calls, and not for what the interpreter does."""
    assert [expected] == [fault.in_library for fault in read_faults(_log(tmp_path, (inner, outer)))]


def test_a_log_without_errors_has_none(tmp_path):
    """A quiet run is a clean one."""
    assert [] == list(read_faults(_log(tmp_path)))


def test_what_is_not_freed_at_the_end_is_no_error(tmp_path):
    """An interpreter never frees the types of an extension; reads past the end are what counts."""
    assert [] == list(read_faults(_log(tmp_path, (_LIBC, _ENGINE), kind="Leak_PossiblyLost")))
