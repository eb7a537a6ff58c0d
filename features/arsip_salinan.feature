# language: id
@aturan-AR-02 @pasal-archive-own
Fitur: SOP tersalin dari kantor lain
  Templat bersama itu wajar. Nama kantor asal yang tertinggal menunjukkan bahwa salinan belum dibaca ulang.

  Skenario: Nama kantor asal tertinggal
    Dengan arsip dengan SOP berikut
      | berkas | kantor                 | langkah                                                          |
      | a.txt  | Kecamatan Rimba Wangi  | Memerintahkan pengumpulan data kinerja di Kecamatan Rimba Wangi  |
      | b.txt  | Kecamatan Telaga Sunyi | Memerintahkan pengumpulan data kinerja di Kecamatan Rimba Wangi  |
    Maka aturan archive/copied-sop menemukan 1 temuan mayor dalam arsip Kecamatan Telaga Sunyi
    Dan temuan arsip menunjuk "b.txt" dan menyebut "masih menyebut"

  Skenario: Salinan yang namanya sudah diganti
    Dengan arsip dengan SOP berikut
      | berkas | kantor                 | langkah                                                          |
      | a.txt  | Kecamatan Rimba Wangi  | Memerintahkan pengumpulan data kinerja di Kecamatan Rimba Wangi  |
      | b.txt  | Kecamatan Telaga Sunyi | Memerintahkan pengumpulan data kinerja di Kecamatan Telaga Sunyi |
    Maka aturan archive/copied-sop menemukan 1 temuan saran dalam arsip Kecamatan Telaga Sunyi

  Skenario: SOP yang disusun sendiri
    Dengan arsip dengan SOP berikut
      | berkas | kantor                 | judul                   | isi     |
      | a.txt  | Kecamatan Rimba Wangi  | PENGELOLAAN SURAT MASUK | sendiri |
      | b.txt  | Kecamatan Telaga Sunyi | PELAYANAN PENGANTAR NIKAH | sendiri |
    Maka aturan archive/copied-sop tidak menemukan apa pun dalam arsip

  Skenario: Satu berkas dalam dua folder
    Dengan arsip dengan SOP berikut
      | berkas | kantor                |
      | a.txt  | Kecamatan Rimba Wangi |
      | b.txt  | Kecamatan Rimba Wangi |
    Maka aturan archive/copied-sop tidak menemukan apa pun dalam arsip
