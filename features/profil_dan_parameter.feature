# language: id
Fitur: Tanggal, profil, parameter, dan pengaturan sendiri
  Yang dapat diubah patuh.toml dapat juga diubah dalam skenario, dan berlaku hanya di situ.

  Skenario: Profil inti hanya memuat aturan pokok
    Dengan SOP lengkap
    Dan profil "inti" dipakai
    Ketika waktu langkah 3 menjadi "-"
    Maka aturan steps/time-missing tidak ikut menilai
    Dan tidak ada temuan

  Skenario: Profil standar memuat aturan langkah
    Dengan SOP lengkap
    Dan profil "standar" dipakai
    Ketika waktu langkah 3 menjadi "-"
    Maka dokumen melanggar aturan steps/time-missing

  Skenario: Parameter mengubah batas
    Dengan SOP lengkap
    Ketika output semua langkah menjadi "Dokumen"
    Maka aturan steps/output-generic menemukan 1 temuan

  Skenario: Parameter dengan batas yang lebih longgar
    Dengan SOP lengkap
    Dan parameter "fewest_steps" aturan steps/output-generic bernilai 20
    Ketika output semua langkah menjadi "Dokumen"
    Maka tidak ada temuan dari aturan steps/output-generic

  Skenario: Tingkat yang diubah
    Dengan SOP lengkap
    Dan tingkat aturan NIP-02 menjadi saran
    Ketika NIP pada bagian identitas tertulis "19820517 200604 1 004"
    Maka aturan NIP-02 menemukan 1 temuan saran

  Skenario: Aturan yang dimatikan tidak ikut menilai
    Dengan SOP lengkap
    Dan aturan NIP-02 dimatikan
    Ketika NIP pada bagian identitas tertulis "19820517 200604 1 004"
    Maka aturan NIP-02 tidak ikut menilai

  Skenario: Aturan di luar profil yang dipakai
    Dengan SOP lengkap
    Dan profil "inti" dipakai
    Dan aturan steps/time-missing dipakai
    Ketika waktu langkah 3 menjadi "-"
    Maka dokumen melanggar aturan steps/time-missing

  Skenario: Panjang hari kerja
    Dengan SOP lengkap
    Dan satu hari kerja 60 menit
    Dan rancangan aturan "steps/lama"
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
    Ketika waktu langkah 3 menjadi "2 hari"
    Maka aturan ZZ-03 menemukan 1 temuan saran

  Skenario: Tanggal pemeriksaan menentukan SOP yang perlu ditinjau
    Dengan SOP lengkap
    Dan tanggal pemeriksaan 31 Desember 2031
    Maka dokumen melanggar aturan identity/review-overdue
