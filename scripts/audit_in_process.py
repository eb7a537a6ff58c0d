"""
Audit documents in this very process, and run the cases of all rules: what ``scripts/valgrind`` looks at.

`patuh check` audits in worker processes with limits on time and memory that no program under valgrind can keep.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from auditing.document import Judge, audit_file, document_facts
from auditing.files import select
from engine.audit import Auditor
from engine.cases import run_cases
from engine.pack import load_pack

CHECKOUT = Path(__file__).resolve().parent.parent
AS_OF = dt.date(2026, 1, 1)


def main(arguments: Sequence[str]) -> int:
    """Audit the paths and run all cases; return 0 when all went through the engine, else 1."""
    pack = load_pack(CHECKOUT / "rules")
    judge = Judge(Auditor(pack), pack, AS_OF)
    inputs = select([Path(argument) for argument in arguments]).inputs
    reports = [report for one in inputs for report in audit_file(one.path, one.shown, judge, one.inside)]
    judged = [report for report in reports if report.score is not None]
    failed = [f"{report.path}: {error.message}" for report in reports for error in report.errors]
    cases = run_cases(pack, CHECKOUT / "fixtures", partial(document_facts, as_of=AS_OF, known=pack.knowledge))
    failed += [f"{case.rule}: {case.case}: {case.problem}" for case in cases if not case.passed]
    print(f"{len(judged)} SOPs and {len(cases)} cases judged by {len(pack.rules)} rules")
    print(*failed, sep="\n", end="\n" if failed else "", file=sys.stderr)
    return 1 if failed or not judged else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
