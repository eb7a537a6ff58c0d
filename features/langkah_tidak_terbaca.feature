# language: id
Fitur: Tabel langkah yang tidak terbaca seluruhnya
  Yang hilang karena berkas dijadikan teks, dipindai, atau dipenggal tidak dituduhkan kepada penyusun SOP: auditor
  diberi tahu apa yang tidak dapat dinilai.

  @aturan-LK-01
  Skenario: Tabel langkah yang tinggal kata-kata bukan tabel yang tidak ada
    Dengan SOP lengkap
    Ketika kolom-kolom tabel langkah tercampur menjadi teks
    Maka aturan steps/table-missing tidak dapat dinilai karena "ditemukan tetapi tidak dapat dibaca"

  Garis-Besar Skenario: Tanpa kolom, isi tabel langkah tidak dapat dinilai
    Dengan SOP lengkap
    Ketika kolom-kolom tabel langkah tercampur menjadi teks
    Maka aturan <pertama> tidak dapat dinilai karena "Tabel langkah tidak dapat dibaca"
    Dan aturan <kedua> tidak dapat dinilai karena "Tabel langkah tidak dapat dibaca"
    Dan aturan <ketiga> tidak dapat dinilai karena "Tabel langkah tidak dapat dibaca"

    @aturan-LK-02 @aturan-LK-03 @aturan-LK-04 @aturan-LK-05 @aturan-LK-06 @aturan-LK-07 @aturan-LK-08 @aturan-LK-09
    @aturan-LK-10 @aturan-LK-11 @aturan-LK-12 @aturan-LK-13 @aturan-LK-14 @aturan-LK-15 @aturan-LK-16 @aturan-LK-17
    @aturan-LK-18 @aturan-LK-19 @aturan-LK-20 @aturan-LK-21 @aturan-LK-22 @aturan-LK-23 @aturan-LK-24 @aturan-RL-01
    Contoh:
      | pertama | kedua | ketiga |
      | LK-02   | LK-03 | LK-04  |
      | LK-05   | LK-06 | LK-07  |
      | LK-08   | LK-09 | LK-10  |
      | LK-11   | LK-12 | LK-13  |
      | LK-14   | LK-15 | LK-16  |
      | LK-17   | LK-18 | LK-19  |
      | LK-20   | LK-21 | LK-22  |
      | LK-23   | LK-24 | RL-01  |

  Garis-Besar Skenario: Tabel langkah yang tidak ada hanya dilaporkan sekali
    Dengan SOP lengkap
    Ketika tabel langkah dihapus
    Maka aturan <pertama> tidak berlaku
    Dan aturan <kedua> tidak berlaku
    Dan aturan <ketiga> tidak berlaku

    @aturan-LK-02 @aturan-LK-03 @aturan-LK-04 @aturan-LK-05 @aturan-LK-06 @aturan-LK-07 @aturan-LK-08 @aturan-LK-09
    @aturan-LK-10 @aturan-LK-11 @aturan-LK-12 @aturan-LK-13 @aturan-LK-14 @aturan-LK-15 @aturan-LK-16 @aturan-LK-17
    @aturan-LK-18 @aturan-LK-19 @aturan-LK-20 @aturan-LK-21 @aturan-LK-22 @aturan-LK-23 @aturan-LK-24
    Contoh:
      | pertama | kedua | ketiga |
      | LK-02   | LK-03 | LK-04  |
      | LK-05   | LK-06 | LK-07  |
      | LK-08   | LK-09 | LK-10  |
      | LK-11   | LK-12 | LK-13  |
      | LK-14   | LK-15 | LK-16  |
      | LK-17   | LK-18 | LK-19  |
      | LK-20   | LK-21 | LK-22  |
      | LK-22   | LK-23 | LK-24  |

  @aturan-LK-05 @aturan-LK-11 @aturan-LK-12 @aturan-LK-13 @aturan-LK-14
  Skenario: Waktu yang bergeser ke kolom lain tidak terbaca
    Dengan SOP lengkap
    Ketika waktu semua langkah menjadi ""
    Dan kelengkapan semua langkah menjadi "60 menit"
    Maka aturan steps/time-missing tidak dapat dinilai karena "Waktu sebagian langkah tidak terbaca"
    Dan aturan steps/time-unit-mixed tidak dapat dinilai karena "Kolom waktu tidak terbaca"
    Dan aturan steps/time-uniform tidak dapat dinilai karena "Kolom waktu tidak terbaca"
    Dan aturan steps/time-total-differs tidak dapat dinilai karena "Kolom waktu tidak terbaca"
    Dan aturan steps/time-implausible tidak dapat dinilai karena "Kolom waktu tidak terbaca"

  @aturan-LK-06 @aturan-LK-15 @aturan-LK-16 @aturan-LK-17
  Skenario: Bila kolom bergeser, kelengkapan dan output pun tidak pasti
    Dengan SOP lengkap
    Ketika waktu semua langkah menjadi ""
    Dan kelengkapan semua langkah menjadi "60 menit"
    Maka aturan steps/output-missing tidak dapat dinilai karena "Output sebagian langkah tidak terbaca"
    Dan aturan steps/output-generic tidak dapat dinilai karena "Kolom output tidak terbaca"
    Dan aturan steps/output-illogical tidak dapat dinilai karena "Kolom output tidak terbaca"
    Dan aturan steps/input-equals-output tidak dapat dinilai karena "Kolom output tidak terbaca"

  @aturan-LK-08 @aturan-LK-20 @aturan-LK-23
  Skenario: Bila kolom bergeser, tanda pelaksana pun tidak pasti
    Dengan SOP lengkap
    Ketika waktu semua langkah menjadi ""
    Dan kelengkapan semua langkah menjadi "60 menit"
    Maka aturan steps/pelaksana-unmarked tidak dapat dinilai karena "Tanda pelaksana sebagian langkah tidak terbaca"
    Dan aturan steps/wrong-actor tidak dapat dinilai karena "Tanda pelaksana sebagian langkah tidak terbaca"
    Dan aturan steps/unused-column tidak dapat dinilai karena "Tanda pelaksana sebagian langkah tidak terbaca"

  @aturan-LK-20
  Skenario: Tanda yang tidak pasti hanya penting pada langkah keputusan
    Dengan SOP lengkap
    Ketika uraian langkah 6 menjadi "Merekap data kinerja"
    Dan waktu semua langkah menjadi ""
    Dan kelengkapan semua langkah menjadi "60 menit"
    Maka aturan steps/wrong-actor tidak menemukan apa pun

  @aturan-LK-20
  Skenario: Tanda yang tidak pasti pada langkah yang hanya meneruskan
    Dengan SOP lengkap
    Ketika uraian langkah 6 menjadi "Menerima rekapitulasi data kinerja"
    Dan waktu semua langkah menjadi ""
    Dan kelengkapan semua langkah menjadi "60 menit"
    Maka aturan steps/wrong-actor tidak menemukan apa pun

  @aturan-LK-20
  Skenario: Tanda yang tidak pasti pada langkah penandatanganan
    Dengan SOP lengkap
    Ketika uraian langkah 6 menjadi "Menandatangani rekapitulasi data kinerja"
    Dan waktu semua langkah menjadi ""
    Dan kelengkapan semua langkah menjadi "60 menit"
    Maka aturan steps/wrong-actor tidak dapat dinilai karena "Tanda pelaksana sebagian langkah tidak terbaca"

  @aturan-LK-05 @aturan-LK-11 @aturan-LK-12 @aturan-LK-13 @aturan-LK-14
  Skenario: Berkas berakhir sebelum waktu langkah terakhir
    Dengan SOP lengkap
    Ketika naskah terputus sesudah "Mengarsipkan rekapitulasi"
    Maka aturan steps/time-missing tidak dapat dinilai karena "Waktu sebagian langkah tidak terbaca"
    Dan aturan steps/time-unit-mixed tidak dapat dinilai karena "Waktu sebagian langkah tidak terbaca"
    Dan aturan steps/time-uniform tidak dapat dinilai karena "Waktu sebagian langkah tidak terbaca"
    Dan aturan steps/time-total-differs tidak dapat dinilai karena "Waktu sebagian langkah tidak terbaca"
    Dan aturan steps/time-implausible tidak dapat dinilai karena "Waktu sebagian langkah tidak terbaca"

  @aturan-LK-06 @aturan-LK-15 @aturan-LK-16 @aturan-LK-17
  Skenario: Berkas berakhir sebelum output langkah terakhir
    Dengan SOP lengkap
    Ketika naskah terputus sesudah "Mengarsipkan rekapitulasi"
    Maka aturan steps/output-missing tidak dapat dinilai karena "Output sebagian langkah tidak terbaca"
    Dan aturan steps/output-generic tidak dapat dinilai karena "Output sebagian langkah tidak terbaca"
    Dan aturan steps/output-illogical tidak dapat dinilai karena "Output sebagian langkah tidak terbaca"
    Dan aturan steps/input-equals-output tidak dapat dinilai karena "Output sebagian langkah tidak terbaca"

  @aturan-LK-04 @aturan-LK-08 @aturan-LK-10
  Skenario: Berkas berakhir di tengah uraian langkah terakhir
    Dengan SOP lengkap
    Ketika naskah terputus sesudah "Mengarsipkan rekapitulasi"
    Maka aturan steps/text-incomplete tidak dapat dinilai karena "berakhir di tengah uraian langkah terakhir"
    Dan aturan steps/not-an-activity tidak dapat dinilai karena "berakhir di tengah uraian langkah terakhir"
    Dan aturan steps/pelaksana-unmarked tidak dapat dinilai karena "berakhir di tengah langkah terakhir"

  @aturan-LK-18 @aturan-LK-19 @aturan-LK-22 @aturan-LK-23 @aturan-LK-24
  Skenario: Sesudah berkas terpenggal mungkin masih ada langkah
    Dengan SOP lengkap
    Ketika naskah terputus sesudah "Mengarsipkan rekapitulasi"
    Maka aturan steps/process-gap tidak dapat dinilai karena "Teks terputus"
    Dan aturan steps/order-illogical tidak dapat dinilai karena "Teks terputus"
    Dan aturan steps/single-actor tidak dapat dinilai karena "Teks terputus"
    Dan aturan steps/unused-column tidak dapat dinilai karena "Teks terputus"
    Dan aturan steps/no-start-end tidak dapat dinilai karena "teks terputus sebelum Selesai"

  @aturan-LK-22
  Skenario: Tiga langkah yang terpenggal bukan SOP yang terlalu pendek
    Dengan SOP lengkap
    Ketika naskah terputus sesudah "Mengisi formulir dan melampirkan"
    Maka aturan steps/single-actor tidak dapat dinilai karena "Teks terputus"

  @aturan-LK-24
  Skenario: Selesai mungkin berada pada langkah yang terpenggal
    Dengan SOP lengkap
    Ketika tanda langkah 1 berupa "Mulai"
    Dan naskah terputus sesudah "Mengarsipkan rekapitulasi"
    Maka aturan steps/no-start-end tidak dapat dinilai karena "teks terputus sebelum Selesai"

  @aturan-LK-08
  Skenario: Langkah terpenggal tidak menutupi langkah lain yang tidak bertanda
    Dengan SOP lengkap
    Ketika tanda langkah 2 berupa ""
    Dan naskah terputus sesudah "Mengarsipkan rekapitulasi"
    Maka aturan steps/pelaksana-unmarked menemukan 1 temuan mayor
    Dan temuan menyatakan "Langkah 2"

  @aturan-LK-05
  Skenario: Langkah terpenggal tidak menutupi langkah lain tanpa waktu
    Dengan SOP lengkap
    Ketika waktu langkah 2 menjadi ""
    Dan naskah terputus sesudah "Mengarsipkan rekapitulasi"
    Maka aturan steps/time-missing menemukan 1 temuan mayor
    Dan temuan menyatakan "Langkah 2"

  @aturan-LK-18 @aturan-LK-19
  Skenario: Uraian yang kosong mungkin justru langkah yang dicari
    Dengan SOP lengkap
    Ketika uraian langkah 7 menjadi ""
    Maka aturan steps/process-gap tidak dapat dinilai karena "Uraian sebagian langkah kosong"
    Dan aturan steps/order-illogical tidak dapat dinilai karena "Uraian sebagian langkah kosong"

  @aturan-LK-09 @aturan-LK-22
  Skenario: Tabel langkah tanpa kolom pelaksana yang dikenali
    Dengan SOP lengkap
    Ketika kolom "Camat" tabel langkah dihapus
    Dan kolom "Sekcam" tabel langkah dihapus
    Dan kolom "Kasi" tabel langkah dihapus
    Dan kolom "Staf" tabel langkah dihapus
    Maka aturan steps/actor-not-in-columns tidak dapat dinilai karena "Kolom pelaksana tidak dapat dikenali"
    Dan aturan steps/single-actor tidak dapat dinilai karena "Kolom pelaksana tidak terbaca"
