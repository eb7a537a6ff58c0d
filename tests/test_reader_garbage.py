"""Nothing that a file may hold stops the reader: any bytes give a document or a `ReadError`, soon."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readers.errors import ReadError
from readers.text import read_text
from schemas.blocks import Document, Piece, Table

PATIENCE = 10.0
"""Seconds for the dearest file on a busy machine; an idle one needs about one. Quadratic work needs minutes."""

MEGABYTE = 1024 * 1024

FRAGMENTS = [
    "\n", "\n\n", "\r", "\r\n", "\f", "\t", "\t\t", "|", "| a | b |", "|---|", "\\|", " ", "\u00a0", "\u200b", "\x00",
    "#", "## ", "**", "*", "__", "_", "\\", "[a](b)", "- ", "• ", "1. ", "2. ", "; 3. ", "a. ", "; b. ", "(1) ", "A. ",
    "I. ", "IV.", "Nomor ", "Kata", "kata;", "<", ">", "<b>", "</b>", "<br>", "<p>", "</p>", "<div>", "<ol>", "</ol>",
    "<ul>", "<li>", "<h2>", "</h2>", "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<th colspan=3>",
    "<td rowspan=2 colspan=2>", "<!--", "-->", "<x>", "</x>", "<o:p>", "&amp;", "&nbsp;", "&", "Halaman 2 dari 3",
    "(2)", "---", "–", "é", "\U0001f600",
]  # fmt: skip

WORDS = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzABCDEF"), min_size=3, max_size=8)
WORD = re.compile("[a-zA-Z]+")
SENTENCES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
ROWS = st.lists(SENTENCES, min_size=2, max_size=4)
PLAIN_LINES = st.one_of(
    st.just(""),
    SENTENCES,
    SENTENCES.map("  {}".format),
    st.tuples(st.sampled_from(["1. ", "2) ", "- ", "- c. ", "• ", "(4) "]), SENTENCES).map("".join),
    st.tuples(st.sampled_from(["# ", "### ", "II. Bab "]), SENTENCES).map("".join),
    ROWS.map("\t".join),
    ROWS.map(lambda cells: f"| {' | '.join(cells)} |"),
    SENTENCES.map("**{}**".format),
    SENTENCES.map("<p>{}</p>".format),
    ROWS.map(lambda cells: f"<table><tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr></table>"),
)


def outcome(data: bytes) -> Document | ReadError:
    """Read the bytes within the time allowed."""
    begin = time.perf_counter()
    try:
        result: Document | ReadError = read_text(data, name="sop.txt")
    except ReadError as exc:
        result = exc
    assert time.perf_counter() - begin < PATIENCE
    return result


def pieces_of(document: Document) -> list[Piece]:
    """Return all pieces in reading order."""
    pieces: list[Piece] = []
    for block in document.blocks:
        if isinstance(block, Table):
            pieces += [piece for row in block.rows for cell in row.cells for piece in cell.pieces]
        else:
            pieces += block.pieces
    return pieces


@settings(deadline=None)  # outcome() has a bound of its own
@given(st.binary(max_size=300))
def test_any_bytes_give_a_document_or_a_read_error(data: bytes) -> None:
    """Whatever the bytes are, the answer is a document or an error with a code and a message."""
    result = outcome(data)

    assert isinstance(result, Document) or (result.code and result.message)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join))
def test_any_mixture_of_mark_up_gives_a_well_placed_document(text: str) -> None:
    """However mark-up is mixed, each piece holds words and stands within the file."""
    result = outcome(text.encode())

    if isinstance(result, Document):
        assert result.blocks
        lines = re.split("\r\n|\r|\n", text)
        for piece in pieces_of(result):
            assert piece.text == piece.text.strip() != ""
            assert 1 <= piece.line <= result.lines <= len(lines)
            assert 1 <= piece.column <= len(lines[piece.line - 1])


@settings(deadline=None)
@given(st.lists(PLAIN_LINES, min_size=1, max_size=20).filter(any))
def test_words_survive_in_order_and_at_their_places(lines: list[str]) -> None:
    """No word of a plain document is lost, doubled or moved, and each piece is found where it says."""
    text = "\n".join(lines)

    document = read_text(text.encode(), name="sop.txt")

    pieces = pieces_of(document)
    bare = re.sub(r"<[^<>]*>|^II\. |^- c\. ", " ", text, flags=re.MULTILINE)
    assert WORD.findall(bare) == WORD.findall(" ".join(piece.text for piece in pieces))
    for piece in pieces:
        assert lines[piece.line - 1][piece.column - 1 :].startswith(piece.text)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"kata " * (16 * MEGABYTE // 5), id="one-line"),
        pytest.param((b"a" * (MEGABYTE - 1) + b"\n") * 16, id="long-lines"),
        pytest.param(b"1\tkata\tkata\n" * 100_000, id="tab-rows"),
        pytest.param(b"| 1 | kata |\n" * 100_000, id="pipe-rows"),
        pytest.param(b"<table>" + b"<tr><td>a</td></tr>\n" * 50_000, id="html-rows"),
        pytest.param(b"<div>" * 100_000 + b"a", id="nested-div"),
        pytest.param(b"<ol><li>" * 90_000 + b"a", id="nested-lists"),
        pytest.param(b"<table><tr><td>" * 60_000 + b"a", id="nested-tables"),
        pytest.param(b"<table></table>" * 26_000 + b"a", id="tables-in-a-line"),
        pytest.param(b"<table>" + b"<td colspan=200 rowspan=200>" * 30_000, id="spans"),
        pytest.param(b"<" * (MEGABYTE - 1), id="less-than"),
        pytest.param(b"<a " * 300_000, id="open-tags"),
        pytest.param(b"<" + b"a" * (MEGABYTE - 2), id="endless-tag-name"),
        pytest.param(b"<!--" * 99_000 + b"\n-->" + b"<!--" * 99_000, id="comments"),
        pytest.param(b"|" * (MEGABYTE - 1), id="pipes"),
        pytest.param(b"|" + b"-|" * (MEGABYTE // 3), id="ruler"),
        pytest.param(b"\t" * (MEGABYTE - 2) + b"a", id="tabs"),
        pytest.param(b"&" + b"a" * (MEGABYTE - 2), id="endless-entity"),
        pytest.param((b" *a" * 300_000 + b"\n") * 16, id="open-emphasis"),
        pytest.param(b"**a\n" * 190_000, id="open-bold-lines"),
        pytest.param(b"[a](b" * 150_000, id="open-links"),
        pytest.param((b"1. a" + b"2.0 " * 250_000 + b"\n") * 16, id="false-numbers"),
        pytest.param(b"1. a " + b" ".join(b"%d. ab." % n for n in range(3, 999, 2)) * 100, id="numbers-left-out"),
        pytest.param((b"a\t- b" + b" " * (MEGABYTE - 9) + b"c\n") * 15, id="blanks"),
        pytest.param(b"a\t<ol>\n" + b"1. a\n" * 90_000, id="endless-cell"),
        pytest.param(b"a\f" * 90_000, id="form-feeds"),
        pytest.param(b"\xc3\xa9\xff\n" * 90_000, id="broken-utf-8"),
    ],
)
def test_hostile_files_end_soon(data: bytes) -> None:
    """Work grows no faster than the file: each gives a document or an error within the time allowed."""
    result = outcome(data)

    assert isinstance(result, Document | ReadError)
