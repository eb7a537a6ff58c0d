"""Terms that are out of date, and one thing under several names."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from engine.derive.factlist import FactList
from engine.language.lexicon import Lexicon
from schemas.evidence import Evidence
from schemas.regulation import last_day
from schemas.report import Confidence

if TYPE_CHECKING:
    from engine.derive.words import WordRun

MAX_PLACES = 12
MAX_SHOWN = 8
"""Spellings that a message lists."""
MIN_MIXED = 2
"""One abbreviation that is once not in capitals is a slip that nobody misreads."""

_WORD = re.compile(r"(?<![\w@./-])[A-Za-z]+(?![\w@-]|[./]\w)")
_CODE = re.compile(r"[\d@]")


@dataclass(slots=True)
class _Use:
    """How one thing is written in a document."""

    spellings: Counter[str] = field(default_factory=Counter)
    names: set[int] = field(default_factory=set)
    places: dict[str, list[Evidence]] = field(default_factory=dict)

    def add(self, printed: str, places: Sequence[Evidence]) -> None:
        """Note one place."""
        self.spellings[printed] += 1
        kept = self.places.setdefault(printed, [])
        if len(kept) < MAX_PLACES:
            kept.extend(places[:1])

    def evidence(self) -> list[Evidence]:
        """One place of each spelling, then the others."""
        first = [places[0] for places in self.places.values() if places]
        return [*first, *(place for places in self.places.values() for place in places[1:])][:MAX_PLACES]

    def shown(self) -> str:
        """`Kasubag (2 kali), Kasubbag (1 kali)`."""
        return ", ".join(f"{printed} ({count} kali)" for printed, count in list(self.spellings.items())[:MAX_SHOWN])


class Terms:
    """Collects the terms of one document."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.glossary = lexicon.glossary
        self.index = lexicon.terms
        self._outdated: dict[int, _Use] = {}
        self._groups: dict[int, _Use] = {}
        self._cases: dict[str, _Use] = {}

    def read(self, run: WordRun) -> None:
        """Note the terms of a run; titles of regulations are quoted as they are and do not count."""
        if run.role == "signature":
            return
        if not self.index.first.isdisjoint(run.words):
            for match in self.index.pattern.finditer(run.text):
                if not run.cited(match.start()) and not _in_code(run.text, match.start(), match.end()):
                    self._found(match.group(), run, match.start(), match.end())
        if not self.index.abbreviations.isdisjoint(run.words) and not run.text.isupper():
            for match in _WORD.finditer(run.text):
                if match.group().lower() in self.index.abbreviations and not run.cited(match.start()):
                    use = self._cases.setdefault(match.group().lower(), _Use())
                    use.add(match.group(), run.evidence(match.start(), match.end()))

    def _found(self, printed: str, run: WordRun, start: int, end: int) -> None:
        printed = " ".join(printed.split())
        term = self.index.term(printed)
        if term.words > 1 and not all(word[0].isupper() for word in printed.split()):
            return
        places = run.evidence(start, end)
        if term.outdated >= 0:
            self._outdated.setdefault(term.outdated, _Use()).add(printed, places)
        if term.group >= 0:
            use = self._groups.setdefault(term.group, _Use())
            form = printed if term.short and not run.text.isupper() else _one_case(printed, term.short)
            use.add(form, places)
            use.names.add(term.name)

    def facts(self, out: FactList, day: dt.date, *, dated: bool) -> None:
        """Add the facts; a day of the audit, not of the document, makes it less sure which names it had to use."""
        for number, use in sorted(self._outdated.items()):
            row = self.glossary.outdated[number]
            out.add(
                "outdated_term",
                {"replaced": last_day(row.since) <= day, "count": use.spellings.total()},
                {"printed": ", ".join(use.spellings), "present": row.present, "by": row.by},
                use.evidence(),
                Confidence.HIGH if dated else Confidence.MEDIUM,
            )
        shown = {number: use for number, use in sorted(self._groups.items()) if self._varies(use)}
        for number, use in shown.items():
            group = self.glossary.groups[number]
            _variants(out, use, "names" if len(use.names) > 1 else "case", group.thing, group.standard)
        self._case_facts(out)

    def _varies(self, use: _Use) -> bool:
        return len(use.names) > 1 or _differ_in_case(use.spellings)

    def _case_facts(self, out: FactList) -> None:
        """One fact for all abbreviations that stand there in capitals and otherwise."""
        mixed = {word: use for word, use in self._cases.items() if _differ_in_case(use.spellings)}
        if sum(use.spellings.total() - max(use.spellings.values()) for use in mixed.values()) < MIN_MIXED:
            return
        both = _Use()
        for use in mixed.values():
            both.spellings.update(use.spellings)
            both.places.update(use.places)
        _variants(out, both, "case", "singkatan", ", ".join(word.upper() for word in mixed))


def _variants(out: FactList, use: _Use, kind: str, thing: str, standard: str) -> None:
    out.add(
        "term_variants",
        {"kind": kind, "spellings": len(use.spellings), "count": use.spellings.total()},
        {"thing": thing, "spellings": use.shown(), "standard": standard},
        use.evidence(),
    )


def _differ_in_case(spellings: Counter[str]) -> bool:
    return len({spelling.lower() for spelling in spellings}) < len(spellings)


def _one_case(printed: str, short: bool) -> str:  # noqa: FBT001
    return printed.upper() if short else printed.capitalize() if " " not in printed else printed.title()


def _in_code(text: str, start: int, end: int) -> bool:
    """Whether the word is part of a number such as `065/LAKIP/2024`."""
    before = text[max(0, start - 40) : start].rpartition(" ")[2]
    after = text[end : end + 40].partition(" ")[0]
    return bool(_CODE.search(before) or _CODE.search(after)) and ("/" in before or "/" in after)
