# language: en
Feature: The step table

  Scenario: Capitals and space aside it is the same step
    Given a complete SOP
    When after step 4 the step "MENGHIMPUN formulir  yang telah TERISI." is inserted
    Then rule steps/duplicate has 1 major finding

  Scenario: A head repeated after a page break is no step
    Given a complete SOP
    When a row of column numbers is inserted below the head of the step table
    And the step table is broken by a page after step 4 and its head is repeated
    Then rule steps/duplicate finds nothing
    And rule steps/numbering-gap finds nothing
    And rule steps/header-missing finds nothing

  Scenario: To make and to hand out are two steps
    Given a complete SOP
    When after step 2 the step "Membagikan formulir data kinerja" by Staf is inserted
    Then rule steps/duplicate finds nothing

  Scenario: A right total in another unit
    Given a complete SOP
    When the total time reads "7 jam 10 menit"
    Then rule steps/time-total-differs finds nothing

  Scenario: Records say that it is kept, and no step keeps it
    Given a complete SOP
    When step 7 is removed
    Then rule steps/process-gap has 1 minor finding
    And the confidence is low
    And a finding quotes "Disimpan oleh Subbagian Perencanaan."

  Scenario: An approval that is marked for staff
    Given a complete SOP
    When step 6 is marked in the column Staf
    Then rule steps/wrong-actor has 1 minor finding
    And a finding states "ditandai pada kolom Staf"

  Scenario: A mark that is lost may be of the empty column
    Given a complete SOP
    When the mark of step 3 is ""
    Then rule steps/unused-column cannot be judged because "mungkin milik kolom yang tampak kosong"

  Scenario: Without marks nobody knows who approves
    Given a complete SOP
    When there is no mark in the columns of actors
    Then rule steps/wrong-actor cannot be judged because "Tanda pada kolom pelaksana tidak terbaca"
    And rule steps/unused-column cannot be judged because "Tanda pada kolom pelaksana tidak terbaca"

  Scenario: Three steps only
    Given a complete SOP
    When only the steps 1 to 3 are written
    Then rule steps/single-actor has 1 advice finding

  Scenario: Uraian Prosedur is a usual term
    Given a complete SOP
    When the column title "Kegiatan" reads "Uraian Prosedur"
    Then rule steps/heading-nonstandard finds nothing

  Scenario: A table without a number column
    Given a complete SOP
    When the number column of the step table is removed
    Then rule steps/header-missing has 1 minor finding
    And a finding states "tidak mempunyai kolom nomor"

  Scenario: There is no step table
    Given a complete SOP
    When the step table is removed
    Then rule steps/table-missing has 1 critical finding
    And a finding states "tidak memuat tabel langkah"

  Scenario: A column of the step table that is not there
    Given a complete SOP
    When the column "Output" of the step table is removed
    Then rule steps/output-missing has 1 minor finding
    And a finding states "Tidak satu pun dari 7 langkah memuat output."

  Scenario: A step table of which only words are left
    Given a complete SOP
    When the columns of the step table are run together as text
    Then rule steps/table-missing cannot be judged because "ditemukan tetapi tidak dapat dibaca"
