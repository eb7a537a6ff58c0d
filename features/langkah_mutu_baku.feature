# language: id
Fitur: Mutu baku setiap langkah
  Setiap langkah menyebut apa yang diperlukan, berapa lama, dan apa yang dihasilkan. Kolom yang kosong seluruhnya
  dilaporkan sekali, bukan sekali setiap langkah.

  @aturan-LK-06
  Garis-Besar Skenario: Kelengkapan dan output kosong pada semua langkah
    Dengan SOP lengkap
    Ketika <kelengkapan>
    Dan <output>
    Maka aturan steps/output-missing menemukan 1 temuan minor
    Dan temuan menyatakan "Tidak satu pun dari 7 langkah memuat kelengkapan dan output"

    Contoh:
      | kelengkapan                               | output                               |
      | kelengkapan semua langkah menjadi ""      | output semua langkah menjadi ""      |
      | kelengkapan semua langkah menjadi ""      | kolom "Output" tabel langkah dihapus |
      | kolom "Kelengkapan" tabel langkah dihapus | output semua langkah menjadi ""      |
      | kolom "Kelengkapan" tabel langkah dihapus | kolom "Output" tabel langkah dihapus |

  @aturan-LK-06
  Garis-Besar Skenario: Satu kolom mutu baku kosong pada semua langkah
    Dengan SOP lengkap
    Ketika <kolom>
    Maka aturan steps/output-missing menemukan 1 temuan minor
    Dan temuan menyatakan "Tidak satu pun dari 7 langkah memuat <isi>"

    Contoh:
      | kolom                                     | isi          |
      | output semua langkah menjadi ""           | output.      |
      | kolom "Output" tabel langkah dihapus      | output.      |
      | kelengkapan semua langkah menjadi ""      | kelengkapan. |
      | kolom "Kelengkapan" tabel langkah dihapus | kelengkapan. |

  @aturan-LK-06
  Skenario: Kelengkapan dan output kosong pada satu langkah
    Dengan SOP lengkap
    Ketika kelengkapan langkah 4 menjadi ""
    Dan output langkah 4 menjadi ""
    Maka aturan steps/output-missing menemukan 1 temuan minor
    Dan temuan menyatakan "Langkah 4"
    Dan temuan menyatakan "tidak memuat kelengkapan dan output"

  @aturan-LK-06
  Skenario: Kelengkapan kosong pada satu langkah dan output pada langkah lain
    Dengan SOP lengkap
    Ketika kelengkapan langkah 2 menjadi ""
    Dan output langkah 5 menjadi ""
    Maka aturan steps/output-missing menemukan 2 temuan minor
    Dan temuan menyatakan "tidak memuat kelengkapan."
    Dan temuan menyatakan "tidak memuat output."

  @aturan-LK-06
  Skenario: Kelengkapan dan output kosong di samping langkah tanpa output
    Dengan SOP lengkap
    Ketika kelengkapan langkah 2 menjadi ""
    Dan output langkah 2 menjadi ""
    Dan output langkah 5 menjadi ""
    Maka aturan steps/output-missing menemukan 2 temuan minor
    Dan temuan menyatakan "tidak memuat kelengkapan dan output."
    Dan temuan menyatakan "tidak memuat output."

  @aturan-LK-06
  Garis-Besar Skenario: Langkah yang kurang di samping kolom yang kosong seluruhnya
    Dengan SOP lengkap
    Ketika <kolom>
    Dan <sel> langkah 4 menjadi ""
    Maka aturan steps/output-missing menemukan 2 temuan minor
    Dan temuan menyatakan "Tidak satu pun dari 7 langkah memuat <semua>."
    Dan temuan menyatakan "tidak memuat <sel>."

    Contoh:
      | kolom                                     | sel         | semua       |
      | output semua langkah menjadi ""           | kelengkapan | output      |
      | kolom "Output" tabel langkah dihapus      | kelengkapan | output      |
      | kelengkapan semua langkah menjadi ""      | output      | kelengkapan |
      | kolom "Kelengkapan" tabel langkah dihapus | output      | kelengkapan |

  @aturan-LK-06
  Skenario: Langkah yang terpenggal tidak menutupi langkah lain tanpa output
    Dengan SOP lengkap
    Ketika output langkah 2 menjadi ""
    Dan naskah terputus sesudah "Mengarsipkan rekapitulasi"
    Maka aturan steps/output-missing menemukan 1 temuan minor
    Dan temuan menyatakan "Langkah 2"

  @aturan-LK-05
  Garis-Besar Skenario: Waktu yang tidak dinyatakan pada satu langkah pun
    Dengan SOP lengkap
    Ketika <kolom>
    Maka aturan steps/time-missing menemukan 1 temuan mayor
    Dan temuan menyatakan "<kondisi>"

    Contoh:
      | kolom                                       | kondisi                                                   |
      | waktu semua langkah menjadi ""              | Kolom waktu ada, tetapi tidak satu pun dari 7 langkah     |
      | kolom "Waktu (menit)" tabel langkah dihapus | Tabel langkah tidak mempunyai kolom waktu                 |

  @aturan-LK-05
  Skenario: Dua langkah tanpa waktu
    Dengan SOP lengkap
    Ketika waktu langkah 1 menjadi ""
    Dan waktu langkah 5 menjadi "-"
    Maka aturan steps/time-missing menemukan 2 temuan mayor
    Dan temuan menyatakan "Langkah 1"
    Dan temuan menyatakan "Langkah 5"

  @aturan-LK-11 @aturan-LK-12
  Garis-Besar Skenario: Tanpa waktu, satuan dan keseragamannya tidak dinilai
    Dengan SOP lengkap
    Ketika <kolom>
    Maka aturan steps/time-unit-mixed tidak berlaku
    Dan aturan steps/time-uniform tidak berlaku

    Contoh:
      | kolom                                       |
      | waktu semua langkah menjadi ""              |
      | kolom "Waktu (menit)" tabel langkah dihapus |

  @aturan-LK-15 @aturan-LK-16 @aturan-LK-17
  Garis-Besar Skenario: Tanpa output, mutu output tidak dinilai
    Dengan SOP lengkap
    Ketika <kolom>
    Maka aturan steps/output-generic tidak berlaku
    Dan aturan steps/output-illogical tidak berlaku
    Dan aturan steps/input-equals-output tidak berlaku

    Contoh:
      | kolom                                |
      | output semua langkah menjadi ""      |
      | kolom "Output" tabel langkah dihapus |

  @aturan-LK-17
  Garis-Besar Skenario: Tanpa kelengkapan, output tidak dapat dibandingkan dengannya
    Dengan SOP lengkap
    Ketika <kolom>
    Maka aturan steps/input-equals-output tidak berlaku
    Dan aturan steps/output-generic tidak menemukan apa pun

    Contoh:
      | kolom                                     |
      | kelengkapan semua langkah menjadi ""      |
      | kolom "Kelengkapan" tabel langkah dihapus |

  @aturan-LK-15 @aturan-LK-16 @aturan-LK-17
  Skenario: Satu output yang kosong tidak menghalangi penilaian output lainnya
    Dengan SOP lengkap
    Ketika output langkah 4 menjadi ""
    Maka aturan steps/output-generic tidak menemukan apa pun
    Dan aturan steps/output-illogical tidak menemukan apa pun
    Dan aturan steps/input-equals-output tidak menemukan apa pun

  @aturan-LK-17
  Skenario: Satu kelengkapan yang kosong tidak menghalangi perbandingan dengan output
    Dengan SOP lengkap
    Ketika kelengkapan langkah 4 menjadi ""
    Maka aturan steps/input-equals-output tidak menemukan apa pun

  @aturan-LK-17
  Skenario: Dua langkah yang outputnya sama dengan kelengkapannya dilaporkan bersama
    Dengan SOP lengkap
    Ketika output langkah 2 menjadi "Disposisi"
    Dan output langkah 5 menjadi "Himpunan data"
    Maka aturan steps/input-equals-output menemukan 1 temuan saran
    Dan temuan menyatakan "langkah 2 dan 5"
    Dan keyakinan temuan sedang

  @aturan-LK-15
  Garis-Besar Skenario: Output umum pada sebagian besar langkah
    Dengan SOP lengkap
    Ketika hanya langkah 1 sampai 5 yang ditulis
    Dan output semua langkah menjadi "<umum>"
    Dan output langkah 5 menjadi "<lain>"
    Maka aturan steps/output-generic menemukan 1 temuan minor
    Dan temuan menyatakan "4 dari <semua> langkah"

    Contoh:
      | umum    | lain         | semua |
      | Dokumen | Rekapitulasi | 5     |
      | Laporan | Arsip        | 5     |
      | 1 Berkas | Disposisi   | 5     |
      | Data    |              | 4     |

  @aturan-LK-15
  Skenario: Output umum pada 79 persen langkah belum dilaporkan
    Dengan SOP lengkap
    Ketika langkah-langkahnya diganti menjadi
      | Menerima permohonan cuti               |
      | Meneliti permohonan cuti               |
      | Mencocokkan sisa cuti                  |
      | Menghitung hari cuti                   |
      | Menyusun surat cuti                    |
      | Mengoreksi surat cuti                  |
      | Memaraf surat cuti                     |
      | Menandatangani surat cuti              |
      | Menomori surat cuti                    |
      | Mencap surat cuti                      |
      | Menggandakan surat cuti                |
      | Mengirim surat cuti                    |
      | Mencatat surat cuti dalam buku kendali |
      | Memberi tahu atasan langsung           |
      | Mengubah daftar hadir                  |
      | Menunjuk pelaksana harian              |
      | Menyerahkan tugas                      |
      | Mengumumkan pelaksana harian           |
      | Memantau masa cuti                     |
      | Menerima laporan kembali bekerja       |
      | Mengubah kembali daftar hadir          |
      | Merekap cuti setiap bulan              |
      | Melaporkan rekap cuti                  |
      | Mengarsipkan surat cuti                |
    Dan output langkah 8 menjadi "Surat cuti"
    Dan output langkah 9 menjadi "Nomor surat"
    Dan output langkah 16 menjadi "Surat perintah"
    Dan output langkah 22 menjadi "Rekap cuti"
    Dan output langkah 24 menjadi "Arsip"
    Maka aturan steps/output-generic tidak menemukan apa pun

  @aturan-LK-15
  Skenario: Output umum pada empat dari tujuh langkah belum dilaporkan
    Dengan SOP lengkap
    Ketika output semua langkah menjadi "Dokumen"
    Dan output langkah 2 menjadi "Formulir terisi"
    Dan output langkah 5 menjadi "Rekapitulasi data"
    Dan output langkah 7 menjadi "Arsip"
    Maka aturan steps/output-generic tidak menemukan apa pun

  @aturan-LK-15
  Skenario: Tiga langkah terlalu sedikit untuk menilai output umum
    Dengan SOP lengkap
    Ketika hanya langkah 1 sampai 3 yang ditulis
    Dan output semua langkah menjadi "Dokumen"
    Maka aturan steps/output-generic tidak menemukan apa pun

  @aturan-LK-15 @aturan-LK-16 @aturan-LK-17
  Skenario: Output yang sama pada semua langkah tetapi menyebut bendanya
    Dengan SOP lengkap
    Ketika kelengkapan semua langkah menjadi "Himpunan data kinerja"
    Dan output semua langkah menjadi "Himpunan data kinerja"
    Maka aturan steps/output-generic tidak menemukan apa pun
    Dan aturan steps/output-illogical menemukan 1 temuan minor
    Dan aturan steps/input-equals-output menemukan 1 temuan saran

  @aturan-LK-16
  Skenario: Empat output yang sama kata demi kata
    Dengan SOP lengkap
    Ketika output langkah 2 menjadi "Himpunan data kinerja"
    Dan output langkah 3 menjadi "Himpunan data kinerja"
    Dan output langkah 4 menjadi "Himpunan data kinerja"
    Dan output langkah 5 menjadi "Himpunan data kinerja"
    Maka aturan steps/output-illogical menemukan 1 temuan minor
    Dan temuan menyatakan "Output langkah 3-5 sama kata demi kata"
    Dan keyakinan temuan rendah

  @aturan-LK-16
  Skenario: Output yang terulang pada dua langkah sesudahnya masih wajar
    Dengan SOP lengkap
    Ketika output langkah 2 menjadi "Himpunan data kinerja"
    Dan output langkah 3 menjadi "Himpunan data kinerja"
    Dan output langkah 4 menjadi "Himpunan data kinerja"
    Maka aturan steps/output-illogical tidak menemukan apa pun

  @aturan-LK-16
  Skenario: Dokumen yang sudah ditandatangani kembali menjadi konsep
    Dengan SOP lengkap
    Ketika kelengkapan langkah 6 menjadi "Rekapitulasi data yang telah ditandatangani"
    Dan output langkah 6 menjadi "Konsep rekapitulasi data"
    Maka aturan steps/output-illogical menemukan 1 temuan minor
    Dan temuan menyatakan "masih berupa konsep"
    Dan keyakinan temuan sedang

  @aturan-LK-16
  Skenario: Konsep yang disetujui menjadi dokumen
    Dengan SOP lengkap
    Ketika kelengkapan langkah 6 menjadi "Konsep rekapitulasi data"
    Dan output langkah 6 menjadi "Rekapitulasi data yang telah ditandatangani"
    Maka aturan steps/output-illogical tidak menemukan apa pun

  @aturan-LK-16
  Skenario: Output mengulang kegiatan di samping langkah tanpa output
    Dengan SOP lengkap
    Ketika output langkah 5 menjadi "Memverifikasi himpunan data"
    Dan output langkah 2 menjadi ""
    Maka aturan steps/output-illogical menemukan 1 temuan minor
    Dan temuan menyatakan "Output langkah 5 hanya mengulang uraian kegiatannya"
    Dan keyakinan temuan sedang

  @aturan-LK-06
  Garis-Besar Skenario: Kolom kosong pada tabel yang terpenggal hanya dilaporkan sejauh terbaca
    Dengan SOP lengkap
    Ketika kolom "<dihapus>" tabel langkah dihapus
    Dan <dikosongkan> semua langkah menjadi ""
    Dan naskah terputus sesudah "Mengarsipkan rekapitulasi"
    Maka aturan steps/output-missing menemukan 1 temuan minor
    Dan temuan menyatakan "Tidak satu pun dari 7 langkah memuat <isi>."

    Contoh:
      | dihapus     | dikosongkan | isi         |
      | Kelengkapan | output      | kelengkapan |
      | Output      | kelengkapan | output      |

  @aturan-LK-06
  Garis-Besar Skenario: Output yang mungkin terpenggal tidak disebut kosong
    Dengan SOP lengkap
    Ketika <kosong> semua langkah menjadi ""
    Dan <kurang> langkah 2 menjadi ""
    Dan naskah terputus sesudah "Mengarsipkan rekapitulasi"
    Maka aturan steps/output-missing menemukan 1 temuan minor
    Dan temuan menyatakan "tidak memuat <kurang>."

    Contoh:
      | kosong      | kurang      |
      | output      | kelengkapan |
      | kelengkapan | output      |

  @aturan-LK-06
  Skenario: Satu-satunya langkah terpenggal sebelum kelengkapannya
    Dengan SOP lengkap
    Ketika kolom "Output" tabel langkah dihapus
    Dan naskah terputus sesudah "Memerintahkan pengumpulan"
    Maka aturan steps/output-missing tidak dapat dinilai karena "Kelengkapan sebagian langkah tidak terbaca"

  @aturan-LK-06
  Skenario: Satu-satunya langkah terpenggal pada tabel tanpa kelengkapan dan output
    Dengan SOP lengkap
    Ketika kolom "Output" tabel langkah dihapus
    Dan kolom "Kelengkapan" tabel langkah dihapus
    Dan naskah terputus sesudah "Memerintahkan pengumpulan"
    Maka aturan steps/output-missing tidak dapat dinilai karena "berakhir di tengah langkah terakhir"

  @aturan-LK-05
  Garis-Besar Skenario: Satu-satunya langkah tanpa waktu
    Dengan SOP lengkap
    Ketika hanya langkah 1 sampai 1 yang ditulis
    Dan <kolom>
    Maka aturan steps/time-missing menemukan 1 temuan mayor
    Dan temuan menyatakan "<kondisi>"

    Contoh:
      | kolom                                       | kondisi                                 |
      | waktu semua langkah menjadi ""              | tidak satu pun dari 1 langkah           |
      | kolom "Waktu (menit)" tabel langkah dihapus | Tabel langkah tidak mempunyai kolom     |

  @aturan-LK-05
  Skenario: Kolom waktu yang kosong sampai tempat berkas terpenggal
    Dengan SOP lengkap
    Ketika waktu semua langkah menjadi ""
    Dan naskah terputus sesudah "Mengarsipkan rekapitulasi"
    Maka aturan steps/time-missing tidak dapat dinilai karena "Waktu sebagian langkah tidak terbaca"

  @aturan-LK-05 @aturan-LK-06
  Skenario: Berkas berakhir sesudah waktu langkah terakhir
    Dengan SOP lengkap
    Ketika naskah terputus sesudah "Rekapitulasi	15"
    Maka aturan steps/time-missing tidak menemukan apa pun
    Dan aturan steps/output-missing tidak dapat dinilai karena "Output sebagian langkah tidak terbaca"

  @aturan-LK-15
  Skenario: Setiap output menyebut bendanya
    Dengan SOP lengkap
    Ketika output langkah 2 menjadi "Formulir data kinerja"
    Maka aturan steps/output-generic tidak menemukan apa pun
