"""What is said of a step that is not known where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from engine.pack import Pack
from specs.dialects import LISTED
from specs.nearest import Misfit, Near, alike, misfits, near_steps, suggested
from specs.reading import StepText
from specs.vocabulary import VOCABULARY, Found, Moment
from specs.words import KINDS, Language
from specs.wrong import Wrong, said, short

ALL_STEPS = "Semua langkah yang dikenal: patuh spec --steps"
_MOMENTS: tuple[Moment, ...] = ("when", "then", "given")
_SOUGHT = 30
"""Unknown steps of a file for which the nearest known one is sought; the search takes milliseconds."""
_NAMED = 3
"""Nearest steps that are named."""
_FAR = 18
"""How much less like it than the first a step may be, to be named as well."""
_SURE = 75
"""How like a choice a word must be to be taken for it."""
_AS_NEAR = 12
"""How much less like it than the first a step may be, to be the one that was meant where all but some words fit."""
_OPEN = {'"': '"', "'": "'", "“": "”"}
_QUOTES = "\"'“”"
_EITHER = {"given": "keadaan awal", "when": "yang dilakukan", "then": "yang harus terjadi"}


@dataclass
class Surroundings:
    """What the steps of a file are looked at with."""

    path: Path
    language: Language
    pack: Pack
    sought: int = 0
    """Unknown steps for which the nearest was sought so far."""
    _near: dict[tuple[Moment, str], list[Near]] = field(default_factory=dict)

    @property
    def folder(self) -> Path:
        """From which files are named."""
        return self.path.parent

    def near(self, step: StepText) -> list[Near]:
        """Return the known steps that are most like a step; none once enough were sought."""
        key = step.moment, step.text
        if key not in self._near:
            if self.sought >= _SOUGHT:
                return []
            self.sought += 1
            self._near[key] = near_steps(step.text, step.moment)
        return self._near[key]


def other_moment(step: StepText) -> Found | None:
    """Return a step that is known, but at another moment than it stands at."""
    return next((found for moment in _MOMENTS if (found := VOCABULARY.find(moment, step.text))), None)


def wrong_moment(step: StepText, found: Found, around: Surroundings) -> Wrong:
    """Say that a step stands at another moment than it is known at."""
    words = LISTED[around.language]
    there = found.known.moments[0]
    hints = (f"Tulis: {words[there]} {short(step.text)}",)
    if step.keyword in ("Jika", "Bila") and there == "when":
        message = (
            f"'{step.keyword}' dalam Gherkin berbahasa Indonesia berarti Dengan (keadaan awal), bukan Ketika. "
            f"Langkah {said(step.text)} adalah hal yang dilakukan, jadi diawali Ketika."
        )
        return Wrong(step.line, "given-for-when", message, hints)
    message = (
        f"Langkah {said(step.text)} hanya dikenal sesudah {words[there]} ({_EITHER[there]}), "
        f"padahal di sini berada sesudah {words[step.moment]} ({_EITHER[step.moment]})."
    )
    if not step.joined and step.keyword != words[step.moment]:
        message += f" '{step.keyword}' berarti {words[step.moment]}."
    return Wrong(step.line, "wrong-moment", message, hints)


def unknown(step: StepText, around: Surroundings) -> Wrong:
    """Say that a step is not known, and which is near; or which words of it are wrong, where it is only they."""
    near = around.near(step)
    for one in near:
        fits = one.score >= near[0].score - _AS_NEAR and step.moment in one.known.moments
        wrong = misfits(one.pattern, step.text) if fits else None
        if wrong and "<" not in wrong[0].words:
            return _misfit(step, one, wrong[0], around.language)
    unclosed = _unclosed(step.text)
    message = f"Langkah tidak dikenal: {step.keyword} {short(step.text)}"
    if unclosed:
        message = f"Tanda petik {unclosed} dalam langkah ini tidak ditutup: {step.keyword} {short(step.text)}"
    named = [one for one in near if one.score >= near[0].score - _FAR][:_NAMED]
    hints = [f"Mungkin maksud Anda: {suggested(one, step.text, around.language, step.moment)}" for one in named]
    if step.keyword in ("Jika", "Bila") and named and "given" not in named[0].known.moments:
        hints.append(f"'{step.keyword}' berarti Dengan (keadaan awal); untuk yang dilakukan tulis Ketika.")
    return Wrong(step.line, "unclosed-quote" if unclosed else "unknown-step", message, (*hints, ALL_STEPS))


@dataclass(frozen=True)
class _Told:
    """What is wrong with some words of a step."""

    code: str
    message: str
    hint: str = ""
    mended: str | None = None
    """The words as they should be, where that is sure."""


def _misfit(step: StepText, near: Near, wrong: Misfit, language: Language) -> Wrong:
    """A step that would be known but for some words."""
    told = _words_wrong(wrong, language)
    text = " ".join(step.text.split())
    if told.mended is None:
        shown = f"Bentuk langkahnya: {suggested(near, step.text, language, step.moment)}"
    else:
        shown = f"Tulis: {step.keyword} {short(text.replace(wrong.words, told.mended, 1))}"
    message = f"{told.message} Langkahnya: {step.keyword} {short(text)}"
    return Wrong(step.line, told.code, message, tuple(filter(None, (told.hint, shown))), about=wrong.words)


def _words_wrong(wrong: Misfit, language: Language) -> _Told:
    words, kind = said(wrong.words), KINDS[wrong.kind]
    if kind.choices:
        return _choice_wrong(wrong.words, kind.choices[language])
    if wrong.kind == "teks":
        return _quotes_wrong(wrong.words)
    if wrong.kind == "bilangan":
        return _Told("wrong-word", f"{words} bukan bilangan.", "Tulis dengan angka tanpa titik, paling banyak 9 angka.")
    if wrong.kind == "tanggal":
        return _Told("wrong-word", f"{words} bukan tanggal.", "Tulis seperti 2026-12-31 atau 31 Desember 2026.")
    if wrong.kind == "aturan":
        hint = "Tulis kode atau nama aturan tanpa spasi dan tanda petik, misalnya NIP-02."
        bare = wrong.words.strip(_QUOTES)
        fits = re.fullmatch(kind.regex, bare)
        return _Told("wrong-word", f"{words} bukan cara menulis nama aturan.", hint, bare if fits else None)
    return _Told("wrong-word", f"{words} tidak dapat berada di sini.", f"Tulis seperti: {kind.shown[language]}")


def _choice_wrong(words: str, choices: Sequence[str]) -> _Told:
    near = alike(words, choices, most=1, least=_SURE)
    message = f"{said(words)} bukan pilihan yang dikenal di sini."
    return _Told("wrong-word", message, f"Pilih salah satu: {', '.join(choices)}.", near[0] if near else None)


def _quotes_wrong(words: str) -> _Told:
    opened, bare = words[:1], words.strip(_QUOTES)
    if opened in _OPEN and not (len(words) > 1 and words.endswith(_OPEN[opened])):
        message = f"Tanda petik {opened} di depan {said(words[1:])} tidak ditutup dengan {_OPEN[opened]}."
        return _Told("unclosed-quote", message, mended=f"{opened}{words[1:].rstrip(_QUOTES)}{_OPEN[opened]}")
    if '"' in bare:
        message = f"Teks {said(words)} memuat tanda petik ganda di dalamnya."
        return _Told("unclosed-quote", message, "Gunakan tanda petik lengkung di luarnya.", f"“{bare}”")
    return _Told("missing-quotes", f"{said(words)} harus berada di antara tanda petik.", mended=f'"{bare}"')


def _unclosed(text: str) -> str | None:
    """The quotation mark that is opened and not closed, where one is."""
    if text.count("“") != text.count("”"):
        return "“" if "“" in text else "”"
    return '"' if text.count('"') % 2 else None
