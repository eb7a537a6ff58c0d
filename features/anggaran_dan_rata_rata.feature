# language: id
Fitur: Anggaran, jumlah, rata-rata, dan susunan indikator
  Realisasi di atas pagu (performance/budget-over), jumlah dan rata-rata yang tidak dapat dihitung kembali
  (performance/average-wrong), indikator ganda (performance/duplicate-indicator), dan sasaran tanpa indikator
  (performance/sasaran-without-indicator).

  Skenario: Realisasi melampaui anggaran
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Program              | Anggaran (Rp) | Realisasi (Rp) | %      |
      | 1  | Program Penunjang    | 300.000.000   | 285.000.000    | 95,00  |
      | 2  | Program Pemberdayaan | 200.000.000   | 210.000.000    | 105,00 |
    Maka aturan performance/budget-over menemukan 1 temuan mayor
    Dan temuan menyatakan "sebesar 10.000.000"
    Dan temuan menunjuk baris yang memuat "Program Pemberdayaan"

  Skenario: Realisasi nol atau sama dengan anggaran
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Program              | Anggaran (Rp) | Realisasi (Rp) | %      |
      | 1  | Program Penunjang    | 300.000.000   | 300.000.000    | 100,00 |
      | 2  | Program Pemberdayaan | 200.000.000   | 0              | 0,00   |
    Maka aturan performance/budget-over tidak menemukan apa pun

  Skenario: Persentase realisasi anggaran keliru
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Program              | Anggaran (Rp) | Realisasi (Rp) | %      |
      | 1  | Program Penunjang    | 300.000.000   | 285.000.000    | 98,00  |
    Maka aturan performance/budget-over menemukan 1 temuan mayor
    Dan temuan menyatakan "adalah 95%"

  Skenario: Jumlah anggaran keliru
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No     | Program              | Anggaran (Rp) | Realisasi (Rp) | %     |
      | 1      | Program Penunjang    | 300.000.000   | 285.000.000    | 95,00 |
      | 2      | Program Pemberdayaan | 200.000.000   | 190.000.000    | 95,00 |
      | Jumlah |                      | 500.000.000   | 457.000.000    | 91,40 |
    Maka aturan performance/average-wrong menemukan 1 temuan mayor
    Dan temuan menyatakan "= 475.000.000"

  Skenario: Jumlah anggaran benar
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No     | Program              | Anggaran (Rp) | Realisasi (Rp) | %     |
      | 1      | Program Penunjang    | 300.000.000   | 285.000.000    | 95,00 |
      | 2      | Program Pemberdayaan | 200.000.000   | 190.000.000    | 95,00 |
      | Jumlah |                      | 500.000.000   | 475.000.000    | 95,00 |
    Maka aturan performance/average-wrong tidak menemukan apa pun

  Skenario: Rata-rata menyembunyikan indikator tanpa hasil
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No        | Sasaran                    | Indikator Kinerja          | Satuan | Target | Realisasi | Capaian (%) |
      | 1         | Meningkatnya mutu          | Indeks Kepuasan Masyarakat | Indeks | 80     | 84        | 105         |
      | 2         | Meningkatnya ketertiban    | Indeks ketertiban          | Indeks | 80     | 80        | 100         |
      | 3         | Meningkatnya akuntabilitas | Nilai SAKIP                | Nilai  | 70     | n/a       | n/a         |
      | Rata-rata |                            |                            |        |        |           | 102,5       |
    Maka aturan performance/average-wrong menemukan 1 temuan mayor
    Dan temuan menyatakan "1 indikator bertarget tanpa hasil"
    Dan keyakinan temuan sedang

  Skenario: Indikator ganda di bawah satu sasaran
    Dengan dokumen "PERJANJIAN KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran           | Indikator Kinerja          | Satuan | Target |
      | 1  | Meningkatnya mutu | Indeks Kepuasan Masyarakat | Indeks | 80     |
      | 2  |                   | Indeks kepuasan masyarakat | Indeks | 82     |
    Maka aturan performance/duplicate-indicator menemukan 1 temuan minor
    Dan temuan menyatakan "nomor 2"

  Skenario: Indikator yang sama untuk tahun yang berbeda
    Dengan dokumen "PERJANJIAN KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran              | Indikator Kinerja            | Satuan | Target |
      | 1  | Meningkatnya pajak   | Realisasi PBB-P2 tahun 2023  | Persen | 80     |
      | 2  |                      | Realisasi PBB-P2 tahun 2024  | Persen | 82     |
    Maka aturan performance/duplicate-indicator tidak menemukan apa pun

  Skenario: Sasaran tanpa indikator
    Dengan dokumen "PERJANJIAN KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran                 | Indikator Kinerja          | Satuan | Target |
      | 1  | Meningkatnya mutu       | Indeks Kepuasan Masyarakat | Indeks | 80     |
      | 2  | Meningkatnya ketertiban |                            |        |        |
      | 3  | Meningkatnya tata kelola | Nilai SAKIP               | Nilai  | 70     |
    Maka aturan performance/sasaran-without-indicator menemukan 1 temuan mayor
    Dan temuan menyatakan "Meningkatnya ketertiban"

  Skenario: Satu sasaran dengan beberapa indikator
    Dengan dokumen "PERJANJIAN KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran                 | Indikator Kinerja          | Satuan | Target |
      | 1  | Meningkatnya mutu       | Indeks Kepuasan Masyarakat | Indeks | 80     |
      | 2  |                         | Persentase pengaduan selesai | Persen | 95   |
      | 3  | Meningkatnya tata kelola | Nilai SAKIP               | Nilai  | 70     |
    Maka aturan performance/sasaran-without-indicator tidak menemukan apa pun
