"""
The steps that a spec may use.

A step is a function with the ways in which it is written; pytest-bdd sees one step for each of Given, When and Then,
which finds it here. So the same table serves running, looking for mistakes, and the list of steps for auditors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from specs.words import Language, StepPattern

Moment = Literal["given", "when", "then"]
Argument = Literal["table", "text", "lines"]
"""lines = a table of one column, or a block of text."""
F = TypeVar("F", bound=Callable[..., None])

TOPICS: Mapping[str, Mapping[Language, str]] = {
    "dokumen": {"id": "Dokumen", "en": "Documents"},
    "identitas": {"id": "Identitas dan tanggal", "en": "Identity and dates"},
    "dasar-hukum": {"id": "Dasar hukum", "en": "Legal basis"},
    "langkah": {"id": "Langkah", "en": "Steps"},
    "bagian": {"id": "Bagian SOP", "en": "Sections"},
    "pengesahan": {"id": "Pengesahan dan pejabat", "en": "Approval and officers"},
    "kinerja": {"id": "Data kinerja", "en": "Performance data"},
    "pemeriksaan": {
        "id": "Pemeriksaan: tanggal, profil, parameter, aturan",
        "en": "Audit: date, profile, parameters, rules",
    },
    "hasil": {"id": "Hasil aturan dan temuannya", "en": "Outcomes and findings"},
    "nilai": {"id": "Nilai, predikat, putusan", "en": "Score, grade, verdict"},
    "arsip": {"id": "Arsip", "en": "Archives"},
}
"""In the order in which they are listed."""


@dataclass(frozen=True)
class Known:
    """One step."""

    moments: tuple[Moment, ...]
    patterns: tuple[StepPattern, ...]
    """The first of each language is the one that is listed."""
    topic: str
    about: Mapping[Language, str]
    """What it does, in a sentence."""
    argument: Argument | None
    """What must stand below it."""
    example: Mapping[Language, str]
    """The step as it is written, with what stands below it; without the keyword."""
    run: Callable[..., None] = field(repr=False)

    def pattern(self, language: Language) -> StepPattern:
        """How it is listed in a language."""
        return next(one for one in self.patterns if one.language == language)

    def shown_example(self, language: Language) -> str:
        """The example, or one made of how it is listed; without the keyword, with what stands below it."""
        return self.example[language] or self.pattern(language).sample


@dataclass(frozen=True)
class Found:
    """A step of a spec, as it is known."""

    known: Known
    pattern: StepPattern
    words: Mapping[str, str]
    """Of its arguments, as written."""

    def run(self, desk: Any, table: Sequence[Sequence[str]] | None, text: str | None) -> None:
        """
        Do it.

        Raises:
            Unmet: What it expects did not come.
            MistakeError: The scenario is wrong.
            ValueError: Words that cannot be a value, told in Indonesian.
        """
        values = self.pattern.values(self.words)
        if self.known.argument == "lines":
            values["lines"] = _lines(table, text)
        elif self.known.argument is not None:
            values[self.known.argument] = _wanted(self.known.argument, table, text)
        self.known.run(desk, **values)


def _wanted(argument: Argument, table: Sequence[Sequence[str]] | None, text: str | None) -> Any:
    below = table if argument == "table" else text
    if below is None:
        named = "tabel" if argument == "table" else 'blok teks di antara dua baris """'
        raise ValueError(f"Langkah ini memerlukan {named} di bawahnya.")
    return below


def _lines(table: Sequence[Sequence[str]] | None, text: str | None) -> list[str]:
    if table is not None and any(len(cells) != 1 for cells in table):
        raise ValueError("Tabel di bawah langkah ini harus satu kolom: satu baris, satu butir.")
    if table is None and text is None:
        raise ValueError("Langkah ini memerlukan tabel satu kolom atau blok teks di bawahnya.")
    return [cells[0] for cells in table] if table is not None else (text or "").splitlines()


class Vocabulary:
    """All steps."""

    def __init__(self) -> None:
        self.steps: list[Known] = []
        self._found: dict[tuple[Moment, str], Found | None] = {}

    def __iter__(self) -> Iterator[Known]:
        """In the order in which they were made known, topic by topic."""
        return iter(sorted(self.steps, key=lambda known: list(TOPICS).index(known.topic)))

    def find(self, moment: Moment, text: str) -> Found | None:
        """Return the step that *text* is."""
        key = moment, text
        if key not in self._found:
            self._found[key] = next(self.matches(moment, text), None)
        return self._found[key]

    def matches(self, moment: Moment, text: str) -> Iterator[Found]:
        """Yield every step that *text* is; there should be one."""
        for known in self.steps:
            if moment in known.moments:
                for pattern in known.patterns:
                    words = pattern.match(text)
                    if words is not None:
                        yield Found(known, pattern, words)
                        break

    def add(self, known: Known) -> None:
        """Make a step known."""
        self.steps.append(known)
        self._found.clear()


VOCABULARY = Vocabulary()


def step(
    *moments: Moment,
    id: str | Sequence[str],  # noqa: A002 - the code of the language
    en: str | Sequence[str],
    topic: str,
    about: tuple[str, str],
    argument: Argument | None = None,
    example: tuple[str, str] = ("", ""),
) -> Callable[[F], F]:
    """
    Make a step of a function.

    Args:
        moments: Where it may stand.
        id: How it is written in Indonesian; the first way is the one that is listed.
        en: The same in English.
        topic: A key of `TOPICS`.
        about: What it does, in Indonesian and English.
        argument: What must stand below it; the function takes it as ``table`` (rows of cells),
            ``text`` or ``lines``.
        example: As it is written, in Indonesian and English, with what stands below it.
    """
    ways: dict[Language, str | Sequence[str]] = {"id": id, "en": en}
    patterns = tuple(
        StepPattern(one, language)
        for language, written in ways.items()
        for one in ([written] if isinstance(written, str) else written)
    )

    def decorate(function: F) -> F:
        said: dict[Language, str] = {"id": about[0], "en": about[1]}
        shown: dict[Language, str] = {"id": example[0], "en": example[1]}
        assert topic in TOPICS
        VOCABULARY.add(Known(moments, patterns, topic, said, argument, shown, function))
        return function

    return decorate


def given(**told: Any) -> Callable[[F], F]:
    """Make a step for what is there at the beginning: Dengan."""
    return step("given", **told)


def when(**told: Any) -> Callable[[F], F]:
    """Make a step for what is done: Ketika."""
    return step("when", **told)


def then(**told: Any) -> Callable[[F], F]:
    """Make a step for what must come: Maka."""
    return step("then", **told)
