"""What `--watch` watches: specs with the files that they name, rules with their cases, settings."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from commands.common import FIXTURES_DIR, RuleSource
from commands.watching import Changed
from engine.cases import case_document
from engine.pack import Pack
from engine.settings import NAME, OwnSettings
from schemas.rule import Rule
from schemas.spec import SpecRun
from specs.bench import bench_for
from specs.files import asked_files
from specs.judging import Bench
from specs.naming import named_files, names_any
from specs.run import SpecRequest, run_specs, warm


@dataclass
class RuleFiles:
    """The files from which rules come."""

    source: RuleSource
    own: OwnSettings = field(default_factory=OwnSettings)
    """As they were when they could last be read."""
    broken: bool = False
    """They cannot be read now."""

    def read(self) -> None:
        """
        Read the settings again.

        Raises:
            SettingsErrors: They cannot be read.
        """
        self.broken = True
        self.own = self.source.own()
        self.broken = False

    def places(self) -> list[Path]:
        """The folders of rules."""
        return [place.absolute() for place in self.source.places(self.own)]

    def files(self) -> set[Path]:
        """Rules, tables, settings; also those that are not there (yet)."""
        found = {path for place in self.places() for path in (*place.glob("*.yaml"), *place.glob("*/*.yaml"))}
        if self.broken:  # what they name may be beside them, and not there yet
            found |= {path for settings in self.settings() for path in settings.parent.iterdir()}
        return found | self.settings() | {path.absolute() for _, path in self.own.tables}

    def concerned(self, changed: Changed) -> Changed:
        """Those of the changed files from which rules come, or came."""
        alone = self.settings() | {path.absolute() for _, path in self.own.tables}
        places = self.places()
        return frozenset(
            path
            for path in changed
            if path in alone or (path.suffix == ".yaml" and any(place in path.parents for place in places))
        )

    def settings(self) -> set[Path]:
        """The files in which settings are, or may come to be."""
        if self.source.no_config:
            return set()
        named = {path.absolute() for path in (self.source.config, self.own.path) if path}
        return named or {Path.cwd() / NAME}

    def folders(self) -> set[Path]:
        """Where they are, and may come to be."""
        return {path.parent for path in self.files()} | set(self.places())


@dataclass
class SpecWatch:
    """Feature files, run again when they, the files that they name, or rules change."""

    paths: Sequence[Path]
    rules: RuleFiles
    request: Callable[[], SpecRequest]
    """What the user asked for, as it stands now."""
    show: Callable[[SpecRun], None]
    _now: SpecRequest | None = None
    _bench: Bench | None = None
    _before: tuple[Rule, ...] = ()
    """Rules as they were before the last change of one."""

    def folders(self) -> set[Path]:
        """Where feature files, files that they name, and rules are."""
        below = {place for path in self.paths if path.is_dir() for place in _below(path.absolute())}
        return below | {path.parent for path in self.files()} | self.rules.folders()

    def files(self) -> set[Path]:
        """All that a scenario may depend on."""
        features = {path.absolute() for path in self._features()}
        named = {path for feature in features for path in named_files(feature)}
        return features | named | self.rules.files()

    def _features(self) -> Iterable[Path]:
        return asked_files(self.paths).files

    def prepare(self, changed: Changed | None) -> None:
        """Load the rules again where they changed."""
        if changed is None or self._bench is None or self.rules.concerned(changed):
            self._before = self._bench.pack.rules if self._bench else ()
            self.rules.read()
            self._bench = None
            request = self.request()
            bench = bench_for(request.choice, request.as_of)
            warm(bench)
            self._bench = bench
        self._now = self.request()

    def run(self, changed: Changed | None) -> None:
        """Run the feature files that a change concerns."""
        assert self._now is not None
        files = self._now.files if changed is None else tuple(self._concerned(self._now.files, changed))
        if files:
            self.show(run_specs(replace(self._now, files=files), self._bench))

    def _concerned(self, files: Sequence[Path], changed: Changed) -> list[Path]:
        """Those that changed or name what changed; of rules: those that name one, all where none does."""
        found = {path for path in files if path.absolute() in changed or changed & named_files(path.absolute())}
        of_rules = self.rules.concerned(changed)
        if of_rules:
            assert self._bench is not None
            rules = [rule for rule in (*self._before, *self._bench.pack.rules) if _file(rule) in of_rules]
            naming = {path for path in files if names_any(path, rules)}
            whole = not naming or of_rules - set(map(_file, rules))
            found |= set(files) if whole else naming
        return [path for path in files if path in found]


def _file(rule: Rule) -> Path:
    return Path(rule.file).absolute()


def _below(folder: Path) -> Iterator[Path]:
    for place, folders, _ in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield Path(place)


@dataclass
class RulesWatch:
    """The cases of rules, run again when rules or the documents of cases change."""

    rules: RuleFiles
    cases: Callable[[Pack, Sequence[Rule]], None]
    """Runs the cases of these rules and prints what came of them."""
    only: tuple[str, ...] = ()
    _pack: Pack | None = None

    def folders(self) -> set[Path]:
        """Where rules, and the documents of their cases, are."""
        return {path.parent for path in self.files()} | self.rules.folders()

    def files(self) -> set[Path]:
        """All that a case depends on."""
        rules = self._pack.rules if self._pack else ()
        return self.rules.files() | {path for rule in rules for path in _documents(rule)}

    def prepare(self, changed: Changed | None) -> None:
        """Load the rules again where they changed."""
        if changed is None or self._pack is None or self.rules.concerned(changed):
            self.rules.read()
            self._pack = None
            self._pack = self.rules.source.stated_pack()

    def run(self, changed: Changed | None) -> None:
        """Run the cases that a change concerns."""
        assert self._pack is not None
        chosen = self._pack.select(self.only)
        if changed is not None:
            concerned = [rule for rule in chosen if _file(rule) in changed or changed & _documents(rule)]
            chosen = chosen if changed - self._of_rules() else tuple(concerned)
        if chosen:
            self.cases(self._pack, chosen)

    def _of_rules(self) -> set[Path]:
        """Files that concern the rules alone that lie in them, or whose cases name them."""
        assert self._pack is not None
        return {path for rule in self._pack.rules for path in (_file(rule), *_documents(rule))}


def _documents(rule: Rule) -> set[Path]:
    return {case_document(FIXTURES_DIR, case.document) for case in rule.cases if case.document is not None}
