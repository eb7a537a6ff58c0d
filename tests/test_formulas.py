"""Formulas that nobody worked out: what has one meaning is worked out as spreadsheets do, nothing else is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readers.formulas import MAX_CHAIN, Cell, Evaluator, Pending, SheetError, Unknown
from readers.references import SharedFormula, area, cell_position

SHEET = {
    "A1": Decimal(2),
    "A2": Decimal(3),
    "A3": "n/a",
    "A4": None,
    "A5": True,
    "B1": "86,20",
    "B2": "1.240,00",
    "B3": "(13)",
    "B4": "97.25%",
    "B5": "1,234",
    "C1": SheetError("#N/A"),
    "C2": Decimal("0.1"),
    "C3": Decimal("0.2"),
    "C4": "31/12/2024",
}


def worked_out(formula, cells=None):
    """Return the result of a formula in Z99 of a sheet."""
    held = {**SHEET, **(cells or {}), "Z99": Pending("=" + formula)}
    places = {Cell("data", *cell_position(name)): value for name, value in held.items()}
    places[Cell("lain 1", 0, 0)] = Decimal(7)

    def look(cell):
        if cell.sheet not in {"data", "lain 1"}:
            raise Unknown
        return places.get(cell)

    return Evaluator(look).result(Cell("data", *cell_position("Z99")))


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("A1+A2*2", 8), ("(A1+A2)*2", 10), ("-2^2", 4), ("2^3^2", 64), ("10%", "0.1"), ("A1/A2*A2", 2), ("1-2-3", -4),
        ("A1/A2", "0.666666666666667"), ("C2+C3", "0.3"), ("+A1", 2), ("A4", 0), ("A4+1", 1), ("A5+1", 2),
        ("SUM(A1:A5)", 5), ("SUM(A1:A2,4,TRUE)", 10), ("AVERAGE(A1:A5)", "2.5"), ("MIN(A1:A2)", 2), ("MAX(A1:A2,9)", 9),
        ("COUNT(A1:B5)", 2), ("COUNTA(A1:A5)", 4), ("ROUND(2.345,2)", "2.35"), ("ROUND(-2.5,0)", -3),
        ("ROUND(1234,-2)", 1200), ("ABS(-A1)", 2), ("VALUE(B1)", "86.2"), ("VALUE(B2)", 1240), ("VALUE(B3)", -13),
        ("VALUE(B4)", "0.9725"), ('VALUE("86.20")', "86.2"), ('VALUE("1,234.5")', "1234.5"),
        ('VALUE(SUBSTITUTE(SUBSTITUTE(B2,".",""),",","."))/100', "12.4"), ("'Lain 1'!A1*2", 14), ("$A$1+a2", 5),
        ("IF(A1<A2,10,20)", 10), ("IF(A1>A2,10,1/0)", "#DIV/0!"), ("IFERROR(C1,5)", 5), ("IFERROR(A1/A4,0)", 0),
    ],
)  # fmt: skip
def test_results(formula, expected):
    """As Excel shows them, to 15 digits."""
    result = worked_out(formula)

    assert result == (SheetError(expected) if str(expected).startswith("#") else Decimal(expected))


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ('A1&" dari "&A2', "2 dari 3"), ('CONCATENATE(A1,"%")', "2%"), ('SUBSTITUTE("a-b-c","-","+",2)', "a-b+c"),
        ("A1<>A2", True), ('"a"="A"', True), ('"a">9', True), ("A1>=3", False), ("C2+C3=0.3", True), ("A4=0", True),
        ('A4=""', True), ('IF(A3="n/a","",1)', ""), ("TRUE()", True), ('"kata ""kutip"""', 'kata "kutip"'),
        ("IF(A1>A2,1)", False),
    ],
)  # fmt: skip
def test_words_and_truths(formula, expected):
    """Comparing and joining."""
    assert worked_out(formula) == expected
    assert type(worked_out(formula)) is type(expected)


@pytest.mark.parametrize(
    ("formula", "error"),
    [
        ("A1/A4", "#DIV/0!"), ("A3*2", "#VALUE!"), ("C1+1", "#N/A"), ("SUM(A1,C1)", "#N/A"), ("VALUE(A3)", "#VALUE!"),
        ("AVERAGE(A3:A4)", "#DIV/0!"), ("10^400", "#NUM!"), ("(-8)^0.5", "#NUM!"), ('IF("x",1,2)', "#VALUE!"),
    ],
)  # fmt: skip
def test_errors_are_results(formula, error):
    """A sheet shows them, so the report does."""
    assert worked_out(formula) == SheetError(error)


@pytest.mark.parametrize(
    "formula",
    [
        "VALUE(B5)",  # 1234 in English, 1,234 in Indonesian
        "C4+1",  # a date in one language
        'VALUE("12 dokumen")', 'C2&""', 'A5&""',  # words for fractions and truths differ
        "TODAY()", "[1]Data!A1", "Tiada!A1", "SUM(A:A)", "nama*2", "A1:A2", "{1,2}", "A1 A2", "1+", "(1", "SUM(1", "",
        'WEBSERVICE("http://localhost")', 'INDIRECT("A1")', "SUM(A1:XFD1048576)", "1" * 3000, "(" * 99 + "1" + ")" * 99,
        "Z99+1", "+".join("1" for _ in range(900)), "ROUND(1,2,3)", "'[Berkas.xlsx]Data'!A1",
    ],
)  # fmt: skip
def test_what_has_no_one_result_stays_unknown(formula):
    """Functions that are not here, other files, readings that depend on the language, cycles, too much of it."""
    with pytest.raises(Unknown):
        worked_out(formula)


def test_cells_wait_for_each_other_within_limits():
    """A chain is followed so far, a circle never."""
    short = {f"D{row}": Pending(f"=D{row + 1}+1") for row in range(1, MAX_CHAIN - 2)}
    long = {f"D{row}": Pending(f"=D{row + 1}+1") for row in range(1, MAX_CHAIN + 2)}
    circle = {"D1": Pending("=D2"), "D2": Pending("=D1")}

    assert worked_out("D1", short) == len(short)
    for cells in (long, circle):
        with pytest.raises(Unknown):
            worked_out("D1", cells)


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("A1B2$:!()+-*/^&%<>=,;.\"' SUMIFVALUE#{}[]0e"), max_size=40))
def test_garbage_gives_a_result_or_none(formula):
    """No other exception, whatever stands in a cell."""
    try:
        result = worked_out(formula)
    except Unknown:
        return
    assert result is None or isinstance(result, Decimal | str | bool | SheetError)


@pytest.mark.parametrize(
    ("formula", "moved"),
    [
        ("A1*$B$2", "B3*$B$2"), ("SUM(A1:B$2)", "SUM(B3:C$2)"), ("LOG10(A1)", "LOG10(B3)"), ('"A1"&A1', '"A1"&B3'),
        ("'A1 b'!C3+Data!C3", "'A1 b'!D5+Data!D5"), ("XFD1", "#REF!"), ("TW1_2024+A1", "TW1_2024+B3"),
    ],
)  # fmt: skip
def test_shared_formulas_move_with_their_cell(formula, moved):
    """Two rows down, one column to the right."""
    assert SharedFormula(formula, 0, 0).at(2, 1) == moved


def test_references():
    """Positions from 0; nothing beyond a sheet."""
    names = ("A1", "$AA$10", "XFD1048576", "XFE1", "A0", "A1048577", "1A", "AAAA1")
    assert [cell_position(name) for name in names] == [
        (0, 0), (9, 26), (1_048_575, 16_383), None, None, None, None, None,
    ]  # fmt: skip
    assert area("A1:P2") == (0, 0, 2, 16)
    assert area("B2") == (1, 1, 1, 1)
    assert area("P2:A1") is None
