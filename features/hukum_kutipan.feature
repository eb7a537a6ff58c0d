# language: id
Fitur: Judul, nomor, dan pokok peraturan yang dikutip
  Satu kesalahan dilaporkan satu kali, oleh aturan yang paling tepat; register yang tidak pasti hanya meminta konfirmasi.

  @aturan-DH-10
  Skenario: Judul milik nomor lain pada tahun yang sama
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika kata "Nomor 29 Tahun 2014" dalam dasar hukum diganti "Nomor 39 Tahun 2014"
    Maka aturan legal/wrong-number menemukan 1 temuan mayor
    Dan temuan menyatakan "Perpres 39/2014 tertulis dengan judul"
    Dan temuan menyatakan "judul itu milik Perpres 29/2014"
    Dan keyakinan temuan tinggi

  @aturan-DH-10
  Skenario: Judul milik nomor lain menurut register yang belum pasti
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika kata "Nomor 53 Tahun 2014" dalam dasar hukum diganti "Nomor 43 Tahun 2014"
    Maka aturan legal/wrong-number menemukan 1 temuan minor
    Dan temuan menyatakan "menurut register ialah judul PermenPANRB 53/2014; perlu konfirmasi"
    Dan keyakinan temuan sedang

  @aturan-DH-10
  Garis-Besar Skenario: Judul peraturan dengan nomor dan tahun lain
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika dasar hukum ditambah "<peraturan>"
    Maka aturan legal/wrong-number menemukan 1 temuan minor
    Dan temuan menyatakan "dalam register ialah judul <pemilik>"
    Dan temuan menyatakan "karena dua peraturan dapat berjudul sama"
    Dan keyakinan temuan rendah

    Contoh:
      | peraturan                                                                            | pemilik         |
      | Peraturan Presiden Nomor 40 Tahun 2015 tentang Sistem Pemerintahan Berbasis Elektronik | Perpres 95/2018 |
      | Peraturan Presiden Nomor 40 Tahun 2016 tentang Satu Data Indonesia                   | Perpres 39/2019 |

  @aturan-DH-10
  Skenario: Klausul perubahan menyebut undang-undang lain
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika dasar hukum diawali "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah diubah terakhir dengan Undang-Undang Nomor 9 Tahun 2015 tentang Perubahan Kedua atas Undang-Undang Nomor 24 Tahun 2014"
    Maka aturan legal/wrong-number menemukan 1 temuan mayor
    Dan temuan menyatakan "Kutipan UU 23/2014 menyebut UU 9/2015 sebagai perubahan atas UU 24/2014; yang diubah ialah UU 23/2014"
    Dan keyakinan temuan tinggi

  @aturan-DH-10
  Skenario: Klausul perubahan menyebut undang-undang lain, dan perubahannya tidak dikenal register
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika dasar hukum diawali "Undang-Undang Nomor 30 Tahun 2014 tentang Administrasi Pemerintahan sebagaimana telah diubah dengan Undang-Undang Nomor 11 Tahun 2020 tentang Perubahan atas Undang-Undang Nomor 31 Tahun 2014"
    Maka aturan legal/wrong-number menemukan 1 temuan minor
    Dan temuan menyatakan "bukan atas UU 30/2014; perlu konfirmasi"
    Dan keyakinan temuan sedang

  @aturan-DH-10
  Skenario: Judul peraturan perubahan menyebut peraturan lain
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika dasar hukum ditambah "Peraturan Pemerintah Nomor 72 Tahun 2019 tentang Perubahan atas Peraturan Pemerintah Nomor 18 Tahun 2017 tentang Perangkat Daerah"
    Maka aturan legal/wrong-number menemukan 1 temuan mayor
    Dan temuan menyatakan "PP 18/2017"
    Dan aturan legal/wrong-title tidak menemukan apa pun
    Dan aturan legal/title-cut tidak menemukan apa pun

  @aturan-DH-10
  Garis-Besar Skenario: Nomor yang benar
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika isi dasar hukum dikosongkan
    Dan dasar hukum ditambah "<peraturan>"
    Maka aturan legal/wrong-number tidak menemukan apa pun

    Contoh:
      | peraturan                                                                                                  |
      | Peraturan Pemerintah Nomor 58 Tahun 2005 tentang Pengelolaan Keuangan Daerah                               |
      | Peraturan Pemerintah Nomor 12 Tahun 2019 tentang Pengelolaan Keuangan Daerah                               |
      | Peraturan Pemerintah Nomor 72 Tahun 2019 tentang Perubahan atas Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah |

  @aturan-DH-10
  Skenario: Peraturan daerah saja tidak dapat dicocokkan dengan register
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika isi dasar hukum dikosongkan
    Dan dasar hukum ditambah "Peraturan Bupati Arunika Nomor 12 Tahun 2021 tentang Perjanjian Kinerja"
    Maka aturan legal/wrong-number tidak dapat dinilai karena "Tidak satu pun peraturan yang dikutip ada dalam register"
    Dan aturan legal/wrong-title tidak berlaku
    Dan aturan legal/title-cut tidak berlaku

  @aturan-DH-07 @aturan-DH-09
  Garis-Besar Skenario: Judul yang tidak dapat dinilai karena nomornya keliru atau judulnya tidak ada
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika isi dasar hukum dikosongkan
    Dan dasar hukum ditambah "<peraturan>"
    Maka aturan legal/title-cut tidak berlaku
    Dan aturan legal/wrong-title tidak berlaku

    Contoh:
      | peraturan                                                                          |
      | Peraturan Pemerintah Nomor 17 Tahun 2018                                           |
      | Undang-Undang Nomor 24 Tahun 2014 tentang Administrasi Pemerintahan                |
      | Peraturan Pemerintah Nomor 12 Tahun 2017 tentang Sinkronisasi Proses Perencanaan dan Penganggaran Pembangunan Nasional |

  @aturan-DH-07
  Garis-Besar Skenario: Judul berhenti di tengah
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika isi dasar hukum dikosongkan
    Dan dasar hukum ditambah "<peraturan>"
    Maka aturan legal/title-cut menemukan 1 temuan minor
    Dan temuan menyatakan "masih ada "
    Dan temuan menyatakan "<kurang>"
    Dan keyakinan temuan <keyakinan>
    Dan aturan legal/wrong-title tidak menemukan apa pun

    Contoh:
      | peraturan                                                                                            | kurang           | keyakinan |
      | Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi                  | Pemerintah       | tinggi    |
      | Peraturan Pemerintah Nomor 12 Tahun 2017 tentang Pembinaan dan Pengawasan Penyelenggaraan             | Pemerintahan Daerah | sedang |

  @aturan-DH-09
  Garis-Besar Skenario: Kata yang bukan kata judul resmi
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika isi dasar hukum dikosongkan
    Dan dasar hukum ditambah "<peraturan>"
    Maka aturan legal/wrong-title menemukan 1 temuan minor
    Dan temuan menyatakan "<beda>"
    Dan keyakinan temuan <keyakinan>
    Dan aturan legal/title-cut tidak menemukan apa pun

    Contoh:
      | peraturan                                                                                     | beda                                     | keyakinan |
      | Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintah Daerah                                   | “pemerintah” seharusnya “pemerintahan”   | tinggi    |
      | Peraturan Pemerintah Nomor 12 Tahun 2017 tentang Pembinaan dan Pengawasan Penyelenggara Pemerintahan Daerah | “penyelenggara” seharusnya “penyelenggaraan” | sedang |
      | Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan Nasional                                  | “nasional” tidak ada dalam judul resmi   | tinggi    |

  @aturan-DH-09
  Skenario: Koma yang memecah istilah hanya saran
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika kata "Tata Cara Reviu" dalam dasar hukum diganti "Tata Cara, Reviu"
    Maka aturan legal/wrong-title menemukan 1 temuan saran
    Dan temuan menyatakan "tanda koma setelah “tata cara”"
    Dan keyakinan temuan sedang

  @aturan-DH-09
  Skenario: Salah ketik dalam judul dilaporkan satu kali sebagai salah ketik
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika kata "Akuntabilitas Kinerja Instansi" dalam dasar hukum diganti "Akuntabilitas Kinerja Instansti"
    Maka aturan legal/wrong-title tidak menemukan apa pun
    Dan dokumen melanggar aturan text/typo

  @aturan-DH-09
  Skenario: Salah ketik di tempat lain tidak menutupi judul yang keliru
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika kata "Administrasi Pemerintahan" dalam dasar hukum diganti "Administrasi Pemerintah"
    Dan maksud dan tujuan pedoman berbunyi "Memberi arahan bagi semua instansti di Kecamatan Taman Selasih."
    Maka aturan legal/wrong-title menemukan 1 temuan minor

  @aturan-DH-09
  Garis-Besar Skenario: Penulisan judul yang tidak dihitung sebagai perbedaan
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika isi dasar hukum dikosongkan
    Dan dasar hukum ditambah "<peraturan>"
    Maka aturan legal/wrong-title tidak menemukan apa pun
    Dan aturan legal/title-cut tidak menemukan apa pun

    Contoh:
      | peraturan                                                                                                  |
      | UNDANG-UNDANG NOMOR 23 TAHUN 2014 TENTANG PEMERINTAHAN DAERAH                                              |
      | Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah (SAKIP)    |
      | Peraturan Pemerintah Nomor 60 Tahun 2008 tentang Sistem Pengendalian Intern Pemerintah (Lembaran Negara Republik Indonesia Tahun 2008 Nomor 127) |

  @aturan-DH-12
  Garis-Besar Skenario: Peraturan pokok SOP tentang kinerja
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika dasar hukum "<peraturan>" dihapus
    Maka aturan legal/missing-expected menemukan 1 temuan minor
    Dan temuan menyatakan "<nama>"
    Dan temuan menyatakan "peraturan pokok untuk SOP tentang kinerja, tidak dikutip"
    Dan keyakinan temuan tinggi

    Contoh:
      | peraturan           | nama                |
      | Nomor 29 Tahun 2014 | Perpres 29/2014     |
      | Nomor 53 Tahun 2014 | PermenPANRB 53/2014 |

  @aturan-DH-12
  Skenario: Pedoman penyusunan SOP hanya disarankan
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika dasar hukum "Nomor 35 Tahun 2012" dihapus
    Maka aturan legal/missing-expected menemukan 1 temuan saran
    Dan temuan menyatakan "Pedoman penyusunan SOP (PermenPANRB 35/2012, atau Permendagri 52/2011) tidak dikutip"

  @aturan-DH-12
  Skenario: SOP yang tidak tentang kinerja tidak memerlukan peraturan SAKIP
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika judul SOP diganti menjadi "PELAYANAN SURAT PENGANTAR"
    Dan dasar hukum "Nomor 29 Tahun 2014" dihapus
    Dan dasar hukum "Nomor 53 Tahun 2014" dihapus
    Maka aturan legal/missing-expected tidak menemukan apa pun

  @aturan-DH-12
  Skenario: SOP evaluasi yang hanya mengutip pedoman evaluasi lama
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika judul SOP diganti menjadi "EVALUASI AKUNTABILITAS KINERJA INTERNAL"
    Dan dasar hukum ditambah "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 12 Tahun 2015 tentang Pedoman Evaluasi atas Implementasi Sistem Akuntabilitas Kinerja Instansi Pemerintah"
    Maka aturan legal/missing-expected menemukan 1 temuan minor
    Dan temuan menyatakan "PermenPANRB 88/2021"
    Dan temuan menyatakan "yang dikutip pendahulunya: PermenPANRB 12/2015"

  @aturan-DH-12
  Skenario: Pedoman evaluasi lama pada tahun ketika masih berlaku
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika judul SOP diganti menjadi "EVALUASI AKUNTABILITAS KINERJA INTERNAL"
    Dan dasar hukum ditambah "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 12 Tahun 2015 tentang Pedoman Evaluasi atas Implementasi Sistem Akuntabilitas Kinerja Instansi Pemerintah"
    Dan SOP disahkan pada tanggal "14 Januari 2019"
    Maka aturan legal/missing-expected tidak menemukan apa pun

  @aturan-DH-12
  Garis-Besar Skenario: Peraturan yang baru lahir sesudah SOP tidak diminta
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika dasar hukum "Nomor 53 Tahun 2014" dihapus
    Dan SOP disahkan pada tanggal "<tanggal>"
    Maka aturan legal/missing-expected <hasil>

    Contoh:
      | tanggal          | hasil                    |
      | 28 November 2014 | tidak menemukan apa pun  |
      | 1 Desember 2014  | menemukan 1 temuan minor |

  @aturan-DH-13
  Skenario: Peraturan yang lebih tinggi ditempatkan sesudah yang lebih rendah
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika dasar hukum ditambah "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan"
    Maka aturan legal/order menemukan 1 temuan saran
    Dan temuan menyatakan "UU 43/2009 lebih tinggi tingkatannya, tetapi ditempatkan setelah PermenPANRB 53/2014"
    Dan keyakinan temuan tinggi

  @aturan-DH-13
  Skenario: Peraturan setingkat yang lebih tua ditempatkan sesudah yang lebih muda
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika dasar hukum diawali "Peraturan Pemerintah Nomor 12 Tahun 2019 tentang Pengelolaan Keuangan Daerah"
    Maka aturan legal/order menemukan 1 temuan saran
    Dan temuan menyatakan "PP 17/2018 lebih tua, tetapi ditempatkan setelah PP 12/2019"
    Dan keyakinan temuan rendah

  @aturan-DH-13
  Skenario: Tingkatan dan umur sama-sama terbalik
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika dasar hukum diawali "Peraturan Pemerintah Nomor 12 Tahun 2019 tentang Pengelolaan Keuangan Daerah"
    Dan dasar hukum ditambah "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan"
    Maka aturan legal/order menemukan 1 temuan saran
    Dan temuan menyatakan "UU 43/2009 lebih tinggi tingkatannya"

  @aturan-DH-14
  Skenario: Jenis yang sama ditulis dengan dua cara
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika dasar hukum diawali "PP No. 12 Tahun 2017 tentang Pembinaan dan Pengawasan Penyelenggaraan Pemerintahan Daerah"
    Maka aturan legal/abbrev menemukan 1 temuan saran
    Dan temuan menyatakan "“PP”, dan “Peraturan Pemerintah”"
