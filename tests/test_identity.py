"""The identity block in each layout: what is printed is read, what the layout does not tell is said to be unplaced."""

from __future__ import annotations

import datetime as dt

import pytest

from schemas.sop import Sop
from tests.sop_texts import FIELDS, LETTERHEAD, NIP, STEPS, at, read, read_one, value, with_fields

PAIRS = list(FIELDS.items())
SECTION = "\nDasar Hukum\n1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah\n"
LABELS = LETTERHEAD + "".join(f"{label}\n" for label in FIELDS)
OFFICIAL = ["CAMAT BUKIT LEMBAYUNG,", "HANGGA WIRASTA, S.STP., M.Si.", "Pembina (IV/a)", f"NIP. {NIP}"]
FIRST, *REST = PAIRS


def rows(pairs: list[tuple[str, str]]) -> str:
    """Return pairs as an HTML table."""
    return "<table>" + "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in pairs) + "</table>\n"


def lines(pattern: str) -> str:
    """Return a line for each label and value."""
    return "".join(pattern.format(a=a, b=b) for a, b in PAIRS)


LAYOUTS = {
    "colon": LETTERHEAD + lines("{a} : {b}\n"),
    "colon-close": LETTERHEAD + lines("{a}: {b}\n"),
    "capital-labels": LETTERHEAD + "".join(f"{a.upper()} : {b}\n" for a, b in PAIRS),
    "bold-labels": LETTERHEAD + lines("**{a}** : {b}\n"),
    "bulleted": LETTERHEAD + lines("- {a} : {b}\n"),
    "numbered": LETTERHEAD + "".join(f"{n}. {a} : {b}\n" for n, (a, b) in enumerate(PAIRS, 1)),
    "tabs": LETTERHEAD + lines("\t{a}\t{b}\n"),
    "tabs-colon-column": LETTERHEAD + lines("{a}\t:\t{b}\n"),
    "tabs-letterhead-beside": "PEMERINTAH KABUPATEN SERUNI KECAMATAN BUKIT LEMBAYUNG" + lines("\t{a}\t{b}\n"),
    "tabs-reversed": LETTERHEAD + lines("{b}\t{a}\n"),
    "pipes": LETTERHEAD + "\n| | |\n|---|---|\n" + lines("| {a} | {b} |\n"),
    "pipes-reversed": LETTERHEAD + "\n| | |\n|---|---|\n" + lines("| {b} | {a} |\n"),
    "html": LETTERHEAD + rows(PAIRS),
    "html-reversed": LETTERHEAD + rows([(b, a) for a, b in PAIRS]),
    "html-letterhead-beside": "<table><tr><td rowspan=7>PEMERINTAH KABUPATEN SERUNI<br>KECAMATAN BUKIT LEMBAYUNG</td>"
    f"<td>{FIRST[0]}</td><td>{FIRST[1]}</td></tr>"
    + "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in REST)
    + "</table>\n",
    "running-text": LETTERHEAD + lines("{a} : {b} ") + "\n",
    "running-text-without-colons": LETTERHEAD + lines("{a} {b} ") + "\n",
    "whole-form-in-one-line": LETTERHEAD.replace("\n", " ") + lines("{a} : {b} ") + "\n",
    "two-in-a-line": LETTERHEAD
    + "".join(f"{a} : {b} {c} : {d}\n" for (a, b), (c, d) in zip(PAIRS[:6:2], PAIRS[1:6:2], strict=True))
    + "{} : {}\n".format(*PAIRS[6]),
    "values-after-all-labels": LABELS + lines("{b}\n"),
    "values-with-colons-after-all-labels": LETTERHEAD + lines("{a} :\n") + "\n" + lines(": {b}\n"),
    "other-words": LETTERHEAD
    + "No. SOP : 065/12/BL/2024\nTgl. Pembuatan : 2 Januari 2024\nTgI. Revisi : -\nTgl Disahkan : 9 Januari 2024\n"
    + "Tanggal Berlaku : 15 Januari 2024\nDisyahkan oleh : CAMAT BUKIT LEMBAYUNG\n"
    + "Judul SOP : PELAYANAN SURAT PENGANTAR\n",
}


def states(sop: Sop) -> dict[str, str]:
    """Return the fields that are not filled."""
    assert sop.identity is not None
    return {item.name: item.state for item in sop.identity.fields if item.state != "filled"}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_identity(layout: str) -> None:
    """Where label and value stand does not change what they say."""
    sop = read_one(LAYOUTS[layout] + SECTION)

    identity = sop.identity
    assert identity is not None
    assert identity.approver is not None
    assert value(identity.number) == "065/12/BL/2024"
    assert value(identity.title) == "PELAYANAN SURAT PENGANTAR"
    assert value(identity.created) == dt.date(2024, 1, 2)
    assert value(identity.approved) == dt.date(2024, 1, 9)
    assert value(identity.effective) == dt.date(2024, 1, 15)
    assert value(identity.approver.position) == "CAMAT BUKIT LEMBAYUNG"
    assert identity.approver.name is None
    assert identity.approver.nip_text is None
    assert identity.revised is None
    assert states(sop) == {"revised": "dash"}
    assert value(sop.government) == "KABUPATEN SERUNI"
    assert value(sop.unit) == "KECAMATAN BUKIT LEMBAYUNG"
    assert [citation.text.value for citation in sop.legal_basis] == [
        "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah"
    ]


def test_values_below_their_labels_are_read() -> None:
    """A value may stand in the line after its label."""
    sop = read_one(LETTERHEAD + lines("{a}\n{b}\n").replace("\n-\n", "\n3 Januari 2024\n") + SECTION)

    identity = sop.identity
    assert identity is not None
    assert identity.approver is not None
    assert value(identity.number) == "065/12/BL/2024"
    assert value(identity.title) == "PELAYANAN SURAT PENGANTAR"
    assert value(identity.created) == dt.date(2024, 1, 2)
    assert value(identity.revised) == dt.date(2024, 1, 3)
    assert value(identity.approver.position) == "CAMAT BUKIT LEMBAYUNG"
    assert states(sop) == {}


def test_bare_labels_in_a_column_of_colons_are_read() -> None:
    """`Nomor           : ...` beside sure labels is the number of the SOP."""
    text = lines("{a:<20}: {b}\n").replace("Nomor SOP", "Nomor    ").replace("Nama SOP", "Judul   ")
    identity = read_one(LETTERHEAD + text + SECTION).identity

    assert identity is not None
    assert value(identity.number) == "065/12/BL/2024"
    assert value(identity.title) == "PELAYANAN SURAT PENGANTAR"


def test_every_value_tells_its_place() -> None:
    """Line, column and words of label and value are those of the file."""
    identity = read_one(LAYOUTS["colon"] + SECTION).identity

    assert identity is not None
    assert identity.number is not None
    assert identity.approved is not None
    labels = {item.name: item.label for item in identity.fields}
    assert at(identity.number.evidence[0]) == (3, 13, "065/12/BL/2024")
    assert at(identity.approved.evidence[0]) == (6, 22, "9 Januari 2024")
    assert labels["approver"] is not None
    assert at(labels["approver"].evidence[0]) == (8, 1, "Disahkan Oleh")
    assert identity.place is not None
    assert (identity.place.line, identity.place.note) == (3, "baris 3-9")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(LETTERHEAD + lines("{a} :\n"), id="nothing"),
        pytest.param(LETTERHEAD + lines("{a} : ........\n"), id="dots"),
        pytest.param(LETTERHEAD + lines("{a} : ____\n"), id="lines"),
        pytest.param(LETTERHEAD + lines("\t{a}\t\n"), id="empty-cells"),
    ],
)
def test_a_form_that_nobody_filled_in_has_empty_fields(text: str) -> None:
    """Labels without values are empty, nothing is invented for them."""
    sop = read_one(text + SECTION)

    assert states(sop) == dict.fromkeys(
        ["number", "title", "created", "revised", "approved", "effective", "approver"], "empty"
    )
    assert sop.identity is not None
    assert sop.identity.approver is None
    assert sop.identity.title is None
    assert sop.identity.dates == {}


@pytest.mark.parametrize("dash", ["-", "–", "---", "Nihil", "tidak ada", "n/a"])
def test_a_dash_is_an_answer_for_the_revision_only(dash: str) -> None:
    """No revision is a fact about an SOP; no date of approval is an empty field."""
    sop = read_one(with_fields(revisi=dash, pengesahan=dash) + SECTION)

    assert states(sop) == {"revised": "dash", "approved": "empty"}


def test_a_label_that_is_missing_is_absent() -> None:
    """A field without a label is absent, and has no label to show."""
    sop = read_one(with_fields().replace("Nama SOP : PELAYANAN SURAT PENGANTAR\n", "") + SECTION)

    assert states(sop) == {"title": "absent", "revised": "dash"}
    assert sop.identity is not None
    assert sop.identity.title is None
    assert [item.label for item in sop.identity.fields if item.name == "title"] == [None]


@pytest.mark.parametrize(
    ("printed", "state", "iso", "ambiguous"),
    [
        ("31 Februari 2024", "invalid", None, False),
        ("... Januari 2024", "incomplete", None, False),
        ("05/06/2024", "valid", dt.date(2024, 6, 5), True),
        ("25-06-2024", "valid", dt.date(2024, 6, 25), False),
        ("segera", "unreadable", None, False),
    ],
)
def test_dates_are_read_as_printed(printed: str, state: str, iso: dt.date | None, ambiguous: bool) -> None:
    """A date keeps its words; only a day that exists becomes a date."""
    identity = read_one(with_fields(pengesahan=printed) + SECTION).identity

    assert identity is not None
    read_date = identity.dates["approved"]
    assert (read_date.text.value, read_date.state, read_date.iso, read_date.ambiguous) == (
        printed,
        state,
        iso,
        ambiguous,
    )
    assert value(identity.approved) == iso


APPROVERS = {
    "below-the-label": LETTERHEAD
    + "".join(f"{a} : {b}\n" for a, b in PAIRS if a != "Disahkan Oleh")
    + "Disahkan Oleh :\n"
    + "\n\n".join(OFFICIAL)
    + "\n",
    "in-one-cell": LETTERHEAD + rows([(a, "<br>".join(OFFICIAL) if a == "Disahkan Oleh" else b) for a, b in PAIRS]),
    "in-rows-of-a-table": LETTERHEAD
    + "".join(f"\t{a}\t{b}\n" for a, b in PAIRS).replace("CAMAT BUKIT LEMBAYUNG", "\n\t\t".join(OFFICIAL)),
    "after-all-labels": LABELS + "\n".join([*list(FIELDS.values())[:5], *OFFICIAL, FIELDS["Nama SOP"]]) + "\n",
}


@pytest.mark.parametrize("layout", APPROVERS)
def test_the_approver_has_office_name_rank_and_number(layout: str) -> None:
    """The words under the label are one official."""
    identity = read_one(APPROVERS[layout] + SECTION).identity

    assert identity is not None
    approver = identity.approver
    assert approver is not None
    assert value(approver.position) == "CAMAT BUKIT LEMBAYUNG"
    assert value(approver.name) == "HANGGA WIRASTA, S.STP., M.Si."
    assert value(approver.rank) == "Pembina (IV/a)"
    assert value(approver.nip) == "198003192005011002"
    assert value(approver.nip_text) == NIP
    assert approver.signed is None
    assert value(identity.title) == "PELAYANAN SURAT PENGANTAR"


@pytest.mark.parametrize("trace", ["ttd.", "ttd", "t.t.d"])
def test_the_trace_of_a_signature_is_kept(trace: str) -> None:
    """`ttd` between office and name is neither of them."""
    text = APPROVERS["below-the-label"].replace("LEMBAYUNG,", f"LEMBAYUNG,\n{trace}")

    identity = read_one(text + SECTION).identity

    assert identity is not None
    assert identity.approver is not None
    assert value(identity.approver.signed) == trace
    assert value(identity.approver.name) == "HANGGA WIRASTA, S.STP., M.Si."
    assert value(identity.approver.position) == "CAMAT BUKIT LEMBAYUNG"


def test_an_office_printed_above_its_label_belongs_to_it() -> None:
    """A centred cell puts the office above the label and the name below it."""
    text = LETTERHEAD + "".join(f"{a} : {b}\n" for a, b in PAIRS[:5])
    text += f"CAMAT BUKIT LEMBAYUNG\nDisahkan Oleh :\nHANGGA WIRASTA, S.STP.\nNIP. {NIP}\nNama SOP : PELAYANAN\n"

    identity = read_one(text + SECTION).identity

    assert identity is not None
    assert identity.approver is not None
    assert value(identity.approver.position) == "CAMAT BUKIT LEMBAYUNG"
    assert value(identity.approver.name) == "HANGGA WIRASTA, S.STP."


def test_the_first_column_of_the_step_table_is_no_label() -> None:
    """Where the block has no number, `No` above the steps close below it is still the head of their count."""
    text = with_fields().replace("Nomor SOP : 065/12/BL/2024\n", "")

    sop = read_one(text + "\n" + STEPS)

    assert states(sop)["number"] == "absent"
    assert len(sop.steps) == 2


def test_values_that_do_not_fit_in_order_are_unplaced() -> None:
    """One value too few after all labels: nothing says which is missing, so no date is given to a label."""
    sop = read_one(LABELS + "".join(f"{b}\n" for a, b in PAIRS if a != "Tanggal Revisi") + SECTION)

    assert sop.identity is not None
    unplaced = ["number", "title", "created", "revised", "approved", "effective"]
    assert {name: state for name, state in states(sop).items() if name != "approver"} == dict.fromkeys(
        unplaced, "unplaced"
    )
    assert sop.identity.dates == {}
    assert sop.identity.number is None


def test_an_unplaced_approver_is_the_only_one_who_signs() -> None:
    """Where label and value lost each other, the only signature of the text is the approver's."""
    end = f"Peringatan\nBila terlambat\n\n2 Januari 2024\n\nCAMAT BUKIT LEMBAYUNG,\n\nHANGGA WIRASTA\nNIP. {NIP}\n"

    sop = read_one(LABELS + SECTION + end)

    assert sop.identity is not None
    assert sop.identity.approver is not None
    assert value(sop.identity.approver.name) == "HANGGA WIRASTA"
    assert sop.signatures == ()
    assert states(sop)["created"] == "unplaced"
    assert "approver" not in states(sop)


def test_a_title_goes_on_in_the_next_line_in_the_same_capitals() -> None:
    """A long title is broken over two lines."""
    identity = read_one(with_fields() + "DAN LEGALISASI DOKUMEN\n" + SECTION).identity

    assert identity is not None
    assert identity.title is not None
    assert identity.title.value == "PELAYANAN SURAT PENGANTAR DAN LEGALISASI DOKUMEN"
    assert [at(place) for place in identity.title.evidence] == [
        (9, 12, "PELAYANAN SURAT PENGANTAR"),
        (10, 1, "DAN LEGALISASI DOKUMEN"),
    ]


def test_another_kind_of_line_does_not_continue_a_title() -> None:
    """Words in other letters are not part of the title."""
    identity = read_one(with_fields() + "Berlaku untuk semua seksi\n" + SECTION).identity

    assert identity is not None
    assert value(identity.title) == "PELAYANAN SURAT PENGANTAR"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Nomor SOP : 1/2\nNama SOP : X\n", id="two-labels"),
        pytest.param(
            "Kami catat nomor sop dan tanggal pengesahan, tanggal revisi dan tanggal efektif.\n", id="in-a-sentence"
        ),
        pytest.param("Nomor SOP : 1/2\n" + "\n" * 31 + "Nama SOP : X\n" + "\n" * 31 + "Disahkan Oleh : Y\n", id="far"),
    ],
)
def test_few_or_scattered_labels_are_no_identity_block(text: str) -> None:
    """Fewer than three labels that stand together say nothing about a form."""
    assert read(text + SECTION).kind == "unknown"


def test_letterhead_words_are_no_approver() -> None:
    """What stands below an empty label and is a letterhead is no official."""
    text = with_fields(oleh="").replace("Disahkan Oleh : \n", "") + "Disahkan Oleh :\nPEMERINTAH KABUPATEN SERUNI\n"

    sop = read_one(text + SECTION)

    assert sop.identity is not None
    assert sop.identity.approver is None
    assert states(sop)["approver"] == "empty"
