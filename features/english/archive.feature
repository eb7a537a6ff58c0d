# language: en
Feature: Archives

  Scenario: The same SOP number on two documents
    Given a complete SOP
    And this SOP is of "Kecamatan Rimba Wangi" in "Kabupaten Arunika"
    And that document is put into the archive as "rimba/sop-a.txt" of "Kecamatan Rimba Wangi"
    And a complete SOP
    And this SOP is of "Kecamatan Rimba Wangi" in "Kabupaten Arunika"
    And this identity
      | Judul SOP | PELAYANAN SURAT PENGANTAR |
    And that document is put into the archive as "rimba/sop-b.txt" of Kecamatan Rimba Wangi
    Then rule identity/number-duplicate has 1 findings in the archive of Kecamatan Rimba Wangi
    And a finding quotes "000.8.3.3/07/TS/I/2025"
    And a finding of the archive points to "rimba/sop-b.txt" and names "PELAYANAN SURAT PENGANTAR"
    And the archive of "Kecamatan Rimba Wangi" breaks rule identity/number-duplicate

  Scenario: Required SOPs by the settings of the archive
    Given these settings of the archive
      """
      offices:
        - {name: Kecamatan Rimba Wangi, folders: [rimba]}
        - {name: Kecamatan Telaga Sunyi, folders: [telaga]}
      required:
        - {title: pengumpulan data kinerja}
      due:
        - {sort: agreement, since: 2025, days: 90}
      """
    And a complete SOP
    And that document is put into the archive as "rimba/sop.txt"
    And a complete SOP
    And this SOP is called "PELAYANAN SURAT PENGANTAR"
    And that document is put into the archive as "telaga/sop.txt"
    And the document "PERJANJIAN KINERJA TAHUN 2025"
    And this table "Perjanjian Kinerja"
      | No | Sasaran                | Indikator Kinerja          | Satuan | Target |
      | 1  | Meningkatnya pelayanan | Indeks Kepuasan Masyarakat | Indeks | 85,00  |
    And that document is put into the archive as "telaga/pk.txt"
    Then the archive of Kecamatan Rimba Wangi complies with rule archive/required-sop-missing
    And the archive of Kecamatan Telaga Sunyi breaks rule archive/required-sop-missing
    And the archive of Kecamatan Rimba Wangi breaks rule archive/report-missing
    And the archive of Kecamatan Telaga Sunyi complies with rule archive/report-missing

  Scenario: The report was handed in, and the next is not due yet
    Given the Laporan Kinerja of Kecamatan Rimba Wangi for 2024 is due on 2025-02-28 and there is "lkj.txt"
    And the Laporan Kinerja of Kecamatan Rimba Wangi for 2025 is due on 2026-02-28 and missing
    Then rule archive/report-missing finds nothing in the archive

  Scenario: A related SOP is not in the archive of its office
    Given an archive with these SOPs
      | berkas | kantor                | judul                   | terkait                     |
      | a.txt  | Kecamatan Rimba Wangi | PENGELOLAAN SURAT MASUK | SOP Pengelolaan Aset        |
      | b.txt  | Kecamatan Rimba Wangi | PENGELOLAAN KEARSIPAN   | SOP Pengelolaan Surat Masuk |
    Then rule related/unknown-in-archive has 1 minor findings in the archive of Kecamatan Rimba Wangi
    And a finding of the archive points to "a.txt" and names "SOP Pengelolaan Aset"

  Scenario: The same target written otherwise
    Given the Perjanjian Kinerja "pk.txt" of Kecamatan Rimba Wangi for 2025 with these indicators
      | indikator                          | satuan | target |
      | Persentase gangguan yang ditangani | Persen | 95     |
      | Indeks Kepuasan Masyarakat         | Indeks | 85,50  |
    And the Laporan Kinerja "lkj.txt" of Kecamatan Rimba Wangi for 2025 with these indicators
      | indikator                          | satuan | target |
      | Persentase Gangguan yang Ditangani | %      | 95,00% |
      | Indeks kepuasan masyarakat         | Nilai  | 85,5   |
    Then rule performance/agreement-mismatch finds nothing in the archive

  Scenario: Two SOPs of one file with one number
    Given the file "dua.txt" holds both these SOPs
      | judul                     | nomor        |
      | PENGELOLAAN SURAT MASUK   | 05/TS/I/2025 |
      | PELAYANAN PENGANTAR NIKAH | 05/TS/I/2025 |
    Then rule identity/number-duplicate has 1 major findings in the archive of (kantor tidak dikenal)

  Scenario: A template shared by four offices
    Given an archive with these SOPs
      | berkas | kantor                  |
      | a.txt  | Kecamatan Rimba Wangi   |
      | b.txt  | Kecamatan Telaga Sunyi  |
      | c.txt  | Kecamatan Bukit Damar   |
      | d.txt  | Kecamatan Lembah Gading |
    Then rule AR-02 has findings in 3 offices
    And a finding states "hampir sama dengan SOP kantor lain"

  Scenario: A required SOP may be among what could not be read
    Given Kecamatan Rimba Wangi must have the SOP "pengumpulan data kinerja", which is not there
    And 1 documents of Kecamatan Rimba Wangi cannot be read
    Then rule AR-03 cannot be judged in the archive of Kecamatan Rimba Wangi because "mungkin ada di antaranya"

  Scenario: A required SOP that may have another title
    Given Kecamatan Rimba Wangi must have the SOP "pengumpulan data kinerja", which is not there, but there is "PENGUMPULAN DATA CAPAIAN"
    Then rule AR-03 has 1 minor findings in the archive of Kecamatan Rimba Wangi
    And a finding states "yang mirip adalah"
    And the confidence is low

  Scenario: Nothing is due
    Given Kecamatan Rimba Wangi must have the SOP "pengumpulan data kinerja", and there is "a.txt"
    Then rule AR-04 does not apply in the archive of Kecamatan Rimba Wangi

  Scenario: A report whose target cannot be read for certain
    Given the Perjanjian Kinerja "pk.txt" of Kecamatan Rimba Wangi for 2025 with these indicators
      | indikator   | satuan | target |
      | Nilai SAKIP | Nilai  | 72     |
    And the file "lkj.txt" of Kecamatan Rimba Wangi holds the text
      """
      LAPORAN KINERJA TAHUN 2025

      KECAMATAN RIMBA WANGI

      | No | Indikator Kinerja | Satuan | Target | Target | Realisasi |
      |---|---|---|---|---|---|
      | 1 | Nilai SAKIP | Nilai | 70 | 72 | 71 |
      """
    Then rule performance/agreement-mismatch cannot be judged in the archive of Kecamatan Rimba Wangi because "tidak seluruhnya terbaca"
