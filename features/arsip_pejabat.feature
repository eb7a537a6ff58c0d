# language: id
@aturan-AR-01 @pasal-archive-nip
Fitur: Pejabat di antara dokumen arsip
  Dua NIP atas satu nama, atau satu NIP atas dua nama, dipertentangkan bila ada yang menunjukkan bahwa orangnya satu.

  Garis-Besar Skenario: Satu NIP atas dua nama
    Dengan arsip dengan SOP berikut
      | berkas | kantor                 | pejabat                 | nip                   |
      | a.txt  | Kecamatan Rimba Wangi  | GALANG PRAMUDITA, S.IP. | 19790904 200312 1 006 |
      | b.txt  | Kecamatan Telaga Sunyi | <nama>                  | 19790904 200312 1 006 |
    Maka aturan AR-01 menemukan 1 temuan kritis dalam arsip Kecamatan Telaga Sunyi
    Dan keyakinan temuan <keyakinan>
    Dan temuan menyatakan "<kata>"

    Contoh:
      | nama                   | keyakinan | kata       |
      | RATIH KEMALASARI, S.E. | tinggi    | sedangkan  |
      | RANGGA PRAMUDITA, S.IP. | sedang    | mirip      |
      | GALANG WIRATAMA, S.IP. | sedang    | mirip      |

  Garis-Besar Skenario: Satu NIP atas nama yang sama
    Dengan arsip dengan SOP berikut
      | berkas | kantor                 | pejabat                 | nip                   |
      | a.txt  | Kecamatan Rimba Wangi  | GALANG PRAMUDITA, S.IP. | 19790904 200312 1 006 |
      | b.txt  | Kecamatan Telaga Sunyi | <nama>                  | 19790904 200312 1 006 |
    Maka aturan AR-01 tidak menemukan apa pun dalam arsip

    Contoh:
      | nama                    |
      | Galang Pramudita        |
      | GALANG PRAMUDITO, S.IP. |
      | PRAMUDITA, S.IP.        |

  Garis-Besar Skenario: Satu nama dengan dua NIP
    Dengan arsip dengan SOP berikut
      | berkas | kantor                 | pejabat                 | nip                   |
      | a.txt  | Kecamatan Rimba Wangi  | GALANG PRAMUDITA, S.IP. | 19790904 200312 1 006 |
      | b.txt  | Kecamatan Telaga Sunyi | GALANG PRAMUDITA, S.IP. | <nip>                 |
    Maka aturan AR-01 menemukan 1 temuan kritis dalam arsip Kecamatan Telaga Sunyi
    Dan keyakinan temuan <keyakinan>
    Dan temuan menyatakan "tidak sama di dua dokumen arsip"

    Contoh:
      | nip                   | keyakinan |
      | 19790904 200312 1 007 | tinggi    |
      | 19790905 200312 1 007 | tinggi    |
      | 19790904 200502 1 008 | sedang    |

  Garis-Besar Skenario: Satu nama yang mungkin dua orang
    Dengan arsip dengan SOP berikut
      | berkas | kantor                 | pejabat                 | nip                   |
      | a.txt  | Kecamatan Rimba Wangi  | GALANG PRAMUDITA, S.IP. | 19790904 200312 1 006 |
      | b.txt  | Kecamatan Telaga Sunyi | GALANG PRAMUDITA, S.IP. | <nip>                 |
    Maka aturan AR-01 tidak menemukan apa pun dalam arsip

    Contoh:
      | nip                   |
      | 19790905 200412 1 007 |
      | 19850117 201001 1 021 |
      | 19790904 202121 1 006 |

  Garis-Besar Skenario: Satu jabatan di satu kantor
    Dengan arsip dengan SOP berikut
      | berkas | kantor                | pejabat                 | nip                   | jabatan    |
      | a.txt  | Kecamatan Rimba Wangi | GALANG PRAMUDITA, S.IP. | 19790904 200312 1 006 | <jabatan1> |
      | b.txt  | Kecamatan Rimba Wangi | GALANG PRAMUDITA, S.IP. | 19850117 201001 1 021 | <jabatan2> |
    Maka aturan AR-01 menemukan 1 temuan kritis dalam arsip Kecamatan Rimba Wangi
    Dan keyakinan temuan sedang

    Contoh:
      | jabatan1          | jabatan2          |
      | CAMAT RIMBA WANGI | CAMAT RIMBA WANGI |

  Garis-Besar Skenario: Jabatan yang tidak menunjukkan satu orang
    Dengan arsip dengan SOP berikut
      | berkas | kantor                | pejabat                 | nip                   | jabatan    |
      | a.txt  | Kecamatan Rimba Wangi | GALANG PRAMUDITA, S.IP. | 19790904 200312 1 006 | <jabatan1> |
      | b.txt  | <kantor>              | GALANG PRAMUDITA, S.IP. | <nip>                 | <jabatan2> |
    Maka aturan AR-01 tidak menemukan apa pun dalam arsip

    Contoh:
      | kantor                 | jabatan1          | jabatan2               | nip                   |
      | Kecamatan Rimba Wangi  | KEPALA SEKSI      | KEPALA SEKSI           | 19850117 201001 1 021 |
      | Kecamatan Telaga Sunyi | CAMAT RIMBA WANGI | CAMAT RIMBA WANGI      | 19850117 201001 1 021 |
      | Kecamatan Rimba Wangi  | CAMAT RIMBA WANGI | CAMAT RIMBA WANGI      | 19850117 202121 1 021 |

  Skenario: Bacaan lain yang pasti tetap dibandingkan
    Dengan arsip dengan SOP berikut
      | berkas | kantor                 | pejabat                 | nip                   |
      | a.txt  | Kecamatan Rimba Wangi  | GALANG PRAMUDITA, S.IP. | 19790904 200312 1 006 |
      | b.txt  | Kecamatan Telaga Sunyi | GALANG PRAMUDITA, S.IP. | l9790904 2OO412 1 006 |
      | c.txt  | Kecamatan Telaga Sunyi | RATIH KEMALASARI, S.E.  | 19790904 200312 1 006 |
    Maka aturan AR-01 menemukan 1 temuan kritis dalam arsip Kecamatan Telaga Sunyi

  Skenario: Arsip tanpa pejabat
    Dengan Laporan Kinerja Kecamatan Rimba Wangi tahun 2024 jatuh tempo 2025-02-28 dan belum ada
    Maka aturan AR-01 tidak berlaku dalam arsip Kecamatan Rimba Wangi
