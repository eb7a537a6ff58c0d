# language: en
Feature: Performance data

  Scenario: A quarter that ends only today
    Given the document "PENGUKURAN KINERJA TAHUN 2024" with the table
      | No | Sasaran           | Indikator Kinerja | Satuan  | Target TW I | Realisasi TW I | Target TW II | Realisasi TW II | Target TW III | Realisasi TW III |
      | 1  | Meningkatnya mutu | Jumlah dokumen    | Dokumen | 3           | 3              | 4            |                 | 2             |                  |
    When the document is audited on 2024-06-30
    Then rule performance/quarter-overdue finds nothing

  Scenario: A form with its head only
    Given a complete SOP
    When the performance form holds its head only
    Then rule performance/table-empty has 1 minor finding
    And a finding points to the line that holds "Indikator Kinerja"

  Scenario: A filled form below column numbers
    Given a complete SOP
    When column numbers are inserted below the head of the performance form
    Then rule performance/table-empty finds nothing

  Scenario: Column numbers are no data
    Given a complete SOP
    When the performance form holds its head and column numbers only
    Then rule performance/table-empty has 1 minor finding

  Scenario: A report signed at the end of February
    Given a complete performance report
    When the text has "Lembah Seruni, 28 Februari 2025" in place of "Lembah Seruni, 14 Februari 2025"
    Then rule performance/report-late finds nothing
