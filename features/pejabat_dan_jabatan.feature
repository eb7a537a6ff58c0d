# language: id
Fitur: Pejabat yang mengesahkan dan nama jabatan
  Yang wajar tidak boleh menjadi temuan: singkatan jabatan, pangkat tanpa golongan, unit luar yang disebut sebagai penerima.

  Skenario: Tanda tangan tanpa tempat dan tanggal
    Dengan SOP lengkap
    Ketika tempat dan tanggal di atas tanda tangan dihapus
    Maka aturan approval/undated menemukan 1 temuan saran

  Skenario: Tanggal penandatanganan dibiarkan kosong
    Dengan SOP lengkap
    Ketika di atas tanda tangan tertulis "Taman Selasih, ........ Januari 2025"
    Maka aturan approval/undated menemukan 1 temuan saran

  Skenario: Tempat dan tanggal dalam satu baris
    Dengan SOP lengkap
    Ketika di atas tanda tangan tertulis "Taman Selasih, 13 Januari 2025"
    Maka aturan approval/undated tidak menemukan apa pun

  Garis-Besar Skenario: Pejabat pengganti
    Dengan SOP lengkap
    Ketika jabatan penanda tangan tertulis "<jabatan>"
    Maka aturan approval/acting-official menemukan 1 temuan saran
    Dan temuan mengutip "<jabatan>"

    Contoh:
      | jabatan                   |
      | Plt. CAMAT TAMAN SELASIH  |
      | Plh. CAMAT TAMAN SELASIH  |
      | a.n. CAMAT TAMAN SELASIH  |

  Skenario: Pejabat definitif
    Dengan SOP lengkap
    Maka aturan approval/acting-official tidak menemukan apa pun

  Skenario: Dua pejabat mengesahkan
    Dengan SOP lengkap
    Ketika blok tanda tangan berisi SEKRETARIS DAERAH "LARASATI WENINGTYAS, S.Sos." dengan NIP "19770921 200112 2 005"
    Maka aturan approval/two-approvers menemukan 1 temuan minor
    Dan keyakinan temuan sedang

  Skenario: Yang mengetahui tidak mengesahkan
    Dengan SOP lengkap
    Ketika blok tanda tangan berisi SEKRETARIS DAERAH "LARASATI WENINGTYAS, S.Sos." dengan NIP "19770921 200112 2 005"
    Dan di atas tanda tangan tertulis "Mengetahui,"
    Maka aturan approval/two-approvers tidak menemukan apa pun

  Skenario: Golongan bukan milik pangkatnya
    Dengan SOP lengkap
    Ketika pangkat penanda tangan tertulis "Pembina (IV/c)"
    Maka aturan person/rank-mismatch menemukan 1 temuan minor
    Dan temuan mengutip "Pembina (IV/c)"

  Garis-Besar Skenario: Cara menulis pangkat
    Dengan SOP lengkap
    Ketika pangkat penanda tangan tertulis "<pangkat>"
    Maka aturan person/rank-mismatch tidak menemukan apa pun

    Contoh:
      | pangkat                  |
      | Pembina                  |
      | Pembina Tk. I, IV/b      |
      | Penata Tingkat I - III.d |

  Skenario: NIP lama
    Dengan SOP lengkap
    Ketika NIP pada blok tanda tangan tertulis "010 234 567"
    Maka aturan person/nip-old menemukan 1 temuan minor
    Dan temuan mengutip "010 234 567"

  Skenario: NIP 18 digit
    Dengan SOP lengkap
    Maka aturan person/nip-old tidak menemukan apa pun

  Skenario: Kolom milik unit kerja lain
    Dengan SOP lengkap
    Ketika kolom pelaksana 1 tertulis "Camat Bappeda & Litbang"
    Maka aturan office/leftover-other-office menemukan 1 temuan mayor

  Skenario: Bidang dalam SOP kecamatan
    Dengan SOP lengkap
    Ketika sesudah langkah 3 disisipkan langkah "Menghimpun formulir dari masing-masing bidang"
    Maka aturan office/leftover-other-office menemukan 1 temuan minor
    Dan temuan mengutip "masing-masing bidang"

  Garis-Besar Skenario: Unit luar dan bagian suatu benda
    Dengan SOP lengkap
    Ketika sesudah langkah 3 disisipkan langkah "<kegiatan>"
    Maka aturan office/leftover-other-office tidak menemukan apa pun

    Contoh:
      | kegiatan                                       |
      | Mengirim salinan kepada Bagian Organisasi      |
      | Memeriksa setiap bagian formulir               |
      | Menghimpun formulir dari masing-masing seksi   |

  Skenario: Satu jabatan dengan dua nama
    Dengan SOP lengkap
    Ketika pedoman memuat penanggung jawab "Camat; Sekretaris Kecamatan; Kasubag Keuangan dan Pelaporan; Kasubag Keuangan dan Laporan; Kasi Pelayanan"
    Maka aturan office/role-mismatch menemukan 1 temuan minor

  Skenario: Kolom yang tidak dikenal dalam pedoman
    Dengan SOP lengkap
    Ketika pedoman memuat penanggung jawab "Camat; Sekretaris Kecamatan; Kasi Pelayanan"
    Dan kolom pelaksana 4 tertulis "JF"
    Maka aturan office/role-mismatch menemukan 1 temuan minor
    Dan temuan mengutip "JF"

  Skenario: Singkatan jabatan
    Dengan SOP lengkap
    Ketika pedoman memuat penanggung jawab "Camat; Sekretaris Kecamatan; Kepala Seksi Pelayanan; Kasubbag Keuangan, Pelaporan; Kasubag Keuangan dan Pelaporan"
    Maka aturan office/role-mismatch tidak menemukan apa pun
