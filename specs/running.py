"""What the plugin does once it is switched on: collect feature files, find their steps, tell what came of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import pytest_bdd
from pytest_bdd import plugin as bdd_plugin
from pytest_bdd.feature import features, get_feature
from pytest_bdd.parser import ScenarioTemplate
from pytest_bdd.parsers import StepParser
from pytest_bdd.scenario import scenario_wrapper_template_registry

import specs.steps  # noqa: F401 - makes the steps known
from auditing.files import shown
from auditing.outputs import reason_of
from engine.errors import PatuhError
from schemas.spec import ScenarioResult, StepResult
from specs.bench import bench_of
from specs.claims import MistakeError, Unmet
from specs.desk import Desk
from specs.mistakes import MistakesError, refuse_mistakes
from specs.vocabulary import VOCABULARY, Found, Moment

_ENCODING = "utf-8-sig"
RESULT = "patuh_spec"
"""The attribute of a pytest report that holds a `schemas.spec.ScenarioResult` as plain values."""
_EXAMPLE = "_pytest_bdd_example"
"""The name under which pytest-bdd hands a row of examples to a scenario."""
_PARTED = re.compile("::+")
"""pytest takes the id of a test apart at these."""


class AnyStep(StepParser):
    """Takes each step of the vocabulary."""

    def __init__(self, moment: Moment) -> None:
        super().__init__(f"patuh-{moment}")
        self.moment = moment

    def is_matching(self, name: str) -> bool:
        """Whether such a step is known."""
        return VOCABULARY.find(self.moment, name) is not None

    def parse_arguments(self, name: str) -> dict[str, Any]:
        """Return the step as it is known."""
        return {"found": VOCABULARY.find(self.moment, name)}


@pytest.fixture
def desk(request: pytest.FixtureRequest) -> Desk:
    """An empty desk."""
    made = Desk(bench_of(request.config), feature=request.path)
    request.node.stash[DESK] = made
    return made


def _change(found: Found, desk: Desk, datatable: Any = None, docstring: str | None = None) -> None:
    desk.touched()
    found.run(desk, datatable, docstring)


def _ask(found: Found, desk: Desk, datatable: Any = None, docstring: str | None = None) -> None:
    found.run(desk, datatable, docstring)


DESK = pytest.StashKey[Desk]()
"""Of an item: the desk of its scenario."""
LOOKED_THROUGH = pytest.StashKey[bool]()
"""Of a run: whether its files have been looked through for mistakes already."""
_STEPS = pytest.StashKey[list[StepResult]]()
_SPECS = pytest.StashKey["Specs"]()


def _bdd_steps() -> ModuleType:
    """A module of three steps and the desk, as pytest-bdd looks for them."""
    module = ModuleType("patuh_steps")
    module.__dict__.update(pytest_bdd=pytest_bdd, AnyStep=AnyStep, change=_change, ask=_ask, desk=desk)
    code = (
        "pytest_bdd.given(AnyStep('given'))(change)\n"
        "pytest_bdd.when(AnyStep('when'))(change)\n"
        "pytest_bdd.then(AnyStep('then'))(ask)\n"
    )
    exec(compile(code, "patuh_steps", "exec"), module.__dict__)  # noqa: S102 - it binds names where it is called
    return module


def feature_file(path: Path, parent: pytest.Collector) -> FeatureFile:
    """Return the collector of a feature file; with the first one the steps become known to pytest-bdd."""
    config = parent.config
    if _SPECS not in config.stash:
        config.stash[_SPECS] = made = Specs()
        config.pluginmanager.register(made, "patuh-specs")
        config.pluginmanager.register(_bdd_steps(), "patuh-steps")
    taken: FeatureFile = FeatureFile.from_parent(parent, path=path)
    return taken


class FeatureFile(pytest.Module):
    """A .feature file, as if it were a module of tests."""

    row_tags: dict[ScenarioTemplate, list[frozenset[str]]]
    """The tags of each row of the examples of a scenario."""

    def _getobj(self) -> ModuleType:
        """Bind its scenarios; a file with mistakes is an error of collection."""
        if not self.config.pluginmanager.is_registered(bdd_plugin):
            raise pytest.UsageError("Skenario patuh dijalankan dengan plugin pytest-bdd, yang kini dimatikan.")
        if not self.config.stash.get(LOOKED_THROUGH, False):
            refuse_mistakes(self.path, bench_of(self.config).pack)
        module = ModuleType(self.path.stem)
        self.row_tags = {}
        binding = self.config.stash[_SPECS].binding
        for name, function in _bound(self.path, self.row_tags, binding).items():
            setattr(module, name, function)
        return module

    def funcnamefilter(self, name: str) -> bool:  # noqa: ARG002 - a scenario bears the name that its author gave it
        """Take all that is bound, whatever pytest's settings say of names of tests."""
        return True

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *rest: Any, **more: Any) -> Any:
        """Tell what is wrong as it is, without a traceback."""
        if isinstance(excinfo.value, MistakesError | PatuhError | OSError | pytest.UsageError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, *rest, **more)


def _bound(
    path: Path, row_tags: dict[ScenarioTemplate, list[frozenset[str]]], binding: set[Path]
) -> dict[str, Callable[..., Any]]:
    """Return the scenarios of a file as functions that pytest can run, by their names."""
    features.pop(str(path), None)  # what pytest-bdd read of it before, in this process, may have been changed since
    feature = get_feature(str(path.parent), path.name, encoding=_ENCODING)
    functions: dict[str, Callable[..., Any]] = {}
    for name, template in feature.scenarios.items():
        row_tags[template] = [frozenset(table.tags) for table in template.examples for _ in table.examples]
        for table in template.examples:
            table.tags = set()  # pytest-bdd would make marks of them, which pytest does not know
        binding.add(path)
        try:
            function = _function(path, name)
        finally:
            binding.discard(path)
        functions[_free(_PARTED.sub(":", name), functions)] = _placed(function, path, template.line_number)
    return functions


def _function(path: Path, name: str) -> Callable[..., Any]:
    """A scenario as pytest-bdd runs it."""

    @pytest_bdd.scenario(path.name, name, encoding=_ENCODING, features_base_dir=str(path.parent))
    def run() -> None:
        """All is done by its steps."""

    return run


def _free(name: str, taken: Iterable[str]) -> str:
    """A name that no other scenario of the file has."""
    name = " ".join(name.split()) or "(tanpa nama)"
    return next(one for one in (name, *(f"{name} ({number})" for number in range(2, 9999))) if one not in taken)


def _placed(function: Callable[..., Any], path: Path, line: int) -> Callable[..., Any]:
    """Let it stand where its scenario stands: pytest tells the place of its code."""
    function.__code__ = function.__code__.replace(co_filename=str(path), co_firstlineno=line)
    return function


@dataclass(eq=False)  # pytest keeps plugins in sets where a folder has a conftest.py
class Specs:
    """The hooks that a run of feature files needs."""

    binding: set[Path] = field(default_factory=set)
    """The file whose scenarios are being bound."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_bdd_apply_tag(self) -> bool | None:
        """Our tags are for traceability: they are no marks of pytest."""
        return True if self.binding else None

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Begin the list of steps."""
        item.stash[_STEPS] = []

    def pytest_bdd_before_step(self, request: pytest.FixtureRequest, step: Any) -> None:
        """Say which line is done: what is wrong in a block of text is told with its own line."""
        if template_of(request.node) is not None:  # others may have scenarios of their own in this run
            request.getfixturevalue("desk").line = step.line_number

    def pytest_bdd_after_step(self, request: pytest.FixtureRequest, step: Any) -> None:
        """Note a step that held."""
        self._note(request, step, "passed")

    def pytest_bdd_step_error(self, request: pytest.FixtureRequest, step: Any, exception: Exception) -> None:
        """Note a step that did not."""
        self._note(request, step, "failed" if isinstance(exception, Unmet) else "error")

    def _note(self, request: pytest.FixtureRequest, step: Any, ended: Any) -> None:
        request.node.stash[_STEPS].append(
            StepResult(keyword=step.keyword, text=step.name, line=step.line_number, ended=ended)
        )

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Add to the report what came of the scenario."""
        report = yield
        template = template_of(item)
        if template is not None and (report.when == "call" or report.failed):
            error = call.excinfo.value if call.excinfo else None
            result = result_of(item, template, error)
            setattr(report, RESULT, result.model_dump(mode="json"))
            if report.failed:
                report.longrepr = _plain(result)
        return report


def template_of(item: pytest.Item) -> ScenarioTemplate | None:
    """The scenario of an item; None where it is none of ours."""
    if not isinstance(item, pytest.Function) or not isinstance(item.parent, FeatureFile):
        return None
    return scenario_wrapper_template_registry.get(item.function)


def row_of(item: pytest.Item) -> int:
    """Which row of its examples an item is, from 1; 0 where there are none."""
    spec = getattr(item, "callspec", None)
    return spec.indices[_EXAMPLE] + 1 if spec is not None else 0


def _plain(result: ScenarioResult) -> str:
    at = next((step for step in result.steps if step.line == result.failed_line and step.ended != "passed"), None)
    step = f": {at.keyword} {at.text}" if at else ""
    expected = [f"  diharapkan: {result.expected}"] if result.expected else []
    found = [f"  ditemukan: {line}" for line in result.found]
    return "\n".join([f"{result.path}:{result.failed_line or result.line}{step}", *expected, *found])


def result_of(item: pytest.Item, template: ScenarioTemplate, error: BaseException | None) -> ScenarioResult:
    """Tell what came of a scenario; *error* is what ended it before its end."""
    done = item.stash.get(_STEPS, [])
    row = row_of(item)
    example: dict[str, str] = getattr(item, "callspec").params[_EXAMPLE] if row else {}  # noqa: B009 - pytest's own
    rendered = template.render(example)
    rest = [
        StepResult(keyword=step.keyword, text=step.name, line=step.line_number, ended="skipped")
        for step in rendered.steps[len(done) :]
    ]
    return ScenarioResult(
        path=shown(item.path),
        feature=template.feature.name,
        name=rendered.name,
        line=template.line_number,
        example=tuple(example.items()),
        row=row,
        tags=_tags(item, template, row),
        ended="passed" if error is None else "failed" if isinstance(error, Unmet) else "error",
        steps=(*done, *rest),
        failed_line=done[-1].line if error is not None and done else None,
        expected=error.expected if isinstance(error, Unmet) else "",
        found=_found(error),
    )


def _tags(item: pytest.Item, template: ScenarioTemplate, row: int) -> tuple[str, ...]:
    of_rule = template.rule.tags if template.rule else set()
    assert isinstance(item.parent, FeatureFile)
    of_row = item.parent.row_tags[template][row - 1] if row else frozenset()
    return tuple(sorted({*template.tags, *template.feature.tags, *of_rule, *of_row}))


def _found(error: BaseException | None) -> tuple[str, ...]:
    if error is None:
        return ()
    if isinstance(error, Unmet):
        return error.found
    if isinstance(error, MistakeError | PatuhError) or type(error) is ValueError:
        return (str(error),)
    if isinstance(error, OSError):
        return (f"Berkas {error.filename or ''} tidak dapat dibaca: {reason_of(error)}",)
    return (
        f"Kesalahan di dalam patuh ({type(error).__name__}), bukan pada skenario. Laporkan kepada pengelola patuh.",
    )
