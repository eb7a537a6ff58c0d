# language: id
Fitur: Bentuk formulir
  Formulir lain tidak dinilai menurut formulir SOP AP, dan berkas yang tercampur atau terpenggal tidak disangka tidak
  lengkap.

  Skenario: Formulir akreditasi puskesmas
    Dengan naskah
      """
      SOP PENYIMPANAN VAKSIN
      No. Dokumen : SOP/021/PKM-TS/2024
      No. Revisi : 00
      Tanggal Terbit : 8 Januari 2024
      Halaman : 1/2
      Ditetapkan Oleh : KEPALA PUSKESMAS TAMAN SELASIH
      dr. LINTANG PERMATA
      NIP. 19800917 200904 2 003
      1. Pengertian
      Penyimpanan vaksin adalah kegiatan menjaga mutu vaksin.
      2. Tujuan
      Sebagai acuan petugas dalam menyimpan vaksin.
      3. Kebijakan
      Keputusan Kepala Puskesmas tentang pelayanan imunisasi.
      4. Referensi
      Pedoman pengelolaan vaksin.
      5. Prosedur
      Petugas mencatat suhu lemari vaksin.
      Petugas menyusun vaksin menurut tanggal kedaluwarsa.
      6. Unit terkait
      Ruang imunisasi.
      """
    Maka aturan section/missing tidak dapat dinilai karena "formulir akreditasi"
    Dan aturan legal/missing tidak dapat dinilai karena "formulir akreditasi"
    Dan aturan steps/table-missing tidak dapat dinilai karena "formulir akreditasi"
    Dan aturan identity/field-absent tidak dapat dinilai karena "formulir akreditasi"
    Dan tidak ada temuan di atas saran

  Skenario: Formulir SOP AP yang bagiannya tidak ada
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

      Camat Taman Selasih

      Drs. ARGA WICAKSANA
      NIP. 19700314 199603 1 004
      """
    Maka aturan section/missing menemukan 5 temuan mayor
    Dan aturan steps/table-missing menemukan 1 temuan kritis
    Dan keyakinan temuan tinggi

  Skenario: Berkas yang berakhir pada bagian identitas
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
      Peringatan
      Apabila arsip tidak disimpan, maka surat dapat hilang.
      Pencatatan dan Pendataan
      Buku arsip
      """
    Maka aturan steps/table-missing menemukan 1 temuan kritis
    Dan temuan menyatakan "berakhir pada bagian identitas"
    Dan keyakinan temuan sedang

  Skenario: Kolom formulir yang tercampur
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 000.8.3.3/07/TS/I/2025
      Tanggal Pembuatan : 6 Januari 2025
      Tanggal Efektif : 20 Januari 2025
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENYIMPANAN ARSIP
      Dasar Hukum Kualifikasi Pelaksana
      1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan 1. Memahami kearsipan
      Keterkaitan Peralatan/Perlengkapan
      1. SOP Surat Masuk 1. Komputer
      """
    Maka aturan section/missing tidak dapat dinilai karena "tercampur"
    Dan aturan steps/table-missing tidak dapat dinilai karena "tercampur"

  Skenario: Identitas yang ditulis sebagai kalimat
    Dengan naskah
      """
      STANDAR OPERASIONAL PROSEDUR PENYIMPANAN ARSIP
      Kecamatan Taman Selasih Kabupaten Arunika

      SOP ini bernomor 300/12/TS/2024, dibuat pada tanggal 5 Februari 2024 dan disahkan pada tanggal 12 Februari 2024.

      A. Dasar Hukum
      1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan
      B. Kualifikasi Pelaksana
      Memahami kearsipan
      C. Keterkaitan
      SOP Surat Masuk
      D. Peringatan
      Apabila arsip tidak disimpan, maka surat dapat hilang.
      E. Prosedur
      No	Kegiatan	Camat	Staf	Kelengkapan	Waktu	Output	Ket
      1	Mencatat surat masuk		X	Surat	5 menit	Catatan
      2	Membaca surat masuk	X		Catatan	1 jam	Disposisi
      """
    Maka aturan identity/block-missing tidak dapat dinilai karena "sebagai kalimat"

  Skenario: Tanpa identitas sama sekali
    Dengan naskah
      """
      STANDAR OPERASIONAL PROSEDUR PENYIMPANAN ARSIP
      Kecamatan Taman Selasih Kabupaten Arunika

      A. Dasar Hukum
      1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan
      B. Kualifikasi Pelaksana
      Memahami kearsipan
      C. Keterkaitan
      SOP Surat Masuk
      D. Peringatan
      Apabila arsip tidak disimpan, maka surat dapat hilang.
      E. Prosedur
      No	Kegiatan	Camat	Staf	Kelengkapan	Waktu	Output	Ket
      1	Mencatat surat masuk		X	Surat	5 menit	Catatan
      2	Membaca surat masuk	X		Catatan	1 jam	Disposisi
      """
    Maka aturan identity/block-missing menemukan 1 temuan kritis

  Skenario: Pejabat yang hanya menerima
    Dengan SOP lengkap
    Ketika sesudah langkah 2 disisipkan langkah "Menyampaikan data kepada Kasubbag Umum"
    Maka aturan steps/actor-not-in-columns menemukan 1 temuan mayor
    Dan temuan menyatakan "melibatkan Kasubbag"
    Dan keyakinan temuan sedang

  Skenario: Pejabat tanpa kolom yang memulai langkah
    Dengan SOP lengkap
    Ketika sesudah langkah 2 disisipkan langkah "Kasubbag Umum memeriksa data"
    Maka aturan steps/actor-not-in-columns menemukan 1 temuan mayor
    Dan temuan menyatakan "sebagai pelaku"
    Dan aturan steps/not-an-activity tidak menemukan apa pun

  Skenario: Kata salah ketik dalam judul peraturan dilaporkan sekali
    Dengan SOP lengkap
    Ketika kata "Instansi Pemerintah" dalam dasar hukum diganti "Instansti Pemerintah"
    Maka aturan legal/wrong-title tidak menemukan apa pun
    Dan aturan text/typo menemukan 1 temuan saran
    Dan temuan mengutip "Instansti"
