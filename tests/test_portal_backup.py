"""docs/portal.md, Backup: store first, archive after it; what is restored is whole, and the page goes on with it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from archive.answering import Answers
from archive.store.store import Store
from portal.accounts import Accounts, Role
from tests import hand_ins, stores
from tests.portal_values import BY, GOOD, quick
from tests.program import patuh


@pytest.fixture
def office(tmp_path) -> Path:
    """An archive and a store in which something was handed in twice, answered, and an account made."""
    archive = hand_ins.new_archive(tmp_path / "arsip")
    place = hand_ins.new_store(tmp_path / "patuh.db")
    with Store.open(str(place)) as store:
        given = hand_ins.hand_ins(store, archive)
        for data in (b"SOP lama", b"SOP baru"):
            receipt = given.hand_in(hand_ins.offer(tmp_path, data))
        Answers(store).say(receipt.path, 0, stores.finding(), "overruled", "Sudah diperiksa pada naskah asli.", "rina")
        Accounts(store, quick()).add("rina", "Rina Wulandari", Role.AUDITOR, GOOD, BY)
    return tmp_path


def _backed_up(office: Path) -> Path:
    """As the page says: the store as it is at one moment, then the archive."""
    backup = office / "cadangan"
    backup.mkdir()
    with closing(sqlite3.connect(office / "patuh.db")) as now, closing(sqlite3.connect(backup / "patuh.db")) as then:
        now.backup(then)
    shutil.copytree(office / "arsip", backup / "arsip")
    return backup


def _restored(backup: Path, office: Path) -> None:
    shutil.rmtree(office / "arsip")
    for name in ("patuh.db", "patuh.db-wal", "patuh.db-shm"):
        (office / name).unlink(missing_ok=True)
    shutil.copyfile(backup / "patuh.db", office / "patuh.db")
    shutil.copytree(backup / "arsip", office / "arsip")


def _verified(office: Path) -> tuple[int, str]:
    done = patuh("handins", "verify", office / "arsip", "--store", office / "patuh.db", cwd=office)
    return done.code, done.out + done.err


def test_what_is_restored_is_whole(office):
    """Receipts with their bytes, answers, accounts; and hand-ins go on with the next number."""
    backup = _backed_up(office)
    _restored(backup, office)
    code, said = _verified(office)
    with Store.open(str(office / "patuh.db")) as store:
        given = hand_ins.hand_ins(store, office / "arsip")
        given.recover()
        receipts = given.latest(limit=10)
        answers = Answers(store).history(receipts[0].path, stores.finding().fingerprint)
        accounts = [one.name for one in Accounts(store, quick()).every()]
        next_one = given.hand_in(hand_ins.offer(office, b"SOP terbaru"))
        stored = [given.open(one.number).read_bytes() for one in receipts]

    assert (code, said) == (0, said)
    assert stored == [b"SOP baru", b"SOP lama"]
    assert accounts == ["rina"]
    assert [one.status for one in answers] == ["overruled"]
    assert (next_one.number, next_one.version) == (3, 3)


def test_a_backup_in_the_wrong_order_is_noticed(office):
    """A receipt whose bytes the backup lacks is named, and so is a stored version that was changed."""
    backup = _backed_up(office)
    shutil.rmtree(backup / "arsip" / ".serahan" / "2")
    _restored(backup, office)
    code, said = _verified(office)

    assert code == 1
    assert "2" in said
    changed = next(path for path in (office / "arsip" / ".serahan" / "1").iterdir() if path.is_file())
    changed.chmod(0o600)
    changed.write_bytes(b"diubah")

    assert _verified(office)[1].count("SOP Surat.txt") > said.count("SOP Surat.txt")
