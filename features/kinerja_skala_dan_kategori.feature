# language: id
Fitur: Skala penilaian yang bercelah atau tumpang tindih dan kategori yang tidak menurutinya
  Setiap nilai mempunyai satu kelas (performance/scale-gap), dan kategori mengikuti skala yang dinyatakan
  (performance/category-wrong). Satu celah sudah cukup untuk membuat capaian tidak berkategori.

  @aturan-KN-24
  Garis-Besar Skenario: Skala dengan satu cacat
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN TAMAN SELASIH
      TAHUN 2024

      Tabel 3.1 Skala Penilaian
      | No | Interval | Kategori |
      |---|---|---|
      | 1 | <baik> | Baik |
      | 2 | <cukup> | Cukup |
      | 3 | <kurang> | Kurang |

      Tabel 3.2 Capaian Kinerja
      | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
      |---|---|---|---|---|---|
      | 1 | Nilai IKM | Nilai | 100 | <nilai> | <nilai> |
      """
    Maka aturan performance/scale-gap menemukan 1 temuan saran
    Dan temuan menyatakan "<kondisi>"
    Dan keyakinan temuan tinggi

    Contoh:
      | baik     | cukup     | kurang | nilai  | kondisi                                                                                 |
      | 91 - 100 | 60 - 90   | < 60   | 90,50  | bercelah (di antara 90-91); capaian 90,50 jatuh pada celah itu dan tidak mempunyai kategori |
      | > 90     | 61 - 90   | <= 60  | 60,50  | bercelah (di antara 60-61); capaian 60,50 jatuh pada celah itu                           |
      | 91 - 100 | 60 - 90   | < 60   | 95,50  | di antara 90-91 tidak termasuk kelas mana pun, dan tidak ada kelas untuk capaian di atas 100 |
      | 91 - 100 | 60 - 90   | < 60   | 105,50 | di antara 90-91 tidak termasuk kelas mana pun, dan tidak ada kelas untuk capaian di atas 100 |
      | >= 91    | 60 - 90   | < 60   | 95,50  | nilai di antara 90-91 tidak termasuk kelas mana pun.                                     |
      | >= 90    | 60 - 90   | < 60   | 95,50  | tumpang tindih: nilai 90 termasuk dua kelas                                              |
      | 90 - 100 | 60 - 90   | < 60   | 105,50 | tumpang tindih: nilai 90 termasuk dua kelas                                              |
      | 91 - 100 | 60 - 90   | <= 60  | 95,50  | di antara 90-91 tidak termasuk kelas mana pun                                            |
      | > 90 - 100 | 60 - 90 | < 60   | 105,50 | berakhir pada 100, padahal ada capaian di atasnya: 105,50                                |

  @aturan-KN-24
  Garis-Besar Skenario: Skala tanpa cacat
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN TAMAN SELASIH
      TAHUN 2024

      Tabel 3.1 Skala Penilaian
      | No | Interval | Kategori |
      |---|---|---|
      | 1 | <baik> | Baik |
      | 2 | > 60 - 90 | Cukup |
      | 3 | <= 60 | Kurang |

      Tabel 3.2 Capaian Kinerja
      | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
      |---|---|---|---|---|---|
      | 1 | Nilai IKM | Nilai | 100 | <nilai> | <nilai> |
      """
    Maka aturan performance/scale-gap tidak menemukan apa pun

    Contoh:
      | baik       | nilai  |
      | > 90 - 100 | 90,50  |
      | > 90       | 105,50 |

  @aturan-KN-24 @aturan-KN-23
  Skenario: Laporan tanpa skala dan tanpa kategori
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
      | 1  | Nilai IKM         | Nilai  | 100    | 95,50     | 95,50       |
    Maka aturan performance/scale-gap tidak berlaku
    Dan aturan performance/category-wrong tidak berlaku

  @aturan-KN-23
  Garis-Besar Skenario: Kategori menurut skala dalam dokumen
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN TAMAN SELASIH
      TAHUN 2024

      Tabel 3.1 Skala Penilaian
      | No | Interval | Kategori |
      |---|---|---|
      | 1 | > 90 | Baik |
      | 2 | > 60 - 90 | Cukup |
      | 3 | <= 60 | Kurang |

      Tabel 3.2 Capaian Kinerja
      | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) | Kategori |
      |---|---|---|---|---|---|---|
      | 1 | Nilai IKM | Nilai | 100 | 80,00 | 80,00 | Baik |
      | 2 | Nilai SAKIP | Nilai | 100 | 70,00 | 70,00 | <kedua> |
      | 3 | Nilai RB | Nilai | 100 | 65,00 | 65,00 | <ketiga> |
      """
    Maka aturan performance/category-wrong menemukan <banyak> temuan minor
    Dan temuan menyatakan 'Capaian "Nilai IKM" 80,00 dikategorikan "Baik", padahal menurut skala dalam dokumen seharusnya "Cukup" ("Baik" untuk > 90)'
    Dan keyakinan temuan <keyakinan>

    Contoh:
      | kedua | ketiga | banyak | keyakinan |
      | Cukup | Cukup  | 1      | tinggi    |
      | Baik  | Cukup  | 2      | sedang    |

  @aturan-KN-23
  Skenario: Semua kategori menurut skala dalam dokumen
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN TAMAN SELASIH
      TAHUN 2024

      Tabel 3.1 Skala Penilaian
      | No | Interval | Kategori |
      |---|---|---|
      | 1 | > 90 | Baik |
      | 2 | > 60 - 90 | Cukup |
      | 3 | <= 60 | Kurang |

      Tabel 3.2 Capaian Kinerja
      | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) | Kategori |
      |---|---|---|---|---|---|---|
      | 1 | Nilai IKM | Nilai | 100 | 80,00 | 80,00 | Cukup |
      """
    Maka aturan performance/category-wrong tidak menemukan apa pun

  @aturan-KN-23
  Garis-Besar Skenario: Kategori tanpa skala dalam dokumen
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) | Kategori  |
      | 1  | Nilai IKM         | Nilai  | 100    | 60,00     | 60,00       | Tinggi    |
      | 2  | Nilai SAKIP       | Nilai  | 100    | 95,00     | 95,00       | <kedua>   |
      | 3  | Nilai RB          | Nilai  | 100    | 92,00     | 92,00       | <ketiga>  |
    Maka <hasil>

    Contoh:
      | kedua         | ketiga        | hasil                                                       |
      | Sangat Tinggi | Sangat Tinggi | aturan performance/category-wrong menemukan 1 temuan minor  |
      | Tinggi        | Sangat Rendah | aturan performance/category-wrong tidak menemukan apa pun   |

  @aturan-KN-23
  Skenario: Kategori tanpa skala dalam dokumen dibandingkan dengan Permendagri 86/2017
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) | Kategori      |
      | 1  | Nilai IKM         | Nilai  | 100    | 60,00     | 60,00       | Tinggi        |
      | 2  | Nilai SAKIP       | Nilai  | 100    | 95,00     | 95,00       | Sangat Tinggi |
    Maka aturan performance/category-wrong menemukan 1 temuan minor
    Dan temuan menyatakan 'padahal menurut skala Permendagri 86/2017 seharusnya'
    Dan temuan menyatakan "Dokumen ini tidak menyatakan skala sendiri."
    Dan keyakinan temuan sedang

  @aturan-KN-23
  Garis-Besar Skenario: Tercapai atau tidak tercapai
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) | Kategori   |
      | 1  | Nilai IKM         | Nilai  | 100    | 80,00     | 80,00       | <kategori> |
    Maka <hasil>

    Contoh:
      | kategori       | hasil                                                      |
      | Tercapai       | aturan performance/category-wrong menemukan 1 temuan minor |
      | Tidak Tercapai | aturan performance/category-wrong tidak menemukan apa pun  |

  @aturan-KN-23
  Skenario: Disebut tercapai di samping kategori yang banyak keliru
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN TAMAN SELASIH
      TAHUN 2024

      Tabel 3.1 Skala Penilaian
      | No | Interval | Kategori |
      |---|---|---|
      | 1 | > 90 | Baik |
      | 2 | > 60 - 90 | Cukup |
      | 3 | <= 60 | Kurang |

      Tabel 3.2 Capaian Kinerja
      | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) | Kategori |
      |---|---|---|---|---|---|---|
      | 1 | Nilai IKM | Nilai | 100 | 80,00 | 80,00 | Tercapai |
      | 2 | Nilai SAKIP | Nilai | 100 | 70,00 | 70,00 | Baik |
      """
    Maka aturan performance/category-wrong menemukan 2 temuan minor
    Dan temuan menyatakan 'Capaian "Nilai IKM" 80,00 dinyatakan "Tercapai", padahal kata itu untuk capaian sekurang-kurangnya 100 persen'
    Dan keyakinan temuan sedang

  @aturan-KN-23
  Skenario: Tanpa capaian tidak ada kategori yang keliru
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) | Kategori |
      | 1  | Nilai IKM         | Nilai  | 100    | n/a       | n/a         | Tinggi   |
    Maka aturan performance/category-wrong tidak berlaku
