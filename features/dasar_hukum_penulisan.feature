# language: id
Fitur: Peraturan dikutip dengan judul, nomor, dan urutan yang benar
  Nomor dan tahun dicocokkan lebih dahulu dengan register, baru judulnya.

  Skenario: Judul terpotong
    Dengan SOP lengkap
    Ketika kata "atas Laporan Kinerja Instansi Pemerintah" dalam dasar hukum diganti "atas Laporan Kinerja"
    Maka aturan legal/title-cut menemukan 1 temuan minor
    Dan temuan menyatakan "Instansi Pemerintah"
    Dan aturan legal/wrong-title tidak menemukan apa pun

  Skenario: Judul lengkap dengan huruf kapital
    Dengan SOP lengkap
    Ketika kata "Sistem Akuntabilitas Kinerja" dalam dasar hukum diganti "SISTEM AKUNTABILITAS KINERJA"
    Maka aturan legal/title-cut tidak menemukan apa pun
    Dan aturan legal/wrong-title tidak menemukan apa pun

  Skenario: Satu kata berbeda
    Dengan SOP lengkap
    Ketika kata "Administrasi Pemerintahan" dalam dasar hukum diganti "Administrasi Pemerintah"
    Maka aturan legal/wrong-title menemukan 1 temuan minor
    Dan temuan menyatakan "“pemerintah” seharusnya “pemerintahan”"

  Skenario: Koma memecah istilah
    Dengan SOP lengkap
    Ketika kata "Tata Cara Reviu" dalam dasar hukum diganti "Tata Cara, Reviu"
    Maka aturan legal/wrong-title menemukan 1 temuan saran

  Skenario: Undang-undang perubahan dikatakan mengubah undang-undang lain
    Dengan SOP lengkap
    Ketika dasar hukum diawali "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah diubah terakhir dengan Undang-Undang Nomor 9 Tahun 2015 tentang Perubahan Kedua atas Undang-Undang Nomor 24 Tahun 2014"
    Maka aturan legal/wrong-number menemukan 1 temuan mayor
    Dan temuan menyatakan "UU 24/2014"

  Skenario: Judul milik nomor lain
    Dengan SOP lengkap
    Ketika kata "Nomor 29 Tahun 2014" dalam dasar hukum diganti "Nomor 39 Tahun 2014"
    Maka aturan legal/wrong-number menemukan 1 temuan mayor
    Dan temuan menyatakan "Perpres 29/2014"

  Skenario: Dua peraturan berjudul sama
    Dengan SOP lengkap
    Ketika dasar hukum diawali "Peraturan Pemerintah Nomor 19 Tahun 2008 tentang Kecamatan"
    Maka aturan legal/wrong-number tidak menemukan apa pun

  Skenario: Peraturan pokok tidak dikutip
    Dengan SOP lengkap
    Ketika dasar hukum "Nomor 53 Tahun 2014" dihapus
    Maka aturan legal/missing-expected menemukan 1 temuan minor

  Skenario: Permendagri 52/2011 sebagai pedoman penyusunan SOP
    Dengan SOP lengkap
    Ketika dasar hukum "Nomor 35 Tahun 2012" dihapus
    Dan dasar hukum ditambah "Peraturan Menteri Dalam Negeri Nomor 52 Tahun 2011 tentang Standar Operasional Prosedur di Lingkungan Pemerintah Provinsi dan Kabupaten/Kota"
    Maka aturan legal/missing-expected tidak menemukan apa pun

  Skenario: Undang-undang ditempatkan terakhir
    Dengan SOP lengkap
    Ketika dasar hukum ditambah "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan"
    Maka aturan legal/order menemukan 1 temuan saran

  Skenario: Urut menurut tingkatan
    Dengan SOP lengkap
    Maka aturan legal/order tidak menemukan apa pun

  Skenario: Jenis peraturan disingkat dan ditulis lengkap
    Dengan SOP lengkap
    Ketika dasar hukum ditambah "PermenPANRB Nomor 19 Tahun 2018 tentang Penyusunan Peta Proses Bisnis Instansi Pemerintah"
    Maka aturan legal/abbrev menemukan 1 temuan saran

  Skenario: Semua jenis peraturan ditulis lengkap
    Dengan SOP lengkap
    Maka aturan legal/abbrev tidak menemukan apa pun
