# language: id
Fitur: Angka triwulan dan angka setahun
  Jumlah dan rupiah dijumlahkan atau dihitung kumulatif, persentase dan indeks memakai triwulan terakhir. Yang tidak
  sejalan dengan cara mana pun adalah temuan (performance/quarters-inconsistent). Triwulan yang telah berakhir harus
  terisi, yang belum dimulai tidak mungkin terisi (performance/quarter-overdue).

  Skenario: Jumlah triwulan berbeda dengan realisasi setahun
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran            | Indikator Kinerja | Satuan  | Realisasi TW I | Realisasi TW II | Realisasi TW III | Realisasi TW IV | Realisasi | Target |
      | 1  | Meningkatnya mutu  | Jumlah dokumen    | Dokumen | 3              | 2               | 4                | 3               | 15        | 12     |
    Maka aturan performance/quarters-inconsistent menemukan 1 temuan minor
    Dan temuan menyatakan "3 + 2 + 4 + 3 = 12"

  Skenario: Jumlah triwulan sama dengan realisasi setahun
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran            | Indikator Kinerja | Satuan  | Realisasi TW I | Realisasi TW II | Realisasi TW III | Realisasi TW IV | Realisasi | Target |
      | 1  | Meningkatnya mutu  | Jumlah dokumen    | Dokumen | 3              | 2               | 4                | 3               | 12        | 12     |
    Maka aturan performance/quarters-inconsistent tidak menemukan apa pun

  Skenario: Persentase dijumlahkan
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran            | Indikator Kinerja    | Satuan | Realisasi TW I | Realisasi TW II | Realisasi TW III | Realisasi TW IV | Realisasi | Target |
      | 1  | Meningkatnya mutu  | Persentase pengaduan | Persen | 88             | 93              | 95               | 97,25           | 373,25    | 95     |
    Maka aturan performance/quarters-inconsistent menemukan 1 temuan minor
    Dan temuan menyatakan "tidak dijumlahkan"

  Skenario: Indeks memakai triwulan terakhir
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran            | Indikator Kinerja          | Satuan | Realisasi TW I | Realisasi TW II | Realisasi TW III | Realisasi TW IV | Realisasi | Target |
      | 1  | Meningkatnya mutu  | Indeks Kepuasan Masyarakat | Indeks | 80             | 82              | 84               | 85,50           | 85,50     | 85     |
    Maka aturan performance/quarters-inconsistent tidak menemukan apa pun

  Skenario: Triwulan yang telah berakhir belum diisi
    Dengan dokumen "PENGUKURAN KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran            | Indikator Kinerja | Satuan  | Target TW I | Realisasi TW I | Target TW II | Realisasi TW II | Target TW III | Realisasi TW III |
      | 1  | Meningkatnya mutu  | Jumlah dokumen    | Dokumen | 3           | 3              | 4            |                 | 2             |                  |
    Ketika dokumen diperiksa pada "2024-07-01"
    Maka aturan performance/quarter-overdue menemukan 1 temuan mayor
    Dan temuan menyatakan "triwulan II"

  Skenario: Triwulan yang baru berakhir hari ini
    Dengan dokumen "PENGUKURAN KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran            | Indikator Kinerja | Satuan  | Target TW I | Realisasi TW I | Target TW II | Realisasi TW II | Target TW III | Realisasi TW III |
      | 1  | Meningkatnya mutu  | Jumlah dokumen    | Dokumen | 3           | 3              | 4            |                 | 2             |                  |
    Ketika dokumen diperiksa pada "2024-06-30"
    Maka aturan performance/quarter-overdue tidak menemukan apa pun

  Skenario: Triwulan tanpa target
    Dengan dokumen "PENGUKURAN KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran                   | Indikator Kinerja | Satuan | Target TW I | Realisasi TW I | Target TW II | Realisasi TW II |
      | 1  | Meningkatnya akuntabilitas | Nilai SAKIP      | Nilai  | 70          | 71             | -            | -               |
    Ketika dokumen diperiksa pada "2024-08-01"
    Maka aturan performance/quarter-overdue tidak menemukan apa pun

  Skenario: Triwulan yang belum dimulai sudah diisi
    Dengan dokumen "PENGUKURAN KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran            | Indikator Kinerja | Satuan  | Target TW III | Realisasi TW III | Target TW IV | Realisasi TW IV |
      | 1  | Meningkatnya mutu  | Jumlah dokumen    | Dokumen | 3             | 3                | 4            | 4               |
    Ketika dokumen diperiksa pada "2024-08-01"
    Maka aturan performance/quarter-overdue menemukan 1 temuan mayor
    Dan temuan menyatakan "belum dimulai"
