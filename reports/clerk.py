"""
What whoever mends a document has to know of its report: what to do next, in the order of the document.

Only data; `reports.clerk_report` prints it, and other formats show it in their own way. All texts are as the document
and the rules have them: whoever shows them makes them harmless for the medium.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby

from reports.answers import answer_words
from reports.changes import Changes, changes, day
from reports.clerk_words import WORDS, ClerkWords, Manner
from reports.labels import Language
from reports.levers import open_levers
from reports.numbers import decimal
from schemas.evidence import Evidence
from schemas.places import told
from schemas.report import CLOSED, Confidence, DocumentReport, Finding, FindingStatus, Lever, Severity

FEW = 3
"""Fixes of one rule that are told one by one where there are many."""
MANY = 8
"""Fixes of one rule that are all told one by one."""
MAX_PLACES = 6
MAX_WORDS = 3
MAX_REASONS = 3
_TELLING = 5
"""Characters of words by which a place is found."""
_SCAN_NOTICE = "recognised"
_TOLD_NOTICES = frozenset({"findings-cut", "digits-lost"})
"""How it was read, where that asks something of the clerk."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is to be done."""

    why: str
    where: str = ""
    """At which of several places; empty where there is but one, or it is so at all of them."""


@dataclass(frozen=True, slots=True)
class Fix:
    """One thing to do, at one place or in the same way at several."""

    title: str
    """What is wrong, in a few words."""
    code: str
    """Of the rule: for a question to the Inspektorat."""
    manner: Manner
    verb: str
    """Mend, check, or consider, in the language of the report."""
    severity: Severity
    where: str
    """All its places, in words; empty where it has none."""
    action: str
    """What to do, as it goes on after the verb; where the finding is not certain, first to look whether it is so."""
    reasons: tuple[Reason, ...]
    """Why; of many places the first few."""
    words: tuple[str, ...]
    """Of the document, that it is about, and that neither action nor reason repeat."""
    findings: tuple[int, ...]
    """0-based places among the findings of the document, as `schemas.entry.Mark.finding`."""
    new: bool = False
    """Not in the earlier report, nor put in the place of what was wrong there."""
    answer: str = ""
    """What was answered already, by whom."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of the document, and what to do there."""

    where: str
    """Empty where the document as a whole is meant."""
    fixes: tuple[Fix, ...]


@dataclass(frozen=True, slots=True)
class First:
    """What to mend first."""

    title: str
    code: str
    where: str
    action: str
    gain: str
    """What the grade becomes, together with those before it."""
    findings: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """What changed since the earlier report."""

    since: str
    """The day of the earlier report, in words."""
    score: str
    """How the score moved; empty where one of the two is not known."""
    changes: Changes
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unjudged:
    """What could not be judged for one reason."""

    reason: str
    about: tuple[str, ...]
    """Titles of the rules, where they are known."""


@dataclass(frozen=True, slots=True)
class ClerkView:
    """One document."""

    verdict: str
    """In plain sentences."""
    fit: bool | None
    """Whether it is fit for use (with remarks or without); None where it was not judged."""
    progress: Progress | None = None
    """None where no earlier report was given, or it does not have the document."""
    first: tuple[First, ...] = ()
    spots: tuple[Spot, ...] = ()
    """What to mend or to check, in the order of the document."""
    optional: tuple[Spot, ...] = ()
    """What may be left as it is."""
    settled: tuple[Fix, ...] = ()
    """Overruled: nothing to do; `Fix.answer` says by whom and why."""
    waived: tuple[Fix, ...] = ()
    """Nothing to do for the time; `Fix.answer` says by whom, why and until when."""
    unjudged: tuple[Unjudged, ...] = ()
    advice: str = ""
    """What to do about what could not be judged."""
    failures: tuple[str, ...] = ()
    """Why the file could not be read, and what to do."""
    notes: tuple[str, ...] = ()

    @property
    def todo(self) -> int:
        """How many things are to be mended or checked."""
        return sum(len(spot.fixes) for spot in self.spots)


def clerk_view(report: DocumentReport, lang: Language = "id", titles: Mapping[str, str] | None = None) -> ClerkView:
    """
    Make the view of one document.

    Args:
        report: The document; what is overruled or waived needs nothing to be done.
        lang: The language of the report, in which its findings are written.
        titles: Rule name -> title, for rules without findings.
    """
    return _Maker(report, lang, titles or {}).view()


def place_words(place: Evidence, lang: Language = "id") -> str:
    """Say one place in plain words: ``baris 12``, ``halaman 2``, ``lembar “IKU”, sel F12``; empty for none."""
    return _cells([place], lang)


def places_words(places: Iterable[Evidence], lang: Language = "id") -> str:
    """Say several places, in the order of the document, but not more than `MAX_PLACES`."""
    unique = list({place_words(place, lang): place for place in places}.values())
    if all(place.line is not None and place.document is None for place in unique):
        unique.sort(key=lambda place: (place.page or 0, place.line or 0))
    more = len(unique) - MAX_PLACES if len(unique) > MAX_PLACES + 1 else 0
    shown = unique[: len(unique) - more]
    text = _cells(shown, lang) if any(place.in_sheet for place in shown) else told(shown, lang)
    return f"{text}, {WORDS[lang].more_places.format(count=more)}" if more > 0 else text


def _cells(places: Sequence[Evidence], lang: Language) -> str:
    """Cells, each sheet named once."""
    words, parts = WORDS[lang], []
    for sheet, found in groupby(places, key=_sheet):
        if sheet is None:
            parts.append(told(list(found), lang))
            continue
        cells = ", ".join((place.cell or "").rpartition("!")[2] for place in found)
        parts.append((words.sheet.format(sheet=sheet) if sheet else "") + words.cell.format(cell=cells))
    return "; ".join(parts)


def _sheet(place: Evidence) -> str | None:
    """The sheet of a cell, empty where it has no name; None for what is no cell."""
    return (place.cell or "").rpartition("!")[0].strip("'") if place.in_sheet and place.document is None else None


class _Maker:
    def __init__(self, report: DocumentReport, lang: Language, titles: Mapping[str, str]) -> None:
        self._report = report
        self._lang: Language = lang
        self._words: ClerkWords = WORDS[lang]
        self._titles = titles
        since = report.since
        self._new = frozenset(since.new).difference(since.first_judged) if since else frozenset()
        self._changed = frozenset(one.rule for one in since.fixed) if since else frozenset()

    def view(self) -> ClerkView:
        report = self._report
        open_ = [(at, one) for at, one in enumerate(report.findings) if one.status not in CLOSED]
        fixes = self._fixes(open_)
        musts = [fix for fix in fixes if fix.manner != "consider"]
        view = ClerkView(
            verdict="",
            fit=None if report.verdict is None else report.verdict != "belum layak",
            progress=self._progress(),
            first=tuple(map(self._first, open_levers(report))),
            spots=self._spots(musts),
            optional=self._spots([fix for fix in fixes if fix.manner == "consider"]),
            settled=self._closed("overruled"),
            waived=self._closed("waived"),
            unjudged=self._unjudged(),
            advice=self._advice() if report.not_evaluated or self._unscored else "",
            failures=tuple(error.message for error in report.errors),
            notes=tuple(notice.message for notice in report.notices if notice.code in _TOLD_NOTICES),
        )
        return replace(view, verdict=self._verdict(view))

    @property
    def _unscored(self) -> bool:
        """It was read and recognised, but nothing in it could be judged."""
        report = self._report
        return report.verdict is None and report.kind != "unknown" and not report.errors

    # what to do -----------------------------------------------------------------------------------------------

    def _closed(self, status: FindingStatus) -> tuple[Fix, ...]:
        return tuple(self._fix([one]) for one in enumerate(self._report.findings) if one[1].status == status)

    def _fixes(self, found: Iterable[tuple[int, Finding]]) -> list[Fix]:
        """One for findings that ask for the same; those of a rule with very many become one at the last."""
        alike: dict[tuple[str, Manner, Severity, str, str], list[tuple[int, Finding]]] = {}
        for at, one in found:
            key = one.rule, _manner(one), one.severity, one.recommendation, answer_words(one, self._lang)
            alike.setdefault(key, []).append((at, one))
        kinds: dict[tuple[str, Manner], list[list[tuple[int, Finding]]]] = {}
        for (rule, manner, *_), members in alike.items():
            kinds.setdefault((rule, manner), []).append(members)
        fixes = [fix for groups in kinds.values() for fix in self._of_one_kind(groups)]
        return sorted(fixes, key=lambda fix: fix.findings[0])

    def _of_one_kind(self, groups: Sequence[list[tuple[int, Finding]]]) -> list[Fix]:
        if len(groups) <= MANY:
            return [self._fix(members) for members in groups]
        rest = [member for members in groups[FEW:] for member in members]
        one = self._fix(rest)
        action = self._words.rest.format(count=len(rest), title=one.title)
        return [*map(self._fix, groups[:FEW]), replace(one, action=action, reasons=(), words=(), answer="")]

    def _fix(self, members: Sequence[tuple[int, Finding]]) -> Fix:
        first, manner = members[0][1], _manner(members[0][1])
        reasons, action, verb = self._reasons(members), self._action(first), self._words.manner[manner]
        return Fix(
            title=first.title,
            code=first.code,
            manner=manner,
            verb=verb,
            severity=first.severity,
            where=self._where(members),
            action=action.removeprefix(f"{verb} ") if manner == "mend" else action,
            reasons=reasons,
            words=_quotes([one for _, one in members], " ".join((action, *(reason.why for reason in reasons)))),
            findings=tuple(at for at, _ in members),
            new=first.rule not in self._changed and all(one.fingerprint in self._new for _, one in members),
            answer=answer_words(first, self._lang),
        )

    def _action(self, finding: Finding) -> str:
        """What to do; where it is not certain, to look first."""
        check = _manner(finding) == "check"
        return self._words.check_first.format(action=finding.recommendation) if check else finding.recommendation

    def _reasons(self, members: Sequence[tuple[int, Finding]]) -> tuple[Reason, ...]:
        places: dict[str, list[Evidence]] = {}
        for _, one in members:
            places.setdefault(one.condition, []).append(one.evidence[0])
        if len(places) == 1:
            return tuple(map(Reason, places))
        few = list(places.items())[:MAX_REASONS]
        return tuple(Reason(why, places_words(where, self._lang)) for why, where in few)

    def _where(self, members: Sequence[tuple[int, Finding]]) -> str:
        """The first place of each; of a single finding all its places."""
        if len(members) == 1 and not members[0][1].evidence[0].in_sheet:
            return places_words(members[0][1].evidence, self._lang)
        return places_words([one.evidence[0] for _, one in members], self._lang)

    def _spots(self, fixes: Sequence[Fix]) -> tuple[Spot, ...]:
        """Those that begin at the same place, together, the gravest first."""

        def start(fix: Fix) -> str:
            return place_words(self._report.findings[fix.findings[0]].evidence[0], self._lang)

        places: dict[str, list[Fix]] = {}
        for fix in fixes:
            places.setdefault(start(fix), []).append(fix)
        for found in places.values():
            found.sort(key=lambda fix: fix.severity.rank)
        return tuple(Spot(where, tuple(found)) for where, found in places.items())

    # what raises the grade ------------------------------------------------------------------------------------

    def _members(self, lever: Lever) -> list[tuple[int, Finding]]:
        return [(at, one) for at, one in enumerate(self._report.findings) if one.rule == lever.rule]

    def _first(self, lever: Lever) -> First:
        members = self._members(lever)
        fix = self._fix(members)
        before = self._before(lever)
        pattern = self._words.grade_stays if before == lever.grade else self._words.grade_after
        gain = pattern.format(score=self._number(lever.score), grade=lever.grade)
        others = len({one.recommendation for _, one in members}) - 1
        action = self._action(members[0][1])
        action += f" {self._words.others.format(count=others)}" if others else ""
        return First(fix.title, fix.code, fix.where, action, gain, fix.findings)

    def _before(self, lever: Lever) -> str | None:
        """The grade that the document has before this one is mended."""
        at = self._report.levers.index(lever)
        if at:
            return self._report.levers[at - 1].grade
        return self._report.grade.value if self._report.grade else None

    # what it comes to -----------------------------------------------------------------------------------------

    def _verdict(self, view: ClerkView) -> str:
        report, words = self._report, self._words
        if report.errors:
            return words.unreadable
        if report.kind == "unknown":
            return words.unknown
        if report.verdict is None or report.grade is None:
            return words.unscored
        said = [words.verdict.get(report.verdict, words.verdict["belum layak"]).format(grade=report.grade.value)]
        if report.grade.low != report.grade.high:
            said.append(words.unsure.format(low=report.grade.low, high=report.grade.high))
        said.append(self._amount(view))
        return " ".join(said)

    def _amount(self, view: ClerkView) -> str:
        if view.todo:
            return self._words.to_mend.format(count=view.todo)
        if view.optional:
            return self._words.only_optional
        if view.waived:
            return self._words.nothing_for_now.format(count=len(view.waived))
        return self._words.nothing_read_to_mend if view.unjudged else self._words.nothing_to_mend

    def _progress(self) -> Progress | None:
        since, changed = self._report.since, changes(self._report)
        if since is None or changed is None:
            return None
        return Progress(day(since.as_of, self._lang), self._moved(), changed, tuple(self._remarks()))

    def _remarks(self) -> Iterator[str]:
        since, words = self._report.since, self._words
        assert since is not None
        if since.path is not None and since.path.rpartition("/")[2] != self._report.path.rpartition("/")[2]:
            yield words.renamed.format(path=since.path)
        if not since.judged_alike:
            yield words.other_rules

    def _moved(self) -> str:
        report, words = self._report, self._words
        since = report.since
        assert since is not None
        if since.score is None or since.grade is None:
            return words.unscored_then
        if report.score is None or report.grade is None:
            return ""
        now, then = report.score.value, since.score.value
        pattern = words.same if now == then else words.better if now > then else words.worse
        pattern = pattern if since.judged_alike else words.not_alike
        same = words.grade_same if since.grade == report.grade.value else words.grade_now
        grade = same.format(grade=report.grade.value)
        return pattern.format(before=self._number(then), grade_before=since.grade, score=self._number(now), grade=grade)

    def _unjudged(self) -> tuple[Unjudged, ...]:
        reasons: dict[str, list[str]] = {}
        for one in self._report.not_evaluated:
            about = reasons.setdefault(one.reason, [])
            about += [self._titles[one.rule]] if one.rule in self._titles else []
        return tuple(Unjudged(reason, tuple(about)) for reason, about in reasons.items())

    def _advice(self) -> str:
        return f"{self._words.advice[_kind_of_file(self._report)]} {self._words.resubmit}"

    def _number(self, number: Decimal) -> str:
        return decimal(number, self._lang)


def _manner(finding: Finding) -> Manner:
    if finding.severity is Severity.ADVICE:
        return "consider"
    return "check" if finding.confidence is Confidence.LOW else "mend"


def _quotes(findings: Iterable[Finding], said: str) -> tuple[str, ...]:
    """The words of the first places that were not said yet."""
    plain, quotes = _plain(said), {}
    for one in findings:
        quote = " ".join(one.evidence[0].quote.split())
        if _tells(quote) and _plain(quote) not in plain:
            quotes[_plain(quote)] = quote
    return tuple(quotes.values())[:MAX_WORDS]


def _tells(quote: str) -> bool:
    """Whether words help to find the place: `No.` stands everywhere."""
    return len(quote) >= _TELLING or any(map(str.isdigit, quote))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _kind_of_file(report: DocumentReport) -> str:
    media = report.media or ""
    if media.startswith("image/") or any(notice.code == _SCAN_NOTICE for notice in report.notices):
        return "scan"
    if media == "application/pdf":
        return "pdf"
    if media == "text/csv":
        return "csv"
    if media in ("text/plain", "text/markdown"):
        return "text"
    if "wordprocessing" in media:
        return "word"
    return "sheet" if "sheet" in media or "excel" in media else "other"
