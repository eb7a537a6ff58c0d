"""What a night does about what became of the archive since the last one."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete, text

from archive import walking
from archive.models import unpacked_report
from archive.night import NightError
from archive.store.dump import rows
from archive.store.rows import Standing
from archive.store.store import Store, StoreBusyError
from archive.store.tables import file, gathered, judged, reading
from archive.tasks import Answer, Audit, Audited, Identify, Task
from archive.working import Runner
from auditing.workers import Limits, Pool, Reply
from schemas.report import Severity
from tests import nights

LATER = nights.DAY + dt.timedelta(days=1)
GAP = "kecamatan/sukamaju/sop/2025/steps-duplicate-marks-lost.txt"


@pytest.fixture(autouse=True)
def trusted_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take files for known although they were written just now."""
    monkeypatch.setattr(walking, "FRESH_NS", -(10**12))


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return nights.make_archive(tmp_path / "arsip")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(str(tmp_path / "patuh.db")) as opened:
        yield opened


def standing(store: Store, path: str) -> Standing:
    """How the only document of a file stands."""
    (found,) = (one for one in store.standings() if one.path == path)
    return found


class Counting:
    """A runner that counts what it is asked, and can meddle before a task."""

    def __init__(self, inner: Runner) -> None:
        self.inner = inner
        self.tasks: list[Task] = []

    def results(self, tasks: Iterable[Task]) -> Iterator[Answer]:
        """Pass them on."""

        def noted() -> Iterator[Task]:
            for task in tasks:
                self.tasks.append(task)
                yield task

        return self.inner.results(noted())


def test_first_night_stores_how_every_document_stands(archive: Path, store: Store) -> None:
    night = nights.night(store, nights.wish(archive))
    found = [one for one in store.standings() if one.sort != "archive"]
    assert (night.run, night.counts["documents"], len(found)) == (1, 9, 9)
    assert {one.office for one in found} == {"sukamaju", "karangasri", "pendidikan"}
    assert [one.part for one in found if "second-of-two" in one.path] == [1, 2]
    assert night.counts["outcomes"]["error"] == 0
    assert sum(night.counts["outcomes"].values()) == night.counts["expected_outcomes"] > 500
    assert night.exit_code == 1


def test_nothing_is_opened_on_a_night_on_which_nothing_changed(archive: Path, store: Store) -> None:
    nights.night(store, nights.wish(archive))
    before = list(store.standings())
    idle = Counting(Pool(_refuse, _refuse_failed))
    night = nights.night(store, nights.wish(archive, as_of=LATER), runner=idle)
    assert idle.tasks == []
    assert night.counts["carried"] == 8
    assert list(store.standings()) == before


def test_only_what_changed_is_read_again(archive: Path, store: Store) -> None:
    nights.night(store, nights.wish(archive))
    one = archive / GAP
    one.write_text(one.read_text("utf-8") + "\nTembusan: arsip\n", "utf-8")
    night = nights.night(store, nights.wish(archive, as_of=LATER))
    assert (night.counts["audited"], night.counts["carried"]) == (1, 7)
    assert standing(store, GAP).verdict is not None


def test_moved_file_is_known_by_its_content(archive: Path, store: Store) -> None:
    nights.night(store, nights.wish(archive))
    then = standing(store, GAP)
    (archive / GAP).rename(archive / "kecamatan/sukamaju/pindah.txt")
    night = nights.night(store, nights.wish(archive, as_of=LATER))
    now = standing(store, "kecamatan/sukamaju/pindah.txt")
    assert (night.counts["audited"], night.counts["moved"], night.counts["gone"]) == (0, 1, 0)
    assert (now.document, now.verdict) == (then.document, then.verdict)


def test_what_is_gone_stays_in_history_and_may_come_back(archive: Path, store: Store, tmp_path: Path) -> None:
    nights.night(store, nights.wish(archive))
    then = standing(store, GAP)
    (archive / GAP).rename(tmp_path / "kembali.txt")
    night = nights.night(store, nights.wish(archive, as_of=LATER))
    assert night.counts["gone"] == 1
    assert standing(store, GAP).gone
    assert [one for one in store.standings(1) if one.path == GAP] == [then]
    (tmp_path / "kembali.txt").rename(archive / GAP)
    nights.night(store, nights.wish(archive, as_of=LATER))
    assert standing(store, GAP) == then


def test_documents_of_a_folder_that_cannot_be_read_are_not_gone(
    archive: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    nights.night(store, nights.wish(archive))
    closed = str(archive / "kecamatan/sukamaju")
    scandir = os.scandir

    def refusing(path: str | Path = ".") -> object:
        if str(path) == closed:
            raise PermissionError(13, "Permission denied", closed)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    night = nights.night(store, nights.wish(archive, as_of=LATER))
    one = standing(store, GAP)
    assert (one.gone, one.error_code, one.verdict) == (False, "unseen", None)
    assert (night.exit_code, night.counts["expected"] - night.counts["seen"]) == (4, 2)
    assert {notice["code"] for notice in night.notices} >= {"folder-closed", "documents-missing"}
    monkeypatch.setattr(os, "scandir", scandir)
    nights.night(store, nights.wish(archive, as_of=LATER))
    assert standing(store, GAP).verdict is not None


@pytest.mark.parametrize("gone", ["empty", "missing"])
def test_nothing_there_is_not_nothing_found(archive: Path, store: Store, tmp_path: Path, gone: str) -> None:
    nights.night(store, nights.wish(archive))
    before = list(store.standings())
    archive.rename(tmp_path / "lain")
    if gone == "empty":
        archive.mkdir()
    with pytest.raises(NightError, match="arsip"):
        nights.night(store, nights.wish(archive, as_of=LATER))
    assert list(store.standings()) == before


def test_most_of_the_archive_gone_is_believed_only_when_told(
    archive: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive.night.GONE_FROM", 5)
    nights.night(store, nights.wish(archive))
    shutil.rmtree(archive / "kecamatan")
    shutil.rmtree(archive / "dinas/pendidikan/sop")
    with pytest.raises(NightError, match="--accept-gone"):
        nights.night(store, nights.wish(archive, as_of=LATER))
    night = nights.night(store, nights.wish(archive, as_of=LATER, accept_gone=True))
    assert (night.run, night.counts["gone"]) == (2, 8)


def test_changed_rule_is_judged_from_what_was_read(archive: Path, store: Store, tmp_path: Path) -> None:
    nights.night(store, nights.wish(archive))
    skip = ("steps/duplicate",)
    night = nights.night(store, nights.wish(archive, skip=skip, as_of=LATER), skip=skip)
    assert (night.counts["audited"], night.counts["rejudged"]) == (0, 8)
    with Store.open(str(tmp_path / "fresh.db")) as fresh:
        nights.night(fresh, nights.wish(archive, skip=skip, as_of=LATER), skip=skip)
        expected = {(one.path, one.part): one.verdict for one in fresh.standings()}
    assert {(one.path, one.part): one.verdict for one in store.standings()} == expected


def test_damaged_models_are_read_again(archive: Path, store: Store) -> None:
    nights.night(store, nights.wish(archive))
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE reading SET models = x'00' WHERE models IS NOT NULL"))
    skip = ("steps/duplicate",)
    night = nights.night(store, nights.wish(archive, skip=skip, as_of=LATER), skip=skip)
    assert (night.counts["audited"], night.counts["unread"]) == (8, 0)


def test_what_is_kept_by_content_may_be_lost(archive: Path, store: Store) -> None:
    nights.night(store, nights.wish(archive))
    before = list(store.standings())
    with store.engine.begin() as connection:
        for table in (judged, gathered, reading, file):
            connection.execute(delete(table))
    night = nights.night(store, nights.wish(archive, as_of=LATER))
    assert night.counts["audited"] == 8
    assert list(store.standings()) == before


class Dying:
    """Work that kills its process at documents of one name, or hangs."""

    def __init__(self, inner: object, name: str, how: str) -> None:
        self.inner, self.name, self.how = inner, name, how

    def __call__(self, task: Task) -> Reply[Answer]:
        """Do a task, or do not survive it."""
        if isinstance(task, Audit) and self.name in task.input.name:
            if self.how == "dies":
                os._exit(139)
            while True:
                pass
        return self.inner(task)  # type: ignore[operator, no-any-return]


@pytest.mark.parametrize(("how", "code"), [("dies", "worker-died"), ("hangs", "timeout")])
def test_worker_that_dies_or_hangs_costs_one_document_and_one_night(
    archive: Path, store: Store, how: str, code: str
) -> None:
    runner = nights.runner(lambda work: Dying(work, "steps-duplicate-marks-lost", how), Limits(seconds=1.5))
    night = nights.night(store, nights.wish(archive), runner=runner)
    one = standing(store, GAP)
    assert (one.error_code, one.verdict) == (code, None)
    assert one.error_message
    assert (night.exit_code, night.counts["unread"], night.counts["documents"]) == (4, 1, 9)
    night = nights.night(store, nights.wish(archive, as_of=LATER))
    assert (night.counts["audited"], night.counts["unread"]) == (1, 0)


def test_document_that_cannot_be_read_anew_after_an_upgrade_costs_no_night(archive: Path, store: Store) -> None:
    nights.night(store, nights.wish(archive))
    before = {(content, part): told for content, part, told in store.told()}
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE gathered SET told = x'00', extractor = 'earlier'"))
        connection.execute(text("UPDATE reading SET extractor = 'earlier'"))
    (archive / "archive.yaml").write_text("office_folders: [{folder: kecamatan}, {folder: dinas}]", encoding="utf-8")
    runner = nights.runner(lambda work: Dying(work, "steps-duplicate-marks-lost", "dies"))
    night = nights.night(store, nights.wish(archive, as_of=LATER), runner=runner)
    assert (night.counts["audited"], night.counts["unread"]) == (8, 1)
    assert standing(store, GAP).office == "sukamaju"
    changed = [content for content, part, told in store.told() if before[content, part] != told]
    assert changed == [standing(store, GAP).content]  # all others were gathered anew


@pytest.mark.parametrize("what", ["vanishes", "becomes another", "becomes a folder"])
def test_file_that_changes_while_the_night_goes_on(archive: Path, store: Store, what: str) -> None:
    class Meddling(Counting):
        def results(self, tasks: Iterable[Task]) -> Iterator[Answer]:
            tasks = list(tasks)
            if tasks and not isinstance(tasks[0], Identify):
                (archive / GAP).unlink()
                if what == "becomes another":
                    shutil.copyfile(nights.FIXTURES / "sop/date-order-label-colon.txt", archive / GAP)
                elif what == "becomes a folder":
                    (archive / GAP).mkdir()
            return self.inner.results(tasks)

    night = nights.night(store, nights.wish(archive), runner=Meddling(nights.runner()))
    one = standing(store, GAP)
    if what == "becomes another":
        assert one.verdict is not None
        blob = store.reports([one.verdict])[one.verdict]
        assert "identity/date-order" in {finding.rule for finding in unpacked_report(blob, GAP, None).findings}
        assert one.content is not None
    else:
        assert one.error_code in {"not-found", "unreadable"}
        assert night.exit_code == 4
    again = nights.night(store, nights.wish(archive, as_of=LATER))
    assert again.counts["unread"] == 0 or what == "becomes a folder"


def test_two_nights_on_one_store_are_refused(archive: Path, store: Store) -> None:
    with store.lock(), Store.open(store.shown) as other, pytest.raises(StoreBusyError, match="sedang"):
        nights.night(other, nights.wish(archive))


def test_clock_that_was_set_back_is_told(archive: Path, store: Store) -> None:
    nights.night(store, nights.wish(archive))
    night = nights.night(store, nights.wish(archive, as_of=nights.DAY - dt.timedelta(days=40)))
    assert [notice["code"] for notice in night.notices] == ["clock-back"]
    assert night.exit_code == 1


def test_findings_below_fail_on_end_well(archive: Path, store: Store) -> None:
    shutil.rmtree(archive / "dinas")
    shutil.rmtree(archive / "kecamatan/karangasri")
    (archive / GAP).unlink()
    night = nights.night(store, nights.wish(archive, fail_on=Severity.CRITICAL))
    assert (night.exit_code, night.counts["documents"]) == (0, 1)


def test_same_nights_give_the_same_rows(archive: Path, tmp_path: Path) -> None:
    found = []
    for name in ("a.db", "b.db"):
        with Store.open(str(tmp_path / name)) as store:
            nights.night(store, nights.wish(archive))
            found.append(list(rows(store)))
    assert found[0] == found[1]


def _refuse(task: Task) -> Reply[Answer]:
    raise AssertionError(task)


def _refuse_failed(task: Task, failure: object) -> Audited:
    raise AssertionError(failure)


def test_office_whose_documents_kill_the_engine_is_told_and_tried_again(archive: Path, store: Store) -> None:
    class Deadly:
        poisoned = False

        def judge(self, *_: object) -> None:
            os._exit(139)

    night = nights.night(store, nights.wish(archive, together=Deadly))
    assert (night.exit_code, night.counts["documents"]) == (4, 9)
    assert "outcomes-missing" in {notice["code"] for notice in night.notices}
    again = nights.night(store, nights.wish(archive, as_of=LATER))
    assert (again.exit_code, again.counts["carried"]) == (1, 8)
    assert again.counts["outcomes"]["error"] == 0


def test_what_stands_nowhere_any_more_is_kept_no_longer(archive: Path, store: Store) -> None:
    nights.night(store, nights.wish(archive))
    content = standing(store, GAP).content
    assert content in store.models([content or ""])
    (archive / GAP).unlink()
    nights.night(store, nights.wish(archive, as_of=LATER))
    assert store.models([content or ""]) == {}
    assert standing(store, GAP).gone
