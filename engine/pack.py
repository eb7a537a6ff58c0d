"""
The rule pack: a folder of rule files, read, checked and made one value.

``rules/<topic>/<name>.yaml`` is the rule ``<topic>/<name>``. The files directly in ``rules/`` are tables: regulations,
grading, and others that are no matter of the engine.
"""

from __future__ import annotations

import contextlib
import fnmatch
import hashlib
import os
import pickle
import re
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated, Any, BinaryIO, TypeVar

import pydantic
from pydantic import BaseModel, ConfigDict, Field, ValidationError

import engine
import schemas
from engine.errors import RulePackError, RulePackErrors, UnknownRuleError, suggest
from engine.knowledge import Knowledge
from engine.profiles import check_profiles
from engine.register import Register
from engine.rulefile import RuleFile, read_rule, report_validation, unknown
from engine.vocabulary import check_akip, check_component, check_rule
from engine.yamlfile import Path_, read_yaml
from schemas.akip import Akip
from schemas.base import Model
from schemas.glossary import Glossary
from schemas.grading import Grading
from schemas.profile import Profiles
from schemas.ratings import Ratings
from schemas.regulation import Issuer, RegisterFile, Regulation, RegulationType
from schemas.rule import Rule

TABLES = frozenset(
    {
        "regulations.yaml",
        "grading.yaml",
        "glossary.yaml",
        "profiles.yaml",
        "requirements.yaml",
        "akip.yaml",
        "ratings.yaml",
    }
)
_JUDGING_TABLES = ("akip.yaml", "glossary.yaml", "grading.yaml", "profiles.yaml", "ratings.yaml", "regulations.yaml")
"""Those on which findings and grades depend."""
MAX_RULES = 4096
"""Rules in one pack that the engine can hold."""
MAX_FILES = 10_000
"""Files below a rules folder: more is not a rules folder but a mistake in an option."""

_NOT_FOR_JUDGING: dict[str, Any] = {"why": None, "examples": {}, "cases": ()}
"""Most of a rule file: what is left out of a rule that only judges."""
_M = TypeVar("_M", bound=BaseModel)
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@cache
def everything() -> Profiles:
    """The profiles of a folder that has no table of them."""
    return Profiles.model_validate(
        {
            "default": "standar",
            "profiles": [
                {
                    "name": "standar",
                    "title": {"id": "Semua aturan", "en": "All rules"},
                    "about": {"id": "Semua aturan.", "en": "All rules."},
                    "include": [{}],
                }
            ],
        }
    )


class Pack(Model):
    """All rules of a run, checked."""

    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))

    rules: tuple[Rule, ...]
    """Sorted by name."""
    digest: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """SHA-256 of the contents of all rule files and of the tables that findings depend on."""
    grading: Grading
    regulations: dict[str, Regulation]
    """By id."""
    regulation_types: tuple[RegulationType, ...] = ()
    regulation_issuers: tuple[Issuer, ...] = ()
    regulation_sources: dict[str, str] = Field(default_factory=dict)
    """Key -> what it stands for, of the sources that the regulations name."""
    glossary: Glossary = Glossary.model_construct()
    akip: Akip | None = None
    ratings: Ratings | None = None
    profiles: Profiles = Field(default_factory=everything)

    def with_rules(self, rules: tuple[Rule, ...]) -> Pack:
        """Return this pack with other rules."""
        return Pack.model_construct(**{name: getattr(self, name) for name in Pack.model_fields} | {"rules": rules})

    def rule(self, asked: str) -> Rule:
        """
        Return the rule of that name or code.

        Raises:
            UnknownRuleError: there is none; the message names the nearest.
        """
        found = self._index.get(asked)
        if found is None:
            raise UnknownRuleError(asked, tuple(self._index))
        return found

    def select(self, only: Iterable[str] = (), skip: Iterable[str] = ()) -> tuple[Rule, ...]:
        """
        Return the rules that *only* asks for (all when it is empty) without those of *skip*.

        Both take names, codes and patterns such as ``person/*``.

        Raises:
            UnknownRuleError: something asked for is in no rule's name or code.
        """
        wanted = self.named(only)
        unwanted = self.named(skip)
        return tuple(rule for rule in self.rules if (not wanted or rule.name in wanted) and rule.name not in unwanted)

    def named(self, patterns: Iterable[str]) -> set[str]:
        """
        Return the names of the rules that names, codes and patterns stand for.

        Raises:
            UnknownRuleError: one of them stands for no rule.
        """
        names: set[str] = set()
        for pattern in patterns:
            if any(sign in pattern for sign in "*?["):
                found = {rule.name for rule in self.rules if fnmatch.fnmatchcase(rule.name, pattern)}
                if not found:
                    raise UnknownRuleError(pattern, tuple(self._index))
                names |= found
            else:
                names.add(self.rule(pattern).name)
        return names

    @cached_property
    def knowledge(self) -> Knowledge:
        """What facts are made with."""
        return Knowledge(
            Register(self.regulations, self.regulation_types, self.regulation_issuers),
            self.glossary,
            self.akip,
            self.ratings,
        )

    @cached_property
    def _index(self) -> dict[str, Rule]:
        return {rule.name: rule for rule in self.rules} | {rule.code: rule for rule in self.rules}


OwnTables = Sequence[tuple[str, Path]]
"""Tables that lie in no folder of rules: the name that such a table has in rules/, and its file."""


def load_pack(rules_dir: Path, *extra_dirs: Path, tables: OwnTables = ()) -> Pack:
    """
    Read and check the rules of *rules_dir* and of further folders of the same shape.

    Grading and profiles come from *rules_dir* alone; further folders and *tables* may add rules, regulations and words.

    Raises:
        RulePackErrors: all faults of all files, each with file and line.
    """
    return _Loading(_Files((rules_dir, *extra_dirs), tables)).pack()


def cached_pack(rules_dir: Path, *extra_dirs: Path, tables: OwnTables = (), whole: bool = True) -> Pack:
    """
    As `load_pack`, from the compiled copy in the user's cache folder when nothing has changed since.

    A cache that is absent, corrupt, not the user's own or cannot be written only costs time.

    Args:
        rules_dir: As for `load_pack`.
        extra_dirs: As for `load_pack`.
        tables: As for `load_pack`.
        whole: Also what judging does not need: the cases, the examples, and why a rule matters.
    """
    files = _Files((rules_dir, *extra_dirs), tables)
    path, key = _cache_path(files), _cache_key(files)
    pack = _from_cache(path, key, whole=whole)
    if pack is None:
        pack = _Loading(files).pack()
        _to_cache(path, key, pack)
    return pack


class _Files:
    """The files of the folders, read once: for the digest and for the parser."""

    def __init__(self, folders: Sequence[Path], own_tables: OwnTables = ()) -> None:
        self.folders = folders
        self.own_tables = own_tables
        self.errors: list[RulePackError] = []
        self.tables: list[dict[str, tuple[Path, bytes]]] = []
        """For each folder its tables: file name -> path and content."""
        self.rules: list[tuple[str, Path, bytes]] = []
        """Name, path and content of each rule file, sorted by folder and name."""
        for folder in folders:
            self._read(folder)
        self.tables += [{name: (path, self._content(path))} for name, path in own_tables]

    def parts(self) -> Iterator[tuple[str, bytes]]:
        """Yield name and content of what findings depend on; line ends do not count."""
        for number, tables in enumerate(self.tables):
            for name in _JUDGING_TABLES:
                if name in tables:
                    yield f"{number}/{name}", tables[name][1].replace(b"\r\n", b"\n")
        for name, _, data in self.rules:
            yield name, data.replace(b"\r\n", b"\n")

    def _read(self, folder: Path) -> None:
        tables: dict[str, tuple[Path, bytes]] = {}
        self.tables.append(tables)
        if not folder.is_dir():
            self._fault(folder, "no such folder of rules")
            return
        for path in self._listed(folder):
            relative = path.relative_to(folder)
            if len(relative.parts) == 1 and relative.name in TABLES:
                tables[relative.name] = (path, self._content(path))
            elif len(relative.parts) == 2 and path.suffix == ".yaml":
                self._rule(relative, path)
            elif path.suffix in (".yaml", ".yml"):
                self._fault(path, f"a rule lies in <topic>/<name>.yaml, a table is one of {', '.join(sorted(TABLES))}")

    def _listed(self, folder: Path) -> list[Path]:
        found: list[Path] = []
        for root, folders, names in os.walk(folder):
            folders[:] = sorted(name for name in folders if not name.startswith((".", "__")))
            found += [Path(root, name) for name in sorted(names) if not name.startswith(".")]
            if len(found) > MAX_FILES:
                self._fault(folder, f"more than {MAX_FILES} files: this is no folder of rules")
                return []
        return found

    def _rule(self, relative: Path, path: Path) -> None:
        name = relative.with_suffix("").as_posix()
        if not all(_NAME.fullmatch(part) for part in name.split("/")):
            self._fault(path, f"{name!r} cannot be a rule's name: lower-case letters, digits and single hyphens")
            return
        self.rules.append((name, path, self._content(path)))

    def _content(self, path: Path) -> bytes:
        try:
            return path.read_bytes()
        except OSError as error:
            self._fault(path, f"cannot be read: {error.strerror}")
            return b""

    def _fault(self, path: Path, message: str) -> None:
        self.errors.append(RulePackError(path, 1, message))


_Tables = tuple[dict[str, Regulation], tuple[RegulationType, ...], tuple[Issuer, ...], dict[str, str]]
"""Regulations by id, their kinds and issuers, and the keys of their sources."""


class _Loading:
    """One loading of a pack, with the faults found so far."""

    def __init__(self, files: _Files) -> None:
        self._files = files
        self._errors = list(files.errors)
        self._akip: Akip | None = None
        self._ratings: Ratings | None = None
        self._ids: set[str] = set()
        """All regulations that a file lists, also where a fault keeps the file from being used."""

    def pack(self) -> Pack:
        grading = self._grading()
        regulations, types, issuers, sources = self._register()
        glossary = self._glossary()
        self._akip = self._akip_table()
        self._ratings = self._ratings_table()
        rules = self._rules(grading)
        if not rules and not self._errors:
            self._errors.append(RulePackError(self._files.folders[0], 1, "no rule files in this folder"))
        profiles = self._profiles(rules, grading)
        if self._errors or grading is None:
            raise RulePackErrors(self._errors)
        return Pack(
            rules=rules,
            digest=_digest(self._files.parts()),
            grading=grading,
            regulations=regulations,
            regulation_types=types,
            regulation_issuers=issuers,
            regulation_sources=sources,
            glossary=glossary,
            akip=self._akip,
            ratings=self._ratings,
            profiles=profiles or everything(),
        )

    def _grading(self) -> Grading | None:
        found = self._files.tables[0].get("grading.yaml")
        if found is None:
            path = self._files.folders[0] / "grading.yaml"
            self._errors.append(RulePackError(path, 1, "is missing: it says how findings are graded"))
            return None
        file, plain = self._table(*found)
        return self._validated(file, Grading, plain)

    def _profiles(self, rules: Sequence[Rule], grading: Grading | None) -> Profiles | None:
        found = self._files.tables[0].get("profiles.yaml")
        if found is None:
            return None
        file, plain = self._table(*found)
        profiles = self._validated(file, Profiles, plain)
        if file is not None and profiles is not None and grading is not None and not self._errors:
            check_profiles(profiles, file, rules, grading.components)
            self._errors += file.errors
        return profiles

    def _glossary(self) -> Glossary:
        """The words of all folders as one glossary; those of a later folder win."""
        words = Glossary()
        for tables in self._files.tables:
            if "glossary.yaml" in tables:
                file, plain = self._table(*tables["glossary.yaml"])
                more = self._validated(file, Glossary, plain)
                words = words.joined(more) if more else words
        return words

    def _akip_table(self) -> Akip | None:
        """The criteria of the evaluation of SAKIP; without the table no rule may name one."""
        found = self._files.tables[0].get("akip.yaml")
        if found is None:
            return None
        file, plain = self._table(*found)
        akip = self._validated(file, Akip, plain)
        if file is not None and akip is not None and akip.regulation not in self._ids:
            message = f"regulation {akip.regulation!r} is not in rules/regulations.yaml"
            file.fault(("regulation",), message + suggest(akip.regulation, self._ids))
            self._take(file)
        return akip

    def _ratings_table(self) -> Ratings | None:
        """The scale of achievement that counts where a document declares none."""
        found = self._files.tables[0].get("ratings.yaml")
        if found is None:
            return None
        file, plain = self._table(*found)
        ratings = self._validated(file, Ratings, plain)
        if file is not None and ratings is not None and ratings.regulation not in self._ids:
            message = f"regulation {ratings.regulation!r} is not in rules/regulations.yaml"
            file.fault(("regulation",), message + suggest(ratings.regulation, self._ids))
            self._take(file)
        return ratings

    def _register(self) -> _Tables:
        """The regulations of all folders, each named as findings print it, and their kinds."""
        read = [found for tables in self._files.tables if (found := self._register_file(tables))]
        types: dict[str, RegulationType] = {}
        for _, register in read:
            for kind in register.types:
                types.setdefault(kind.code, kind)
        issuers = {issuer.name: issuer for _, register in reversed(read) for issuer in register.issuers}
        known: dict[str, Regulation] = {}
        for file, register in read:
            for index, row in enumerate(register.regulations):
                where = ("regulations", index)
                if known.setdefault(row.id, row) is not row:
                    file.fault(where, f"regulation {row.id!r} stands twice")
                elif row.type not in types:
                    file.fault((*where, "type"), unknown("kind of regulation", row.type, types))
                elif row.issuer is not None and row.issuer not in issuers:
                    file.fault((*where, "issuer"), unknown("issuer", row.issuer, issuers))
                else:
                    known[row.id] = _named(row, types[row.type])
        register_of_all = Register(known, types.values())
        for file, register in read:
            _check_names(file, register, register_of_all)
            self._take(file)
        sources = {key: words for _, register in reversed(read) for key, words in register.sources.items()}
        return known, tuple(types.values()), tuple(issuers.values()), sources

    def _register_file(self, tables: Mapping[str, tuple[Path, bytes]]) -> tuple[RuleFile, RegisterFile] | None:
        if "regulations.yaml" not in tables:
            return None
        file, plain = self._table(*tables["regulations.yaml"])
        if file is None:
            return None
        if not isinstance(plain, dict):
            self._errors.append(RulePackError(file.path, 1, "'regulations:' with a list below it is wanted here"))
            return None
        rows = plain.get("regulations")
        self._ids |= {str(row.get("id")) for row in rows if isinstance(row, dict)} if isinstance(rows, list) else set()
        register = self._validated(file, RegisterFile, plain)
        return (file, register) if register is not None else None

    def _take(self, file: RuleFile) -> None:
        self._errors += file.errors
        file.errors.clear()

    def _table(self, path: Path, data: bytes) -> tuple[RuleFile | None, Any]:
        try:
            node = read_yaml(path, data)
        except RulePackErrors as error:
            self._errors += error.errors
            return None, None
        return RuleFile(path, node), node.plain()

    def _validated(self, file: RuleFile | None, model: type[_M], plain: Any, at: Path_ = ()) -> _M | None:
        if file is None:
            return None
        try:
            return model.model_validate(plain)
        except ValidationError as error:
            report_validation(file, error, at, model)
            self._take(file)
            return None

    def _rules(self, grading: Grading | None) -> tuple[Rule, ...]:
        read: list[tuple[Rule, RuleFile]] = []
        for name, path, data in self._files.rules:
            try:
                rule, file = read_rule(path, name, data)
            except RulePackErrors as error:
                self._errors += error.errors
                continue
            if rule is not None:
                check_rule(rule, file, self._ids)
                if grading is not None:
                    check_component(rule, file, grading)
                check_akip(rule, file, self._akip)
                read.append((rule, file))
            self._errors += file.errors
        self._twice(read, "name")
        self._twice(read, "code")
        if len(read) > MAX_RULES:
            self._errors.append(RulePackError(self._files.folders[0], 1, f"more than {MAX_RULES} rules"))
        return tuple(sorted((rule for rule, _ in read), key=lambda rule: rule.name))

    def _twice(self, read: Sequence[tuple[Rule, RuleFile]], what: str) -> None:
        first: dict[str, str] = {}
        for rule, file in read:
            value: str = getattr(rule, what)
            other = first.setdefault(value, rule.file)
            if other != rule.file:
                line = file.node.line_of((what,))
                self._errors.append(RulePackError(file.path, line, f"{what} {value!r} is taken by {other}"))


def _named(row: Regulation, kind: RegulationType) -> Regulation:
    """The row with its name as findings print it."""
    if row.name or not (row.number and row.year):
        return row
    return row.model_copy(update={"name": f"{kind.short} {row.number}/{row.year}"})


def _check_names(file: RuleFile, register: RegisterFile, known: Register) -> None:
    """A regulation that another row names must be readable as one, or it would never be found again."""
    for index, row in enumerate(register.regulations):
        named: list[tuple[Path_, str | None]] = [(("amends",), row.amends), (("overtaken_by",), row.overtaken_by)]
        named += [(("replaced_by", at), name) for at, name in enumerate(row.replaced_by)]
        named += [(("amended_by", at, "regulation"), change.regulation) for at, change in enumerate(row.amended_by)]
        named += [(("amended_by", at, "made_law_by"), change.made_law_by) for at, change in enumerate(row.amended_by)]
        if row.revoked_by:
            named.append((("revoked_by", "regulation"), row.revoked_by.regulation))
        for where, name in named:
            if name and known.parse(name) is None:
                file.fault(("regulations", index, *where), f"{name!r} must read 'KIND NUMBER/YEAR' with a known kind")


def _digest(parts: Iterable[tuple[str, bytes]]) -> str:
    digest = hashlib.sha256()
    for name, data in parts:
        digest.update(name.encode() + b"\0" + hashlib.sha256(data).digest())
    return digest.hexdigest()


def _cache_path(files: _Files) -> Path:
    """One file for each set of folders, so that a rule author's thousand versions leave one file behind."""
    paths = [*files.folders, *(path for _, path in files.own_tables)]
    places = "\0".join(str(path.absolute()) for path in paths)
    return _cache_folder() / f"pack-{hashlib.sha256(places.encode()).hexdigest()[:16]}.pickle"


def _cache_folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(base) if base else Path("~/.cache").expanduser()) / "patuh"


def _cache_key(files: _Files) -> str:
    """
    Digest of the rule files, where they lie, and of the program that read them, its Python and pydantic included.

    The program counts as the sizes and times of its own files: that is right for an installed version as for a
    checkout that is being worked on, and needs no version number to be kept up.
    """
    digest = hashlib.sha256(_digest(files.parts()).encode())
    digest.update(f"{sys.version} {pydantic.VERSION} {_own_files()}".encode())
    for _, path, _ in files.rules:
        digest.update(str(path).encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()


def _own_files() -> str:
    folders = [Path(path) for package in (engine, schemas) for path in package.__path__]
    entries = [entry for folder in folders for entry in os.scandir(folder) if entry.name.endswith(".py")]
    stats = [(entry.path, entry.stat().st_mtime_ns, entry.stat().st_size) for entry in entries]
    return repr(sorted(stats))


def _from_cache(path: Path, key: str, *, whole: bool) -> Pack | None:
    """
    Unpickle a pack: as Python trusts the byte code beside its modules, a file that no other user can have written.

    It begins with what judging needs, so that the rest need not be read.
    """
    try:
        with path.open("rb") as stream:
            if not _is_own(stream) or stream.readline().decode() != f"{key}\n":
                return None
            pack: Pack = pickle.load(stream)  # noqa: S301 - see above
            return _with_aside(pack, pickle.load(stream)) if whole else pack  # noqa: S301
    except Exception:  # noqa: BLE001 - whatever is wrong with it, the rule files are there
        return None


def _is_own(stream: BinaryIO) -> bool:
    """Whether the file is the user's own and no other may write into it; where there are no such rights it is."""
    if not hasattr(os, "getuid"):
        return True
    status = os.fstat(stream.fileno())
    return status.st_uid == os.getuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _with_aside(pack: Pack, aside: Sequence[Mapping[str, Any]]) -> Pack:
    rules = tuple(rule.model_copy(update=dict(parts)) for rule, parts in zip(pack.rules, aside, strict=True))
    return pack.model_copy(update={"rules": rules})


def _to_cache(path: Path, key: str, pack: Pack) -> None:
    """Write beside and rename, so that another process never reads half a pack."""
    aside = [{name: getattr(rule, name) for name in _NOT_FOR_JUDGING} for rule in pack.rules]
    judging = _with_aside(pack, [_NOT_FOR_JUDGING] * len(pack.rules))
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.stem)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(f"{key}\n".encode())
                pickle.dump(judging, stream, pickle.HIGHEST_PROTOCOL)
                pickle.dump(aside, stream, pickle.HIGHEST_PROTOCOL)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
