# language: id
Fitur: Kepala tabel, nomor kolom, sumber data, dan penanggung jawab
  Nomor kolom mengikuti judul kolom, dan formulir pengumpulan data menyebut sumber data dan penanggung jawabnya
  (performance/header-mismatch, performance/source-missing, performance/owner-missing). Tabel kinerja mempunyai isi
  (performance/table-empty).

  @aturan-KN-04
  Garis-Besar Skenario: Nomor kolom tidak sejalan dengan judul kolom
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran           | Indikator Kinerja | Satuan | Target | Realisasi | <judul7> |
      | 1  | 2                 | 3                 | <n4>   | <n5>   | <n6>      | <n7>     |
      | 1  | Meningkatnya mutu | Nilai IKM         | Nilai  | 80     | 82        |          |
    Maka aturan performance/header-mismatch menemukan 1 temuan minor
    Dan temuan menyatakan '<kondisi>'
    Dan keyakinan temuan <keyakinan>

    Contoh:
      | judul7 | n4 | n5 | n6 | n7 | keyakinan | kondisi                                                                  |
      | Ket    | 4  | 5  | 6  |    | tinggi    | memuat 7 judul kolom, tetapi nomor kolomnya hanya 1-6; kolom "Ket" tidak bernomor |
      |        | 4  | 5  | 6  | 7  | sedang    | memuat 6 judul kolom dan nomor kolom 1-7; nomor "7" tidak mempunyai judul kolom |
      | Ket    | 5  | 6  | 7  | 8  | tinggi    | (1-8) tidak berurutan pada nomor "5"                                     |

  @aturan-KN-04
  Garis-Besar Skenario: Formulir pengumpulan data dengan dan tanpa sumber data dan penanggung jawab
    Dengan dokumen "FORMULIR PENGUMPULAN DATA KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran           | Indikator Kinerja  | Satuan | Target | Realisasi | <kolom7> |
      | 1  | Meningkatnya mutu | Luas lahan terdata | ha     | 80     | 82        | <isi7>   |
    Maka <hasil>

    Contoh:
      | kolom7           | isi7             | hasil                                                           |
      | Ket              | -                | aturan performance/header-mismatch menemukan 1 temuan minor     |
      | Sumber Data      | Survei           | aturan performance/header-mismatch tidak menemukan apa pun      |
      | Penanggung Jawab | Kasi Pemerintahan | aturan performance/header-mismatch tidak menemukan apa pun     |
      | Sumber Data      | Survei           | aturan performance/source-missing tidak menemukan apa pun       |
      | Sumber Data      | Survei           | aturan performance/owner-missing menemukan 1 temuan minor       |
      | Penanggung Jawab | Kasi Pemerintahan | aturan performance/source-missing menemukan 1 temuan minor     |
      | Penanggung Jawab | Kasi Pemerintahan | aturan performance/owner-missing tidak menemukan apa pun       |
      | Ket              | -                | aturan performance/source-missing tidak berlaku                 |
      | Ket              | -                | aturan performance/owner-missing tidak berlaku                  |

  @aturan-KN-04
  Skenario: Kekurangan formulir pengumpulan data disebut
    Dengan dokumen "FORMULIR PENGUMPULAN DATA KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran           | Indikator Kinerja  | Satuan | Target | Realisasi |
      | 1  | Meningkatnya mutu | Luas lahan terdata | ha     | 80     | 82        |
    Maka aturan performance/header-mismatch menemukan 1 temuan minor
    Dan temuan menyatakan "tidak memuat kolom sumber data dan penanggung jawab."
    Dan keyakinan temuan sedang

  @aturan-KN-04
  Skenario: Nomor kolom yang keliru disebut lebih dahulu daripada kolom yang kurang
    Dengan dokumen "FORMULIR PENGUMPULAN DATA KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran           | Indikator Kinerja  | Satuan | Target | Realisasi |
      | 1  | 2                 | 3                  | 5      | 6      | 7         |
      | 1  | Meningkatnya mutu | Luas lahan terdata | ha     | 80     | 82        |
    Maka aturan performance/header-mismatch menemukan 1 temuan minor
    Dan temuan menyatakan "tidak berurutan"

  @aturan-KN-04
  Garis-Besar Skenario: Satuan target dan realisasi tidak disebut di mana pun
    Dengan dokumen "<judul>" dengan tabel
      | No | Sasaran           | Indikator Kinerja   | <target> | <kolom>     |
      | 1  | Meningkatnya mutu | Mutu jalan desa     | 80       | <isi>       |
      | 2  | Meningkatnya mutu | Mutu jembatan desa  | 60       | <isi>       |
    Maka <hasil>

    Contoh:
      | judul                         | target     | kolom     | isi | hasil                                                       |
      | LAPORAN KINERJA TAHUN 2024    | Target     | Realisasi | 55  | aturan performance/header-mismatch menemukan 1 temuan minor |
      | LAPORAN KINERJA TAHUN 2024    | Target (%) | Realisasi | 55  | aturan performance/header-mismatch tidak menemukan apa pun  |
      | PERJANJIAN KINERJA TAHUN 2024 | Target     | Ket       | -   | aturan performance/header-mismatch tidak menemukan apa pun  |

  @aturan-KN-04
  Skenario: Kekurangan satuan disebut
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran           | Indikator Kinerja   | Target | Realisasi |
      | 1  | Meningkatnya mutu | Mutu jalan desa     | 80     | 75        |
      | 2  | Meningkatnya mutu | Mutu jembatan desa  | 60     | 66        |
    Maka aturan performance/header-mismatch menemukan 1 temuan minor
    Dan temuan menyatakan "tidak memuat kolom satuan, dan satuan target serta realisasinya juga tidak terbaca"
    Dan keyakinan temuan sedang

  @aturan-KN-19
  Skenario: Formulir pengumpulan data tanpa kolom sumber data
    Dengan dokumen "FORMULIR PENGUMPULAN DATA KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran           | Indikator Kinerja  | Satuan | Target | Realisasi | Penanggung Jawab |
      | 1  | Meningkatnya mutu | Luas lahan terdata | ha     | 80     | 82        | Kasi Pemerintahan |
    Maka aturan performance/source-missing menemukan 1 temuan minor
    Dan temuan menyatakan "tidak memuat kolom sumber data."
    Dan keyakinan temuan sedang

  @aturan-KN-22
  Skenario: Formulir pengumpulan data tanpa kolom penanggung jawab
    Dengan dokumen "FORMULIR PENGUMPULAN DATA KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran           | Indikator Kinerja  | Satuan | Target | Realisasi | Sumber Data |
      | 1  | Meningkatnya mutu | Luas lahan terdata | ha     | 80     | 82        | Survei      |
    Maka aturan performance/owner-missing menemukan 1 temuan minor
    Dan temuan menyatakan "tidak memuat kolom penanggung jawab."
    Dan keyakinan temuan sedang

  @aturan-KN-19 @aturan-KN-22
  Skenario: Kedua kolom kosong seluruhnya
    Dengan dokumen "FORMULIR PENGUMPULAN DATA KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran           | Indikator Kinerja  | Satuan | Target | Realisasi | Sumber Data | Penanggung Jawab |
      | 1  | Meningkatnya mutu | Luas lahan terdata | ha     | 80     | 82        |             |                  |
      | 2  | Meningkatnya mutu | Jumlah desa tertib | Desa   | 80     | 82        | -           |                  |
    Maka aturan performance/source-missing menemukan 1 temuan minor
    Dan temuan menyatakan 'Kolom "Sumber Data"'
    Dan temuan menyatakan "kosong pada semua 2 baris indikator"
    Dan keyakinan temuan tinggi
    Dan aturan performance/owner-missing menemukan 1 temuan minor
    Dan temuan menyatakan "kosong pada semua 2 baris indikator"
    Dan keyakinan temuan tinggi

  @aturan-KN-19 @aturan-KN-22
  Skenario: Kedua kolom kosong sebagian
    Dengan dokumen "FORMULIR PENGUMPULAN DATA KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran             | Indikator Kinerja  | Satuan | Target | Realisasi | Sumber Data  | Penanggung Jawab |
      | 1  | Meningkatnya mutu   | Luas lahan terdata | ha     | 80     | 82        | Survei       |                  |
      | 2  | Meningkatnya tertib | Jumlah desa tertib | Desa   | 80     | 82        | -            | Kasi Trantib     |
    Maka aturan performance/source-missing menemukan 1 temuan minor
    Dan temuan menyatakan "tidak diisi untuk 1 dari 2 indikator (baris 2)"
    Dan keyakinan temuan sedang
    Dan aturan performance/owner-missing menemukan 1 temuan minor
    Dan temuan menyatakan "tidak diisi untuk 1 dari 2 indikator (baris 1)"
    Dan keyakinan temuan sedang

  @aturan-KN-19 @aturan-KN-22
  Garis-Besar Skenario: Tabel hasil cukup dengan salah satu kolom
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran           | Indikator Kinerja  | Satuan | Target | Realisasi | <kolom> |
      | 1  | Meningkatnya mutu | Luas lahan terdata | ha     | 80     | 82        | <isi>   |
    Maka aturan <dinilai> tidak menemukan apa pun
    Dan aturan <lainnya> tidak berlaku

    Contoh:
      | kolom            | isi               | dinilai                    | lainnya                    |
      | Sumber Data      | Survei            | performance/source-missing | performance/owner-missing  |
      | Penanggung Jawab | Kasi Pemerintahan | performance/owner-missing  | performance/source-missing |

  @aturan-KN-01
  Skenario: Tabel kosong yang bukan tabel capaian
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN TAMAN SELASIH
      TAHUN 2024

      | No | Indikator Kinerja | Satuan | Formula |
      |---|---|---|---|

      Demikian laporan ini disusun.
      """
    Maka aturan performance/table-empty tidak berlaku
    Dan aturan performance/header-mismatch tidak berlaku

  @aturan-KN-01
  Skenario: Tabel kosong di samping tabel yang terisi
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN TAMAN SELASIH
      TAHUN 2024

      | No | Indikator Kinerja | Satuan | Target | Realisasi |
      |---|---|---|---|---|
      | 1 | Nilai IKM | Nilai | 80 | 82 |

      | No | Sasaran | Indikator Kinerja | Satuan | Target |
      |---|---|---|---|---|

      Demikian laporan ini disusun.
      """
    Maka aturan performance/table-empty menemukan 1 temuan minor
    Dan temuan menyatakan "hanya memuat judul kolom, tanpa baris isian"

  @aturan-KN-01
  Skenario: Tabel yang terisi
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja | Satuan | Target | Realisasi |
      | 1  | Nilai IKM         | Nilai  | 80     | 82        |
    Maka aturan performance/table-empty tidak menemukan apa pun

  @aturan-KN-01
  Skenario: Berkas terpotong dalam tabel yang sudah berbaris
    Dengan naskah
      """
      LAPORAN KINERJA TAHUN 2024

      KECAMATAN TAMAN SELASIH

      No Indikator Kinerja Satuan Target Realisasi Capaian
      1 Persentase desa tertib % 80 78 97,50 2 Persentase penurunan nilai
      """
    Maka aturan performance/table-empty tidak menemukan apa pun

  @aturan-KN-01
  Skenario: Berkas terpotong dan salah satu tabelnya belum berbaris
    Dengan naskah
      """
      LAPORAN KINERJA TAHUN 2024

      KECAMATAN TAMAN SELASIH

      | No | Sasaran | Indikator Kinerja | Satuan | Target | Realisasi |
      |---|---|---|---|---|---|

      Tabel berikutnya memuat capaian.

      No Indikator Kinerja Satuan Target Realisasi Capaian
      1 Persentase desa tertib % 80 78 97,50 2 Persentase penurunan nilai
      """
    Maka aturan performance/table-empty tidak dapat dinilai karena "barisnya mungkin terpotong"
