# language: id
@aturan-NIP-01 @aturan-NIP-03 @aturan-NIP-04 @aturan-NIP-06
Fitur: NIP menurut bacaannya
  Angka yang dikenali dari gambar belum tentu angka yang tercetak. Yang tidak pasti diminta untuk dicocokkan.

  Latar Belakang:
    Dengan SOP lengkap

  Garis-Besar Skenario: Bentuk NIP yang keliru pada pindaian
    Ketika NIP Camat di semua tempat tertulis "<nip>"
    Dan "<nip>" terbaca dari pindaian dengan kepastian <kepastian> persen
    Maka aturan NIP-01 tidak dapat dinilai karena "tidak dikenali dengan cukup pasti"

    Contoh:
      | nip                   | kepastian |
      | 19820517 200604 1 03  | 80        |
      | 19820230 200604 1 003 | 80        |
      | 19820517 200614 1 003 | 80        |
      | 19820517 200604 3 003 | 80        |

  Skenario: Bentuk NIP yang keliru dan terbaca jelas
    Ketika NIP Camat di semua tempat tertulis "19820230 200604 1 003"
    Dan "19820230" terbaca dari pindaian dengan kepastian 100 persen
    Maka aturan NIP-01 menemukan 1 temuan mayor

  Garis-Besar Skenario: NIP yang sah pada pindaian yang kurang jelas
    Ketika NIP Camat di semua tempat tertulis "<nip>"
    Dan "<nip>" terbaca dari pindaian dengan kepastian 80 persen
    Maka aturan NIP-01 tidak menemukan apa pun
    Dan aturan NIP-03 tidak menemukan apa pun
    Dan aturan NIP-04 tidak dapat dinilai karena "<sebab>"

    Contoh:
      | nip                   | sebab                             |
      | 19820517 200604 1 003 | tidak dikenali dengan cukup pasti |
      | 131234567             | tidak berbentuk baku              |

  Skenario: Huruf di antara angka menghalangi semua pemeriksaan NIP
    Ketika NIP Camat di semua tempat tertulis "l982O517 200604 1 OO3"
    Maka aturan NIP-03 menemukan 1 temuan minor
    Dan aturan NIP-01 tidak dapat dinilai karena "tidak terbaca sebagai angka"
    Dan aturan NIP-04 tidak dapat dinilai karena "tidak terbaca sebagai angka"
    Dan aturan NIP-06 tidak dapat dinilai karena "tidak terbaca sebagai angka"

  Garis-Besar Skenario: Huruf di antara angka pada pindaian
    Ketika NIP Camat di semua tempat tertulis "l982O517 200604 1 OO3"
    Dan "l982O517" terbaca dari pindaian dengan kepastian <kepastian> persen
    Maka aturan NIP-03 tidak dapat dinilai karena "terbaca dengan huruf di antara angkanya"

    Contoh:
      | kepastian |
      | 80        |
      | 100       |

  Skenario: NIP lama pada dokumen baru
    Ketika NIP Camat di semua tempat tertulis "131234567"
    Maka aturan NIP-06 menemukan 1 temuan minor
    Dan temuan menyatakan "terdiri atas 9 digit"
    Dan aturan NIP-01 tidak menemukan apa pun
    Dan aturan NIP-04 tidak dapat dinilai karena "tidak berbentuk baku"

  Garis-Besar Skenario: NIP lama menurut tahun dokumen
    Ketika NIP Camat di semua tempat tertulis "131234567"
    Dan SOP disahkan pada tanggal "<tanggal>"
    Dan naskah menulis "TAHUN <tahun>" sebagai ganti "TAHUN 2025"
    Dan nomor SOP tertulis "000.8.3.3/07/TS/I/<tahun>"
    Maka aturan NIP-06 menemukan 1 temuan minor

    Contoh:
      | tanggal         | tahun |
      | 12 Januari 2009 | 2009  |
      | 12 Januari 2010 | 2010  |

  Garis-Besar Skenario: NIP lama semasa masih dipakai
    Ketika NIP Camat di semua tempat tertulis "131234567"
    Dan SOP disahkan pada tanggal "<tanggal>"
    Dan naskah menulis "TAHUN <tahun>" sebagai ganti "TAHUN 2025"
    Dan nomor SOP tertulis "000.8.3.3/07/TS/I/<tahun>"
    Maka aturan NIP-06 tidak menemukan apa pun

    Contoh:
      | tanggal         | tahun |
      | 14 Januari 2008 | 2008  |
      | 15 Januari 2007 | 2007  |

  Skenario: NIP lama pada dokumen tanpa tahun
    Ketika NIP Camat di semua tempat tertulis "131234567"
    Dan bagian identitas dihapus
    Dan tempat dan tanggal di atas tanda tangan dihapus
    Dan naskah menulis "" sebagai ganti "TAHUN 2025"
    Maka aturan NIP-06 tidak dapat dinilai karena "Tahun dokumen tidak diketahui"

  Skenario: NIP baru pada dokumen tanpa tahun
    Ketika bagian identitas dihapus
    Dan tempat dan tanggal di atas tanda tangan dihapus
    Dan naskah menulis "" sebagai ganti "TAHUN 2025"
    Maka aturan NIP-06 tidak menemukan apa pun

  Skenario: NIP lama pada pindaian
    Ketika NIP Camat di semua tempat tertulis "131234567"
    Dan "131234567" terbaca dari pindaian dengan kepastian 80 persen
    Maka aturan NIP-06 tidak dapat dinilai karena "tidak dikenali dengan cukup pasti"

  Skenario: NIP lama yang terbaca jelas pada pindaian
    Ketika NIP Camat di semua tempat tertulis "131234567"
    Dan "131234567" terbaca dari pindaian dengan kepastian 100 persen
    Maka aturan NIP-06 menemukan 1 temuan minor

  Skenario: NIP baru pada pindaian yang kurang jelas bukan NIP lama
    Ketika "19820517" terbaca dari pindaian dengan kepastian 80 persen
    Maka aturan NIP-06 tidak menemukan apa pun

  Garis-Besar Skenario: Umur pengangkatan yang mungkin
    Ketika NIP Camat di semua tempat tertulis "<nip>"
    Maka aturan NIP-04 tidak menemukan apa pun

    Contoh:
      | nip                   |
      | 19820517 200005 1 003 |
      | 19750517 202204 1 003 |
      | 19760517 202205 1 003 |
      | 20020517 202221 1 003 |
      | 19700517 202221 1 003 |
      | 19661217 199003 1 003 |

  Garis-Besar Skenario: Umur pengangkatan yang tidak mungkin
    Ketika NIP Camat di semua tempat tertulis "<nip>"
    Maka aturan NIP-04 menemukan 1 temuan minor
    Dan temuan menyatakan "<yang janggal>"

    Contoh:
      | nip                   | yang janggal                  |
      | 19820517 199905 1 003 | diangkat pada umur 17 tahun   |
      | 19820517 200004 1 003 | diangkat pada umur 17 tahun   |
      | 19750517 202206 1 003 | diangkat pada umur 47 tahun   |
      | 20030517 202221 1 003 | diangkat pada umur 19 tahun   |
      | 20040517 202221 1 003 | diangkat pada umur 18 tahun   |
      | 19661117 199003 1 003 | sudah 1 bulan melewati        |
      | 20150517 202604 1 003 | diangkat sesudah SOP disahkan |
      | 19400517 200604 1 003 | melewati batas usia pensiun   |

  Garis-Besar Skenario: Umur dari pindaian
    Ketika NIP Camat di semua tempat tertulis "19920517 200604 1 003"
    Dan "19920517" terbaca dari pindaian dengan kepastian <kepastian> persen
    Maka <hasil>

    Contoh:
      | kepastian | hasil                                                                        |
      | 80        | aturan NIP-04 tidak dapat dinilai karena "tidak dikenali dengan cukup pasti" |
      | 100       | aturan NIP-04 menemukan 1 temuan minor                                       |
