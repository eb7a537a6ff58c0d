"""
The settings of an organisation: found, read, checked, and put upon the rules.

What a command line says wins over `patuh.toml`, and that wins over the profile. A name that does not exist is an error
with its line, as in a rule file: a misspelt rule would stay switched on, and nobody would know.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from engine.errors import RulePackErrors, UnknownRuleError, suggest
from engine.pack import Pack
from engine.rulefile import RuleFile, report_validation
from engine.tomlfile import read_toml
from engine.vocabulary import param_problem
from engine.yamlfile import Located
from schemas.rule import Rule
from schemas.settings import RuleSettings, Settings

NAME = "patuh.toml"


class SettingsErrors(RulePackErrors):
    """All faults of the settings."""

    what = "pengaturan"


@dataclass(frozen=True)
class OwnSettings:
    """The settings that hold for a run; without a file all are as patuh has them."""

    settings: Settings = field(default_factory=Settings.model_construct)
    path: Path | None = None
    node: Located = field(default_factory=lambda: Located(1, {}), repr=False, compare=False)
    """The file with its lines."""

    @property
    def folder(self) -> Path | None:
        """The organisation's folder of rules."""
        return self.beside(self.settings.own.rules)

    @property
    def tables(self) -> tuple[tuple[str, Path], ...]:
        """The organisation's tables: the name that such a table has in rules/, and its file."""
        own = self.settings.own
        found = (("regulations.yaml", self.beside(own.regulations)), ("glossary.yaml", self.beside(own.glossary)))
        return tuple((name, path) for name, path in found if path is not None)

    def beside(self, name: str | None) -> Path | None:
        """The file or folder that a setting names, relative to patuh.toml."""
        return self.path.parent / name if name is not None and self.path is not None else None


def find_settings(folder: Path) -> Path | None:
    """Return the patuh.toml of *folder*, else that of the nearest folder around it, else None."""
    folder = folder.absolute()
    return next((place / NAME for place in (folder, *folder.parents) if (place / NAME).is_file()), None)


def read_settings(path: Path) -> OwnSettings:
    """
    Read one file of settings.

    Raises:
        SettingsErrors: all its faults, each with file and line.
    """
    try:
        file = RuleFile(path, read_toml(path))
    except RulePackErrors as error:
        raise SettingsErrors(error.errors) from error
    try:
        own = OwnSettings(Settings.model_validate(file.node.plain()), path, file.node)
    except ValidationError as error:
        report_validation(file, error, model=Settings)
        raise SettingsErrors(file.errors) from error
    for key, wanted in (("rules", own.folder), *((name.removesuffix(".yaml"), place) for name, place in own.tables)):
        if wanted is not None and not (wanted.is_dir() if key == "rules" else wanted.is_file()):
            file.fault(("own", key), f"no such {'folder' if key == 'rules' else 'file'}: {wanted}")
    if file.errors:
        raise SettingsErrors(file.errors)
    return own


def settings_fault(own: OwnSettings, place: tuple[str, ...], message: str) -> SettingsErrors:
    """One fault of the settings, with the line of its place."""
    file = RuleFile(own.path or Path(NAME), own.node)
    file.fault(place, message)
    return SettingsErrors(file.errors)


def tuned(pack: Pack, own: OwnSettings) -> Pack:
    """
    Return *pack* with the parameters and severities that the organisation set.

    Raises:
        SettingsErrors: a rule, parameter, value or profile that does not exist.
    """
    changes = checked_rules(pack, own)
    if not any(change.params or change.severity for change in changes.values()):
        return pack
    return pack.with_rules(
        tuple(_tuned(rule, changes[rule.name]) if rule.name in changes else rule for rule in pack.rules)
    )


def checked_rules(pack: Pack, own: OwnSettings) -> dict[str, RuleSettings]:
    """
    Return the settings by the name of the rule.

    Raises:
        SettingsErrors: a rule, parameter, value or profile that does not exist.
    """
    file = RuleFile(own.path or Path(NAME), own.node)
    found: dict[str, RuleSettings] = {}
    profile, profiles = own.settings.check.profile, [profile.name for profile in pack.profiles.profiles]
    if profile is not None and profile not in profiles:
        file.fault(("check", "profile"), f"no such profile: {profile!r}{suggest(profile, profiles)}")
    for asked, change in own.settings.rules.items():
        try:
            rule = pack.rule(asked)
        except UnknownRuleError as error:
            file.fault(("rules", asked), str(error))
            continue
        if rule.name in found:
            file.fault(("rules", asked), f"rule {rule.name!r} stands twice, by its name and by its code")
        for name, problem in _param_problems(rule, change.params):
            file.fault(("rules", asked, "params", name), problem)
        found[rule.name] = change
    if file.errors:
        raise SettingsErrors(file.errors)
    return found


def _param_problems(rule: Rule, params: Mapping[str, int | str]) -> Iterator[tuple[str, str]]:
    for name, value in params.items():
        if name not in rule.params:
            has = suggest(name, rule.params) if rule.params else "; it has none"
            yield name, f"{rule.name} has no parameter {name!r}{has}"
        else:
            problem = param_problem(rule, name, value)
            if problem:
                yield name, problem


def _tuned(rule: Rule, change: RuleSettings) -> Rule:
    update: dict[str, object] = {"params": rule.params | change.params}
    if change.severity is not None:
        variants = tuple(variant.model_copy(update={"severity": None}) for variant in rule.variants)
        update |= {"severity": change.severity, "variants": variants}
    return rule.model_copy(update=update)
