# language: id
@aturan-BH-01 @aturan-BH-02 @aturan-BH-03 @aturan-BH-04
Fitur: Kata sejauh terbaca
  Tulisan yang dikenali dari gambar dengan kurang pasti tidak dinilai ejaannya.

  Latar Belakang:
    Dengan SOP lengkap

  Skenario: Salah ketik yang mungkin salah baca
    Ketika naskah menulis "**PENGUMPLAN DATA KINERJA**" sebagai ganti "**PENGUMPULAN DATA KINERJA**"
    Dan "PENGUMPLAN" terbaca dari pindaian dengan kepastian 60 persen
    Maka aturan text/typo tidak dapat dinilai karena "tidak dikenali dengan cukup pasti"

  Skenario: Salah ketik yang terbaca jelas
    Ketika naskah menulis "**PENGUMPLAN DATA KINERJA**" sebagai ganti "**PENGUMPULAN DATA KINERJA**"
    Dan "PENGUMPLAN" terbaca dari pindaian dengan kepastian 99 persen
    Maka aturan text/typo menemukan 1 temuan minor

  Skenario: Kata ganda yang mungkin salah baca
    Ketika naskah menulis "kinerja Kecamatan Kecamatan Taman Selasih" sebagai ganti "kinerja Kecamatan Taman Selasih"
    Dan "Kecamatan Kecamatan" terbaca dari pindaian dengan kepastian 60 persen
    Maka aturan text/duplicate-word tidak dapat dinilai karena "tidak dikenali dengan cukup pasti"

  Skenario: Singkatan dengan dan tanpa huruf besar
    Ketika naskah menulis "Menyusun formulir LKjIP dan LKJIP" sebagai ganti "Menyusun formulir"
    Maka aturan text/term-inconsistent menemukan 1 temuan saran
    Dan temuan menyatakan "Huruf kapital"

  Skenario: Dua nama untuk satu hal
    Ketika naskah menulis "Menyusun formulir bersama Kasubag dan Kasubbag" sebagai ganti "Menyusun formulir"
    Maka aturan text/term-inconsistent menemukan 1 temuan saran
    Dan temuan menyatakan "Kasubag"

  Skenario: Istilah yang masih dipakai pada tanggal SOP
    Ketika naskah menulis "Menyusun LAKIP" sebagai ganti "Menyusun formulir"
    Dan SOP disahkan pada tanggal "13 Januari 2012"
    Dan naskah menulis "TAHUN 2012" sebagai ganti "TAHUN 2025"
    Dan nomor SOP tertulis "000.8.3.3/07/TS/I/2012"
    Maka aturan text/term-outdated tidak menemukan apa pun
