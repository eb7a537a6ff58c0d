# language: id
Fitur: Nama jabatan, unit kerja, dan daerah menurut macam kekeliruannya
  Setiap macam kekeliruan dilaporkan dengan kata dan keyakinannya sendiri.

  Latar Belakang:
    Dengan SOP lengkap

  @aturan-KL-04
  Skenario: Satu jabatan dengan dua nama dalam daftar penanggung jawab
    Ketika pedoman memuat penanggung jawab "Camat; Sekretaris Kecamatan; Kasubag Keuangan dan Pelaporan; Kasubag Keuangan dan Laporan; Kasi Pelayanan"
    Maka aturan office/role-mismatch menemukan 1 temuan minor
    Dan temuan menyatakan 'Satu jabatan ditulis dengan dua nama: "Kasubag Keuangan dan Pelaporan" dan "Kasubag Keuangan dan Laporan"'
    Dan keyakinan temuan tinggi

  @aturan-KL-04
  Skenario: Singkatan kolom pelaksana yang tidak dijelaskan
    Ketika pedoman memuat penanggung jawab "Camat; Sekretaris Kecamatan; Kasi Pelayanan"
    Dan kolom pelaksana 4 tertulis "JF"
    Maka aturan office/role-mismatch menemukan 1 temuan minor
    Dan temuan menyatakan "dan kepanjangannya tidak dijelaskan"
    Dan keyakinan temuan sedang

  @aturan-KL-04
  Skenario: Singkatan kolom pelaksana yang dijelaskan dalam pedoman
    Ketika pedoman memuat penanggung jawab "Camat; Sekretaris Kecamatan; Kasi Pelayanan"
    Dan kolom pelaksana 4 tertulis "JF"
    Dan kualifikasi pelaksana berisi Memahami tugas pejabat fungsional; Mampu mengolah data
    Maka aturan office/role-mismatch tidak menemukan apa pun

  @aturan-KL-04
  Skenario: Kolom pelaksana yang tidak ada dalam daftar penanggung jawab
    Ketika pedoman memuat penanggung jawab "Camat; Sekretaris Kecamatan; Staf Pelayanan"
    Maka aturan office/role-mismatch menemukan 1 temuan minor
    Dan temuan menyatakan 'Kolom pelaksana "Kasi" tidak ada dalam daftar penanggung jawab ("Pengorganisasian").'
    Dan keyakinan temuan sedang

  @aturan-KL-04
  Skenario: Semua kolom pelaksana ada dalam daftar penanggung jawab
    Ketika pedoman memuat penanggung jawab "Camat; Sekretaris Kecamatan; Kasi Pelayanan"
    Maka aturan office/role-mismatch tidak menemukan apa pun

  @aturan-KL-02
  Garis-Besar Skenario: Nama daerah yang keliru
    Ketika naskah menulis "<tertulis>" sebagai ganti "<semula>"
    Maka aturan office/regency-mismatch menemukan 1 temuan mayor
    Dan temuan menyatakan '<kata>'
    Dan keyakinan temuan <keyakinan>

    Contoh:
      | semula                       | tertulis                                                 | kata                                           | keyakinan |
      | bagi semua seksi             | bagi Kabupaten Arunka dan semua seksi                    | "Kabupaten Arunka"                             | tinggi    |
      | bagi semua seksi             | bagi Kabupaten Bojonegro dan semua seksi                 | ejaan terdekat adalah "Kabupaten Bojonegoro"   | tinggi    |

  @aturan-KL-02
  Skenario: Bupati daerah lain yang mengesahkan
    Ketika jabatan penanda tangan tertulis "BUPATI BOJONEGORO"
    Maka aturan office/regency-mismatch menemukan 1 temuan mayor
    Dan temuan menyatakan 'di tempat nama daerahnya sendiri, yaitu "Kabupaten Arunika"'
    Dan keyakinan temuan sedang

  @aturan-KL-02
  Skenario: Peraturan kabupaten lain menjadi dasar hukum
    Ketika dasar hukum pada formulir ditambah "Peraturan Bupati Bojonegoro Nomor 12 Tahun 2021 tentang Perjanjian Kinerja"
    Maka aturan office/regency-mismatch menemukan 1 temuan mayor
    Dan temuan menyatakan "mendasarkan diri pada peraturan daerah lain"
    Dan keyakinan temuan sedang

  @aturan-KL-01
  Garis-Besar Skenario: Nama kecamatan yang keliru
    Ketika naskah menulis "<tertulis>" sebagai ganti "<semula>"
    Maka aturan office/name-mismatch menemukan 1 temuan mayor
    Dan temuan menyatakan '<kata>'
    Dan keyakinan temuan <keyakinan>

    Contoh:
      | semula                                 | tertulis                                | kata                                                            | keyakinan |
      | semua seksi di Kecamatan Taman Selasih | semua seksi di Kecamatan Taman Selasi   | "Kecamatan Taman Selasi"                                        | tinggi    |
      | semua seksi di Kecamatan Taman Selasih | semua seksi di Kecamatan Arunika        | padahal unit kerja pembuat SOP adalah "Kecamatan Taman Selasih" | sedang    |
