"""The words of the digest, in official Indonesian."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reports.changes import day
from reports.labels import LABELS
from reports.numbers import decimal, whole
from schemas.night import (
    Cause,
    ChangedFinding,
    Counted,
    DocumentChange,
    Night,
    OfficeNight,
    Place,
    RunInfo,
    State,
    Tally,
    Unread,
    WaiverNote,
)
from schemas.report import Severity

TITLE = "Ringkasan pagi pemeriksaan arsip"
NO_OFFICE = "Perangkat daerah tidak dikenal"
SEVERITY = LABELS["id"].severity
CAUSES: dict[Cause, str] = {
    "document": "",
    "rules": "karena aturan berubah",
    "program": "karena versi patuh berubah",
    "day": "karena tanggal penilaian atau dokumen lain",
    "judged": "baru dapat dinilai",
}
"""What is said of a finding besides; nothing where the document itself was changed."""
_WORK = {
    "audited": "{} dokumen dibaca dan dinilai",
    "rejudged": "{} dinilai ulang tanpa dibaca",
    "carried": "{} tidak berubah",
    "passed_over": "{} berkas bukan dokumen yang diperiksa",
}
_KINDS = {"sop": "SOP", "performance": "kinerja", "archive": "antardokumen"}


def number(count: int) -> str:
    """A count with its thousands parted."""
    return whole(count, "id")


def score(value: Decimal | None) -> str:
    """A score, or a dash where there is none."""
    return decimal(value, "id") if value is not None else "-"


def office(name: str | None) -> str:
    """How an office is called."""
    return name or NO_OFFICE


def place(one: Place) -> str:
    """How a document is called: where it lies, and which of several in a file it is."""
    if one.together:
        return "perbandingan antardokumen"
    return f"{one.path} (bagian {one.part})" if one.part else one.path


def run(info: RunInfo) -> str:
    """How a run is called."""
    return f"pemeriksaan ke-{number(info.run)}, {day(info.as_of)}"


def against(night: Night) -> str:
    """With what the run is compared."""
    if night.against is None:
        return (
            "Ini pemeriksaan pertama: belum ada yang dapat dibandingkan. Mulai pemeriksaan berikutnya, perubahan "
            "diringkas di sini."
        )
    why = ", ringkasan terakhir yang terkirim" if night.against.delivered else ""
    between = (
        f"; termasuk perubahan {number(night.runs_between)} pemeriksaan di antaranya" if night.runs_between else ""
    )
    return f"Dibandingkan dengan {run(night.against)}{why}{between}."


def other_rules(night: Night) -> str:
    """Whether something else judged then; nothing where it did not."""
    parts = []
    if night.program_changed:
        parts.append("versi atau pengaturan patuh berubah")
    if night.rules_changed:
        parts.append(f"{number(len(night.rules_changed))} aturan baru, berubah, atau dihapus")
    if not parts:
        return ""
    return (
        f"Sejak itu {' dan '.join(parts)}. Temuan yang timbul atau hilang karenanya dihitung tersendiri dan bukan "
        "perbuatan perangkat daerah."
    )


def complete(night: Night) -> str:
    """Whether all was done."""
    if night.state.complete and night.unread_total:
        return (
            f"Semua dokumen terlihat dan semua aturan dinilai, tetapi {number(night.unread_total)} dokumen tidak dapat "
            "dibaca."
        )
    if night.state.complete:
        return "Pemeriksaan lengkap: semua dokumen dan semua aturan dinilai."
    return "Pemeriksaan TIDAK lengkap. Yang tidak disebut di bawah ini belum tentu baik."


def gaps(state: State) -> Iterator[str]:
    """What was to be done and what was done, where it is not the same."""
    yield from _gap(state.documents, "dokumen diharapkan", "terlihat", "Banyaknya dokumen tidak tercatat.")
    yield from _gap(state.outcomes, "hasil aturan diharapkan", "ada", "Banyaknya hasil aturan tidak tercatat.")
    if not any(state.rules.values()):
        yield "Tidak tercatat aturan yang dipakai."
    if state.failed_outcomes:
        yield f"{number(state.failed_outcomes)} kali sebuah aturan gagal dinilai karena aturannya sendiri keliru."
    yield from (one.message for one in state.notices if one.code not in _COUNTED)


_COUNTED = frozenset({"documents-missing", "outcomes-missing", "rules-failed"})
"""Codes of notices that say what the counts say."""


def _gap(count: Counted | None, wanted: str, seen: str, unknown: str) -> Iterator[str]:
    if count is None:
        yield unknown
    elif count.expected != count.seen:
        yield f"{number(count.expected)} {wanted}, {number(count.seen)} {seen}."
    elif not count.seen:
        yield f"Tidak satu pun {wanted}."


def work(state: State) -> str:
    """How the documents were dealt with; nothing where it is not known."""
    parts = [_WORK[name].format(number(count)) for name, count in state.work.items() if name in _WORK and count]
    rules = [f"{_KINDS.get(kind, kind)} {number(count)}" for kind, count in state.rules.items() if count]
    told = [", ".join(parts)] if parts else []
    return "; ".join([*told, *([f"aturan: {', '.join(rules)}"] if rules else [])])


def severities(counts: dict[Severity, int]) -> str:
    """``Kritis 1, Mayor 3``; nothing where there are none."""
    return ", ".join(f"{SEVERITY[one]} {number(counts[one])}" for one in Severity if counts.get(one))


def news(tally: Tally) -> Iterator[str]:
    """What changed, as short sentences without a full stop; nothing where nothing did."""
    fresh = sum(tally.new.values())
    if fresh:
        yield f"{number(fresh)} temuan baru ({severities(tally.new)})"
    yield from _counted(tally, _NEWS)


def besides(tally: Tally) -> Iterator[str]:
    """As `news`, without what has a tile of its own."""
    yield from _counted(tally, [one for one in _NEWS if one[0] not in ("fixed", "worse", "better")])


_NEWS = (
    ("by_rules", "{} temuan timbul karena aturan atau versi patuh berubah, atau baru dapat dinilai"),
    ("by_day", "{} temuan timbul karena tanggal penilaian atau dokumen lain"),
    ("waived", "{} temuan baru dikecualikan"),
    ("overruled", "{} temuan baru sudah dibatalkan pemeriksa"),
    ("worse", "{} dokumen turun predikatnya"),
    ("better", "{} dokumen naik predikatnya"),
    ("fixed", "{} temuan diperbaiki"),
    ("gone_by_rules", "{} temuan hilang bukan karena diperbaiki (aturan, versi patuh, atau tanggal)"),
    ("unjudged", "{} temuan tidak dapat dinilai lagi"),
    ("left", "{} temuan hilang bersama dokumennya"),
    ("documents_new", "{} dokumen baru"),
    ("documents_gone", "{} dokumen tidak ada lagi"),
    ("documents_moved", "{} dokumen pindah tempat"),
)


def _counted(tally: Tally, sentences: Sequence[tuple[str, str]]) -> Iterator[str]:
    for name, sentence in sentences:
        count = getattr(tally, name)
        if count:
            yield sentence.format(number(count))


def of_office(one: OfficeNight) -> Iterator[str]:
    """What an office must be asked about besides its findings."""
    if one.no_documents:
        yield "belum ada satu dokumen pun di arsip"
    if one.late_total:
        yield f"{number(one.late_total)} laporan belum diserahkan"
    if one.unread:
        fresh = f", {number(one.unread_fresh)} di antaranya baru" if one.unread_fresh else ""
        yield f"{number(one.unread)} dokumen tidak dapat dibaca{fresh}"
    yield from news(one.tally)


def change(one: DocumentChange) -> str:
    """How a document stands otherwise, in one line."""
    parts = [{"new": "dokumen baru", "gone": "tidak ada lagi", "changed": ""}[one.what], CAUSES[one.cause]]
    if one.path_before is not None:
        parts.append(f"dahulu {one.path_before}")
    same = (one.score_before, one.grade_before) == (one.score, one.grade)
    if one.grade_before is not None and one.grade is not None and not same:
        parts.append(
            f"nilai {score(one.score_before)} ({one.grade_before}) menjadi {score(one.score)} ({one.grade})"
            + {"worse": ", predikat turun", "better": ", predikat naik", "same": ""}[one.step]
        )
    elif one.grade is not None:
        parts.append(f"nilai {score(one.score)} ({one.grade})")
    if one.error is not None:
        parts.append(f"tidak dapat dibaca: {one.error.message.rstrip('.')}")
    elif one.error_before is not None and one.what == "changed":
        parts.append("dapat dibaca lagi")
    parts.append(f"{number(one.kept)} temuan tetap" if one.kept else "")
    return "; ".join(part for part in parts if part) or "dokumen berubah"


def unread(one: Unread) -> str:
    """Why, and since when."""
    since = "baru" if one.fresh else f"sejak {day(one.since)}"
    return f"{one.reason.rstrip('.')} ({since})"


def cause(one: ChangedFinding) -> str:
    """Why a finding is there, or that it asks nothing of anybody."""
    return "dibatalkan" if one.overruled else "dikecualikan" if one.waived else CAUSES[one.cause]


def waiver(note: WaiverNote) -> str:
    """A waiver that somebody must look at."""
    scope = f" untuk {note.scope}" if note.scope else ""
    by = f" oleh {note.by}" if note.by else ""
    by += f" ({note.source})" if note.source else ""
    if note.what == "expired":
        return f"Pengecualian {note.rule}{scope}{by} sudah berakhir pada {day(note.until)}; temuannya berlaku lagi."
    return (
        f"Pengecualian {note.rule}{scope}{by} berakhir pada {day(note.until)}: perbaiki dokumennya atau putuskan lagi."
    )


def subject(night: Night) -> str:
    """The subject of the mail: what matters, before it is opened."""
    parts = [] if night.state.complete else ["TIDAK LENGKAP"]
    fresh = night.tally.total_new
    critical = night.tally.new.get(Severity.CRITICAL, 0)
    late = sum(one.late_total for one in night.offices)
    if night.against is not None:
        parts.append(f"{number(fresh)} temuan baru" + (f" ({number(critical)} kritis)" if critical else ""))
        parts += [f"{number(night.tally.fixed)} diperbaiki"] if night.tally.fixed else []
        parts += [f"{number(night.tally.worse)} predikat turun"] if night.tally.worse else []
    else:
        parts.append(f"pemeriksaan pertama, {number(night.figures.documents)} dokumen")
    parts += [f"{number(late)} belum diserahkan"] if late else []
    parts += [f"{number(night.unread_total)} tidak terbaca"] if night.unread_total else []
    return f"patuh {night.run.as_of.isoformat()}: {', '.join(parts)}"
