# language: en
Feature: Legal basis

  Scenario: The form names a law that the guide does not
    Given a complete SOP
    When the law "Peraturan Bupati Arunika Nomor 12 Tahun 2021 tentang Perjanjian Kinerja" is added in the form
    Then rule legal/lists-differ has 1 minor finding
    And a finding states "pada formulir yang tidak ada pada bagian naratif: Perbup"

  Scenario: A law that is split is not called incomplete as well
    Given a complete SOP
    When the law "Nomor 29 Tahun 2014" is split into two items before "Tahun 2014"
    Then rule legal/incomplete finds nothing

  Scenario: There is no legal basis at all
    Given a complete SOP without a legal basis in its guide
    When the legal basis is emptied
    And the heading Dasar Hukum is removed from the form
    Then rule legal/missing has 1 critical finding
    And a finding states "tidak memuat bagian Dasar Hukum"

  Scenario: The legal basis stands in the form only
    Given a complete SOP
    When the legal basis in the guide is removed
    Then rule legal/missing finds nothing

  Scenario: A comma that splits a term
    Given a complete SOP
    When the words "Tata Cara Reviu" in the legal basis become "Tata Cara, Reviu"
    Then rule legal/wrong-title has 1 advice finding

  Scenario: A regulation on SOPs that was expected
    Given a complete SOP
    When the law "Nomor 35 Tahun 2012" is removed
    And the law "Peraturan Menteri Dalam Negeri Nomor 52 Tahun 2011 tentang Standar Operasional Prosedur di Lingkungan Pemerintah Provinsi dan Kabupaten/Kota" is added
    Then rule legal/missing-expected finds nothing

  Scenario: A law in pieces between two whole ones
    Given a complete SOP without a legal basis in its guide
    When the law "Peraturan Pemerintah Nomor 17 Tahun 2018" is added
    And the law "tentang Kecamatan" is added
    And the law "PP No. 17 Tahun 2018 tentang Kecamatan" is added
    Then rule legal/duplicate has 1 minor finding
    And a finding quotes "PP No. 17 Tahun 2018", then "Peraturan Pemerintah Nomor 17 Tahun 2018"
