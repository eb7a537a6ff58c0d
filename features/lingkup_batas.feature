# language: id
Fitur: Batas lingkup prosedur pada judul
  Sedikit di bawah batas masih wajar, dan setiap tanda naskah salinan dilaporkan dengan namanya sendiri.

  @aturan-RL-01
  Skenario: Lima dari enam belas langkah tentang judul cukup banyak
    Dengan SOP lengkap
    Ketika judul SOP diganti menjadi "PELAYANAN KARTU TANDA PENDUDUK"
    Dan langkah-langkahnya diganti menjadi
      | Menyusun surat cuti       |
      | Mengoreksi surat cuti     |
      | Memaraf surat cuti        |
      | Menandatangani surat cuti |
      | Mengirim surat cuti       |
      | Mencatat surat cuti       |
      | Menghitung sisa cuti      |
      | Mengumumkan cuti          |
      | Mencetak KTP              |
      | Menyerahkan KTP           |
      | Merekam data KTP          |
      | Menerbitkan KTP           |
      | Memeriksa KTP             |
      | Mencatat berkas           |
      | Memeriksa berkas          |
      | Menyimpan berkas          |
    Maka aturan scope/title-body-mismatch tidak menemukan apa pun

  @aturan-RL-01
  Skenario: Judul yang menyebut seluruh bidang tanpa satu langkah pun tentang judul
    Dengan SOP lengkap
    Ketika judul SOP diganti menjadi "PENYUSUNAN DOKUMEN AKUNTABILITAS"
    Dan langkah-langkahnya diganti menjadi
      | Mengetik LKjIP       |
      | Mengoreksi LKjIP     |
      | Menandatangani LKjIP |
      | Mengirim LKjIP       |
    Maka aturan scope/title-body-mismatch tidak menemukan apa pun

  @aturan-RL-01
  Skenario: Tiga belas dari dua puluh dua langkah di bawah judul yang tidak dikenal
    Dengan SOP lengkap
    Ketika judul SOP diganti menjadi "PENYUSUNAN BUKU SAKU"
    Dan langkah-langkahnya diganti menjadi
      | Menyusun LKjIP       |
      | Mengoreksi LKjIP     |
      | Memaraf LKjIP        |
      | Menandatangani LKjIP |
      | Mengirim LKjIP       |
      | Menjilid LKjIP       |
      | Menggandakan LKjIP   |
      | Membagikan LKjIP     |
      | Menyerahkan LKjIP    |
      | Mencetak LKjIP       |
      | Mengetik LKjIP       |
      | Membukukan LKjIP     |
      | Mencatat LKjIP       |
      | Mencatat berkas      |
      | Memeriksa berkas     |
      | Menyimpan berkas     |
      | Menomori berkas      |
      | Mengarsipkan berkas  |
      | Mengetik berkas      |
      | Menyortir berkas     |
      | Mencetak buku saku   |
      | Membagikan buku saku |
    Maka aturan scope/title-body-mismatch tidak menemukan apa pun

  @aturan-RL-01
  Skenario: Satu dari sembilan langkah masih tentang judul yang tidak dikenal
    Dengan SOP lengkap
    Ketika judul SOP diganti menjadi "PENYUSUNAN BUKU SAKU"
    Dan langkah-langkahnya diganti menjadi
      | Menyusun LKjIP       |
      | Mengoreksi LKjIP     |
      | Memaraf LKjIP        |
      | Menandatangani LKjIP |
      | Mengirim LKjIP       |
      | Menjilid LKjIP       |
      | Mencetak buku saku   |
      | Mencatat berkas      |
      | Memeriksa berkas     |
    Maka aturan scope/title-body-mismatch tidak menemukan apa pun

  @aturan-RL-01
  Skenario: Pedoman menyebut prosedur lain lima kali
    Dengan SOP lengkap
    Ketika judul SOP diganti menjadi "PELAYANAN KARTU TANDA PENDUDUK"
    Dan formulir kinerja dihapus
    Dan langkah-langkahnya diganti menjadi
      | Mencetak KTP     |
      | Menyerahkan KTP  |
      | Merekam data KTP |
      | Menerbitkan KTP  |
    Dan pedoman memuat bagian
      """
      IV. Uraian Umum

      Prosedur cuti disusun agar tertib. Pedoman cuti disahkan Camat. Format cuti terlampir. Alur cuti digambar. Jadwal cuti diumumkan.
      """
    Maka aturan scope/title-body-mismatch menemukan 1 temuan mayor
    Dan temuan menyatakan "pedomannya 5 kali menyebut prosedur cuti"

  @aturan-RL-01
  Skenario: Pedoman dengan judul yang tidak dikenal
    Dengan SOP lengkap
    Ketika judul SOP diganti menjadi "PENYUSUNAN BUKU SAKU"
    Dan formulir kinerja dihapus
    Dan langkah-langkahnya diganti menjadi
      | Mengetik buku saku   |
      | Mencetak buku saku   |
      | Menjilid buku saku   |
      | Membagikan buku saku |
    Dan pedoman memuat bagian
      """
      IV. Uraian Umum

      Prosedur LKjIP disusun agar tertib. Pedoman LKjIP disahkan Camat. Format LKjIP terlampir. Alur LKjIP digambar.
      """
    Maka aturan scope/title-body-mismatch tidak menemukan apa pun

  @aturan-RL-01
  Skenario: Kata yang diganti pada tiga tempat
    Dengan SOP lengkap
    Ketika judul SOP diganti menjadi "PENYUSUNAN PERENCANAAN KINERJA"
    Dan formulir kinerja dihapus
    Dan langkah-langkahnya diganti menjadi
      | Menyusun rencana kinerja       |
      | Menandatangani rencana kinerja |
    Dan maksud dan tujuan pedoman berbunyi "Kegiatan pengumpulan perencanaan kinerja dijalankan agar pengumpulan perencanaan kinerja berjalan tertib dan pengumpulan perencanaan kinerja selesai."
    Maka aturan scope/title-body-mismatch menemukan 1 temuan mayor
    Dan temuan menyatakan "pada 3 tempat"
    Dan temuan menyatakan "disalin dari pedoman lain dengan mengganti kata"

  @aturan-RL-02
  Skenario: Catatan tentang kinerja pegawai dalam SOP laporan kinerja
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 000.8.3.3/07/TS/I/2025
      Tanggal Pembuatan : 6 Januari 2025
      Tanggal Efektif : 20 Januari 2025
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENYUSUNAN LAPORAN KINERJA
      Dasar Hukum
      1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah
      Kualifikasi Pelaksana
      1. Memahami laporan kinerja
      Keterkaitan
      1. SOP Pengukuran Kinerja
      Peralatan
      1. Komputer
      Catatan : Sasaran Kinerja Pegawai disiapkan lebih dahulu
      Peringatan
      Apabila laporan kinerja terlambat, maka evaluasi tertunda.
      Pencatatan dan Pendataan
      1. Buku register
      """
    Maka aturan scope/section-irrelevant menemukan 1 temuan saran
    Dan temuan menyatakan 'Catatan "'
    Dan temuan menyatakan "kinerja pegawai"

  @aturan-RL-02
  Skenario: Catatan tentang laporan kinerja itu sendiri
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 000.8.3.3/07/TS/I/2025
      Tanggal Pembuatan : 6 Januari 2025
      Tanggal Efektif : 20 Januari 2025
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENYUSUNAN LAPORAN KINERJA
      Dasar Hukum
      1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah
      Kualifikasi Pelaksana
      1. Memahami laporan kinerja
      Keterkaitan
      1. SOP Pengukuran Kinerja
      Peralatan
      1. Komputer
      Catatan : Laporan kinerja tahun lalu disiapkan lebih dahulu
      Peringatan
      Apabila laporan kinerja terlambat, maka evaluasi tertunda.
      Pencatatan dan Pendataan
      1. Buku register
      """
    Maka aturan scope/section-irrelevant tidak menemukan apa pun
