# language: id
Fitur: Arsip dari dokumen yang disusun
  Dokumen apa pun dari langkah Dengan dapat disimpan dalam arsip, juga berkas.

  Skenario: Nomor SOP yang sama pada dua dokumen
    Dengan SOP lengkap
    Dan SOP ini milik "Kecamatan Rimba Wangi" di "Kabupaten Arunika"
    Dan dokumen itu disimpan dalam arsip sebagai "rimba/sop-a.txt" milik "Kecamatan Rimba Wangi"
    Dan SOP lengkap
    Dan SOP ini milik "Kecamatan Rimba Wangi" di "Kabupaten Arunika"
    Dan identitas berikut
      | Judul SOP | PELAYANAN SURAT PENGANTAR |
    Dan dokumen itu disimpan dalam arsip sebagai "rimba/sop-b.txt" milik Kecamatan Rimba Wangi
    Maka aturan identity/number-duplicate menemukan 1 temuan dalam arsip Kecamatan Rimba Wangi
    Dan temuan mengutip "000.8.3.3/07/TS/I/2025"
    Dan temuan arsip menunjuk "rimba/sop-b.txt" dan menyebut "PELAYANAN SURAT PENGANTAR"
    Dan arsip "Kecamatan Rimba Wangi" melanggar aturan identity/number-duplicate

  Skenario: Berkas dalam arsip
    Dengan berkas "../fixtures/sop/clean-guide-tabs.txt"
    Dan dokumen itu disimpan dalam arsip sebagai "a/sop.txt" milik "Kecamatan Rimba Wangi"
    Maka arsip "Kecamatan Rimba Wangi" patuh terhadap aturan identity/number-duplicate

  Skenario: SOP wajib menurut pengaturan arsip
    Dengan pengaturan arsip berikut
      """
      offices:
        - {name: Kecamatan Rimba Wangi, folders: [rimba]}
        - {name: Kecamatan Telaga Sunyi, folders: [telaga]}
      required:
        - {title: pengumpulan data kinerja}
      due:
        - {sort: agreement, since: 2025, days: 90}
      """
    Dan SOP lengkap
    Dan dokumen itu disimpan dalam arsip sebagai "rimba/sop.txt"
    Dan SOP lengkap
    Dan judul SOP ini "PELAYANAN SURAT PENGANTAR"
    Dan dokumen itu disimpan dalam arsip sebagai "telaga/sop.txt"
    Dan dokumen "PERJANJIAN KINERJA TAHUN 2025"
    Dan tabel "Perjanjian Kinerja" berikut
      | No | Sasaran                | Indikator Kinerja          | Satuan | Target |
      | 1  | Meningkatnya pelayanan | Indeks Kepuasan Masyarakat | Indeks | 85,00  |
    Dan dokumen itu disimpan dalam arsip sebagai "telaga/pk.txt"
    Maka aturan archive/required-sop-missing tidak menemukan apa pun dalam arsip Kecamatan Rimba Wangi
    Dan arsip Kecamatan Telaga Sunyi melanggar aturan archive/required-sop-missing
    Dan arsip Kecamatan Rimba Wangi melanggar aturan archive/report-missing
    Dan arsip Kecamatan Telaga Sunyi patuh terhadap aturan archive/report-missing
