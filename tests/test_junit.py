"""JUnit XML: read as a CI service reads it, and the same findings as everywhere."""

from __future__ import annotations

import io
import json
from xml.etree import ElementTree as ET

import junitparser
import pytest

from reports import junit
from schemas.entry import Entry
from schemas.evidence import Evidence
from schemas.report import NotEvaluated, Response, Severity
from tests.books import book_of, entries_of
from tests.flat_entries import EVIL, HOSTILE, document, failed, finding
from tests.program import CRITICAL, LETTER, TWO_SOPS, patuh


def written(entries: list[Entry], lang: str = "id") -> bytes:
    stream = io.BytesIO()
    junit.write(book_of(entries, lang=lang), stream)
    return stream.getvalue()


def suites_of(entries: list[Entry], lang: str = "id") -> list[junitparser.TestSuite]:
    return list(junitparser.JUnitXml.fromstring(written(entries, lang)))


def case_of(entry: Entry, code: str) -> junitparser.TestCase:
    (suite,) = suites_of([entry])
    return next(case for case in suite if case.name.startswith(code))


def test_a_suite_a_document_and_a_test_a_rule():
    """Kept rules pass, broken ones fail, those not judged are skipped; those that do not apply are no tests."""
    entries = entries_of("sop/approval-unsigned-pipes.md", "sop/steps-duplicate-second-of-two-sops.txt")
    suites = suites_of(entries)
    assert 3 == len(suites)
    for entry, suite in zip(entries, suites, strict=True):
        outcomes = entry.report.outcomes
        assert suite.name.startswith(entry.report.path)
        assert outcomes.clean + outcomes.flagged + outcomes.not_evaluated == suite.tests == len(list(suite))
        assert outcomes.flagged == suite.failures
        assert outcomes.not_evaluated == suite.skipped
        assert 0 == suite.errors
    assert suites[2].name.endswith("(bagian 2)")


def test_totals_are_the_sums_of_the_suites():
    entries = [document(finding(), finding(rule="text/typo", severity=Severity.ADVICE), clean=()), failed(), *HOSTILE]
    log = junitparser.JUnitXml.fromstring(written(entries))
    suites = list(log)
    for name in ("tests", "failures", "errors"):
        assert getattr(log, name) == sum(getattr(suite, name) for suite in suites)
    for suite in suites:
        results = [result for case in suite for result in case.result]
        kinds = [type(result).__name__ for result in results]
        expected = suite.failures, suite.errors, suite.skipped
        assert expected == tuple(kinds.count(kind) for kind in ("Failure", "Error", "Skipped"))


def test_a_failure_tells_the_finding():
    """Severity as type, the condition as message, places and parts in the text."""
    places = Evidence(quote="Menyusun konsep", line=12), Evidence(quote="", line=8)
    case = case_of(document(finding(evidence=places)), "LK-02")
    (failure,) = case.result
    assert isinstance(failure, junitparser.Failure)
    assert ("major", "Langkah 5 mengulang langkah 2.") == (failure.type, failure.message)
    assert "sop/rekap_txt.steps" == case.classname
    assert [
        "Mayor, baris 12 dan 8",
        "Kutipan: Menyusun konsep",
        "Kondisi: Langkah 5 mengulang langkah 2.",
        "Kriteria: PermenPANRB 35/2012, Lampiran: langkah tersusun runtut",
        "Akibat: Pelaksana mengerjakan satu kegiatan dua kali.",
        "Rekomendasi: Hapus salah satu langkah.",
    ] == failure.text.split("\n")


def test_findings_of_a_rule_are_one_failure_of_the_gravest():
    entry = document(finding(severity=Severity.MINOR, condition="Ringan."), finding(condition="Berat."))
    (failure,) = case_of(entry, "LK-02").result
    assert ("major", "Berat. (+1 lagi)") == (failure.type, failure.message)
    assert "Kondisi: Ringan." in failure.text
    assert "Kondisi: Berat." in failure.text


def test_advice_does_not_fail():
    """CI has no level below failure: advice is told by a test that passed."""
    case = case_of(document(finding(severity=Severity.ADVICE)), "LK-02")
    assert case.is_passed
    assert "Kondisi: Langkah 5 mengulang langkah 2." in case.system_out


def test_what_an_auditor_overruled_does_not_fail():
    """It is skipped, with name and reason; beside a finding that stands it is told in the text."""
    overruled = finding(status="overruled", response=Response(text="Sesuai edaran", by="Rini"))
    (skipped,) = case_of(document(overruled), "LK-02").result
    assert isinstance(skipped, junitparser.Skipped)
    assert "Dibatalkan: Sesuai edaran (Rini)" == skipped.message
    (failure,) = case_of(document(overruled, finding(severity=Severity.MINOR)), "LK-02").result
    assert "minor" == failure.type
    assert "Status: dibatalkan - Sesuai edaran (Rini)" in failure.text


def test_an_unreadable_file_is_an_error():
    (suite,) = suites_of([failed("rusak.pdf", "Berkas rusak.")])
    (case,) = suite
    (error,) = case.result
    assert isinstance(error, junitparser.Error)
    assert ("damaged", "Berkas rusak.") == (error.type, error.message)
    assert "Pembacaan dokumen" == case.name


def test_rules_not_judged_and_letters_are_skipped_with_the_reason():
    case = case_of(document(not_evaluated=(NotEvaluated(rule="steps/duplicate", reason="Tabel kabur."),)), "LK-02")
    assert "Tabel kabur." == case.result[0].message
    (suite,) = suites_of([document(kind="unknown", clean=())])
    assert "Bukan SOP" in next(iter(suite)).result[0].message


def test_nothing_is_timed():
    """The same audit gives the same bytes on every machine."""
    root = ET.fromstring(written([document(finding())]))
    assert not {"time", "timestamp", "hostname"} & {name for element in root.iter() for name in element.attrib}


@pytest.mark.parametrize("lang", ["id", "en"])
def test_hostile_words_are_held(lang):
    """Whatever the words are, it is XML, and they are words in it."""
    root = ET.fromstring(written(HOSTILE, lang))
    assert not list(root.iter("script"))
    assert "<script>alert(1)</script>" in root.findall("testsuite")[0].attrib["name"]
    assert "\x1b" not in "".join(root.itertext())
    assert EVIL.split("]]>")[1].split("\r")[0] in "".join(root.itertext())


def test_characters_that_xml_cannot_hold_are_gone():
    entry = document(finding(condition="a\ufffe\uffffb"))
    assert "ab" == case_of(entry, "LK-02").result[0].message


def test_no_documents():
    assert b'<testsuites name="patuh" tests="0" failures="0" errors="0">' in written([])


def test_as_a_process(tmp_path):
    """Chosen by the ending; as many failures as JSON has rules broken beyond advice."""
    log, saved = tmp_path / "a.xml", tmp_path / "a.json"
    done = patuh("check", CRITICAL, TWO_SOPS, LETTER, "--no-config", "--output", log, "--output", saved)
    assert 1 == done.code
    report = json.loads(saved.read_text("utf-8"))
    broken = {
        (document["path"], document["part"], one["rule"])
        for document in report["documents"]
        for one in document["findings"]
        if one["severity"] != "advice"
    }
    read = junitparser.JUnitXml.fromfile(str(log))
    assert len(broken) == read.failures > 0
    assert len(report["documents"]) == len(list(read))
