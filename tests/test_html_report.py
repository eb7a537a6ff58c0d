"""The HTML report: one file, complete, harmless, the same numbers as everywhere, and usable by everybody."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import io
import re
import subprocess
import sys
import zlib
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from lxml import etree, html

import reports.html.page as page_module
from auditing.view import View
from reports.book import Sender
from reports.html.charts import Bar, bar_chart
from reports.html.excerpt import LITTLE, WHOLE, excerpt
from reports.html.page import write, write_static
from schemas.blocks import Notice
from schemas.entry import DocumentWords, Entry, Line, Mark
from schemas.evidence import Evidence
from schemas.report import (
    Confidence,
    DocumentError,
    DocumentReport,
    Finding,
    Lever,
    PastFinding,
    Response,
    Severity,
    Since,
)
from schemas.settings import Organisation
from tests.books import ROOT, book_of, entries_of

NAMES = (
    "sop/nip-unreadable-section-missing.txt",
    "sop/clean-label-colon.txt",
    "sop/date-order-label-colon.txt",
    "sop/steps-duplicate-second-of-two-sops.txt",
    "sop/unknown-letter.txt",
    "performance/monev-triwulan-planted.csv",
    "bad/empty.txt",
)
HOSTILE = "</script><script>alert(1)</script> <img src=x onerror=alert(2)> "
HOSTILE += "\"'` & \x00\x1b[31m \u202eabc\u2066 {{ 7*7 }} \ud800"


def a_finding(rule="x/rule", severity=Severity.MAJOR, number=0, **changes):
    made = {
        "rule": rule,
        "code": "XX-01",
        "severity": severity,
        "confidence": Confidence.HIGH,
        "component": "identitas",
        "title": "Judul temuan",
        "condition": f"Kondisi ke-{number}.",
        "criterion": "Kriteria.",
        "effect": "Akibat.",
        "recommendation": "Rekomendasi.",
        "evidence": (Evidence("kutipan", line=number + 1),),
        "fingerprint": f"{number:016x}",
    }
    return Finding(**(made | changes))


def a_document(findings=(), **changes):
    made = {
        "path": "a/b.txt",
        "sha256": "0" * 64,
        "bytes": 12,
        "media": "text/plain",
        "kind": "sop",
        "title": "JUDUL",
        "unit": "KECAMATAN MAWAR",
        "findings": tuple(findings),
    }
    return DocumentReport(**(made | changes))


def page(entries, writer=write, **options):
    stream = io.BytesIO()
    writer(book_of(list(entries), **options), stream)
    return stream.getvalue().decode()


def big(monkeypatch):
    monkeypatch.setattr(page_module, "STATIC_DOCUMENTS", 0)


def tree(text):
    return html.document_fromstring(text)


def texts(nodes):
    return [" ".join(node.text_content().split()) for node in nodes]


def fragments(parsed):
    """The compressed documents of a big page, by their ids."""
    found = {}
    for doc in parsed.xpath("//*[@data-shard]"):
        data = parsed.get_element_by_id(f"shard-{doc.get('data-shard')}").text
        found[doc.get("id")] = zlib.decompress(base64.b64decode(data)).decode().split("\0")[int(doc.get("data-at"))]
    return found


@pytest.fixture(scope="module")
def entries():
    return entries_of(*NAMES, view=View(words=True))


@pytest.fixture(scope="module")
def shown(entries):
    return page(entries, sender=Sender(Organisation(name="Inspektorat Seruni", government="Pemerintah Seruni")))


@pytest.fixture(scope="module")
def parsed(shown):
    return tree(shown)


# --- numbers


def test_the_totals_are_those_of_the_summary(entries, parsed):
    """Documents, findings of each severity, and failures are the numbers that every other format has."""
    summary = book_of(entries).summary
    tiles = dict(
        zip(texts(parsed.xpath("//dl[@class='tiles']//dt")), parsed.xpath("//dl[@class='tiles']//dd"), strict=True)
    )

    assert str(summary.documents) == tiles["Dokumen"].xpath("string(b)")
    assert str(sum(summary.findings.values())) == tiles["Temuan"].xpath("string(b)")
    assert str(summary.errors) == tiles["Tidak dapat diperiksa"].xpath("string(b)")
    badges = Counter(
        {one.get("class").split()[1]: int(one.text_content().split()[-1]) for one in tiles["Temuan"].xpath("span")}
    )
    assert Counter({one.value: number for one, number in summary.findings.items() if number}) == badges


def test_the_documents_show_all_their_findings(entries, parsed):
    """As many findings stand under each document as the report has, each with its five parts."""
    docs = parsed.xpath("//*[contains(concat(' ', @class, ' '), ' doc ')]")
    by_id = {doc.get("id"): doc for doc in docs}

    assert len(entries) == len(docs)
    for number, entry in enumerate(entries, 1):
        found = by_id[f"d{number}"].xpath(".//section[contains(@class, 'finding ')]")
        assert len(entry.report.findings) == len(found)
        conditions = texts(by_id[f"d{number}"].xpath(".//dl[@class='parts']/div[1]/dd"))
        assert sorted(" ".join(one.condition.split()) for one in entry.report.findings) == sorted(conditions)
    parts = texts(parsed.xpath("(//dl[@class='parts'])[1]//dt"))
    assert ["Kondisi", "Kriteria", "Sebab", "Akibat", "Rekomendasi", "Bukti"] == parts[:6]


def test_the_offices_sum_up_to_the_whole(entries, parsed):
    """The last line of the table of offices is the sum of those above."""
    rows = [
        [one.text_content() for one in row.xpath("td")] for row in parsed.xpath("//section[@id='offices']//tbody/tr")
    ]
    total = [one.text_content() for one in parsed.xpath("//section[@id='offices']//tfoot/tr/td")]

    assert str(len(entries)) == total[0]
    for column in (0, 2, 3, 4, 5, 6):
        assert int(total[column]) == sum(int(row[column]) for row in rows)


def test_a_chart_has_a_table_with_its_numbers(parsed):
    """Whoever cannot see a chart reads its numbers; the drawing says the same."""
    figures = parsed.xpath("//figure")

    assert len(figures) >= 4
    for figure in figures:
        drawn = texts(figure.xpath(".//*[local-name()='text' and @class='value']"))
        assert list(reversed(drawn)) == texts(figure.xpath(".//tbody//td"))
        assert ["img"] == figure.xpath("*[local-name()='svg']/@role")
        assert texts(figure.xpath("figcaption")) == texts(figure.xpath("*[local-name()='svg']/*[local-name()='title']"))


# --- one file


@pytest.mark.parametrize("size", ["small", "big"])
def test_nothing_is_asked_of_the_network(entries, monkeypatch, size):
    """No address of anywhere, no picture, no frame; and a policy that would forbid them."""
    if size == "big":
        big(monkeypatch)
    text = page(entries)
    parsed = tree(text)

    assert [] == parsed.xpath("//*[@src] | //link | //img | //iframe | //object | //*[@style] | //*[@onclick]")
    assert set() == {one for one in parsed.xpath("//@href") if not one.startswith("#")}
    without_data = re.sub(r"(<script type=[^>]*>)[^<]*", r"\1", text)
    assert {"http://www.w3.org"} == set(re.findall(r"(?:\w+:)?//[\w.]+", without_data))
    (policy,) = parsed.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    for kind, name in (("style", "style-src"), ("script[not(@type)]", "script-src")):
        (inline,) = parsed.xpath(f"//{kind}")
        digest = base64.b64encode(hashlib.sha256(inline.text.encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}'" in policy


@pytest.mark.parametrize("size", ["small", "big"])
def test_ids_are_unique_and_links_lead_somewhere(entries, monkeypatch, size):
    """Also in the parts that are unpacked later."""
    if size == "big":
        big(monkeypatch)
    parsed = tree(page(entries))
    parts = [parsed, *map(html.fragment_fromstring, fragments(parsed).values())]
    ids = Counter(str(one) for part in parts for one in part.xpath("descendant-or-self::*/@id"))
    links = {one[1:] for part in parts for one in part.xpath(".//@href")}

    assert [] == [one for one, times in ids.items() if times > 1]
    assert set() == links - set(ids)
    assert any("-m" in link for link in links)


def test_the_same_book_gives_the_same_bytes(entries, monkeypatch):
    """No time, no random name; and the day of the drawing does not get in."""
    assert page(entries) == page(entries)
    assert str(dt.datetime.now(tz=dt.UTC).date()) not in page(entries)
    big(monkeypatch)
    assert page(entries) == page(entries)


def test_no_word_of_a_label_is_cut():
    """Long titles of rules and names of offices go over several lines of the drawing."""
    name = "DINAS PEMBERDAYAAN MASYARAKAT DAN DESA"
    drawn = html.fromstring(str(bar_chart("c1", "Judul", [Bar(name, Decimal(3), "3"), Bar("Pendek", Decimal(2), "2")])))
    lines = [texts(node.xpath(".//tspan")) for node in drawn.xpath("//text[.//tspan]")]
    assert [name.split()] == [" ".join(parts).split() for parts in lines]
    assert ["Pendek"] == [node.text for node in drawn.xpath("//text[not(.//tspan)]") if node.text == "Pendek"]


def test_charts_do_not_differ_from_run_to_run():
    """Pygal's random ids, its script and its style sheet are gone."""
    bars = [Bar("Kritis", Decimal(4), "4", "critical"), Bar("<b>&\x01", Decimal(0), "0")]
    drawn = str(bar_chart("c1", "Judul & sebagainya", bars))

    assert drawn == str(bar_chart("c1", "Judul & sebagainya", bars))
    assert not re.search(r"<script|<style|style=|<!--|uuid|desc|xlink:href", drawn)
    root = etree.fromstring(drawn)
    assert "Judul & sebagainya" == root.xpath("string(*[local-name()='title'])")
    assert ["0", "4"] == root.xpath("//*[@class='value']/text()")
    assert ["bar plain", "bar critical"] == root.xpath("//*[local-name()='rect']/@class")


# --- words of documents are hostile


def hostile_entry():
    evidence = Evidence(HOSTILE, line=1, note=HOSTILE, cell=HOSTILE)
    changes = dict.fromkeys(("code", "title", "condition", "criterion", "effect", "recommendation"), HOSTILE)
    response = Response(text=HOSTILE, by=HOSTILE)
    findings = [a_finding(evidence=(evidence,), status="overruled", response=response, akip=(HOSTILE,), **changes)]
    findings += [a_finding(number=at, **changes) for at in range(1, 30)]
    report = a_document(
        findings,
        path=HOSTILE.replace("\ud800", ""),
        title=HOSTILE,
        unit=HOSTILE,
        media=HOSTILE,
        notices=(Notice(code="x", message=HOSTILE, evidence=(evidence,)),),
        since=Since(
            as_of=dt.date(2025, 1, 1),
            fixed=(PastFinding(rule="x", code="X", severity=Severity.MINOR, title=HOSTILE, fingerprint="1" * 16),),
        ),
    )
    line = Line(HOSTILE + "\t" + HOSTILE, line=1, marks=(Mark(0, 9, 0), Mark(5, 200, 1), Mark(3, 3, 2)))
    return Entry(report=report, words=DocumentWords((line, replace(line, table=1))))


@pytest.mark.parametrize("size", ["small", "big"])
def test_words_of_documents_are_only_words(monkeypatch, size):
    """Mark-up, control characters and turns of direction in any field stay without effect."""
    if size == "big":
        big(monkeypatch)
    failed = a_document(kind="unknown", errors=(DocumentError(code="x", message=HOSTILE),))
    text = page([hostile_entry(), Entry(report=failed)])
    parsed = tree(text)
    whole = text + "".join(fragments(parsed).values())
    parts = [parsed, *map(html.fragment_fromstring, fragments(parsed).values())]

    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", whole)
    assert 1 == len([one for one in parsed.xpath("//script") if one.get("type") is None])
    assert [] == [one for part in parts for one in part.xpath(".//img | .//*[@onerror]")]
    assert "<script>alert" not in whole
    assert "49" not in "".join(part.text_content() for part in parts if part is not parsed)


def test_very_long_words_are_kept(entries):
    """A word of 100 kB neither breaks the page nor vanishes."""
    long = "W" * 100_000
    text = page([Entry(report=a_document([a_finding(condition=long)], title=long))])

    assert 2 <= text.count(long)


# --- what is said of a document


def test_what_was_overruled_is_shown_with_name_and_reason():
    """Never hidden, also among many findings of the same rule."""
    findings = [a_finding(number=at) for at in range(40)]
    findings[33] = replace(
        findings[33],
        status="overruled",
        response=Response(text="Stempel di balik halaman.", by="Ratna", on=dt.date(2026, 1, 20)),
    )
    parsed = tree(page([Entry(report=a_document(findings))]))
    (shown,) = parsed.xpath("//section[contains(@class, 'overruled')]")

    assert "Kondisi ke-33." in shown.text_content()
    assert "Stempel di balik halaman. (oleh Ratna, 20 Januari 2026)" in texts([shown])[0]
    assert "1 dibatalkan" in parsed.xpath("string(//section[@id='overview'])")


def test_what_was_overruled_is_not_to_be_mended_first():
    """Its gain cannot be had by mending, nor that of the levers which count on it."""
    levers = tuple(
        Lever(
            rule=rule,
            fingerprints=("0" * 16,),
            score=Decimal(90),
            grade="A",
        )
        for rule, mark in (("steps/duplicate", "1"), ("approval/unsigned", "2"))
    )
    found = a_finding(rule="steps/duplicate", number=1, fingerprint="1" * 16)
    rest = a_finding(rule="approval/unsigned", number=2, fingerprint="2" * 16)
    open_one = tree(page([Entry(report=a_document([found, rest], levers=levers))]))
    closed = replace(found, status="overruled", response=Response(text="Bukan ganda.", by="Ratna"))
    overruled = tree(page([Entry(report=a_document([closed, rest], levers=levers))]))

    assert 2 == len(open_one.xpath("//section[@class='levers']//li"))
    assert [] == overruled.xpath("//section[@class='levers']//li")


def test_a_report_written_anew_by_other_rules_says_so():
    book = replace(book_of([Entry(report=a_document([a_finding()]))]), installed="f" * 64)
    stream = io.BytesIO()
    write(book, stream)

    assert "f" * 64 in tree(stream.getvalue().decode()).xpath("string(//section[@id='method'])")


def test_many_findings_alike_are_folded_and_counted():
    """Five in full, a hundred in one line each, the others counted, with where to find them."""
    parsed = tree(page([Entry(report=a_document([a_finding(number=at) for at in range(1_000)]))]))

    assert 5 == len(parsed.xpath("//section[contains(@class, 'finding ')]"))
    (alike,) = parsed.xpath("//details[contains(@class, 'alike')]")
    assert "995 temuan lain seperti ini" in alike.xpath("string(summary)")
    assert 100 == len(alike.xpath("ol/li"))
    assert "dan 895 lagi" in alike.text_content()
    assert "JSON dan XLSX" in alike.text_content()


def test_one_document_of_100_000_findings_stays_small():
    """Also when each of them was answered."""
    answered = [a_finding(number=at, status="answered", response=Response(text="Ya.")) for at in range(50_000)]
    others = [a_finding(f"x/rule-{at % 90}", number=at) for at in range(50_000)]
    marks = tuple(Mark(at, at + 1, at) for at in range(50_000))
    words = DocumentWords((Line("x" * 50_000, line=1, marks=marks),))

    assert len(page([Entry(report=a_document(answered + others), words=words)])) < 8_000_000


def test_documents_that_could_not_be_read_are_prominent(parsed):
    """Their reasons stand in the overview, before any document."""
    (alert,) = parsed.xpath("//section[@id='overview']//section[@class='alert']")

    assert "fixtures/bad/empty.txt" in alert.text_content()
    assert "tidak berisi tulisan" in alert.text_content()
    assert "unknown-letter.txt" in parsed.xpath("string(//section[@id='overview'])")


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "id",
            ["Hasil pemeriksaan", "Ringkasan", "Perbaiki dahulu", "diisi oleh pemeriksa", "15 Januari 2026", "95,17"],
        ),
        ("en", ["Audit of SOPs", "Overview", "Mend first", "for the auditor to fill in", "15 January 2026", "95.17"]),
    ],
)
def test_both_languages_are_whole(lang, words):
    """All of the page is in the language of the report, and says which it is."""
    text = page(entries_of(*NAMES, lang=lang), lang=lang)

    assert lang == tree(text).get("lang")
    assert [] == [one for one in words if one not in text]


@pytest.mark.parametrize("masked", [True, False])
def test_the_page_says_whether_it_is_masked(entries, masked):
    """A page with NIPs warns; one without them says so."""
    assert masked == ("telah disamarkan" in page(entries, masked=masked))
    assert masked != ("Memuat NIP dan nama orang" in page(entries, masked=masked))


@pytest.mark.parametrize(
    "documents",
    [
        [],
        [a_document(kind="unknown")],
        [
            a_document(
                kind="unknown",
                sha256=None,
                bytes=None,
                media=None,
                title=None,
                unit=None,
                errors=(DocumentError(code="x", message="Rusak."),),
            )
        ],
    ],
)
def test_a_report_without_anything_judged_is_a_page(documents):
    """Nothing, only unknown documents, only failures."""
    parsed = tree(page([Entry(report=one) for one in documents]))

    assert len(documents) == len(parsed.xpath("//*[contains(concat(' ', @class, ' '), ' doc ')]"))
    assert [] == parsed.xpath("//figure")


def test_headings_go_down_step_by_step(parsed):
    """One h1, and no level is left out."""
    levels = [int(one.tag[1]) for one in parsed.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")]

    assert 1 == levels.count(1)
    assert 1 == levels[0]
    assert [] == [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]


# --- words with marks


def segments(line, severities, room=WHOLE):
    found = excerpt(DocumentWords((line,)), dict(enumerate(severities)), room)
    return [(one.text, one.severity, [ref.finding for ref in one.ends]) for one in found.blocks[0][0].segments]


def test_marks_that_overlap_are_parted():
    """Each run of words has the severity of the gravest finding, and the numbers of those that end with it."""
    line = Line("abcdefgh", marks=(Mark(1, 5, 0), Mark(3, 7, 1), Mark(8, 8, 0)))

    assert [
        ("a", None, []),
        ("bc", Severity.MINOR, []),
        ("de", Severity.MAJOR, [0]),
        ("fg", Severity.MAJOR, [1]),
        ("h", None, []),
        ("", Severity.MINOR, [0]),
    ] == segments(line, [Severity.MINOR, Severity.MAJOR])


def test_marks_beyond_the_line_do_no_harm():
    """Neither a mark that ends after the line nor one of a finding that is not there."""
    line = Line("abc", marks=(Mark(2, 99, 0), Mark(50, 60, 0), Mark(0, 3, 7)))

    assert [("ab", None, []), ("c", Severity.MAJOR, [0])] == segments(line, [Severity.MAJOR])


def test_a_finding_leads_to_its_own_place():
    """Not to the words that it is compared with, although they come first."""
    lines = (Line("pembanding", marks=(Mark(0, 5, 0, primary=False),)), Line("tempatnya", marks=(Mark(0, 5, 0),)))
    text = page([Entry(report=a_document([a_finding()]), words=DocumentWords(lines))])
    (back,) = tree(text).xpath("//a[@id='d1-m1']")

    assert "tempa" == back.getprevious().text


def test_lines_left_out_are_said():
    """Those that were left out before, and those for which there is no room."""
    lines = [Line(f"baris {at}", line=at) for at in range(1, 101)]
    lines[49] = replace(lines[49], marks=(Mark(0, 5, 0),), skipped=7)
    found = excerpt(DocumentWords(tuple(lines), skipped=3), {0: Severity.MAJOR}, LITTLE)
    shown = [(block[0].line.line, block[0].line.skipped) for block in found.blocks]

    assert [(49, 48), (50, 7), (51, 0)] == shown
    assert (52, True) == (found.skipped, found.partial)


def test_a_row_is_parted_into_cells_with_their_marks():
    """Words of a finding may reach over several cells."""
    line = Line("a\tbc\td", table=1, marks=(Mark(0, 4, 0),))
    found = excerpt(DocumentWords((line,)), {0: Severity.MAJOR}, WHOLE)
    cells = [[(one.text, one.severity, len(one.ends)) for one in cell] for cell in found.blocks[0][0].cells]

    assert [[("a", "major", 0)], [("bc", "major", 1)], [("d", None, 0)]] == cells


# --- two sizes


def test_a_big_report_has_the_same_documents(entries, monkeypatch):
    """What is unpacked on demand is what a small report has in the page."""
    small = tree(page([replace(entry, words=None) for entry in entries]))
    big(monkeypatch)
    large = tree(page([replace(entry, words=None) for entry in entries]))
    found = fragments(large)

    assert len(entries) == len(found)
    for name, fragment in found.items():
        inside = small.xpath(f"//details[@id='{name}']/div[@class='body']/article")
        assert html.tostring(inside[0], with_tail=False) == html.tostring(
            html.fragment_fromstring(fragment), with_tail=False
        )
        row, heading = large.get_element_by_id(name), small.get_element_by_id(name).find("summary")
        assert heading.xpath("string(h4)") == row.xpath("string(a)")
        assert heading.xpath("string(*[@class='path'])") == row.xpath("string(small)")
        assert ["verdict", "severity", "office", "codes"] == [
            one
            for one in ("verdict", "severity", "office", "codes")
            if row.get(f"data-{one}") == small.get_element_by_id(name).get(f"data-{one}")
        ]
    assert [] == large.xpath("//article")
    assert "JavaScript tidak aktif" in large.xpath("string(//noscript)")


def test_a_page_for_printing_has_all_documents(entries, monkeypatch):
    """However many they are."""
    big(monkeypatch)

    assert len(entries) == len(tree(page(entries, write_static)).xpath("//details//article"))


def test_the_command_writes_the_page(tmp_path):
    """As a user asks for it."""
    output = tmp_path / "laporan.html"
    command = [sys.executable, "-m", "cli", "check", "fixtures/sop/date-order-label-colon.txt", "--no-config"]
    done = subprocess.run([*command, "--output", str(output)], cwd=ROOT, capture_output=True, check=False)

    assert 1 == done.returncode
    assert b"<!doctype html>" == output.read_bytes()[:15]
    assert tree(output.read_text()).xpath("//mark")
