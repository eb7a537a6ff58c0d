# language: id
Fitur: Membaca daftar dasar hukum
  Daftar yang kosong adalah temuan; daftar yang tidak terbaca, terpotong, atau memang tidak dikenal dalam formulir lain
  tidak dapat dinilai.

  @aturan-DH-01
  Skenario: Daftar yang kosong tidak dilaporkan lagi oleh aturan tentang butirnya
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika isi dasar hukum dikosongkan
    Maka aturan legal/missing menemukan 1 temuan kritis
    Dan temuan menyatakan "Bagian Dasar Hukum ada, tetapi tidak memuat satu pun peraturan"
    Dan keyakinan temuan tinggi
    Dan aturan legal/duplicate tidak berlaku
    Dan aturan legal/incomplete tidak berlaku
    Dan aturan legal/missing-expected tidak berlaku
    Dan aturan legal/title-cut tidak berlaku
    Dan aturan legal/wrong-title tidak berlaku
    Dan aturan legal/wrong-number tidak berlaku
    Dan aturan legal/split-item tidak berlaku
    Dan aturan legal/order tidak berlaku
    Dan aturan legal/abbrev tidak berlaku
    Dan aturan legal/lists-differ tidak berlaku

  @aturan-DH-01
  Skenario: Bagian Dasar Hukum tidak ada dalam naskah tanpa bagian identitas
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika kotak Dasar Hukum dihapus dari formulir
    Dan bagian identitas dihapus
    Maka aturan legal/missing menemukan 1 temuan kritis
    Dan temuan menyatakan "Dokumen tidak memuat bagian Dasar Hukum"

  @aturan-DH-01
  Skenario: Bagian Dasar Hukum tidak ada dalam formulir
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika kotak Dasar Hukum dihapus dari formulir
    Maka aturan legal/missing menemukan 1 temuan kritis
    Dan temuan menyatakan "Dokumen tidak memuat bagian Dasar Hukum"
    Dan temuan mencatat "dicari pada"

  @aturan-DH-01
  Skenario: Satu peraturan sudah merupakan dasar hukum
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika isi dasar hukum dikosongkan
    Dan dasar hukum ditambah "Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan"
    Maka aturan legal/missing tidak menemukan apa pun

  @aturan-DH-01 @aturan-DH-06 @aturan-DH-11
  Skenario: Peraturan terpisah dari judulnya
    Dengan naskah
      """
      URUSAN PELAYANAN 1 UU No. 25 Tahun 2009 tentang Pelayanan Publik 2 UU No. 6 Tahun 2014 tentang Desa
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 065/12/TS/2024
      Tanggal Pembuatan : 2 Januari 2024
      Tanggal Revisi : -
      Tanggal Pengesahan : 9 Januari 2024
      Tanggal Efektif : 15 Januari 2024
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PELAYANAN SURAT PENGANTAR

      Dasar Hukum

      Peringatan
      Bila terlambat, layanan tertunda.

      No	Kegiatan	Camat	Staf	Kelengkapan	Waktu	Output	Ket
      1	Mencatat surat masuk		X	Surat	5 menit	Catatan	
      2	Membaca surat masuk	X		Catatan	1 jam	Disposisi	
      """
    Maka aturan legal/missing tidak dapat dinilai karena "tidak dapat dipasangkan dengan judulnya"
    Dan aturan legal/revoked tidak dapat dinilai karena "Daftar dasar hukum tidak dapat dibaca"
    Dan aturan legal/not-yet-issued tidak dapat dinilai karena "Daftar dasar hukum tidak dapat dibaca"

  @aturan-DH-01
  Garis-Besar Skenario: Berkas berakhir sebelum daftarnya terbaca
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 065/12/TS/2024
      Tanggal Pembuatan : 2 Januari 2024
      Tanggal Revisi : -
      Tanggal Pengesahan : 9 Januari 2024
      Tanggal Efektif : 15 Januari 2024
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PELAYANAN SURAT PENGANTAR
      Kualifikasi Pelaksana
      1. Memahami tata naskah dinas
      Keterkaitan
      1. SOP Surat Masuk
      <akhir>
      """
    Maka aturan legal/missing tidak dapat dinilai karena "Teks berakhir di tengah dokumen"

    Contoh:
      | akhir             |
      | 2. SOP Arsip      |
      | Dasar Hukum       |

  @aturan-DH-01 @aturan-DH-02 @aturan-DH-04 @aturan-DH-12
  Skenario: Berkas berakhir di tengah daftar
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 065/12/TS/2024
      Tanggal Pembuatan : 2 Januari 2024
      Tanggal Revisi : -
      Tanggal Pengesahan : 9 Januari 2024
      Tanggal Efektif : 15 Januari 2024
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENGUKURAN KINERJA
      Dasar Hukum
      1. Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan;
      2. Peraturan Presiden Nomor 29
      """
    Maka aturan legal/missing tidak menemukan apa pun
    Dan aturan legal/incomplete tidak dapat dinilai karena "Berkas berakhir di tengah daftar dasar hukum"
    Dan aturan legal/split-item tidak dapat dinilai karena "Berkas berakhir di tengah daftar dasar hukum"
    Dan aturan legal/missing-expected tidak dapat dinilai karena "Berkas berakhir di tengah daftar dasar hukum"

  @aturan-DH-01
  Skenario: Formulir akreditasi menaruh peraturan di tempat lain
    Dengan naskah
      """
      PUSKESMAS TAMAN SELASIH
      No. Dokumen : SOP/07/2024
      No. Revisi : 00
      Tanggal Terbit : 8 Januari 2024
      Halaman : 1/2
      Ditetapkan Oleh : KEPALA PUSKESMAS
      1. Pengertian
      Arsip adalah rekaman kegiatan.
      2. Tujuan
      Menjaga arsip.
      3. Kebijakan
      Keputusan Kepala Puskesmas tentang Arsip.
      4. Prosedur
      Petugas menyimpan arsip.
      """
    Maka aturan legal/missing tidak dapat dinilai karena "formulir akreditasi"

  @aturan-DH-01 @aturan-DH-12
  Skenario: Formulir akreditasi dengan dasar hukum tidak diminta menyebut pedoman SOP AP
    Dengan naskah
      """
      PUSKESMAS TAMAN SELASIH
      No. Dokumen : SOP/07/2024
      No. Revisi : 00
      Tanggal Terbit : 8 Januari 2024
      Halaman : 1/2
      Ditetapkan Oleh : KEPALA PUSKESMAS
      1. Pengertian
      Arsip adalah rekaman kegiatan.
      2. Tujuan
      Menjaga arsip.
      3. Kebijakan
      Keputusan Kepala Puskesmas tentang Arsip.
      Dasar Hukum
      1. Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan.
      4. Prosedur
      Petugas menyimpan arsip.
      """
    Maka aturan legal/missing tidak menemukan apa pun
    Dan aturan legal/missing-expected tidak dapat dinilai karena "pedoman SOP AP tidak diminta"

  @aturan-DH-01
  Skenario: Standar pelayanan menaruh peraturan di tempat lain
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 065/12/TS/2024
      Tanggal Pembuatan : 2 Januari 2024
      Tanggal Revisi : -
      Tanggal Pengesahan : 9 Januari 2024
      Tanggal Efektif : 15 Januari 2024
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PELAYANAN SURAT PENGANTAR
      Biaya/Tarif : gratis
      Jaminan Pelayanan : tepat waktu
      Penanganan Pengaduan : kotak saran
      """
    Maka aturan legal/missing tidak dapat dinilai karena "formulir standar pelayanan"

  @aturan-DH-02
  Skenario: Bagian yang belum diisi disebut demikian
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika dasar hukum ditambah "Peraturan Bupati Arunika Nomor ... Tahun 20.. tentang Perjanjian Kinerja"
    Maka aturan legal/incomplete menemukan 1 temuan mayor
    Dan temuan menyatakan "masih memuat bagian yang belum diisi"

  @aturan-DH-02
  Skenario: Jenis dan tahun sekaligus tidak disebut
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika dasar hukum ditambah "Nomor 8 tentang Pelaporan Keuangan dan Kinerja Instansi Pemerintah"
    Maka aturan legal/incomplete menemukan 1 temuan mayor
    Dan temuan menyatakan "jenis peraturan dan tahun"

  @aturan-DH-02
  Skenario: SOP di antara peraturan berasal dari bagian lain
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika dasar hukum ditambah "SOP Penyusunan Rencana Kerja"
    Maka aturan legal/incomplete tidak dapat dinilai karena "Sebagian isi daftar dasar hukum tidak dapat dikenali"

  @aturan-DH-02
  Skenario: Satu-satunya peraturan terpecah
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika isi dasar hukum dikosongkan
    Dan dasar hukum ditambah "Peraturan Presiden Nomor 29"
    Dan dasar hukum ditambah "Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah"
    Maka aturan legal/incomplete tidak berlaku
    Dan aturan legal/split-item menemukan 1 temuan mayor

  @aturan-DH-02
  Skenario: Peraturan lain yang tidak lengkap tetap dilaporkan di samping yang terpecah
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika dasar hukum "Nomor 29 Tahun 2014" terpecah menjadi dua butir sebelum "Tahun 2014"
    Dan dasar hukum ditambah "Peraturan Bupati Arunika Tahun 2021 tentang Perjanjian Kinerja"
    Maka aturan legal/incomplete menemukan 1 temuan mayor
    Dan temuan menyatakan "tidak mencantumkan nomor"
    Dan keyakinan temuan tinggi

  @aturan-DH-03
  Skenario: Satu peraturan disebut tiga kali
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika dasar hukum ditambah "PP No. 17 Tahun 2018 tentang Kecamatan"
    Dan dasar hukum ditambah "PP Nomor 17 Tahun 2018 tentang Kecamatan"
    Maka aturan legal/duplicate menemukan 2 temuan minor
    Dan temuan mengutip "PP No. 17 Tahun 2018" lalu "Peraturan Pemerintah Nomor 17 Tahun 2018"
    Dan temuan mengutip "PP Nomor 17 Tahun 2018" lalu "PP No. 17 Tahun 2018"
    Dan keyakinan temuan tinggi

  @aturan-DH-03
  Skenario: Pengulangan yang terpecah dilaporkan sebagai butir yang terpecah
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika dasar hukum ditambah "Peraturan Pemerintah Nomor 17 Tahun 2018"
    Dan dasar hukum ditambah "tentang Kecamatan"
    Maka aturan legal/duplicate tidak menemukan apa pun
    Dan aturan legal/split-item menemukan 1 temuan mayor

  @aturan-DH-03
  Skenario: Peraturan yang terpecah di awal daftar, lalu utuh di akhir
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika dasar hukum "Nomor 17 Tahun 2018" terpecah menjadi dua butir sebelum "tentang"
    Dan dasar hukum ditambah "PP No. 17 Tahun 2018 tentang Kecamatan"
    Maka aturan legal/duplicate tidak menemukan apa pun
    Dan aturan legal/split-item menemukan 1 temuan mayor

  @aturan-DH-03
  Skenario: Di antara dua penyebutan yang utuh ada yang terpecah
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika dasar hukum ditambah "Peraturan Pemerintah Nomor 17 Tahun 2018"
    Dan dasar hukum ditambah "tentang Kecamatan"
    Dan dasar hukum ditambah "PP No. 17 Tahun 2018 tentang Kecamatan"
    Maka aturan legal/duplicate menemukan 1 temuan minor
    Dan temuan mengutip "PP No. 17 Tahun 2018" lalu "Peraturan Pemerintah Nomor 17 Tahun 2018"

  @aturan-DH-03
  Skenario: Diulang dalam formulir dan di tempat lain dalam pedoman
    Dengan SOP lengkap
    Ketika naskah menulis "- a. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;" sebagai ganti "- a. Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan;"
    Dan naskah menulis "- b. Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan;" sebagai ganti "- b. Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah;"
    Dan dasar hukum pada formulir ditambah "PP No. 17 Tahun 2018 tentang Kecamatan"
    Maka aturan legal/duplicate menemukan 1 temuan minor
    Dan temuan mengutip "PP No. 17 Tahun 2018" lalu "Peraturan Pemerintah Nomor 17 Tahun 2018"

  @aturan-DH-03
  Skenario: Dua peraturan disebut dua kali
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika dasar hukum ditambah "Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan"
    Dan dasar hukum ditambah "Perpres No. 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah"
    Maka aturan legal/duplicate menemukan 2 temuan minor
    Dan temuan menyatakan "PP 17/2018"
    Dan temuan menyatakan "Perpres 29/2014"

  @aturan-DH-03
  Skenario: Diulang dalam formulir saja, juga disebut dalam pedoman
    Dengan SOP lengkap
    Ketika dasar hukum pada formulir ditambah "Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan"
    Dan dasar hukum pada formulir ditambah "Perpres No. 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah"
    Maka aturan legal/duplicate menemukan 2 temuan minor

  @aturan-DH-03
  Garis-Besar Skenario: Bukan pengulangan
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika dasar hukum ditambah "<satu>"
    Dan dasar hukum ditambah "<dua>"
    Maka aturan legal/duplicate tidak menemukan apa pun

    Contoh:
      | satu                                                                     | dua                                                                     |
      | Peraturan Bupati Arunika Nomor ... Tahun 20.. tentang Kinerja            | Peraturan Bupati Arunika Nomor ... Tahun 20.. tentang Kinerja           |
      | Peraturan Pemerintah Nomor 12 Tahun 2017 tentang Pembinaan               | Peraturan Presiden Nomor 12 Tahun 2017 tentang Pembinaan                |
      | Peraturan Bupati Arunika Nomor 12 Tahun 2021 tentang Perjanjian Kinerja  | Peraturan Bupati Arunika Nomor 12 Tahun 2022 tentang Perjanjian Kinerja |
      | Peraturan Pemerintah Nomor 8 Tahun 2006                                  | tentang Pelaporan Keuangan dan Kinerja Instansi Pemerintah              |

  @aturan-DH-03
  Skenario: Urutan yang berbeda dalam pedoman dan formulir
    Dengan SOP lengkap
    Ketika naskah menulis "- a. Peraturan Bupati Arunika Nomor 12 Tahun 2021 tentang Kinerja;" sebagai ganti "- a. Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan;"
    Dan dasar hukum pada formulir ditambah "Peraturan Bupati Arunika Nomor 12 Tahun 2021 tentang Kinerja"
    Maka aturan legal/duplicate tidak menemukan apa pun
    Dan aturan legal/lists-differ menemukan 1 temuan minor
    Dan temuan menyatakan "pada formulir yang tidak ada pada bagian naratif: PP 17/2018"

  @aturan-DH-05
  Garis-Besar Skenario: Setiap daftar memuat peraturan yang tidak ada pada daftar lainnya
    Dengan SOP lengkap
    Ketika naskah menulis "- a. Peraturan Pemerintah Nomor 19 Tahun 2008" sebagai ganti "- a. Peraturan Pemerintah Nomor 17 Tahun 2018"
    Dan dasar hukum pada formulir ditambah "<peraturan>"
    Maka aturan legal/lists-differ menemukan 1 temuan minor
    Dan temuan menyatakan "Hanya pada formulir: PP 17/2018. Hanya pada bagian naratif: PP 19/2008"
    Dan keyakinan temuan <keyakinan>

    Contoh:
      | peraturan                                                   | keyakinan |
      | Perpres 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah | tinggi |
      | Peraturan Bupati Arunika tentang Kinerja                    | sedang    |

  @aturan-DH-05
  Skenario: Peraturan pada formulir saja, di samping butir yang tidak dikenali
    Dengan SOP lengkap
    Ketika dasar hukum pada formulir ditambah "Peraturan Bupati Arunika Nomor 12 Tahun 2021 tentang Perjanjian Kinerja"
    Dan dasar hukum pada formulir ditambah "Peraturan Bupati Arunika tentang Kinerja"
    Maka aturan legal/lists-differ menemukan 1 temuan minor
    Dan temuan menyatakan "Dasar hukum pada formulir yang tidak ada pada bagian naratif: Perbup"
    Dan keyakinan temuan sedang

  @aturan-DH-05
  Garis-Besar Skenario: Peraturan pada bagian naratif saja
    Dengan SOP lengkap
    Ketika dasar hukum pada formulir ditambah "<peraturan>"
    Dan naskah menulis "Pemerintahan; 4. " sebagai ganti "Pemerintahan; 4. Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu atas Laporan Kinerja Instansi Pemerintah; 5. "
    Maka aturan legal/lists-differ menemukan 1 temuan minor
    Dan temuan menyatakan "Dasar hukum pada bagian naratif yang tidak ada pada formulir: PermenPANRB 53/2014"
    Dan keyakinan temuan <keyakinan>

    Contoh:
      | peraturan                                                                      | keyakinan |
      | Perpres 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah | tinggi    |
      | Peraturan Bupati Arunika tentang Kinerja                                       | sedang    |

  @aturan-DH-05
  Skenario: Dua peraturan berbeda pada setiap daftar
    Dengan SOP lengkap
    Ketika naskah menulis "- a. Peraturan Pemerintah Nomor 19 Tahun 2008" sebagai ganti "- a. Peraturan Pemerintah Nomor 17 Tahun 2018"
    Dan naskah menulis "- b. Peraturan Presiden Nomor 81 Tahun 2010" sebagai ganti "- b. Peraturan Presiden Nomor 29 Tahun 2014"
    Maka aturan legal/lists-differ menemukan 1 temuan minor
    Dan temuan menyatakan "Hanya pada formulir: PP 17/2018 dan Perpres 29/2014"

  @aturan-DH-05
  Skenario: Butir yang tidak dikenali tanpa perbedaan yang tampak
    Dengan SOP lengkap
    Ketika dasar hukum ditambah "Peraturan Bupati Arunika tentang Kinerja"
    Maka aturan legal/lists-differ tidak dapat dinilai karena "tidak dapat dibandingkan seluruhnya"

  @aturan-DH-12
  Skenario: Formulir akreditasi yang menyebut pedoman SOP
    Dengan naskah
      """
      PUSKESMAS TAMAN SELASIH
      No. Dokumen : SOP/07/2024
      No. Revisi : 00
      Tanggal Terbit : 8 Januari 2024
      Halaman : 1/2
      Ditetapkan Oleh : KEPALA PUSKESMAS
      1. Pengertian
      Arsip adalah rekaman kegiatan.
      2. Tujuan
      Menjaga arsip.
      3. Kebijakan
      Keputusan Kepala Puskesmas tentang Arsip.
      Dasar Hukum
      1. Peraturan Menteri Dalam Negeri Nomor 52 Tahun 2011 tentang Standar Operasional Prosedur di Lingkungan Pemerintah Provinsi dan Kabupaten/Kota.
      4. Prosedur
      Petugas menyimpan arsip.
      """
    Maka aturan legal/missing-expected tidak menemukan apa pun

  @aturan-DH-12
  Skenario: Berkas berakhir di tengah daftar yang sudah memuat pedoman SOP
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 065/12/TS/2024
      Tanggal Pembuatan : 2 Januari 2024
      Tanggal Revisi : -
      Tanggal Pengesahan : 9 Januari 2024
      Tanggal Efektif : 15 Januari 2024
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PELAYANAN SURAT PENGANTAR
      Dasar Hukum
      1. Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012 tentang Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan;
      2. Peraturan Pemerintah Nomor 17
      """
    Maka aturan legal/missing-expected tidak menemukan apa pun
    Dan aturan legal/incomplete tidak dapat dinilai karena "Berkas berakhir di tengah daftar dasar hukum"
