# language: id
Fitur: Ejaan, kata ganda, dan istilah dalam naskah yang meragukan
  Naskah yang rusak karena pengalihan berkas dan tulisan pindaian yang kabur tidak dinilai ejaannya; tulisan yang jelas
  dinilai. Istilah lama wajar dalam SOP yang lebih tua daripada penggantiannya.

  @aturan-BH-01 @aturan-BH-02
  Skenario: Naskah yang huruf-hurufnya rusak
    Dengan SOP lengkap
    Ketika maksud dan tujuan pedoman berbunyi "nfncfsj bsbibo cbhj tfnvb tfltj lfdbnbubo ebmbn nfohvnqvmlbo nfohijnqvo nfnfsjltb nfmbqpslbo nfozjnqbo ljofskb tfdbsb cfslbmb ufsujc mfohlbq cfobs ufqbu xbluv tftvbj efohbo lfufouvbo qfsbuvsbo qfsvoeboh voebohbo cfsmblv tfsub nfokbnjo lfufstfejbbo jogpsnbtj cfsnvuv tfcbhbj ebtbs qfohbncjmbo lfqvuvtbo qjnqjobo fwbmvbtj qsphsbn lfhjbubo ubivobo usjxvmbo cvmbobo qfmbltbob qfobohhvoh kbxbc qfohbxbt qfncjob lppsejobups tflsfubsjt lfqbmb cbhjbo qfsfodbobbo lfvbohbo vnvn qfnfsjoubibo qfncbohvobo lftfkbiufsbbo nbtzbsblbu lfufoufsbnbo lfufsujcbo qfmbzbobo qvcmjl ufsqbev benjojtusbtj lfqfoevevlbo qfsubobibo qfncfsebzbbo qfsubojbo qfsebhbohbo qfozfmfohhbsbbo vsvtbo lfxfobohbo cvqbuj ejmjnqbilbo xjmbzbi lfmvsbibo eftb mfncbhb bebu qfnveb pmbisbhb lfcvebzbbo qbsjxjtbub qfsivcvohbo mjohlvohbo ijevq lfivubobo lfmbvubo qfsjlbobo qfufsoblbo lfubibobo qbohbo ufobhb usbotnjhsbtj qfoejejlbo lftfibubo tptjbm qfsvnbibo qfsnvljnbo tubujtujl qfstboejbo lpnvojlbtj qfsqvtublbbo lfbstjqbo qfobobnbo npebm lpqfsbtj vtbib lfdjm nfofohbi qfohfoebmjbo qfoevevl lfmvbshb cfsfodbob qfncfsebzbbo qfsfnqvbo qfsmjoevohbo bobl"
    Dan naskah menulis "kinerja Kecamatan Kecamatan Taman Selasih" sebagai ganti "kinerja Kecamatan Taman Selasih"
    Dan naskah menulis "Menghimpun formulir yang telah terisi dan dirubah" sebagai ganti "Menghimpun formulir yang telah terisi"
    Maka aturan text/duplicate-word tidak dapat dinilai karena "Teks berkas ini rusak sehingga ejaannya tidak dapat dinilai."
    Dan aturan text/typo tidak dapat dinilai karena "Teks berkas ini rusak sehingga ejaannya tidak dapat dinilai."

  @aturan-BH-01
  Garis-Besar Skenario: Salah ketik pada pindaian yang kabur dan yang jelas
    Dengan SOP lengkap
    Ketika naskah menulis "Menghimpun formulir yang telah terisi dan dirubah" sebagai ganti "Menghimpun formulir yang telah terisi"
    Dan "dan dirubah" terbaca dari pindaian dengan kepastian <kepastian> persen
    Maka <hasil>

    Contoh:
      | kepastian | hasil                                                                                                |
      | 50        | aturan text/typo tidak dapat dinilai karena "tidak dikenali dengan cukup pasti untuk menilai ejaan"  |
      | 99        | aturan text/typo menemukan 1 temuan saran                                                            |

  @aturan-BH-02
  Garis-Besar Skenario: Kata ganda pada pindaian yang kabur dan yang jelas
    Dengan SOP lengkap
    Ketika naskah menulis "kinerja Kecamatan Kecamatan Taman Selasih" sebagai ganti "kinerja Kecamatan Taman Selasih"
    Dan "Kecamatan Kecamatan" terbaca dari pindaian dengan kepastian <kepastian> persen
    Maka <hasil>

    Contoh:
      | kepastian | hasil                                                                                                             |
      | 50        | aturan text/duplicate-word tidak dapat dinilai karena "untuk menilai kata yang tampak tertulis dua kali"          |
      | 99        | aturan text/duplicate-word menemukan 1 temuan minor                                                               |

  @aturan-BH-01
  Skenario: Salah ketik menyebut kata yang baku
    Dengan SOP lengkap
    Ketika naskah menulis "**PENGUMPLAN DATA KINERJA**" sebagai ganti "**PENGUMPULAN DATA KINERJA**"
    Maka aturan text/typo menemukan 1 temuan minor
    Dan temuan menyatakan 'Tertulis "PENGUMPLAN", seharusnya "PENGUMPULAN".'

  @aturan-BH-03
  Garis-Besar Skenario: Istilah lama dalam SOP sebelum dan sesudah penggantiannya
    Dengan SOP lengkap
    Ketika SOP disahkan pada tanggal "<tanggal>"
    Dan naskah menulis "Menyusun LAKIP" sebagai ganti "Menyusun formulir"
    Maka <hasil>

    Contoh:
      | tanggal         | hasil                                              |
      | 13 Januari 2013 | aturan text/term-outdated tidak menemukan apa pun  |
      | 13 Januari 2025 | aturan text/term-outdated menemukan 1 temuan saran |

  @aturan-BH-04
  Skenario: Satu dokumen dengan dua nama
    Dengan SOP lengkap
    Ketika naskah menulis "Menyusun formulir bersama Kasubag dan Kasubbag" sebagai ganti "Menyusun formulir"
    Maka aturan text/term-inconsistent menemukan 1 temuan saran
    Dan temuan menyatakan "ditulis dengan beberapa cara"

  @aturan-BH-04
  Skenario: Satu singkatan dengan huruf kapital yang tidak seragam
    Dengan SOP lengkap
    Ketika naskah menulis "Menghimpun Lkjip dan LKjIP yang telah terisi" sebagai ganti "Menghimpun formulir yang telah terisi"
    Maka aturan text/term-inconsistent menemukan 1 temuan saran
    Dan temuan menyatakan "Huruf kapital Laporan Kinerja tidak seragam"
