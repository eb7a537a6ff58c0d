"""What the engine says of a faulty rule file, in the language of auditors."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TYPES = {"words": "teks", "a whole number": "bilangan bulat", "true or false": "true atau false"}
_WHAT = (
    (r"fact kind", "jenis fakta"),
    (r"field of (\w+)", r"isian dari \1"),
    (r"word or field of (\w+)", r"kata atau isian dari \1"),
    (r"parameter", "parameter"),
    (r"component", "komponen"),
    (r"alias in (.*)", r"alias pada \1"),
)
_MESSAGES: Sequence[tuple[str, str]] = (
    (r"unknown key (.+)", r"kunci \1 tidak dikenal"),
    (r"unknown operator (.+)", r"operator \1 tidak dikenal"),
    *((rf"unknown {what} ('.+'|\".+\")", _ + rf" \{2 if '(' in what else 1} tidak dikenal") for what, _ in _WHAT),
    (r"(\S+): is missing", r"\1 belum ditulis"),
    (r"(\S+): is not known here", r"\1 tidak dikenal di sini"),
    (r"(\S+): must not be empty", r"\1 tidak boleh kosong"),
    (r"(\S+): words are wanted here; put (.+) in quotes", r"\1 harus teks; tulis \2 di antara tanda kutip"),
    (r"(\S+): (.+) is not known here", r"\1: \2 tidak dikenal di sini"),
    (r"(\S+): (.+) must look like (.+)", r"\1: \2 harus berbentuk \3"),
    (r"(.+) does not fit: (words|a whole number|true or false) is wanted here", r"\1 tidak cocok: di sini harus \2"),
    (r"(.+) is none of its values", r"\1 bukan salah satu nilainya"),
    (r"(.+) is below 0", r"\1 kurang dari 0"),
    (r"(.+) is beyond (.+)", r"\1 melampaui \2"),
    (r"regulation (.+) is not in (.+)", r"peraturan \1 tidak ada dalam \2"),
    (r"criterion (.+) is not in (.+)", r"kriteria \1 tidak ada dalam \2"),
    (r"parameter (.+) is never used", r"parameter \1 tidak pernah dipakai"),
    (r"alias (.+) is not bound above", r"alias \1 belum disebut di atasnya"),
    (r"alias (.+) is bound twice; use '_' here", r"alias \1 disebut dua kali; pakai '_' di sini"),
    (r"alias (.+) is bound twice", r"alias \1 disebut dua kali"),
    (r"alias (.+) is bound to (\w+) above, not to (\w+)", r"alias \1 di atas berarti \2, bukan \3"),
    (
        r"(.+) cannot be an alias: .*",
        r"\1 tidak dapat menjadi alias: pakai huruf kecil, angka, dan '_', dan bukan 'params'",
    ),
    (r"component (.+) is not for (\w+) documents, to which the rule applies", r"komponen \1 bukan untuk dokumen \2"),
    (r"code (.+) is taken by (.+)", r"kode \1 sudah dipakai aturan \2"),
    (r"(\w+) must be a list of '- alias: fact kind' lines", r"\1 harus daftar baris '- alias: jenis fakta'"),
    (
        r"a line must read '- alias: fact kind', with 'where' below it(?:; known keys: .*)?",
        r"barisnya harus berbunyi '- alias: jenis fakta', dengan 'where' di bawahnya",
    ),
    (r"where must be 'field: value' lines", r"where harus daftar baris 'isian: nilai'"),
    (r"a condition is wanted here", r"di sini harus ada syarat"),
    (r"'in' takes a list", r"'in' memerlukan daftar"),
    (r"(.+) takes one value; a list means 'in'", r"\1 memerlukan satu nilai; daftar berarti 'in'"),
    (r"the list is empty, so nothing can match", r"daftarnya kosong, jadi tidak ada yang dapat cocok"),
    (r"a list holds literals and parameters only, no fields", r"daftar hanya memuat nilai dan parameter, bukan isian"),
    (r"operator (.+) makes no sense here: .*", r"operator \1 tidak dapat dipakai di sini: nilainya tidak berurutan"),
    (
        r"(\S+) is (words|a whole number|true or false), but (words|a whole number|true or false) is wanted here",
        r"\1 adalah \2, padahal di sini harus \3",
    ),
    (r"(.+) is about the rows of tables, and .*", r"\1 adalah baris tabel; satu aturan melihat satu baris saja"),
    (r"(.+) is about the rows of tables, whose .*", r"\1 adalah baris tabel; ketiadaannya tidak dapat ditanyakan"),
    (r"(.+) in a text must read (.+)", r"\1 dalam teks harus berbunyi \2"),
    (r"(.+) is true or false, which no reader .*", r"\1 hanya true atau false, yang tidak berguna bagi pembaca temuan"),
    (
        r"(.+) may be unknown here; use a word, or .*",
        r"\1 mungkin tidak diketahui di sini; pakai kata lain, atau uji dengan 'where'",
    ),
    (r"no case expects '(.+)': .*", r"belum ada kasus yang mengharapkan '\1'"),
    (r"a case has either facts or a document", r"satu kasus memuat facts atau document"),
    (r"facts must be a list of .*", r"facts harus daftar '{kind: ..., isian: nilai}'"),
    (r"a fact must read .*", r"fakta harus berbunyi '{kind: jenis fakta, isian: nilai}'"),
    (r"(\d+) (?:patterns|expressions in one pattern); the engine takes (\d+)", r"\1 syarat; paling banyak \2"),
    (r"a rule file is a list of 'key: value' lines", r"aturan ditulis sebagai baris 'kunci: nilai'"),
    (r"the file is empty", r"blok teksnya kosong"),
    (r"not YAML: (.+)", r"bukan YAML yang benar (\1)"),
    (r"anchors and aliases are not allowed; write the value out", r"tanda & dan * tidak boleh; tulis nilainya utuh"),
    (r"a second YAML document \(---\) in one file", r"hanya satu aturan dalam satu blok (tanda --- tidak boleh)"),
    (r"nested deeper than (\d+) levels", r"lebih dalam dari \1 tingkat"),
    (r"more than (\d+) keys and values", r"lebih dari \1 kunci dan nilai"),
    (r"larger than (\d+) bytes", r"lebih besar dari \1 bita"),
    (r"a key must be a plain word", r"kunci harus satu kata biasa"),
    (r"(?:key )?(.+) (?:stands|is there) twice.*", r"\1 ditulis dua kali"),
)
_HINTS = (
    (re.compile(r"; did you mean (.+)\?$"), r". Maksud Anda \1?"),
    (re.compile(r"; (?:known|those are): (.+)$"), r". Yang dikenal: \1"),
    (re.compile(r"; put (yes|no) in quotes$"), r"; tulis \1 di antara tanda kutip"),
)


def in_indonesian(message: str) -> str:
    """Say what the engine says of a rule file in Indonesian; what is not known stays as it is."""
    hint = ""
    for pattern, words in _HINTS:
        found = pattern.search(message)
        if found:
            message, hint = message[: found.start()], found.expand(words)
            break
    for english, indonesian in _MESSAGES:
        told = re.fullmatch(english, message, re.DOTALL)
        if told:
            return _plain_types(told.expand(indonesian)) + hint
    return message + hint


def _plain_types(words: str) -> str:
    for english, indonesian in _TYPES.items():
        words = words.replace(f"harus {english}", f"harus {indonesian}").replace(
            f"adalah {english}", f"adalah {indonesian}"
        )
    return words
