"""What the pages for clerks say."""

from __future__ import annotations

from typing import Final

from reports.labels import Language
from reports.rule_pages import TOPICS as TOPICS_ID

WORDS: Final[dict[Language, dict[str, str]]] = {
    "id": {
        # the start page
        "intro": "Pilih berkas Anda di bawah ini. Dalam beberapa detik Anda melihat apa yang perlu diperbaiki, di "
        "mana letaknya, dan mengapa. Perbaiki berkasnya, lalu periksa lagi sebelum diserahkan.",
        "choose": "Pilih berkas SOP atau data kinerja",
        "drop_here": "Jatuhkan berkas di sini, atau pilih dari komputer Anda.",
        "kinds": "Word, PDF, pindaian atau foto, Excel, CSV, teks, atau ZIP berisi dokumen-dokumen itu. Paling banyak "
        "{files} berkas sekaligus, bersama-sama paling besar {most} MB.",
        "send": "Periksa",
        "kept": "Berkas Anda tidak disimpan di server, kecuali bila Anda menyerahkannya.",
        "kept_minutes": "Hasil pemeriksaan dapat dilihat selama {minutes} menit, hanya dari peramban ini; sesudah itu "
        "berkas dan hasilnya dihapus. Anda juga dapat menghapusnya seketika.",
        "looked_for": "Yang diperiksa, antara lain",
        "looked_for_1": "Kelengkapan: nomor, tanggal, nama SOP, dasar hukum, kualifikasi pelaksana, keterkaitan, "
        "peralatan, peringatan, pencatatan dan pendataan.",
        "looked_for_2": "Dasar hukum: apakah peraturan yang disebut masih berlaku dan ditulis dengan benar.",
        "looked_for_3": "Pengesahan: jabatan, nama, tanda tangan, dan tanggal yang masuk akal.",
        "looked_for_4": "Langkah kegiatan: urutan, pelaksana, waktu, kelengkapan, dan keluaran tiap langkah.",
        "looked_for_5": "NIP: 18 angka, tanggal lahir dan TMT yang sah, cocok dengan pemiliknya.",
        "looked_for_6": "Data kinerja: sasaran, indikator, target, realisasi, dan capaian yang dihitung dengan benar.",
        "all_rules": "Semua aturan dan dasar hukumnya",
        "deleted": "Berkas dan hasil pemeriksaannya sudah dihapus dari server.",
        "earlier": "Pemeriksaan Anda sebelumnya",
        "earlier_state": "belum selesai",
        # what the script says
        "too_large": "Terlalu besar: bersama-sama {size}, paling besar {most} MB. Kurangi berkasnya, atau periksa "
        "satu per satu.",
        "sending": "Mengirim berkas: {percent}%",
        "sent": "Berkas sudah terkirim. Sedang diperiksa …",
        "not_sent": "Berkas tidak terkirim. Periksa sambungan jaringan, lalu ulangi.",
        "chosen": "Berkas yang dipilih",
        # problems
        "nothing": "Belum ada berkas yang dipilih. Pilih berkasnya dahulu, lalu tekan Periksa.",
        "too_many_files": "Paling banyak {most} berkas sekaligus. Kirim selebihnya dalam pemeriksaan berikutnya.",
        "too_often": "Terlalu banyak pemeriksaan dari komputer ini. Tunggu satu menit, lalu ulangi.",
        "full": "Terlalu banyak dokumen sedang diperiksa. Tunggu sebentar, lalu ulangi.",
        "full_mine": "Dokumen Anda yang terdahulu belum selesai diperiksa. Tunggu sampai selesai, lalu ulangi.",
        "no_copy": "Salinan berisi temuan tidak dapat dibuat: {reason}",
        "no_copy_kind": "Salinan berisi temuan hanya dapat dibuat dari berkas Word (DOCX), PDF, atau Excel (XLSX) yang "
        "dinilai.",
        "too_much": "pekerjaannya terhenti karena galat, waktu, atau memori. Ulangi sekali lagi.",
        "not_done": "Pemeriksaan berkas ini belum selesai. Tunggu sebentar, lalu ulangi.",
        # waiting
        "checking": "Sedang diperiksa",
        "wait_here": "Halaman ini memuat ulang dirinya sendiri sampai hasilnya ada.",
        "working": "sedang diperiksa …",
        "waiting": "menunggu giliran",
        "waiting_behind": "menunggu giliran, {count} pemeriksaan lagi di depannya",
        "slow": "dokumen ini perlu waktu lebih lama; Anda boleh tetap menunggu di halaman ini …",
        "finished": "selesai diperiksa",
        # the result
        "result": "Hasil pemeriksaan",
        "again": "Periksa lagi berkas yang sudah diperbaiki",
        "again_about": "Setelah diperbaiki, periksa lagi: halaman hasilnya menyebutkan apa yang sudah beres.",
        "this_file": "Tentang pemeriksaan ini",
        "get_copy": "Unduh salinan berisi temuan",
        "get_copy_about": "Salinan berkas Anda dengan temuan sebagai catatan di tempatnya.",
        "get_report": "Unduh laporan (HTML)",
        "get_json": "Laporan untuk program (JSON)",
        "delete": "Hapus sekarang dari server",
        "delete_about": "Berkas dan hasilnya dihapus sendiri paling lambat {minutes} menit setelah diperiksa.",
        "documents_left": "{count} dokumen lain tidak ditampilkan rinciannya, sebab berkas ini besar. Rincian semuanya "
        "ada dalam laporan yang dapat diunduh, atau periksa dokumennya satu per satu.",
        "overview": "Ringkasan",
        "document": "Dokumen",
        "verdict": "Kesimpulan",
        "grade": "Predikat",
        "findings": "Temuan",
        "not_judged": "tidak dinilai",
        "sha256": "Sidik berkas (SHA-256)",
        "digest": "Sidik aturan",
        "profile": "Profil aturan",
        "rules_count": "Banyaknya aturan",
        "day_judged": "Dinilai per tanggal",
        # about
        "about_what": "Yang dinilai",
        "about_what_text": "Halaman ini memeriksa SOP dan data kinerja perangkat daerah dengan aturan yang tetap dan "
        "terbuka. Aturan yang sama dipakai Inspektorat. Setiap temuan menyebutkan letak, kriteria dengan dasar "
        "hukumnya, akibat, dan cara memperbaikinya.",
        "about_rules": "Aturan yang dipakai",
        "about_kept": "Yang tidak disimpan",
        "about_kept_text": "Berkas yang diperiksa dan hasilnya hanya berada di server selama {minutes} menit, tidak "
        "dilihat siapa pun selain Anda, dan kemudian dihapus. Catatan server tidak memuat isi dokumen, nama orang, "
        "maupun NIP. Hanya berkas yang Anda serahkan yang disimpan.",
        "about_limits": "Batas",
        "about_limits_size": "Satu pemeriksaan paling banyak {files} berkas dan {most} MB.",
        "about_limits_rate": "Paling banyak {count} pemeriksaan dalam satu menit dari satu komputer.",
        "about_limits_read": "Yang dinilai adalah yang tertulis. Apakah isinya benar dan dilaksanakan, dinilai oleh "
        "manusia. Pindaian yang kabur dan tabel dalam PDF sering tidak terbaca utuh; bagian itu disebut tidak dapat "
        "dinilai, bukan dianggap benar.",
        "about_limits_wrong": "Bila sebuah temuan keliru, sampaikan kepada Inspektorat dengan menyebutkan kode "
        "aturannya; pemeriksa dapat membatalkannya.",
        "about_grade": "Arti predikat",
        "about_grade_text": "Predikat menilai dokumennya menurut aturan di bawah ini, bukan kinerja perangkat daerah, "
        "dan bukan nilai SAKIP/AKIP. Keputusan tetap pada pejabat yang berwenang.",
        "above": "nilai di atas {limit}",
        "upto": "nilai sampai dengan {limit}",
        "about_cap": "Satu temuan {severity} yang cukup pasti menahan predikat pada {letter}.",
        "code": "Kode",
        "rule": "Aturan",
        "severity": "Tingkat",
        "law": "Dasar hukum",
        "list_of_rules": "Daftar aturan menurut pokok",
        "rules_of": "{count} aturan",
    },
    "en": {
        "intro": "Choose your file below. Within seconds you see what has to be mended, where, and why. Mend the file, "
        "then check it again before you hand it in.",
        "choose": "Choose an SOP or performance data",
        "drop_here": "Drop files here, or choose them from your computer.",
        "kinds": "Word, PDF, scans or photographs, Excel, CSV, text, or a ZIP file of these. At most {files} files at "
        "once, {most} MB together.",
        "send": "Check",
        "kept": "Your file is not kept on the server unless you hand it in.",
        "kept_minutes": "The result can be looked at for {minutes} minutes, from this browser only; then file and "
        "result are deleted. You can also delete them at once.",
        "looked_for": "What is looked at, among others",
        "looked_for_1": "Completeness: number, dates, name of the SOP, legal basis, qualifications, related SOPs, "
        "equipment, warnings, records.",
        "looked_for_2": "Law: whether the regulations named are in force and named rightly.",
        "looked_for_3": "Approval: position, name, signature, and dates that can be.",
        "looked_for_4": "Steps: their order, who does them, time, needs and output of each.",
        "looked_for_5": "NIP: 18 digits, with dates of birth and appointment that can be, fitting their owner.",
        "looked_for_6": "Performance data: goals, indicators, targets, results, and achievements reckoned rightly.",
        "all_rules": "All rules and the law they rest on",
        "deleted": "The files and their result are deleted from the server.",
        "earlier": "Your earlier checks",
        "earlier_state": "not done yet",
        "too_large": "Too large: {size} together, {most} MB at most. Take fewer files, or check them one by one.",
        "sending": "Sending: {percent}%",
        "sent": "The files are sent. They are being checked …",
        "not_sent": "The files could not be sent. Look at the network connection, then try again.",
        "chosen": "Files chosen",
        "nothing": "No file was chosen. Choose one first, then press Check.",
        "too_many_files": "{most} files at once at most. Send the others in another check.",
        "too_often": "Too many checks from this computer. Wait a minute, then try again.",
        "full": "Too many documents are being checked. Wait a moment, then try again.",
        "full_mine": "Your earlier documents are not done yet. Wait until they are, then try again.",
        "no_copy": "The copy with findings could not be made: {reason}",
        "no_copy_kind": "A copy with findings can be made of a Word (DOCX), PDF or Excel (XLSX) file that was judged.",
        "too_much": "the work was ended by a fault, or took too much time or memory. Try once more.",
        "not_done": "This file is not checked yet. Wait a moment, then try again.",
        "checking": "Being checked",
        "wait_here": "This page loads itself anew until the result is there.",
        "working": "being checked …",
        "waiting": "waiting for its turn",
        "waiting_behind": "waiting for its turn, {count} more checks before it",
        "slow": "this document takes longer; you may wait on this page …",
        "finished": "checked",
        "result": "Result of the check",
        "again": "Check the mended file again",
        "again_about": "When it is mended, check it again: the result says what is settled.",
        "this_file": "About this check",
        "get_copy": "Download a copy with the findings",
        "get_copy_about": "A copy of your file with the findings as notes at their places.",
        "get_report": "Download the report (HTML)",
        "get_json": "Report for programs (JSON)",
        "delete": "Delete from the server now",
        "delete_about": "File and result are deleted by themselves {minutes} minutes after the check at the latest.",
        "documents_left": "The details of {count} more documents are not shown, since this file is large. All of them "
        "are in the report that can be downloaded, or check the documents one by one.",
        "overview": "Overview",
        "document": "Document",
        "verdict": "Verdict",
        "grade": "Grade",
        "findings": "Findings",
        "not_judged": "not judged",
        "sha256": "Digest of the file (SHA-256)",
        "digest": "Digest of the rules",
        "profile": "Profile of the rules",
        "rules_count": "Number of rules",
        "day_judged": "Judged as of",
        "about_what": "What is judged",
        "about_what_text": "This page checks SOPs and performance data of offices by fixed and open rules, the same "
        "that the Inspektorat uses. Every finding names its place, the criterion with the law it rests on, the "
        "effect, and how to mend it.",
        "about_rules": "The rules",
        "about_kept": "What is not kept",
        "about_kept_text": "Files that are checked, and their results, are on the server for {minutes} minutes only, "
        "are seen by nobody but you, and are then deleted. The logs of the server hold no words of documents, no names "
        "and no NIPs. Only files that you hand in are kept.",
        "about_limits": "Limits",
        "about_limits_size": "{files} files and {most} MB in one check at most.",
        "about_limits_rate": "{count} checks a minute from one computer at most.",
        "about_limits_read": "What is written is judged. Whether it is true and done is for people to judge. Blurred "
        "scans and tables in a PDF are often not read completely; such parts are called not evaluated, not right.",
        "about_limits_wrong": "If a finding is wrong, tell the Inspektorat and name the code of its rule; an auditor "
        "can overrule it.",
        "about_grade": "What the grade means",
        "about_grade_text": "The grade is that of the document by the rules below, not of the work of the office, and "
        "not its SAKIP/AKIP score. Decisions are those of the officials in charge.",
        "above": "score above {limit}",
        "upto": "score up to {limit}",
        "about_cap": "One {severity} finding that is certain enough holds the grade at {letter}.",
        "code": "Code",
        "rule": "Rule",
        "severity": "Severity",
        "law": "Law",
        "list_of_rules": "List of the rules by topic",
        "rules_of": "{count} rules",
    },
}

DRAWN: Final[dict[Language, dict[str, str]]] = {
    "id": {
        "to_do": "Yang perlu dikerjakan",
        "in_full": "Penjelasan tiap temuan",
        "more": "Keterangan lain",
        "your_document": "Dokumen Anda",
        "score": "Nilai {score} dari 100.",
        "score_between": "Nilai pastinya antara {low} dan {high}, tergantung bagian yang belum dapat dinilai dan "
        "temuan yang belum pasti.",
        # said in another way than the report does
        "clerk": "Daftar perbaikan",
    },
    "en": {
        "to_do": "What to do",
        "in_full": "Each finding explained",
        "more": "More about it",
        "your_document": "Your document",
        "score": "Score {score} of 100.",
        "score_between": "The true score is between {low} and {high}, depending on what could not be judged and on "
        "findings that are not certain.",
        "clerk": "What to mend",
    },
}
"""What stands in documents as a worker draws them."""

TOPICS: Final[dict[Language, dict[str, str]]] = {
    "id": TOPICS_ID,
    "en": {
        "approval": "Approval",
        "archive": "Archive",
        "identity": "Identity block",
        "legal": "Legal basis",
        "office": "Names of office and region",
        "performance": "Performance data",
        "person": "Officials and NIPs",
        "related": "Relation to other SOPs",
        "scope": "Title and content",
        "section": "Other parts of the form",
        "steps": "Steps and their standards",
        "text": "Language and spelling",
    },
}
"""Headings of the topics of rules."""
