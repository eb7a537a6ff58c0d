"""What comes in and goes out where documents are joined: members of the archive, groups of facts by office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from archive.gathering import Told, unpacked_told
from engine.derive.factlist import FactList
from schemas.evidence import Evidence
from schemas.fact_spec import Fact, Facts, Scalar
from schemas.facts import FACT_KINDS

MAX_FACTS = 300
"""Of one group: the engine takes longer for each fact the more of them stand together."""
NO_OFFICE = ""
"""Documents of no known office stand together."""


@dataclass(frozen=True, slots=True)
class Member:
    """One document (part) of the archive."""

    path: str
    """Below the archive, as reports show it."""
    part: int | None
    """1-based, when the file holds several SOPs."""
    office: str | None
    """As the archive knows it; None = of no known office."""
    year: int | None
    sort: str | None
    """sop | agreement | plan | report: by the folder, else by what the document calls itself."""
    source: Told | bytes
    """What it tells, or the bytes of the store that tell it."""

    @property
    def document(self) -> str:
        """As findings name it: ``kecamatan/a/sop.docx, bagian 2``."""
        return self.path if self.part is None else f"{self.path}, bagian {self.part}"

    def told(self, *, texts: bool = False) -> Told:
        """
        Return what it tells; passages and the offices that they name only where *texts* are wanted.

        Raises:
            StoredModelError: The bytes are damaged.
        """
        return unpacked_told(self.source, texts=texts) if isinstance(self.source, bytes) else self.source


@dataclass(frozen=True, slots=True)
class RequiredTold:
    """An SOP that an office must have, and the document that is it."""

    office: str
    title: str
    found: str | None
    nearly: str | None
    """The title of an SOP of the office that may be meant by it, where none is surely."""


@dataclass(frozen=True, slots=True)
class Group:
    """Facts that are judged together."""

    office: str
    """In whose report the findings stand; empty = of no known office."""
    key: str
    facts: Facts


class Shelf:
    """Facts by office, while the archive is gone through."""

    def __init__(self, unread: Mapping[str, int]) -> None:
        """*unread*: documents of each office that could not be read."""
        self.unread = unread
        self.offices: dict[str, None] = dict.fromkeys(unread)
        self._counts: dict[str, Counter[str]] = {}
        self._facts: dict[str, list[Fact]] = {}

    def count(self, office: str | None, what: str, number: int = 1) -> None:
        """Note that an office has so much to compare."""
        self.offices.setdefault(office or NO_OFFICE)
        self._counts.setdefault(office or NO_OFFICE, Counter())[what] += number

    def add(
        self,
        office: str | None,
        kind: str,
        key: str,
        fields: dict[str, Scalar],
        words: dict[str, str],
        evidence: Iterable[Evidence] = (),
    ) -> None:
        """Add a fact; its *key* stays the same whatever else the archive holds: findings are known by it."""
        made = FactList()
        made.add(kind, fields, words, evidence)
        made.facts[0].id = f"{kind}:{key}"
        self.offices.setdefault(office or NO_OFFICE)
        self._facts.setdefault(office or NO_OFFICE, []).append(made.facts[0])

    def groups(self) -> Iterator[Group]:
        """Yield the groups of all offices in their order, at least one each."""
        for office in sorted(self.offices):
            facts = sorted(self._facts.pop(office, ()), key=lambda fact: fact.id)
            for number, at in enumerate(range(0, max(len(facts), 1), MAX_FACTS), 1):
                told = [self._office(office), *facts[at : at + MAX_FACTS]]
                yield Group(office, f"{office}:{number}", Facts(_apart(told)))

    def _office(self, office: str) -> Fact:
        counts = self._counts.get(office, Counter())
        names = FACT_KINDS["office_archive"].fields
        fields: dict[str, Scalar] = {name: counts[name] for name in names}
        fields["unread"] = self.unread.get(office, 0)
        return Fact(f"office_archive:{office}", "office_archive", fields, {"office": office}, ())


def at(member: Member | str, place: Evidence | None, quote: str = "") -> Evidence:
    """Return a place of a document of the archive."""
    document = member if isinstance(member, str) else member.document
    return replace(place or Evidence(quote), document=document)


def _apart(facts: list[Fact]) -> list[Fact]:
    """Give ids that stand twice a number."""
    seen: Counter[str] = Counter()
    for fact in facts:
        seen[fact.id] += 1
        if seen[fact.id] > 1:
            fact.id = f"{fact.id}#{seen[fact.id]}"
    return facts
