# language: id
Fitur: Kepala tabel langkah pada setiap halaman
  Pembaca halaman kedua mengetahui arti kolom tanpa membuka halaman pertama.

  @aturan-LK-07
  Skenario: Halaman kedua langsung dimulai dengan langkah berikutnya
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 000.8.3.3/07/TS/I/2025
      Tanggal Efektif : 20 Januari 2025
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENYIMPANAN ARSIP

      | No | Kegiatan                | Camat | Staf | Kelengkapan | Waktu   | Output       | Ket |
      | 1  | Mencatat surat masuk    |       | v    | Surat       | 5 menit | Catatan      |     |
      | 2  | Membaca surat masuk     | v     |      | Catatan     | 1 jam   | Disposisi    |     |

      Halaman 2

      | 3  | Menggandakan surat      |       | v    | Disposisi   | 9 menit | Salinan      |     |
      | 4  | Menyimpan surat         |       | v    | Salinan     | 7 menit | Arsip        |     |
      """
    Maka aturan steps/header-missing menemukan 1 temuan minor
    Dan temuan menyatakan "Lanjutan tabel langkah (bagian 2) tidak memuat kepala kolom"
    Dan temuan menunjuk baris yang memuat "Menggandakan surat"

  @aturan-LK-07
  Skenario: Dua halaman lanjutan tanpa kepala kolom dilaporkan masing-masing
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 000.8.3.3/07/TS/I/2025
      Tanggal Efektif : 20 Januari 2025
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENYIMPANAN ARSIP

      | No | Kegiatan                | Camat | Staf | Kelengkapan | Waktu   | Output       | Ket |
      | 1  | Mencatat surat masuk    |       | v    | Surat       | 5 menit | Catatan      |     |
      | 2  | Membaca surat masuk     | v     |      | Catatan     | 1 jam   | Disposisi    |     |

      Halaman 2

      | 3  | Menggandakan surat      |       | v    | Disposisi   | 9 menit | Salinan      |     |

      Halaman 3

      | 4  | Menyimpan surat         |       | v    | Salinan     | 7 menit | Arsip        |     |
      """
    Maka aturan steps/header-missing menemukan 2 temuan minor
    Dan temuan menyatakan "(bagian 2) tidak memuat kepala kolom"
    Dan temuan menyatakan "(bagian 3) tidak memuat kepala kolom"

  @aturan-LK-07
  Skenario: Lanjutan tanpa kepala kolom dan dengan kolom yang kurang
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 000.8.3.3/07/TS/I/2025
      Tanggal Efektif : 20 Januari 2025
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENYIMPANAN ARSIP

      | No | Kegiatan                | Camat | Staf | Kelengkapan | Waktu   | Output       | Ket |
      | 1  | Mencatat surat masuk    |       | v    | Surat       | 5 menit | Catatan      |     |
      | 2  | Membaca surat masuk     | v     |      | Catatan     | 1 jam   | Disposisi    |     |

      Halaman 2

      | 3  | Menggandakan surat      |       | v    | Disposisi   | 9 menit | Salinan      |
      | 4  | Menyimpan surat         |       | v    | Salinan     | 7 menit | Arsip        |
      """
    Maka aturan steps/header-missing menemukan 1 temuan minor
    Dan temuan menyatakan "tanpa kepala kolom dan terdiri atas 7 kolom, sedangkan bagian pertama 8 kolom"

  @aturan-LK-07
  Skenario: Kepala kolom halaman kedua berbeda susunannya
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 000.8.3.3/07/TS/I/2025
      Tanggal Efektif : 20 Januari 2025
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENYIMPANAN ARSIP

      | No | Kegiatan                | Camat | Staf | Kelengkapan | Waktu   | Output       | Ket |
      | 1  | Mencatat surat masuk    |       | v    | Surat       | 5 menit | Catatan      |     |
      | 2  | Membaca surat masuk     | v     |      | Catatan     | 1 jam   | Disposisi    |     |

      Halaman 2

      | No | Kegiatan                | Camat | Staf | Kelengkapan | Waktu   | Output       |
      | 3  | Menggandakan surat      |       | v    | Disposisi   | 9 menit | Salinan      |
      | 4  | Menyimpan surat         |       | v    | Salinan     | 7 menit | Arsip        |
      """
    Maka aturan steps/header-missing menemukan 1 temuan minor
    Dan temuan menyatakan "(bagian 2) terdiri atas 7 kolom, sedangkan bagian pertama 8 kolom"

  @aturan-LK-07
  Skenario: Kolom yang berbeda dan kepala yang hilang pada dua halaman lanjutan
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 000.8.3.3/07/TS/I/2025
      Tanggal Efektif : 20 Januari 2025
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENYIMPANAN ARSIP

      | Kegiatan                | Camat | Staf | Kelengkapan | Waktu   | Output       | Ket |
      | Mencatat surat masuk    |       | v    | Surat       | 5 menit | Catatan      |     |
      | Membaca surat masuk     | v     |      | Catatan     | 1 jam   | Disposisi    |     |

      Halaman 2

      | Kegiatan                | Camat | Staf | Kelengkapan | Waktu   | Output       |
      | Menggandakan surat      |       | v    | Disposisi   | 9 menit | Salinan      |
      | Menyimpan surat         |       | v    | Salinan     | 7 menit | Arsip        |
      """
    Maka aturan steps/header-missing menemukan 2 temuan minor
    Dan temuan menyatakan "Tabel langkah tidak mempunyai kolom nomor."
    Dan temuan menyatakan "(bagian 2) terdiri atas 6 kolom, sedangkan bagian pertama 7 kolom"

  @aturan-LK-07
  Skenario: Nomor langkah di dalam kolom uraian
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 000.8.3.3/07/TS/I/2025
      Tanggal Efektif : 20 Januari 2025
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENYIMPANAN ARSIP

      | Kegiatan                | Camat | Staf | Kelengkapan | Waktu   | Output       | Ket |
      | 1. Mencatat surat masuk |       | v    | Surat       | 5 menit | Catatan      |     |
      | 2. Membaca surat masuk  | v     |      | Catatan     | 1 jam   | Disposisi    |     |
      """
    Maka aturan steps/header-missing menemukan 1 temuan minor
    Dan temuan menyatakan "nomor langkah ditulis di dalam kolom uraian"

  @aturan-LK-07
  Skenario: Halaman kedua tanpa nomor tetap satu tabel dengan halaman pertama
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 000.8.3.3/07/TS/I/2025
      Tanggal Efektif : 20 Januari 2025
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PENYIMPANAN ARSIP

      | No | Kegiatan                | Camat | Staf | Kelengkapan | Waktu   | Output       |
      | 1  | Mencatat surat masuk    |       | v    | Surat       | 5 menit | Catatan      |
      | 2  | Membaca surat masuk     | v     |      | Catatan     | 1 jam   | Disposisi    |

      Halaman 2

      | Kegiatan                | Camat | Staf | Kelengkapan | Waktu   | Output       | Ket |
      | Menggandakan surat      |       | v    | Disposisi   | 9 menit | Salinan      |     |
      | Menyimpan surat         |       | v    | Salinan     | 7 menit | Arsip        |     |
      """
    Maka aturan steps/header-missing tidak menemukan apa pun
