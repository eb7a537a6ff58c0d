"""Which changes of rules the scenarios notice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from auditing.run import RuleChoice
from specs.files import asked_files
from specs.mutation import claims_of, many_objects, mutate
from specs.run import SpecRequest
from tests.packs import rules_pack
from tests.program import patuh
from tests.specs_running import FAILS, HOLDS, feature, scenario

ROOT = Path(__file__).resolve().parent.parent
SHARE = 80
"""Percent of the mutants of each topic that our own features must notice."""


def test_features_notice_changed_rules():
    """Our own scenarios notice most changes of rules, in every topic."""
    pack = rules_pack()
    request = SpecRequest(tuple(asked_files([ROOT / "features"]).files), RuleChoice((ROOT / "rules",)))
    total, killed = Counter(), Counter()
    with many_objects():
        claims = claims_of(request)
        for rule in pack.rules:
            done = mutate(pack, rule, claims)
            total[rule.name.partition("/")[0]] += done.total
            killed[rule.name.partition("/")[0]] += done.killed
    weak = {topic: f"{killed[topic]}/{total[topic]}" for topic in total if 100 * killed[topic] < SHARE * total[topic]}
    assert not weak


def test_command(tmp_path):
    """Survivors, a line for each topic, the total, and the threshold."""
    feature(tmp_path, "a/a.feature", scenario("A"))
    feature(tmp_path, "b/b.feature", scenario("B", HOLDS.replace("NIP-02", "NIP-01")))
    asked = ("rules", "test", "--mutate", "--only", "person/nip-mismatch", "--features", tmp_path / "a")
    done = patuh(*asked, "--features", tmp_path / "b")
    assert done.code == 1
    lines = done.out.splitlines()
    assert all("rules/person/nip-mismatch.yaml:" in line for line in lines[:-2])
    assert lines[-2].startswith("person: ")
    total = int(lines[-1].split()[0])
    survived = len(lines) - 2
    assert lines[-1].startswith(f"{total} perubahan: {total - survived} disadari skenario (")
    assert 0 < survived < total
    assert patuh(*asked, "--threshold", "1").code == 0


@pytest.mark.parametrize(
    "options", [("--features", "x"), ("--mutate", "--suggest", "--features", "x"), ("--watch", "--mutate")]
)
def test_options_that_do_not_go_together(tmp_path, options):
    """They are told."""
    (tmp_path / "x").mkdir()
    assert patuh("rules", "test", *options, cwd=tmp_path).code == 2


@pytest.mark.parametrize("text", [FAILS, HOLDS.replace("Dengan", "Denga")])
def test_a_false_claim_proves_nothing(tmp_path, text):
    """It would seem to notice every change: what does not hold is to be mended first."""
    feature(tmp_path, "a.feature", scenario("A", text))

    done = patuh("rules", "test", "--mutate", "--only", "person/nip-mismatch", "--features", tmp_path)

    assert (3, "") == (done.code, done.out)
    assert "Hanya spesifikasi yang terpenuhi" in done.err
