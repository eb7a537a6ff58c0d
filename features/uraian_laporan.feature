# language: id
Fitur: Uraian Laporan Kinerja dan angkanya
  Uraian yang menyebut naik atau tercapai harus sejalan dengan angka pada kalimat itu sendiri
  dan pada tabel laporan. Angka yang sama tidak boleh berbeda di dua tempat.

  Skenario: Disebut naik padahal angkanya turun
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN MUARA KENANGA TAHUN 2024

      Nilai SAKIP tahun 2024 sebesar 61,20 naik dibanding tahun 2023 sebesar 63,40.
      """
    Maka aturan performance/statement-contradicts menemukan 1 temuan mayor
    Dan temuan menyatakan "2023: 63,40; 2024: 61,20"
    Dan keyakinan temuan tinggi

  Skenario: Disebut naik dan angkanya naik
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN MUARA KENANGA TAHUN 2024

      Nilai SAKIP tahun 2024 sebesar 63,40 naik dibanding tahun 2023 sebesar 61,20.
      """
    Maka aturan performance/statement-contradicts tidak menemukan apa pun

  Skenario: Rencana dan harapan bukan pernyataan tentang hasil
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN MUARA KENANGA TAHUN 2024

      Nilai SAKIP diharapkan naik dari 63,40 menjadi 61,20.
      """
    Maka aturan performance/statement-contradicts tidak berlaku

  Skenario: Target disebut tercapai padahal tabel menunjukkan sebaliknya
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN MUARA KENANGA TAHUN 2024

      Tabel 3.1 Capaian Kinerja Tahun 2024

      | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
      |----|-------------------|--------|--------|-----------|-------------|
      | 1 | Nilai SAKIP | Nilai | 72,00 | 64,80 | 90,00 |
      | 2 | Jumlah gangguan ketertiban (makin kecil makin baik) | Kejadian | 12 | 9 | 125,00 |

      Nilai SAKIP telah mencapai target. Jumlah gangguan ketertiban telah mencapai target.
      """
    Maka aturan performance/statement-contradicts menemukan 1 temuan mayor
    Dan temuan menyatakan "target 72,00; realisasi 64,80; capaian 90,00"
    Dan temuan menunjuk baris yang memuat "| Nilai SAKIP |"

  Skenario: Target pada perjanjian berbeda dengan target pada tabel capaian
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN MUARA KENANGA TAHUN 2024

      Tabel 2.1 Perjanjian Kinerja

      | No | Indikator Kinerja | Satuan | Target |
      |----|-------------------|--------|--------|
      | 1 | Nilai SAKIP | Nilai | 72,00 |
      | 2 | Indeks Kepuasan Masyarakat | Indeks | 85,5 |

      Tabel 3.1 Capaian Kinerja

      | No | Indikator Kinerja | Satuan | Target | Realisasi |
      |----|-------------------|--------|--------|-----------|
      | 1 | Nilai SAKIP | Nilai | 70,00 | 71,40 |
      | 2 | Indeks Kepuasan Masyarakat | Indeks | 85,48 | 86,00 |
      """
    Maka aturan performance/statement-contradicts menemukan 1 temuan mayor
    Dan temuan menyatakan "target 2024: 72,00 (Tabel 2.1); target 2024: 70,00 (Tabel 3.1)"

  Skenario: Rata-rata di atas suatu batas padahal ada indikator tanpa realisasi
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN MUARA KENANGA TAHUN 2024

      Kinerja dinyatakan berhasil, sebab rata-rata capaian di atas 90%.

      | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
      |----|-------------------|--------|--------|-----------|-------------|
      | 1 | Nilai SAKIP | Nilai | 72,00 | 72,00 | 100,00 |
      | 2 | Persentase desa mandiri | % | 60 | n/a | n/a |
      """
    Maka aturan performance/statement-contradicts menemukan 1 temuan mayor
    Dan keyakinan temuan sedang

  Skenario: Laporan tanpa analisis efisiensi
    Dengan laporan kinerja lengkap
    Ketika naskah menulis "### E. Rapat Koordinasi" sebagai ganti "### E. Analisis Efisiensi Penggunaan Sumber Daya"
    Dan naskah menulis "Manfaat diperoleh" sebagai ganti "Penghematan diperoleh"
    Maka aturan performance/section-missing menemukan 1 temuan minor
    Dan temuan menyatakan "analisis efisiensi penggunaan sumber daya"

  Skenario: Laporan dengan semua bagian
    Dengan laporan kinerja lengkap
    Maka aturan performance/section-missing tidak menemukan apa pun
    Dan aturan performance/report-late tidak menemukan apa pun
    Dan aturan performance/statement-contradicts tidak menemukan apa pun

  Skenario: Kutipan laporan tidak dinilai kelengkapannya
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN MUARA KENANGA TAHUN 2024

      BAB III AKUNTABILITAS KINERJA

      A. Capaian Kinerja

      Capaian kinerja kecamatan diukur dengan membandingkan target dan realisasi setiap indikator.

      B. Realisasi Anggaran

      Anggaran kecamatan dipakai untuk membiayai program dan kegiatan yang mendukung sasaran.
      """
    Maka aturan performance/section-missing tidak dapat dinilai karena "Berkas ini hanya kutipan (tidak dari Bab I sampai penutup); bagian lain mungkin ada pada naskah lengkapnya."
    Dan aturan performance/report-late tidak dapat dinilai karena "Tanggal penandatanganan laporan tidak ditemukan dalam berkas ini."

  Skenario: Laporan ditandatangani bulan Maret
    Dengan laporan kinerja lengkap
    Ketika naskah menulis "Lembah Seruni, 14 Maret 2025" sebagai ganti "Lembah Seruni, 14 Februari 2025"
    Maka aturan performance/report-late menemukan 1 temuan minor
    Dan temuan menyatakan "tahun 2024 bertanggal 14 Maret 2025"

  Skenario: Laporan ditandatangani pada akhir Februari
    Dengan laporan kinerja lengkap
    Ketika naskah menulis "Lembah Seruni, 28 Februari 2025" sebagai ganti "Lembah Seruni, 14 Februari 2025"
    Maka aturan performance/report-late tidak menemukan apa pun
