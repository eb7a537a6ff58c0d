"""Runs, trends and differences as tables for a terminal, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from reports.digest import words
from reports.words import harmless
from schemas.night import ChangedFinding, Difference, DocumentChange, RunInfo, Trend
from schemas.report import Severity

_STATES = {"running": "belum selesai", "done": "selesai"}


def runs_table(runs: Iterable[tuple[RunInfo, int | None]]) -> str:
    """List runs with the number of their documents, None where it is not known."""
    rows = [("Ke", "Tanggal", "Keadaan", "Dokumen", "Kode keluar", "Ringkasan")]
    for one, documents in runs:
        attempts = f", {one.attempts} kali dijalankan" if one.attempts > 1 else ""
        rows.append(
            (
                words.number(one.run),
                one.as_of.isoformat(),
                f"{_STATES[one.state]}{attempts}",
                words.number(documents) if documents is not None else "-",
                str(one.exit_code) if one.exit_code is not None else "-",
                "terkirim" if one.delivered else "-",
            )
        )
    return aligned(rows, right=(0, 3, 4))


def runs_json(runs: Iterable[tuple[RunInfo, int | None]]) -> str:
    """The same as JSON."""
    return _json([{**one.model_dump(mode="json"), "documents": documents} for one, documents in runs])


def trend_table(trend: Trend) -> str:
    """Figures over runs, the newest first."""
    overruled = any(one.overruled for one in trend.runs)
    head = ("Ke", "Tanggal", "Dokumen", "Nilai", *(words.SEVERITY[one] for one in Severity), "Dikecualikan",
            *(["Dibatalkan"] if overruled else []), "Baru", "Diperbaiki", "Belum diserahkan",
            "Tidak terbaca")  # fmt: skip
    rows = [head]
    for one in reversed(trend.runs):
        counts = (*(one.findings.get(severity, 0) for severity in Severity), one.waived,
                  *([one.overruled] if overruled else []), one.new, one.fixed, one.late, one.unread)  # fmt: skip
        rows.append(
            (
                words.number(one.run),
                one.as_of.isoformat(),
                words.number(one.documents),
                words.score(one.score),
                *map(words.number, counts),
            )
        )
    return aligned(rows, right=(0, *range(2, len(head))))


def trend_json(trend: Trend) -> str:
    """The same as JSON, the oldest first."""
    return _json(trend.model_dump(mode="json"))


def difference_text(head: Difference, changes: Iterable[DocumentChange]) -> Iterator[str]:
    """Yield what changed between two runs, line by line."""
    office = f", {words.office(head.office)}" if head.office is not None else ""
    yield harmless(f"Dari {words.run(head.before)}, ke {words.run(head.after)}{office}")
    if head.rules_changed or head.program_changed:
        yield "Aturan, pengaturan, atau versi patuh berubah di antaranya."
    some = False
    for change in changes:
        some = True
        yield from map(harmless, _change(change))
    if not some:
        yield "Tidak ada dokumen yang berubah."


def difference_json(head: Difference, changes: Iterable[DocumentChange]) -> Iterator[str]:
    """Yield the same as JSON, document by document."""
    opened = json.dumps(head.model_dump(mode="json"), ensure_ascii=False)
    yield f'{opened[:-1]}, "documents": ['
    before = ""
    for change in changes:
        yield f"{before}{json.dumps(change.model_dump(mode='json'), ensure_ascii=False)}"
        before = ",\n"
    yield "]}"


def _change(one: DocumentChange) -> Iterator[str]:
    yield ""
    yield f"{one.path}{f' (bagian {one.part})' if one.part else ''}: {words.change(one)}"
    for sign, findings in (("+", one.new), ("-", one.fixed), ("?", one.unjudged), ("x", one.left)):
        for found in findings:
            yield f"  {sign} {_finding(found)}"


def _finding(one: ChangedFinding) -> str:
    cause = words.cause(one)
    return f"{words.SEVERITY[one.severity]} {one.code} {one.title}{f', {one.place}' if one.place else ''}" + (
        f" ({cause})" if cause else ""
    )


def aligned(rows: Sequence[Sequence[str]], right: Iterable[int]) -> str:
    """Lay out *rows* in columns, those in *right* flush to the right."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    to_right = frozenset(right)
    return "\n".join(
        "  ".join(
            cell.rjust(width) if at in to_right else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
