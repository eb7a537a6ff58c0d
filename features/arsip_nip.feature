# language: id
@aturan-AR-01 @pasal-archive-nip
Fitur: NIP bertentangan antardokumen
  Satu pegawai mempunyai satu NIP di semua dokumen arsip. Nama yang sama saja tidak menjadikan dua orang satu orang.

  Skenario: Satu pejabat dengan dua NIP di dua kantor
    Dengan arsip dengan SOP berikut
      | berkas | kantor                  | nomor  | pejabat                | nip                   |
      | a.txt  | Kecamatan Rimba Wangi   | 01/RW/I/2025 | GALANG PRAMUDITA, S.IP. | 19790904 200312 1 006 |
      | b.txt  | Kecamatan Rimba Wangi   | 02/RW/I/2025 | GALANG PRAMUDITA, S.IP. | 19790904 200312 1 006 |
      | c.txt  | Kecamatan Telaga Sunyi  | 01/TS/I/2025 | GALANG PRAMUDITA, S.IP., M.Si. | 19790904 200212 1 006 |
    Maka aturan archive/nip-conflict menemukan 1 temuan kritis dalam arsip Kecamatan Telaga Sunyi
    Dan temuan arsip menunjuk "c.txt" dan menyebut "Kecamatan Rimba Wangi"
    Dan temuan arsip menunjuk "c.txt" dan menyebut "19790904 200[2]12 1 006"

  Skenario: Satu NIP dengan dua nama
    Dengan arsip dengan SOP berikut
      | berkas | kantor                  | pejabat                 | nip                   |
      | a.txt  | Kecamatan Rimba Wangi   | GALANG PRAMUDITA, S.IP. | 19790904 200312 1 006 |
      | b.txt  | Kecamatan Telaga Sunyi  | RATIH KEMALASARI, S.E.  | 19790904 200312 1 006 |
    Maka aturan archive/nip-conflict menemukan 1 temuan kritis dalam arsip Kecamatan Telaga Sunyi
    Dan temuan arsip menunjuk "b.txt" dan menyebut "RATIH KEMALASARI"

  Skenario: Dua pegawai yang bernama sama
    Dengan arsip dengan SOP berikut
      | berkas | kantor                  | pejabat             | nip                   |
      | a.txt  | Kecamatan Rimba Wangi   | SRI WAHYUNI, S.IP.  | 19790904 200312 2 006 |
      | b.txt  | Kecamatan Telaga Sunyi  | SRI WAHYUNI, S.E.   | 19850117 201001 2 021 |
    Maka aturan archive/nip-conflict tidak menemukan apa pun dalam arsip

  Skenario: Camat yang pindah kantor membawa NIP-nya
    Dengan arsip dengan SOP berikut
      | berkas | kantor                  | pejabat                   | nip                   | jabatan                  |
      | a.txt  | Kecamatan Rimba Wangi   | GALANG PRAMUDITA, S.IP.   | 19790904 200312 1 006 | CAMAT RIMBA WANGI        |
      | b.txt  | Kecamatan Telaga Sunyi  | Galang Pramudita, S.IP., M.Si. | 197909042003121006 | Plt. CAMAT TELAGA SUNYI |
    Maka aturan archive/nip-conflict tidak menemukan apa pun dalam arsip

  Skenario: Seorang PPPK menjadi PNS
    Dengan arsip dengan SOP berikut
      | berkas | kantor                  | pejabat                 | nip                   |
      | a.txt  | Kecamatan Rimba Wangi   | GALANG PRAMUDITA, S.IP. | 19890904 202121 1 006 |
      | b.txt  | Kecamatan Telaga Sunyi  | GALANG PRAMUDITA, S.IP. | 19890904 202403 1 002 |
    Maka aturan archive/nip-conflict tidak menemukan apa pun dalam arsip

  Skenario: NIP yang tidak terbaca tidak dipertentangkan
    Dengan arsip dengan SOP berikut
      | berkas | kantor                  | pejabat                 | nip                   |
      | a.txt  | Kecamatan Rimba Wangi   | GALANG PRAMUDITA, S.IP. | 19790904 200312 1 006 |
      | b.txt  | Kecamatan Telaga Sunyi  | GALANG PRAMUDITA, S.IP. | l9790904 2OO412 1 006 |
    Maka aturan archive/nip-conflict tidak dapat dinilai dalam arsip Kecamatan Telaga Sunyi karena "tidak terbaca dengan pasti"
