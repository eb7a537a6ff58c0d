"""The glossary of the pack and the dictionary behind it."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.errors import RulePackErrors
from engine.language.dictionary import derivations, dictionary
from engine.language.lexicon import MAX_REMEMBERED, Lexicon
from engine.language.morphology import is_formed
from engine.pack import cached_pack, load_pack
from schemas.glossary import Glossary
from scripts.dictionary import derived, entries
from tests.samples import RULE, write_pack
from tests.sop_texts import knowledge

GLOSSARY = """
terms: [mutu baku, nama bagian]
ordinary: kerja lapor
informal: {yg: yang}
nonstandard:
  - {standard: standar, printed: [standart]}
groups:
  - {id: kasubbag, thing: Kepala Subbagian, standard: Kasubbag, names: [[Kasubag], [Kasubbag]]}
"""


def pack_with(folder: Path, glossary: str, name: str = "a") -> Path:
    """Write a folder of rules with this glossary."""
    (folder / name).mkdir()
    rules_dir = write_pack(folder / name, {f"steps/{name}": RULE.replace("LK-02", f"{name.upper()}K-02")})
    (rules_dir / "glossary.yaml").write_text(glossary, encoding="utf-8")
    return rules_dir


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        ("thing: Kepala", "think: Kepala", "glossary.yaml:8: "),
        ("[[Kasubag], [Kasubbag]]", "[[Kasubag]]", "glossary.yaml:8: "),
        ("printed: [standart]", "printed: []", "glossary.yaml:6: "),
        ("informal:", "informol:", "glossary.yaml:4: "),
        ("terms: [mutu baku", "terms: ['', mutu baku", "glossary.yaml:2: "),
    ],
)
def test_faults_of_the_glossary(tmp_path: Path, right: str, wrong: str, fault: str) -> None:
    """A fault is named with file and line, as in any other table."""
    with pytest.raises(RulePackErrors) as caught:
        load_pack(pack_with(tmp_path, GLOSSARY.replace(right, wrong)))

    assert any(fault in str(error) for error in caught.value.errors)


def test_an_organisation_adds_its_words(tmp_path: Path) -> None:
    """Lists are joined, and a row of the organisation replaces ours of the same id or word."""
    own = "terms: [sipandu]\ninformal: {yg: 'yang,'}\ngroups:\n"
    own += "  - {id: kasubbag, thing: Kasub, standard: Kasub, names: [[Kasub], [Kasubbag]]}\n"

    extra = pack_with(tmp_path, own, "b")
    (extra / "regulations.yaml").unlink()
    pack = load_pack(pack_with(tmp_path, GLOSSARY), extra)

    words = pack.knowledge.glossary
    assert words.terms == ("mutu baku", "nama bagian", "sipandu")
    assert words.informal == {"yg": "yang,"}
    assert [group.standard for group in words.groups] == ["Kasub"]
    assert pack.knowledge.lexicon.knows("sipandu")


def test_a_pack_without_glossary(tmp_path: Path) -> None:
    """Nothing is known then, and that is no fault."""
    assert load_pack(write_pack(tmp_path, {"steps/one": RULE})).glossary == Glossary()


def test_digest_and_cache_hold_the_glossary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A word changes the digest, and what comes from the cache is what was read."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    rules_dir = pack_with(tmp_path, GLOSSARY)
    read, cached = cached_pack(rules_dir), cached_pack(rules_dir)
    (rules_dir / "glossary.yaml").write_text(GLOSSARY.replace("mutu baku", "mutu"), encoding="utf-8")

    assert cached == read
    assert cached_pack(rules_dir).digest != read.digest


def test_our_glossary_is_sound() -> None:
    """What it recommends is right by its own words, and no spelling belongs to two groups."""
    words = knowledge().lexicon
    rows = words.glossary.nonstandard
    spellings = [form.lower() for group in words.glossary.groups for name in group.names for form in name]
    wrong = [printed for row in rows for printed in row.printed]

    assert [row.standard for row in rows if any(words.verdict(part) for part in row.standard.lower().split())] == []
    assert [word for word in words.glossary.ordinary.split() if words.verdict(word)] == []
    assert len(spellings) == len(set(spellings))
    assert len(wrong) == len(set(wrong))


@pytest.mark.parametrize(
    "word",
    (
        "menyusun menulis mengirim memakai memproses mengesahkan pengesahan penyusunan dilaksanakan diperiksa "
        "pertanggungjawaban mempertimbangkan keterlambatan keberhasilan pemberdayaan bekerja belajar undang-undang "
        "sekurang-kurangnya diserahkannya laporannyalah terselesaikan seadanya berkesinambungan ketidakhadiran "
        "menandatangani antarinstansi pascabencana kesalahpahaman"
    ).split(),
)
def test_words_with_affixes(word: str) -> None:
    """What affixes make of words of the dictionary is known."""
    assert is_formed(word, knowledge().lexicon.knows)


@pytest.mark.parametrize(
    "word", ["memdisusun", "dimenyusun", "kinerjaa", "pelaksanan", "dibtuhkan", "a" * 5000, "me" * 30, "-", "di-"]
)
def test_words_that_affixes_do_not_explain(word: str) -> None:
    """A slip inside a word, prefixes in an order that Indonesian does not have, and what is no word at all."""
    assert not is_formed(word, dictionary().__contains__) or not word.strip("-di")


def test_a_tie_is_no_correction() -> None:
    """Between two words that are equally near nobody can tell; a doubled letter lost decides."""
    words = Lexicon(Glossary(terms=("zarbuk", "zarbun", "tazzara", "taxara")))
    doubled = words.near("tazara")

    assert words.near("zarbum") is None
    assert doubled is not None
    assert doubled.standard == "tazzara"


def test_verdicts_are_forgotten_before_they_fill_the_memory() -> None:
    """A process that reads for days keeps the verdicts on so many words only."""
    words = Lexicon(Glossary())
    for number in range(MAX_REMEMBERED + 10):
        words.verdict(f"q{number}")
        words.near(f"{number}-q")

    assert len(words._verdicts) <= MAX_REMEMBERED
    assert len(words._corrections) <= MAX_REMEMBERED


def test_dictionary_file() -> None:
    """Lower-case words, each once, in order."""
    assert len(dictionary()) > 30_000
    assert list(derivations()) == sorted(set(derivations()))


def test_the_dictionary_is_made_of_hunspell_words(tmp_path: Path) -> None:
    """Flags tell which derivations of an ordinary word the dictionary lists; names of other signs are left out."""
    source = tmp_path / "id_ID.dic"
    source.write_text("5\nsusun/M0Pa\nraba/B0\nAbraham\nJ2ME\nkerja/BE\n", encoding="iso-8859-1")

    words = entries(source)

    assert sorted(words) == ["abraham", "kerja", "raba", "susun"]
    assert [form for word in ("susun", "raba", "kerja") for form in derived(word, words[word])] == [
        "disusun", "menyusun", "penyusunan", "beraba", "bekerja",
    ]  # fmt: skip
