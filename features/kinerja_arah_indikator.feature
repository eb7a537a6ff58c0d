# language: id
@aturan-KN-06
Fitur: Rumus capaian yang berlawanan dengan arah indikator
  Realisasi dibagi target memberi nilai tinggi justru ketika gangguan bertambah; rumus terbalik memberi nilai tinggi
  justru ketika mutu turun (performance/polarity-wrong). Arah indikator dinyatakan, atau diketahui dari namanya.

  Skenario: Indikator yang dinyatakan makin kecil makin baik
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja                        | Satuan   | Target | Realisasi | Capaian (%) |
      | 1  | Jumlah gangguan (makin kecil makin baik) | Kejadian | 12     | 15        | 125,00      |
    Maka aturan performance/polarity-wrong menemukan 1 temuan mayor
    Dan temuan mengutip "125,00"
    Dan temuan menyatakan "dinyatakan makin rendah makin baik, tetapi capaiannya 125,00 dihitung dengan Realisasi / Target"
    Dan temuan menyatakan "(2 × 12 − 15) / 12 × 100% = 75,00%"
    Dan keyakinan temuan tinggi

  Skenario: Arah menurut kolom polaritas
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja     | Satuan | Polaritas | Target | Realisasi | Capaian (%) |
      | 1  | Lama pengurusan surat | Hari   | Negatif   | 4      | 5         | 125,00      |
      | 2  | Nilai SAKIP           | Nilai  | Positif   | 80,00  | 64,00     | 120,00      |
    Maka aturan performance/polarity-wrong menemukan 2 temuan mayor
    Dan temuan menyatakan "dinyatakan makin rendah makin baik"
    Dan temuan menyatakan "dinyatakan makin tinggi makin baik"

  Skenario: Indikator yang menurut namanya makin kecil makin baik
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja             | Satuan   | Target | Realisasi | Capaian (%) |
      | 1  | Jumlah pelanggaran ketertiban | Kejadian | 12     | 15        | 125,00      |
    Maka aturan performance/polarity-wrong menemukan 1 temuan mayor
    Dan temuan menyatakan "Menurut namanya, indikator "
    Dan keyakinan temuan sedang

  Skenario: Rumus terbalik pada indikator yang dinyatakan makin tinggi makin baik
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja                     | Satuan | Target | Realisasi | Capaian (%) |
      | 1  | Nilai SAKIP (makin tinggi makin baik) | Nilai  | 80,00  | 64,00     | 120,00      |
    Maka aturan performance/polarity-wrong menemukan 1 temuan mayor
    Dan temuan menyatakan "dinyatakan makin tinggi makin baik, tetapi capaiannya 120,00 dihitung dengan rumus terbalik"
    Dan keyakinan temuan tinggi

  Skenario: Rumus terbalik tanpa arah yang dinyatakan adalah salah hitung biasa
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
      | 1  | Nilai SAKIP       | Nilai  | 80,00  | 64,00     | 120,00      |
    Maka aturan performance/polarity-wrong tidak menemukan apa pun
    Dan aturan performance/capaian-wrong menemukan 1 temuan mayor

  Skenario: Banyaknya kasus yang ditangani tidak menunjukkan arah
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja                 | Satuan | Target | Realisasi | Capaian (%) |
      | 1  | Jumlah pelanggaran yang ditangani | Kasus  | 12     | 15        | 125,00      |
    Maka aturan performance/polarity-wrong tidak menemukan apa pun

  Garis-Besar Skenario: Kedua rumus hampir sama di dekat target
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja                        | Satuan   | Target | Realisasi   | Capaian (%) |
      | 1  | Jumlah gangguan (makin kecil makin baik) | Kejadian | 100000 | <realisasi> | <capaian>   |
    Maka <hasil>

    Contoh:
      | realisasi | capaian | hasil                                                     |
      | 100250    | 100,250 | aturan performance/polarity-wrong tidak menemukan apa pun |
      | 100255    | 100,255 | aturan performance/polarity-wrong menemukan 1 temuan mayor |
      | 100260    | 100,260 | aturan performance/polarity-wrong menemukan 1 temuan mayor |

  Skenario: Tepat pada target kedua rumus memberi seratus
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja                        | Satuan   | Target | Realisasi | Capaian (%) |
      | 1  | Jumlah gangguan (makin kecil makin baik) | Kejadian | 12     | 12        | 100,00      |
    Maka aturan performance/polarity-wrong tidak menemukan apa pun

  Skenario: Angka yang tidak cocok dengan rumus mana pun diperiksa aturan lain
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja                        | Satuan   | Target | Realisasi | Capaian (%) |
      | 1  | Jumlah gangguan (makin kecil makin baik) | Kejadian | 12     | 15        | 60,00       |
    Maka aturan performance/polarity-wrong tidak menemukan apa pun
    Dan aturan performance/capaian-wrong menemukan 1 temuan mayor

  Skenario: Arah tidak dapat dinilai pada tabel yang kehilangan kolomnya
    Dengan naskah
      """
      LAPORAN KINERJA TAHUN 2024

      KECAMATAN TAMAN SELASIH

      No Sasaran Indikator Kinerja Satuan Target Realisasi Capaian (%)
      1 Menurunnya gangguan Jumlah gangguan (makin kecil makin baik) Kejadian 12 15 125,00
      2 Menurunnya pelanggaran Jumlah pelanggaran ketertiban Kejadian 10 14 140,00
      """
    Maka aturan performance/polarity-wrong tidak dapat dinilai karena "Tata letak berkas"
