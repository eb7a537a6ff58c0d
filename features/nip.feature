# language: id
@aturan-NIP-02 @pasal-identity-approval-nip
Fitur: NIP tidak konsisten
  Seorang pegawai hanya mempunyai satu NIP. Yang dibandingkan adalah angkanya, bukan cara mencetaknya.

  Skenario: Dua NIP untuk satu pejabat
    Dengan SOP lengkap
    Ketika NIP pada blok tanda tangan tertulis "19820517 200612 1 003"
    Maka aturan person/nip-mismatch menemukan 1 temuan kritis
    Dan temuan mengutip "19820517 200604 1 003"
    Dan temuan mengutip "19820517 200612 1 003"

  Skenario: NIP pada pedoman berbeda dengan formulir
    Dengan SOP lengkap yang pedomannya juga ditandatangani Camat
    Ketika NIP pada pedoman tertulis "19820715 200604 1 003"
    Dan blok tanda tangan dihapus
    Maka aturan person/nip-mismatch menemukan 1 temuan kritis
    Dan temuan mengutip "19820715 200604 1 003"

  Garis-Besar Skenario: Cara mencetak tidak mengubah NIP
    Dengan SOP lengkap
    Ketika NIP pada blok tanda tangan tertulis "<cetak>"
    Maka aturan person/nip-mismatch tidak menemukan apa pun
    Dan tidak ada temuan di atas saran

    Contoh:
      | cetak                 |
      | 198205172006041003    |
      | 19820517.200604.1.003 |
      | 19820517 2006041 003  |

  Skenario: Gelar dan huruf besar tidak menjadikannya orang lain
    Dengan SOP lengkap yang pedomannya juga ditandatangani Camat
    Ketika nama pada pedoman tertulis "Wisnu Anggaraksa"
    Dan NIP pada pedoman tertulis "19820517 200612 1 003"
    Dan blok tanda tangan dihapus
    Maka aturan person/nip-mismatch menemukan 1 temuan kritis

  Skenario: Dua pejabat mempunyai dua NIP
    Dengan SOP lengkap
    Ketika pedoman ditandatangani Sekretaris Kecamatan "LARASATI WENINGTYAS, S.Sos." dengan NIP "19870921 201001 2 005"
    Maka aturan person/nip-mismatch tidak menemukan apa pun
    Dan aturan person/name-mismatch tidak menemukan apa pun

  Skenario: Huruf di antara angka NIP
    Dengan SOP lengkap
    Ketika NIP pada blok tanda tangan tertulis "l982O517 200604 1 OO3"
    Maka aturan person/nip-unreadable menemukan 1 temuan minor
    Dan temuan mengutip "l982O517 200604 1 OO3"
    Dan keyakinan temuan rendah
    Dan aturan person/nip-mismatch tidak dapat dinilai karena "tidak terbaca"
