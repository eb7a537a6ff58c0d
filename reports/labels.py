"""The words of printed reports in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from schemas.report import Confidence, Severity

Language = Literal["id", "en"]


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language; ``{...}`` are filled in."""

    severity: dict[Severity, str]
    confidence: dict[Confidence, str]
    """In full: ``keyakinan sedang``; nothing for high, which is the rule."""
    confidence_in_full: dict[Confidence, str]
    either: str
    verdict: dict[str, str]
    columns: tuple[str, str, str, str, str]
    """Severity, code, line, finding, effect and recommendation."""
    condition: str
    criterion: str
    effect: str
    recommendation: str
    cause: str
    """Of the five parts of a finding the one that a program cannot know."""
    levers: str
    lever: str
    findings_of: str
    part: str
    verdict_of: str
    grade: str
    score: str
    between: str
    rules: str
    clean: str
    not_evaluated: str
    failed: str
    unknown: str
    performance: str
    page: str
    more: str
    others: str
    """Findings of a rule that are not shown one by one."""
    and_so_on: str
    notices: str
    more_notices: str
    summary: str
    documents: str
    findings: str
    grades: str
    errors: str
    unknown_count: str
    none: str
    about_grade: str
    masked: str
    """Said of a report without NIPs and names of persons."""
    auditor: str
    profile: str
    profile_rules: str
    switched_off: str
    changed: str
    decimal_mark: str
    since: str
    """What changed since an earlier report."""
    since_changed: str
    since_unjudged: str
    since_first_judged: str
    since_score: str
    since_other_rules: str
    missing: str


LABELS: dict[Language, Labels] = {
    "id": Labels(
        severity={
            Severity.CRITICAL: "Kritis",
            Severity.MAJOR: "Mayor",
            Severity.MINOR: "Minor",
            Severity.ADVICE: "Saran",
        },
        confidence={Confidence.HIGH: "", Confidence.MEDIUM: "keyakinan sedang", Confidence.LOW: "keyakinan rendah"},
        confidence_in_full={
            Confidence.HIGH: "keyakinan tinggi",
            Confidence.MEDIUM: "keyakinan sedang",
            Confidence.LOW: "keyakinan rendah",
        },
        either="atau",
        verdict={
            "layak": "layak",
            "layak dengan catatan": "layak dengan catatan",
            "belum layak": "belum layak",
        },
        columns=("Tingkat", "Kode", "Letak", "Temuan", "Akibat dan rekomendasi"),
        condition="Kondisi",
        criterion="Kriteria",
        effect="Akibat",
        recommendation="Rekomendasi",
        cause="Sebab: diisi oleh pemeriksa untuk setiap temuan.",
        levers="Perbaikan yang paling menaikkan nilai (bertahap):",
        lever="nilai menjadi {score}, predikat {grade}",
        findings_of="{count} temuan",
        part="bagian {part}",
        verdict_of="Kesimpulan",
        grade="Predikat",
        score="Nilai",
        between="antara {low} dan {high}",
        rules="Aturan: {clean} dipenuhi, {flagged} dilanggar, {not_applicable} tidak berlaku, "
        "{not_evaluated} tidak dapat dinilai",
        clean="Tidak ada temuan. Dokumen ini memenuhi semua aturan yang dapat dinilai.",
        not_evaluated="Tidak dapat dinilai:",
        failed="Tidak dapat diperiksa:",
        unknown="Bukan SOP atau laporan kinerja yang dikenali, sehingga tidak dinilai.",
        performance="Dokumen kinerja dikenali, tetapi tidak ada satu aturan pun yang dapat dinilai padanya.",
        page="hlm. {page}",
        more="+{count} lagi",
        others="... dan {count} temuan lain seperti ini pada {places}. Semuanya tercantum dalam laporan JSON.",
        and_so_on=", dan seterusnya",
        notices="Catatan pembacaan:",
        more_notices="dan {count} catatan lain; semuanya tercantum dalam laporan JSON.",
        summary="Ringkasan",
        documents="Dokumen",
        findings="Temuan",
        grades="Predikat",
        errors="Tidak dapat diperiksa",
        unknown_count="Bukan SOP",
        none="tidak ada",
        about_grade="Predikat menilai dokumennya, bukan nilai AKIP perangkat daerah.",
        masked="NIP dan nama orang dalam laporan ini disamarkan (UU 27/2022).",
        auditor="Pemeriksa",
        profile="Aturan",
        profile_rules="{count}, profil {profile}",
        switched_off="Aturan dimatikan",
        changed="Aturan diubah",
        decimal_mark=",",
        since="Sejak {day}: diperbaiki {fixed}, baru {new}, tetap {kept}",
        since_changed="diubah tetapi masih keliru {count}",
        since_unjudged="hilang tetapi belum tentu diperbaiki {count}",
        since_first_judged="baru dinilai kali ini {count}",
        since_score="nilai {before} ({grade_before}) menjadi {score} ({grade})",
        since_other_rules="aturan, pengaturan, atau versi patuh waktu itu berbeda",
        missing="Tidak diserahkan lagi",
    ),
    "en": Labels(
        severity={
            Severity.CRITICAL: "Critical",
            Severity.MAJOR: "Major",
            Severity.MINOR: "Minor",
            Severity.ADVICE: "Advice",
        },
        confidence={Confidence.HIGH: "", Confidence.MEDIUM: "medium confidence", Confidence.LOW: "low confidence"},
        confidence_in_full={
            Confidence.HIGH: "high confidence",
            Confidence.MEDIUM: "medium confidence",
            Confidence.LOW: "low confidence",
        },
        either="or",
        verdict={
            "layak": "fit for use (layak)",
            "layak dengan catatan": "fit for use with remarks (layak dengan catatan)",
            "belum layak": "not yet fit for use (belum layak)",
        },
        columns=("Severity", "Code", "Place", "Finding", "Effect and recommendation"),
        condition="Condition",
        criterion="Criterion",
        effect="Effect",
        recommendation="Recommendation",
        cause="Cause: for the auditor to fill in, finding by finding.",
        levers="What raises the grade most (one after the other):",
        lever="then the score is {score}, the grade {grade}",
        findings_of="{count} findings",
        part="part {part}",
        verdict_of="Verdict",
        grade="Grade",
        score="Score",
        between="between {low} and {high}",
        rules="Rules: {clean} kept, {flagged} broken, {not_applicable} not applicable, {not_evaluated} not evaluated",
        clean="No findings. This document keeps every rule that could be evaluated.",
        not_evaluated="Not evaluated:",
        failed="Could not be audited:",
        unknown="Not recognised as an SOP or a performance report, so not judged.",
        performance="Performance data: recognised, but there is nothing in it that any rule could judge.",
        page="p. {page}",
        more="+{count} more",
        others="... and {count} more findings like these at {places}. All of them stand in the JSON report.",
        and_so_on=", and so on",
        notices="Notes on reading:",
        more_notices="and {count} more notes; all of them stand in the JSON report.",
        summary="Summary",
        documents="Documents",
        findings="Findings",
        grades="Grades",
        errors="Could not be audited",
        unknown_count="Not an SOP",
        none="none",
        about_grade="The grade is that of the document, not the AKIP score of the office.",
        masked="NIPs and names of persons in this report are masked (Law 27/2022).",
        auditor="Auditor",
        profile="Rules",
        profile_rules="{count}, profile {profile}",
        switched_off="Rules switched off",
        changed="Rules changed",
        decimal_mark=".",
        since="Since {day}: mended {fixed}, new {new}, as before {kept}",
        since_changed="changed but still wrong {count}",
        since_unjudged="gone but perhaps not mended {count}",
        since_first_judged="judged for the first time {count}",
        since_score="score {before} ({grade_before}), now {score} ({grade})",
        since_other_rules="rules, settings or version of patuh were others then",
        missing="Not handed in again",
    ),
}
