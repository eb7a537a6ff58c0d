"""
Workbooks (XLSX, XLSM, XLS, ODS) to grids of typed cells, each with its sheet and cell.

What a workbook hides, has lost, or never worked out is read as far as it goes and said in notices, never repaired in
silence. Every exception is a `readers.errors.ReadError`:

* ReadError
    - empty, too-large, password, damaged, unsupported, no-sheets                        what the file is
    - too-many-parts, unpacks-too-large, unsafe-xml                                      how it is packed
    - too-many-sheets, too-many-rows, too-many-columns, too-many-cells, text-too-long    how much is in it

Notices: digits-lost, number-out-of-range, formula-computed, formula-uncached, hidden-sheet, hidden-rows,
hidden-columns, merged-content, merge-ignored, stray-cell, sheet-without-cells.
"""

from __future__ import annotations

import hashlib

from readers.errors import ReadError
from readers.formulas import Cell, Evaluator, Pending, Result, SheetError, Unknown
from readers.limits import SheetLimits
from readers.packed import Package, damaged, locked
from readers.sheet_grid import Collected, Noted, Place, Sheet, Uncached
from readers.sheet_notices import notices
from readers.sheet_values import whole_exponent
from readers.xlsx import truth
from schemas.blocks import Document, SheetCell, SheetValue

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
XLS = "application/vnd.ms-excel"
ODS = "application/vnd.oasis.opendocument.spreadsheet"

ZIP_MAGIC = b"PK\x03\x04"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_workbook(data: bytes, *, name: str, limits: SheetLimits = SheetLimits()) -> Document:  # noqa: B008  # frozen
    """
    Read a workbook of whatever kind its bytes are; `name` is for messages alone.

    Raises:
        ReadError: see the module.
    """
    if len(data) > limits.workbook_bytes:
        megabytes = limits.workbook_bytes // 1024**2
        message = f"{name} lebih besar dari {megabytes} MB. Pecah menjadi beberapa berkas, lalu periksa lagi."
        raise ReadError("too-large", message)
    book = Collected(name, limits)
    try:
        media = _collect(data, book)
        _work_out(book)
        return _document(data, media, book)
    except (MemoryError, RecursionError) as error:
        raise ReadError(
            "too-many-cells",
            f"{name} terlalu besar untuk memori yang tersedia. Pecah menjadi beberapa berkas, lalu periksa lagi.",
        ) from error


def _collect(data: bytes, book: Collected) -> str:
    """Read all sheets with the reader for their kind; return the media type."""
    if data.startswith(OLE_MAGIC):
        if _ENCRYPTED in data:
            raise locked(book.name)
        from readers.xls import read_xls  # noqa: PLC0415  # each kind is imported when there is such a file

        read_xls(data, book)
        return XLS
    if not data.strip():
        raise _empty(book.name)
    if not data.startswith(ZIP_MAGIC):
        raise damaged(book.name) if data.startswith(b"PK") else _unsupported(book.name)
    return _collect_packed(Package(data, name=book.name, limits=book.limits), book)


def _collect_packed(package: Package, book: Collected) -> str:
    if package.has("[Content_Types].xml") or package.has("xl/workbook.xml"):
        from readers.xlsx import read_xlsx  # noqa: PLC0415

        if not any(part.startswith("xl/") for part in package.names()) and not package.has("_rels/.rels"):
            raise _unsupported(book.name)
        read_xlsx(package, book)
        return XLSX
    kind = b"".join(package.chunks("mimetype"))[:200].decode("latin-1") if package.has("mimetype") else ODS
    if package.has("content.xml") and kind.startswith(ODS):
        from readers.ods import read_ods  # noqa: PLC0415

        read_ods(package, book)
        return ODS
    raise _unsupported(book.name)


def _empty(name: str) -> ReadError:
    return ReadError(
        "empty", f"{name} kosong: tidak ada satu pun sel yang berisi. Periksa apakah berkas yang dikirim benar."
    )


def _unsupported(name: str) -> ReadError:
    return ReadError(
        "unsupported",
        f"{name} bukan lembar kerja XLSX, XLS, atau ODS. Simpan sebagai salah satunya atau sebagai CSV, lalu"
        " periksa lagi.",
    )


def _document(data: bytes, media: str, book: Collected) -> Document:
    grids = {sheet: sheet.grid() for sheet in book.sheets}
    if not any(grid.columns for grid in grids.values()) and "stray-cell" not in book.noted:
        raise _empty(book.name)
    return Document(
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        media=media,
        blocks=(),
        sheets=tuple(grids.values()),
        notices=notices(book, grids),
    )


def _work_out(book: Collected) -> None:
    """Work out, as far as it goes, the formulas whose results are not in the file."""
    if not book.uncached:
        return
    computed, unknown = Noted(), Noted()
    evaluator = Evaluator(_Held(book).look)
    results = [_result(evaluator, book, it) for it in book.uncached]
    for it, content in zip(book.uncached, results, strict=True):
        place = Place(it.sheet, it.row, it.column, it.formula)
        if isinstance(content, Unknown):
            unknown.add(place)
        else:
            it.sheet.replace(it.row, it.column, content)
            computed.add(place)
    book.noted["formula-computed"], book.noted["formula-uncached"] = computed, unknown


def _result(evaluator: Evaluator, book: Collected, it: Uncached) -> SheetCell | Unknown:
    try:
        result = evaluator.result(Cell(it.sheet.name.lower(), it.row, it.column))
    except Unknown as error:
        return error.with_traceback(None)
    if isinstance(result, SheetError):
        return SheetValue("error", result.text, formula=it.formula, computed=True)
    if isinstance(result, bool):
        return truth(result, it.formula, computed=True)
    if isinstance(result, str) or result is None:
        return book.same(result, it.sheet.name) if result else None
    return book.values.decimal(whole_exponent(result), it.shown, it.formula, computed=True)


class _Held:
    """What cells hold for formulas: 0.9725 where the sheet shows 97,25%."""

    def __init__(self, book: Collected) -> None:
        self._values = book.values
        self._sheets: dict[str, Sheet] = {}
        for sheet in book.sheets:
            self._sheets.setdefault(sheet.name.lower(), sheet)

    def look(self, cell: Cell) -> Result | Pending:
        """Return what a cell holds; raise `Unknown` for what formulas here do not count with."""
        sheet = self._sheets.get(cell.sheet)
        if sheet is None:
            raise Unknown
        held = sheet.at(cell.row, cell.column)
        if held is None or isinstance(held, str):
            return held
        if held.kind == "uncached" and held.formula:
            return Pending(held.formula)
        if held.kind == "error":
            return SheetError(held.text)
        if held.kind == "truth":
            return bool(held.value)
        number = self._values.number_of(held)
        if number is None:
            raise Unknown
        return number
