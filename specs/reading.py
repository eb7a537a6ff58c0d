"""
A feature file as its text: scenarios, steps, tags, and where each stands.

pytest-bdd reads it again to run it; this is for looking for mistakes and for traceability, without running anything.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gherkin.ast_builder import AstBuilder
from gherkin.errors import CompositeParserException, ParserError, ParserException
from gherkin.parser import Parser
from gherkin.token import Token
from gherkin.token_scanner import TokenScanner

from specs.dialects import is_outline
from specs.grammar import refused
from specs.vocabulary import Moment
from specs.wrong import Wrong

MAX_BYTES = 2 * 1024 * 1024
"""A feature file is not larger."""
MAX_LINES = 40_000
"""Nor does it have more lines: Gherkin takes half a minute for two million bytes of short ones."""
MAX_WEIGHT = 10_000_000
"""Characters of all steps as they are run: a background counts in each scenario, an outline in each row."""
_STEP = 100
"""What a step weighs besides its characters."""
SUFFIX = ".feature"
_FENCES = ('"""', "```")
_MOMENTS: Mapping[str, Moment] = {"Context": "given", "Action": "when", "Outcome": "then"}
_JOINED = frozenset({"Conjunction", "Unknown"})


class FeatureError(Exception):
    """A file that cannot be read as a feature; told in Indonesian."""

    def __init__(self, *wrong: Wrong) -> None:
        super().__init__(wrong[0].message)
        self.wrong = wrong
        self.line = wrong[0].line
        self.message = wrong[0].message


@dataclass(frozen=True)
class StepText:
    """One step as written."""

    keyword: str
    moment: Moment
    text: str
    line: int
    table: tuple[tuple[str, ...], ...] | None = None
    doc: str | None = None
    table_lines: tuple[int, ...] = ()
    joined: bool = False
    """It goes on as the step before it: `Dan`, `Tetapi`, `*`."""


@dataclass(frozen=True)
class ExamplesText:
    """A table of examples of an outline."""

    line: int
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    row_lines: tuple[int, ...]
    tags: tuple[str, ...] = ()
    head_line: int = 0
    """0: it has no table."""


@dataclass(frozen=True)
class ScenarioText:
    """One scenario as written, with the steps of the background before its own."""

    name: str
    line: int
    steps: tuple[StepText, ...]
    tags: tuple[tuple[str, int], ...]
    """Without @, of the feature too, and the line of each."""
    outline: bool
    examples: tuple[ExamplesText, ...] = ()
    description: str = ""
    before: int = 0
    """How many of the steps are those of backgrounds."""

    @property
    def own_steps(self) -> tuple[StepText, ...]:
        """The steps that stand in the scenario itself."""
        return self.steps[self.before :]


@dataclass(frozen=True)
class BackgroundText:
    """What stands before every scenario of a feature or of a rule of Gherkin."""

    line: int
    steps: tuple[StepText, ...]


@dataclass(frozen=True)
class FeatureText:
    """One feature file as written."""

    path: Path
    language: str
    name: str
    line: int
    scenarios: tuple[ScenarioText, ...]
    backgrounds: tuple[BackgroundText, ...] = ()
    tagged: tuple[tuple[tuple[str, int], ...], ...] = ()
    """Of each thing that has tags: its own, without @, and the line of each."""
    prose: tuple[tuple[int, str], ...] = field(default=(), repr=False)
    """The lines of descriptions, which no step was found in."""
    lines: tuple[str, ...] = field(default=(), repr=False)
    """The whole text; line 1 is the first."""
    comments: tuple[tuple[str, int], ...] = ()
    """With their #, and the line of each."""


class _Builder(AstBuilder):
    """Keeps where descriptions stand besides what they say."""

    def reset(self) -> None:
        super().reset()
        self.prose: list[tuple[int, str]] = []

    def build(self, token: Token) -> None:
        if getattr(token, "matched_type", "") == "Other" and self.current_node.rule_type == "Description":
            self.prose.append((token.location["line"], token.line.get_line_text().strip()))
        super().build(token)


def read_feature(path: Path) -> FeatureText:
    """
    Read a feature file: UTF-8 with or without a byte order mark, lines ended as on any system.

    Raises:
        FeatureError: It cannot be opened, or is no feature.
    """
    text = _text(_bytes(path))
    builder = _Builder()
    try:
        document: Any = Parser(builder).parse(TokenScanner(text))
    except CompositeParserException as error:
        raise FeatureError(*refused(text, error.errors)) from error
    except ParserException as error:
        raise FeatureError(*refused(text, [error])) from error
    except ParserError as error:
        raise FeatureError(*refused(text, [])) from error
    feature = document.get("feature")
    if feature is None:
        raise FeatureError(*refused(text, []))
    return _feature(path, feature, builder, tuple(text.split("\n")))


def block_line(path: Path, step: int) -> int:
    """Return the line in which the block of text below the step of line *step* begins; *step* where there is none."""
    try:
        lines = _text(_bytes(path)).split("\n")
    except FeatureError:
        return step
    below = (at for at in range(step, len(lines)) if lines[at].lstrip().startswith(_FENCES))
    return next((at + 2 for at in below), step)


def _bytes(path: Path) -> bytes:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            hint = "Pindahkan berkas di dalamnya, atau ganti nama foldernya tanpa .feature."
            raise FeatureError(Wrong(1, "folder", "Ini folder, bukan berkas spesifikasi.", (hint,)))
        if not stat.S_ISREG(mode):
            raise FeatureError(Wrong(1, "unreadable", "Ini bukan berkas biasa, jadi tidak dibaca."))
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise FeatureError(Wrong(1, "unreadable", *_unreadable(error))) from error
    if len(data) > MAX_BYTES:
        raise _too_large(f"lebih besar daripada {MAX_BYTES // 1024 // 1024} MB")
    return data


def _too_large(how: str) -> FeatureError:
    hint = "Bagi skenarionya ke dalam beberapa berkas .feature."
    return FeatureError(Wrong(1, "too-large", f"Berkas ini {how}, jadi tidak dibaca.", (hint,)))


def _unreadable(error: OSError | ValueError) -> tuple[str, tuple[str, ...]]:
    if isinstance(error, FileNotFoundError):
        return "Berkas ini tidak ada.", ("Periksa nama dan foldernya.",)
    if isinstance(error, PermissionError):
        return "Berkas ini tidak boleh dibaca.", ("Minta izin baca kepada pengelola komputer.",)
    return "Berkas ini tidak dapat dibaca.", ("Periksa apakah berkas dan tempat penyimpanannya masih baik.",)


_PLAIN_TEXT = "Simpan sebagai teks biasa dengan penyandian UTF-8 (Notepad: Simpan sebagai, Penyandian: UTF-8)."


def _text(data: bytes) -> str:
    """Return the text, as pytest-bdd will read it: whatever ends a line, it is a newline here."""
    utf_16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\0" in data and not utf_16:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        message = "Ini bukan berkas teks (mungkin dokumen Word, PDF, atau gambar yang bernama .feature)."
        raise FeatureError(Wrong(line, "binary", message, (_PLAIN_TEXT,)))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = 1 if utf_16 else data[: error.start].count(b"\n") + 1
        message = "Berkas ini disimpan dengan penyandian UTF-16." if utf_16 else "Baris ini memuat huruf di luar UTF-8."
        raise FeatureError(Wrong(line, "not-utf8", message, (_PLAIN_TEXT,))) from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > MAX_LINES:
        raise _too_large(f"lebih panjang daripada {MAX_LINES} baris")
    return text


def _feature(path: Path, node: Mapping[str, Any], builder: _Builder, lines: tuple[str, ...]) -> FeatureText:
    return FeatureText(
        path,
        node["language"],
        node["name"].strip(),
        node["location"]["line"],
        tuple(_bounded(_scenarios(node["children"], (), _tags(node), node["language"]))),
        backgrounds=tuple(_backgrounds(node["children"])),
        tagged=tuple(filter(None, _tagged(node))),
        prose=tuple(builder.prose),
        lines=lines,
        comments=tuple((one["text"].strip(), one["location"]["line"]) for one in builder.comments),
    )


def _bounded(scenarios: Iterator[ScenarioText]) -> Iterator[ScenarioText]:
    """
    The scenarios, as long as they can be looked at and run in reasonable time.

    Raises:
        FeatureError: They are too many.
    """
    weight = 0
    for scenario in scenarios:
        times = max(1, sum(1 + len(table.rows) for table in scenario.examples))
        weight += times * sum(map(_weight, scenario.steps))
        if weight > MAX_WEIGHT:
            hint = "Bagi skenarionya, latar belakangnya, atau baris contohnya ke dalam beberapa berkas .feature."
            message = "Sampai di sini langkah-langkah berkas ini terlalu banyak untuk dijalankan."
            raise FeatureError(Wrong(scenario.line, "too-large", message, (hint,)))
        yield scenario


def _weight(step: StepText) -> int:
    cells = sum(len(cell) for row in step.table or () for cell in row)
    return _STEP + len(step.text) + len(step.doc or "") + cells


def _scenarios(
    children: Sequence[Mapping[str, Any]],
    before: tuple[StepText, ...],
    tags: tuple[tuple[str, int], ...],
    language: str,
) -> Iterator[ScenarioText]:
    for child in children:
        if "background" in child:
            before = (*before, *_steps(child["background"]["steps"]))
        elif "rule" in child:
            yield from _scenarios(child["rule"]["children"], before, (*tags, *_tags(child["rule"])), language)
        elif "scenario" in child:
            yield _scenario(child["scenario"], before, tags, language)


def _scenario(
    node: Mapping[str, Any], before: tuple[StepText, ...], tags: tuple[tuple[str, int], ...], language: str
) -> ScenarioText:
    return ScenarioText(
        name=" ".join(node["name"].split()),
        line=node["location"]["line"],
        steps=(*before, *_steps(node["steps"])),
        tags=(*tags, *_tags(node)),
        outline=is_outline(language, node["keyword"]),
        examples=tuple(map(_examples, node["examples"])),
        description=node["description"],
        before=len(before),
    )


def _backgrounds(children: Sequence[Mapping[str, Any]]) -> Iterator[BackgroundText]:
    for child in children:
        if "background" in child:
            node = child["background"]
            yield BackgroundText(node["location"]["line"], tuple(_steps(node["steps"])))
        elif "rule" in child:
            yield from _backgrounds(child["rule"]["children"])


def _tagged(node: Mapping[str, Any]) -> Iterator[tuple[tuple[str, int], ...]]:
    """Yield the tags of a feature or a rule, then those of what is in it."""
    yield _tags(node)
    for child in node["children"]:
        if "rule" in child:
            yield from _tagged(child["rule"])
        elif "scenario" in child:
            yield _tags(child["scenario"])
            yield from map(_tags, child["scenario"]["examples"])


def _examples(node: Mapping[str, Any]) -> ExamplesText:
    head = node.get("tableHeader")
    body = node.get("tableBody") or []
    return ExamplesText(
        line=node["location"]["line"],
        heads=_cells(head) if head else (),
        rows=tuple(map(_cells, body)),
        row_lines=tuple(row["location"]["line"] for row in body),
        tags=tuple(tag for tag, _ in _tags(node)),
        head_line=head["location"]["line"] if head else 0,
    )


def _cells(row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(cell["value"] for cell in row["cells"])


def _tags(node: Mapping[str, Any]) -> tuple[tuple[str, int], ...]:
    return tuple((tag["name"].removeprefix("@"), tag["location"]["line"]) for tag in node["tags"])


def _steps(nodes: Sequence[Mapping[str, Any]]) -> Iterator[StepText]:
    moment: Moment = "given"
    for node in nodes:
        moment = _MOMENTS.get(node["keywordType"], moment)
        table, doc = node.get("dataTable"), node.get("docString")
        yield StepText(
            keyword=node["keyword"].strip(),
            moment=moment,
            text=node["text"],
            line=node["location"]["line"],
            table=tuple(map(_cells, table["rows"])) if table else None,
            doc=doc["content"] if doc else None,
            table_lines=tuple(row["location"]["line"] for row in table["rows"]) if table else (),
            joined=node["keywordType"] in _JOINED,
        )
