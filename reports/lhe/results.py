"""Chapter II of the report: scores, components, what could not be judged, and what is recommended."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from string import ascii_uppercase

from reports.lhe.criteria import asked
from reports.lhe.draft import Draft
from reports.lhe.findings import write_findings
from reports.lhe.front import gravest_rules, rule_line
from reports.lhe.gathered import MAX_OFFICE_ROWS, MAX_REASONS, ComponentTotals, RuleFindings, named
from reports.lhe.paper import Cell, Grid
from schemas.report import DocumentReport, Severity

_RULES_OF_REASON = 12
"""Rules that one reason names."""


def write_results(draft: Draft) -> None:
    """All sections of the chapter."""
    draft.paper.heading(1, draft.say("chapter_2"), new_page=True)
    for letter, (key, write) in zip(ascii_uppercase, _sections(draft), strict=False):
        draft.paper.heading(2, f"{letter}. {draft.say(key)}")
        write(draft)


def _sections(draft: Draft) -> Iterator[tuple[str, Callable[[Draft], None]]]:
    yield "value", _value
    yield "components", _components
    yield "findings", write_findings
    yield "open", _open
    if draft.found.overruled_count:
        yield "overruled", _overruled
    if draft.found.since["documents"] or draft.book.summary.missing:
        yield "follow", _follow
    yield "advice", _advice


def _value(draft: Draft) -> None:
    whole, paper = draft.found.overview.whole, draft.paper
    if not whole.graded:
        draft.text("value_none")
        return
    draft.text("value_text", documents=whole.graded, mean=draft.number(whole.mean))
    if whole.ungraded:
        draft.text("value_not", count=whole.ungraded)
    if whole.unsure:
        draft.text("value_unsure", count=whole.unsure)
    letters = [band.letter for band in draft.book.canon.grading.bands]
    letters += sorted(whole.grades.keys() - set(letters))
    spread = [(letter, draft.count(whole.grades[letter])) for letter in letters]
    paper.table(Grid((4, 3), draft.columns("spread_columns"), frozenset({1}), part=50), spread)
    paper.space()
    verdicts = [(words, draft.count(whole.verdicts[one])) for one, words in draft.labels.verdict.items()]
    paper.table(Grid((4, 3), draft.columns("verdict_columns"), frozenset({1}), part=50), verdicts)
    if draft.found.whole:
        _document_table(draft)
    if not draft.found.whole or len(draft.found.overview.offices) > 1:
        _office_table(draft)


def _document_table(draft: Draft) -> None:
    shown = [one for _, documents in draft.found.offices for one in documents]
    rows = [
        (str(number), *_document_row(draft, one.report, one.others + len(one.findings)))
        for number, one in enumerate(shown, 1)
    ]
    draft.paper.text(draft.say("documents_caption"), "Caption")
    grid = Grid((9, 46, 30, 14, 17, 24, 16), draft.columns("document_columns"), frozenset({0, 3, 6}))
    draft.paper.table(grid, rows)
    draft.paper.space()


def _document_row(draft: Draft, report: DocumentReport, findings: int) -> tuple[Cell, ...]:
    title: Cell = [report.title, named(report)] if report.title else named(report)
    unit = report.unit or "-"
    if report.score is None or report.grade is None or report.verdict is None:
        return title, unit, "-", "-", draft.say("not_scored"), draft.count(findings)
    verdict = draft.labels.verdict[report.verdict]
    return title, unit, draft.number(report.score.value), draft.grade(report.grade), verdict, draft.count(findings)


def _office_table(draft: Draft) -> None:
    offices = draft.found.overview.offices
    draft.paper.text(draft.say("offices_caption"), "Caption")
    grid = Grid((5, 26, 11, 10, 9, 9, 9, 9), draft.columns("office_columns"), frozenset({0, *range(2, 8)}))
    rows = [
        (
            str(number),
            office.name or draft.say("no_office"),
            draft.count(office.totals.documents),
            draft.number(office.totals.mean),
            *(draft.count(office.totals.standing[severity]) for severity in Severity),
        )
        for number, office in enumerate(offices[:MAX_OFFICE_ROWS], 1)
    ]
    draft.paper.table(grid, rows)
    draft.paper.space()
    if len(offices) > MAX_OFFICE_ROWS:
        draft.text("more_offices", "Note", shown=MAX_OFFICE_ROWS, count=len(offices))


def _components(draft: Draft) -> None:
    found, paper = draft.found, draft.paper
    order = list(draft.book.canon.grading.components)
    if not any(found.components.values()):
        draft.text("no_components")
        return
    draft.text("components_text")
    grid = Grid((26, 9, 10, 11, 12, 12, 14), draft.columns("component_columns"), frozenset(range(1, 7)))
    for kind, parts in sorted(found.components.items(), reverse=True):
        kept = [name for name in order if name in parts] + sorted(parts.keys() - set(order))
        paper.text(draft.say("components_caption", kind=draft.say(f"kind_{kind}")), "Caption")
        paper.table(grid, [_component_row(draft, name, parts[name]) for name in kept])
        paper.space()
    clean = []
    for name in dict.fromkeys([*order, *(part for parts in found.components.values() for part in sorted(parts))]):
        rules = _rules_of(draft, name)
        if rules:
            paper.heading(4, draft.component(name))
            draft.text("improve", keep=True, component=draft.component(name))
            paper.items((rule_line(draft, one) for one in rules), numbered=True)
        elif any(name in parts for parts in found.components.values()):
            clean.append(draft.component(name))
    if clean:
        paper.space()
        draft.text("no_improve", components=", ".join(clean))


def _component_row(draft: Draft, name: str, totals: ComponentTotals) -> tuple[str, ...]:
    known = draft.book.canon.grading.components.get(name)
    share = f"{draft.number(totals.share)}%" if totals.share is not None else "-"
    counts = (totals.judged, totals.kept, totals.broken, totals.not_evaluated)
    return draft.component(name), draft.number(known.weight if known else None), *map(draft.count, counts), share


def _rules_of(draft: Draft, component: str) -> list[RuleFindings]:
    return [one for one in gravest_rules(draft) if one.component == component]


def _open(draft: Draft) -> None:
    reasons, paper = draft.found.reasons, draft.paper
    if not reasons:
        draft.text("open_none" if draft.found.overview.whole.graded else "no_components")
        return
    draft.text("open_text")
    rows = []
    for reason, (documents, rules) in sorted(reasons.items(), key=lambda one: (-one[1][0], one[0])):
        names = sorted({draft.title(rule) for rule in rules})
        more = [draft.labels.more.format(count=len(names) - _RULES_OF_REASON)] if len(names) > _RULES_OF_REASON else []
        rows.append((reason, "; ".join(names[:_RULES_OF_REASON] + more), draft.count(documents)))
    paper.table(Grid((35, 50, 14), draft.columns("open_columns"), frozenset({2})), rows)
    paper.space()
    if len(reasons) == MAX_REASONS:
        draft.text("more_reasons", "Note", count=MAX_REASONS)


def _overruled(draft: Draft) -> None:
    found = draft.found
    draft.text("overruled_text", count=found.overruled_count)
    rows = []
    for held in found.overruled:
        finding, response = held.finding, held.finding.response
        who = (response.by if response else None) or "-"
        by: Cell = [who, draft.day(response.on)] if response and response.on else who
        what = (
            f"{finding.code} {finding.title} ({draft.labels.severity[finding.severity].lower()}): {finding.condition}"
        )
        rows.append((held.name, what, by, response.text if response else "-"))
    draft.paper.table(Grid((22, 38, 20, 26), draft.columns("overruled_columns")), rows)
    draft.paper.space()
    if found.overruled_count > len(rows):
        draft.text("overruled_more", "Note", shown=len(rows), count=found.overruled_count)


def _follow(draft: Draft) -> None:
    found = draft.found
    since = found.since
    values = {name: since[name] for name in ("documents", "fixed", "new", "unjudged")}
    draft.paper.text(draft.say("follow_text", **values))
    for name in ("changed", "first_judged"):
        if since[name]:
            draft.text(f"follow_{name}", count=since[name])
    if since["otherwise"]:
        draft.text("follow_other")
    missing = draft.book.summary.missing
    if missing:
        draft.text("follow_missing", count=missing)
    rows = []
    for one in found.followed:
        fixed: Cell = [draft.say("follow_fixed", title=title, count=count) for title, count in one.fixed] or "-"
        rows.append((one.name, fixed, *map(draft.count, (one.changed, one.left, one.new, one.unjudged))))
    draft.paper.table(Grid((28, 34, 14, 11, 10, 17), draft.columns("follow_columns"), frozenset({2, 3, 4, 5})), rows)
    draft.paper.space()
    if since["documents"] > len(rows):
        draft.text("follow_more", "Note", shown=len(rows), count=since["documents"])


def _advice(draft: Draft) -> None:
    found, paper = draft.found, draft.paper
    if not found.rules and found.overview.whole.graded:
        draft.text("advice_none")
    elif found.rules:
        draft.text("advice_text", keep=True)
        for name in dict.fromkeys(
            [*draft.book.canon.grading.components, *sorted(one.component for one in found.rules.values())]
        ):
            rules = _rules_of(draft, name)
            if rules:
                paper.heading(4, draft.say("advice_component", component=draft.component(name)))
                paper.items(_advised(draft, rules), numbered=True)
    if found.overview.whole.failed:
        paper.space()
        draft.text("advice_failed")


def _advised(draft: Draft, rules: list[RuleFindings]) -> list[str]:
    """One line for what is asked, however many rules ask it."""
    lines: dict[tuple[str, str], list[str]] = {}
    for one in rules:
        asks, title = asked(draft, one.example), draft.title(one.example.rule)
        key = "advice_mild" if one.example.severity == Severity.ADVICE else "advice_line"
        counts = {"findings": one.findings, "documents": one.documents}
        counted = draft.say("advice_count", code=one.example.code, title=title, **counts)
        lines.setdefault((key if asks else "advice_plain", asks or counted), []).append(counted)
    shown = [draft.say(key, what="; ".join(counted), asks=asks) for (key, asks), counted in lines.items()]
    return [*(f"{line};" for line in shown[:-1]), *(f"{line}." for line in shown[-1:])]
