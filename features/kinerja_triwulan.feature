# language: id
Fitur: Realisasi triwulan yang terlambat, terlalu dini, atau tidak sejalan dengan setahun
  Triwulan yang telah berakhir berealisasi dan yang belum dimulai kosong (performance/quarter-overdue). Angka setahun
  mengikuti angka triwulannya menurut sifat indikatornya (performance/quarters-inconsistent).

  @aturan-KN-15
  Garis-Besar Skenario: Triwulan berakhir yang belum diisi dengan dan tanpa keterangan
    Dengan dokumen "PENGUKURAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja | Satuan   | Target TW I | Realisasi TW I | Target TW II | Realisasi TW II | Keterangan   |
      | 1  | Jumlah dokumen    | Dokumen  | 3           | 3              | 4            |                 | <keterangan> |
      | 2  | Jumlah rapat      | Kegiatan | 3           | 3              | 4            | 4               |              |
    Ketika dokumen diperiksa pada "2024-08-01"
    Maka aturan performance/quarter-overdue menemukan 1 temuan <tingkat>
    Dan temuan menyatakan 'Realisasi triwulan II untuk "Jumlah dokumen" belum ada (kosong), padahal targetnya 4'
    Dan temuan menyatakan "telah berakhir (pada 30 Juni 2024)"

    Contoh:
      | keterangan         | tingkat |
      |                    | mayor   |
      | Menunggu rilis BPS | minor   |
      | Sangat baik        | mayor   |

  @aturan-KN-15
  Skenario: Semua indikator kosong pada satu triwulan
    Dengan dokumen "PENGUKURAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja | Satuan   | Target TW I | Realisasi TW I | Target TW II | Realisasi TW II |
      | 1  | Jumlah dokumen    | Dokumen  | 3           | 3              | 4            |                 |
      | 2  | Jumlah rapat      | Kegiatan | 3           | 3              | 4            |                 |
    Ketika dokumen diperiksa pada "2024-07-01"
    Maka aturan performance/quarter-overdue menemukan 1 temuan mayor
    Dan temuan menyatakan "triwulan II tidak diisi untuk satu pun dari 2 indikator yang bertarget"
    Dan temuan mengutip "Realisasi TW II"

  @aturan-KN-15
  Skenario: Formulir triwulan yang belum diisi sama sekali
    Dengan dokumen "PENGUKURAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja | Satuan   | Target TW I | Realisasi TW I | Target TW II | Realisasi TW II |
      | 1  | Jumlah dokumen    | Dokumen  | 3           |                | 4            |                 |
      | 2  | Jumlah rapat      | Kegiatan | 3           |                | 4            |                 |
    Ketika dokumen diperiksa pada "2024-08-01"
    Maka aturan performance/quarter-overdue menemukan 1 temuan mayor
    Dan temuan menyatakan "Tabel memuat target 2 indikator tanpa satu pun realisasi, padahal triwulan I dan II telah berakhir"

  @aturan-KN-15
  Skenario: Formulir triwulan kosong pada hari terakhir triwulan pertama
    Dengan dokumen "PENGUKURAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja | Satuan   | Target TW I | Realisasi TW I | Target TW II | Realisasi TW II |
      | 1  | Jumlah dokumen    | Dokumen  | 3           |                | 4            |                 |
      | 2  | Jumlah rapat      | Kegiatan | 3           |                | 4            |                 |
    Ketika dokumen diperiksa pada "2024-03-31"
    Maka aturan performance/quarter-overdue tidak menemukan apa pun

  @aturan-KN-15
  Skenario: Triwulan yang baru dimulai atau belum dimulai sudah berangka
    Dengan dokumen "PENGUKURAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja | Satuan  | Target TW III | Realisasi TW III | Target TW IV | Realisasi TW IV |
      | 1  | Jumlah dokumen    | Dokumen | 3             | 3                | 4            | 4               |
    Ketika dokumen diperiksa pada "2024-09-30"
    Maka aturan performance/quarter-overdue menemukan 1 temuan mayor
    Dan temuan menyatakan 'triwulan IV untuk "Jumlah dokumen" telah diisi (4), padahal triwulan itu belum dimulai'

  @aturan-KN-15
  Skenario: Tabel triwulan tanpa tahun
    Dengan dokumen "PENGUKURAN KINERJA" dengan tabel
      | No | Indikator Kinerja | Satuan  | Target TW I | Realisasi TW I | Target TW II | Realisasi TW II |
      | 1  | Jumlah dokumen    | Dokumen | 3           | 3              | 4            |                 |
    Maka aturan performance/quarter-overdue tidak dapat dinilai karena "Tahun data kinerja tidak tercantum"

  @aturan-KN-15
  Skenario: Dua kolom untuk satu triwulan
    Dengan dokumen "PENGUKURAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja | Satuan  | Target TW I | Realisasi TW I | Target TW I | Realisasi TW I |
      | 1  | Jumlah dokumen    | Dokumen | 3           | 3              | 4           |                |
    Ketika dokumen diperiksa pada "2024-08-01"
    Maka aturan performance/quarter-overdue tidak dapat dinilai karena "Letak angka triwulan pada tabel tidak terbaca dengan pasti."

  @aturan-KN-15 @aturan-KN-14
  Skenario: Tabel tanpa triwulan
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja | Satuan  | Target | Realisasi |
      | 1  | Jumlah dokumen    | Dokumen | 12     | 12        |
    Maka aturan performance/quarter-overdue tidak berlaku
    Dan aturan performance/quarters-inconsistent tidak berlaku

  @aturan-KN-14
  Garis-Besar Skenario: Angka setahun yang tidak mungkin berasal dari triwulannya
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja | Satuan   | Realisasi TW I | Realisasi TW II | Realisasi TW III | Realisasi TW IV | Realisasi | Target |
      | 1  | <indikator>       | <satuan> | <i>            | <ii>            | <iii>            | <iv>            | <tahun>   | 100    |
    Maka aturan performance/quarters-inconsistent menemukan 1 temuan minor
    Dan temuan menyatakan "<kondisi>"
    Dan keyakinan temuan <keyakinan>

    Contoh:
      | indikator                    | satuan  | i  | ii | iii | iv    | tahun  | keyakinan | kondisi                                                          |
      | Jumlah dokumen               | Dokumen | 3  | 2  | 4   | 3     | 15     | tinggi    | jumlah triwulannya 3 + 2 + 4 + 3 = 12 dan triwulan IV berakhir pada 3 |
      | Jumlah peserta pelatihan     | Orang   | 30 | 20 | 40  | 30    | 150    | sedang    | jumlah triwulannya 30 + 20 + 40 + 30 = 120                       |
      | Indeks Kepuasan Masyarakat   | Indeks  | 80 | 82 | 84  | 85,50 | 90     | tinggi    | berakhir pada 85,50. Penjumlahan triwulan (80 + 82 + 84 + 85,5 = 331,5) dan rata-ratanya juga |
      | Persentase pengaduan selesai | Persen  | 88 | 93 | 95  | 97,25 | 373,25 | tinggi    | Persentase, indeks, dan nilai tidak dijumlahkan                  |
      | Jumlah laporan               | Laporan | 3  | 6  | 5   | 12    | 12     | sedang    | turun dari 6 (triwulan II) menjadi 5 (triwulan III), padahal angka setahun 12 |

  @aturan-KN-14
  Skenario: Target berakhir pada triwulan terakhir, realisasinya tidak
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja          | Satuan | Target TW I | Target TW II | Target TW III | Target TW IV | Target | Realisasi TW I | Realisasi TW II | Realisasi TW III | Realisasi TW IV | Realisasi |
      | 1  | Indeks Kepuasan Masyarakat | Indeks | 80          | 82           | 84            | 85,50        | 85,50  | 80             | 81              | 83               | 86              | 84,2      |
    Maka aturan performance/quarters-inconsistent menemukan 1 temuan minor
    Dan temuan menyatakan "padahal triwulan IV berakhir pada 86; target indikator ini berakhir pada triwulan terakhir"
    Dan keyakinan temuan sedang

  @aturan-KN-14
  Skenario: Angka kumulatif yang turun
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja | Satuan  | Realisasi s.d. TW I | Realisasi s.d. TW II | Realisasi s.d. TW III | Realisasi s.d. TW IV | Realisasi | Target |
      | 1  | Jumlah dokumen    | Dokumen | 3                   | 6                    | 5                     | 12                   | 12        | 12     |
    Maka aturan performance/quarters-inconsistent menemukan 1 temuan minor
    Dan temuan menyatakan "turun dari 6 (s.d. triwulan II) menjadi 5 (s.d. triwulan III)"
    Dan keyakinan temuan tinggi

  @aturan-KN-14
  Garis-Besar Skenario: Angka setahun yang dapat berasal dari triwulannya
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja | Satuan   | Realisasi TW I | Realisasi TW II | Realisasi TW III | Realisasi TW IV | Realisasi | Target |
      | 1  | <indikator>       | <satuan> | <i>            | <ii>            | <iii>            | <iv>            | <tahun>   | 100    |
    Maka aturan performance/quarters-inconsistent tidak menemukan apa pun

    Contoh:
      | indikator                  | satuan  | i  | ii | iii | iv | tahun |
      | Jumlah dokumen kumulatif   | Dokumen | 3  | 6  | 9   | 12 | 12    |
      | Jumlah peserta pelatihan   | Orang   | 30 | 20 | 40  | 30 | 90    |
      | Indeks Kepuasan Masyarakat | Indeks  | 80 | 82 | 84  | 86 | 83    |

  @aturan-KN-14
  Skenario: Angka setahun belum diisi
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja | Satuan  | Realisasi TW I | Realisasi TW II | Realisasi TW III | Realisasi TW IV | Realisasi | Target |
      | 1  | Jumlah dokumen    | Dokumen | 3              | 2               | 4                | 3               |           | 12     |
    Maka aturan performance/quarters-inconsistent tidak berlaku

  @aturan-KN-14
  Skenario: Dua kolom triwulan keempat
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja | Satuan  | Realisasi TW I | Realisasi TW II | Realisasi TW III | Realisasi TW IV | Realisasi TW IV | Realisasi | Target |
      | 1  | Jumlah dokumen    | Dokumen | 3              | 2               | 4                | 3               | 6               | 15        | 12     |
    Maka aturan performance/quarters-inconsistent tidak dapat dinilai karena "Letak angka triwulan pada tabel tidak terbaca dengan pasti."
