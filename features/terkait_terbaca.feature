# language: id
@aturan-KT-01 @aturan-KT-02 @aturan-KT-03 @aturan-KT-04 @aturan-KT-05 @aturan-KT-06
Fitur: SOP terkait sejauh terbaca
  Daftar keterkaitan yang tidak dapat dipasangkan dengan judulnya tidak dinilai.

  Latar Belakang:
    Dengan SOP lengkap

  Garis-Besar Skenario: Keterkaitan yang terlepas dari judulnya
    Ketika isi Keterkaitan terlepas dari judulnya
    Maka aturan <aturan> tidak dapat dinilai karena "tidak dapat dipasangkan dengan judulnya"

    Contoh:
      | aturan                |
      | related/numbering-gap |
      | related/duplicate     |
      | related/irrelevant    |
      | related/not-sop       |
      | related/vague         |

  Skenario: SOP yang disebut dalam langkah, daftarnya tidak terbaca
    Ketika uraian langkah 3 menjadi "Mengisi formulir sesuai SOP Pengelolaan Arsip"
    Dan isi Keterkaitan terlepas dari judulnya
    Maka aturan related/unlisted-reference tidak dapat dinilai karena "tidak dapat dipasangkan dengan judulnya"

  Skenario: Tidak menyebut SOP lain, daftarnya tidak terbaca
    Ketika isi Keterkaitan terlepas dari judulnya
    Maka aturan related/unlisted-reference tidak berlaku

  Garis-Besar Skenario: Bagian lain yang terlepas tidak menghalangi
    Ketika uraian langkah 3 menjadi "Mengisi formulir sesuai SOP Pengelolaan Arsip"
    Dan isi <bagian> terlepas dari judulnya
    Maka aturan related/unlisted-reference menemukan 1 temuan minor
    Dan aturan related/numbering-gap tidak menemukan apa pun
    Dan aturan related/duplicate tidak menemukan apa pun
    Dan aturan related/irrelevant tidak menemukan apa pun
    Dan aturan related/not-sop tidak menemukan apa pun
    Dan aturan related/vague tidak menemukan apa pun

    Contoh:
      | bagian                 |
      | Dasar Hukum            |
      | Peralatan/Perlengkapan |

  Skenario: Tanpa keterkaitan
    Ketika isi Keterkaitan dihapus dari formulir
    Maka aturan related/numbering-gap tidak berlaku
    Dan aturan related/duplicate tidak berlaku
    Dan aturan related/irrelevant tidak berlaku
    Dan aturan related/not-sop tidak berlaku
    Dan aturan related/vague tidak berlaku

  Skenario: Satu dari beberapa butir bukan SOP
    Ketika keterkaitan berisi SOP Pengukuran Kinerja; SOP Penyusunan Laporan Kinerja; Renstra
    Maka aturan related/not-sop menemukan 1 temuan minor
    Dan temuan menyatakan "1 dari 3 butir"
    Dan aturan related/vague tidak menemukan apa pun

  Skenario: Hanya dokumen, tidak ada SOP
    Ketika keterkaitan berisi Renstra Tahun 2025; IKU Tahun 2025
    Maka aturan related/irrelevant tidak berlaku
    Dan aturan related/not-sop menemukan 1 temuan minor

  Skenario: Butir yang tidak jelas apakah SOP
    Ketika keterkaitan berisi SOP Pengukuran Kinerja; Data Kinerja Triwulan
    Maka aturan related/not-sop tidak dapat dinilai karena "Tidak dapat dipastikan"

  Skenario: Menyebut dirinya sendiri
    Ketika keterkaitan berisi SOP Pengumpulan Data Kinerja; SOP Pengukuran Kinerja
    Maka aturan related/vague menemukan 1 temuan saran
    Dan temuan menyatakan "adalah SOP ini sendiri"

  Skenario: Butir yang sama dua kali
    Ketika keterkaitan berisi SOP Pengukuran Kinerja; SOP Penyusunan Laporan; SOP Pengukuran Kinerja
    Maka aturan related/duplicate menemukan 1 temuan minor
    Dan keyakinan temuan tinggi

  Skenario: Butir yang menyebut dokumen yang sama
    Ketika keterkaitan berisi Renja/RKT Tahun 2025; SOP Pengukuran Kinerja; Renja Tahun 2025
    Maka aturan related/duplicate menemukan 1 temuan minor
    Dan temuan menyatakan "menyebut dokumen yang sama"

  Skenario: Keterkaitan tanpa nomor
    Ketika naskah menulis "SOP Pengukuran Kinerja" sebagai ganti "1. SOP Pengukuran Kinerja 2. SOP Penyusunan Laporan Kinerja"
    Maka aturan related/numbering-gap tidak berlaku

  Skenario: Nomor keterkaitan yang terlompat
    Ketika naskah menulis "3. SOP Penyusunan Laporan Kinerja" sebagai ganti "2. SOP Penyusunan Laporan Kinerja"
    Maka aturan related/numbering-gap menemukan 1 temuan minor

  Skenario: Nomor bagian lain yang terlompat
    Ketika naskah menulis "3. Perjanjian Kinerja" sebagai ganti "2. Perjanjian Kinerja"
    Maka aturan related/numbering-gap tidak menemukan apa pun

  Skenario: Keterkaitan yang bernomor nol
    Ketika naskah menulis "0. SOP Pengukuran Kinerja" sebagai ganti "1. SOP Pengukuran Kinerja 2. SOP Penyusunan Laporan Kinerja"
    Maka aturan related/numbering-gap tidak menemukan apa pun
