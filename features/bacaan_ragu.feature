# language: id
@aturan-ID-05
Fitur: Bacaan yang meragukan
  Temuan yang bersandar pada kata yang tidak terbaca dengan pasti berkeyakinan lebih rendah dan mengatakan sebabnya.

  Skenario: Label yang salah ketik
    Dengan SOP lengkap
    Ketika Tanggal Pengesahan tertulis "3 Januari 2025"
    Dan label Tanggal Pengesahan tertulis "Tanggal Pengesahn"
    Maka aturan identity/date-order menemukan 1 temuan mayor
    Dan keyakinan temuan sedang
    Dan temuan mencatat 'label terbaca "Tanggal Pengesahn"'

  Skenario: Label yang terbaca jelas
    Dengan SOP lengkap
    Ketika Tanggal Pengesahan tertulis "3 Januari 2025"
    Maka aturan identity/date-order menemukan 1 temuan mayor
    Dan keyakinan temuan tinggi
    Dan temuan tidak mencatat bacaan ragu

  Skenario: Huruf di antara angka tanggal
    Dengan SOP lengkap
    Ketika Tanggal Pengesahan tertulis "O3 Januari 2O25"
    Maka aturan identity/date-order menemukan 1 temuan mayor
    Dan keyakinan temuan sedang
    Dan temuan mencatat 'tanggal terbaca "O3 Januari 2O25"'

  Skenario: Hari dan bulan dapat tertukar
    Dengan SOP lengkap
    Ketika Tanggal Pengesahan tertulis "3/1/2025"
    Maka aturan identity/date-order menemukan 1 temuan mayor
    Dan keyakinan temuan sedang
    Dan temuan mencatat 'hari dan bulan dapat tertukar'

  Skenario: Dua keraguan sekaligus
    Dengan SOP lengkap
    Ketika Tanggal Pengesahan tertulis "3/1/2025"
    Dan label Tanggal Pengesahan tertulis "Tanggal Pengesahn"
    Maka aturan identity/date-order menemukan 1 temuan mayor
    Dan keyakinan temuan rendah
