# language: id
@aturan-KL-03 @pasal-identity-unit
Fitur: Sisa naskah unit kerja lain
  SOP kecamatan yang menyebut bidang, bagian, atau kepala dinas sebagai miliknya tersalin dari unit lain.

  Latar Belakang:
    Dengan SOP lengkap

  Garis-Besar Skenario: Jejak dalam uraian langkah
    Ketika uraian langkah 3 menjadi "<uraian>"
    Maka aturan KL-03 menemukan 1 temuan <tingkat>
    Dan keyakinan temuan <keyakinan>
    Dan temuan mengutip "<kutipan>"

    Contoh:
      | uraian                                               | tingkat | keyakinan | kutipan         |
      | Membagikan formulir kepada setiap bidang             | minor   | sedang    | setiap bidang   |
      | Kepala Dinas menyetujui formulir data kinerja        | minor   | sedang    | Kepala Dinas    |
      | Membagikan formulir kepada setiap bagian             | saran   | rendah    | setiap bagian   |
      | Menyampaikan formulir kepada Camat OPD               | mayor   | sedang    | Camat OPD       |

  Skenario: Bidang dan kepala dinas sekaligus
    Ketika uraian langkah 3 menjadi "Membagikan formulir kepada setiap bidang"
    Dan uraian langkah 4 menjadi "Kepala Dinas menyetujui formulir data kinerja"
    Maka aturan KL-03 menemukan 1 temuan mayor
    Dan temuan menyatakan "memuat sisa naskah unit kerja lain"

  Skenario: Kepala dinas dan bagian sekaligus
    Ketika uraian langkah 3 menjadi "Membagikan formulir kepada setiap bagian"
    Dan uraian langkah 4 menjadi "Kepala Dinas menyetujui formulir data kinerja"
    Maka aturan KL-03 menemukan 1 temuan minor
    Dan temuan menyatakan "lazimnya hanya ada pada perangkat daerah lain"

  Garis-Besar Skenario: Sebutan yang wajar
    Ketika uraian langkah 3 menjadi "<uraian>"
    Maka aturan KL-03 tidak menemukan apa pun

    Contoh:
      | uraian                                               |
      | Membagikan formulir kepada setiap seksi              |
      | Menyampaikan formulir kepada Kepala Dinas            |
      | Menyampaikan formulir kepada setiap bidang di Bappeda |
