# language: id
Fitur: Isi setiap bagian formulir dan pedoman
  Judul tanpa isi, jabatan sebagai kualifikasi, dan peringatan tanpa akibat tidak menuntun pelaksana.

  @aturan-BG-01
  Garis-Besar Skenario: Bagian yang tidak ada mendapat saran sendiri
    Dengan SOP lengkap
    Ketika kotak <bagian> dihapus dari formulir
    Maka aturan section/missing menemukan 1 temuan mayor
    Dan temuan menyarankan "<saran>"

    Contoh:
      | bagian                   | saran                                       |
      | Kualifikasi Pelaksana    | kemampuan yang harus dimiliki pelaksana     |
      | Keterkaitan              | judul SOP lain                              |
      | Peralatan/Perlengkapan   | peralatan dan perlengkapan yang diperlukan  |
      | Peringatan               | akibat yang timbul                          |
      | Pencatatan dan Pendataan | formulir, register, atau berkas             |

  @aturan-BG-03
  Garis-Besar Skenario: Judul tanpa isi mendapat saran sendiri
    Dengan SOP lengkap
    Ketika isi <bagian> dihapus dari formulir
    Maka aturan section/empty menemukan 1 temuan minor
    Dan temuan menyatakan "Bagian <bagian> hanya berisi judul."
    Dan temuan menyarankan "<saran>"

    Contoh:
      | bagian                   | saran                                       |
      | Kualifikasi Pelaksana    | kemampuan yang harus dimiliki pelaksana     |
      | Keterkaitan              | judul SOP lain                              |
      | Peralatan/Perlengkapan   | peralatan dan perlengkapan yang diperlukan  |
      | Peringatan               | akibat yang timbul                          |
      | Pencatatan dan Pendataan | formulir, register, atau berkas             |

  @aturan-BG-03
  Skenario: Dua judul tanpa isi
    Dengan SOP lengkap
    Ketika isi Keterkaitan dihapus dari formulir
    Dan isi Peringatan dihapus dari formulir
    Maka aturan section/empty menemukan 2 temuan minor

  @aturan-BG-03
  Skenario: Dasar hukum hanya ada dalam pedoman
    Dengan SOP lengkap
    Ketika isi Dasar Hukum dihapus dari formulir
    Maka aturan section/empty menemukan 1 temuan minor
    Dan temuan menyatakan "peraturan hanya tercantum pada bagian naratif"

  @aturan-BG-03
  Skenario: Satu peraturan saja dalam pedoman
    Dengan SOP lengkap
    Ketika dasar hukum "Nomor 29 Tahun 2014" dihapus
    Dan dasar hukum "Nomor 35 Tahun 2012" dihapus
    Dan dasar hukum "Nomor 53 Tahun 2014" dihapus
    Dan isi Dasar Hukum dihapus dari formulir
    Maka aturan section/empty menemukan 1 temuan minor
    Dan temuan menyatakan "peraturan hanya tercantum pada bagian naratif"

  @aturan-BG-03
  Skenario: Tanpa peraturan di mana pun, Dasar Hukum dinilai tersendiri
    Dengan SOP lengkap
    Ketika dasar hukum dalam pedoman dihapus
    Dan isi Dasar Hukum dihapus dari formulir
    Maka aturan section/empty tidak menemukan apa pun
    Dan aturan legal/missing menemukan 1 temuan kritis

  @aturan-BG-03
  Skenario: Keterkaitan berisi tanda hubung berarti tidak ada SOP terkait
    Dengan SOP lengkap
    Ketika keterkaitan berisi -
    Maka aturan section/empty tidak menemukan apa pun

  @aturan-BG-05
  Garis-Besar Skenario: Jabatan di antara kualifikasi
    Dengan SOP lengkap
    Ketika kualifikasi pelaksana berisi <isi>
    Maka aturan section/qualification-is-post <hasil>

    Contoh:
      | isi                                                                          | hasil                    |
      | Camat; Sekretaris Kecamatan; Memahami SAKIP                                  | menemukan 1 temuan minor |
      | Camat; Sekretaris Kecamatan; Memahami SAKIP; Mampu mengolah data             | tidak menemukan apa pun  |
      | Camat; Memahami SAKIP; Mampu mengolah data                                   | tidak menemukan apa pun  |
      | Memiliki wewenang sebagai Camat; Memahami tugas Sekretaris; Pendidikan S1    | tidak menemukan apa pun  |

  @aturan-BG-05
  Skenario: Jabatan disebut dalam temuan
    Dengan SOP lengkap
    Ketika kualifikasi pelaksana berisi Camat; Sekretaris Kecamatan; Memahami SAKIP
    Maka aturan section/qualification-is-post menemukan 1 temuan minor
    Dan temuan menyatakan "2 dari 3 butir"
    Dan temuan mengutip "Sekretaris Kecamatan"

  @aturan-BG-07
  Skenario: Peringatan yang tidak menyebut akibat apa pun
    Dengan SOP lengkap
    Ketika peringatan berbunyi "Laksanakan prosedur ini sesuai jadwal"
    Maka aturan section/warning-no-consequence menemukan 1 temuan minor
    Dan temuan menyatakan "tidak menyebut akibat bila prosedur tidak dijalankan"
    Dan keyakinan temuan sedang

  @aturan-BG-07
  Skenario: Beberapa imbauan tanpa akibat dilaporkan sekali
    Dengan SOP lengkap
    Ketika peringatan berbunyi "1. Laksanakan prosedur ini sesuai jadwal 2. Gunakan formulir terbaru 3. Simpan bukti dukung"
    Maka aturan section/warning-no-consequence menemukan 1 temuan minor
    Dan temuan mengutip "Laksanakan prosedur ini sesuai jadwal"

  @aturan-BG-07
  Garis-Besar Skenario: Imbauan di samping peringatan yang menyebut akibat
    Dengan SOP lengkap
    Ketika peringatan berbunyi "<peringatan>"
    Maka aturan section/warning-no-consequence tidak menemukan apa pun

    Contoh:
      | peringatan                                                                                              |
      | 1. Laksanakan prosedur ini sesuai jadwal 2. Keterlambatan data menghambat pengukuran                    |
      | 1. Keterlambatan data menghambat pengukuran 2. Laksanakan prosedur ini sesuai jadwal                    |
      | 1. Gunakan formulir terbaru 2. Data yang salah menyesatkan pimpinan 3. Keterlambatan menghambat laporan |

  @aturan-BG-07
  Skenario: Peringatan yang terputus sesudah kata maka
    Dengan SOP lengkap
    Ketika peringatan berbunyi "Apabila data terlambat dikumpulkan, maka"
    Maka aturan section/warning-no-consequence menemukan 1 temuan minor
    Dan temuan menyatakan "hanya memuat syarat; akibatnya tidak disebut"

  @aturan-BG-07
  Skenario: Akibat yang disambung dengan kata dan
    Dengan SOP lengkap
    Ketika peringatan berbunyi "Apabila data tidak terkumpul dengan baik dan laporan akan tertunda"
    Maka aturan section/warning-no-consequence menemukan 1 temuan minor
    Dan temuan menyatakan "tidak ada induk kalimat"
    Dan keyakinan temuan rendah

  @aturan-BG-04
  Garis-Besar Skenario: Mekanisme yang menyebut waktu atau menunjuk ke tempat lain
    Dengan SOP lengkap
    Ketika pedoman memuat bagian
      """
      IV. Mekanisme Pengumpulan Data Kinerja

      Penanggung jawab : Camat Taman Selasih, <isi>
      """
    Maka aturan section/content-missing tidak menemukan apa pun

    Contoh:
      | isi                          |
      | setiap triwulan              |
      | paling lambat tanggal 5      |
      | triwulan                     |
      | alur terlampir               |
      | tabel sebagaimana lampiran 1 |

  @aturan-BG-04
  Skenario: Jadwal tanpa waktu dan tanpa kegiatan
    Dengan SOP lengkap
    Ketika pedoman memuat bagian
      """
      IV. Jadwal Pengumpulan Data

      Penanggung jawab : Camat Taman Selasih
      """
    Maka aturan section/content-missing menemukan 1 temuan minor
    Dan temuan menyatakan "tidak menyebut satu pun waktu"
    Dan keyakinan temuan sedang

  @aturan-BG-04
  Skenario: Jadwal yang hanya menyebut kegiatan
    Dengan SOP lengkap
    Ketika pedoman memuat bagian
      """
      IV. Jadwal Pengumpulan Data

      Seksi menyerahkan data kepada Sekretaris Kecamatan.
      """
    Maka aturan section/content-missing menemukan 1 temuan minor
    Dan temuan menyatakan "tidak menyebut satu pun waktu"

  @aturan-BG-04
  Skenario: Mekanisme yang hanya menyebut kegiatan
    Dengan SOP lengkap
    Ketika pedoman memuat bagian
      """
      IV. Mekanisme Pengumpulan Data

      Seksi menyerahkan data kepada Sekretaris Kecamatan.
      """
    Maka aturan section/content-missing tidak menemukan apa pun

  @aturan-BG-04
  Skenario: Jadwal yang menyebut satu waktu
    Dengan SOP lengkap
    Ketika pedoman memuat bagian
      """
      IV. Jadwal Pengumpulan Data

      Data diserahkan pada tanggal 5.
      """
    Maka aturan section/content-missing tidak menemukan apa pun

  @aturan-BG-04
  Skenario: Pedoman tanpa mekanisme dan tanpa jadwal
    Dengan SOP lengkap
    Maka aturan section/content-missing tidak berlaku
