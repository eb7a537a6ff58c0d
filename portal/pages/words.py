"""What all pages say, in both languages; a part of the pages adds its own words with `joined`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from reports.labels import Language

Words = dict[str, str]

_ALL: Final[dict[Language, Words]] = {
    "id": {
        "name": "patuh",
        "tagline": "Periksa dokumen Anda sebelum diserahkan",
        "skip": "Langsung ke isi",
        "check": "Periksa dokumen",
        "about": "Tentang halaman ini",
        "receipts": "Cari tanda terima",
        "inspectorate": "Inspektorat",
        "sign_in": "Masuk",
        "sign_out": "Keluar",
        "menu": "Menu",
        "other_language": "English",
        "other_language_code": "en",
        "home": "Ke halaman awal",
        "error": "Tidak dapat dilanjutkan",
        "not_found": "Halaman ini tidak ada, atau sudah dihapus.",
        "not_allowed": "Anda tidak berhak membuka halaman ini.",
        "internal": "Terjadi kesalahan pada server patuh. Ulangi sebentar lagi; bila terulang, hubungi pengelolanya.",
        "no_room": "Ruang simpan server sedang penuh atau tidak dapat dipakai. Coba lagi nanti; bila terulang, hubungi "
        "pengelolanya.",
        "bad_form": "Kiriman ini tidak dapat dibaca. Muat ulang halaman, lalu ulangi.",
        "foot": "Nilai ini adalah nilai dokumen, bukan nilai SAKIP/AKIP perangkat daerah.",
    },
    "en": {
        "name": "patuh",
        "tagline": "Check your document before you submit it",
        "skip": "Skip to content",
        "check": "Check a document",
        "about": "About this page",
        "receipts": "Look a receipt up",
        "inspectorate": "Inspectorate",
        "sign_in": "Sign in",
        "sign_out": "Sign out",
        "menu": "Menu",
        "other_language": "Bahasa Indonesia",
        "other_language_code": "id",
        "home": "To the start page",
        "error": "Cannot go on",
        "not_found": "This page does not exist, or was deleted.",
        "not_allowed": "You may not open this page.",
        "internal": "Something went wrong on the patuh server. Try again; if it happens again, tell who runs patuh.",
        "no_room": "The server has no room for files, or cannot use it. Try later; if it happens again, tell who runs "
        "patuh.",
        "bad_form": "What was sent cannot be read. Reload the page, then try again.",
        "foot": "The grade is one of the document, not the AKIP score of the office.",
    },
}


def joined(*parts: Mapping[Language, Words]) -> dict[Language, Words]:
    """Join the words of parts of the pages; no word has two meanings."""
    result: dict[Language, Words] = {"id": {}, "en": {}}
    for part in parts:
        for lang, words in part.items():
            assert not result[lang].keys() & words.keys(), sorted(result[lang].keys() & words.keys())
            result[lang] |= words
    return result


def _words() -> dict[Language, Words]:
    from portal.api.words import WORDS as API  # noqa: PLC0415 - parts know this module
    from portal.clerk.hand_in_words import WORDS as HAND_IN  # noqa: PLC0415
    from portal.clerk.words import WORDS as CLERK  # noqa: PLC0415
    from portal.inspectorate.admin_words import WORDS as ADMIN  # noqa: PLC0415
    from portal.inspectorate.words import WORDS as DESK  # noqa: PLC0415

    return joined(_ALL, API, CLERK, HAND_IN, ADMIN, DESK)


WORDS: Final = _words()
