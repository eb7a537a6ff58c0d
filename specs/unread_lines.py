"""
Lines that were meant as steps or headings, and that Gherkin takes for a description without a word.

Between a heading and the first step anything may stand. A first step whose keyword is misspelled, or of another
language, would simply not be run.
"""

from __future__ import annotations

from collections.abc import Iterator

from specs.dialects import HEADS, LISTED, Section, section_of, step_of, written
from specs.grammar import keyword_near, section_near
from specs.reading import FeatureText
from specs.vocabulary import VOCABULARY, Found, Moment
from specs.words import Language
from specs.wrong import Wrong, said, short

_LOOKED_AT = 500
"""Lines of descriptions in one file."""
_LONGEST = 300
"""Characters of a line that may be a step."""
_MOMENTS: tuple[Moment, ...] = ("given", "when", "then")


def unread_lines(feature: FeatureText) -> Iterator[Wrong]:
    """Yield the lines of descriptions that were not meant as such."""
    language = written(feature.language)
    for line, words in feature.prose[:_LOOKED_AT]:
        begun = section_of(words)
        section = begun[1] if begun else section_near(words)
        if section:
            yield _heading(line, words, section, language)
        elif len(words) <= _LONGEST and (found := _step(words, language)):
            yield _meant(line, words, found, language)


def _heading(line: int, words: str, section: Section, language: Language) -> Wrong:
    message = f"Baris ini hanya dibaca sebagai uraian, bukan sebagai bagian spesifikasi: {said(words)}."
    hint = f'Tulis "{HEADS[language][section]}: ..."'
    if section == "feature":
        hint = "Satu berkas hanya boleh memuat satu Fitur; ubah kalimat uraian yang kebetulan serupa."
    return Wrong(line, "unread-line", message, (hint,))


def _step(words: str, language: Language) -> Found | None:
    """The step that a line was to be: its first word is nearly a keyword, and the others are a known step."""
    rest = words.partition(" ")[2].strip() if not step_of(words) else words.split(None, 1)[-1]
    found = next((found for moment in _MOMENTS if (found := VOCABULARY.find(moment, rest))), None)
    return found if found and (step_of(words) or keyword_near(words, language)) else None


def _meant(line: int, words: str, found: Found, language: Language) -> Wrong:
    rest = words.split(None, 1)[-1].strip()
    message = f"Baris ini hanya dibaca sebagai uraian, tidak dijalankan: {said(words)}."
    hint = f"Tulis di bawah baris Skenario: {LISTED[language][found.known.moments[0]]} {short(rest)}"
    return Wrong(line, "unread-line", message, (hint,))
