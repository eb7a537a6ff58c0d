# language: id
Fitur: Dokumen dari berkas
  Letak berkas dihitung dari folder spesifikasi. Berkas dibaca terpisah, dengan batas seperti patuh check.

  Skenario: Buku kerja dengan lembar tersembunyi
    Dengan berkas "../fixtures/workbooks/capaian-percent-hidden.xls"
    Maka dokumen dikenali sebagai dokumen kinerja
    Dan ada catatan pembacaan "Lembar tersembunyi"
    Dan dokumen melanggar aturan performance/value-invalid
    Dan temuan menunjuk sel "C6"

  Skenario: SOP kedua dari satu berkas
    Dengan dokumen ke-2 dari berkas "../fixtures/sop/steps-duplicate-second-of-two-sops.txt"
    Maka berkas memuat 2 SOP
    Dan dokumen melanggar aturan steps/duplicate

  Skenario: SOP pertama dari berkas itu
    Dengan dokumen ke-1 dari berkas "../fixtures/sop/steps-duplicate-second-of-two-sops.txt"
    Maka aturan steps/duplicate tidak menemukan apa pun

  Skenario: Temuan pada halaman PDF
    Dengan berkas "berkas/sop-tanpa-tanda-tangan.pdf"
    Maka aturan approval/unsigned menemukan 1 temuan
    Dan temuan menunjuk halaman 1

  Garis-Besar Skenario: Berkas yang ditolak
    Dengan berkas "../fixtures/bad/<berkas>"
    Maka berkas tidak dapat dibaca karena "<sebab>"

    Contoh:
      | berkas              | sebab                |
      | nul-bytes.txt       | karakter kendali     |
      | empty.txt           | tidak berisi tulisan |
