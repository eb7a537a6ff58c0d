"""The words of the clerk's view in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reports.labels import Language

Manner = Literal["mend", "check", "consider"]
"""Surely wrong; perhaps wrong, to be looked at first; may be left as it is."""


@dataclass(frozen=True, slots=True)
class ClerkWords:
    """The words of one language; ``{...}`` are filled in."""

    verdict: dict[str, str]
    unsure: str
    nothing_to_mend: str
    nothing_for_now: str
    nothing_read_to_mend: str
    to_mend: str
    only_optional: str
    unreadable: str
    unknown: str
    unscored: str
    same: str
    better: str
    worse: str
    not_alike: str
    """The score then and now, where other rules judged."""
    grade_now: str
    grade_same: str
    unscored_then: str
    other_rules: str
    renamed: str
    grade_after: str
    grade_stays: str
    manner: dict[Manner, str]
    rest: str
    others: str
    check_first: str
    sheet: str
    cell: str
    more_places: str
    advice: dict[str, str]
    """By the kind of file: what to do where it could not be read well enough to judge."""
    resubmit: str
    progress: str
    """A heading, as those below; what they name follows."""
    fixed: str
    fixed_none: str
    changed: str
    new: str
    first_judged: str
    gone_unjudged: str
    kept: str
    first: str
    all_fixes: str
    optional: str
    number: str
    settled: str
    waived: str
    unjudged: str
    what_to_do: str
    notes: str
    whole: str
    why: str
    printed: str
    places: str
    is_new: str
    times: str
    part: str
    summary: str
    handed_in: str
    failed: str
    not_recognised: str
    missing: str
    codes: str
    about_grade: str


WORDS: dict[Language, ClerkWords] = {
    "id": ClerkWords(
        verdict={
            "layak": "Dokumen ini layak (predikat {grade}).",
            "layak dengan catatan": "Dokumen ini layak dengan catatan (predikat {grade}).",
            "belum layak": "Dokumen ini belum layak (predikat {grade}).",
        },
        unsure="Predikatnya belum pasti, antara {low} dan {high}, karena sebagian isi tidak dapat dinilai.",
        nothing_for_now="Untuk saat ini tidak ada yang perlu diperbaiki: {count} temuan dikecualikan sementara.",
        nothing_to_mend="Tidak ada yang perlu diperbaiki.",
        nothing_read_to_mend="Pada bagian yang dapat dinilai tidak ada yang perlu diperbaiki.",
        to_mend="Ada {count} hal yang perlu diperbaiki atau diperiksa.",
        only_optional="Tidak ada yang wajib diperbaiki; hanya ada saran.",
        unreadable="Berkas ini tidak dapat diperiksa, jadi belum dinilai.",
        unknown="Berkas ini tidak dikenali sebagai SOP atau laporan kinerja, jadi tidak dinilai. Bila memang SOP atau "
        "laporan kinerja, serahkan berkas lengkapnya, sebaiknya berkas Word atau Excel aslinya.",
        unscored="Isi dokumen ini belum dapat dinilai.",
        same="Nilai tetap {score} ({grade}).",
        better="Nilai naik dari {before} (predikat {grade_before}) menjadi {score} ({grade}).",
        worse="Nilai turun dari {before} (predikat {grade_before}) menjadi {score} ({grade}).",
        not_alike="Nilai waktu itu {before} (predikat {grade_before}), sekarang {score} ({grade}).",
        grade_now="predikat {grade}",
        grade_same="predikat tetap {grade}",
        unscored_then="Pada pemeriksaan sebelumnya dokumen ini belum dapat dinilai.",
        other_rules="Pemeriksaan sebelumnya memakai aturan, pengaturan, atau versi patuh yang lain, sehingga sebagian "
        "perbedaan mungkin berasal dari situ.",
        renamed="Pada pemeriksaan sebelumnya berkas ini bernama {path}.",
        grade_after="nilai menjadi {score}, predikat {grade}",
        grade_stays="nilai menjadi {score}, predikat tetap {grade}",
        manner={"mend": "Perbaiki", "check": "Periksa", "consider": "Saran"},
        rest="Perbaiki juga {count} hal sejenis (“{title}”), dengan cara yang sama.",
        others="Begitu pula {count} hal sejenis lainnya.",
        check_first="Lihat dahulu naskahnya, sebab ini belum pasti. Bila memang keliru: {action}",
        sheet="lembar “{sheet}”, ",
        cell="sel {cell}",
        more_places="dan {count} tempat lain",
        advice={
            "scan": "Serahkan berkas Word (DOCX) aslinya. Bila hanya ada naskah cetak, pindai ulang lurus dan tajam, "
            "300 dpi, semua halaman.",
            "pdf": "Serahkan berkas Word (DOCX) aslinya; isi tabel dalam PDF sering tidak terbaca utuh.",
            "text": "Serahkan berkas Word (DOCX) atau Excel (XLSX) aslinya secara lengkap, bukan salinan teksnya.",
            "csv": "Serahkan berkas Excel (XLSX) aslinya, lengkap dengan judul kolomnya.",
            "sheet": "Buka berkasnya, pastikan judul kolom dan angkanya lengkap, lalu simpan lagi sebagai XLSX.",
            "word": "Buka berkasnya, pastikan bagian itu ada, ditulis dalam tabel formulirnya, dan tidak terpotong.",
            "other": "Serahkan berkas Word (DOCX) atau Excel (XLSX) aslinya secara lengkap.",
        },
        resubmit="Setelah itu periksa lagi.",
        progress="Sejak pemeriksaan tanggal {since}:",
        fixed="Sudah diperbaiki {count} hal. Terima kasih!",
        fixed_none="Belum ada yang diperbaiki.",
        changed="Sudah diubah, tetapi masih keliru, {count} hal:",
        new="Baru muncul {count} hal:",
        first_judged="Baru dinilai kali ini {count} hal (mungkin sudah ada sejak dahulu):",
        gone_unjudged="Tidak ditemukan lagi, tetapi belum dapat dipastikan sudah diperbaiki, {count} hal:",
        kept="Masih sama seperti dahulu: {count} hal.",
        first="Kerjakan ini lebih dahulu, sebab paling menaikkan nilai:",
        all_fixes="Semua yang perlu diperbaiki, menurut urutan dokumen:",
        optional="Saran (boleh dikerjakan, tidak wajib):",
        number="nomor {numbers} di bawah",
        settled="Tidak perlu dikerjakan, sudah dibatalkan pemeriksa:",
        waived="Belum perlu dikerjakan, dikecualikan sementara:",
        unjudged="Belum dapat dinilai:",
        what_to_do="Yang dapat dilakukan: {advice}",
        notes="Catatan tentang berkas ini:",
        whole="Seluruh dokumen",
        why="Mengapa",
        printed="Tertulis",
        places="Letak",
        is_new="baru",
        times="{title} ({count} tempat)",
        part="bagian {part}",
        summary="Ringkasan",
        handed_in="{documents} dokumen diperiksa.",
        failed="{count} berkas tidak dapat dibaca; lihat keterangan pada berkas masing-masing.",
        not_recognised="{count} berkas tidak dikenali sebagai SOP atau laporan kinerja.",
        missing="{count} dokumen dalam laporan yang lalu tidak diserahkan kali ini, jadi tidak diperiksa.",
        codes="Kode dalam tanda kurung siku, misalnya [NIP-01], disebutkan bila bertanya kepada Inspektorat.",
        about_grade="Predikat menilai dokumennya, bukan nilai AKIP perangkat daerah.",
    ),
    "en": ClerkWords(
        verdict={
            "layak": "This document is fit for use (layak, grade {grade}).",
            "layak dengan catatan": "This document is fit for use with remarks (layak dengan catatan, grade {grade}).",
            "belum layak": "This document is not yet fit for use (belum layak, grade {grade}).",
        },
        unsure="The grade is not certain, between {low} and {high}, since a part could not be judged.",
        nothing_for_now="Nothing has to be mended for now: {count} findings are waived for a time.",
        nothing_to_mend="Nothing has to be mended.",
        nothing_read_to_mend="In what could be judged nothing has to be mended.",
        to_mend="Things to mend or to check: {count}.",
        only_optional="Nothing has to be mended; there is only advice.",
        unreadable="This file could not be checked, so it is not judged yet.",
        unknown="This file was not recognised as an SOP or a performance report, so it is not judged. If it is one, "
        "hand in the whole file, best the original Word or Excel file.",
        unscored="What is in this document could not be judged yet.",
        same="The score is still {score} ({grade}).",
        better="The score rose from {before} (grade {grade_before}) to {score} ({grade}).",
        worse="The score fell from {before} (grade {grade_before}) to {score} ({grade}).",
        not_alike="The score was {before} (grade {grade_before}), now it is {score} ({grade}).",
        grade_now="grade {grade}",
        grade_same="grade still {grade}",
        unscored_then="At the earlier check this document could not be judged.",
        other_rules="The earlier check used other rules, settings, or another version of patuh, so some of the "
        "differences may come from that.",
        renamed="At the earlier check this file was named {path}.",
        grade_after="then the score is {score}, the grade {grade}",
        grade_stays="then the score is {score}, the grade still {grade}",
        manner={"mend": "Mend", "check": "Check", "consider": "Advice"},
        rest="Mend {count} more of the same kind (“{title}”) in the same way.",
        others="And {count} more of the same kind.",
        check_first="Look at the document first, for this is not certain. If it is wrong: {action}",
        sheet="sheet “{sheet}”, ",
        cell="cell {cell}",
        more_places="and {count} more places",
        advice={
            "scan": "Hand in the original Word file (DOCX). If there is only paper, scan it again straight and sharp, "
            "at 300 dpi, all pages.",
            "pdf": "Hand in the original Word file (DOCX); tables in a PDF are often not read completely.",
            "text": "Hand in the complete original Word (DOCX) or Excel (XLSX) file, not a copy of its text.",
            "csv": "Hand in the original Excel file (XLSX) with the headings of its columns.",
            "sheet": "Open the file, see that headings and figures are complete, and save it again as XLSX.",
            "word": "Open the file and see that the part is there, stands in the table of the form, and is not cut.",
            "other": "Hand in the complete original Word (DOCX) or Excel (XLSX) file.",
        },
        resubmit="Then check again.",
        progress="Since the check of {since}:",
        fixed="Mended: {count}. Thank you!",
        fixed_none="Nothing is mended yet.",
        changed="Changed, but still wrong: {count}",
        new="New: {count}",
        first_judged="Judged for the first time: {count} (may have been there before)",
        gone_unjudged="No longer found, but not known to be mended: {count}",
        kept="As before: {count}.",
        first="Do this first, it raises the grade most:",
        all_fixes="All that has to be mended, in the order of the document:",
        optional="Advice (may be done, need not be):",
        number="number {numbers} below",
        settled="Nothing to do, overruled by the auditor:",
        waived="Nothing to do yet, waived for a time:",
        unjudged="Could not be judged yet:",
        what_to_do="What can be done: {advice}",
        notes="Notes on this file:",
        whole="The whole document",
        why="Why",
        printed="Printed",
        places="Places",
        is_new="new",
        times="{title} ({count} places)",
        part="part {part}",
        summary="Summary",
        handed_in="Documents checked: {documents}.",
        failed="Files that could not be read: {count}; see what is said of each.",
        not_recognised="Files not recognised as an SOP or a performance report: {count}.",
        missing="Documents of the earlier report that were not handed in this time, so not checked: {count}.",
        codes="Name the code in square brackets, such as [NIP-01], when you ask the Inspektorat.",
        about_grade="The grade is that of the document, not the AKIP score of the office.",
    ),
}
