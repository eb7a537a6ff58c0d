# language: id
Fitur: Kata-kata naskah
  Salah ketik, kata ganda, istilah lama, dan singkatan pesan pendek tidak pantas dalam naskah resmi.
  Nama orang, nama tempat, singkatan lazim, dan judul peraturan ditulis apa adanya.

  Skenario: Salah ketik pada judul
    Dengan SOP lengkap
    Ketika naskah menulis "**PENGUMPLAN DATA KINERJA**" sebagai ganti "**PENGUMPULAN DATA KINERJA**"
    Maka aturan text/typo menemukan 1 temuan minor
    Dan temuan mengutip "PENGUMPLAN"

  Skenario: Salah ketik dalam langkah
    Dengan SOP lengkap
    Ketika naskah menulis "Menghimpun formulir yang telah terisi dan dirubah" sebagai ganti "Menghimpun formulir yang telah terisi"
    Maka aturan text/typo menemukan 1 temuan saran

  Skenario: Nama tempat yang mirip kata biasa bukan salah ketik
    Dengan SOP lengkap
    Ketika naskah menulis "semua seksi di Kelurahan Kegiata" sebagai ganti "semua seksi"
    Maka aturan text/typo tidak menemukan apa pun

  Skenario: Kata bahasa Inggris dan singkatan lazim bukan salah ketik
    Dengan SOP lengkap
    Ketika naskah menulis "Menyusun draft dan hardcopy formulir e-SAKIP" sebagai ganti "Menyusun formulir"
    Maka aturan text/typo tidak menemukan apa pun

  Skenario: Ejaan lama dalam judul peraturan dikutip apa adanya
    Dengan SOP lengkap
    Ketika naskah menulis "Nomor 17 Tahun 2018 tentang Kecamatan dan Propinsi" sebagai ganti "Nomor 17 Tahun 2018 tentang Kecamatan"
    Maka aturan text/typo tidak menemukan apa pun

  Skenario: Kata ganda
    Dengan SOP lengkap
    Ketika naskah menulis "kinerja Kecamatan Kecamatan Taman Selasih" sebagai ganti "kinerja Kecamatan Taman Selasih"
    Maka aturan text/duplicate-word menemukan 1 temuan minor

  Skenario: Kata ulang tanpa tanda hubung bukan kata ganda
    Dengan SOP lengkap
    Ketika naskah menulis "bagi masing masing seksi dan surat surat" sebagai ganti "bagi semua seksi"
    Maka aturan text/duplicate-word tidak menemukan apa pun

  Skenario: Istilah lama
    Dengan SOP lengkap
    Ketika naskah menulis "Menyusun LAKIP" sebagai ganti "Menyusun formulir"
    Maka aturan text/term-outdated menemukan 1 temuan saran
    Dan temuan mengutip "LAKIP"

  Skenario: Istilah lama dalam judul peraturan
    Dengan SOP lengkap
    Ketika naskah menulis "tentang Pedoman Penyusunan Penetapan Kinerja" sebagai ganti "tentang Kecamatan"
    Maka aturan text/term-outdated tidak menemukan apa pun

  Skenario: Satu jabatan dengan dua penulisan
    Dengan SOP lengkap
    Ketika naskah menulis "Menyusun formulir bersama Kasubag dan Kasubbag" sebagai ganti "Menyusun formulir"
    Maka aturan text/term-inconsistent menemukan 1 temuan saran

  Skenario: Satu jabatan dengan satu penulisan
    Dengan SOP lengkap
    Ketika naskah menulis "Menyusun formulir bersama Kasubbag dan para Kasubbag" sebagai ganti "Menyusun formulir"
    Maka aturan text/term-inconsistent tidak menemukan apa pun

  Skenario: Singkatan pesan pendek
    Dengan SOP lengkap
    Ketika naskah menulis "Menghimpun data yg terkumpul dari masing2 seksi" sebagai ganti "Menghimpun formulir yang telah terisi"
    Maka aturan text/informal menemukan 1 temuan saran

  Skenario: Singkatan lazim bukan singkatan pesan pendek
    Dengan SOP lengkap
    Ketika naskah menulis "Menghimpun formulir, surat, dll. dari Kasi pada tgl. yang ditentukan" sebagai ganti "Menghimpun formulir yang telah terisi"
    Maka aturan text/informal tidak menemukan apa pun
