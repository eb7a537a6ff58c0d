# language: id
Fitur: SOP yang lengkap tidak mendapat temuan
  Auditor harus dapat percaya bahwa setiap temuan dalam fitur lain berasal dari perubahan yang disebut di sana.

  Skenario: SOP lengkap
    Dengan SOP lengkap
    Maka tidak ada temuan di atas saran
    Dan aturan legal/missing tidak menemukan apa pun
    Dan aturan approval/unsigned tidak menemukan apa pun
    Dan aturan steps/duplicate tidak menemukan apa pun
    Dan aturan performance/table-empty tidak menemukan apa pun
    Dan aturan person/nip-mismatch tidak menemukan apa pun

  Skenario: SOP lengkap yang juga ditandatangani pada pedomannya
    Dengan SOP lengkap yang pedomannya juga ditandatangani Camat
    Maka tidak ada temuan di atas saran
