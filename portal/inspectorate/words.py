"""What the pages of the Inspektorat say."""

from __future__ import annotations

from typing import Final

from reports.labels import Language

_BOTH: Final[dict[str, tuple[str, str]]] = {
    # all of them
    "ins_no_office": (
        "Perangkat daerah ini tidak ada. Pilih dari daftar perangkat daerah.",
        "There is no such office. Choose from the list of offices.",
    ),
    "ins_no_document": (
        "Dokumen ini tidak ada, atau sudah tidak ada lagi di arsip. Cari lewat perangkat daerahnya.",
        "There is no such document, or it is not in the archive any more. Look for it by its office.",
    ),
    "ins_no_finding": (
        "Temuan ini tidak ada lagi pada dokumennya. Muat ulang halaman dokumen.",
        "The document does not have this finding any more. Reload its page.",
    ),
    "ins_full": (
        "Terlalu banyak pekerjaan sedang menunggu. Tunggu sebentar, lalu ulangi.",
        "Too much is waiting. Wait a moment, then try again.",
    ),
    "ins_nobody": ("Tanpa perangkat daerah yang dikenal", "Of no known office"),
    "ins_of": ("{shown} dari {total}", "{shown} of {total}"),
    "ins_page": ("Halaman {number} dari {pages}", "Page {number} of {pages}"),
    "ins_previous": ("Halaman sebelumnya", "Previous page"),
    "ins_next": ("Halaman berikutnya", "Next page"),
    "ins_pages": ("Halaman", "Pages"),
    "ins_all": ("Semua", "All"),
    "ins_search": ("Cari", "Search"),
    "ins_show": ("Tampilkan", "Show"),
    "ins_reports": ("Laporan", "Reports"),
    "ins_never": (
        (
            "Pemeriksaan malam belum pernah berjalan, jadi belum ada nilai per perangkat daerah. Yang tampak "
            "di sini hanya dokumen yang diserahkan lewat halaman ini."
        ),
        "No night has been audited yet, so offices have no score. All that is here was handed in on this page.",
    ),
    "ins_as_of": (
        "Menurut pemeriksaan malam {day}, dan yang diserahkan sesudahnya.",
        "As the night of {day} found it, and what was handed in since.",
    ),
    "ins_office": ("Perangkat daerah", "Office"),
    "ins_documents": ("Dokumen", "Documents"),
    "ins_document": ("Dokumen", "Document"),
    "ins_score": ("Nilai", "Score"),
    "ins_mean": ("Nilai rata-rata", "Mean score"),
    "ins_letter": ("Predikat", "Grade"),
    "ins_verdict": ("Kesimpulan", "Verdict"),
    "ins_status": ("Status", "Status"),
    "ins_reason": ("Alasan", "Reason"),
    "ins_until": ("Sampai dengan", "Until"),
    "ins_by": ("Oleh", "By"),
    "ins_rule": ("Aturan", "Rule"),
    "ins_severity": ("Tingkat", "Severity"),
    "ins_finding": ("Temuan", "Finding"),
    "ins_findings": ("Temuan", "Findings"),
    # offices
    "ins_offices": ("Perangkat daerah", "Offices"),
    "ins_offices_open": ("Temuan terbuka menurut tingkat", "Open findings by severity"),
    "ins_open": ("Temuan terbuka", "Open findings"),
    "ins_closed": ("Dibatalkan atau dikecualikan", "Overruled or waived"),
    "ins_unread": ("{count} tidak terbaca", "{count} not readable"),
    "ins_since": ("{count} diserahkan sejak malam itu", "{count} handed in since"),
    "ins_change": ("Dibanding malam sebelumnya", "Since the night before"),
    "ins_up": ("naik {points}", "up {points}"),
    "ins_down": ("turun {points}", "down {points}"),
    "ins_same": ("tetap", "the same"),
    "ins_trend": ("Perkembangan", "Trend"),
    "ins_trend_words": ("dari {first} menjadi {last}", "from {first} to {last}"),
    "ins_sort": ("Urutkan menurut {what}", "Sort by {what}"),
    "ins_sorted_up": ("terendah dahulu", "lowest first"),
    "ins_sorted_down": ("tertinggi dahulu", "highest first"),
    "ins_search_office": ("Nama perangkat daerah", "Name of the office"),
    "ins_none_found": ("Tidak ada yang cocok. Ubah atau kosongkan pencarian.", "Nothing matches. Change the search."),
    "ins_handed_in_last": ("Penyerahan terbaru", "Handed in last"),
    # one office
    "ins_no_documents": ("Belum ada dokumen dari perangkat daerah ini.", "No documents of this office yet."),
    "ins_late": ("Belum diserahkan atau terlambat", "Missing or late"),
    "ins_late_none": ("Tidak ada yang tercatat belum diserahkan.", "Nothing is known to be missing."),
    "ins_handed_in": ("Terakhir diserahkan", "Last handed in"),
    "ins_version": ("versi {number}", "version {number}"),
    "ins_not_handed_in": ("tidak lewat halaman ini", "not on this page"),
    "ins_together": ("Temuan antar-dokumen", "Findings between documents"),
    "ins_night": ("Malam", "Night"),
    "ins_no_trend": ("Perkembangan tampak setelah dua malam.", "The trend shows after two nights."),
    "ins_waivers_here": ("Pengecualian yang berlaku di sini", "Waivers that hold here"),
    "ins_waivers_none": ("Tidak ada pengecualian dari halaman ini.", "No waiver of this page."),
    "ins_office_report": ("Buat laporan perangkat daerah ini", "Make a report on this office"),
    "ins_office_findings": ("Semua temuannya", "All its findings"),
    "ins_kind": ("Jenis", "Kind"),
    "ins_kind_sop": ("SOP", "SOP"),
    "ins_kind_agreement": ("Perjanjian kinerja", "Performance agreement"),
    "ins_kind_plan": ("Rencana", "Plan"),
    "ins_kind_report": ("Laporan kinerja", "Performance report"),
    "ins_kind_other": ("Lainnya", "Other"),
    "ins_part": ("bagian {number}", "part {number}"),
    # findings
    "ins_findings_all": ("Temuan semua perangkat daerah", "Findings of all offices"),
    "ins_findings_count": ("{count} temuan", "{count} findings"),
    "ins_findings_csv": ("Unduh daftar ini (CSV)", "Download this list (CSV)"),
    "ins_findings_text": ("Kata dalam berkas, judul, aturan, atau tanggapan", "Words of path, title, rule or answer"),
    "ins_damaged": (
        "Hasil yang tersimpan rusak; jalankan patuh doctor.",
        "The stored result is damaged; run patuh doctor.",
    ),
    # one document
    "ins_file_gone": (
        "Isi dokumen tidak ditampilkan: berkasnya tidak ditemukan di arsip.",
        "The words are not shown: the file is not in the archive.",
    ),
    "ins_file_changed": (
        (
            "Isi dokumen tidak ditampilkan: berkasnya sudah berubah sejak diperiksa. Pemeriksaan malam "
            "berikutnya membacanya."
        ),
        "The words are not shown: the file was changed since it was audited. The next night will read it.",
    ),
    "ins_words_full": (
        ("Isi dokumen belum ditampilkan: terlalu banyak dokumen sedang dibaca. Muat ulang halaman ini sebentar lagi."),
        "The words are not shown yet: too many documents are being read. Reload this page in a moment.",
    ),
    "ins_words_wait": (
        "Isi dokumen masih dibaca. Muat ulang halaman ini untuk menampilkannya.",
        "The words are still being read. Reload this page to see them.",
    ),
    "ins_words_failed": ("Isi dokumen tidak dapat dibaca.", "The words cannot be read."),
    "ins_words_none": ("Dokumen ini tidak memuat kata yang dapat ditampilkan.", "There are no words to show."),
    "ins_reload": ("Muat ulang", "Reload"),
    "ins_words": ("Isi dokumen", "The document"),
    "ins_document_findings": ("Temuan dan tanggapan", "Findings and answers"),
    "ins_no_findings": ("Tidak ada temuan.", "No findings."),
    "ins_decided": (
        (
            "{overruled} temuan dibatalkan dan {waived} dikecualikan sementara. Nilai dan predikat tidak "
            "dihitung ulang karenanya."
        ),
        ("{overruled} findings are overruled and {waived} waived for a time. Score and grade are not changed by that."),
    ),
    "ins_other_parts": ("Dokumen lain dalam berkas ini", "Other documents in this file"),
    "ins_from_night": ("Hasil pemeriksaan malam {day}.", "As the night of {day} found it."),
    "ins_from_hand_in": (
        "Hasil pemeriksaan saat diserahkan, {day}; belum diperiksa pada malam hari.",
        "As found when it was handed in, {day}; no night has audited it yet.",
    ),
    "ins_answer": ("Tanggapi temuan ini", "Answer this finding"),
    "ins_answer_text": ("Tanggapan atau alasan", "Answer or reason"),
    "ins_answer_hint": ("Untuk membatalkan temuan, tulis alasannya.", "To overrule a finding, write the reason."),
    "ins_answer_save": ("Simpan tanggapan", "Save the answer"),
    "ins_say_open": ("terbuka kembali", "open again"),
    "ins_say_answered": ("ditanggapi", "answered"),
    "ins_say_done": ("selesai", "done"),
    "ins_say_overruled": ("dibatalkan: bukan temuan", "overruled: no finding"),
    "ins_history": ("Riwayat tanggapan", "Earlier answers"),
    "ins_waive": ("Kecualikan temuan ini sementara", "Waive this finding for a time"),
    "ins_waive_save": ("Kecualikan", "Waive"),
    "ins_lhe": ("Unduh LHE dokumen ini (DOCX)", "Download the LHE of this document (DOCX)"),
    "ins_paper": ("Unduh kertas kerja (XLSX)", "Download the working paper (XLSX)"),
    "ins_copy": ("Unduh salinan berisi temuan", "Download the copy with findings"),
    "ins_copy_why": (
        (
            "Berkas asli tidak dikirim ulang dari server: isinya bisa berbahaya bagi komputer Anda. Salinan "
            "berisi temuan ditulis ulang oleh patuh."
        ),
        (
            "The original is never sent back by the server: what is in it may harm your computer. The copy "
            "with findings is written anew by patuh."
        ),
    ),
    "ins_no_copy": (
        "Salinan tidak dapat dibuat: berkasnya tidak ditemukan, berubah, atau berada di dalam berkas ZIP.",
        "No copy can be made: the file is gone, changed, or inside a ZIP file.",
    ),
    "ins_versions": ("Versi yang diserahkan", "Versions that were handed in"),
    "ins_versions_none": (
        "Belum ada versi yang diserahkan lewat halaman ini.",
        "No version was handed in on this page.",
    ),
    "ins_receipt": ("Tanda terima", "Receipt"),
    "ins_received": ("Diterima", "Received"),
    "ins_to_office": ("Ke perangkat daerah ini", "To this office"),
    "ins_nights_of": ("Yang berubah dari malam ke malam", "What changed from night to night"),
    "ins_gone": ("tidak ada lagi di arsip", "not in the archive any more"),
    "ins_first_seen": ("pertama kali dinilai", "judged for the first time"),
    "ins_new_fixed": ("{new} temuan baru, {fixed} hilang", "{new} new findings, {fixed} gone"),
    # hand-ins
    "ins_hand_ins": ("Penyerahan", "Hand-ins"),
    "ins_hand_ins_none": ("Belum ada yang diserahkan.", "Nothing was handed in yet."),
    "ins_older": ("Lebih lama", "Older"),
    "ins_newest": ("Terbaru", "Newest"),
    "ins_file": ("Berkas", "File"),
    "ins_note": ("Catatan", "Note"),
    # waivers
    "ins_waivers": ("Pengecualian", "Waivers"),
    "ins_waivers_about": (
        (
            "Temuan yang dikecualikan tetap tampak dalam laporan dengan alasannya, dan berlaku kembali "
            "sesudah hari terakhirnya."
        ),
        "A waived finding stays in reports with its reason, and counts again after the last day.",
    ),
    "ins_waivers_standing": ("Berlaku", "In force"),
    "ins_waivers_nothing": ("Tidak ada pengecualian yang berlaku.", "No waiver is in force."),
    "ins_waivers_past": ("Berakhir atau dicabut", "Ended or withdrawn"),
    "ins_waivers_file": ("Dari {file}", "From {file}"),
    "ins_waivers_file_about": (
        "Hanya dapat diubah dalam berkasnya di server.",
        "Can only be changed in the file on the server.",
    ),
    "ins_waivers_file_none": ("Tidak ada pengecualian di dalamnya.", "There is none in it."),
    "ins_waiver_scope": ("Berlaku untuk", "Scope"),
    "ins_waiver_all": ("semua perangkat daerah", "all offices"),
    "ins_waiver_passes": ("Mengecualikan", "Lets pass"),
    "ins_waiver_passes_none": ("tidak mengecualikan apa pun", "lets nothing pass"),
    "ins_waiver_unknown": ("belum dibaca pemeriksaan malam", "no night has read it yet"),
    "ins_mark_holds": ("berlaku", "in force"),
    "ins_mark_ending": ("segera berakhir", "ends soon"),
    "ins_mark_expired": ("berakhir", "expired"),
    "ins_mark_withdrawn": ("dicabut", "withdrawn"),
    "ins_line": ("baris {number}", "line {number}"),
    "ins_withdraw": ("Cabut", "Withdraw"),
    "ins_withdraw_reason": ("Alasan pencabutan", "Reason of the withdrawal"),
    "ins_grant": ("Beri pengecualian", "Grant a waiver"),
    "ins_grant_rule": ("Aturan (kode, nama, atau pola)", "Rule (code, name or pattern)"),
    "ins_grant_path": (
        "Jalur dokumen atau folder dalam arsip (boleh kosong)",
        "Path of a document or folder (may be empty)",
    ),
    "ins_grant_print": ("Sidik jari satu temuan (boleh kosong)", "Fingerprint of one finding (may be empty)"),
    "ins_grant_until": ("Hari terakhir", "Last day"),
    "ins_done_granted": ("Pengecualian disimpan.", "The waiver was granted."),
    "ins_done_withdrawn": ("Pengecualian dicabut.", "The waiver was withdrawn."),
    "ins_waiver_bad_rule": ("Pilih aturannya.", "Choose the rule."),
    "ins_waiver_bad_office": (
        "Perangkat daerah tidak sah. Pilih dari daftar.",
        "The office is not valid. Choose from the list.",
    ),
    "ins_waiver_bad_path": ("Jalur dokumen tidak sah.", "The path is not valid."),
    "ins_waiver_bad_fingerprint": (
        "Sidik jari harus 16 angka heksadesimal, seperti dalam laporan.",
        "The fingerprint must be 16 hex digits, as in reports.",
    ),
    "ins_waiver_bad_reason": ("Isi alasannya.", "Write the reason."),
    "ins_waiver_bad_until": ("Isi hari terakhirnya, seperti 2026-12-31.", "Write the last day, such as 2026-12-31."),
    # reports
    "ins_reports_about": (
        (
            "Laporan dibuat dari hasil yang tersimpan, dengan tanggapan dan pengecualian sampai saat ini; "
            "tidak ada dokumen yang diperiksa ulang. Hari penilaiannya {day}."
        ),
        (
            "Reports are made from what is stored, with answers and waivers until now; no document is audited"
            " again. As of {day}."
        ),
    ),
    "ins_report_form": ("Bentuk", "Format"),
    "ins_form_docx": ("LHE (DOCX, Word)", "LHE (DOCX, Word)"),
    "ins_form_pdf": ("Laporan (PDF)", "Report (PDF)"),
    "ins_form_xlsx": ("Kertas kerja (XLSX, Excel)", "Working paper (XLSX, Excel)"),
    "ins_form_html": ("Laporan (HTML, satu berkas)", "Report (HTML, one file)"),
    "ins_form_csv": ("Tabel (CSV)", "Table (CSV)"),
    "ins_form_json": ("Data (JSON)", "Data (JSON)"),
    "ins_form_jsonl": ("Data, satu baris satu temuan (JSONL)", "Data, a line a finding (JSONL)"),
    "ins_form_markdown": ("Teks (Markdown)", "Text (Markdown)"),
    "ins_form_sarif": ("SARIF", "SARIF"),
    "ins_form_junit": ("JUnit (XML)", "JUnit (XML)"),
    "ins_report_offices": ("Perangkat daerah", "Offices"),
    "ins_report_hint": (
        "Tanpa pilihan: seluruh arsip ({count} dokumen).",
        "None chosen: the whole archive ({count} documents).",
    ),
    "ins_report_make": ("Buat laporan", "Make the report"),
    "ins_report_no_form": ("Pilih bentuk laporannya.", "Choose a format."),
    "ins_report_nothing": (
        "Tidak ada dokumen untuk dilaporkan. Pilih perangkat daerah lain.",
        "There are no documents to report on.",
    ),
    "ins_report_failed": (
        (
            "Laporan tidak dapat dibuat: terlalu besar atau terlalu lama. Pilih perangkat daerah yang lebih "
            "sedikit, atau bentuk yang lebih sederhana (XLSX, CSV, JSON)."
        ),
        (
            "The report could not be made: it is too large or takes too long. Choose fewer offices, or a "
            "simpler format (XLSX, CSV, JSON)."
        ),
    ),
    "ins_report_gone": (
        "Berkas ini tidak ada, atau sudah dihapus dari server. Buat lagi.",
        "This file does not exist, or was deleted. Make it again.",
    ),
    "ins_making": ("Sedang dibuat …", "Being made …"),
    "ins_making_about": (
        "Halaman ini memuat ulang sendiri. Anda boleh menutupnya dan kembali nanti ke alamat yang sama.",
        "This page reloads by itself. You may close it, and come back to the same address.",
    ),
    "ins_made": ("Berkas siap diunduh.", "The file is ready."),
    "ins_download": ("Unduh {name}", "Download {name}"),
    "ins_all_file": ("semua-perangkat-daerah", "all-offices"),
    # nights
    "ins_last_night": ("Malam terakhir", "Last night"),
    "ins_night_never": (
        "Belum pernah. Jalankan patuh nightly, atau atur jadwalnya di server.",
        "Never. Run patuh nightly, or schedule it on the server.",
    ),
    "ins_night_running": ("Sedang berjalan", "Running now"),
    "ins_run": ("Pemeriksaan ke-{number}", "Run {number}"),
    "ins_day": ("Hari penilaian", "As of"),
    "ins_begun": ("Dimulai", "Begun"),
    "ins_ended": ("Selesai", "Ended"),
    "ins_took": ("Lamanya", "Took"),
    "ins_minutes": ("{count} menit", "{count} minutes"),
    "ins_attempt": ("percobaan ke-{number}", "attempt {number}"),
    "ins_exit": ("Kode keluar", "Exit code"),
    "ins_exit_0": ("tidak ada temuan berat", "no grave findings"),
    "ins_exit_1": ("ada temuan berat", "grave findings"),
    "ins_exit_3": ("tidak dapat dilakukan", "could not be done"),
    "ins_exit_4": ("ada yang tidak terbaca atau tidak terlihat", "something could not be read or seen"),
    "ins_expected": ("Dokumen yang diharapkan", "Documents expected"),
    "ins_seen": ("Dokumen yang terlihat", "Documents seen"),
    "ins_unread_count": ("Tidak terbaca", "Not readable"),
    "ins_unread_list": ("Dokumen yang tidak terbaca", "Documents that cannot be read"),
    "ins_unread_none": ("Semua dokumen terbaca.", "All documents can be read."),
    "ins_work": ("Diperiksa / dinilai ulang / tetap", "Audited / judged anew / unchanged"),
    "ins_new": ("Temuan baru", "New findings"),
    "ins_fixed": ("Diperbaiki", "Mended"),
    "ins_late_count": ("Belum diserahkan", "Missing"),
    "ins_waived_count": ("Dikecualikan", "Waived"),
    "ins_overruled_count": ("Dibatalkan", "Overruled"),
    "ins_notices": ("Catatan tentang pemeriksaan", "Notices"),
    "ins_notices_none": ("Tidak ada catatan.", "None."),
    "ins_changes": ("Yang berubah", "What changed"),
    "ins_digest": ("Unduh ringkasan malam ini (HTML)", "Download the digest of this night (HTML)"),
    "ins_digest_of": ("Ringkasan malam ke-{number}", "Digest of night {number}"),
    "ins_older_nights": ("Malam sebelumnya", "Older nights"),
    "ins_why": ("Sebab", "Why"),
}

WORDS: Final[dict[Language, dict[str, str]]] = {
    "id": {key: words[0] for key, words in _BOTH.items()},
    "en": {key: words[1] for key, words in _BOTH.items()},
}
