"""
A run of behaviour specs as JUnit XML: a feature file is a suite, a scenario a test.

A scenario that did not hold is a failure; one that could not be run, and each mistake of a file, an error. No times are
told, so that the same run is the same file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reports.labels import Language
from reports.spec.words import WORDS, Words, example
from reports.words import harmless
from reports.xml import attribute, content
from schemas.spec import FeatureRun, ScenarioResult, SpecMistake, SpecRun

_ELEMENT = {"failed": "failure", "error": "error"}


def write(run: SpecRun, lang: Language) -> bytes:
    """Return UTF-8 XML."""
    suites = [_suite(feature, run, lang) for feature in run.features]
    counts = " ".join(f'{name}="{sum(suite.counts[name] for suite in suites)}"' for name in _COUNTED)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="patuh spec" {counts}>',
        *(line for suite in suites for line in suite.lines),
        "</testsuites>",
    ]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


_COUNTED = ("tests", "failures", "errors")


@dataclass(frozen=True)
class _Suite:
    counts: dict[str, int]
    lines: list[str]


def _suite(feature: FeatureRun, run: SpecRun, lang: Language) -> _Suite:
    ended = [one.ended for one in feature.scenarios]
    counts = {
        "tests": len(ended) + len(feature.mistakes),
        "failures": ended.count("failed"),
        "errors": ended.count("error") + len(feature.mistakes),
    }
    told = " ".join(f'{name}="{count}"' for name, count in counts.items())
    head = f'  <testsuite name={attribute(harmless(feature.path))} {told} skipped="0" file={attribute(feature.path)}>'
    cases = [_mistake(one, feature, lang) for one in feature.mistakes]
    cases += [_case(one, lang) for one in feature.scenarios]
    return _Suite(counts, [head, *_properties(feature, run), *cases, "  </testsuite>"])


def _properties(feature: FeatureRun, run: SpecRun) -> Iterator[str]:
    values = {
        "feature": feature.name,
        "as-of": run.as_of.isoformat(),
        "profile": run.rules.profile,
        "rules": run.rules.digest,
        "patuh": run.tool.version,
    }
    yield "    <properties>"
    for name, value in values.items():
        yield f'      <property name="{name}" value={attribute(harmless(value))}/>'
    yield "    </properties>"


def _head(path: str, line: int, name: str) -> str:
    """The class name is the file, for services that show no suites; they part it at dots."""
    group = attribute(harmless(path.replace(".", "_")))
    return f'    <testcase classname={group} name={attribute(harmless(name))} file={attribute(path)} line="{line}"'


def _mistake(one: SpecMistake, feature: FeatureRun, lang: Language) -> str:
    number = feature.mistakes.index(one) + 1
    name = f"{WORDS[lang].mistake} {number}"
    text = "\n".join([f"{one.path}:{one.line}: {one.message}", *(f"- {hint}" for hint in one.hints)])
    return f"{_head(one.path, one.line, name)}>{_result('error', one.code, one.message, text)}</testcase>"


def _case(one: ScenarioResult, lang: Language) -> str:
    row = example(one, lang)
    head = _head(one.path, one.failed_line or one.line, f"{one.name} ({row})" if row else one.name)
    if one.ended == "passed":
        return f"{head}/>"
    message = one.expected or "; ".join(one.found) or WORDS[lang].ended[one.ended]
    text = "\n".join(_told(one, WORDS[lang]))
    return f"{head}>{_result(_ELEMENT[one.ended], one.ended, message, text)}</testcase>"


def _result(element: str, kind: str, message: str, text: str) -> str:
    return f"<{element} type={attribute(kind)} message={attribute(harmless(message))}>{content(text)}</{element}>"


def _told(one: ScenarioResult, words: Words) -> Iterator[str]:
    """All of what came of a scenario: its steps and how each ended, what was expected, what was found."""
    yield harmless(f"{one.path}:{one.failed_line or one.line}: {one.name}")
    for step in one.steps:
        said = f"{words.line.format(line=step.line)}: {step.keyword} {step.text} [{words.step_ended[step.ended]}]"
        yield f"  {harmless(said)}"
    if one.expected:
        yield harmless(f"{words.expected}: {one.expected}")
    label = words.found if one.ended == "failed" else words.reason
    yield from (harmless(f"{label}: {line}") for line in one.found or (words.nothing_found,))
