"""DOC, ODT and RTF are read by way of LibreOffice; what it cannot do is said, and a hostile file does no harm."""

from __future__ import annotations

import hashlib
import http.server
import io
import subprocess
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx as python_docx
import pytest

from auditing.document import audit_file, read_file
from readers import conversion
from readers.errors import ReadError
from readers.options import ReadOptions
from readers.programs import ProgramError
from readers.reader import read_document
from schemas.blocks import Document, Table
from schemas.report import DocumentReport
from tests.program import FIXTURES
from tests.system_programs import needs
from tests.test_docx_same import judge
from tests.test_reader import packed, stream_of
from tests.word_files import word_of

SOP = "actor-kepala-kantor.txt"
MEDIA = {
    "doc": "application/msword",
    "odt": "application/vnd.oasis.opendocument.text",
    "rtf": "application/rtf",
}
RTF = rb"{\rtf1\ansi SOP}"


def libreoffice(folder: Path, suffix: str, *files: Path) -> None:
    """Save files in another format, as an office does."""
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", suffix, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One SOP as a Word file and in each of the other formats, its marks drawn, and typed."""
    needs("soffice")
    folder = tmp_path_factory.mktemp("simpan")
    made: dict[str, Path] = {}
    for name, drawn in (("ketik", False), ("gambar", True)):
        file = python_docx.Document(io.BytesIO(word_of(read_file(FIXTURES / SOP), drawn=drawn)))
        file.add_paragraph()  # a Word file never ends in a table
        file.save(str(folder / f"{name}.docx"))
        made[f"{name}.docx"] = folder / f"{name}.docx"
    for suffix in MEDIA:
        libreoffice(folder, suffix, folder / "ketik.docx", folder / "gambar.docx")
        made |= {f"{name}.{suffix}": folder / f"{name}.{suffix}" for name in ("ketik", "gambar")}
    return made


def report(path: Path) -> DocumentReport:
    """The report of a file that holds one SOP."""
    (found,) = audit_file(path, path.name, judge())
    assert not found.errors
    return found


def findings(path: Path) -> tuple[object, ...]:
    """Everything that is found in a file, but for where it stands."""
    found = report(path)
    rules = sorted((finding.rule, finding.condition, finding.confidence) for finding in found.findings)
    return found.title, found.unit, rules, sorted(one.rule for one in found.not_evaluated)


@pytest.mark.parametrize("name", ["ketik.doc", "ketik.odt", "gambar.doc", "gambar.odt"])
def test_the_same_findings_as_of_the_word_file(saved: dict[str, Path], name: str):
    """Drawn marks too."""
    assert findings(saved[name]) == findings(saved[f"{name[:-4]}.docx"])


def test_rtf_gives_the_same_findings_but_for_marks(saved: dict[str, Path]):
    """LibreOffice loses the figures in its tables, so that no step is blamed for having none."""
    *_, typed, _ = findings(saved["ketik.rtf"])
    assert typed == findings(saved["ketik.docx"])[2]

    drawn = {rule for rule, _, _ in findings(saved["gambar.rtf"])[2]}
    assert drawn < {rule for rule, _, _ in findings(saved["gambar.docx"])[2]}
    assert "steps/pelaksana-unmarked" not in drawn


@pytest.mark.parametrize("suffix", MEDIA)
def test_what_is_said_of_the_file(saved: dict[str, Path], suffix: str):
    """Digest, length and kind are those of the original; the conversion is said; each time the same is read."""
    path = saved[f"ketik.{suffix}"]
    data = path.read_bytes()
    document = read_document(data, name=path.name)

    assert (document.sha256, document.bytes) == (hashlib.sha256(data).hexdigest(), len(data))
    assert document.media == MEDIA[suffix]
    (notice,) = [one for one in document.notices if one.code == "converted"]
    assert "oleh LibreOffice " in notice.message
    assert document == read_document(data, name=path.name)


def test_places_are_of_word(saved: dict[str, Path]):
    """Paragraphs and cells."""
    places = [place.cell or "" for one in report(saved["ketik.odt"]).findings for place in one.evidence]
    assert places
    assert all(place.startswith(("paragraf ", "tabel ")) for place in places)


def failure(data: bytes, name: str, options: ReadOptions | None = None) -> ReadError:
    """The error of a file."""
    with pytest.raises(ReadError) as caught:
        read_document(data, name=name, options=options)
    return caught.value


MANIFEST = (
    '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" m:version="1.2">'
    '<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.text"/>'
    '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>'
)
ODT = packed(mimetype="application/vnd.oasis.opendocument.text")


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        pytest.param(stream_of("WordDocument"), "a.doc", "Word 97-2003", id="doc"),
        pytest.param(stream_of("WordDocument"), "a.docx", "Word 97-2003", id="doc-called-docx"),
        pytest.param(stream_of("WordDocument") + stream_of("Workbook"), "a.doc", "Word", id="doc-with-xls-inside"),
        pytest.param(ODT, "a.odt", "OpenDocument", id="odt"),
        pytest.param(RTF, "a.doc", "RTF", id="rtf"),
    ],
)
def test_without_libreoffice(data: bytes, name: str, kind: str, monkeypatch: pytest.MonkeyPatch):
    """It is said what to install, or which setting stands in the way, or how to save the file."""
    monkeypatch.setattr(conversion, "installed", lambda _: None)
    for options, advice in ((None, "Pasang LibreOffice"), (ReadOptions(convert=False), "convert = false")):
        error = failure(data, name, options)
        assert error.code == "needs-libreoffice"
        assert kind in error.message
        assert advice in error.message
        assert "simpan ulang sebagai .docx" in error.message


def locked_doc() -> bytes:
    """A DOC whose head says that its words are encrypted."""
    head = bytearray(512)
    head[:2], head[11] = b"\xec\xa5", 0x01
    return stream_of("WordDocument").ljust(1024, b"\0") + bytes(head)


def odt(content: str, manifest: str = "") -> bytes:
    """An ODT with this XML in its body."""
    names = "".join(
        f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"))
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        file.writestr(
            "content.xml",
            f'<?xml version="1.0"?><office:document-content{names} xmlns:xlink="http://www.w3.org/1999/xlink"'
            f' office:version="1.2"><office:body><office:text>{content}</office:text></office:body>'
            "</office:document-content>",
        )
        file.writestr("META-INF/manifest.xml", manifest or MANIFEST)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "name"), [(locked_doc(), "a.doc"), (odt("", "<m:encryption-data/>"), "a.odt")], ids=["doc", "odt"]
)
def test_locked_files(data: bytes, name: str, monkeypatch: pytest.MonkeyPatch):
    """Are not handed to LibreOffice."""
    monkeypatch.setattr(conversion, "installed", lambda _: "/bin/false")
    assert failure(data, name).code == "password"


def test_more_bytes_than_are_read(monkeypatch: pytest.MonkeyPatch):
    """Are not handed to LibreOffice either."""
    monkeypatch.setattr(conversion, "installed", lambda _: "/bin/false")
    options = ReadOptions()
    large = RTF + bytes(options.sheets.workbook_bytes)
    assert failure(large, "a.rtf").code == "too-large"


@pytest.mark.parametrize(("code", "expected"), [("timeout", "timeout"), ("output", "failed"), ("failed", "failed")])
def test_libreoffice_fails(code: str, expected: str, monkeypatch: pytest.MonkeyPatch):
    """The clerk is told, and what to do."""

    def failing(*_: object, **__: object) -> bytes:
        raise ProgramError(code, "soffice")

    monkeypatch.setattr(conversion, "installed", lambda _: "/bin/false")
    monkeypatch.setattr(conversion, "run", failing)
    error = failure(RTF, "a.rtf")
    assert error.code == f"conversion-{expected}"
    assert "simpan ulang sebagai .docx" in error.message


def test_libreoffice_gives_nothing(monkeypatch: pytest.MonkeyPatch):
    """Though it says that all went well."""
    monkeypatch.setattr(conversion, "installed", lambda _: "/bin/true")
    assert failure(RTF, "a.rtf").code == "conversion-failed"


def test_a_hanging_program_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """With all that it started."""
    sign = tmp_path / "hidup"
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n(sleep 3; touch '{sign}') & sleep 60\n")
    program.chmod(0o755)
    monkeypatch.setattr(conversion, "PROGRAMS", (str(program),))
    monkeypatch.setattr(conversion, "CONVERSION_SECONDS", 1.0)

    begun = time.monotonic()
    assert failure(RTF, "a.rtf").code == "conversion-timeout"
    assert time.monotonic() - begun < 10
    time.sleep(3)
    assert not sign.exists()


# What only LibreOffice itself can show


def texts(document: Document) -> str:
    """All words."""
    return " ".join(
        piece.text
        for block in document.blocks
        for piece in (
            block.pieces
            if not isinstance(block, Table)
            else [one for row in block.rows for cell in row.cells for one in cell.pieces]
        )
    )


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """A web server: its address, and what it was asked for."""
    seen: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - as the library calls them

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", seen
    server.shutdown()
    server.server_close()


def test_links_are_never_followed(asked: tuple[str, list[str]], tmp_path: Path):
    """Neither to the network nor to other files of the computer."""
    needs("soffice")
    address, seen = asked
    secret = tmp_path / "rahasia.odt"
    secret.write_bytes(odt("<text:p>RAHASIA</text:p>"))
    body = (
        f'<text:section text:name="s"><text:section-source xlink:href="{secret.as_uri()}"/><text:p>lama</text:p>'
        f'</text:section><text:section text:name="t"><text:section-source xlink:href="{address}/a.odt"/></text:section>'
        f'<text:p>Isi<draw:frame><draw:image xlink:href="{address}/a.png"/></draw:frame></text:p>'
    )
    read = texts(read_document(odt(body), name="a.odt"))

    assert "Isi" in read
    assert "RAHASIA" not in read
    assert seen == []


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(odt('<table:table><table:table-row table:number-rows-repeated="99999999"><table:table-cell'
                         ' table:number-columns-repeated="99999999"/></table:table-row></table:table>'), "a.odt",
                     id="odt-of-a-table-without-end"),
        pytest.param(rb"{\rtf1 " + b"{" * 200_000, "a.rtf", id="rtf-of-brackets"),
        pytest.param(rb"{\rtf1 \trowd" + rb"\cellx9" * 200_000 + rb"\cell" * 9 + rb"\row}", "a.rtf", id="rtf-of-cells"),
        pytest.param(stream_of("WordDocument").ljust(99_999, b"\xec"), "a.doc", id="doc-of-nothing"),
    ],
)  # fmt: skip
def test_hostile_files(data: bytes, name: str, monkeypatch: pytest.MonkeyPatch):
    """End soon, as an error that is named."""
    needs("soffice")
    monkeypatch.setattr(conversion, "CONVERSION_SECONDS", 8.0)
    begun = time.monotonic()
    assert failure(data, name).code in {"conversion-failed", "conversion-timeout", "empty", "too-many-cells"}
    assert time.monotonic() - begun < 20


def test_a_cut_file(saved: dict[str, Path]):
    """Is an error that is named; LibreOffice mends none without asking."""
    data = saved["ketik.odt"].read_bytes()
    assert failure(data[: len(data) // 2], "a.odt").code == "damaged"
