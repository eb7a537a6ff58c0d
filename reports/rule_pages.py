"""
The rules as pages for people who write no rules: what is asked, why, by which law, and how to mend it.

A page is put together once, as headings and what stands below them, and then written as HTML or Markdown. The HTML
needs nothing beside itself: no network, no script; the style stands in each page, so that one can be sent by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import groupby
from pathlib import Path

from reports.labels import LABELS
from reports.rules import judged
from schemas.profile import Profile, gravest
from schemas.regulation import Regulation
from schemas.report import Confidence, Outcome, Severity
from schemas.rule import FindingTexts, Rule

TOPICS = {
    "approval": "Pengesahan",
    "archive": "Arsip",
    "identity": "Bagian identitas",
    "legal": "Dasar hukum",
    "office": "Nama instansi dan daerah",
    "performance": "Data kinerja",
    "person": "Pejabat dan NIP",
    "related": "Keterkaitan dengan SOP lain",
    "scope": "Kesesuaian judul dan isi",
    "section": "Bagian lain formulir",
    "steps": "Langkah prosedur dan mutu baku",
    "text": "Bahasa dan ejaan",
}
"""Headings of the topics; a topic of an organisation stands by its own name."""

_PLACE = re.compile(r"\{([^{}]*)\}")
_STYLE = Path(__file__).with_name("rule_pages.css")
_LABELS = LABELS["id"]
_CONFIDENCE = {Confidence.HIGH: "tinggi", Confidence.MEDIUM: "sedang", Confidence.LOW: "rendah"}
_BINDING = {"shall": "wajib", "should": "sebaiknya"}
_SEVERITY_MEANS = {
    Severity.CRITICAL: "Dokumen tidak dapat dipakai sebelum diperbaiki.",
    Severity.MAJOR: "Syarat peraturan tidak dipenuhi; perbaiki sebelum disahkan.",
    Severity.MINOR: "Syaratnya dipenuhi dengan kekurangan; perbaiki pada kesempatan pertama.",
    Severity.ADVICE: "Saran agar dokumen lebih baik; tidak mengurangi keabsahannya.",
}


@dataclass(frozen=True, slots=True)
class Part:
    """One heading of a page and what stands below it."""

    title: str
    texts: tuple[str, ...] = ()
    items: tuple[tuple[str, str], ...] = ()
    """A list: each item with a short word before it, or none."""
    kind: str = ""
    """For the look: ``breaks``, ``keeps``, ``authors``."""


@dataclass(frozen=True, slots=True)
class Links:
    """Neighbours of a page."""

    before: Rule | None
    after: Rule | None


@dataclass(frozen=True)
class RuleBook:
    """The rules and what is needed to explain them."""

    rules: Sequence[Rule]
    """Sorted by name."""
    regulations: Mapping[str, Regulation]
    components: Mapping[str, str]
    """Component -> title."""
    profiles: Sequence[tuple[Profile, frozenset[str]]]
    """Each profile and the names of its rules."""

    def html(self) -> Iterator[tuple[str, str]]:
        """Yield name and content of each HTML file."""
        yield "index.html", self._html_index()
        for index, rule in enumerate(self.rules):
            before = self.rules[index - 1] if index else None
            after = self.rules[index + 1] if index + 1 < len(self.rules) else None
            yield _file(rule, "html"), self._html_page(rule, Links(before, after))

    def markdown(self) -> Iterator[tuple[str, str]]:
        """Yield name and content of each Markdown file."""
        yield "index.md", "\n".join(self._markdown_index())
        for rule in self.rules:
            yield _file(rule, "md"), "\n".join(self._markdown_page(rule))

    def parts(self, rule: Rule) -> Iterator[Part]:
        """Yield what a page says of one rule."""
        yield Part("Mengapa penting", (_filled(rule.why.id, rule),))
        conditions = tuple(_conditions(rule))
        dots = any("…" in words for _, words in conditions)
        yield Part("Bunyi temuan", ("Titik-titik diisi dengan kata dari dokumen.",) if dots else (), conditions)
        yield Part("Dasar hukum", items=tuple(self._criteria(rule)))
        for key, title in (("breaks", "Contoh yang melanggar"), ("keeps", "Contoh yang benar")):
            for name, example in rule.examples.items():
                if name == key:
                    yield Part(title, (_filled(example.id, rule),), kind=key)
        yield _listed("Akibat bila dibiarkan", _each(rule, "effect"))
        yield _listed("Cara memperbaiki", _each(rule, "recommendation"))
        kept = [case.name_id for case in rule.cases if case.expect is Outcome.CLEAN and case.name_id]
        if kept:
            yield Part("Bukan kekurangan", items=tuple(("", _sentence(name)) for name in kept))
        if rule.doubts:
            reasons = dict.fromkeys(_filled(doubt.reason.id, rule) for doubt in rule.doubts)
            yield Part("Kapan tidak dapat dinilai", items=tuple(("", reason) for reason in reasons))
        if rule.params:
            yield Part(
                "Angka yang dapat diatur instansi",
                (f'Dalam patuh.toml, di bawah [rules."{rule.name}".params]:',),
                tuple((name, str(value)) for name, value in rule.params.items()),
            )
        yield Part("Untuk penulis aturan", tuple(judged(rule, "id")), kind="authors")

    def facts(self, rule: Rule) -> list[tuple[str, str]]:
        """Return what stands at the top of a page, label and words."""
        used = [profile.name for profile, names in self.profiles if rule.name in names]
        return [
            ("Tingkat", _grade(rule)),
            ("Keyakinan", _CONFIDENCE[rule.confidence]),
            ("Dinilai dalam", self.components.get(rule.component, rule.component)),
            ("Profil", ", ".join(used) or "tidak satu pun"),
            ("Nama aturan", rule.name),
        ]

    def topics(self) -> list[tuple[str, list[Rule]]]:
        """Return the rules by topic, with the heading of each."""
        return [
            (TOPICS.get(topic, topic.capitalize()), list(rules))
            for topic, rules in groupby(self.rules, key=lambda rule: rule.name.partition("/")[0])
        ]

    def _criteria(self, rule: Rule) -> Iterator[tuple[str, str]]:
        for source in rule.source:
            known = self.regulations[source.regulation]
            title = "" if known.title in known.short_name else f" tentang {known.title}"
            asks = _sentence(_filled(source.asks.id, rule))
            yield _BINDING[source.modality], f"{known.short_name}{title}, {source.clause}. {asks}"

    def _html_page(self, rule: Rule, links: Links) -> str:
        topic = TOPICS.get(rule.name.partition("/")[0], rule.name.partition("/")[0].capitalize())
        facts = "".join(f"<dt>{escape(label)}</dt><dd>{escape(words)}</dd>" for label, words in self.facts(rule))
        body = [
            (
                f'<nav class="crumbs"><a href="index.html">Semua aturan</a> › <a href="index.html#{_anchor(topic)}">'
                f"{escape(topic)}</a></nav>"
            ),
            (
                f'<p class="code"><span class="badge {gravest(rule)}">{_LABELS.severity[gravest(rule)]}</span> '
                f"{escape(rule.code)}</p>"
            ),
            f"<h1>{escape(_filled(rule.title.id, rule))}</h1>",
            *map(_html_part, _examples_side_by_side(self.parts(rule))),
            f'<section><h2>Sekilas</h2><dl class="facts">{facts}</dl></section>',
            _html_neighbours(links),
        ]
        return _html_document(f"{rule.code} {_filled(rule.title.id, rule)}", "\n".join(body))

    def _html_index(self) -> str:
        topics = self.topics()
        links = " ".join(
            f'<a href="#{_anchor(title)}">{escape(title)} <small>{len(rules)}</small></a>' for title, rules in topics
        )
        body = [
            "<h1>Aturan pemeriksaan SOP dan data kinerja</h1>",
            (
                f"<p>{len(self.rules)} aturan. Setiap aturan mempunyai satu halaman: apa yang diperiksa, mengapa, "
                "dasar hukumnya, contoh yang salah dan yang benar, dan cara memperbaikinya.</p>"
            ),
            f'<nav class="topics" aria-label="Topik">{links}</nav>',
            *(_html_topic(title, rules) for title, rules in topics),
            _html_severities(),
            self._html_profiles(),
        ]
        return _html_document("Aturan pemeriksaan SOP dan data kinerja", "\n".join(body))

    def _html_profiles(self) -> str:
        rows = "".join(
            f"<dt>{escape(profile.name)} <small>{len(names)} aturan</small></dt><dd>{escape(profile.about.id)}</dd>"
            for profile, names in self.profiles
        )
        return f'<section><h2>Profil</h2><dl class="facts">{rows}</dl></section>'

    def _markdown_page(self, rule: Rule) -> Iterator[str]:
        yield from (f"# {rule.code} {_filled(rule.title.id, rule)}", "", "[Semua aturan](index.md)", "")
        yield from (f"- {label}: {words}" for label, words in self.facts(rule))
        for part in self.parts(rule):
            yield from ("", f"## {part.title}", "")
            yield from part.texts
            yield from ("", *(f"- **{word}** {text}" if word else f"- {text}" for word, text in part.items))

    def _markdown_index(self) -> Iterator[str]:
        yield from ("# Aturan pemeriksaan SOP dan data kinerja", "")
        for title, rules in self.topics():
            yield from (f"## {title}", "")
            for rule in rules:
                link = f"[{rule.code} {_filled(rule.title.id, rule)}]({_file(rule, 'md')})"
                yield f"- {link} ({_LABELS.severity[gravest(rule)]})"
            yield ""


def _grade(rule: Rule) -> str:
    worst = gravest(rule)
    words = f"{_LABELS.severity[worst]}. {_SEVERITY_MEANS[worst]}"
    lesser = {severity for severity, _ in _findings(rule)} - {worst}
    names = ", ".join(_LABELS.severity[one] for one in sorted(lesser, key=lambda severity: severity.rank))
    return f"{words} Dalam kasus tertentu: {names}." if names else words


def _file(rule: Rule, suffix: str) -> str:
    return f"{rule.name.replace('/', '-')}.{suffix}"


def _findings(rule: Rule) -> Iterator[tuple[Severity, FindingTexts]]:
    """Yield severity and texts of what the rule can find; every variant may have its own."""
    if not rule.variants:
        yield rule.severity, rule.finding
    for variant in rule.variants:
        yield variant.severity or rule.severity, variant.finding or rule.finding


def _conditions(rule: Rule) -> Iterator[tuple[str, str]]:
    said = dict.fromkeys((severity, _filled(texts.condition.id, rule)) for severity, texts in _findings(rule))
    for severity, words in sorted(said, key=lambda one: one[0].rank):
        yield _LABELS.severity[severity], words


def _each(rule: Rule, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_filled(getattr(texts, name).id, rule) for _, texts in _findings(rule)))


def _listed(title: str, texts: tuple[str, ...]) -> Part:
    """A paragraph, or a list of several."""
    return Part(title, texts) if len(texts) == 1 else Part(title, items=tuple(("", text) for text in texts))


def _filled(text: str, rule: Rule) -> str:
    """The text with the parameters, and dots where a finding has words of the document."""

    def word(match: re.Match[str]) -> str:
        alias, _, name = match[1].partition(".")
        return str(rule.params[name]) if alias == "params" else "…"

    return _PLACE.sub(word, text).strip()


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _anchor(title: str) -> str:
    return re.sub(r"[^a-z]+", "-", title.lower())


def _examples_side_by_side(parts: Iterable[Part]) -> Iterator[Part | tuple[Part, ...]]:
    for is_example, group in groupby(parts, key=lambda part: part.kind in ("breaks", "keeps")):
        if is_example:
            yield tuple(group)
        else:
            yield from group


def _html_part(part: Part | tuple[Part, ...]) -> str:
    if isinstance(part, tuple):
        boxes = "".join(f'<div class="{one.kind}"><h2>{escape(one.title)}</h2>{_html_inner(one)}</div>' for one in part)
        return f'<section class="examples">{boxes}</section>'
    if part.kind == "authors":
        return f'<details class="authors"><summary>{escape(part.title)}</summary>{_html_inner(part)}</details>'
    return f"<section><h2>{escape(part.title)}</h2>{_html_inner(part)}</section>"


def _html_inner(part: Part) -> str:
    texts = "".join(f"<p>{escape(text)}</p>" for text in part.texts)
    items = "".join(f"<li>{f'<b>{escape(word)}</b> ' if word else ''}{escape(text)}</li>" for word, text in part.items)
    return texts + (f"<ul>{items}</ul>" if items else "")


def _html_topic(title: str, rules: Sequence[Rule]) -> str:
    rows = "".join(
        f'<li><a href="{_file(rule, "html")}"><span class="badge {gravest(rule)}">'
        f'{_LABELS.severity[gravest(rule)]}</span><span class="title">{escape(_filled(rule.title.id, rule))}</span>'
        f"<small>{escape(rule.code)}</small></a></li>"
        for rule in rules
    )
    return f'<section><h2 id="{_anchor(title)}">{escape(title)}</h2><ul class="rules">{rows}</ul></section>'


def _html_severities() -> str:
    rows = "".join(
        f'<dt><span class="badge {severity}">{_LABELS.severity[severity]}</span></dt><dd>{escape(words)}</dd>'
        for severity, words in _SEVERITY_MEANS.items()
    )
    return f'<section><h2>Tingkat temuan</h2><dl class="facts">{rows}</dl></section>'


def _html_neighbours(links: Links) -> str:
    shown = [(links.before, "Sebelumnya"), (links.after, "Berikutnya")]
    inner = "".join(
        f'<a href="{_file(rule, "html")}"><small>{label}</small> {escape(_filled(rule.title.id, rule))}</a>'
        for rule, label in shown
        if rule is not None
    )
    return f'<nav class="neighbours">{inner}</nav>'


def _html_document(title: str, body: str) -> str:
    return (
        f'<!doctype html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n<title>{escape(title)}</title>\n'
        f"<style>\n{_style()}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


@cache
def _style() -> str:
    return _STYLE.read_text(encoding="utf-8")
