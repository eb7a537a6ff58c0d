# language: id
Fitur: Waktu setiap langkah
  Waktu langkah diukur, ditulis dengan satu satuan, dan wajar bagi pekerjaannya.

  @aturan-LK-12
  Skenario: Lima langkah yang sama waktunya
    Dengan SOP lengkap
    Ketika hanya langkah 1 sampai 5 yang ditulis
    Dan waktu semua langkah menjadi "60"
    Maka aturan steps/time-uniform menemukan 1 temuan minor
    Dan temuan menyatakan "5 dari 5 langkah"
    Dan temuan menyatakan "60 menit"
    Dan keyakinan temuan sedang

  @aturan-LK-12
  Skenario: Empat langkah terlalu sedikit untuk menilai keseragaman
    Dengan SOP lengkap
    Ketika hanya langkah 1 sampai 4 yang ditulis
    Dan waktu semua langkah menjadi "60"
    Maka aturan steps/time-uniform tidak menemukan apa pun

  @aturan-LK-12
  Skenario: Sembilan dari sepuluh langkah sama waktunya
    Dengan SOP lengkap
    Ketika langkah-langkahnya diganti menjadi
      | Menerima permohonan cuti  |
      | Meneliti permohonan cuti  |
      | Menghitung sisa cuti      |
      | Menyusun surat cuti       |
      | Mengoreksi surat cuti     |
      | Memaraf surat cuti        |
      | Menandatangani surat cuti |
      | Menomori surat cuti       |
      | Mengirim surat cuti       |
      | Mengarsipkan surat cuti   |
    Dan waktu semua langkah menjadi "15 menit"
    Dan waktu langkah 4 menjadi "45 menit"
    Maka aturan steps/time-uniform menemukan 1 temuan minor
    Dan temuan menyatakan "9 dari 10 langkah"

  @aturan-LK-12
  Skenario: Tujuh belas dari sembilan belas langkah sama waktunya
    Dengan SOP lengkap
    Ketika langkah-langkahnya diganti menjadi
      | Menerima permohonan cuti         |
      | Meneliti permohonan cuti         |
      | Menghitung sisa cuti             |
      | Menyusun surat cuti              |
      | Mengoreksi surat cuti            |
      | Memaraf surat cuti               |
      | Menandatangani surat cuti        |
      | Menomori surat cuti              |
      | Mencap surat cuti                |
      | Menggandakan surat cuti          |
      | Mengirim surat cuti              |
      | Mencatat surat cuti              |
      | Memberi tahu atasan langsung     |
      | Menunjuk pelaksana harian        |
      | Mengumumkan pelaksana harian     |
      | Memantau masa cuti               |
      | Menerima laporan kembali bekerja |
      | Merekap cuti setiap bulan        |
      | Mengarsipkan surat cuti          |
    Dan waktu semua langkah menjadi "15 menit"
    Dan waktu langkah 4 menjadi "45 menit"
    Dan waktu langkah 18 menjadi "30 menit"
    Maka aturan steps/time-uniform tidak menemukan apa pun

  @aturan-LK-12
  Skenario: Waktu yang sama dengan satuan lain tetap seragam
    Dengan SOP lengkap
    Ketika waktu semua langkah menjadi "60 menit"
    Dan waktu langkah 3 menjadi "1 jam"
    Maka aturan steps/time-uniform menemukan 1 temuan minor
    Dan temuan menyatakan "7 dari 7 langkah"

  @aturan-LK-11
  Skenario: Menit dan jam dalam satu kolom hanya saran
    Dengan SOP lengkap
    Ketika waktu langkah 3 menjadi "3 jam"
    Maka aturan steps/time-unit-mixed menemukan 1 temuan saran
    Dan temuan menyatakan "2 satuan"
    Dan keyakinan temuan rendah

  @aturan-LK-11
  Skenario: Menit dan minggu dalam satu kolom
    Dengan SOP lengkap
    Ketika waktu langkah 3 menjadi "1 minggu"
    Maka aturan steps/time-unit-mixed menemukan 1 temuan minor
    Dan temuan menyatakan "2 satuan"
    Dan keyakinan temuan sedang

  @aturan-LK-11
  Skenario: Hari di samping hari kerja
    Dengan SOP lengkap
    Ketika waktu semua langkah menjadi "1 hari"
    Dan waktu langkah 3 menjadi "2 hari kerja"
    Maka aturan steps/time-unit-mixed menemukan 1 temuan minor
    Dan temuan menyatakan "hari kerja (langkah 3)"

  @aturan-LK-14
  Garis-Besar Skenario: Waktu nol
    Dengan SOP lengkap
    Ketika waktu langkah 4 menjadi "<waktu>"
    Maka aturan steps/time-implausible menemukan 1 temuan saran
    Dan temuan menyatakan "tertulis "
    Dan keyakinan temuan sedang

    Contoh:
      | waktu   |
      | 0       |
      | 0 menit |
      | 0 jam   |

  @aturan-LK-14
  Skenario: Satu menit adalah waktu yang diukur
    Dengan SOP lengkap
    Ketika waktu langkah 4 menjadi "1"
    Maka aturan steps/time-implausible tidak menemukan apa pun

  @aturan-LK-14
  Garis-Besar Skenario: Menerima, menyerahkan, memaraf, dan menandatangani lebih dari satu hari kerja
    Dengan SOP lengkap
    Ketika uraian langkah 4 menjadi "<uraian>"
    Dan waktu langkah 4 menjadi "451"
    Maka aturan steps/time-implausible menemukan 1 temuan saran
    Dan temuan menyatakan "lebih dari 450 menit"

    Contoh:
      | uraian                        |
      | Menerima berkas data          |
      | Menyerahkan laporan kinerja   |
      | Memaraf konsep laporan        |
      | Menandatangani surat pengantar |

  @aturan-LK-14
  Garis-Besar Skenario: Satu hari kerja masih wajar
    Dengan SOP lengkap
    Ketika uraian langkah 4 menjadi "<uraian>"
    Dan waktu langkah 4 menjadi "<waktu>"
    Maka aturan steps/time-implausible tidak menemukan apa pun

    Contoh:
      | uraian                         | waktu      |
      | Menerima berkas data           | 450        |
      | Menandatangani surat pengantar | 1 hari     |
      | Menyerahkan laporan kinerja    | 1 x 24 jam |
      | Menyetujui laporan kinerja     | 900        |
      | Menerima pendaftaran peserta   | 2250       |

  @aturan-LK-14
  Garis-Besar Skenario: Batas tiga puluh hari kerja bagi satu langkah
    Dengan SOP lengkap
    Ketika waktu langkah 4 menjadi "<waktu>"
    Maka aturan steps/time-implausible <hasil>

    Contoh:
      | waktu   | hasil                       |
      | 13500   | tidak menemukan apa pun     |
      | 30 hari | tidak menemukan apa pun     |
      | 13501   | menemukan 1 temuan saran    |
      | 31 hari | menemukan 1 temuan saran    |

  @aturan-LK-14
  Skenario: Langkah yang berlangsung tiga bulan
    Dengan SOP lengkap
    Ketika waktu langkah 4 menjadi "3 bulan"
    Maka aturan steps/time-implausible menemukan 1 temuan saran
    Dan temuan menyatakan "lebih dari 13500 menit (tiga puluh hari kerja)"

  @aturan-LK-14
  Skenario: Tanda tangan yang menunggu dua bulan dilaporkan sebagai waktu tunggu
    Dengan SOP lengkap
    Ketika uraian langkah 6 menjadi "Menandatangani surat pengantar"
    Dan waktu langkah 6 menjadi "2 bulan"
    Maka aturan steps/time-implausible menemukan 1 temuan saran
    Dan temuan menyatakan "padahal hanya berupa penerimaan, penyerahan, paraf, atau tanda tangan"

  @aturan-LK-13
  Skenario: Jumlah waktu per berkas tidak dapat dijumlahkan
    Dengan SOP lengkap
    Ketika waktu langkah 3 menjadi "5 menit/berkas"
    Dan jumlah waktu tertulis "500 menit"
    Maka aturan steps/time-total-differs tidak dapat dinilai karena "tidak dapat dijumlahkan"
