# language: id
Fitur: Dokumen yang disusun dalam skenario
  SOP dapat disusun dari kosong atau dari SOP lengkap, dokumen kinerja dari tabel dan uraian.
  Yang tidak ditulis dalam tabel tidak tercetak; sel kosong dan tanda "-" tercetak seperti adanya.

  Skenario: Dari SOP kosong belum ada yang dapat dikenali
    Dengan SOP kosong
    Maka dokumen tidak dikenali

  Skenario: SOP yang baru memuat tabel langkah
    Dengan SOP kosong
    Dan langkah berikut
      | Kegiatan                | Pelaksana | Kelengkapan | Waktu (menit) | Output  | Keterangan |
      | Mencatat surat masuk    | Staf      | Surat       | 5             | Catatan | -          |
      | Menandatangani surat    | Camat     | Catatan     | 10            | Surat   |            |
    Maka dokumen dikenali sebagai SOP
    Dan nama unit terbaca "Kecamatan Taman Selasih"
    Dan aturan identity/block-missing menemukan 1 temuan
    Dan aturan LK-01 tidak menemukan apa pun

  Skenario: SOP disusun dari kosong
    Dengan SOP kosong
    Dan SOP ini milik "Kecamatan Rimba Wangi" di "Kabupaten Arunika"
    Dan sampul SOP menyebut tahun 2025
    Dan identitas berikut
      | Kop                | PEMERINTAH KABUPATEN ARUNIKA KECAMATAN RIMBA WANGI                             |
      | Nomor SOP          | 000.8.3.3/12/RW/III/2025                                                       |
      | Tanggal Pembuatan  | 3 Maret 2025                                                                   |
      | Tanggal Revisi     | -                                                                              |
      | Tanggal Pengesahan | 10 Maret 2025                                                                  |
      | Tanggal Efektif    | 17 Maret 2025                                                                  |
      | Disahkan Oleh      | CAMAT RIMBA WANGI,; ttd.; LARAS PUSPITA, S.IP.; NIP. 19800319 200501 2 002     |
      | Judul SOP          | PELAYANAN SURAT PENGANTAR                                                      |
    Dan dasar hukum berikut
      """
      Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan
      Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012 tentang Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan
      """
    Dan kualifikasi pelaksana berikut
      | Memahami tata naskah dinas      |
      | Mampu mengoperasikan komputer   |
    Dan keterkaitan berikut
      | SOP Pengelolaan Surat Masuk |
    Dan peralatan berikut
      | Komputer   |
      | Buku agenda |
    Dan peringatan berikut
      | Apabila berkas tidak lengkap, maka surat pengantar tidak diterbitkan. |
    Dan pencatatan berikut
      | Disimpan sebagai arsip surat keluar. |
    Dan langkah berikut
      | No | Kegiatan                                  | Pelaksana   | Kelengkapan      | Waktu    | Output           | Keterangan |
      | 1. | Menerima permohonan surat pengantar       | Staf        | Permohonan       | 5 menit  | Catatan agenda   |            |
      | 2. | Memeriksa kelengkapan permohonan          | Kasi        | Catatan agenda   | 10 menit | Berkas diperiksa |            |
      | 3. | Menandatangani surat pengantar            | Camat       | Berkas diperiksa | 15 menit | Surat pengantar  |            |
      | 4. | Menyerahkan surat pengantar kepada warga  | Staf        | Surat pengantar  | 5 menit  | Tanda terima     |            |
      | 5. | Menyimpan arsip surat pengantar           | Staf        | Tanda terima     | 5 menit  | Arsip            |            |
    Dan tanda tangan berikut
      | Tempat  | Rimba Wangi           |
      | Tanggal | 10 Maret 2025         |
      | Jabatan | CAMAT RIMBA WANGI     |
      | Nama    | LARAS PUSPITA, S.IP.  |
      | Pangkat | Pembina (IV/a)        |
      | NIP     | 19800319 200501 2 002 |
    Ketika dokumen diperiksa
    Maka dokumen dikenali sebagai SOP
    Dan judul SOP terbaca "PELAYANAN SURAT PENGANTAR"
    Dan nama kantor terbaca "Kecamatan Rimba Wangi"
    Dan terbaca 5 langkah
    Dan tidak ada temuan di atas saran

  Skenario: Satu langkah dengan dua pelaksana
    Dengan SOP lengkap
    Dan langkah berikut
      | No | Kegiatan                       | Pelaksana   | Kelengkapan | Waktu    | Output  |
      | 1  | Mencatat surat masuk           | Staf        | Surat       | 5 menit  | Catatan |
      | 2  | Membahas isi surat             | Camat, Kasi | Catatan     | 30 menit | Arahan  |
      | 3  | Menyusun surat balasan         | Kasi        | Arahan      | 1 jam    | Surat   |
      | 4  | Menyimpan surat dan arahannya  | Staf        | Arahan      | 5 menit  | Arsip   |
    Maka terbaca 4 langkah
    Dan aturan steps/pelaksana-unmarked tidak menemukan apa pun
    Dan aturan steps/single-actor tidak menemukan apa pun

  Skenario: Pelaksana kosong berarti tanpa tanda
    Dengan SOP lengkap
    Dan langkah berikut
      | No | Kegiatan                | Pelaksana | Kelengkapan | Waktu    | Output  |
      | 1  | Mencatat surat masuk    | Staf      | Surat       | 5 menit  | Catatan |
      | 2  | Membahas isi surat      |           | Catatan     | 30 menit | Arahan  |
      | 3  | Menandatangani surat    | Camat     | Arahan      | 5 menit  | Surat   |
    Maka aturan steps/pelaksana-unmarked menemukan 1 temuan
    Dan temuan menunjuk langkah 2

  Skenario: Kolom waktu dan output yang tidak ditulis tidak ada dalam SOP
    Dengan SOP lengkap
    Dan langkah berikut
      | Kegiatan                | Pelaksana |
      | Mencatat surat masuk    | Staf      |
      | Menandatangani surat    | Camat     |
    Maka ada temuan aturan steps/time-missing
    Dan ada temuan aturan steps/output-missing

  Skenario: Kolom pelaksana yang tidak pernah ditandai
    Dengan SOP lengkap
    Dan kolom pelaksana terdiri atas "Camat, Sekcam, Kasi, Kasubag, Staf"
    Maka aturan steps/unused-column menemukan 1 temuan
    Dan temuan mengutip "Kasubag"

  Skenario: SOP lengkap milik kantor lain tetap benar
    Dengan SOP lengkap
    Dan SOP ini milik "Dinas Perpustakaan" di "Kabupaten Arunika"
    Maka nama unit terbaca "Dinas Perpustakaan"
    Dan aturan office/name-mismatch tidak menemukan apa pun
    Dan aturan office/regency-mismatch tidak menemukan apa pun

  Skenario: Nama kantor lama yang tertinggal sesudah SOP disalin
    Dengan SOP lengkap
    Dan SOP ini milik "Kecamatan Rimba Wangi" di "Kabupaten Arunika"
    Ketika maksud dan tujuan pedoman berbunyi "Memberi arahan bagi semua seksi di lingkungan Kecamatan Taman Selasih."
    Maka aturan office/name-mismatch menemukan 1 temuan
    Dan temuan mengutip "Taman Selasih"

  Skenario: Dua penanda tangan
    Dengan SOP lengkap
    Dan tanda tangan berikut
      | Jabatan | Camat Taman Selasih           | Sekretaris Kecamatan  |
      | Nama    | WISNU ANGGARAKSA, S.STP., M.Si. | LARAS PUSPITA, S.IP.  |
      | Pangkat | Pembina (IV/a)                | Penata (III/c)        |
      | NIP     | 19820517 200604 1 003         | 19800319 200501 2 02  |
    Maka aturan person/nip-malformed menemukan 1 temuan
    Dan temuan mengutip "19800319 200501 2 02"

  Skenario: Formulir kinerja dengan kolom sendiri
    Dengan SOP lengkap
    Dan formulir kinerja berikut
      | No | Indikator Kinerja | Target |
      | 1  | Nilai SAKIP       | 72     |
    Maka dokumen dikenali sebagai SOP
    Dan aturan LK-09 tidak menemukan apa pun

  Skenario: Bagian pedoman ditulis sendiri
    Dengan SOP kosong
    Ketika pedoman memuat bagian
      """
      A. Pengertian

      Surat pengantar adalah surat yang dibawa warga ke kantor Kelurahan Tanjung Melati.
      """
    Dan langkah berikut
      | Kegiatan             | Pelaksana |
      | Mencatat surat masuk | Staf      |
    Maka dokumen dikenali sebagai SOP
    Dan terbaca 1 langkah

  Skenario: Laporan kinerja dengan beberapa tabel, bab, dan uraian
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024"
    Dan dokumen ini milik "Kecamatan Rimba Wangi" di "Kabupaten Arunika"
    Dan bagian "BAB III AKUNTABILITAS KINERJA" berisi
      """
      Capaian kinerja tahun 2024 diuraikan berikut ini.
      """
    Dan tabel "Capaian Kinerja Tahun 2024" berikut
      | No | Sasaran                | Indikator Kinerja          | Satuan | Target | Realisasi | Capaian (%) |
      | 1  | Meningkatnya pelayanan | Indeks Kepuasan Masyarakat | Indeks | 85,00  | 86,70     | 102,00      |
      | 2  | Meningkatnya kinerja   | Nilai SAKIP                | Nilai  | 72,00  | 64,80     | 90,00       |
    Dan uraian berikut
      """
      Nilai SAKIP belum mencapai target karena bukti dukung belum lengkap.
      """
    Dan tabel "Realisasi Anggaran Tahun 2024" berikut
      | No | Program                  | Anggaran (Rp) | Realisasi (Rp) | %     |
      | 1  | Program Pelayanan Publik | 150.000.000   | 148.500.000    | 99,00 |
    Dan tanda tangan berikut
      | Tempat  | Rimba Wangi           |
      | Tanggal | 14 Februari 2025      |
      | Jabatan | CAMAT RIMBA WANGI     |
      | Nama    | LARAS PUSPITA, S.IP.  |
      | NIP     | 19800319 200501 2 002 |
    Maka dokumen dikenali sebagai laporan kinerja
    Dan nama unit terbaca "Kecamatan Rimba Wangi"
    Dan aturan performance/capaian-wrong tidak menemukan apa pun
    Dan aturan performance/statement-contradicts tidak menemukan apa pun

  Skenario: Anggaran yang terlampaui
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024"
    Dan tabel "Realisasi Anggaran Tahun 2024" berikut
      | No | Program                  | Anggaran (Rp) | Realisasi (Rp) | %      |
      | 1  | Program Pelayanan Publik | 150.000.000   | 158.500.000    | 105,67 |
    Maka dokumen melanggar aturan performance/budget-over
    Dan temuan mengutip "158.500.000"

  Skenario: Perjanjian Kinerja dengan tanda tangan
    Dengan dokumen "PERJANJIAN KINERJA TAHUN 2025"
    Dan uraian berikut
      """
      Dalam rangka mewujudkan manajemen pemerintahan yang efektif, Camat berjanji mewujudkan target kinerja berikut.
      """
    Dan tabel "Perjanjian Kinerja" berikut
      | No | Sasaran                | Indikator Kinerja          | Satuan | Target |
      | 1  | Meningkatnya pelayanan | Indeks Kepuasan Masyarakat | Indeks | 85,00  |
    Dan tanda tangan berikut
      | Tempat  | Taman Selasih                   |
      | Tanggal | 6 Januari 2025                  |
      | Jabatan | Camat Taman Selasih             |
      | Nama    | WISNU ANGGARAKSA, S.STP., M.Si. |
      | NIP     | 19820517 200604 1 003           |
    Maka dokumen dikenali sebagai perjanjian kinerja

  Skenario: Rencana Aksi triwulan
    Dengan dokumen "RENCANA AKSI TAHUN 2025"
    Dan tabel "Rencana Aksi" berikut
      | No | Sasaran                | Indikator Kinerja | Satuan | Target | TW I | TW II | TW III | TW IV |
      | 1  | Meningkatnya pelayanan | Jumlah pelatihan  | Kali   | 4      | 1    | 2     | 3      | 4     |
    Maka dokumen dikenali sebagai rencana aksi

  Skenario: Naskah yang memuat dua SOP
    Dengan naskah
      """
      STANDAR OPERASIONAL PROSEDUR
      KECAMATAN RIMBA WANGI

      Nomor SOP : 065/12/RW/2025
      Tanggal Pembuatan : 3 Maret 2025
      Tanggal Pengesahan : 10 Maret 2025
      Tanggal Efektif : 17 Maret 2025
      Judul SOP : PELAYANAN SURAT PENGANTAR

      No	Kegiatan	Camat	Staf	Waktu	Output
      1	Mencatat surat		v	5 menit	Catatan
      2	Menandatangani surat	v		5 menit	Surat

      STANDAR OPERASIONAL PROSEDUR
      KECAMATAN RIMBA WANGI

      Nomor SOP : 065/13/RW/2025
      Tanggal Pembuatan : 3 Maret 2025
      Tanggal Pengesahan : 10 Maret 2025
      Tanggal Efektif : 17 Maret 2025
      Judul SOP : PENGELOLAAN SURAT MASUK

      No	Kegiatan	Camat	Staf	Waktu	Output
      1	Mencatat surat masuk		v	5 menit	Catatan
      2	Membaca surat masuk	v		5 menit	Arahan
      """
    Dan dokumen ke-2 yang diperiksa
    Maka dokumen memuat 2 SOP
    Dan judul SOP terbaca "PENGELOLAAN SURAT MASUK"

  Skenario: Surat biasa tidak dikenali
    Dengan naskah
      """
      Kepada Yth. Camat Rimba Wangi

      Dengan hormat, bersama ini kami sampaikan undangan rapat pada hari Senin.
      """
    Maka dokumen tidak dikenali
