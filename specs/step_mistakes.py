"""What is wrong in one step, looked at by itself."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from engine.errors import UnknownRuleError
from engine.pack import Pack
from reports.words import harmless
from specs.nearest import alike
from specs.reading import StepText
from specs.unknown_steps import ALL_STEPS, Surroundings, other_moment, unknown, wrong_moment
from specs.vocabulary import VOCABULARY, Found, Known
from specs.words import KINDS, Language
from specs.wrong import Wrong, said, short

_FILES = 500
"""Files of a folder among which the nearest name is sought."""
DRAFT = "draft_rule"
"""The argument of a step that names the rule which it brings along; the text below it is the file of the rule."""
_CODE = re.compile(r"^\s*(?:-\s*)?(?:code|name)\s*:\s*[\"']?([^\s\"',#]+)", re.MULTILINE)


def found_step(step: StepText) -> Found | None:
    """Return a step as it is known at its moment."""
    return VOCABULARY.find(step.moment, step.text)


def drafted(steps: Sequence[StepText]) -> frozenset[str]:
    """Return the names and codes of the rules that steps of a scenario bring along."""
    names: set[str] = set()
    for step in steps:
        found = found_step(step) if step.doc is not None else None
        if found is not None and found.known.topic == "pemeriksaan" and found.known.argument == "text":
            names.update(_CODE.findall(step.doc or ""))
            names.update(words.strip("\"'“”") for name, words in found.words.items() if name == DRAFT)
    return frozenset(names)


def step_wrong(step: StepText, around: Surroundings, drafts: frozenset[str]) -> Iterator[Wrong]:
    """Yield what is wrong in a step that is known at its moment, or why it is not."""
    found = found_step(step)
    if found is None:
        elsewhere = other_moment(step)
        yield wrong_moment(step, elsewhere, around) if elsewhere else unknown(step, around)
        return
    yield from _values(step, found, drafts, around.pack)
    yield from _argument(step, found.known, around.language)
    if "path" in found.words and found.known.topic == "dokumen":
        yield from _file(step, found.words["path"], around.folder)


def _values(step: StepText, found: Found, drafts: frozenset[str], pack: Pack) -> Iterator[Wrong]:
    """Words that have the form of a value and are none: a day that no calendar has, a rule that is not."""
    for name, kind in found.pattern.kinds.items():
        words = found.words[name]
        if kind == "aturan":
            yield from _rule(step.line, words, drafts, pack) if name != DRAFT else ()
            continue
        if kind == "teks" and step.moment == "then" and not words[1:-1].strip():
            message = (
                f"Di antara tanda petik tidak ada kata, jadi langkah ini tidak membuktikan apa pun: {short(step.text)}"
            )
            yield Wrong(step.line, "no-words", message, ("Tulis kata yang harus ada di sana.",), about=words)
            continue
        try:
            KINDS[kind].value(words)
        except ValueError as error:
            hint = f"Bentuk langkahnya: {step.keyword} {found.pattern.shown}"
            yield Wrong(step.line, "wrong-value", f"{harmless(str(error))[:300]}.", (hint,), about=words)


def _rule(line: int, asked: str, drafts: frozenset[str], pack: Pack) -> Iterator[Wrong]:
    if asked not in drafts and not knows_rule(pack, asked):
        yield Wrong(line, "unknown-rule", f"Tidak ada aturan {said(asked)}.", rule_hints(pack, asked, drafts), asked)


def knows_rule(pack: Pack, asked: str) -> bool:
    """Whether a rule has this name or code."""
    try:
        pack.rule(asked)
    except UnknownRuleError:
        return False
    return True


def rule_hints(pack: Pack, asked: str, drafts: frozenset[str] = frozenset(), before: str = "") -> tuple[str, ...]:
    """Name the rules whose name or code is most like what was asked for; *before* stands before each."""
    known = [name for rule in pack.rules for name in (rule.code, rule.name)]
    near = [f"{before}{_both(pack, name)}" for name in alike(asked, (*sorted(drafts), *known))]
    hint = (f"Mungkin maksud Anda: {' atau '.join(dict.fromkeys(near))}",) if near else ()
    return (*hint, "Daftar aturan: patuh rules list")


def _both(pack: Pack, name: str) -> str:
    if not knows_rule(pack, name):
        return name
    rule = pack.rule(name)
    return f"{rule.code} ({rule.name})"


def _argument(step: StepText, known: Known, language: Language) -> Iterator[Wrong]:
    """What stands below a step, and should not; or does not, and should."""
    taken = _TAKEN.get(known.argument or "", ())
    there = [kind for kind, has in (("table", step.table is not None), ("text", step.doc is not None)) if has]
    words = f"{step.keyword} {short(step.text)}"
    if taken and not set(taken) & set(there):
        names = " atau ".join(_BELOW[kind] for kind in taken)
        shown = [line.strip() for line in known.example[language].split("\n")[1:4]]
        hints = (f"Tulis {names} tepat di bawah langkah{', misalnya:' if shown else '.'}", *shown)
        yield Wrong(
            step.line, f"missing-{known.argument}", f"Langkah ini memerlukan {names} di bawahnya: {words}", hints
        )
    for kind in there:
        if kind not in taken:
            message = f"Langkah ini tidak memakai {_BELOW[kind]} di bawahnya: {words}"
            hint = f"Hapus {_BELOW[kind]} itu, atau pakai langkah yang menerimanya."
            yield Wrong(step.line, f"needless-{kind}", message, (hint, ALL_STEPS))


_TAKEN = {"table": ("table",), "text": ("text",), "lines": ("table", "text")}
"""What may stand below a step of each argument."""
_BELOW = {"table": "tabel", "text": 'blok teks di antara dua baris """'}


def _file(step: StepText, quoted: str, folder: Path) -> Iterator[Wrong]:
    path = quoted[1:-1]
    try:
        there = (folder / path).is_file()
    except (OSError, ValueError):
        there = False
    if there:
        return
    near = alike(Path(path).name, _names(folder / path))
    hints = [f"Mungkin maksud Anda: {' atau '.join(map(short, near))}"] if near else []
    hints.append(f"Letaknya dihitung dari folder spesifikasi ini: {short(str(folder))}")
    yield Wrong(step.line, "no-file", f"Tidak ada berkas {said(path)}.", tuple(hints), about=path)


def _names(wanted: Path) -> list[str]:
    """The files beside which the wanted one would be, by name."""
    try:
        with os.scandir(wanted.parent) as entries:
            return sorted(entry.name for entry, _ in zip(entries, range(_FILES), strict=False) if entry.is_file())
    except (OSError, ValueError):
        return []
