"""Specs that patuh begins: from the cases of a rule, and from a finding that is contested."""

from __future__ import annotations

import json
import random
import re
import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditing.masked_names import KnownNames
from auditing.masked_numbers import digits_of
from auditing.masking import Mask
from auditing.plain import plain
from commands.common import CASES_AS_OF, FIXTURES_DIR
from engine.audit import Auditor
from engine.cases import case_facts
from extraction.nip import inspect_nip
from extraction.sop import extract
from readers.text import read_text
from schemas.report import Outcome
from specs.bench import AS_OF
from specs.draft import Draft
from specs.invented import NAMES, Invented, inventions
from specs.minimise import MAX_LINES, MAX_TRIES, minimise
from specs.mistakes import mistakes
from specs.reading import read_feature
from specs.skeleton import Skeleton
from specs.unfilled import unfilled
from specs.vocabulary import VOCABULARY
from specs.written import quoted, severity_word
from tests.packs import rules_pack
from tests.program import FIXTURES, patuh
from tests.samples import RULE

PACK = rules_pack()
AUDITOR = Auditor(PACK)
MISMATCH = FIXTURES / "nip-mismatch-guide-and-form.txt"
NAME, OTHER = "BASKARA ADIWANGSA", "19770425 200112 1 006"


def _no_document(_):
    raise AssertionError


def _feature(rule, folder):
    path = folder / "a.feature"
    text = Skeleton(rule, AUDITOR, FIXTURES_DIR, _no_document, path, "patuh spec new X").text()
    path.write_text(text, encoding="utf-8")
    return read_feature(path)


# new


def test_every_rule_has_a_skeleton_that_waits_for_its_author(tmp_path):
    """A scenario a case, each name once, every step known, and every fact of a case named as open."""
    for rule in PACK.rules:
        feature = _feature(rule, tmp_path)
        facts = sum(max(len(case.facts), 1) for case in rule.cases)

        assert len(rule.cases) == len(feature.scenarios) == len({one.name for one in feature.scenarios}), rule.name
        assert facts <= len(list(unfilled(feature))), rule.name
        assert {"unfilled"} == {one.code for one in mistakes(tmp_path / "a.feature", PACK)}, rule.name
        assert all((f"aturan-{rule.code}") in dict(one.tags) for one in feature.scenarios), rule.name


@pytest.mark.parametrize("name", ["person/nip-mismatch", "steps/duplicate", "performance/achievement-wrong"])
def test_what_a_case_expects_is_what_its_scenario_says(tmp_path, name):
    """Outcome, count and severity as the rule finds them in the facts."""
    rule = next((one for one in PACK.rules if one.name == name), PACK.rules[0])
    for case, scenario in zip(rule.cases, _feature(rule, tmp_path).scenarios, strict=True):
        said = [step.text for step in scenario.steps if step.moment == "then"]
        found = [one for one in AUDITOR.judge(case_facts(case.facts), rule.applies_to[0]).findings if one.rule == name]
        if case.expect is Outcome.CLEAN:
            assert [f"aturan {rule.code} tidak menemukan apa pun"] == said
        elif case.expect is Outcome.NOT_APPLICABLE:
            assert [f"aturan {rule.code} tidak berlaku"] == said
        elif case.expect is Outcome.NOT_EVALUATED:
            assert said[0].startswith(f"aturan {rule.code} tidak dapat dinilai karena ")
        elif len({one.severity for one in found}) == 1:
            assert f"aturan {rule.code} menemukan {len(found)} temuan {severity_word(found[0].severity)}" == said[0]


def test_names_are_indonesian_where_the_case_has_such_a_name(tmp_path):
    """Else the expectation stands before the name that there is."""
    rule = PACK.rule("NIP-02")
    names = [one.name for one in _feature(rule, tmp_path).scenarios]

    assert "NIP yang sama dengan dua cara penulisan" in names
    assert "Melanggar: one name with two NIPs" in names


def test_a_case_with_a_document_names_the_file(tmp_path):
    """From where the feature stands."""
    rule = PACK.rule("NIP-02")
    case = rule.cases[0].model_copy(update={"document": "sop/clean.txt", "facts": ()})
    rule = rule.model_copy(update={"cases": (case,)})
    path = tmp_path / "spek" / "a.feature"
    text = Skeleton(rule, AUDITOR, tmp_path / "dok", _no_document, path, "x").text()

    assert 'Dengan berkas "../dok/sop/clean.txt"\n' in text
    assert "Maka dokumen melanggar aturan NIP-02" in text


def test_a_skeleton_is_written_once_and_does_not_pass(tmp_path):
    """For rules under development, too; patuh spec names each open place, and runs it when they are filled."""
    rules = tmp_path / "aturan/steps"
    rules.mkdir(parents=True)
    (rules / "x-one.yaml").write_text(RULE.replace("LK-02", "XST-01"), encoding="utf-8")
    new = ("spec", "new", "XST-01", "--no-config", "--rules", "aturan")
    made, again = (patuh(*new, cwd=tmp_path) for _ in range(2))
    path = tmp_path / "spesifikasi/steps/x-one.feature"
    text = path.read_text(encoding="utf-8")
    open_places = [number for number, line in enumerate(text.splitlines(), 1) if "# ISI:" in line]
    ran = patuh("spec", "spesifikasi", "--rules", "aturan", "--no-config", cwd=tmp_path)

    assert (made.code, again.code, ran.code) == (0, 2, 3)
    assert "sudah ada; tidak ditimpa" in again.err
    assert open_places
    assert [f"x-one.feature:{line}" in ran.out + ran.err for line in open_places] == [True] * len(open_places)
    assert patuh("spec", "new", "ZZ-99", "--no-config", cwd=tmp_path).code == 2


def test_spec_is_a_command_for_paths_and_for_others(tmp_path):
    """Options may stand on either side of a path; a path that is named like a command is written ./new."""
    (tmp_path / "new").mkdir()
    (tmp_path / "new/a.feature").write_text(
        "# language: id\nFitur: a\n  Skenario: b\n    Dengan SOP lengkap\n"
        "    Maka aturan NIP-02 tidak menemukan apa pun\n",
        encoding="utf-8",
    )
    help_text = patuh("spec", "--help").out

    assert patuh("spec", "./new", "--no-config", cwd=tmp_path).code == 0
    assert patuh("spec", "new", cwd=tmp_path).code == 2
    assert re.search(r"PATH.*COMMAND", help_text)
    assert re.search(r"^  from-finding +\S.*\n(.*\n)*  new +\S", help_text, re.MULTILINE)
    assert "Usage: patuh spec new [OPTIONS] RULE" in patuh("spec", "new", "--help").out


# from-finding


@pytest.fixture(scope="module")
def contested(tmp_path_factory):
    """A folder with a document, its report, and the fingerprint of a finding."""
    folder = tmp_path_factory.mktemp("sengketa")
    shutil.copy(MISMATCH, folder / "sop.txt")
    patuh("check", "sop.txt", "--as-of", "2026-01-15", "--no-config", "--output", "l.json", cwd=folder)
    report = json.loads((folder / "l.json").read_text(encoding="utf-8"))
    found = next(one for one in report["documents"][0]["findings"] if one["code"] == "NIP-02")
    return folder, found["fingerprint"]


def _from_finding(contested, *more, report="l.json"):
    folder, fingerprint = contested
    return patuh("spec", "from-finding", report, fingerprint[:10], "--no-config", *more, cwd=folder)


def test_a_contested_finding_becomes_a_small_scenario_without_its_persons(contested):
    """It runs, and no word or number of a person is left; a masked report leads to the same one."""
    folder, _ = contested
    done = _from_finding(contested, "--output", "satu.feature")
    text = (folder / "satu.feature").read_text(encoding="utf-8")
    numbers = re.findall(r'mengutip "(1[0-9 ]+)"', text)
    real = ("197704252001121006", "197704252002121004")

    assert done.code == 0, done.err
    assert patuh("spec", "satu.feature", "--no-config", cwd=folder).code == 0
    assert "Maka aturan NIP-02 menemukan 1 temuan kritis" in text
    assert len(text.splitlines()) < 25
    assert not [word for word in (*NAME.split(), OTHER, OTHER.replace(" ", "")) if word.lower() in text.lower()]
    assert [2, True] == [len(numbers), all(inspect_nip(digits_of(one)).state == "ok" for one in numbers)]
    assert _differing(*real) == _differing(*map(digits_of, numbers))


def _differing(a, b):
    return [place for place, (one, other) in enumerate(zip(a, b, strict=True)) if one != other]


def test_a_masked_report_leads_to_the_same_scenario(contested):
    """The fingerprint is then that of the masked finding; twice the same is the same, byte for byte."""
    folder, _ = contested
    patuh("check", "sop.txt", "--as-of", "2026-01-15", "--no-config", "--mask", "--output", "m.json", cwd=folder)
    report = json.loads((folder / "m.json").read_text(encoding="utf-8"))
    found = next(one for one in report["documents"][0]["findings"] if one["code"] == "NIP-02")
    plainly = _from_finding(contested)
    done = _from_finding((folder, found["fingerprint"]), "--output", "samar.feature", report="m.json")
    written = list((folder / "spesifikasi/temuan").iterdir())

    assert (done.code, plainly.code, len(written)) == (0, 0, 1), done.err
    assert (folder / "samar.feature").read_bytes() == written[0].read_bytes()


def test_unmasked_keeps_the_words_of_the_document(contested):
    """For who may see them."""
    done = _from_finding(contested, "--unmasked", "--output", "asli.feature")

    assert done.code == 0, done.err
    assert OTHER in (contested[0] / "asli.feature").read_text(encoding="utf-8")


def test_what_cannot_be_made_is_said_and_nothing_is_written(contested, tmp_path):
    """No such finding, a document that is gone or is another, a file that is there already."""
    folder, fingerprint = contested
    (tmp_path / "lain.txt").write_text(Draft().text, encoding="utf-8")
    (folder / "ada.feature").write_text("x", encoding="utf-8")
    before = sorted(folder.rglob("*"))
    gone = patuh("spec", "from-finding", "l.json", "ffff", "--no-config", cwd=folder)
    other = _from_finding(contested, "--document", tmp_path / "lain.txt")
    there = _from_finding(contested, "--output", "ada.feature")
    shutil.copy(folder / "l.json", tmp_path / "l.json")
    nowhere = patuh("spec", "from-finding", "l.json", fingerprint, "--no-config", cwd=tmp_path)

    assert (gone.code, other.code, there.code, nowhere.code) == (2, 3, 2, 3)
    assert fingerprint[:8] in gone.err
    assert "tidak ada lagi pada dokumen ini" in other.err
    assert "tidak ditimpa" in there.err
    assert "--document FILE" in nowhere.err
    assert before == sorted(folder.rglob("*"))


# invented words


def _invented(text, number=0):
    document = read_text(text.encode(), name="a.txt")
    return Invented(Mask(document, [*extract(document).sops]), text, number)


def test_one_person_has_one_invented_name_and_a_misprint_stays_one():
    """Degrees, titles, case and form stay; so does what differs."""
    text = (
        Draft().text
        + "\nDrs. WISNU ANGGARAKSA, M.Si.\nNIP. 19820517 200604 1 003\nWISNU ANGGARAKSE\nNIP. 198205172006041004\n"
    )
    made = _invented(text).text()
    first, second = re.findall(r"(\w+ \w+)\nNIP\.", made.replace("Drs. ", "").replace(", M.Si.", ""))[-2:]

    assert made.count("\n") == text.count("\n")
    assert "ANGGARAKS" not in made
    assert "WISNU" not in made
    assert (first.split()[0], len(first)) == (second.split()[0], len(second))
    assert 1 == sum(a != b for a, b in zip(first, second, strict=True))
    assert re.search(r"Drs\. [A-Z]+ [A-Z]+, M\.Si\.\nNIP\. \d{8} \d{6} 1 \d{3}\n", made)


@given(
    a=st.from_regex(
        r"19[6-8][0-9](0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])(199[0-9]|201[0-9])(0[1-9]|1[0-2])[12][0-9]{3}",
        fullmatch=True,
    ),
    place=st.integers(0, 17),
    digit=st.integers(0, 9),
)
@settings(max_examples=8, deadline=None)
def test_numbers_differ_where_they_differed(a, place, digit):
    """Equal ones stay equal, and every way of inventing leaves the number of nobody."""
    b = a[:place] + str(digit) + a[place + 1 :]
    text = f"Nama\nNIP. {a}\n\nLain\nNIP. {b}\n"
    mask = Mask()
    mask.learn([], [text])
    for way in list(inventions(mask, text))[:3]:
        made = [digits_of(plain(one)) for one in re.findall(r"NIP\. ([0-9]+)", way.text())]
        assert [x != y for x, y in zip(a, b, strict=True)] == [x != y for x, y in zip(*made, strict=True)]
        assert set(made).isdisjoint({a, b})


def test_invented_words_are_nobodys_and_nothing_else():
    """No word of the language, no place, each once."""
    known = KnownNames()

    assert len(set(NAMES)) == len(NAMES)
    assert [] == [name for name in NAMES if known.is_word(name.lower())]


# as little as is needed


@given(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=60), st.sets(st.sampled_from("abc"), min_size=1))
def test_what_is_left_is_needed(lines, needed):
    """It still holds, in the order that it had, and not without any one line."""
    if not needed.issubset(lines):
        return
    left = minimise(lines, needed.issubset)

    assert sorted(needed) == sorted(left)
    rest = iter(lines)
    assert all(line in rest for line in left)


def test_work_is_bounded():
    """However large the text, and whatever is asked of it."""
    tried = []
    noise = random.Random(1)
    minimise([str(number) for number in range(5000)], lambda some: tried.append(len(some)) or noise.random() < 0.1)

    assert len(tried) <= MAX_TRIES
    assert sum(tried) <= MAX_LINES


@given(st.text(max_size=60))
def test_quoted_words_are_words_of_a_step(text):
    """Whatever stands in a document."""
    step = f"temuan mengutip {quoted(text)}"

    assert VOCABULARY.find("then", step) is not None
    assert "\n" not in step


def test_the_day_of_a_case_is_that_of_specs():
    """So that a document of a case is judged alike in both."""
    assert AS_OF == CASES_AS_OF
