# language: id
Fitur: Nama dan jabatan pejabat
  Pejabat yang mengesahkan dan yang menandatangani adalah orang yang sama, dengan nama dan jabatan yang sama.

  Skenario: Pengesah dan penanda tangan bernama lain
    Dengan SOP lengkap
    Ketika blok tanda tangan berisi CAMAT TAMAN SELASIH "BASKARA PRANAYAMA, S.IP." dengan NIP "19790311 200212 1 004"
    Maka aturan person/name-mismatch menemukan 1 temuan mayor
    Dan temuan mengutip "WISNU ANGGARAKSA"
    Dan temuan mengutip "BASKARA PRANAYAMA"

  Garis-Besar Skenario: Gelar, huruf besar, dan tanda baca
    Dengan SOP lengkap
    Ketika nama penanda tangan tertulis "<nama>"
    Maka aturan person/name-mismatch tidak menemukan apa pun
    Dan aturan person/title-mismatch tidak menemukan apa pun

    Contoh:
      | nama                           |
      | Wisnu Anggaraksa               |
      | Wisnu Anggaraksa, S.STP, M.Si  |
      | WISNU ANGGARAKSA, S. STP; M.Si |

  Skenario: Camat di satu tempat, Lurah di tempat lain
    Dengan SOP lengkap
    Ketika jabatan penanda tangan tertulis "LURAH TAMAN SELASIH"
    Maka aturan person/title-mismatch menemukan 1 temuan mayor
    Dan temuan mengutip "LURAH TAMAN SELASIH"
    Dan temuan menyatakan "Jabatan WISNU ANGGARAKSA"

  Skenario: Plt. hanya di satu tempat
    Dengan SOP lengkap
    Ketika jabatan penanda tangan tertulis "Plt. CAMAT TAMAN SELASIH"
    Maka aturan person/title-mismatch menemukan 1 temuan minor
    Dan temuan mengutip "Plt. CAMAT TAMAN SELASIH"

  Skenario: Jabatan dengan dan tanpa nama kecamatan
    Dengan SOP lengkap
    Ketika jabatan penanda tangan tertulis "Camat"
    Maka aturan person/title-mismatch tidak menemukan apa pun

  Skenario: Penanda tangan tanpa jabatan
    Dengan SOP lengkap
    Ketika jabatan di atas nama penanda tangan dihapus
    Maka aturan approval/title-missing menemukan 1 temuan minor
    Dan temuan menyatakan "tidak mencantumkan jabatan di atas namanya"
    Dan temuan mengutip "WISNU ANGGARAKSA"

  Garis-Besar Skenario: Jabatan dalam berbagai tulisan
    Dengan SOP lengkap
    Ketika jabatan penanda tangan tertulis "<jabatan>"
    Maka aturan approval/title-missing tidak menemukan apa pun

    Contoh:
      | jabatan                  |
      | CAMAT                    |
      | a.n. Camat Taman Selasih |

  Skenario: Pengesah dengan nama dan NIP
    Dengan SOP lengkap
    Ketika blok tanda tangan dihapus
    Maka aturan person/approver-name-missing tidak menemukan apa pun

  Skenario: Tidak ada yang menandatangani dan tidak ada pengesah
    Dengan SOP lengkap
    Ketika isian Disahkan Oleh dikosongkan
    Dan blok tanda tangan dihapus
    Maka aturan approval/no-signature-block menemukan 1 temuan mayor

  Skenario: Prosedur ditandatangani pejabatnya
    Dengan SOP lengkap
    Maka aturan approval/no-signature-block tidak menemukan apa pun
