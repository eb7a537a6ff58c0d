"""
Small tables as offices print them, with what is wrong in them: rules about rows of indicators, from text to findings.

A line that ends with ``<= KN-05`` has those findings and no other; all other lines have none.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

import pytest

from engine.audit import Auditor
from engine.pack import Pack
from engine.performance_facts import performance_facts
from extraction.performance import read_performance
from readers.text import read_text
from tests.packs import rules_pack

CODES = ("KN-02", "KN-03", "KN-05", "KN-06", "KN-11", "KN-12", "KN-17", "KN-18")
AS_OF = dt.date(2026, 1, 15)
REPORT = "LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)\nKECAMATAN TAMAN SELASIH\nKABUPATEN ARUNIKA\nTAHUN 2024\n\n"
MARK = re.compile(r"\s*<= (.*)$")


@cache
def pack() -> Pack:
    return rules_pack()


@cache
def auditor() -> Auditor:
    return Auditor(pack(), only=CODES)


def findings(text: str, as_of: dt.date = AS_OF) -> list[tuple[int, str]]:
    """Line and code of each finding."""
    report = read_performance(read_text(text.encode(), name="kinerja.txt"))
    judgement = auditor().judge(performance_facts(report, as_of=as_of).whole(), "performance")
    assert not judgement.errors
    codes = {rule.name: rule.code for rule in pack().rules}
    return sorted((finding.evidence[0].line or 0, codes[finding.rule]) for finding in judgement.findings)


def marked(text: str) -> tuple[str, list[tuple[int, str]]]:
    """The text without its marks, and what they say."""
    lines, wanted = [], []
    for number, line in enumerate(text.split("\n"), 1):
        mark = MARK.search(line)
        lines.append(MARK.sub("", line).replace("|", "\t"))
        wanted += [(number, code) for code in mark[1].split()] if mark else []
    return "\n".join(lines), sorted(wanted)


TABLES = {
    "whole year, in order": """
No|Sasaran Strategis|Indikator Kinerja|Satuan|Target|Realisasi|Capaian (%)
1|Meningkatnya mutu pelayanan|Indeks Kepuasan Masyarakat|Indeks|85,50|84,20|98,48
2|Meningkatnya akuntabilitas|Nilai SAKIP|Nilai|72,00|72,00|100,00
3|Meningkatnya ketertiban|Jumlah gangguan ketertiban (makin kecil makin baik)|Kejadian|12|9|125,00
4|Meningkatnya ketertiban|Persentase gangguan yang ditangani|%|95|97|102,11
""",
    "inverse formula on a value of SAKIP, and a result that is not there": """
No|Sasaran Strategis|Indikator Kinerja|Satuan|Target|Realisasi|Capaian (%)
1|Meningkatnya akuntabilitas|Nilai SAKIP|Nilai|72,00|64,80|110,00 <= KN-05
2|Meningkatnya pembangunan|Persentase usulan Musrenbang yang terakomodasi|%|40|n/a|n/a <= KN-02
3|Meningkatnya pemberdayaan|Persentase desa dengan APBDes tepat waktu|%|100|75|75,00
""",
    "polarity in a column": """
No|Indikator Kinerja|Satuan|Polaritas|Target|Realisasi|Capaian (%)
1|Angka kematian ibu|Kasus|Negatif|10|12|80,00
2|Persentase balita stunting|%|Minimize|14|12|114,29
3|Jumlah pelanggaran Perda|Kasus|Negatif|20|25|125,00 <= KN-06
4|Tingkat pengangguran terbuka|%|Negatif|4,5|4,0|112,50
5|Indeks Pembangunan Manusia|Poin|Positif|72,50|71,05|102,00 <= KN-06
6|Angka Harapan Hidup|Tahun|Positif|71,20|71,50|100,42
""",
    "less is better by its name": """
No|Indikator Kinerja|Satuan|Target|Realisasi|Capaian
1|Angka Kemiskinan|%|10,5|11,2|93,33%
2|Tingkat Pengangguran Terbuka|%|5,00|4,00|125,00%
3|Prevalensi Stunting|%|14,00|17,50|125,00% <= KN-06
4|Jumlah kasus stunting yang ditangani|Kasus|40|50|125,00%
5|Jumlah pengaduan masuk|Aduan|20|25|80,00%
""",
    "less is better, three formulas": """
No|Indikator Kinerja|Satuan|Target|Realisasi|Capaian (%)
1|Jumlah temuan BPK|Temuan|12|9|125,00
2|Jumlah keluhan (makin kecil makin baik)|Aduan|12|9|133,33
3|Angka kecelakaan (makin rendah makin baik)|Kasus|12|9|25,00 <= KN-05
""",
    "a formula for each row": """
No|Indikator Kinerja|Satuan|Formula|Target|Realisasi|Capaian (%)
1|Jumlah temuan|Temuan|(2xTarget - Realisasi)/Target x 100%|12|9|125,00
2|Jumlah kebakaran|Kejadian|(Target - (Realisasi - Target))/Target x 100%|12|9|133,33 <= KN-05
3|Jumlah dokumen|Dokumen|Realisasi/Target x 100%|12|9|125,00 <= KN-05
4|Jumlah laporan|Laporan|Capaian = Realisasi : Target x 100%|12|9|75,00
5|Persentase desa tertib|%|Jumlah desa tertib / jumlah desa x 100%|80|76|95,00
""",
    "capped throughout": """
No|Indikator|Satuan|Target|Realisasi|Capaian
1|Persentase layanan tepat waktu|%|90|95|100%
2|Indeks Kepuasan Masyarakat|Indeks|80|84|100%
3|Nilai SAKIP|Nilai|70|63|90%
""",
    "one row at 100 while others exceed it": """
No|Indikator|Satuan|Target|Realisasi|Capaian
1|Persentase layanan tepat waktu|%|90|95|105,56%
2|Indeks Kepuasan Masyarakat|Indeks|80|84|100% <= KN-05
3|Nilai SAKIP|Nilai|70|63|90%
""",
    "rounded to whole numbers, and truncated": """
No|Indikator|Satuan|Target|Realisasi|Capaian (%)
1|Indeks Kepuasan Masyarakat|Indeks|85,5|84,2|98
2|Persentase desa yang terbina|%|75|67|89,9
3|Jumlah kelompok tani|Kelompok|3|2|67
4|Jumlah kelompok nelayan|Kelompok|3|2|66
5|Jumlah kelompok wanita|Kelompok|3|2|70 <= KN-05
""",
    "ratings and days": """
No|Indikator|Satuan|Target|Realisasi|Capaian (%)
1|Opini BPK|Opini|WTP|WTP|100
2|Predikat SAKIP|Predikat|BB|B|90
3|Tanggal penetapan APBD|Tanggal|31 Desember 2023|29 Desember 2023|100
4|Predikat RB|Predikat|BB|-|- <= KN-02
""",
    "ranges, bounds and units beside the numbers": """
No|Indikator Kinerja|Target|Realisasi|Capaian (%)
1|Nilai kinerja|80-85|83|100
2|Waktu tanggap|≤ 15 menit|12 menit|120,00
3|Dokumen perencanaan|12 dokumen|12 dokumen|100,00
4|Persentase kehadiran|≥ 95%|97%|100,00
5|PAD|Rp 1,5 M|Rp 1.450.000.000|96,67
6|PBB|Rp 1.250.000.000|Rp 1,2 M|96
""",
    "ratios throughout": """
No|Indikator|Satuan|Target|Realisasi|Capaian
1|Indeks Kepuasan Masyarakat|Indeks|85,50|84,20|0,9848
2|Nilai SAKIP|Nilai|72,00|72,00|1
3|Jumlah dokumen|Dokumen|12|9|0,75
""",
    "one ratio among percentages": """
No|Indikator|Satuan|Target|Realisasi|Capaian (%)
1|Indeks Kepuasan Masyarakat|Indeks|85,50|84,20|0,9848 <= KN-05
2|Nilai SAKIP|Nilai|72,00|72,00|100
3|Jumlah dokumen|Dokumen|12|9|75
""",
    "the result copied into the capaian": """
No|Indikator|Satuan|Target|Realisasi|Capaian (%)
1|Indeks Kepuasan Masyarakat|Indeks|85,50|86,20|86,20 <= KN-05
2|Nilai SAKIP|Nilai|72,00|72,00|100
3|Persentase surat yang diproses|%|100|98|98
""",
    "several years side by side": """
No|Sasaran|Indikator|Satuan|Target 2023|Realisasi 2023|Capaian 2023|Target 2024|Realisasi 2024|Capaian 2024|Sumber|PJ
1|Pelayanan|Indeks Kepuasan Masyarakat|Indeks|82|82,41|100,50|83|84,66|102,00|Survei|Sekcam
2|Akuntabilitas|Nilai SAKIP|Nilai|68|66,64|98,00|70|-|-|LHE|Sekcam <= KN-02
3|Perencanaan|Persentase usulan yang terakomodasi|%|40|38|95,00|45|43,2|96,00|Rekap|Kasi
""",
    "last year's result under the word capaian": """
No|Indikator|Satuan|Capaian 2023|Target 2024|Realisasi 2024|Capaian (%)
1|Indeks Kepuasan Masyarakat|Indeks|82,41|83|84,66|102,00
2|Nilai SAKIP|Nilai|66,64|70|63|90,00
""",
    "the word capaian for the result": """
No|Indikator|Satuan|Target|Capaian|%
1|Indeks Kepuasan Masyarakat|Indeks|83|84,66|102,00
2|Nilai SAKIP|Nilai|70|63|90,00
""",
    "remarks": """
No|Indikator|Satuan|Target|Realisasi|Capaian (%)|Keterangan
1|Indeks Kepuasan Masyarakat|Indeks|83|81,34|98,00| <= KN-18
2|Nilai SAKIP|Nilai|70|63|90,00|Rekomendasi belum selesai ditindaklanjuti
3|Jumlah peserta pelatihan|Orang|40|52|130,00|- <= KN-17
4|Jumlah desa terbina|Desa|40|48|120,00|
5|Jumlah kelompok|Kelompok|10|13|130,00|Ada bantuan provinsi
6|Jumlah kasus narkoba|Kasus|10|6|140,00|Operasi gabungan
7|Persentase kehadiran|%|95|n/a|n/a|Mesin rusak <= KN-02
""",
    "remarks, capaian not stated": """
No|Indikator Kinerja|Satuan|Target|Realisasi|Keterangan
1|Indeks Kepuasan Masyarakat|Indeks|83|81,34| <= KN-18
2|Persentase surat yang ditindaklanjuti|%|90|90|
3|Jumlah kasus|Kasus|5|7|
4|Luas lahan terdata|Ha|100|90|
""",
    "shares beyond what is possible": """
No|Indikator|Satuan|Target|Realisasi|Capaian (%)
1|Persentase pengaduan yang ditindaklanjuti|%|100|105|105,00 <= KN-11
2|Persentase pertumbuhan PAD|%|10|-2|-20,00
3|Persentase realisasi PAD|%|100|112|112,00
4|Persentase kehadiran|%|95|-5|-5,26 <= KN-11
5|Rasio guru murid|Rasio|120|130|108,33
6|Persentase imunisasi dasar lengkap|%|100|104|104,00
7|Persentase desa siaga|Desa|120|120|100,00
""",
    "zero targets": """
No|Indikator|Satuan|Target|Realisasi|Capaian (%)
1|Jumlah kasus konflik sosial|Kasus|0|0|100
2|Jumlah pelanggaran disiplin|Kasus|0|2|0
3|Jumlah dokumen|Dokumen|0|2|200 <= KN-11
4|Jumlah laporan|Laporan|0|0|-
5|Jumlah desa rawan bencana|Desa|nihil|nihil|100
""",
    "units and scales that do not go together": """
No|Indikator|Satuan|Target|Realisasi|Capaian (%)
1|Persentase pengaduan yang selesai|%|95|0,97|102,11 <= KN-11
2|Persentase dokumen tepat waktu|%|100%|12 dokumen|100 <= KN-11
3|Jumlah dokumen|Dokumen|12 dokumen|12 dokumen|100
4|Persentase penurunan emisi|%|1,5|0,97|64,67
""",
    "numbers that are none": """
No|Indikator|Satuan|Target|Realisasi|Capaian (%)
1|Indeks Kepuasan Masyarakat|Indeks|85,5,0|84,20|98,48 <= KN-11
2|Nilai SAKIP|Nilai|72,00|#REF!|100 <= KN-11
3|Jumlah dokumen|Dokumen|12|12|#DIV/0! <= KN-11
4|Jumlah laporan|Laporan|12|n/a|#VALUE! <= KN-02
5|Jumlah kegiatan|Kegiatan|0|0|#DIV/0!
""",
    "units": """
No|Indikator|Satuan|Target|Realisasi|Capaian (%)
1|Luas lahan terdata||1.200|1.140|95,00 <= KN-12
2|Persentase desa yang terbina||80%|76%|95,00
3|Dokumen perencanaan||12 dokumen|12 dokumen|100,00
4|Opini BPK||WTP|WTP|100
5|Jumlah peserta (orang)||40|40|100
6|Jumlah kelompok|-|40|40|100 <= KN-12
""",
    "no column of units": """
No|Indikator|Target|Realisasi|Capaian (%)
1|Luas lahan terdata|1.200|1.140|95,00
2|Jumlah kelompok|40|40|100
""",
    "results without targets": """
No|Indikator|Satuan|Target|Realisasi|Capaian (%)
1|Jumlah kelompok tani|Kelompok|-|12|- <= KN-03
2|Jumlah kelompok nelayan|Kelompok||7| <= KN-03
3|Jumlah kelompok wanita|Kelompok|-|0|-
4|Jumlah kelompok pemuda|Kelompok|-|nihil|-
5|Jumlah kelompok lansia|Kelompok|5|5|100
6|Jumlah kelompok anak|Kelompok|-|-|-
""",
    "results without a column of targets": """
No|Indikator|Satuan|Realisasi 2022|Realisasi 2023|Realisasi 2024
1|Indeks Kepuasan Masyarakat|Indeks|82,75|83,90|84,20
2|Nilai SAKIP|Nilai|63,40|66,10|-
""",
    "against the target of the end of the plan": """
No|Indikator|Satuan|Target 2024|Realisasi 2024|Target Akhir Renstra|Capaian terhadap target akhir (%)
1|Indeks Kepuasan Masyarakat|Indeks|83|84,66|88|96,20
2|Nilai SAKIP|Nilai|70|63|75|84,00
3|Persentase usulan yang terakomodasi|%|40|38|50|76,00
""",
    "a number that may be read in two ways": """
No|Indikator|Satuan|Target|Realisasi|Capaian (%)
1|Luas lahan terdata|Ha|1.250|1.000|80,00
2|Rata-rata lama sekolah|Tahun|7,500|7,350|98,00
3|Jumlah penduduk terdata|Orang|12.500|12.250|98,00
""",
    "falling figures with a sign": """
No|Indikator|Satuan|Target|Realisasi|Capaian (%)
1|Penurunan jumlah kasus stunting|Persen|(12,5)|(13)|104,00
2|Penurunan emisi|Persen|-10|-8|80,00
3|Penurunan angka kemiskinan|Persen|(12,5)|(13)|-13,00 <= KN-05
4|Persentase penurunan temuan|%|20|25|125,00
""",
    "words and percentages where a number of things is asked": """
No|Indikator|Satuan|Target|Realisasi|Capaian (%)|Keterangan
1|Jumlah pedagang tertata|Orang|25|dua puluh|80,00|Penertiban <= KN-11
2|Jumlah dokumen terbit|Dokumen|4|belum terbit||Menunggu evaluasi <= KN-02
3|Jumlah laporan kegiatan|Laporan|4|selesai||Sesuai jadwal
4|Persentase arsip tertata|Dokumen|80%|76%|95,00|Rak kurang <= KN-11
5|Persentase pegawai terlatih|%|80|1O|95,00|Anggaran <= KN-11
6|Persentase arsip terjaga|%|80%|76%|95,00|Rak kurang
""",
    "an error that follows from a target of zero": """
No|Indikator|Satuan|Target|Realisasi|Capaian (%)
1|Jumlah lumbung desa aktif|Unit|0|4|#DIV/0! <= KN-11
2|Jumlah kasus kebakaran|Kasus|0|4|#DIV/0!
""",
    "quarters that are no numbers": """
No|Indikator|Satuan|Target|Realisasi|Realisasi TW I|Realisasi TW II|Realisasi TW III|Realisasi TW IV|Target TW III
1|Jumlah laporan|Laporan|12|12|3|3|3|3|3
2|Jumlah rapat|Kali|12|12|3|3,4,5|3|3|3 <= KN-11
3|Jumlah forum|Kali|12|12|3|3|abc|3|3 <= KN-11
4|Persentase aduan yang selesai|%|100|100|25|50|104|100|75 <= KN-11
5|Jumlah pos|Pos|12|12|3|#REF!|3|3|3 <= KN-11
6|Persentase temuan selesai|%|100|100|25|50|-|100|75
""",
    "less is better, and more": """
No|Indikator|Satuan|Target|Realisasi|Capaian (%)|Keterangan
1|Persentase pelanggaran disiplin pegawai|%|2|1,5|125,00|Pembinaan
2|Persentase tunggakan pajak|%|12|15|75,00|Sosialisasi
3|Jumlah relawan aktif|Orang|60|51|117,65|Rekrutmen <= KN-05
4|Persentase tunggakan yang tertagih|%|60|51|85,00|Penagihan
""",
    "services are indicators": """
No|Jenis Layanan|Satuan|Target|Realisasi|Capaian (%)|Ket
1|Layanan gawat darurat|%|100|n/a|n/a| <= KN-02
2|Layanan bedah|%|100|98|98,00|Alat rusak
""",
    "programmes below indicators": """
No|Sasaran|Indikator Kinerja|Satuan|Target|Realisasi|Capaian (%)|Program|Anggaran (Rp)|Realisasi Anggaran (Rp)
1|Meningkatnya pelayanan|Indeks Kepuasan Masyarakat|Indeks|83|84,66|102,00|Program Pelayanan|240.000.000|228.000.000
2|Meningkatnya akuntabilitas|Nilai SAKIP|Nilai|70|68,60|98,00|Program Penunjang|1.600.000.000|1.568.000.000
""",
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_table_of_a_report(name: str) -> None:
    """Each row has the findings that its mark says."""
    text, wanted = marked(REPORT + TABLES[name].lstrip("\n"))

    assert findings(text) == wanted


DOCUMENTS = {
    "a list of indicators with an empty unit": """
INDIKATOR KINERJA UTAMA TAHUN 2024
DINAS SOSIAL KABUPATEN ARUNIKA

No|Sasaran|Indikator Kinerja Utama|Satuan|Formulasi|Sumber Data
1|Meningkatnya layanan|Jumlah lansia terlayani|Orang|Jumlah lansia yang dilayani|Register
2||Jumlah bantuan tersalur||Jumlah bantuan|Register <= KN-12
""",
    "an agreement": """
PERJANJIAN KINERJA TAHUN 2024
KECAMATAN TAMAN SELASIH

No|Sasaran Strategis|Indikator Kinerja|Satuan|Target
1|Meningkatnya mutu pelayanan|Indeks Kepuasan Masyarakat|Indeks|83,00
2|Meningkatnya akuntabilitas|Nilai SAKIP|Nilai|70,00
""",
    "a plan whose results are to be filled in later": """
RENCANA AKSI TAHUN 2024
DINAS SOSIAL KABUPATEN ARUNIKA

No|Sasaran|Indikator Kinerja|Satuan|Target|Realisasi|Capaian (%)|Keterangan
1|Meningkatnya rehabilitasi sosial|Jumlah penyandang disabilitas yang terlayani|Orang|120|||
2|Meningkatnya bantuan|Persentase keluarga miskin yang menerima bantuan|%|90|||
""",
    "a plan with results, but not all": """
RENCANA AKSI TAHUN 2024
DINAS SOSIAL KABUPATEN ARUNIKA

No|Sasaran|Indikator Kinerja|Satuan|Target|Realisasi|Capaian (%)|Keterangan
1|Meningkatnya rehabilitasi sosial|Jumlah penyandang disabilitas yang terlayani|Orang|120|121|100,83|
2|Meningkatnya bantuan|Persentase keluarga miskin yang menerima bantuan|%|90||| <= KN-02
""",
    "a year that goes on": """
PENGUKURAN KINERJA TAHUN 2026
KECAMATAN TAMAN SELASIH

No|Indikator Kinerja|Satuan|Target|Realisasi|Capaian (%)|Keterangan
1|Indeks Kepuasan Masyarakat|Indeks|83|-|-|
2|Jumlah dokumen|Dokumen|12|3|25|
""",
    "a report on a quarter": """
LAPORAN KINERJA TRIWULAN II TAHUN 2025
KECAMATAN TAMAN SELASIH

No|Indikator Kinerja|Satuan|Target|Realisasi|Capaian (%)|Keterangan
1|Indeks Kepuasan Masyarakat|Indeks|83|-|-|
2|Jumlah dokumen|Dokumen|12|6|50|
3|Jumlah laporan|Laporan|4|2|75| <= KN-05
""",
    "a form without a year": """
FORMULIR PENGUKURAN KINERJA
KECAMATAN TAMAN SELASIH

No|Sasaran|Indikator Kinerja|Satuan|Target|Realisasi|Capaian (%)|Keterangan
1|Meningkatnya pelayanan|Indeks Kepuasan Masyarakat|Indeks|83|84,66|102|
2|Meningkatnya akuntabilitas|Nilai SAKIP|Nilai|70|-|| <= KN-02
""",
    "an empty form without a year": """
FORMULIR PENGUKURAN KINERJA
KECAMATAN TAMAN SELASIH

No|Sasaran|Indikator Kinerja|Satuan|Target|Realisasi|Capaian (%)|Keterangan
1|Meningkatnya pelayanan|Indeks Kepuasan Masyarakat|Indeks|83|||
2|Meningkatnya akuntabilitas|Nilai SAKIP|Nilai|70|||
""",
    "a form of a year that has ended": """
FORMULIR PENGUKURAN KINERJA TAHUN 2024
KECAMATAN TAMAN SELASIH

No|Sasaran|Indikator Kinerja|Satuan|Target|Realisasi|Capaian (%)|Keterangan
1|Meningkatnya pelayanan|Indeks Kepuasan Masyarakat|Indeks|83||| <= KN-02
2|Meningkatnya akuntabilitas|Nilai SAKIP|Nilai|70|||Belum dinilai <= KN-02
""",
    "quarters, each with its capaian": """
PENGUKURAN KINERJA TRIWULANAN TAHUN 2024
KECAMATAN TAMAN SELASIH

No|Indikator|Satuan|Target Tahunan|Target TW I|Realisasi TW I|Capaian TW I|Target TW II|Realisasi TW II|Capaian TW II
1|Jumlah dokumen|Dokumen|12|3|3|100|3|2|66,67
2|Persentase surat yang diproses|%|95|90|88|97,78|92|93|101,09
3|Indeks Kepuasan Masyarakat|Indeks|83|80|79,5|99,38|82|83,1|120,00 <= KN-05
4|Jumlah pelatihan|Kegiatan|4|1|1|100|1|-|-
""",
    "quarters, capaian against the target of the year": """
PENGUKURAN KINERJA TRIWULANAN TAHUN 2024
KECAMATAN TAMAN SELASIH

No|Indikator Kinerja|Satuan|Target|Realisasi s.d. TW I|Capaian s.d. TW I (%)|Realisasi s.d. TW II|Capaian s.d. TW II (%)
1|Jumlah dokumen|Dokumen|12|3|25|6|50
2|Jumlah laporan|Laporan|4|1|25|2|50
3|Jumlah pelatihan|Kegiatan|4|0|0|1|25
""",
    "a national target and last year beside the year": """
LAPORAN KINERJA DINAS KESEHATAN KABUPATEN ARUNIKA
TAHUN 2024

No|Indikator Kinerja|Satuan|Realisasi 2023|Target 2024|Realisasi 2024|% Capaian
1|Angka Kematian Ibu (makin rendah makin baik)|per 100.000 KH|110|100|105|95,00
2|Cakupan kunjungan ibu hamil K4|%|94,10|95,00|95,95|101,00
3|Angka kesembuhan TB|%|88|90|81|90
4|Penemuan kasus TB|Kasus|400|500|450|90
5|Prevalensi gizi buruk|%|0,90|0,80|0,72|110,00
""",
    "the regency's count of cases as work done": """
LAPORAN KINERJA SATUAN POLISI PAMONG PRAJA
TAHUN 2024

No|Indikator Kinerja|Satuan|Target|Realisasi|Capaian (%)
1|Jumlah pelanggaran Perda yang ditindak|Kasus|40|36|90
2|Jumlah patroli wilayah|Kali|240|252|105
3|Persentase penyelesaian pelanggaran K3|%|85|80,75|95
4|Jumlah gangguan trantibum yang tertangani|Kasus|60|66|110
5|Persentase penurunan pelanggaran|%|10|12|120
6|Jumlah kebakaran yang dapat dipadamkan|Kejadian|25|20|80
""",
    "remarks in a report that explains in its text": """
LAPORAN KINERJA INSTANSI PEMERINTAH
DINAS PERHUBUNGAN KABUPATEN ARUNIKA
TAHUN 2024

No|Sasaran|Indikator Kinerja|Satuan|Target|Realisasi|Capaian
1|Meningkatnya keselamatan|Persentase rambu yang terpasang|%|90|81|90,00%
2|Meningkatnya layanan|Jumlah kendaraan laik jalan|Unit|1.200|1.260|105,00%
""",
}  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
def test_document(name: str) -> None:
    """What is due depends on the kind of document and its year."""
    text, wanted = marked(DOCUMENTS[name].lstrip("\n"))

    assert findings(text) == wanted


def test_the_day_of_the_audit_decides_what_is_due() -> None:
    """A year has ended on its last day, not before."""
    text, _ = marked(DOCUMENTS["a form of a year that has ended"].lstrip("\n"))

    assert findings(text, dt.date(2024, 12, 30)) == []
    assert [code for _, code in findings(text, dt.date(2024, 12, 31))] == ["KN-02", "KN-02"]


@pytest.mark.parametrize(
    "figures", ["2 M|1,5 M|75", "100|75|1,5 M", "2,5 miliar|2 miliar|81,00"], ids=["all", "capaian", "wrong"]
)
def test_a_number_rounded_to_millions_is_judged(figures: str) -> None:
    """`1,5 M` has fewer decimals than none."""
    row = f"1|Meningkatnya pendapatan|Nilai investasi|Rupiah|{figures}"
    text, _ = marked(f"\nNo|Sasaran Strategis|Indikator Kinerja|Satuan|Target|Realisasi|Capaian (%)\n{row}\n")
    findings(REPORT + text)
