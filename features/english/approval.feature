# language: en
Feature: Approval and officers

  Scenario: Degrees and capitals make nobody somebody else
    Given a complete SOP whose guide is signed by the Camat as well
    When the name in the guide reads "Wisnu Anggaraksa"
    And the NIP in the guide reads "19820517 200612 1 003"
    And the signature block is removed
    Then rule person/nip-mismatch has 1 critical finding

  Scenario: The NIP in the guide differs from that in the form
    Given a complete SOP whose guide is signed by the Camat as well
    When the NIP in the guide reads "19820715 200604 1 003"
    And the signature block is removed
    Then rule person/nip-mismatch has 1 critical finding
    And a finding quotes "19820715 200604 1 003"

  Scenario: A new NIP on a document without a year
    Given a complete SOP
    When the identity block is removed
    And place and date above the signature are removed
    And the text has "" in place of "TAHUN 2025"
    Then rule NIP-06 finds nothing

  Scenario: An old NIP in its time
    Given a complete SOP
    When the NIP of the Camat reads "131234567" everywhere
    And the SOP is approved on "14 Januari 2008"
    And the text has "TAHUN 2008" in place of "TAHUN 2025"
    And the SOP number reads "000.8.3.3/07/TS/I/2008"
    Then rule NIP-06 finds nothing

  Scenario: A column that the guide does not know
    Given a complete SOP
    When the guide names those in charge: "Camat; Sekretaris Kecamatan; Kasi Pelayanan"
    And actor column 4 reads "JF"
    Then rule office/role-mismatch has 1 minor finding
    And a finding quotes "JF"

  Scenario: Who takes note does not approve
    Given a complete SOP
    When the signature block holds SEKRETARIS DAERAH "LARASATI WENINGTYAS, S.Sos." with the NIP "19770921 200112 2 005"
    And above the signature stands "Mengetahui,"
    Then rule approval/two-approvers finds nothing

  Scenario: A name below a stamp in a scan
    Given a complete SOP
    When the name of the signatory reads "WISNU ANGGARAKSO"
    And "ANGGARAKSO" is recognised in the scan with a certainty of 60 percent
    Then rule PJ-02 cannot be judged because "tidak terbaca pasti"
    And rule PJ-03 does not apply

  Scenario: A signatory without an office
    Given a complete SOP
    When the office above the name of the signatory is removed
    Then rule PJ-03 does not apply

  Scenario: The signature of another does not make the approval whole
    Given a complete SOP
    When Disahkan Oleh holds CAMAT TAMAN SELASIH "" with the NIP ""
    And the office of the signatory reads "SEKRETARIS KECAMATAN"
    Then rule PJ-01 has 1 major finding

  Scenario: An office without name and NIP
    Given a complete SOP
    When Disahkan Oleh holds the office only
    And the signature block is removed
    Then rule person/approver-name-missing has 1 major finding
    And a finding quotes "CAMAT TAMAN SELASIH"

  Scenario: The word ttd is no name
    Given a complete SOP
    When Disahkan Oleh holds the office and ttd only
    And the signature block is removed
    Then rule person/approver-name-missing has 1 major finding

  Scenario: Disahkan Oleh is empty, and the officer only signs
    Given a complete SOP
    When the field Disahkan Oleh is emptied
    And the guide is signed by Camat Taman Selasih "WISNU ANGGARAKSA" with the NIP "19820517 200604 1 003"
    And the text has "Camat Taman Selasih, ttd." in place of "Camat Taman Selasih,"
    Then rule PS-01 has 1 major finding
    And the confidence is medium
    And a finding states "hanya tercantum pada blok tanda tangan"

  Scenario: The text ends before the signature, and Disahkan Oleh is filled
    Given a complete SOP
    When the text ends after "2. SOP Penyusunan Laporan Kinerja"
    Then rule PS-01 finds nothing
    And rule PS-02 cannot be judged because "Akhir naskah prosedur tidak terbaca"
