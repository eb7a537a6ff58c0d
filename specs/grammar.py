"""
Why a text is no feature.

Gherkin says which line it did not expect, in English and in names of its tokens; here it is told in Indonesian from the
line itself, with what to write instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gherkin.errors import NoSuchLanguageException, ParserException, UnexpectedEOFException
from gherkin.token_matcher import TokenMatcher
from rapidfuzz import fuzz, process, utils

from specs.dialects import HEADS, LANGUAGES, SECTIONS, Section, section_of, sections, step_of, step_words
from specs.words import Language
from specs.wrong import Wrong, said, short

NEAR = 75
"""How like one word is to another, of 100, to be taken for a slip of the pen."""
MEANT: Mapping[str, str] = {
    "lalu": "Dan",
    "serta": "Dan",
    "juga": "Dan",
    "namun": "Tetapi",
    "apabila": "Ketika",
    "kalau": "Ketika",
    "saat": "Ketika",
    "hasilnya": "Maka",
    "andaikan": "Dengan",
}
"""Words that are no keywords, and what their author means."""
_HEAD = 100
"""Lines among which the language of a file is told."""
_LANGUAGE = re.compile(r"\s*#\s*(?:language|bahasa|lang)\s*[:=]\s*(\S*)", re.IGNORECASE)
_SHAPE = (
    'Berkas spesifikasi diawali "# language: id", lalu "Fitur: ...", lalu "Skenario: ..." dengan langkah '
    "Dengan, Ketika, Maka."
)


@dataclass(frozen=True)
class _Text:
    """A text that was refused."""

    lines: Sequence[str]
    language: Language
    """As the file says, or as Gherkin takes it."""

    def at(self, line: int) -> str:
        return self.lines[line - 1].strip() if 0 < line <= len(self.lines) else ""

    def first(self) -> tuple[int, str] | None:
        """The first line that says something: no comment, no tag."""
        lines = ((number, line.strip()) for number, line in enumerate(self.lines, 1))
        return next(((number, line) for number, line in lines if line and line[0] not in "#@"), None)


def refused(text: str, errors: Sequence[ParserException]) -> tuple[Wrong, ...]:
    """Say what is wrong in a text that Gherkin refused; at least one thing."""
    lines = text.split("\n")
    told = next(filter(None, map(TokenMatcher.LANGUAGE_RE.match, lines[:_HEAD])), None)
    paper = _Text(lines, "id" if told is not None and told[1] == "id" else "en")
    found = list(_wrong(paper, errors))
    return tuple(found or [Wrong(1, "not-understood", "Berkas ini tidak dapat dibaca sebagai spesifikasi.", (_SHAPE,))])


def unknown_language(line: int, language: str) -> Wrong:
    """Say that a file is in a language whose steps are not known."""
    message = f"Bahasa {said(language)} tidak dikenal."
    return Wrong(line, "unknown-language", message, ("Tulis: # language: id (atau en untuk bahasa Inggris)",))


def keyword_near(words: str, language: Language) -> str | None:
    """Return the word that a line was to begin with, where its first word is nearly one."""
    first = words.partition(" ")[0].rstrip(":")
    meant = MEANT.get(first.lower()) if language == "id" else None
    if meant is not None:
        return meant
    choices = [word for word in step_words(language) if word != "*"]
    near = process.extractOne(first[:40], choices, scorer=fuzz.ratio, processor=utils.default_process)
    return near[0] if near and near[1] >= NEAR else None


def section_near(line: str) -> Section | None:
    """Return the part of a file that a line was to begin, where its words before the colon are nearly such."""
    head, colon, _ = line.partition(":")
    if not colon or len(head) > 40:
        return None
    found = [(section, word) for one in LANGUAGES for word, section in sections(one).items()]
    near = process.extractOne(head, [word for _, word in found], scorer=fuzz.ratio, processor=utils.default_process)
    return found[near[2]][0] if near and near[1] >= NEAR else None


def _wrong(paper: _Text, errors: Sequence[ParserException]) -> Iterator[Wrong]:
    """What is wrong: at the beginning of the file, of which all else follows; or line by line."""
    for error in errors:
        if isinstance(error, NoSuchLanguageException):
            line = error.location["line"]
            told = _LANGUAGE.match(paper.at(line))
            yield unknown_language(line, told[1] if told else "")
            return
    if not errors or "#FeatureLine" in _expected(errors[0]):
        yield _beginning(paper)
        return
    in_text = False
    for error in errors:
        if _below_tags(error):
            yield _dangling(paper, error.location["line"])
            return
        wrong = _at_end(paper, error) if isinstance(error, UnexpectedEOFException) else _at_line(paper, error)
        if not in_text:
            yield wrong
        in_text = in_text != (wrong.code == "misplaced-text")  # up to the mark that closes it, all is part of it


def _expected(error: ParserException) -> str:
    """The names of tokens that Gherkin would have taken."""
    return str(error).partition(", got '")[0].partition("expected: ")[2]


def _beginning(paper: _Text) -> Wrong:
    """There is no Fitur."""
    first = paper.first()
    if first is None:
        if any(line.strip().startswith("@") for line in paper.lines):
            return _no_feature(len(paper.lines), "Berkas ini hanya memuat tanda (@...), belum memuat Fitur.")
        return Wrong(1, "empty-file", "Berkas ini kosong: tidak memuat satu pun skenario.", (_SHAPE,))
    line, words = first
    begun = section_of(words)
    if begun and begun[1] == "feature":
        return _other_language(paper, line, begun[0])
    if begun or step_of(words) or section_near(words):
        return _no_feature(line, f'Berkas harus diawali baris "{_head(paper, "feature")}: ...", bukan {said(words)}.')
    message = f"Berkas ini bukan spesifikasi: baris {said(words)} tidak dikenal."
    return Wrong(line, "not-gherkin", message, (_SHAPE,))


def _no_feature(line: int, message: str) -> Wrong:
    return Wrong(max(1, line), "missing-feature", message, ('Tulis di atasnya misalnya: "Fitur: NIP pejabat"',))


def _other_language(paper: _Text, line: int, language: Language) -> Wrong:
    """The words of the file are of another language than it says."""
    above = paper.lines[: min(line - 1, _HEAD)]
    told = [number for number, one in enumerate(above, 1) if _LANGUAGE.match(one)]
    name = {"id": "Indonesia", "en": "Inggris"}[language]
    if not told:
        message = f"Kata kunci berkas ini berbahasa {name}, tetapi bahasanya belum disebut."
        return Wrong(line, "missing-language", message, (f"Tulis pada baris pertama: # language: {language}",))
    at = told[-1]
    exact = TokenMatcher.LANGUAGE_RE.match(paper.at(at))
    if exact and exact[1] == language:
        hint = "Pindahkan baris itu ke paling atas, di atas tanda (@...)."
        return Wrong(at, "wrong-language", "Baris bahasa harus berada di atas segala yang lain.", (hint,))
    message = f"Kata kunci berkas ini berbahasa {name}, tetapi baris ini berbunyi {said(paper.at(at))}."
    hints = [f"Tulis persis seperti ini: # language: {language}"]
    if exact:
        hints = [
            f"Ganti dengan: # language: {language}",
            f'Atau tulis "{_head(paper, "feature")}: ..." pada baris {line}',
        ]
    return Wrong(at, "wrong-language", message, tuple(hints))


def _at_end(paper: _Text, error: ParserException) -> Wrong:
    """The file ends too early."""
    if "#DocStringSeparator" in _expected(error):
        line, mark = _opened(paper)
        message = f"Blok teks yang dibuka dengan {mark} pada baris ini tidak pernah ditutup."
        return Wrong(line, "unclosed-text", message, (f"Tulis {mark} pada baris tersendiri di bawah teksnya.",))
    return _dangling(paper, len(paper.lines) + 1)


def _below_tags(error: ParserException) -> bool:
    """Whether tags stand where nothing follows that has tags; all lines below them are refused as well."""
    expected = _expected(error)
    return "#TagLine" in expected and not any(name in expected for name in ("#ScenarioLine", "#StepLine", "#EOF"))


def _dangling(paper: _Text, below: int) -> Wrong:
    tags = [number for number, line in enumerate(paper.lines[: below - 1], 1) if line.strip().startswith("@")]
    message = "Di bawah tanda (@...) ini tidak ada skenario."
    hint = "Tulis tandanya tepat di atas baris Skenario, atau hapus."
    return Wrong(tags[-1] if tags else below - 1, "dangling-tag", message, (hint,))


def _opened(paper: _Text) -> tuple[int, str]:
    """Where the text block begins that is not closed, and its mark."""
    at, mark = 0, ""
    for number, line in enumerate(paper.lines, 1):
        words = line.strip()
        if mark:
            mark = "" if words.startswith(mark) else mark
        elif words.startswith(('"""', "```")):
            at, mark = number, words[:3]
    return max(1, at), mark or '"""'


def _at_line(paper: _Text, error: ParserException) -> Wrong:
    """A line that Gherkin did not expect where it stands."""
    line = error.location["line"]
    if "cell count" in str(error):
        return _ragged(paper, line)
    words = paper.at(line)
    if "whitespace" in str(error):
        message = f"Tanda tidak boleh memuat spasi: {said(words)}."
        return Wrong(line, "tag-space", message, ("Tulis misalnya: @aturan-NIP-02 @pasal-identity-block",))
    begun = section_of(words)
    if begun:
        return _section(paper, line, *begun)
    if words.startswith("|"):
        hint = "Tabel hanya boleh berada tepat di bawah sebuah langkah atau di bawah Contoh."
        return Wrong(line, "misplaced-table", "Baris tabel ini tidak berada di bawah langkah.", (hint,))
    if words.startswith(('"""', "```")):
        hint = "Satu langkah hanya dapat diikuti satu blok teks."
        return Wrong(line, "misplaced-text", "Blok teks ini tidak berada di bawah langkah.", (hint,))
    step = step_of(words)
    if step and step[0] == paper.language and words != step[1]:
        return _spaced(line, words, step[1]) if "#StepLine" in _expected(error) else _misplaced_step(line, words)
    return not_understood(line, words, paper.language, _expected(error))


def _spaced(line: int, words: str, keyword: str) -> Wrong:
    message = f"Sesudah kata {said(keyword)} harus ada satu spasi biasa, bukan tab atau spasi lain."
    return Wrong(line, "not-understood", message, (f"Tulis: {keyword} {short(words[len(keyword) :].strip())}",))


def _misplaced_step(line: int, words: str) -> Wrong:
    message = f"Langkah {said(words)} tidak berada di dalam skenario."
    hint = "Langkah berada di bawah Skenario dan di atas Contoh; di antara tanda dan Skenario tidak boleh ada langkah."
    return Wrong(line, "misplaced-step", message, (hint,))


def _section(paper: _Text, line: int, language: Language, section: Section) -> Wrong:
    head = HEADS[language][section]
    if language != paper.language:
        mine = {"id": "Indonesia", "en": "Inggris"}[paper.language]
        message = f"Kata kunci {said(paper.at(line).partition(':')[0])} tidak dikenal dalam berkas berbahasa {mine}."
        return Wrong(line, "wrong-language", message, (f'Tulis "{_head(paper, section)}: ..."',))
    if section == "feature":
        message = "Satu berkas hanya boleh memuat satu Fitur."
        return Wrong(line, "second-feature", message, ("Pindahkan Fitur ini ke berkas .feature tersendiri.",))
    where = {
        "background": f"{head} hanya boleh ada satu, di atas skenario yang pertama.",
        "examples": f"{head} hanya boleh berada di bawah langkah-langkah sebuah skenario.",
    }
    message = f"{head} tidak boleh berada di baris ini."
    return Wrong(line, "misplaced-section", message, (where.get(section, _SHAPE),))


def not_understood(line: int, words: str, language: Language, expected: str = "#StepLine") -> Wrong:
    """Say that a line is not understood, and with what it may begin."""
    near, section = keyword_near(words, language), section_near(words)
    rest = words.partition(" ")[2].strip()
    if near and not rest:
        hint = f'Sesudah kata "{near}" harus ada spasi, lalu langkahnya pada baris yang sama.'
    elif section:
        hint = f'Mungkin maksud Anda: "{HEADS[language][section]}: ..."'
    elif near:
        hint = f"Mungkin maksud Anda: {near} {short(rest)}".rstrip()
    else:
        hint = f"Baris di sini dapat diawali: {', '.join(_may_begin(language, expected))}."
    return Wrong(line, "not-understood", f"Baris ini tidak dipahami: {said(words)}.", (hint,))


def _may_begin(language: Language, expected: str) -> Iterator[str]:
    tokens = {"background": "Background", "scenario": "Scenario", "examples": "Examples"}
    if "#StepLine" in expected:
        yield from dict.fromkeys(word for word in step_words(language) if word != "*")
    if "#TableRow" in expected:
        yield "| (baris tabel)"
    yield from (
        f"{HEADS[language][section]}:" for section in SECTIONS if f"#{tokens.get(section, '-')}Line" in expected
    )
    yield from ("@ (tanda)", "# (catatan)")


def _head(paper: _Text, section: Section) -> str:
    return HEADS[paper.language][section]


def _ragged(paper: _Text, line: int) -> Wrong:
    """A row of a table has more or fewer cells than the first."""
    first = line
    while paper.at(first - 1).startswith(("|", "#")) and first > 1:
        first -= 1
    while not paper.at(first).startswith("|") and first < line:
        first += 1
    message = f"Baris tabel ini mempunyai {_cells(paper.at(line))} kolom, padahal baris pertamanya (baris {first}) "
    message += f"{_cells(paper.at(first))}."
    hint = "Samakan banyaknya kolom; sel kosong ditulis | |, dan tanda | di dalam sel ditulis \\|."
    if not paper.at(line).endswith("|"):
        hint = f"Akhiri baris ini dengan tanda |. {hint}"
    return Wrong(line, "ragged-table", message, (hint,))


_BAR = re.compile(r"\\.|\|")


def _cells(row: str) -> int:
    return [found[0] for found in _BAR.finditer(row)].count("|") - 1
