# language: id
Fitur: Target, realisasi, dan capaian per indikator
  Setiap target yang periodenya berakhir memiliki realisasi, dan capaian mengikuti keduanya. Indikator makin rendah
  makin baik dihitung dengan rumus terbalik; angka 125% dari 12 menjadi 9 memang benar.

  Skenario: Target tanpa realisasi
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Realisasi | Capaian (%) |
      | 1  | Nilai SAKIP         | Nilai  | 72,00  | n/a       | n/a         |
      | 2  | Jumlah desa terbina | Desa   | 12     | 12        | 100,00      |
    Maka aturan performance/realization-missing menemukan 1 temuan mayor
    Dan temuan menunjuk baris yang memuat "Nilai SAKIP"
    Dan temuan menyatakan "bertarget 72,00 Nilai"

  Skenario: Keterangan di samping realisasi yang belum ada ikut dikutip
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Realisasi | Keterangan         |
      | 1  | Nilai SAKIP         | Nilai  | 72,00  | -         | Belum terbit LHE   |
      | 2  | Jumlah desa terbina | Desa   | 12     | 12        |                    |
    Maka aturan performance/realization-missing menemukan 1 temuan mayor
    Dan temuan menyatakan "Belum terbit LHE"

  Skenario: Setiap target sudah ada realisasinya
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Realisasi |
      | 1  | Nilai SAKIP         | Nilai  | 72,00  | 0         |
      | 2  | Jumlah desa terbina | Desa   | 12     | 12        |
    Maka aturan performance/realization-missing tidak menemukan apa pun

  Skenario: Tahun yang masih berjalan belum memerlukan realisasi
    Dengan dokumen "PENGUKURAN KINERJA TAHUN 2026" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Realisasi |
      | 1  | Nilai SAKIP         | Nilai  | 72,00  | -         |
      | 2  | Jumlah desa terbina | Desa   | 12     | 1         |
    Maka aturan performance/realization-missing tidak berlaku

  Skenario: Pada hari terakhir tahun itu realisasinya sudah harus ada
    Dengan dokumen "PENGUKURAN KINERJA TAHUN 2026" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Realisasi |
      | 1  | Nilai SAKIP         | Nilai  | 72,00  | -         |
      | 2  | Jumlah desa terbina | Desa   | 12     | 12        |
    Ketika dokumen diperiksa pada "2026-12-31"
    Maka aturan performance/realization-missing menemukan 1 temuan mayor

  Skenario: Realisasi tanpa target
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja    | Satuan   | Target | Realisasi | Capaian (%) |
      | 1  | Jumlah kelompok tani | Kelompok | -      | 12        | -           |
      | 2  | Jumlah desa terbina  | Desa     | 12     | 12        | 100,00      |
    Maka aturan performance/target-missing menemukan 1 temuan mayor
    Dan temuan menunjuk baris yang memuat "Jumlah kelompok tani"

  Skenario: Tidak ditargetkan dan tidak ada realisasinya
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja    | Satuan   | Target | Realisasi | Capaian (%) |
      | 1  | Jumlah kelompok tani | Kelompok | -      | nihil     | -           |
      | 2  | Jumlah desa terbina  | Desa     | 12     | 12        | 100,00      |
    Maka aturan performance/target-missing tidak menemukan apa pun

  Skenario: Rumus terbalik pada indikator yang makin tinggi makin baik
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja         | Satuan | Target | Realisasi | Capaian (%) |
      | 1  | Indeks Kepuasan Masyarakat | Indeks | 80,00  | 72,00     | 110,00      |
    Maka aturan performance/capaian-wrong menemukan 1 temuan mayor
    Dan temuan menyatakan "72,00 / 80,00 × 100% = 90,00%"

  Skenario: Rumus terbalik pada indikator makin kecil makin baik
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja                           | Satuan   | Target | Realisasi | Capaian (%) |
      | 1  | Jumlah gangguan (makin kecil makin baik)    | Kejadian | 12     | 9         | 125,00      |
      | 2  | Jumlah kecelakaan (makin kecil makin baik)  | Kejadian | 12     | 9         | 133,33      |
    Maka aturan performance/capaian-wrong tidak menemukan apa pun
    Dan aturan performance/polarity-wrong tidak menemukan apa pun

  Skenario: Realisasi dibagi target pada indikator yang dinyatakan makin kecil makin baik
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja                        | Satuan   | Target | Realisasi | Capaian (%) |
      | 1  | Jumlah gangguan (makin kecil makin baik) | Kejadian | 12     | 15        | 125,00      |
    Maka aturan performance/polarity-wrong menemukan 1 temuan mayor
    Dan aturan performance/capaian-wrong tidak menemukan apa pun

  Skenario: Persentase di luar rentang
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja                          | Satuan | Target | Realisasi | Capaian (%) |
      | 1  | Persentase pengaduan yang ditindaklanjuti  | %      | 100    | 105       | 105,00      |
    Maka aturan performance/value-invalid menemukan 1 temuan mayor

  Skenario: Pertumbuhan boleh negatif
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja           | Satuan | Target | Realisasi | Capaian (%) |
      | 1  | Persentase pertumbuhan PAD  | %      | 10     | -2        | -20,00      |
    Maka aturan performance/value-invalid tidak menemukan apa pun

  Skenario: Satuan kosong
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja    | Satuan | Target | Realisasi |
      | 1  | Luas lahan terdata   |        | 120    | 120       |
      | 2  | Jumlah desa terbina  | Desa   | 12     | 12        |
    Maka aturan performance/unit-missing menemukan 1 temuan minor

  Skenario: Satuan tercetak di samping angkanya
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja    | Satuan | Target  | Realisasi |
      | 1  | Luas lahan terdata   |        | 120 ha  | 120 ha    |
      | 2  | Jumlah desa terbina  | Desa   | 12      | 12        |
    Maka aturan performance/unit-missing tidak menemukan apa pun

  Skenario: Target tidak tercapai tanpa keterangan
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja    | Satuan | Target | Realisasi | Capaian (%) | Keterangan |
      | 1  | Jumlah desa terbina  | Desa   | 12     | 9         | 75,00       |            |
    Maka aturan performance/shortfall-unexplained menemukan 1 temuan minor

  Skenario: Target tidak tercapai dengan keterangan
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja    | Satuan | Target | Realisasi | Capaian (%) | Keterangan              |
      | 1  | Jumlah desa terbina  | Desa   | 12     | 9         | 75,00       | Tiga desa terkena banjir |
    Maka aturan performance/shortfall-unexplained tidak menemukan apa pun

  Skenario: Jauh di atas target tanpa keterangan
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja    | Satuan | Target | Realisasi | Capaian (%) | Keterangan |
      | 1  | Jumlah desa terbina  | Desa   | 10     | 13        | 130,00      | -          |
    Maka aturan performance/over-unexplained menemukan 1 temuan saran

  Skenario: Tepat 120 persen
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja    | Satuan | Target | Realisasi | Capaian (%) | Keterangan |
      | 1  | Jumlah desa terbina  | Desa   | 10     | 12        | 120,00      | -          |
    Maka aturan performance/over-unexplained tidak menemukan apa pun
