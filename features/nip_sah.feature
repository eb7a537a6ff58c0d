# language: id
Fitur: NIP yang tidak mungkin
  NIP memuat tanggal lahir, bulan pengangkatan, dan jenis kelamin. Angka yang mustahil menandakan salah ketik.

  Garis-Besar Skenario: NIP yang tidak berbentuk baku
    Dengan SOP lengkap
    Ketika NIP Camat di semua tempat tertulis "<nip>"
    Maka aturan person/nip-malformed menemukan 1 temuan mayor
    Dan temuan mengutip "<nip>"
    Dan aturan person/nip-implausible tidak dapat dinilai karena "tidak berbentuk baku"

    Contoh:
      | nip                   |
      | 19820517 200604 1 03  |
      | 19820230 200604 1 003 |
      | 19820517 200614 1 003 |
      | 19820517 200604 3 003 |

  Garis-Besar Skenario: NIP yang sah
    Dengan SOP lengkap
    Ketika NIP Camat di semua tempat tertulis "<nip>"
    Maka aturan person/nip-malformed tidak menemukan apa pun
    Dan aturan person/nip-unreadable tidak menemukan apa pun
    Dan aturan person/nip-implausible tidak menemukan apa pun

    Contoh:
      | nip                   |
      | 198205172006041003    |
      | 19820517.200604.1.003 |
      | 19820517 202321 1 003 |

  Garis-Besar Skenario: Umur yang tidak mungkin
    Dengan SOP lengkap
    Ketika NIP Camat di semua tempat tertulis "<nip>"
    Maka aturan person/nip-implausible menemukan 1 temuan minor
    Dan temuan menyatakan "<yang janggal>"

    Contoh:
      | nip                   | yang janggal                  |
      | 19920517 200604 1 003 | diangkat pada umur 13 tahun   |
      | 19720517 202004 1 003 | diangkat pada umur 47 tahun   |
      | 19620517 198604 1 003 | melewati batas usia pensiun   |
      | 19920517 202504 1 003 | diangkat sesudah SOP disahkan |

  Skenario: Diangkat pada umur 18 tahun dari sekolah kedinasan
    Dengan SOP lengkap
    Ketika NIP Camat di semua tempat tertulis "19820517 200006 1 003"
    Maka aturan person/nip-implausible tidak menemukan apa pun

  Skenario: Satu NIP pada dua nama
    Dengan SOP lengkap
    Ketika pedoman ditandatangani Sekretaris Kecamatan "LARASATI WENINGTYAS, S.Sos." dengan NIP "19820517 200604 1 003"
    Maka aturan person/nip-shared menemukan 1 temuan mayor
    Dan temuan menyatakan "tercantum pada dua nama"
    Dan temuan mengutip "LARASATI WENINGTYAS"

  Skenario: Dua pejabat, masing-masing dengan NIP-nya
    Dengan SOP lengkap
    Ketika pedoman ditandatangani Sekretaris Kecamatan "LARASATI WENINGTYAS, S.Sos." dengan NIP "19870921 201001 2 005"
    Maka aturan person/nip-shared tidak menemukan apa pun

  Skenario: Satu pejabat dengan dan tanpa gelar
    Dengan SOP lengkap
    Ketika nama penanda tangan tertulis "Wisnu Anggaraksa"
    Maka aturan person/nip-shared tidak menemukan apa pun
