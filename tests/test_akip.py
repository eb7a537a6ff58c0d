"""Criteria of the evaluation of SAKIP: the table, the SOPs that are evidence, and what findings say."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from engine.audit import Auditor
from engine.errors import RulePackErrors
from engine.pack import load_pack
from schemas.akip import Akip
from tests.packs import rules_pack
from tests.samples import RULE, make_fact, write_pack
from tests.sop_texts import IDENTITY, facts_of

PACK = rules_pack()
TABLE = """\
regulation: permenpanrb-35-2012
subcomponents:
  2a: {title: Pengukuran, criteria: [ada pedoman, ada definisi, ada mekanisme]}
sops: [{title_has: [[data kinerja]], evidence_for: [2a.3]}]
"""


def test_the_table_has_all_criteria() -> None:
    """Four components, twelve sub-components, eighty criteria, no text twice."""
    assert PACK.akip is not None
    assert {f"{component}{part}" for component in "1234" for part in "abc"} == set(PACK.akip.subcomponents)
    assert 80 == len(PACK.akip.criteria) == len(set(PACK.akip.criteria.values()))
    assert "mekanisme" in PACK.akip.criteria["2a.3"]


def test_rules_name_only_criteria_that_some_sop_is_evidence_for() -> None:
    """Another one would never be printed."""
    assert PACK.akip is not None
    shown = {number for sop in PACK.akip.sops for number in sop.evidence_for}

    assert {number for rule in PACK.rules for number in rule.akip} <= shown


@pytest.mark.parametrize(
    ("title", "criteria"),
    [
        ("SOP PENGUMPULAN DATA KINERJA", ["2a.3"]),
        ("Pengelolaan Data Capaian Kinerja Kecamatan", ["2a.3"]),
        ("Pengukuran Kinerja", ["2a.1"]),
        ("Pengukuran Kinerja dan Pengumpulan Data Kinerja", ["2a.3", "2a.1"]),
        ("Penyusunan Perjanjian Kinerja", ["1a.1"]),
        ("Penyusunan Rencana Kerja Perangkat Daerah (Renja)", ["1a.1"]),
        ("Evaluasi Akuntabilitas Kinerja Internal", ["4a.1"]),
        ("Evaluasi SAKIP", ["4a.1"]),
        ("Penyusunan Laporan Kinerja", []),
        ("Pengumpulan Data Kinerja Pegawai", []),
        ("Penyusunan Perjanjian Kinerja Individu", []),
        ("Pengumpulan Data Kependudukan", []),
        ("Evaluasi Kinerja Pegawai", []),
        ("Penyusunan Rencana Kerja Anggaran", []),
        ("Pelayanan Surat Pengantar", []),
    ],
)
def test_the_title_tells_what_an_sop_is_evidence_for(title: str, criteria: list[str]) -> None:
    """An SOP about persons, about another sort of data, or that only mentions performance is none."""
    lines = [f"Nama SOP : {title}" if line.startswith("Nama SOP") else line for line in IDENTITY.splitlines()]
    found = facts_of("\n".join(lines) + "\n", "akip_evidence")

    assert criteria == [fact.fields["criterion"] for fact in found]


def _pack(tmp_path: Path, akip: str, table: str = TABLE) -> Path:
    folder = write_pack(tmp_path, {"steps/duplicate": RULE.replace("when:", f"akip: {akip}\nwhen:", 1)})
    (folder / "akip.yaml").write_text(table, encoding="utf-8")
    return folder


def test_an_unknown_criterion_does_not_load(tmp_path: Path) -> None:
    """With the line, and the nearest that there is."""
    with pytest.raises(RulePackErrors, match=r"duplicate\.yaml:\d+: criterion '2a\.4' is not in rules/akip\.yaml"):
        load_pack(_pack(tmp_path, "[2a.4]"))


def test_a_criterion_without_a_table_does_not_load(tmp_path: Path) -> None:
    """A pack that has no table has no criteria."""
    folder = _pack(tmp_path, "[2a.3]")
    (folder / "akip.yaml").unlink()

    with pytest.raises(RulePackErrors, match=r"'2a\.3' is not in rules/akip\.yaml"):
        load_pack(folder)


def test_the_regulation_of_the_table_has_to_be_known(tmp_path: Path) -> None:
    """A finding names it."""
    with pytest.raises(RulePackErrors, match=r"akip\.yaml:1: regulation 'permenpanrb-99-2012' is not in"):
        load_pack(_pack(tmp_path, "[2a.3]", TABLE.replace("35-2012", "99-2012")))


def test_an_sop_cannot_be_evidence_for_nothing() -> None:
    """The number has to be one of the table."""
    with pytest.raises(ValidationError, match=r"no criterion has the number 2b\.1"):
        Akip.model_validate(
            {
                "regulation": "x",
                "subcomponents": {"2a": {"title": "t", "criteria": ["a"]}},
                "sops": [{"title_has": [["x"]], "evidence_for": ["2b.1"]}],
            }
        )


@pytest.mark.parametrize(("criterion", "named"), [("2a.3", True), ("2a.1", False)])
def test_a_finding_names_the_criterion_only_on_evidence_for_it(tmp_path: Path, criterion: str, named: bool) -> None:
    """The rule endangers 2a.3; an SOP that is evidence for another criterion has nothing to do with it."""
    auditor = Auditor(load_pack(_pack(tmp_path, "[2a.3]")))
    evidence = make_fact("akip_evidence", 1, criterion=criterion)
    two = [make_fact("step", number, position=number, key="x") for number in (1, 2)]
    [finding] = auditor.judge([*two, evidence]).findings

    assert (("2a.3",) if named else ()) == finding.akip
    assert named is ("kriteria AKIP 2a.3 (SOP ini bukti dukungnya): ada mekanisme" in finding.criterion)
