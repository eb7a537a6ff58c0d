"""The words of which generated archives are made: invented places and persons, subjects of procedures, what is done."""

from __future__ import annotations

from typing import Final

FIRST: Final = (
    "Bukit", "Lembah", "Danau", "Puncak", "Rimba", "Padang", "Muara", "Tanjung", "Teluk", "Kampung", "Ujung", "Rawa",
    "Alun", "Gerbang", "Taman", "Simpang", "Tepian", "Batu", "Pulau", "Sendang",
)  # fmt: skip
SECOND: Final = (
    "Lembayung", "Kemiri", "Biru", "Arum", "Seruni", "Cempaka", "Selindung", "Pandansari", "Melati", "Senja",
    "Kenanga", "Mahoni", "Cendana", "Teratai", "Anggrek", "Merbau", "Damar", "Nilam", "Pelangi", "Embun",
    "Gaharu", "Kencana", "Permata", "Mutiara", "Purnama",
)  # fmt: skip
GOVERNMENT: Final = "KABUPATEN TELAGA RENJANA"

MEN: Final = (
    "GALIH", "RADITYA", "BASKARA", "WIRA", "DANU", "ARYA", "BAGAS", "PRABU", "SATRIA", "TIRTA", "YUDHA", "ADNAN",
    "HARUN", "JATI", "LUHUR", "SURYA",
)  # fmt: skip
WOMEN: Final = (
    "NILAM", "LINTANG", "SEKAR", "RATNA", "KIRANA", "MELATI", "DEWI", "AYU", "CITRA", "LARAS", "WULAN", "PUSPA",
    "INTAN", "RARAS", "TARI", "GENDIS",
)  # fmt: skip
LAST: Final = (
    "WIRAPATI", "CITRARASMI", "PRANAWIJAYA", "SETIABUANA", "PRAMESTI", "KUSUMADANA", "HARTANAYA", "SURYALAGA",
    "WIDYATAMA",
    "MAHESWARA", "ADIPURWA", "NATAKARYA", "SASTRADANA", "WANGSAJAYA", "PURBANEGARA", "KERTAPATI", "LESMANAYA",
    "RANGGAWASTRA", "TIRTAYASA", "SUMADIREJA", "WIRATAMAN", "GANDASASMITA", "PRAWIRANA", "SOMADIKARTA",
)  # fmt: skip
DEGREES: Final = ("S.STP., M.AP.", "S.IP., M.M.", "S.Sos., M.Si.", "S.H., M.H.", "S.E., M.M.", "S.T., M.T.")

KINDS: Final = (
    # folder, name, title of the head, rank, actors, share of the offices
    ("kecamatan", "Kecamatan", "Camat", "Pembina (IV/a)", ("Camat", "Sekcam", "Kasi", "Staf"), 4),
    ("kelurahan", "Kelurahan", "Lurah", "Penata Tingkat I (III/d)", ("Lurah", "Sekretaris", "Kasi", "Staf"), 5),
    ("puskesmas", "Puskesmas", "Kepala Puskesmas", "Pembina (IV/a)",
     ("Kepala Puskesmas", "Kasubbag TU", "Dokter", "Petugas"), 4),
    ("dinas", "Dinas", "Kepala Dinas", "Pembina Utama Muda (IV/c)",
     ("Kepala Dinas", "Sekretaris", "Kepala Bidang", "Staf"), 2),
)  # fmt: skip
"""Offices; a dinas has no place but a field."""
FIELDS: Final = (
    "Perpustakaan", "Kearsipan", "Perhubungan", "Pertanian", "Perikanan", "Pariwisata", "Kebudayaan", "Pendidikan",
    "Kesehatan", "Sosial", "Perdagangan", "Perindustrian", "Peternakan", "Perkebunan", "Kehutanan", "Tenaga Kerja",
    "Transmigrasi", "Pertanahan", "Lingkungan Hidup", "Pekerjaan Umum", "Penataan Ruang", "Perumahan Rakyat",
    "Komunikasi", "Statistik", "Kepemudaan", "Keolahragaan", "Koperasi", "Penanaman Modal", "Ketahanan Pangan",
    "Kependudukan", "Pemberdayaan Perempuan", "Pengairan", "Pertambangan", "Persandian", "Pemberdayaan Desa",
    "Pemadam Kebakaran", "Permukiman", "Kelautan", "Pemakaman", "Pertamanan",
)  # fmt: skip

SERVICE, DRAFT, KEEP, EVENT = range(4)
"""Sorts of procedures: something is issued, written, kept, held."""
SUBJECTS: Final[tuple[tuple[int, str], ...]] = (
    *((SERVICE, f"Pelayanan {one}") for one in (
        "Surat Keterangan Domisili", "Surat Keterangan Usaha", "Rekomendasi Izin Keramaian", "Dispensasi Nikah",
        "Surat Keterangan Tidak Mampu", "Legalisasi Dokumen", "Surat Pengantar Pindah", "Surat Keterangan Ahli Waris",
        "Rekomendasi Bantuan Sosial", "Izin Pemakaian Aula", "Peminjaman Buku", "Permintaan Data Statistik",
        "Surat Keterangan Lahir", "Surat Keterangan Kematian", "Pengaduan Masyarakat", "Konsultasi Usaha Mikro",
        "Rekomendasi Penelitian", "Rujukan Pasien", "Imunisasi Anak", "Pemeriksaan Ibu Hamil", "Kartu Pencari Kerja",
        "Rekomendasi Pupuk Bersubsidi", "Pendaftaran Merek Dagang", "Izin Praktik Kerja Lapangan",
    )),
    *((DRAFT, f"Penyusunan {one}") for one in (
        "Rencana Kerja Anggaran", "Laporan Keuangan Bulanan", "Profil Wilayah", "Jadwal Piket",
        "Rencana Kebutuhan Pegawai",
        "Bahan Paparan Pimpinan", "Daftar Inventaris Ruangan", "Standar Pelayanan", "Peta Jabatan", "Laporan Kehadiran",
        "Usulan Kenaikan Pangkat", "Rencana Umum Pengadaan", "Naskah Sambutan", "Survei Kepuasan Masyarakat",
        "Laporan Persediaan Barang", "Peta Kerawanan Bencana", "Kalender Kegiatan", "Katalog Produk Unggulan",
        "Rencana Pemeliharaan Gedung", "Usulan Cuti Pegawai", "Berita Kegiatan", "Data Potensi Wilayah",
    )),
    *((KEEP, f"Pengelolaan {one}") for one in (
        "Surat Masuk", "Surat Keluar", "Arsip Inaktif", "Barang Persediaan", "Kendaraan Operasional", "Kas Kecil",
        "Media Sosial", "Ruang Rapat", "Data Kepegawaian", "Perpustakaan Mini", "Limbah Medis", "Obat Kedaluwarsa",
        "Taman Kantor", "Jaringan Internet", "Kotak Saran", "Buku Tamu", "Bank Sampah", "Sarana Olahraga",
        "Peralatan Laboratorium", "Alat Berat", "Gudang Pangan", "Kios Pasar", "Lahan Percontohan", "Sumur Resapan",
    )),
    *((EVENT, f"Penyelenggaraan {one}") for one in (
        "Rapat Koordinasi", "Musyawarah Perencanaan", "Pelatihan Kader", "Kerja Bakti", "Penyuluhan Gizi",
        "Upacara Bendera", "Pameran Produk", "Lomba Kampung Bersih", "Senam Bersama", "Posyandu Keliling",
        "Pasar Murah", "Donor Darah", "Pemantauan Jentik", "Patroli Wilayah", "Pelatihan Komputer", "Bimbingan Teknis",
        "Festival Budaya", "Simulasi Bencana", "Perpustakaan Keliling", "Kunjungan Rumah", "Penanaman Pohon",
        "Uji Emisi", "Pembinaan Karang Taruna", "Penertiban Reklame",
    )),
)  # fmt: skip
FIRST_SUBJECT: Final = (DRAFT, "Pengumpulan Data Kinerja")
"""Which every office must have."""
WIDER: Final = ("", " Terpadu", " Tahap Lanjutan", " Bersama Mitra", " Luar Kantor")
"""What tells procedures apart where an office has more of them than there are subjects."""

STEPS: Final[tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...]] = (
    # of each sort: what is done at the beginning, in the middle, in the second half, at the end
    (
        ("Menerima berkas {o} dari pemohon {d}", "Mencatat permohonan {o} {d}",
        "Meminta pemohon {o} mengisi formulir {d}",
         "Menyambut pemohon {o} dan mencatat keperluannya {d}", "Memberi nomor antrean kepada pemohon {o} {d}"),
        ("Memeriksa syarat {o} {d}", "Mencocokkan identitas pemohon {o} {d}", "Memindai lampiran {o} {d}",
         "Menanyai pemohon {o} tentang {x} {d}", "Menghubungi pihak lain mengenai {x} {d}",
         "Meninjau tempat pemohon {o} {d}", "Menghitung {x} bagi pemohon {o} {d}",
         "Memilah berkas {o} menurut {x} {d}"),
        ("Mengetik konsep naskah {o} {d}", "Membubuhkan paraf pada konsep naskah {o} {d}",
         "Memeriksa isi naskah {o} dan {x} {d}", "Memperbaiki ejaan naskah {o} {d}",
         "Menandatangani naskah {o} {d}", "Membubuhkan cap pada naskah {o} {d}"),
        ("Menyerahkan naskah {o} kepada pemohon {d}", "Mengirim naskah {o} kepada pemohon {d}",
         "Memberitahu pemohon {o} melalui pesan singkat {d}"),
    ),
    (
        ("Menugaskan tim {o} {d}", "Menetapkan jadwal {o} {d}", "Memerintahkan pengumpulan bahan {o} {d}",
         "Membuka rapat persiapan {o} {d}"),
        ("Mengumpulkan bahan {o} {d}", "Meminta data tentang {x} {d}", "Mengolah data tentang {x} untuk {o} {d}",
         "Membandingkan bahan {o} tahun lalu {d}", "Menghitung {x} sebagai dasar {o} {d}",
         "Merangkum masukan seksi mengenai {x} {d}", "Membuat grafik tentang {x} {d}", "Menelusuri bukti {x} {d}"),
        ("Menyusun draf {o} {d}", "Membahas draf {o} bersama seksi {d}", "Memperbaiki draf {o} menurut {x} {d}",
         "Memeriksa kesesuaian draf {o} dengan {x} {d}", "Menandatangani naskah akhir {o} {d}",
         "Menggandakan naskah akhir {o} {d}"),
        ("Mengirim naskah akhir {o} kepada penerima {d}", "Menyampaikan naskah akhir {o} dalam rapat {d}",
         "Mengunggah naskah akhir {o} {d}"),
    ),
    (
        ("Menerima catatan awal {o} {d}", "Membuka register {o} {d}", "Menunjuk penanggung jawab {o} {d}",
         "Menyiapkan tempat bagi {o} {d}"),
        ("Mencatat {x} dalam register {o} {d}", "Menghitung {x} pada {o} {d}", "Memberi label pada {o} {d}",
         "Mencocokkan register {o} dengan {x} {d}", "Memeriksa keadaan {o} {d}", "Memotret keadaan {o} {d}",
         "Membersihkan tempat {o} {d}", "Mengusulkan perbaikan {o} {d}", "Menimbang kebutuhan {x} bagi {o} {d}"),
        ("Menyetujui usul perbaikan {o} {d}", "Melaksanakan perbaikan {o} {d}", "Memeriksa hasil perbaikan {o} {d}",
         "Menyusun laporan keadaan {o} {d}", "Mengoreksi laporan keadaan {o} mengenai {x} {d}",
         "Menandatangani laporan keadaan {o} {d}"),
        ("Menyampaikan laporan keadaan {o} kepada pimpinan {d}", "Mengumumkan ringkasan keadaan {o} {d}",
         "Mengirim laporan keadaan {o} {d}"),
    ),
    (
        ("Menetapkan waktu {o} {d}", "Menunjuk panitia {o} {d}", "Mengusulkan tempat {o} {d}",
         "Membahas rencana {o} bersama panitia {d}"),
        ("Menyusun susunan acara {o} {d}", "Membuat undangan {o} {d}", "Mengantar undangan {o} {d}",
         "Menyiapkan {x} untuk {o} {d}", "Menghubungi narasumber {o} {d}", "Memeriksa kesiapan tempat {o} {d}",
         "Membagi tugas petugas {o} {d}", "Menghitung {x} untuk {o} {d}", "Memesan {x} bagi peserta {o} {d}"),
        ("Mencatat kehadiran peserta {o} {d}", "Membuka acara {o} {d}", "Memimpin acara {o} {d}",
         "Mendokumentasikan acara {o} {d}", "Merumuskan hasil {o} mengenai {x} {d}", "Menandatangani hasil {o} {d}"),
        ("Mengirim hasil {o} kepada peserta {d}", "Menyampaikan hasil {o} kepada pimpinan {d}",
         "Mengumumkan hasil {o} {d}"),
    ),
)  # fmt: skip
THINGS: Final = (
    "jumlah penerima", "keadaan lapangan", "ketersediaan bahan", "jadwal petugas", "alamat penerima",
    "biaya perjalanan",
    "luas lahan", "nomor telepon", "kelengkapan foto", "batas waktu", "daftar hadir", "data tahun berjalan",
    "kebutuhan alat tulis", "keterangan saksi", "riwayat sebelumnya", "hasil survei", "jumlah keluarga", "denah lokasi",
    "kapasitas ruangan", "masukan warga", "ketentuan teknis", "daftar harga", "umur peserta", "bukti pembayaran",
)  # fmt: skip
DETAILS: Final = (
    "pada hari kerja yang sama", "di ruang pelayanan", "melalui aplikasi perkantoran", "menurut daftar periksa",
    "dengan lembar kendali", "sebelum pukul dua siang", "bersama petugas terkait", "di meja informasi",
    "dengan formulir yang tersedia", "sesuai urutan kedatangan", "paling lambat sehari sesudahnya",
    "di hadapan dua petugas", "dengan menggunakan komputer", "di ruang arsip", "melalui surat elektronik",
    "menurut petunjuk pimpinan", "dengan teliti dan lengkap", "setelah jam istirahat", "pada awal pekan",
    "dengan bukti tertulis", "di ruang kerja seksi", "melalui telepon kantor", "menurut kelompok wilayah",
    "dalam buku register", "pada papan kendali", "dengan tulisan yang jelas", "menurut abjad", "secara bergiliran",
    "tanpa dipungut biaya", "dengan pendampingan petugas",
)  # fmt: skip
PRODUCTS: Final = (
    "Lembar {n} {o}", "Catatan {n} {o}", "Daftar {n} {o}", "Berita acara {n} {o}", "Rekapitulasi {n} {o}",
    "Bukti {n} {o}",
)  # fmt: skip
STAGES: Final = (
    "awal", "pertama", "periksa", "kendali", "rinci", "gabungan", "telaah", "banding", "lapangan", "uji", "sementara",
    "koreksi", "paraf", "akhir", "sah", "kirim", "terima", "simpan", "tutup",
)  # fmt: skip
WARNINGS: Final = (
    "Apabila {o} terlambat, maka {x} tidak dapat dipertanggungjawabkan.",
    "Apabila {x} tidak dicatat, maka {o} harus diulang dari awal.",
    "Apabila syarat tidak lengkap, maka {o} ditunda sampai {x} dipenuhi.",
    "Apabila petugas tidak mengikuti urutan kerja, maka {o} dapat keliru dan merugikan masyarakat.",
)  # fmt: skip
SKILLS: Final = (
    "Memahami ketentuan tentang {o}", "Mampu mengoperasikan komputer", "Mampu berkomunikasi dengan santun",
    "Teliti dan menjaga kerahasiaan data", "Mampu menyusun laporan", "Mengetahui keadaan wilayah kerja",
    "Mampu mengolah data dengan aplikasi pengolah angka", "Memiliki pengetahuan tentang tata naskah dinas",
)  # fmt: skip
TOOLS: Final = (
    "Komputer dan pencetak", "Buku register", "Alat tulis kantor", "Jaringan internet", "Formulir {o}", "Pemindai",
    "Telepon kantor", "Kamera", "Map dan boks arsip", "Meja dan kursi pelayanan",
)  # fmt: skip
RECORDS: Final = (
    "Buku register {o}", "Arsip elektronik {o}", "Daftar kendali {o}", "Berkas {o}", "Lembar disposisi",
)  # fmt: skip
BACKGROUNDS: Final = (
    ("{office} melaksanakan {o} sepanjang tahun bagi masyarakat dan perangkat daerah lain. Tanpa tata cara yang baku, "
    "{x} sukar ditelusuri dan waktu penyelesaian berbeda-beda. Prosedur ini menetapkan siapa melakukan apa, kapan, dan "
    "dengan hasil apa."),
    ("Permintaan akan {o} di {office} bertambah setiap tahun. Petugas yang berganti memerlukan pegangan mengenai "
        "{x} agar "
    "mutu pekerjaan tetap sama. Karena itu urutan kerja ditulis dan disahkan."),
    ("Hasil evaluasi menunjukkan bahwa {x} kerap menjadi sebab keterlambatan {o}. {office} menata kembali urutan "
        "kerja, "
    "membatasi waktu setiap langkah, dan menunjuk pelaksananya."),
)  # fmt: skip
AIMS: Final = (
    "Prosedur ini menjadi arahan bagi petugas dalam {o} yang tertib, tepat waktu, dan dapat dipertanggungjawabkan.",
    "Prosedur ini bertujuan menyeragamkan {o} serta memastikan {x} tercatat dengan benar.",
    "Prosedur ini dimaksudkan agar {o} selesai dalam waktu yang ditetapkan dan setiap hasilnya dapat ditelusuri.",
)  # fmt: skip

LAWS: Final = (
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
    "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan",
    ("Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah beberapa kali diubah, "
        "terakhir dengan"
    " Undang-Undang Nomor 6 Tahun 2023 tentang Penetapan Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun "
    "2022"
    " tentang Cipta Kerja menjadi Undang-Undang"),
    "Peraturan Pemerintah Nomor 60 Tahun 2008 tentang Sistem Pengendalian Intern Pemerintah",
    "Peraturan Pemerintah Nomor 12 Tahun 2017 tentang Pembinaan dan Pengawasan Penyelenggaraan Pemerintahan Daerah",
    "Peraturan Presiden Nomor 95 Tahun 2018 tentang Sistem Pemerintahan Berbasis Elektronik",
    ("Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012 tentang Pedoman"
    " Penyusunan Standar Operasional Prosedur Administrasi Pemerintahan"),
    ("Peraturan Menteri Dalam Negeri Nomor 83 Tahun 2022 tentang Kode Klasifikasi Arsip di Lingkungan Kementerian Dalam"
    " Negeri dan Pemerintah Daerah"),
    "Peraturan Menteri Dalam Negeri Nomor 1 Tahun 2023 tentang Tata Naskah Dinas di Lingkungan Pemerintah Daerah",
)  # fmt: skip
"""In the order in which they are cited; the seventh belongs to every SOP."""
GUIDE: Final = 6
"""Place of the guide on SOPs among them."""
PERFORMANCE_LAWS: Final = (
    "Peraturan Pemerintah Nomor 8 Tahun 2006 tentang Pelaporan Keuangan dan Kinerja Instansi Pemerintah",
    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah",
    LAWS[GUIDE],
    (
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang Petunjuk "
        "Teknis"
        " Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu atas Laporan Kinerja Instansi Pemerintah"
    ),
    (
        "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 88 Tahun 2021 tentang Evaluasi"
        " Akuntabilitas Kinerja Instansi Pemerintah"
    ),
)

INDICATORS: Final = (
    # goal, indicator, unit, least and most in the first year, what it grows in a year, source, person in charge
    ("Meningkatnya mutu pelayanan", "Indeks Kepuasan Masyarakat", "Indeks", 78, 86, 1, "Laporan survei",
    "Kasi Pelayanan"),
    ("Meningkatnya mutu pelayanan", "Persentase berkas selesai tepat waktu", "%", 82, 90, 2, "Register pelayanan",
     "Kasi Pelayanan"),
    ("Meningkatnya akuntabilitas kinerja", "Nilai evaluasi SAKIP", "Nilai", 62, 74, 2, "Laporan hasil evaluasi",
     "Sekretaris"),
    ("Meningkatnya akuntabilitas kinerja", "Persentase temuan yang ditindaklanjuti", "%", 75, 88, 3,
     "Laporan tindak lanjut", "Sekretaris"),
    ("Meningkatnya peran serta masyarakat", "Jumlah kelompok masyarakat yang dibina", "Kelompok", 16, 40, 4,
     "Berita acara pembinaan", "Kasi Kesejahteraan"),
    ("Meningkatnya peran serta masyarakat", "Jumlah kegiatan bersama warga", "Kegiatan", 12, 32, 4,
     "Laporan kegiatan", "Kasi Kesejahteraan"),
)  # fmt: skip
