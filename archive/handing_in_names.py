"""
What a document that was handed in is called: safe names of files, and codes of receipts.

The name comes from the clerk's computer and is hostile. What is kept of it are letters, digits, blanks and ``._-``; its
suffix is that of what the file was read as, so that the night reads it as the check did.
"""

from __future__ import annotations

import hashlib
import re
import secrets
import unicodedata
from pathlib import PurePosixPath
from typing import Final

from auditing.files import COPY_MARK, SUFFIXES

LONGEST_STEM: Final = 120
"""Bytes in UTF-8 of a name without its suffix: encrypted file systems take 143 in all."""
CODE_LENGTH: Final = 20
CODE_GROUP: Final = 5
ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Digits of Crockford's base 32 (https://www.crockford.com/base32.html): no two are taken for each other."""

_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_SUFFIXES_OF: Final = {
    f"{_OFFICE}.wordprocessingml.document": (".docx", ".docm"),
    "application/pdf": (".pdf",),
    f"{_OFFICE}.spreadsheetml.sheet": (".xlsx", ".xlsm"),
    "application/vnd.ms-excel": (".xls",),
    "application/vnd.oasis.opendocument.spreadsheet": (".ods",),
    "application/msword": (".doc",),
    "application/vnd.oasis.opendocument.text": (".odt",),
    "application/rtf": (".rtf",),
    "text/plain": (".txt", ".text"),
    "text/markdown": (".md", ".markdown"),
    "text/csv": (".csv", ".tsv"),
    "text/html": (".xls",),  # web pages are read only as what a program saved as a workbook
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/tiff": (".tif", ".tiff"),
}
"""Media, as readers name them -> suffixes under which the night finds them; the usual one first."""
_ALSO_SUFFIXES: Final = frozenset({".dotx", ".dotm", ".xltx", ".html", ".htm", ".xml", ".bmp", ".webp", ".zip"})
"""Other endings that are no part of what a document is called."""

_KEPT: Final = frozenset(" ._-")
_BLANKS: Final = re.compile(r"\s+")
_DOTS: Final = re.compile(r"\.{2,}")
_EDGES: Final = " ._-"
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)", re.IGNORECASE)
"""Names that Windows takes for devices, whatever follows the first dot."""
_FALLBACK: Final = "dokumen"
_HASH_DIGITS: Final = 8
_MISREAD: Final = str.maketrans("OIL", "011")
_NOT_OF_CODES: Final = re.compile(r"[\W_]+")


def suffix_of(media: str | None, file_name: str) -> str | None:
    """
    Return the suffix for a file that was read as *media*: its own where that is one; None where the night reads none.

    Args:
        media: As the report of the file gives it.
        file_name: As the clerk's computer calls it.
    """
    known = _SUFFIXES_OF.get(media or "")
    if known is None:
        return None
    own = _split(_last_part(file_name))[1].lower()
    return own if own in known else known[0]


def safe_name(file_name: str, suffix: str) -> str:
    """
    Return the name under which a file is kept: the same for a name that is safe already.

    Names that were cut, and those of which nothing is left, get some digits of their digest, so that two documents do
    not become one.

    Args:
        file_name: As the clerk's computer calls it, perhaps with folders.
        suffix: As `suffix_of` gives it.
    """
    name = unicodedata.normalize("NFKC", _last_part(file_name))
    stem = _plain(_split(name)[0])
    if not stem:
        stem = f"{_FALLBACK}-{_digest(file_name)}"
    elif _RESERVED.match(stem):
        stem = f"{_FALLBACK}-{stem}"
    return f"{_cut(stem)}{suffix}"


def name_key(name: str) -> str:
    """Return the same for two names of files that differ in capitals and Unicode forms only."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def new_code() -> str:
    """Return the code of a receipt: 100 random bits in groups that can be read out."""
    return _grouped("".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH)))


def told_code(told: str) -> str | None:
    """Return a code as it stands in the store, from what somebody typed; None where it is none."""
    plain = _NOT_OF_CODES.sub("", told[: 4 * CODE_LENGTH]).upper().translate(_MISREAD)
    return _grouped(plain) if len(plain) == CODE_LENGTH and set(plain) <= set(ALPHABET) else None


def _grouped(code: str) -> str:
    return "-".join(code[at : at + CODE_GROUP] for at in range(0, len(code), CODE_GROUP))


def _last_part(file_name: str) -> str:
    """Without the folders of either system."""
    return file_name.replace("\\", "/").rstrip("/ ").rpartition("/")[2]


def _split(name: str) -> tuple[str, str]:
    """Part a name into stem and suffix; ``.2`` in ``Laporan v1.2`` is none."""
    suffix = PurePosixPath(f"x{name}").suffix.rstrip()
    if suffix.lower() not in SUFFIXES | _ALSO_SUFFIXES:
        return name, ""
    return name[: name.rfind(".")], suffix


def _plain(stem: str) -> str:
    """Keep letters, digits, blanks and dots; an annotated copy that was mended is the document itself again."""
    kept = "".join(sign if sign.isalnum() or sign in _KEPT else _instead(sign) for sign in stem)
    plain = _DOTS.sub(".", _BLANKS.sub(" ", unicodedata.normalize("NFKC", kept))).strip(_EDGES)
    while plain.lower().endswith(COPY_MARK):
        plain = plain[: -len(COPY_MARK)].strip(_EDGES)
    return plain


def _instead(sign: str) -> str:
    """A blank for what parts words, nothing for what only steers or adorns."""
    return (
        "" if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me") and sign not in "\t\n" else " "
    )


def _cut(stem: str) -> str:
    data = stem.encode()
    if len(data) <= LONGEST_STEM:
        return stem
    begin = data[: LONGEST_STEM - _HASH_DIGITS - 1].decode("utf-8", "ignore").rstrip(_EDGES)
    return f"{begin}-{_digest(name_key(stem))}"


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_DIGITS]
