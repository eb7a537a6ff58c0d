"""The sentences of the report in both languages; ``{...}`` are filled in."""

from __future__ import annotations

from typing import Final

from reports.labels import Language

_ID: Final = {
    "dots": "………………………",
    "report": "Laporan Hasil Evaluasi",
    "about_both": "atas Dokumen Standar Operasional Prosedur dan Dokumen Kinerja",
    "about_sop": "atas Dokumen Standar Operasional Prosedur",
    "about_performance": "atas Dokumen Kinerja",
    "about_none": "atas Dokumen yang Disampaikan",
    "at_office": "pada {office}",
    "at_offices": "pada {count} perangkat daerah",
    "number": "Nomor",
    "date": "Tanggal",
    "addressee": "Kepada",
    "draft": "Konsep. Bagian yang berlatar kuning diisi oleh pemeriksa; nomor halaman pada daftar isi terisi setelah "
    "daftar isi diperbarui (klik kanan, Perbarui Bidang). Hapus catatan ini sebelum laporan ditandatangani.",
    "logo": "Lambang {organisation}",
    "organisation": "nama instansi pengawas",
    "contents": "Daftar Isi",
    "foot": "{report} Nomor: {number}",
    "page": "Halaman {page} dari {pages}",
    "summary": "Ringkasan Eksekutif",
    "summary_scope": "Evaluasi dilakukan atas {documents} dokumen, yaitu {sop} SOP dan {performance} dokumen kinerja, "
    "dari {offices} perangkat daerah, menurut keadaan peraturan per {as_of}.",
    "summary_failed": "Di samping itu, {count} berkas tidak dapat diperiksa, sehingga tidak dinilai.",
    "summary_unknown": "Di samping itu, {count} berkas bukan SOP atau dokumen kinerja yang dikenali, sehingga tidak "
    "dinilai.",
    "summary_left": "Di samping itu, {failed} berkas tidak dapat diperiksa dan {unknown} berkas bukan SOP atau dokumen "
    "kinerja yang dikenali, sehingga tidak dinilai.",
    "summary_score": "Nilai rata-rata dokumen adalah {mean} pada skala 0–100. Sebanyak {layak} dokumen disimpulkan "
    "layak, {remarks} layak dengan catatan, dan {belum} belum layak. {about}",
    "summary_no_score": "Tidak ada dokumen yang dapat diberi nilai.",
    "summary_findings": "Ditemukan {count} hal yang perlu diperbaiki: {severities}.",
    "summary_overruled": "Di luar jumlah itu, {count} temuan dibatalkan oleh pemeriksa; alasannya ada pada Bab II.",
    "summary_open": "Sebanyak {count} ketentuan tidak dapat dinilai karena isi dokumen tidak terbaca; rinciannya ada "
    "pada Bab II.",
    "summary_clean": "Tidak ditemukan pelanggaran atas ketentuan yang dapat dinilai.",
    "summary_first": "Hal yang paling memerlukan perhatian:",
    "rule_line": "{title}: {findings} temuan pada {documents} dokumen ({severity})",
    "chapter_1": "BAB I PENDAHULUAN",
    "basis": "Dasar Hukum",
    "basis_text": "Evaluasi ini berpedoman pada peraturan dan standar berikut, yang menjadi sumber kriteria penilaian:",
    "numbered_law": "{type} Nomor {number} Tahun {year} tentang {title}",
    "about_law": "{name} tentang {title}",
    "law_changed": " sebagaimana telah diubah dengan {last}",
    "law_changed_often": " sebagaimana telah beberapa kali diubah, terakhir dengan {last}",
    "short_law": "{type} Nomor {number} Tahun {year}",
    "law_ended": " (telah dicabut; menjadi kriteria hanya bagi dokumen dari masa berlakunya)",
    "mandate": "Surat tugas: {mandate}",
    "mandate_room": "nomor dan tanggal surat tugas",
    "background": "Latar Belakang",
    "background_sop": "Standar Operasional Prosedur (SOP) merupakan pedoman bagi pelaksana dalam menyelenggarakan "
    "administrasi pemerintahan dan pelayanan. SOP yang lengkap, sah, dan mutakhir memberi kepastian tentang siapa "
    "mengerjakan apa, dalam waktu berapa lama, dan dengan hasil apa; beberapa di antaranya juga menjadi bukti dukung "
    "dalam evaluasi akuntabilitas kinerja instansi pemerintah (AKIP).",
    "background_performance": "Dokumen kinerja memuat sasaran, indikator, target, dan realisasi yang dipertanggung"
    "jawabkan oleh perangkat daerah. Data yang lengkap dan perhitungan yang benar menjadi dasar pengambilan keputusan "
    "dan penilaian akuntabilitas kinerja.",
    "background_both": "Untuk memastikan bahwa dokumen tersebut memenuhi ketentuan, dilakukan evaluasi yang hasilnya "
    "dituangkan dalam laporan ini.",
    "aim": "Tujuan",
    "aim_text": "Evaluasi ini bertujuan untuk:",
    "aims": "menilai kelengkapan dokumen dan kesesuaiannya dengan ketentuan yang berlaku;\n"
    "mengenali hal-hal yang masih perlu disempurnakan beserta akibatnya;\n"
    "memberikan rekomendasi perbaikan kepada perangkat daerah",
    "aim_since": "memantau tindak lanjut atas hasil evaluasi sebelumnya",
    "scope": "Ruang Lingkup",
    "scope_text": "Evaluasi mencakup {documents} berkas atau bagian berkas sebagai berikut. Daftar lengkap dengan "
    "penanda keasliannya ada pada lampiran.",
    "scope_columns": "Jenis\nJumlah",
    "kind_sop": "Standar Operasional Prosedur",
    "kind_performance": "Dokumen kinerja",
    "kind_unknown": "Bukan SOP atau dokumen kinerja yang dikenali (tidak dinilai)",
    "kind_failed": "Tidak dapat diperiksa",
    "all": "Jumlah",
    "failed_text": "Berkas berikut tidak dapat diperiksa. Perangkat daerah diminta menyampaikan kembali berkas yang "
    "dapat dibaca.",
    "failed_columns": "No.\nBerkas\nKeterangan",
    "unknown_text": "Berkas berikut bukan SOP atau dokumen kinerja yang dikenali, sehingga tidak dinilai:",
    "more_files": "dan {count} berkas lain",
    "scope_none": "Tidak ada berkas yang diperiksa.",
    "limits": "Evaluasi terbatas pada apa yang tertulis dalam dokumen; pelaksanaan prosedur di lapangan tidak diuji.",
    "method": "Metodologi",
    "method_tool": "Setiap dokumen dibaca dan dinilai dengan bantuan aplikasi {tool} versi {version} terhadap {count} "
    "ketentuan (kelompok {profile}) yang dirumuskan dari peraturan pada huruf A, menurut keadaan peraturan per "
    "{as_of}. Hasilnya ditelaah oleh pemeriksa sebelum laporan ini ditetapkan.",
    "method_outcomes": "Setiap ketentuan berakhir dengan satu hasil: dipenuhi, tidak dipenuhi, tidak berlaku bagi "
    "dokumen itu, atau tidak dapat dinilai karena isinya tidak terbaca. Ketentuan yang tidak dapat dinilai tidak "
    "pernah dianggap dipenuhi.",
    "method_severity": "Ketentuan yang tidak dipenuhi menjadi temuan dengan tingkat berikut:",
    "severity_columns": "Tingkat\nBobot\nArti",
    "method_confidence": "Setiap temuan disertai keyakinan: tinggi, sedang, atau rendah. Temuan dengan keyakinan "
    "sedang atau rendah perlu dikonfirmasi kepada perangkat daerah sebelum ditetapkan.",
    "method_score": "Nilai dokumen (0–100) adalah bobot ketentuan yang dipenuhi dibandingkan dengan bobot seluruh "
    "ketentuan yang dinilai, dihitung per komponen lalu dirata-ratakan menurut bobot komponen. {about}",
    "band_columns": "Predikat\nNilai",
    "band_above": "di atas {above} sampai dengan {upto}",
    "band_last": "0 sampai dengan {upto}",
    "method_cap": "Dokumen dengan temuan tingkat {severity} dengan {confidence} memperoleh predikat "
    "paling tinggi {letter}.",
    "method_cause": "Aplikasi tidak menentukan sebab. Sebab setiap temuan diisi oleh pemeriksa setelah konfirmasi "
    "dengan perangkat daerah.",
    "method_digest": "Agar penilaian dapat diulang dengan hasil yang sama, ketentuan yang dipakai ditandai dengan "
    "SHA-256 berikut:",
    "method_installed": "Laporan ini ditulis ulang dengan aturan terpasang yang berbeda dari aturan yang menilai "
    "(SHA-256: {digest}); uraian tentang ketentuan dan dasar hukumnya menurut aturan yang terpasang.",
    "method_masked": "NIP dan nama orang dalam laporan ini disamarkan sesuai dengan UU 27/2022 tentang Pelindungan "
    "Data Pribadi.",
    "method_off": "Ketentuan berikut tidak dipakai atas keputusan {organisation}:",
    "method_changed": "Ketentuan berikut disesuaikan oleh {organisation}:",
    "off_columns": "Ketentuan\nAlasan",
    "changed_columns": "Ketentuan\nPenyesuaian",
    "changed_severity": "tingkat {severity}",
    "the_organisation": "instansi pengawas",
    "time": "Waktu Pelaksanaan",
    "time_text": "Evaluasi dilaksanakan pada {period}.",
    "time_room": "tanggal mulai sampai dengan tanggal selesai",
    "team": "Evaluasi dilaksanakan oleh tim sebagai berikut:",
    "chapter_2": "BAB II HASIL EVALUASI",
    "value": "Nilai dan Predikat",
    "value_text": "Dari {documents} dokumen yang dinilai, nilai rata-ratanya {mean} pada skala 0–100, dengan sebaran "
    "sebagai berikut.",
    "value_not": "Di samping itu, {count} dokumen tidak diberi nilai karena tidak memuat hal yang dapat dinilai.",
    "value_unsure": "Predikat {count} dokumen belum pasti karena sebagian isinya tidak dapat dinilai. Kemungkinan "
    "predikatnya tertulis dalam kurung pada lampiran.",
    "value_none": "Tidak ada dokumen yang dapat diberi nilai.",
    "spread_columns": "Predikat\nJumlah dokumen",
    "verdict_columns": "Kesimpulan\nJumlah dokumen",
    "documents_caption": "Nilai setiap dokumen",
    "document_columns": "No.\nDokumen\nPerangkat daerah\nNilai\nPredikat\nKesimpulan\nTemuan",
    "offices_caption": "Nilai per perangkat daerah",
    "office_columns": "No.\nPerangkat daerah\nDokumen\nNilai rata-rata\nKritis\nMayor\nMinor\nSaran",
    "more_offices": "Tabel ini memuat {shown} dari {count} perangkat daerah. Selebihnya ada pada kertas kerja "
    "(berkas XLSX) evaluasi ini.",
    "no_office": "Perangkat daerah tidak tercantum dalam dokumen",
    "not_scored": "tidak dinilai",
    "components": "Hasil per Komponen",
    "components_text": "Tabel berikut menunjukkan ketentuan yang dinilai pada setiap komponen. Bobot adalah bobot "
    "komponen dalam nilai dokumen.",
    "components_caption": "Komponen {kind}",
    "component_columns": "Komponen\nBobot\nDinilai\nDipenuhi\nTidak dipenuhi\nTidak dapat dinilai\nPersentase dipenuhi",
    "improve": "Pada komponen {component} masih terdapat hal-hal yang perlu penyempurnaan, yaitu:",
    "no_improve": "Pada komponen berikut tidak terdapat temuan: {components}.",
    "no_components": "Tidak ada ketentuan yang dapat dinilai.",
    "findings": "Temuan per Perangkat Daerah",
    "findings_whole": "Setiap temuan disajikan dengan kondisi, kriteria, sebab, akibat, dan rekomendasinya. Sebab "
    "diisi oleh pemeriksa.",
    "findings_limited": "Karena banyaknya dokumen, bagian ini memuat {shown} temuan paling berat, paling banyak "
    "{share} dari setiap perangkat daerah pada {offices} perangkat daerah. Seluruh {count} temuan dapat dilihat pada "
    "kertas kerja (berkas XLSX) evaluasi ini. Sebab diisi oleh pemeriksa.",
    "findings_none": "Tidak terdapat temuan atas ketentuan yang dapat dinilai.",
    "left_out": "Temuan pada {count} perangkat daerah lain tidak dirinci di sini.",
    "office_text": "Dokumen yang diperiksa: {documents}. Nilai rata-rata: {mean}. Temuan: {severities}.",
    "document_text": "Berkas: {path}. Nilai {score}, predikat {grade}, disimpulkan {verdict}.",
    "document_no_score": "Berkas: {path}. Dokumen ini tidak memperoleh nilai karena tidak ada ketentuan yang dapat "
    "dinilai.",
    "between": "{value} (antara {low} dan {high})",
    "clean_documents": "Dokumen berikut tidak memiliki temuan atas ketentuan yang dapat dinilai:",
    "others": "Terdapat {count} temuan lain pada dokumen ini yang tidak dirinci di sini; lihat kertas kerja (berkas "
    "XLSX).",
    "no_findings": "tidak ada",
    "finding": "Temuan {number}",
    "condition": "Kondisi",
    "criterion": "Kriteria",
    "cause": "Sebab",
    "effect": "Akibat",
    "recommendation": "Rekomendasi",
    "answer": "Tanggapan",
    "place": "Letak: {places}.",
    "against": "Kondisi tersebut tidak sesuai dengan {criteria}.",
    "perhaps_against": "Apabila terkonfirmasi, kondisi tersebut tidak sesuai dengan {criteria}.",
    "worth": "Kondisi tersebut perlu diperhatikan sehubungan dengan {criteria}.",
    "states": "{source}, yang pada pokoknya menyatakan bahwa {asks}",
    "endangers": "Temuan ini berpengaruh pula terhadap pemenuhan {criteria}.",
    "and": "; dan ",
    "because": "Kondisi tersebut disebabkan oleh ",
    "cause_room": "………… (diisi oleh pemeriksa setelah konfirmasi dengan perangkat daerah)",
    "therefore": "Akibatnya, {effect}",
    "advise": "Direkomendasikan agar perangkat daerah melakukan hal berikut: {recommendation}",
    "status_answered": "Telah ditanggapi",
    "status_done": "Dinyatakan telah diperbaiki",
    "status_open": "Belum ditanggapi",
    "said": "{status} ({who}): {text}",
    "said_plain": "{status}: {text}",
    "open": "Hal yang Tidak Dapat Dinilai",
    "open_text": "Ketentuan berikut tidak dapat dinilai dan tidak dianggap dipenuhi. Pemeriksa perlu melihat naskah "
    "aslinya.",
    "open_columns": "Alasan\nKetentuan\nDokumen",
    "open_none": "Semua ketentuan yang berlaku dapat dinilai.",
    "more_reasons": "Tabel ini memuat {count} alasan pertama. Selebihnya ada pada kertas kerja (berkas XLSX) evaluasi "
    "ini.",
    "overruled": "Temuan yang Dibatalkan",
    "overruled_text": "Atas pertimbangan pemeriksa, {count} temuan aplikasi berikut dibatalkan dan tidak termasuk "
    "dalam jumlah temuan dan rekomendasi. Nilai, predikat, kesimpulan, dan tabel komponen tidak dihitung ulang.",
    "overruled_columns": "Dokumen\nTemuan\nDiputuskan oleh\nAlasan",
    "overruled_more": "Tabel ini memuat {shown} dari {count} temuan yang dibatalkan.",
    "follow": "Tindak Lanjut Hasil Evaluasi Sebelumnya",
    "follow_text": "Dibandingkan dengan hasil evaluasi sebelumnya atas {documents} dokumen, {fixed} temuan telah "
    "diperbaiki, {new} temuan baru, dan {unjudged} temuan tidak dapat dipastikan karena ketentuannya kali ini tidak "
    "dinilai.",
    "follow_changed": "Sebanyak {count} temuan telah diubah, tetapi masih keliru, sehingga tidak dihitung sebagai "
    "perbaikan.",
    "follow_first_judged": "Dari temuan baru itu, {count} berasal dari ketentuan yang pada evaluasi sebelumnya tidak "
    "dinilai, sehingga mungkin sudah ada sejak semula.",
    "follow_missing": "Sebanyak {count} dokumen dari evaluasi sebelumnya tidak disampaikan kali ini.",
    "follow_other": "Sebagian dokumen kali ini dinilai dengan ketentuan yang berbeda dari evaluasi sebelumnya, "
    "sehingga sebagian perubahan dapat berasal dari perbedaan ketentuan tersebut.",
    "follow_fixed": "{title} ({count})",
    "follow_columns": "Dokumen\nTelah diperbaiki\nDiubah, masih keliru\nMasih ada\nBaru\nTidak dapat dipastikan",
    "follow_more": "Tabel ini memuat {shown} dari {count} dokumen.",
    "advice": "Rekomendasi",
    "advice_text": "Berdasarkan hasil evaluasi tersebut, pimpinan perangkat daerah direkomendasikan untuk:",
    "advice_component": "Komponen {component}",
    "advice_line": "menindaklanjuti {what}, sesuai dengan ketentuan bahwa {asks}",
    "advice_mild": "mempertimbangkan penyempurnaan atas {what}, mengingat bahwa {asks}",
    "advice_plain": "menindaklanjuti {what}",
    "advice_count": "{findings} temuan “{title}” ({code}) pada {documents} dokumen",
    "advice_none": "Tidak ada rekomendasi perbaikan. Perangkat daerah diharapkan mempertahankan mutu dokumennya.",
    "advice_failed": "Berkas yang tidak dapat diperiksa agar disampaikan kembali dalam bentuk yang dapat dibaca.",
    "chapter_3": "BAB III PENUTUP",
    "closing": "Demikian laporan hasil evaluasi ini disampaikan. Hasil evaluasi diharapkan menjadi bahan perbaikan "
    "dokumen pada perangkat daerah.",
    "closing_follow": "Tindak lanjut atas rekomendasi agar disampaikan kepada {organisation} paling lambat ",
    "closing_room": "………… (batas waktu tindak lanjut)",
    "signed_at": "{place}, ",
    "position": "nama jabatan penanda tangan",
    "signer": "nama penanda tangan",
    "rank": "Pangkat/golongan",
    "nip": "NIP",
    "initials": "Paraf",
    "initials_columns": "No.\nNama/Jabatan\nParaf\nTanggal",
    "annex": "LAMPIRAN: DAFTAR DOKUMEN",
    "annex_text": "SHA-256 memastikan bahwa berkas yang dimaksud adalah berkas yang diperiksa.",
    "annex_columns": "No.\nDokumen\nPerangkat daerah\nHasil\nSHA-256",
    "annex_more": "Daftar ini memuat {shown} dari {count} dokumen. Daftar lengkap ada pada kertas kerja (berkas XLSX) "
    "evaluasi ini.",
    "annex_none": "Tidak ada dokumen.",
    "result_failed": "tidak dapat diperiksa",
    "result_unknown": "bukan SOP atau dokumen kinerja",
    "no_hash": "berkas tidak terbaca",
}
_EN: Final = {
    "dots": "………………………",
    "report": "Report of Results of Evaluation",
    "about_both": "of Standard Operating Procedures and Performance Documents",
    "about_sop": "of Standard Operating Procedures",
    "about_performance": "of Performance Documents",
    "about_none": "of the Documents Submitted",
    "at_office": "at {office}",
    "at_offices": "at {count} offices",
    "number": "Number",
    "date": "Date",
    "addressee": "To",
    "draft": "Draft. What has a yellow ground is for the auditor to fill in; the contents show page numbers once they "
    "are updated (right click, Update Field). Remove this note before the report is signed.",
    "logo": "Emblem of {organisation}",
    "organisation": "name of the auditing body",
    "contents": "Contents",
    "foot": "{report} Number: {number}",
    "page": "Page {page} of {pages}",
    "summary": "Executive Summary",
    "summary_scope": "The evaluation covers {documents} documents ({sop} SOPs and {performance} performance documents) "
    "of {offices} offices, judged by the law as of {as_of}.",
    "summary_failed": "Besides, {count} files could not be audited, so they were not judged.",
    "summary_unknown": "Besides, {count} files are not recognised as an SOP or a performance document, so they were "
    "not judged.",
    "summary_left": "Besides, {failed} files could not be audited and {unknown} files are not recognised as an SOP or "
    "a performance document, so they were not judged.",
    "summary_score": "The mean score of the documents is {mean} on a scale of 0–100. The verdict is fit for use "
    "(layak) for {layak} documents, fit for use with remarks for {remarks}, and not yet fit for use for {belum}. "
    "{about}",
    "summary_no_score": "No document could be scored.",
    "summary_findings": "There are {count} findings to be mended: {severities}.",
    "summary_overruled": "Not counted are {count} findings that an auditor overruled; the reasons stand in Chapter II.",
    "summary_open": "{count} outcomes could not be reached because the document could not be read there; see "
    "Chapter II.",
    "summary_clean": "No requirement that could be evaluated is broken.",
    "summary_first": "What needs attention most:",
    "rule_line": "{title}: {findings} findings in {documents} documents ({severity})",
    "chapter_1": "CHAPTER I INTRODUCTION",
    "basis": "Legal Basis",
    "basis_text": "The evaluation rests on these regulations and standards, the sources of its criteria:",
    "numbered_law": "{type} Number {number} of {year} on {title}",
    "about_law": "{name} on {title}",
    "law_changed": " as amended by {last}",
    "law_changed_often": " as amended several times, last by {last}",
    "short_law": "{type} Number {number} of {year}",
    "law_ended": " (revoked; a criterion only for documents of its time)",
    "mandate": "Letter of assignment: {mandate}",
    "mandate_room": "number and date of the letter of assignment",
    "background": "Background",
    "background_sop": "Standard operating procedures (SOPs) guide those who run administration and public services. "
    "An SOP that is complete, valid and up to date makes certain who does what, in which time, with which result; some "
    "are evidence in the evaluation of the accountability of government performance (AKIP).",
    "background_performance": "Performance documents hold the goals, indicators, targets and results that an office "
    "accounts for. Complete data and right calculation are the ground of decisions and of the evaluation of "
    "accountability.",
    "background_both": "To see whether these documents meet the requirements they were evaluated, with the results in "
    "this report.",
    "aim": "Aims",
    "aim_text": "The evaluation aims to:",
    "aims": "judge whether the documents are complete and meet the requirements in force;\n"
    "name what is still to be improved, and its effects;\n"
    "give recommendations to the offices",
    "aim_since": "follow up the results of the previous evaluation",
    "scope": "Scope",
    "scope_text": "The evaluation covers {documents} files or parts of files. The annex lists them with their hashes.",
    "scope_columns": "Kind\nNumber",
    "kind_sop": "Standard operating procedure",
    "kind_performance": "Performance document",
    "kind_unknown": "Not recognised as an SOP or a performance document (not judged)",
    "kind_failed": "Could not be audited",
    "all": "Total",
    "failed_text": "These files could not be audited. The offices are asked to submit files that can be read.",
    "failed_columns": "No.\nFile\nRemark",
    "unknown_text": "These files are not recognised as an SOP or a performance document, so they were not judged:",
    "more_files": "and {count} more files",
    "scope_none": "No file was audited.",
    "limits": "The evaluation is confined to what is written in the documents; practice was not tested.",
    "method": "Method",
    "method_tool": "Each document was read and judged with {tool} version {version} by {count} rules (profile "
    "{profile}) that rest on the regulations of section A, by the law as of {as_of}. The auditor reviews the results "
    "before this report is issued.",
    "method_outcomes": "Each rule ends in one outcome: kept, broken, not applicable to the document, or not evaluated "
    "because the document could not be read there. What was not evaluated never counts as kept.",
    "method_severity": "A rule that is broken makes a finding of one of these severities:",
    "severity_columns": "Severity\nWeight\nMeaning",
    "method_confidence": "Each finding has a confidence: high, medium or low. Findings of medium or low confidence are "
    "to be confirmed with the office first.",
    "method_score": "The score (0–100) is the weight of the rules kept over the weight of the rules evaluated, within "
    "each component and then averaged by the weights of the components. {about}",
    "band_columns": "Grade\nScore",
    "band_above": "above {above} up to {upto}",
    "band_last": "0 up to {upto}",
    "method_cap": "A document with a finding of severity {severity} and of {confidence} has {letter} as its "
    "best grade.",
    "method_cause": "The program does not know causes. The cause of each finding is for the auditor to fill in after "
    "talking with the office.",
    "method_digest": "So that the evaluation can be repeated with the same result, the rules have this SHA-256:",
    "method_installed": "This report was written anew with rules other than those that judged (SHA-256: {digest}); "
    "what it says of rules and their legal basis is that of the rules installed.",
    "method_masked": "Employee numbers (NIP) and names of persons are masked in this report (UU 27/2022 on the "
    "protection of personal data).",
    "method_off": "These rules are not used, by decision of {organisation}:",
    "method_changed": "These rules were adjusted by {organisation}:",
    "off_columns": "Rule\nReason",
    "changed_columns": "Rule\nAdjustment",
    "changed_severity": "severity {severity}",
    "the_organisation": "the auditing body",
    "time": "Time",
    "time_text": "The evaluation took place: {period}.",
    "time_room": "first and last day",
    "team": "The evaluation was carried out by:",
    "chapter_2": "CHAPTER II RESULTS",
    "value": "Scores and Grades",
    "value_text": "The mean score of the {documents} documents that were judged is {mean} on a scale of 0–100:",
    "value_not": "Besides, {count} documents have no score because nothing in them could be judged.",
    "value_unsure": "The grade of {count} documents is not certain because parts of them could not be judged. The "
    "grades that are possible stand in brackets in the annex.",
    "value_none": "No document could be scored.",
    "spread_columns": "Grade\nDocuments",
    "verdict_columns": "Verdict\nDocuments",
    "documents_caption": "Score of each document",
    "document_columns": "No.\nDocument\nOffice\nScore\nGrade\nVerdict\nFindings",
    "offices_caption": "Scores by office",
    "office_columns": "No.\nOffice\nDocuments\nMean score\nCritical\nMajor\nMinor\nAdvice",
    "more_offices": "The table has {shown} of {count} offices. The rest stand in the working paper (XLSX) of this "
    "evaluation.",
    "no_office": "No office is named in the document",
    "not_scored": "not scored",
    "components": "Results by Component",
    "components_text": "The tables show the requirements judged in each component. The weight is that of the component "
    "in the score of a document.",
    "components_caption": "Components: {kind}",
    "component_columns": "Component\nWeight\nJudged\nKept\nBroken\nNot evaluated\nPer cent kept",
    "improve": "In the component {component} these matters still need improvement:",
    "no_improve": "There are no findings in these components: {components}.",
    "no_components": "No requirement could be evaluated.",
    "findings": "Findings by Office",
    "findings_whole": "Each finding has its condition, criterion, cause, effect and recommendation. The cause is for "
    "the auditor to fill in.",
    "findings_limited": "Because of the number of documents this section has the {shown} gravest findings, at most "
    "{share} of each of {offices} offices. All {count} findings stand in the working paper (XLSX) of this evaluation. "
    "The cause is for the auditor to fill in.",
    "findings_none": "There are no findings on the requirements that could be evaluated.",
    "left_out": "Findings of {count} more offices are not told here.",
    "office_text": "Documents audited: {documents}. Mean score: {mean}. Findings: {severities}.",
    "document_text": "File: {path}. Score {score}, grade {grade}, verdict: {verdict}.",
    "document_no_score": "File: {path}. This document has no score because no requirement could be evaluated.",
    "between": "{value} (between {low} and {high})",
    "clean_documents": "These documents have no findings on the requirements that could be evaluated:",
    "others": "There are {count} more findings in this document, which are not told here; see the working paper "
    "(XLSX).",
    "no_findings": "none",
    "finding": "Finding {number}",
    "condition": "Condition",
    "criterion": "Criterion",
    "cause": "Cause",
    "effect": "Effect",
    "recommendation": "Recommendation",
    "answer": "Response",
    "place": "Place: {places}.",
    "against": "This does not conform to {criteria}.",
    "perhaps_against": "If confirmed, this does not conform to {criteria}.",
    "worth": "This deserves attention in view of {criteria}.",
    "states": "{source}, which states in substance: {asks}",
    "endangers": "The finding also endangers {criteria}.",
    "and": "; and ",
    "because": "This was caused by ",
    "cause_room": "………… (for the auditor to fill in after talking with the office)",
    "therefore": "As a result, {effect}",
    "advise": "It is recommended that the office do as follows: {recommendation}",
    "status_answered": "Answered",
    "status_done": "Said to be mended",
    "status_open": "Not answered yet",
    "said": "{status} ({who}): {text}",
    "said_plain": "{status}: {text}",
    "open": "What Could Not Be Evaluated",
    "open_text": "These rules could not be evaluated and do not count as kept. The auditor should see the originals.",
    "open_columns": "Reason\nRules\nDocuments",
    "open_none": "Every rule that applies could be evaluated.",
    "more_reasons": "The table has the first {count} reasons. The rest stand in the working paper (XLSX) of this "
    "evaluation.",
    "overruled": "Findings That Were Overruled",
    "overruled_text": "An auditor decided that these {count} findings of the program do not stand; they are not among "
    "the findings counted and the recommendations. Scores, grades, verdicts and the tables of components are as they "
    "were.",
    "overruled_columns": "Document\nFinding\nDecided by\nReason",
    "overruled_more": "The table has {shown} of {count} findings that were overruled.",
    "follow": "Follow-up of the Previous Evaluation",
    "follow_text": "Compared with the previous results on {documents} documents, {fixed} findings are mended, {new} "
    "are new, and of {unjudged} nobody knows because their rules were not evaluated this time.",
    "follow_changed": "{count} findings were changed but are still wrong; they do not count as mended.",
    "follow_first_judged": "Of the new ones, {count} are of rules that were not judged in the previous evaluation; "
    "they may have been there all along.",
    "follow_missing": "{count} documents of the previous evaluation were not handed in this time.",
    "follow_other": "Some documents were judged by other rules than then, so some of what changed may be their doing.",
    "follow_fixed": "{title} ({count})",
    "follow_columns": "Document\nMended\nChanged, still wrong\nStill there\nNew\nNot known",
    "follow_more": "The table has {shown} of {count} documents.",
    "advice": "Recommendations",
    "advice_text": "On these results the heads of the offices are recommended to:",
    "advice_component": "Component: {component}",
    "advice_line": "follow up {what}, by the requirement that {asks}",
    "advice_mild": "consider improving {what}, seeing that {asks}",
    "advice_plain": "follow up {what}",
    "advice_count": "{findings} findings “{title}” ({code}) in {documents} documents",
    "advice_none": "There are no recommendations. The offices are expected to keep up the quality of their documents.",
    "advice_failed": "Files that could not be audited should be submitted again in a form that can be read.",
    "chapter_3": "CHAPTER III CLOSING",
    "closing": "These are the results of the evaluation, which are meant to help the offices improve their documents.",
    "closing_follow": "Please report to {organisation} how the recommendations were followed up, not later than ",
    "closing_room": "………… (day)",
    "signed_at": "{place}, ",
    "position": "position of the signatory",
    "signer": "name of the signatory",
    "rank": "Rank",
    "nip": "NIP",
    "initials": "Initials",
    "initials_columns": "No.\nName/Position\nInitials\nDate",
    "annex": "ANNEX: LIST OF DOCUMENTS",
    "annex_text": "The SHA-256 makes certain that a file is the one that was audited.",
    "annex_columns": "No.\nDocument\nOffice\nResult\nSHA-256",
    "annex_more": "The list has {shown} of {count} documents. All stand in the working paper (XLSX) of this "
    "evaluation.",
    "annex_none": "No documents.",
    "result_failed": "could not be audited",
    "result_unknown": "not an SOP or performance document",
    "no_hash": "file could not be read",
}
SENTENCES: Final[dict[Language, dict[str, str]]] = {"id": _ID, "en": _EN}
