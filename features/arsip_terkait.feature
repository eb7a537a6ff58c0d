# language: id
@aturan-KT-07
Fitur: SOP terkait yang tidak ada dalam arsip
  Arsip yang baru berisi satu SOP tidak dapat menunjukkan bahwa SOP lain tidak ada.

  Garis-Besar Skenario: SOP terkait yang mirip
    Dengan arsip dengan SOP berikut
      | berkas | kantor                | judul                   | terkait   |
      | a.txt  | Kecamatan Rimba Wangi | PENGELOLAAN SURAT MASUK | <terkait> |
      | b.txt  | Kecamatan Rimba Wangi | PENGELOLAAN KEARSIPAN   | SOP Pengelolaan Surat Masuk |
    Maka aturan related/unknown-in-archive menemukan 1 temuan minor dalam arsip Kecamatan Rimba Wangi
    Dan keyakinan temuan <keyakinan>

    Contoh:
      | terkait                         | keyakinan |
      | SOP Pengelolaan Aset            | sedang    |

  Skenario: Arsip dengan satu SOP saja
    Dengan arsip dengan SOP berikut
      | berkas | kantor                | judul                   | terkait              |
      | a.txt  | Kecamatan Rimba Wangi | PENGELOLAAN SURAT MASUK | SOP Pengelolaan Aset |
    Maka aturan related/unknown-in-archive tidak berlaku dalam arsip Kecamatan Rimba Wangi

  Garis-Besar Skenario: Sebagian dokumen tidak terbaca
    Dengan arsip dengan SOP berikut
      | berkas | kantor                | judul                   | terkait                     |
      | a.txt  | Kecamatan Rimba Wangi | PENGELOLAAN SURAT MASUK | SOP Pengelolaan Aset        |
      | b.txt  | Kecamatan Rimba Wangi | PENGELOLAAN KEARSIPAN   | SOP Pengelolaan Surat Masuk |
    Dan <banyak> dokumen Kecamatan Rimba Wangi tidak dapat dibaca
    Maka aturan related/unknown-in-archive tidak dapat dinilai dalam arsip Kecamatan Rimba Wangi karena "mungkin ada di antaranya"

    Contoh:
      | banyak |
      | 1      |
      | 3      |

  Skenario: Tidak ada yang menyebut SOP terkait
    Dengan arsip dengan SOP berikut
      | berkas | kantor                | judul                   | terkait |
      | a.txt  | Kecamatan Rimba Wangi | PENGELOLAAN SURAT MASUK | -       |
      | b.txt  | Kecamatan Rimba Wangi | PENGELOLAAN KEARSIPAN   | -       |
    Maka aturan related/unknown-in-archive tidak berlaku dalam arsip Kecamatan Rimba Wangi
