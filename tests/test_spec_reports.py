"""How a run of specs and the list of steps are told: on a screen, in JSON, in JUnit XML, on a page."""

from __future__ import annotations

import datetime as dt
import json
import re

import junitparser
import pytest
from playwright.sync_api import expect

from reports.spec import json as spec_json
from reports.spec import junit, page, steps, table
from reports.spec.table import MOST_LISTED, SpecStyle
from reports.spec.words import WORDS, verdict
from schemas.report import RulesInfo, Tool
from schemas.spec import FeatureRun, ScenarioResult, SpecMistake, SpecRun, SpecSummary, StepResult
from schemas.spec_steps import StepList
from specs.listing import KEYWORDS, step_list
from specs.vocabulary import VOCABULARY
from tests.browser import accessibility_problems, chromium, page_of, wider_than_the_window
from tests.flat_entries import EVIL
from tests.system_programs import needs

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")

UNMET = ScenarioResult(
    path="sop/nip.feature",
    feature="NIP pejabat",
    name="NIP yang keliru ditemukan",
    line=4,
    tags=("aturan-NIP-02",),
    ended="failed",
    steps=(
        StepResult(keyword="Dengan", text="SOP lengkap", line=5, ended="passed"),
        StepResult(keyword="Maka", text="aturan NIP-02 melanggar", line=6, ended="failed"),
        StepResult(keyword="Dan", text="predikatnya C", line=7, ended="skipped"),
    ),
    failed_line=6,
    expected="aturan NIP-02 melanggar",
    found=("aturan NIP-02 tidak menemukan apa pun (patuh)", "Saran baris 12: tanggal ditulis singkat"),
)
BROKEN = ScenarioResult(
    path="sop/nip.feature",
    feature="NIP pejabat",
    name="Langkah 99 diubah",
    line=9,
    example=(("nomor", "99"), ("kata", "Mencatat")),
    row=2,
    ended="error",
    steps=(StepResult(keyword="Ketika", text="langkah 99 dihapus", line=10, ended="error"),),
    failed_line=10,
    found=("Tidak ada langkah 99: SOP ini mempunyai 7 langkah.",),
)
HELD = ScenarioResult(path="sop/nip.feature", feature="NIP pejabat", name="Semua patuh", line=15, ended="passed")
MISTAKE = SpecMistake(
    path="sop/keliru.feature",
    line=3,
    code="unknown-step",
    message="Langkah tidak dikenal.",
    hints=("langkah 1 dihapus",),
)


def run_of(*features: FeatureRun) -> SpecRun:
    ended = [one.ended for feature in features for one in feature.scenarios]
    return SpecRun(
        tool=Tool(version="0.7.0", engine="durable_rules 2.0.28"),
        rules=RulesInfo(profile="standar", count=116, digest="a1b2c3", organisation="Inspektorat Rimba Wangi"),
        as_of=dt.date(2026, 1, 15),
        features=features,
        summary=SpecSummary(
            features=len(features),
            scenarios=len(ended),
            passed=ended.count("passed"),
            failed=ended.count("failed"),
            errors=ended.count("error"),
            mistaken=sum(bool(feature.mistakes) for feature in features),
        ),
    )


def feature(*scenarios: ScenarioResult) -> FeatureRun:
    return FeatureRun(path="sop/nip.feature", name="NIP pejabat", line=2, scenarios=scenarios)


MIXED = run_of(
    FeatureRun(path="sop/keliru.feature", name="", mistakes=(MISTAKE,)),
    feature(UNMET, BROKEN, HELD),
)
ALL_HELD = run_of(feature(HELD))


def evil() -> SpecRun:
    """A run all whose words are hostile."""
    step = StepResult(keyword=EVIL, text=EVIL, line=1, ended="failed")
    one = ScenarioResult(
        path=f"{EVIL}.feature",
        feature=EVIL,
        name=EVIL,
        line=1,
        example=((EVIL, EVIL),),
        row=1,
        tags=(EVIL,),
        ended="failed",
        steps=(step,),
        expected=EVIL,
        found=(EVIL, EVIL),
    )
    mistake = SpecMistake(path=EVIL, line=1, code=EVIL, message=EVIL, hints=(EVIL,))
    broken = one.model_copy(update={"ended": "error", "line": 2})
    return run_of(
        FeatureRun(path=EVIL, name=EVIL, mistakes=(mistake,)),
        FeatureRun(path=f"{EVIL}.feature", name=EVIL, scenarios=(one, broken)),
    )


def printed(run: SpecRun, **style) -> str:
    return table.write(run, SpecStyle(**style)).decode()


def test_the_screen_tells_what_to_mend_first():
    """Mistakes of files, then what could not be run, then what did not hold, each at its place."""
    text = printed(MIXED)

    assert [
        "Berkas yang keliru",
        "sop/keliru.feature:3: Langkah tidak dikenal.",
        "Tidak dapat dijalankan (1)",
        "sop/nip.feature:10: Langkah 99 diubah",
        "Tidak terpenuhi (1)",
        "sop/nip.feature:6: NIP yang keliru ditemukan",
        "Fitur",
        "1 dari 2 skenario tidak terpenuhi.",
    ] == sorted(
        (
            "Berkas yang keliru",
            "sop/keliru.feature:3: Langkah tidak dikenal.",
            "Tidak dapat dijalankan (1)",
            "sop/nip.feature:10: Langkah 99 diubah",
            "Tidak terpenuhi (1)",
            "sop/nip.feature:6: NIP yang keliru ditemukan",
            "Fitur",
            "1 dari 2 skenario tidak terpenuhi.",
        ),
        key=text.index,
    )
    assert "\n  - langkah 1 dihapus\n" in text


def test_a_scenario_that_did_not_hold_is_told_in_full():
    """Its step, what was expected, each thing found on a line, and what was not reached; no steps that held."""
    lines = printed(run_of(feature(UNMET, HELD))).splitlines()
    start = lines.index("sop/nip.feature:6: NIP yang keliru ditemukan")

    assert [
        "  Maka aturan NIP-02 melanggar",
        "  Diharapkan: aturan NIP-02 melanggar",
        "  Ditemukan:",
        "    - aturan NIP-02 tidak menemukan apa pun (patuh)",
        "    - Saran baris 12: tanggal ditulis singkat",
        "  Belum dijalankan: baris 7: Dan predikatnya C",
        "",
    ] == lines[start + 1 : start + 8]


def test_a_row_of_examples_and_the_reason_are_told():
    text = printed(run_of(feature(BROKEN)))

    assert "\n  Contoh ke-2: nomor = 99, kata = Mencatat\n  Ketika langkah 99 dihapus\n  Sebabnya: Tidak ada" in text
    assert "Diharapkan" not in text


def test_scenarios_that_held_are_listed_only_where_that_is_asked_for():
    assert "Semua patuh" not in printed(MIXED)
    assert "sop/nip.feature:15: Semua patuh" in printed(MIXED, every=True)


def test_features_are_listed_with_their_counts_and_the_judge_is_named():
    text = printed(MIXED)

    assert re.search(r"^ +1 +1 +1 +NIP pejabat\n +sop/nip\.feature$", text, re.MULTILINE)
    assert re.search(r"^ +- +- +- +sop/keliru\.feature \(tidak dijalankan\)$", text, re.MULTILINE)
    for words in (
        "3: 1 terpenuhi, 1 tidak terpenuhi, 1 tidak dapat dijalankan",
        "15 Januari 2026",
        "116 aturan (profil standar)",
        "Inspektorat Rimba Wangi",
    ):
        assert words in text


def test_program_and_digest_are_told_where_all_is_asked_for():
    """They are evidence, which nobody needs on the screen each time."""
    assert "a1b2c3" not in printed(MIXED)
    assert "a1b2c3" in printed(MIXED, every=True)


def test_of_many_features_those_are_listed_that_are_not_right():
    right = [FeatureRun(path=f"sop/{at}.feature", name=f"Fitur {at}", scenarios=(HELD,)) for at in range(MOST_LISTED)]
    many = run_of(*right, *MIXED.features)

    assert "Fitur 3" in printed(run_of(*right))
    assert "Fitur 3" not in printed(many)
    assert "sop/keliru.feature" in printed(many)
    assert "Fitur 3" in printed(many, every=True)


@pytest.mark.parametrize("width", [60, 80, 140])
def test_no_line_is_wider_than_the_screen(width):
    long = UNMET.model_copy(update={"name": "nama " * 60, "found": ("kata " * 70, "kata"), "expected": "harap " * 50})

    lines = printed(run_of(feature(long), feature(BROKEN)), width=width, every=True).splitlines()

    assert width >= max(map(len, lines))
    assert width - 12 <= max(map(len, lines))


def test_colour_only_where_it_is_asked_for():
    assert "\x1b[" not in printed(MIXED)
    assert "\x1b[31m\x1b[1mTidak terpenuhi (1)\x1b[0m" in printed(MIXED, colour=True)
    assert "\x1b[32m\x1b[1mSemua skenario (1) terpenuhi." in printed(ALL_HELD, colour=True)


@pytest.mark.parametrize(
    ("run", "said"),
    [
        pytest.param(ALL_HELD, ["Semua skenario (1) terpenuhi."], id="all"),
        pytest.param(run_of(feature(UNMET, HELD)), ["1 dari 2 skenario tidak terpenuhi."], id="some"),
        pytest.param(
            run_of(feature(HELD, BROKEN)),
            [
                "Semua skenario yang dapat dijalankan (1) terpenuhi.",
                "Belum lengkap: 1 skenario tidak dapat dijalankan.",
            ],
            id="not-all-run",
        ),
        pytest.param(run_of(feature(BROKEN)), ["Tidak ada skenario yang dapat dijalankan."], id="none"),
    ],
)
def test_the_verdict_never_says_more_than_was_run(run, said):
    assert said == verdict(run.summary, "id")


def test_english_words_stand_around_the_findings():
    text = printed(MIXED, lang="en")

    assert "  Expected: aturan NIP-02 melanggar\n  Found:\n" in text
    assert "1 of 2 scenarios did not hold." in text
    assert 'lang="en"' in page.write(MIXED, "en").decode()
    assert "Diharapkan" not in text + page.write(MIXED, "en").decode()


def test_json_is_what_was_run():
    told = spec_json.write(MIXED)

    assert "patuh.spec/1" == json.loads(told)["schema"]
    assert MIXED == SpecRun.model_validate_json(told)


def test_junit_has_a_suite_a_feature_and_a_test_a_scenario():
    """A service counts failures and errors as we do, and leads to the line."""
    log = junitparser.JUnitXml.fromstring(junit.write(MIXED, "id"))
    mistaken, nip = list(log)

    assert (4, 1, 2) == (log.tests, log.failures, log.errors)
    assert ("sop/nip.feature", 3, 1, 1) == (nip.name, nip.tests, nip.failures, nip.errors)
    unmet, broken, held = list(nip)
    assert [] == held.result
    (failure,) = unmet.result
    assert isinstance(failure, junitparser.Failure)
    assert "aturan NIP-02 melanggar" == failure.message
    assert ("sop/nip.feature", "6") == (unmet._elem.get("file"), unmet._elem.get("line"))
    assert "Ditemukan: Saran baris 12: tanggal ditulis singkat" in failure.text.splitlines()
    (error,) = broken.result
    assert isinstance(error, junitparser.Error)
    assert "Langkah 99 diubah (Contoh ke-2: nomor = 99, kata = Mencatat)" == broken.name
    ((mistake,),) = (case.result for case in mistaken)
    assert ("unknown-step", "Langkah tidak dikenal.") == (mistake.type, mistake.message)
    assert " time=" not in junit.write(MIXED, "id").decode()


@pytest.mark.parametrize("lang", ["id", "en"])
def test_hostile_words_stay_words(lang):
    """Nothing steers a terminal, is an element of the page, or breaks the XML."""
    run = evil()

    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", printed(run, lang=lang, every=True))
    html = page.write(run, lang).decode()
    assert "<script" not in html
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", html)
    log = junitparser.JUnitXml.fromstring(junit.write(run, lang))
    assert (3, 1, 2) == (log.tests, log.failures, log.errors)
    assert run == SpecRun.model_validate_json(spec_json.write(run))


def test_the_page_leads_from_every_number_to_its_scenario():
    """Each link of the page has its goal, each goal is there once."""
    for html in (page.write(MIXED, "id").decode(), steps.write_html(step_list("id")).decode()):
        goals = re.findall(r' id="([^"]+)"', html)
        assert len(set(goals)) == len(goals)
        assert set(re.findall(r'href="#([^"]+)"', html)) <= set(goals)
        assert [] == re.findall(r'(?:src|href)="(?!#)', html)


def test_every_listed_example_is_that_step():
    """What the list shows to be copied is understood, as the step it stands with."""
    for lang in ("id", "en"):
        for known in VOCABULARY:
            found = VOCABULARY.find(known.moments[0], known.shown_example(lang).split("\n")[0])
            assert found is not None
            assert known is found.known, known.shown_example(lang)


def test_the_list_has_every_step_once():
    told = step_list("id")

    assert len(VOCABULARY.steps) == told.count
    assert told == StepList.model_validate_json(spec_json.write(told))
    for one in (one for topic in told.topics for one in topic.steps):
        assert one.example.startswith(f"{one.keywords[0]} ")
        assert set(one.keywords) <= set(KEYWORDS["id"].values())


def test_steps_are_found_by_all_words_that_are_asked_for():
    some = step_list("id", "Temuan KRITIS")

    assert 0 < some.count < len(VOCABULARY.steps)
    for topic in some.topics:
        for one in topic.steps:
            text = f"{topic.title} {one.model_dump_json()}".casefold()
            assert "temuan" in text
            assert "kritis" in text
    assert 0 == step_list("id", "kata-yang-tidak-ada").count
    assert "Hanya yang memuat: Temuan KRITIS." in steps.write_table(some, SpecStyle()).decode()


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_list_fits_a_terminal_of_eighty_columns(lang):
    """But for tables and texts of examples, which are read as they stand."""
    told = step_list(lang)
    lines = steps.write_table(told, SpecStyle(width=80)).decode().splitlines()

    shown = {line.strip() for topic in told.topics for one in topic.steps for line in one.example.splitlines()}
    assert [] == [line for line in lines if len(line) > 80 and line.strip() not in shown]
    for topic in told.topics:
        assert topic.title in lines
        for one in topic.steps:
            assert " ".join(one.example.split()) in " ".join(" ".join(lines).split())


def test_words_of_both_languages_take_the_same_values():
    for name in (
        "all_held",
        "rest_held",
        "some_unmet",
        "incomplete",
        "example",
        "line",
        "profile_rules",
        "day_default",
    ):
        holes = [sorted(re.findall(r"{\w+}", getattr(words, name))) for words in WORDS.values()]
        assert holes[0] == holes[1] != []


@pytest.fixture(scope="module")
def browser():
    needs("chromium")
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("specs")
    (folder / "run.html").write_bytes(page.write(MIXED, "id"))
    (folder / "evil.html").write_bytes(page.write(evil(), "id"))
    (folder / "steps.html").write_bytes(steps.write_html(step_list("id", "langkah")))
    return folder


def test_the_pages_fit_phones_and_desks_and_ask_for_nothing(browser, pages):
    with page_of(browser, pages / "run.html") as (shown, complaints):
        for name, width in (("run", 1280), ("run", 320), ("evil", 320), ("steps", 320)):
            shown.set_viewport_size({"width": width, "height": 900})
            shown.goto((pages / f"{name}.html").as_uri())
            assert [] == wider_than_the_window(shown), name
        assert [] == [one for one in complaints if not one.startswith(pages.as_uri())]


@pytest.mark.parametrize(("name", "scheme"), [("run", "light"), ("steps", "dark")])
def test_screen_readers_and_keyboards_get_along(browser, pages, name, scheme):
    with page_of(browser, pages / f"{name}.html", color_scheme=scheme, bypass_csp=True) as (shown, _):
        assert [] == accessibility_problems(shown)


def test_a_feature_unfolds_without_javascript(browser, pages):
    """By keyboard, and by the link of its row."""
    with page_of(browser, pages / "run.html", java_script_enabled=False) as (shown, _):
        held = shown.get_by_text("Semua patuh")
        expect(held).to_be_hidden()
        shown.locator("details summary").focus()
        shown.keyboard.press("Enter")
        expect(held).to_be_visible()
