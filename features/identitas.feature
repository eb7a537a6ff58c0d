# language: id
Fitur: Nomor, tanggal, dan kop
  Tidak ada pola nomor yang berlaku nasional: yang diperiksa hanya kode, bulan, tahun, dan bagian yang kosong.

  Garis-Besar Skenario: Nomor yang tidak wajar
    Dengan SOP lengkap
    Ketika nomor SOP tertulis "<nomor>"
    Maka aturan identity/number-format menemukan 1 temuan minor
    Dan temuan mengutip "<nomor>"

    Contoh:
      | nomor                                |
      | 000.7.2/No. 611.35/KEC/SOP/I/2025    |
      | 00.8.3.3/07/TS/I/2025                |
      | 000.8.3.3/ /TS/I/2025                |
      | 000.8.3.3/07/TS/XIII/2025            |
      | 000.7.2/07/TS/I/2025                 |

  Garis-Besar Skenario: Nomor menurut tata naskah dinas daerah
    Dengan SOP lengkap
    Ketika nomor SOP tertulis "<nomor>"
    Maka aturan identity/number-format tidak menemukan apa pun
    Dan aturan identity/number-year tidak menemukan apa pun

    Contoh:
      | nomor                 |
      | 000.8.3.3/07/TS/2025  |
      | 065/07/KEC-TS/I/2025  |
      | 38 / SOP / TS / 2025  |
      | 065/07/XII/2024       |

  Skenario: Kode urusan yang serumpun
    Dengan SOP lengkap
    Ketika nomor SOP tertulis "000.8.6.3/07/TS/I/2025"
    Maka aturan identity/number-format menemukan 1 temuan saran
    Dan keyakinan temuan rendah

  Skenario: Tahun nomor bukan tahun SOP
    Dengan SOP lengkap
    Ketika nomor SOP tertulis "000.8.3.3/07/TS/2022"
    Maka aturan identity/number-year menemukan 1 temuan minor
    Dan temuan mengutip "000.8.3.3/07/TS/2022"
    Dan temuan mengutip "13 Januari 2025"

  Skenario: Bulan nomor bukan bulan SOP
    Dengan SOP lengkap
    Ketika nomor SOP tertulis "000.8.3.3/07/TS/VII/2025"
    Maka aturan identity/number-year menemukan 1 temuan minor
    Dan keyakinan temuan sedang

  Skenario: Dibuat pada hari Sabtu
    Dengan SOP lengkap
    Ketika Tanggal Pembuatan tertulis "11 Januari 2025"
    Maka aturan identity/date-weekend menemukan 1 temuan saran
    Dan temuan mengutip "11 Januari 2025"

  Skenario: Berlaku pada hari Sabtu
    Dengan SOP lengkap
    Ketika Tanggal Efektif tertulis "1 Februari 2025"
    Maka aturan identity/date-weekend tidak menemukan apa pun

  Skenario: Dibuat dan disahkan pada hari yang sama
    Dengan SOP lengkap
    Ketika Tanggal Pembuatan tertulis "13 Januari 2025"
    Maka aturan identity/date-same-day menemukan 1 temuan saran

  Skenario: Disahkan dan berlaku pada hari yang sama
    Dengan SOP lengkap
    Ketika Tanggal Efektif tertulis "13 Januari 2025"
    Maka aturan identity/date-same-day tidak menemukan apa pun

  Garis-Besar Skenario: Tanggal tanpa nama bulan dalam bahasa Indonesia
    Dengan SOP lengkap
    Ketika Tanggal Pengesahan tertulis "<tanggal>"
    Maka aturan identity/date-format menemukan 1 temuan saran
    Dan temuan mengutip "<tanggal>"

    Contoh:
      | tanggal         |
      | 13/01/2025      |
      | 2025-01-13      |
      | 13 January 2025 |

  Garis-Besar Skenario: Nama bulan yang disingkat atau berejaan lama
    Dengan SOP lengkap
    Ketika Tanggal Efektif tertulis "<tanggal>"
    Maka aturan identity/date-format tidak menemukan apa pun

    Contoh:
      | tanggal          |
      | 20 Jan. 2025     |
      | 20 Pebruari 2025 |

  Skenario: Kop tanpa kata PEMERINTAH
    Dengan SOP lengkap
    Ketika kop tertulis "KABUPATEN ARUNIKA KECAMATAN TAMAN SELASIH"
    Maka aturan identity/letterhead menemukan 1 temuan saran

  Skenario: Kop dengan salah ketik
    Dengan SOP lengkap
    Ketika kop tertulis "PEMERINATAH KABUPATEN ARUNIKA KECAMATAN TAMAN SELASIH"
    Maka aturan identity/letterhead tidak menemukan apa pun

  Skenario: SOP lama yang belum pernah direviu
    Dengan SOP lengkap
    Ketika Tanggal Pengesahan tertulis "12 Januari 2023"
    Maka aturan identity/review-overdue menemukan 1 temuan saran

  Skenario: SOP lama yang sudah direvisi
    Dengan SOP lengkap
    Ketika Tanggal Pengesahan tertulis "12 Januari 2023"
    Dan Tanggal Revisi tertulis "3 Februari 2025"
    Maka aturan identity/review-overdue tidak menemukan apa pun
