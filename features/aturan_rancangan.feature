# language: id
Fitur: Aturan yang masih dirancang
  Isi berkas aturan ditulis dalam skenario, lalu menilai bersama aturan lain tanpa disimpan di mana pun.

  Latar Belakang:
    Dengan SOP lengkap
    Dan rancangan aturan "steps/terlalu-singkat"
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

  Skenario: SOP yang memenuhinya
    Maka aturan steps/terlalu-singkat tidak menemukan apa pun
    Dan tidak ada temuan ZZ-01

  Skenario: SOP yang melanggarnya
    Ketika waktu langkah 2 menjadi "3"
    Maka aturan ZZ-01 menemukan 1 temuan minor
    Dan temuan menunjuk langkah 2
    Dan kondisi temuan memuat "hanya 3 menit"
    Dan akibat temuan memuat "tidak dapat dipegang"
    Dan rekomendasi temuan memuat "Ukur kembali"
    Dan dasar temuan memuat "PermenPANRB 35/2012"
    Dan judul temuan memuat "terlalu singkat"

  Skenario: Parameternya dapat diubah
    Ketika waktu langkah 2 menjadi "3"
    Dan parameter "least" aturan ZZ-01 bernilai 2
    Maka dokumen patuh terhadap aturan ZZ-01

  Skenario: Rancangan menggantikan aturan yang bernama sama
    Dengan rancangan aturan "steps/terlalu-singkat"
      """
      code: ZZ-02
      title: {id: Langkah terlalu lama, en: Step too long}
      why: {id: Langkah selama itu perlu dipecah., en: So long a step is to be split.}
      applies_to: [sop]
      severity: major
      component: prosedur
      source:
        - regulation: permenpanrb-35-2012
          clause: Lampiran, Mutu Baku
          modality: should
          asks: {id: waktu langkah sesuai kenyataan, en: the time of a step is as it is}
      when:
        - s: step
          where: {minutes: {gt: 100}}
      finding:
        at: [s]
        condition: {id: 'Langkah {s.no} terlalu lama.', en: 'Step {s.no} is too long.'}
        effect: {id: Sulit dipantau., en: It is hard to watch.}
        recommendation: {id: Pecah langkahnya., en: Split the step.}
      """
    Maka aturan steps/terlalu-singkat menemukan 1 temuan mayor
    Dan temuan menunjuk langkah 3
