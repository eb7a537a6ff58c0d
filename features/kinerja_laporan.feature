# language: id
Fitur: Tanggal, bagian, dan pernyataan Laporan Kinerja
  Laporan tahunan disampaikan paling lambat dua bulan setelah tahunnya berakhir (performance/report-late) dan memuat
  bagian yang diwajibkan (performance/section-missing). Pernyataannya sejalan dengan angkanya
  (performance/statement-contradicts). Dokumen lain tidak diukur dengan tenggat dan bagian laporan tahunan.

  @aturan-KN-21
  Garis-Besar Skenario: Tanggal penandatanganan laporan tahunan
    Dengan naskah
      """
      LAPORAN KINERJA TAHUN 2023

      KECAMATAN TAMAN SELASIH

      | No | Indikator Kinerja | Satuan | Target | Realisasi |
      |---|---|---|---|---|
      | 1 | Nilai IKM | Nilai | 80 | 82 |

      Taman Selasih, <tanggal>

      CAMAT TAMAN SELASIH,

      GALIH PRANAYA, S.IP., M.M.
      NIP. 19790417 200604 1 006
      """
    Maka <hasil>

    Contoh:
      | tanggal          | hasil                                                  |
      | 31 Januari 2024  | aturan performance/report-late tidak menemukan apa pun |
      | 29 Februari 2024 | aturan performance/report-late tidak menemukan apa pun |
      | 1 Maret 2024     | aturan performance/report-late menemukan 1 temuan minor |
      | 30 Januari 2025  | aturan performance/report-late menemukan 1 temuan minor |

  @aturan-KN-21
  Skenario: Keterlambatan disebut dengan tahun anggaran dan tanggalnya
    Dengan laporan kinerja lengkap
    Ketika naskah menulis "Lembah Seruni, 1 Maret 2025" sebagai ganti "Lembah Seruni, 14 Februari 2025"
    Maka aturan performance/report-late menemukan 1 temuan minor
    Dan temuan menyatakan "Laporan Kinerja tahun 2024 bertanggal 1 Maret 2025, lewat dari 2 bulan setelah tahun anggaran 2024 berakhir"
    Dan keyakinan temuan tinggi

  @aturan-KN-21 @aturan-KN-20
  Garis-Besar Skenario: Dokumen yang bukan laporan tahunan
    Dengan naskah
      """
      <judul>

      KECAMATAN TAMAN SELASIH

      BAB I PENDAHULUAN

      Kecamatan Taman Selasih melaksanakan sebagian kewenangan Bupati menurut peraturan perundang-undangan.

      | No | Indikator Kinerja | Satuan | Target | Realisasi |
      |---|---|---|---|---|
      | 1 | Nilai IKM | Nilai | 80 | 82 |

      BAB IV <bab>

      Kecamatan Taman Selasih berterima kasih kepada semua pihak yang membantu pelaksanaan program dan kegiatan.
      <tanggal>
      """
    Maka aturan performance/report-late tidak berlaku
    Dan aturan performance/section-missing tidak berlaku

    Contoh:
      | judul                                 | bab         | tanggal                       |
      | PERJANJIAN KINERJA TAHUN 2024         | PENUTUP     |                               |
      | PERJANJIAN KINERJA TAHUN 2024         | PENUTUP     | Taman Selasih, 14 Maret 2025  |
      | PERJANJIAN KINERJA                    | PENUTUP     |                               |
      | LAPORAN KINERJA TRIWULAN I TAHUN 2024 | PELAKSANAAN | Taman Selasih, 14 April 2025  |
      | LAPORAN KINERJA TRIWULAN I TAHUN 2024 | PELAKSANAAN |                               |

  @aturan-KN-21
  Skenario: Laporan tanpa tanggal penandatanganan
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja | Satuan | Target | Realisasi |
      | 1  | Nilai IKM         | Nilai  | 80     | 82        |
    Maka aturan performance/report-late tidak dapat dinilai karena "Tanggal penandatanganan laporan tidak ditemukan"

  @aturan-KN-21
  Skenario: Laporan tanpa tahun
    Dengan dokumen "LAPORAN KINERJA" dengan tabel
      | No | Indikator Kinerja | Satuan | Target | Realisasi |
      | 1  | Nilai IKM         | Nilai  | 80     | 82        |
    Maka aturan performance/report-late tidak dapat dinilai karena "Tahun laporan tidak terbaca."

  @aturan-KN-20
  Skenario: Lembar tabel tanpa uraian tidak dinilai bagiannya
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja | Satuan | Target | Realisasi |
      | 1  | Nilai IKM         | Nilai  | 80     | 82        |
    Maka aturan performance/section-missing tidak berlaku

  @aturan-KN-20
  Skenario: Laporan utuh yang hanya memuat capaian
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN TAMAN SELASIH TAHUN 2024

      BAB I PENDAHULUAN

      Kecamatan Taman Selasih melaksanakan sebagian kewenangan Bupati menurut peraturan perundang-undangan.

      BAB III AKUNTABILITAS KINERJA

      | No | Indikator Kinerja | Satuan | Target | Realisasi |
      |---|---|---|---|---|
      | 1 | Nilai IKM | Nilai | 80 | 82 |

      BAB IV PENUTUP

      Kecamatan Taman Selasih berterima kasih kepada semua pihak yang membantu pelaksanaan program dan kegiatan.
      """
    Maka aturan performance/section-missing menemukan 1 temuan minor
    Dan temuan menyatakan "Laporan Kinerja belum memuat: perencanaan atau ringkasan perjanjian kinerja; perbandingan realisasi dengan tahun-tahun sebelumnya"
    Dan temuan menyatakan "realisasi anggaran."

  @aturan-KN-07
  Garis-Besar Skenario: Pernyataan naik, turun, dan tetap yang bertentangan dengan angkanya
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN MUARA KENANGA TAHUN 2024

      Nilai SAKIP tahun 2024 sebesar <kini> <gerak> dengan tahun 2023 sebesar 63,40.
      """
    Maka aturan performance/statement-contradicts menemukan 1 temuan mayor
    Dan temuan menyatakan "<kondisi> (2023: 63,40; 2024: <kini>)"
    Dan keyakinan temuan tinggi

    Contoh:
      | kini  | gerak                    | kondisi              |
      | 63,40 | naik dibandingkan        | Angkanya tidak naik  |
      | 61,20 | naik dibandingkan        | Angkanya tidak naik  |
      | 63,40 | menurun dibandingkan     | Angkanya tidak turun |
      | 65,10 | menurun dibandingkan     | Angkanya tidak turun |
      | 65,10 | tidak berubah dibandingkan | Angkanya berubah   |
      | 61,20 | tidak berubah dibandingkan | Angkanya berubah   |

  @aturan-KN-07
  Garis-Besar Skenario: Pernyataan naik, turun, dan tetap yang benar
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN MUARA KENANGA TAHUN 2024

      Nilai SAKIP tahun 2024 sebesar <kini> <gerak> dengan tahun 2023 sebesar 63,40.
      """
    Maka aturan performance/statement-contradicts tidak menemukan apa pun

    Contoh:
      | kini  | gerak                      |
      | 65,10 | naik dibandingkan          |
      | 61,20 | menurun dibandingkan       |
      | 63,40 | tidak berubah dibandingkan |

  @aturan-KN-07
  Garis-Besar Skenario: Pernyataan tentang target dan nilai di samping tabel yang bertentangan
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN MUARA KENANGA TAHUN 2024

      | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
      |----|-------------------|--------|--------|-----------|-------------|
      | 1 | Nilai SAKIP | Nilai | 72,00 | <nilai> | <capaian> |
      | 2 | Persentase desa mandiri | % | 60 | <desa> | <capaian2> |

      <uraian>
      """
    Maka aturan performance/statement-contradicts menemukan 1 temuan mayor
    Dan temuan menyatakan '<kondisi>'
    Dan keyakinan temuan <keyakinan>

    Contoh:
      | nilai | capaian | desa | capaian2 | uraian                                   | keyakinan | kondisi                                     |
      | 64,80 | 90,00   | 60   | 100,00   | Nilai SAKIP telah mencapai target.       | sedang    | Uraian menyatakan target tercapai: "Nilai SAKIP telah mencapai target." Menurut angkanya target belum tercapai |
      | 79,20 | 110,00  | 60   | 100,00   | Nilai SAKIP tidak mencapai target.       | sedang    | Uraian menyatakan target tidak tercapai: "Nilai SAKIP tidak mencapai target." Menurut angkanya target tercapai |
      | 79,20 | 110,00  | 60   | 100,00   | Nilai SAKIP tahun 2024 sebesar 70,80.    | tinggi    | berbeda dengan tabel untuk "Nilai SAKIP": uraian 70,80; tabel realisasi 2024: 79,20 |
      | 79,20 | 110,00  | n/a  | n/a      | Seluruh indikator telah mencapai target. | sedang    | padahal ada indikator tanpa realisasi (Persentase desa mandiri: target 60; realisasi n/a) |

  @aturan-KN-07
  Garis-Besar Skenario: Pernyataan tentang target dan nilai yang sejalan dengan tabel
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN MUARA KENANGA TAHUN 2024

      | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
      |----|-------------------|--------|--------|-----------|-------------|
      | 1 | Nilai SAKIP | Nilai | 72,00 | <nilai> | <capaian> |
      | 2 | Persentase desa mandiri | % | 60 | 60 | 100,00 |

      <uraian>
      """
    Maka aturan performance/statement-contradicts tidak menemukan apa pun

    Contoh:
      | nilai | capaian | uraian                                |
      | 79,20 | 110,00  | Nilai SAKIP telah mencapai target.    |
      | 64,80 | 90,00   | Nilai SAKIP tidak mencapai target.    |
      | 79,20 | 110,00  | Nilai SAKIP tahun 2024 sebesar 79,20. |
      | 79,20 | 110,00  | Rata-rata capaian di atas 90%.        |

  @aturan-KN-07
  Skenario: Dua tabel dengan angka yang berbeda
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN MUARA KENANGA TAHUN 2024

      Tabel 2.1 Perjanjian Kinerja

      | No | Indikator Kinerja | Satuan | Target |
      |----|-------------------|--------|--------|
      | 1 | Nilai SAKIP | Nilai | 72,00 |

      Tabel 3.1 Capaian Kinerja

      | No | Indikator Kinerja | Satuan | Target | Realisasi |
      |----|-------------------|--------|--------|-----------|
      | 1 | Nilai SAKIP | Nilai | 70,00 | 71,40 |
      """
    Maka aturan performance/statement-contradicts menemukan 1 temuan mayor
    Dan temuan menyatakan 'Angka yang sama berbeda pada dua tabel untuk "Nilai SAKIP"'
    Dan keyakinan temuan tinggi
