# language: id
Fitur: Formulir SOP tanpa bagian identitas
  Kotak formulir yang berdampingan tetap dikenali walaupun bagian identitas di atasnya tidak ada.

  @aturan-DH-01
  Skenario: Dasar hukum hanya ada pada formulir
    Dengan SOP lengkap
    Ketika bagian identitas dihapus
    Dan dasar hukum dalam pedoman dihapus
    Maka aturan legal/missing tidak menemukan apa pun
