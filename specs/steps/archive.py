"""Archives: documents of several offices held side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from archive.gathering import told as tells
from archive.joining import DueTold, RequiredTold
from archive.judging_archive import UNKNOWN_OFFICE
from schemas.report import Outcome, Severity
from specs.archive_desk import SORTS, performance_text, sop_text
from specs.archive_settings import read_layout
from specs.claims import ArchiveSaid, MistakeError, Unmet, told
from specs.desk import Desk
from specs.reading import block_line
from specs.steps.outcomes import counts, some
from specs.steps.tables import Table, by_heading, nearest
from specs.vocabulary import given, step, then
from specs.words import KINDS, WordKind, choice

KINDS["jenis"] = choice(
    {name: name for name in ("Perjanjian Kinerja", "Perubahan Perjanjian Kinerja", "Rencana Aksi", "Laporan Kinerja")}
)
KINDS["kantor"] = WordKind(
    r"\"[^\"]*\"|\S(?:.*\S)?", lambda words: words.strip('"'), {"id": "Kecamatan X", "en": "Kecamatan X"}
)
_SOPS = """
  | berkas | kantor               | judul                |
  | a.txt  | Kecamatan Rimba Wangi | PENGELOLAAN SURAT    |"""
_ROWS = """
  | indikator           | satuan | target |
  | Jumlah desa terbina | Desa   | 12     |"""
_SETTINGS = '''
  """
  offices:
    - {name: Kecamatan Rimba Wangi, folders: [rimba-wangi]}
  required:
    - {title: pengelolaan surat masuk}
  due:
    - {sort: agreement, since: 2025, days: 90}
  """'''
_SOP = {
    **{one: one for one in ("berkas", "kantor", "judul", "nomor", "pejabat", "nip", "jabatan", "terkait")},
    "langkah": "langkah",
    "isi": "isi",
    "file": "berkas",
    "office": "kantor",
    "title": "judul",
    "number": "nomor",
    "officer": "pejabat",
    "position": "jabatan",
    "related": "terkait",
    "step": "langkah",
    "contents": "isi",
}
_INDICATOR = {
    **{one: one for one in ("indikator", "satuan", "target", "realisasi", "tahun lalu")},
    "indicator": "indikator",
    "unit": "satuan",
    "realization": "realisasi",
    "last year": "tahun lalu",
}


def _rows(table: Table, known: Mapping[str, str], wanted: Sequence[str]) -> list[dict[str, str]]:
    """The rows of a table by its headings; empty cells are left out."""
    found = by_heading(table, known, "judul kolom")
    lacking = next((head for head in wanted if not all(row.get(head) for row in found)), None)
    if lacking is not None:
        raise MistakeError(f"Setiap baris tabel ini memerlukan isi pada kolom {lacking!r}.")
    return [{head: cell for head, cell in row.items() if cell} for row in found]


@step(
    "given",
    "when",
    id=("arsip dengan SOP berikut", "arsip ditambah SOP berikut"),
    en=("an archive with these SOPs", "these SOPs are added to the archive"),
    topic="arsip",
    about=(
        "Menaruh SOP rekaan dalam arsip: satu baris, satu berkas.",
        "Puts invented SOPs into the archive: one a row.",
    ),
    argument="table",
    example=(f"arsip dengan SOP berikut{_SOPS}", f"an archive with these SOPs{_SOPS}"),
)
def sops(desk: Desk, table: Table) -> None:
    """SOPs of offices."""
    for row in _rows(table, _SOP, ["berkas"]):
        desk.archive.texts[row["berkas"]] = (row.get("kantor"), sop_text(row))


@given(
    id="berkas {path:teks} memuat kedua SOP berikut",
    en="the file {path:teks} holds both these SOPs",
    topic="arsip",
    about=("Satu berkas arsip yang memuat beberapa SOP.", "A file of the archive with several SOPs."),
    argument="table",
    example=(f'berkas "dua.txt" memuat kedua SOP berikut{_SOPS}', f'the file "dua.txt" holds both these SOPs{_SOPS}'),
)
def one_file(desk: Desk, path: str, table: Table) -> None:
    """Several SOPs in one file."""
    desk.archive.texts[path] = (None, "\n\n".join(sop_text(row) for row in _rows(table, _SOP, [])))


@given(
    id="{sort:jenis} {path:teks} {office:kantor} tahun {year:bilangan} dengan indikator berikut",
    en="the {sort:jenis} {path:teks} of {office:kantor} for {year:bilangan} with these indicators",
    topic="arsip",
    about=("Dokumen kinerja rekaan milik satu kantor.", "An invented performance document of an office."),
    argument="table",
    example=(
        f'Perjanjian Kinerja "pk.txt" Kecamatan Rimba Wangi tahun 2025 dengan indikator berikut{_ROWS}',
        f'the Perjanjian Kinerja "pk.txt" of Kecamatan Rimba Wangi for 2025 with these indicators{_ROWS}',
    ),
)
def performance(desk: Desk, sort: str, path: str, office: str, year: int, table: Table) -> None:
    """A performance document of an office."""
    row = {"jenis": sort, "kantor": office, "tahun": str(year)}
    desk.archive.texts[path] = (office, performance_text(row, _rows(table, _INDICATOR, ["indikator", "target"])))


@given(
    id="berkas {path:teks} {office:kantor} memuat naskah",
    en="the file {path:teks} of {office:kantor} holds the text",
    topic="arsip",
    about=(
        "Menaruh naskah dalam arsip sebagai berkas kantor itu.",
        "Puts a text into the archive, as a file of an office.",
    ),
    argument="text",
    example=(
        'berkas "lkj.txt" Kecamatan Rimba Wangi memuat naskah\n  """\n  LAPORAN KINERJA TAHUN 2025\n  """',
        'the file "lkj.txt" of Kecamatan Rimba Wangi holds the text\n  """\n  LAPORAN KINERJA TAHUN 2025\n  """',
    ),
)
def text_of_office(desk: Desk, path: str, office: str, text: str) -> None:
    """A text of an office."""
    desk.archive.texts[path] = (office, text.rstrip("\n") + "\n")


@given(
    id="{office:kantor} wajib mempunyai SOP {title:teks} yang tidak ditemukan",
    en="{office:kantor} must have the SOP {title:teks}, which is not there",
    topic="arsip",
    about=("SOP yang diwajibkan dan tidak ada.", "A required SOP that is missing."),
    example=(
        'Kecamatan Rimba Wangi wajib mempunyai SOP "pengumpulan data kinerja" yang tidak ditemukan',
        'Kecamatan Rimba Wangi must have the SOP "pengumpulan data kinerja", which is not there',
    ),
)
def required_missing(desk: Desk, office: str, title: str) -> None:
    """A required SOP that is missing."""
    desk.archive.required.append(RequiredTold(office, title, None, None))


@given(
    id="{office:kantor} wajib mempunyai SOP {title:teks} dan yang ada {path:teks}",
    en="{office:kantor} must have the SOP {title:teks}, and there is {path:teks}",
    topic="arsip",
    about=("SOP yang diwajibkan dan ada.", "A required SOP that is there."),
    example=(
        'Kecamatan Rimba Wangi wajib mempunyai SOP "pengumpulan data kinerja" dan yang ada "a.txt"',
        'Kecamatan Rimba Wangi must have the SOP "pengumpulan data kinerja", and there is "a.txt"',
    ),
)
def required_there(desk: Desk, office: str, title: str, path: str) -> None:
    """A required SOP that is there."""
    desk.archive.required.append(RequiredTold(office, title, path, None))


@given(
    id="{office:kantor} wajib mempunyai SOP {title:teks} yang tidak ditemukan, tetapi ada {nearly:teks}",
    en="{office:kantor} must have the SOP {title:teks}, which is not there, but there is {nearly:teks}",
    topic="arsip",
    about=("SOP yang diwajibkan tidak ada; yang ada judulnya mirip.", "A required SOP is missing; one is named alike."),
    example=(
        'Kecamatan Rimba Wangi wajib mempunyai SOP "data kinerja" yang tidak ditemukan, tetapi ada "DATA CAPAIAN"',
        'Kecamatan Rimba Wangi must have the SOP "data kinerja", which is not there, but there is "DATA CAPAIAN"',
    ),
)
def required_nearly(desk: Desk, office: str, title: str, nearly: str) -> None:
    """A required SOP that is missing, while one of a similar title is there."""
    desk.archive.required.append(RequiredTold(office, title, None, nearly))


@given(
    id="{sort:jenis} {office:kantor} tahun {year:bilangan} jatuh tempo {due:tanggal} dan belum ada",
    en="the {sort:jenis} of {office:kantor} for {year:bilangan} is due on {due:tanggal} and missing",
    topic="arsip",
    about=("Dokumen yang harus diserahkan sebelum tanggal itu dan belum ada.", "A document that is due and missing."),
    example=(
        "Laporan Kinerja Kecamatan Rimba Wangi tahun 2024 jatuh tempo 2025-02-28 dan belum ada",
        "the Laporan Kinerja of Kecamatan Rimba Wangi for 2025 is due on 2026-02-28 and missing",
    ),
)
def due_missing(desk: Desk, sort: str, office: str, year: int, due: dt.date) -> None:
    """A document that is due and missing."""
    desk.archive.dues.append(DueTold(office, SORTS[sort], year, None, due, None))


@given(
    id="{sort:jenis} {office:kantor} tahun {year:bilangan} jatuh tempo {due:tanggal} dan yang ada {path:teks}",
    en="the {sort:jenis} of {office:kantor} for {year:bilangan} is due on {due:tanggal} and there is {path:teks}",
    topic="arsip",
    about=("Dokumen yang harus diserahkan sebelum tanggal itu dan sudah ada.", "A document that is due and there."),
    example=(
        'Laporan Kinerja Kecamatan Rimba Wangi tahun 2024 jatuh tempo 2025-02-28 dan yang ada "lkj.txt"',
        'the Laporan Kinerja of Kecamatan Rimba Wangi for 2024 is due on 2025-02-28 and there is "lkj.txt"',
    ),
)
def due_there(desk: Desk, sort: str, office: str, year: int, due: dt.date, path: str) -> None:
    """A document that is due and there."""
    desk.archive.dues.append(DueTold(office, SORTS[sort], year, None, due, path))


@given(
    id="{count:bilangan} dokumen {office:kantor} tidak dapat dibaca",
    en="{count:bilangan} documents of {office:kantor} cannot be read",
    topic="arsip",
    about=("Sebagian dokumen kantor itu tidak terbaca.", "Some documents of the office were not read."),
    example=(
        "1 dokumen Kecamatan Rimba Wangi tidak dapat dibaca",
        "1 documents of Kecamatan Rimba Wangi cannot be read",
    ),
)
def unread(desk: Desk, count: int, office: str) -> None:
    """Documents that could not be read."""
    desk.archive.unread[office] = count


@then(
    id="aturan {rule:aturan} menemukan {count:bilangan} temuan {severity:tingkat} dalam arsip {office:kantor}",
    en="rule {rule:aturan} has {count:bilangan} {severity:tingkat} findings in the archive of {office:kantor}",
    topic="arsip",
    about=("Sebanyak itu di kantor itu, dan tidak ada di kantor lain.", "So many in this office, and none in others."),
    example=(
        "aturan AR-03 menemukan 1 temuan minor dalam arsip Kecamatan Rimba Wangi",
        "rule AR-03 has 1 minor findings in the archive of Kecamatan Rimba Wangi",
    ),
)
def finds(desk: Desk, rule: str, count: int, severity: Severity, office: str) -> None:
    """So many findings of that severity, and none in the reports of other offices."""

    def check(said: ArchiveSaid) -> None:
        where = [(name, one.severity) for name, of in said.offices.items() for one in of.findings]
        if where != [(office, severity)] * count or not counts(said.offices.get(office), count):
            raise Unmet(f"aturan {rule} menemukan {count} temuan dalam arsip {office} saja", told(said))

    desk.claim_in_archive(rule, check)


@then(
    id="temuan aturan {rule:aturan} ada di {count:bilangan} kantor",
    en="rule {rule:aturan} has findings in {count:bilangan} offices",
    topic="arsip",
    about=("Sebanyak itu kantor mempunyai temuan aturan itu.", "So many offices have findings of the rule."),
    example=("temuan aturan AR-02 ada di 3 kantor", "rule AR-02 has findings in 3 offices"),
)
def in_offices(desk: Desk, rule: str, count: int) -> None:
    """So many offices have findings of the rule."""

    def check(said: ArchiveSaid) -> None:
        looked = count or any(one.outcome is Outcome.CLEAN for one in said.offices.values())
        if not looked or sum(bool(one.findings) for one in said.offices.values()) != count:
            raise Unmet(f"temuan aturan {rule} ada di {count} kantor", told(said))

    desk.claim_in_archive(rule, check)


@then(
    id="aturan {rule:aturan} tidak menemukan apa pun dalam arsip",
    en="rule {rule:aturan} finds nothing in the archive",
    topic="arsip",
    about=("Aturan itu dinilai, dan tidak ada temuan di kantor mana pun.", "The rule was judged and has no findings."),
    example=(
        "aturan archive/copied-sop tidak menemukan apa pun dalam arsip",
        "rule archive/report-missing finds nothing in the archive",
    ),
)
def clean(desk: Desk, rule: str) -> None:
    """No finding; and somebody looked: the rule was judged somewhere."""

    def check(said: ArchiveSaid) -> None:
        if said.findings or not any(one.outcome is Outcome.CLEAN for one in said.offices.values()):
            raise Unmet(f"aturan {rule} tidak menemukan apa pun dalam arsip", told(said))

    desk.claim_in_archive(rule, check)


@then(
    id="aturan {rule:aturan} tidak dapat dinilai dalam arsip {office:kantor} karena {reason:teks}",
    en="rule {rule:aturan} cannot be judged in the archive of {office:kantor} because {reason:teks}",
    topic="arsip",
    about=("Yang diperlukan aturan itu tidak terbaca di kantor itu.", "What the rule needs was not readable there."),
    example=(
        'aturan AR-03 tidak dapat dinilai dalam arsip Kecamatan Rimba Wangi karena "mungkin ada di antaranya"',
        'rule AR-03 cannot be judged in the archive of Kecamatan Rimba Wangi because "mungkin ada di antaranya"',
    ),
)
def not_evaluated(desk: Desk, rule: str, office: str, reason: str) -> None:
    """The rule could not be judged in an office, for a reason with these words."""

    def check(said: ArchiveSaid) -> None:
        one = said.offices.get(office)
        if one is None or one.outcome is not Outcome.NOT_EVALUATED or reason not in (one.reason or ""):
            raise Unmet(f'aturan {rule} tidak dapat dinilai dalam arsip {office} karena "{reason}"', told(said))

    desk.claim_in_archive(rule, check)


@then(
    id="aturan {rule:aturan} tidak berlaku dalam arsip {office:kantor}",
    en="rule {rule:aturan} does not apply in the archive of {office:kantor}",
    topic="arsip",
    about=("Kantor itu tidak mempunyai hal yang diatur.", "The office has nothing that the rule is about."),
    example=(
        "aturan AR-01 tidak berlaku dalam arsip Kecamatan Rimba Wangi",
        "rule AR-04 does not apply in the archive of Kecamatan Rimba Wangi",
    ),
)
def not_applicable(desk: Desk, rule: str, office: str) -> None:
    """The rule does not apply in an office."""

    def check(said: ArchiveSaid) -> None:
        one = said.offices.get(office)
        if one is None or one.outcome is not Outcome.NOT_APPLICABLE:
            raise Unmet(f"aturan {rule} tidak berlaku dalam arsip {office}", told(said))

    desk.claim_in_archive(rule, check)


@then(
    id=(
        "aturan {rule:aturan} menemukan {count:bilangan} temuan dalam arsip {office:kantor}",
        "ada {count:bilangan} temuan aturan {rule:aturan} dalam arsip {office:kantor}",
    ),
    en="rule {rule:aturan} has {count:bilangan} findings in the archive of {office:kantor}",
    topic="arsip",
    about=(
        "Sebanyak itu di kantor itu, apa pun tingkatnya; kantor lain tidak diperiksa.",
        "So many in this office, of any severity; other offices are not looked at.",
    ),
    example=(
        "aturan identity/number-duplicate menemukan 1 temuan dalam arsip Kecamatan Rimba Wangi",
        "rule identity/number-duplicate has 1 findings in the archive of Kecamatan Rimba Wangi",
    ),
)
def counted_in(desk: Desk, rule: str, count: int, office: str) -> None:
    """So many findings in an office."""

    def check(said: ArchiveSaid) -> None:
        one = said.offices.get(office)
        if not counts(one, count):
            raise Unmet(f"aturan {rule} menemukan {count} temuan dalam arsip {office}", told(said))

    _known_office(desk, office)
    desk.claim_in_archive(rule, check)


def _in_office(rule: str, office: str, outcome: Outcome, expected: str) -> Callable[[ArchiveSaid], None]:
    def check(said: ArchiveSaid) -> None:
        one = said.offices.get(office)
        if one is None or one.outcome is not outcome:
            raise Unmet(f"{expected} aturan {rule}", told(said))

    return check


def _known_office(desk: Desk, office: str) -> None:
    """Refuse an office of which the archive knows nothing: a misspelt name would make every claim of none true."""
    known = {one.office or UNKNOWN_OFFICE for one in desk.archive.subject(desk.day).groups}
    if office not in known:
        raise MistakeError(f"Tidak ada kantor {office!r} dalam arsip ini.{nearest(office, sorted(known))}")


@then(
    id=(
        "arsip {office:kantor} melanggar aturan {rule:aturan}",
        "aturan {rule:aturan} dilanggar dalam arsip {office:kantor}",
    ),
    en="the archive of {office:kantor} breaks rule {rule:aturan}",
    topic="arsip",
    about=("Aturan itu menemukan sesuatu di kantor itu.", "The rule has findings in this office."),
    example=(
        "arsip Kecamatan Rimba Wangi melanggar aturan archive/report-missing",
        "the archive of Kecamatan Rimba Wangi breaks rule archive/report-missing",
    ),
)
def breaks(desk: Desk, office: str, rule: str) -> None:
    """The rule has findings in an office."""
    _known_office(desk, office)
    desk.claim_in_archive(rule, _in_office(rule, office, Outcome.FLAGGED, f"arsip {office} melanggar"))


@then(
    id=(
        "arsip {office:kantor} patuh terhadap aturan {rule:aturan}",
        "aturan {rule:aturan} tidak menemukan apa pun dalam arsip {office:kantor}",
    ),
    en="the archive of {office:kantor} complies with rule {rule:aturan}",
    topic="arsip",
    about=("Aturan itu dinilai di kantor itu dan dipenuhi.", "The rule was judged in this office and holds."),
    example=(
        "arsip Kecamatan Telaga Sunyi patuh terhadap aturan archive/report-missing",
        "the archive of Kecamatan Telaga Sunyi complies with rule archive/report-missing",
    ),
)
def complies(desk: Desk, office: str, rule: str) -> None:
    """The rule was judged in an office and holds."""
    _known_office(desk, office)
    desk.claim_in_archive(rule, _in_office(rule, office, Outcome.CLEAN, f"arsip {office} patuh terhadap"))


@step(
    "given",
    "when",
    id=(
        "dokumen itu disimpan dalam arsip sebagai {path:teks} milik {office:kantor}",
        "dokumen itu disimpan sebagai {path:teks} milik {office:kantor}",
    ),
    en="that document is put into the archive as {path:teks} of {office:kantor}",
    topic="arsip",
    about=(
        "Menyimpan dokumen yang disusun atau disebut sebelumnya, juga berkas, dalam arsip milik kantor itu.",
        "Puts the document that was built or named before, also a file, into the archive of that office.",
    ),
    example=(
        'dokumen itu disimpan dalam arsip sebagai "a/sop.txt" milik "Kecamatan Rimba Wangi"',
        'that document is put into the archive as "a/sop.txt" of "Kecamatan Rimba Wangi"',
    ),
)
def stored(desk: Desk, path: str, office: str) -> None:
    """The document on the desk goes into the archive."""
    _store(desk, path, office)


@step(
    "given",
    "when",
    id=("dokumen itu disimpan dalam arsip sebagai {path:teks}", "dokumen itu disimpan sebagai {path:teks}"),
    en="that document is put into the archive as {path:teks}",
    topic="arsip",
    about=(
        "Menyimpan dokumen itu dalam arsip; pemiliknya menurut folder dalam pengaturan arsip, atau tidak diketahui.",
        "Puts that document into the archive; its owner is that of the folder in the settings, or unknown.",
    ),
    example=(
        'dokumen itu disimpan dalam arsip sebagai "telaga/sop.txt"',
        'that document is put into the archive as "telaga/sop.txt"',
    ),
)
def stored_somewhere(desk: Desk, path: str) -> None:
    """The document on the desk goes into the archive, of no office that the scenario names."""
    _store(desk, path, None)


def _store(desk: Desk, path: str, office: str | None) -> None:
    if path in desk.archive.stored or path in desk.archive.texts:
        raise MistakeError(f"Dalam arsip ini sudah ada berkas {path!r}.")
    desk.the_part()
    desk.archive.stored[path] = office, tuple(tells(part.subject) for part in desk.read().parts)


@step(
    "given",
    "when",
    id="pengaturan arsip berikut",
    en="these settings of the archive",
    topic="arsip",
    about=(
        (
            "Isi archive.yaml: kantor dan foldernya, SOP yang wajib ada, dan kapan dokumen kinerja jatuh tempo. "
            "Yang wajib lalu dicari sendiri dalam arsip."
        ),
        (
            "The contents of archive.yaml: offices and folders, required SOPs, when they are due. What is "
            "owed is then looked for in the archive."
        ),
    ),
    argument="text",
    example=(f"pengaturan arsip berikut{_SETTINGS}", f"these settings of the archive{_SETTINGS}"),
)
def settings(desk: Desk, text: str) -> None:
    """What offices owe."""
    desk.archive.declared = read_layout(text, (desk.feature, block_line(desk.feature, desk.line)))


@then(
    id="temuan arsip menunjuk {path:teks} dan menyebut {words:teks}",
    en="a finding of the archive points to {path:teks} and names {words:teks}",
    topic="arsip",
    about=("Letak pertama salah satu temuan adalah berkas itu.", "The first place of a finding is that file."),
    example=(
        'temuan arsip menunjuk "b.txt" dan menyebut "RATIH KEMALASARI"',
        'a finding of the archive points to "a.txt" and names "SOP Pengelolaan Aset"',
    ),
)
def points_to(desk: Desk, path: str, words: str) -> None:
    """Some finding names the document as its first place, and says the words."""
    expected = f'temuan arsip menunjuk "{path}" dan menyebut "{words}"'
    desk.claim_more(some(expected, lambda one: one.evidence[0].document == path and words in one.condition))
