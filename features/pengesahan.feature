# language: id
Fitur: Pengesahan tanpa nama atau tanda tangan
  SOP mengikat sesudah disahkan pimpinan. Tanda tangan basah tidak tampak dalam teks,
  maka yang tidak terlihat dinyatakan tidak dapat dinilai, bukan dituduhkan.

  Skenario: Tidak ada yang mengesahkan
    Dengan SOP lengkap
    Ketika isian Disahkan Oleh dikosongkan
    Dan blok tanda tangan dihapus
    Maka aturan approval/unsigned menemukan 1 temuan kritis
    Dan temuan menunjuk baris yang memuat "Disahkan Oleh"

  Skenario: Disahkan Oleh yang kosong tidak dilaporkan dua kali
    Dengan SOP lengkap
    Ketika isian Disahkan Oleh dikosongkan
    Dan blok tanda tangan dihapus
    Maka aturan identity/field-empty tidak menemukan apa pun

  Skenario: Jabatan tanpa nama dan NIP
    Dengan SOP lengkap
    Ketika Disahkan Oleh hanya memuat jabatan
    Dan blok tanda tangan dihapus
    Maka aturan person/approver-name-missing menemukan 1 temuan mayor
    Dan temuan mengutip "CAMAT TAMAN SELASIH"

  Skenario: Tulisan ttd bukan nama pejabat
    Dengan SOP lengkap
    Ketika Disahkan Oleh hanya memuat jabatan dan ttd
    Dan blok tanda tangan dihapus
    Maka aturan person/approver-name-missing menemukan 1 temuan mayor

  Skenario: Nama dan NIP tercetak, tanda tangan tidak tampak dalam teks
    Dengan SOP lengkap
    Ketika tulisan ttd dihapus
    Maka aturan approval/unsigned tidak dapat dinilai karena "tidak dapat dilihat dalam teks"
    Dan tidak ada temuan di atas saran

  Skenario: Tanpa blok tanda tangan, tetapi pengesah tercantum
    Dengan SOP lengkap
    Ketika blok tanda tangan dihapus
    Maka aturan approval/unsigned tidak menemukan apa pun
    Dan aturan approval/no-signature-block menemukan 1 temuan saran

  Skenario: PDF tanpa tanda tangan apa pun
    Dengan berkas "berkas/sop-tanpa-tanda-tangan.pdf"
    Maka aturan approval/unsigned menemukan 1 temuan kritis
    Dan temuan mengutip "Disahkan Oleh"

  Skenario: PDF yang ditandatangani secara elektronik
    Dengan berkas "berkas/sop-ditandatangani-elektronik.pdf"
    Maka aturan approval/unsigned tidak menemukan apa pun
    Dan aturan approval/signature-invalid tidak menemukan apa pun

  Skenario: PDF yang diubah di dalamnya sesudah ditandatangani
    Dengan berkas "berkas/sop-diubah-sesudah-ditandatangani.pdf"
    Maka aturan approval/signature-invalid menemukan 1 temuan kritis
    Dan aturan approval/unsigned tidak dapat dinilai karena "tanda tangan elektronik yang tidak sah"

  Skenario: PDF yang ditambahi tulisan sesudah ditandatangani
    Dengan berkas "berkas/sop-ditambahi-sesudah-ditandatangani.pdf"
    Maka aturan approval/signature-invalid menemukan 1 temuan mayor

  Skenario: PDF yang ditandatangani dua kali
    Dengan berkas "berkas/sop-ditandatangani-dua-kali.pdf"
    Maka aturan approval/signature-invalid tidak menemukan apa pun
