# language: id
@aturan-RL-02
Fitur: Peringatan, kualifikasi, dan catatan tentang prosedur lain
  Bagian yang tercampur dengan kolom di sebelahnya tidak dinilai.

  Latar Belakang:
    Dengan SOP lengkap

  Skenario: Peringatan tentang prosedur lain
    Ketika judul SOP diganti menjadi "PENYUSUNAN PERENCANAAN KINERJA"
    Dan peringatan berbunyi "Jika pengumpulan data tidak maksimal maka berpengaruh pada Laporan Kinerja"
    Maka aturan RL-02 menemukan 1 temuan saran
    Dan temuan menyatakan "Peringatan"

  Skenario: Kualifikasi tentang prosedur lain
    Ketika judul SOP diganti menjadi "PELAYANAN KARTU TANDA PENDUDUK"
    Dan peringatan berbunyi "Jika SOP tidak dilaksanakan, maka pelayanan terganggu"
    Dan kualifikasi pelaksana berisi Memahami penyusunan Laporan Kinerja; Mampu mengolah data
    Maka aturan RL-02 menemukan 1 temuan saran
    Dan temuan menyatakan "Kualifikasi"

  Garis-Besar Skenario: Bagian yang terlepas dari judulnya
    Ketika isi <bagian> terlepas dari judulnya
    Maka aturan RL-02 tidak dapat dinilai karena "<sebab>"

    Contoh:
      | bagian                | sebab                                 |
      | Peringatan            | tidak dapat dipasangkan               |
      | Kualifikasi Pelaksana | tidak dapat dipasangkan               |
      | Keterkaitan           | bercampur dengan kolom di sebelahnya  |
      | Dasar Hukum           | bercampur dengan kolom di sebelahnya  |
      | Peralatan/Perlengkapan | bercampur dengan kolom di sebelahnya |
      | Pencatatan dan Pendataan | bercampur dengan kolom di sebelahnya |

  Skenario: Tanpa peringatan dan kualifikasi
    Ketika kotak Peringatan dihapus dari formulir
    Dan kotak Kualifikasi Pelaksana dihapus dari formulir
    Maka aturan RL-02 tidak berlaku
