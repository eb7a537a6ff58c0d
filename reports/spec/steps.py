"""The steps that a spec may use, for people at a terminal, and as one HTML page."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import click

from reports.labels import Language
from reports.numbers import whole
from reports.spec.rendering import render
from reports.spec.table import SpecStyle
from reports.table import MIN_WIDTH
from reports.words import harmless
from schemas.spec_steps import StepInfo, StepList, StepPart, StepTopic, Way

_WIDTH: Final = 100
"""Columns at most: examples are read as they stand, whatever the width."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    title: str
    intro: str
    counted: str
    """With numbers of steps and topics."""
    found: str
    """Besides, with the words that were looked for."""
    either: str
    """Behind which keywords."""
    below: dict[str, str]
    also: str
    choices: str
    example: str
    contents: str
    skip: str
    program: str
    key: str
    """How to read what is marked."""
    keywords: tuple[tuple[str, str], ...]
    keyword_heading: str
    count: str


WORDS: Final[dict[Language, Words]] = {
    "id": Words(
        title="Langkah yang dapat dipakai dalam spesifikasi",
        intro="Salin langkahnya ke dalam skenario, lalu ganti kata yang digarisbawahi dengan kata Anda.",
        counted="{steps} langkah dalam {topics} pokok.",
        found="Hanya yang memuat: {find}.",
        either="atau",
        below={
            "table": "Di bawahnya harus ada tabel, seperti pada contoh.",
            "text": 'Di bawahnya harus ada blok teks di antara dua baris """, seperti pada contoh.',
            "lines": 'Di bawahnya harus ada tabel satu kolom, atau blok teks di antara dua baris """.',
        },
        also="Dapat pula ditulis",
        choices="Pilihan kata",
        example="Contoh",
        contents="Pokok",
        skip="Langsung ke isi",
        program="Dibuat dengan {tool}.",
        key="Kata di antara kurung siku diganti dengan kata Anda.",
        keywords=(
            ("Dengan", "apa yang ada pada mulanya"),
            ("Ketika", "apa yang diubah atau dilakukan"),
            ("Maka", "apa yang harus terjadi"),
            ("Dan, Tapi", "seperti langkah di atasnya"),
        ),
        keyword_heading="Kata kunci",
        count="{count} langkah",
    ),
    "en": Words(
        title="Steps that a spec may use",
        intro="Copy a step into a scenario, then put your own words in place of those that are underlined.",
        counted="{steps} steps in {topics} topics.",
        found="Only those with: {find}.",
        either="or",
        below={
            "table": "A table must stand below it, as in the example.",
            "text": 'A block of text between two lines """ must stand below it, as in the example.',
            "lines": 'A table of one column, or a block of text between two lines """, must stand below it.',
        },
        also="May also be written",
        choices="Words to choose from",
        example="Example",
        contents="Topics",
        skip="Skip to the contents",
        program="Made with {tool}.",
        key="Put your own words in place of those in square brackets.",
        keywords=(
            ("Given", "what is there at the beginning"),
            ("When", "what is changed or done"),
            ("Then", "what must come"),
            ("And, But", "as the step above"),
        ),
        keyword_heading="Keywords",
        count="{count} steps",
    ),
}


def counted(told: StepList) -> str:
    """How many steps there are, and which were asked for."""
    words = WORDS[told.lang]
    said = words.counted.format(steps=whole(told.count, told.lang), topics=len(told.topics))
    return f"{said} {words.found.format(find=told.find)}" if told.find else said


def write_html(told: StepList) -> bytes:
    """Return the page."""
    return render("steps.html", told.lang, told=told, s=WORDS[told.lang], counted=counted(told))


def write_table(told: StepList, style: SpecStyle) -> bytes:
    """Return the list for a terminal."""
    return "".join(f"{line}\n" for line in _List(told, style).lines()).encode(style.encoding, "replace")


class _List:
    """Lays out the steps."""

    def __init__(self, told: StepList, style: SpecStyle) -> None:
        self._told = told
        self._colour = style.colour
        self._words = WORDS[told.lang]
        self._width = min(max(style.width, MIN_WIDTH), _WIDTH)

    def lines(self) -> Iterator[str]:
        """Keywords, then the steps by topic, then how many there are."""
        yield from self._wrapped(self._words.key)
        yield from self._wrapped("; ".join(f"{word}: {what}" for word, what in self._words.keywords) + ".")
        for topic in self._told.topics:
            yield from self._topic(topic)
        yield ""
        yield from self._wrapped(counted(self._told))

    def _topic(self, topic: StepTopic) -> Iterator[str]:
        yield from ("", self._styled(topic.title, fg="cyan"), "")
        for at, one in enumerate(topic.steps):
            yield from [""] if at else []
            yield from self._step(one)

    def _step(self, one: StepInfo) -> Iterator[str]:
        words = self._words
        keywords = "/".join(one.keywords)
        yield from (self._styled(line) for line in self._wrapped(f"{keywords} {_written(one.ways[0])}", "  ", "      "))
        yield from self._wrapped(one.about, "    ")
        for way in one.ways[1:]:
            yield from self._wrapped(f"{words.also}: {_written(way)}", "    ", "      ")
        if one.argument:
            yield from self._wrapped(words.below[one.argument], "    ")
        first, *below = one.example.split("\n")
        yield from self._wrapped(f"{words.example}: {first}", "    ", "      ")
        yield from (f"    {harmless(line)}" for line in below)

    def _wrapped(self, text: str, indent: str = "", rest: str | None = None) -> list[str]:
        return textwrap.wrap(
            harmless(text),
            self._width,
            initial_indent=indent,
            subsequent_indent=indent if rest is None else rest,
            break_on_hyphens=False,
            break_long_words=False,
        )

    def _styled(self, text: str, fg: str | None = None) -> str:
        return click.style(text, fg=fg, bold=True) if self._colour else text


def _written(way: Way) -> str:
    """A way of writing a step; words of the user stand in square brackets."""
    return "".join(_part(part) for part in way)


def _part(part: StepPart) -> str:
    if not part.own:
        return part.text
    return f"[{'|'.join(part.choices)}]" if part.choices else f"[{part.text}]"
