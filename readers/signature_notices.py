"""
What a reader of the report is told about the digital signatures of a file.

Notices: signed, signature-broken, signature-not-checked for each signature; signature-trusted, signature-untrusted,
signature-chain-not-checked for all of one verdict; signatures-many, signatures-damaged, trusted-root-unreadable.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from readers.pdf_signatures import MAX_SIGNATURES, Signed
from schemas.blocks import DigitalSignature, Notice

MAX_TOLD = 10
"""Signatures that are told one by one."""

_MONTHS = tuple("Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split())
_ZONES = {7: "WIB", 8: "WITA", 9: "WIT", 0: "UTC"}
_SET = "isikan berkas sertifikat akar penerbitnya pada trusted_roots, bagian [reading] dalam patuh.toml"
_VERDICTS = {
    "untrusted": (
        "signature-untrusted",
        (
            "Sertifikat {} tidak berakhir pada sertifikat akar yang dipercaya organisasi ini. Bila penerbitnya memang"
            f" dipercaya, {_SET}."
        ),
    ),
    "not-checked": (
        "signature-chain-not-checked",
        (
            "Penerbit sertifikat {} tidak diperiksa karena organisasi ini belum menetapkan sertifikat akar tepercaya;"
            f" {_SET}."
        ),
    ),
    "trusted": (
        "signature-trusted",
        (
            "Sertifikat {} berakhir pada sertifikat akar yang dipercaya organisasi ini. Pencabutan sertifikat tidak"
            " diperiksa karena pemeriksaan berlangsung luring."
        ),
    ),
}
"""Code and message for each verdict on a chain of certificates."""


def signature_notices(signed: Signed) -> Iterator[Notice]:
    """Yield what is to be said of the signatures: who signed and when, what is wrong, and what was not checked."""
    for signature in signed.signatures[:MAX_TOLD]:
        yield _told(signature)
    yield from _chains(signed.signatures)
    left = signed.more + len(signed.signatures[MAX_TOLD:])
    if left:
        checked = min(len(signed.signatures), MAX_SIGNATURES)
        message = f"Masih ada {left} tanda tangan elektronik lain; {checked} tanda tangan pertama yang diperiksa."
        yield Notice("signatures-many", message)
    if signed.lost_roots and signed.signatures:
        yield Notice(
            "trusted-root-unreadable",
            f"{signed.lost_roots} sertifikat akar pada trusted_roots, bagian [reading] dalam patuh.toml, tidak dapat"
            " dibaca dan tidak dipakai. Ganti dengan berkas sertifikat yang utuh (PEM atau DER).",
        )
    if signed.unread and signed.signatures:
        yield Notice(
            "signatures-damaged",
            "Daftar tanda tangan dalam berkas ini rusak; mungkin ada tanda tangan lain. Mintakan berkas aslinya.",
        )


def _told(signature: DigitalSignature) -> Notice:
    who = f"Ditandatangani secara elektronik oleh {named(signature)}{_when(signature)}"
    problem = f" Perhatian: {signature.problem}." if signature.problem else ""
    if not signature.checked:
        code = "signature-not-checked"
        message = f"{who}. Keutuhannya tidak diperiksa: {signature.problem}. Periksa dengan layanan penerbitnya."
    elif signature.intact and signature.whole:
        code, message = "signed", f"{who}; isi dokumen masih utuh.{problem}"
    else:
        code, message = "signature-broken", f"{who}, tetapi tanda tangan itu tidak sah untuk isi sekarang.{problem}"
    return Notice(code, message, signature.evidence)


def named(signature: DigitalSignature) -> str:
    """The signer with the organisation, as far as the certificate tells."""
    who = signature.signer or "penanda tangan yang namanya tidak terbaca"
    other = signature.organisation if signature.organisation != signature.signer else None
    return f"{who} ({other})" if other else who


def _when(signature: DigitalSignature) -> str:
    if signature.signed_at is None:
        return " tanpa keterangan waktu"
    by = "stempel waktu" if signature.stamped else "keterangan penanda tangan"
    return f" pada {written(signature.signed_at)} (menurut {by})"


def written(moment: dt.datetime) -> str:
    """A moment as officials write it: ``13 Januari 2025 pukul 09.15 WIB``."""
    offset = moment.utcoffset() or dt.timedelta(0)
    hours = offset.total_seconds() / 3600
    zone = _ZONES.get(round(hours)) if hours == round(hours) else None
    if zone is None:
        moment, zone = (moment - offset).replace(tzinfo=dt.UTC), "UTC"
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year} pukul {moment:%H.%M} {zone}"


def _chains(signatures: list[DigitalSignature]) -> Iterator[Notice]:
    """Yield one notice for each verdict on chains, with the places of all signatures that it is about."""
    checked = [one for one in signatures if one.checked]
    for trust, (code, message) in _VERDICTS.items():
        about = [one for one in checked if one.trust == trust]
        if about:
            evidence = tuple(place for one in about[:MAX_TOLD] for place in one.evidence)
            yield Notice(code, message.format(_issued(about)), evidence)


def _issued(signatures: list[DigitalSignature]) -> str:
    """Who signs, and who issued the certificates: ``penanda tangan A (penerbit: B)``."""
    names = dict.fromkeys(f"{one.signer or 'tanpa nama'} (penerbit: {one.issuer or '-'})" for one in signatures)
    shown = list(names)[:MAX_TOLD]
    more = f", dan {len(names) - MAX_TOLD} lainnya" if len(names) > MAX_TOLD else ""
    return "penanda tangan " + ", ".join(shown) + more
