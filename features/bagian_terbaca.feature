# language: id
Fitur: Bagian formulir yang tidak terbaca atau memang lain
  Formulir lain meminta bagian lain, dan bagian yang tercampur atau terpenggal tidak dituduhkan sebagai bagian yang tidak
  ada.

  @aturan-LK-01 @aturan-BG-01 @aturan-BG-03
  Skenario: Standar pelayanan meminta bagian lain
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 000.8.3.3/07/TS/I/2025
      Tanggal Pembuatan : 6 Januari 2025
      Tanggal Revisi : -
      Tanggal Efektif : 20 Januari 2025
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENYIMPANAN ARSIP
      Biaya/Tarif : gratis
      Jaminan Pelayanan : tepat waktu
      Penanganan Pengaduan : kotak saran
      """
    Maka aturan section/missing tidak dapat dinilai karena "formulir standar pelayanan"
    Dan aturan steps/table-missing tidak dapat dinilai karena "formulir standar pelayanan"
    Dan aturan section/empty tidak berlaku
    Dan aturan section/numbering tidak berlaku
    Dan aturan section/qualification-is-post tidak berlaku
    Dan aturan section/warning-no-consequence tidak berlaku
    Dan aturan section/content-missing tidak berlaku

  @aturan-LK-01
  Skenario: Standar pelayanan yang memuat tabel langkah
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 000.8.3.3/07/TS/I/2025
      Tanggal Pembuatan : 6 Januari 2025
      Tanggal Revisi : -
      Tanggal Efektif : 20 Januari 2025
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENYIMPANAN ARSIP
      Biaya/Tarif : gratis
      Jaminan Pelayanan : tepat waktu
      Penanganan Pengaduan : kotak saran

      No	Kegiatan	Camat	Staf	Kelengkapan	Waktu	Output	Ket
      1	Mencatat surat masuk		X	Surat	5 menit	Catatan
      2	Membaca surat masuk	X		Catatan	1 jam	Disposisi

      CAMAT TAMAN SELASIH,

      WISNU ANGGARAKSA, S.STP., M.Si.
      NIP. 19820517 200604 1 003
      """
    Maka aturan steps/table-missing tidak menemukan apa pun

  @aturan-LK-01
  Skenario: Formulir akreditasi yang memuat tabel langkah
    Dengan naskah
      """
      SOP PENYIMPANAN VAKSIN
      No. Dokumen : SOP/021/PKM-TS/2024
      No. Revisi : 00
      Tanggal Terbit : 8 Januari 2024
      Halaman : 1/2
      Ditetapkan Oleh : KEPALA PUSKESMAS TAMAN SELASIH
      1. Pengertian
      Penyimpanan vaksin adalah kegiatan menjaga mutu vaksin.
      2. Tujuan
      Sebagai acuan petugas dalam menyimpan vaksin.
      3. Kebijakan
      Keputusan Kepala Puskesmas tentang pelayanan imunisasi.
      4. Prosedur
      No	Kegiatan	Dokter	Staf	Kelengkapan	Waktu	Output	Ket
      1	Mencatat surat masuk		X	Surat	5 menit	Catatan
      2	Membaca surat masuk	X		Catatan	1 jam	Disposisi
      5. Unit terkait
      Ruang imunisasi.
      """
    Maka aturan steps/table-missing tidak menemukan apa pun

  @aturan-BG-02
  Skenario: Formulir akreditasi tidak memerlukan judul Dasar Hukum
    Dengan naskah
      """
      SOP PENYIMPANAN VAKSIN
      No. Dokumen : SOP/021/PKM-TS/2024
      No. Revisi : 00
      Tanggal Terbit : 8 Januari 2024
      Halaman : 1/2
      Ditetapkan Oleh : KEPALA PUSKESMAS TAMAN SELASIH
      1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan
      2. Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan

      1. Pengertian
      Penyimpanan vaksin adalah kegiatan menjaga mutu vaksin.
      2. Tujuan
      Sebagai acuan petugas dalam menyimpan vaksin.
      3. Kebijakan
      Keputusan Kepala Puskesmas tentang pelayanan imunisasi.
      4. Prosedur
      Petugas mencatat suhu lemari.
      5. Unit terkait
      Ruang imunisasi.
      """
    Maka aturan section/missing-heading tidak dapat dinilai karena "formulir akreditasi"

  @aturan-BG-02
  Skenario: Formulir akreditasi tanpa daftar peraturan
    Dengan naskah
      """
      SOP PENYIMPANAN VAKSIN
      No. Dokumen : SOP/021/PKM-TS/2024
      No. Revisi : 00
      Tanggal Terbit : 8 Januari 2024
      Halaman : 1/2
      Ditetapkan Oleh : KEPALA PUSKESMAS TAMAN SELASIH
      1. Pengertian
      Penyimpanan vaksin adalah kegiatan menjaga mutu vaksin.
      2. Tujuan
      Sebagai acuan petugas dalam menyimpan vaksin.
      3. Kebijakan
      Keputusan Kepala Puskesmas tentang pelayanan imunisasi.
      4. Prosedur
      Petugas mencatat suhu lemari.
      5. Unit terkait
      Ruang imunisasi.
      """
    Maka aturan section/missing-heading tidak menemukan apa pun

  @aturan-LK-01
  Skenario: Label identitas yang tercampur dalam satu baris
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      Nomor SOP Tanggal Pembuatan Tanggal Revisi Tanggal Efektif Disahkan Oleh
      Nama SOP : PENYIMPANAN ARSIP
      Dasar Hukum
      1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan
      Peringatan
      Apabila terlambat, maka arsip hilang.
      Pencatatan dan Pendataan
      1. Buku register

      CAMAT TAMAN SELASIH,

      WISNU ANGGARAKSA, S.STP., M.Si.
      NIP. 19820517 200604 1 003
      """
    Maka aturan steps/table-missing tidak dapat dinilai karena "Formulir tercampur dalam satu baris"

  @aturan-LK-01
  Skenario: Label identitas tercampur, tetapi tabel langkah terbaca
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      Nomor SOP Tanggal Pembuatan Tanggal Revisi Tanggal Efektif Disahkan Oleh
      Nama SOP : PENYIMPANAN ARSIP
      Dasar Hukum
      1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan
      Peringatan
      Apabila terlambat, maka arsip hilang.
      Pencatatan dan Pendataan
      1. Buku register

      No	Kegiatan	Camat	Staf	Kelengkapan	Waktu	Output	Ket
      1	Mencatat surat masuk		X	Surat	5 menit	Catatan
      2	Membaca surat masuk	X		Catatan	1 jam	Disposisi

      CAMAT TAMAN SELASIH,

      WISNU ANGGARAKSA, S.STP., M.Si.
      NIP. 19820517 200604 1 003
      """
    Maka aturan steps/table-missing tidak menemukan apa pun

  @aturan-LK-01 @aturan-BG-07 @aturan-BG-01
  Skenario: Kolom formulir tercampur, tetapi semua bagiannya ditemukan
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 000.8.3.3/07/TS/I/2025
      Tanggal Pembuatan : 6 Januari 2025
      Tanggal Revisi : -
      Tanggal Efektif : 20 Januari 2025
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENYIMPANAN ARSIP
      Dasar Hukum Kualifikasi Pelaksana
      1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan 1. Memahami kearsipan
      Keterkaitan Peralatan/Perlengkapan
      1. SOP Surat Masuk 1. Komputer
      Peringatan Pencatatan dan Pendataan
      1. Apabila terlambat, maka arsip hilang. 1. Buku arsip

      CAMAT TAMAN SELASIH,

      WISNU ANGGARAKSA, S.STP., M.Si.
      NIP. 19820517 200604 1 003
      """
    Maka aturan steps/table-missing tidak dapat dinilai karena "Kolom formulir tercampur"
    Dan aturan section/missing tidak menemukan apa pun
    Dan aturan section/warning-no-consequence tidak dapat dinilai karena "bercampur dengan kolom di sebelahnya"
    Dan aturan scope/section-irrelevant tidak dapat dinilai karena "bercampur dengan kolom di sebelahnya"

  @aturan-LK-01
  Skenario: Kolom formulir tercampur, tetapi tabel langkah terbaca
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 000.8.3.3/07/TS/I/2025
      Tanggal Pembuatan : 6 Januari 2025
      Tanggal Revisi : -
      Tanggal Efektif : 20 Januari 2025
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENYIMPANAN ARSIP
      Dasar Hukum Kualifikasi Pelaksana
      1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan 1. Memahami kearsipan
      Keterkaitan Peralatan/Perlengkapan
      1. SOP Surat Masuk 1. Komputer
      Peringatan Pencatatan dan Pendataan
      1. Apabila terlambat, maka arsip hilang. 1. Buku arsip

      No	Kegiatan	Camat	Staf	Kelengkapan	Waktu	Output	Ket
      1	Mencatat surat masuk		X	Surat	5 menit	Catatan
      2	Membaca surat masuk	X		Catatan	1 jam	Disposisi

      CAMAT TAMAN SELASIH,

      WISNU ANGGARAKSA, S.STP., M.Si.
      NIP. 19820517 200604 1 003
      """
    Maka aturan steps/table-missing tidak menemukan apa pun

  @aturan-LK-01 @aturan-BG-01
  Skenario: Naskah yang terputus di bagian identitas
    Dengan SOP lengkap
    Ketika naskah terputus sesudah "1. Memahami Sistem Akuntabilitas"
    Maka aturan steps/table-missing tidak dapat dinilai karena "Teks berakhir di tengah dokumen"
    Dan aturan section/missing tidak dapat dinilai karena "Teks berakhir di tengah dokumen"

  @aturan-LK-01 @aturan-BG-01
  Skenario: Tabel langkah sudah terbaca sebelum naskah terputus
    Dengan SOP lengkap
    Ketika tabel langkah mendahului bagian identitas
    Dan naskah terputus sesudah "2. SOP Penyusunan"
    Maka aturan steps/table-missing tidak menemukan apa pun
    Dan aturan section/missing tidak dapat dinilai karena "Teks berakhir di tengah dokumen"

  @aturan-BG-01 @aturan-BG-03 @aturan-BG-05
  Skenario: Kualifikasi yang isinya tidak ditemukan di samping Dasar Hukum
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 000.8.3.3/07/TS/I/2025
      Tanggal Pembuatan : 6 Januari 2025
      Tanggal Revisi : -
      Tanggal Efektif : 20 Januari 2025
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENYIMPANAN ARSIP
      Dasar Hukum Kualifikasi Pelaksana
      1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan
      2. Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan

      Keterkaitan
      1. SOP Surat Masuk
      Peralatan
      1. Komputer
      Peringatan
      Apabila terlambat, maka arsip hilang.
      Pencatatan dan Pendataan
      1. Buku register

      No	Kegiatan	Camat	Staf	Kelengkapan	Waktu	Output	Ket
      1	Mencatat surat masuk		X	Surat	5 menit	Catatan
      2	Membaca surat masuk	X		Catatan	1 jam	Disposisi

      CAMAT TAMAN SELASIH,

      WISNU ANGGARAKSA, S.STP., M.Si.
      NIP. 19820517 200604 1 003
      """
    Maka aturan section/missing tidak dapat dinilai karena "tidak dapat dipasangkan dengan judulnya"
    Dan aturan section/empty tidak dapat dinilai karena "tidak dapat dipasangkan dengan judulnya"
    Dan aturan section/qualification-is-post tidak dapat dinilai karena "Kualifikasi Pelaksana tidak dapat dipasangkan"
    Dan aturan section/warning-no-consequence tidak dapat dinilai karena "bercampur dengan kolom"
    Dan aturan scope/section-irrelevant tidak dapat dinilai karena "tidak dapat dipasangkan dengan judulnya"

  @aturan-BG-07 @aturan-RL-02
  Skenario: Peringatan yang isinya tidak ditemukan di samping Pencatatan
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 000.8.3.3/07/TS/I/2025
      Tanggal Pembuatan : 6 Januari 2025
      Tanggal Revisi : -
      Tanggal Efektif : 20 Januari 2025
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENYIMPANAN ARSIP
      Dasar Hukum
      1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan
      2. Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan
      Kualifikasi Pelaksana
      1. Memahami kearsipan
      Keterkaitan
      1. SOP Surat Masuk
      Peralatan
      1. Komputer
      Peringatan Pencatatan dan Pendataan
      1. Buku register
      2. Arsip elektronik

      No	Kegiatan	Camat	Staf	Kelengkapan	Waktu	Output	Ket
      1	Mencatat surat masuk		X	Surat	5 menit	Catatan
      2	Membaca surat masuk	X		Catatan	1 jam	Disposisi

      CAMAT TAMAN SELASIH,

      WISNU ANGGARAKSA, S.STP., M.Si.
      NIP. 19820517 200604 1 003
      """
    Maka aturan section/warning-no-consequence tidak dapat dinilai karena "Peringatan tidak dapat dipasangkan dengan judulnya"
    Dan aturan section/qualification-is-post tidak menemukan apa pun
    Dan aturan scope/section-irrelevant tidak dapat dinilai karena "tidak dapat dipasangkan dengan judulnya"
    Dan aturan section/empty tidak dapat dinilai karena "tidak dapat dipasangkan dengan judulnya"

  @aturan-BG-01 @aturan-BG-03 @aturan-BG-05 @aturan-RL-02
  Skenario: Dasar Hukum yang tidak dapat dipasangkan dinilai tersendiri
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 000.8.3.3/07/TS/I/2025
      Tanggal Pembuatan : 6 Januari 2025
      Tanggal Revisi : -
      Tanggal Efektif : 20 Januari 2025
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENYIMPANAN ARSIP
      Dasar Hukum Kualifikasi Pelaksana
      1. Memahami tata naskah dinas
      2. Mampu mengoperasikan komputer

      Keterkaitan
      1. SOP Surat Masuk
      Peralatan
      1. Komputer
      Peringatan
      Apabila terlambat, maka arsip hilang.
      Pencatatan dan Pendataan
      1. Buku register

      No	Kegiatan	Camat	Staf	Kelengkapan	Waktu	Output	Ket
      1	Mencatat surat masuk		X	Surat	5 menit	Catatan
      2	Membaca surat masuk	X		Catatan	1 jam	Disposisi

      CAMAT TAMAN SELASIH,

      WISNU ANGGARAKSA, S.STP., M.Si.
      NIP. 19820517 200604 1 003
      """
    Maka aturan section/missing tidak menemukan apa pun
    Dan aturan section/empty tidak menemukan apa pun
    Dan aturan section/qualification-is-post tidak menemukan apa pun
    Dan aturan scope/section-irrelevant tidak dapat dinilai karena "bercampur dengan kolom di sebelahnya"

  @aturan-BG-01 @aturan-BG-05 @aturan-RL-02
  Skenario: Keterkaitan yang menempel pada judul SOP
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 000.8.3.3/07/TS/I/2025
      Tanggal Pembuatan : 6 Januari 2025
      Tanggal Revisi : -
      Tanggal Efektif : 20 Januari 2025
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENYIMPANAN ARSIP KETERKAITAN 1. SOP Surat Masuk
      Dasar Hukum
      1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan
      2. Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan
      Kualifikasi Pelaksana
      1. Memahami kearsipan
      Peralatan
      1. Komputer
      Peringatan
      Apabila terlambat, maka arsip hilang.
      Pencatatan dan Pendataan
      1. Buku register

      No	Kegiatan	Camat	Staf	Kelengkapan	Waktu	Output	Ket
      1	Mencatat surat masuk		X	Surat	5 menit	Catatan
      2	Membaca surat masuk	X		Catatan	1 jam	Disposisi

      CAMAT TAMAN SELASIH,

      WISNU ANGGARAKSA, S.STP., M.Si.
      NIP. 19820517 200604 1 003
      """
    Maka aturan section/missing tidak dapat dinilai karena "tidak dapat dipasangkan dengan judulnya"
    Dan aturan section/qualification-is-post tidak menemukan apa pun
    Dan aturan section/warning-no-consequence tidak dapat dinilai karena "bercampur dengan kolom"
    Dan aturan scope/section-irrelevant tidak dapat dinilai karena "bercampur dengan kolom di sebelahnya"

  @aturan-BG-01
  Skenario: Bagian yang tidak ditemukan dalam formulir yang tercampur
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 000.8.3.3/07/TS/I/2025
      Tanggal Pembuatan : 6 Januari 2025
      Tanggal Revisi : -
      Tanggal Efektif : 20 Januari 2025
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENYIMPANAN ARSIP
      Dasar Hukum Kualifikasi Pelaksana
      1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan
      2. Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan

      Keterkaitan
      1. SOP Surat Masuk
      Peringatan
      Apabila terlambat, maka arsip hilang.
      Pencatatan dan Pendataan
      1. Buku register

      No	Kegiatan	Camat	Staf	Kelengkapan	Waktu	Output	Ket
      1	Mencatat surat masuk		X	Surat	5 menit	Catatan
      2	Membaca surat masuk	X		Catatan	1 jam	Disposisi

      CAMAT TAMAN SELASIH,

      WISNU ANGGARAKSA, S.STP., M.Si.
      NIP. 19820517 200604 1 003
      """
    Maka aturan section/missing tidak dapat dinilai karena "Kolom formulir tercampur"

  @aturan-BG-01
  Skenario: Dasar Hukum yang tidak ada dinilai tersendiri
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 000.8.3.3/07/TS/I/2025
      Tanggal Pembuatan : 6 Januari 2025
      Tanggal Revisi : -
      Tanggal Efektif : 20 Januari 2025
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENYIMPANAN ARSIP
      Kualifikasi Pelaksana
      1. Memahami kearsipan
      Keterkaitan
      1. SOP Surat Masuk
      Peralatan
      1. Komputer
      Peringatan
      Apabila terlambat, maka arsip hilang.
      Pencatatan dan Pendataan
      1. Buku register

      No	Kegiatan	Camat	Staf	Kelengkapan	Waktu	Output	Ket
      1	Mencatat surat masuk		X	Surat	5 menit	Catatan
      2	Membaca surat masuk	X		Catatan	1 jam	Disposisi

      CAMAT TAMAN SELASIH,

      WISNU ANGGARAKSA, S.STP., M.Si.
      NIP. 19820517 200604 1 003
      """
    Maka aturan section/missing tidak menemukan apa pun
    Dan aturan section/missing-heading tidak menemukan apa pun

  @aturan-RL-02 @aturan-BG-03
  Skenario: Pencatatan yang isinya menempel pada Peringatan
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 000.8.3.3/07/TS/I/2025
      Tanggal Pembuatan : 6 Januari 2025
      Tanggal Revisi : -
      Tanggal Efektif : 20 Januari 2025
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENYIMPANAN ARSIP
      Dasar Hukum Kualifikasi Pelaksana
      1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan 1. Memahami kearsipan
      Keterkaitan Peralatan/Perlengkapan
      1. SOP Surat Masuk 1. Komputer
      Peringatan Pencatatan dan Pendataan
      Apabila terlambat, maka arsip hilang. Buku arsip

      No	Kegiatan	Camat	Staf	Kelengkapan	Waktu	Output	Ket
      1	Mencatat surat masuk		X	Surat	5 menit	Catatan
      2	Membaca surat masuk	X		Catatan	1 jam	Disposisi

      CAMAT TAMAN SELASIH,

      WISNU ANGGARAKSA, S.STP., M.Si.
      NIP. 19820517 200604 1 003
      """
    Maka aturan scope/section-irrelevant tidak dapat dinilai karena "bercampur dengan kolom di sebelahnya"
    Dan aturan section/empty tidak dapat dinilai karena "tidak dapat dipasangkan dengan judulnya"

  @aturan-RL-02 @aturan-BG-03
  Skenario: Peralatan yang isinya tidak ditemukan di samping Keterkaitan
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 000.8.3.3/07/TS/I/2025
      Tanggal Pembuatan : 6 Januari 2025
      Tanggal Revisi : -
      Tanggal Efektif : 20 Januari 2025
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENYIMPANAN ARSIP
      Dasar Hukum
      1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan
      2. Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan
      Kualifikasi Pelaksana
      1. Memahami kearsipan
      Keterkaitan Peralatan/Perlengkapan
      1. SOP Surat Masuk
      2. SOP Surat Keluar
      Peringatan
      Apabila terlambat, maka arsip hilang.
      Pencatatan dan Pendataan
      1. Buku register

      No	Kegiatan	Camat	Staf	Kelengkapan	Waktu	Output	Ket
      1	Mencatat surat masuk		X	Surat	5 menit	Catatan
      2	Membaca surat masuk	X		Catatan	1 jam	Disposisi

      CAMAT TAMAN SELASIH,

      WISNU ANGGARAKSA, S.STP., M.Si.
      NIP. 19820517 200604 1 003
      """
    Maka aturan scope/section-irrelevant tidak dapat dinilai karena "bercampur dengan kolom di sebelahnya"
    Dan aturan section/empty tidak dapat dinilai karena "tidak dapat dipasangkan dengan judulnya"

  @aturan-BG-01
  Skenario: Standar pelayanan yang memuat Dasar Hukum
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 000.8.3.3/07/TS/I/2025
      Tanggal Pembuatan : 6 Januari 2025
      Tanggal Revisi : -
      Tanggal Efektif : 20 Januari 2025
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENYIMPANAN ARSIP
      Dasar Hukum
      1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan
      2. Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan
      Biaya/Tarif : gratis
      Jaminan Pelayanan : tepat waktu
      Penanganan Pengaduan : kotak saran
      """
    Maka aturan section/missing tidak dapat dinilai karena "formulir standar pelayanan"

  @aturan-BG-01
  Skenario: Semua bagian ada dalam formulir yang tercampur tanpa Dasar Hukum
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 000.8.3.3/07/TS/I/2025
      Tanggal Pembuatan : 6 Januari 2025
      Tanggal Revisi : -
      Tanggal Efektif : 20 Januari 2025
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENYIMPANAN ARSIP
      Kualifikasi Pelaksana
      1. Memahami kearsipan
      Keterkaitan Peralatan/Perlengkapan
      1. SOP Surat Masuk 1. Komputer
      Peringatan
      Apabila terlambat, maka arsip hilang.
      Pencatatan dan Pendataan
      1. Buku register

      No	Kegiatan	Camat	Staf	Kelengkapan	Waktu	Output	Ket
      1	Mencatat surat masuk		X	Surat	5 menit	Catatan
      2	Membaca surat masuk	X		Catatan	1 jam	Disposisi

      CAMAT TAMAN SELASIH,

      WISNU ANGGARAKSA, S.STP., M.Si.
      NIP. 19820517 200604 1 003
      """
    Maka aturan section/missing tidak menemukan apa pun

  @aturan-BG-01
  Skenario: Hanya kualifikasi yang tidak ditemukan dalam formulir yang tercampur
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 000.8.3.3/07/TS/I/2025
      Tanggal Pembuatan : 6 Januari 2025
      Tanggal Revisi : -
      Tanggal Efektif : 20 Januari 2025
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENYIMPANAN ARSIP
      Dasar Hukum
      1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan
      2. Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan
      Keterkaitan Peralatan/Perlengkapan
      1. SOP Surat Masuk 1. Komputer
      Peringatan
      Apabila terlambat, maka arsip hilang.
      Pencatatan dan Pendataan
      1. Buku register

      No	Kegiatan	Camat	Staf	Kelengkapan	Waktu	Output	Ket
      1	Mencatat surat masuk		X	Surat	5 menit	Catatan
      2	Membaca surat masuk	X		Catatan	1 jam	Disposisi

      CAMAT TAMAN SELASIH,

      WISNU ANGGARAKSA, S.STP., M.Si.
      NIP. 19820517 200604 1 003
      """
    Maka aturan section/missing tidak dapat dinilai karena "Kolom formulir tercampur"

  @aturan-BG-01
  Skenario: Naskah terputus sesudah semua bagian ditemukan
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 000.8.3.3/07/TS/I/2025
      Tanggal Pembuatan : 6 Januari 2025
      Tanggal Revisi : -
      Tanggal Efektif : 20 Januari 2025
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENYIMPANAN ARSIP
      Kualifikasi Pelaksana
      1. Memahami kearsipan
      Keterkaitan
      1. SOP Surat Masuk
      Peralatan
      1. Komputer
      Peringatan
      Apabila terlambat, maka arsip hilang.
      Pencatatan dan Pendataan
      1. Buku register
      Dasar Hukum
      1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan
      2. Peraturan Pemerintah Nomor 17 Tahun
      """
    Maka aturan section/missing tidak menemukan apa pun

  @aturan-BG-01
  Skenario: Naskah terputus sebelum kualifikasi ditemukan
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 000.8.3.3/07/TS/I/2025
      Tanggal Pembuatan : 6 Januari 2025
      Tanggal Revisi : -
      Tanggal Efektif : 20 Januari 2025
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENYIMPANAN ARSIP
      Keterkaitan
      1. SOP Surat Masuk
      Peralatan
      1. Komputer
      Peringatan
      Apabila terlambat, maka arsip hilang.
      Pencatatan dan Pendataan
      1. Buku register
      Dasar Hukum
      1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan
      2. Peraturan Pemerintah Nomor 17 Tahun
      """
    Maka aturan section/missing tidak dapat dinilai karena "Teks berakhir di tengah dokumen"
