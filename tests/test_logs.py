"""The log of a night: one event a line, and nothing of anybody's documents."""

from __future__ import annotations

import datetime as dt
import io
import json
import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.logs import CODES, EVENTS, FIELDS, HIDDEN, NUMBERS, NightLog, UnknownEventError, without_password
from auditing.outputs import RequestError

TIME = dt.datetime(2026, 1, 15, 2, 30, 0, 123456, tzinfo=dt.timezone(dt.timedelta(hours=7)))
NIP = "198001012005011001"


def _log(form: str) -> tuple[NightLog, io.StringIO]:
    stream = io.StringIO()
    return NightLog(stream, form, lambda: TIME), stream


def test_an_event_is_one_json_object():
    """With the time in UTC as RFC 3339 has it."""
    log, stream = _log("json")
    log.event("run-begun", run=3, documents=12, cpu_seconds=1.5, path="sop/a b.txt", store=None)

    assert json.loads(stream.getvalue()) == {
        "time": "2026-01-14T19:30:00.123Z", "level": "info", "event": "run-begun", "run": 3, "documents": 12,
        "cpu_seconds": 1.5, "path": "sop/a b.txt",
    }  # fmt: skip


def test_an_event_is_one_line_for_people():
    log, stream = _log("text")
    log.event("run-begun", run=3, documents=12)
    log.event("notice", code="folder-closed", path="camat/x y")

    assert stream.getvalue().splitlines() == [
        "2026-01-14T19:30:00.123Z info malam ke-3: pemeriksaan dimulai (documents=12)",
        '2026-01-14T19:30:00.123Z peringatan malam ke-3: catatan (code=folder-closed, path="camat/x y")',
    ]


_VALUES = st.none() | st.text(max_size=60) | st.integers() | st.floats() | st.booleans()


@settings(deadline=None)
@given(st.sampled_from(sorted(EVENTS)), st.dictionaries(st.sampled_from(sorted(FIELDS)), _VALUES, max_size=6))
def test_whatever_is_put_in_comes_out_as_one_line(event, fields):
    """Of valid JSON, and of plain text: line ends, half characters, endless numbers, signs that steer a terminal."""
    log, stream = _log("json")
    log.event(event, **fields)
    found = json.loads(stream.getvalue(), parse_constant=_refused)
    plain, text = _log("text")
    plain.event(event, **fields)

    assert stream.getvalue().count("\n") == 1
    assert stream.getvalue().isascii()
    assert (found["event"], found["run"]) == (event, None)
    assert found.keys() - {"time", "level", "event", "run"} == {
        name for name, value in fields.items() if value is not None
    }
    assert len(text.getvalue().splitlines()) == 1
    assert text.getvalue()[:-1].isprintable()
    assert log.lost == plain.lost == 0


def _refused(constant: str) -> float:
    raise AssertionError(constant)


@settings(deadline=None)
@given(st.sampled_from(sorted(CODES | NUMBERS)), st.text(alphabet="abc .,\n'\"Ü", min_size=1, max_size=40))
def test_words_do_not_get_into_a_field_of_codes_or_numbers(name, words):
    """What is no code is hidden: it may be the words of a document."""
    log, stream = _log("json")
    log.event("document-unread", **{name: words})
    value = json.loads(stream.getvalue())[name]

    assert value == HIDDEN or (name in CODES and value == words and " " not in words)


def test_no_number_of_a_person_and_no_password_is_kept():
    """Whatever field it comes in; only paths stay as they are."""
    log, stream = _log("json")
    log.event("document-unread", code=NIP, store="postgresql://patuh:rahasia@db:5432/patuh")
    log.event("notice", message=f"NIP {NIP}, 19800101 200501 1 001", store="x")

    assert NIP not in stream.getvalue()
    assert "rahasia" not in stream.getvalue()
    assert "200501" not in stream.getvalue()
    assert json.loads(stream.getvalue().splitlines()[0])["store"] == "postgresql://patuh:***@db:5432/patuh"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("sqlite:////var/lib/patuh/a@b.db", "sqlite:////var/lib/patuh/a@b.db"),
        ("postgresql:///patuh?host=/run/pg&password=x&user=u", "postgresql:///patuh?host=/run/pg&password=***&user=u"),
        ("postgresql://u:a@b:c@db/x", "postgresql://u:***@db/x"),
        ("postgresql://u@db/x", "postgresql://u@db/x"),
        ("arsip.db", "arsip.db"),
    ],
)
def test_the_address_of_a_store_is_shown_without_its_password(url, shown):
    assert shown == without_password(url)


@pytest.mark.parametrize(("event", "fields"), [("mulai", {}), ("run-begun", {"name": "x"})])
def test_a_name_that_no_list_has_is_a_fault_of_the_program(event, fields):
    """Found by the first test that runs over it."""
    log, stream = _log("json")

    with pytest.raises(UnknownEventError):
        log.event(event, **fields)
    assert stream.getvalue() == ""


class _Full(io.StringIO):
    def write(self, _):
        raise OSError(28, "No space left on device")


def test_a_full_disk_costs_the_log_and_not_the_night(capsys):
    """What could not be written is counted; nothing is printed in its place."""
    log = NightLog(_Full(), "json", lambda: TIME)
    log.event("run-begun")
    log.event("run-ended")
    log.close()

    assert log.lost == 2
    assert capsys.readouterr() == ("", "")


def test_the_log_is_its_own(capsys):
    """Whatever a library has turned off or on, and nothing goes to both."""
    logging.disable(logging.CRITICAL)
    log, stream = _log("text")
    log.event("run-begun")
    logging.disable(logging.NOTSET)

    assert stream.getvalue()
    assert capsys.readouterr() == ("", "")


def test_a_log_file_goes_on(tmp_path):
    """Each night appends, and each line is there at once: a killed run leaves all that it said."""
    path = tmp_path / "log" / "malam.jsonl"
    for run in (1, 2):
        with NightLog.open(path, "json") as log:
            log.event("run-begun", run=run)
            assert len(path.read_text(encoding="utf-8").splitlines()) == run


@pytest.mark.parametrize(
    ("error", "event"), [(ValueError("kata dokumen"), "run-failed"), (KeyboardInterrupt(), "run-stopped")]
)
def test_a_night_that_fails_says_so_last(tmp_path, error, event):
    """By the name of the exception alone: its message may quote a document."""
    path = tmp_path / "malam.jsonl"

    def night() -> None:
        with NightLog.open(path, "json") as log:
            log.event("run-begun", run=4)
            raise error

    with pytest.raises(type(error)):
        night()
    last = json.loads(path.read_text(encoding="utf-8").splitlines()[-1])

    assert (last["event"], last["run"], last["error"]) == (event, 4, type(error).__name__)
    assert "kata dokumen" not in path.read_text(encoding="utf-8")


def test_a_log_that_cannot_be_kept_is_told_before_the_night_begins(tmp_path):
    """With the name of the file."""
    with pytest.raises(RequestError, match=r"Berkas log '.*' tidak dapat ditulis"), NightLog.open(tmp_path):
        pass


def test_without_a_file_it_goes_to_stderr(capsys):
    """Results go to standard output, messages do not."""
    with NightLog.open(None) as log:
        log.event("run-begun", run=1)

    assert (capsys.readouterr().out, log.lost) == ("", 0)
