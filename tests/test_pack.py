"""Loading a pack: every fault with file, line and the nearest name, and the cache."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from engine.errors import RulePackErrors, UnknownRuleError
from engine.pack import Pack, cached_pack, load_pack
from schemas.report import Severity
from tests.samples import GRADING, REGULATIONS, RULE, write_pack


def faults(rules_dir: Path, *extra: Path) -> list[str]:
    """Load and return the faults as ``file:line: message``, the folder left out."""
    with pytest.raises(RulePackErrors) as caught:
        load_pack(rules_dir, *extra)
    return [str(error).replace(f"{rules_dir.parent}/", "") for error in caught.value.errors]


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_a_good_pack_loads(tmp_path: Path) -> None:
    """A rule's name is its path, and the pack is sorted by it."""
    other = RULE.replace("LK-02", "LK-03")
    pack = load_pack(write_pack(tmp_path, {"steps/duplicate": RULE, "identity/again": other}))

    assert ["identity/again", "steps/duplicate"] == [rule.name for rule in pack.rules]
    assert Severity.MAJOR is pack.rule("LK-02").severity


FAULTS = [
    ("severity: major", "severty: major", "unknown key 'severty'; did you mean 'severity'?"),
    ("severity: major", "severity: mayor", "did you mean 'major'?"),
    ("code: LK-02", "code: langkah-2", "code: 'langkah-2' must look like"),
    ("  - b: step", "  - b: stepp", "unknown fact kind 'stepp'; did you mean 'step'?"),
    ("position: {gt: a.position}", "positon: {gt: a.position}", "unknown field of step 'positon'; did you mean 'pos"),
    ("position: {gt: a.position}", "position: {greater: a.position}", "unknown operator 'greater'"),
    ("position: {gt: a.position}", "position: {gt: c.position}", "alias 'c' is not bound above"),
    ("position: {gt: a.position}", "position: {gt: b.position}", "alias 'b' is not bound above"),
    ("position: {gt: a.position}", "position: {gt: a.positio}", "unknown field of step 'positio'; did you mean 'pos"),
    ("position: {gt: a.position}", "position: {gt: a.key}", "a.key is words, but a whole number is wanted here"),
    ("position: {gt: a.position}", "position: {gt: '2'}", "'2' does not fit: a whole number is wanted here"),
    ("position: {gt: a.position}", "position: {gt: true}", "true does not fit: a whole number is wanted here"),
    ("position: {gt: a.position}", "position: {gt: 9007199254740993}", "9007199254740993 is beyond"),
    ("position: {gt: a.position}", "position: {gt: params.limit}", "unknown parameter 'limit'"),
    ("position: {gt: a.position}", "position: {eq: [1, 2]}", "'eq' takes one value; a list means 'in'"),
    ("position: {gt: a.position}", "position: {in: 1}", "'in' takes a list"),
    ("position: {gt: a.position}", "position: []", "the list is empty"),
    ("position: {gt: a.position}", "position: [a.position]", "a list holds literals and parameters only"),
    ("position: {gt: a.position}", "position: {}", "a condition is wanted here; known: eq, gt"),
    ("position: {gt: a.position}", "time: mising", "'mising' is none of its values; did you mean 'missing'?"),
    ("position: {gt: a.position}", "time: {lt: missing}", "operator 'lt' makes no sense here"),
    ("key: {ne: ''}", "key: no", "false does not fit: words is wanted here; put no in quotes"),
    ("{b.no} mengulang", "{b.nomor} mengulang", "unknown word or field of step 'nomor'"),
    ("{b.no} mengulang", "{c.no} mengulang", "unknown alias in {c.no}: 'c'; known: a, b"),
    ("{b.no} mengulang", "{b} mengulang", "'b' in a text must read {alias.name}"),
    ("{b.no} mengulang", "{b.no mengulang", "'{' in a text must read {alias.name}"),
    ("{b.no} mengulang", "{b.number} mengulang", "{b.number} may be unknown here"),
    ("  at: [b, a]", "  at: [b, d]", "unknown alias 'd'; known: a, b"),
    ("component: prosedur", "component: prosedr", "unknown component 'prosedr'; did you mean 'prosedur'?"),
    ("regulation: permenpanrb-35-2012", "regulation: permenpanrb-35-2021", "did you mean 'permenpanrb-35-2012'?"),
    ("  - a: step", "  - a: step\n    when: {}", "a line must read '- alias: fact kind'"),
    ("  - b: step", "  - B: step", "'B' cannot be an alias"),
    ("  - b: step", "  - params: step", "'params' cannot be an alias"),
    ("  - b: step", "  - a: step", "alias 'a' is bound twice"),
    ("expect: clean", "expect: flagged", "no case expects 'clean'"),
    ("{kind: step, position: 2, key: catat}", "{kind: stp}", "unknown fact kind 'stp'; did you mean 'step'?"),
    ("{kind: step, position: 2, key: catat}", "{kind: step, kee: x}", "unknown field of step 'kee'; did you mean"),
    ("{kind: step, position: 2, key: catat}", "{kind: step, key: 2}", "2 does not fit: words is wanted here"),
    ("{kind: step, position: 2, key: catat}", "{position: 2}", "a fact must read '{kind: fact kind"),
    ("applies_to: [sop]", "applies_to: []", "applies_to: must not be empty"),
    (
        "applies_to: [sop]\nseverity: major\ncomponent: prosedur",
        "applies_to: [archive]\nseverity: major\ncomponent: prosedur",
        "component 'prosedur' is not for archive documents, to which the rule applies",
    ),
    ("applies_to: [sop]", "params: {limit: 3}\napplies_to: [sop]", "parameter 'limit' is never used"),
    ("applies_to: [sop]", "applies_to: [sop]\ncode: LK-09", "key 'code' stands twice, first in line 1"),
    ("applies_to: [sop]", "applies_to: &x [sop]", "anchors and aliases are not allowed"),
    ("applies_to: [sop]", "applies_to: [sop", "not YAML"),
    ("title: {id: Langkah ganda, ", "title: {", "title.id: is missing"),
    ("title: {id: Langkah ganda, ", "title: {id: 7, ", "title.id: words are wanted here; put 7 in quotes"),
    ("cases:", "doubts: [{when: [{s: step_table, where: {marks: x}}], reason: {id: a, en: b}}]\ncases:", "'x' is none"),
    ("cases:", "doubts: [{when: [{s: step}], reason: {id: '{a.no}', en: b}}]\ncases:", "unknown alias in {a.no}: 'a'"),
    ("cases:", "subject: [{s: step, where: {position: a.position}}]\ncases:", "alias 'a' is not bound above"),
    ("cases:", "unless: [{a: step}]\ncases:", "alias 'a' is bound twice; use '_' here"),
    ("cases:", "unless: [{_: stap}]\ncases:", "unknown fact kind 'stap'; did you mean 'step'?"),
    ("cases:", "variants: [{when: [{a: entry}]}]\ncases:", "alias 'a' is bound to step above, not to entry"),
]  # fmt: skip


@pytest.mark.parametrize(("good", "bad", "message"), FAULTS, ids=[message[:40] for _, _, message in FAULTS])
def test_a_fault_names_its_place(tmp_path: Path, good: str, bad: str, message: str) -> None:
    """A fault comes with file, line, and the nearest name that exists."""
    assert good in RULE
    text = RULE.replace(good, bad, 1)
    found = faults(write_pack(tmp_path, {"steps/duplicate": text}))
    at_start = line_of(RULE, good)
    lines = {at_start, at_start + 1, at_start + bad.count("\n"), line_of(RULE, "cases:"), line_of(RULE, "applies_to")}

    [fault] = [one for one in found if message in one]
    assert fault.startswith("rules/steps/duplicate.yaml:")
    assert int(fault.split(":")[1]) in lines


def test_all_faults_show_at_once(tmp_path: Path) -> None:
    """An author mends a pack in one go: every fault of every file is named."""
    first = RULE.replace("severity:", "severty:").replace("a.key}", "a.kee}").replace("[b, a]", "[z]")
    second = RULE.replace("LK-02", "LK-03").replace("- b: step", "- b: stap")
    found = faults(write_pack(tmp_path, {"steps/one": first, "steps/two": second}))

    assert any("severty" in fault for fault in found)
    assert any("stap" in fault for fault in found)
    assert found == sorted(found, key=lambda fault: (fault.split(":")[0], int(fault.split(":")[1])))


def test_meaning_is_checked_beside_an_unknown_key(tmp_path: Path) -> None:
    """An unknown key does not hide the other faults of its file."""
    text = RULE.replace("applies_to:", "remark: x\napplies_to:").replace("a.key}", "a.kee}").replace("[b, a]", "[z]")

    assert 3 == len(faults(write_pack(tmp_path, {"steps/one": text})))


def test_two_rules_of_one_code(tmp_path: Path) -> None:
    """A code names one rule, also across folders."""
    rules_dir = write_pack(tmp_path, {"steps/one": RULE, "steps/two": RULE})

    [fault] = faults(rules_dir)
    assert fault.startswith("rules/steps/two.yaml:1: code 'LK-02' is taken by")


def test_extra_folder_adds_rules_and_regulations(tmp_path: Path) -> None:
    """Rules of an organisation lie in a folder of their own, with the regulations they cite."""
    (tmp_path / "own").mkdir()
    rules_dir = write_pack(tmp_path, {"steps/one": RULE})
    text = RULE.replace("LK-02", "XX-01").replace("permenpanrb-35-2012", "perbup-1-2020")
    regulations = REGULATIONS.replace("permenpanrb-35-2012", "perbup-1-2020")
    extra = write_pack(tmp_path / "own", {"own/rule": text}, regulations=regulations)

    assert ["own/rule", "steps/one"] == [rule.name for rule in load_pack(rules_dir, extra).rules]


def test_same_rule_in_two_folders(tmp_path: Path) -> None:
    """A further folder cannot replace a rule unseen."""
    (tmp_path / "own").mkdir()
    rules_dir = write_pack(tmp_path, {"steps/one": RULE})
    extra = write_pack(tmp_path / "own", {"steps/one": RULE.replace("LK-02", "XX-01")}, regulations="regulations: []")

    assert any("name 'steps/one' is taken by" in fault for fault in faults(rules_dir, extra))


def test_rule_files_in_wrong_places(tmp_path: Path) -> None:
    """A rule that would never be read is an error, not silence."""
    rules_dir = write_pack(tmp_path, {"steps/one": RULE})
    (rules_dir / "loose.yaml").write_text(RULE)
    (rules_dir / "steps" / "two.yml").write_text(RULE)
    (rules_dir / "steps" / "Three.yaml").write_text(RULE)
    (rules_dir / "steps" / "deep").mkdir()
    (rules_dir / "steps" / "deep" / "four.yaml").write_text(RULE)
    found = faults(rules_dir)

    for name in ("loose.yaml", "steps/two.yml", "steps/Three.yaml", "steps/deep/four.yaml"):
        assert any(fault.startswith(f"rules/{name}:1: ") for fault in found)


def test_folders_that_are_no_packs(tmp_path: Path) -> None:
    """A missing folder, one without grading and one without rules are told apart."""
    assert any("no such folder of rules" in fault for fault in faults(tmp_path / "absent"))
    (tmp_path / "empty").mkdir()
    assert any("grading.yaml:1: is missing" in fault for fault in faults(tmp_path / "empty"))
    assert any("no rule files in this folder" in fault for fault in faults(write_pack(tmp_path, {})))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"", "the file is empty", id="empty"),
        pytest.param(b"a: \xff", ":1: not UTF-8", id="encoding"),
        pytest.param(b"[" * 100_000, "nested deeper than", id="deep"),
        pytest.param(b"- " * 100_000, "nested deeper than", id="deep-blocks"),
        pytest.param(b"a: [" + b"1," * 60_000 + b"1]", "more than 50000 keys and values", id="wide"),
        pytest.param(b"x" * 1_000_001, "larger than 1000000 bytes", id="large"),
        pytest.param(b"- a", "a rule file is a list of 'key: value' lines", id="list"),
        pytest.param(b"a: 1\n---\nb: 2", ":2: a second YAML document", id="two-documents"),
        pytest.param(b"? [a]\n: b", "a key must be a plain word", id="key"),
        pytest.param(b"a: \x00", "not YAML", id="nul"),
    ],
)
def test_files_that_are_no_rules(tmp_path: Path, content: bytes, message: str) -> None:
    """Whatever lies in a rule file gives one clear message and costs bounded time."""
    rules_dir = write_pack(tmp_path, {"steps/one": RULE})
    (rules_dir / "steps" / "two.yaml").write_bytes(content)

    [fault] = faults(rules_dir)
    assert fault.startswith("rules/steps/two.yaml:")
    assert message in fault


@pytest.mark.parametrize(
    ("good", "bad", "message"),
    [
        ("critical: 10, ", "", "severity_weights lacks critical"),
        ("above: 50", "above: 90", "'above' must fall from band to band"),
        ("above: null", "above: 1", "only the last, lowest band has 'above: null'"),
        ("letter: C}\nverdicts", "letter: E}\nverdicts", "no band has the letter E"),
        ("critical: 10", "critical: 0", "severity_weights.critical"),
        ("otherwise: layak", "otherwise: bagus", "'bagus' is not known here"),
        ("otherwise: layak", "otherwis: layak", "unknown key 'otherwis'; did you mean 'otherwise'?"),
    ],
)
def test_faults_of_the_grading(tmp_path: Path, good: str, bad: str, message: str) -> None:
    """The grading is checked as the rules are."""
    assert good in GRADING
    found = faults(write_pack(tmp_path, {"steps/one": RULE}, grading=GRADING.replace(good, bad, 1)))

    assert any(fault.startswith("rules/grading.yaml:") and message in fault for fault in found)


def test_faults_of_the_regulations(tmp_path: Path) -> None:
    """A regulation that stands twice, or whose day is none, is named with its line."""
    twice = REGULATIONS + REGULATIONS.partition("regulations:\n")[2].replace(
        "    confidence", "    enacted: kemarin\n    confidence"
    )
    rows = REGULATIONS + REGULATIONS.partition("regulations:\n")[2]
    (tmp_path / "b").mkdir()

    [fault] = faults(write_pack(tmp_path, {"steps/one": RULE}, regulations=rows))
    assert fault == "rules/regulations.yaml:11: regulation 'permenpanrb-35-2012' stands twice"
    [fault] = faults(write_pack(tmp_path / "b", {"steps/one": RULE}, regulations=twice))
    assert "rules/regulations.yaml:16: regulations.2.enacted: 'kemarin' must look like" in fault


def test_an_issuer_that_the_register_does_not_list(tmp_path: Path) -> None:
    """A typing error in the name of an issuer is named with the nearest."""
    table = REGULATIONS.replace("regulations:\n", "issuers:\n  - {name: Menteri PANRB}\nregulations:\n")
    rows = table.replace("    number:", "    issuer: Mentri PANRB\n    number:")

    [fault] = faults(write_pack(tmp_path, {"steps/one": RULE}, regulations=rows))
    assert "unknown issuer 'Mentri PANRB'; did you mean 'Menteri PANRB'?" in fault


def test_engine_limits(tmp_path: Path) -> None:
    """More patterns, or more comparisons in one, than the engine holds are refused when the pack loads."""
    many = RULE.replace("cases:", "unless:\n" + "  - _: document\n" * 14 + "cases:")
    compared = "{ne: 1, gt: 2, lt: 3, gte: 4, lte: 5, eq: 6}"
    wide = RULE.replace(
        "{key: {ne: ''}}", f"{{position: {compared}, number: {compared}, key: {{ne: a, gt: b, lt: c}}}}"
    )
    (tmp_path / "b").mkdir()

    assert ["rules/steps/one.yaml:9: 16 patterns; the engine takes 15"] == faults(
        write_pack(tmp_path, {"steps/one": many})
    )
    [fault] = faults(write_pack(tmp_path / "b", {"steps/one": wide}))
    assert "expressions in one pattern; the engine takes 32" in fault


def test_digest_is_of_the_content(tmp_path: Path) -> None:
    """Line ends do not change the digest; a word in a rule, the grading or a regulation does."""
    for name in "abcde":
        (tmp_path / name).mkdir()
    base = load_pack(write_pack(tmp_path / "a", {"steps/one": RULE})).digest
    rules_dir = write_pack(tmp_path / "b", {"steps/one": RULE})
    (rules_dir / "steps" / "one.yaml").write_bytes(RULE.replace("\n", "\r\n").encode())
    others = [
        write_pack(tmp_path / "c", {"steps/one": RULE.replace("Pelaksana ragu", "Pelaksana bingung")}),
        write_pack(tmp_path / "d", {"steps/one": RULE}, grading=GRADING.replace("10", "11")),
        write_pack(tmp_path / "e", {"steps/one": RULE}, regulations=REGULATIONS.replace("Pedoman", "Panduan")),
    ]

    assert base == load_pack(rules_dir).digest
    assert re.fullmatch(r"[0-9a-f]{64}", base)
    assert 4 == len({base, *(load_pack(other).digest for other in others)})


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder / "patuh"


def test_cache_gives_the_same_pack(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time the pack comes from the cache, equal in every part, and no rule file is parsed."""
    rules_dir = write_pack(tmp_path, {"steps/one": RULE})
    first = cached_pack(rules_dir)
    monkeypatch.setattr("engine.pack.read_rule", None)

    assert first == cached_pack(rules_dir)
    assert first == Pack.model_validate_json(first.model_dump_json())


def test_cache_follows_the_files(tmp_path: Path, cache: Path) -> None:
    """A changed rule is read anew, and a thousand versions leave one file behind."""
    rules_dir = write_pack(tmp_path, {"steps/one": RULE})
    cached_pack(rules_dir)
    (rules_dir / "steps" / "one.yaml").write_text(RULE.replace("severity: major", "severity: minor"))

    assert Severity.MINOR is cached_pack(rules_dir).rules[0].severity
    assert 1 == len(list(cache.iterdir()))


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"key\n{}", b"{"], ids=["empty", "binary", "stale", "cut"])
def test_corrupt_cache_only_costs_time(tmp_path: Path, cache: Path, content: bytes) -> None:
    """What lies in the cache and is no pack is read anew."""
    rules_dir = write_pack(tmp_path, {"steps/one": RULE})
    pack = cached_pack(rules_dir)
    [path] = cache.iterdir()
    path.write_bytes(content)

    assert pack == cached_pack(rules_dir)
    assert len(content) < path.stat().st_size


def test_cut_cache_only_costs_time(tmp_path: Path, cache: Path) -> None:
    """A cache with the right key and half a pack is read anew."""
    rules_dir = write_pack(tmp_path, {"steps/one": RULE})
    pack = cached_pack(rules_dir)
    [path] = cache.iterdir()
    path.write_bytes(path.read_bytes()[:-100])

    assert pack == cached_pack(rules_dir)


def test_cache_leaves_out_what_judging_does_not_need(tmp_path: Path, cache: Path) -> None:
    """A pack that only judges comes without cases and examples, and is the same in every other part."""
    rules_dir = write_pack(tmp_path, {"steps/one": RULE})
    whole = cached_pack(rules_dir).rules[0]
    [judging] = cached_pack(rules_dir, whole=False).rules

    assert ((), {}) == (judging.cases, judging.examples)
    assert whole == judging.model_copy(update={"cases": whole.cases, "examples": whole.examples, "why": whole.why})


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="this system has no such rights")
@pytest.mark.parametrize("mode", [0o620, 0o602], ids=["group", "others"])
def test_cache_that_others_can_write_is_not_read(tmp_path: Path, cache: Path, mode: int) -> None:
    """A cache is unpickled only where no other user can have put something into it; it is written anew."""
    rules_dir = write_pack(tmp_path, {"steps/one": RULE})
    cached_pack(rules_dir)
    [path] = cache.iterdir()
    path.chmod(mode)

    assert cached_pack(rules_dir) == load_pack(rules_dir)
    assert 0o600 == path.stat().st_mode & 0o777


def test_unwritable_cache_only_costs_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no cache folder can be made, the pack loads all the same."""
    (tmp_path / "cache").write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    rules_dir = write_pack(tmp_path, {"steps/one": RULE})

    assert ["steps/one"] == [rule.name for rule in cached_pack(rules_dir).rules]


def test_faulty_pack_is_not_cached(tmp_path: Path, cache: Path) -> None:
    """A pack with a fault raises every time."""
    rules_dir = write_pack(tmp_path, {"steps/one": RULE.replace("severity", "severty")})
    for _ in range(2):
        with pytest.raises(RulePackErrors):
            cached_pack(rules_dir)

    assert not cache.exists()


def test_select(tmp_path: Path) -> None:
    """Rules are chosen by name, code or pattern; an unknown one is named with the nearest."""
    pack = load_pack(write_pack(tmp_path, {"steps/one": RULE, "identity/two": RULE.replace("LK-02", "ID-01")}))

    assert ["steps/one"] == [rule.name for rule in pack.select(only=["LK-02"])]
    assert ["identity/two"] == [rule.name for rule in pack.select(skip=["steps/*"])]
    assert [] == [rule.name for rule in pack.select(only=["steps/one"], skip=["LK-02"])]
    with pytest.raises(UnknownRuleError, match="no such rule: 'steps/on'; did you mean 'steps/one'"):
        pack.select(only=["steps/on"])
    with pytest.raises(UnknownRuleError, match="no such rule"):
        pack.select(skip=["legal/*"])
