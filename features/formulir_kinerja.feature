# language: id
Fitur: Target tanpa realisasi: formulir kinerja yang kosong
  Formulir data kinerja dalam SOP menetapkan apa yang dikumpulkan. Formulir tanpa baris
  berarti target dan realisasinya belum ditetapkan.

  Skenario: Formulir hanya berisi kepala kolom
    Dengan SOP lengkap
    Ketika formulir kinerja hanya memuat kepala kolom
    Maka aturan performance/table-empty menemukan 1 temuan minor
    Dan temuan menunjuk baris yang memuat "Indikator Kinerja"

  Skenario: Nomor kolom bukan data
    Dengan SOP lengkap
    Ketika formulir kinerja hanya memuat kepala kolom dan nomor kolom
    Maka aturan performance/table-empty menemukan 1 temuan minor

  Skenario: Formulir terisi di bawah nomor kolom
    Dengan SOP lengkap
    Ketika nomor kolom disisipkan di bawah kepala formulir kinerja
    Maka aturan performance/table-empty tidak menemukan apa pun

  Skenario: SOP tanpa formulir kinerja
    Dengan SOP lengkap
    Ketika formulir kinerja dihapus
    Maka aturan performance/table-empty tidak berlaku

  Skenario: Formulir pengumpulan data tanpa sumber data dan penanggung jawab
    Dengan SOP lengkap
    Ketika naskah menulis "No	Sasaran	Indikator Kinerja	Target	Realisasi	Ket	Ket" sebagai ganti "No	Sasaran	Indikator Kinerja	Target	Realisasi	Sumber Data	Ket"
    Maka aturan performance/header-mismatch menemukan 1 temuan minor
    Dan keyakinan temuan sedang
