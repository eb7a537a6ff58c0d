# language: id
@aturan-LK-02 @pasal-flowchart-activity
Fitur: Langkah ganda
  Satu tindakan yang ditulis dua kali membingungkan pelaksana dan menggandakan waktu.
  Dua tindakan yang mirip kata-katanya tetap dua tindakan.

  Skenario: Langkah yang sama di bawah dua nomor
    Dengan SOP lengkap
    Ketika langkah 4 diulang sebagai langkah 5
    Maka aturan steps/duplicate menemukan 1 temuan mayor
    Dan temuan mengutip "Menghimpun formulir yang telah terisi"

  Skenario: Beda huruf besar dan spasi tetap langkah yang sama
    Dengan SOP lengkap
    Ketika sesudah langkah 4 disisipkan langkah "MENGHIMPUN formulir  yang telah TERISI."
    Maka aturan steps/duplicate menemukan 1 temuan mayor

  Skenario: Salah ketik tidak menjadikannya langkah lain
    Dengan SOP lengkap
    Ketika sesudah langkah 4 disisipkan langkah "Menghimpun formulir yang telah terisii"
    Maka aturan steps/duplicate menemukan 1 temuan mayor

  Skenario: Langkah ganda yang terpisah jauh
    Dengan SOP lengkap
    Ketika langkah 2 diulang sebagai langkah 6
    Maka aturan steps/duplicate menemukan 1 temuan mayor
    Dan temuan menunjuk baris yang memuat "6.	Menyusun formulir data kinerja"

  Skenario: Menyampaikan dan menandatangani adalah dua langkah
    Dengan SOP lengkap
    Ketika sesudah langkah 5 disisipkan langkah "Menyampaikan rekapitulasi data kinerja kepada Camat" oleh Sekcam
    Dan sesudah langkah 6 disisipkan langkah "Menandatangani rekapitulasi data kinerja" oleh Camat
    Maka aturan steps/duplicate tidak menemukan apa pun

  Skenario: Bab I dan Bab III adalah dua langkah
    Dengan SOP lengkap
    Ketika sesudah langkah 5 disisipkan langkah "Menyusun Bab I laporan kinerja"
    Dan sesudah langkah 6 disisipkan langkah "Menyusun Bab III laporan kinerja"
    Maka aturan steps/duplicate tidak menemukan apa pun

  Skenario: Draf dan draf akhir adalah dua langkah
    Dengan SOP lengkap
    Ketika sesudah langkah 5 disisipkan langkah "Memeriksa draf rekapitulasi"
    Dan sesudah langkah 6 disisipkan langkah "Memeriksa draf akhir rekapitulasi"
    Maka aturan steps/duplicate tidak menemukan apa pun

  Skenario: Membuat dan membagikan adalah dua langkah
    Dengan SOP lengkap
    Ketika sesudah langkah 2 disisipkan langkah "Membagikan formulir data kinerja" oleh Staf
    Maka aturan steps/duplicate tidak menemukan apa pun

  Skenario: Nomor kolom bukan langkah
    Dengan SOP lengkap
    Ketika baris nomor kolom disisipkan di bawah kepala tabel langkah
    Maka aturan steps/duplicate tidak menemukan apa pun
    Dan tidak ada temuan di atas saran

  Skenario: Kepala tabel yang diulang sesudah pergantian halaman bukan langkah
    Dengan SOP lengkap
    Ketika baris nomor kolom disisipkan di bawah kepala tabel langkah
    Dan tabel langkah terputus halaman sesudah langkah 4 dan kepalanya diulang
    Maka aturan steps/duplicate tidak menemukan apa pun
    Dan aturan steps/numbering-gap tidak menemukan apa pun
    Dan aturan steps/header-missing tidak menemukan apa pun
