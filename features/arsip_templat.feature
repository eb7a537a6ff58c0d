# language: id
@aturan-AR-02 @pasal-archive-own
Fitur: SOP yang sama di banyak kantor
  Empat kantor atau lebih yang memakai satu naskah memakai templat bersama; itu diberi tahukan sekali untuk setiap kantor.

  Skenario: Templat bersama empat kantor
    Dengan arsip dengan SOP berikut
      | berkas | kantor                 |
      | a.txt  | Kecamatan Rimba Wangi  |
      | b.txt  | Kecamatan Telaga Sunyi |
      | c.txt  | Kecamatan Bukit Damar  |
      | d.txt  | Kecamatan Lembah Gading |
    Maka temuan aturan AR-02 ada di 3 kantor
    Dan temuan menyatakan "hampir sama dengan SOP kantor lain"

  Skenario: Salinan di dua kantor
    Dengan arsip dengan SOP berikut
      | berkas | kantor                 |
      | a.txt  | Kecamatan Rimba Wangi  |
      | b.txt  | Kecamatan Telaga Sunyi |
    Maka aturan AR-02 menemukan 1 temuan saran dalam arsip Kecamatan Telaga Sunyi
    Dan temuan menyatakan "sama 100"

  Skenario: Kantor dengan satu SOP yang tidak dapat dibandingkan
    Dengan Laporan Kinerja Kecamatan Rimba Wangi tahun 2024 jatuh tempo 2025-02-28 dan belum ada
    Maka aturan AR-02 tidak berlaku dalam arsip Kecamatan Rimba Wangi
