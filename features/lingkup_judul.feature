# language: id
@aturan-RL-01
Fitur: Judul dan isi yang berbeda
  Judul yang dikenali dibandingkan dengan separuh langkah; judul yang tidak dikenali lebih hati-hati.

  Skenario: Tepat separuh langkah mengerjakan laporan
    Dengan SOP lengkap
    Ketika langkah-langkahnya diganti menjadi
      | Membuat draf LAKIP     |
      | Mengoreksi draf LAKIP  |
      | Menandatangani LAKIP   |
      | Menggandakan LAKIP     |
      | Memberi paraf          |
      | Memberi nomor surat    |
      | Menerima disposisi     |
      | Menyiapkan ruang rapat |
    Maka aturan RL-01 menemukan 1 temuan mayor
    Dan temuan menyatakan "4 dari 8 langkah"
    Dan keyakinan temuan sedang

  Skenario: Kurang dari separuh langkah
    Dengan SOP lengkap
    Ketika langkah-langkahnya diganti menjadi
      | Membuat draf LAKIP     |
      | Mengoreksi draf LAKIP  |
      | Menandatangani LAKIP   |
      | Menggandakan LAKIP     |
      | Memberi paraf          |
      | Memberi nomor surat    |
      | Menerima disposisi     |
      | Menyiapkan ruang rapat |
      | Mengundang peserta     |
    Maka aturan RL-01 tidak menemukan apa pun

  Skenario: Hanya tiga langkah yang menyebut laporan
    Dengan SOP lengkap
    Ketika langkah-langkahnya diganti menjadi
      | Membuat draf LAKIP    |
      | Mengoreksi draf LAKIP |
      | Menandatangani LAKIP  |
      | Memberi paraf         |
    Maka aturan RL-01 tidak menemukan apa pun

  Skenario: Sepertiga langkah masih mengerjakan judul
    Dengan SOP lengkap
    Ketika langkah-langkahnya diganti menjadi
      | Membuat draf LAKIP                 |
      | Mengoreksi draf LAKIP              |
      | Menandatangani LAKIP               |
      | Menggandakan LAKIP                 |
      | Membagikan LAKIP                   |
      | Menghimpun data kinerja dari seksi |
      | Memeriksa data kinerja             |
      | Merapikan data kinerja             |
      | Memberi paraf                      |
      | Memberi nomor surat                |
    Maka aturan RL-01 menemukan 1 temuan mayor

  Skenario: Cukup banyak langkah yang mengerjakan judul
    Dengan SOP lengkap
    Ketika langkah-langkahnya diganti menjadi
      | Membuat draf LAKIP                 |
      | Mengoreksi draf LAKIP              |
      | Menandatangani LAKIP               |
      | Menggandakan LAKIP                 |
      | Membagikan LAKIP                   |
      | Menghimpun data kinerja dari seksi |
      | Memeriksa data kinerja             |
      | Merapikan data kinerja             |
      | Mengolah data kinerja              |
      | Memberi paraf                      |
    Maka aturan RL-01 tidak menemukan apa pun

  Skenario: Judul yang tidak dikenali, sebagian besar langkah lain
    Dengan SOP lengkap
    Ketika judul SOP diganti menjadi "PENGELOLAAN TAMAN BERMAIN"
    Dan langkah-langkahnya diganti menjadi
      | Membuat draf LAKIP     |
      | Mengoreksi draf LAKIP  |
      | Menandatangani LAKIP   |
      | Menggandakan LAKIP     |
      | Membagikan LAKIP       |
      | Mengarsipkan LAKIP     |
      | Memberi paraf          |
      | Memberi nomor surat    |
      | Menerima disposisi     |
      | Menyiapkan ruang rapat |
    Maka aturan RL-01 menemukan 1 temuan mayor
    Dan keyakinan temuan rendah

  Skenario: Judul yang tidak dikenali, separuh langkah lain
    Dengan SOP lengkap
    Ketika judul SOP diganti menjadi "PENGELOLAAN TAMAN BERMAIN"
    Dan langkah-langkahnya diganti menjadi
      | Membuat draf LAKIP     |
      | Mengoreksi draf LAKIP  |
      | Menandatangani LAKIP   |
      | Menggandakan LAKIP     |
      | Membagikan LAKIP       |
      | Memberi paraf          |
      | Memberi nomor surat    |
      | Menerima disposisi     |
      | Menyiapkan ruang rapat |
      | Mengundang peserta     |
    Maka aturan RL-01 tidak menemukan apa pun

  Skenario: Judul yang tidak dikenali, tiga langkah lain
    Dengan SOP lengkap
    Ketika judul SOP diganti menjadi "PENGELOLAAN TAMAN BERMAIN"
    Dan langkah-langkahnya diganti menjadi
      | Membuat draf LAKIP    |
      | Mengoreksi draf LAKIP |
      | Menandatangani LAKIP  |
      | Memberi paraf         |
      | Memberi nomor surat   |
    Maka aturan RL-01 tidak menemukan apa pun

  Skenario: Judul yang tidak dikenali, empat langkah lain
    Dengan SOP lengkap
    Ketika judul SOP diganti menjadi "PENGELOLAAN TAMAN BERMAIN"
    Dan langkah-langkahnya diganti menjadi
      | Membuat draf LAKIP    |
      | Mengoreksi draf LAKIP |
      | Menandatangani LAKIP  |
      | Menggandakan LAKIP    |
      | Memberi paraf         |
      | Memberi nomor surat   |
    Maka aturan RL-01 menemukan 1 temuan mayor

  Skenario: Judul yang tidak dikenali dan satu langkah menurut judul
    Dengan SOP lengkap
    Ketika judul SOP diganti menjadi "PENGELOLAAN TAMAN BERMAIN"
    Dan langkah-langkahnya diganti menjadi
      | Membuat draf LAKIP    |
      | Mengoreksi draf LAKIP |
      | Menandatangani LAKIP  |
      | Menggandakan LAKIP    |
      | Membagikan LAKIP      |
      | Mengarsipkan LAKIP    |
      | Menata taman bermain  |
      | Memberi paraf         |
      | Memberi nomor surat   |
      | Menerima disposisi    |
    Maka aturan RL-01 menemukan 1 temuan mayor

  Skenario: Judul yang tidak dikenali dan dua langkah menurut judul
    Dengan SOP lengkap
    Ketika judul SOP diganti menjadi "PENGELOLAAN TAMAN BERMAIN"
    Dan langkah-langkahnya diganti menjadi
      | Membuat draf LAKIP     |
      | Mengoreksi draf LAKIP  |
      | Menandatangani LAKIP   |
      | Menggandakan LAKIP     |
      | Membagikan LAKIP       |
      | Mengarsipkan LAKIP     |
      | Menata taman bermain   |
      | Menyiram taman bermain |
      | Memberi paraf          |
      | Memberi nomor surat    |
    Maka aturan RL-01 tidak menemukan apa pun

  Skenario: Judul umum tidak dituduh
    Dengan SOP lengkap
    Ketika judul SOP diganti menjadi "PELAYANAN PENGADUAN"
    Dan langkah-langkahnya diganti menjadi
      | Membuat draf LAKIP     |
      | Mengoreksi draf LAKIP  |
      | Menandatangani LAKIP   |
      | Menggandakan LAKIP     |
      | Membagikan LAKIP       |
      | Mengarsipkan LAKIP     |
      | Memberi paraf          |
      | Memberi nomor surat    |
      | Menerima disposisi     |
      | Menyiapkan ruang rapat |
    Maka aturan RL-01 tidak menemukan apa pun

  Garis-Besar Skenario: Pedoman menyebut prosedur lain
    Dengan SOP lengkap
    Ketika judul SOP diganti menjadi "<judul>"
    Dan formulir kinerja dihapus
    Dan langkah-langkahnya diganti menjadi
      | Memberi paraf  |
      | Mengirim surat |
    Dan maksud dan tujuan pedoman berbunyi "<tujuan>"
    Maka aturan RL-01 <hasil>

    Contoh:
      | judul                     | tujuan                                                                                                  | hasil                    |
      | PELAYANAN KARTU KELUARGA  | Disusun pedoman Laporan Kinerja, mekanisme Laporan Kinerja, dan format Laporan Kinerja.                 | menemukan 1 temuan mayor |
      | PELAYANAN KARTU KELUARGA  | Disusun pedoman Laporan Kinerja, dan mekanisme Laporan Kinerja.                                         | tidak menemukan apa pun  |
      | PELAYANAN KARTU KELUARGA  | Disusun pedoman Laporan Kinerja, mekanisme Laporan Kinerja, format Laporan Kinerja, alur Kartu Keluarga. | tidak menemukan apa pun  |
      | PENGELOLAAN TAMAN BERMAIN | Disusun pedoman Laporan Kinerja, mekanisme Laporan Kinerja, dan format Laporan Kinerja.                 | tidak menemukan apa pun  |

  Garis-Besar Skenario: Kata yang diganti dalam pedoman
    Dengan SOP lengkap
    Ketika judul SOP diganti menjadi "PENYUSUNAN PERENCANAAN KINERJA"
    Dan langkah-langkahnya diganti menjadi
      | Menyusun rencana kinerja       |
      | Menandatangani rencana kinerja |
    Dan maksud dan tujuan pedoman berbunyi "<tujuan>"
    Maka aturan RL-01 <hasil>

    Contoh:
      | tujuan                                                                                                     | hasil                    |
      | Agar pengumpulan perencanaan kinerja tertib, pengumpulan perencanaan kinerja ini mengatur pengumpulan perencanaan kinerja. | menemukan 1 temuan mayor |
      | Agar pengumpulan perencanaan kinerja tertib, aturan ini mengatur pengumpulan perencanaan kinerja.          | tidak menemukan apa pun  |

  Skenario: Tabel langkah yang tidak dapat dibaca
    Dengan SOP lengkap
    Ketika langkah-langkahnya diganti menjadi
      | Memberi paraf |
    Dan naskah menulis "Kegiatan Pelaksana Mutu Baku Camat Sekcam Kasi Staf 1. Memberi paraf v 15 Berkas" sebagai ganti "No.	Kegiatan	Pelaksana				Mutu Baku			Ket"
    Maka aturan RL-01 tidak dapat dinilai karena "Tabel langkah tidak dapat dibaca"
