"""Which rules a profile has."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable, Sequence

from engine.errors import suggest
from engine.rulefile import RuleFile
from engine.yamlfile import Path_
from schemas.profile import Choice, Profile, Profiles, gravest
from schemas.rule import Rule


def profile_rules(profiles: Profiles, name: str, rules: Sequence[Rule]) -> frozenset[str]:
    """
    Return the names of the rules of profile *name*.

    Raises:
        KeyError: there is no such profile.
    """
    by_name = {profile.name: profile for profile in profiles.profiles}
    profile: Profile | None = by_name[name]
    found: set[str] = set()
    while profile is not None:
        found |= {rule.name for rule in rules if _any(profile.include, rule) and not _any(profile.exclude, rule)}
        profile = by_name[profile.extends] if profile.extends else None
    return frozenset(found)


def check_profiles(profiles: Profiles, file: RuleFile, rules: Sequence[Rule], components: Iterable[str]) -> None:
    """Note in *file* every name of a rule or component that does not exist."""
    names, parts = [rule.name for rule in rules], set(components)
    for index, profile in enumerate(profiles.profiles):
        for key in ("include", "exclude"):
            for number, choice in enumerate(getattr(profile, key)):
                at: Path_ = ("profiles", index, key, number)
                for place, pattern in enumerate(choice.rules):
                    if not fnmatch.filter(names, pattern):
                        file.fault((*at, "rules", place), f"no such rule: {pattern!r}{suggest(pattern, names)}")
                for place, part in enumerate(choice.component):
                    if part not in parts:
                        file.fault((*at, "component", place), f"unknown component {part!r}{suggest(part, parts)}")


def _any(choices: Iterable[Choice], rule: Rule) -> bool:
    return any(_holds(choice, rule) for choice in choices)


def _holds(choice: Choice, rule: Rule) -> bool:
    return (
        (not choice.severity or gravest(rule) in choice.severity)
        and (not choice.confidence or rule.confidence in choice.confidence)
        and (not choice.component or rule.component in choice.component)
        and (not choice.rules or any(fnmatch.fnmatchcase(rule.name, pattern) for pattern in choice.rules))
    )
