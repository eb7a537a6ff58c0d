# language: en
Feature: Identity block and dates

  Scenario: An identity block behind the step table
    Given a complete SOP
    When the step table stands before the identity block
    Then rule identity/block-missing finds nothing

  Scenario: Only Tanggal Efektif is there
    Given a complete SOP
    When Tanggal Pengesahan is left out
    Then rule identity/field-absent finds nothing

  Scenario: A letterhead without the word PEMERINTAH
    Given a complete SOP
    When the letterhead reads "KABUPATEN ARUNIKA KECAMATAN TAMAN SELASIH"
    Then rule identity/letterhead has 1 advice finding
