# language: id
Fitur: Mutu langkah
  Uraian, waktu, output, dan pelaksana setiap langkah harus dapat dikerjakan dan diperiksa.

  Skenario: SOP lengkap tidak dipersoalkan
    Dengan SOP lengkap
    Maka aturan steps/not-an-activity tidak menemukan apa pun
    Dan aturan steps/time-unit-mixed tidak menemukan apa pun
    Dan aturan steps/time-uniform tidak menemukan apa pun
    Dan aturan steps/time-total-differs tidak berlaku
    Dan aturan steps/time-implausible tidak menemukan apa pun
    Dan aturan steps/output-generic tidak menemukan apa pun
    Dan aturan steps/output-illogical tidak menemukan apa pun
    Dan aturan steps/input-equals-output tidak menemukan apa pun
    Dan aturan steps/process-gap tidak menemukan apa pun
    Dan aturan steps/order-illogical tidak menemukan apa pun
    Dan aturan steps/wrong-actor tidak menemukan apa pun
    Dan aturan steps/heading-nonstandard tidak menemukan apa pun
    Dan aturan steps/single-actor tidak menemukan apa pun
    Dan aturan steps/unused-column tidak menemukan apa pun
    Dan tidak ada temuan di atas saran

  Skenario: Langkah yang menyebut benda
    Dengan SOP lengkap
    Ketika uraian langkah 5 menjadi "Hasil himpunan data kinerja"
    Maka aturan steps/not-an-activity menemukan 1 temuan minor
    Dan temuan mengutip "Hasil himpunan data kinerja"
    Dan keyakinan temuan sedang

  Skenario: Langkah yang didahului pelakunya
    Dengan SOP lengkap
    Ketika uraian langkah 2 menjadi "Sekcam menyusun formulir data kinerja"
    Dan uraian langkah 6 menjadi "Camat menyetujui rekapitulasi data kinerja"
    Maka aturan steps/not-an-activity menemukan 1 temuan minor
    Dan temuan menyatakan "langkah 2 dan 6 didahului pelakunya"

  Skenario: Kata benda dari kata kerja tetap kegiatan
    Dengan SOP lengkap
    Ketika uraian langkah 5 menjadi "Rapat finalisasi himpunan data"
    Dan uraian langkah 6 menjadi "Penandatanganan rekapitulasi oleh Camat"
    Maka aturan steps/not-an-activity tidak menemukan apa pun

  Skenario: Menit, jam, dan hari dalam satu kolom
    Dengan SOP lengkap
    Ketika waktu langkah 3 menjadi "3 jam"
    Dan waktu langkah 4 menjadi "2 hari"
    Maka aturan steps/time-unit-mixed menemukan 1 temuan minor
    Dan temuan menyatakan "jam (langkah 3); hari (langkah 4)"

  Skenario: Huruf besar pada satuan bukan satuan lain
    Dengan SOP lengkap
    Ketika waktu langkah 3 menjadi "180 Menit"
    Dan waktu langkah 4 menjadi "60 menit"
    Maka aturan steps/time-unit-mixed tidak menemukan apa pun

  Skenario: Semua langkah 60 menit
    Dengan SOP lengkap
    Ketika waktu semua langkah menjadi "60"
    Maka aturan steps/time-uniform menemukan 1 temuan minor
    Dan temuan menyatakan "7 dari 7 langkah"

  Skenario: Beberapa langkah saja sama waktunya
    Dengan SOP lengkap
    Ketika waktu semua langkah menjadi "60"
    Dan waktu langkah 1 menjadi "10"
    Dan waktu langkah 7 menjadi "15"
    Maka aturan steps/time-uniform tidak menemukan apa pun

  Skenario: Jumlah waktu yang salah
    Dengan SOP lengkap
    Ketika jumlah waktu tertulis "500 menit"
    Maka aturan steps/time-total-differs menemukan 1 temuan minor
    Dan temuan menyatakan "berjumlah 430 menit (7 jam 10 menit)"

  Skenario: Jumlah waktu yang benar dengan satuan lain
    Dengan SOP lengkap
    Ketika jumlah waktu tertulis "7 jam 10 menit"
    Maka aturan steps/time-total-differs tidak menemukan apa pun

  Skenario: Jumlah waktu di samping langkah tanpa waktu
    Dengan SOP lengkap
    Ketika jumlah waktu tertulis "500 menit"
    Dan waktu langkah 3 menjadi ""
    Maka aturan steps/time-total-differs tidak dapat dinilai karena "tidak dapat dijumlahkan"

  Skenario: Delapan jam untuk menerima laporan
    Dengan SOP lengkap
    Ketika uraian langkah 4 menjadi "Menerima laporan hasil pengumpulan"
    Dan waktu langkah 4 menjadi "480"
    Maka aturan steps/time-implausible menemukan 1 temuan saran
    Dan temuan menyatakan "480 menit"

  Skenario: Pekerjaan yang memang lama
    Dengan SOP lengkap
    Ketika waktu langkah 4 menjadi "2250"
    Maka aturan steps/time-implausible tidak menemukan apa pun

  Skenario: Semua output hanya Dokumen
    Dengan SOP lengkap
    Ketika output semua langkah menjadi "Dokumen"
    Maka aturan steps/output-generic menemukan 1 temuan minor
    Dan temuan mengutip "Dokumen"
    Dan aturan steps/output-illogical tidak menemukan apa pun

  Skenario: Satu output yang umum
    Dengan SOP lengkap
    Ketika output langkah 4 menjadi "Dokumen"
    Maka aturan steps/output-generic tidak menemukan apa pun

  Skenario: Output mengulang uraian kegiatan
    Dengan SOP lengkap
    Ketika output langkah 5 menjadi "Memverifikasi himpunan data"
    Maka aturan steps/output-illogical menemukan 1 temuan minor

  Skenario: Dua tanda terima bukan output ganda
    Dengan SOP lengkap
    Ketika output langkah 3 menjadi "Tanda terima"
    Dan output langkah 4 menjadi "Tanda terima"
    Maka aturan steps/output-illogical tidak menemukan apa pun

  Skenario: Kelengkapan dan output yang sama
    Dengan SOP lengkap
    Ketika output langkah 5 menjadi "Himpunan data"
    Maka aturan steps/input-equals-output menemukan 1 temuan saran
    Dan temuan menyatakan "langkah 5"

  Skenario: Yang hanya diteruskan memang tidak berubah
    Dengan SOP lengkap
    Ketika uraian langkah 5 menjadi "Meneruskan himpunan data kepada Camat"
    Dan output langkah 5 menjadi "Himpunan data"
    Maka aturan steps/input-equals-output tidak menemukan apa pun

  Skenario: Pencatatan menyatakan disimpan tetapi tidak ada pengarsipan
    Dengan SOP lengkap
    Ketika langkah 7 dihapus
    Maka aturan steps/process-gap menemukan 1 temuan minor
    Dan keyakinan temuan rendah
    Dan temuan mengutip "Disimpan oleh Subbagian Perencanaan."

  Skenario: Surat pengantar yang tidak dikirim
    Dengan SOP lengkap
    Ketika sesudah langkah 6 disisipkan langkah "Membuat surat pengantar" oleh Staf
    Maka aturan steps/process-gap menemukan 1 temuan minor
    Dan temuan menyatakan "surat pengantar"

  Skenario: Surat pengantar yang dikirim
    Dengan SOP lengkap
    Ketika sesudah langkah 6 disisipkan langkah "Membuat surat pengantar" oleh Staf
    Dan sesudah langkah 7 disisipkan langkah "Mengirim rekapitulasi kepada Bupati" oleh Staf
    Maka aturan steps/process-gap tidak menemukan apa pun

  Skenario: Dikirim sebelum ditandatangani
    Dengan SOP lengkap
    Ketika sesudah langkah 4 disisipkan langkah "Mengirim rekapitulasi kepada Bupati" oleh Staf
    Dan sesudah langkah 6 disisipkan langkah "Menandatangani rekapitulasi" oleh Camat
    Maka aturan steps/order-illogical menemukan 1 temuan minor
    Dan keyakinan temuan rendah

  Skenario: Ditandatangani sebelum dikirim
    Dengan SOP lengkap
    Ketika sesudah langkah 5 disisipkan langkah "Menandatangani rekapitulasi" oleh Camat
    Dan sesudah langkah 6 disisipkan langkah "Mengirim rekapitulasi kepada Bupati" oleh Staf
    Maka aturan steps/order-illogical tidak menemukan apa pun

  Skenario: Persetujuan ditandai pada staf
    Dengan SOP lengkap
    Ketika langkah 6 ditandai pada kolom Staf
    Maka aturan steps/wrong-actor menemukan 1 temuan minor
    Dan temuan menyatakan "ditandai pada kolom Staf"

  Skenario: Tanpa tanda tidak diketahui siapa yang menyetujui
    Dengan SOP lengkap
    Ketika tidak ada tanda pada kolom pelaksana
    Maka aturan steps/wrong-actor tidak dapat dinilai karena "Tanda pada kolom pelaksana tidak terbaca"
    Dan aturan steps/unused-column tidak dapat dinilai karena "Tanda pada kolom pelaksana tidak terbaca"

  Skenario: Istilah kepala kolom yang tidak baku
    Dengan SOP lengkap
    Ketika judul kolom "Kegiatan" ditulis "Aktivitas"
    Dan judul kolom "Pelaksana" ditulis "PELAKU"
    Maka aturan steps/heading-nonstandard menemukan 1 temuan saran
    Dan temuan mengutip "PELAKU"

  Skenario: Uraian Prosedur adalah istilah yang lazim
    Dengan SOP lengkap
    Ketika judul kolom "Kegiatan" ditulis "Uraian Prosedur"
    Maka aturan steps/heading-nonstandard tidak menemukan apa pun

  Skenario: Tiga langkah saja
    Dengan SOP lengkap
    Ketika hanya langkah 1 sampai 3 yang ditulis
    Maka aturan steps/single-actor menemukan 1 temuan saran

  Skenario: Empat langkah cukup
    Dengan SOP lengkap
    Ketika hanya langkah 1 sampai 4 yang ditulis
    Maka aturan steps/single-actor tidak menemukan apa pun

  Skenario: Kolom pelaksana yang tidak terpakai
    Dengan SOP lengkap
    Ketika langkah 3 ditandai pada kolom Staf
    Maka aturan steps/unused-column menemukan 1 temuan saran
    Dan temuan menyatakan "Kolom pelaksana Kasi"

  Skenario: Tanda yang hilang mungkin milik kolom yang kosong
    Dengan SOP lengkap
    Ketika tanda langkah 3 berupa ""
    Maka aturan steps/unused-column tidak dapat dinilai karena "mungkin milik kolom yang tampak kosong"

  Skenario: Mulai tanpa Selesai
    Dengan SOP lengkap
    Ketika tanda langkah 1 berupa "Mulai"
    Maka aturan steps/no-start-end menemukan 1 temuan saran

  Skenario: Mulai dan Selesai
    Dengan SOP lengkap
    Ketika tanda langkah 1 berupa "Mulai"
    Dan tanda langkah 7 berupa "Selesai"
    Maka aturan steps/no-start-end tidak menemukan apa pun

  Skenario: Tanda centang tidak menunjukkan simbol
    Dengan SOP lengkap
    Maka aturan steps/no-start-end tidak dapat dinilai karena "Simbol Mulai dan Selesai tidak terbaca"
