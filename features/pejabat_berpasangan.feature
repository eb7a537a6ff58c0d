# language: id
@aturan-NIP-02 @aturan-NIP-05 @aturan-PJ-02
Fitur: Dua tempat untuk satu pejabat
  Pengesah pada bagian identitas dan penanda tangan di akhir naskah biasanya satu orang. Apakah keduanya satu orang
  ditentukan oleh nama dan jabatannya, bukan oleh NIP-nya.

  Latar Belakang:
    Dengan SOP lengkap

  Garis-Besar Skenario: Satu nama dengan dua NIP
    Ketika blok tanda tangan berisi <jabatan> "Wisnu Anggaraksa" dengan NIP "19820517 200612 1 003"
    Maka aturan NIP-02 menemukan 1 temuan kritis
    Dan keyakinan temuan tinggi
    Dan temuan menyatakan "tidak sama di dua tempat"

    Contoh:
      | jabatan                  |
      | CAMAT TAMAN SELASIH      |
      | Plt. CAMAT TAMAN SELASIH |
      | Camat                    |
      | SEKRETARIS KECAMATAN     |

  Skenario: Satu nama dengan dua NIP tanpa jabatan
    Ketika NIP pada blok tanda tangan tertulis "19820517 200612 1 003"
    Dan jabatan di atas nama penanda tangan dihapus
    Maka aturan NIP-02 menemukan 1 temuan kritis
    Dan temuan menyatakan "tidak sama di dua tempat"

  Garis-Besar Skenario: Nama yang mirip atau lebih singkat pada jabatan yang sama
    Ketika blok tanda tangan berisi <jabatan> "<nama>" dengan NIP "19820517 200612 1 003"
    Maka aturan NIP-02 menemukan 1 temuan kritis
    Dan keyakinan temuan sedang
    Dan temuan menyatakan "(jabatan sama)"

    Contoh:
      | jabatan                  | nama             |
      | CAMAT TAMAN SELASIH      | WISNU ANGGARAKSO |
      | Plt. CAMAT TAMAN SELASIH | WISNU ANGGARAKSO |
      | Camat                    | WISNU ANGGARAKSO |
      | CAMAT TAMAN SELASIH      | ANGGARAKSA       |
      | Camat                    | WISNU            |

  Garis-Besar Skenario: Nama yang mirip pada jabatan lain adalah orang lain
    Ketika blok tanda tangan berisi SEKRETARIS KECAMATAN "<nama>" dengan NIP "19820517 200612 1 003"
    Maka aturan NIP-02 tidak menemukan apa pun

    Contoh:
      | nama             |
      | WISNU ANGGARAKSO |
      | WISNU            |

  Skenario: Nama yang mirip tanpa jabatan
    Ketika nama penanda tangan tertulis "WISNU ANGGARAKSO"
    Dan NIP pada blok tanda tangan tertulis "19820517 200612 1 003"
    Dan jabatan di atas nama penanda tangan dihapus
    Maka aturan NIP-02 tidak menemukan apa pun

  Garis-Besar Skenario: Separuh nama berbeda, jabatan sama, dan NIP berselisih beberapa angka
    Ketika blok tanda tangan berisi <jabatan> "<nama>" dengan NIP "<nip>"
    Maka aturan NIP-02 menemukan 1 temuan kritis
    Dan keyakinan temuan sedang
    Dan temuan menyatakan "pada bagian identitas dan blok tanda tangan berbeda"

    Contoh:
      | jabatan                  | nama           | nip                   |
      | CAMAT TAMAN SELASIH      | BASKARA GARASA | 19820517 200604 1 004 |
      | CAMAT TAMAN SELASIH      | BASKARA GARASA | 19820518 200615 1 008 |
      | Plt. CAMAT TAMAN SELASIH | WISNA ANGGARA  | 19820517 200612 1 003 |

  Garis-Besar Skenario: Nama lain dengan NIP yang berdekatan belum berarti orang yang sama
    Ketika blok tanda tangan berisi <jabatan> "<nama>" dengan NIP "<nip>"
    Maka aturan NIP-02 tidak menemukan apa pun

    Contoh:
      | jabatan              | nama              | nip                   |
      | CAMAT TAMAN SELASIH  | RUSMAN ANGGARA    | 19820517 200604 1 004 |
      | CAMAT TAMAN SELASIH  | BASKARA PRANAYAMA | 19820517 200612 1 003 |
      | CAMAT TAMAN SELASIH  | BASKARA GARASA    | 19820518 200715 1 008 |
      | Camat                | BASKARA GARASA    | 19820517 200604 1 004 |
      | SEKRETARIS KECAMATAN | BASKARA GARASA    | 19820517 200604 1 004 |

  Skenario: Nama lain tanpa jabatan
    Ketika nama penanda tangan tertulis "BASKARA GARASA"
    Dan NIP pada blok tanda tangan tertulis "19820517 200604 1 004"
    Dan jabatan di atas nama penanda tangan dihapus
    Maka aturan NIP-02 tidak menemukan apa pun

  Garis-Besar Skenario: Satu tempat tanpa nama, jabatan sama, dan NIP berselisih beberapa angka
    Ketika Disahkan Oleh berisi <jabatan> "" dengan NIP "<nip>"
    Maka aturan NIP-02 menemukan 1 temuan kritis
    Dan keyakinan temuan sedang
    Dan temuan menyatakan "pada bagian identitas dan blok tanda tangan berbeda"

    Contoh:
      | jabatan                  | nip                   |
      | CAMAT TAMAN SELASIH      | 19820517 200604 1 004 |
      | CAMAT TAMAN SELASIH      | 19820518 200615 1 008 |
      | Plt. CAMAT TAMAN SELASIH | 19820517 200604 1 004 |

  Garis-Besar Skenario: Satu tempat tanpa nama yang bukan pejabat yang sama
    Ketika Disahkan Oleh berisi <jabatan> "" dengan NIP "<nip>"
    Maka aturan NIP-02 tidak menemukan apa pun

    Contoh:
      | jabatan              | nip                   |
      | CAMAT TAMAN SELASIH  | 19820518 200715 1 008 |
      | Camat                | 19820517 200604 1 004 |
      | SEKRETARIS KECAMATAN | 19820517 200604 1 004 |

  Skenario: Penanda tangan tanpa nama dan tanpa jabatan
    Ketika nama penanda tangan tertulis ""
    Dan NIP pada blok tanda tangan tertulis "19820517 200604 1 004"
    Dan jabatan di atas nama penanda tangan dihapus
    Maka aturan NIP-02 tidak menemukan apa pun

  Skenario: NIP hanya tercantum di satu tempat
    Ketika Disahkan Oleh berisi CAMAT TAMAN SELASIH "WISNU ANGGARAKSA, S.STP., M.Si." dengan NIP ""
    Maka aturan NIP-02 tidak berlaku
    Dan aturan NIP-05 tidak berlaku

  Skenario: Penyusun dan pemeriksa satu jabatan dengan nama dan NIP yang berdekatan
    Ketika isian Disahkan Oleh dikosongkan
    Dan pedoman ditandatangani Camat Taman Selasih "BASKARA ANGGARAKSA" dengan NIP "19820517 200604 1 004"
    Maka aturan NIP-02 tidak menemukan apa pun

  Garis-Besar Skenario: Satu NIP pada pengesah dan penanda tangan
    Ketika blok tanda tangan berisi <jabatan> "BASKARA PRANAYAMA" dengan NIP "19820517 200604 1 003"
    Maka aturan NIP-05 menemukan 1 temuan mayor
    Dan temuan menyatakan "tercantum pada dua nama"

    Contoh:
      | jabatan                |
      | SEKRETARIS KECAMATAN   |
      | KEPALA SEKSI PELAYANAN |

  Skenario: Satu NIP pada pengesah dan penanda tangan tanpa jabatan
    Ketika nama penanda tangan tertulis "BASKARA PRANAYAMA"
    Dan jabatan di atas nama penanda tangan dihapus
    Maka aturan NIP-05 menemukan 1 temuan mayor

  Garis-Besar Skenario: Dua nama pada satu jabatan adalah urusan nama, bukan NIP
    Ketika blok tanda tangan berisi <jabatan> "BASKARA PRANAYAMA" dengan NIP "19820517 200604 1 003"
    Maka aturan NIP-05 tidak menemukan apa pun
    Dan aturan person/name-mismatch menemukan 1 temuan mayor

    Contoh:
      | jabatan                  |
      | CAMAT TAMAN SELASIH      |
      | Plt. CAMAT TAMAN SELASIH |
      | Camat                    |

  Garis-Besar Skenario: Dua penanda tangan selain pengesah
    Ketika isian Disahkan Oleh dikosongkan
    Dan pedoman ditandatangani <jabatan> "BASKARA PRANAYAMA" dengan NIP "19820517 200604 1 003"
    Maka aturan NIP-05 menemukan 1 temuan mayor
    Dan aturan person/name-mismatch tidak berlaku

    Contoh:
      | jabatan              |
      | Camat Taman Selasih  |
      | Sekretaris Kecamatan |

  Skenario: NIP yang tidak terbaca tidak dibandingkan
    Ketika NIP pada bagian identitas tertulis "l982O517 200604 1 OO3"
    Maka aturan NIP-05 tidak dapat dinilai karena "tidak terbaca sebagai angka"
    Dan aturan NIP-02 tidak dapat dinilai karena "tidak terbaca sebagai angka"

  Skenario: Perbedaan yang terlihat tetap dilaporkan walaupun NIP lain tidak terbaca
    Ketika NIP pada blok tanda tangan tertulis "19820517 200612 1 003"
    Dan pedoman ditandatangani Sekretaris Kecamatan "LARASATI WENINGTYAS, S.Sos." dengan NIP "l987O921 201001 2 OO5"
    Maka aturan NIP-02 menemukan 1 temuan kritis

  Garis-Besar Skenario: Ejaan nama pejabat
    Ketika blok tanda tangan berisi <jabatan> "<nama>" dengan NIP "19820517 200604 1 003"
    Maka aturan person/name-mismatch menemukan 1 temuan mayor
    Dan keyakinan temuan <keyakinan>

    Contoh:
      | jabatan                  | nama              | keyakinan |
      | CAMAT TAMAN SELASIH      | WISNU ANGGARAKSO  | sedang    |
      | Plt. CAMAT TAMAN SELASIH | WISNU ANGGARAKSO  | sedang    |
      | Camat                    | WISNU ANGGARAKSO  | sedang    |
      | Plt. CAMAT TAMAN SELASIH | BASKARA PRANAYAMA | tinggi    |
      | Camat                    | BASKARA PRANAYAMA | tinggi    |

  Garis-Besar Skenario: Nama lain yang tidak dipersoalkan
    Ketika blok tanda tangan berisi <jabatan> "<nama>" dengan NIP "19790311 200212 1 004"
    Maka aturan person/name-mismatch tidak menemukan apa pun

    Contoh:
      | jabatan              | nama              |
      | SEKRETARIS KECAMATAN | BASKARA PRANAYAMA |
      | CAMAT TAMAN SELASIH  | ANGGARAKSA        |
      | CAMAT TAMAN SELASIH  | Wisnu Anggaraksa  |

  Skenario: Nama lain tanpa jabatan tidak dibandingkan dengan pengesah
    Ketika nama penanda tangan tertulis "BASKARA PRANAYAMA"
    Dan jabatan di atas nama penanda tangan dihapus
    Maka aturan person/name-mismatch tidak menemukan apa pun
