"""Which rules of a pack a run uses: the profile, what the organisation changed, what the command line asks for."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engine.errors import PatuhError
from engine.pack import Pack
from engine.profiles import profile_rules
from engine.settings import OwnSettings, checked_rules
from schemas.report import ChangedRule, RulesInfo, SwitchedOff
from schemas.settings import RuleSettings


class NoRulesError(PatuhError):
    """Nothing is left to judge by, which must not look like a clean document."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The rules of a run."""

    names: tuple[str, ...]
    """Sorted."""
    info: RulesInfo
    """As the report tells it."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the command line asks for."""

    profile: str | None = None
    """None: that of the settings, else the default."""
    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()


def select_rules(pack: Pack, own: OwnSettings, wish: Wish) -> Selection:
    """
    Return the rules of a run.

    The command line wins over the settings, and these win over the profile: a rule that `only` names is used even
    where the profile leaves it out or the settings switch it off; a pattern chooses among what is left.

    Raises:
        UnknownRuleError: `only` or `skip` names a rule that does not exist.
        SettingsErrors: The settings do.
        NoRulesError: No rule is left.
    """
    changes = checked_rules(pack, own)
    profile = wish.profile or own.settings.check.profile or pack.profiles.default
    base = set(profile_rules(pack.profiles, profile, pack.rules))
    base |= {name for name, change in changes.items() if change.enabled}
    base -= {name for name, change in changes.items() if change.enabled is False}
    chosen = (_asked(pack, wish.only, base) if wish.only else base) - pack.named(wish.skip)
    if not chosen:
        raise NoRulesError("no rule is left")
    names = tuple(sorted(chosen))
    off = [name for name, change in sorted(changes.items()) if change.enabled is False and name not in chosen]
    mine = _Own(changes, own.settings.check.workday_minutes, own.settings.organisation.name)
    return Selection(names, _info(pack, profile, names, off, mine))


@dataclass(frozen=True, slots=True)
class _Own:
    """What of the settings decides on findings."""

    rules: Mapping[str, RuleSettings]
    workday_minutes: int | None
    organisation: str | None


def _asked(pack: Pack, only: Iterable[str], base: set[str]) -> set[str]:
    chosen: set[str] = set()
    for asked in only:
        found = pack.named([asked])
        chosen |= found & base if any(sign in asked for sign in "*?[") else found
    return chosen


def _info(pack: Pack, profile: str, names: tuple[str, ...], off: list[str], own: _Own) -> RulesInfo:
    changed = tuple(
        ChangedRule(rule=name, severity=own.rules[name].severity, params=own.rules[name].params)
        for name in names
        if name in own.rules and (own.rules[name].severity or own.rules[name].params)
    )
    return RulesInfo.model_construct(
        profile=profile,
        count=len(names),
        digest=_digest(pack, own),
        organisation=own.organisation,
        switched_off=tuple(SwitchedOff(rule=name, reason=own.rules[name].reason or "") for name in off),
        changed=changed,
    )


def installed_digest(pack: Pack, own: OwnSettings) -> str:
    """
    Return the digest that a report would state which these rules and settings judged.

    Raises:
        SettingsErrors: The settings do not fit the rules.
    """
    return _digest(pack, _Own(checked_rules(pack, own), own.settings.check.workday_minutes, None))


def _digest(pack: Pack, own: _Own) -> str:
    """Of the rules and tables, and of what the settings make of them; the same as without settings when nothing."""
    rules = {
        name: one.model_dump(mode="json", include={"enabled", "severity", "params"}) for name, one in own.rules.items()
    }
    if not rules and own.workday_minutes is None:
        return pack.digest
    content = json.dumps([pack.digest, rules, own.workday_minutes], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()
