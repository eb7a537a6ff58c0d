# language: en
Feature: Findings, grades and verdicts

  Scenario: A step without time in an SOP on performance data
    Given a complete SOP
    When the time of step 3 becomes ""
    Then rule steps/time-missing has 1 major finding
    And the findings name the AKIP criterion "2a.3"

  Scenario: A finding that is not about the mechanism names no criterion
    Given a complete SOP
    When Tanggal Pengesahan reads "3 Januari 2025"
    Then rule identity/date-order has 1 major finding
    And the findings name no AKIP criterion

  Scenario: A complete SOP has the full score
    Given a complete SOP
    Then the score is 100 and the grade AA
    And the upper bound is the score
    And the lower bound is above 95
    And no repair is suggested

  Scenario: A critical finding bounds the grade, and is to be mended first
    Given a complete SOP
    When the NIP in the signature block reads "19820517 200604 1 008"
    And step 4 is repeated as step 5
    Then the grade is C
    And the first repair is rule person/nip-mismatch with the grade AA
    And the second repair is rule steps/duplicate with the grade AA

  Scenario: What cannot be judged lowers the lower bound only
    Given a complete SOP
    When the word ttd is removed
    Then the score is 100 and the grade AA
    And the upper bound is the score
    And the lower bound is below that of the complete SOP
    And no repair is suggested

  Scenario: A rule that cannot be judged
    Given a complete SOP
    When labels and values of the identity block are parted
    Then rule identity/date-order cannot be judged

  Scenario: A complete SOP has no findings
    Given a complete SOP
    When the document is audited
    Then there is no finding
    And there are 0 findings in all
    And there is no critical finding
    And the verdict is "fit"
    And the score is 100
    And the score is at least 90
    And the bounds of the score are 100 and 100

  Scenario: A finding in a section
    Given a complete SOP
    When the law "Peraturan Pemerintah Nomor 79 Tahun 2005 tentang Pedoman Pembinaan dan Pengawasan Penyelenggaraan Pemerintahan Daerah" stands first
    Then rule legal/revoked has 1 finding
    And a finding points to the section "Dasar Hukum"

  Scenario: Findings of two rules only
    Given a complete SOP
    When the NIP in the signature block reads "19820517 200604 1 004"
    And Tanggal Pembuatan reads "11 Januari 2025"
    Then all findings are of rules person/nip-mismatch and identity/date-weekend
    And there are 2 findings in all
    And there are 1 advice findings in all
    And the score is between 50 and 99

  Scenario: Findings by severity
    Given a complete SOP
    When the rank of the signatory reads "Pembina (III/c)"
    And the NIP in the identity block reads "19820517 200604 1 004"
    Then rule person/nip-mismatch has the findings 1 critical
    And rule person/nip-mismatch has these findings
      | Tingkat | Keyakinan | Mengutip              | Baris |
      | kritis  | tinggi    | 19820517 200604 1 004 |       |

  Scenario: Findings of one rule only
    Given a complete SOP
    When the NIP in the signature block reads "19820517 200604 1 004"
    Then all findings are of rule person/nip-mismatch
    And a finding quotes exactly "19820517 200604 1 004"
    And no finding quotes "19800319"
    And a finding points to line 67
    And a finding points to the place "baris 40"
