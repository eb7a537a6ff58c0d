"""
Write the cases that `patuh rules test --suggest` proposes to the end of the rule files.

``python -m scripts.add_cases [RULE...]``; then read them: each says how its rule judges today, and only its author
knows whether that is right.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from auditing.document import document_facts
from commands.common import CASES_AS_OF, FIXTURES_DIR, RULES_DIR
from engine.casefinder import case_lines
from engine.mutation import missing_cases
from engine.pack import load_pack


def main(wanted: Sequence[str]) -> int:
    """Add cases to the rules *wanted*, or to all; return the exit code."""
    pack = load_pack(RULES_DIR)
    facts = partial(document_facts, as_of=CASES_AS_OF, known=pack.knowledge)
    for rule in pack.select(wanted):
        cases = missing_cases(pack, rule, FIXTURES_DIR, facts)
        if not cases:
            continue
        path = Path(rule.file)
        text = path.read_text(encoding="utf-8").rstrip("\n")
        added = [line for case in cases for line in case_lines(case)]
        path.write_text("\n".join([text, *added]) + "\n", encoding="utf-8")
        print(f"{rule.name}: {len(cases)} cases")
    load_pack(RULES_DIR)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
