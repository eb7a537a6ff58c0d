# language: id
Fitur: Isi bagian pedoman dan formulir
  Bagian yang berjudul mekanisme memuat tahapan, kualifikasi memuat kemampuan, peringatan memuat akibat, dan keterkaitan
  memuat SOP lain.

  Skenario: Mekanisme hanya memuat penanggung jawab
    Dengan SOP lengkap
    Ketika pedoman memuat bagian
      """
      IV. Mekanisme Pengumpulan Data Kinerja

      - a. Penanggung jawab : Camat Taman Selasih
      - b. Unit Pengelola Data : Sekretaris Kecamatan
      - c. Unit Penyuplai Data : Kasi Pelayanan
      """
    Maka aturan section/content-missing menemukan 1 temuan minor
    Dan temuan mengutip "Mekanisme Pengumpulan Data Kinerja"

  Skenario: Mekanisme menyebut tahapan dan waktu
    Dengan SOP lengkap
    Ketika pedoman memuat bagian
      """
      IV. Mekanisme Pengumpulan Data Kinerja

      - a. Kasi menyerahkan data kepada Sekretaris Kecamatan setiap akhir triwulan
      - b. Sekretaris Kecamatan memeriksa data
      """
    Maka aturan section/content-missing tidak menemukan apa pun

  Skenario: Jadwal tanpa waktu
    Dengan SOP lengkap
    Ketika pedoman memuat bagian
      """
      IV. Mekanisme dan Jadwal

      Seksi menyerahkan data kepada Sekretaris Kecamatan.

      V. Tata Cara Penyerahan Data

      Penanggung jawab : Camat Taman Selasih
      """
    Maka aturan section/content-missing menemukan 1 temuan minor
    Dan temuan mengutip "Tata Cara Penyerahan Data"

  Skenario: Huruf daftar melanjutkan bagian sebelumnya
    Dengan SOP lengkap
    Ketika pedoman memuat bagian
      """
      IV. Mekanisme Pengumpulan Data Kinerja

      - e. Kasi menyerahkan data setiap akhir triwulan
      - f. Sekretaris Kecamatan memeriksa data
      """
    Maka aturan section/numbering menemukan 1 temuan minor
    Dan temuan menyatakan "e-f"

  Skenario: Huruf daftar dimulai dari awal
    Dengan SOP lengkap
    Ketika pedoman memuat bagian
      """
      IV. Mekanisme Pengumpulan Data Kinerja

      - a. Kasi menyerahkan data setiap akhir triwulan
      - b. Sekretaris Kecamatan memeriksa data
      """
    Maka aturan section/numbering tidak menemukan apa pun

  Skenario: Kualifikasi berisi jabatan
    Dengan SOP lengkap
    Ketika kualifikasi pelaksana berisi Camat Taman Selasih; Sekretaris Kecamatan; Para Kasi
    Maka aturan section/qualification-is-post menemukan 1 temuan minor
    Dan temuan menyatakan "3 dari 3 butir"

  Skenario: Kemampuan yang menyebut jabatan dan syarat pendidikan
    Dengan SOP lengkap
    Ketika kualifikasi pelaksana berisi Memahami tugas Camat; Pendidikan minimal D3; PNS golongan III; Sekretaris Kecamatan
    Maka aturan section/qualification-is-post tidak menemukan apa pun

  Skenario: Peringatan tanpa induk kalimat
    Dengan SOP lengkap
    Ketika peringatan berbunyi "Apabila pengumpulan data tidak diselesaikan dengan baik dan pengukuran kinerja akan terhambat"
    Maka aturan section/warning-no-consequence menemukan 1 temuan minor
    Dan keyakinan temuan rendah

  Skenario: Peringatan yang hanya memuat syarat
    Dengan SOP lengkap
    Ketika peringatan berbunyi "Apabila SOP ini tidak dilaksanakan dengan baik"
    Maka aturan section/warning-no-consequence menemukan 1 temuan minor
    Dan keyakinan temuan sedang

  Skenario: Peringatan dengan akibat
    Dengan SOP lengkap
    Ketika peringatan berbunyi "Jika SOP ini tidak dilaksanakan pengukuran kinerja terhambat"
    Maka aturan section/warning-no-consequence tidak menemukan apa pun

  Skenario: Keterkaitan berisi dokumen
    Dengan SOP lengkap
    Ketika keterkaitan berisi SK Tim SAKIP; IKU Tahun 2025; Renstra
    Maka aturan related/not-sop menemukan 1 temuan minor
    Dan temuan menyatakan "3 dari 3 butir"

  Skenario: Nama prosedur tanpa kata SOP
    Dengan SOP lengkap
    Ketika keterkaitan berisi SOP Pengukuran Kinerja; Penyusunan Renja; Prosedur Pengarsipan
    Maka aturan related/not-sop tidak menemukan apa pun

  Skenario: Dokumen yang disebut dengan dua nama dan sekali lagi
    Dengan SOP lengkap
    Ketika keterkaitan berisi Renja/RKT Tahun 2025; SOP Pengukuran Kinerja; Renja Tahun 2025
    Maka aturan related/duplicate menemukan 1 temuan minor
    Dan keyakinan temuan sedang

  Skenario: Dokumen yang sama dari dua tahun
    Dengan SOP lengkap
    Ketika keterkaitan berisi Renja/RKT Tahun 2024; SOP Pengukuran Kinerja; Renja Tahun 2025
    Maka aturan related/duplicate tidak menemukan apa pun

  Skenario: SOP terkait yang tidak jelas
    Dengan SOP lengkap
    Ketika keterkaitan berisi SOP Pengukuran Kinerja; SOP Perencanaan; SOP lainnya yang terkait
    Maka aturan related/vague menemukan 2 temuan saran

  Skenario: SOP terkait dengan satu kata yang jelas
    Dengan SOP lengkap
    Ketika keterkaitan berisi SOP Pengarsipan; SOP Peminjaman
    Maka aturan related/vague tidak menemukan apa pun

  Skenario: SOP terkait dari urusan lain
    Dengan SOP lengkap
    Ketika keterkaitan berisi SOP Pengukuran Kinerja; SOP Penerbitan Kartu Keluarga
    Maka aturan related/irrelevant menemukan 1 temuan saran
    Dan keyakinan temuan rendah

  Skenario: Persuratan mendukung setiap prosedur
    Dengan SOP lengkap
    Ketika keterkaitan berisi SOP Pengukuran Kinerja; SOP Pengelolaan Surat Keluar
    Maka aturan related/irrelevant tidak menemukan apa pun
