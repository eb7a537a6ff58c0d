"""The pytest plugin that comes with patuh: silent until it is switched on, then like any other tests."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from tests.specs_running import FAILS, HOLDS, feature, fresh_pytest_in, pytest_in, scenario

SILENT = """
def test_plain():
    import sys
    assert not {'specs.running', 'specs.steps', 'engine', 'extraction'} & set(sys.modules)
"""
OUTLINE = """
  @aturan-NIP-02
  Skenario konsep: Dengan baris <kata>
    Dengan SOP lengkap
    Maka aturan <kata> tidak menemukan apa pun

    @label_lain
    Contoh:
      | kata   |
      | NIP-02 |
      | NIP-02 |
"""


@pytest.fixture
def folder(tmp_path):
    """A folder with a space in its name, a feature and a plain test."""
    made = tmp_path / "map spesifikasi"
    feature(made, "a.feature", scenario("Terpenuhi: a::b [c]"), scenario("Tidak terpenuhi", FAILS))
    (made / "test_plain.py").write_text("def test_plain():\n    pass\n")
    return made


def test_silent_where_it_is_not_switched_on(folder):
    """Without the switch no feature is collected, nothing of patuh imported, nothing warned about."""
    (folder / "test_plain.py").write_text(SILENT)
    done = fresh_pytest_in(folder, "-q", "-W", "error", "--strict-markers", "--strict-config")
    assert (done.code, done.out.splitlines()[-1].split(" in ")[0]) == (0, "1 passed")


FOREIGN = """
import pytest, pytest_bdd

@pytest.fixture
def desk():
    raise AssertionError("nobody asked for it")

@pytest_bdd.given("air mendidih")
def boiling():
    pass

@pytest_bdd.scenario("lain.gherkin", "Teh")
def test_tea():
    pass
"""


def test_scenarios_of_others_run_beside_ours(folder):
    """Steps of theirs, by their own Python; nothing of a desk of ours is in them."""
    (folder / "lain.gherkin").write_text("Feature: Lain\n  Scenario: Teh\n    Given air mendidih\n")
    (folder / "test_lain.py").write_text(FOREIGN)
    done = pytest_in(folder, "--patuh-spec", "-q")
    assert "1 failed, 3 passed" in done.out, done.out


def test_result_of_pytest(folder):
    """Switched on it is strict with warnings, tells where a scenario stands, and what failed without a traceback."""
    feature(folder, "b.feature", OUTLINE, scenario("Terpenuhi"))
    (folder / "conftest.py").write_text("def pytest_bdd_apply_tag(tag, function):\n    raise AssertionError(tag)\n")
    done = pytest_in(folder, "--patuh-spec", "-W", "error", "--strict-markers", "--junitxml=hasil.xml", "-rf")
    assert "1 failed, 5 passed" in done.out, done.out
    assert "Traceback" not in done.out
    assert "diharapkan: aturan NIP-02 menemukan 1 temuan kritis" in done.out
    cases = {case.get("name"): case for case in ET.parse(folder / "hasil.xml").iter("testcase")}
    assert set(cases) >= {"Terpenuhi: a:b [c]", "Tidak terpenuhi", "Terpenuhi"}
    assert sum(name.startswith("Dengan baris <kata>[NIP-02") for name in cases) == 2
    assert re.search(r"a\.feature:10: Maka aturan NIP-02", cases["Tidak terpenuhi"][0].text)


def test_selected_and_listed(folder):
    """By the ini file, by -k, by node id; the line is that of the scenario."""
    (folder / "pytest.ini").write_text("[pytest]\npatuh_spec = true\npython_functions = check_*\n")
    listed = pytest_in(folder, "--collect-only", "-q").out
    assert "a.feature::Tidak terpenuhi" in listed
    assert "1 failed" in pytest_in(folder, "-q", "-k", "Tidak").out
    (folder / "conftest.py").write_text(
        "def pytest_collection_modifyitems(items):\n    print('PLACES', [i.location[:2] for i in items])\n"
    )
    done = pytest_in(folder, "-q", "-s", "a.feature::Terpenuhi: a:b [c]")
    assert "PLACES [('a.feature', 3)]" in done.out
    assert "1 passed" in done.out


def test_mistakes_are_errors_of_collection(folder):
    """A step that is not known, a rule file that is wrong: told in a line, without a traceback."""
    feature(folder, "b.feature", scenario("Salah", "    Dengan SOP yang tidak ada\n"))
    done = pytest_in(folder, "--patuh-spec", "-q", "b.feature")
    assert done.code == 2
    assert "b.feature:5: " in done.out
    assert "Traceback" not in done.out
    (folder / "patuh.toml").write_text("tidak = [")
    done = pytest_in(folder, "--patuh-spec", "-q", "a.feature")
    assert "patuh.toml:1" in done.out
    assert "INTERNALERROR" not in done.out


def test_same_with_xdist(folder):
    """Two processes tell what one tells."""
    feature(folder, "b.feature", *(scenario(f"Skenario {number}", HOLDS) for number in range(3)))
    one = pytest_in(folder, "--patuh-spec", "-rA", "-q")
    two = fresh_pytest_in(folder, "--patuh-spec", "-rA", "-q", "-n", "2")
    results = [sorted(re.findall(r"^(?:PASSED|FAILED) .*", done.out, re.MULTILINE)) for done in (one, two)]
    assert results[0] == results[1]
    assert len(results[0]) == 6


def test_a_conftest_in_another_folder_is_no_matter(folder):
    """As most projects have one beside their tests: it counts for its folder alone."""
    (folder / "tests").mkdir()
    (folder / "tests" / "conftest.py").write_text("def pytest_runtest_setup(item):\n    pass\n")
    (folder / "test_plain.py").rename(folder / "tests" / "test_plain.py")
    done = pytest_in(folder, "--patuh-spec", "-q")

    assert "1 failed, 2 passed" in done.out, done.out
