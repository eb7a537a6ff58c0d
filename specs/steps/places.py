"""Maka: where a finding stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reports.flat import place as printed
from reports.flat import places
from schemas.evidence import Evidence
from schemas.sop import Sop
from specs.claims import ArchiveSaid, MistakeError, Said, Unmet, told
from specs.desk import Desk
from specs.vocabulary import then


def _points(expected: str, holds: Callable[[Evidence], bool]) -> Callable[[Said | ArchiveSaid], None]:
    """Some place of some finding is so."""

    def check(said: Said | ArchiveSaid) -> None:
        if not any(holds(at) for one in said.findings for at in one.evidence):
            where = [f"semua letaknya: {places(one.evidence, 'id')}" for one in said.findings]
            raise Unmet(expected, [*told(said), *where])

    return check


@then(
    id=("temuan menunjuk baris {line:bilangan}", "temuan ada pada baris {line:bilangan}"),
    en="a finding points to line {line:bilangan}",
    topic="hasil",
    about=("Salah satu temuan aturan tadi menunjuk baris naskah itu.", "A finding points to that line of the text."),
    example=("temuan menunjuk baris 67", "a finding points to line 67"),
)
def at_line(desk: Desk, line: int) -> None:
    """A line of the text."""
    desk.claim_more(_points(f"temuan menunjuk baris {line}", lambda at: at.line == line and at.cell is None))


@then(
    id=("temuan menunjuk halaman {page:bilangan}", "temuan ada pada halaman {page:bilangan}"),
    en="a finding points to page {page:bilangan}",
    topic="hasil",
    about=("Salah satu temuan aturan tadi menunjuk halaman itu.", "A finding points to that page."),
    example=("temuan menunjuk halaman 1", "a finding points to page 1"),
)
def at_page(desk: Desk, page: int) -> None:
    """A page."""
    desk.claim_more(_points(f"temuan menunjuk halaman {page}", lambda at: at.page == page))


@then(
    id=("temuan menunjuk sel {cell:teks}", "temuan ada pada sel {cell:teks}"),
    en="a finding points to the cell {cell:teks}",
    topic="hasil",
    about=(
        "Salah satu temuan aturan tadi menunjuk sel itu; nama lembar boleh tidak ditulis.",
        "A finding points to that cell; the name of the sheet may be left out.",
    ),
    example=('temuan menunjuk sel "Lembar1!B7"', 'a finding points to the cell "Lembar1!B7"'),
)
def at_cell(desk: Desk, cell: str) -> None:
    """A cell of a sheet."""
    desk.claim_more(_points(f'temuan menunjuk sel "{cell}"', lambda at: at.cell == cell or _short(at) == cell))


def _short(at: Evidence) -> str | None:
    """The cell without the name of its sheet."""
    return at.cell.rpartition("!")[2] if at.cell is not None and at.in_sheet else None


@then(
    id="temuan menunjuk letak {words:teks}",
    en="a finding points to the place {words:teks}",
    topic="hasil",
    about=(
        'Letak salah satu temuan, seperti dicetak laporan: "baris 12", "halaman 2", "tabel 2, baris 5, kolom 3".',
        "The place of a finding as reports print it (in Indonesian).",
    ),
    example=('temuan menunjuk letak "tabel 2, baris 5"', 'a finding points to the place "tabel 2, baris 5"'),
)
def at_place(desk: Desk, words: str) -> None:
    """A place as reports print it."""
    desk.claim_more(_points(f'temuan menunjuk letak "{words}"', lambda at: words in printed(at, "id")))


@then(
    id=("temuan menunjuk langkah {number:bilangan}", "temuan ada pada langkah {number:bilangan}"),
    en="a finding points to step {number:bilangan}",
    topic="hasil",
    about=(
        "Salah satu temuan aturan tadi menunjuk baris langkah itu dalam tabel langkah, dihitung dari atas.",
        "A finding points to that row of the step table, counted from above.",
    ),
    example=("temuan menunjuk langkah 2", "a finding points to step 2"),
)
def at_step(desk: Desk, number: int) -> None:
    """A row of the step table."""
    steps = _sop(desk).steps
    if not 0 < number <= len(steps):
        raise MistakeError(f"Tidak ada langkah {number}: yang terbaca {len(steps)} langkah.")
    one = steps[number - 1]
    texts = (one.text, one.no, one.requirements, one.output, one.remarks, one.duration and one.duration.text)
    cells = [at for text in (*texts, *one.actors) if text for at in text.evidence]
    desk.claim_more(
        _points(f"temuan menunjuk langkah {number}", lambda at: any(_same(at, cell) for cell in (one.place, *cells)))
    )


@then(
    id=("temuan menunjuk bagian {name:teks}", "temuan ada pada bagian {name:teks}"),
    en="a finding points to the section {name:teks}",
    topic="hasil",
    about=(
        "Salah satu temuan aturan tadi menunjuk bagian yang judulnya memuat kata itu: judulnya, atau isinya.",
        "A finding points to the section whose heading holds these words: to its heading or contents.",
    ),
    example=('temuan menunjuk bagian "Dasar Hukum"', 'a finding points to the section "Dasar Hukum"'),
)
def at_section(desk: Desk, name: str) -> None:
    """A section by its heading."""
    found = list(_section(_sop(desk), name.casefold()))
    if not found:
        raise MistakeError(f"Tidak ada bagian yang judulnya memuat {name!r} dalam dokumen ini.")
    desk.claim_more(_points(f'temuan menunjuk bagian "{name}"', lambda at: any(_within(at, whole) for whole in found)))


def _sop(desk: Desk) -> Sop:
    subject = desk.judged().part.subject
    if not isinstance(subject, Sop):
        raise MistakeError("Langkah ini hanya untuk SOP.")
    return subject


def _section(sop: Sop, name: str) -> Iterator[Evidence]:
    for one in sop.sections:
        if name in one.title.value.casefold():
            yield from one.title.evidence
            yield from one.text.evidence if one.text else ()
    for read in sop.section_reads:
        if read.heading is not None and name in read.heading.value.casefold():
            yield from read.heading.evidence
            yield from (at for entry in sop.entries if entry.section == read.name for at in entry.text.evidence)
            if read.name == "legal_basis":
                yield from (at for one in sop.legal_basis if one.list == "form" for at in one.text.evidence)


def _same(one: Evidence, other: Evidence) -> bool:
    """Whether two places are the same line or cell."""
    return (one.page, one.line, one.cell) == (other.page, other.line, other.cell)


def _within(at: Evidence, whole: Evidence) -> bool:
    """Whether a place lies among the words of another; boxes may stand beside each other on one line."""
    if not _same(at, whole):
        return False
    if at.column is None or whole.column is None or at.cell is not None:
        return True
    return whole.column <= at.column <= whole.column + len(whole.quote)
