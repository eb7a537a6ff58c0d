"""The digest as plain text, for terminals and mails."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from reports.digest import words
from reports.words import harmless
from schemas.night import NewFinding, Night, OfficeNight

WIDTH: Final = 78
OFFICES: Final = 25
"""Offices that are told of one by one; the others are counted."""
FINDINGS: Final = 5
"""Of an office."""


def text_of(night: Night) -> str:
    """Return the digest as lines of at most `WIDTH` characters, but for long names of files."""
    lines = [*_head(night), *_first(night), *_offices(night), *_lists(night), *_foot(night)]
    return "\n".join(lines) + "\n"


def _head(night: Night) -> Iterator[str]:
    yield words.TITLE.upper()
    if night.organisation:
        yield harmless(night.organisation)
    yield harmless(f"{words.run(night.run)[:1].upper()}{words.run(night.run)[1:]}, arsip {night.archive}")
    yield ""
    yield from _wrapped(words.complete(night))
    yield from _items(words.gaps(night.state))
    yield from _wrapped(words.against(night))
    if words.other_rules(night):
        yield from _wrapped(words.other_rules(night))
    yield from _section("YANG BERUBAH")
    late = sum(one.late_total for one in night.offices)
    told = [*words.news(night.tally)]
    told += [f"{words.number(late)} laporan belum diserahkan"] if late else []
    told += [f"{words.number(night.unread_total)} dokumen tidak dapat dibaca"] if night.unread_total else []
    yield from _items(told or ["Tidak ada yang berubah."])
    figures = night.figures
    yield from _wrapped(
        f"Seluruh arsip: {words.number(figures.documents)} dokumen, {words.number(figures.total)} temuan"
        f"{_in_brackets(words.severities(figures.findings))}, nilai rata-rata {words.score(figures.score)}"
        + (f" (sebelumnya {words.score(night.figures_before.score)})" if night.figures_before else "")
        + "."
    )


def _first(night: Night) -> Iterator[str]:
    if night.first:
        yield from _section("LIHAT DAHULU")
        for one in night.first:
            yield from _finding(one)


def _offices(night: Night) -> Iterator[str]:
    told = [one for one in night.offices if [*words.of_office(one)]]
    if told:
        yield from _section("PER PERANGKAT DAERAH")
    for one in told[:OFFICES]:
        yield from _office(one)
    if len(told) > OFFICES:
        yield from _wrapped(f"Dan {words.number(len(told) - OFFICES)} perangkat daerah lain dengan perubahan.")
    quiet = len(night.offices) - len(told)
    if quiet:
        yield from _wrapped(f"{words.number(quiet)} perangkat daerah tanpa perubahan.")


def _office(one: OfficeNight) -> Iterator[str]:
    yield ""
    yield harmless(words.office(one.office))
    yield from _items(words.of_office(one), "  ")
    for finding in one.findings[:FINDINGS]:
        yield from _finding(finding, "  ")
    rest = one.tally.total_new + one.tally.waived + one.tally.overruled - min(len(one.findings), FINDINGS)
    if rest > 0 and one.findings:
        yield f"    dan {words.number(rest)} temuan baru lain"
    for step in one.worse[:FINDINGS]:
        cause = words.CAUSES[step.cause]
        yield from _wrapped(
            f"Predikat {step.grade_before} menjadi {step.grade} (nilai {words.score(step.score_before)} menjadi "
            f"{words.score(step.score)}): {words.place(step.place)}{_in_brackets(cause)}",
            "  - ",
        )
    for late in one.late[:FINDINGS]:
        yield from _wrapped(f"Belum diserahkan: {late}", "  - ")
    for place in one.gone[:FINDINGS]:
        yield from _wrapped(f"Tidak ada lagi: {words.place(place)}", "  - ")


def _finding(new: NewFinding, indent: str = "") -> Iterator[str]:
    one = new.finding
    cause = words.cause(one)
    place = f"{words.place(new.place)}{f', {one.place}' if one.place else ''}"
    yield from _wrapped(f"{words.SEVERITY[one.severity]}: {one.title} [{one.code}]{_in_brackets(cause)}", f"{indent}- ")
    yield from _wrapped(place, f"{indent}  ")
    if one.condition:
        yield from _wrapped(one.condition, f"{indent}  ")


def _lists(night: Night) -> Iterator[str]:
    if night.unread:
        yield from _section("TIDAK DAPAT DIBACA")
        yield from _items(f"{words.place(one.place)}: {words.unread(one)}" for one in night.unread)
        yield from _rest(night.unread_total - len(night.unread), "dokumen")
    if night.waivers or night.waivers_told:
        yield from _section("PENGECUALIAN")
        yield from _items([*map(words.waiver, night.waivers), *night.waivers_told])
    if night.unknown:
        yield from _section("PERANGKAT DAERAHNYA TIDAK DIKENAL")
        yield from _items(map(words.place, night.unknown))
        yield from _rest(night.unknown_total - len(night.unknown), "dokumen")


def _foot(night: Night) -> Iterator[str]:
    yield ""
    yield "-" * WIDTH
    yield from _wrapped(words.work(night.state))
    if night.masked:
        yield from _wrapped("NIP, nama orang, dan kutipan dokumen tidak ditampilkan (UU 27/2022).")
    yield from _wrapped(f"patuh {night.version}, profil {night.profile}.")


def _section(title: str) -> Sequence[str]:
    return ["", title, "-" * len(title)]


def _items(some: Iterable[str], indent: str = "") -> Iterator[str]:
    for one in some:
        yield from _wrapped(one, f"{indent}- ")


def _rest(count: int, what: str) -> Sequence[str]:
    return [f"  dan {words.number(count)} {what} lain"] if count > 0 else []


def _in_brackets(said: str) -> str:
    return f" ({said})" if said else ""


def _wrapped(said: str, first: str = "") -> list[str]:
    """Lines of a sentence, whose words may come from documents."""
    return textwrap.wrap(
        harmless(said),
        WIDTH,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )
