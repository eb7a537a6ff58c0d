"""An archive of fixtures after two real nights and a hand-in, for tests of the pages of the Inspektorat."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

from archive.handing_in import HandIns, Offered, Receipt
from archive.layout import load_layout
from archive.store.store import Store
from auditing.document import audit_entries
from portal.audits import report_json
from schemas.report import Report
from tests import nights

ONE = "kecamatan/karangasri/sop/2025/nip-mismatch-guide-and-form.txt"
"""A document with findings."""
CLEAN = "kecamatan/sukamaju/sop/2025/clean-label-colon.txt"
OFFICE = "karangasri"
HANDED_IN = nights.FIXTURES / "sop" / "steps-duplicate-marks-lost.txt"


def inspected(folder: Path, hostile: str | None = None) -> tuple[Path, Path]:
    """Make the archive and its store; returns both."""
    archive, store = folder / "arsip", folder / "patuh.db"
    archive.mkdir()
    nights.make_archive(archive)
    if hostile is not None:
        shutil.copyfile(archive / ONE, archive / hostile)
        nights.age(archive)
    with Store.open(str(store)) as opened:
        nights.night(opened, nights.wish(archive))
        shutil.copyfile(archive / CLEAN, archive / ONE.replace("nip-mismatch", "salinan"))
        with (archive / CLEAN).open("a", encoding="utf-8") as stream:
            stream.write("\nDokumen ini berlaku sejak tanggal ditetapkan.\n")
        nights.age(archive)
        nights.night(opened, nights.wish(archive, as_of=nights.DAY + dt.timedelta(days=1)))
        handed_in(opened, archive, folder)
    return archive, store


def handed_in(store: Store, archive: Path, folder: Path) -> Receipt:
    """Hand a document in, as the page does."""
    file = folder / "unggahan.txt"
    shutil.copyfile(HANDED_IN, file)
    rules = nights.rules()
    reports = [one.report for one in audit_entries(file, "unggahan.txt", rules.judge)]
    text = report_json(reports, rules.choice.selection(rules.pack), nights.DAY)
    offered = Offered(
        file=file,
        file_name="SOP Surat Masuk.txt",
        office=OFFICE,
        by_name="Wulan Sari",
        by_position="Kasi Pelayanan",
        note="Versi baru",
        report=Report.model_validate_json(text),
    )
    return HandIns(store, archive, load_layout(None, archive)).hand_in(offered)
