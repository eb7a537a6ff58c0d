"""What is wrong in the examples of an outline, and in its steps with the words of each row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from specs.nearest import alike, misfits
from specs.placeholders import filled, names
from specs.reading import ExamplesText, ScenarioText, StepText
from specs.vocabulary import VOCABULARY
from specs.wrong import Wrong, said, short

_MOST = 100
"""Mistakes of one outline that are looked at."""
_COLUMN = re.compile(r"\w(?:[^<>\"]*\w)?")
"""What may be the name of a column; other words between < and > stand for themselves."""
_OF_ROWS = frozenset(
    {
        *("unknown-step", "wrong-moment", "given-for-when", "unclosed-quote", "missing-quotes"),
        *("wrong-word", "wrong-value", "unknown-rule", "no-file"),
    }
)
"""Mistakes that the words of a row may make."""

Walk = Callable[[Sequence[StepText]], Iterable[tuple[StepText, Wrong]]]


def outline_wrong(scenario: ScenarioText) -> Iterator[Wrong]:
    """Yield what is wrong in the tables of examples."""
    if scenario.outline and not scenario.examples:
        message = f"Garis-Besar Skenario {said(scenario.name)} tidak memuat Contoh, jadi tidak pernah dijalankan."
        hint = 'Tambahkan "Contoh:" dengan tabel di bawah langkahnya, atau ganti kata depannya dengan "Skenario".'
        yield Wrong(scenario.line, "no-examples", message, (hint,))
    used = _used(scenario)
    for table in scenario.examples:
        yield from _table(table, used)
        yield from _no_column(scenario, table)


def _used(scenario: ScenarioText) -> frozenset[str]:
    """The names between < and > of a scenario."""
    words = [scenario.name, *(words for step in scenario.steps for words in _words(step))]
    return frozenset(name for one in words for name in names(one))


def _words(step: StepText) -> Iterator[str]:
    yield from (step.text, step.doc or "")
    for row in step.table or ():
        yield from row


def _table(table: ExamplesText, used: frozenset[str]) -> Iterator[Wrong]:
    if not table.rows:
        message = "Contoh ini tidak memuat baris, jadi skenarionya tidak pernah dijalankan."
        hint = "Tulis baris nama kolom, lalu paling sedikit satu baris isi: | nip | dan | 19820517 200604 1 003 |"
        yield Wrong(table.line, "empty-examples", message, (hint,))
    for at, head in enumerate(table.heads):
        if head in table.heads[:at]:
            message = f"Kolom {said(head)} ada dua kali dalam Contoh ini."
            yield Wrong(table.head_line, "duplicate-column", message, ("Hapus atau ganti nama salah satunya.",))
        elif head not in used:
            message = f"Kolom {said(head)} tidak dipakai oleh langkah mana pun."
            hint = f"Tulis <{short(head)}> di dalam langkah yang memakainya, atau hapus kolomnya."
            yield Wrong(table.head_line, "unused-column", message, (hint,))


def _no_column(scenario: ScenarioText, table: ExamplesText) -> Iterator[Wrong]:
    for step in scenario.steps[scenario.before :] if table.heads else ():
        for name in dict.fromkeys(name for words in _words(step) for name in names(words)):
            if name not in table.heads and _COLUMN.fullmatch(name):
                near = alike(name, table.heads, most=1)
                meant = f"Mungkin maksud Anda: <{short(near[0])}>. " if near else ""
                columns = ", ".join(short(head) for head in table.heads[:10])
                message = f"Tidak ada kolom {said(name)} dalam Contoh pada baris {table.line}."
                yield Wrong(step.line, "no-column", message, (f"{meant}Kolom yang ada: {columns}.",), about=name)


@dataclass(frozen=True)
class _RowWrong:
    """A mistake in a step as a row of the examples makes it read."""

    step: StepText
    row_line: int
    wrong: Wrong


def rows_of(scenario: ScenarioText) -> Iterator[tuple[int, tuple[StepText, ...]]]:
    """Yield for each row of the examples its line, and the steps with its words; without rows the steps themselves."""
    rows = [
        (line, dict(zip(table.heads, row, strict=True)))
        for table in scenario.examples
        for line, row in zip(table.row_lines, table.rows, strict=True)
    ]
    if not rows:
        yield scenario.line, scenario.steps
    for line, row in rows:
        yield line, tuple(_rendered(step, row) for step in scenario.steps)


def _rendered(step: StepText, row: Mapping[str, str]) -> StepText:
    """The step with the words of a row."""
    if not any("<" in words for words in _words(step)):
        return step
    table = step.table and tuple(tuple(filled(cell, row) for cell in cells) for cells in step.table)
    doc = step.doc and filled(step.doc, row)
    return replace(step, text=filled(step.text, row), table=table, doc=doc)


def row_wrong(scenario: ScenarioText, walk: Walk) -> Iterator[Wrong]:
    """Yield what is wrong in the steps, with the line of the row where a row makes it so."""
    raw = {step.line: step for step in scenario.steps}
    rows, found = 0, list[_RowWrong]()
    for row_line, steps in rows_of(scenario):
        rows += 1
        for step, wrong in walk(steps):
            if wrong.code in _OF_ROWS and _still_named(step):
                continue
            written = raw[step.line].text
            of_row = wrong.code in _OF_ROWS and step.text != written and (not wrong.about or wrong.about not in written)
            found.append(_RowWrong(step, row_line if of_row else step.line, wrong))
        if len(found) > _MOST:
            break
    for one in found:
        yield _placed(one, raw[one.step.line], found, rows)


def _still_named(step: StepText) -> bool:
    """Whether the step still names a column: there is no row, or no such column, which is told already."""
    return any(_COLUMN.fullmatch(name) for name in names(step.text))


def _placed(one: _RowWrong, raw: StepText, found: Sequence[_RowWrong], rows: int) -> Wrong:
    """Say it of the row, where another row would be right; else of the step."""
    if one.row_line == one.step.line:
        return one.wrong
    wrong_rows = {other.row_line for other in found if other.step.line == raw.line}
    if len(wrong_rows) == rows and not one.wrong.about and not _sound(raw):
        return one.wrong
    reads = f"Dengan baris contoh ini langkah pada baris {raw.line} berbunyi: {one.step.keyword} {short(one.step.text)}"
    return replace(one.wrong, line=one.row_line, hints=(*one.wrong.hints, reads))


def _sound(step: StepText) -> bool:
    """Whether a step with names between < and > is a known one, whatever these stand for."""
    for known in VOCABULARY.steps:
        for pattern in known.patterns if step.moment in known.moments else ():
            found = misfits(pattern, step.text)
            if found is not None and all("<" in one.words for one in found):
                return True
    return False
