"""
DOCX and DOCM: one walk over the XML gives words, computed numbers, tables with their spans, figures and pictures.

Written against ECMA-376 part 1, transitional and strict. What the file shows once all tracked changes are accepted is
read; macros are parts that nobody opens, relations that lead out of the file are names that nobody follows.

`Piece.line` counts lines as they are read: header of the first page, body with its tables, footers. After a cover
without a header, that of the next section stands where the section begins; headers of further pages and sections repeat
what is known, and are not read. A paragraph is a line, an empty one too, and one more for each line break set in
it. `Piece.cell` says in words where it stands: ``paragraf 12``, ``tabel 2, baris 5, kolom 3``, the column as the table
is ruled. There are no pages: only Word knows them.

Every exception is a `readers.errors.ReadError`:

* ReadError
    - empty, too-large, damaged                                         what the file is
    - too-many-parts, unpacks-too-large, unsafe-xml, password           how it is packed
    - too-much-markup, text-too-long, nested-too-deep                   how much of it there is
    - too-many-lines, line-too-long, too-many-rows, too-many-cells, too-many-pieces    what it would become

Notices: tracked-changes, hidden-text, struck-text, parts-not-read, figures-not-placed.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from readers.docx_blocks import Story
from readers.docx_numbering import Numbering
from readers.docx_styles import Styles
from readers.docx_text import Noted
from readers.docx_tree import Node, Trees
from readers.errors import ReadError
from readers.limits import Budget, SheetLimits
from readers.packed import WORD_FILE, Package, damaged
from readers.relations import relations
from schemas.blocks import Block, Document, Notice, Table
from schemas.evidence import Evidence

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIN_PART = "word/document.xml"
ABOUT = "docprops/app.xml"
MAX_SECTIONS = 100
"""Sections whose headers and footers are looked at."""
MAX_QUOTE = 200
_LIBREOFFICE = b"<Application>LibreOffice"
_WORD = re.compile(r"[^\W\d_]+")


def read_docx(data: bytes, *, name: str, limits: SheetLimits = SheetLimits()) -> Document:  # noqa: B008  # frozen
    """
    Read a file of a word processor.

    Args:
        data: The whole file.
        name: The file's name, for messages.
        limits: How much a packed file may hold: `workbook_bytes`, `unpacked_bytes`, `parts`.

    Raises:
        ReadError: The file cannot be read; see the top of this module.
    """
    if len(data) > limits.workbook_bytes:
        megabytes = limits.workbook_bytes // 1024**2
        message = f"{name} lebih besar dari {megabytes} MB. Perkecil gambarnya, lalu periksa lagi."
        raise ReadError("too-large", message)
    try:
        return _document(data, Package(data, name=name, limits=limits, wording=WORD_FILE))
    except (MemoryError, RecursionError) as error:
        raise ReadError(
            "too-large",
            f"{name} terlalu besar untuk memori yang tersedia. Pecah menjadi satu SOP per berkas, lalu periksa lagi.",
        ) from error


def paragraphs_of_lines(package: Package) -> tuple[str, list[int | None]]:
    """
    Where the lines stand in the XML, by the walk that reads them.

    Returns:
        The name of the main part, and for each line, as `Piece.line` counts them from 1, how many elements of that part
        begin before its paragraph; None for the lines of headers and footers.

    Raises:
        ReadError: The file cannot be read; see the top of this module.
    """
    file = _File(package)
    file.blocks()
    return file.main, file.story.paragraphs


def _document(data: bytes, package: Package) -> Document:
    file = _File(package)
    blocks = file.blocks()
    if not any(_has_words(block) for block in blocks):
        raise ReadError(
            "empty",
            f"{package.name} tidak berisi tulisan. Bila isinya gambar hasil pindai, lakukan OCR dahulu, lalu periksa"
            " lagi.",
        )
    return Document(
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        media=DOCX,
        lines=file.story.lines,
        shows_marks=not file.story.unplaced,
        blocks=tuple(blocks),
        notices=tuple(_notices(file.story)),
    )


class _File:
    """The parts of one file that are read."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._trees = Trees(package)
        self.main = _main_part(package)
        """The name of the part that holds the body."""
        self._related = relations(package, self.main)
        styles = Styles(self._of_kind("styles"))
        numbering = Numbering(self._of_kind("numbering"), styles)
        budget = Budget()
        self.story = Story(styles, numbering, budget, Noted(), package.name)
        self.story.in_cells = _LIBREOFFICE in self._application()

    def blocks(self) -> list[Block]:
        """Return the blocks of the header of the first page, the body and the footers."""
        root = self._trees.read(self.main)
        body = root.child("w:body")
        if root.name != "w:document" or body is None:
            raise damaged(self._package.name, self.main, WORD_FILE)
        first, *further = self._sections(body)
        blocks: list[Block] = []
        said: set[str] = set()
        for header in self._headers(first):
            blocks = self.story.read(header, "kepala halaman")
            said = _vocabulary(_words_in(header))
            if any(map(_has_words, blocks)):
                break
        if not said:
            self._put_header(body, further)
        blocks += self.story.read(body)
        said = set()
        for footer in self._footers([first, *further]):
            words = _vocabulary(_words_in(footer))
            if not words <= said or not said:
                blocks += self.story.read(footer, "kaki halaman")
            said |= words
        return blocks

    def _sections(self, body: Node) -> list[_Section]:
        """The sections, each with the headers and footers that it has itself and those it takes over."""
        found: list[_Section] = []
        for node in (node for node in body.within() if node.name == "w:sectPr"):
            parts = dict(found[-1].parts) if found else {}
            for what in ("header", "footer"):
                for reference in node.all(f"w:{what}Reference"):
                    parts[what, reference.get("type", "default")] = reference.get("id")
            found.append(_Section(parts, bool(node.on("w:titlePg"))))
            if len(found) == MAX_SECTIONS:
                break
        return found or [_Section({}, first_differs=False)]

    def _put_header(self, body: Node, sections: list[_Section]) -> None:
        """Put the first header of the later sections before the first paragraph of its section: a cover has none."""
        waiting = iter(sections)
        for at, child in enumerate(body.children, 1):
            section = next(waiting, None) if child.child("w:pPr", "w:sectPr") is not None else None
            header = next(filter(_words_in, self._headers(section)), None) if section else None
            if header is not None:
                body.children.insert(at, header)
                return

    def _footers(self, sections: list[_Section]) -> Iterator[Node]:
        seen: set[str] = set()
        for section in sections:
            yield from self._parts_of(section, "footer", ("first", "default", "even"), seen)

    def _application(self) -> bytes:
        """The begin of what the file says about the program that wrote it."""
        return next(self._package.chunks(ABOUT), b"") if self._package.has(ABOUT) else b""

    def _of_kind(self, kind: str) -> Node | None:
        part = next((part for of, part in self._related.values() if of == kind), None)
        return self._trees.read(part) if part is not None and self._package.has(part) else None

    def _headers(self, section: _Section) -> Iterator[Node]:
        """Yield the header of the first page, and the one of all others in case that one is empty."""
        kinds = ("first", "default") if section.first_differs else ("default",)
        return self._parts_of(section, "header", kinds, set())

    def _parts_of(self, section: _Section, what: str, kinds: tuple[str, ...], seen: set[str]) -> Iterator[Node]:
        """Yield the roots of the headers or footers of a section, of these kinds, but for those seen."""
        for kind in kinds:
            of, part = self._related.get(section.parts.get((what, kind), ""), ("", ""))
            if of == what and part not in seen and self._package.has(part):
                seen.add(part)
                yield self._trees.read(part)


def _main_part(package: Package) -> str:
    found = MAIN_PART
    if package.has("_rels/.rels"):
        for kind, target in relations(package, "").values():
            if kind == "officeDocument":
                found = target
    return found


@dataclass(frozen=True, slots=True)
class _Section:
    parts: dict[tuple[str, str], str]
    """Ids of relations by header or footer and the kind of pages."""
    first_differs: bool
    """The first page has a header of its own."""


def _words_in(root: Node) -> str:
    return " ".join(node.text for node in root.within() if node.name == "w:t").strip()


def _vocabulary(words: str) -> set[str]:
    """The words, whatever their case and order, without numbers."""
    return set(_WORD.findall(words.lower()))


def _has_words(block: Block) -> bool:
    if isinstance(block, Table):
        return any(piece.text for row in block.rows for cell in row.cells for piece in cell.pieces)
    return any(piece.text for piece in block.pieces)


# notices


def _notices(story: Story) -> Iterator[Notice]:
    counts = story.noted.counts
    if counts["inserted"] or counts["deleted"]:
        yield Notice(
            "tracked-changes",
            f"Naskah memuat perubahan terlacak yang belum diputuskan ({counts['inserted']} sisipan,"
            f" {counts['deleted']} penghapusan) dan dibaca seolah-olah semuanya diterima. Terima atau tolak perubahan"
            " itu sebelum SOP disahkan.",
            _first(story, "inserted", "deleted"),
        )
    if counts["hidden"]:
        yield Notice(
            "hidden-text",
            f"Teks tersembunyi tidak tampak saat dicetak dan tidak dibaca ({counts['hidden']} bagian).",
            _first(story, "hidden"),
        )
    if counts["struck"]:
        yield Notice(
            "struck-text",
            f"Teks yang dicoret tidak dibaca ({counts['struck']} bagian). Hapus coretan itu sebelum SOP disahkan.",
            _first(story, "struck"),
        )
    left_out = Counter(story.noted.objects)
    for kind, name in (("footnotes", "catatan kaki"), ("comments", "komentar")):
        if counts[kind]:
            left_out[name] = counts[kind]
    if left_out:
        names = ", ".join(f"{count} {name}" for name, count in sorted(left_out.items()))
        yield Notice("parts-not-read", f"Bagian ini tidak dibaca: {names}.")
    if story.unplaced:
        yield _not_placed(story)


def _not_placed(story: Story) -> Notice:
    number = story.unplaced[0]
    return Notice(
        "figures-not-placed",
        f"Letak {len(story.unplaced)} simbol diagram alir terhadap kolom pelaksana tidak dapat dipastikan, sehingga"
        " langkah tanpa tanda lain tidak dinilai pelaksananya. Simpan dokumen sebagai PDF untuk memeriksanya.",
        (Evidence(quote="", line=number, cell=story.place(number)),),
    )


def _first(story: Story, *kinds: str) -> tuple[Evidence, ...]:
    """The first place of what was noted under one of these names."""
    places = [story.noted.first[kind] for kind in kinds if kind in story.noted.first]
    number, words = min(places, key=lambda place: place[0])
    if not 0 < number <= story.lines:
        return ()
    return (Evidence(quote=" ".join(words.split())[:MAX_QUOTE], line=number, cell=story.place(number)),)
