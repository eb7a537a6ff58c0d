# language: id
Fitur: Ruang lingkup
  Judul menetapkan prosedur yang distandarkan. Langkah, pedoman, dan peringatan harus membicarakan prosedur itu.
  Masukan dan hasil prosedur, serta pekerjaan lain yang terkena akibatnya, boleh disebut.

  Skenario: Sebagian besar langkah mengerjakan laporan kinerja
    Dengan SOP lengkap
    Ketika langkah-langkahnya diganti menjadi
      | Memerintahkan penyusunan LAKIP            |
      | Menghimpun data kinerja dari seksi        |
      | Membuat draf LAKIP                        |
      | Mengoreksi draf Lakip                     |
      | Menandatangani Laporan Kinerja            |
      | Mengirim Laporan Kinerja ke Inspektorat   |
    Maka aturan scope/title-body-mismatch menemukan 1 temuan mayor
    Dan temuan menyatakan "5 dari 6 langkah"
    Dan temuan mengutip "Membuat draf LAKIP"
    Dan keyakinan temuan sedang

  Skenario: Langkah terakhir menyerahkan data untuk laporan kinerja
    Dengan SOP lengkap
    Ketika sesudah langkah 6 disisipkan langkah "Menyerahkan rekapitulasi untuk penyusunan Laporan Kinerja"
    Maka aturan scope/title-body-mismatch tidak menemukan apa pun

  Skenario: Kartu keluarga di bawah judul KTP
    Dengan SOP lengkap
    Ketika judul SOP diganti menjadi "PELAYANAN KARTU TANDA PENDUDUK"
    Dan langkah-langkahnya diganti menjadi
      | Menerima berkas permohonan                |
      | Memverifikasi data Kartu Keluarga         |
      | Mencetak KK                               |
      | Menandatangani Kartu Keluarga             |
      | Menyerahkan KK kepada pemohon             |
    Maka aturan scope/title-body-mismatch menemukan 1 temuan mayor

  Skenario: Kartu keluarga sebagai syarat KTP
    Dengan SOP lengkap
    Ketika judul SOP diganti menjadi "PELAYANAN KARTU TANDA PENDUDUK"
    Dan langkah-langkahnya diganti menjadi
      | Menerima fotokopi Kartu Keluarga          |
      | Memeriksa KK pemohon                      |
      | Mencocokkan KK dengan data penduduk       |
      | Mencatat nomor KK                         |
      | Mencetak KTP                              |
      | Menyerahkan KTP kepada pemohon            |
    Maka aturan scope/title-body-mismatch tidak menemukan apa pun

  Skenario: Kata yang diganti dalam pedoman
    Dengan SOP lengkap
    Ketika judul SOP diganti menjadi "PENYUSUNAN PERENCANAAN KINERJA"
    Dan langkah-langkahnya diganti menjadi
      | Menyusun rencana kinerja                  |
      | Menandatangani rencana kinerja            |
    Dan maksud dan tujuan pedoman berbunyi "Pedoman pengumpulan Perencanaan kinerja ini mengatur pengumpulan Perencanaan kinerja agar pengumpulan perencanaan kinerja berjalan tertib."
    Maka aturan scope/title-body-mismatch menemukan 1 temuan mayor
    Dan temuan menyatakan "pengumpulan Perencanaan kinerja"
    Dan temuan menunjuk baris yang memuat "Pedoman pengumpulan Perencanaan kinerja"

  Skenario: Pengumpulan data adalah frasa yang wajar
    Dengan SOP lengkap
    Ketika maksud dan tujuan pedoman berbunyi "Pedoman pengumpulan data kinerja ini mengatur pengumpulan data kinerja agar pengumpulan data kinerja berjalan tertib."
    Maka aturan scope/title-body-mismatch tidak menemukan apa pun

  Skenario: Peringatan tentang prosedur lain
    Dengan SOP lengkap
    Ketika judul SOP diganti menjadi "PENYUSUNAN PERENCANAAN KINERJA"
    Dan peringatan berbunyi "Jika pengumpulan data tidak maksimal maka berpengaruh pada Laporan Kinerja"
    Maka aturan scope/section-irrelevant menemukan 1 temuan saran
    Dan keyakinan temuan rendah

  Skenario: Peringatan dengan akibat bagi pekerjaan lain
    Dengan SOP lengkap
    Ketika peringatan berbunyi "Apabila data tidak terkumpul, maka Laporan Kinerja terlambat"
    Maka aturan scope/section-irrelevant tidak menemukan apa pun

  Skenario: Bagian pedoman yang menyebut kegiatan lain daripada judul
    Dengan SOP lengkap
    Ketika judul SOP diganti menjadi "PENYUSUNAN RENCANA AKSI"
    Dan formulir kinerja dihapus
    Dan pedoman memuat bagian
      """
      IV. Mekanisme Pengumpulan Rencana Aksi

      Rencana aksi disampaikan setiap awal tahun.

      V. Format Pengumpulan Rencana Aksi

      Menurut lampiran.
      """
    Maka aturan identity/title-mismatch menemukan 1 temuan mayor
    Dan keyakinan temuan sedang

  Skenario: Bagian pedoman tentang penyampaian tetap prosedur yang sama
    Dengan SOP lengkap
    Ketika judul SOP diganti menjadi "PENYUSUNAN RENCANA AKSI"
    Dan formulir kinerja dihapus
    Dan pedoman memuat bagian
      """
      IV. Mekanisme Penyampaian Rencana Aksi

      Rencana aksi disampaikan setiap awal tahun.

      V. Format Penyampaian Rencana Aksi

      Menurut lampiran.
      """
    Maka aturan identity/title-mismatch tidak menemukan apa pun
