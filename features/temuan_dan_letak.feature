# language: id
Fitur: Temuan, letaknya, dan banyaknya

  Skenario: SOP lengkap tidak mempunyai temuan
    Dengan SOP lengkap
    Ketika SOP diperiksa
    Maka tidak ada temuan
    Dan seluruhnya ada 0 temuan
    Dan tidak ada temuan kritis
    Dan putusannya "layak"
    Dan nilainya 100
    Dan nilainya paling sedikit 90
    Dan batas nilainya 100 sampai 100

  Skenario: Temuan hanya dari satu aturan
    Dengan SOP lengkap
    Ketika NIP pada blok tanda tangan tertulis "19820517 200604 1 004"
    Maka temuan hanya dari aturan person/nip-mismatch
    Dan temuan mengutip tepat "19820517 200604 1 004"
    Dan temuan tidak mengutip "19800319"
    Dan temuan menunjuk baris 67
    Dan temuan menunjuk letak "baris 40"

  Skenario: Temuan dari dua aturan saja
    Dengan SOP lengkap
    Ketika NIP pada blok tanda tangan tertulis "19820517 200604 1 004"
    Dan Tanggal Pembuatan tertulis "11 Januari 2025"
    Maka temuan hanya dari aturan person/nip-mismatch dan identity/date-weekend
    Dan seluruhnya ada 2 temuan
    Dan seluruhnya ada 1 temuan saran
    Dan nilainya antara 50 dan 99

  Skenario: Temuan dirinci menurut tingkatnya
    Dengan SOP lengkap
    Ketika pangkat penanda tangan tertulis "Pembina (III/c)"
    Dan NIP pada bagian identitas tertulis "19820517 200604 1 004"
    Maka aturan person/nip-mismatch menemukan temuan 1 kritis
    Dan aturan person/nip-mismatch menemukan temuan berikut
      | Tingkat | Keyakinan | Mengutip              | Baris |
      | kritis  | tinggi    | 19820517 200604 1 004 |       |

  Skenario: Temuan dalam bagian SOP
    Dengan SOP lengkap
    Ketika dasar hukum diawali "Peraturan Pemerintah Nomor 79 Tahun 2005 tentang Pedoman Pembinaan dan Pengawasan Penyelenggaraan Pemerintahan Daerah"
    Maka aturan legal/revoked menemukan 1 temuan
    Dan temuan menunjuk bagian "Dasar Hukum"

  Skenario: Aturan yang tidak dapat dinilai
    Dengan SOP lengkap
    Ketika label dan isi bagian identitas terpisah
    Maka aturan identity/date-order tidak dapat dinilai
