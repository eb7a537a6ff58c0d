# language: id
Fitur: Kriteria evaluasi AKIP yang terancam
  SOP Pengumpulan Data Kinerja adalah bukti dukung kriteria 2a.3. Temuan yang membuat mekanismenya tidak jelas
  menyebut kriteria itu; temuan pada SOP lain tidak.

  Skenario: Langkah tanpa waktu pada SOP pengumpulan data kinerja
    Dengan SOP lengkap
    Ketika waktu langkah 3 menjadi ""
    Maka aturan steps/time-missing menemukan 1 temuan mayor
    Dan temuan menyebut kriteria AKIP "2a.3"

  Skenario: Langkah tanpa waktu pada SOP lain
    Dengan SOP lengkap
    Ketika judul SOP diganti menjadi "PELAYANAN SURAT PENGANTAR"
    Dan waktu langkah 3 menjadi ""
    Maka aturan steps/time-missing menemukan 1 temuan mayor
    Dan temuan tidak menyebut kriteria AKIP

  Skenario: Data kinerja pegawai bukan data kinerja instansi
    Dengan SOP lengkap
    Ketika judul SOP diganti menjadi "PENGUMPULAN DATA KINERJA PEGAWAI"
    Dan waktu langkah 3 menjadi ""
    Maka aturan steps/time-missing menemukan 1 temuan mayor
    Dan temuan tidak menyebut kriteria AKIP

  Skenario: Temuan yang tidak menyangkut mekanisme tidak menyebut kriteria
    Dengan SOP lengkap
    Ketika Tanggal Pengesahan tertulis "3 Januari 2025"
    Maka aturan identity/date-order menemukan 1 temuan mayor
    Dan temuan tidak menyebut kriteria AKIP
