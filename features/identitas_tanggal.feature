# language: id
Fitur: Tanggal pada bagian identitas
  Setiap tanggal dinilai dengan aturannya sendiri; tanggal yang tidak terbaca tidak dibandingkan dengan yang lain.

  @aturan-ID-04 @aturan-ID-05 @aturan-ID-09 @aturan-ID-10
  Garis-Besar Skenario: Tanggal Pembuatan atau Tanggal Pengesahan yang tidak dapat dibaca
    Dengan SOP lengkap
    Ketika <label> tertulis "<tanggal>"
    Maka aturan identity/date-invalid <sah>
    Dan aturan identity/date-order tidak dapat dinilai karena "urutannya tidak dapat dibandingkan"
    Dan aturan identity/date-same-day tidak dapat dinilai karena "sehingga tidak dapat dibandingkan"
    Dan aturan identity/date-weekend tidak dapat dinilai karena "harinya tidak diketahui"

    Contoh:
      | label              | tanggal          | sah                                                        |
      | Tanggal Pembuatan  | 31 Februari 2025 | menemukan 1 temuan mayor                                   |
      | Tanggal Pembuatan  | Januari 2025     | menemukan 1 temuan mayor                                   |
      | Tanggal Pembuatan  | menyusul         | tidak dapat dinilai karena "tidak terbaca sebagai tanggal" |
      | Tanggal Pengesahan | 31 Februari 2025 | menemukan 1 temuan mayor                                   |
      | Tanggal Pengesahan | Januari 2025     | menemukan 1 temuan mayor                                   |
      | Tanggal Pengesahan | menyusul         | tidak dapat dinilai karena "tidak terbaca sebagai tanggal" |

  @aturan-ID-04 @aturan-ID-05 @aturan-ID-09 @aturan-ID-10
  Garis-Besar Skenario: Tanggal Efektif atau Tanggal Revisi yang tidak dapat dibaca
    Dengan SOP lengkap
    Ketika <label> tertulis "<tanggal>"
    Maka aturan identity/date-invalid <sah>
    Dan aturan identity/date-order <urutan>
    Dan aturan identity/date-same-day tidak menemukan apa pun
    Dan aturan identity/date-weekend tidak menemukan apa pun

    Contoh:
      | label           | tanggal          | sah                                                        | urutan                                                      |
      | Tanggal Efektif | 31 Februari 2025 | menemukan 1 temuan mayor                                   | tidak dapat dinilai karena "Sebagian tanggal tidak lengkap" |
      | Tanggal Efektif | Januari 2025     | menemukan 1 temuan mayor                                   | tidak dapat dinilai karena "Sebagian tanggal tidak lengkap" |
      | Tanggal Efektif | menyusul         | tidak dapat dinilai karena "tidak terbaca sebagai tanggal" | tidak dapat dinilai karena "Sebagian tanggal tidak lengkap" |
      | Tanggal Revisi  | 31 Februari 2025 | menemukan 1 temuan mayor                                   | tidak dapat dinilai karena "Tanggal Revisi tidak lengkap"   |
      | Tanggal Revisi  | Januari 2025     | menemukan 1 temuan mayor                                   | tidak dapat dinilai karena "Tanggal Revisi tidak lengkap"   |
      | Tanggal Revisi  | menyusul         | tidak menemukan apa pun                                    | tidak menemukan apa pun                                     |

  @aturan-ID-04 @aturan-ID-05 @aturan-ID-09 @aturan-ID-10 @aturan-ID-11
  Garis-Besar Skenario: Hanya satu tanggal yang dicantumkan
    Dengan SOP lengkap
    Ketika Tanggal Pembuatan tidak dicantumkan
    Dan Tanggal Revisi tidak dicantumkan
    Dan Tanggal Pengesahan tidak dicantumkan
    Dan Tanggal Efektif tidak dicantumkan
    Dan <label> tertulis "13 Januari 2025"
    Maka aturan identity/date-invalid tidak menemukan apa pun
    Dan aturan identity/date-format tidak menemukan apa pun
    Dan aturan identity/date-order tidak berlaku
    Dan aturan identity/date-same-day tidak berlaku
    Dan aturan identity/date-weekend <akhir pekan>

    Contoh:
      | label              | akhir pekan             |
      | Tanggal Pembuatan  | tidak menemukan apa pun |
      | Tanggal Pengesahan | tidak menemukan apa pun |
      | Tanggal Efektif    | tidak berlaku           |
      | Tanggal Revisi     | tidak berlaku           |

  @aturan-ID-05 @aturan-ID-10
  Garis-Besar Skenario: Tanggal Pembuatan di samping satu tanggal lain
    Dengan SOP lengkap
    Ketika Tanggal Pengesahan tidak dicantumkan
    Dan Tanggal Efektif tidak dicantumkan
    Dan Tanggal Revisi tidak dicantumkan
    Dan <label> tertulis "20 Januari 2025"
    Maka aturan identity/date-order <urutan>
    Dan aturan identity/date-same-day <hari>

    Contoh:
      | label              | urutan                  | hari                    |
      | Tanggal Pengesahan | tidak menemukan apa pun | tidak menemukan apa pun |
      | Tanggal Efektif    | tidak menemukan apa pun | tidak berlaku           |
      | Tanggal Revisi     | tidak berlaku           | tidak berlaku           |

  @aturan-ID-05 @aturan-ID-10
  Skenario: Tanpa Tanggal Pembuatan tidak ada urutan yang dinilai
    Dengan SOP lengkap
    Ketika Tanggal Pembuatan tidak dicantumkan
    Maka aturan identity/date-order tidak berlaku
    Dan aturan identity/date-same-day tidak berlaku

  @aturan-ID-04 @aturan-ID-11
  Skenario: Tanpa tanggal sama sekali tidak ada tanggal yang dinilai
    Dengan SOP lengkap
    Ketika Tanggal Pembuatan tidak dicantumkan
    Dan Tanggal Revisi tidak dicantumkan
    Dan Tanggal Pengesahan tidak dicantumkan
    Dan Tanggal Efektif tidak dicantumkan
    Maka aturan identity/date-invalid tidak berlaku
    Dan aturan identity/date-format tidak berlaku

  @aturan-ID-05
  Garis-Besar Skenario: Urutan yang benar
    Dengan SOP lengkap
    Ketika Tanggal Pembuatan tertulis "<pembuatan>"
    Dan Tanggal Pengesahan tertulis "<pengesahan>"
    Dan Tanggal Efektif tertulis "<efektif>"
    Dan Tanggal Revisi tertulis "<revisi>"
    Maka aturan identity/date-order tidak menemukan apa pun

    Contoh:
      | pembuatan      | pengesahan      | efektif         | revisi          |
      | 6 Januari 2025 | 6 Januari 2025  | 6 Januari 2025  | -               |
      | 6 Januari 2025 | 7 Januari 2025  | 7 Januari 2025  | -               |
      | 6 Januari 2025 | 13 Januari 2025 | 20 Januari 2025 | 6 Januari 2025  |
      | 6 Januari 2025 | 13 Januari 2025 | 20 Januari 2025 | 8 Januari 2025  |
      | 6 Januari 2025 | 13 Januari 2025 | 20 Januari 2025 | 3 Februari 2025 |

  @aturan-ID-05
  Garis-Besar Skenario: Satu tanggal mendahului tanggal lain
    Dengan SOP lengkap
    Ketika <label> tertulis "<tanggal>"
    Maka aturan identity/date-order menemukan 1 temuan mayor
    Dan temuan menyatakan "<kata>"
    Dan keyakinan temuan tinggi

    Contoh:
      | label              | tanggal         | kata                                                                                          |
      | Tanggal Pengesahan | 5 Januari 2025  | Tanggal Pengesahan (5 Januari 2025) lebih awal daripada Tanggal Pembuatan (6 Januari 2025)    |
      | Tanggal Efektif    | 12 Januari 2025 | Tanggal Efektif (12 Januari 2025) lebih awal daripada Tanggal Pengesahan (13 Januari 2025)    |
      | Tanggal Revisi     | 5 Januari 2025  | Tanggal Revisi (5 Januari 2025) lebih awal daripada Tanggal Pembuatan (6 Januari 2025)        |
      | Tanggal Pembuatan  | 14 Januari 2025 | Tanggal Pengesahan (13 Januari 2025) lebih awal daripada Tanggal Pembuatan (14 Januari 2025)  |

  @aturan-ID-05
  Skenario: Tanggal Efektif mendahului keduanya, dilaporkan satu kali
    Dengan SOP lengkap
    Ketika Tanggal Efektif tertulis "2 Januari 2025"
    Maka aturan identity/date-order menemukan 1 temuan mayor
    Dan temuan menyatakan "Tanggal Efektif (2 Januari 2025) lebih awal daripada Tanggal Pengesahan (13 Januari 2025)"

  @aturan-ID-05
  Skenario: Ketiga tanggal terbalik
    Dengan SOP lengkap
    Ketika Tanggal Pembuatan tertulis "20 Januari 2025"
    Dan Tanggal Pengesahan tertulis "13 Januari 2025"
    Dan Tanggal Efektif tertulis "6 Januari 2025"
    Maka aturan identity/date-order menemukan 2 temuan mayor
    Dan temuan menyatakan "Tanggal Pengesahan (13 Januari 2025) lebih awal daripada Tanggal Pembuatan (20 Januari 2025)"
    Dan temuan menyatakan "Tanggal Efektif (6 Januari 2025) lebih awal daripada Tanggal Pengesahan (13 Januari 2025)"

  @aturan-ID-05
  Skenario: Tanggal di antaranya tidak sah, sehingga kedua tanggal lain yang dibandingkan
    Dengan SOP lengkap
    Ketika Tanggal Pembuatan tertulis "20 Januari 2025"
    Dan Tanggal Pengesahan tertulis "31 Februari 2025"
    Dan Tanggal Efektif tertulis "6 Januari 2025"
    Maka aturan identity/date-order menemukan 1 temuan mayor
    Dan temuan menyatakan "Tanggal Efektif (6 Januari 2025) lebih awal daripada Tanggal Pembuatan (20 Januari 2025)"

  @aturan-ID-10
  Skenario: Dibuat dan disahkan pada hari yang sama menyebut harinya
    Dengan SOP lengkap
    Ketika Tanggal Pembuatan tertulis "13 Januari 2025"
    Maka aturan identity/date-same-day menemukan 1 temuan saran
    Dan temuan menyatakan "Tanggal Pembuatan dan Tanggal Pengesahan sama, yaitu 13 Januari 2025"
    Dan keyakinan temuan sedang

  @aturan-ID-10
  Garis-Besar Skenario: Hari yang sama pada tanggal lain bukan temuan
    Dengan SOP lengkap
    Ketika <label> tertulis "<tanggal>"
    Maka aturan identity/date-same-day tidak menemukan apa pun

    Contoh:
      | label           | tanggal         |
      | Tanggal Efektif | 6 Januari 2025  |
      | Tanggal Efektif | 13 Januari 2025 |
      | Tanggal Revisi  | 6 Januari 2025  |
      | Tanggal Revisi  | 13 Januari 2025 |

  @aturan-ID-09
  Garis-Besar Skenario: Dibuat atau disahkan pada akhir pekan
    Dengan SOP lengkap
    Ketika <label> tertulis "<tanggal>"
    Maka aturan identity/date-weekend menemukan 1 temuan saran
    Dan temuan menyatakan "<label> (<tanggal>) jatuh pada hari <hari>"
    Dan keyakinan temuan sedang

    Contoh:
      | label              | tanggal         | hari   |
      | Tanggal Pembuatan  | 4 Januari 2025  | Sabtu  |
      | Tanggal Pembuatan  | 5 Januari 2025  | Minggu |
      | Tanggal Pengesahan | 11 Januari 2025 | Sabtu  |
      | Tanggal Pengesahan | 12 Januari 2025 | Minggu |

  @aturan-ID-09
  Garis-Besar Skenario: Hari kerja, atau tanggal yang boleh jatuh pada akhir pekan
    Dengan SOP lengkap
    Ketika <label> tertulis "<tanggal>"
    Maka aturan identity/date-weekend tidak menemukan apa pun

    Contoh:
      | label              | tanggal         |
      | Tanggal Pembuatan  | 3 Januari 2025  |
      | Tanggal Pengesahan | 10 Januari 2025 |
      | Tanggal Efektif    | 18 Januari 2025 |
      | Tanggal Revisi     | 11 Januari 2025 |
      | Tanggal Efektif    | 11/1/2025       |
      | Tanggal Revisi     | 11/1/2025       |

  @aturan-ID-09
  Garis-Besar Skenario: Hari dan bulan dapat tertukar
    Dengan SOP lengkap
    Ketika <label> tertulis "11/1/2025"
    Maka aturan identity/date-weekend tidak dapat dinilai karena "dapat dibaca dengan dua cara"

    Contoh:
      | label              |
      | Tanggal Pembuatan  |
      | Tanggal Pengesahan |

  @aturan-ID-11
  Skenario: Dua cara menulis dalam satu bagian identitas
    Dengan SOP lengkap
    Ketika Tanggal Pengesahan tertulis "13/01/2025"
    Dan Tanggal Efektif tertulis "2025-01-20"
    Maka aturan identity/date-format menemukan 1 temuan saran
    Dan temuan menyatakan 'Tanggal Pengesahan "13/01/2025" dan Tanggal Efektif "2025-01-20"; ada 3 cara menulis'
    Dan keyakinan temuan tinggi

  @aturan-ID-13
  Garis-Besar Skenario: Jangka reviu dua tahun
    Dengan SOP lengkap
    Ketika SOP disahkan pada tanggal "<pengesahan>"
    Dan Tanggal Revisi tertulis "<revisi>"
    Dan dokumen diperiksa pada 15 Januari 2026
    Maka aturan identity/review-overdue <hasil>

    Contoh:
      | pengesahan      | revisi         | hasil                    |
      | 15 Januari 2022 | -              | menemukan 1 temuan saran |
      | 15 Januari 2024 | -              | menemukan 1 temuan saran |
      | 15 Januari 2024 |                | menemukan 1 temuan saran |
      | 16 Januari 2024 | -              | tidak menemukan apa pun  |
      | 15 Januari 2022 | 8 Januari 2024 | tidak menemukan apa pun  |

  @aturan-ID-13
  Skenario: SOP lama tanpa label Tanggal Revisi
    Dengan SOP lengkap
    Ketika Tanggal Pengesahan tertulis "12 Januari 2023"
    Dan Tanggal Revisi tidak dicantumkan
    Maka aturan identity/review-overdue menemukan 1 temuan saran
    Dan temuan menyatakan "sudah 3 tahun, dan tidak memuat tanggal revisi"
    Dan keyakinan temuan sedang

  @aturan-ID-13
  Skenario: SOP lama yang sudah direvisi, dengan nomor yang kosong
    Dengan SOP lengkap
    Ketika Tanggal Pengesahan tertulis "12 Januari 2023"
    Dan Tanggal Revisi tertulis "3 Februari 2025"
    Dan nomor SOP tertulis ""
    Dan Tanggal Efektif tidak dicantumkan
    Maka aturan identity/review-overdue tidak menemukan apa pun

  @aturan-ID-13
  Skenario: Umur SOP yang tanggalnya tidak tertulis tidak diketahui
    Dengan SOP lengkap
    Ketika Tanggal Pembuatan tidak dicantumkan
    Dan Tanggal Pengesahan tidak dicantumkan
    Dan Tanggal Efektif tidak dicantumkan
    Maka aturan identity/review-overdue tidak berlaku
