"""The pages of the Inspektorat over an archive of fixtures, after two real nights and a hand-in."""

from __future__ import annotations

import contextlib
import csv
import datetime as dt
import io
import re
import shutil
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from decimal import Decimal
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from starlette.testclient import TestClient

from archive.answering import Answers
from archive.granting import Grants
from archive.handing_in import HandIns
from archive.layout import load_layout
from archive.shown import DocumentShelf
from archive.shown_lists import Wanted
from archive.shown_lists import findings as slow_findings
from archive.shown_lists import offices as slow_offices
from archive.store.store import Store
from archive.store.tables import event
from auditing.workers import Failure
from portal.checking import FullError, Job, TaskFailedError
from portal.inspectorate.catalogue import Asked, Catalogues
from portal.inspectorate.offices import points_of
from portal.inspectorate.reports import safe_stem
from portal.inspectorate.words_of_documents import place_in
from portal.pages.words import WORDS
from portal.site import Site
from portal.work import Task, Tools
from schemas.archive import Waiver
from schemas.report import Finding, Severity
from tests import nights
from tests.inspected import CLEAN, HANDED_IN, OFFICE, ONE, inspected
from tests.portal_site import AS_OF, browser, sign_in, token_of
from tests.quiet_site import quiet_site

HOSTILE = "kecamatan/karangasri/=1+1 <script>alert(1)<\u2044script> \u202eexe.txt"
NEW = "kecamatan/karangasri/SOP Surat Masuk.txt"
PAGES = (
    "/inspektorat",
    f"/inspektorat/perangkat-daerah?nama={OFFICE}",
    "/inspektorat/temuan",
    "/inspektorat/temuan.csv",
    f"/inspektorat/dokumen?path={ONE}",
    "/inspektorat/penyerahan",
    "/inspektorat/pengecualian",
    "/inspektorat/laporan",
    "/inspektorat/malam",
    "/inspektorat/malam/ringkasan",
)
POSTS = (
    f"/inspektorat/dokumen/tanggapan?path={ONE}",
    "/inspektorat/pengecualian",
    "/inspektorat/pengecualian/cabut",
    "/inspektorat/laporan",
    "/inspektorat/salinan",
)


@dataclass
class Inline:
    """Does in this process, at once, what workers do; or nothing."""

    tools: Tools
    mood: str = "works"
    done: list[Task[Any]] = field(default_factory=list)

    def submit(self, task: Task[Any], who: str) -> Job[Any]:
        """Carry it out."""
        if self.mood == "full":
            raise FullError(mine=False)
        job: Job[Any] = Job(task, who, Future())
        if self.mood == "works":
            job.future.set_result(task.carried_out(self.tools))
        elif self.mood == "fails":
            job.future.set_exception(TaskFailedError(Failure("died")))
        self.done.append(task)
        return job


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The archive and its store, made once."""
    return inspected(tmp_path_factory.mktemp("inspektorat"), HOSTILE)


@pytest.fixture(scope="module")
def tools() -> Tools:
    """The rules, loaded once."""
    return Tools(nights.rules().choice)


@pytest.fixture
def site(made: tuple[Path, Path], tools: Tools, tmp_path: Path) -> Iterator[Site]:
    """A site over a copy of the store; workers work in this process."""
    archive, store = made
    with quiet_site(tmp_path) as opened:
        shutil.copyfile(store, tmp_path / "malam.db")
        with Store.open(str(tmp_path / "malam.db")) as nightly:
            opened.store, opened.archive, opened.layout = nightly, archive, load_layout(None, archive)
            opened.hand_ins = HandIns(nightly, archive, opened.layout)
            opened.checker = Inline(tools)  # type: ignore[assignment]
            opened.tries._keep_bytes = 10**9
            yield opened


@pytest.fixture
def client(site: Site) -> Iterator[TestClient]:
    """An auditor."""
    with browser(site) as opened:
        sign_in(opened, site, "sekar.melati")
        yield opened


def _post(client: TestClient, place: str, **sent: Any) -> Any:
    token = token_of(client.get("/inspektorat/laporan").text)
    return client.post(place, data={"token": token, **sent}, follow_redirects=False)


def _first(site: Site, path: str = ONE) -> Finding:
    assert site.store is not None
    return DocumentShelf(site.store, site.pack, AS_OF).shown(path)[0].report.findings[0]


def _events(site: Site) -> list[tuple[str, str, str]]:
    assert site.store is not None
    with site.store.engine.connect() as connection:
        asked = select(event.c.what, event.c.who, event.c.about).where(event.c.what != "user-added")
        return [tuple(row) for row in connection.execute(asked)]


def _plain(text: str) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text)))


# Who may see them


def test_nobody_sees_a_page_or_sends_a_form_without_signing_in(site: Site) -> None:
    with browser(site) as visitor:
        for place in PAGES:
            answer = visitor.get(place, follow_redirects=False)
            assert (answer.status_code, answer.headers["location"][:10]) == (303, "/masuk?ke="), place
        token = token_of(visitor.get("/").text)
        for place in POSTS:
            answer = visitor.post(place, data={"token": token}, follow_redirects=False)
            assert (answer.status_code, answer.headers["location"][:10]) == (303, "/masuk?ke="), place
    assert _events(site) == []


@pytest.mark.parametrize("role", ["auditor", "admin"])
def test_auditors_and_admins_see_every_page(site: Site, role: str) -> None:
    with browser(site) as opened:
        sign_in(opened, site, "budi.santosa", role)
        for language in ("id", "en"):
            opened.get(f"/bahasa?ke={language}")
            for place in PAGES:
                answer = opened.get(place)
                assert answer.status_code == 200, place
                if "attachment" not in answer.headers.get("content-disposition", ""):
                    assert not re.search(r"<script>|<style|\sstyle=|\son[a-z]+=", answer.text), place


def test_a_form_without_the_token_of_the_session_changes_nothing(site: Site, client: TestClient) -> None:
    for place in POSTS:
        assert client.post(place, data={"token": "0" * 64, "bentuk": "csv"}).status_code == 403
    assert _events(site) == []


def test_a_server_without_a_store_has_none_of_these_pages(site: Site, client: TestClient) -> None:
    site.store = None
    assert {client.get(place, follow_redirects=False).status_code for place in PAGES} <= {303, 404}


# Offices


def test_offices_are_listed_by_score_or_as_asked(client: TestClient) -> None:
    def names(place: str) -> list[str]:
        text = client.get(place).text
        return re.findall(r'<th scope="row"><a href="/inspektorat/perangkat-daerah\?nama=([a-z]+)', text)

    assert names("/inspektorat?urut=nama") == ["karangasri", "pendidikan", "sukamaju"]
    assert names("/inspektorat?urut=-nama") == ["sukamaju", "pendidikan", "karangasri"]
    assert names("/inspektorat?urut=dokumen")[0] == "sukamaju"
    assert names("/inspektorat") == names("/inspektorat?urut=apa-saja") == names("/inspektorat?urut=-nilai")[::-1]
    assert names("/inspektorat?cari=SUKA") == ["sukamaju"]
    assert 'aria-sort="descending"' in client.get("/inspektorat?urut=-nama").text
    assert "1 diserahkan sejak malam itu" in _plain(client.get("/inspektorat").text)


def test_an_office_shows_its_documents_trend_and_what_was_handed_in(client: TestClient) -> None:
    text = client.get(f"/inspektorat/perangkat-daerah?nama={OFFICE}").text
    assert text.count("<svg") == 2
    assert "versi 1" in text
    assert ONE in text
    assert "3 Maret 2026" in text
    assert client.get("/inspektorat/perangkat-daerah?nama=tidak-ada").status_code == 404


def test_before_the_first_night_there_is_what_was_handed_in(
    tmp_path: Path, made: tuple[Path, Path], tools: Tools
) -> None:
    with quiet_site(tmp_path) as site, browser(site) as opened:
        site.archive, site.layout = made[0], load_layout(None, made[0])
        sign_in(opened, site, "sekar.melati")
        for place in PAGES[:4] + PAGES[5:9]:
            assert opened.get(place).status_code == 200
        assert "belum pernah berjalan" in opened.get("/inspektorat").text
        assert "Belum pernah" in opened.get("/inspektorat/malam").text
        assert opened.get(PAGES[4]).status_code == 404
        assert opened.get(PAGES[9]).status_code == 404


@given(st.lists(st.one_of(st.none(), st.decimals(0, 100, places=2)), max_size=20))
def test_a_small_drawing_stays_within_its_frame(values: list[Decimal | None]) -> None:
    points = [tuple(map(float, one.split(","))) for one in points_of(values).split()]
    known = [one for one in values if one is not None]
    assert len(points) == (len(known) if len(known) > 1 else 0)
    assert all(0 <= x <= 120 and 0 <= y <= 28 for x, y in points)
    for (_, one), (_, other), before, after in zip(points, points[1:], known, known[1:], strict=False):
        assert (one >= other) if before <= after else (one <= other)


# Findings across offices


def test_the_catalogue_says_what_the_shelf_says(site: Site) -> None:
    """What is held at hand is what is read from the store each time, also after something was decided."""
    assert site.store is not None
    finding = _first(site)
    catalogues = Catalogues(site.store)
    catalogues.now(site.pack, AS_OF, "id")
    Answers(site.store).say(ONE, None, finding, "overruled", "Bukan temuan sama sekali.", "sekar")
    asked = Waiver(rule="steps/*", office=OFFICE, reason="r", by="-", until=AS_OF + dt.timedelta(9))
    now = dt.datetime.combine(AS_OF, dt.time(5), dt.UTC)
    Grants(site.store, lambda: now).grant(asked, "sekar", site.pack, site.layout)  # type: ignore[arg-type]
    fast, shelf = catalogues.now(site.pack, AS_OF, "id"), DocumentShelf(site.store, site.pack, AS_OF)
    cases: tuple[tuple[Asked, Wanted], ...] = (
        (Asked(), Wanted()),
        (Asked(office=OFFICE, severity=Severity.MINOR), Wanted(office=OFFICE, severity=Severity.MINOR)),
        (Asked(rule=finding.rule), Wanted(rule=finding.rule)),
        (Asked(status="overruled"), Wanted(statuses=frozenset({"overruled"}))),
        (Asked(status="waived"), Wanted(statuses=frozenset({"waived"}))),
        (Asked(text="bukan SAMA"), Wanted(text="bukan SAMA")),
        (Asked(text=finding.fingerprint), Wanted(text=finding.fingerprint)),
        (Asked(text="kecamatan nip"), Wanted(text="kecamatan nip")),
        (Asked(rule="tidak/ada"), Wanted(rule="tidak/ada")),
        (Asked(office="tidak ada"), Wanted(office="tidak ada")),
    )
    for quick, slow in cases:
        keys, page = fast.find(quick), slow_findings(shelf, slow, limit=200)
        found = [(one.document.path, one.fingerprint, one.status) for one in fast.across(keys)]
        assert found == [(one.document.path, one.fingerprint, one.status) for one, _ in page.found], quick
        assert fast.severities(keys) == page.severities
        assert [one for _, one in fast.in_full(fast.across(keys))] == [one for _, one in page.found]
    names = ["sukamaju", "kosong"]
    for one, other in zip(fast.offices(names, site.pack), slow_offices(shelf, names, nights=14), strict=True):
        assert (one.office, one.documents, one.score, one.open, one.closed, one.trend) == (
            other.office, other.documents, other.score, other.open, other.closed, other.trend
        )  # fmt: skip


def test_nothing_is_read_anew_as_long_as_nothing_happened(site: Site) -> None:
    assert site.store is not None
    catalogues = Catalogues(site.store)
    first = catalogues.now(site.pack, AS_OF, "id")
    assert catalogues.now(site.pack, AS_OF, "id") is first
    assert catalogues.now(site.pack, AS_OF + dt.timedelta(1), "id") is not first
    Answers(site.store).say(ONE, None, _first(site), "done", "", "sekar")
    assert catalogues.now(site.pack, AS_OF, "id").documents is first.documents


def test_findings_are_filtered_and_paged(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def shown(query: str) -> tuple[int, list[str]]:
        text = client.get(f"/inspektorat/temuan?{query}").text
        count = re.search(r'role="status"><b>(\d+) temuan', text)
        assert count is not None
        return int(count[1]), re.findall(r"sidik=([0-9a-f]{16})", text)

    every, listed = shown("")
    assert every == len(listed) > 20
    assert shown("perangkat=sukamaju")[0] + shown("perangkat=karangasri")[0] + shown("perangkat=pendidikan")[0] == every
    assert sum(shown(f"tingkat={one.value}")[0] for one in Severity) == every
    assert shown("aturan=person/nip-mismatch")[0] == shown("aturan=person/nip-mismatch&status=open")[0] > 0
    assert shown("status=overruled")[0] == 0
    assert shown("cari=tidak+ada+yang+begini")[0] == 0
    assert shown("status=apa&tingkat=saja")[0] == every
    monkeypatch.setattr("portal.inspectorate.findings.SIZE", 7)
    pages = [shown(f"hal={number}")[1] for number in range(1, -(-every // 7) + 1)]
    assert [one for some in pages for one in some] == listed
    assert shown("hal=999999")[1] == pages[-1]
    assert client.get("/inspektorat/temuan?hal=0").status_code == 404


def test_the_list_of_findings_is_taken_away_as_a_table(site: Site, client: TestClient) -> None:
    """With the mark that Excel needs, and without formulas that it would carry out."""
    answer = client.get("/inspektorat/temuan.csv?perangkat=karangasri")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert answer.headers["content-disposition"] == 'attachment; filename="temuan.csv"'
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert {row[0] for row in rows[1:]} == {"karangasri"}
    assert any("<script>alert(1)" in row[1] for row in rows)
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    assert ("download", "sekar.melati", "findings") in _events(site)


# One document


def test_a_document_shows_its_findings_beside_its_words(client: TestClient) -> None:
    text = client.get(f"/inspektorat/dokumen?path={ONE}").text
    assert 'class="words" open' in text
    marked = re.findall(r'href="#(d1-m\d+)"', text)
    assert marked
    assert all(f'id="{one}"' in text for one in marked)
    assert text.count('name="sidik"') == 2 * text.count('<section class="finding')
    assert "karangasri" in text


def test_the_words_of_a_file_that_changed_are_not_shown(site: Site, client: TestClient, tmp_path: Path) -> None:
    assert site.archive is not None
    site.archive = Path(shutil.copytree(site.archive, tmp_path / "lain"))
    (site.archive / ONE).write_text("sesuatu yang lain", encoding="utf-8")
    text = client.get(f"/inspektorat/dokumen?path={ONE}").text
    assert WORDS["id"]["ins_file_changed"] in text
    assert 'class="finding' in text
    (site.archive / ONE).unlink()
    assert WORDS["id"]["ins_file_gone"] in client.get(f"/inspektorat/dokumen?path={ONE}").text
    answer = _post(client, f"/inspektorat/salinan?path={ONE}")
    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("mood", "said"), [("full", "ins_words_full"), ("fails", "ins_words_failed"), ("waits", "ins_words_wait")]
)
def test_findings_are_shown_while_their_words_cannot_be(
    site: Site, client: TestClient, monkeypatch: pytest.MonkeyPatch, mood: str, said: str
) -> None:
    monkeypatch.setattr("portal.inspectorate.documents.PATIENCE_SECONDS", 0.01)
    site.checker.mood = mood  # type: ignore[attr-defined]
    text = client.get(f"/inspektorat/dokumen?path={ONE}").text
    assert WORDS["id"][said] in text
    assert 'class="finding' in text
    site.checker.mood = "works"  # type: ignore[attr-defined]
    again = client.get(f"/inspektorat/dokumen?path={ONE}").text
    assert (WORDS["id"][said] in again) == (mood == "waits")  # the same task is waited for, a failed one begun anew


def test_words_are_read_once_for_all_who_look(site: Site, client: TestClient) -> None:
    for _ in range(3):
        client.get(f"/inspektorat/dokumen?path={ONE}")
    assert len(site.checker.done) == 1  # type: ignore[attr-defined]


def test_what_was_handed_in_is_shown_with_its_versions(client: TestClient) -> None:
    text = client.get(f"/inspektorat/dokumen?path={quote(NEW)}").text
    assert 'class="words" open' in text
    assert "Wulan Sari" in text
    assert re.search(r'href="/tanda-terima/[^"]+"', text)
    assert "Hasil pemeriksaan saat diserahkan" in text


def test_a_document_tells_what_changed_from_night_to_night(site: Site, client: TestClient) -> None:
    shown = _plain(client.get(f"/inspektorat/dokumen?path={CLEAN}").text)
    assert re.search(r"3 Maret 2026 [\d,]+ [A-E]+ \d+ temuan baru, \d+ hilang 2 Maret 2026 .*? pertama kali", shown)
    once = _plain(client.get(f"/inspektorat/dokumen?path={ONE}").text)
    assert once.count("pertama kali dinilai") == 1
    assert "temuan baru," not in once
    assert site.store is not None


def test_there_is_no_document_outside_the_archive(site: Site, client: TestClient) -> None:
    for path in ("../patuh.db", "/etc/passwd", "", "a\0b", "x" * 4000, "kecamatan/sukamaju"):
        assert client.get("/inspektorat/dokumen", params={"path": path}).status_code == 404
    assert client.get(f"/inspektorat/dokumen?path={ONE}&bagian=3").status_code == 404
    assert site.archive is not None
    for path in ("../patuh.db", "a//b", "./a", "a\0b", "/etc/passwd"):
        assert place_in(site.archive, path) is None
    inside = place_in(site.archive, f"{ONE}/dalam/x.txt")
    assert inside is not None
    assert (inside.path.name, inside.inside) == (Path(ONE).name, "dalam/x.txt")


def test_hostile_names_come_out_harmless(client: TestClient) -> None:
    for place in ("/inspektorat/temuan", f"/inspektorat/perangkat-daerah?nama={OFFICE}"):
        text = client.get(place).text
        assert "<script>alert" not in text
        assert "&lt;script&gt;alert(1)" in text
        assert "\u202e" not in text
    answer = client.get("/inspektorat/dokumen", params={"path": HOSTILE})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    made = _post(client, f"/inspektorat/laporan?path={quote(HOSTILE)}", bentuk="json")
    file = client.get(made.headers["location"])
    assert re.fullmatch(
        r'attachment; filename="laporan-1-1-script-alert-1[a-z0-9-]*\.json"', file.headers["content-disposition"]
    )


@settings(max_examples=50)
@given(st.text())
def test_names_of_files_are_plain(name: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+(?:-+[a-z0-9]+)*", safe_stem(name))
    assert len(safe_stem(name)) <= 80


# Answers


def test_a_finding_is_answered_and_what_was_said_is_kept(site: Site, client: TestClient) -> None:
    finding = _first(site)
    place = f"/inspektorat/dokumen/tanggapan?path={ONE}"
    answer = _post(client, place, sidik=finding.fingerprint, status="answered", alasan="Akan diperbaiki.")
    assert answer.status_code == 303
    assert answer.headers["location"].endswith("#d1-f1")
    text = client.get(answer.headers["location"]).text
    assert 'id="d1-f1"' in text
    assert "Akan diperbaiki." in text
    _post(client, place, sidik=finding.fingerprint, status="open", alasan="")
    assert "Riwayat tanggapan (2)" not in client.get(f"/inspektorat/dokumen?path={ONE}").text  # it is open as before
    assert _events(site) == [("answer", "sekar.melati", ONE)] * 2
    assert site.store is not None
    assert [one.status for one in Answers(site.store).history(ONE, finding.fingerprint)] == ["open", "answered"]


REFUSED_ANSWERS = (
    {"status": "overruled", "alasan": "tidak"},
    {"status": "answered", "alasan": " "},
    {"status": "waived", "alasan": "x" * 20},
    {"status": "done", "alasan": "x" * 4001},
)


def test_an_answer_that_cannot_be_is_refused_and_what_was_typed_stays(site: Site, client: TestClient) -> None:
    mark, place = _first(site).fingerprint, f"/inspektorat/dokumen/tanggapan?path={ONE}"
    for sent in REFUSED_ANSWERS:
        answer = _post(client, place, sidik=mark, **sent)
        assert answer.status_code == 400, sent
        assert 'role="alert"' in answer.text
        assert sent["alasan"].strip() in answer.text
    assert _post(client, place, status="done", sidik="0" * 16).status_code == 404
    assert _events(site) == []


def test_an_overruled_finding_stands_in_the_lhe_as_overruled(site: Site, client: TestClient) -> None:
    """What the page shows, the list counts and the report says is the same; the grade is not counted anew."""
    finding, before = _first(site), client.get(f"/inspektorat/dokumen?path={ONE}").text
    reason = "Pejabat ini memang mempunyai dua jabatan."
    _post(
        client, f"/inspektorat/dokumen/tanggapan?path={ONE}",
        sidik=finding.fingerprint, status="overruled", alasan=reason,
    )  # fmt: skip
    text = client.get(f"/inspektorat/dokumen?path={ONE}").text
    assert "1 temuan dibatalkan dan 0 dikecualikan" in text
    grade = re.compile(r'class="letter">.*?</p>')
    assert grade.search(text)[0] == grade.search(before)[0]  # type: ignore[index]
    assert finding.fingerprint in client.get("/inspektorat/temuan?status=overruled").text
    made = _post(client, f"/inspektorat/laporan?path={ONE}", bentuk="docx")
    file = client.get(made.headers["location"])
    assert file.headers["content-disposition"].startswith('attachment; filename="LHE-nip-mismatch')
    assert file.headers["content-type"].endswith("wordprocessingml.document")
    document = docx.Document(io.BytesIO(file.content))
    said = [paragraph.text for paragraph in document.paragraphs]
    said += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    words = "\n".join(said)
    assert reason in words
    assert "Sekar Melati" in words
    assert "dibatalkan" in words.lower()
    whats = [what for what, _, _ in _events(site)]
    assert whats == ["answer", "report", "download"]


# Waivers


def _waive(client: TestClient, **sent: str) -> Any:
    usual = {"aturan": "NIP-02", "perangkat": OFFICE, "alasan": "Sedang diperbaiki.", "sampai": "2026-12-31"}
    return _post(client, "/inspektorat/pengecualian", **usual | sent)


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> dt.date:
    """Waivers are granted on the day on which the site judges."""
    now = dt.datetime.combine(AS_OF, dt.time(5), dt.UTC)
    monkeypatch.setattr("archive.granting._now", lambda: now)
    monkeypatch.setattr(Grants.__init__, "__defaults__", (lambda: now,))
    return AS_OF


def test_a_waiver_counts_until_it_is_withdrawn(site: Site, client: TestClient, today: dt.date) -> None:
    answer = _waive(client, sampai=str(today + dt.timedelta(10)))
    assert (answer.status_code, answer.headers["location"]) == (303, "/inspektorat/pengecualian?selesai=granted")
    shown = _plain(client.get(answer.headers["location"]).text)
    assert "Pengecualian disimpan." in shown
    assert "segera berakhir 2 temuan" in shown
    assert "2 temuan" in _plain(client.get("/inspektorat/temuan?status=waived").text)
    assert "0 temuan dibatalkan dan 1 dikecualikan" in client.get(f"/inspektorat/dokumen?path={ONE}").text
    refused = _post(client, "/inspektorat/pengecualian/cabut", nomor="1", alasan=" ")
    assert refused.status_code == 400
    assert "Alasan pencabutan kosong" in refused.text
    assert _post(client, "/inspektorat/pengecualian/cabut", nomor="1", alasan="Sudah diperbaiki.").status_code == 303
    after = _plain(client.get("/inspektorat/pengecualian").text)
    assert "Tidak ada pengecualian yang berlaku." in after
    assert "Sudah diperbaiki." in after
    assert "0 temuan" in _plain(client.get("/inspektorat/temuan?status=waived").text)
    assert _events(site) == [("waiver", "sekar.melati", "1"), ("waiver-end", "sekar.melati", "1")]


def test_a_waiver_of_one_finding_leads_back_to_it(site: Site, client: TestClient, today: dt.date) -> None:
    finding = _first(site)
    back = f"/inspektorat/dokumen?path={ONE}#d1-f1"
    sent = {"aturan": finding.rule, "sidik": finding.fingerprint, "sampai": str(today + dt.timedelta(99))}
    assert _waive(client, **sent, kembali=back).headers["location"] == back
    elsewhere = _waive(client, **sent, kembali="https://elsewhere.example/")
    assert elsewhere.headers["location"] == "/inspektorat/pengecualian?selesai=granted"


REFUSED_WAIVERS = (
    ({"aturan": "TIDAK-99"}, "tidak ada"),
    ({"aturan": ""}, "Pilih aturannya."),
    ({"sampai": "kapan-kapan"}, "Isi hari terakhirnya"),
    ({"sampai": "2026-01-01"}, "sesudah hari ini"),
    ({"sampai": "2029-01-01"}, "paling lambat"),
    ({"perangkat": "Kecamatan Lain"}, "tidak ada dalam arsip"),
    ({"dokumen": "../x"}, "tidak sah"),
    ({"sidik": "zz"}, "16 angka heksadesimal"),
    ({"alasan": ""}, "Isi alasannya."),
)


def test_a_waiver_that_cannot_be_is_refused(site: Site, client: TestClient, today: dt.date) -> None:
    assert today
    for sent, said in REFUSED_WAIVERS:
        answer = _waive(client, **sent)
        assert answer.status_code == 400, sent
        assert said in _plain(answer.text)
    for number in ("", "-1", "1e9", "9" * 30, "٣"):
        assert _post(client, "/inspektorat/pengecualian/cabut", nomor=number, alasan="x").status_code == 404
    assert _events(site) == []


def test_waivers_of_the_file_are_shown_with_their_lines(
    site: Site, client: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "waivers.yaml"
    file.write_text("waivers:\n  - {rule: NIP-01, reason: Lama <b>, by: Inspektur, until: 2026-07-20}\n", "utf-8")
    monkeypatch.setattr("portal.inspectorate.waivers._file", lambda _: file)
    shown = client.get("/inspektorat/pengecualian").text
    assert "waivers.yaml, baris 2" in shown
    assert "Lama &lt;b&gt;" in shown
    assert "belum dibaca pemeriksaan malam" in shown
    file.write_text("waivers: [", "utf-8")
    assert client.get("/inspektorat/pengecualian").status_code == 200
    assert ">waivers.yaml:2" in client.get("/inspektorat/pengecualian").text
    assert site.store is not None


# Reports and copies


def test_a_report_over_offices_holds_their_documents(site: Site, client: TestClient) -> None:
    made = _post(client, "/inspektorat/laporan", bentuk="xlsx", perangkat=["sukamaju", "karangasri"])
    file = client.get(made.headers["location"])
    assert file.headers["content-disposition"].startswith('attachment; filename="kertas-kerja-2-perangkat-daerah-')
    book = openpyxl.load_workbook(io.BytesIO(file.content), read_only=True)
    cells = {str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell}
    assert any(CLEAN in one for one in cells)
    assert any(NEW in one for one in cells)
    assert not any("pendidikan" in one for one in cells)
    everything = client.get(_post(client, "/inspektorat/laporan", bentuk="json").headers["location"]).json()
    assert sum(one["kind"] != "archive" for one in everything["documents"]) == 12
    assert ("report", "sekar.melati", "*") in _events(site)


def test_a_report_that_cannot_be_is_refused(site: Site, client: TestClient) -> None:
    for sent in ({"bentuk": "exe"}, {"bentuk": "csv", "perangkat": "tidak ada"}, {}):
        answer = _post(client, "/inspektorat/laporan", **sent)
        assert answer.status_code == 400, sent
        assert 'role="alert"' in answer.text
    assert _events(site) == []


def test_who_waits_for_a_report_sees_it_come_or_fail(
    site: Site, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("portal.inspectorate.reports.PATIENCE_SECONDS", 0.01)
    site.checker.mood = "waits"  # type: ignore[attr-defined]
    place = _post(client, "/inspektorat/laporan", bentuk="csv").headers["location"]
    assert 'http-equiv="refresh"' in client.get(place).text
    assert client.get(f"{place}/berkas", follow_redirects=False).headers["location"] == place
    site.checker.mood = "fails"  # type: ignore[attr-defined]
    failed = _post(client, "/inspektorat/laporan", bentuk="csv").headers["location"]
    assert WORDS["id"]["ins_report_failed"] in client.get(failed).text
    site.checker.mood = "full"  # type: ignore[attr-defined]
    assert _post(client, "/inspektorat/laporan", bentuk="csv").status_code == 503


def test_what_one_session_made_no_other_sees(site: Site, client: TestClient) -> None:
    place = _post(client, "/inspektorat/laporan", bentuk="csv").headers["location"]
    assert client.get(place).status_code == 200
    with browser(site) as other:
        sign_in(other, site, "budi.santosa", "admin")
        assert other.get(place).status_code == 404


def test_a_copy_of_a_version_has_its_findings_and_the_original_is_not_sent(site: Site, client: TestClient) -> None:
    """Text has no notes: it is said why there is none, and nothing is sent."""
    made = _post(client, "/inspektorat/salinan", nomor="1")
    text = client.get(made.headers["location"]).text
    assert 'role="alert"' in text
    assert HANDED_IN.read_text(encoding="utf-8")[:200] not in text
    assert _post(client, "/inspektorat/salinan", nomor="77").status_code == 404
    assert [what for what, _, _ in _events(site)] == ["download"]


# Hand-ins and nights


def test_hand_ins_are_listed_by_office(client: TestClient) -> None:
    assert "Wulan Sari" in client.get("/inspektorat/penyerahan").text
    assert "Wulan Sari" in client.get(f"/inspektorat/penyerahan?perangkat={OFFICE}").text
    assert "Wulan Sari" not in client.get("/inspektorat/penyerahan?perangkat=sukamaju").text
    assert "Wulan Sari" not in client.get("/inspektorat/penyerahan?sebelum=1").text


def test_the_last_night_is_told_with_its_figures(client: TestClient) -> None:
    shown = _plain(client.get("/inspektorat/malam").text)
    assert "Pemeriksaan ke-2" in shown
    assert "Pemeriksaan ke-1" in shown
    assert "3 Maret 2026" in shown
    digest = client.get("/inspektorat/malam/ringkasan?malam=1")
    assert digest.headers["content-disposition"] == 'attachment; filename="ringkasan-malam-1.html"'
    assert client.get("/inspektorat/malam/ringkasan?malam=9").status_code == 404


def test_no_name_of_a_person_is_in_the_log_of_events(site: Site, client: TestClient) -> None:
    _post(
        client, f"/inspektorat/dokumen/tanggapan?path={ONE}",
        sidik=_first(site).fingerprint, status="answered", alasan="Sudah dibahas dengan Wulan Sari.",
    )  # fmt: skip
    client.get("/inspektorat/temuan.csv?cari=Wulan+Sari")
    assert site.store is not None
    with site.store.engine.connect() as connection, contextlib.closing(connection.execute(select(event))) as rows:
        assert "Wulan" not in repr(rows.all())
