"""Chapter I of the report: on what it rests, what was evaluated, how, and when."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from reports.grading import either
from reports.lhe.draft import Draft
from reports.lhe.gathered import MAX_FAILED
from reports.lhe.paper import Grid, Line, Span
from schemas.regulation import Regulation, last_day
from schemas.report import ChangedRule, Confidence, Severity

_LAST_RANK = 99


def write_introduction(draft: Draft) -> None:
    """All sections of the chapter."""
    draft.paper.heading(1, draft.say("chapter_1"), new_page=True)
    for letter, (key, write) in zip("ABCDEF", _SECTIONS.items(), strict=True):
        draft.paper.heading(2, f"{letter}. {draft.say(key)}")
        write(draft)


def _basis(draft: Draft) -> None:
    canon = draft.book.canon
    kinds = {kind for kind in ("sop", "performance") if draft.found.kinds[kind]}
    rules = [rule for rule in canon.rules if kinds.intersection(rule.applies_to) or not kinds]
    used = {source.regulation for rule in rules for source in rule.source}
    used |= {canon.akip.regulation} if canon.akip and any(rule.akip for rule in rules) else set()
    types = {one.code: one for one in canon.regulation_types}

    def order(regulation: Regulation) -> tuple[int, int, int, str]:
        known, number = types.get(regulation.type), regulation.number or ""
        rank = known.rank if known else _LAST_RANK
        return rank, regulation.year or 0, int(number) if number.isdecimal() else 0, regulation.id

    draft.text("basis_text")
    cited = sorted((canon.regulations[name] for name in used if name in canon.regulations), key=order)
    lines: list[Line] = [_law(draft, one) for one in cited]
    mandate = draft.book.sender.report.mandate
    last: Line = mandate or _room(draft, "mandate", "mandate_room")
    draft.paper.items([*lines, last], numbered=True)


def _room(draft: Draft, key: str, room: str) -> Line:
    before, _, after = draft.say(key, **{key: "\n"}).partition("\n")
    return Span(before), draft.room(draft.say(room)), Span(after)


def _law(draft: Draft, law: Regulation) -> str:
    """Such as ``Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan``."""
    name = next((one.name for one in draft.book.canon.regulation_types if one.code == law.type), None)
    if name and law.number and law.year:
        whole = f"{name} {law.region}" if law.region else name
        text = draft.say("numbered_law", type=whole, number=law.number, year=str(law.year), title=law.title)
    elif law.title in law.short_name:
        text = law.short_name
    else:
        text = draft.say("about_law", name=law.short_name, title=law.title)
    ended = law.revoked_by is not None and not law.revoked_by.partial
    return text + _changes(draft, law) + (draft.say("law_ended") if ended else "")


def _changes(draft: Draft, law: Regulation) -> str:
    """
    The last change in force, as documents are asked to name it.

    Changes of single articles, and those of which the register is not sure, are left to the auditor.
    """
    changes = [
        one
        for one in law.amended_by
        if not one.partial
        and one.confidence is not Confidence.LOW
        and (one.effective is None or last_day(one.effective) <= draft.book.as_of)
    ]
    if not changes:
        return ""
    key = "law_changed" if len(changes) == 1 else "law_changed_often"
    return draft.say(key, last=_written_out(draft, changes[-1].made_law_by or changes[-1].regulation))


def _written_out(draft: Draft, name: str) -> str:
    """Such as ``Undang-Undang Nomor 13 Tahun 2022`` for ``UU 13/2022``."""
    short, _, numbers = name.rpartition(" ")
    number, _, year = numbers.partition("/")
    kind = next((one.name for one in draft.book.canon.regulation_types if one.short == short), None)
    return draft.say("short_law", type=kind, number=number, year=year) if kind and number and year else name


def _background(draft: Draft) -> None:
    kinds = draft.found.kinds
    if kinds["sop"] or not kinds["performance"]:
        draft.text("background_sop")
    if kinds["performance"]:
        draft.text("background_performance")
    draft.text("background_both")


def _aim(draft: Draft) -> None:
    draft.text("aim_text")
    aims = draft.columns("aims")
    aims += [draft.say("aim_since")] if draft.found.since["documents"] else []
    draft.paper.items([*(f"{aim.rstrip(';')};" for aim in aims[:-1]), f"{aims[-1]}."], numbered=True)


def _scope(draft: Draft) -> None:
    found, paper = draft.found, draft.paper
    whole = found.overview.whole
    if not whole.documents:
        draft.text("scope_none")
        return
    draft.text("scope_text", documents=whole.documents)
    counts = [(f"kind_{kind}", found.kinds[kind]) for kind in ("sop", "performance", "unknown")]
    rows = [(draft.say(key), draft.count(count)) for key, count in (*counts, ("kind_failed", whole.failed)) if count]
    rows.append((draft.say("all"), draft.count(whole.documents)))
    paper.table(Grid((7, 2), draft.columns("scope_columns"), frozenset({1}), part=75), rows)
    paper.space()
    if found.failed:
        draft.text("failed_text")
        failed = [(str(number), *one) for number, one in enumerate(found.failed, 1)]
        paper.table(Grid((1, 5, 7), draft.columns("failed_columns")), failed)
        paper.space()
        _more(draft, whole.failed)
    if found.unknown:
        draft.text("unknown_text")
        paper.items(found.unknown)
        _more(draft, whole.unknown)
    draft.text("limits")


def _more(draft: Draft, count: int) -> None:
    if count > MAX_FAILED:
        draft.paper.text(draft.say("more_files", count=count - MAX_FAILED))


def _method(draft: Draft) -> None:
    rules, tool, paper = draft.book.rules, draft.book.tool, draft.paper
    draft.text(
        "method_tool",
        tool=tool.name,
        version=tool.version,
        count=rules.count,
        profile=rules.profile,
        as_of=draft.day(draft.book.as_of),
    )
    draft.text("method_outcomes")
    draft.text("method_severity")
    grading = draft.book.canon.grading
    meaning = {
        one: getattr(grading.severity_why[one], draft.book.lang) if one in grading.severity_why else ""
        for one in Severity
    }
    rows = [(draft.labels.severity[one], draft.number(grading.severity_weights[one]), meaning[one]) for one in Severity]
    paper.table(Grid((2, 1, 8), draft.columns("severity_columns"), frozenset({1})), rows)
    paper.space()
    draft.text("method_confidence")
    draft.text("method_score", about=draft.labels.about_grade)
    paper.table(Grid((2, 5), draft.columns("band_columns"), part=60), _bands(draft))
    paper.space()
    cap = grading.cap
    confidence = either([draft.labels.confidence_in_full[one] for one in cap.confidence], draft.labels)
    severity = draft.labels.severity[cap.severity].lower()
    draft.text("method_cap", severity=severity, confidence=confidence, letter=cap.letter)
    draft.text("method_cause")
    _own_rules(draft)
    draft.text("method_digest")
    paper.text((Span(rules.digest, style="Digest"),))
    if draft.book.installed:
        draft.text("method_installed", digest=draft.book.installed)
    if draft.book.masked:
        draft.text("method_masked")


def _bands(draft: Draft) -> list[tuple[str, str]]:
    bands = draft.book.canon.grading.bands
    upto = [Decimal(100), *(band.above or Decimal() for band in bands)]
    rows = []
    for band, (highest, _) in zip(bands, pairwise([*upto, Decimal()]), strict=False):
        above = draft.number(band.above)
        key = "band_last" if band.above is None else "band_above"
        rows.append((band.letter, draft.say(key, above=above, upto=draft.number(highest))))
    return rows


def _own_rules(draft: Draft) -> None:
    rules, paper, organisation = draft.book.rules, draft.paper, draft.organisation
    if rules.switched_off:
        draft.text("method_off", organisation=organisation)
        off = [(f"{draft.title(one.rule)} ({one.rule})", one.reason) for one in rules.switched_off]
        paper.table(Grid((4, 5), draft.columns("off_columns")), off)
        paper.space()
    if rules.changed:
        draft.text("method_changed", organisation=organisation)
        changed = [(f"{draft.title(one.rule)} ({one.rule})", _changed(draft, one)) for one in rules.changed]
        paper.table(Grid((4, 5), draft.columns("changed_columns")), changed)
        paper.space()


def _changed(draft: Draft, one: ChangedRule) -> str:
    severity = one.severity and draft.say("changed_severity", severity=draft.labels.severity[one.severity].lower())
    return "; ".join([*([severity] if severity else []), *(f"{name} = {value}" for name, value in one.params.items())])


def _time(draft: Draft) -> None:
    report = draft.book.sender.report
    if report.period:
        draft.text("time_text", period=report.period)
    else:
        before, _, after = draft.say("time_text", period="\n").partition("\n")
        draft.paper.text((Span(before), draft.room(draft.say("time_room")), Span(after)))
    if report.team:
        draft.text("team")
        draft.paper.items(report.team, numbered=True)


_SECTIONS = {
    "basis": _basis,
    "background": _background,
    "aim": _aim,
    "scope": _scope,
    "method": _method,
    "time": _time,
}
