"""`patuh law`: what the register has of a regulation, and how it stood on a day."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from typing import Any

from reports.labels import Language
from schemas.regulation import Change, Regulation, RegulationType, Revocation
from schemas.report import Confidence

MONTHS: dict[Language, tuple[str, ...]] = {
    "id": tuple("Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()),
    "en": tuple("January February March April May June July August September October November December".split()),
}
_WORDS: dict[Language, dict[str, str]] = {
    "id": {
        "at": "Status per {day}",
        "in-force": "berlaku",
        "revoked": "dicabut sejak {since} dengan {by}",
        "partly-revoked": "dicabut sebagian sejak {since} dengan {by}",
        "revoked-later": "masih berlaku; kemudian dicabut sejak {since} dengan {by}",
        "overtaken": "pencabutan tidak diketahui; halnya kini diatur dengan {by}",
        "horizon-passed": "berlaku, tetapi masa rencananya berakhir pada {since}",
        "unknown": "tidak diketahui",
        "not-yet": "belum ada: ditetapkan {since}",
        "confirm": " (perlu konfirmasi)",
        "lenient": "Aturan lama masih dipakai sampai {day}.",
        "replaced": "Pengganti",
        "issuer": "Penetap",
        "enacted": "Ditetapkan",
        "promulgated": "Diundangkan",
        "gazette": "Lembaran/Berita Negara",
        "changed": "Diubah dengan",
        "part": "sebagian",
        "changes": "Mengubah",
        "horizon": "Masa rencana sampai",
        "confidence": "Keyakinan status",
        "sources": "Sumber",
        "notes": "Catatan (Inggris)",
    },
    "en": {
        "at": "Status on {day}",
        "in-force": "in force",
        "revoked": "revoked since {since} by {by}",
        "partly-revoked": "revoked in part since {since} by {by}",
        "revoked-later": "in force; revoked later, since {since}, by {by}",
        "overtaken": "no revocation known; its subject is now treated by {by}",
        "horizon-passed": "in force, but its planning period ended on {since}",
        "unknown": "not known",
        "not-yet": "not yet made: enacted {since}",
        "confirm": " (to be confirmed)",
        "lenient": "The old rules were still applied until {day}.",
        "replaced": "Replaced by",
        "issuer": "Issuer",
        "enacted": "Enacted",
        "promulgated": "Promulgated",
        "gazette": "Gazette",
        "changed": "Changed by",
        "part": "in part",
        "changes": "Changes",
        "horizon": "Planning period until",
        "confidence": "Confidence of the status",
        "sources": "Sources",
        "notes": "Notes",
    },
}


_SURE: dict[Language, dict[Confidence, str]] = {
    "id": {Confidence.HIGH: "tinggi", Confidence.MEDIUM: "sedang", Confidence.LOW: "rendah"},
    "en": {Confidence.HIGH: "high", Confidence.MEDIUM: "medium", Confidence.LOW: "low"},
}


def day_words(day: str, lang: Language) -> str:
    """A day as far as it is known, with the ISO date where it is whole: ``7 April 2017 (2017-04-07)``."""
    parts = day.split("-")
    if len(parts) == 1:
        return day
    month = f"{MONTHS[lang][int(parts[1]) - 1]} {parts[0]}"
    return f"{int(parts[2])} {month} ({day})" if len(parts) == 3 else month


class Card:
    """What is printed of one regulation on one day."""

    def __init__(
        self, row: Regulation, kind: RegulationType | None, state: str, *, firm: bool, issuer: str = ""
    ) -> None:
        self.row = row
        self.kind = kind
        self.state = state
        self.firm = firm
        self.issuer = issuer

    def lines(self, day: dt.date, sources: dict[str, str], lang: Language) -> Iterator[str]:
        """The card for people."""
        words, row = _WORDS[lang], self.row
        yield f"{row.short_name} - {self._name()} tentang {row.title}"
        yield f"  {words['at'].format(day=day_words(day.isoformat(), lang))}: {self._status(words, lang)}"
        end = row.revoked_by
        if end is not None and end.lenient and self.state in ("revoked", "revoked-later"):
            yield "  " + words["lenient"].format(day=day_words(end.lenient, lang))
        facts = (
            (words["issuer"], self.issuer),
            (words["replaced"], ", ".join(row.replaced_by)),
            (words["enacted"], day_words(row.enacted, lang) if row.enacted else ""),
            (words["promulgated"], day_words(row.promulgated, lang) if row.promulgated else ""),
            (words["gazette"], row.gazette or ""),
            (words["changes"], row.amends or ""),
            (words["changed"], "; ".join(_change(change, words, lang) for change in row.amended_by)),
            (words["horizon"], day_words(row.horizon_ends, lang) if row.horizon_ends else ""),
            (words["confidence"], _SURE[lang][row.confidence]),
            (words["sources"], "; ".join(_source(source, sources) for source in row.sources)),
            (words["notes"], row.notes or ""),
        )
        for label, text in facts:
            if text:
                yield f"  {label}: {text}"

    def _name(self) -> str:
        kind, row = self.kind, self.row
        named = " ".join(filter(None, (kind.name if kind else row.type, row.region)))
        return f"{named} Nomor {row.number} Tahun {row.year}" if row.number and row.year else named

    def _status(self, words: dict[str, str], lang: Language) -> str:
        end = self.row.revoked_by
        since = (end.effective if end else None) or self.row.horizon_ends or self.row.enacted or ""
        if self.state == "not-yet":
            since = self.row.enacted or self.row.promulgated or str(self.row.year)
        by = _by(end) if end else self.row.overtaken_by or ""
        text = words[self.state].format(since=day_words(since, lang) if since else "?", by=by)
        sure = self.firm or self.state in ("in-force", "unknown", "not-yet", "horizon-passed")
        return text + ("" if sure else words["confirm"])

    def plain(self, day: dt.date) -> dict[str, Any]:
        """The card for programs: the row as in the register, and its state on the day."""
        return {"at": day.isoformat(), "state": self.state, "firm": self.firm, "name": self.row.short_name} | (
            self.row.model_dump(mode="json", exclude_defaults=True)
        )


def law_text(cards: Iterable[Card], day: dt.date, sources: dict[str, str], lang: Language) -> str:
    """The cards, one after another."""
    return "\n\n".join("\n".join(card.lines(day, sources, lang)) for card in cards)


def law_json(cards: Iterable[Card], day: dt.date) -> str:
    """A list of the cards."""
    return json.dumps([card.plain(day) for card in cards], ensure_ascii=False, indent=2)


def _by(end: Revocation) -> str:
    return " ".join(filter(None, (end.regulation, end.clause)))


def _change(change: Change, words: dict[str, str], lang: Language) -> str:
    name = " ".join(filter(None, (change.regulation, change.clause)))
    if change.made_law_by:
        name = f"{name} -> {change.made_law_by}"
    parts = [day_words(change.effective, lang) if change.effective else "", words["part"] if change.partial else ""]
    extra = ", ".join(filter(None, parts))
    return f"{name} ({extra})" if extra else name


def _source(source: str, keys: dict[str, str]) -> str:
    """A source with its key written out."""
    key, _, rest = source.partition(":")
    if key in keys:
        return f"{keys[key]}{' -' if rest else ''}{rest}"
    return source
