"""The words of the HTML report beside those of all printed reports (`reports.labels`), in both languages."""

from __future__ import annotations

from typing import Final

from reports.labels import Language

_PHRASES: Final[dict[str, tuple[str, str]]] = {
    # the page
    "title": ("Hasil pemeriksaan SOP dan data kinerja", "Audit of SOPs and performance data"),
    "skip": ("Langsung ke isi laporan", "Skip to the report"),
    "contents": ("Isi laporan", "Contents"),
    "as_of": ("Dinilai per tanggal", "Judged as of"),
    "audited": ("Yang diperiksa", "Audited"),
    "audited_count": (
        "{documents} dokumen dari {offices} perangkat daerah",
        "{documents} documents of {offices} offices",
    ),
    "rules_used": ("Aturan", "Rules"),
    "rules_value": ("{count} aturan, profil {profile}", "{count} rules, profile {profile}"),
    "digest": ("Sidik aturan", "Digest of the rules"),
    "program": ("Program", "Program"),
    "personal": ("Data pribadi", "Personal data"),
    "masked": (
        "NIP dan nama orang yang dikenali telah disamarkan (UU 27/2022). Baca sekali lagi sebelum diedarkan.",
        "NIPs and names of persons that were recognised are replaced (UU 27/2022). Read it once more before it leaves.",
    ),
    "not_masked": (
        (
            "Memuat NIP dan nama orang sebagaimana tertulis dalam dokumen (UU 27/2022). Jangan diedarkan "
            "di luar keperluan pemeriksaan; untuk pihak lain, buat laporan dengan --mask."
        ),
        (
            "Holds NIPs and names of persons as the documents print them (UU 27/2022). Keep it within the"
            " audit; for others make the report with --mask."
        ),
    ),
    # the overview
    "overview": ("Ringkasan", "Overview"),
    "documents": ("Dokumen", "Documents"),
    "findings": ("Temuan", "Findings"),
    "mean": ("Nilai rata-rata", "Mean score"),
    "graded": ("dari {count} dokumen yang dinilai", "of {count} documents with a score"),
    "failed": ("Tidak dapat diperiksa", "Could not be audited"),
    "unknown": ("Bukan SOP atau laporan kinerja", "Neither SOP nor performance report"),
    "about_grade": (
        "Predikat dan nilai menilai dokumennya, bukan nilai AKIP perangkat daerah.",
        "Grade and score are those of the document, not the AKIP score of the office.",
    ),
    "chart_severity": ("Temuan menurut tingkat", "Findings by severity"),
    "chart_verdict": ("Dokumen menurut kesimpulan", "Documents by verdict"),
    "chart_grade": ("Dokumen menurut predikat", "Documents by grade"),
    "chart_rules": ("Aturan yang paling sering dilanggar", "Rules most often broken"),
    "chart_offices": ("Nilai rata-rata perangkat daerah", "Mean score of the offices"),
    "chart_offices_lowest": (
        "Nilai rata-rata perangkat daerah, {count} terendah",
        "Mean score of the offices, the {count} lowest",
    ),
    "figures": ("Angka dalam grafik", "The figures of the chart"),
    "answers": ("Tindak lanjut", "Follow-up"),
    "answers_about": (
        (
            "{open} temuan masih terbuka, {answered} ditanggapi, {done} dinyatakan selesai, {overruled} "
            "dibatalkan pemeriksa (tetap tercantum, dengan nama dan alasannya)."
        ),
        (
            "{open} findings unanswered, {answered} answered, {done} said to be mended, {overruled} "
            "overruled by the auditor (they stay in the report, with name and reason)."
        ),
    ),
    "waived_about": (
        "{count} temuan dikecualikan sementara (tetap tercantum, dengan nama, alasan, dan batas waktunya).",
        "{count} findings are waived for a time (they stay in the report, with name, reason and last day).",
    ),
    "failed_about": (
        "Dokumen berikut tidak dinilai. Tidak tercantumnya temuan bukan berarti dokumen itu baik.",
        "These documents were not judged. That they have no findings does not mean that they are good.",
    ),
    "more_failed": ("{count} dokumen lain yang tidak dapat diperiksa", "{count} more that could not be audited"),
    "unknown_about": (
        "Dokumen berikut terbaca, tetapi tidak dikenali sebagai SOP atau laporan kinerja, sehingga tidak dinilai.",
        (
            "These documents could be read, but are neither SOPs nor performance reports that are known, "
            "so they were not judged."
        ),
    ),
    "and_more": ("dan {count} lagi; lihat daftar dokumen.", "and {count} more; see the list of documents."),
    "reason": ("Sebab", "Reason"),
    "file": ("Berkas", "File"),
    # offices and rules
    "offices": ("Perangkat daerah", "Offices"),
    "office": ("Perangkat daerah", "Office"),
    "no_office": ("Tanpa nama perangkat daerah", "No office named"),
    "offices_caption": (
        "Dokumen, nilai rata-rata, dan temuan tiap perangkat daerah",
        "Documents, mean score and findings of each office",
    ),
    "rules": ("Aturan yang dilanggar", "Broken rules"),
    "rules_caption": ("Aturan yang dilanggar, menurut banyaknya dokumen", "Broken rules, by the number of documents"),
    "rule": ("Aturan", "Rule"),
    "code": ("Kode", "Code"),
    "severity": ("Tingkat", "Severity"),
    "flagged_documents": ("Dokumen yang melanggar", "Documents that break it"),
    "overruled_count": ("Dibatalkan", "Overruled"),
    "not_judged": ("Tidak dapat dinilai", "Not evaluated"),
    "no_rules": ("Tidak ada aturan yang dilanggar.", "No rule is broken."),
    "share": ("Bagian", "Share"),
    "total": ("Jumlah", "Total"),
    # filters
    "filter": ("Saring dokumen", "Filter documents"),
    "filter_text": ("Cari kata", "Search words"),
    "filter_hint": ("judul, berkas, kode, isi temuan", "title, file, code, words of findings"),
    "filter_hint_big": ("judul, berkas, perangkat daerah, kode", "title, file, office, code"),
    "filter_severity": ("Tingkat temuan", "Severity"),
    "filter_office": ("Perangkat daerah", "Office"),
    "filter_verdict": ("Kesimpulan", "Verdict"),
    "all": ("Semua", "All"),
    "no_verdict": ("Tidak dinilai", "Not judged"),
    "reset": ("Hapus saringan", "Clear filters"),
    "expand": ("Buka semua", "Open all"),
    "collapse": ("Tutup semua", "Close all"),
    "shown": ("{shown} dari {all} dokumen ditampilkan.", "{shown} of {all} documents shown."),
    "none_shown": (
        "Tidak ada dokumen yang cocok dengan saringan. Hapus saringan untuk melihat semuanya.",
        "No document matches. Clear the filters to see all.",
    ),
    # documents
    "no_documents": ("Tidak ada dokumen yang diperiksa.", "No documents were audited."),
    "range": ("Dokumen {first} sampai {last}", "Documents {first} to {last}"),
    "untitled": ("Tanpa judul", "Without title"),
    "no_findings": ("tanpa temuan", "no findings"),
    "verdict": ("Kesimpulan", "Verdict"),
    "grade": ("Predikat", "Grade"),
    "score": ("Nilai", "Score"),
    "outcomes": ("Hasil tiap aturan", "Outcome of the rules"),
    "outcomes_value": (
        "{clean} dipenuhi, {flagged} dilanggar, {not_applicable} tidak berlaku, {not_evaluated} tidak dapat dinilai",
        "{clean} kept, {flagged} broken, {not_applicable} not applicable, {not_evaluated} not evaluated",
    ),
    "errors_count": ("{count} galat", "{count} errors"),
    "levers": ("Perbaiki dahulu", "Mend first"),
    "levers_about": (
        "Perbaikan yang paling menaikkan nilai, dikerjakan berurutan:",
        "What raises the grade most, one after the other:",
    ),
    "lever_after": ("setelah itu nilai {score}, predikat {grade}", "then score {score}, grade {grade}"),
    "clerk": ("Untuk penyusun dokumen: daftar perbaikan", "For whoever mends the document: what to do"),
    "number": ("Temuan {number}", "Finding {number}"),
    "condition": ("Kondisi", "Condition"),
    "criterion": ("Kriteria", "Criterion"),
    "cause": ("Sebab", "Cause"),
    "cause_left": ("diisi oleh pemeriksa", "for the auditor to fill in"),
    "effect": ("Akibat", "Effect"),
    "recommendation": ("Rekomendasi", "Recommendation"),
    "place": ("Letak", "Place"),
    "quotes": ("Bukti", "Evidence"),
    "certainty": ("terbaca dengan keyakinan {percent}%", "recognised with a certainty of {percent}%"),
    "more_places": ("{count} tempat lain", "{count} more places"),
    "akip": ("Kriteria evaluasi AKIP terkait", "Criteria of the AKIP evaluation that it endangers"),
    "in_words": ("Lihat di isi dokumen", "See it in the document"),
    "new": ("Baru", "New"),
    "status_answered": ("Ditanggapi", "Answered"),
    "status_done": ("Selesai", "Done"),
    "status_overruled": ("Dibatalkan", "Overruled"),
    "status_waived": ("Dikecualikan sementara", "Waived for a time"),
    "response": ("Tanggapan", "Response"),
    "overruled_why": ("Alasan pembatalan", "Why it was overruled"),
    "waived_why": ("Alasan pengecualian", "Why it is waived"),
    "response_by": ("oleh {by}", "by {by}"),
    "alike": ("{count} temuan lain seperti ini", "{count} more findings like this"),
    "alike_more": (
        "dan {count} lagi. Semuanya tercantum satu per satu dalam laporan JSON dan XLSX.",
        "and {count} more. All of them stand one by one in the JSON and XLSX reports.",
    ),
    "not_evaluated": ("Aturan yang tidak dapat dinilai", "Rules not evaluated"),
    "not_evaluated_about": (
        "Tidak dihitung sebagai dipenuhi. Periksa sendiri hal-hal berikut.",
        "Not counted as kept. Check these by eye.",
    ),
    "notices": ("Catatan pembacaan", "Notes on reading"),
    "about_file": ("Keterangan berkas", "About the file"),
    "path": ("Berkas", "File"),
    "kind": ("Jenis", "Kind"),
    "kind_sop": ("SOP", "SOP"),
    "kind_performance": ("Laporan kinerja", "Performance report"),
    "kind_archive": ("Arsip kantor", "Archive of an office"),
    "kind_unknown": ("Tidak dikenali", "Not recognised"),
    "sha256": ("SHA-256", "SHA-256"),
    "size": ("Ukuran", "Size"),
    "bytes": ("{count} bita", "{count} bytes"),
    "not_read": ("tidak terbaca", "could not be read"),
    "to_list": ("Kembali ke daftar dokumen", "Back to the list of documents"),
    # words of the document
    "words": ("Isi dokumen", "Words of the document"),
    "words_part": ("Isi dokumen di sekitar temuan", "Words of the document around the findings"),
    "words_about": (
        (
            "Kata yang ditandai adalah letak temuan; nomor di belakangnya membuka temuannya. Nomor tanpa "
            "kata yang ditandai menunjukkan tempat yang kosong atau tempat sesuatu dicari."
        ),
        (
            "Marked words are where a finding is; the number after them leads to it. A number without "
            "marked words is at an empty place, or where something was looked for."
        ),
    ),
    "words_skipped": ("… {count} baris tidak ditampilkan …", "… {count} lines left out …"),
    "words_cut": ("… {count} karakter tidak ditampilkan", "… {count} characters left out"),
    "table": ("Tabel {number}", "Table {number}"),
    "page": ("hlm. {number}", "p. {number}"),
    # the big report
    "big_about": (
        (
            "Laporan ini besar: {documents} dokumen dan {findings} temuan. Rincian tiap dokumen disimpan "
            "termampatkan di dalam berkas ini dan dibuka saat dokumennya dipilih. Isi dokumen hanya "
            "ditampilkan di sekitar temuan. Saat dicetak, hanya dokumen yang sedang terbuka yang ikut "
            "dengan rinciannya."
        ),
        (
            "This is a big report: {documents} documents and {findings} findings. The details of each "
            "document are kept compressed in this file and shown when it is opened. Words of documents "
            "are shown around findings only. In print only the documents that are open have their "
            "details."
        ),
    ),
    "no_script": (
        (
            "JavaScript tidak aktif, sehingga rincian dokumen tidak dapat dibuka. Ringkasan dan daftar "
            "dokumen di halaman ini tetap lengkap. Aktifkan JavaScript, atau gunakan laporan XLSX atau "
            "DOCX."
        ),
        (
            "JavaScript is off, so the details of documents cannot be shown. The overview and the list of"
            " documents on this page are complete. Switch JavaScript on, or use the XLSX or DOCX report."
        ),
    ),
    "loading": ("Membuka rincian dokumen ...", "Opening the document ..."),
    "too_old": (
        (
            "Peramban ini tidak dapat membuka rincian dokumen. Gunakan Chrome atau Edge 80, Firefox 113, "
            "Safari 16.4 atau yang lebih baru, atau baca laporan XLSX atau DOCX."
        ),
        (
            "This browser cannot show the details. Use Chrome or Edge 80, Firefox 113, Safari 16.4 or "
            "newer, or read the XLSX or DOCX report."
        ),
    ),
    "damaged": (
        "Rincian dokumen ini rusak di dalam berkas. Salin ulang berkas laporan, atau buat ulang laporannya.",
        "The details of this document are damaged in the file. Copy the file anew, or make the report again.",
    ),
    # how to read it
    "method": ("Cara membaca laporan ini", "How to read this report"),
    "method_severity": ("Tingkat temuan", "Severities"),
    "method_grade": ("Predikat", "Grades"),
    "method_above": ("nilai di atas {limit}", "score above {limit}"),
    "method_upto": ("nilai sampai dengan {limit}", "score up to {limit}"),
    "method_cap": (
        "Satu temuan {severity} dengan keyakinan tinggi atau sedang menahan predikat pada {letter}.",
        "One finding of severity {severity} with high or medium confidence holds the grade at {letter}.",
    ),
    "method_bounds": (
        (
            "Batas bawah nilai menghitung aturan yang tidak dapat dinilai dan temuan berkeyakinan rendah "
            "sebagai dilanggar; batas atas menghitung aturan yang tidak dapat dinilai sebagai dipenuhi."
        ),
        (
            "The lower bound of a score counts rules not evaluated and findings of low confidence as "
            "broken; the upper bound counts rules not evaluated as kept."
        ),
    ),
    "method_cause": (
        "Sebab tidak dapat diketahui oleh program. Bagian itu diisi oleh pemeriksa.",
        "A program cannot know the cause of a finding. That part is for the auditor to fill in.",
    ),
    "method_installed": (
        (
            "Laporan ini ditulis ulang dengan aturan terpasang yang berbeda dari aturan yang menilai (SHA-256: "
            "{digest}); keterangan tentang aturan dan dasar hukumnya menurut aturan yang terpasang."
        ),
        (
            "This report was written anew with rules other than those that judged (SHA-256: {digest}); what it says of "
            "rules and their legal basis is that of the rules installed."
        ),
    ),
    "method_off": ("Aturan yang dimatikan", "Rules switched off"),
    "method_changed": ("Aturan yang diubah", "Rules changed"),
    "method_settings": ("Pengaturan organisasi", "Settings of the organisation"),
    "footer": (
        "Dibuat dengan {tool}. Berkas ini lengkap dengan sendirinya dan tidak mengambil apa pun dari jaringan.",
        "Made by {tool}. This file is complete in itself and takes nothing from the network.",
    ),
}


class Phrases:
    """The words of one language, as attributes."""

    def __init__(self, lang: Language) -> None:
        at = ("id", "en").index(lang)
        self._words = {name: both[at] for name, both in _PHRASES.items()}

    def __getattr__(self, name: str) -> str:
        """
        The words.

        Raises:
            AttributeError: There are none of this name.
        """
        try:
            return self.__dict__["_words"][name]  # type: ignore[no-any-return]
        except KeyError:
            raise AttributeError(name) from None
