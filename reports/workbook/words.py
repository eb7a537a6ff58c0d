"""The words of the working paper in both languages; headings of the columns of answers stand in `reports.followup`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from reports.labels import Language
from schemas.report import Confidence, Outcome


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; ``{...}`` are filled in."""

    sheets: Mapping[str, str]
    """Names of the sheets."""
    title: str
    subject: str
    footer: str
    as_of: str
    masked: str
    totals: str
    documents: str
    graded: str
    mean: str
    failed: str
    unknown: str
    findings: str
    not_evaluated: str
    answers: str
    grades: str
    verdicts: str
    severities: str
    no_grade: str
    top_rules: str
    top_columns: tuple[str, str, str, str]
    offices: str
    office: str
    no_office: str
    overruled: str
    overruled_note: str
    continued: str
    kinds: Mapping[str, str]
    document_columns: tuple[str, ...]
    """Title, kind, media, score, low, high, grade, low, high, verdict; then overruled; outcomes; errors, notices."""
    outcomes: Mapping[Outcome, str]
    not_audited: str
    """The outcome of all rules on a document that could not be audited."""
    confidence: Mapping[Confidence, str]
    number: str
    place: str
    severity: str
    code: str
    finding: str
    condition: str
    criterion: str
    effect: str
    recommendation: str
    quote: str
    confidence_head: str
    component: str
    akip: str
    rule: str
    rule_title: str
    pick_title: str
    pick: str
    wrong_title: str
    wrong: str
    date_wrong: str
    law: str
    used: str
    state: str
    switched_off: str
    changed: str
    state_reason: str
    overrule_share: str
    why_not: str
    outcome: str
    reason: str
    method: Mapping[str, str]
    about: tuple[tuple[str, str], ...]
    """How the working paper is to be read and filled in: label and text."""
    only_some: str
    all_outcomes: str
    other_rules: str
    grading: str


_ID: Final = Words(
    sheets={
        "summary": "Ringkasan",
        "documents": "Dokumen",
        "findings": "Temuan",
        "rules": "Aturan",
        "method": "Metode",
        "outcomes": "Hasil Aturan",
    },
    title="Kertas Kerja Evaluasi",
    subject="Pemeriksaan SOP dan dokumen kinerja",
    footer="Halaman &P dari &N",
    as_of="Keadaan per",
    masked="NIP dan nama orang disamarkan.",
    totals="Jumlah",
    documents="Dokumen",
    graded="Dokumen yang dinilai",
    mean="Nilai rata-rata",
    failed="Tidak dapat diperiksa",
    unknown="Bukan SOP atau dokumen kinerja",
    findings="Temuan",
    not_evaluated="Aturan yang tidak dapat dinilai (jumlah di semua dokumen)",
    answers="Tindak lanjut temuan",
    grades="Predikat",
    verdicts="Kesimpulan",
    severities="Temuan menurut tingkat",
    no_grade="tanpa predikat",
    top_rules="Aturan yang paling sering dilanggar",
    top_columns=("Aturan", "Kode", "Temuan", "Dokumen"),
    offices="Menurut perangkat daerah",
    office="Perangkat daerah",
    no_office="(tidak disebut dalam dokumen)",
    overruled="Dibatalkan",
    overruled_note="{count} temuan dibatalkan pemeriksa dan tetap tercantum. Nilai, predikat, dan kesimpulan adalah "
    "hasil "
    "pemeriksaan dan tidak dihitung ulang.",
    continued="Lembar {first} penuh; lanjutannya pada lembar {rest}.",
    kinds={"sop": "SOP", "performance": "Dokumen kinerja", "unknown": "Tidak dikenali", "archive": "Arsip kantor"},
    document_columns=(
        "Judul",
        "Jenis",
        "Media",
        "Nilai",
        "Nilai terendah",
        "Nilai tertinggi",
        "Predikat",
        "Predikat terendah",
        "Predikat tertinggi",
        "Kesimpulan",
        "Temuan dibatalkan",
        "Aturan dipenuhi",
        "Aturan dilanggar",
        "Aturan tidak berlaku",
        "Aturan tidak dapat dinilai",
        "Aturan gagal",
        "Mengapa tidak dapat diperiksa",
        "Catatan pembacaan",
    ),
    outcomes={
        Outcome.CLEAN: "dipenuhi",
        Outcome.FLAGGED: "dilanggar",
        Outcome.NOT_APPLICABLE: "tidak berlaku",
        Outcome.NOT_EVALUATED: "tidak dapat dinilai",
        Outcome.ERROR: "gagal",
    },
    not_audited="tidak diperiksa",
    confidence={Confidence.HIGH: "tinggi", Confidence.MEDIUM: "sedang", Confidence.LOW: "rendah"},
    number="No.",
    place="Letak",
    severity="Tingkat",
    code="Kode",
    finding="Temuan",
    condition="Kondisi",
    criterion="Kriteria",
    effect="Akibat",
    recommendation="Rekomendasi",
    quote="Kutipan",
    confidence_head="Keyakinan",
    component="Komponen",
    akip="Kriteria AKIP",
    rule="Nama aturan",
    rule_title="Aturan",
    pick_title="Status temuan",
    pick="Pilih dari daftar. Dibatalkan: isi juga Tanggapan (alasan) dan Oleh (nama).",
    wrong_title="Status tidak dikenal",
    wrong="Pilih Terbuka, Ditanggapi, Selesai, atau Dibatalkan.",
    date_wrong="Isi dengan tanggal, misalnya 31-12-2026.",
    law="Dasar hukum",
    used="dipakai",
    state="Keadaan",
    switched_off="dimatikan instansi",
    changed="dipakai, diubah instansi",
    state_reason="Alasan atau perubahan",
    overrule_share="Bagian temuan yang dibatalkan",
    why_not="Mengapa tidak dapat dinilai",
    outcome="Hasil",
    reason="Alasan",
    method={
        "title": "Metode",
        "program": "Program",
        "engine": "Mesin aturan",
        "as_of": "Tanggal penilaian",
        "auditor": "Pemeriksa",
        "profile": "Profil aturan",
        "count": "Banyaknya aturan",
        "digest": "Sidik aturan dan pengaturan (SHA-256)",
        "masked": "Penyamaran",
        "masked_yes": "NIP dan nama orang diganti di seluruh laporan ini.",
        "masked_no": "Tidak ada; laporan ini memuat data pribadi (UU 27/2022) dan tidak untuk diedarkan.",
        "off": "Aturan dimatikan",
        "changed": "Aturan diubah",
        "none": "tidak ada",
        "inputs": "Dokumen masukan",
        "inputs_text": "{count} dokumen; sidik (SHA-256) masing-masing ada pada lembar {sheet}.",
    },
    about=(
        (
            "Lima unsur temuan",
            (
                "Kondisi, kriteria, akibat, dan rekomendasi ditulis program dari dokumen dan aturan. Sebab diisi "
                "pemeriksa: "
                "program tidak mengetahuinya."
            ),
        ),
        (
            "Mengisi tindak lanjut",
            (
                "Pada lembar Temuan isi kolom Status, Tanggapan, Oleh, dan Tanggal. Temuan boleh diurutkan, disaring, "
                "dan kolom boleh dipindah atau disisipkan. Jangan mengubah kolom Dokumen, Bagian, dan Sidik temuan: "
                "ketiganya menghubungkan baris dengan laporannya. Isinya dibaca kembali dengan: patuh report merge."
            ),
        ),
        (
            "Temuan dibatalkan",
            (
                "Pemeriksa boleh membatalkan temuan dengan nama dan alasan. Temuan itu tetap tercantum. Nilai dan "
                "predikat "
                "tidak dihitung ulang, supaya tetap dapat diulang dari dokumen dan aturan yang sama."
            ),
        ),
        (
            "Yang tidak dinilai",
            (
                "Aturan yang faktanya tidak terbaca berstatus tidak dapat dinilai dan tidak pernah dihitung sebagai "
                "dipenuhi; rentang nilai menunjukkan pengaruhnya. Dokumen yang tidak dapat diperiksa atau tidak "
                "dikenali "
                "tidak diberi nilai. Predikat menilai dokumennya, bukan nilai AKIP perangkat daerah."
            ),
        ),
        (
            "Yang dicetak",
            (
                "Lembar Temuan dicetak sampai kolom Tanggal; kolom sesudahnya (kutipan, keyakinan, komponen, sidik) "
                "untuk "
                "disaring di layar. Sel memuat paling banyak 32.767 huruf; yang lebih panjang dipotong dan diberi "
                "keterangan."
            ),
        ),
    ),
    only_some="Lembar {sheet} hanya memuat aturan yang tidak dapat dinilai beserta alasannya, karena dokumennya "
    "banyak. Yang dilanggar ada pada lembar {findings}, jumlah tiap hasil pada lembar {rules}.",
    all_outcomes="Lembar {sheet} memuat hasil setiap aturan pada setiap dokumen.",
    other_rules="Laporan ini ditulis ulang dengan aturan yang berbeda dari yang menilai (sidik aturan terpasang: "
    "{digest}). Temuan, nilai, dan hasil tetap yang lama; judul, dasar hukum, dan cara penilaian dapat berbeda.",
    grading="Cara penilaian",
)

_EN: Final = Words(
    sheets={
        "summary": "Summary",
        "documents": "Documents",
        "findings": "Findings",
        "rules": "Rules",
        "method": "Method",
        "outcomes": "Rule Outcomes",
    },
    title="Evaluation Working Paper",
    subject="Audit of SOPs and performance documents",
    footer="Page &P of &N",
    as_of="As of",
    masked="NIPs and names of persons are replaced.",
    totals="Totals",
    documents="Documents",
    graded="Documents graded",
    mean="Mean score",
    failed="Could not be audited",
    unknown="Neither SOP nor performance document",
    findings="Findings",
    not_evaluated="Rules not evaluated (over all documents)",
    answers="Follow-up of findings",
    grades="Grade",
    verdicts="Verdict",
    severities="Findings by severity",
    no_grade="no grade",
    top_rules="Rules broken most often",
    top_columns=("Rule", "Code", "Findings", "Documents"),
    offices="By office",
    office="Office",
    no_office="(not named in the document)",
    overruled="Overruled",
    overruled_note="{count} findings were overruled by an auditor and stay in the report. Score, grade and verdict are "
    "those of the audit and are not computed anew.",
    continued="Sheet {first} is full; it goes on on sheet {rest}.",
    kinds={
        "sop": "SOP",
        "performance": "Performance document",
        "unknown": "Not recognised",
        "archive": "Archive of an office",
    },
    document_columns=(
        "Title",
        "Kind",
        "Media",
        "Score",
        "Lowest score",
        "Highest score",
        "Grade",
        "Lowest grade",
        "Highest grade",
        "Verdict",
        "Findings overruled",
        "Rules kept",
        "Rules broken",
        "Rules not applicable",
        "Rules not evaluated",
        "Rules failed",
        "Why it could not be audited",
        "Notes on reading",
    ),
    outcomes={
        Outcome.CLEAN: "kept",
        Outcome.FLAGGED: "broken",
        Outcome.NOT_APPLICABLE: "not applicable",
        Outcome.NOT_EVALUATED: "not evaluated",
        Outcome.ERROR: "failed",
    },
    not_audited="not audited",
    confidence={Confidence.HIGH: "high", Confidence.MEDIUM: "medium", Confidence.LOW: "low"},
    number="No.",
    place="Place",
    severity="Severity",
    code="Code",
    finding="Finding",
    condition="Condition",
    criterion="Criterion",
    effect="Effect",
    recommendation="Recommendation",
    quote="Quote",
    confidence_head="Confidence",
    component="Component",
    akip="AKIP criteria",
    rule="Rule name",
    rule_title="Rule",
    pick_title="Status of the finding",
    pick="Choose from the list. Overruled: fill in Answer (the reason) and By (the name) too.",
    wrong_title="Unknown status",
    wrong="Choose Open, Answered, Done or Overruled.",
    date_wrong="Fill in a date, such as 2026-12-31.",
    law="Legal basis",
    used="used",
    state="State",
    switched_off="switched off by the organisation",
    changed="used, changed by the organisation",
    state_reason="Reason or change",
    overrule_share="Share of findings overruled",
    why_not="Why not evaluated",
    outcome="Outcome",
    reason="Reason",
    method={
        "title": "Method",
        "program": "Program",
        "engine": "Rule engine",
        "as_of": "Judged as of",
        "auditor": "Auditor",
        "profile": "Rule profile",
        "count": "Number of rules",
        "digest": "Digest of rules and settings (SHA-256)",
        "masked": "Masking",
        "masked_yes": "NIPs and names of persons are replaced throughout this report.",
        "masked_no": "None; this report holds personal data (UU 27/2022) and is not for circulation.",
        "off": "Rules switched off",
        "changed": "Rules changed",
        "none": "none",
        "inputs": "Input documents",
        "inputs_text": "{count} documents; the digest (SHA-256) of each stands on sheet {sheet}.",
    },
    about=(
        (
            "The five parts of a finding",
            (
                "Condition, criterion, effect and recommendation are written by the program from document and rule. "
                "The "
                "cause is for the auditor to fill in: the program cannot know it."
            ),
        ),
        (
            "Filling in the follow-up",
            (
                "On sheet Findings fill in Status, Answer, By and Date. Findings may be sorted and filtered, columns "
                "moved and inserted. Do not change Document, Part and Fingerprint: they tie the row to its report. "
                "What "
                "is filled in is read back with: patuh report merge."
            ),
        ),
        (
            "Overruled findings",
            (
                "An auditor may overrule a finding with name and reason. It stays in the report. Score and grade are "
                "not "
                "computed anew, so that they can always be had again from the same document and rules."
            ),
        ),
        (
            "What was not judged",
            (
                "A rule whose facts could not be read is not evaluated, and never counts as kept; the bounds of the "
                "score "
                "show what hangs on it. Documents that could not be audited or recognised have no score. The grade is "
                "that of the document, not the AKIP score of the office."
            ),
        ),
        (
            "What is printed",
            (
                "Sheet Findings prints up to column Date; what follows (quote, confidence, component, fingerprint) "
                "is for "
                "filtering on screen. A cell holds 32,767 characters at most; what is longer is cut and says so."
            ),
        ),
    ),
    only_some="Sheet {sheet} holds only the rules that were not evaluated, with the reason, since there are many "
    "documents. What is broken stands on sheet {findings}, how often each outcome occurred on sheet {rules}.",
    all_outcomes="Sheet {sheet} holds the outcome of each rule on each document.",
    other_rules="This report was written anew with rules other than those that judged (digest of the rules installed: "
    "{digest}). Findings, scores and outcomes are the old ones; titles, legal basis and grading may differ.",
    grading="How grades come about",
)

WORDS: Final[Mapping[Language, Words]] = {"id": _ID, "en": _EN}
