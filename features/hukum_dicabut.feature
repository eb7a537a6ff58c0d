# language: id
@aturan-DH-06
Fitur: Keadaan dasar hukum pada tanggal SOP
  Yang dinilai ialah apakah peraturan masih berlaku pada tanggal SOP. Bila tanggal itu atau status peraturannya tidak
  pasti, temuan hanya meminta konfirmasi.

  Garis-Besar Skenario: Hari pencabutan menentukan, bukan tahunnya
    Dengan SOP lengkap
    Ketika dasar hukum diawali "Peraturan Pemerintah Nomor 79 Tahun 2005 tentang Pedoman Pembinaan dan Pengawasan Penyelenggaraan Pemerintahan Daerah"
    Dan dasar hukum "Nomor 17 Tahun 2018" dihapus
    Dan SOP disahkan pada tanggal "<tanggal>"
    Maka aturan legal/revoked menemukan 1 temuan <tingkat>
    Dan temuan menyatakan "<kata>"
    Dan keyakinan temuan tinggi

    Contoh:
      | tanggal      | tingkat | kata                                                       |
      | 6 April 2017 | saran   | PP 79/2005 masih berlaku pada tanggal pengesahan           |
      | 7 April 2017 | mayor   | PP 79/2005 sudah dicabut dengan PP 12/2017                 |
      | 8 April 2017 | mayor   | sejak 7 April 2017, sebelum tanggal pengesahan 8 April 2017 |

  Skenario: Dicabut dan tanggal SOP tidak tertulis
    Dengan SOP lengkap
    Ketika dasar hukum diawali "Peraturan Pemerintah Nomor 79 Tahun 2005 tentang Pedoman Pembinaan dan Pengawasan Penyelenggaraan Pemerintahan Daerah"
    Dan Tanggal Pembuatan tidak dicantumkan
    Dan Tanggal Pengesahan tidak dicantumkan
    Dan Tanggal Efektif tidak dicantumkan
    Maka aturan legal/revoked menemukan 1 temuan minor
    Dan temuan menyatakan "tanggal dokumen tidak terbaca"
    Dan keyakinan temuan sedang

  Garis-Besar Skenario: Tanggal SOP tidak tertulis dan pencabutannya tidak pasti atau sebagian
    Dengan SOP lengkap
    Ketika dasar hukum diawali "<peraturan>"
    Dan Tanggal Pembuatan tidak dicantumkan
    Dan Tanggal Pengesahan tidak dicantumkan
    Dan Tanggal Efektif tidak dicantumkan
    Maka aturan legal/revoked menemukan 1 temuan minor
    Dan temuan menyatakan "<kata>"

    Contoh:
      | peraturan                                                                                                                  | kata                 |
      | Peraturan Menteri Dalam Negeri Nomor 54 Tahun 2009 tentang Tata Naskah Dinas di Lingkungan Pemerintah Daerah                | tampaknya sudah dicabut |
      | Peraturan Pemerintah Nomor 53 Tahun 2010 tentang Disiplin Pegawai Negeri Sipil                                              | telah dicabut sebagian |

  Skenario: Tanpa Tanggal Pengesahan, Tanggal Efektif yang menentukan
    Dengan SOP lengkap
    Ketika dasar hukum diawali "Peraturan Pemerintah Nomor 79 Tahun 2005 tentang Pedoman Pembinaan dan Pengawasan Penyelenggaraan Pemerintahan Daerah"
    Dan Tanggal Pengesahan tidak dicantumkan
    Maka aturan legal/revoked menemukan 1 temuan mayor
    Dan temuan menyatakan "sebelum tanggal efektif 20 Januari 2025"

  Skenario: Baru sebagian yang dicabut
    Dengan SOP lengkap
    Ketika dasar hukum diawali "Peraturan Pemerintah Nomor 53 Tahun 2010 tentang Disiplin Pegawai Negeri Sipil"
    Maka aturan legal/revoked menemukan 1 temuan minor
    Dan temuan menyatakan "PP 53/2010 telah dicabut sebagian dengan PP 94/2021"
    Dan keyakinan temuan sedang

  Garis-Besar Skenario: Pencabutan yang menurut register belum pasti
    Dengan SOP lengkap
    Ketika dasar hukum diawali "Peraturan Menteri Dalam Negeri Nomor 54 Tahun 2009 tentang Tata Naskah Dinas di Lingkungan Pemerintah Daerah"
    Dan SOP disahkan pada tanggal "<tanggal>"
    Maka aturan legal/revoked menemukan 1 temuan <tingkat>
    Dan temuan menyatakan "<kata>"
    Dan keyakinan temuan sedang

    Contoh:
      | tanggal         | tingkat | kata                                       |
      | 14 Januari 2019 | saran   | tampaknya kemudian dicabut                 |
      | 15 Januari 2024 | minor   | tampaknya sudah dicabut dengan Permendagri |

  Skenario: Peraturan yang pokoknya sudah diatur peraturan lain
    Dengan SOP lengkap
    Ketika dasar hukum ditambah "Keputusan Menteri Pendayagunaan Aparatur Negara Nomor KEP/135/M.PAN/9/2004 Tahun 2004 tentang Pedoman Umum Evaluasi Laporan Akuntabilitas Kinerja Instansi Pemerintah"
    Maka aturan legal/revoked menemukan 1 temuan saran
    Dan temuan menyatakan "kini diatur dengan PermenPANRB 88/2021"
    Dan keyakinan temuan rendah

  Skenario: Masa rencananya sudah berakhir
    Dengan SOP lengkap
    Ketika dasar hukum diawali "Peraturan Presiden Nomor 81 Tahun 2010 tentang Grand Design Reformasi Birokrasi 2010-2025"
    Dan SOP disahkan pada tanggal "2 Januari 2026"
    Maka aturan legal/revoked menemukan 1 temuan saran
    Dan temuan menyatakan "Masa rencana dalam Perpres 81/2010 berakhir pada 31 Desember 2025"
    Dan keyakinan temuan sedang

  Skenario: Masa rencananya berakhir pada hari SOP disahkan
    Dengan SOP lengkap
    Ketika dasar hukum diawali "Peraturan Presiden Nomor 81 Tahun 2010 tentang Grand Design Reformasi Birokrasi 2010-2025"
    Dan SOP disahkan pada tanggal "31 Desember 2025"
    Maka aturan legal/revoked tidak menemukan apa pun

  Skenario: Dua peraturan yang dicabut
    Dengan SOP lengkap
    Ketika dasar hukum diawali "Peraturan Pemerintah Nomor 19 Tahun 2008 tentang Kecamatan"
    Dan dasar hukum diawali "Peraturan Pemerintah Nomor 41 Tahun 2007 tentang Organisasi Perangkat Daerah"
    Maka aturan legal/revoked menemukan 2 temuan mayor
    Dan temuan menyatakan "PP 41/2007 sudah dicabut dengan PP 18/2016"
    Dan temuan menyatakan "PP 19/2008 sudah dicabut dengan PP 17/2018"

  Skenario: Satu peraturan yang dikenal di antara peraturan daerah
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika isi dasar hukum dikosongkan
    Dan dasar hukum ditambah "Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan"
    Dan dasar hukum ditambah "Peraturan Bupati Arunika Nomor 12 Tahun 2021 tentang Perjanjian Kinerja"
    Maka aturan legal/revoked tidak menemukan apa pun

  Skenario: Tidak ada peraturan yang dikenal register
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika isi dasar hukum dikosongkan
    Dan dasar hukum ditambah "Peraturan Bupati Arunika Nomor 12 Tahun 2021 tentang Perjanjian Kinerja"
    Maka aturan legal/revoked tidak dapat dinilai karena "Tidak satu pun peraturan yang dikutip ada dalam register"

  Skenario: Dasar hukum yang kosong tidak dinilai lagi
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika isi dasar hukum dikosongkan
    Maka aturan legal/revoked tidak berlaku

  @aturan-DH-11
  Garis-Besar Skenario: Hari penetapan dibandingkan dengan tanggal terakhir SOP
    Dengan SOP lengkap
    Ketika dasar hukum "Nomor 29 Tahun 2014" dihapus
    Dan SOP disahkan pada tanggal "<tanggal>"
    Maka aturan legal/not-yet-issued menemukan 1 temuan mayor
    Dan temuan menyatakan "PP 17/2018 (ditetapkan 3 Mei 2018) lebih muda daripada SOP"
    Dan keyakinan temuan tinggi

    Contoh:
      | tanggal      |
      | 2 Mei 2018   |
      | 30 April 2018 |

  @aturan-DH-11
  Garis-Besar Skenario: Peraturan yang sudah ada pada tanggal terakhir SOP
    Dengan SOP lengkap
    Ketika SOP disahkan pada tanggal "<pengesahan>"
    Dan Tanggal Revisi tertulis "<revisi>"
    Maka aturan legal/not-yet-issued tidak menemukan apa pun

    Contoh:
      | pengesahan  | revisi        |
      | 3 Mei 2018  | -             |
      | 2 Mei 2018  | 10 Maret 2023 |

  @aturan-DH-11
  Skenario: Hari penetapan yang tidak pasti
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika dasar hukum "Nomor 17 Tahun 2018" dihapus
    Dan dasar hukum "Nomor 53 Tahun 2014" dihapus
    Dan SOP disahkan pada tanggal "20 April 2014"
    Maka aturan legal/not-yet-issued menemukan 1 temuan minor
    Dan temuan menyatakan "Perpres 29/2014 tampaknya baru ditetapkan 21 April 2014"
    Dan keyakinan temuan sedang

  @aturan-DH-11
  Skenario: Hanya tahun pada sampul yang dapat dibandingkan
    Dengan SOP lengkap
    Ketika dasar hukum diawali "Undang-Undang Nomor 1 Tahun 2026 tentang Penyesuaian Pidana"
    Dan Tanggal Pembuatan tidak dicantumkan
    Dan Tanggal Pengesahan tidak dicantumkan
    Dan Tanggal Efektif tidak dicantumkan
    Maka aturan legal/not-yet-issued menemukan 1 temuan minor
    Dan keyakinan temuan sedang

  @aturan-DH-11
  Skenario: Tidak ada tanggal untuk dibandingkan
    Dengan SOP lengkap
    Ketika Tanggal Pembuatan tidak dicantumkan
    Dan Tanggal Pengesahan tidak dicantumkan
    Dan Tanggal Efektif tidak dicantumkan
    Dan naskah menulis "EDISI PERTAMA**" sebagai ganti "TAHUN 2025**"
    Maka aturan legal/not-yet-issued tidak dapat dinilai karena "Tidak ada tanggal dokumen yang terbaca"

  @aturan-DH-11
  Skenario: Tanpa dasar hukum tidak ada yang dibandingkan dengan tanggal SOP
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika isi dasar hukum dikosongkan
    Maka aturan legal/not-yet-issued tidak berlaku

  @aturan-DH-08
  Garis-Besar Skenario: Perubahan terakhir dihitung sampai tanggal SOP
    Dengan SOP lengkap
    Ketika dasar hukum diawali "Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah"
    Dan SOP disahkan pada tanggal "<tanggal>"
    Maka aturan legal/superseded-amendment menemukan 1 temuan saran
    Dan temuan menyatakan "PP 18/2016 dikutip tanpa perubahannya"
    Dan temuan menyatakan "sudah diubah dengan PP 72/2019"
    Dan keyakinan temuan tinggi

    Contoh:
      | tanggal         |
      | 15 Oktober 2019 |
      | 13 Januari 2025 |

  @aturan-DH-08
  Skenario: Sebelum ada perubahan tidak ada yang perlu disebut
    Dengan SOP lengkap
    Ketika dasar hukum diawali "Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah"
    Dan SOP disahkan pada tanggal "14 Oktober 2019"
    Maka aturan legal/superseded-amendment tidak berlaku

  @aturan-DH-08
  Skenario: Tidak satu pun dasar hukum pernah diubah
    Dengan SOP lengkap
    Maka aturan legal/superseded-amendment tidak berlaku

  @aturan-DH-08
  Garis-Besar Skenario: Perubahan terakhir sudah disebut
    Dengan SOP lengkap
    Ketika dasar hukum diawali "<peraturan>"
    Maka aturan legal/superseded-amendment tidak menemukan apa pun

    Contoh:
      | peraturan |
      | Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah sebagaimana telah diubah dengan Peraturan Pemerintah Nomor 72 Tahun 2019 |
      | Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor 6 Tahun 2023 |

  @aturan-DH-08
  Skenario: Perubahan disebut sebagai butir tersendiri
    Dengan SOP lengkap
    Ketika dasar hukum diawali "Peraturan Pemerintah Nomor 72 Tahun 2019 tentang Perubahan atas Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah"
    Dan dasar hukum diawali "Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah"
    Maka aturan legal/superseded-amendment tidak menemukan apa pun

  @aturan-DH-08
  Skenario: Perubahan yang disebut bukan yang terakhir, menurut register yang belum pasti
    Dengan SOP lengkap
    Ketika dasar hukum diawali "Undang-Undang Nomor 6 Tahun 2014 tentang Desa sebagaimana telah diubah dengan Undang-Undang Nomor 11 Tahun 2020"
    Dan SOP disahkan pada tanggal "12 Juni 2023"
    Maka aturan legal/superseded-amendment menemukan 1 temuan minor
    Dan temuan menyatakan "tampaknya sudah diubah lagi"
    Dan temuan menyatakan "perlu konfirmasi"
    Dan keyakinan temuan sedang

  @aturan-DH-08
  Skenario: Perubahan yang disebut bukan yang terakhir, menurut register yang pasti
    Dengan SOP lengkap
    Ketika dasar hukum diawali "Undang-Undang Nomor 11 Tahun 2008 tentang Informasi dan Transaksi Elektronik sebagaimana telah diubah dengan Undang-Undang Nomor 19 Tahun 2016"
    Maka aturan legal/superseded-amendment menemukan 1 temuan minor
    Dan temuan menyatakan "UU 11/2008 dikutip dengan perubahan terakhir UU 19/2016, padahal sebelum"
    Dan temuan menyatakan "sudah diubah lagi dengan UU 1/2024"
    Dan keyakinan temuan tinggi

  @aturan-DH-08
  Skenario: Dikatakan telah diubah tanpa menyebut perubahannya
    Dengan SOP lengkap
    Ketika dasar hukum diawali "Undang-Undang Nomor 11 Tahun 2008 tentang Informasi dan Transaksi Elektronik sebagaimana telah diubah"
    Maka aturan legal/superseded-amendment tidak dapat dinilai karena "perubahan mana yang dimaksud tidak dapat dipastikan"
