# language: id
Fitur: Hukum berlaku menurut tanggal dokumen
  Dasar hukum dinilai pada tanggal SOP, bukan pada hari pemeriksaan. Peraturan yang baru dicabut kemudian tidak salah
  ketika SOP disusun.

  Skenario: Dicabut sebelum SOP disahkan
    Dengan SOP lengkap
    Ketika dasar hukum diawali "Peraturan Pemerintah Nomor 79 Tahun 2005 tentang Pedoman Pembinaan dan Pengawasan Penyelenggaraan Pemerintahan Daerah"
    Dan SOP disahkan pada tanggal "15 Mei 2025"
    Maka aturan legal/revoked menemukan 1 temuan mayor
    Dan temuan menyatakan "sudah dicabut dengan PP 12/2017 Pasal 51 angka 4 sejak 7 April 2017"

  Skenario: SOP yang sama, disahkan sebelum pencabutan
    Dengan SOP lengkap
    Ketika dasar hukum diawali "Peraturan Pemerintah Nomor 79 Tahun 2005 tentang Pedoman Pembinaan dan Pengawasan Penyelenggaraan Pemerintahan Daerah"
    Dan SOP disahkan pada tanggal "15 Mei 2015"
    Maka aturan legal/revoked menemukan 1 temuan saran
    Dan temuan menyatakan "masih berlaku pada tanggal pengesahan 15 Mei 2015"

  Skenario: Register yang belum pasti hanya meminta konfirmasi
    Dengan SOP lengkap
    Ketika dasar hukum ditambah "Peraturan Menteri Dalam Negeri Nomor 54 Tahun 2010 tentang Pelaksanaan Peraturan Pemerintah Nomor 8 Tahun 2008 tentang Tahapan, Tata Cara Penyusunan, Pengendalian, dan Evaluasi Pelaksanaan Rencana Pembangunan Daerah"
    Maka aturan legal/revoked menemukan 1 temuan minor
    Dan temuan menyatakan "perlu konfirmasi"

  Skenario: Peraturan yang masih berlaku
    Dengan SOP lengkap
    Maka aturan legal/revoked tidak menemukan apa pun

  Skenario: Perubahan yang disebut bukan yang terakhir
    Dengan SOP lengkap
    Ketika dasar hukum diawali "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor 9 Tahun 2015"
    Maka aturan legal/superseded-amendment menemukan 1 temuan minor
    Dan temuan menyatakan "UU 11/2020"

  Skenario: Kutipan yang sama pada tahun 2018
    Dengan SOP lengkap
    Ketika dasar hukum diawali "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor 9 Tahun 2015"
    Dan SOP disahkan pada tanggal "15 Mei 2018"
    Maka aturan legal/superseded-amendment tidak menemukan apa pun

  Skenario: Undang-undang dikutip tanpa perubahannya
    Dengan SOP lengkap
    Ketika dasar hukum diawali "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah"
    Maka aturan legal/superseded-amendment menemukan 1 temuan saran

  Skenario: Peraturan lebih muda daripada SOP
    Dengan SOP lengkap
    Ketika dasar hukum diawali "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara"
    Dan SOP disahkan pada tanggal "15 Mei 2019"
    Maka aturan legal/not-yet-issued menemukan 1 temuan mayor

  Skenario: Peraturan lebih tua daripada SOP
    Dengan SOP lengkap
    Ketika dasar hukum diawali "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara"
    Maka aturan legal/not-yet-issued tidak menemukan apa pun
