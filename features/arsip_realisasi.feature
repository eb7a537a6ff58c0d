# language: id
@aturan-KN-26 @pasal-archive-years
Fitur: Realisasi yang disalin dari tahun lalu
  Realisasi diukur setiap tahun. Banyak angka yang sama sampai angka terakhir dengan tahun lalu tampak disalin; angka bulat,
  target yang tepat tercapai, dan satu atau dua angka yang tetap tidak.

  Latar Belakang:
    Dengan Laporan Kinerja "lkj23.txt" Kecamatan Rimba Wangi tahun 2023 dengan indikator berikut
      | indikator                            | satuan | target | realisasi |
      | Indeks Kepuasan Masyarakat           | Indeks | 82     | 83,47     |
      | Nilai SAKIP                          | Nilai  | 66     | 68,05     |
      | Persentase temuan yang ditindaklanjuti | %      | 90     | 91,38     |
      | Persentase desa yang dibina          | %      | 100    | 100       |
      | Jumlah kelompok yang dibina          | Kelompok | 12   | 14        |

  Skenario: Angka tahun lalu diserahkan sekali lagi
    Dengan Laporan Kinerja "lkj24.txt" Kecamatan Rimba Wangi tahun 2024 dengan indikator berikut
      | indikator                            | satuan | target | realisasi |
      | Indeks Kepuasan Masyarakat           | Indeks | 83     | 83,47     |
      | Nilai SAKIP                          | Nilai  | 68     | 68,05     |
      | Persentase temuan yang ditindaklanjuti | %      | 91     | 91,38     |
      | Persentase desa yang dibina          | %      | 100    | 100       |
      | Jumlah kelompok yang dibina          | Kelompok | 13   | 14        |
    Maka aturan performance/copied-from-last-year menemukan 1 temuan minor dalam arsip Kecamatan Rimba Wangi
    Dan temuan arsip menunjuk "lkj24.txt" dan menyebut "3 dari 3 realisasi tahun 2024 sama sampai angka terakhir"
    Dan temuan arsip menunjuk "lkj24.txt" dan menyebut "dalam lkj23.txt"

  Skenario: Realisasi yang diukur lagi
    Dengan Laporan Kinerja "lkj24.txt" Kecamatan Rimba Wangi tahun 2024 dengan indikator berikut
      | indikator                            | satuan | target | realisasi |
      | Indeks Kepuasan Masyarakat           | Indeks | 83     | 83,52     |
      | Nilai SAKIP                          | Nilai  | 68     | 68,05     |
      | Persentase temuan yang ditindaklanjuti | %      | 91     | 91,38     |
      | Persentase desa yang dibina          | %      | 100    | 100       |
      | Jumlah kelompok yang dibina          | Kelompok | 13   | 14        |
    Maka aturan performance/copied-from-last-year tidak menemukan apa pun dalam arsip

  Skenario: Angka bulat dan target yang tepat tercapai
    Dengan Laporan Kinerja "lkj22.txt" Kecamatan Telaga Sunyi tahun 2022 dengan indikator berikut
      | indikator                       | satuan  | target | realisasi |
      | Persentase desa yang dibina     | %       | 100    | 100       |
      | Jumlah laporan yang disusun     | Laporan | 12     | 12        |
      | Jumlah kelompok yang dibina     | Kelompok | 15    | 14        |
      | Persentase jalan dalam kondisi baik | %   | 84,75  | 84,75     |
      | Persentase lurah yang dilatih   | %       | 100    | 66,67     |
    Dan Laporan Kinerja "lkj23-ts.txt" Kecamatan Telaga Sunyi tahun 2023 dengan indikator berikut
      | indikator                       | satuan  | target | realisasi |
      | Persentase desa yang dibina     | %       | 100    | 100       |
      | Jumlah laporan yang disusun     | Laporan | 12     | 12        |
      | Jumlah kelompok yang dibina     | Kelompok | 15    | 14        |
      | Persentase jalan dalam kondisi baik | %   | 84,75  | 84,75     |
      | Persentase lurah yang dilatih   | %       | 100    | 66,67     |
    Maka aturan performance/copied-from-last-year tidak menemukan apa pun dalam arsip

  Skenario: Angka tahun lalu pada kolom pembanding
    Dengan Laporan Kinerja "lkj24.txt" Kecamatan Rimba Wangi tahun 2024 dengan indikator berikut
      | indikator                            | satuan | target | tahun lalu | realisasi |
      | Indeks Kepuasan Masyarakat           | Indeks | 83     | 83,47      | 84,12     |
      | Nilai SAKIP                          | Nilai  | 68     | 68,05      | 70,31     |
      | Persentase temuan yang ditindaklanjuti | %    | 91     | 91,38      | 92,06     |
    Maka aturan performance/copied-from-last-year tidak menemukan apa pun dalam arsip

  Skenario: Laporan yang sudah diperbaiki
    Dengan Laporan Kinerja "lkj24.txt" Kecamatan Rimba Wangi tahun 2024 dengan indikator berikut
      | indikator                            | satuan | target | realisasi |
      | Indeks Kepuasan Masyarakat           | Indeks | 83     | 83,47     |
      | Nilai SAKIP                          | Nilai  | 68     | 68,05     |
      | Persentase temuan yang ditindaklanjuti | %      | 91     | 91,38     |
    Dan Laporan Kinerja "lkj24-perbaikan.txt" Kecamatan Rimba Wangi tahun 2024 dengan indikator berikut
      | indikator                            | satuan | target | realisasi |
      | Indeks Kepuasan Masyarakat           | Indeks | 83     | 84,12     |
      | Nilai SAKIP                          | Nilai  | 68     | 70,31     |
      | Persentase temuan yang ditindaklanjuti | %      | 91     | 92,06     |
    Maka aturan performance/copied-from-last-year tidak menemukan apa pun dalam arsip

  Skenario: Satu laporan diserahkan dua kali
    Dengan Laporan Kinerja "lain/lkj23.txt" Kecamatan Rimba Wangi tahun 2023 dengan indikator berikut
      | indikator                            | satuan | target | realisasi |
      | Indeks Kepuasan Masyarakat           | Indeks | 82     | 83,47     |
      | Nilai SAKIP                          | Nilai  | 66     | 68,05     |
      | Persentase temuan yang ditindaklanjuti | %      | 90     | 91,38     |
    Dan Laporan Kinerja "lkj24.txt" Kecamatan Rimba Wangi tahun 2024 dengan indikator berikut
      | indikator                            | satuan | target | realisasi |
      | Indeks Kepuasan Masyarakat           | Indeks | 83     | 84,12     |
    Maka aturan performance/copied-from-last-year tidak menemukan apa pun dalam arsip
