"""The worker of a night: what it answers is what `patuh check` says, and nothing in a document makes it raise."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import pickle
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from archive.gathering import unpacked_told
from archive.judging import DIGEST_CHARACTERS, PASSING, FailedNight, NightWork, content_key
from archive.models import Models, StoredModelError, packed_models, unpacked_models, unpacked_report
from archive.tasks import Audit, Audited, Earlier, Identified, Identify, Problem, Rejudge
from auditing.document import audit_file
from auditing.files import Input, select
from auditing.workers import Failure, Pool
from engine.audit import Auditor, Judgement
from engine.auditday import AuditDay
from engine.errors import EngineError, TooLargeError
from tests.night_worker import AS_OF, audited, digests, done, fixtures, given, identified, strict, work
from tests.program import CLEAN, FIXTURES, LETTER, ROOT, TWO_SOPS

PERFORMANCE = ROOT / "fixtures" / "performance" / "monev-triwulan-planted.csv"


def _worker() -> NightWork:
    """One whose engine a test may spoil."""
    return NightWork(strict(), AS_OF, work().pack)


# reading and judging ----------------------------------------------------------------------------------------------


def test_a_worker_says_what_check_says() -> None:
    for path in fixtures():
        checked = audit_file(path, given(path).shown, work().ready())
        answer = audited().get(path.name) or done(Audit(given(path)))
        assert identified(given(path)).contents == (answer.content,)
        if answer.problem is not None:
            (error,) = checked[0].errors
            said = error.message.replace(path.name, "berkas ini")
            assert (answer.problem.code, answer.problem.message) == (error.code, said[0].upper() + said[1:])
            assert (answer.parts, answer.models, answer.passing) == ((), None, False)
            continue
        for part, report in zip(answer.parts, checked, strict=True):
            found = unpacked_report(part.report, report.path, report.part)
            assert found.model_dump_json(by_alias=True) == report.model_dump_json(by_alias=True)


def test_what_is_looked_up_is_what_the_report_says() -> None:
    for part in (part for answer in audited().values() for part in answer.parts):
        report = unpacked_report(part.report, "", None)
        assert (part.kind, part.title, part.unit, part.verdict) == (
            report.kind, report.title, report.unit, report.verdict,
        )  # fmt: skip
        assert part.score == (float(report.score.value) if report.score else None)
        assert part.grade == (report.grade.value if report.grade else None)
        assert part.outcomes == report.outcomes.model_dump()
        assert set(part.outcomes) == {"clean", "flagged", "not_applicable", "not_evaluated", "error"}
        assert [(one.fingerprint, one.rule, one.severity, one.confidence) for one in part.findings] == [
            (one.fingerprint, one.rule, one.severity, one.confidence) for one in report.findings
        ]


def test_several_sops_of_a_file_are_parts_with_what_each_tells() -> None:
    answer = audited()[TWO_SOPS.name]
    assert len(answer.parts) == len(answer.told) == 2
    assert [unpacked_told(one).kind for one in answer.told] == ["sop", "sop"]
    assert len(set(digests(answer))) == 2


def test_a_document_of_no_known_kind_is_one_part() -> None:
    (part,) = audited()[LETTER.name].parts
    assert (part.kind, part.score, part.findings, sum(part.outcomes.values())) == ("unknown", None, (), 0)
    assert (part.since, part.until) == (dt.date.min, dt.date.max)


def test_bytes_that_are_sent_are_taken_for_the_file(tmp_path: Path) -> None:
    gone = Input(str(tmp_path / "gone.txt"), "gone.txt")
    assert done(Audit(gone, CLEAN.read_bytes())) == audited()[CLEAN.name]


def test_a_file_that_changed_since_is_told_as_what_it_is_now(tmp_path: Path) -> None:
    path = tmp_path / "sop.txt"
    path.write_bytes(CLEAN.read_bytes())
    (before,) = identified(given(path)).contents
    path.write_bytes(TWO_SOPS.read_bytes())
    answer = done(Audit(given(path)))
    assert before == audited()[CLEAN.name].content
    assert answer == audited()[TWO_SOPS.name]


def test_what_is_in_an_archive_is_what_lies_in_a_folder(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "kiriman.zip", "w") as archive:
        for path in (CLEAN, PERFORMANCE):
            archive.write(path, f"kecamatan/{path.name}")
    inputs = tuple(select([tmp_path / "kiriman.zip"]).inputs)
    assert len(inputs) == 2
    assert sorted(map(str, identified(*inputs).contents)) == sorted(
        str(audited()[path.name].content) for path in (CLEAN, PERFORMANCE)
    )
    for one in inputs:
        assert one.inside is not None
        assert done(Audit(one)) == audited()[one.inside.file]


# what cannot be read ----------------------------------------------------------------------------------------------


def test_a_file_that_is_gone_is_tried_again(tmp_path: Path) -> None:
    gone = given(tmp_path / "hilang.txt")
    answer = done(Audit(gone))
    assert answer.problem is not None
    assert (answer.problem.code, answer.content, answer.passing) == ("not-found", None, True)
    (told, found) = identified(gone, given(CLEAN)).contents
    assert told == answer.problem
    assert found == audited()[CLEAN.name].content


def test_a_message_bears_no_name_of_a_file(tmp_path: Path) -> None:
    for name in ("rahasia.pdf", "a.pdf", "Berkas (1).docx", "(.xlsx", "kosong", "kunci.ZIP"):
        path = tmp_path / name
        path.write_bytes(b"%PDF-1.4\n1 0 obj" if name.endswith("pdf") else b"PK\x03\x04" + b"\0" * 40)
        problem = done(Audit(given(path))).problem
        assert problem is not None
        assert name not in problem.message
        assert "erkas ini" in problem.message


def test_an_archive_with_a_password_is_told_without_names(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("rahasia.txt", "isi")
    locked = bytearray(data.getvalue())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + at] |= 1
    (tmp_path / "kiriman.zip").write_bytes(locked)
    (one,) = select([tmp_path / "kiriman.zip"]).inputs
    problem = done(Audit(one)).problem
    assert problem == Problem(
        "password",
        "Berkas ini dikunci dengan kata sandi di dalam arsip. Buat arsip tanpa kata sandi, lalu periksa lagi.",
    )
    assert identified(one).contents == (problem,)


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("a.TXT", ".txt"),
        ("a", ""),
        (".txt", ""),
        ("a.tar.gz", ".gz"),
        ("a." + "x" * 40, ""),
        ("a.\udcff", ""),
        ("a.t\tx", ""),
        ("a.docx", ".docx"),
    ],
)
def test_the_key_of_a_content_has_the_suffix_that_chooses_its_reader(name: str, suffix: str) -> None:
    key = content_key(b"isi", name)
    assert key[:DIGEST_CHARACTERS] == hashlib.sha256(b"isi").hexdigest()
    assert key[DIGEST_CHARACTERS:] == suffix


# models -----------------------------------------------------------------------------------------------------------


def test_models_come_back_as_they_were() -> None:
    for answer in audited().values():
        assert answer.models is not None
        models = unpacked_models(answer.models)
        assert repr(unpacked_models(packed_models(models))) == repr(models)
        assert answer.content is not None
        assert models.sha256 == answer.content[:DIGEST_CHARACTERS]


class _Evil:
    def __reduce__(self) -> tuple[object, ...]:
        return print, ("run",)


def _packed(value: object) -> bytes:
    return zlib.compress(pickle.dumps(value))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"none",
        _packed({"media": "text/plain"}),
        _packed(_Evil()),
        _packed(Models("text/plain", 1, "0" * 64, (_Evil(),), "sop")),  # type: ignore[arg-type]
        zlib.compress(b"cos\nsystem\n(S'true'\ntR."),
        zlib.compress(b"cschemas.report\nConfidence.__call__\n(S'high'\ntR."),
    ],
)
def test_damaged_models_are_read_again_and_run_nothing(data: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(StoredModelError):
        unpacked_models(data)
    answer = done(Rejudge("0" * 64 + ".txt", data))
    assert answer.problem is not None
    assert (answer.problem.code, answer.passing, answer.content) == ("model", True, "0" * 64 + ".txt")
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("spoil", ["count", "report", "day"])
def test_what_cannot_be_merged_is_judged_by_all_rules(spoil: str) -> None:
    answer = audited()[TWO_SOPS.name]
    assert answer.content is not None
    assert answer.models is not None
    earlier = [Earlier(part.report, part.since, part.until) for part in answer.parts]
    if spoil == "count":
        earlier.pop()
    elif spoil == "report":
        earlier[1] = replace(earlier[1], report=b"x")
    else:
        earlier = [replace(one, report=earlier[0].report, until=AS_OF - dt.timedelta(days=1)) for one in earlier]
    again = done(Rejudge(answer.content, answer.models, tuple(earlier), ("text/typo",)))
    assert again.parts == answer.parts


def test_a_merged_verdict_holds_no_longer_than_what_it_was_made_of() -> None:
    answer = audited()[CLEAN.name]
    assert answer.content is not None
    assert answer.models is not None
    (part,) = answer.parts
    earlier = Earlier(part.report, AS_OF - dt.timedelta(days=3), AS_OF + dt.timedelta(days=2))
    (again,) = done(Rejudge(answer.content, answer.models, (earlier,), ("text/typo",))).parts
    assert (again.since, again.until) == (earlier.since, earlier.until)
    assert again.digest == part.digest


# a worker that fails ----------------------------------------------------------------------------------------------


def _failing(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def judge(*_: object) -> Judgement:
        raise error

    monkeypatch.setattr(Auditor, "judge", judge)


@pytest.mark.parametrize(
    ("error", "code"), [(EngineError("out of step"), "engine"), (MemoryError(), "memory")], ids=["engine", "memory"]
)
def test_a_worker_that_lacks_something_tells_it_and_ends(
    error: Exception, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _failing(monkeypatch, error)
    reply = _worker()(Audit(given(TWO_SOPS)))
    assert isinstance(reply.result, Audited)
    assert reply.result.problem is not None
    assert (reply.result.problem.code, reply.result.passing, reply.result.parts) == (code, True, ())
    assert reply.last


@pytest.mark.parametrize(
    ("error", "code", "last"),
    [(KeyError("x"), "internal", True), (TooLargeError("many"), "too-large", False)],
    ids=["internal", "too-large"],
)
def test_a_document_that_cannot_be_judged_is_a_verdict(
    error: Exception, code: str, last: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = _worker()
    worker.ready()
    _failing(monkeypatch, error)
    reply = worker(Audit(given(PERFORMANCE)))
    assert isinstance(reply.result, Audited)
    (part,) = reply.result.parts
    (found,) = unpacked_report(part.report, "", None).errors
    checked = audit_file(PERFORMANCE, PERFORMANCE.name, worker.ready())[0].errors[0]
    assert (found, found.code, reply.last) == (checked, code, last)
    assert reply.result.problem is None


FAILURES = [
    (Failure("died", "SIGSEGV"), "worker-died"),
    (Failure("timeout", "60"), "timeout"),
    (Failure("memory"), "memory"),
    (Failure("internal", "KeyError"), "internal"),
]


@pytest.mark.parametrize(("failure", "code"), FAILURES)
def test_what_a_dead_worker_left_is_tried_again(failure: Failure, code: str) -> None:
    failed = FailedNight()
    told = failed(Identify((given(CLEAN), given(LETTER))), failure)
    assert isinstance(told, Identified)
    assert [one.code for one in told.contents if isinstance(one, Problem)] == [code, code]
    for task, content in ((Audit(given(CLEAN)), None), (Rejudge("0" * 64 + ".csv", b""), "0" * 64 + ".csv")):
        answer = failed(task, failure)
        assert isinstance(answer, Audited)
        assert answer.problem is not None
        assert (answer.problem.code, answer.content, answer.passing) == (code, content, True)
    assert code in PASSING


def test_workers_do_the_work_of_a_night_in_order() -> None:
    names = [CLEAN, LETTER, FIXTURES / "missing.txt", TWO_SOPS]
    pool = Pool(work(), FailedNight(), jobs=2)
    answers = list(pool.results([Identify(tuple(map(given, names))), *(Audit(given(path)) for path in names)]))
    assert answers[0] == identified(*map(given, names))
    assert answers[1] == audited()[CLEAN.name]
    assert answers[4] == audited()[TWO_SOPS.name]
    missing = answers[3]
    assert isinstance(missing, Audited)
    assert missing.problem is not None
    assert missing.problem.code == "not-found"


def test_a_worker_that_is_sent_loads_its_rules_where_it_arrives() -> None:
    sent = pickle.loads(pickle.dumps(work()))
    assert (sent.judge, sent.pack) == (None, None)
    assert len(pickle.dumps(work())) < 5_000
    assert done(Audit(given(CLEAN)), sent) == audited()[CLEAN.name]


def test_telling_what_a_file_is_compiles_no_rules() -> None:
    worker = NightWork(strict(), AS_OF)
    assert identified(given(CLEAN), by=worker).contents == (audited()[CLEAN.name].content,)
    assert worker.judge is None


def test_a_day_of_audit_can_be_sent() -> None:
    day = pickle.loads(pickle.dumps(AuditDay(AS_OF)))
    assert day.plain() == AS_OF
