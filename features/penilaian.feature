# language: id
Fitur: Nilai, batasnya, dan perbaikan yang didahulukan
  Yang tidak dapat dinilai dan yang diragukan tidak menurunkan nilai, tetapi melebarkan batasnya.
  Laporan menyebut perbaikan yang paling menaikkan predikat.

  Skenario: SOP lengkap bernilai penuh
    Dengan SOP lengkap
    Maka nilainya 100 dengan predikat AA
    Dan batas atas sama dengan nilainya
    Dan batas bawah di atas 95
    Dan tidak ada perbaikan yang disarankan

  Skenario: Yang tidak dapat dinilai hanya menurunkan batas bawah
    Dengan SOP lengkap
    Ketika tulisan ttd dihapus
    Maka nilainya 100 dengan predikat AA
    Dan batas atas sama dengan nilainya
    Dan batas bawah di bawah nilai SOP lengkap
    Dan tidak ada perbaikan yang disarankan

  Skenario: Temuan berkeyakinan rendah hanya menurunkan batas bawah
    Dengan SOP lengkap
    Ketika NIP pada bagian identitas tertulis "19820517 200604 1 OO3"
    Maka aturan person/nip-unreadable menemukan 1 temuan minor
    Dan keyakinan temuan rendah
    Dan nilainya 100 dengan predikat AA
    Dan batas atas sama dengan nilainya
    Dan batas bawah di bawah nilai SOP lengkap

  Skenario: Temuan kritis membatasi predikat, dan itulah yang pertama diperbaiki
    Dengan SOP lengkap
    Ketika NIP pada blok tanda tangan tertulis "19820517 200604 1 008"
    Dan langkah 4 diulang sebagai langkah 5
    Maka predikatnya C
    Dan perbaikan pertama adalah aturan person/nip-mismatch dengan predikat AA
    Dan perbaikan kedua adalah aturan steps/duplicate dengan predikat AA

  Skenario: Satu saran tidak menurunkan predikat
    Dengan SOP lengkap
    Ketika blok tanda tangan dihapus
    Maka aturan approval/no-signature-block menemukan 1 temuan saran
    Dan predikatnya AA

  Skenario: Satu saran pada komponen yang sebagian tidak terbaca
    Dengan SOP lengkap
    Ketika blok tanda tangan dihapus
    Dan tulisan ttd dihapus
    Maka predikatnya A
