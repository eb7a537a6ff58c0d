"""Which scenarios are about which rule and which article, and what `patuh rules coverage` makes of it."""

from __future__ import annotations

import json

import pytest

from engine.pack import load_pack
from schemas.trace import Trace
from specs.traces import TraceError, traces
from tests.packs import rules_pack
from tests.program import ROOT, patuh
from tests.samples import RULE, write_pack

FEATURE = """# language: id
@pasal-identity-number
Fitur: steps/other
  @aturan-LK-02
  Skenario: satu
    Dengan SOP lengkap
    Maka aturan steps/one menemukan 1 temuan minor
    Dan aturan LK-02 menemukan 1 temuan minor

  Skenario: dua
    Dengan SOP lengkap
    Maka aturan steps/one-more tidak menemukan apa pun

  @pasal-lain
  Garis-Besar Skenario: tiga
    Dengan SOP lengkap
    Maka <hasil> aturan <aturan>

    Contoh:
      | hasil                    | aturan         |
      | dokumen melanggar        | steps/one      |
      | dokumen patuh terhadap   | steps/one-more |

  Skenario: empat
    Dengan SOP lengkap
    Maka aturan steps/one tidak berlaku
"""


@pytest.fixture
def rules(tmp_path):
    other = RULE.replace("LK-02", "LK-03")
    return load_pack(write_pack(tmp_path, {"steps/one": RULE, "steps/one-more": other})).rules


def _said(found):
    return [(one.scenario, one.flags, one.clean, one.tagged) for one in found]


def test_scenarios_are_found_by_what_their_steps_say_and_by_tags(tmp_path, rules):
    """By name or code, once a scenario; what a title says does not count, and a tag alone claims nothing."""
    (tmp_path / "f/dalam").mkdir(parents=True)
    (tmp_path / "f/dalam/a.feature").write_text(FEATURE, encoding="utf-8")
    found = traces([("milik", tmp_path / "f"), ("lagi", tmp_path / "f")], rules)

    assert [("satu", True, False, True), ("tiga", True, False, False), ("empat", False, False, False)] == _said(
        found.rules["steps/one"]
    )
    assert [("dua", False, True, False), ("tiga", False, True, False)] == _said(found.rules["steps/one-more"])
    assert {"identity-number", "lain"} == set(found.articles)
    assert Trace("milik/dalam/a.feature", "tiga", 15, tagged=True) in found.articles["lain"]
    assert len(found.articles["identity-number"]) == 4


def test_what_is_no_feature_is_told_with_its_line(tmp_path, rules):
    """A broken file must not look like a missing scenario."""
    (tmp_path / "a.feature").write_text(
        "# language: id\nFitur: a\n  Skenario: b\n    Dengan c\n    salah\n", encoding="utf-8"
    )

    with pytest.raises(TraceError, match=r"f/a\.feature:5: "):
        traces([("f", tmp_path)], rules)


def test_coverage_says_what_has_no_scenario(tmp_path):
    """Rules both ways, articles that a rule looks after; those that none looks after are no fault."""
    (tmp_path / "a.feature").write_text(
        "# language: id\n@pasal-identity-unit\nFitur: a\n  Skenario: b\n    Dengan SOP lengkap\n"
        "    Maka aturan NIP-02 menemukan 1 temuan kritis\n    Dan aturan ID-02 tidak menemukan apa pun\n",
        encoding="utf-8",
    )
    done = patuh("rules", "coverage", "--no-config", "--features", tmp_path, "--strict", "--format", "json")
    rows = json.loads(done.out)
    shown = patuh("rules", "coverage", "--no-config", "--features", tmp_path)

    assert done.code == 1
    assert "person/nip-mismatch" in rows["rules_without_clean_scenario"]
    assert "person/nip-mismatch" not in rows["rules_without_flagging_scenario"] + rows["rules_without_scenario"]
    assert "steps/duplicate" in rows["rules_without_scenario"]
    assert "steps/duplicate" not in rows["rules_without_clean_scenario"]
    assert "identity-unit" not in rows["articles_without_scenario"]
    assert "identity-block" in rows["articles_without_scenario"]
    assert set(rows["articles_without_rule"]).isdisjoint(rows["articles_without_scenario"])
    assert rows["articles_without_rule"]
    assert shown.code == 0
    assert "Aturan tanpa skenario yang memenuhinya: 1\n  person/nip-mismatch\n" in shown.out
    assert f"{tmp_path}/a.feature" in done.out


def test_our_own_features_prove_every_rule_both_ways():
    """And every article that a rule looks after."""
    done = patuh("rules", "coverage", "--no-config", "--strict")

    assert (done.code, done.err) == (0, ""), done.out[-1500:]
    assert "Setiap aturan dan setiap ketentuan yang diperiksa aturan mempunyai skenario." in done.out


def test_a_broken_feature_ends_coverage_in_order(tmp_path):
    """Exit code 3 and the line, not a traceback and not a list of rules without scenarios."""
    (tmp_path / "a.feature").write_bytes(b"\xff\xfe rusak")
    done = patuh("rules", "coverage", "--no-config", "--features", tmp_path)

    assert (done.code, done.out) == (3, "")
    assert "a.feature:1: bukan berkas .feature yang sah" in done.err


def test_tags_of_our_features_name_rules_and_articles():
    """No tag of ours leads nowhere."""
    pack = rules_pack()
    found = traces([("features", ROOT / "features")], pack.rules)
    articles = (ROOT / "rules/requirements.yaml").read_text(encoding="utf-8")

    assert [] == [one for one in found.articles if f"- id: {one}\n" not in articles]
    assert any(one.tagged for one in found.rules["person/nip-mismatch"])
