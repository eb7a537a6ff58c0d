"""
Digests of all that verdicts depend on: when one is as it was, what was read, or judged, need not be done again.

They are of contents, never of places or times: the same program in another folder, or on another machine with the same
libraries, comes to the same.
"""

from __future__ import annotations

import dataclasses
import hashlib
import importlib.metadata
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from pydantic import BaseModel

import archive
import auditing
import engine
import extraction
import readers
import schemas
from archive.terms import Terms
from auditing.limits import read_options
from auditing.run import RuleChoice, tool
from auditing.selection import Selection
from engine.audit import full_name
from engine.pack import Pack
from extraction.sop import WORKDAY_MINUTES
from readers.options import ReadOptions
from readers.programs import ProgramError, installed, run
from reports.labels import Language
from schemas.rule import Rule

READING_LIBRARIES: Final = (
    *("asn1crypto", "cryptography", "lxml", "numpy", "onnxruntime", "opencv-python", "opencv-python-headless"),
    *("pillow", "pydantic", "pyhanko", "pyhanko-certvalidator", "pypdfium2", "rapidfuzz", "rapidocr", "xlrd"),
)
"""Distributions that readers and extraction use, and the one that models are made with."""
JUDGING_LIBRARIES: Final = ("durable-rules", "pydantic", "rapidfuzz")
"""Distributions that facts and verdicts are made with."""

_OF_READING: Final = ("gathering*.py", "models.py")
"""Modules of this package that make what is kept of a document beside its models."""
_OF_JUDGING: Final = ((archive, ("judging.py", "merging.py")), (auditing, ("document.py",)))
_NOT_JUDGING: Final = {"name", "file", "lines", "why", "examples", "cases"}
"""What of a rule is neither judged by nor printed in a report; its name is what its key is found by."""
DIGEST_LENGTH: Final = 32
"""Hex digits of a digest."""
_OFFICE: Final = ("soffice", "libreoffice")
_PROGRAM_SECONDS = 30
_PROGRAM_BYTES = 2 * 1024**3


def terms(choice: RuleChoice, pack: Pack, selection: Selection) -> Terms:
    """
    Return by what a run judges.

    Args:
        choice: The rules as asked for.
        pack: Those rules, with the changes of the settings.
        selection: Which of them are used.

    Raises:
        SettingsErrors: A certificate that the settings name cannot be read.
    """
    rule_keys = {name: rule_key(pack.rule(name), pack, choice.lang) for name in selection.names}
    single = {name: key for name, key in rule_keys.items() if pack.rule(name).applies_to != ("archive",)}
    minutes = choice.own.settings.check.workday_minutes or WORKDAY_MINUTES
    return Terms(
        tool=tool(),
        rules_info=selection.info,
        extractor=extractor_key(read_options(choice.own), minutes),
        facts=facts_key(pack),
        rules=digest(rule_keys),
        rule_keys=rule_keys,
        document_rules=digest(single),
        document_rule_keys=single,
        language=choice.lang,
    )


def extractor_key(options: ReadOptions, workday_minutes: int) -> str:
    """
    Return the digest of what makes models of bytes.

    Args:
        options: How much is read, and by which means; the folder that keeps recognised pages does not count.
        workday_minutes: Minutes of a working day.
    """
    sources = [*_files(readers), *_files(extraction), *_files(schemas), *_some(archive, _OF_READING)]
    plain = dataclasses.replace(options, cache=None)
    python = sys.version_info[:2]  # models are kept as its pickles
    return digest([sources, _versions(READING_LIBRARIES), _programs(options), python, plain, workday_minutes])


def facts_key(pack: Pack) -> str:
    """Return the digest of what makes facts of models and verdicts of facts, but for the rules."""
    sources = [*_files(engine), *(file for package, names in _OF_JUDGING for file in _some(package, names))]
    tables = [
        pack.grading,
        pack.regulations,
        pack.regulation_types,
        pack.regulation_issuers,
        pack.glossary,
        pack.akip,
        pack.ratings,
    ]
    return digest([sources, _versions(JUDGING_LIBRARIES), tables])


def rule_key(rule: Rule, pack: Pack, language: Language) -> str:
    """Return the digest of all that the outcome and the words of a rule depend on, besides the facts."""
    printed = [full_name(pack.regulations[source.regulation], language) for source in rule.source]
    criteria = {number: pack.akip.criteria[number] for number in rule.akip} if pack.akip else {}
    name = pack.regulations[pack.akip.regulation].short_name if pack.akip and rule.akip else ""
    judging = {field: getattr(rule, field) for field in type(rule).model_fields.keys() - _NOT_JUDGING}
    return digest([judging, printed, criteria, name, language])


def digest(value: Any) -> str:
    """Return the digest of a value of plain parts, models and dataclasses; sets and mappings have no order in it."""
    plain = json.dumps(_plain(value), sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(plain.encode()).hexdigest()[:DIGEST_LENGTH]


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return {name: _plain(getattr(value, name)) for name in type(value).model_fields}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if value is None or isinstance(value, str | int | float | bool):  # a word of a closed list is a str, too
        return value
    if isinstance(value, Mapping):
        return {str(_plain(key)): _plain(one) for key, one in value.items()}
    if isinstance(value, AbstractSet):
        return sorted((_plain(one) for one in value), key=str)
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return hashlib.sha256(value).hexdigest() if isinstance(value, bytes) else str(value)


def _files(package: ModuleType) -> Iterator[tuple[str, str]]:
    """Name and digest of each file of a package and of those below it, in the order of the names."""
    for folder in map(Path, package.__path__):
        yield from _digests(package.__name__, folder, folder.rglob("*"))


def _some(package: ModuleType, patterns: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The same of the files of a package whose names fit."""
    for folder in map(Path, package.__path__):
        yield from _digests(package.__name__, folder, {path for pattern in patterns for path in folder.glob(pattern)})


def _digests(package: str, folder: Path, paths: Iterable[Path]) -> list[tuple[str, str]]:
    own = [path for path in paths if path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc"]
    return sorted(
        (f"{package}/{path.relative_to(folder).as_posix()}", hashlib.sha256(path.read_bytes()).hexdigest())
        for path in own
    )


def _versions(distributions: Iterable[str]) -> dict[str, str]:
    """The versions of those that are installed: a document may be read that could not be read without one."""
    found: dict[str, str] = {}
    for name in distributions:
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return found


def _programs(options: ReadOptions) -> dict[str, str]:
    """What the programs of the system that readers may ask say of themselves."""
    found: dict[str, str] = {}
    if options.ocr in ("auto", "tesseract") and installed("tesseract"):
        found["tesseract"] = _answer("tesseract", "--version").partition("\n")[0]
        found["languages"] = _answer("tesseract", "--list-langs").partition("\n")[2]  # the first line names a folder
    office = next(filter(installed, _OFFICE), None) if options.convert else None
    return found if office is None else found | {"office": _answer(office, "--version").partition("\n")[0]}


def _answer(program: str, asked: str) -> str:
    try:
        return run([program, asked], seconds=_PROGRAM_SECONDS, memory=_PROGRAM_BYTES).decode("utf-8", "replace")
    except (ProgramError, OSError):
        return ""
