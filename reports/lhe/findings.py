"""The findings of each office, in five parts as auditors write them; the cause is left to a person."""

from __future__ import annotations

from collections.abc import Iterator

from reports.lhe.criteria import Criterion, criteria
from reports.lhe.draft import Draft
from reports.lhe.gathered import Shown, named
from reports.lhe.paper import Cell, Grid, Line, Span
from reports.overview import Office
from reports.words import harmless
from schemas.evidence import Evidence
from schemas.places import told
from schemas.report import Confidence, DocumentReport, Finding, Score, Severity

_FORM = Grid((19, 81), together=True)
_MAX_QUOTE = 300
"""Characters of the words of a document."""
_MAX_QUOTES = 2


def write_findings(draft: Draft) -> None:
    """One subsection an office."""
    found = draft.found
    if not found.standing.total():
        draft.text("findings_none")
        return
    _extent(draft)
    number = 0
    for office, documents in found.offices:
        draft.paper.heading(3, office.name or draft.say("no_office"))
        _office(draft, office)
        clean = [one for one in documents if not one.findings and not one.others and one.report.score]
        for shown in documents:
            if shown.findings or shown.others:
                number = _document(draft, shown, number)
        if clean:
            draft.text("clean_documents")
            draft.paper.items(_name(one.report) for one in clean)
    if found.left_out:
        draft.text("left_out", "Note", count=found.left_out)


def _extent(draft: Draft) -> None:
    found = draft.found
    if found.whole:
        draft.text("findings_whole")
        return
    shown = sum(len(one.findings) for _, documents in found.offices for one in documents)
    offices, count = len(found.offices), found.standing.total()
    draft.text("findings_limited", shown=shown, share=found.share, offices=offices, count=count)


def _office(draft: Draft, office: Office) -> None:
    totals = office.totals
    draft.text(
        "office_text",
        keep=True,
        documents=totals.documents - totals.failed - totals.unknown,
        mean=draft.number(totals.mean),
        severities=draft.severities(totals.standing),
    )


def _name(report: DocumentReport) -> str:
    return f"{report.title} ({named(report)})" if report.title else named(report)


def _document(draft: Draft, shown: Shown, number: int) -> int:
    report, paper = shown.report, draft.paper
    paper.heading(4, report.title or named(report))
    if report.score is None or report.grade is None or report.verdict is None:
        draft.text("document_no_score", "Normal", path=named(report))
    else:
        verdict = draft.labels.verdict[report.verdict]
        score = _score(draft, report.score)
        values = {"path": named(report), "score": score, "grade": draft.grade(report.grade), "verdict": verdict}
        draft.text("document_text", "Normal", keep=bool(shown.findings), **values)
    for number, finding in enumerate(shown.findings, number + 1):  # noqa: B020, PLR1704 - numbers run through
        _heading(draft, finding, number)
        paper.table(_FORM, _parts(draft, finding))
        paper.space()
    if shown.others:
        draft.text("others", "Note", count=shown.others)
    return number


def _score(draft: Draft, score: Score) -> str:
    value = draft.number(score.value)
    if score.low == score.high:
        return value
    return draft.say("between", value=value, low=draft.number(score.low), high=draft.number(score.high))


def _heading(draft: Draft, finding: Finding, number: int) -> None:
    words = [draft.labels.severity[finding.severity].lower(), draft.labels.confidence[finding.confidence]]
    title = f"{draft.say('finding', number=number)}: {finding.title}"
    draft.paper.text((Span(title, bold=True), Span(f" ({finding.code}, {', '.join(filter(None, words))})")), keep=True)


def _parts(draft: Draft, finding: Finding) -> Iterator[tuple[Cell, Cell]]:
    def named_part(key: str) -> Line:
        return (Span(draft.say(key), bold=True),)

    yield named_part("condition"), [finding.condition, *_evidence(draft, finding)]
    yield named_part("criterion"), _criterion(draft, finding)
    yield named_part("cause"), (Span(draft.say("because")), Span(draft.say("cause_room"), style="Blank"))
    yield named_part("effect"), draft.say("therefore", effect=_within(finding.effect))
    advice = draft.say("advise", recommendation=_within(finding.recommendation))
    yield named_part("recommendation"), advice
    if finding.status != "open" or finding.response:
        yield named_part("answer"), _answer(draft, finding)


def _criterion(draft: Draft, finding: Finding) -> Cell:
    """Advice is no breach, and what is in doubt is one only when it is confirmed."""
    key = "against" if finding.confidence != Confidence.LOW else "perhaps_against"
    key = "worth" if finding.severity == Severity.ADVICE else key
    found = criteria(draft, finding)
    text = draft.say(key, criteria=draft.say("and").join(_source(draft, one) for one in found.sources))
    return [text, draft.say("endangers", criteria=found.akip)] if found.akip else text


def _source(draft: Draft, one: Criterion) -> str:
    return draft.say("states", source=one.source, asks=one.asks) if one.asks else one.source


def _answer(draft: Draft, finding: Finding) -> str:
    status, response = draft.say(f"status_{finding.status}"), finding.response
    if response is None:
        return f"{status}."
    who = ", ".join(filter(None, (response.by, draft.day(response.on) if response.on else None)))
    if who:
        return draft.say("said", status=status, who=who, text=response.text)
    return draft.say("said_plain", status=status, text=response.text)


def _evidence(draft: Draft, finding: Finding) -> list[Line]:
    """Where it stands, and the words there that the condition does not repeat already."""
    places = told(finding.evidence, draft.book.lang) or ", ".join(_cells(finding.evidence))
    lines: list[Line] = [draft.say("place", places=places)] if places else []
    said = _plain(finding.condition)
    quotes: dict[str, None] = {}
    for evidence in finding.evidence:
        words = " ".join(harmless(evidence.quote[: 4 * _MAX_QUOTE]).split())
        note = f" ({evidence.note})" if evidence.note else ""
        if words and _plain(words) not in said:
            short = words if len(words) <= _MAX_QUOTE else words[:_MAX_QUOTE].rstrip() + " …"
            quotes[f"“{short}”{note}"] = None
    return [*lines, *list(quotes)[:_MAX_QUOTES]]


def _cells(evidence: tuple[Evidence, ...]) -> list[str]:
    return list(dict.fromkeys(one.cell for one in evidence if one.cell))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _within(sentence: str) -> str:
    """A sentence as it goes on after others: a capital stays only where the word has more of them, or is a name."""
    first, _, rest = sentence.partition(" ")
    if not first[:1].isupper() or any(letter.isupper() for letter in first[1:]) or len(first) < 2:
        return sentence
    return f"{first[0].lower()}{first[1:]} {rest}".rstrip()
