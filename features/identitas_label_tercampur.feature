# language: id
Fitur: Isian identitas yang tidak dapat dipasangkan dengan labelnya
  Konversi kadang menaruh beberapa label dalam satu baris tanpa isinya. Isian yang tidak diketahui letaknya tidak boleh
  dikira kosong, dan aturan tentang isian itu tidak dapat dinilai; aturan tentang isian lain tetap dinilai.

  Latar Belakang:
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 065/12/TS/I/2024
      Tanggal Pembuatan : 8 Januari 2024
      Tanggal Revisi : -
      Tanggal Pengesahan : 9 Januari 2024
      Tanggal Efektif : 15 Januari 2024
      Peringatan
      Bila terlambat, layanan tertunda.

      No	Kegiatan	Camat	Staf	Kelengkapan	Waktu	Output	Ket
      1	Mencatat surat masuk		X	Surat	5 menit	Catatan	
      2	Membaca surat masuk	X		Catatan	1 jam	Disposisi	
      """

  @aturan-ID-02 @aturan-ID-04 @aturan-ID-05 @aturan-ID-06 @aturan-ID-07 @aturan-ID-08 @aturan-ID-09 @aturan-ID-10 @aturan-ID-11 @aturan-ID-13
  Skenario: Nomor SOP tidak terpasang
    Ketika naskah menulis "Nomor SOP Nama SOP Disahkan Oleh" sebagai ganti "Nomor SOP : 065/12/TS/I/2024"
    Maka aturan identity/date-format tidak menemukan apa pun
    Dan aturan identity/date-invalid tidak menemukan apa pun
    Dan aturan identity/date-order tidak menemukan apa pun
    Dan aturan identity/date-same-day tidak menemukan apa pun
    Dan aturan identity/date-weekend tidak menemukan apa pun
    Dan aturan identity/number-year tidak dapat dinilai karena "Nomor atau sebagian tanggal tidak dapat dipasangkan"
    Dan aturan identity/number-format tidak dapat dinilai karena "Nomor SOP tidak dapat dipasangkan"
    Dan aturan identity/field-empty tidak dapat dinilai karena "kolom identitas tidak dapat dipasangkan"
    Dan aturan identity/title-mismatch tidak dapat dinilai karena "Judul pada bagian identitas tidak dapat dipasangkan"
    Dan aturan identity/review-overdue menemukan 1 temuan saran
    Dan aturan identity/field-absent tidak menemukan apa pun

  @aturan-ID-02 @aturan-ID-04 @aturan-ID-05 @aturan-ID-06 @aturan-ID-07 @aturan-ID-08 @aturan-ID-09 @aturan-ID-10 @aturan-ID-11 @aturan-ID-13
  Skenario: Tanggal Pembuatan tidak terpasang
    Ketika naskah menulis "Tanggal Pembuatan Nama SOP Disahkan Oleh" sebagai ganti "Tanggal Pembuatan : 8 Januari 2024"
    Maka aturan identity/date-format tidak dapat dinilai karena "kolom tanggal tidak dapat dipasangkan"
    Dan aturan identity/date-invalid tidak dapat dinilai karena "kolom tanggal tidak dapat dipasangkan"
    Dan aturan identity/date-order tidak dapat dinilai karena "kolom tanggal tidak dapat dipasangkan"
    Dan aturan identity/date-same-day tidak dapat dinilai karena "kolom tanggal tidak dapat dipasangkan"
    Dan aturan identity/date-weekend tidak dapat dinilai karena "kolom tanggal tidak dapat dipasangkan"
    Dan aturan identity/number-year tidak dapat dinilai karena "Nomor atau sebagian tanggal tidak dapat dipasangkan"
    Dan aturan identity/number-format tidak menemukan apa pun
    Dan aturan identity/field-empty tidak dapat dinilai karena "kolom identitas tidak dapat dipasangkan"
    Dan aturan identity/title-mismatch tidak dapat dinilai karena "Judul pada bagian identitas tidak dapat dipasangkan"
    Dan aturan identity/review-overdue menemukan 1 temuan saran
    Dan aturan identity/field-absent tidak menemukan apa pun

  @aturan-ID-02 @aturan-ID-04 @aturan-ID-05 @aturan-ID-06 @aturan-ID-07 @aturan-ID-08 @aturan-ID-09 @aturan-ID-10 @aturan-ID-11 @aturan-ID-13
  Skenario: Tanggal Revisi tidak terpasang
    Ketika naskah menulis "Tanggal Revisi Nama SOP Disahkan Oleh" sebagai ganti "Tanggal Revisi : -"
    Maka aturan identity/date-format tidak dapat dinilai karena "kolom tanggal tidak dapat dipasangkan"
    Dan aturan identity/date-invalid tidak menemukan apa pun
    Dan aturan identity/date-order tidak dapat dinilai karena "kolom tanggal tidak dapat dipasangkan"
    Dan aturan identity/date-same-day tidak menemukan apa pun
    Dan aturan identity/date-weekend tidak menemukan apa pun
    Dan aturan identity/number-year tidak menemukan apa pun
    Dan aturan identity/number-format tidak menemukan apa pun
    Dan aturan identity/field-empty tidak dapat dinilai karena "kolom identitas tidak dapat dipasangkan"
    Dan aturan identity/title-mismatch tidak dapat dinilai karena "Judul pada bagian identitas tidak dapat dipasangkan"
    Dan aturan identity/review-overdue tidak dapat dinilai karena "Isi Tanggal Revisi tidak dapat dipasangkan"
    Dan aturan identity/field-absent tidak menemukan apa pun

  @aturan-ID-02 @aturan-ID-04 @aturan-ID-05 @aturan-ID-06 @aturan-ID-07 @aturan-ID-08 @aturan-ID-09 @aturan-ID-10 @aturan-ID-11 @aturan-ID-13
  Skenario: Tanggal Pengesahan tidak terpasang
    Ketika naskah menulis "Tanggal Pengesahan Nama SOP Disahkan Oleh" sebagai ganti "Tanggal Pengesahan : 9 Januari 2024"
    Maka aturan identity/date-format tidak dapat dinilai karena "kolom tanggal tidak dapat dipasangkan"
    Dan aturan identity/date-invalid tidak dapat dinilai karena "kolom tanggal tidak dapat dipasangkan"
    Dan aturan identity/date-order tidak dapat dinilai karena "kolom tanggal tidak dapat dipasangkan"
    Dan aturan identity/date-same-day tidak dapat dinilai karena "kolom tanggal tidak dapat dipasangkan"
    Dan aturan identity/date-weekend tidak dapat dinilai karena "kolom tanggal tidak dapat dipasangkan"
    Dan aturan identity/number-year tidak dapat dinilai karena "Nomor atau sebagian tanggal tidak dapat dipasangkan"
    Dan aturan identity/number-format tidak menemukan apa pun
    Dan aturan identity/field-empty tidak dapat dinilai karena "kolom identitas tidak dapat dipasangkan"
    Dan aturan identity/title-mismatch tidak dapat dinilai karena "Judul pada bagian identitas tidak dapat dipasangkan"
    Dan aturan identity/review-overdue menemukan 1 temuan saran
    Dan aturan identity/field-absent tidak menemukan apa pun

  @aturan-ID-02 @aturan-ID-04 @aturan-ID-05 @aturan-ID-06 @aturan-ID-07 @aturan-ID-08 @aturan-ID-09 @aturan-ID-10 @aturan-ID-11 @aturan-ID-13
  Skenario: Tanggal Efektif tidak terpasang
    Ketika naskah menulis "Tanggal Efektif Nama SOP Disahkan Oleh" sebagai ganti "Tanggal Efektif : 15 Januari 2024"
    Maka aturan identity/date-format tidak dapat dinilai karena "kolom tanggal tidak dapat dipasangkan"
    Dan aturan identity/date-invalid tidak dapat dinilai karena "kolom tanggal tidak dapat dipasangkan"
    Dan aturan identity/date-order tidak dapat dinilai karena "kolom tanggal tidak dapat dipasangkan"
    Dan aturan identity/date-same-day tidak menemukan apa pun
    Dan aturan identity/date-weekend tidak menemukan apa pun
    Dan aturan identity/number-year tidak dapat dinilai karena "Nomor atau sebagian tanggal tidak dapat dipasangkan"
    Dan aturan identity/number-format tidak menemukan apa pun
    Dan aturan identity/field-empty tidak dapat dinilai karena "kolom identitas tidak dapat dipasangkan"
    Dan aturan identity/title-mismatch tidak dapat dinilai karena "Judul pada bagian identitas tidak dapat dipasangkan"
    Dan aturan identity/review-overdue menemukan 1 temuan saran
    Dan aturan identity/field-absent tidak menemukan apa pun

  @aturan-ID-03
  Skenario: Label yang hilang di samping label yang tercampur mungkin hanya tidak terbaca
    Ketika naskah menulis "Nomor SOP Nama SOP Disahkan Oleh" sebagai ganti "Nomor SOP : 065/12/TS/I/2024"
    Dan naskah menulis "" sebagai ganti "Tanggal Pembuatan : 8 Januari 2024"
    Maka aturan identity/field-absent tidak dapat dinilai karena "Label bagian identitas tercampur dalam satu baris"


  @aturan-ID-02
  Skenario: Hanya pengesah yang tidak terpasang
    Dengan naskah
      """
      **STANDAR OPERASIONAL PROSEDUR
      (SOP)**

      **PELAYANAN SURAT PENGANTAR**

      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 065/12/TS/I/2024
      Tanggal Pembuatan : 8 Januari 2024
      Tanggal Revisi : -
      Tanggal Pengesahan : 9 Januari 2024
      Nama SOP Disahkan Oleh Tanggal Efektif : 15 Januari 2024
      PELAYANAN SURAT PENGANTAR
      Peringatan
      Bila terlambat, layanan tertunda.

      No	Kegiatan	Camat	Staf	Kelengkapan	Waktu	Output	Ket
      1	Mencatat surat masuk		X	Surat	5 menit	Catatan	
      2	Membaca surat masuk	X		Catatan	1 jam	Disposisi	
      """
    Maka aturan identity/field-empty tidak menemukan apa pun

  @aturan-ID-06
  Skenario: Nomor tidak terpasang, tetapi judulnya ada pada sampul
    Dengan naskah
      """
      **STANDAR OPERASIONAL PROSEDUR
      (SOP)**

      **PELAYANAN SURAT PENGANTAR**

      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Tanggal Pembuatan : 8 Januari 2024
      Tanggal Revisi : -
      Tanggal Pengesahan : 9 Januari 2024
      Tanggal Efektif : 15 Januari 2024
      Nomor SOP Nama SOP Disahkan Oleh
      PELAYANAN SURAT PENGANTAR
      Peringatan
      Bila terlambat, layanan tertunda.

      No	Kegiatan	Camat	Staf	Kelengkapan	Waktu	Output	Ket
      1	Mencatat surat masuk		X	Surat	5 menit	Catatan	
      2	Membaca surat masuk	X		Catatan	1 jam	Disposisi	
      """
    Maka aturan identity/title-mismatch tidak menemukan apa pun
    Dan aturan identity/number-format tidak dapat dinilai karena "Nomor SOP tidak dapat dipasangkan"
