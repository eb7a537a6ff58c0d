"""A run of behaviour specs for people at a terminal: what to mend first stands first."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

import click
from tabulate import tabulate

from reports.changes import day
from reports.labels import Language
from reports.numbers import whole
from reports.spec.words import WORDS, about, example, verdict
from reports.table import MAX_WIDTH, MIN_WIDTH, PLAIN_WIDTH
from reports.words import harmless
from schemas.spec import Ended, FeatureRun, ScenarioResult, SpecMistake, SpecRun, SpecSummary, StepResult

_COLOURS: dict[Ended, str] = {"passed": "green", "failed": "red", "error": "yellow"}
_LABEL_ROOM = 31
MOST_LISTED = 20
"""Features that are listed though all of their scenarios hold."""
"""Columns that the labels of the summary take."""


@dataclass(frozen=True)
class SpecStyle:
    """How the page looks."""

    width: int = PLAIN_WIDTH
    """Columns."""
    colour: bool = False
    encoding: str = "utf-8"
    lang: Language = "id"
    every: bool = False
    """List the scenarios that held, too."""


def write(run: SpecRun, style: SpecStyle) -> bytes:
    """Return the page."""
    return "".join(f"{line}\n" for line in _Page(style).lines(run)).encode(style.encoding, "replace")


class _Page:
    """Lays out a run."""

    def __init__(self, style: SpecStyle) -> None:
        self._style = style
        self._words = WORDS[style.lang]
        self._width = min(max(style.width, MIN_WIDTH), MAX_WIDTH)

    def lines(self, run: SpecRun) -> Iterator[str]:
        """Files with mistakes, scenarios that could not be run, those that did not hold, features, totals."""
        yield from self._mistaken(run)
        shown: tuple[Ended, ...] = ("error", "failed", "passed") if self._style.every else ("error", "failed")
        for ended in shown:
            yield from self._scenarios(run, ended)
        yield from self._features(run)
        yield from self._totals(run)

    def _mistaken(self, run: SpecRun) -> Iterator[str]:
        mistakes = [one for feature in run.features for one in feature.mistakes]
        if not mistakes:
            return
        yield self._styled(self._words.mistakes, "yellow")
        yield from self._wrapped(self._words.mistakes_what)
        yield ""
        for one in mistakes:
            yield from self._mistake(one)
        yield ""

    def _mistake(self, one: SpecMistake) -> Iterator[str]:
        yield from self._wrapped(f"{one.path}:{one.line}: {one.message}", rest="  ")
        for hint in one.hints:
            yield from self._wrapped(hint, "  - ")

    def _scenarios(self, run: SpecRun, ended: Ended) -> Iterator[str]:
        found = [one for feature in run.features for one in feature.scenarios if one.ended == ended]
        if not found:
            return
        yield self._styled(f"{self._words.ended[ended]} ({whole(len(found), self._style.lang)})", _COLOURS[ended])
        yield ""
        for one in found:
            yield from self._passed(one) if ended == "passed" else self._unmet(one)
        if ended == "passed":
            yield ""

    def _passed(self, one: ScenarioResult) -> Iterator[str]:
        yield from self._wrapped(f"{one.path}:{one.line}: {one.name}", rest="  ")
        yield from self._wrapped(example(one, self._style.lang), "  ")

    def _unmet(self, one: ScenarioResult) -> Iterator[str]:
        words = self._words
        yield from map(self._bold, self._wrapped(f"{one.path}:{one.failed_line or one.line}: {one.name}", rest="  "))
        yield from self._wrapped(example(one, self._style.lang), "  ")
        for step in one.steps:
            if step.ended in ("failed", "error"):
                yield from self._wrapped(f"{step.keyword} {step.text}", "  ", "    ")
        if one.expected:
            yield from self._part(words.expected, [one.expected])
        found = [*one.found] or [words.nothing_found]
        yield from self._part(words.found if one.ended == "failed" else words.reason, found)
        rest = [step for step in one.steps if step.ended == "skipped"]
        if rest:
            yield from self._part(words.unreached, [self._step(step) for step in rest])
        yield ""

    def _step(self, step: StepResult) -> str:
        return f"{self._words.line.format(line=step.line)}: {step.keyword} {step.text}"

    def _part(self, label: str, items: list[str]) -> Iterator[str]:
        """A label with what belongs to it: beside it where it is one thing, else one thing a line below."""
        if len(items) == 1:
            yield from self._wrapped(f"{label}: {items[0]}", "  ", "    ")
            return
        yield f"  {label}:"
        for item in items:
            yield from self._wrapped(item, "    - ", "      ")

    def _features(self, run: SpecRun) -> Iterator[str]:
        if not run.features:
            return
        listed = [feature for feature in run.features if self._is_listed(feature, len(run.features))]
        if not listed:
            return
        rows = [(*self._counts(feature), self._named(feature)) for feature in listed]
        heads = [*(self._words.ended[one] for one in _COLOURS), self._words.feature]
        heads = ["\n".join(textwrap.wrap(head, 12)) for head in heads]
        align = ("right", "right", "right", "left")
        yield tabulate(rows, heads, tablefmt="simple", disable_numparse=True, colalign=align)
        yield ""

    def _is_listed(self, feature: FeatureRun, of: int) -> bool:
        """Of many features only those are listed in which something is not as it should be."""
        right = all(one.ended == "passed" for one in feature.scenarios) and not feature.mistakes
        return self._style.every or of <= MOST_LISTED or not right

    def _counts(self, feature: FeatureRun) -> list[str]:
        if feature.mistakes:
            return ["-", "-", "-"]
        ended = [one.ended for one in feature.scenarios]
        return [whole(ended.count(one), self._style.lang) for one in _COLOURS]

    def _named(self, feature: FeatureRun) -> str:
        room = self._width - 3 * 14
        remark = f" ({self._words.not_run})" if feature.mistakes else ""
        return "\n".join([*self._wrapped(feature.name, room=room), *self._wrapped(feature.path + remark, room=room)])

    def _totals(self, run: SpecRun) -> Iterator[str]:
        words, total, lang = self._words, run.summary, self._style.lang
        colour = "red" if total.failed else "yellow" if total.errors or total.mistaken else "green"
        for sentence in verdict(total, lang):
            yield from (self._styled(line, colour) for line in self._wrapped(sentence))
        rows = [
            (words.scenarios, self._sums(total)),
            (words.files, whole(total.features, lang)),
            (words.mistaken, whole(total.mistaken, lang) if total.mistaken else ""),
            (words.day, words.day_default.format(day=day(run.as_of, lang))),
            *(about(run, lang) if self._style.every else about(run, lang)[:-2]),  # program and digest are for the file
        ]
        room = self._width - _LABEL_ROOM
        told = [(label, "\n".join(self._wrapped(value, room=room))) for label, value in rows if value]
        yield textwrap.indent(tabulate(told, tablefmt="plain", disable_numparse=True), "  ")

    def _sums(self, total: SpecSummary) -> str:
        """How many scenarios there are, and how they ended: ``3: 2 terpenuhi, 1 tidak terpenuhi``."""
        ended: dict[Ended, int] = {"passed": total.passed, "failed": total.failed, "error": total.errors}
        told = [
            f"{whole(count, self._style.lang)} {self._words.ended[one].lower()}"
            for one, count in ended.items()
            if count
        ]
        sums = whole(total.scenarios, self._style.lang)
        return f"{sums}: {', '.join(told)}" if told else sums

    def _wrapped(self, text: str, indent: str = "", rest: str | None = None, room: int | None = None) -> list[str]:
        """Words of a feature on lines of the page; none where there are no words."""
        further = " " * len(indent) if rest is None else rest
        return textwrap.wrap(
            harmless(text),
            room or self._width,
            initial_indent=indent,
            subsequent_indent=further,
            break_on_hyphens=False,
            break_long_words=False,
        )

    def _styled(self, text: str, colour: str) -> str:
        return click.style(text, fg=colour, bold=True) if self._style.colour else text

    def _bold(self, text: str) -> str:
        return click.style(text, bold=True) if self._style.colour else text
