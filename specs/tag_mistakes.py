"""Tags by which scenarios are traced to rules and articles, and which of them lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from engine.pack import Pack
from engine.requirements import NAME, read_requirements
from specs.nearest import alike
from specs.reading import FeatureText
from specs.step_mistakes import knows_rule, rule_hints
from specs.wrong import Wrong, said

RULES_DIR = Path(__file__).resolve().parent.parent / "rules"
_TRACE = re.compile(r"(aturan|pasal)-(.*)", re.IGNORECASE | re.DOTALL)
_ARTICLES: dict[str, tuple[str, ...]] = {}
"""Digest of the rules -> the names of the articles."""


def articles(pack: Pack) -> tuple[str, ...]:
    """Return the names of the articles that a tag `@pasal-...` may name."""
    if pack.digest not in _ARTICLES:
        found = read_requirements(RULES_DIR / NAME, pack)
        _ARTICLES[pack.digest] = tuple(requirement.id for requirement in found)
    return _ARTICLES[pack.digest]


def tags_wrong(feature: FeatureText, pack: Pack, drafts: frozenset[str]) -> Iterator[Wrong]:
    """Yield what is wrong in the tags; each is looked at where it stands."""
    for tags in feature.tagged:
        seen: dict[str, int] = {}
        for tag, line in tags:
            if tag in seen:
                message = f"Tanda {said('@' + tag)} sudah ada pada baris {seen[tag]}."
                yield Wrong(line, "duplicate-tag", message, ("Hapus salah satunya.",))
            elif trace := _TRACE.fullmatch(tag):
                yield from _trace(trace, line, pack, drafts)
            seen.setdefault(tag, line)


def _trace(tag: re.Match[str], line: int, pack: Pack, drafts: frozenset[str]) -> Iterator[Wrong]:
    kind, name = tag[1], tag[2]
    if not kind.islower():
        message = f"Tanda {said('@' + tag[0])} harus diawali huruf kecil."
        yield Wrong(line, "tag-form", message, (f"Tulis: @{kind.lower()}-{name[:60]}",))
    elif kind == "aturan" and name not in drafts and not knows_rule(pack, name):
        message = f"Tanda {said('@' + tag[0])} menunjuk aturan yang tidak ada."
        yield Wrong(line, "unknown-rule-tag", message, rule_hints(pack, name, drafts, "@aturan-"), about=name)
    elif kind == "pasal" and name not in articles(pack):
        near = alike(name, articles(pack))
        hint = (f"Mungkin maksud Anda: {' atau '.join(f'@pasal-{one}' for one in near)}",) if near else ()
        message = f"Tanda {said('@' + tag[0])} menunjuk pasal yang tidak ada."
        yield Wrong(line, "unknown-article-tag", message, (*hint, "Daftar pasal: patuh rules coverage"), about=name)
