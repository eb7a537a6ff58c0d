# language: en
Feature: Profiles, parameters and rules under development

  Scenario: An SOP that breaks the draft rule
    Given a complete SOP
    And the draft rule "steps/terlalu-singkat"
      """
      code: ZZ-01
      title: {id: Langkah terlalu singkat, en: Step too short}
      why: {id: Waktu sesingkat itu tidak masuk akal., en: So short a time is not plausible.}
      applies_to: [sop]
      severity: minor
      component: prosedur
      source:
        - regulation: permenpanrb-35-2012
          clause: Lampiran, Mutu Baku
          modality: should
          asks: {id: waktu langkah sesuai kenyataan, en: the time of a step is as it is}
      params: {least: 5}
      when:
        - s: step
          where: {minutes: {lt: params.least}}
      finding:
        at: [s]
        condition: {id: 'Langkah {s.no} hanya {s.printed_time}.', en: 'Step {s.no} takes {s.printed_time} only.'}
        effect: {id: Waktu pelayanan tidak dapat dipegang., en: The time of the service cannot be relied on.}
        recommendation: {id: Ukur kembali waktunya., en: Measure the time again.}
      """
    When the time of step 2 becomes "3"
    Then rule ZZ-01 has 1 minor finding
    And a finding points to step 2
    And the condition of a finding holds "hanya 3 menit"
    And the effect of a finding holds "tidak dapat dipegang"
    And the recommendation of a finding holds "Ukur kembali"
    And the criterion of a finding holds "PermenPANRB 35/2012"
    And the title of a finding holds "terlalu singkat"

  Scenario: A rule that is switched off does not judge
    Given a complete SOP
    And rule NIP-02 is switched off
    When the NIP in the identity block reads "19820517 200604 1 004"
    Then rule NIP-02 does not judge

  Scenario: How long a working day is
    Given a complete SOP
    And a working day has 60 minutes
    And the draft rule "steps/lama"
      """
      code: ZZ-03
      title: {id: Langkah lama, en: Long step}
      why: {id: Langkah lama perlu dipantau., en: Long steps are to be watched.}
      applies_to: [sop]
      severity: advice
      component: prosedur
      source:
        - regulation: permenpanrb-35-2012
          clause: Lampiran, Mutu Baku
          modality: should
          asks: {id: waktu langkah sesuai kenyataan, en: the time of a step is as it is}
      when:
        - s: step
          where: {minutes: 120}
      finding:
        at: [s]
        condition: {id: 'Langkah {s.no} lama.', en: 'Step {s.no} is long.'}
        effect: {id: Perlu dipantau., en: It is to be watched.}
        recommendation: {id: Pantau langkahnya., en: Watch the step.}
      """
    When the time of step 3 becomes "2 hari"
    Then rule ZZ-03 has 1 advice finding

  Scenario: A parameter with a wider bound
    Given a complete SOP
    And the parameter "fewest_steps" of rule steps/output-generic is 20
    When the output of all steps becomes "Dokumen"
    Then rule steps/output-generic finds nothing

  Scenario: The core profile has core rules only
    Given a complete SOP
    And the profile "inti" is used
    When the time of step 3 becomes "-"
    Then rule steps/time-missing does not judge
    And there is no finding

  Scenario: A severity that is changed
    Given a complete SOP
    And the severity of rule NIP-02 becomes advice
    When the NIP in the identity block reads "19820517 200604 1 004"
    Then rule NIP-02 has 1 advice finding
