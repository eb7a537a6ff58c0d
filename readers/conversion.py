"""
DOC (Word 97-2003), ODT and RTF: LibreOffice, where it is installed, makes a DOCX of them, and that is read.

LibreOffice runs in a private folder with a profile of its own, made for this one run: no macros, no links that lead
out of the file, no network, and with the limits below. Digest, length and media type are those of the original; places
are those of the DOCX, where paragraphs and tables stand in the same order.

Measured with LibreOffice 7.4 and an SOP of six pages: 1.6 s, 215 MB resident, and 512 MB of address space are enough.

* ReadError
    - needs-libreoffice   it is not installed, or the settings do not let it convert
    - password            locked with a password
    - conversion-timeout  it took more than `CONVERSION_SECONDS`
    - conversion-failed   it could not open the file, or gave nothing
    - too-large           more bytes than `SheetLimits.workbook_bytes`
    and those of `readers.docx` and `readers.packed`
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from readers.docx import read_docx
from readers.errors import ReadError
from readers.options import ReadOptions
from readers.packed import WORD_FILE, Package, locked
from readers.programs import ProgramError, installed, private_folder, run
from schemas.blocks import Document, Notice

CONVERSION_SECONDS = 30.0
"""Seconds for one file, less than `auditing.workers.DOCUMENT_SECONDS`. An SOP takes 2."""
CONVERSION_BYTES = 1024 * 1024 * 1024
"""Address space of LibreOffice."""
WRITTEN_BYTES = 128 * 1024 * 1024
"""Bytes of each file that LibreOffice may write; SOPs with large pictures come to some 20 MB."""

PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_VERSION = re.compile(rb"<Application>LibreOffice(?:Dev)?/([0-9.]{1,20})")
_SAVE_AGAIN = "buka berkas itu dengan aplikasi pengolah kata, simpan ulang sebagai .docx, lalu periksa lagi."


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that is converted."""

    name: str
    """Indonesian, for messages."""
    suffix: str
    media: str
    filter: str = ""
    """The name by which LibreOffice knows it; empty where there are several, and it tells by the content."""
    shows_marks: bool = True
    """Whether drawn figures survive; LibreOffice loses those that stand in tables of RTF."""


DOC = Kind("dokumen Word 97-2003 (DOC)", ".doc", "application/msword")
ODT = Kind("dokumen OpenDocument (ODT)", ".odt", "application/vnd.oasis.opendocument.text", "writer8")
RTF = Kind("dokumen RTF", ".rtf", "application/rtf", "Rich Text Format", shows_marks=False)


def read_converted(data: bytes, kind: Kind, *, name: str, options: ReadOptions) -> Document:
    """
    Read a file by way of LibreOffice.

    Args:
        data: The whole file.
        kind: What it is.
        name: The file's name, for messages.
        options: `convert` and the limits of packed files.

    Raises:
        ReadError: It cannot be read; see the top of this module.
    """
    program = _program(kind, name, options)
    if len(data) > options.sheets.workbook_bytes:
        megabytes = options.sheets.workbook_bytes // 1024**2
        message = f"{name} lebih besar dari {megabytes} MB. Perkecil gambarnya, lalu periksa lagi."
        raise ReadError("too-large", message)
    _refuse_locked(data, kind, name, options)
    made = _converted(data, kind, name, program)
    read = read_docx(made, name=name, limits=options.sheets)
    return read.model_copy(
        update={
            "sha256": hashlib.sha256(data).hexdigest(),
            "bytes": len(data),
            "media": kind.media,
            "shows_marks": read.shows_marks and kind.shows_marks,
            "notices": (_notice(made, kind, name, options), *read.notices),
        }
    )


def _program(kind: Kind, name: str, options: ReadOptions) -> str:
    if not options.convert:
        raise ReadError(
            "needs-libreoffice",
            f"{name} adalah {kind.name}, yang hanya dapat dibaca melalui LibreOffice, sedangkan pengubahan dimatikan"
            f" (convert = false pada [reading] di patuh.toml). Aktifkan pengubahan, atau {_SAVE_AGAIN}",
        )
    found = next((path for path in map(installed, PROGRAMS) if path), None)
    if found is None:
        raise ReadError(
            "needs-libreoffice",
            f"{name} adalah {kind.name}, yang hanya dapat dibaca bila LibreOffice terpasang di komputer ini. Pasang"
            f" LibreOffice (paket libreoffice-writer), atau {_SAVE_AGAIN}",
        )
    return found


def _refuse_locked(data: bytes, kind: Kind, name: str, options: ReadOptions) -> None:
    """Refuse what nobody can open without asking, and packed files that are a bomb."""
    if kind is ODT:
        package = Package(data, name=name, limits=options.sheets, wording=WORD_FILE)
        manifest = b"".join(package.chunks("META-INF/manifest.xml")) if package.has("META-INF/manifest.xml") else b""
        if b"encryption-data" in manifest:
            raise locked(name)
    if kind is DOC and _is_locked_doc(data):
        raise locked(name)


def _is_locked_doc(data: bytes) -> bool:
    """Whether the head of the words, at the begin of a sector, says that they are encrypted ([MS-DOC] 2.5.1)."""
    at = data.find(b"\xec\xa5", 512)
    while at >= 0 and (at % 512 or at > _FIB_WITHIN):
        at = data.find(b"\xec\xa5", at + 1, _FIB_WITHIN)
    return at >= 0 and len(data) > at + 11 and bool(data[at + 11] & 0x01)


_FIB_WITHIN = 8 * 1024 * 1024
"""Bytes in which the head of the words is looked for."""


def _converted(data: bytes, kind: Kind, name: str, program: str) -> bytes:
    with private_folder() as folder:
        given, made = folder / f"dokumen{kind.suffix}", folder / "hasil" / "dokumen.docx"
        given.write_bytes(data)
        _profile(folder / "profil")
        try:
            run(
                _command(program, folder, kind),
                seconds=CONVERSION_SECONDS,
                memory=CONVERSION_BYTES,
                folder=folder,
                output_bytes=WRITTEN_BYTES,
            )
        except ProgramError as error:
            raise _failed(error.code, kind, name) from error
        if not made.is_file() or made.is_symlink():
            raise _failed("failed", kind, name)
        return made.read_bytes()


def _command(program: str, folder: Path, kind: Kind) -> list[str]:
    return [
        program,
        f"-env:UserInstallation={(folder / 'profil').as_uri()}",
        "--headless",
        "--invisible",
        "--nologo",
        "--nodefault",
        "--norestore",
        "--nolockcheck",
        "--nofirststartwizard",
        *([f"--infilter={kind.filter}"] if kind.filter else []),
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder / "hasil"),
        str(folder / f"dokumen{kind.suffix}"),
    ]


def _failed(code: str, kind: Kind, name: str) -> ReadError:
    if code == "timeout":
        return ReadError(
            "conversion-timeout",
            f"LibreOffice tidak selesai mengubah {name} ({kind.name}) dalam {CONVERSION_SECONDS:g} detik. Pecah dokumen"
            f" menjadi satu SOP per berkas, atau {_SAVE_AGAIN}",
        )
    return ReadError(
        "conversion-failed",
        f"LibreOffice tidak dapat mengubah {name} ({kind.name}); isinya mungkin rusak, terpotong, atau dikunci dengan"
        f" kata sandi. Minta salinan yang utuh, atau {_SAVE_AGAIN}",
    )


def _notice(made: bytes, kind: Kind, name: str, options: ReadOptions) -> Notice:
    package = Package(made, name=name, limits=options.sheets, wording=WORD_FILE)
    about = b"".join(package.chunks("docProps/app.xml")) if package.has("docProps/app.xml") else b""
    match = _VERSION.search(about)
    version = f" {match[1].decode()}" if match else ""
    lost = "" if kind.shows_marks else " Simbol diagram alir dapat hilang; langkah tanpa tanda lain tidak dinilai."
    return Notice(
        "converted",
        f"Berkas ini adalah {kind.name} dan dibaca setelah diubah menjadi DOCX oleh LibreOffice{version}; letak temuan"
        f" dihitung pada hasil pengubahan itu.{lost}",
    )


# The profile


def _profile(folder: Path) -> None:
    """Write the settings of LibreOffice before its first start."""
    user = folder / "user"
    user.mkdir(parents=True)
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry"'
        f' xmlns:xs="http://www.w3.org/2001/XMLSchema">{items}</oor:items>\n',
        encoding="utf-8",
    )


_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_PROXY = "/org.openoffice.Inet/Settings"
_SETTINGS = (
    (_SCRIPTING, "MacroSecurityLevel", "3"),  # only what is signed by somebody trusted, and nobody is
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "DisableActiveContent", "true"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),  # never
    ("/org.openoffice.Office.Writer/Content/Update", "Field", "false"),
    ("/org.openoffice.Office.Writer/Content/Update", "Chart", "false"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "1"),  # never, by the numbers of Calc
    ("/org.openoffice.Office.Java/VirtualMachine", "Enable", "false"),
    ("/org.openoffice.Office.Recovery/AutoSave", "Enabled", "false"),
    ("/org.openoffice.Office.Update/Update", "Enabled", "false"),
    (_PROXY, "ooInetProxyType", "2"),  # the proxies below, where nobody listens
    (_PROXY, "ooInetHTTPProxyName", "127.0.0.1"),
    (_PROXY, "ooInetHTTPProxyPort", "9"),
    (_PROXY, "ooInetHTTPSProxyName", "127.0.0.1"),
    (_PROXY, "ooInetHTTPSProxyPort", "9"),
    (_PROXY, "ooInetFTPProxyName", "127.0.0.1"),
    (_PROXY, "ooInetFTPProxyPort", "9"),
)
"""Path, name and value: no macros, no links, no network, nothing kept."""
