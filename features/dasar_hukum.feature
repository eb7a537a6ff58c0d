# language: id
@aturan-DH-01 @pasal-identity-legal-basis
Fitur: Dasar hukum kosong
  SOP pemerintah harus bersandar pada peraturan. Bagian yang kosong adalah temuan kritis;
  daftar yang hanya tampak kosong karena tata letak halaman bukan temuan.

  Skenario: Judul ada, isinya tidak ada
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika isi dasar hukum dikosongkan
    Maka aturan legal/missing menemukan 1 temuan kritis
    Dan temuan menunjuk baris yang memuat "Dasar Hukum"

  Skenario: Bagian Dasar Hukum tidak ada sama sekali
    Dengan SOP lengkap tanpa dasar hukum dalam pedoman
    Ketika isi dasar hukum dikosongkan
    Dan judul Dasar Hukum dihapus dari formulir
    Maka aturan legal/missing menemukan 1 temuan kritis
    Dan temuan menyatakan "tidak memuat bagian Dasar Hukum"

  Skenario: Isi dasar hukum sesudah pergantian halaman bukan temuan
    Dengan SOP lengkap
    Ketika isi dasar hukum berlanjut di halaman berikutnya
    Maka aturan legal/missing tidak menemukan apa pun
    Dan aturan section/empty tidak menemukan apa pun

  Skenario: Dasar hukum hanya ada pada formulir
    Dengan SOP lengkap
    Ketika dasar hukum dalam pedoman dihapus
    Maka aturan legal/missing tidak menemukan apa pun

  Skenario: Daftar peraturan tanpa judulnya tetap dasar hukum
    Dengan SOP lengkap
    Ketika judul Dasar Hukum dihapus dari formulir
    Maka aturan legal/missing tidak menemukan apa pun
