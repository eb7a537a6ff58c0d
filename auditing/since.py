"""
What became of documents since an earlier report.

The earlier report is read once, document by document, and little of it is kept; worker processes get that as it is.
Which document is which is decided by its path, else, where that is gone, by its bytes, or by its name, unit and title.
Where two come into question, none is taken: a wrong match would praise a mending that nobody did.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from auditing.saved import read_report
from schemas.report import (
    DocumentReport,
    Finding,
    FindingStatus,
    PastFinding,
    Report,
    Response,
    RulesInfo,
    Score,
    Since,
    Tool,
)

_CUT = "findings-cut"


@dataclass(frozen=True, slots=True)
class Before:
    """A finding of the earlier report."""

    rule: str
    code: str
    severity: str
    title: str
    fingerprint: str
    words: bytes
    """What it quotes, as a digest; empty where it quotes nothing."""
    status: FindingStatus = "open"
    response: Response | None = None

    def gone(self) -> PastFinding:
        """As the new report names it."""
        return PastFinding.model_validate(
            {name: getattr(self, name) for name in ("rule", "code", "severity", "title", "fingerprint")}
        )


@dataclass(frozen=True, slots=True)
class Earlier:
    """A document of the earlier report."""

    number: int
    """1-based, in the order of the report."""
    path: str
    part: int | None
    sha256: str | None
    about: tuple[str, str, str]
    """Kind, unit and title, without what printing changes."""
    score: Score | None
    grade: str | None
    judged: frozenset[str] | None
    """The rules that were judged; None where the report does not tell (of an older version)."""
    findings: tuple[Before, ...]

    @property
    def title(self) -> str:
        """Empty where none was read."""
        return self.about[2]


@dataclass(frozen=True, slots=True)
class Past:
    """The earlier report, as far as documents are compared with it."""

    as_of: dt.date
    judged_alike: bool
    masked: bool
    """Its names of files, too, may be replaced."""
    documents: tuple[Earlier, ...]
    by_path: dict[str, list[int]]
    """Path -> places in `documents`."""
    moved: dict[str, list[int]]
    """Digest of the bytes -> places of the documents whose path is gone; one file has all of them."""
    renamed: dict[str, str]
    """Path of now -> the path then that it may have had."""

    def missing(self, found: Collection[int], failed: Collection[int]) -> list[Earlier]:
        """
        Return the documents that were not handed in this time.

        Args:
            found: Numbers of those that were.
            failed: Of these the ones that could not be read, whose other parts nobody can look for.
        """
        unread = {self.documents[number - 1].path for number in failed}
        return [one for one in self.documents if one.number not in found and one.path not in unread]


def read_past(path: Path, rules: RulesInfo, tool: Tool, shown: Iterable[str]) -> Past:
    """
    Read the earlier report.

    Args:
        path: The file.
        rules: What judges now.
        tool: This program.
        shown: The paths of the files to be audited, as the new report gives them.

    Raises:
        SavedReportError: It is none.
    """
    saved = read_report(path)
    return past_of(saved.head, saved.documents(), (rules, tool), shown)


def past_of(
    head: Report, reports: Iterable[DocumentReport], terms: tuple[RulesInfo, Tool], shown: Iterable[str]
) -> Past:
    """
    Return what is kept of an earlier report.

    Args:
        head: The report; its documents are not looked at.
        reports: Its documents.
        terms: What judges now, and this program.
        shown: The paths of the files to be audited, as the new report gives them.
    """
    documents = tuple(_documents(reports))
    now = set(shown)
    by_path: dict[str, list[int]] = {}
    for at, one in enumerate(documents):
        by_path.setdefault(one.path, []).append(at)
    gone = sorted(by_path.keys() - now)
    return Past(
        as_of=head.as_of,
        judged_alike=_terms(head.rules, head.tool) == _terms(*terms),
        masked=head.masked,
        documents=documents,
        by_path=by_path,
        moved=_by_bytes(gone, by_path, documents),
        renamed=_by_name(now - by_path.keys(), gone),
    )


def compared(reports: Sequence[DocumentReport], past: Past) -> list[DocumentReport]:
    """Return the reports of one file with what became of its documents since then, and with what was answered."""
    return [
        report if not earlier else _since(report, earlier, past)
        for report, earlier in zip(reports, _matched(reports, past), strict=True)
    ]


def between(report: DocumentReport, earlier: DocumentReport, as_of: dt.date, *, judged_alike: bool) -> Since:
    """
    Return what became of a document, where it is known which one it was.

    Args:
        report: Of now.
        earlier: Of then.
        as_of: The day of audit of then.
        judged_alike: Whether the same rules and program judged then.
    """
    before = _earlier(1, earlier, {})
    past = Past(as_of, judged_alike, masked=False, documents=(before,), by_path={}, moved={}, renamed={})
    since = _since(report, (before,), past).since
    assert since is not None
    return since


# reading --------------------------------------------------------------------------------------------------------


def _documents(reports: Iterable[DocumentReport]) -> Iterable[Earlier]:
    sets: dict[frozenset[str], frozenset[str]] = {}
    texts: dict[str, str] = {}
    for number, report in enumerate(reports, 1):
        judged = _judged(report)
        yield replace(
            _earlier(number, report, texts), judged=sets.setdefault(judged, judged) if judged is not None else None
        )


def _earlier(number: int, report: DocumentReport, texts: dict[str, str]) -> Earlier:
    return Earlier(
        number=number,
        path=report.path,
        part=report.part,
        sha256=report.sha256,
        about=_about(report),
        score=report.score,
        grade=report.grade.value if report.grade else None,
        judged=_judged(report),
        findings=tuple(_before(one, texts) for one in report.findings),
    )


def _before(finding: Finding, texts: dict[str, str]) -> Before:
    """What is kept of a finding; texts that many have are kept once."""
    rule, code, title = (texts.setdefault(text, text) for text in (finding.rule, finding.code, finding.title))
    return Before(
        rule=rule,
        code=code,
        severity=finding.severity,
        title=title,
        fingerprint=finding.fingerprint,
        words=_words(finding),
        status=finding.status,
        response=finding.response,
    )


def _terms(rules: RulesInfo, tool: Tool) -> tuple[object, ...]:
    return rules.digest, rules.profile, rules.count, tool.version, tool.engine


def _about(report: DocumentReport) -> tuple[str, str, str]:
    return about_of(report.kind, report.unit, report.title)


def about_of(kind: str, unit: str | None, title: str | None) -> tuple[str, str, str]:
    """Kind, unit and title of a document as they are compared: without what printing changes."""
    return kind, _plain(unit or ""), _plain(title or "")


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _words(finding: Finding) -> bytes:
    """What makes it the same finding where only a number in what is said of it changed."""
    quotes = ["".join(place.quote.lower().split()) for place in finding.evidence]
    if not any(quotes):
        return b""
    return hashlib.sha256("\0".join(quotes).encode("utf-8", "surrogatepass")).digest()[:8]


def _judged(report: DocumentReport) -> frozenset[str] | None:
    """The rules whose findings, if any, are all there; None where the report does not name the clean ones."""
    if len(report.clean) < report.outcomes.clean:
        return None
    cut = [notice.message for notice in report.notices if notice.code == _CUT]
    whole = {one.rule: one.code for one in report.findings}
    flagged = [rule for rule, code in whole.items() if not any(f" {code} " in message for message in cut)]
    return frozenset(() if report.errors else (*flagged, *report.clean, *report.not_applicable))


# which document is which ----------------------------------------------------------------------------------------


def _by_bytes(gone: Iterable[str], by_path: dict[str, list[int]], documents: Sequence[Earlier]) -> dict[str, list[int]]:
    """Files whose path is gone, by their digest; not those that were there twice."""
    files: dict[str, list[list[int]]] = {}
    for path in gone:
        digest = documents[by_path[path][0]].sha256
        if digest is not None:
            files.setdefault(digest, []).append(by_path[path])
    return {digest: places[0] for digest, places in files.items() if len(places) == 1}


def _by_name(new: Iterable[str], gone: Iterable[str]) -> dict[str, str]:
    """Pairs of paths that end alike, such as those below two folders; each the only best one for the other."""
    old_names: dict[str, list[str]] = {}
    new_names: dict[str, list[str]] = {}
    for path in gone:
        old_names.setdefault(PurePosixPath(path).name, []).append(path)
    for path in sorted(new):
        new_names.setdefault(PurePosixPath(path).name, []).append(path)
    pairs = {}
    for name, paths in new_names.items():
        old = old_names.get(name, [])
        if len(paths) * len(old) > _MOST_PAIRS:
            continue
        for path in paths:
            then = _closest(path, old)
            if then is not None and _closest(then, paths) == path:
                pairs[path] = then
    return pairs


_MOST_PAIRS = 1_000_000
"""Of paths with one name that are compared: where thousands are called alike, their name tells nothing."""


def _closest(path: str, others: Sequence[str]) -> str | None:
    """The one that has more of its last parts in common than any other."""
    common = [(_common_end(path, other), other) for other in others]
    most = max((count for count, _ in common), default=0)
    best = [other for count, other in common if count == most]
    return best[0] if len(best) == 1 else None


def _common_end(one: str, other: str) -> int:
    pairs = zip(reversed(one.split("/")), reversed(other.split("/")), strict=False)
    count = 0
    for left, right in pairs:
        if left != right:
            break
        count += 1
    return count


def _matched(reports: Sequence[DocumentReport], past: Past) -> list[tuple[Earlier, ...]]:
    """For each document of a file those of the earlier report that it is; several only where it could not be read."""
    path, digest = reports[0].path, reports[0].sha256
    places = past.by_path.get(path) or past.moved.get(digest or "", [])
    if places:
        return _parts(reports, [past.documents[at] for at in places])
    places = past.by_path.get(past.renamed.get(path, ""), [])
    return _parts(reports, [past.documents[at] for at in places], strict=True)


def _parts(
    reports: Sequence[DocumentReport], earlier: Sequence[Earlier], *, strict: bool = False
) -> list[tuple[Earlier, ...]]:
    """
    Pair the documents of a file with those that it had.

    Args:
        reports: Those of now.
        earlier: Those of then.
        strict: Only where kind, unit and title say that it is the same.
    """
    if len(reports) == 1 and reports[0].errors and reports[0].kind == "unknown":
        return [() if strict else tuple(earlier)]
    if len(reports) == len(earlier) == 1 and not strict:
        kinds = {reports[0].kind, earlier[0].about[0]} - {"unknown"}
        return [tuple(earlier) if len(kinds) < 2 else ()]
    found: list[tuple[Earlier, ...]] = [()] * len(reports)
    titles, old_titles = Counter(map(_about, reports)), Counter(one.about for one in earlier)
    old = {one.about: one for one in earlier}
    for at, report in enumerate(reports):
        about = _about(report)
        if about[2] and titles[about] == old_titles[about] == 1:
            found[at] = (old[about],)
    if strict or len(reports) != len(earlier):
        return found
    taken = {one.number for match in found for one in match}
    for at, one in enumerate(earlier):
        if not found[at] and one.number not in taken:
            found[at] = (one,)
    return found


# what became of it ----------------------------------------------------------------------------------------------


def _since(report: DocumentReport, earlier: Sequence[Earlier], past: Past) -> DocumentReport:
    judged_now, judged_then = _judged(report) or frozenset(), _judged_then(earlier)
    before = [one for document in earlier for one in document.findings]
    same = _same(report.findings, before)
    kept = {id(one) for one in same.values()}
    left = [one for one in before if id(one) not in kept]
    new = [one for at, one in enumerate(report.findings) if at not in same]
    first = earlier[0]
    since = Since(
        as_of=past.as_of,
        document=first.number,
        path=first.path if first.path != report.path else None,
        judged_alike=past.judged_alike,
        score=first.score if len(earlier) == 1 else None,
        grade=first.grade if len(earlier) == 1 else None,
        fixed=tuple(one.gone() for one in left if one.rule in judged_now),
        new=tuple(one.fingerprint for one in new),
        first_judged=tuple(one.fingerprint for one in new if judged_then is not None and one.rule not in judged_then),
        unjudged=tuple(one.gone() for one in left if one.rule not in judged_now),
    )
    counts = (
        Counter((one.rule, one.words) for one in before),
        Counter((one.rule, _words(one)) for one in report.findings),
    )
    alike = frozenset(key for key, count in counts[0].items() if counts[1][key] == count)
    findings = tuple(_answered(one, same.get(at), alike) for at, one in enumerate(report.findings))
    return report.model_copy(update={"since": since, "findings": findings})


def _judged_then(earlier: Sequence[Earlier]) -> frozenset[str] | None:
    return earlier[0].judged if len(earlier) == 1 else None


def _same(findings: Sequence[Finding], before: Sequence[Before]) -> dict[int, Before]:
    """
    Place of a finding -> what it was then.

    By fingerprint, of which a document has each once. What is left of a rule is the same where it quotes the same words
    and nothing else left of the rule does: another number of a step, or a rule worded anew, makes no new defect.
    """
    known = {one.fingerprint: one for one in before}
    same = {at: known.pop(one.fingerprint) for at, one in enumerate(findings) if one.fingerprint in known}
    old: dict[tuple[str, bytes], list[Before]] = {}
    for past in known.values():
        old.setdefault((past.rule, past.words), []).append(past)
    new: dict[tuple[str, bytes], list[int]] = {}
    for at, one in enumerate(findings):
        if at not in same:
            new.setdefault((one.rule, _words(one)), []).append(at)
    for key, places in new.items():
        found = old.get(key, ())
        if key[1] and len(places) == len(found) == 1:
            same[places[0]] = found[0]
    return same


def _answered(finding: Finding, before: Before | None, alike: Collection[tuple[str, bytes]]) -> Finding:
    """
    The finding with what was answered to it.

    That it is none was decided of this very wording, at this very place: where of several alike some are gone, nobody
    knows whether it is the one.
    """
    if before is None or finding.status != "open" or before.status in ("open", "waived"):
        return finding  # what is waived now is for waivers.yaml to say, not for the report of then
    exact = before.fingerprint == finding.fingerprint and (before.rule, before.words) in alike
    if before.status == "overruled" and not exact:
        return finding
    return replace(finding, status=before.status, response=before.response)
