"""The digest of a night: counted right, the most important first, nothing hidden, nothing told outside."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archive.digest import Bounds, masked_night, night_of
from archive.mail import letter_of
from auditing.masking import masked_line
from reports.digest import words
from reports.digest.mail import mail_html
from reports.digest.page import difference_page, page
from reports.digest.tables import runs_table
from reports.digest.text import WIDTH, text_of
from schemas.night import Difference
from schemas.report import Response, Severity
from tests.browser import accessibility_problems, chromium, page_of, wider_than_the_window
from tests.stores import RULES, TERMS, StoreBuilder, finding, report
from tests.system_programs import needs

LETTERS = ("AA", "A", "BB", "B", "CC", "C", "D")
NIP = "198001012005011001"
WHOLE = {"expected": 3, "seen": 3, "rules": {"sop": 4}, "outcomes": {"clean": 10, "flagged": 2, "error": 0},
         "expected_outcomes": 12, "audited": 1, "carried": 2}  # fmt: skip
KNOWN = finding("steps/duplicate", "Langkah 3")
CRITICAL = finding(
    "person/nip-mismatch", "NIP", severity=Severity.CRITICAL, condition=f"NIP {NIP} bukan milik Wulan Anindita, S.Sos."
)
MINOR = finding("identity/field-empty", "Nomor", severity=Severity.MINOR)
LATE = finding("archive/report-missing", "x", condition="Laporan triwulan III tahun 2025 belum diserahkan.")


@pytest.fixture
def store(tmp_path):
    """Two nights of three offices, in which a little of everything happened."""
    made = StoreBuilder.at(tmp_path / "store.db")
    made.begin(counts=WHOLE)
    made.stand(1, report(KNOWN), office="Dinas Alfa")
    made.stand(2, report(MINOR), office="Dinas Beta")
    made.stand(3, error_code="damaged", error_message="Berkas rusak.", office="Dinas Beta")
    for office in ("Dinas Alfa", "Dinas Beta", "Dinas Tenang"):
        made.figures(office, documents=2, major=1)
    made.rules("r2", {**RULES, "identity/field-empty": "2"})
    made.begin(
        counts={**WHOLE, "without_documents": ["Dinas Kosong"]},
        terms={**TERMS, "rules": "r2"},
        waivers={"waivers": [{"rule": "LK-08", "reason": "Lama", "by": "Sekar Melati, S.E.", "until": "2026-03-05"}]},
    )
    made.stand(1, report(KNOWN, CRITICAL, MINOR, score=55, grade="C"), office="Dinas Alfa", content=f"{9:064}.txt")
    made.stand(2, report(), office="Dinas Beta", content=f"{8:064}.txt")
    made.stand(4, report(LATE, kind="unknown", title=None), office="Dinas Beta", path="Dinas Beta", sort="archive",
               content=None)  # fmt: skip
    made.stand(5, report(), office=None, path="lain/<b>5.txt")
    made.stand(6, error_code="encrypted", error_message="Berkas terkunci.", office="Dinas Alfa")
    made.figures("Dinas Alfa", documents=2, critical=1, major=1, minor=1, score=55.0)
    made.figures("Dinas Beta", documents=2, major=1, late=1)
    made.figures("Dinas Tenang", documents=2, major=1)
    made.figures("", documents=1)
    return made


@pytest.fixture
def night(store):
    return night_of(store.engine, letters=LETTERS)


def test_everything_is_counted_where_it_belongs(night):
    """New by the document, new by the rule, fixed, late, unread, worse."""
    tally = night.tally
    alfa, beta = night.offices[:2]

    assert {Severity.CRITICAL: 1, Severity.MAJOR: 1} == {key: count for key, count in tally.new.items() if count}
    assert (1, 0, 1, 0, 1, 0) == (
        tally.by_rules, tally.fixed, tally.gone_by_rules, tally.unjudged, tally.worse, tally.better,
    )  # fmt: skip
    assert (2, 0, 0) == (tally.documents_new, tally.documents_gone, tally.documents_moved)
    assert ("Dinas Alfa", 1, [("B", "C")]) == (
        alfa.office, alfa.kept, [(one.grade_before, one.grade) for one in alfa.worse],
    )  # fmt: skip
    assert ("Dinas Beta", 1, (LATE.condition,)) == (beta.office, beta.late_total, beta.late)
    assert (1, 1, 1, 0) == (alfa.unread, alfa.unread_fresh, beta.unread, beta.unread_fresh)


def test_what_matters_stands_first(night):
    """The gravest offices, the gravest findings; quiet ones last."""
    assert ["Dinas Alfa", "Dinas Beta", "Dinas Kosong", None, "Dinas Tenang"] == [one.office for one in night.offices]
    assert ["person/nip-mismatch", "identity/field-empty"] == [one.finding.rule for one in night.offices[0].findings]
    assert ["person/nip-mismatch"] == [one.finding.rule for one in night.first]
    assert [("encrypted", True), ("damaged", False)] == [
        ({"Berkas terkunci.": "encrypted"}.get(one.reason, "damaged"), one.fresh) for one in night.unread
    ]


def test_nothing_run_is_not_nothing_found(store):
    """What was expected and not seen is said, and so is what nobody counted."""
    whole = night_of(store.engine, 2)
    store.begin(counts={**WHOLE, "seen": 2, "outcomes": {"clean": 9, "error": 1}},
                notices=[{"code": "folder-closed", "message": "Folder x tidak dapat dibaca."}])  # fmt: skip
    short = night_of(store.engine, 3)
    store.begin()
    unknown = night_of(store.engine, 4)

    assert (True, False, False) == (whole.state.complete, short.state.complete, unknown.state.complete)
    assert [
        "3 dokumen diharapkan, 2 terlihat.",
        "12 hasil aturan diharapkan, 10 ada.",
        "1 kali sebuah aturan gagal dinilai karena aturannya sendiri keliru.",
        "Folder x tidak dapat dibaca.",
    ] == [*words.gaps(short.state)]
    assert 3 == len([*words.gaps(unknown.state)])
    assert words.subject(short).startswith("patuh 2026-03-04: TIDAK LENGKAP, ")


def test_an_empty_run_is_not_complete(store):
    """No documents, no outcomes, no rules: that all of nothing was done proves nothing."""
    store.begin(
        counts={"expected": 0, "seen": 0, "rules": {"sop": 4}, "outcomes": {"clean": 0}, "expected_outcomes": 0}
    )

    assert not night_of(store.engine, 3).state.complete


def test_the_first_run_says_so(store):
    """There is nothing to compare with, and nothing is called new."""
    night = night_of(store.engine, 1)

    assert (None, 0) == (night.against, night.tally.total_new)
    assert "pemeriksaan pertama" in text_of(night)


def test_a_night_without_changes_is_short(store):
    """It says that nothing changed, and what still must be mended."""
    store.begin(counts=WHOLE, terms={**TERMS, "rules": "r2"})
    for office in ("Dinas Alfa", "Dinas Beta"):
        store.figures(office, late=int(office == "Dinas Beta"))
    night = night_of(store.engine, 3)

    assert [] == [*words.news(night.tally)]
    assert "Tidak ada dokumen yang berubah." in page(night).decode()
    assert 1 == next(one.late_total for one in night.offices if one.office == "Dinas Beta")


def test_lists_end_and_counts_do_not(store):
    """An office with many new findings shows the gravest, and how many there are."""
    store.begin(counts=WHOLE, terms={**TERMS, "rules": "r2"})
    many = [finding("steps/duplicate", f"Langkah nomor {number}") for number in range(40)]
    store.stand(5, report(*many, CRITICAL), office=None, path="lain/5.txt", content=f"{7:064}.txt")

    night = night_of(store.engine, 3, letters=LETTERS, bounds=Bounds(findings=3, first=2))
    office = next(one for one in night.offices if one.office is None)

    assert (3, 41) == (len(office.findings), office.tally.total_new)
    assert "person/nip-mismatch" == office.findings[0].finding.rule
    assert "Dan 38 temuan baru lain." in page(night).decode()


def test_waived_findings_are_shown_and_counted_apart(store):
    """Let pass, not hidden."""

    def waive(judged, _):
        marked = [
            replace(one, status="waived", response=Response(text="Direviu", by="Inspektur")) for one in judged.findings
        ]
        return judged.model_copy(update={"findings": tuple(marked)})

    night = night_of(store.engine, 2, letters=LETTERS, waiving=waive)
    text = page(night).decode()

    assert (3, 0) == (night.tally.waived, night.tally.total_new)
    assert () == night.first
    assert "Dikecualikan oleh Inspektur: Direviu" in text


def test_a_waiver_that_ends_is_told(night):
    """In time to decide again."""
    assert [("ending", "LK-08")] == [(one.what, one.rule) for one in night.waivers]
    assert "berakhir pada 5 Maret 2026" in text_of(night)


def test_the_mail_names_nobody(night):
    """Neither NIP nor name nor quoted words; offices, rules and files are told."""
    masked = masked_night(night, masked_line)
    letter = letter_of(night, mask=True)

    for text in (letter.text, letter.html, page(masked).decode()):
        assert NIP not in text
        assert "Wulan" not in text
        assert "Sekar" not in text
        assert "Dinas Alfa" in text
        assert "Judul person/nip-mismatch" in text
    assert NIP in letter_of(night, mask=False).html


def test_words_of_documents_do_no_harm(store):
    """Names of files and offices may hold anything."""
    store.begin(counts=WHOLE)
    evil = "<script>alert(1)</script>\x1b[31m\r\nBcc: a@b.id"
    store.stand(7, report(finding("steps/duplicate", "x", condition=evil), title=evil), office=evil, path=evil)
    store.figures(evil)
    night = night_of(store.engine, 3, letters=LETTERS)

    for text in (page(night).decode(), mail_html(night)):
        assert "<script>alert" not in text
        assert "\x1b" not in text
    assert "\x1b" not in text_of(night)
    assert "\n" not in words.subject(night)


def test_text_fits_a_terminal(night):
    """But for names of files, which are not broken."""
    assert [] == [line for line in text_of(night).splitlines() if len(line) > WIDTH]


def test_the_same_run_gives_the_same_bytes(store, night):
    """Page, text and body of the mail."""
    again = night_of(store.engine, letters=LETTERS)

    assert (page(night), text_of(night), mail_html(night)) == (page(again), text_of(again), mail_html(again))


def test_a_mail_is_small(store):
    """Mail programs cut what is longer than 100 KB, however much happened."""
    store.begin(counts=WHOLE)
    for office in range(60):
        many = [finding("person/nip-mismatch", f"{office} {number}", condition="x" * 300) for number in range(12)]
        store.stand(
            100 + office, report(*many), office=f"Kecamatan {office}", path=f"kecamatan/{office}/{'x' * 150}.docx"
        )
    night = night_of(store.engine, 3, letters=LETTERS)

    assert len(mail_html(night).encode()) < 100_000


def test_runs_that_were_killed_show_it(store):
    """How often a run was begun."""
    store.begin(attempts=3)
    night = night_of(store.engine, 3)

    assert "selesai, 3 kali dijalankan" in runs_table([(night.run, 3)])


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_it_is_read_on_phones_and_desks(night, tmp_path):
    """Light and dark, without a network, as a page and as a mail; nothing wider than the window."""
    needs("chromium")
    head = Difference(before=night.against, after=night.run, office=None, rules_changed=(), program_changed=False)
    files = {"page": page(night), "mail": mail_html(night).encode(), "diff": difference_page(head, (), 0)}
    with chromium() as browser:
        for name, data in files.items():
            path = tmp_path / f"{name}.html"
            path.write_bytes(data)
            with page_of(browser, path, width=360, color_scheme="dark") as (shown, complaints):
                shown.evaluate("() => document.querySelectorAll('details').forEach(one => { one.open = true; })")
                assert [] == accessibility_problems(shown), name
                for width in (360, 1280):
                    shown.set_viewport_size({"width": width, "height": 900})
                    assert [] == wider_than_the_window(shown), (name, width)
                assert [] == complaints
