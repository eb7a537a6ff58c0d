# language: id
Fitur: Yang seharusnya ada dalam arsip
  SOP terkait, SOP wajib, dan dokumen kinerja yang sudah jatuh tempo.

  Skenario: SOP terkait tidak ada dalam arsip kantornya
    Dengan arsip dengan SOP berikut
      | berkas | kantor                | judul                   | terkait                    |
      | a.txt  | Kecamatan Rimba Wangi | PENGELOLAAN SURAT MASUK | SOP Pengelolaan Aset       |
      | b.txt  | Kecamatan Rimba Wangi | PENGELOLAAN KEARSIPAN   | SOP Pengelolaan Surat Masuk |
    Maka aturan related/unknown-in-archive menemukan 1 temuan minor dalam arsip Kecamatan Rimba Wangi
    Dan temuan arsip menunjuk "a.txt" dan menyebut "SOP Pengelolaan Aset"

  Skenario: SOP terkait ada dengan nama lain
    Dengan arsip dengan SOP berikut
      | berkas | kantor                | judul                                   | terkait                     |
      | a.txt  | Kecamatan Rimba Wangi | PENYUSUNAN RENCANA KERJA                | SOP Pengelolaan Surat Masuk |
      | b.txt  | Kecamatan Rimba Wangi | PENGELOLAAN SURAT MASUK KECAMATAN RIMBA WANGI | SOP Penyusunan Renja  |
    Maka aturan related/unknown-in-archive tidak menemukan apa pun dalam arsip

  Skenario: SOP terkait mungkin di antara yang tidak dapat dibaca
    Dengan arsip dengan SOP berikut
      | berkas | kantor                | judul                   | terkait                    |
      | a.txt  | Kecamatan Rimba Wangi | PENGELOLAAN SURAT MASUK | SOP Pengelolaan Aset       |
      | b.txt  | Kecamatan Rimba Wangi | PENGELOLAAN KEARSIPAN   | SOP Pengelolaan Surat Masuk |
    Dan 1 dokumen Kecamatan Rimba Wangi tidak dapat dibaca
    Maka aturan related/unknown-in-archive tidak dapat dinilai dalam arsip Kecamatan Rimba Wangi karena "tidak dapat dibaca"

  Skenario: SOP wajib belum ada
    Dengan Kecamatan Rimba Wangi wajib mempunyai SOP "pengumpulan data kinerja" yang tidak ditemukan
    Maka aturan archive/required-sop-missing menemukan 1 temuan minor dalam arsip Kecamatan Rimba Wangi

  Skenario: SOP wajib sudah ada
    Dengan Kecamatan Rimba Wangi wajib mempunyai SOP "pengumpulan data kinerja" dan yang ada "a.txt"
    Maka aturan archive/required-sop-missing tidak menemukan apa pun dalam arsip

  Skenario: Laporan Kinerja belum diserahkan
    Dengan Laporan Kinerja Kecamatan Rimba Wangi tahun 2024 jatuh tempo 2025-02-28 dan belum ada
    Maka aturan archive/report-missing menemukan 1 temuan mayor dalam arsip Kecamatan Rimba Wangi

  Skenario: Laporan Kinerja sudah diserahkan, yang berikutnya belum jatuh tempo
    Dengan Laporan Kinerja Kecamatan Rimba Wangi tahun 2024 jatuh tempo 2025-02-28 dan yang ada "lkj.txt"
    Dan Laporan Kinerja Kecamatan Rimba Wangi tahun 2025 jatuh tempo 2026-02-28 dan belum ada
    Maka aturan archive/report-missing tidak menemukan apa pun dalam arsip
