# language: id
@aturan-AR-03 @aturan-AR-04
Fitur: SOP wajib dan dokumen yang jatuh tempo
  Kantor yang belum menyerahkan ditegur sesudah batas waktunya. Bila ada dokumen yang tidak dapat dibaca, dokumen yang
  dicari mungkin ada di antaranya.

  Garis-Besar Skenario: Batas waktu penyerahan
    Dengan Laporan Kinerja Kecamatan Rimba Wangi tahun 2025 jatuh tempo <batas> dan belum ada
    Maka aturan AR-04 <hasil>

    Contoh:
      | batas      | hasil                                                        |
      | 2026-01-13 | menemukan 1 temuan mayor dalam arsip Kecamatan Rimba Wangi   |
      | 2026-01-14 | menemukan 1 temuan mayor dalam arsip Kecamatan Rimba Wangi   |
      | 2026-01-15 | tidak menemukan apa pun dalam arsip                          |
      | 2026-01-16 | tidak menemukan apa pun dalam arsip                          |

  Garis-Besar Skenario: Yang belum diserahkan mungkin tidak terbaca
    Dengan Laporan Kinerja Kecamatan Rimba Wangi tahun 2024 jatuh tempo 2025-02-28 dan belum ada
    Dan <banyak> dokumen Kecamatan Rimba Wangi tidak dapat dibaca
    Maka aturan AR-04 tidak dapat dinilai dalam arsip Kecamatan Rimba Wangi karena "mungkin ada di antaranya"

    Contoh:
      | banyak |
      | 1      |
      | 2      |

  Skenario: Terlambat satu hari dan sebagian tidak terbaca
    Dengan Laporan Kinerja Kecamatan Rimba Wangi tahun 2024 jatuh tempo 2026-01-14 dan belum ada
    Dan 1 dokumen Kecamatan Rimba Wangi tidak dapat dibaca
    Maka aturan AR-04 tidak dapat dinilai dalam arsip Kecamatan Rimba Wangi karena "mungkin ada di antaranya"

  Skenario: Belum jatuh tempo dan sebagian tidak terbaca
    Dengan Laporan Kinerja Kecamatan Rimba Wangi tahun 2025 jatuh tempo 2026-02-28 dan belum ada
    Dan 1 dokumen Kecamatan Rimba Wangi tidak dapat dibaca
    Maka aturan AR-04 tidak menemukan apa pun dalam arsip

  Skenario: Jatuh tempo hari ini dan sebagian tidak terbaca
    Dengan Laporan Kinerja Kecamatan Rimba Wangi tahun 2025 jatuh tempo 2026-01-15 dan belum ada
    Dan 1 dokumen Kecamatan Rimba Wangi tidak dapat dibaca
    Maka aturan AR-04 tidak menemukan apa pun dalam arsip

  Skenario: Sudah diserahkan walaupun sebagian lain tidak terbaca
    Dengan Laporan Kinerja Kecamatan Rimba Wangi tahun 2024 jatuh tempo 2025-02-28 dan yang ada "lkj.txt"
    Dan 1 dokumen Kecamatan Rimba Wangi tidak dapat dibaca
    Maka aturan AR-04 tidak menemukan apa pun dalam arsip

  Skenario: Tidak ada yang harus diserahkan
    Dengan Kecamatan Rimba Wangi wajib mempunyai SOP "pengumpulan data kinerja" dan yang ada "a.txt"
    Maka aturan AR-04 tidak berlaku dalam arsip Kecamatan Rimba Wangi

  Skenario: Dua dokumen belum diserahkan
    Dengan Laporan Kinerja Kecamatan Rimba Wangi tahun 2024 jatuh tempo 2025-02-28 dan belum ada
    Dan Perjanjian Kinerja Kecamatan Rimba Wangi tahun 2025 jatuh tempo 2025-01-31 dan belum ada
    Maka aturan AR-04 menemukan 2 temuan mayor dalam arsip Kecamatan Rimba Wangi

  Skenario: SOP wajib yang tidak ada sama sekali
    Dengan Kecamatan Rimba Wangi wajib mempunyai SOP "pengumpulan data kinerja" yang tidak ditemukan
    Maka aturan AR-03 menemukan 1 temuan minor dalam arsip Kecamatan Rimba Wangi
    Dan temuan menyatakan "padahal wajib dimiliki"
    Dan keyakinan temuan tinggi

  Skenario: SOP wajib yang mungkin berjudul lain
    Dengan Kecamatan Rimba Wangi wajib mempunyai SOP "pengumpulan data kinerja" yang tidak ditemukan, tetapi ada "PENGUMPULAN DATA CAPAIAN"
    Maka aturan AR-03 menemukan 1 temuan minor dalam arsip Kecamatan Rimba Wangi
    Dan temuan menyatakan "yang mirip adalah"
    Dan keyakinan temuan rendah

  Garis-Besar Skenario: SOP wajib mungkin di antara yang tidak terbaca
    Dengan Kecamatan Rimba Wangi wajib mempunyai SOP "pengumpulan data kinerja" yang tidak ditemukan
    Dan <banyak> dokumen Kecamatan Rimba Wangi tidak dapat dibaca
    Maka aturan AR-03 tidak dapat dinilai dalam arsip Kecamatan Rimba Wangi karena "mungkin ada di antaranya"

    Contoh:
      | banyak |
      | 1      |
      | 2      |

  Skenario: SOP wajib ada walaupun sebagian dokumen tidak terbaca
    Dengan Kecamatan Rimba Wangi wajib mempunyai SOP "pengumpulan data kinerja" dan yang ada "a.txt"
    Dan 1 dokumen Kecamatan Rimba Wangi tidak dapat dibaca
    Maka aturan AR-03 tidak menemukan apa pun dalam arsip

  Skenario: Tidak ada SOP yang diwajibkan
    Dengan Laporan Kinerja Kecamatan Rimba Wangi tahun 2024 jatuh tempo 2025-02-28 dan belum ada
    Maka aturan AR-03 tidak berlaku dalam arsip Kecamatan Rimba Wangi
