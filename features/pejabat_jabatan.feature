# language: id
@aturan-PJ-01 @aturan-PJ-02 @aturan-PJ-03
Fitur: Jabatan dan nama pejabat pengesah
  Satu orang yang disebut dengan dua jabatan membuat kewenangannya tidak pasti. Yang tidak dapat dipasangkan dengan
  labelnya tidak dituduhkan.

  Latar Belakang:
    Dengan SOP lengkap

  Garis-Besar Skenario: Satu nama dengan dua jabatan
    Ketika blok tanda tangan berisi <jabatan> "<nama>" dengan NIP "<nip>"
    Maka aturan PJ-03 menemukan 1 temuan <tingkat>
    Dan keyakinan temuan <keyakinan>
    Dan temuan menyatakan "<kata>"

    Contoh:
      | jabatan                  | nama             | nip                   | tingkat | keyakinan | kata           |
      | LURAH TAMAN SELASIH      | Wisnu Anggaraksa | 19820517 200604 1 003 | mayor   | tinggi    | berbeda:       |
      | SEKRETARIS KECAMATAN     | Wisnu Anggaraksa | 19820517 200612 1 003 | mayor   | tinggi    | berbeda:       |
      | LURAH TAMAN SELASIH      | WISNU ANGGARAKSO | 19820517 200604 1 003 | mayor   | sedang    | berbeda:       |
      | Plt. CAMAT TAMAN SELASIH | Wisnu Anggaraksa | 19820517 200612 1 003 | minor   | tinggi    | di satu tempat |
      | Plt. CAMAT TAMAN SELASIH | WISNU ANGGARAKSO | 19820517 200604 1 003 | minor   | sedang    | di satu tempat |

  Garis-Besar Skenario: Jabatan lain yang belum berarti orang yang sama
    Ketika blok tanda tangan berisi <jabatan> "<nama>" dengan NIP "<nip>"
    Maka aturan PJ-03 tidak menemukan apa pun

    Contoh:
      | jabatan                  | nama             | nip                   |
      | LURAH TAMAN SELASIH      | WISNU ANGGARAKSO | 19820517 200612 1 003 |
      | Plt. CAMAT TAMAN SELASIH | WISNU ANGGARAKSO | 19820517 200612 1 003 |
      | CAMAT TAMAN SELASIH      | WISNU ANGGARAKSO | 19820517 200604 1 003 |
      | Camat                    | Wisnu Anggaraksa | 19820517 200604 1 003 |

  Garis-Besar Skenario: Tanpa dua sebutan atas satu nama tidak ada yang dibandingkan
    Ketika blok tanda tangan berisi <jabatan> "<nama>" dengan NIP "<nip>"
    Maka aturan PJ-03 tidak berlaku

    Contoh:
      | jabatan              | nama              | nip                   |
      | LURAH TAMAN SELASIH  | BASKARA PRANAYAMA | 19790311 200212 1 004 |
      | SEKRETARIS KECAMATAN | ANGGARAKSA        | 19820517 200604 1 003 |

  Skenario: Penanda tangan tanpa jabatan
    Ketika jabatan di atas nama penanda tangan dihapus
    Maka aturan PJ-03 tidak berlaku

  Skenario: Penanda tangan tanpa nama
    Ketika nama penanda tangan tertulis ""
    Dan jabatan penanda tangan tertulis "LURAH TAMAN SELASIH"
    Maka aturan PJ-03 tidak berlaku

  Skenario: Isian Disahkan Oleh yang terlepas dari labelnya
    Ketika label dan isi bagian identitas terpisah
    Maka aturan PJ-03 tidak dapat dinilai karena "tidak dapat dipasangkan dengan labelnya"
    Dan aturan PJ-02 tidak dapat dinilai karena "tidak dapat dipasangkan dengan labelnya"
    Dan aturan PJ-01 tidak dapat dinilai karena "tidak dapat dipasangkan dengan labelnya"

  Skenario: Pengesah yang terbaca dari label yang terpisah
    Ketika label dan isi bagian identitas terpisah
    Dan blok tanda tangan dihapus
    Maka aturan PJ-01 tidak menemukan apa pun
    Dan aturan PJ-03 tidak berlaku

  Skenario: Nama yang tertutup stempel pada pindaian
    Ketika nama penanda tangan tertulis "WISNU ANGGARAKSO"
    Dan "ANGGARAKSO" terbaca dari pindaian dengan kepastian 60 persen
    Maka aturan PJ-02 tidak dapat dinilai karena "tidak terbaca pasti"
    Dan aturan PJ-03 tidak berlaku

  Skenario: Nama lain yang tertutup stempel bukan alasan menuduh NIP
    Ketika nama penanda tangan tertulis "WISNU ANGGARAKSO"
    Dan NIP pada blok tanda tangan tertulis "19820517 200612 1 003"
    Dan "ANGGARAKSO" terbaca dari pindaian dengan kepastian 60 persen
    Maka aturan NIP-02 tidak menemukan apa pun

  Skenario: Nama lain yang terbaca jelas pada pindaian
    Ketika nama penanda tangan tertulis "WISNU ANGGARAKSO"
    Dan "ANGGARAKSO" terbaca dari pindaian dengan kepastian 99 persen
    Maka aturan PJ-02 menemukan 1 temuan mayor

  Garis-Besar Skenario: Pengesah tanpa nama atau tanpa NIP
    Ketika Disahkan Oleh berisi <jabatan> "<nama>" dengan NIP "<nip>"
    Dan blok tanda tangan dihapus
    Maka aturan PJ-01 menemukan 1 temuan mayor
    Dan temuan menyatakan "<kata>"

    Contoh:
      | jabatan             | nama              | nip                   | kata               |
      | CAMAT TAMAN SELASIH |                   | 19820517 200604 1 003 | tanpa nama pejabat |
      | CAMAT TAMAN SELASIH |                   |                       | tanpa nama pejabat |
      | CAMAT TAMAN SELASIH | BASKARA PRANAYAMA |                       | tanpa NIP          |

  Skenario: Kepala daerah tidak mempunyai NIP
    Ketika Disahkan Oleh berisi BUPATI ARUNIKA "BASKARA PRANAYAMA" dengan NIP ""
    Dan blok tanda tangan dihapus
    Maka aturan PJ-01 tidak menemukan apa pun

  Garis-Besar Skenario: Nama atau NIP pengesah tercantum pada tanda tangannya
    Ketika Disahkan Oleh berisi <jabatan> "<nama>" dengan NIP ""
    Maka aturan PJ-01 tidak menemukan apa pun

    Contoh:
      | jabatan                  | nama             |
      | CAMAT TAMAN SELASIH      |                  |
      | CAMAT TAMAN SELASIH      | Wisnu Anggaraksa |
      | Plt. CAMAT TAMAN SELASIH |                  |

  Skenario: Tanda tangan pejabat lain tidak melengkapi pengesah
    Ketika Disahkan Oleh berisi CAMAT TAMAN SELASIH "" dengan NIP ""
    Dan jabatan penanda tangan tertulis "SEKRETARIS KECAMATAN"
    Maka aturan PJ-01 menemukan 1 temuan mayor

  Skenario: Tanpa pengesah pada bagian identitas
    Ketika isian Disahkan Oleh dikosongkan
    Maka aturan PJ-01 tidak berlaku

  Skenario: Penanda tangan tanpa NIP bukan urusan isian Disahkan Oleh
    Ketika blok tanda tangan berisi SEKRETARIS KECAMATAN "LARASATI WENINGTYAS, S.Sos." dengan NIP ""
    Maka aturan PJ-01 tidak menemukan apa pun

  Skenario: Tanpa pengesah dan penanda tangan tanpa NIP
    Ketika isian Disahkan Oleh dikosongkan
    Dan blok tanda tangan berisi CAMAT TAMAN SELASIH "LARASATI WENINGTYAS, S.Sos." dengan NIP ""
    Maka aturan PJ-01 tidak berlaku

  Skenario: Isian lain yang terlepas dari labelnya tidak menghalangi
    Ketika label dan isi bagian identitas terpisah
    Dan blok tanda tangan dihapus
    Maka aturan PJ-02 tidak berlaku
    Dan aturan identity/date-order tidak dapat dinilai
