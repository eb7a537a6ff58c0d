# language: id
Fitur: Bagian formulir dan SOP terkait
  Kualifikasi, keterkaitan, peralatan, peringatan, dan pencatatan ada, berjudul, dan berisi.

  Garis-Besar Skenario: Bagian yang tidak ada
    Dengan SOP lengkap
    Ketika kotak <bagian> dihapus dari formulir
    Maka aturan section/missing menemukan 1 temuan mayor
    Dan temuan menyatakan "Bagian <bagian> tidak ada"

    Contoh:
      | bagian                   |
      | Kualifikasi Pelaksana    |
      | Keterkaitan              |
      | Peralatan/Perlengkapan   |
      | Peringatan               |
      | Pencatatan dan Pendataan |

  Skenario: Bagian dengan istilah yang lazim
    Dengan SOP lengkap
    Ketika naskah menulis "Peralatan & Perlengkapan" sebagai ganti "Peralatan/Perlengkapan"
    Dan naskah menulis "KETERKAITAN DENGAN SOP LAIN" sebagai ganti "Keterkaitan"
    Maka aturan section/missing tidak menemukan apa pun
    Dan aturan section/missing-heading tidak menemukan apa pun

  Skenario: Isi tanpa judul
    Dengan SOP lengkap
    Ketika judul Dasar Hukum dihapus dari formulir
    Maka aturan section/missing-heading menemukan 1 temuan minor
    Dan temuan menyatakan "Isi bagian Dasar Hukum ada, tetapi tanpa judul"

  Skenario: Isi di halaman berikutnya bukan isi tanpa judul
    Dengan SOP lengkap
    Ketika isi dasar hukum berlanjut di halaman berikutnya
    Maka aturan section/missing-heading tidak menemukan apa pun

  Garis-Besar Skenario: Judul tanpa isi
    Dengan SOP lengkap
    Ketika isi <bagian> dihapus dari formulir
    Maka aturan section/empty menemukan 1 temuan minor
    Dan temuan menyatakan "Bagian <bagian> hanya berisi judul"
    Dan aturan section/missing tidak menemukan apa pun

    Contoh:
      | bagian                   |
      | Peringatan               |
      | Pencatatan dan Pendataan |

  Skenario: Nomor yang hilang dalam keterkaitan
    Dengan SOP lengkap
    Ketika keterkaitan berisi SOP Pengukuran Kinerja; SOP Penyusunan Laporan Kinerja; SOP Reviu Laporan Kinerja; SOP Pengarsipan
    Dan naskah menulis "4. SOP Reviu Laporan Kinerja" sebagai ganti "3. SOP Reviu Laporan Kinerja"
    Dan naskah menulis "5. SOP Pengarsipan" sebagai ganti "4. SOP Pengarsipan"
    Maka aturan related/numbering-gap menemukan 1 temuan minor
    Dan temuan menyatakan "nomor 3 tidak ada"

  Skenario: Keterkaitan yang berlanjut di halaman berikutnya
    Dengan SOP lengkap
    Ketika keterkaitan berisi SOP Pengukuran Kinerja; SOP Penyusunan Laporan Kinerja; SOP Reviu Laporan Kinerja
    Dan keterkaitan berlanjut di halaman berikutnya sesudah butir 2
    Maka aturan related/numbering-gap tidak menemukan apa pun
    Dan aturan related/duplicate tidak menemukan apa pun

  Skenario: Langkah merujuk SOP yang tidak tercantum
    Dengan SOP lengkap
    Ketika keterangan langkah 4 menjadi "lihat SOP Pengelolaan Surat Keluar"
    Maka aturan related/unlisted-reference menemukan 1 temuan minor
    Dan temuan menyatakan "SOP Pengelolaan Surat Keluar"
    Dan temuan mengutip "lihat SOP Pengelolaan Surat Keluar"

  Garis-Besar Skenario: Langkah merujuk SOP yang tercantum atau SOP ini sendiri
    Dengan SOP lengkap
    Ketika keterangan langkah 4 menjadi "lihat SOP <nama>"
    Maka aturan related/unlisted-reference tidak menemukan apa pun

    Contoh:
      | nama                     |
      | Pengukuran Kinerja       |
      | PENGUKURAN KINERJA       |
      | Pengumpulan Data Kinerja |
