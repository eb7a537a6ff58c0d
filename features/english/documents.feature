# language: en
Feature: Documents built, written or read from files

  Scenario: A label with a typing error
    Given a complete SOP
    When Tanggal Pengesahan reads "3 Januari 2025"
    And the label Tanggal Pengesahan reads "Tanggal Pengesahn"
    Then rule identity/date-order has 1 major finding
    And the confidence is medium
    And a finding notes 'label terbaca "Tanggal Pengesahn"'

  Scenario: A label that is read clearly
    Given a complete SOP
    When Tanggal Pengesahan reads "3 Januari 2025"
    Then rule identity/date-order has 1 major finding
    And the confidence is high
    And no finding notes a doubtful reading

  Scenario: Files that are refused
    Given the file "../../fixtures/bad/nul-bytes.txt"
    Then the file cannot be read because "karakter kendali"

  Scenario: A workbook with a hidden sheet
    Given the file "../../fixtures/workbooks/capaian-percent-hidden.xls"
    Then the document is read as performance data
    And a notice on the reading says "Lembar tersembunyi"
    And the document breaks rule performance/value-invalid
    And a finding points to the cell "C6"

  Scenario: The second SOP of a file
    Given document 2 of the file "../../fixtures/sop/steps-duplicate-second-of-two-sops.txt"
    Then the document holds 2 SOPs
    And the document breaks rule steps/duplicate

  Scenario: A finding on a page of a PDF
    Given the file "../berkas/sop-tanpa-tanda-tangan.pdf"
    Then rule approval/unsigned has 1 finding
    And a finding points to page 1

  Scenario: A performance form with columns of its own
    Given a complete SOP
    And this performance form
      | No | Indikator Kinerja | Target |
      | 1  | Nilai SAKIP       | 72     |
    Then the document is read as an SOP
    And rule LK-09 finds nothing

  Scenario: A column of actors that is never marked
    Given a complete SOP
    And the columns of actors are "Camat, Sekcam, Kasi, Kasubag, Staf"
    Then rule steps/unused-column has 1 finding
    And a finding quotes "Kasubag"

  Scenario: A performance report of several tables, chapters and texts
    Given the document "LAPORAN KINERJA TAHUN 2024"
    And this SOP is of "Kecamatan Rimba Wangi" in "Kabupaten Arunika"
    And the section "BAB III AKUNTABILITAS KINERJA" with
      """
      Capaian kinerja tahun 2024 diuraikan berikut ini.
      """
    And this table "Capaian Kinerja Tahun 2024"
      | No | Sasaran                | Indikator Kinerja          | Satuan | Target | Realisasi | Capaian (%) |
      | 1  | Meningkatnya pelayanan | Indeks Kepuasan Masyarakat | Indeks | 85,00  | 86,70     | 102,00      |
      | 2  | Meningkatnya kinerja   | Nilai SAKIP                | Nilai  | 72,00  | 64,80     | 90,00       |
    And this text
      """
      Nilai SAKIP belum mencapai target karena bukti dukung belum lengkap.
      """
    And this table "Realisasi Anggaran Tahun 2024"
      | No | Program                  | Anggaran (Rp) | Realisasi (Rp) | %     |
      | 1  | Program Pelayanan Publik | 150.000.000   | 148.500.000    | 99,00 |
    And this signature
      | Tempat  | Rimba Wangi           |
      | Tanggal | 14 Februari 2025      |
      | Jabatan | CAMAT RIMBA WANGI     |
      | Nama    | LARAS PUSPITA, S.IP.  |
      | NIP     | 19800319 200501 2 002 |
    Then the document is read as a performance report
    And the unit reads "Kecamatan Rimba Wangi"
    And rule performance/capaian-wrong finds nothing
    And rule performance/statement-contradicts finds nothing

  Scenario: A text that holds two SOPs
    Given the text
      """
      STANDAR OPERASIONAL PROSEDUR
      KECAMATAN RIMBA WANGI

      Nomor SOP : 065/12/RW/2025
      Tanggal Pembuatan : 3 Maret 2025
      Tanggal Pengesahan : 10 Maret 2025
      Tanggal Efektif : 17 Maret 2025
      Judul SOP : PELAYANAN SURAT PENGANTAR

      No	Kegiatan	Camat	Staf	Waktu	Output
      1	Mencatat surat		v	5 menit	Catatan
      2	Menandatangani surat	v		5 menit	Surat

      STANDAR OPERASIONAL PROSEDUR
      KECAMATAN RIMBA WANGI

      Nomor SOP : 065/13/RW/2025
      Tanggal Pembuatan : 3 Maret 2025
      Tanggal Pengesahan : 10 Maret 2025
      Tanggal Efektif : 17 Maret 2025
      Judul SOP : PENGELOLAAN SURAT MASUK

      No	Kegiatan	Camat	Staf	Waktu	Output
      1	Mencatat surat masuk		v	5 menit	Catatan
      2	Membaca surat masuk	v		5 menit	Arahan
      """
    And document 2 is the one audited
    Then the document holds 2 SOPs
    And the title reads "PENGELOLAAN SURAT MASUK"

  Scenario: An ordinary letter is not recognised
    Given an empty SOP
    And this SOP is of "Kecamatan Rimba Wangi" in "Kabupaten Arunika"
    And the cover of the SOP names the year 2025
    And this identity
      | Kop                | PEMERINTAH KABUPATEN ARUNIKA KECAMATAN RIMBA WANGI                         |
      | Nomor SOP          | 000.8.3.3/12/RW/III/2025                                                   |
      | Tanggal Pembuatan  | 3 Maret 2025                                                               |
      | Tanggal Revisi     | -                                                                          |
      | Tanggal Pengesahan | 10 Maret 2025                                                              |
      | Tanggal Efektif    | 17 Maret 2025                                                              |
      | Disahkan Oleh      | CAMAT RIMBA WANGI,; ttd.; LARAS PUSPITA, S.IP.; NIP. 19800319 200501 2 002 |
      | Judul SOP          | PELAYANAN SURAT PENGANTAR                                                  |
    And this legal basis
      """
      Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan
      Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012 tentang Pedoman Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan
      """
    And this qualifications
      | Memahami tata naskah dinas    |
      | Mampu mengoperasikan komputer |
    And this related SOPs
      | SOP Pengelolaan Surat Masuk |
    And this equipment
      | Komputer    |
      | Buku agenda |
    And this warnings
      | Apabila berkas tidak lengkap, maka surat pengantar tidak diterbitkan. |
    And this records
      | Disimpan sebagai arsip surat keluar. |
    And these steps
      | No | Kegiatan                                 | Pelaksana | Kelengkapan      | Waktu    | Output           | Keterangan |
      | 1. | Menerima permohonan surat pengantar      | Staf      | Permohonan       | 5 menit  | Catatan agenda   |            |
      | 2. | Memeriksa kelengkapan permohonan         | Kasi      | Catatan agenda   | 10 menit | Berkas diperiksa |            |
      | 3. | Menandatangani surat pengantar           | Camat     | Berkas diperiksa | 15 menit | Surat pengantar  |            |
      | 4. | Menyerahkan surat pengantar kepada warga | Staf      | Surat pengantar  | 5 menit  | Tanda terima     |            |
      | 5. | Menyimpan arsip surat pengantar          | Staf      | Tanda terima     | 5 menit  | Arsip            |            |
    And this signature
      | Tempat  | Rimba Wangi           |
      | Tanggal | 10 Maret 2025         |
      | Jabatan | CAMAT RIMBA WANGI     |
      | Nama    | LARAS PUSPITA, S.IP.  |
      | Pangkat | Pembina (IV/a)        |
      | NIP     | 19800319 200501 2 002 |
    When the document is audited
    Then the document is read as an SOP
    And the title reads "PELAYANAN SURAT PENGANTAR"
    And the unit reads "Kecamatan Rimba Wangi"
    And 5 steps are read
    And there is no finding above advice

  Scenario: An SOP built from nothing
    Given the text
      """
      Kepada Yth. Camat Rimba Wangi

      Dengan hormat, bersama ini kami sampaikan undangan rapat pada hari Senin.
      """
    Then the document is not recognised
