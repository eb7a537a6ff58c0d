# language: id
@aturan-ID-14 @pasal-identity-number
Fitur: Nomor SOP dipakai dua kali
  Nomor berlaku di dalam satu kantor. SOP yang sama dalam dua berkas tetap satu SOP.

  Skenario: Dua SOP satu kantor dengan satu nomor
    Dengan arsip dengan SOP berikut
      | berkas | kantor                | judul                     | nomor        |
      | a.txt  | Kecamatan Rimba Wangi | PENGELOLAAN SURAT MASUK   | 05/RW/I/2025 |
      | b.txt  | Kecamatan Rimba Wangi | PELAYANAN PENGANTAR NIKAH | 05/RW/I/2025 |
    Maka aturan identity/number-duplicate menemukan 1 temuan mayor dalam arsip Kecamatan Rimba Wangi
    Dan temuan arsip menunjuk "b.txt" dan menyebut "PENGELOLAAN SURAT MASUK"

  Skenario: Satu SOP dalam dua berkas
    Dengan arsip dengan SOP berikut
      | berkas | kantor                | judul                   | nomor        |
      | a.txt  | Kecamatan Rimba Wangi | PENGELOLAAN SURAT MASUK | 05/RW/I/2025 |
      | b.txt  | Kecamatan Rimba Wangi | Pengelolaan Surat Masuk | 05/RW/I/2025 |
    Maka aturan identity/number-duplicate tidak menemukan apa pun dalam arsip

  Skenario: Dua kantor yang nomornya kebetulan sama
    Dengan arsip dengan SOP berikut
      | berkas | kantor                 | judul                     | nomor         |
      | a.txt  | Kecamatan Rimba Wangi  | PENGELOLAAN SURAT MASUK   | 065/05/I/2025 |
      | b.txt  | Kecamatan Telaga Sunyi | PELAYANAN PENGANTAR NIKAH | 065/05/I/2025 |
    Maka aturan identity/number-duplicate tidak menemukan apa pun dalam arsip

  Skenario: Nomor kantor lain
    Dengan arsip dengan SOP berikut
      | berkas | kantor                 | judul                   | nomor               |
      | a.txt  | Kecamatan Rimba Wangi  | PENGELOLAAN SURAT MASUK | 065/05/KEC-RW/2025  |
      | b.txt  | Kecamatan Telaga Sunyi | PENGELOLAAN SURAT MASUK | 065/05/KEC-RW/2025  |
    Maka aturan identity/number-duplicate menemukan 1 temuan mayor dalam arsip Kecamatan Telaga Sunyi
    Dan temuan arsip menunjuk "b.txt" dan menyebut "Kecamatan Rimba Wangi"

  Skenario: Dua SOP satu berkas dengan satu nomor
    Dengan berkas "dua.txt" memuat kedua SOP berikut
      | judul                     | nomor        |
      | PENGELOLAAN SURAT MASUK   | 05/TS/I/2025 |
      | PELAYANAN PENGANTAR NIKAH | 05/TS/I/2025 |
    Maka aturan identity/number-duplicate menemukan 1 temuan mayor dalam arsip (kantor tidak dikenal)
