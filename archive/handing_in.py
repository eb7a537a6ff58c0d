"""
Documents that offices hand in: stored for good, published where the night finds them, with a receipt.

The row in `hand_in` is the truth. Before it the bytes are on the disk, after it they are put into the folder of the
office; so a kill at any moment leaves a hand-in that is wholly there, once `recover` or the next hand-in has published
it, or one that is not there at all. What was handed in is never changed: a newer version is added.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from filelock import Timeout
from sqlalchemy import Connection

from archive import handing_in_rows as rows
from archive.handing_in_files import ROOT, InTheWayError, OtherBytesError, Place, StoredFiles
from archive.handing_in_folders import OfficeFolders
from archive.handing_in_names import name_key, new_code, safe_name, suffix_of, told_code
from archive.handing_in_rows import Receipt
from archive.layout import Layout
from archive.store.connections import WRITES
from archive.store.errors import StoreError
from archive.store.keeping import LONGEST
from archive.store.store import Store
from archive.walking import folder_of
from engine.errors import PatuhError
from schemas.report import Report, Severity

__all__ = ["AlreadyThereError", "HandInError", "HandIns", "Offered", "Receipt", "Recovered"]

MOST_WORDS: Final = 200
"""Signs of a name of a person, a position or a file."""
MOST_NOTE: Final = 2_000

_FULL: Final = "ruang penyimpanan di server habis. Beri tahu pengelola portal, lalu serahkan lagi"
_CLOSED: Final = "arsip di server tidak dapat ditulisi. Beri tahu pengelola portal, lalu serahkan lagi"
_REASONS: Final = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), _FULL),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), _CLOSED),
}
_OTHERWISE: Final = "berkas tidak dapat disimpan di server. Coba lagi; bila terulang, beri tahu pengelola portal"


class HandInError(PatuhError):
    """A document was not handed in; the message is Indonesian, for the clerk: what, and what to do."""


class AlreadyThereError(HandInError):
    """The same bytes are the newest version already; `receipt` is theirs."""

    def __init__(self, receipt: Receipt) -> None:
        super().__init__(
            f"Berkas yang sama persis sudah diserahkan sebagai {receipt.path!r} versi {receipt.version}, dengan tanda"
            f" terima {receipt.receipt}. Tidak perlu diserahkan lagi."
        )
        self.receipt = receipt


@dataclass(frozen=True, slots=True)
class Offered:
    """What a clerk hands in."""

    file: Path
    """The bytes, in the scratch folder."""
    file_name: str
    """As the clerk's computer calls it: hostile."""
    office: str
    """Name of an office of the layout."""
    by_name: str
    by_position: str | None
    note: str | None
    report: Report
    """What was found in exactly these bytes."""
    replaces: str | None = None
    """Archive path of the document of the same office that this is the newer version of; None: that of its name."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was found after a stop, and done about it."""

    published: tuple[str, ...] = ()
    """Paths of documents that were committed, and are now in their folders."""
    swept: int = 0
    """Hand-ins that were begun and not committed: nobody was told that they are there."""
    unpublished: tuple[tuple[str, str], ...] = ()
    """Paths that could not be written, and why (Indonesian); the next hand-in tries again."""
    without_row: tuple[int, ...] = ()
    """Numbers of stored versions that the store does not know: it was restored from a backup that is older."""

    def told(self) -> Iterator[str]:
        """Yield it in words, for the log."""
        yield from (f"{path}: diterbitkan ke folder perangkat daerah" for path in self.published)
        if self.swept:
            yield f"{self.swept} penyerahan yang terhenti sebelum tersimpan dihapus"
        yield from (f"{path}: tersimpan, tetapi belum dapat diterbitkan ({why})" for path, why in self.unpublished)
        yield from (f".serahan/{one}: tidak tercatat di penyimpanan; dibiarkan" for one in self.without_row)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is to become of an offer."""

    path: str
    supersedes: Receipt | None
    sha256: str
    bytes: int


Also = Callable[[Connection, Receipt], None]
"""Writes more in the transaction of a hand-in, such as the log of events."""


class HandIns:
    """The documents that were handed in to an archive."""

    def __init__(self, store: Store, archive: Path, layout: Layout) -> None:
        self._store = store
        self._files = StoredFiles(folder_of(archive))
        self._folders = OfficeFolders(folder_of(archive), layout, self._files)

    def offices(self) -> tuple[str, ...]:
        """Names of the offices that one can hand in to, sorted."""
        return self._folders.names()

    def hand_in(self, offered: Offered, *, also: Also | None = None) -> Receipt:
        """
        Keep a document for good and publish it in the folder of its office.

        Args:
            offered: The document, which was checked before.
            also: Called in the same transaction, before it is committed.

        Raises:
            AlreadyThereError: Its bytes are those of the newest version.
            HandInError: It was not handed in, and nothing of it is there.
        """
        with _explained(), self._lock():
            self._finish()
            wanted = self._wanted(_checked(offered))
            receipt = self._committed(offered, wanted, also)
            with contextlib.suppress(StoreError, OSError):  # it is handed in; `recover` finishes what is marked
                self._finish()
            return receipt

    def recover(self) -> Recovered:
        """
        Finish what was committed and sweep what was not; for the start of a server.

        Raises:
            HandInError: The archive or the store cannot be used.
        """
        with _explained("Arsip tidak dapat diperiksa"), self._lock():
            with self._reading() as connection:
                known = rows.numbers(connection)
            swept = self._files.sweep(known)
            published, unpublished = self._finish()
            strange = tuple(number for number in self._files.folders() if number not in known)
            return Recovered(published, swept, unpublished, strange)

    # Looking

    def receipt(self, code: str) -> Receipt | None:
        """Return the receipt of a code, however it was typed."""
        plain = told_code(code)
        with self._reading() as connection:
            return rows.by_code(connection, plain) if plain else None

    def of_office(self, office: str, *, limit: int, before: int | None = None) -> list[Receipt]:
        """List what an office handed in, the newest first; *before*: the number that a page ended with."""
        with self._reading() as connection:
            return rows.newest(connection, office=office, limit=limit, before=before)

    def latest(self, *, limit: int, before: int | None = None) -> list[Receipt]:
        """The same of all offices."""
        with self._reading() as connection:
            return rows.newest(connection, office=None, limit=limit, before=before)

    def versions(self, path: str) -> list[Receipt]:
        """List all versions of a document, also those under earlier names of it; the newest first."""
        with self._reading() as connection:
            return rows.versions(connection, path)

    def current_paths(self, office: str) -> list[tuple[str, str | None, int]]:
        """List path, title and version of the documents that a new version may replace, by path."""
        with self._reading() as connection:
            return [(one.path, one.title, one.version) for one in rows.standing(connection, office=office)]

    def unpublished(self) -> list[Receipt]:
        """List what is handed in and not yet in its folder, for whoever watches the server; most often none is."""
        with self._reading() as connection:
            found = (rows.by_number(connection, number) for number in self._files.marked())
            return [one for one in found if one is not None]

    def report(self, number: int) -> Report:
        """
        Return what was found in a version when it was handed in.

        Raises:
            HandInError: There is no such version.
        """
        with self._reading() as connection:
            found = rows.report_of(connection, number)
        if found is None:
            raise HandInError(f"Penyerahan nomor {number} tidak ada.")
        return found

    def open(self, number: int) -> Path:
        """
        Return where a version is stored, unchanged: its digest was compared.

        Raises:
            HandInError: There is no such version, or its file is damaged or gone.
        """
        with self._reading() as connection:
            receipt = rows.by_number(connection, number)
        if receipt is None:
            raise HandInError(f"Penyerahan nomor {number} tidak ada.")
        with _explained("Berkas tidak dapat dibuka"):
            if self._files.stored_hash(number, receipt.name) != receipt.sha256:
                raise HandInError(
                    f"Berkas penyerahan nomor {number} hilang atau berubah di server. Beri tahu pengelola portal:"
                    " berkas itu perlu dipulihkan dari cadangan (patuh handins verify)."
                )
        return self._files.stored(number, receipt.name)

    # Handing in

    def _wanted(self, offered: Offered) -> _Wanted:
        first = offered.report.documents[0]
        suffix = suffix_of(first.media, offered.file_name)
        if suffix is None:
            raise HandInError(
                "Berkas ini tidak dapat dibaca, atau jenisnya tidak diterima arsip. Simpan ulang sebagai DOCX, PDF,"
                " atau XLSX, periksa lagi, lalu serahkan."
            )
        path, earlier = self._place(offered, suffix)
        sha256 = first.sha256 or ""
        if earlier is not None and earlier.sha256 == sha256:
            raise AlreadyThereError(earlier)
        if len(path.encode()) > LONGEST:
            raise HandInError("Nama folder dan berkas terlalu panjang. Pendekkan nama berkasnya, lalu serahkan lagi.")
        return _Wanted(path, earlier, sha256, first.bytes or 0)

    def _place(self, offered: Offered, suffix: str) -> tuple[str, Receipt | None]:
        """Where the document goes, and which version it supersedes."""
        folder = self._folder(offered.office)
        with self._reading() as connection:
            standing = {one.path: one for one in rows.standing(connection)}
        if offered.replaces is not None:
            return self._replacing(offered, suffix, standing)
        name = safe_name(offered.file_name, suffix)
        alike = {(_folder(one), name_key(one.name)): one for one in standing.values()}
        known = alike.get((folder, name_key(name)))
        if known is not None:
            if known.office != offered.office:
                raise HandInError(
                    f"{known.path!r} sudah diserahkan oleh {known.office}. Ubah nama berkasnya, lalu serahkan lagi."
                )
            return known.path, known
        return _join(folder, self._files.occupant(folder, name) or name), None

    def _replacing(self, offered: Offered, suffix: str, standing: dict[str, Receipt]) -> tuple[str, Receipt]:
        """The path stays as long as the kind of file does: the night sees one document that changes."""
        earlier = standing.get(offered.replaces or "")
        if earlier is None or earlier.office != offered.office:
            raise HandInError(
                f"{offered.replaces!r} bukan dokumen {offered.office} yang dapat diganti. Pilih dari daftar dokumen"
                " perangkat daerah itu, atau serahkan sebagai dokumen baru."
            )
        stem, dot, old = earlier.name.rpartition(".")
        if f"{dot}{old}".lower() == suffix:
            return earlier.path, earlier
        folder = _folder(earlier)
        name = f"{stem}{suffix}"
        taken = {name_key(one.name) for one in standing.values() if _folder(one) == folder}
        if name_key(name) in taken:
            raise HandInError(
                f"Dokumen lain bernama {name!r} sudah ada. Pilih dokumen itu sebagai yang diganti, atau serahkan dengan"
                " nama lain sebagai dokumen baru."
            )
        return _join(folder, self._files.occupant(folder, name) or name), earlier

    def _folder(self, office: str) -> str:
        if not self._folders.knows(office):
            raise HandInError(f"Perangkat daerah {office!r} tidak dikenal. Pilih dari daftar, lalu serahkan lagi.")
        folder = self._folders.folder_of(office)
        if folder is None:
            raise HandInError(
                f"Folder arsip untuk {office} belum ada, atau tidak dapat dipakai. Mintalah pengelola arsip membuat"
                " foldernya sesuai archive.yaml, lalu serahkan lagi."
            )
        self._files.make_folder(folder)
        return folder if folder != "." else ""

    def _committed(self, offered: Offered, wanted: _Wanted, also: Also | None) -> Receipt:
        """Store the bytes, then write the row; both or none."""
        name = wanted.path.rpartition("/")[2]
        try:
            coming = self._files.take_in(offered.file, name, wanted.sha256)
        except OtherBytesError as error:
            raise HandInError("Berkas berubah sesudah diperiksa. Periksa lagi, lalu serahkan.") from error
        receipt: Receipt | None = None
        try:
            with self._writing() as connection:
                made = self._receipt(connection, offered, wanted)
                self._files.settle(coming, made.number)
                receipt = made
                report = _at_path(offered.report, wanted.path)
                rows.add(connection, receipt, report)
                if also is not None:
                    also(connection, receipt)
        except Exception:
            if receipt is None:
                self._files.drop(coming)
                raise
            if not self._is_there(receipt):
                self._files.unsettle(receipt.number)
                raise
        return receipt

    def _is_there(self, receipt: Receipt) -> bool:
        """
        Whether a row was committed although the database did not say so.

        Raises:
            StoreError: Nobody knows; what is stored stays until the next start finds out.
        """
        with self._reading() as connection:
            return rows.by_code(connection, receipt.receipt) is not None

    def _receipt(self, connection: Connection, offered: Offered, wanted: _Wanted) -> Receipt:
        first, report = offered.report.documents[0], offered.report
        number = rows.next_number(connection)
        while self._files.is_taken(number):
            number += 1  # of hand-ins whose rows are lost, or that were killed: they stay until `recover`
        findings = [one.severity for document in report.documents for one in document.findings]
        earlier = rows.versions(connection, wanted.path)
        return Receipt(
            number=number,
            receipt=new_code(),
            at=dt.datetime.now(dt.UTC).replace(microsecond=0),
            office=offered.office,
            path=wanted.path,
            version=1 + max([one.version for one in (*earlier, wanted.supersedes) if one], default=0),
            supersedes=wanted.supersedes.number if wanted.supersedes else None,
            file_name=offered.file_name[:MOST_WORDS],
            sha256=wanted.sha256,
            bytes=wanted.bytes,
            media=first.media,
            by_name=offered.by_name.strip(),
            by_position=(offered.by_position or "").strip() or None,
            note=(offered.note or "").strip() or None,
            kind=first.kind,
            title=first.title,
            unit=first.unit,
            score=float(first.score.value) if first.score else None,
            grade=first.grade.value if first.grade else None,
            verdict=first.verdict,
            critical=findings.count(Severity.CRITICAL),
            major=findings.count(Severity.MAJOR),
            minor=findings.count(Severity.MINOR),
            advice=findings.count(Severity.ADVICE),
            rules=report.rules.digest,
            profile=report.rules.profile,
            as_of=report.as_of,
            program=report.tool.version,
        )

    # Publishing

    def _finish(self) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
        """Publish what is marked; what cannot be published stays marked. Paths that were, and those that were not."""
        done: list[str] = []
        failed: list[tuple[str, str]] = []
        for number in self._files.marked():
            with self._reading() as connection:
                receipt = rows.by_number(connection, number)
            if receipt is None:
                continue  # not committed: for `recover`
            try:
                self._publish(receipt)
                self._files.unmark(number)
            except OSError as error:
                failed.append((receipt.path, _reason(error)))
            else:
                done.append(receipt.path)
        return tuple(done), tuple(failed)

    def _publish(self, receipt: Receipt) -> None:
        """Put a version in its folder, unless a newer one is there; and take away what went on under this name."""
        with self._reading() as connection:
            newest = rows.standing(connection, path=receipt.path)
            chain = rows.versions(connection, receipt.path)
            standing = {one.path for one in rows.standing(connection)}
        if receipt not in newest:
            return
        self._files.publish(receipt.number, receipt.name, _ours(receipt.path, chain), receipt.sha256)
        for path in sorted({one.path for one in chain} - standing):
            self._files.retire(receipt.number, _ours(path, chain))

    @contextlib.contextmanager
    def _lock(self) -> Iterator[None]:
        """Be the only one; not in the empty folder that a network drive leaves when it is not mounted."""
        with self._reading() as connection:
            any_before = bool(rows.newest(connection, office=None, limit=1, before=None))
        if not self._files.is_folder(ROOT if any_before else ""):
            raise HandInError(
                "Arsip di server sedang tidak tersambung, jadi belum dapat menerima dokumen. Beri tahu pengelola"
                " portal, lalu serahkan lagi."
            )
        with self._files.lock():
            yield

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._store.engine.connect() as connection:
            yield connection

    @contextlib.contextmanager
    def _writing(self) -> Iterator[Connection]:
        engine = self._store.engine
        with engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
            yield connection


def _checked(offered: Offered) -> Offered:
    """Refuse what cannot be a hand-in, before anything is written."""
    digests = {one.sha256 for one in offered.report.documents}
    if len(digests) != 1 or None in digests:
        raise HandInError(
            "Yang diserahkan harus satu dokumen yang sudah diperiksa, bukan ZIP. Keluarkan isinya, lalu serahkan satu"
            " per satu."
        )
    if not offered.by_name.strip():
        raise HandInError("Nama yang menyerahkan belum diisi. Isi, lalu serahkan lagi.")
    if max(len(offered.by_name), len(offered.by_position or "")) > MOST_WORDS or len(offered.note or "") > MOST_NOTE:
        raise HandInError(
            f"Nama atau jabatan lebih dari {MOST_WORDS} huruf, atau catatan lebih dari {MOST_NOTE} huruf. Pendekkan,"
            " lalu serahkan lagi."
        )
    return offered


def _at_path(report: Report, path: str) -> Report:
    """A report tells where the document lies, not where the upload lay."""
    documents = tuple(one.model_copy(update={"path": path}) for one in report.documents)
    return report.model_copy(update={"documents": documents})


def _ours(path: str, chain: list[Receipt]) -> Place:
    return Place(path, frozenset(one.sha256 for one in chain))


def _folder(receipt: Receipt) -> str:
    return receipt.path.rpartition("/")[0]


def _join(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def _reason(error: OSError) -> str:
    if isinstance(error, InTheWayError):
        return f"{error.name!r} di dalam arsip bukan folder atau berkas biasa (misalnya tautan)"
    return _REASONS.get(error.errno or 0, _OTHERWISE)


@contextlib.contextmanager
def _explained(what: str = "Dokumen belum diserahkan") -> Iterator[None]:
    """Tell the clerk what failed, without paths of the server; the cause is kept for the log."""
    try:
        yield
    except StoreError as error:
        raise HandInError(
            f"{what}: penyimpanan di server sedang tidak dapat dipakai. Coba lagi beberapa menit lagi; bila terulang,"
            " beri tahu pengelola portal."
        ) from error
    except Timeout as error:
        raise HandInError(f"{what}: penyerahan lain belum selesai. Coba lagi beberapa saat lagi.") from error
    except InTheWayError as error:
        raise HandInError(f"{what}: {_reason(error)}. Beri tahu pengelola arsip, lalu serahkan lagi.") from error
    except OSError as error:
        raise HandInError(f"{what}: {_reason(error)}.") from error
