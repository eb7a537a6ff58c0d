"""
Judge facts that were made before, in this very process: what ``scripts/valgrind`` looks at.

`patuh check` judges in worker processes with limits on time and memory that no program under valgrind can keep. And to
read documents and rules takes most of the time of an audit, which under valgrind is minutes, and never touches the
library of the engine: ``scripts.memcheck`` does it in an ordinary process.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.audit import Auditor, Judgement
from engine.cases import case_problem
from engine.pack import Pack
from schemas.facts import Fact, Facts
from schemas.report import DocumentKind
from schemas.rule import Case


@dataclass(frozen=True)
class Subject:
    """What is judged: the facts of a document, or those of a case."""

    name: str
    facts: Sequence[Fact] | Facts
    kind: DocumentKind
    rule: str = ""
    """Name of the rule whose case it is."""
    case: Case | None = None

    def problem(self, judgement: Judgement) -> str:
        """What is wrong with the judgement, or nothing."""
        if self.case is not None:
            return case_problem(self.rule, self.case, judgement)
        return "; ".join(error.message for error in judgement.errors)


def main(arguments: Sequence[str]) -> int:
    """Judge what stands in a file of ``scripts.memcheck``; return 0 when all went through the engine, else 1."""
    pack, subjects = _load(Path(arguments[0]))
    auditor = Auditor(pack)
    problems = {one.name: one.problem(auditor.judge(one.facts, one.kind)) for one in subjects}
    failed = [f"{name}: {words}" for name, words in problems.items() if words]
    cases = sum(one.case is not None for one in subjects)
    print(f"{len(subjects) - cases} documents and {cases} cases judged by {len(pack.rules)} rules")
    print(*failed, sep="\n", end="\n" if failed else "", file=sys.stderr)
    return 1 if failed or cases == len(subjects) else 0


def _load(path: Path) -> tuple[Pack, list[Subject]]:
    found: tuple[Pack, list[Subject]] = pickle.loads(path.read_bytes())
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
