# language: id
Fitur: Realisasi, target, satuan, dan angka yang terisi
  Setiap target yang tahunnya telah berakhir berealisasi (performance/realization-missing), setiap realisasi bertarget
  (performance/target-missing), setiap indikator bersatuan (performance/unit-missing), dan setiap angka mungkin benar
  (performance/value-invalid). Yang tidak terbaca tidak dinilai, dan keterangan di sampingnya ikut disebut.

  @aturan-KN-02
  Garis-Besar Skenario: Realisasi yang belum ada menurut tahun, isi sel, dan keterangannya
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Realisasi   | Keterangan   |
      | 1  | Jumlah desa terbina | Desa   | 100    | <realisasi> | <keterangan> |
      | 2  | Jumlah desa tertib  | Desa   | 100    | 70          |              |
    Maka aturan performance/realization-missing menemukan 1 temuan mayor
    Dan temuan menyatakan '<kondisi>'

    Contoh:
      | realisasi | keterangan         | kondisi                                                     |
      | n/a       | Menunggu rilis BPS | tertulis "n/a" dan diterangkan "Menunggu rilis BPS"         |
      |           | Menunggu rilis BPS | realisasinya kosong dan diterangkan "Menunggu rilis BPS"    |
      | n/a       |                    | realisasinya tertulis "n/a" tanpa keterangan di sampingnya  |
      |           |                    | periodenya telah berakhir, tetapi realisasinya kosong.      |

  @aturan-KN-02
  Skenario: Sel kosong yang hanya diterangkan dalam uraian laporan
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN TAMAN SELASIH TAHUN 2024

      BAB III AKUNTABILITAS KINERJA

      Pembinaan desa terbina belum terdata karena petugas pendata baru ditetapkan pada akhir tahun berjalan.

      Survei desa tertib dilaksanakan setiap semester bersama Bappeda dan hasilnya disampaikan kepada Bupati.

      | No | Indikator Kinerja | Satuan | Target | Realisasi |
      |----|-------------------|--------|--------|-----------|
      | 1 | Jumlah desa terbina | Desa | 100 | n/a |
      | 2 | Jumlah desa tertib | Desa | 100 | 70 |
      """
    Maka aturan performance/realization-missing menemukan 1 temuan mayor
    Dan temuan menyatakan 'realisasinya tertulis "n/a" tanpa keterangan di sampingnya'

  @aturan-KN-02
  Skenario: Formulir tanpa tahun yang sudah mulai diisi
    Dengan dokumen "FORMULIR PENGUMPULAN DATA KINERJA" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Realisasi |
      | 1  | Jumlah desa terbina | Desa   | 100    |           |
      | 2  | Jumlah desa tertib  | Desa   | 100    | 70        |
    Maka aturan performance/realization-missing menemukan 1 temuan mayor
    Dan temuan menunjuk baris yang memuat "Jumlah desa terbina"

  @aturan-KN-02
  Skenario: Formulir tanpa tahun yang belum diisi sama sekali
    Dengan dokumen "FORMULIR PENGUMPULAN DATA KINERJA" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Realisasi |
      | 1  | Jumlah desa terbina | Desa   | 100    |           |
      | 2  | Jumlah desa tertib  | Desa   | 100    |           |
    Maka aturan performance/realization-missing tidak dapat dinilai karena "Tahun data tidak tercantum dan seluruh realisasi kosong"

  @aturan-KN-02
  Skenario: Formulir tanpa tahun, tanpa target, dan tanpa realisasi
    Dengan dokumen "FORMULIR PENGUMPULAN DATA KINERJA" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Realisasi |
      | 1  | Jumlah desa terbina | Desa   |        |           |
      | 2  | Jumlah desa tertib  | Desa   |        |           |
    Maka aturan performance/realization-missing tidak berlaku

  @aturan-KN-02 @aturan-KN-03
  Skenario: Setiap target ada realisasinya
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Realisasi |
      | 1  | Jumlah desa terbina | Desa   | 100    | 80        |
      | 2  | Jumlah desa tertib  | Desa   |        |           |
    Maka aturan performance/realization-missing tidak menemukan apa pun
    Dan aturan performance/target-missing tidak menemukan apa pun

  @aturan-KN-02 @aturan-KN-03
  Skenario: Target dan realisasi sama-sama belum diisi
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Realisasi |
      | 1  | Jumlah desa terbina | Desa   |        |           |
      | 2  | Jumlah desa tertib  | Desa   |        |           |
    Maka aturan performance/realization-missing tidak berlaku
    Dan aturan performance/target-missing tidak berlaku

  @aturan-KN-02 @aturan-KN-03
  Skenario: Perjanjian tanpa kolom realisasi
    Dengan dokumen "PERJANJIAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target |
      | 1  | Jumlah desa terbina | Desa   | 100    |
    Maka aturan performance/realization-missing tidak berlaku
    Dan aturan performance/target-missing tidak berlaku

  @aturan-KN-02 @aturan-KN-03
  Skenario: Dua kolom target tidak menunjukkan sel mana yang kosong
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Target | Realisasi |
      | 1  | Jumlah desa terbina | Desa   | 100    | 80     |           |
      | 2  | Jumlah desa tertib  | Desa   | 100    | 80     | 70        |
    Maka aturan performance/realization-missing tidak dapat dinilai karena "Realisasi sebagian indikator tidak terbaca."
    Dan aturan performance/target-missing tidak dapat dinilai karena "Target sebagian indikator tidak terbaca."

  @aturan-KN-02
  Skenario: Sel yang tidak jelas dalam tahun berjalan belum menjadi soal
    Dengan dokumen "PENGUKURAN KINERJA TAHUN 2026" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Target | Realisasi |
      | 1  | Jumlah desa terbina | Desa   | 100    | 80     |           |
      | 2  | Jumlah desa tertib  | Desa   | 100    | 80     | 70        |
    Maka aturan performance/realization-missing tidak berlaku

  @aturan-KN-03
  Garis-Besar Skenario: Realisasi tanpa target menurut isi sel targetnya
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja    | Satuan   | Target   | Realisasi |
      | 1  | Jumlah kelompok tani | Kelompok | <target> | 12        |
    Maka aturan performance/target-missing menemukan 1 temuan mayor
    Dan temuan menyatakan 'mempunyai realisasi 12 Kelompok, tetapi targetnya <tertulis>'

    Contoh:
      | target | tertulis      |
      |        | kosong.       |
      | -      | tertulis "-". |
      | n/a    | tertulis "n/a". |

  @aturan-KN-12
  Skenario: Satuan kosong yang hanya dapat diduga dari nama indikator
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja           | Satuan | Target | Realisasi |
      | 1  | Persentase usulan terdata   |        | 90     | 91        |
      | 2  | Jumlah desa terbina         | Desa   | 12     | 12        |
    Maka aturan performance/unit-missing menemukan 1 temuan saran
    Dan temuan menyatakan "satuannya hanya dapat diduga dari namanya"
    Dan keyakinan temuan sedang

  @aturan-KN-12
  Skenario: Satuan kosong yang tidak disebut di mana pun
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja    | Satuan | Target | Realisasi |
      | 1  | Luas lahan terdata   |        | 120    | 118       |
      | 2  | Jumlah desa terbina  | Desa   | 12     | 12        |
    Maka aturan performance/unit-missing menemukan 1 temuan minor
    Dan temuan menyatakan "kosong (target: 120; realisasi: 118)"
    Dan keyakinan temuan tinggi

  @aturan-KN-12
  Skenario: Semua satuan terisi
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Realisasi |
      | 1  | Jumlah desa terbina | Desa   | 12     | 12        |
    Maka aturan performance/unit-missing tidak menemukan apa pun

  @aturan-KN-12
  Skenario: Tabel tanpa kolom satuan
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja   | Target  | Realisasi |
      | 1  | Jumlah desa terbina | 12 desa | 12 desa   |
    Maka aturan performance/unit-missing tidak berlaku

  @aturan-KN-12
  Skenario: Sel yang bergeser tidak menunjukkan satuannya
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Target | Realisasi |
      | 1  | Jumlah desa terbina | Desa   | 100    | 80     | 75        |
      | 2  | Jumlah desa tertib  |        | 100    | 80     | 70        |
    Maka aturan performance/unit-missing tidak dapat dinilai karena "Tata letak berkas tidak menunjukkan satuan sebagian indikator."

  @aturan-KN-11
  Garis-Besar Skenario: Angka yang tidak mungkin benar
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja | Satuan   | Target   | Realisasi   |
      | 1  | <indikator>       | <satuan> | <target> | <realisasi> |
    Maka aturan performance/value-invalid menemukan 1 temuan mayor
    Dan temuan menyatakan '<kondisi>'
    Dan keyakinan temuan <keyakinan>

    Contoh:
      | indikator                   | satuan | target | realisasi | keyakinan | kondisi                                                    |
      | Jumlah desa terbina         | Desa   | 100    | 8O        | tinggi    | memuat "8O", yang bukan angka.                             |
      | Jumlah desa terbina         | Desa   | 100    | abc       | tinggi    | memuat "abc", yang bukan angka.                            |
      | Jumlah desa terbina         | Desa   | 100    | #REF!     | tinggi    | memuat kesalahan rumus "#REF!".                            |
      | Jumlah desa terbina         | Desa   | 0      | 4         | sedang    | Realisasi/Target tidak dapat dihitung. Apakah nol          |
      | Persentase desa yang tertib | %      | 90     | 105       | tinggi    | memuat "105"; bagian dari suatu keseluruhan                |
      | Persentase kehadiran rapat  | %      | 90     | 105       | sedang    | memuat "105", lebih dari 100%.                             |
      | Persentase kehadiran rapat  | %      | 90     | -5        | tinggi    | memuat persentase negatif "-5".                            |
      | Persentase kehadiran rapat  | %      | 90%    | 30 orang  | tinggi    | Satuan target (90%) dan realisasi (30 orang)               |
      | Persentase kehadiran rapat  | %      | 90     | 0,87      | tinggi    | berbeda skala: yang satu persen, yang lain rasio.          |

  @aturan-KN-11
  Garis-Besar Skenario: Angka yang tampak ganjil tetapi mungkin benar
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja | Satuan   | Target   | Realisasi   |
      | 1  | <indikator>       | <satuan> | <target> | <realisasi> |
    Maka aturan performance/value-invalid tidak menemukan apa pun

    Contoh:
      | indikator                          | satuan | target | realisasi        |
      | Persentase kehadiran rapat         | %      | 90     | 100              |
      | Persentase kenaikan kunjungan      | %      | 90     | 105              |
      | Jumlah pelanggaran ketertiban      | Kasus  | 0      | 4                |
      | Jumlah desa terbina                | Desa   | 100    | belum dilaporkan |

  @aturan-KN-11
  Skenario: Kesalahan rumus karena realisasinya belum ada bukan kesalahan tersendiri
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Realisasi | Capaian (%) |
      | 1  | Jumlah desa terbina | Desa   | 100    |           | #DIV/0!     |
    Maka aturan performance/value-invalid tidak menemukan apa pun
    Dan aturan performance/realization-missing menemukan 1 temuan mayor

  @aturan-KN-11
  Skenario: Daftar indikator tanpa target tidak memuat angka
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja   | Satuan | Formula                   |
      | 1  | Jumlah desa terbina | Desa   | Banyaknya desa yang dibina |
    Maka aturan performance/value-invalid tidak berlaku

  @aturan-KN-11
  Skenario: Bukan angka pada tabel yang kolomnya meragukan
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Target | Realisasi |
      | 1  | Jumlah desa terbina | Desa   | 100    | 80     | 7O        |
    Maka aturan performance/value-invalid tidak dapat dinilai karena "Sebagian angka tidak terbaca"
