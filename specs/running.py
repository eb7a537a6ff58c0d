"""What the plugin does once it is switched on: collect feature files, find their steps, tell what came of them."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import pytest_bdd
from pytest_bdd.parsers import StepParser
from pytest_bdd.scenario import scenario_wrapper_template_registry

import specs.steps  # noqa: F401 - makes the steps known
from schemas.spec import ScenarioResult, StepResult
from specs.bench import bench_of
from specs.claims import MistakeError, Unmet
from specs.desk import Desk
from specs.mistakes import MistakesError, refuse_mistakes
from specs.plugin import RESULT
from specs.reading import SUFFIX
from specs.vocabulary import VOCABULARY, Found, Moment

_BIND = "import pytest_bdd\npytest_bdd.scenarios({path!r}, encoding='utf-8-sig')\n"


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


class Steps:
    """The fixtures of a run, and one step for each of Given, When and Then."""

    def __init__(self, config: pytest.Config) -> None:
        self.bench = bench_of(config)

    @pytest.fixture
    def desk(self, request: pytest.FixtureRequest) -> Desk:
        """An empty desk."""
        made = Desk(self.bench, feature=request.path)
        request.node.stash[DESK] = made
        return made


def _change(found: Found, desk: Desk, datatable: Any = None, docstring: str | None = None) -> None:
    desk.touched()
    found.run(desk, datatable, docstring)


def _ask(found: Found, desk: Desk, datatable: Any = None, docstring: str | None = None) -> None:
    found.run(desk, datatable, docstring)


DESK = pytest.StashKey[Desk]()
"""Of an item: the desk of its scenario."""
_STEPS = pytest.StashKey[list[StepResult]]()


def _bdd_steps() -> ModuleType:
    """A module of three steps, as pytest-bdd looks for them."""
    module = ModuleType("patuh_steps")
    module.__dict__.update(pytest_bdd=pytest_bdd, AnyStep=AnyStep, change=_change, ask=_ask)
    code = (
        "pytest_bdd.given(AnyStep('given'))(change)\n"
        "pytest_bdd.when(AnyStep('when'))(change)\n"
        "pytest_bdd.then(AnyStep('then'))(ask)\n"
    )
    exec(compile(code, "patuh_steps", "exec"), module.__dict__)  # noqa: S102 - it binds names where it is called
    return module


class FeatureFile(pytest.Module):
    """A .feature file, as if it were a module of tests."""

    def _getobj(self) -> ModuleType:
        """Bind its scenarios; a file with mistakes is an error of collection."""
        refuse_mistakes(self.path, bench_of(self.config).pack)
        module = ModuleType(self.path.stem)
        code = compile(_BIND.format(path=str(self.path)), str(self.path), "exec")
        exec(code, module.__dict__)  # noqa: S102 - pytest-bdd binds scenarios in the module that asks for them
        return module

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], *rest: Any, **more: Any) -> Any:
        """Tell mistakes as they are, without a traceback."""
        if isinstance(excinfo.value, MistakesError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, *rest, **more)


@dataclass
class Specs:
    """The plugin, switched on."""

    config: pytest.Config

    def __post_init__(self) -> None:
        """Make the steps known to pytest-bdd."""
        self.config.pluginmanager.register(_bdd_steps(), "patuh-bdd-steps")
        self.config.pluginmanager.register(Steps(self.config), "patuh-desk")

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> FeatureFile | None:
        """Take feature files."""
        if file_path.suffix != SUFFIX:
            return None
        made: FeatureFile = FeatureFile.from_parent(parent, path=file_path)
        return made

    @pytest.hookimpl(tryfirst=True)
    def pytest_bdd_apply_tag(self) -> bool:
        """Tags are for traceability: they are no marks of pytest."""
        return True

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Begin the list of steps."""
        item.stash[_STEPS] = []

    def pytest_bdd_before_step(self, request: pytest.FixtureRequest, step: Any) -> None:
        """Say which line is done."""
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
        template = _template(item)
        if template is not None and (report.when == "call" or report.failed):
            error = call.excinfo.value if call.excinfo else None
            setattr(report, RESULT, _result(item, template, error).model_dump(mode="json"))
            if isinstance(error, Unmet | MistakeError):
                report.longrepr = _plain(item, error)
        return report


def _template(item: pytest.Item) -> Any:
    """The scenario of an item; None where it is none."""
    function = getattr(item, "obj", None)
    return scenario_wrapper_template_registry.get(function) if function is not None else None


def _plain(item: pytest.Item, error: Unmet | MistakeError) -> str:
    steps = item.stash[_STEPS]
    where = f"{item.path}:{steps[-1].line}: {steps[-1].keyword} {steps[-1].text}" if steps else str(item.path)
    found = error.found if isinstance(error, Unmet) else ()
    return "\n".join([where, f"  {error}", *(f"  {line}" for line in found)])


def _result(item: pytest.Item, template: Any, error: BaseException | None) -> ScenarioResult:
    done = item.stash.get(_STEPS, [])
    example: dict[str, str] = item.callspec.params["_pytest_bdd_example"] if hasattr(item, "callspec") else {}
    rendered = template.render(example)
    rest = [
        StepResult(keyword=step.keyword, text=step.name, line=step.line_number, ended="skipped")
        for step in rendered.steps[len(done) :]
    ]
    return ScenarioResult(
        path=str(item.path),
        feature=template.feature.name,
        name=rendered.name,
        line=template.line_number,
        example=tuple(example.items()),
        row=_row(template, example),
        tags=tuple(sorted({*template.tags, *template.feature.tags})),
        ended="passed" if error is None else "failed" if isinstance(error, Unmet) else "error",
        steps=(*done, *rest),
        failed_line=done[-1].line if error is not None and done else None,
        expected=error.expected if isinstance(error, Unmet) else "",
        found=_found(error),
    )


def _row(template: Any, example: dict[str, str]) -> int:
    rows = [context for table in template.examples for context in table.as_contexts()]
    return rows.index(example) + 1 if example in rows else 0


def _found(error: BaseException | None) -> tuple[str, ...]:
    if error is None:
        return ()
    if isinstance(error, Unmet):
        return error.found
    if isinstance(error, MistakeError | ValueError):
        return (str(error),)
    return (
        f"Kesalahan di dalam patuh ({type(error).__name__}), bukan pada skenario. Laporkan kepada pengelola patuh.",
    )
