# language: id
@aturan-KN-25 @pasal-archive-targets
Fitur: Target antara perjanjian dan laporan
  Laporan Kinerja membandingkan realisasi dengan target yang diperjanjikan. Cara menulis angka tidak mengubah target.

  Skenario: Target laporan lebih rendah daripada yang diperjanjikan
    Dengan Perjanjian Kinerja "pk.txt" Kecamatan Rimba Wangi tahun 2025 dengan indikator berikut
      | indikator                  | satuan | target |
      | Indeks Kepuasan Masyarakat | Indeks | 85     |
      | Nilai SAKIP                | Nilai  | 72     |
    Dan Laporan Kinerja "lkj.txt" Kecamatan Rimba Wangi tahun 2025 dengan indikator berikut
      | indikator                  | satuan | target |
      | Indeks Kepuasan Masyarakat | Indeks | 80     |
      | Nilai SAKIP                | Nilai  | 72     |
    Maka aturan performance/agreement-mismatch menemukan 1 temuan mayor dalam arsip Kecamatan Rimba Wangi
    Dan temuan arsip menunjuk "lkj.txt" dan menyebut "adalah 80, sedangkan pada Perjanjian Kinerja 85"

  Skenario: Target yang sama dengan penulisan lain
    Dengan Perjanjian Kinerja "pk.txt" Kecamatan Rimba Wangi tahun 2025 dengan indikator berikut
      | indikator                         | satuan | target |
      | Persentase gangguan yang ditangani | Persen | 95     |
      | Indeks Kepuasan Masyarakat        | Indeks | 85,50  |
    Dan Laporan Kinerja "lkj.txt" Kecamatan Rimba Wangi tahun 2025 dengan indikator berikut
      | indikator                         | satuan | target |
      | Persentase Gangguan yang Ditangani | %      | 95,00% |
      | Indeks kepuasan masyarakat        | Nilai  | 85,5   |
    Maka aturan performance/agreement-mismatch tidak menemukan apa pun dalam arsip

  Skenario: Target menurut Perubahan Perjanjian Kinerja
    Dengan Perjanjian Kinerja "pk.txt" Kecamatan Rimba Wangi tahun 2025 dengan indikator berikut
      | indikator                  | satuan | target |
      | Indeks Kepuasan Masyarakat | Indeks | 85     |
    Dan Perubahan Perjanjian Kinerja "pk-p.txt" Kecamatan Rimba Wangi tahun 2025 dengan indikator berikut
      | indikator                  | satuan | target |
      | Indeks Kepuasan Masyarakat | Indeks | 80     |
    Dan Laporan Kinerja "lkj.txt" Kecamatan Rimba Wangi tahun 2025 dengan indikator berikut
      | indikator                  | satuan | target |
      | Indeks Kepuasan Masyarakat | Indeks | 80     |
    Maka aturan performance/agreement-mismatch tidak menemukan apa pun dalam arsip

  Skenario: Satuan yang berbeda
    Dengan Perjanjian Kinerja "pk.txt" Kecamatan Rimba Wangi tahun 2025 dengan indikator berikut
      | indikator                   | satuan | target |
      | Pelatihan aparatur desa     | Desa   | 12     |
    Dan Rencana Aksi "ra.txt" Kecamatan Rimba Wangi tahun 2025 dengan indikator berikut
      | indikator                   | satuan | target |
      | Pelatihan aparatur desa     | Kali   | 12     |
    Maka aturan performance/agreement-mismatch menemukan 1 temuan mayor dalam arsip Kecamatan Rimba Wangi
    Dan temuan arsip menunjuk "ra.txt" dan menyebut "Satuan"

  Skenario: Indikator yang tidak dilaporkan
    Dengan Perjanjian Kinerja "pk.txt" Kecamatan Rimba Wangi tahun 2025 dengan indikator berikut
      | indikator                  | satuan  | target |
      | Indeks Kepuasan Masyarakat | Indeks  | 85     |
      | Nilai SAKIP                | Nilai   | 72     |
      | Jumlah desa mandiri        | Desa    | 4      |
    Dan Laporan Kinerja "lkj.txt" Kecamatan Rimba Wangi tahun 2025 dengan indikator berikut
      | indikator                  | satuan | target |
      | Indeks Kepuasan Masyarakat | Indeks | 85     |
      | Nilai SAKIP                | Nilai  | 72     |
    Maka aturan performance/agreement-mismatch menemukan 1 temuan minor dalam arsip Kecamatan Rimba Wangi
    Dan temuan arsip menunjuk "pk.txt" dan menyebut "Jumlah desa mandiri"

  Skenario: Tahun lain dan kantor lain tidak dibandingkan
    Dengan Perjanjian Kinerja "pk.txt" Kecamatan Rimba Wangi tahun 2025 dengan indikator berikut
      | indikator                  | satuan | target |
      | Indeks Kepuasan Masyarakat | Indeks | 85     |
    Dan Laporan Kinerja "lkj24.txt" Kecamatan Rimba Wangi tahun 2024 dengan indikator berikut
      | indikator                  | satuan | target |
      | Indeks Kepuasan Masyarakat | Indeks | 80     |
    Dan Laporan Kinerja "lkj25.txt" Kecamatan Rimba Wangi tahun 2025 dengan indikator berikut
      | indikator                  | satuan | target |
      | Indeks Kepuasan Masyarakat | Indeks | 85     |
    Dan Laporan Kinerja "lain.txt" Kecamatan Telaga Sunyi tahun 2025 dengan indikator berikut
      | indikator                  | satuan | target |
      | Indeks Kepuasan Masyarakat | Indeks | 70     |
    Maka aturan performance/agreement-mismatch tidak menemukan apa pun dalam arsip
