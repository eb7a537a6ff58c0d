"""
Every exception that a reader raises on purpose.

* ReadError    a file cannot be read at all; ``code`` says why
    - empty               nothing, or nothing but blanks and page numbers
    - binary              not text: PDF, a picture, a program ...
    - unsupported         a kind of file that is known and not read: PPTX, XLSB, ZIP ...
    - password            locked with a password
    - old-xml             a workbook in the XML of Excel 2003
    - encoding            text in an encoding that is neither UTF-8, UTF-16 nor Windows-1252
    - too-large           more bytes than `readers.limits.MAX_BYTES`, or than `SheetLimits` allows for its kind
    - too-many-lines      more lines than `readers.limits.MAX_LINES`
    - line-too-long       a line longer than `readers.limits.MAX_LINE_CHARS`
    - too-much-markup     more tags, entities and the like than `readers.limits.MAX_MARKS`
    - too-many-rows       more table rows than `readers.limits.MAX_TABLE_ROWS`, or than `SheetLimits.rows`
    - too-many-cells      more table cells than `readers.limits.MAX_CELLS`, or than `SheetLimits.cells`
    - too-many-columns    more columns than `SheetLimits.columns`
    - too-many-sheets     more sheets, or tables of an HTML page, than `SheetLimits.sheets`
    - unclosed-quote      a quotation mark of a CSV file that takes the rows after it for one field
    - too-many-pieces     more list items and lines than `readers.limits.MAX_PIECES`
    of workbooks (`readers.spreadsheet`)
    - unsupported         neither XLSX, XLS nor ODS
    - password            locked with a password
    - damaged             cut off, or bytes that do not hold together
    - unsafe-xml          XML with a document type, the door to entity bombs and foreign files
    - unpacks-too-large   unpacks to more bytes than `SheetLimits.unpacked_bytes`, or to many times its size
    - too-many-parts      more packed parts than `SheetLimits.parts`
    - no-sheets           no sheet with cells
    - too-many-sheets     more sheets than `SheetLimits.sheets`
    - too-many-columns    content beyond column `SheetLimits.columns`
    - text-too-long       more characters in a cell than `readers.sheet_grid.MAX_WORDS`
    of Word files (`readers.docx`); also password, damaged, unsafe-xml, unpacks-too-large and too-many-parts, as above
    - too-much-markup     more XML elements than `readers.docx_tree.MAX_ELEMENTS`
    - text-too-long       more characters than `readers.docx_tree.MAX_CHARS`
    - nested-too-deep     more elements within elements than `readers.docx_tree.MAX_DEPTH`
    of DOC, ODT and RTF (`readers.conversion`); also those of Word files
    - needs-libreoffice   LibreOffice is not installed, or the settings do not let it convert
    - conversion-timeout  it took more than `readers.conversion.CONVERSION_SECONDS`
    - conversion-failed   it could not open the file, or gave nothing
    of PDF (`readers.pdf`)
    - empty, damaged, password    nothing on any page; cut off or not to be repaired; locked with a password
    - no-pages            no page at all
    - needs-ocr           all pages are pictures without a text layer, and nothing recognises words
    - ocr-failed          the engine failed on all pages that are pictures
    - unclear-scan        most of what was recognised is a guess
    - too-large, too-many-pages, too-many-characters    more than `readers.pdf_limits.PdfLimits` allows
    - unpacks-too-large   drawing commands that unpack to more than `PdfLimits.stream_bytes`
    - form-loop           a form that draws itself, or forms nested deeper than any drawing
    of ZIP archives of documents (`readers.archive`); also empty, damaged, password, unpacks-too-large and unsupported
    - archive             an archive in an archive, or under the name of a document
    - too-large, too-many-entries    more than `readers.archive_limits.ArchiveLimits` allows
    - unsafe-name, duplicate, link    an entry that leads elsewhere, or has the name of another one
    of pictures of pages (`readers.images`); also needs-ocr, ocr-failed and unclear-scan, as above
    - empty, damaged      no words on any page; cut off, or too small for a page
    - too-large, too-many-pages    more than `readers.scan_limits.ScanLimits` allows

A defect *in* a document that could be read is a finding, never an exception.
"""

from __future__ import annotations


class ReadError(Exception):
    """
    A file cannot be read.

    ``message`` is Indonesian and says what is wrong, where, and what to do next.
    """

    def __init__(self, code: str, message: str, *, line: int | None = None) -> None:
        super().__init__(code, message, line)
        self.code = code
        self.message = message
        self.line = line

    def __str__(self) -> str:
        return self.message

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuilt, (self.code, self.message, self.line)


def _rebuilt(code: str, message: str, line: int | None) -> ReadError:
    """Make the error again on the other side of a process boundary, where keyword arguments are lost."""
    return ReadError(code, message, line=line)
