# language: id
Fitur: Alur langkah dari awal sampai akhir
  Dokumen dibuat, dikoreksi, disetujui, dikirim, dan disimpan menurut urutan itu. Yang dinilai hanya kata-kata tabel,
  sehingga temuan tentang alur perlu dikonfirmasi.

  @aturan-LK-18
  Skenario: Dokumen bertanda tangan digandakan, tetapi tidak ada yang menandatanganinya
    Dengan SOP lengkap
    Ketika langkah-langkahnya diganti menjadi
      | Menghimpun data kinerja   |
      | Menyusun laporan kinerja  |
      | Menggandakan laporan      |
      | Mengarsipkan laporan      |
    Dan kelengkapan langkah 3 menjadi "Laporan yang telah ditandatangani Camat"
    Maka aturan steps/process-gap menemukan 1 temuan minor
    Dan temuan menyatakan "dokumen yang sudah ditandatangani"
    Dan keyakinan temuan sedang

  @aturan-LK-18
  Skenario: Laporan dikirim tanpa persetujuan siapa pun
    Dengan SOP lengkap
    Ketika langkah-langkahnya diganti menjadi
      | Menghimpun data kinerja            |
      | Menyusun laporan kinerja           |
      | Mengirim laporan kinerja ke Bupati |
      | Mengarsipkan laporan               |
    Dan kelengkapan semua langkah menjadi "Bahan laporan"
    Maka aturan steps/process-gap menemukan 1 temuan minor
    Dan temuan menyatakan "tanpa langkah yang menyetujui atau menandatanganinya"
    Dan keyakinan temuan rendah

  @aturan-LK-18
  Garis-Besar Skenario: Laporan dikirim sesudah disetujui
    Dengan SOP lengkap
    Ketika langkah-langkahnya diganti menjadi
      | Menghimpun data kinerja            |
      | <persetujuan>                      |
      | Mengirim laporan kinerja ke Bupati |
      | Mengarsipkan laporan               |
    Dan kelengkapan semua langkah menjadi "Bahan laporan"
    Maka aturan steps/process-gap tidak menemukan apa pun

    Contoh:
      | persetujuan                     |
      | Menandatangani laporan kinerja  |
      | Menyetujui laporan kinerja      |
      | Memaraf laporan kinerja         |
      | Menetapkan laporan kinerja      |

  @aturan-LK-18
  Skenario: Koreksi tanpa jalan kembali
    Dengan SOP lengkap
    Ketika sesudah langkah 4 disisipkan langkah "Mengoreksi himpunan data" oleh Sekcam
    Maka aturan steps/process-gap menemukan 1 temuan minor
    Dan temuan menyatakan "berupa koreksi, tetapi tabel tidak menyebut apa yang dilakukan"
    Dan keyakinan temuan rendah

  @aturan-LK-18
  Garis-Besar Skenario: Koreksi yang menyebut jalan kembali
    Dengan SOP lengkap
    Ketika sesudah langkah 4 disisipkan langkah "Mengoreksi himpunan data" oleh Sekcam
    Dan keterangan langkah 5 menjadi "<keterangan>"
    Maka aturan steps/process-gap tidak menemukan apa pun

    Contoh:
      | keterangan                            |
      | Bila keliru kembali ke langkah 4      |
      | Jika belum lengkap, diperbaiki Staf   |

  @aturan-LK-18
  Skenario: Surat pengantar yang tidak dikirim menyebut keyakinannya
    Dengan SOP lengkap
    Ketika sesudah langkah 6 disisipkan langkah "Menyiapkan surat pengantar" oleh Staf
    Maka aturan steps/process-gap menemukan 1 temuan minor
    Dan temuan menyatakan "membuat surat pengantar, tetapi tidak ada langkah yang mengirimkannya"
    Dan keyakinan temuan sedang

  @aturan-LK-18
  Skenario: Penyimpanan yang dinyatakan tetapi tidak dikerjakan
    Dengan SOP lengkap
    Ketika langkah 7 dihapus
    Maka aturan steps/process-gap menemukan 1 temuan minor
    Dan temuan menyatakan "tidak ada langkah pengarsipan; langkah terakhir adalah 6"

  @aturan-LK-19
  Skenario: Dikoreksi Camat sebelum disampaikan kepadanya
    Dengan SOP lengkap
    Ketika sesudah langkah 4 disisipkan langkah "Mengoreksi laporan kinerja" oleh Camat
    Dan sesudah langkah 5 disisipkan langkah "Menyampaikan laporan kinerja kepada Camat untuk persetujuan" oleh Sekcam
    Maka aturan steps/order-illogical menemukan 1 temuan minor
    Dan temuan menyatakan "Langkah 5"
    Dan temuan menyatakan "dokumen dikoreksi sebelum disampaikan"
    Dan keyakinan temuan rendah

  @aturan-LK-19
  Skenario: Disampaikan kepada Camat lalu dikoreksi
    Dengan SOP lengkap
    Ketika sesudah langkah 4 disisipkan langkah "Menyampaikan laporan kinerja kepada Camat untuk persetujuan" oleh Sekcam
    Dan sesudah langkah 5 disisipkan langkah "Mengoreksi laporan kinerja" oleh Camat
    Maka aturan steps/order-illogical tidak menemukan apa pun

  @aturan-LK-19
  Skenario: Dikoreksi Sekcam sebelum disampaikan kepada Camat
    Dengan SOP lengkap
    Ketika sesudah langkah 4 disisipkan langkah "Mengoreksi laporan kinerja" oleh Sekcam
    Dan sesudah langkah 5 disisipkan langkah "Menyampaikan laporan kinerja kepada Camat untuk persetujuan" oleh Sekcam
    Maka aturan steps/order-illogical tidak menemukan apa pun

  @aturan-LK-19
  Skenario: Dikirim sebelum ditandatangani menyebut kedua langkahnya
    Dengan SOP lengkap
    Ketika sesudah langkah 4 disisipkan langkah "Mengirim laporan kinerja kepada Bupati" oleh Staf
    Dan sesudah langkah 6 disisipkan langkah "Menandatangani laporan kinerja" oleh Camat
    Maka aturan steps/order-illogical menemukan 1 temuan minor
    Dan temuan menyatakan "mengirim dokumen yang baru ditandatangani pada langkah 7"

  @aturan-LK-19
  Skenario: Ditandatangani sebelum konsepnya dibuat
    Dengan SOP lengkap
    Ketika langkah-langkahnya diganti menjadi
      | Menerima permohonan cuti       |
      | Menandatangani surat izin cuti |
      | Mengetik konsep surat izin cuti |
      | Mengarsipkan surat izin cuti   |
    Maka aturan steps/order-illogical menemukan 1 temuan minor
    Dan temuan menyatakan "menandatangani dokumen yang konsepnya baru dibuat pada langkah 3"

  @aturan-LK-19
  Skenario: Konsep dibuat lalu ditandatangani
    Dengan SOP lengkap
    Ketika langkah-langkahnya diganti menjadi
      | Menerima permohonan cuti       |
      | Mengetik konsep surat izin cuti |
      | Menandatangani surat izin cuti |
      | Mengarsipkan surat izin cuti   |
    Maka aturan steps/order-illogical tidak menemukan apa pun
