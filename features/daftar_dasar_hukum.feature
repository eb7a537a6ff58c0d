# language: id
Fitur: Daftar dasar hukum
  Setiap peraturan disebut utuh, dengan jenis, nomor, tahun, dan judulnya, satu kali dalam satu daftar.

  Garis-Besar Skenario: Nomor atau tahun belum diisi
    Dengan SOP lengkap
    Ketika dasar hukum ditambah "<peraturan>"
    Maka aturan legal/incomplete menemukan 2 temuan mayor
    Dan temuan mengutip "<peraturan>"

    Contoh:
      | peraturan                                                          |
      | Peraturan Bupati Arunika Nomor ... Tahun 20.. tentang SAKIP        |
      | Peraturan Bupati Arunika Tahun 2021 tentang Perjanjian Kinerja     |
      | Peraturan Bupati Arunika Nomor 12 tentang Perjanjian Kinerja       |

  Garis-Besar Skenario: Jenis, judul, atau daerah tidak disebut
    Dengan SOP lengkap
    Ketika dasar hukum ditambah "<peraturan>"
    Maka aturan legal/incomplete menemukan 2 temuan minor
    Dan temuan menyatakan "tidak mencantumkan <yang kurang>"

    Contoh:
      | peraturan                                               | yang kurang |
      | Nomor 8 Tahun 2006 tentang Pelaporan Keuangan           | jenis       |
      | Peraturan Pemerintah Nomor 8 Tahun 2006                 | judul       |
      | Peraturan Bupati Nomor 12 Tahun 2021 tentang Kinerja    | nama daerah |

  Garis-Besar Skenario: Peraturan yang disebut lengkap
    Dengan SOP lengkap
    Ketika dasar hukum ditambah "<peraturan>"
    Maka aturan legal/incomplete tidak menemukan apa pun

    Contoh:
      | peraturan                                                                                           |
      | Peraturan Bupati Arunika Nomor 12 Tahun 2021 tentang Perjanjian Kinerja                             |
      | UU No. 25 Th. 2009 tentang Pelayanan Publik                                                         |
      | Peraturan Daerah Kabupaten Arunika Nomor 4 Tahun 2016 tentang Pembentukan Perangkat Daerah          |

  Skenario: Satu peraturan disebut dua kali dalam satu daftar
    Dengan SOP lengkap
    Ketika dasar hukum pada formulir ditambah "PP No. 17 Tahun 2018 tentang Kecamatan"
    Maka aturan legal/duplicate menemukan 1 temuan minor
    Dan temuan menyatakan "lebih dari sekali dalam satu daftar"
    Dan temuan mengutip "PP No. 17 Tahun 2018"

  Skenario: Peraturan yang disebut dalam judul peraturan perubahannya
    Dengan SOP lengkap
    Ketika dasar hukum ditambah "Peraturan Bupati Arunika Nomor 12 Tahun 2021 tentang Perjanjian Kinerja"
    Dan dasar hukum ditambah "Peraturan Bupati Arunika Nomor 7 Tahun 2023 tentang Perubahan atas Peraturan Bupati Arunika Nomor 12 Tahun 2021 tentang Perjanjian Kinerja"
    Maka aturan legal/duplicate tidak menemukan apa pun

  Skenario: Pedoman dan formulir menyebut peraturan yang sama
    Dengan SOP lengkap
    Maka aturan legal/duplicate tidak menemukan apa pun
    Dan aturan legal/lists-differ tidak menemukan apa pun

  Skenario: Formulir memuat peraturan yang tidak ada dalam pedoman
    Dengan SOP lengkap
    Ketika dasar hukum pada formulir ditambah "Peraturan Bupati Arunika Nomor 12 Tahun 2021 tentang Perjanjian Kinerja"
    Maka aturan legal/lists-differ menemukan 1 temuan minor
    Dan temuan menyatakan "pada formulir yang tidak ada pada bagian naratif: Perbup"

  Skenario: Satu peraturan ditulis dengan singkatan pada salah satu daftar
    Dengan SOP lengkap
    Ketika naskah menulis "PP No. 17 Tahun 2018" sebagai ganti "Peraturan Pemerintah Nomor 17 Tahun 2018"
    Maka aturan legal/lists-differ tidak menemukan apa pun

  Skenario: Tanpa dasar hukum dalam pedoman tidak ada yang dibandingkan
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Maka aturan legal/lists-differ tidak berlaku

  Skenario: Satu peraturan terpecah menjadi dua butir
    Dengan SOP lengkap
    Ketika dasar hukum "Nomor 29 Tahun 2014" terpecah menjadi dua butir sebelum "Tahun 2014"
    Maka aturan legal/split-item menemukan 2 temuan mayor
    Dan temuan menyatakan "terpecah atas dua butir"
    Dan temuan mengutip "Peraturan Presiden Nomor 29"

  Skenario: Peraturan yang terpecah tidak dilaporkan lagi sebagai tidak lengkap
    Dengan SOP lengkap
    Ketika dasar hukum "Nomor 29 Tahun 2014" terpecah menjadi dua butir sebelum "Tahun 2014"
    Maka aturan legal/incomplete tidak menemukan apa pun

  Skenario: Daftar yang berlanjut di halaman berikutnya tidak terpecah
    Dengan SOP lengkap
    Ketika isi dasar hukum berlanjut di halaman berikutnya
    Maka aturan legal/split-item tidak menemukan apa pun
    Dan aturan legal/lists-differ tidak menemukan apa pun
