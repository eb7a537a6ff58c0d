# language: id
Fitur: Tabel kinerja sebagai formulir: judul kolom, nomor tabel, sumber data, skala, dan kategori
  Tabel dapat dibaca dan ditelusuri bila setiap kolom berjudul dan bernomor, setiap tabel bernomor
  sendiri, dan setiap indikator menyebut sumber datanya. Kategori mengikuti skala yang dinyatakan.

  Skenario: Sembilan judul kolom dengan delapan nomor kolom
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN TAMAN SELASIH
      TAHUN 2024

      | No | Sasaran | Indikator Kinerja | Satuan | Target | Realisasi | Ket |
      |---|---|---|---|---|---|---|
      | 1 | 2 | 3 | 4 | 5 | 6 | |
      | 1 | Meningkatnya mutu layanan | Nilai IKM | Nilai | 80 | 82 | |
      """
    Maka aturan performance/header-mismatch menemukan 1 temuan minor
    Dan temuan menunjuk baris yang memuat "Indikator Kinerja"

  Skenario: Kolom nomor urut tanpa nomor kolom
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN TAMAN SELASIH
      TAHUN 2024

      | No | Sasaran | Indikator Kinerja | Satuan | Target | Realisasi | Ket |
      |---|---|---|---|---|---|---|
      | | 1 | 2 | 3 | 4 | 5 | 6 |
      | 1 | Meningkatnya mutu layanan | Nilai IKM | Nilai | 80 | 82 | |
      """
    Maka aturan performance/header-mismatch tidak menemukan apa pun

  Skenario: Formulir dalam SOP dengan nomor kolom yang sama banyak
    Dengan SOP lengkap
    Ketika nomor kolom disisipkan di bawah kepala formulir kinerja
    Maka aturan performance/header-mismatch tidak menemukan apa pun

  Skenario: Tabel hasil tanpa baris
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN TAMAN SELASIH
      TAHUN 2024

      | No | Sasaran | Indikator Kinerja | Satuan | Target | Realisasi |
      |---|---|---|---|---|---|
      | 1 | 2 | 3 | 4 | 5 | 6 |

      Demikian laporan ini disusun.
      """
    Maka aturan performance/table-empty menemukan 1 temuan minor

  Skenario: Dua tabel dengan satu nomor
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN TAMAN SELASIH
      TAHUN 2024

      Tabel 3.1
      Skala Penilaian

      Tabel 3.1 Pencapaian Kinerja
      | No | Indikator Kinerja | Satuan | Target | Realisasi |
      |---|---|---|---|---|
      | 1 | Nilai IKM | Nilai | 80 | 82 |
      """
    Maka aturan performance/table-number-twice menemukan 1 temuan minor
    Dan temuan menunjuk baris yang memuat "Tabel 3.1 Pencapaian"

  Skenario: Lanjutan tabel dan rujukan dalam uraian bukan tabel kedua
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN TAMAN SELASIH
      TAHUN 2024

      Tabel 3.1 Pencapaian Kinerja
      | No | Indikator Kinerja | Satuan | Target | Realisasi |
      |---|---|---|---|---|
      | 1 | Nilai IKM | Nilai | 80 | 82 |

      Tabel 3.1 (lanjutan)
      | No | Indikator Kinerja | Satuan | Target | Realisasi |
      |---|---|---|---|---|
      | 2 | Nilai SAKIP | Nilai | 70 | 71 |

      Tabel 3.1 di atas menunjukkan bahwa target tercapai.
      """
    Maka aturan performance/table-number-twice tidak menemukan apa pun

  Skenario: Satu indikator tanpa sumber data dan satu tanpa penanggung jawab
    Dengan naskah
      """
      FORMULIR PENGUMPULAN DATA KINERJA
      KECAMATAN TAMAN SELASIH
      TAHUN 2024

      | No | Sasaran | Indikator | Satuan | Target | Realisasi | Sumber Data | Penanggung Jawab |
      |---|---|---|---|---|---|---|---|
      | 1 | Mutu layanan | Nilai IKM | Nilai | 80 | 82 | Survei | Kasi Pelayanan |
      | 2 | Akuntabilitas | Nilai SAKIP | Nilai | 70 | 71 | - | Sekcam |
      | 3 | Ketertiban | Jumlah kasus | Kasus | 4 | 3 | Laporan desa | |
      """
    Maka aturan performance/source-missing menemukan 1 temuan minor
    Dan temuan menunjuk baris yang memuat "Nilai SAKIP"
    Dan aturan performance/owner-missing menemukan 1 temuan minor
    Dan temuan menunjuk baris yang memuat "Jumlah kasus"

  Skenario: Sumber data dan penanggung jawab ditulis sekali untuk satu sasaran
    Dengan naskah
      """
      FORMULIR PENGUMPULAN DATA KINERJA
      KECAMATAN TAMAN SELASIH
      TAHUN 2024

      | No | Sasaran | Indikator | Satuan | Target | Realisasi | Sumber Data | Penanggung Jawab |
      |---|---|---|---|---|---|---|---|
      | 1 | Mutu layanan | Nilai IKM | Nilai | 80 | 82 | Survei | Kasi Pelayanan |
      | 2 | | Persentase pengaduan selesai | % | 100 | 100 | | |
      | 3 | Ketertiban | Jumlah kasus | Kasus | 4 | 3 | Laporan desa | Kasi Trantib |
      """
    Maka aturan performance/source-missing tidak menemukan apa pun
    Dan aturan performance/owner-missing tidak menemukan apa pun

  Skenario: Kategori yang bukan menurut skala, dan skala yang bercelah
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN TAMAN SELASIH
      TAHUN 2024

      Tabel 3.1 Skala Penilaian
      | No | Interval | Kategori |
      |---|---|---|
      | 1 | 91 - 100 | Sangat Baik |
      | 2 | 76 - 90 | Baik |
      | 3 | 66 - 75 | Cukup |
      | 4 | < 66 | Kurang |

      Tabel 3.2 Capaian Kinerja
      | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) | Kategori |
      |---|---|---|---|---|---|---|
      | 1 | Nilai IKM | Nilai | 80 | 76,20 | 95,25 | Sangat Baik |
      | 2 | Persentase desa tertib | % | 100 | 70 | 70,00 | Sangat Baik |
      """
    Maka aturan performance/category-wrong menemukan 1 temuan minor
    Dan temuan menunjuk baris yang memuat "Persentase desa tertib"
    Dan keyakinan temuan tinggi
    Dan aturan performance/scale-gap menemukan 1 temuan saran

  Skenario: Capaian di atas kelas tertinggi dan tepat pada batas kelas
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN TAMAN SELASIH
      TAHUN 2024

      Tabel 3.1 Skala Penilaian
      | No | Interval | Kategori |
      |---|---|---|
      | 1 | > 90 | Sangat Baik |
      | 2 | > 75 - 90 | Baik |
      | 3 | ≤ 75 | Cukup |

      Tabel 3.2 Capaian Kinerja
      | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) | Kategori |
      |---|---|---|---|---|---|---|
      | 1 | Nilai IKM | Nilai | 80 | 100 | 125,00 | Sangat Baik |
      | 2 | Persentase desa tertib | % | 100 | 90 | 90,00 | Baik |
      | 3 | Persentase usulan | % | 100 | n/a | n/a | - |
      """
    Maka aturan performance/category-wrong tidak menemukan apa pun
    Dan aturan performance/scale-gap tidak menemukan apa pun

  Skenario: Kategori tanpa skala dalam laporan mengikuti Permendagri 86/2017
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN TAMAN SELASIH
      TAHUN 2024

      | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) | Kategori |
      |---|---|---|---|---|---|---|
      | 1 | Nilai IKM | Nilai | 80 | 76,20 | 95,25 | Sangat Tinggi |
      | 2 | Persentase desa tertib | % | 100 | 90,5 | 90,50 | Tinggi |
      | 3 | Persentase usulan | % | 100 | 60 | 60,00 | Tinggi |
      """
    Maka aturan performance/category-wrong menemukan 1 temuan minor
    Dan temuan menunjuk baris yang memuat "Persentase usulan"
    Dan keyakinan temuan sedang
