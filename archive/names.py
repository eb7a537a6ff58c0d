"""
Which of the known offices a document means by the name in its letterhead.

Names are compared as elsewhere: abbreviations and titles in one spelling (`extraction.same_person.office_key`), a
typing error forgiven where `engine.derive.names` forgives it. Where two offices could be meant, none is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from engine.derive.names import is_near
from extraction.same_person import office_key

MAX_WORDS: Final = 40
"""Longer is no name of an office."""
MAX_KNOWN: Final = 50_000
"""Different spellings of units that are remembered."""

_PLACES: Final = frozenset("kecamatan kelurahan desa nagari distrik kapanewon kemantren gampong".split())
"""Two of these differ by the word after their name: Moyo and Moyo Hilir."""
_DIVISIONS: Final = frozenset("seksi subbagian bagian bidang subbidang kelurahan pemerintah".split())
"""What belongs to the office that is named after it; a *puskesmas* only lies in the kecamatan of its address."""
_REGIONS: Final = frozenset("kabupaten kota provinsi propinsi pemerintah".split())
_KINDS: Final = (
    _PLACES
    | _DIVISIONS
    | frozenset(
        "dinas badan inspektur sekretariat satuan kantor upt uptd puskesmas rumah balai lembaga unit sekolah".split()
    )
)
_SHORT: Final[Mapping[str, str]] = {
    "bapenda": "badan pendapatan daerah",
    "bappeda": "badan perencanaan pembangunan daerah",
    "bkd": "badan kepegawaian daerah",
    "bkpsdm": "badan kepegawaian dan pengembangan sumber daya manusia",
    "bpbd": "badan penanggulangan bencana daerah",
    "bpkad": "badan pengelolaan keuangan dan aset daerah",
    "dinkes": "dinas kesehatan",
    "dinsos": "dinas sosial",
    "disdik": "dinas pendidikan",
    "disdikbud": "dinas pendidikan dan kebudayaan",
    "disdukcapil": "dinas kependudukan dan pencatatan sipil",
    "dishub": "dinas perhubungan",
    "diskominfo": "dinas komunikasi dan informatika",
    "disnaker": "dinas tenaga kerja",
    "dispar": "dinas pariwisata",
    "disperindag": "dinas perindustrian dan perdagangan",
    "dispora": "dinas pemuda dan olahraga",
    "distan": "dinas pertanian",
    "dlh": "dinas lingkungan hidup",
    "dpmd": "dinas pemberdayaan masyarakat dan desa",
    "dpmptsp": "dinas penanaman modal dan pelayanan terpadu satu pintu",
    "dprd": "dewan perwakilan rakyat daerah",
    "dpupr": "dinas pekerjaan umum dan penataan ruang",
    "dukcapil": "dinas kependudukan dan pencatatan sipil",
    "kesbangpol": "kesatuan bangsa dan politik",
    "pupr": "pekerjaan umum dan penataan ruang",
    "rsud": "rumah sakit umum daerah",
    "satpol": "satuan polisi",
    "setda": "sekretariat daerah",
    "setwan": "sekretariat dewan perwakilan rakyat daerah",
}
"""As offices are called in the titles of folders; what is called otherwise somewhere stands in `also`."""
_PP = re.compile(r"\bsatuan polisi pp\b")
_CAMAT = re.compile(r"^(?:kantor )?camat (?=\w)")
_SPACED = re.compile(r"[-_.]+")


def words_of_name(name: str) -> tuple[str, ...]:
    """Return the words of the name of an office in one spelling."""
    key = office_key(_SPACED.sub(" ", name))
    key = " ".join(_SHORT.get(word, word) for word in key.split()[:MAX_WORDS])
    key = _CAMAT.sub("kecamatan ", _PP.sub("satuan polisi pamong praja", key))
    words = tuple(key.split())
    return words[:1] if words == ("inspektur", "daerah") else words


@dataclass(frozen=True, slots=True)
class Meant:
    """The office that a document means."""

    office: str
    sure: bool
    """By its very name; else by one that comes close to no other."""


class OfficeNames:
    """The names of all offices, for looking up what documents call themselves."""

    def __init__(self, offices: Iterable[tuple[str, Iterable[str]]]) -> None:
        """
        Prepare the look-up.

        Args:
            offices: Each office with its other names.
        """
        self._exact: dict[tuple[str, ...], str | None] = {}
        self._by_kind: dict[str, dict[tuple[str, ...], str]] = {}
        for office, also in offices:
            for name in (office, *also):
                self._add(words_of_name(name), office)
        for words, only in self._exact.items():
            if only is not None:
                self._by_kind.setdefault(words[0], {})[words] = only
        self._known: dict[str, Meant | None] = {}

    def meant(self, unit: str) -> Meant | None:
        """Return the office that a document means whose unit is *unit*; None where none or several could be meant."""
        if unit not in self._known:
            if len(self._known) >= MAX_KNOWN:
                self._known.clear()
            self._known[unit] = self._meant(words_of_name(unit))
        return self._known[unit]

    def _add(self, words: tuple[str, ...], office: str) -> None:
        if words:
            self._exact[words] = office if self._exact.get(words, office) == office else None

    def _meant(self, words: tuple[str, ...]) -> Meant | None:
        if not words:
            return None
        if words in self._exact:
            return _one(self._exact[words], sure=True)
        part = self._part(words)
        if part is not None:
            return _one(part, sure=True)
        bare = _without_region(words)
        close = self._close(bare) or self._longer(bare) or {self._exact.get(bare[1:]) if bare[0] in _KINDS else None}
        return _one(next(iter(close)), sure=False) if len(close) == 1 else None

    def _part(self, words: tuple[str, ...]) -> str | None:
        """
        Find a name inside a longer one: ``Seksi Pelayanan Kecamatan Sukamaju``, ``Kecamatan Sukamaju Kabupaten ...``.

        What stands first is the office itself; further on only that counts which the first is a division of.
        """
        starts = [at for at, word in enumerate(words) if at == 0 or word in _KINDS]
        ends = [at for at in range(1, len(words) + 1) if at == len(words) or words[at] in _KINDS | _REGIONS]
        for start in starts:
            found = [self._exact.get(words[start:end]) for end in reversed(ends) if end > start]
            name = next(filter(None, found), None)
            if name is not None:
                return name
            if words[start] not in _DIVISIONS | _REGIONS:
                return None
        return None

    def _close(self, words: tuple[str, ...]) -> set[str | None]:
        """Those whose name differs by a typing error."""
        alike = self._by_kind.get(words[0], {})
        return {office for name, office in alike.items() if len(name) > 1 and is_near(words[1:], name[1:])}

    def _longer(self, words: tuple[str, ...]) -> set[str | None]:
        """Those whose name goes on where this one stops, or the other way round."""
        if words[0] in _PLACES or len(words) < 2:
            return set()
        alike = self._by_kind.get(words[0], {})
        return {
            office
            for name, office in alike.items()
            if len(name) > 1 and name[: len(words)] == words[: len(name)] and name != words
        }


def _one(office: str | None, *, sure: bool) -> Meant | None:
    return Meant(office, sure) if office is not None else None


def _without_region(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words before ``Kabupaten ...``."""
    return next((words[:at] for at, word in enumerate(words) if at and word in _REGIONS), words)
