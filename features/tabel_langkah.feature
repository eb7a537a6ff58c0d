# language: id
Fitur: Tabel langkah
  Setiap langkah bernomor, beruraian, ditandai pelaksananya, dan memuat mutu baku. Yang hilang karena berkas dijadikan
  teks tidak dituduhkan kepada penyusun SOP.

  Skenario: Tidak ada tabel langkah
    Dengan SOP lengkap
    Ketika tabel langkah dihapus
    Maka aturan steps/table-missing menemukan 1 temuan kritis
    Dan temuan menyatakan "tidak memuat tabel langkah"

  Skenario: Tabel langkah sebelum bagian identitas
    Dengan SOP lengkap
    Ketika tabel langkah mendahului bagian identitas
    Maka aturan steps/table-missing tidak menemukan apa pun

  Skenario: Nomor langkah melompat
    Dengan SOP lengkap
    Ketika nomor langkah 5 menjadi "6."
    Dan nomor langkah 6 menjadi "7."
    Dan nomor langkah 7 menjadi "8."
    Maka aturan steps/numbering-gap menemukan 1 temuan minor
    Dan temuan menyatakan "nomor 5 tidak ada sebelum langkah 6"

  Skenario: Nomor langkah dipakai dua kali
    Dengan SOP lengkap
    Ketika nomor langkah 5 menjadi "4."
    Dan nomor langkah 6 menjadi "5."
    Dan nomor langkah 7 menjadi "6."
    Maka aturan steps/numbering-gap menemukan 1 temuan minor
    Dan temuan menyatakan "Nomor langkah 4 dipakai lebih dari sekali"

  Skenario: Langkah ditandai huruf
    Dengan SOP lengkap
    Ketika nomor langkah 1 menjadi "a."
    Dan nomor langkah 2 menjadi "b."
    Dan nomor langkah 3 menjadi "c."
    Dan nomor langkah 4 menjadi "d."
    Dan nomor langkah 5 menjadi "e."
    Dan nomor langkah 6 menjadi "f."
    Dan nomor langkah 7 menjadi "g."
    Maka aturan steps/numbering-gap tidak berlaku

  Skenario: Langkah tanpa uraian
    Dengan SOP lengkap
    Ketika uraian langkah 4 menjadi ""
    Maka aturan steps/text-incomplete menemukan 1 temuan mayor
    Dan temuan menyatakan "Langkah 4 tidak memuat uraian"

  Skenario: Uraian yang terpotong
    Dengan SOP lengkap
    Ketika uraian langkah 4 menjadi "Menyampaikan himpunan data kepada"
    Maka aturan steps/text-incomplete menemukan 1 temuan mayor
    Dan temuan mengutip "Menyampaikan himpunan data kepada"

  Garis-Besar Skenario: Uraian pendek yang utuh
    Dengan SOP lengkap
    Ketika uraian langkah 4 menjadi "<uraian>"
    Maka aturan steps/text-incomplete tidak menemukan apa pun

    Contoh:
      | uraian                                  |
      | Menyampaikan himpunan data kepada Camat |
      | Rapat koordinasi                        |

  Skenario: Langkah tanpa waktu
    Dengan SOP lengkap
    Ketika waktu langkah 4 menjadi ""
    Maka aturan steps/time-missing menemukan 1 temuan mayor
    Dan temuan menyatakan "tidak memuat waktu"

  Skenario: Satuan waktu hanya pada kepala kolom
    Dengan SOP lengkap
    Ketika waktu langkah 4 menjadi "60"
    Maka aturan steps/time-missing tidak menemukan apa pun

  Skenario: Langkah tanpa output
    Dengan SOP lengkap
    Ketika output langkah 4 menjadi ""
    Maka aturan steps/output-missing menemukan 1 temuan minor
    Dan temuan menyatakan "tidak memuat output"

  Skenario: Langkah tanpa kelengkapan
    Dengan SOP lengkap
    Ketika kelengkapan langkah 4 menjadi ""
    Maka aturan steps/output-missing menemukan 1 temuan minor
    Dan temuan menyatakan "tidak memuat kelengkapan"

  Skenario: Keterangan yang kosong bukan mutu baku yang kurang
    Dengan SOP lengkap
    Ketika keterangan langkah 4 menjadi ""
    Maka aturan steps/output-missing tidak menemukan apa pun

  Skenario: Tabel tanpa kolom nomor
    Dengan SOP lengkap
    Ketika kolom nomor tabel langkah dihapus
    Maka aturan steps/header-missing menemukan 1 temuan minor
    Dan temuan menyatakan "tidak mempunyai kolom nomor"

  Skenario: Kepala tabel diulang pada halaman berikutnya
    Dengan SOP lengkap
    Ketika tabel langkah terputus halaman sesudah langkah 4 dan kepalanya diulang
    Maka aturan steps/header-missing tidak menemukan apa pun

  Skenario: Satu langkah tanpa tanda pelaksana
    Dengan SOP lengkap
    Ketika tanda langkah 4 berupa ""
    Maka aturan steps/pelaksana-unmarked menemukan 1 temuan mayor
    Dan temuan menyatakan "Langkah 4"
    Dan temuan mengutip "Menghimpun formulir yang telah terisi"

  Skenario: Simbol seluruh tabel hilang
    Dengan SOP lengkap
    Ketika tidak ada tanda pada kolom pelaksana
    Maka aturan steps/pelaksana-unmarked menemukan 1 temuan saran
    Dan keyakinan temuan rendah
    Dan temuan menyatakan "mungkin hilang saat berkas dijadikan teks"

  Garis-Besar Skenario: Bentuk tanda pelaksana
    Dengan SOP lengkap
    Ketika tanda langkah 4 berupa "<tanda>"
    Maka aturan steps/pelaksana-unmarked tidak menemukan apa pun

    Contoh:
      | tanda |
      | √     |
      | X     |
      | □     |

  Skenario: Pelaku yang tidak berkolom
    Dengan SOP lengkap
    Ketika uraian langkah 6 menjadi "Menyampaikan rekapitulasi untuk ditandatangani oleh Kepala Kantor"
    Maka aturan steps/actor-not-in-columns menemukan 1 temuan mayor
    Dan temuan menyatakan "Kepala Kantor"
    Dan temuan mengutip "ditandatangani oleh Kepala Kantor"

  Skenario: Pelaku dalam dua langkah dilaporkan sekali
    Dengan SOP lengkap
    Ketika uraian langkah 2 menjadi "Kepala Kantor menyusun formulir data kinerja"
    Dan uraian langkah 6 menjadi "Menyampaikan rekapitulasi untuk ditandatangani oleh Kepala Kantor"
    Maka aturan steps/actor-not-in-columns menemukan 1 temuan mayor
    Dan temuan menyatakan "langkah 2 dan 6"

  Garis-Besar Skenario: Penerima di luar kantor dan singkatan nama kolom
    Dengan SOP lengkap
    Ketika kolom pelaksana 2 tertulis "Sekretaris Kecamatan"
    Dan uraian langkah 6 menjadi "<uraian>"
    Maka aturan steps/actor-not-in-columns tidak menemukan apa pun

    Contoh:
      | uraian                                             |
      | Menyampaikan rekapitulasi kepada Kepala Bappeda    |
      | Menyampaikan rekapitulasi yang diparaf oleh Sekcam |
