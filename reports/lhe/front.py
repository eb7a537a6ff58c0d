"""The front of the report: letterhead, title, table of contents, executive summary."""

from __future__ import annotations

from reports.lhe.draft import Draft
from reports.lhe.gathered import RuleFindings
from reports.lhe.paper import Grid, Line, Span

_FIRST = 5
"""Matters that the summary names."""


def write_front(draft: Draft) -> None:
    """Cover, contents, summary."""
    _letterhead(draft)
    _title(draft)
    draft.paper.page_break()
    draft.paper.contents(draft.say("contents"))
    _summary(draft)


def subject(draft: Draft) -> str:
    """What was evaluated, as the title has it."""
    return draft.say(f"about_{_kinds(draft)}")


def _kinds(draft: Draft) -> str:
    kinds = draft.found.kinds
    sop, performance = bool(kinds["sop"]), bool(kinds["performance"])
    names = {(True, True): "both", (True, False): "sop", (False, True): "performance", (False, False): "none"}
    return names[sop, performance]


def gravest_rules(draft: Draft) -> list[RuleFindings]:
    """The rules with findings: the gravest, then those broken in most documents, first."""
    rules = draft.found.rules.values()
    return sorted(rules, key=lambda one: (one.example.severity.rank, -one.documents, -one.findings, one.example.rule))


def _letterhead(draft: Draft) -> None:
    organisation, paper = draft.book.sender.organisation, draft.paper
    name = organisation.name or draft.book.rules.organisation
    if organisation.logo:
        paper.picture(organisation.logo, draft.say("logo", organisation=name or draft.say("the_organisation")))
    if organisation.government:
        paper.text((Span(organisation.government.upper(), bold=True),), "Letterhead")
    shown = Span(name.upper(), bold=True) if name else draft.room(draft.say("organisation"))
    paper.text((shown,), "Letterhead")
    for line in (organisation.address or "").splitlines():
        if line.strip():
            paper.text(line.strip(), "Letterhead")
    paper.rule()


def _title(draft: Draft) -> None:
    paper, report = draft.paper, draft.book.sender.report
    for _ in range(6):
        paper.text("", "Normal")
    paper.text(draft.say("report").upper(), "Title")
    paper.text(subject(draft), "Subtitle")
    offices = [office for office in draft.found.overview.offices if office.name]
    if len(offices) == 1:
        paper.text(draft.say("at_office", office=offices[0].name), "Subtitle")
    elif offices:
        paper.text(draft.say("at_offices", count=len(offices)), "Subtitle")
    paper.text("", "Normal")
    dots = (Span(draft.say("dots"), style="Blank"),)
    rows: list[tuple[str, Line]] = [
        (draft.say("number"), f": {report.number}" if report.number else (Span(": "), *dots)),
        (draft.say("date"), (Span(": "), *dots)),
    ]
    if report.addressee:
        rows.append((draft.say("addressee"), f": {report.addressee}"))
    paper.table(Grid((3, 7), lines=False), rows)
    for _ in range(6):
        paper.text("", "Normal")
    paper.text((Span(draft.say("draft"), style="Blank"),), "Note")


def _summary(draft: Draft) -> None:
    found, paper = draft.found, draft.paper
    paper.heading(1, draft.say("summary"), new_page=True)
    whole, kinds = found.overview.whole, found.kinds
    count = {"count": kinds["sop"] + kinds["performance"], "sop": kinds["sop"], "performance": kinds["performance"]}
    offices = sum(bool(office.name) for office in found.overview.offices)
    draft.text(
        "summary_scope",
        documents=draft.say(f"documents_{_kinds(draft)}", **count),
        offices=draft.say("of_offices", count=offices) if offices else "",
        as_of=draft.day(draft.book.as_of),
    )
    _left(draft)
    _scores(draft)
    if found.standing:
        severities = draft.severities(found.standing)
        draft.text("summary_findings", count=found.standing.total(), severities=severities)
    elif whole.graded:
        draft.text("summary_clean")
    if found.overruled_count:
        draft.text("summary_overruled", count=found.overruled_count)
    if whole.not_evaluated:
        draft.text("summary_open", count=whole.not_evaluated)
    first = gravest_rules(draft)[:_FIRST]
    if first:
        draft.text("summary_first")
        paper.items((rule_line(draft, one) for one in first), numbered=True)


def _left(draft: Draft) -> None:
    """What was handed in and is not judged."""
    whole = draft.found.overview.whole
    if whole.failed and whole.unknown:
        draft.text("summary_left", failed=whole.failed, unknown=whole.unknown)
    elif whole.failed:
        draft.text("summary_failed", count=whole.failed)
    elif whole.unknown:
        draft.text("summary_unknown", count=whole.unknown)


def rule_line(draft: Draft, one: RuleFindings) -> str:
    """Such as ``NIP tidak sama: 2 temuan pada 1 dokumen (mayor)``."""
    severity = draft.labels.severity[one.example.severity].lower()
    title = draft.title(one.example.rule)
    return draft.say("rule_line", title=title, findings=one.findings, documents=one.documents, severity=severity)


def _scores(draft: Draft) -> None:
    whole = draft.found.overview.whole
    if not whole.graded:
        draft.text("summary_no_score")
        return
    verdicts = [
        draft.say("summary_verdict", count=whole.verdicts[one], verdict=words)
        for one, words in draft.labels.verdict.items()
        if whole.verdicts[one]
    ]
    mean = draft.number(whole.mean)
    draft.text("summary_score", mean=mean, verdicts=", ".join(verdicts), about=draft.labels.about_grade)
    if whole.ungraded:
        draft.text("value_not", count=whole.ungraded)
