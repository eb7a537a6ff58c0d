"""The tool of a SARIF run: rules with their help, and regulations as taxonomies of clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from reports.book import Book
from reports.labels import Language
from schemas.report import Confidence, Severity
from schemas.rule import Rule, Texts

LEVELS = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "error",
    Severity.MINOR: "warning",
    Severity.ADVICE: "note",
}
_RANKS = {Severity.CRITICAL: 90, Severity.MAJOR: 65, Severity.MINOR: 40, Severity.ADVICE: 15}
_SURER = {Confidence.HIGH: 10, Confidence.MEDIUM: 5, Confidence.LOW: 0}
_PLACE = re.compile(r"\{([^{}]*)\}")
_SEMANTIC = re.compile(r"\d+\.\d+\.\d+(?:[-+].*)?$")
_BINDING = {"id": {"shall": "wajib", "should": "sebaiknya"}, "en": {"shall": "shall", "should": "should"}}
_HEADINGS = {
    "id": ("Mengapa penting", "Kriteria", "Akibat bila dibiarkan", "Cara memperbaiki", "Contoh yang melanggar",
           "Contoh yang benar"),
    "en": ("Why it matters", "Criterion", "Effect", "How to mend it", "An example that breaks it",
           "An example that keeps it"),
}  # fmt: skip
_AKIP = {"id": "Kriteria evaluasi AKIP", "en": "Criteria of the AKIP evaluation"}
_NOTIFICATIONS = {
    "id": {
        "error": "Dokumen tidak dapat diperiksa ({code})",
        "notice": "Catatan pembacaan ({code})",
        "rule-not-evaluated": "Aturan tidak dapat dinilai",
        "document-unknown": "Dokumen tidak dikenali",
    },
    "en": {
        "error": "The document could not be audited ({code})",
        "notice": "A note on reading ({code})",
        "rule-not-evaluated": "A rule could not be evaluated",
        "document-unknown": "The document is not recognised",
    },
}


def rank(severity: Severity, confidence: Confidence) -> float:
    """Return the priority of a result, 0-100: the severity first, then how sure the finding is."""
    return float(_RANKS[severity] + _SURER[confidence])


def escaped(text: str) -> str:
    """Return *text* as a SARIF message: braces doubled (§3.11.5), and nothing that reads as an embedded link."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")


@dataclass(frozen=True)
class Catalogue:
    """What results refer to: rules, regulations and their clauses, each by its index."""

    book: Book

    @cached_property
    def indices(self) -> dict[str, int]:
        """Name of a rule -> its index."""
        return {rule.name: index for index, rule in enumerate(self.book.canon.rules)}

    @cached_property
    def _clauses(self) -> dict[str, dict[str, int]]:
        """Id of a regulation -> clause -> index, both in the order of their names."""
        found: dict[str, set[str]] = {}
        for rule in self.book.canon.rules:
            for source in rule.source:
                found.setdefault(source.regulation, set()).add(source.clause)
        return {
            name: {clause: index for index, clause in enumerate(sorted(clauses))}
            for name, clauses in sorted(found.items())
        }

    @cached_property
    def _components(self) -> dict[str, dict[str, Any]]:
        """Id of a regulation -> reference to its taxonomy."""
        return {name: {"name": self._short(name), "index": index} for index, name in enumerate(self._clauses)}

    @cached_property
    def _criteria(self) -> dict[str, int]:
        akip = self.book.canon.akip
        return {number: index for index, number in enumerate(akip.criteria)} if akip else {}

    @cached_property
    def _taxa_of_rules(self) -> dict[str, list[dict[str, Any]]]:
        return {
            rule.name: [self._clause(one.regulation, one.clause) for one in _sources(rule)]
            for rule in self.book.canon.rules
        }

    def taxa(self, rule: str, akip: tuple[str, ...]) -> list[dict[str, Any]]:
        """Return references to the clauses that a rule rests on, and to criteria of the AKIP evaluation."""
        component = {"name": _AKIP[self.book.lang], "index": len(self._clauses)}
        criteria = [
            {"id": number, "index": self._criteria[number], "toolComponent": component}
            for number in akip
            if number in self._criteria
        ]
        return self._taxa_of_rules.get(rule, []) + criteria

    def driver(self, notifications: list[str]) -> dict[str, Any]:
        """Return the program, with all rules."""
        tool, lang = self.book.tool, self.book.lang
        references = [*self._components.values()]
        references += [{"name": _AKIP[lang], "index": len(references)}] if self._criteria else []
        return {
            "name": tool.name,
            "version": tool.version,
            **({"semanticVersion": tool.version} if _SEMANTIC.match(tool.version) else {}),
            "language": lang,
            "rules": [self._rule(rule) for rule in self.book.canon.rules],
            "notifications": [_notification(name, lang) for name in notifications],
            "supportedTaxonomies": references,
            "properties": {"engine": tool.engine},
        }

    def taxonomies(self) -> Iterator[dict[str, Any]]:
        """Yield the regulations that rules rest on, each with the clauses that they name."""
        lang = self.book.lang
        for name, clauses in self._clauses.items():
            regulation = self.book.canon.regulations.get(name)
            yield {
                "name": self._short(name),
                **({"shortDescription": {"text": regulation.title}} if regulation else {}),
                **({"organization": regulation.issuer} if regulation and regulation.issuer else {}),
                "language": "id",
                "isComprehensive": False,
                "taxa": [{"id": clause, "shortDescription": {"text": clause}} for clause in clauses],
                "properties": {"id": name, **({"status": regulation.status} if regulation else {})},
            }
        akip = self.book.canon.akip
        if akip:
            yield {
                "name": _AKIP[lang],
                "shortDescription": {"text": self._short(akip.regulation)},
                "language": "id",
                "isComprehensive": True,
                "taxa": [{"id": number, "shortDescription": {"text": asks}} for number, asks in akip.criteria.items()],
            }

    def _short(self, regulation: str) -> str:
        known = self.book.canon.regulations.get(regulation)
        return known.short_name if known else regulation

    def _clause(self, regulation: str, clause: str) -> dict[str, Any]:
        return {
            "id": clause,
            "index": self._clauses[regulation][clause],
            "toolComponent": self._components[regulation],
        }

    def _rule(self, rule: Rule) -> dict[str, Any]:
        lang = self.book.lang
        title = _filled(rule.title, rule, lang)
        return {
            "id": rule.name,
            "name": _pascal_case(title),
            "shortDescription": {"text": escaped(f"{title} ({rule.code})")},
            "fullDescription": {"text": escaped(_filled(rule.why, rule, lang))},
            "help": self._help(rule),
            "defaultConfiguration": {"level": LEVELS[rule.severity], "rank": rank(rule.severity, rule.confidence)},
            "relationships": [
                {
                    "target": self._clause(one.regulation, one.clause),
                    "kinds": ["relevant"],
                    "properties": {"modality": one.modality},
                }
                for one in _sources(rule)
            ],
            "properties": {
                "code": rule.code,
                "severity": rule.severity.value,
                "confidence": rule.confidence.value,
                "precision": rule.confidence.value,
                "component": rule.component,
                "akip": list(rule.akip),
                "tags": sorted({rule.name.partition("/")[0], rule.component, *rule.applies_to}),
            },
        }

    def _help(self, rule: Rule) -> dict[str, str]:
        """Why, criterion, effect, how to mend it, examples."""
        chapters = list(self._chapters(rule))
        text = "\n\n".join(f"{title}:\n" + "\n".join(f"- {one}" for one in said) for title, said in chapters)
        marked = "\n\n".join(
            f"### {title}\n\n" + "\n".join(f"- {_marked(one)}" for one in said) for title, said in chapters
        )
        return {"text": escaped(text), "markdown": escaped(marked)}

    def _chapters(self, rule: Rule) -> Iterator[tuple[str, list[str]]]:
        lang = self.book.lang
        why, criterion, effect, fix, breaks, keeps = _HEADINGS[lang]
        yield why, [_filled(rule.why, rule, lang)]
        yield (
            criterion,
            [
                f"{self._full(one.regulation)}, {one.clause}: {_filled(one.asks, rule, lang)}"
                f" ({_BINDING[lang][one.modality]})"
                for one in rule.source
            ],
        )
        texts = [variant.finding or rule.finding for variant in rule.variants] or [rule.finding]
        yield effect, list(dict.fromkeys(_filled(one.effect, rule, lang) for one in texts))
        yield fix, list(dict.fromkeys(_filled(one.recommendation, rule, lang) for one in texts))
        for title, example in ((breaks, rule.examples.get("breaks")), (keeps, rule.examples.get("keeps"))):
            if example:
                yield title, [_filled(example, rule, lang)]

    def _full(self, regulation: str) -> str:
        known = self.book.canon.regulations.get(regulation)
        if known is None:
            return regulation
        return known.short_name if known.title in known.short_name else f"{known.short_name} ({known.title})"


def _sources(rule: Rule) -> list[Any]:
    """The sources of a rule, each clause once."""
    return list({(one.regulation, one.clause): one for one in rule.source}.values())


def _notification(name: str, lang: Language) -> dict[str, Any]:
    kind, _, code = name.partition("/")
    about = {"text": escaped(_NOTIFICATIONS[lang][kind].format(code=code))}
    return {"id": name, "shortDescription": about, "fullDescription": about}


def _filled(texts: Texts, rule: Rule, lang: Language) -> str:
    """The text with the parameters, and dots where a finding has words of the document."""

    def word(match: re.Match[str]) -> str:
        alias, _, name = match[1].partition(".")
        return str(rule.params.get(name, "…")) if alias == "params" else "…"

    return " ".join(_PLACE.sub(word, texts.en if lang == "en" else texts.id).split())


def _marked(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>|#&])", r"\\\1", text)


def _pascal_case(title: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in re.findall(r"[^\W_]+", title))
