"""Who signs below a text: office, name, rank, NIP, place and date in each layout."""

from __future__ import annotations

import datetime as dt

import pytest

from schemas.sop import Signature
from tests.sop_texts import IDENTITY, NIP, STEPS, at, read_one, value

FORM = IDENTITY + "\nPeringatan\nBila terlambat\n\n" + STEPS + "\n"
CHIEF = f"CAMAT BUKIT LEMBAYUNG,\n\n\nHANGGA WIRASTA, S.STP., M.Si.\nPembina (IV/a)\nNIP. {NIP}\n"
CLERK = "KASI PELAYANAN,\n\nRATIH KUMALA SANJAYA, S.E.\nNIP. 19850412 201001 2 003\n"
CELL = "<td>{}</td>"


def signatures(text: str) -> tuple[Signature, ...]:
    """Return who signs below the form and a text."""
    return read_one(FORM + text).signatures


def only(text: str) -> Signature:
    """Return the only one who signs."""
    (signature,) = signatures(text)
    return signature


LAYOUTS = {
    "lines": CHIEF,
    "one-line": CHIEF.replace("\n", " ") + "\n",
    "html-cell": "<table><tr><td></td><td>" + CHIEF.replace("\n", "<br>") + "</td></tr></table>\n",
    "colon": CHIEF.replace("NIP. ", "NIP : "),
    "number-without-label": CHIEF.replace("NIP. ", ""),
    "bold": CHIEF.replace("HANGGA WIRASTA, S.STP., M.Si.", "**HANGGA WIRASTA, S.STP., M.Si.**"),
    "number-in-one-run": CHIEF.replace(NIP, NIP.replace(" ", "")),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_official(layout: str) -> None:
    """The parts of a signature are told apart wherever they stand."""
    signature = only(LAYOUTS[layout])

    assert signature.role == "approver"
    assert value(signature.position) == "CAMAT BUKIT LEMBAYUNG"
    assert value(signature.name) == "HANGGA WIRASTA, S.STP., M.Si."
    assert value(signature.rank) == "Pembina (IV/a)"
    assert value(signature.nip) == "198003192005011002"
    assert signature.signed is None


def test_a_signature_tells_its_places() -> None:
    """Office, name and number stand on lines of their own."""
    signature = only(CHIEF)

    assert signature.position is not None
    assert signature.name is not None
    assert signature.nip_text is not None
    assert at(signature.position.evidence[0]) == (18, 1, "CAMAT BUKIT LEMBAYUNG")
    assert at(signature.name.evidence[0]) == (21, 1, "HANGGA WIRASTA, S.STP., M.Si.")
    assert at(signature.nip_text.evidence[0]) == (23, 6, NIP)


@pytest.mark.parametrize(
    "head",
    ["Bukit Lembayung, 9 Januari 2024\n", "Ditetapkan di Bukit Lembayung\npada tanggal 9 Januari 2024\n"],
)
def test_place_and_date_stand_above_the_office(head: str) -> None:
    """One line or two say where and when."""
    signature = only(head + CHIEF)

    assert value(signature.place) == "Bukit Lembayung"
    assert value(signature.date) == dt.date(2024, 1, 9)
    assert value(signature.position) == "CAMAT BUKIT LEMBAYUNG"


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("Disusun oleh:", "drafter"),
        ("Dibuat oleh", "drafter"),
        ("Diperiksa oleh,", "checker"),
        ("Mengetahui", "approver"),
    ],
)
def test_the_line_above_says_as_what_somebody_signs(head: str, role: str) -> None:
    """A drafter or checker is no approver."""
    signature = only(f"{head}\n{CLERK}")

    assert signature.role == role
    assert value(signature.position) == "KASI PELAYANAN"
    assert value(signature.name) == "RATIH KUMALA SANJAYA, S.E."


SIDE_BY_SIDE = {
    "tabs": "KASI PELAYANAN,\tCAMAT BUKIT LEMBAYUNG,\nRATIH KUMALA SANJAYA, S.E.\tHANGGA WIRASTA, S.STP., M.Si.\n"
    f"NIP. 19850412 201001 2 003\tNIP. {NIP}\n",
    "html": "<table><tr>"
    + CELL.format(CLERK.replace("\n", "<br>"))
    + CELL.format(CHIEF.replace("\n", "<br>"))
    + "</tr></table>\n",
    "one-below-the-other": CLERK + "\n" + CHIEF,
}


@pytest.mark.parametrize("layout", SIDE_BY_SIDE)
def test_two_officials_are_two_signatures(layout: str) -> None:
    """Each column, or each block, is one official."""
    found = signatures(SIDE_BY_SIDE[layout])

    assert [(value(s.position), value(s.name), value(s.nip)) for s in found] == [
        ("KASI PELAYANAN", "RATIH KUMALA SANJAYA, S.E.", "198504122010012003"),
        ("CAMAT BUKIT LEMBAYUNG", "HANGGA WIRASTA, S.STP., M.Si.", "198003192005011002"),
    ]


def test_roles_stand_in_the_cells_of_a_table() -> None:
    """`Disusun oleh` in a column is about that column only."""
    cells = [f"Disusun oleh<br>{CLERK}", CHIEF]
    text = "<table><tr>" + "".join(CELL.format(cell.replace("\n", "<br>")) for cell in cells) + "</tr></table>\n"

    assert [signature.role for signature in signatures(text)] == ["drafter", "approver"]


@pytest.mark.parametrize("name", ["(...................)", "..............", "(____________)"])
def test_a_place_left_open_for_a_name_is_a_signature_without_a_name(name: str) -> None:
    """An office with dots below it: somebody should sign here, nobody does."""
    signature = only(f"CAMAT BUKIT LEMBAYUNG,\n\n{name}\n")

    assert value(signature.position) == "CAMAT BUKIT LEMBAYUNG"
    assert signature.name is None
    assert signature.nip_text is None


def test_a_name_without_a_number_signs_at_the_end() -> None:
    """An elected head has no NIP."""
    signature = only("BUPATI SERUNI,\n\nHANGGA WIRASTA\n")

    assert (value(signature.position), value(signature.name)) == ("BUPATI SERUNI", "HANGGA WIRASTA")
    assert signature.nip_text is None


def test_a_mandate_belongs_to_the_office() -> None:
    """`a.n. BUPATI` above the office says for whom somebody signs."""
    assert value(only("a.n. BUPATI SERUNI\n" + CHIEF).position) == "a.n. BUPATI SERUNI CAMAT BUKIT LEMBAYUNG"


@pytest.mark.parametrize("trace", ["ttd", "ttd."])
def test_the_trace_of_a_signature_is_kept(trace: str) -> None:
    """`ttd` between office and name."""
    signature = only(CHIEF.replace("LEMBAYUNG,\n", f"LEMBAYUNG,\n{trace}\n"))

    assert value(signature.signed) == trace
    assert value(signature.name) == "HANGGA WIRASTA, S.STP., M.Si."


def test_a_number_with_letters_keeps_its_print_and_has_no_digits() -> None:
    """Letters among the digits are not read as digits."""
    signature = only(CHIEF.replace("1980", "l98O"))

    assert value(signature.nip_text) == "l98O0319 200501 1 002"
    assert signature.nip is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("Surat dikirim kepada Camat Bukit Lembayung pada hari yang sama.\n", id="sentence"),
        pytest.param("CAMAT BUKIT LEMBAYUNG,\n", id="office-only"),
        pytest.param("NIP.\n", id="label-only"),
    ],
)
def test_what_nobody_signs_has_no_signature(text: str) -> None:
    """An office in a sentence or alone is no signature."""
    assert signatures(text) == ()


def test_the_heading_over_the_block_before_says_nothing_of_the_next() -> None:
    """`Diperiksa oleh:` stands over the clerk; the chief below approves."""
    roles = [
        (signature.role, value(signature.name)) for signature in signatures("Diperiksa oleh:\n" + CLERK + "\n" + CHIEF)
    ]

    assert roles == [("checker", "RATIH KUMALA SANJAYA, S.E."), ("approver", "HANGGA WIRASTA, S.STP., M.Si.")]


def test_a_functional_post_is_an_office() -> None:
    """`... Ahli Pertama` above a name, whose degree has three parts."""
    signature = only(f"Disusun oleh:\nPekerja Sosial Ahli Pertama\nBIMA ARGADIPA, S.Tr.Sos.\nNIP. {NIP}\n")

    assert value(signature.position) == "Pekerja Sosial Ahli Pertama"
    assert value(signature.name) == "BIMA ARGADIPA, S.Tr.Sos."
