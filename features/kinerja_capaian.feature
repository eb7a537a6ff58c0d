# language: id
@aturan-KN-05
Fitur: Capaian yang tidak mengikuti target dan realisasinya
  Capaian dihitung kembali dari angka yang tercetak (performance/capaian-wrong). Temuan menyebutkan rumus mana yang
  cocok dengan angka yang tertulis, atau bahwa angka itu tersalin, belum dikalikan seratus, atau dibatasi.

  Garis-Besar Skenario: Selisih lebih dari setengah poin persentase adalah salah hitung
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Realisasi | Capaian (%) |
      | 1  | Jumlah desa terbina | Desa   | 100    | 80        | <capaian>   |
    Maka aturan performance/capaian-wrong menemukan 1 temuan mayor
    Dan temuan mengutip "<capaian>"
    Dan temuan menyatakan "80 / 100 × 100% = 80,00%. Selisihnya <selisih> poin persentase"
    Dan temuan menyatakan "toleransi 50/100 poin"
    Dan keyakinan temuan tinggi

    Contoh:
      | capaian | selisih |
      | 80,51   | 0,51    |
      | 79,49   | 0,51    |
      | 85,00   | 5,00    |

  Garis-Besar Skenario: Selisih sampai setengah poin persentase masih pembulatan
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Realisasi | Capaian (%) |
      | 1  | Jumlah desa terbina | Desa   | 100    | 80        | <capaian>   |
    Maka aturan performance/capaian-wrong tidak menemukan apa pun

    Contoh:
      | capaian |
      | 80,50   |
      | 79,50   |
      | 80,00   |

  Garis-Besar Skenario: Angka yang tertulis cocok dengan rumus lain
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
      | 1  | Nilai SAKIP       | Nilai  | 80,00  | 64,00     | <capaian>   |
    Maka aturan performance/capaian-wrong menemukan 1 temuan mayor
    Dan temuan menyatakan "Angka itu cocok dengan rumus lain: <rumus>"
    Dan keyakinan temuan tinggi

    Contoh:
      | capaian | rumus                                                                         |
      | 120,00  | (2 × Target − Realisasi) / Target × 100% = (2 × 80,00 − 64,00) / 80,00 × 100% |
      | 125,00  | Target / Realisasi × 100% = 80,00 / 64,00 × 100% = 125,00%                    |

  Skenario: Realisasi dibagi target padahal rumus lain dicantumkan
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja          | Satuan   | Formula                                         | Target | Realisasi | Capaian (%) |
      | 1  | Jumlah gangguan ketertiban | Kejadian | (Target - (Realisasi - Target)) / Target x 100% | 12     | 15        | 125,00      |
    Maka aturan performance/capaian-wrong menemukan 1 temuan mayor
    Dan temuan menyatakan "Angka itu cocok dengan rumus lain: Realisasi / Target × 100% = 15 / 12 × 100% = 125,00%"

  Garis-Besar Skenario: Selisih target dan realisasi dibagi target hanya dipakai bila dinyatakan
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja | Satuan   | Target | Realisasi | Capaian (%) |
      | 1  | <indikator>       | Kejadian | 12     | 9         | 25,00       |
    Maka aturan performance/capaian-wrong menemukan 1 temuan mayor
    Dan temuan menyatakan "(12 − 9) / 12 × 100% = 25,00%; rumus ini bernilai 0% bila realisasi tepat sama dengan target"
    Dan keyakinan temuan sedang

    Contoh:
      | indikator                                |
      | Jumlah gangguan (makin kecil makin baik) |
      | Lama waktu penanganan bencana            |

  Skenario: Rasio di antara persentase
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Realisasi | Capaian (%) |
      | 1  | Nilai SAKIP         | Nilai  | 80,00  | 64,00     | 0,80        |
      | 2  | Jumlah desa terbina | Desa   | 12     | 12        | 100,00      |
      | 3  | Jumlah desa tertib  | Desa   | 12     | 6         | 50,00       |
    Maka aturan performance/capaian-wrong menemukan 1 temuan mayor
    Dan temuan menyatakan "Yang tertulis adalah rasionya, belum dikalikan 100%."
    Dan keyakinan temuan tinggi

  Skenario: Rasio pada seluruh kolom adalah cara menulis, bukan salah hitung
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Realisasi | Capaian |
      | 1  | Nilai SAKIP         | Nilai  | 80,00  | 64,00     | 0,80    |
      | 2  | Jumlah desa terbina | Desa   | 12     | 12        | 1,00    |
      | 3  | Jumlah desa tertib  | Desa   | 12     | 6         | 0,50    |
    Maka aturan performance/capaian-wrong tidak menemukan apa pun

  Skenario: Realisasi tersalin sebagai capaian
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Realisasi | Capaian (%) |
      | 1  | Nilai SAKIP         | Nilai  | 80,00  | 64,00     | 64,00       |
      | 2  | Jumlah desa terbina | Desa   | 12     | 12        | 100,00      |
    Maka aturan performance/capaian-wrong menemukan 1 temuan mayor
    Dan temuan menyatakan "Yang tertulis sama dengan angka realisasinya. Selisihnya 16,00 poin persentase"
    Dan keyakinan temuan tinggi

  Skenario: Capaian dibatasi seratus padahal indikator lain melampauinya
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Realisasi | Capaian (%) |
      | 1  | Nilai SAKIP         | Nilai  | 80,00  | 88,00     | 100,00      |
      | 2  | Jumlah desa terbina | Desa   | 10     | 12        | 120,00      |
    Maka aturan performance/capaian-wrong menemukan 1 temuan minor
    Dan temuan menyatakan "Mungkin capaian dibatasi, tetapi indikator lain dalam tabel ini melampaui batas itu."
    Dan keyakinan temuan sedang

  Skenario: Capaian dibatasi seratus tanpa ketentuan tentang batas itu
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Realisasi | Capaian (%) |
      | 1  | Nilai SAKIP         | Nilai  | 80,00  | 88,00     | 100,00      |
      | 2  | Jumlah desa terbina | Desa   | 10     | 8         | 80,00       |
    Maka aturan performance/capaian-wrong menemukan 1 temuan saran
    Dan temuan menyatakan "Mungkin capaian dibatasi, tetapi ketentuan tentang batas itu tidak ditemukan."
    Dan keyakinan temuan rendah

  Skenario: Capaian dibatasi seratus menurut ketentuan dalam laporan
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN TAMAN SELASIH TAHUN 2024

      Capaian kinerja dihitung paling tinggi 100 persen.

      | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
      |----|-------------------|--------|--------|-----------|-------------|
      | 1 | Nilai SAKIP | Nilai | 80,00 | 88,00 | 100,00 |
      | 2 | Jumlah desa terbina | Desa | 10 | 8 | 80,00 |
      """
    Maka aturan performance/capaian-wrong tidak menemukan apa pun

  Skenario: Semua capaian di atas seratus ditulis seratus
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Realisasi | Capaian (%) |
      | 1  | Nilai SAKIP         | Nilai  | 80,00  | 88,00     | 100,00      |
      | 2  | Jumlah desa terbina | Desa   | 10     | 13        | 100,00      |
      | 3  | Jumlah desa tertib  | Desa   | 10     | 8         | 80,00       |
    Maka aturan performance/capaian-wrong tidak menemukan apa pun

  Skenario: Rumus yang berlawanan dengan arah yang dinyatakan diperiksa aturan lain
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja                     | Satuan | Target | Realisasi | Capaian (%) |
      | 1  | Nilai SAKIP (makin tinggi makin baik) | Nilai  | 80,00  | 64,00     | 120,00      |
    Maka aturan performance/capaian-wrong tidak menemukan apa pun
    Dan aturan performance/polarity-wrong menemukan 1 temuan mayor

  Skenario: Capaian belum diisi
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
      | 1  | Nilai SAKIP       | Nilai  | 80,00  | 64,00     | -           |
    Maka aturan performance/capaian-wrong tidak berlaku
    Dan aturan performance/polarity-wrong tidak berlaku

  Skenario: Tabel yang kehilangan kolomnya tidak dapat dihitung kembali
    Dengan naskah
      """
      LAPORAN KINERJA TAHUN 2024

      KECAMATAN TAMAN SELASIH

      No Sasaran Indikator Kinerja Satuan Target Realisasi Capaian (%)
      1 Meningkatnya mutu pelayanan Indeks Kepuasan Masyarakat Indeks 80,00 72,00 97,50
      2 Meningkatnya akuntabilitas Nilai SAKIP Nilai 70,00 63,00 98,00
      """
    Maka aturan performance/capaian-wrong tidak dapat dinilai karena "Tata letak berkas tidak menunjukkan dengan pasti target dan realisasi"
    Dan aturan performance/polarity-wrong tidak dapat dinilai karena "Tata letak berkas tidak menunjukkan dengan pasti target dan realisasi"
