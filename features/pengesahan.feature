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
    Dengan SOP lengkap
    Ketika tulisan ttd dihapus
    Dan naskah dicetak sebagai PDF
    Maka aturan approval/unsigned menemukan 1 temuan kritis
    Dan temuan mengutip "Disahkan Oleh"

  Skenario: PDF yang ditandatangani secara elektronik
    Dengan SOP lengkap
    Ketika tulisan ttd dihapus
    Dan naskah dicetak sebagai PDF
    Dan PDF itu ditandatangani secara elektronik
    Maka aturan approval/unsigned tidak menemukan apa pun
    Dan aturan approval/signature-invalid tidak menemukan apa pun

  Skenario: PDF yang diubah di dalamnya sesudah ditandatangani
    Dengan SOP lengkap
    Ketika tulisan ttd dihapus
    Dan naskah dicetak sebagai PDF
    Dan PDF itu ditandatangani secara elektronik
    Dan satu huruf di dalam PDF itu diganti
    Maka aturan approval/signature-invalid menemukan 1 temuan kritis
    Dan aturan approval/unsigned tidak dapat dinilai karena "tanda tangan elektronik yang tidak sah"

  Skenario: PDF yang ditambahi tulisan sesudah ditandatangani
    Dengan SOP lengkap
    Ketika naskah dicetak sebagai PDF
    Dan PDF itu ditandatangani secara elektronik
    Dan tulisan lain ditambahkan pada halaman PDF itu
    Maka aturan approval/signature-invalid menemukan 1 temuan mayor

  Skenario: PDF yang ditandatangani dua kali
    Dengan SOP lengkap
    Ketika naskah dicetak sebagai PDF
    Dan PDF itu ditandatangani secara elektronik
    Dan PDF itu ditandatangani juga oleh Sekretaris
    Maka aturan approval/signature-invalid tidak menemukan apa pun
