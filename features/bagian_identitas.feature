# language: id
Fitur: Bagian identitas yang lengkap
  Nomor, judul, tanggal, dan pengesahan dicari pembaca di satu tempat. Label boleh disingkat, tetapi tidak boleh hilang.

  Skenario: Tidak ada bagian identitas
    Dengan SOP lengkap
    Ketika bagian identitas dihapus
    Maka aturan identity/block-missing menemukan 1 temuan kritis
    Dan temuan menyatakan "tidak memuat bagian identitas SOP"

  Skenario: Tanpa bagian identitas, setiap labelnya tidak dilaporkan lagi
    Dengan SOP lengkap
    Ketika bagian identitas dihapus
    Maka aturan identity/field-absent tidak berlaku
    Dan aturan identity/field-empty tidak berlaku

  Skenario: Bagian identitas sesudah tabel langkah
    Dengan SOP lengkap
    Ketika tabel langkah mendahului bagian identitas
    Maka aturan identity/block-missing tidak menemukan apa pun

  Skenario: Nomor belum diisi
    Dengan SOP lengkap
    Ketika nomor SOP tertulis ""
    Maka aturan identity/field-empty menemukan 1 temuan mayor
    Dan temuan menyatakan "Nomor SOP pada bagian identitas belum diisi"

  Skenario: Tanggal belum diisi
    Dengan SOP lengkap
    Ketika Tanggal Efektif tertulis ""
    Maka aturan identity/field-empty menemukan 1 temuan minor
    Dan temuan menyatakan "Tanggal Efektif"

  Skenario: Tanda hubung pada Tanggal Revisi berarti belum direvisi
    Dengan SOP lengkap
    Ketika Tanggal Revisi tertulis "-"
    Maka aturan identity/field-empty tidak menemukan apa pun

  Skenario: Tanggal Pembuatan tidak dicantumkan
    Dengan SOP lengkap
    Ketika Tanggal Pembuatan tidak dicantumkan
    Maka aturan identity/field-absent menemukan 1 temuan minor
    Dan temuan menyatakan "tidak memuat label Tanggal Pembuatan"

  Skenario: Tanggal Efektif dan Tanggal Pengesahan tidak dicantumkan
    Dengan SOP lengkap
    Ketika Tanggal Efektif tidak dicantumkan
    Dan Tanggal Pengesahan tidak dicantumkan
    Maka aturan identity/field-absent menemukan 1 temuan minor
    Dan temuan menyatakan "Tanggal Efektif maupun Tanggal Pengesahan"

  Skenario: Hanya Tanggal Pengesahan yang dicantumkan
    Dengan SOP lengkap
    Ketika Tanggal Efektif tidak dicantumkan
    Maka aturan identity/field-absent menemukan 1 temuan saran
    Dan temuan menyatakan "tidak memuat Tanggal Efektif"

  Skenario: Hanya Tanggal Efektif yang dicantumkan
    Dengan SOP lengkap
    Ketika Tanggal Pengesahan tidak dicantumkan
    Maka aturan identity/field-absent tidak menemukan apa pun

  Garis-Besar Skenario: Label dengan singkatan atau istilah lain
    Dengan SOP lengkap
    Ketika naskah menulis "<tertulis>" sebagai ganti "<label>"
    Maka aturan identity/field-absent tidak menemukan apa pun
    Dan aturan identity/field-empty tidak menemukan apa pun

    Contoh:
      | label             | tertulis       |
      | Tanggal Pembuatan | Tgl. Pembuatan |
      | Judul SOP         | Nama SOP       |
      | Disahkan Oleh     | Disyahkan Oleh |

  Garis-Besar Skenario: Tanggal yang tidak ada dalam kalender
    Dengan SOP lengkap
    Ketika Tanggal Efektif tertulis "<tanggal>"
    Maka aturan identity/date-invalid menemukan 1 temuan mayor
    Dan temuan mengutip "<tanggal>"
    Dan temuan menyatakan "tidak ada dalam kalender"

    Contoh:
      | tanggal          |
      | 31 Februari 2025 |
      | 29 Februari 2025 |
      | 32/01/2025       |

  Garis-Besar Skenario: Tanggal yang belum diisi lengkap
    Dengan SOP lengkap
    Ketika Tanggal Pengesahan tertulis "<tanggal>"
    Maka aturan identity/date-invalid menemukan 1 temuan mayor
    Dan temuan menyatakan "belum diisi lengkap"

    Contoh:
      | tanggal          |
      | ... Januari 2025 |
      | Januari 2025     |

  Garis-Besar Skenario: Tanggal yang sah dalam bentuk cetak yang lazim
    Dengan SOP lengkap
    Ketika Tanggal Efektif tertulis "<tanggal>"
    Maka aturan identity/date-invalid tidak menemukan apa pun

    Contoh:
      | tanggal           |
      | 29 Februari 2028  |
      | 31-01-2025        |
      | 20 Nopember 2025  |
      | 20 Januari 2025 M |

  Skenario: Disahkan sebelum dibuat
    Dengan SOP lengkap
    Ketika Tanggal Pengesahan tertulis "3 Januari 2025"
    Maka aturan identity/date-order menemukan 1 temuan mayor
    Dan temuan mengutip "3 Januari 2025"

  Skenario: Dibuat pada akhir tahun dan disahkan pada awal tahun berikutnya
    Dengan SOP lengkap
    Ketika Tanggal Pembuatan tertulis "30 Desember 2024"
    Maka aturan identity/date-order tidak menemukan apa pun

  Skenario: Hari peninjauan yang akan datang pada Tanggal Revisi
    Dengan SOP lengkap
    Ketika Tanggal Revisi tertulis "13 Januari 2027"
    Maka aturan identity/date-order tidak menemukan apa pun
