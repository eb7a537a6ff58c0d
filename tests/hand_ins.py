"""Documents that are handed in, for tests."""

from __future__ import annotations

import atexit
import hashlib
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from archive.handing_in import HandIns, Offered
from archive.layout import load_layout
from archive.store.store import Store
from schemas.report import Report, RulesInfo, Summary, Tool
from tests import stores

OFFICE = "Kecamatan Sukamaju"
LAYOUT = """\
offices:
  - {name: Kecamatan Sukamaju, folders: [kecamatan/sukamaju]}
  - {name: Dinas Pendidikan, folders: ["dinas/pend*"]}
  - {name: Bagian Umum, folders: ["bagian/umum*"]}
"""


def kept_folder() -> Path:
    """A folder that goes when the tests of this process end."""
    folder = Path(mkdtemp(prefix="patuh-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def _empty_store() -> Path:
    """A store that has its tables; making them takes longer than most tests."""
    path = kept_folder() / "kosong.db"
    Store.open(str(path)).close()
    return path


def new_store(path: Path) -> Path:
    """Make an empty store."""
    shutil.copyfile(_empty_store(), path)
    return path


def new_archive(folder: Path, layout: str = LAYOUT) -> Path:
    """Make an archive without documents."""
    folder.mkdir()
    (folder / "archive.yaml").write_text(layout, encoding="utf-8")
    return folder


def hand_ins(store: Store, archive: Path) -> HandIns:
    """Those of an archive, by its layout."""
    return HandIns(store, archive, load_layout(None, archive))


def report_on(data: bytes, media: str | None = "text/plain", **other: Any) -> Report:
    """What might be found in *data*."""
    document = stores.report(
        stores.finding(),
        sha256=hashlib.sha256(data).hexdigest(),
        bytes=len(data),
        media=media,
        path="unggahan/x",
        **other,
    )
    return Report(
        tool=Tool(version="1.0", engine="durable_rules 2.0.28"),
        rules=RulesInfo(profile="standar", count=4, digest="d" * 64),
        as_of=stores.DAY,
        documents=(document,),
        summary=Summary(documents=1, findings={}, grades={}, errors=0),
    )


def offer(scratch: Path, data: bytes = b"SOP", file_name: str = "SOP Surat.txt", **other: Any) -> Offered:
    """A document that a clerk hands in; *media* and fields of `Offered` may be given."""
    file = scratch / hashlib.sha256(data).hexdigest()
    file.write_bytes(data)
    made: dict[str, Any] = {
        "file": file,
        "file_name": file_name,
        "office": OFFICE,
        "by_name": "Rina Contoh",
        "by_position": "Staf",
        "note": None,
        "report": report_on(data, other.pop("media", "text/plain")),
    }
    return Offered(**made | other)
