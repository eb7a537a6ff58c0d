# language: id
@aturan-PJ-04
Fitur: Pangkat di bawah nama pejabat
  Golongan ruang menentukan pangkat, dan sebutan jabatan bukan pangkat.

  Latar Belakang:
    Dengan SOP lengkap

  Garis-Besar Skenario: Golongan ruang yang bukan milik pangkatnya
    Ketika pangkat penanda tangan tertulis "<pangkat>"
    Maka aturan person/rank-mismatch menemukan 1 temuan minor
    Dan keyakinan temuan tinggi
    Dan temuan mengutip "<pangkat>"

    Contoh:
      | pangkat              |
      | Pembina (IV/b)       |
      | Pembina Tk. I (IV/a) |
      | Penata (III/d)       |

  Skenario: Jabatan di tempat pangkat
    Ketika pangkat penanda tangan tertulis "Camat Taman Selasih"
    Maka aturan person/rank-mismatch menemukan 1 temuan minor
    Dan temuan menyatakan 'tercantum "Camat Taman Selasih", padahal di tempat itu ditulis pangkat'
    Dan keyakinan temuan sedang

  Garis-Besar Skenario: Pangkat yang benar
    Ketika pangkat penanda tangan tertulis "<pangkat>"
    Maka aturan person/rank-mismatch tidak menemukan apa pun

    Contoh:
      | pangkat                |
      | Pembina (IV/a)         |
      | Pembina Tingkat I, IV/b |
      | Penata Tk. I (III/d)   |
