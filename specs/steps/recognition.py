"""Maka: as what a document was read."""

from __future__ import annotations

from schemas.performance import PerformanceReport
from schemas.sop import Sop
from specs.claims import MistakeError, Unmet
from specs.desk import Desk, UnreadableError
from specs.vocabulary import then
from specs.words import KINDS, choice

KINDS["jenis_dokumen"] = choice(
    {
        "SOP": "sop",
        "dokumen kinerja": "performance",
        "laporan kinerja": "report",
        "perjanjian kinerja": "agreement",
        "rencana aksi": "action_plan",
        "pengukuran kinerja": "form",
        "laporan triwulan": "quarterly",
        "indikator kinerja utama": "indicators",
    },
    {
        "an SOP": "sop",
        "performance data": "performance",
        "a performance report": "report",
        "a performance agreement": "agreement",
        "an action plan": "action_plan",
        "a performance form": "form",
        "a quarterly report": "quarterly",
        "key indicators": "indicators",
    },
)
_SORTS = {
    "sop": "SOP",
    "performance": "dokumen kinerja",
    "report": "laporan kinerja",
    "agreement": "perjanjian kinerja",
    "action_plan": "rencana aksi",
    "form": "pengukuran kinerja",
    "quarterly": "laporan triwulan",
    "indicators": "indikator kinerja utama",
    "other": "dokumen kinerja lain",
}


def _sorts(desk: Desk) -> tuple[str, ...]:
    """What the document is, from the kind to the sort; nothing where it is not known."""
    subject = desk.the_part().subject
    if isinstance(subject, Sop):
        return ("sop",)
    return ("performance", subject.type) if isinstance(subject, PerformanceReport) else ()


@then(
    id="dokumen dikenali sebagai {sort:jenis_dokumen}",
    en="the document is read as {sort:jenis_dokumen}",
    topic="dokumen",
    about=("Jenis dokumen, seperti dikenali dari isinya.", "The kind of the document, as its contents tell it."),
    example=("dokumen dikenali sebagai perjanjian kinerja", "the document is read as a performance report"),
)
def read_as(desk: Desk, sort: str) -> None:
    """What the document is."""
    found = _sorts(desk)
    if sort not in found:
        said = f"dikenali sebagai {_SORTS[found[-1]]}" if found else "isinya tidak dikenali"
        raise Unmet(f"dokumen dikenali sebagai {_SORTS[sort]}", [said])


@then(
    id="dokumen tidak dikenali",
    en="the document is not recognised",
    topic="dokumen",
    about=(
        "Isinya bukan SOP dan bukan dokumen kinerja, jadi tidak dinilai.",
        "It is neither an SOP nor performance data, so it is not judged.",
    ),
)
def not_recognised(desk: Desk) -> None:
    """A document of another kind."""
    found = _sorts(desk)
    if found:
        raise Unmet("dokumen tidak dikenali", [f"dikenali sebagai {_SORTS[found[-1]]}"])


@then(
    id=("berkas tidak dapat dibaca karena {reason:teks}", "dokumen tidak dapat dibaca karena {reason:teks}"),
    en="the file cannot be read because {reason:teks}",
    topic="dokumen",
    about=(
        "Berkas itu ditolak; sebabnya memuat kata itu.",
        "The file is refused, for a reason with these words (in Indonesian).",
    ),
    example=('berkas tidak dapat dibaca karena "sandi"', 'the file cannot be read because "sandi"'),
)
def unreadable(desk: Desk, reason: str) -> None:
    """A file that is refused."""
    expected = f'berkas tidak dapat dibaca karena "{reason}"'
    try:
        desk.the_part()
    except UnreadableError as error:
        if reason not in error.error.message:
            raise Unmet(expected, [error.error.message]) from error
    else:
        raise Unmet(expected, ["berkas dapat dibaca"])


@then(
    id=("dokumen memuat {count:bilangan} SOP", "berkas memuat {count:bilangan} SOP"),
    en="the document holds {count:bilangan} SOPs",
    topic="dokumen",
    about=("Banyaknya SOP yang terbaca dalam naskah atau berkas.", "How many SOPs the text or file holds."),
    example=("dokumen memuat 2 SOP", "the document holds 2 SOPs"),
)
def holds_sops(desk: Desk, count: int) -> None:
    """So many SOPs."""
    desk.the_part()
    found = sum(isinstance(part.subject, Sop) for part in desk.read().parts)
    if found != count:
        raise Unmet(f"dokumen memuat {count} SOP", [f"terbaca {found} SOP"])


@then(
    id=("judul dokumen terbaca {title:teks}", "judul SOP terbaca {title:teks}"),
    en="the title reads {title:teks}",
    topic="dokumen",
    about=("Judul seperti dibaca dari dokumen.", "The title as it was read."),
    example=('judul SOP terbaca "PELAYANAN SURAT PENGANTAR"', 'the title reads "PELAYANAN SURAT PENGANTAR"'),
)
def title_read(desk: Desk, title: str) -> None:
    """The title."""
    _expect("judul", title, desk.the_part().about.title)


@then(
    id=("nama unit terbaca {unit:teks}", "nama kantor terbaca {unit:teks}"),
    en="the unit reads {unit:teks}",
    topic="dokumen",
    about=("Unit kerja pemilik seperti dibaca dari dokumen.", "The unit that owns the document as it was read."),
    example=('nama unit terbaca "Kecamatan Taman Selasih"', 'the unit reads "Kecamatan Rimba Wangi"'),
)
def unit_read(desk: Desk, unit: str) -> None:
    """The unit."""
    _expect("nama unit", unit, desk.the_part().about.unit)


def _expect(what: str, wanted: str, found: str | None) -> None:
    """Capitals and space aside."""
    if found is None or found.casefold().split() != wanted.casefold().split():
        said = f'terbaca "{found}"' if found is not None else "tidak terbaca"
        raise Unmet(f'{what} terbaca "{wanted}"', [f"{what} {said}"])


@then(
    id="terbaca {count:bilangan} langkah",
    en="{count:bilangan} steps are read",
    topic="langkah",
    about=("Banyaknya langkah yang terbaca dalam tabel langkah.", "How many steps the step table holds."),
    example=("terbaca 1 langkah", "5 steps are read"),
)
def steps_read(desk: Desk, count: int) -> None:
    """So many steps."""
    subject = desk.the_part().subject
    if not isinstance(subject, Sop):
        raise MistakeError("Langkah ini hanya untuk SOP.")
    if len(subject.steps) != count:
        lines = [f"{at}: {one.text.value if one.text else '(kosong)'}" for at, one in enumerate(subject.steps, 1)]
        raise Unmet(f"terbaca {count} langkah", [f"terbaca {len(subject.steps)} langkah", *lines])


@then(
    id=("ada catatan pembacaan {words:teks}", "catatan pembacaan menyebut {words:teks}"),
    en="a notice on the reading says {words:teks}",
    topic="dokumen",
    about=(
        "Catatan tentang cara dokumen dibaca, misalnya lembar tersembunyi, memuat kata itu.",
        "A notice on how the document was read, such as of a hidden sheet, holds these words.",
    ),
    example=('ada catatan pembacaan "tersembunyi"', 'a notice on the reading says "tersembunyi"'),
)
def notice(desk: Desk, words: str) -> None:
    """A notice on how it was read."""
    found = desk.the_part().about.notices
    if not any(words in one.message for one in found):
        raise Unmet(f'ada catatan pembacaan "{words}"', [one.message for one in found] or ["tidak ada catatan"])
