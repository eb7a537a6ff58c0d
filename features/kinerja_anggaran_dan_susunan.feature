# language: id
Fitur: Pagu, jumlah, indikator ganda, dan sasaran tanpa indikator
  Uang yang dipakai tidak melampaui pagunya dan persentasenya mengikuti keduanya (performance/budget-over). Jumlah dan
  rata-rata dapat dihitung kembali (performance/average-wrong). Indikator tercantum sekali
  (performance/duplicate-indicator) di bawah sasarannya (performance/sasaran-without-indicator).

  @aturan-KN-13
  Garis-Besar Skenario: Satu rupiah di atas pagu sudah melampaui
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Program           | Anggaran (Rp) | Realisasi (Rp) | %      |
      | 1  | Program Penunjang | 300.000.000   | <realisasi>    | 100,00 |
    Maka <hasil>

    Contoh:
      | realisasi   | hasil                                                  |
      | 299.999.999 | aturan performance/budget-over tidak menemukan apa pun |
      | 300.000.000 | aturan performance/budget-over tidak menemukan apa pun |
      | 300.000.001 | aturan performance/budget-over menemukan 1 temuan mayor |

  @aturan-KN-13
  Skenario: Pagu terlampaui dan persentasenya keliru
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Program           | Anggaran (Rp) | Realisasi (Rp) | %     |
      | 1  | Program Penunjang | 300.000.000   | 330.000.000    | 91,00 |
    Maka aturan performance/budget-over menemukan 2 temuan mayor
    Dan temuan menyatakan 'anggaran "Program Penunjang" (330.000.000) melampaui anggarannya (300.000.000) sebesar 30.000.000'
    Dan temuan menyatakan 'Persentase realisasi anggaran "Program Penunjang" tertulis 91,00, padahal 330.000.000 dari 300.000.000 adalah 110%'

  @aturan-KN-13
  Skenario: Persentase keliru pada pagu yang tidak terlampaui
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Program           | Anggaran (Rp) | Realisasi (Rp) | %     |
      | 1  | Program Penunjang | 300.000.000   | 285.000.000    | 98,00 |
    Maka aturan performance/budget-over menemukan 1 temuan mayor
    Dan temuan menyatakan "tertulis 98,00, padahal 285.000.000 dari 300.000.000 adalah 95%"

  @aturan-KN-13
  Skenario: Pendapatan boleh melampaui yang direncanakan
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Uraian               | Anggaran (Rp) | Realisasi (Rp) | %      |
      | 1  | Pendapatan retribusi | 300.000.000   | 330.000.000    | 110,00 |
    Maka aturan performance/budget-over tidak menemukan apa pun

  @aturan-KN-13
  Skenario: Anggaran tanpa realisasi
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Program           | Anggaran (Rp) | Realisasi (Rp) | % |
      | 1  | Program Penunjang | 300.000.000   |                |   |
    Maka aturan performance/budget-over tidak berlaku

  @aturan-KN-13
  Skenario: Dua kolom anggaran
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Program           | Anggaran (Rp) | Anggaran (Rp) | Realisasi (Rp) | %     |
      | 1  | Program Penunjang | 300.000.000   | 200.000.000   | 290.000.000    | 90,00 |
    Maka aturan performance/budget-over tidak dapat dinilai karena "Letak angka anggaran pada tabel tidak terbaca dengan pasti."

  @aturan-KN-10
  Skenario: Rata-rata capaian keliru
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No        | Indikator Kinerja          | Satuan | Target | Realisasi | Capaian (%) |
      | 1         | Indeks Kepuasan Masyarakat | Indeks | 80     | 84        | 105         |
      | 2         | Indeks ketertiban          | Indeks | 80     | 80        | 100         |
      | Rata-rata |                            |        |        |           | 104         |
    Maka aturan performance/average-wrong menemukan 1 temuan mayor
    Dan temuan menyatakan "Rata-rata tertulis 104, padahal rata-rata 2 capaian yang tercantum adalah (105 + 100) : 2 = 102,5%"
    Dan keyakinan temuan tinggi

  @aturan-KN-10
  Skenario: Jumlah program, kegiatan, dan subkegiatan yang bertingkat
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No     | Program            | Anggaran (Rp) | Realisasi (Rp) | %     |
      | 1      | Program Penunjang  | 300.000.000   | 200.000.000    | 66,67 |
      | 1.1    | Kegiatan Rapat     | 200.000.000   | 100.000.000    | 50,00 |
      | 1.1.1  | Sub Kegiatan Rapat | 150.000.000   | 100.000.000    | 66,67 |
      | Jumlah |                    | 444.000.000   | 333.000.000    | 75,00 |
    Maka aturan performance/average-wrong tidak dapat dinilai karena "Baris tabel bertingkat"

  @aturan-KN-16
  Garis-Besar Skenario: Indikator yang tercantum dua kali
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | <kolom>   | Indikator Kinerja          | Satuan | Target | Realisasi |
      | 1  | <isi>     | Indeks Kepuasan Masyarakat | Indeks | 80     | 84        |
      | 2  | <isi>     | <indikator>                | Indeks | 81     | 85        |
    Maka aturan performance/duplicate-indicator menemukan 1 temuan minor
    Dan temuan menyatakan '<kondisi>'
    Dan keyakinan temuan <keyakinan>

    Contoh:
      | kolom   | isi               | indikator                  | keyakinan | kondisi                                                       |
      | Sasaran | Meningkatnya mutu | Indeks kepuasan masyarakat | tinggi    | pada nomor 1 di bawah sasaran yang sama ("Meningkatnya mutu") |
      | Catatan |                   | Indeks kepuasan masyarakat | tinggi    | sudah tercantum pada nomor 1 tabel yang sama                  |
      | Sasaran | Meningkatnya mutu | Indeks Kepuasan Masyaraket | sedang    | hanya berbeda satu huruf dari nomor 1 "Indeks Kepuasan Masyarakat" |
      | Catatan |                   | Indeks Kepuasan Masyaraket | sedang    | hanya berbeda satu huruf dari nomor 1 "Indeks Kepuasan Masyarakat" |

  @aturan-KN-16
  Garis-Besar Skenario: Indikator yang mirip tetapi memang dua
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran    | Indikator Kinerja          | Satuan | Target | Realisasi |
      | 1  | <sasaran>  | Indeks Kepuasan Masyarakat | Indeks | 80     | 84        |
      | 2  | <sasaran2> | <indikator>                | Indeks | 81     | 85        |
    Maka aturan performance/duplicate-indicator tidak menemukan apa pun

    Contoh:
      | sasaran           | sasaran2            | indikator                  |
      | Meningkatnya mutu | Meningkatnya mutu   | Indeks Kepuasan Aparatur   |
      | Meningkatnya mutu | Meningkatnya tertib | Indeks Kepuasan Masyarakat |

  @aturan-KN-16
  Skenario: Satu indikator saja
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja          | Satuan | Target | Realisasi |
      | 1  | Indeks Kepuasan Masyarakat | Indeks | 80     | 84        |
    Maka aturan performance/duplicate-indicator tidak berlaku

  @aturan-KN-16 @aturan-KN-09
  Skenario: Tabel dengan dua kolom target tidak dapat dibandingkan barisnya
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran           | Indikator Kinerja          | Satuan | Target | Target | Realisasi |
      | 1  | Meningkatnya mutu | Indeks Kepuasan Masyarakat | Indeks | 80     | 84     | 83        |
      | 2  | Meningkatnya mutu | Indeks Kepuasan Masyarakat | Indeks | 80     | 84     | 83        |
    Maka aturan performance/duplicate-indicator tidak dapat dinilai karena "Letak nama indikator pada tabel tidak terbaca dengan pasti."
    Dan aturan performance/sasaran-without-indicator tidak dapat dinilai karena "Letak sasaran dan indikator pada tabel tidak terbaca dengan pasti."

  @aturan-KN-09
  Skenario: Indikator sebelum sasaran yang pertama
    Dengan dokumen "PERJANJIAN KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran           | Indikator Kinerja          | Satuan | Target |
      | 1  |                   | Indeks Kepuasan Masyarakat | Indeks | 80     |
      | 2  | Meningkatnya mutu | Nilai SAKIP                | Nilai  | 72     |
    Maka aturan performance/sasaran-without-indicator menemukan 1 temuan mayor
    Dan temuan menyatakan '1 indikator pada awal tabel, mulai dari "Indeks Kepuasan Masyarakat", tidak berada di bawah sasaran mana pun'
    Dan keyakinan temuan tinggi

  @aturan-KN-09
  Skenario: Kolom sasaran tidak diisi
    Dengan dokumen "PERJANJIAN KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran | Indikator Kinerja          | Satuan | Target |
      | 1  |         | Indeks Kepuasan Masyarakat | Indeks | 80     |
      | 2  |         | Nilai SAKIP                | Nilai  | 72     |
    Maka aturan performance/sasaran-without-indicator menemukan 1 temuan mayor
    Dan temuan menyatakan "Kolom sasaran tidak diisi untuk satu pun dari 2 indikator."
    Dan keyakinan temuan sedang

  @aturan-KN-09
  Skenario: Satu sasaran dengan satu indikator
    Dengan dokumen "PERJANJIAN KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran           | Indikator Kinerja          | Satuan | Target |
      | 1  | Meningkatnya mutu | Indeks Kepuasan Masyarakat | Indeks | 80     |
    Maka aturan performance/sasaran-without-indicator tidak menemukan apa pun

  @aturan-KN-09
  Skenario: Sasaran yang barisnya hanya berangka
    Dengan dokumen "PERJANJIAN KINERJA TAHUN 2024" dengan tabel
      | No | Sasaran                 | Indikator Kinerja          | Satuan | Target |
      | 1  | Meningkatnya mutu       | Indeks Kepuasan Masyarakat | Indeks | 80     |
      | 2  | Meningkatnya ketertiban | -                          | Kasus  | 4      |
    Maka aturan performance/sasaran-without-indicator menemukan 1 temuan mayor
    Dan temuan menyatakan 'Sasaran "Meningkatnya ketertiban" tidak memiliki indikator kinerja'
    Dan keyakinan temuan tinggi

  @aturan-KN-09
  Skenario: Tabel tanpa kolom sasaran dan tabel tanpa baris
    Dengan naskah
      """
      PERJANJIAN KINERJA KECAMATAN TAMAN SELASIH TAHUN 2024

      | No | Indikator Kinerja | Satuan | Target |
      |----|-------------------|--------|--------|
      | 1 | Nilai SAKIP | Nilai | 72 |

      | No | Sasaran | Indikator Kinerja | Satuan | Target |
      |----|---------|-------------------|--------|--------|
      """
    Maka aturan performance/sasaran-without-indicator tidak berlaku
