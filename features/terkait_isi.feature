# language: id
Fitur: Isi Keterkaitan
  Keterkaitan memuat SOP lain yang dapat dikenali: masing-masing sekali, berurutan nomornya, dan bukan dokumen, bukan SOP
  ini sendiri, bukan SOP urusan lain. Keterkaitan yang tidak terbaca tidak dinilai; bagian lain yang tidak terbaca tidak
  menghalangi penilaiannya.

  @aturan-KT-01 @aturan-KT-02 @aturan-KT-04 @aturan-KT-05 @aturan-KT-06
  Garis-Besar Skenario: Judul Keterkaitan tercetak di tengah baris bagian lain
    Dengan SOP lengkap
    Ketika kotak Keterkaitan dihapus dari formulir
    Dan peringatan berbunyi "Apabila prosedur tidak dilaksanakan, data kinerja terlambat. Keterkaitan : 1. SOP Surat Masuk"
    Maka aturan <aturan> tidak dapat dinilai karena "Isi bagian Keterkaitan tidak dapat dipasangkan dengan judulnya."

    Contoh:
      | aturan                |
      | related/duplicate     |
      | related/numbering-gap |
      | related/not-sop       |
      | related/irrelevant    |
      | related/vague         |

  @aturan-KT-03
  Skenario: Rujukan langkah tidak dapat dicocokkan dengan Keterkaitan yang tidak terbaca
    Dengan SOP lengkap
    Ketika kotak Keterkaitan dihapus dari formulir
    Dan peringatan berbunyi "Apabila prosedur tidak dilaksanakan, data kinerja terlambat. Keterkaitan : 1. SOP Surat Masuk"
    Dan keterangan langkah 4 menjadi "lihat SOP Pengelolaan Surat Keluar"
    Maka aturan related/unlisted-reference tidak dapat dinilai karena "Isi bagian Keterkaitan tidak dapat dipasangkan"

  @aturan-KT-03
  Skenario: Tanpa rujukan tidak ada yang dicocokkan dengan Keterkaitan yang tidak terbaca
    Dengan SOP lengkap
    Ketika kotak Keterkaitan dihapus dari formulir
    Dan peringatan berbunyi "Apabila prosedur tidak dilaksanakan, data kinerja terlambat. Keterkaitan : 1. SOP Surat Masuk"
    Maka aturan related/unlisted-reference tidak berlaku

  @aturan-KT-01 @aturan-KT-02 @aturan-KT-04 @aturan-KT-05 @aturan-KT-06
  Garis-Besar Skenario: Bagian lain yang tidak terbaca tidak menghalangi
    Dengan SOP lengkap
    Ketika kotak Pencatatan dan Pendataan dihapus dari formulir
    Dan peringatan berbunyi "Apabila prosedur tidak dilaksanakan, data kinerja terlambat. Pencatatan dan Pendataan : 1. Buku agenda"
    Maka aturan <aturan> tidak menemukan apa pun

    Contoh:
      | aturan                |
      | related/duplicate     |
      | related/numbering-gap |
      | related/not-sop       |
      | related/irrelevant    |
      | related/vague         |

  @aturan-KT-03
  Garis-Besar Skenario: Rujukan langkah dan bagian lain yang tidak terbaca
    Dengan SOP lengkap
    Ketika kotak Pencatatan dan Pendataan dihapus dari formulir
    Dan peringatan berbunyi "Apabila prosedur tidak dilaksanakan, data kinerja terlambat. Pencatatan dan Pendataan : 1. Buku agenda"
    Dan keterangan langkah 4 menjadi "lihat SOP <nama>"
    Maka <hasil>

    Contoh:
      | nama                    | hasil                                                       |
      | Pengelolaan Surat Keluar | aturan related/unlisted-reference menemukan 1 temuan minor |
      | Pengukuran Kinerja      | aturan related/unlisted-reference tidak menemukan apa pun   |

  @aturan-KT-01 @aturan-KT-02 @aturan-KT-04 @aturan-KT-05 @aturan-KT-06
  Garis-Besar Skenario: Keterkaitan tanpa isi
    Dengan SOP lengkap
    Ketika isi Keterkaitan dihapus dari formulir
    Maka aturan <aturan> tidak berlaku

    Contoh:
      | aturan                |
      | related/duplicate     |
      | related/numbering-gap |
      | related/not-sop       |
      | related/irrelevant    |
      | related/vague         |

  @aturan-KT-03
  Skenario: Langkah merujuk SOP padahal Keterkaitan kosong
    Dengan SOP lengkap
    Ketika isi Keterkaitan dihapus dari formulir
    Dan keterangan langkah 4 menjadi "lihat SOP Pengelolaan Surat Keluar"
    Maka aturan related/unlisted-reference menemukan 1 temuan minor
    Dan temuan menyatakan 'Langkah 4 merujuk "SOP Pengelolaan Surat Keluar"'
    Dan keyakinan temuan tinggi

  @aturan-KT-01
  Skenario: Satu SOP tercantum dua kali
    Dengan SOP lengkap
    Ketika keterkaitan berisi SOP Pengukuran Kinerja; SOP Reviu Laporan Kinerja; SOP Pengukuran Kinerja
    Maka aturan related/duplicate menemukan 1 temuan minor
    Dan temuan menyatakan 'Keterkaitan memuat "SOP Pengukuran Kinerja" lebih dari sekali.'
    Dan keyakinan temuan tinggi

  @aturan-KT-01
  Skenario: Satu dokumen tercantum dengan salah satu dari dua namanya
    Dengan SOP lengkap
    Ketika keterkaitan berisi Renja/RKT Tahun 2024; Renja Tahun 2024
    Maka aturan related/duplicate menemukan 1 temuan minor
    Dan temuan menyatakan 'Keterkaitan memuat "Renja Tahun 2024" dan "Renja/RKT Tahun 2024", yang menyebut dokumen yang sama.'
    Dan keyakinan temuan sedang

  @aturan-KT-01
  Skenario: Dokumen bernama sama dari dua tahun
    Dengan SOP lengkap
    Ketika keterkaitan berisi Renja/RKT Tahun 2024; Renja Tahun 2023
    Maka aturan related/duplicate tidak menemukan apa pun

  @aturan-KT-02
  Skenario: Nomor yang melompat dalam Keterkaitan
    Dengan SOP lengkap
    Ketika keterkaitan berisi SOP Pengukuran Kinerja; SOP Reviu Laporan Kinerja
    Dan naskah menulis "3. SOP Reviu Laporan Kinerja" sebagai ganti "2. SOP Reviu Laporan Kinerja"
    Maka aturan related/numbering-gap menemukan 1 temuan minor
    Dan temuan menyatakan "Penomoran Keterkaitan melompat: nomor 2 tidak ada."

  @aturan-KT-02
  Skenario: Nomor yang melompat dalam bagian lain
    Dengan SOP lengkap
    Ketika naskah menulis "3. Perjanjian Kinerja" sebagai ganti "2. Perjanjian Kinerja"
    Maka aturan related/numbering-gap tidak menemukan apa pun

  @aturan-KT-02
  Skenario: Keterkaitan tanpa nomor
    Dengan SOP lengkap
    Ketika keterkaitan berisi SOP Pengukuran Kinerja; SOP Reviu Laporan Kinerja
    Dan naskah menulis "SOP Pengukuran Kinerja" sebagai ganti "1. SOP Pengukuran Kinerja"
    Dan naskah menulis "SOP Reviu Laporan Kinerja" sebagai ganti "2. SOP Reviu Laporan Kinerja"
    Maka aturan related/numbering-gap tidak berlaku

  @aturan-KT-04
  Skenario: Satu dokumen di antara SOP
    Dengan SOP lengkap
    Ketika keterkaitan berisi SOP Pengukuran Kinerja; SOP Reviu Laporan Kinerja; Rencana Aksi
    Maka aturan related/not-sop menemukan 1 temuan minor
    Dan temuan menyatakan '1 dari 3 butir Keterkaitan bukan SOP: "Rencana Aksi".'
    Dan keyakinan temuan sedang

  @aturan-KT-04
  Skenario: Semua butir adalah dokumen
    Dengan SOP lengkap
    Ketika keterkaitan berisi Rencana Aksi; Perjanjian Kinerja
    Maka aturan related/not-sop menemukan 1 temuan minor
    Dan temuan menyatakan "2 dari 2 butir Keterkaitan bukan SOP"
    Dan keyakinan temuan tinggi

  @aturan-KT-04
  Skenario: Nama kegiatan tanpa kata SOP
    Dengan SOP lengkap
    Ketika keterkaitan berisi SOP Pengukuran Kinerja; Penyusunan Laporan Kinerja
    Maka aturan related/not-sop tidak menemukan apa pun

  @aturan-KT-04
  Skenario: Butir yang tidak dikenali
    Dengan SOP lengkap
    Ketika keterkaitan berisi Arunika Satu Pintu
    Maka aturan related/not-sop tidak dapat dinilai karena "Tidak dapat dipastikan apakah semua butir Keterkaitan adalah nama SOP."
    Dan aturan related/irrelevant tidak berlaku

  @aturan-KT-05
  Skenario: SOP urusan yang lain sama sekali
    Dengan SOP lengkap
    Ketika keterkaitan berisi SOP Pengukuran Kinerja; SOP Pelayanan Pengantar Nikah
    Maka aturan related/irrelevant menemukan 1 temuan saran
    Dan temuan mengutip "SOP Pelayanan Pengantar Nikah"
    Dan keyakinan temuan rendah

  @aturan-KT-05
  Skenario: Keterkaitan yang hanya memuat dokumen tidak diukur urusannya
    Dengan SOP lengkap
    Ketika keterkaitan berisi Rencana Aksi; Perjanjian Kinerja
    Maka aturan related/irrelevant tidak berlaku

  @aturan-KT-06
  Garis-Besar Skenario: Butir yang tidak menunjuk SOP lain
    Dengan SOP lengkap
    Ketika keterkaitan berisi SOP Pengukuran Kinerja; <butir>
    Maka aturan related/vague menemukan 1 temuan saran
    Dan temuan menyatakan '<kondisi>'
    Dan keyakinan temuan sedang

    Contoh:
      | butir                        | kondisi                                                              |
      | SOP lainnya                  | "SOP lainnya" dalam Keterkaitan tidak menunjuk SOP tertentu.         |
      | SOP yang terkait             | "SOP yang terkait" dalam Keterkaitan tidak menunjuk SOP tertentu.    |
      | SOP Pengumpulan Data Kinerja | "SOP Pengumpulan Data Kinerja" dalam Keterkaitan adalah SOP ini sendiri. |

  @aturan-KT-06
  Garis-Besar Skenario: Butir yang diperiksa aturan lain
    Dengan SOP lengkap
    Ketika keterkaitan berisi SOP Pengukuran Kinerja; <butir>
    Maka aturan related/vague tidak menemukan apa pun

    Contoh:
      | butir                      |
      | Penyusunan Laporan Kinerja |
      | Rencana Aksi               |
      | Subbagian Perencanaan      |
