# language: id
Fitur: Penjelasan atas target yang tidak tercapai dan yang jauh terlampaui
  Capaian di bawah 100% dijelaskan sebabnya (performance/shortfall-unexplained), dan capaian di atas 120% juga
  (performance/over-unexplained): dalam kolom keterangan atau dalam uraian laporan.

  @aturan-KN-18
  Garis-Besar Skenario: Capaian tepat di bawah dan tepat pada seratus persen
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Realisasi   | Capaian (%) | Keterangan |
      | 1  | Jumlah desa terbina | Desa   | 10000  | <realisasi> | <capaian>   |            |
    Maka <hasil>

    Contoh:
      | realisasi | capaian | hasil                                                              |
      | 9999      | 99,99   | aturan performance/shortfall-unexplained menemukan 1 temuan minor  |
      | 10000     | 100,00  | aturan performance/shortfall-unexplained tidak menemukan apa pun   |

  @aturan-KN-18
  Skenario: Kekurangan disebut beserta target dan realisasinya
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Realisasi | Keterangan |
      | 1  | Jumlah desa terbina | Desa   | 12     | 9         | -          |
    Maka aturan performance/shortfall-unexplained menemukan 1 temuan minor
    Dan temuan menyatakan "75,00% (target 12 Desa, realisasi 9 Desa), tetapi penyebabnya tidak dijelaskan"

  @aturan-KN-18 @aturan-KN-17
  Garis-Besar Skenario: Tabel yang tidak menuntut penjelasan
    Dengan dokumen "<judul>" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Realisasi   | <kolom> |
      | 1  | Jumlah desa terbina | Desa   | 10     | <kurang>    |         |
      | 2  | Jumlah desa tertib  | Desa   | 10     | <lebih>     |         |
    Maka aturan performance/shortfall-unexplained tidak berlaku
    Dan aturan performance/over-unexplained tidak berlaku

    Contoh:
      | judul                         | kolom      | kurang | lebih |
      | PENGUKURAN KINERJA TAHUN 2026 | Keterangan | 7      | 13    |
      | LAPORAN KINERJA TAHUN 2024    | Formula    | 7      | 13    |
      | LAPORAN KINERJA TAHUN 2024    | Keterangan | -      | -     |

  @aturan-KN-18 @aturan-KN-17
  Skenario: Kekurangan dan kelebihan yang dijelaskan dalam uraian laporan
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN TAMAN SELASIH TAHUN 2024

      BAB III AKUNTABILITAS KINERJA

      Pembinaan desa terbina tertunda karena tiga desa terkena banjir pada triwulan keempat tahun berjalan.

      Pelatihan lembaga adat bertambah karena Dinas Kebudayaan membiayai lima angkatan tambahan tahun ini.

      | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
      |----|-------------------|--------|--------|-----------|-------------|
      | 1 | Jumlah desa terbina | Desa | 10 | 7 | 70,00 |
      | 2 | Jumlah pelatihan lembaga adat | Kegiatan | 10 | 15 | 150,00 |
      """
    Maka aturan performance/shortfall-unexplained tidak menemukan apa pun
    Dan aturan performance/over-unexplained tidak menemukan apa pun

  @aturan-KN-18 @aturan-KN-17
  Skenario: Uraian laporan membahas hal lain
    Dengan naskah
      """
      LAPORAN KINERJA KECAMATAN TAMAN SELASIH TAHUN 2024

      BAB III AKUNTABILITAS KINERJA

      Penyusunan laporan ini dilaksanakan bersama seluruh seksi dan dibahas pada rapat koordinasi akhir tahun.

      Pengadaan peralatan kantor selesai pada bulan Juni dan dimanfaatkan oleh seluruh pegawai kantor camat.

      | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
      |----|-------------------|--------|--------|-----------|-------------|
      | 1 | Jumlah desa terbina | Desa | 10 | 7 | 70,00 |
      | 2 | Jumlah pelatihan lembaga adat | Kegiatan | 10 | 15 | 150,00 |
      """
    Maka aturan performance/shortfall-unexplained menemukan 1 temuan minor
    Dan temuan menunjuk baris yang memuat "Jumlah desa terbina"
    Dan aturan performance/over-unexplained menemukan 1 temuan saran
    Dan temuan menunjuk baris yang memuat "Jumlah pelatihan lembaga adat"

  @aturan-KN-17
  Garis-Besar Skenario: Capaian tepat pada dan tepat di atas seratus dua puluh persen
    Dengan dokumen "LAPORAN KINERJA TAHUN 2024" dengan tabel
      | No | Indikator Kinerja   | Satuan | Target | Realisasi   | Capaian (%) | Keterangan   |
      | 1  | Jumlah desa terbina | Desa   | 10000  | <realisasi> | <capaian>   | <keterangan> |
    Maka <hasil>

    Contoh:
      | realisasi | capaian | keterangan             | hasil                                                        |
      | 12000     | 120,00  |                        | aturan performance/over-unexplained tidak menemukan apa pun  |
      | 12001     | 120,01  |                        | aturan performance/over-unexplained menemukan 1 temuan saran |
      | 13000     | 130,00  | Bantuan dari provinsi  | aturan performance/over-unexplained tidak menemukan apa pun  |

  @aturan-KN-18 @aturan-KN-17
  Skenario: Tahun berjalan di samping tahun yang telah berakhir
    Dengan naskah
      """
      PENGUKURAN KINERJA TAHUN 2025
      KECAMATAN TAMAN SELASIH

      Tabel 1 Pengukuran Kinerja Tahun 2025

      | No | Indikator Kinerja | Satuan | Target | Realisasi | Keterangan |
      |----|-------------------|--------|--------|-----------|------------|
      | 1 | Jumlah desa terbina | Desa | 10 | 10 | |

      Tabel 2 Pengukuran Kinerja Tahun 2026

      | No | Indikator Kinerja | Satuan | Target | Realisasi | Keterangan |
      |----|-------------------|--------|--------|-----------|------------|
      | 1 | Jumlah desa terbina | Desa | 10 | 1 | |
      | 2 | Jumlah desa tertib | Desa | 10 | 20 | |
      """
    Maka aturan performance/shortfall-unexplained tidak menemukan apa pun
    Dan aturan performance/over-unexplained tidak menemukan apa pun
