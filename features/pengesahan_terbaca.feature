# language: id
@aturan-PS-01 @aturan-PS-02 @aturan-PS-03 @aturan-PS-06
Fitur: Pengesahan sejauh terbaca
  Pengesahan yang tidak ada dilaporkan; pengesahan yang tidak terbaca, karena halamannya hilang atau labelnya terlepas,
  dinyatakan tidak dapat dinilai.

  Latar Belakang:
    Dengan SOP lengkap

  Skenario: Disahkan Oleh kosong dan pejabat hanya menandatangani
    Ketika isian Disahkan Oleh dikosongkan
    Dan pedoman ditandatangani Camat Taman Selasih "WISNU ANGGARAKSA" dengan NIP "19820517 200604 1 003"
    Dan naskah menulis "Camat Taman Selasih, ttd." sebagai ganti "Camat Taman Selasih,"
    Maka aturan PS-01 menemukan 1 temuan mayor
    Dan keyakinan temuan sedang
    Dan temuan menyatakan "hanya tercantum pada blok tanda tangan"

  Skenario: Pengesah dengan ttd dan Disahkan Oleh terisi
    Maka aturan PS-01 tidak menemukan apa pun

  Garis-Besar Skenario: Naskah terputus sebelum tanda tangan dan Disahkan Oleh kosong
    Ketika isian Disahkan Oleh dikosongkan
    Dan naskah terputus sesudah "<kata>"
    Maka aturan PS-01 tidak dapat dinilai karena "berakhir di tengah dokumen"
    Dan aturan PS-02 tidak dapat dinilai karena "berakhir di tengah dokumen"

    Contoh:
      | kata                                |
      | 2. SOP Penyusunan Laporan Kinerja   |
      | 1. Peraturan Pemerintah Nomor 17    |

  Garis-Besar Skenario: Naskah terputus sebelum tanda tangan dan Disahkan Oleh terisi
    Ketika naskah terputus sesudah "<kata>"
    Maka aturan PS-01 tidak menemukan apa pun
    Dan aturan PS-02 tidak dapat dinilai karena "Akhir naskah prosedur tidak terbaca"

    Contoh:
      | kata                              |
      | 2. SOP Penyusunan Laporan Kinerja |
      | Mengisi formulir                  |

  Skenario: Naskah terputus, pengesah tercantum tanpa ttd
    Ketika tulisan ttd dihapus
    Dan naskah terputus sesudah "2. SOP Penyusunan Laporan Kinerja"
    Maka aturan PS-01 tidak dapat dinilai karena "tidak dapat dilihat dalam teks"

  Skenario: Naskah lengkap tanpa pengesah
    Ketika isian Disahkan Oleh dikosongkan
    Dan blok tanda tangan dihapus
    Maka aturan PS-01 menemukan 1 temuan kritis
    Dan temuan menyatakan "Tidak ada pejabat yang mengesahkan"
    Dan aturan PS-02 menemukan 1 temuan mayor
    Dan temuan menyatakan "bagian identitas juga tidak memuat pejabat"

  Skenario: Naskah terputus dalam tabel langkah tanpa pengesah
    Ketika isian Disahkan Oleh dikosongkan
    Dan naskah terputus sesudah "Mengisi formulir"
    Maka aturan PS-01 menemukan 1 temuan kritis
    Dan aturan PS-02 menemukan 1 temuan mayor

  Skenario: Pengesah tercantum dan naskah ditutup tanpa tanda tangan
    Ketika blok tanda tangan dihapus
    Maka aturan PS-02 menemukan 1 temuan saran
    Dan temuan menyatakan "hanya tercantum pada bagian identitas"

  Skenario: Label terlepas dan tidak ada yang menandatangani
    Ketika label dan isi bagian identitas terpisah
    Dan isian Disahkan Oleh dikosongkan
    Dan blok tanda tangan dihapus
    Maka aturan PS-01 tidak dapat dinilai karena "tidak dapat dipasangkan dengan labelnya"
    Dan aturan PS-02 tidak dapat dinilai karena "tidak dapat dipasangkan dengan labelnya"

  Skenario: Label terlepas dan naskah ditandatangani
    Ketika label dan isi bagian identitas terpisah
    Maka aturan PS-01 tidak menemukan apa pun
    Dan aturan PS-02 tidak menemukan apa pun

  Skenario: Tanpa bagian identitas tetapi ditandatangani
    Ketika bagian identitas dihapus
    Maka aturan PS-02 tidak menemukan apa pun

  Skenario: Naskah terputus sesudah tanda tangan pedoman
    Ketika pedoman ditandatangani Camat Taman Selasih "WISNU ANGGARAKSA" dengan NIP "19820517 200604 1 003"
    Dan naskah terputus sesudah "2. SOP Penyusunan Laporan Kinerja"
    Maka aturan PS-02 tidak menemukan apa pun
    Dan aturan PS-01 tidak menemukan apa pun

  Skenario: PDF yang sudah ditandatangani tidak memerlukan tulisan ttd
    Dengan berkas "berkas/sop-ditandatangani-dua-kali.pdf"
    Maka aturan PS-01 tidak menemukan apa pun

  Skenario: PDF tanpa tanda tangan dan tanpa ttd
    Dengan berkas "berkas/sop-tanpa-tanda-tangan.pdf"
    Maka aturan PS-01 menemukan 1 temuan kritis
    Dan temuan menyatakan "Pejabat pengesah tercantum, tetapi tidak ada tanda tangan"

  Skenario: Pengesah pada bagian identitas tanpa jabatan
    Ketika Disahkan Oleh berisi WISNU "ANGGARAKSA, S.STP., M.Si." dengan NIP "19820517 200604 1 003"
    Maka aturan PS-03 tidak menemukan apa pun

  Skenario: Penanda tangan tanpa jabatan
    Ketika jabatan di atas nama penanda tangan dihapus
    Maka aturan PS-03 menemukan 1 temuan minor
    Dan temuan menyatakan "tidak mencantumkan jabatan di atas namanya"

  Skenario: Tanpa tanda tangan tidak ada jabatan yang dinilai
    Ketika blok tanda tangan dihapus
    Maka aturan PS-03 tidak berlaku

  Skenario: Tanda tangan yang hanya terbaca NIP-nya
    Ketika jabatan di atas nama penanda tangan dihapus
    Dan nama penanda tangan tertulis ""
    Dan pangkat penanda tangan tertulis ""
    Maka aturan PS-03 tidak dapat dinilai karena "hanya terbaca NIP-nya"

  Skenario: Tanda tangan dengan jabatan tanpa nama
    Ketika nama penanda tangan tertulis ""
    Dan pangkat penanda tangan tertulis ""
    Maka aturan PS-03 tidak menemukan apa pun

  Skenario: Disahkan Oleh yang hanya terbaca NIP-nya bukan urusan tanda tangan
    Ketika naskah menulis "<p>NIP. 19820517 200604 1 003</p>" sebagai ganti "<p>CAMAT TAMAN SELASIH,</p> <p>ttd.</p> <p>WISNU ANGGARAKSA, S.STP., M.Si.</p> <p>NIP. 19820517 200604 1 003</p>"
    Maka aturan PS-03 tidak menemukan apa pun

  Garis-Besar Skenario: Dua pejabat berbeda yang sama-sama mengesahkan
    Ketika blok tanda tangan dihapus
    Dan pedoman ditandatangani <jabatan> "<nama>" dengan NIP "<nip>"
    Maka <hasil>

    Contoh:
      | jabatan              | nama                       | nip                   | hasil                                   |
      | Sekretaris Kecamatan | LARASATI WENINGTYAS, S.Sos | 19870921 201001 2 005 | aturan PS-06 menemukan 1 temuan minor   |
      | Camat Taman Selasih  | LARASATI WENINGTYAS, S.Sos | 19870921 201001 2 005 | aturan PS-06 tidak menemukan apa pun    |
      | Sekretaris Kecamatan | WISNU ANGGARAKSA, S.STP    | 19870921 201001 2 005 | aturan PS-06 tidak menemukan apa pun    |
      | Sekretaris Kecamatan | LARASATI WENINGTYAS, S.Sos | 19820517 200604 1 003 | aturan PS-06 tidak menemukan apa pun    |
      | Sekretaris Kecamatan | LARASATI WENINGTYAS, S.Sos |                       | aturan PS-06 menemukan 1 temuan minor   |

  Skenario: Tidak ada yang mengesahkan
    Ketika isian Disahkan Oleh dikosongkan
    Dan blok tanda tangan dihapus
    Maka aturan PS-06 tidak berlaku
