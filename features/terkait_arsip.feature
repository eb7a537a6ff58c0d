# language: id
@aturan-KT-07
Fitur: SOP terkait di antara SOP dalam arsip kantornya
  SOP yang disebut dalam Keterkaitan ada dalam arsip kantor itu (related/unknown-in-archive). Kantor yang baru menyerahkan
  satu SOP belum dapat dikatakan kekurangan, dan yang tidak terbaca mungkin yang dicari.

  Skenario: SOP yang disebut tidak ada di antara dua SOP kantornya
    Dengan arsip dengan SOP berikut
      | berkas | kantor                | judul                   | terkait                     |
      | a.txt  | Kecamatan Rimba Wangi | PENGELOLAAN SURAT MASUK | SOP Pengelolaan Aset        |
      | b.txt  | Kecamatan Rimba Wangi | PENGELOLAAN KEARSIPAN   | SOP Pengelolaan Surat Masuk |
    Maka aturan related/unknown-in-archive menemukan 1 temuan minor dalam arsip Kecamatan Rimba Wangi
    Dan temuan menyatakan 'Keterkaitan menyebut "SOP Pengelolaan Aset", yang tidak ada di antara 2 SOP Kecamatan Rimba Wangi dalam arsip.'
    Dan keyakinan temuan sedang

  Skenario: SOP dengan judul yang mirip
    Dengan arsip dengan SOP berikut
      | berkas | kantor                | judul                                | terkait                                     |
      | a.txt  | Kecamatan Rimba Wangi | PENGELOLAAN SURAT MASUK              | SOP Pelayanan Legalisasi Dokumen Pertanahan |
      | b.txt  | Kecamatan Rimba Wangi | PELAYANAN LEGALISASI DOKUMEN NIKAH   | SOP Pengelolaan Surat Masuk                 |
    Maka aturan related/unknown-in-archive menemukan 1 temuan minor dalam arsip Kecamatan Rimba Wangi
    Dan temuan menyatakan 'yang mirip adalah "PELAYANAN LEGALISASI DOKUMEN NIKAH"'
    Dan keyakinan temuan rendah

  Skenario: Kantor dengan satu SOP belum menyerahkan arsipnya
    Dengan arsip dengan SOP berikut
      | berkas | kantor                | judul                   | terkait              |
      | a.txt  | Kecamatan Rimba Wangi | PENGELOLAAN SURAT MASUK | SOP Pengelolaan Aset |
    Maka aturan related/unknown-in-archive tidak berlaku dalam arsip Kecamatan Rimba Wangi

  Skenario: Dua berkas dengan satu judul masih satu SOP
    Dengan arsip dengan SOP berikut
      | berkas | kantor                | judul                   | terkait              |
      | a.txt  | Kecamatan Rimba Wangi | PENGELOLAAN SURAT MASUK | SOP Pengelolaan Aset |
      | b.txt  | Kecamatan Rimba Wangi | PENGELOLAAN SURAT MASUK | SOP Pengelolaan Aset |
    Maka aturan related/unknown-in-archive tidak menemukan apa pun dalam arsip

  Skenario: Tidak ada SOP terkait yang disebut
    Dengan arsip dengan SOP berikut
      | berkas | kantor                | judul                   | terkait   |
      | a.txt  | Kecamatan Rimba Wangi | PENGELOLAAN SURAT MASUK | Tidak ada |
      | b.txt  | Kecamatan Rimba Wangi | PENGELOLAAN KEARSIPAN   | Tidak ada |
    Maka aturan related/unknown-in-archive tidak berlaku dalam arsip Kecamatan Rimba Wangi

  Skenario: Hanya satu SOP menyebut SOP terkait dan SOP itu ada
    Dengan arsip dengan SOP berikut
      | berkas | kantor                | judul                   | terkait                   |
      | a.txt  | Kecamatan Rimba Wangi | PENGELOLAAN SURAT MASUK | SOP Pengelolaan Kearsipan |
      | b.txt  | Kecamatan Rimba Wangi | PENGELOLAAN KEARSIPAN   | Tidak ada                 |
    Maka aturan related/unknown-in-archive tidak menemukan apa pun dalam arsip

  Skenario: Dokumen yang tidak terbaca mungkin yang disebut, walaupun hanya satu
    Dengan arsip dengan SOP berikut
      | berkas | kantor                | judul                   | terkait                     |
      | a.txt  | Kecamatan Rimba Wangi | PENGELOLAAN SURAT MASUK | SOP Pengelolaan Aset        |
      | b.txt  | Kecamatan Rimba Wangi | PENGELOLAAN KEARSIPAN   | SOP Pengelolaan Surat Masuk |
    Dan 1 dokumen Kecamatan Rimba Wangi tidak dapat dibaca
    Maka aturan related/unknown-in-archive tidak dapat dinilai dalam arsip Kecamatan Rimba Wangi karena "mungkin ada di antaranya"

  Skenario: Semua yang disebut ada, walaupun sebagian dokumen tidak terbaca
    Dengan arsip dengan SOP berikut
      | berkas | kantor                | judul                   | terkait                     |
      | a.txt  | Kecamatan Rimba Wangi | PENGELOLAAN SURAT MASUK | SOP Pengelolaan Kearsipan   |
      | b.txt  | Kecamatan Rimba Wangi | PENGELOLAAN KEARSIPAN   | SOP Pengelolaan Surat Masuk |
    Dan 1 dokumen Kecamatan Rimba Wangi tidak dapat dibaca
    Maka aturan related/unknown-in-archive tidak menemukan apa pun dalam arsip
