"""`patuh law`: a regulation and its status on a day, as people ask for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import cli

OWN = """\
schema: 2
regulations:
  - id: perbup-seruni-31-2022
    type: PERBUP
    region: Kabupaten Seruni
    number: "31"
    year: 2022
    title: Tata Kerja Kecamatan
    status: berlaku
    confidence: high
    sources: [JDIH Kabupaten Seruni]
"""


def law(*arguments: str | Path) -> tuple[int, str, str]:
    done = CliRunner().invoke(cli.main, ["law", *map(str, arguments)], prog_name="patuh")
    return done.exit_code, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2025-05-15", "dicabut sejak 7 April 2017 (2017-04-07) dengan PP 12/2017 Pasal 51 angka 4"),
        ("2017-04-07", "dicabut sejak 7 April 2017"),
        ("2017-04-06", "masih berlaku; kemudian dicabut sejak 7 April 2017"),
        ("2010-01-01", "masih berlaku"),
        ("2004-12-31", "belum ada"),
    ],
)
def test_status_on_a_day(day: str, said: str) -> None:
    """The same regulation stands differently on different days."""
    code, out, err = law("PP 79/2005", "--at", day)

    assert (0, "") == (code, err)
    assert said in out


@pytest.mark.parametrize(
    "question",
    ["PP 79/2005", "pp nomor 79 tahun 2005", "Peraturan Pemerintah No. 79 Tahun 2005", "79/2005"],
)
def test_however_it_is_asked_for(question: str) -> None:
    """Officials name a regulation in many ways."""
    code, out, _ = law(question)

    assert 0 == code
    assert out.startswith("PP 79/2005 - Peraturan Pemerintah Nomor 79 Tahun 2005 tentang Pedoman Pembinaan")


@pytest.mark.parametrize("issuer", ["Mendagri", "Kemendagri", "Menteri Dalam Negeri"])
def test_by_the_issuer(issuer: str) -> None:
    """Of the regulations of one number and year those of the issuer that is named."""
    code, out, _ = law(f"{issuer} 1/2023")

    assert 0 == code
    assert ["Permendagri 1/2023"] == [line.partition(" - ")[0] for line in out.splitlines() if " - " in line[:40]]
    assert "Penetap: Menteri Dalam Negeri" in out


def test_words_of_a_title() -> None:
    """Several regulations may share a title."""
    code, out, _ = law("pengelolaan", "keuangan", "daerah")

    assert 0 == code
    assert {"PP 12/2019", "PP 58/2005"} <= {line.partition(" - ")[0] for line in out.splitlines()}


def test_unsure_rows_ask_to_confirm() -> None:
    """A row of low confidence never sounds sure."""
    assert "(perlu konfirmasi)" in law("Permendagri 54/2010")[1]


def test_an_unknown_number() -> None:
    """Exit code 1, a word on stderr, and of another kind what bears the number."""
    code, out, err = law("UU 79/2005")

    assert 1 == code
    assert "tidak ada dalam register peraturan, yang mirip:" in err
    assert out.startswith("PP 79/2005")
    assert (1, "") == law("PP 9999/2033")[:2]


def test_json_for_programs() -> None:
    """State and row, nothing else on standard output."""
    (card,) = json.loads(law("PP 79/2005", "--at", "2025-05-15", "--format", "json")[1])

    assert ("revoked", True, "2025-05-15") == (card["state"], card["firm"], card["at"])
    assert "2017-04-07" == card["revoked_by"]["effective"]


def test_english() -> None:
    """In the second language."""
    assert "revoked since 7 April 2017 (2017-04-07) by PP 12/2017" in law("PP 79/2005", "--lang", "en")[1]


def test_regulations_of_an_organisation(tmp_path: Path) -> None:
    """Its own file is of the same form and leaves ours alone."""
    (tmp_path / "regulations.yaml").write_text(OWN, encoding="utf-8")
    code, out, _ = law("Perbup 31/2022", "--rules", tmp_path)

    assert 0 == code
    assert out.startswith("Perbup 31/2022 - Peraturan Bupati Kabupaten Seruni Nomor 31 Tahun 2022")


def test_a_fault_in_the_own_file_is_named(tmp_path: Path) -> None:
    """With file and line, and no traceback."""
    (tmp_path / "regulations.yaml").write_text(OWN.replace("berlaku", "dicabut"), encoding="utf-8")
    code, _, err = law("31/2022", "--rules", tmp_path)

    assert 3 == code
    assert "regulations.yaml:3:" in err
    assert "status dicabut and revoked_by go together" in err
