"""What is wrong in a feature file, looked for before anything is run."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import specs.steps  # noqa: F401 - makes the steps known
from engine.pack import Pack
from reports.words import harmless
from schemas.spec import SpecMistake
from specs.dialects import LANGUAGES, written
from specs.grammar import unknown_language
from specs.reading import FeatureError, FeatureText, read_feature
from specs.scenario_mistakes import first_joined, scenario_wrong
from specs.step_mistakes import drafted
from specs.tag_mistakes import tags_wrong
from specs.unfilled import unfilled
from specs.unknown_steps import Surroundings
from specs.unread_lines import unread_lines
from specs.wrong import Wrong, said

MOST = 100
"""Mistakes of one file that are told; whoever has more mends these first."""


class MistakesError(Exception):
    """A feature file that is not run; the message has each mistake with what to write instead."""

    def __init__(self, mistakes: tuple[SpecMistake, ...]) -> None:
        super().__init__("\n".join(map(_told, mistakes)))
        self.mistakes = mistakes


def _told(one: SpecMistake) -> str:
    first = f"{harmless(one.path)}:{one.line}: {one.message}"
    return "\n".join([first, *(f"    {hint}" for hint in one.hints)])


def refuse_mistakes(path: Path, pack: Pack) -> None:
    """
    Look for mistakes.

    Raises:
        MistakesError: There are some.
    """
    found = mistakes(path, pack)
    if found:
        raise MistakesError(found)


def mistakes(path: Path, pack: Pack) -> tuple[SpecMistake, ...]:
    """Return what is wrong in a feature file, by line; at most `MOST` and a word that there is more."""
    try:
        feature = read_feature(path)
        found = list(islice(_once(_wrong(feature, pack)), MOST + 1))
    except FeatureError as error:
        found = list(error.wrong)
    if len(found) > MOST:
        found[MOST:] = [_more(found)]
    return tuple(_mistake(path, one) for one in sorted(found, key=lambda one: (one.line, one.code == "more")))


def _mistake(path: Path, wrong: Wrong) -> SpecMistake:
    name = str(path).encode("utf-8", "replace").decode("utf-8")
    return SpecMistake(path=name, line=wrong.line, code=wrong.code, message=wrong.message, hints=wrong.hints)


def _more(found: list[Wrong]) -> Wrong:
    line = max(one.line for one in found)
    return Wrong(line, "more", "Masih ada kesalahan lain yang belum ditampilkan.", ("Perbaiki dahulu yang di atas.",))


def _once(found: Iterator[Wrong]) -> Iterator[Wrong]:
    """What is wrong in a background is so in each of its scenarios; it is told once."""
    seen: set[tuple[int, str, str]] = set()
    for one in found:
        key = one.line, one.code, one.message
        if key not in seen:
            seen.add(key)
            yield one


def _wrong(feature: FeatureText, pack: Pack) -> Iterator[Wrong]:
    if feature.language not in LANGUAGES:
        yield unknown_language(_language_line(feature), feature.language)
        return
    unread = list(unread_lines(feature))
    open_places = list(unfilled(feature))
    yield from unread
    yield from open_places
    yield from _parts(feature, unread)
    yield from tags_wrong(feature, pack, frozenset().union(*(drafted(one.steps) for one in feature.scenarios)))
    yield from _open_rows(feature)
    yield from _scenarios(feature, Surroundings(feature.path, written(feature.language), pack), unread + open_places)


def _language_line(feature: FeatureText) -> int:
    lines = enumerate(feature.lines[: feature.line], 1)
    return next((number for number, line in lines if line.strip().startswith("#") and feature.language in line), 1)


def _parts(feature: FeatureText, unread: list[Wrong]) -> Iterator[Wrong]:
    """The feature as a whole."""
    if not feature.scenarios and not unread:
        message = f"Fitur {said(feature.name)} belum memuat skenario."
        hint = 'Tulis "Skenario: apa yang diuji" dengan langkah Dengan, Ketika, Maka di bawahnya.'
        yield Wrong(feature.line, "no-scenario", message, (hint,))
    for background in feature.backgrounds:
        yield from first_joined(background.steps, written(feature.language))
        if not background.steps:
            hint = 'Baris yang diawali "Latar Belakang:" atau "Dasar:" selalu berarti latar belakang skenario.'
            yield Wrong(background.line, "empty-background", "Latar belakang ini tidak memuat langkah.", (hint,))


def _open_rows(feature: FeatureText) -> Iterator[Wrong]:
    """Rows of tables whose last cell would be lost without a word."""
    tables = [step.table_lines for scenario in feature.scenarios for step in scenario.steps]
    tables += [(one.head_line, *one.row_lines) for scenario in feature.scenarios for one in scenario.examples]
    for line in dict.fromkeys(line for lines in tables for line in lines):
        row = feature.lines[line - 1].strip() if line else "|"
        rest = row.replace("\\|", "").rpartition("|")[2].strip()
        if rest and not rest.startswith("#"):
            message = f"Baris tabel ini tidak diakhiri tanda |, sehingga {said(rest)} tidak terbaca."
            yield Wrong(line, "open-row", message, ("Akhiri baris ini dengan tanda |.",))


def _scenarios(feature: FeatureText, around: Surroundings, unread: list[Wrong]) -> Iterator[Wrong]:
    seen: dict[str, int] = {}
    starts = [scenario.line for scenario in feature.scenarios]
    for scenario, end in zip(feature.scenarios, [*starts[1:], len(feature.lines) + 1], strict=False):
        if scenario.name and scenario.name in seen:
            message = f"Nama skenario {said(scenario.name)} sudah dipakai pada baris {seen[scenario.name]}."
            yield Wrong(scenario.line, "duplicate", message, ("Beri nama lain, agar keduanya dapat dibedakan.",))
        seen.setdefault(scenario.name, scenario.line)
        partly = any(scenario.line < one.line < end for one in unread)
        yield from (one for one in scenario_wrong(scenario, around) if not (partly and one.code in _LACKING))


_LACKING = frozenset({"no-steps", "no-then", "nothing-after", "no-given", "first-joined"})
"""What a scenario lacks because some of its lines were not read as steps or are still to be filled in: that is told."""
