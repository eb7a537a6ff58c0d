# language: id
Fitur: Nomor, judul, dan kelengkapan bagian identitas
  Nomor dibandingkan dengan tanggalnya, judul dengan sampulnya; label dan isian yang kurang dilaporkan menurut
  formulirnya.

  @aturan-ID-08
  Garis-Besar Skenario: Tahun dan bulan nomor dibandingkan dengan tanggalnya
    Dengan SOP lengkap
    Ketika nomor SOP tertulis "<nomor>"
    Maka aturan identity/number-year menemukan 1 temuan <tingkat>
    Dan temuan menyatakan '<kata>'
    Dan keyakinan temuan <keyakinan>

    Contoh:
      | nomor                    | tingkat | kata                                                   | keyakinan |
      | 000.8.3.3/07/TS/2022     | minor   | Tahun pada nomor "000.8.3.3/07/TS/2022"                | tinggi    |
      | 000.8.3.3/07/TS/VI/2024  | minor   | Tahun pada nomor "000.8.3.3/07/TS/VI/2024" (VI/2024)   | tinggi    |
      | 000.8.3.3/07/TS/XI/2024  | minor   | Tahun pada nomor "000.8.3.3/07/TS/XI/2024" (XI/2024)   | tinggi    |
      | 000.8.3.3/07/TS/III/2025 | minor   | Bulan pada nomor "000.8.3.3/07/TS/III/2025" (III/2025) | sedang    |
      | 000.8.3.3/07/TS/II/2025  | saran   | berselisih satu bulan dengan tanggalnya                | rendah    |

  @aturan-ID-08
  Skenario: Nomor tahun sebelumnya untuk SOP bulan Maret
    Dengan SOP lengkap
    Ketika SOP disahkan pada tanggal "10 Maret 2025"
    Dan nomor SOP tertulis "38/SOP/TS/2024"
    Maka aturan identity/number-year menemukan 1 temuan minor
    Dan temuan menyatakan "Tahun pada nomor"
    Dan keyakinan temuan tinggi

  @aturan-ID-08
  Garis-Besar Skenario: Nomor yang cocok dengan tanggalnya
    Dengan SOP lengkap
    Ketika nomor SOP tertulis "<nomor>"
    Maka aturan identity/number-year tidak menemukan apa pun

    Contoh:
      | nomor                    |
      | 000.8.3.3/07/TS/I/2025   |
      | 38/SOP/TS/2025           |
      | 38/SOP/TS/2024           |
      | 000.8.3.3/07/TS/XII/2024 |

  @aturan-ID-07 @aturan-ID-08
  Skenario: Nomor tanpa tahun tidak dapat dibandingkan dengan tanggal
    Dengan SOP lengkap
    Ketika nomor SOP tertulis "065/07/TS"
    Maka aturan identity/number-year tidak berlaku
    Dan aturan identity/number-format tidak menemukan apa pun

  @aturan-ID-07 @aturan-ID-08
  Skenario: Nomor yang kosong dilaporkan sebagai isian kosong saja
    Dengan SOP lengkap
    Ketika nomor SOP tertulis ""
    Maka aturan identity/number-format tidak berlaku
    Dan aturan identity/number-year tidak berlaku
    Dan aturan identity/field-empty menemukan 1 temuan mayor

  @aturan-ID-07
  Garis-Besar Skenario: Bentuk nomor dan kode klasifikasinya
    Dengan SOP lengkap
    Ketika nomor SOP tertulis "<nomor>"
    Maka aturan identity/number-format menemukan 1 temuan <tingkat>
    Dan temuan menyatakan "<kata>"
    Dan keyakinan temuan <keyakinan>

    Contoh:
      | nomor                      | tingkat | kata                                                      | keyakinan |
      | 000.8.3.3/07/TS/XIII/2025  | minor   | bulan romawi XIII tidak ada                               | tinggi    |
      | 000.8.3.3/ /TS/I/2025      | minor   | ada bagian yang belum diisi                               | tinggi    |
      | 000.7.2/07/TS/I/2025       | minor   | Kode 000.7.2 (perencanaan pembangunan daerah)             | sedang    |
      | 000.7.2/07/TS/XIII/2025    | minor   | tidak wajar: bulan romawi XIII tidak ada; kode 000.7.2    | tinggi    |
      | 000.8.6.3/07/TS/I/2025     | saran   | memakai kode 000.8.6.3                                    | rendah    |

  @aturan-ID-14
  Skenario: Tidak satu pun SOP bernomor
    Dengan arsip dengan SOP berikut
      | berkas | kantor                | judul                     | nomor |
      | a.txt  | Kecamatan Rimba Wangi | PENGELOLAAN SURAT MASUK   |       |
      | b.txt  | Kecamatan Rimba Wangi | PELAYANAN PENGANTAR NIKAH |       |
    Maka aturan identity/number-duplicate tidak berlaku dalam arsip Kecamatan Rimba Wangi

  @aturan-ID-01
  Skenario: Identitas yang ditulis sebagai kalimat
    Dengan SOP lengkap
    Ketika bagian identitas dihapus
    Dan maksud dan tujuan pedoman berbunyi "Prosedur ini bernomor 065/12/TS/2024, disusun pada 2 Januari 2024, disahkan pada 9 Januari 2024, dan berlaku sejak 15 Januari 2024."
    Maka aturan identity/block-missing tidak dapat dinilai karena "Identitas SOP ditulis sebagai kalimat"

  @aturan-ID-01
  Skenario: Berkas berakhir sebelum bagian identitas
    Dengan naskah
      """
      STANDAR OPERASIONAL PROSEDUR
      (SOP)

      PENGUMPULAN DATA KINERJA

      KECAMATAN TAMAN SELASIH
      KABUPATEN ARUNIKA

      I. Latar Belakang

      Pengukuran kinerja Kecamatan Taman Selasih memerlukan data yang andal setiap triwulan.

      II. Dasar Hukum

      - a. Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan;
      - b. Peraturan Presiden Nomor 29
      """
    Maka aturan identity/block-missing tidak dapat dinilai karena "Teks berakhir di tengah dokumen"

  @aturan-ID-01
  Skenario: Berkas berakhir sesudah bagian identitas
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 065/12/TS/2024
      Tanggal Pembuatan : 2 Januari 2024
      Tanggal Revisi : -
      Tanggal Pengesahan : 9 Januari 2024
      Tanggal Efektif : 15 Januari 2024
      Disahkan Oleh : CAMAT TAMAN SELASIH
      Nama SOP : PELAYANAN SURAT PENGANTAR
      Dasar Hukum
      1. Peraturan Pemerintah Nomor 17
      """
    Maka aturan identity/block-missing tidak menemukan apa pun

  @aturan-ID-01
  Skenario: Kalimat tentang pengesahan di samping bagian identitas
    Dengan SOP lengkap
    Ketika maksud dan tujuan pedoman berbunyi "Prosedur ini bernomor 065/12/TS/2024, disusun pada 2 Januari 2024, disahkan pada 9 Januari 2024, dan berlaku sejak 15 Januari 2024."
    Maka aturan identity/block-missing tidak menemukan apa pun

  @aturan-ID-03
  Garis-Besar Skenario: Label yang tidak dicantumkan
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 065/12/TS/2024
      Tanggal Pembuatan : 2 Januari 2024
      Tanggal Revisi : -
      Tanggal Pengesahan : 9 Januari 2024
      Tanggal Efektif : 15 Januari 2024
      Nama SOP : PELAYANAN SURAT PENGANTAR
      Disahkan Oleh : CAMAT TAMAN SELASIH

      Peringatan
      Bila terlambat, layanan tertunda.

      No	Kegiatan	Camat	Staf	Kelengkapan	Waktu	Output	Ket
      1	Mencatat surat masuk		X	Surat	5 menit	Catatan	
      2	Membaca surat masuk	X		Catatan	1 jam	Disposisi	

      CAMAT TAMAN SELASIH,


      WISNU ANGGARAKSA, S.STP., M.Si.
      NIP. 19820517 200604 1 003
      """
    Ketika naskah menulis "" sebagai ganti "<baris>"
    Maka aturan identity/field-absent menemukan 1 temuan <tingkat>
    Dan temuan menyatakan "<kata>"

    Contoh:
      | baris                                     | tingkat | kata                                                                     |
      | Nomor SOP : 065/12/TS/2024                | minor   | tidak memuat label Nomor SOP                                             |
      | Tanggal Pembuatan : 2 Januari 2024        | minor   | tidak memuat label Tanggal Pembuatan                                     |
      | Tanggal Revisi : -                        | minor   | tidak memuat label Tanggal Revisi                                        |
      | Tanggal Efektif : 15 Januari 2024         | saran   | memuat Tanggal Pengesahan, tetapi tidak memuat Tanggal Efektif           |
      | Nama SOP : PELAYANAN SURAT PENGANTAR      | minor   | tidak memuat label Nama SOP                                              |
      | Disahkan Oleh : CAMAT TAMAN SELASIH       | minor   | tidak memuat label Disahkan Oleh; pejabat hanya tercantum pada blok tanda tangan |

  @aturan-ID-03
  Skenario: Tanpa label pengesah, pengesahan, dan pejabat yang menandatangani
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 065/12/TS/2024
      Tanggal Pembuatan : 2 Januari 2024
      Tanggal Revisi : -
      Tanggal Efektif : 15 Januari 2024
      Nama SOP : PELAYANAN SURAT PENGANTAR

      Peringatan
      Bila terlambat, layanan tertunda.

      No	Kegiatan	Camat	Staf	Kelengkapan	Waktu	Output	Ket
      1	Mencatat surat masuk		X	Surat	5 menit	Catatan	
      2	Membaca surat masuk	X		Catatan	1 jam	Disposisi	
      """
    Maka aturan identity/field-absent tidak menemukan apa pun

  @aturan-ID-03
  Skenario: Tanpa label pengesah dan tanpa Tanggal Pengesahan, pejabat hanya menandatangani
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 065/12/TS/2024
      Tanggal Pembuatan : 2 Januari 2024
      Tanggal Revisi : -
      Tanggal Efektif : 15 Januari 2024
      Nama SOP : PELAYANAN SURAT PENGANTAR

      Peringatan
      Bila terlambat, layanan tertunda.

      No	Kegiatan	Camat	Staf	Kelengkapan	Waktu	Output	Ket
      1	Mencatat surat masuk		X	Surat	5 menit	Catatan	
      2	Membaca surat masuk	X		Catatan	1 jam	Disposisi	

      CAMAT TAMAN SELASIH,


      WISNU ANGGARAKSA, S.STP., M.Si.
      NIP. 19820517 200604 1 003
      """
    Maka aturan identity/field-absent menemukan 1 temuan minor
    Dan temuan menyatakan "pejabat hanya tercantum pada blok tanda tangan"

  @aturan-ID-02 @aturan-ID-03
  Garis-Besar Skenario: Formulir akreditasi memakai label lain
    Dengan naskah
      """
      PUSKESMAS TAMAN SELASIH
      Nomor SOP : <nomor>
      Tanggal Pembuatan : <pembuatan>
      Tanggal Revisi : <revisi>
      Tanggal Pengesahan : 9 Januari 2024
      Tanggal Efektif : 15 Januari 2024
      Nama SOP : <judul>
      <pengesah>
      1. Pengertian
      Arsip adalah rekaman kegiatan.
      2. Tujuan
      Menjaga arsip.
      3. Kebijakan
      Keputusan Kepala Puskesmas tentang Arsip.
      4. Prosedur
      Petugas menyimpan arsip.
      """
    Maka aturan identity/field-absent <label>
    Dan aturan identity/field-empty <isian>

    Contoh:
      | nomor       | pembuatan      | revisi | judul       | pengesah                         | label                                             | isian                                             |
      | SOP/07/2024 | 2 Januari 2024 | -      | ARSIP PASIEN | Disahkan Oleh : KEPALA PUSKESMAS | tidak menemukan apa pun                           | tidak menemukan apa pun                           |
      | SOP/07/2024 |                | -      | ARSIP PASIEN | Disahkan Oleh : KEPALA PUSKESMAS | tidak menemukan apa pun                           | tidak dapat dinilai karena "formulir akreditasi"  |
      | SOP/07/2024 | 2 Januari 2024 | -      |             | Disahkan Oleh : KEPALA PUSKESMAS | tidak menemukan apa pun                           | tidak dapat dinilai karena "formulir akreditasi"  |
      |             | 2 Januari 2024 | -      | ARSIP PASIEN | Disahkan Oleh : KEPALA PUSKESMAS | tidak menemukan apa pun                           | menemukan 1 temuan mayor                          |
      | SOP/07/2024 | 2 Januari 2024 | -      | ARSIP PASIEN | Disahkan Oleh :                  | tidak menemukan apa pun                           | tidak menemukan apa pun                           |
      | SOP/07/2024 | 2 Januari 2024 | -      | ARSIP PASIEN |                                  | tidak dapat dinilai karena "formulir akreditasi"  | tidak menemukan apa pun                           |
      | SOP/07/2024 | 2 Januari 2024 |        | ARSIP PASIEN | Disahkan Oleh : KEPALA PUSKESMAS | tidak menemukan apa pun                           | tidak dapat dinilai karena "formulir akreditasi"  |

  @aturan-ID-02
  Garis-Besar Skenario: Isian yang dikosongkan pada formulir SOP AP
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      KECAMATAN TAMAN SELASIH
      Nomor SOP : 065/12/TS/2024
      Tanggal Pembuatan : <pembuatan>
      Tanggal Revisi : <revisi>
      Tanggal Pengesahan : 9 Januari 2024
      Tanggal Efektif : 15 Januari 2024
      Disahkan Oleh : <pengesah>
      Nama SOP : <judul>

      Peringatan
      Bila terlambat, layanan tertunda.

      No	Kegiatan	Camat	Staf	Kelengkapan	Waktu	Output	Ket
      1	Mencatat surat masuk		X	Surat	5 menit	Catatan	
      2	Membaca surat masuk	X		Catatan	1 jam	Disposisi	
      """
    Maka aturan identity/field-empty <hasil>

    Contoh:
      | pembuatan      | revisi | pengesah            | judul                     | hasil                    |
      |                | -      | CAMAT TAMAN SELASIH | PELAYANAN SURAT PENGANTAR | menemukan 1 temuan minor |
      | 2 Januari 2024 |        | CAMAT TAMAN SELASIH | PELAYANAN SURAT PENGANTAR | menemukan 1 temuan minor |
      | 2 Januari 2024 | -      | CAMAT TAMAN SELASIH |                           | menemukan 1 temuan minor |
      | 2 Januari 2024 | -      |                     | PELAYANAN SURAT PENGANTAR | tidak menemukan apa pun  |

  @aturan-ID-02
  Skenario: Tanggal Revisi yang dibiarkan kosong disebut demikian
    Dengan SOP lengkap
    Ketika Tanggal Revisi tertulis ""
    Maka aturan identity/field-empty menemukan 1 temuan minor
    Dan temuan menyatakan "Tanggal Revisi pada bagian identitas dibiarkan kosong"

  @aturan-ID-02
  Skenario: Tanpa bagian identitas tidak ada isian yang dinilai
    Dengan SOP lengkap
    Ketika bagian identitas dihapus
    Maka aturan identity/field-empty tidak berlaku

  @aturan-ID-12
  Skenario: Kop tanpa kata PEMERINTAH disebut demikian
    Dengan SOP lengkap
    Ketika kop tertulis "KABUPATEN ARUNIKA KECAMATAN TAMAN SELASIH"
    Maka aturan identity/letterhead menemukan 1 temuan saran
    Dan temuan menyatakan "tidak memuat kata PEMERINTAH di depan nama daerah"
    Dan keyakinan temuan sedang

  @aturan-ID-12
  Garis-Besar Skenario: Unit kerja pada kop
    Dengan naskah
      """
      PEMERINTAH KABUPATEN ARUNIKA
      <unit>
      Nomor SOP : 065/12/TS/2024
      Tanggal Pembuatan : 2 Januari 2024
      Tanggal Revisi : -
      Tanggal Pengesahan : 9 Januari 2024
      Tanggal Efektif : 15 Januari 2024
      Disahkan Oleh : BUPATI ARUNIKA
      Nama SOP : PELAYANAN SURAT PENGANTAR

      Peringatan
      Bila terlambat, layanan tertunda.

      No	Kegiatan	Kepala	Staf	Kelengkapan	Waktu	Output	Ket
      1	Mencatat surat masuk		X	Surat	5 menit	Catatan	
      2	Membaca surat masuk	X		Catatan	1 jam	Disposisi	
      """
    Maka aturan identity/letterhead <hasil>

    Contoh:
      | unit                    | hasil                    |
      |                         | menemukan 1 temuan saran |
      | KECAMATAN TAMAN SELASIH | tidak menemukan apa pun  |

  @aturan-ID-06
  Garis-Besar Skenario: Judul pada sampul dan pada bagian identitas
    Dengan SOP lengkap
    Ketika naskah menulis "Judul SOP	<judul>" sebagai ganti "Judul SOP	PENGUMPULAN DATA KINERJA"
    Maka aturan identity/title-mismatch <hasil>

    Contoh:
      | judul                                    | hasil                    |
      | PENGARSIPAN SURAT MASUK                  | menemukan 1 temuan mayor |
      | PENGUMPULAN DATA                         | tidak menemukan apa pun  |
      | SOP Pengumpulan Data Kinerja Kecamatan   | tidak menemukan apa pun  |
      | PENGUMPLAN DATA KINERJA                  | tidak menemukan apa pun  |
