# language: id
Fitur: Perjanjian, laporan, dan realisasi tahun lalu dalam satu arsip
  Target laporan sama dengan yang diperjanjikan (performance/agreement-mismatch), dan realisasi diukur setiap tahun
  (performance/copied-from-last-year). Tiga angka sama yang merupakan empat dari lima sudah tampak disalin.

  @aturan-KN-25
  Skenario: Target dua indikator diturunkan dalam laporan
    Dengan Perjanjian Kinerja "pk.txt" Kecamatan Rimba Wangi tahun 2025 dengan indikator berikut
      | indikator                  | satuan | target |
      | Indeks Kepuasan Masyarakat | Indeks | 85     |
      | Nilai SAKIP                | Nilai  | 72     |
    Dan Laporan Kinerja "lkj.txt" Kecamatan Rimba Wangi tahun 2025 dengan indikator berikut
      | indikator                  | satuan | target |
      | Indeks Kepuasan Masyarakat | Indeks | 80     |
      | Nilai SAKIP                | Nilai  | 70     |
    Maka aturan performance/agreement-mismatch menemukan 2 temuan mayor dalam arsip Kecamatan Rimba Wangi
    Dan temuan menyatakan 'Target "Nilai SAKIP" tahun 2025 pada Laporan Kinerja adalah 70, sedangkan pada Perjanjian Kinerja 72'
    Dan keyakinan temuan tinggi

  @aturan-KN-25
  Skenario: Satu indikator perjanjian tidak dilaporkan
    Dengan Perjanjian Kinerja "pk.txt" Kecamatan Rimba Wangi tahun 2025 dengan indikator berikut
      | indikator                  | satuan | target |
      | Indeks Kepuasan Masyarakat | Indeks | 85     |
      | Nilai SAKIP                | Nilai  | 72     |
      | Jumlah desa terbina        | Desa   | 12     |
    Dan Laporan Kinerja "lkj.txt" Kecamatan Rimba Wangi tahun 2025 dengan indikator berikut
      | indikator                  | satuan | target |
      | Indeks Kepuasan Masyarakat | Indeks | 85     |
      | Nilai SAKIP                | Nilai  | 72     |
    Maka aturan performance/agreement-mismatch menemukan 1 temuan minor dalam arsip Kecamatan Rimba Wangi
    Dan temuan menyatakan '1 indikator Perjanjian Kinerja tahun 2025 tidak ada dalam Laporan Kinerja: "Jumlah desa terbina"'
    Dan keyakinan temuan sedang

  @aturan-KN-25
  Skenario: Satu-satunya indikator dilaporkan dengan target yang sama
    Dengan Perjanjian Kinerja "pk.txt" Kecamatan Rimba Wangi tahun 2025 dengan indikator berikut
      | indikator   | satuan | target |
      | Nilai SAKIP | Nilai  | 72     |
    Dan Laporan Kinerja "lkj.txt" Kecamatan Rimba Wangi tahun 2025 dengan indikator berikut
      | indikator   | satuan | target |
      | Nilai SAKIP | Nilai  | 72     |
    Maka aturan performance/agreement-mismatch tidak menemukan apa pun dalam arsip

  @aturan-KN-25
  Skenario: Laporan tanpa perjanjian di sampingnya
    Dengan Laporan Kinerja "lkj.txt" Kecamatan Rimba Wangi tahun 2025 dengan indikator berikut
      | indikator   | satuan | target |
      | Nilai SAKIP | Nilai  | 72     |
    Maka aturan performance/agreement-mismatch tidak berlaku dalam arsip Kecamatan Rimba Wangi
    Dan aturan performance/copied-from-last-year tidak berlaku dalam arsip Kecamatan Rimba Wangi

  @aturan-KN-25
  Skenario: Target laporan tidak terbaca dengan pasti
    Dengan Perjanjian Kinerja "pk.txt" Kecamatan Rimba Wangi tahun 2025 dengan indikator berikut
      | indikator   | satuan | target |
      | Nilai SAKIP | Nilai  | 72     |
    Dan berkas "lkj.txt" Kecamatan Rimba Wangi memuat naskah
      """
      LAPORAN KINERJA TAHUN 2025

      KECAMATAN RIMBA WANGI

      | No | Indikator Kinerja | Satuan | Target | Target | Realisasi |
      |---|---|---|---|---|---|
      | 1 | Nilai SAKIP | Nilai | 70 | 72 | 71 |
      """
    Maka aturan performance/agreement-mismatch tidak dapat dinilai dalam arsip Kecamatan Rimba Wangi karena "tidak seluruhnya terbaca"

  @aturan-KN-26
  Garis-Besar Skenario: Banyaknya dan bagian realisasi yang sama dengan tahun lalu
    Dengan Laporan Kinerja "lkj23.txt" Kecamatan Rimba Wangi tahun 2023 dengan indikator berikut
      | indikator                            | satuan | target | realisasi |
      | Indeks Kepuasan Masyarakat           | Indeks | 82     | 83,47     |
      | Nilai SAKIP                          | Nilai  | 66     | 68,05     |
      | Persentase temuan yang ditindaklanjuti | %    | 90     | 91,38     |
      | Nilai reformasi birokrasi            | Nilai  | 70     | 71,26     |
      | Indeks kematangan arsip              | Indeks | 60     | 61,53     |
    Dan Laporan Kinerja "lkj24.txt" Kecamatan Rimba Wangi tahun 2024 dengan indikator berikut
      | indikator                            | satuan | target | realisasi |
      | Indeks Kepuasan Masyarakat           | Indeks | 83     | <ikm>     |
      | Nilai SAKIP                          | Nilai  | 68     | <sakip>   |
      | Persentase temuan yang ditindaklanjuti | %    | 91     | <temuan>  |
      | Nilai reformasi birokrasi            | Nilai  | 71     | <rb>      |
      | Indeks kematangan arsip              | Indeks | 61     | <arsip>   |
    Maka <hasil>

    Contoh:
      | ikm   | sakip | temuan | rb    | arsip | hasil                                                                                                  |
      | 83,47 | 68,05 | 91,38  | 71,26 | 61,53 | aturan performance/copied-from-last-year menemukan 1 temuan minor dalam arsip Kecamatan Rimba Wangi    |
      | 83,47 | 68,05 | 91,38  | 71,26 | 62,17 | aturan performance/copied-from-last-year menemukan 1 temuan minor dalam arsip Kecamatan Rimba Wangi    |
      | 83,47 | 68,05 | 91,38  | 72,04 | 62,17 | aturan performance/copied-from-last-year tidak menemukan apa pun dalam arsip                           |
      | 84,12 | 70,31 | 92,06  | 72,04 | 62,17 | aturan performance/copied-from-last-year tidak menemukan apa pun dalam arsip                           |

  @aturan-KN-26
  Skenario: Empat dari lima realisasi sama disebut dengan angkanya
    Dengan Laporan Kinerja "lkj23.txt" Kecamatan Rimba Wangi tahun 2023 dengan indikator berikut
      | indikator                            | satuan | target | realisasi |
      | Indeks Kepuasan Masyarakat           | Indeks | 82     | 83,47     |
      | Nilai SAKIP                          | Nilai  | 66     | 68,05     |
      | Persentase temuan yang ditindaklanjuti | %    | 90     | 91,38     |
    Dan Laporan Kinerja "lkj24.txt" Kecamatan Rimba Wangi tahun 2024 dengan indikator berikut
      | indikator                            | satuan | target | realisasi |
      | Indeks Kepuasan Masyarakat           | Indeks | 83     | 83,47     |
      | Nilai SAKIP                          | Nilai  | 68     | 68,05     |
      | Persentase temuan yang ditindaklanjuti | %    | 91     | 91,38     |
    Maka aturan performance/copied-from-last-year menemukan 1 temuan minor dalam arsip Kecamatan Rimba Wangi
    Dan temuan menyatakan "3 dari 3 realisasi tahun 2024 sama sampai angka terakhir dengan realisasi tahun 2023 dalam lkj23.txt"
    Dan keyakinan temuan sedang

  @aturan-KN-26
  Skenario: Dua realisasi yang sama terlalu sedikit
    Dengan Laporan Kinerja "lkj23.txt" Kecamatan Rimba Wangi tahun 2023 dengan indikator berikut
      | indikator                  | satuan | target | realisasi |
      | Indeks Kepuasan Masyarakat | Indeks | 82     | 83,47     |
      | Nilai SAKIP                | Nilai  | 66     | 68,05     |
    Dan Laporan Kinerja "lkj24.txt" Kecamatan Rimba Wangi tahun 2024 dengan indikator berikut
      | indikator                  | satuan | target | realisasi |
      | Indeks Kepuasan Masyarakat | Indeks | 83     | 83,47     |
      | Nilai SAKIP                | Nilai  | 68     | 68,05     |
    Maka aturan performance/copied-from-last-year tidak menemukan apa pun dalam arsip

  @aturan-KN-26
  Garis-Besar Skenario: Realisasi tahun lalu yang tidak terbaca dengan pasti
    Dengan berkas "lkj23.txt" Kecamatan Rimba Wangi memuat naskah
      """
      LAPORAN KINERJA TAHUN 2023

      KECAMATAN RIMBA WANGI

      | No | Indikator Kinerja | Satuan | Target | Realisasi | Realisasi |
      |---|---|---|---|---|---|
      | 1 | Indeks Kepuasan Masyarakat | Indeks | 82 | <satu> | 81,40 |
      | 2 | Nilai SAKIP | Nilai | 66 | <dua> | 65,20 |
      | 3 | Persentase temuan yang ditindaklanjuti | % | 90 | <tiga> | 88,70 |
      | 4 | Nilai reformasi birokrasi | Nilai | 70 | <empat> | 69,20 |
      """
    Dan Laporan Kinerja "lkj24.txt" Kecamatan Rimba Wangi tahun 2024 dengan indikator berikut
      | indikator                            | satuan | target | realisasi |
      | Indeks Kepuasan Masyarakat           | Indeks | 83     | 83,47     |
      | Nilai SAKIP                          | Nilai  | 68     | 68,05     |
      | Persentase temuan yang ditindaklanjuti | %    | 91     | 91,38     |
      | Nilai reformasi birokrasi            | Nilai  | 71     | 71,26     |
    Maka <hasil>

    Contoh:
      | satu  | dua   | tiga  | empat | hasil                                                                                                                                |
      | 83,47 | 68,05 | 91,38 | 71,26 | aturan performance/copied-from-last-year tidak dapat dinilai dalam arsip Kecamatan Rimba Wangi karena "tidak seluruhnya terbaca"     |
      | 83,47 | 68,05 | 91,38 | 70,04 | aturan performance/copied-from-last-year tidak menemukan apa pun dalam arsip                                                         |
      | 80,13 | 66,92 | 91,38 | 71,26 | aturan performance/copied-from-last-year tidak menemukan apa pun dalam arsip                                                         |

  @aturan-KN-26
  Skenario: Tiga dari tiga realisasi tidak terbaca dengan pasti
    Dengan berkas "lkj23.txt" Kecamatan Rimba Wangi memuat naskah
      """
      LAPORAN KINERJA TAHUN 2023

      KECAMATAN RIMBA WANGI

      | No | Indikator Kinerja | Satuan | Target | Realisasi | Realisasi |
      |---|---|---|---|---|---|
      | 1 | Indeks Kepuasan Masyarakat | Indeks | 82 | 83,47 | 81,40 |
      | 2 | Nilai SAKIP | Nilai | 66 | 68,05 | 65,20 |
      | 3 | Persentase temuan yang ditindaklanjuti | % | 90 | 91,38 | 88,70 |
      """
    Dan Laporan Kinerja "lkj24.txt" Kecamatan Rimba Wangi tahun 2024 dengan indikator berikut
      | indikator                            | satuan | target | realisasi |
      | Indeks Kepuasan Masyarakat           | Indeks | 83     | 83,47     |
      | Nilai SAKIP                          | Nilai  | 68     | 68,05     |
      | Persentase temuan yang ditindaklanjuti | %    | 91     | 91,38     |
    Maka aturan performance/copied-from-last-year tidak dapat dinilai dalam arsip Kecamatan Rimba Wangi karena "tidak seluruhnya terbaca"
