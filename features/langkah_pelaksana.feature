# language: id
Fitur: Pelaksana setiap langkah
  Tanda pada kolom pelaksana menunjukkan siapa yang mengerjakan langkah. Tanda yang hilang di banyak tempat lebih
  mungkin hilang dari teks daripada dari naskah asli.

  @aturan-LK-08 @aturan-LK-20 @aturan-LK-23
  Skenario: Sebagian besar tanda hilang
    Dengan SOP lengkap
    Ketika tidak ada tanda pada kolom pelaksana
    Dan tanda langkah 1 berupa "v"
    Dan tanda langkah 2 berupa "v"
    Maka aturan steps/pelaksana-unmarked menemukan 1 temuan saran
    Dan temuan menyatakan "Hanya 2 dari 7 langkah bertanda"
    Dan keyakinan temuan rendah
    Dan aturan steps/wrong-actor tidak dapat dinilai karena "Tanda pada kolom pelaksana tidak terbaca"
    Dan aturan steps/unused-column tidak dapat dinilai karena "Ada langkah tanpa tanda"

  @aturan-LK-08 @aturan-LK-20 @aturan-LK-23
  Skenario: Hanya kata Mulai dan Selesai yang tersisa
    Dengan SOP lengkap
    Ketika tidak ada tanda pada kolom pelaksana
    Dan tanda langkah 1 berupa "Mulai"
    Dan tanda langkah 7 berupa "Selesai"
    Maka aturan steps/pelaksana-unmarked menemukan 1 temuan saran
    Dan temuan menyatakan "hanya terbaca kata Mulai/Selesai"
    Dan keyakinan temuan rendah
    Dan aturan steps/wrong-actor tidak dapat dinilai karena "Tanda pada kolom pelaksana tidak terbaca"
    Dan aturan steps/unused-column tidak dapat dinilai karena "Ada langkah tanpa tanda"

  @aturan-LK-08
  Skenario: Empat dari tujuh langkah bertanda
    Dengan SOP lengkap
    Ketika tanda langkah 2 berupa ""
    Dan tanda langkah 4 berupa ""
    Dan tanda langkah 6 berupa ""
    Maka aturan steps/pelaksana-unmarked menemukan 3 temuan mayor
    Dan keyakinan temuan tinggi

  @aturan-LK-08
  Skenario: Satu-satunya langkah tidak bertanda
    Dengan SOP lengkap
    Ketika hanya langkah 1 sampai 1 yang ditulis
    Dan tidak ada tanda pada kolom pelaksana
    Maka aturan steps/pelaksana-unmarked menemukan 1 temuan saran
    Dan temuan menyatakan "Tidak satu pun langkah bertanda"

  @aturan-LK-08
  Skenario: Baris yang selnya hilang tidak dituduh tanpa tanda
    Dengan SOP lengkap
    Ketika naskah menulis "telah terisi			v	Formulir terisi	60" sebagai ganti "telah terisi				v	Formulir terisi	60"
    Maka aturan steps/pelaksana-unmarked tidak dapat dinilai karena "Tanda pelaksana sebagian langkah tidak terbaca"

  @aturan-LK-08
  Skenario: Berkas berakhir sesudah tanda langkah terakhir
    Dengan SOP lengkap
    Ketika naskah terputus sesudah "Mengarsipkan rekapitulasi data kinerja				v"
    Maka aturan steps/pelaksana-unmarked tidak menemukan apa pun

  @aturan-LK-23
  Skenario: Kolom kosong dalam tabel yang terpenggal mungkin terpakai kemudian
    Dengan SOP lengkap
    Ketika langkah 3 ditandai pada kolom Staf
    Dan naskah terputus sesudah "Mengarsipkan rekapitulasi data kinerja				v"
    Maka aturan steps/unused-column tidak dapat dinilai karena "Teks terputus"

  @aturan-LK-23
  Skenario: Kolom kosong dalam tabel yang kolomnya bergeser
    Dengan SOP lengkap
    Ketika langkah 3 ditandai pada kolom Staf
    Dan waktu semua langkah menjadi ""
    Dan kelengkapan semua langkah menjadi "60 menit"
    Maka aturan steps/unused-column tidak dapat dinilai karena "Tanda pelaksana sebagian langkah tidak terbaca"

  @aturan-LK-23
  Skenario: Dua kolom yang tidak terpakai dilaporkan bersama
    Dengan SOP lengkap
    Ketika langkah 2 ditandai pada kolom Camat
    Dan langkah 3 ditandai pada kolom Staf
    Dan langkah 5 ditandai pada kolom Camat
    Maka aturan steps/unused-column menemukan 1 temuan saran
    Dan temuan menyatakan "Kolom pelaksana Sekcam dan Kasi"
    Dan keyakinan temuan sedang

  @aturan-LK-20
  Garis-Besar Skenario: Wewenang pejabat yang ditandai pada staf
    Dengan SOP lengkap
    Ketika uraian langkah 6 menjadi "<uraian>"
    Dan langkah 6 ditandai pada kolom Staf
    Maka aturan steps/wrong-actor menemukan 1 temuan minor
    Dan temuan mengutip "<uraian>"
    Dan keyakinan temuan sedang

    Contoh:
      | uraian                                |
      | Menandatangani laporan kinerja        |
      | Mendisposisikan surat kepada Kasi     |
      | Mengesahkan rekapitulasi data kinerja |

  @aturan-LK-20
  Garis-Besar Skenario: Pekerjaan yang boleh dilakukan staf
    Dengan SOP lengkap
    Ketika uraian langkah 6 menjadi "<uraian>"
    Dan langkah 6 ditandai pada kolom Staf
    Maka aturan steps/wrong-actor tidak menemukan apa pun

    Contoh:
      | uraian                                        |
      | Menerima laporan yang telah disetujui         |
      | Meneruskan disposisi kepada Kasi              |
      | Menandatangani tanda terima                   |
      | Memaraf konsep laporan kinerja                |
      | Menyiapkan laporan kinerja untuk Camat        |

  @aturan-LK-20
  Skenario: Keputusan pada staf di samping langkah yang tidak bertanda
    Dengan SOP lengkap
    Ketika langkah 6 ditandai pada kolom Staf
    Dan tanda langkah 4 berupa ""
    Maka aturan steps/wrong-actor menemukan 1 temuan minor

  @aturan-LK-20
  Skenario: Keputusan pada pejabat di samping langkah yang tidak bertanda
    Dengan SOP lengkap
    Ketika tanda langkah 4 berupa ""
    Maka aturan steps/wrong-actor tidak menemukan apa pun

  @aturan-LK-20
  Garis-Besar Skenario: Bila sebagian besar tanda hilang, tanda pada staf belum meyakinkan
    Dengan SOP lengkap
    Ketika tidak ada tanda pada kolom pelaksana
    Dan langkah 6 ditandai pada kolom Staf
    Dan tanda langkah 6 berupa "<tanda>"
    Maka aturan steps/wrong-actor tidak dapat dinilai karena "Tanda pada kolom pelaksana tidak terbaca"

    Contoh:
      | tanda   |
      | v       |
      | Selesai |

  @aturan-LK-22
  Skenario: Satu kolom pelaksana
    Dengan SOP lengkap
    Ketika kolom "Camat" tabel langkah dihapus
    Dan kolom "Sekcam" tabel langkah dihapus
    Dan kolom "Kasi" tabel langkah dihapus
    Maka aturan steps/single-actor menemukan 1 temuan saran
    Dan temuan menyatakan "hanya memuat 1 pelaksana"
    Dan keyakinan temuan sedang

  @aturan-LK-22
  Skenario: Dua kolom pelaksana cukup
    Dengan SOP lengkap
    Ketika kolom "Camat" tabel langkah dihapus
    Dan kolom "Sekcam" tabel langkah dihapus
    Maka aturan steps/single-actor tidak menemukan apa pun

  @aturan-LK-22
  Skenario: Satu pelaksana dengan tiga langkah dilaporkan sebagai satu pelaksana
    Dengan SOP lengkap
    Ketika hanya langkah 1 sampai 3 yang ditulis
    Dan kolom "Camat" tabel langkah dihapus
    Dan kolom "Sekcam" tabel langkah dihapus
    Dan kolom "Kasi" tabel langkah dihapus
    Maka aturan steps/single-actor menemukan 1 temuan saran
    Dan temuan menyatakan "hanya memuat 1 pelaksana"

  @aturan-LK-22
  Skenario: Tiga langkah dari beberapa pelaksana
    Dengan SOP lengkap
    Ketika hanya langkah 1 sampai 3 yang ditulis
    Maka aturan steps/single-actor menemukan 1 temuan saran
    Dan temuan menyatakan "hanya memuat 3 langkah"

  @aturan-LK-09
  Skenario: Pelaku lain dalam SOP dengan satu kolom pelaksana
    Dengan SOP lengkap
    Ketika kolom "Sekcam" tabel langkah dihapus
    Dan kolom "Kasi" tabel langkah dihapus
    Dan kolom "Staf" tabel langkah dihapus
    Dan uraian langkah 5 menjadi "Kasubbag Perencanaan memverifikasi himpunan data"
    Maka aturan steps/actor-not-in-columns menemukan 1 temuan mayor
    Dan temuan menyatakan "kolom pelaksana hanya memuat Camat"
    Dan keyakinan temuan tinggi

  @aturan-LK-09
  Skenario: SOP dengan satu kolom pelaksana tanpa pelaku lain
    Dengan SOP lengkap
    Ketika kolom "Sekcam" tabel langkah dihapus
    Dan kolom "Kasi" tabel langkah dihapus
    Dan kolom "Staf" tabel langkah dihapus
    Maka aturan steps/actor-not-in-columns tidak menemukan apa pun

  @aturan-LK-02
  Skenario: Tindakan yang sama oleh pelaksana lain adalah langkah tersendiri
    Dengan SOP lengkap
    Ketika sesudah langkah 6 disisipkan langkah "Memverifikasi himpunan data" oleh Kasi
    Maka aturan steps/duplicate tidak menemukan apa pun

  @aturan-LK-02
  Skenario: Langkah yang hanya berbeda satu huruf
    Dengan SOP lengkap
    Ketika sesudah langkah 5 disisipkan langkah "Memverifikasi himpunnan data" oleh Sekcam
    Maka aturan steps/duplicate menemukan 1 temuan mayor
    Dan temuan menyatakan "hanya berbeda ejaan dari langkah 5"
    Dan keyakinan temuan sedang

  @aturan-LK-02
  Skenario: Langkah ganda menyebut langkah yang diulangnya
    Dengan SOP lengkap
    Ketika langkah 5 diulang sebagai langkah 6
    Maka aturan steps/duplicate menemukan 1 temuan mayor
    Dan temuan menyatakan "Langkah 6 mengulang langkah 5"
    Dan keyakinan temuan tinggi

  @aturan-LK-24
  Skenario: Selesai tanpa Mulai
    Dengan SOP lengkap
    Ketika tanda langkah 7 berupa "Selesai"
    Maka aturan steps/no-start-end menemukan 1 temuan saran
    Dan temuan menyatakan "terbaca Selesai, tetapi tidak terbaca Mulai"
