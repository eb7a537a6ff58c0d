# language: en
Feature: Sections of an SOP

  Scenario: Contents on the next page are not without heading
    Given a complete SOP
    When the legal basis goes on on the next page
    Then rule section/missing-heading finds nothing

  Scenario: Related SOPs that go on on the next page
    Given a complete SOP
    When the related SOPs are SOP Pengukuran Kinerja; SOP Penyusunan Laporan Kinerja; SOP Reviu Laporan Kinerja
    And the related SOPs go on on the next page after item 2
    Then rule related/numbering-gap finds nothing
    And rule related/duplicate finds nothing

  Scenario: Skills that name an office and a degree
    Given a complete SOP
    When the qualifications are Memahami tugas Camat; Pendidikan minimal D3; PNS golongan III; Sekretaris Kecamatan
    Then rule section/qualification-is-post finds nothing

  Scenario: A warning with its consequence
    Given a complete SOP
    When the warning reads "Jika SOP ini tidak dilaksanakan pengukuran kinerja terhambat"
    Then rule section/warning-no-consequence finds nothing

  Scenario: A section of the guide on handing over is the same procedure
    Given a complete SOP
    When the title of the SOP becomes "PENYUSUNAN RENCANA AKSI"
    And the performance form is removed
    And the guide holds the section
      """
      IV. Mekanisme Penyampaian Rencana Aksi

      Rencana aksi disampaikan setiap awal tahun.

      V. Format Penyampaian Rencana Aksi

      Menurut lampiran.
      """
    Then rule identity/title-mismatch finds nothing

  Scenario: Words changed in the guide
    Given a complete SOP
    When the title of the SOP becomes "PENYUSUNAN PERENCANAAN KINERJA"
    And the steps become
      | Menyusun rencana kinerja       |
      | Menandatangani rencana kinerja |
    And the purpose in the guide reads "Pedoman pengumpulan Perencanaan kinerja ini mengatur pengumpulan Perencanaan kinerja agar pengumpulan perencanaan kinerja berjalan tertib."
    Then rule scope/title-body-mismatch has 1 major finding
    And a finding states "pengumpulan Perencanaan kinerja"
    And a finding points to the line that holds "Pedoman pengumpulan Perencanaan kinerja"

  Scenario: A section that is missing has a recommendation of its own
    Given a complete SOP
    When the box Kualifikasi Pelaksana is removed from the form
    Then rule section/missing has 1 major finding
    And a finding recommends "kemampuan yang harus dimiliki pelaksana"

  Scenario: A section that was parted from its heading
    Given a complete SOP
    When the contents of Peringatan are parted from their heading
    Then rule RL-02 cannot be judged because "tidak dapat dipasangkan"
