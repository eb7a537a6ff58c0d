# language: id
Fitur: Nama unit kerja dan nama daerah
  SOP menyebut unit kerja dan daerahnya sendiri dengan satu ejaan. Unit dan daerah lain boleh disebut dengan sengaja.

  Garis-Besar Skenario: Nama kecamatan salah ketik
    Dengan SOP lengkap
    Ketika maksud dan tujuan pedoman berbunyi "Memberi arahan bagi semua seksi di Kecamatan <nama>."
    Maka aturan office/name-mismatch menemukan 1 temuan mayor
    Dan temuan menyatakan "Kecamatan Taman Selasih"
    Dan temuan mengutip "<nama>"

    Contoh:
      | nama          |
      | Taman Selasi  |
      | Taman Sealsih |

  Skenario: Nama kecamatan lain tertinggal pada tanda tangan
    Dengan SOP lengkap
    Ketika jabatan penanda tangan tertulis "CAMAT KEBUN RAMBUTAN"
    Maka aturan office/name-mismatch menemukan 1 temuan mayor
    Dan keyakinan temuan sedang
    Dan temuan mengutip "CAMAT KEBUN RAMBUTAN"

  Garis-Besar Skenario: Yang disebut memang bukan unit kerja pembuat SOP
    Dengan SOP lengkap
    Ketika maksud dan tujuan pedoman berbunyi "<kalimat>"
    Maka aturan office/name-mismatch tidak menemukan apa pun

    Contoh:
      | kalimat                                                                |
      | Memberi arahan bagi semua seksi di KECAMATAN TAMAN SELASIH.            |
      | Memberi arahan agar data kinerja Kabupaten Arunika tersedia.           |
      | Memberi arahan agar data kinerja disampaikan kepada Bappeda.           |
      | Memberi arahan bagi semua seksi di Kecamatan.                          |

  Skenario: Nama kabupaten berbeda satu huruf di satu tempat
    Dengan SOP lengkap
    Ketika maksud dan tujuan pedoman berbunyi "Memberi arahan agar data kinerja Kabupaten Arunka tersedia."
    Maka aturan office/regency-mismatch menemukan 1 temuan mayor
    Dan temuan mengutip "Kabupaten Arunka"

  Skenario: Peraturan kabupaten lain sebagai dasar hukum
    Dengan SOP lengkap
    Ketika dasar hukum pada formulir ditambah "Peraturan Bupati Bojonegoro Nomor 12 Tahun 2021 tentang Perjanjian Kinerja"
    Maka aturan office/regency-mismatch menemukan 1 temuan mayor
    Dan keyakinan temuan sedang
    Dan temuan mengutip "Bojonegoro"

  Garis-Besar Skenario: Daerah sendiri dan daerah lain yang disebut dalam uraian
    Dengan SOP lengkap
    Ketika maksud dan tujuan pedoman berbunyi "<kalimat>"
    Maka aturan office/regency-mismatch tidak menemukan apa pun

    Contoh:
      | kalimat                                                              |
      | Memberi arahan agar data kinerja KABUPATEN ARUNIKA tersedia.         |
      | Memberi arahan sesuai hasil kaji banding ke Kabupaten Bojonegoro.    |
