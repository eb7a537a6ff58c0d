"""The guide for auditors, followed to the letter in an empty folder."""

from __future__ import annotations

import re

import pytest

import specs.steps  # noqa: F401 - makes the steps known
from scripts.guide import FENCE, PAGE, GuideError, followed
from specs.reading import read_feature
from specs.vocabulary import VOCABULARY
from tests.program import patuh

GUIDE = PAGE.read_text(encoding="utf-8")
MOMENTS = {"Dengan": "given", "Ketika": "when", "Maka": "then"}
LONGEST = 420


def _run(arguments, folder):
    done = patuh(*arguments, cwd=folder)
    return done.code, done.out + done.err


def test_the_guide_is_true(tmp_path):
    """Every file, command and word of an answer; where not: python -m scripts.guide, and read what it changed."""
    assert followed(GUIDE, tmp_path, _run).splitlines() == GUIDE.splitlines()


def test_the_guide_shows_a_pass_and_a_failure():
    """Five minutes: a scenario that holds, one changed word, what is said then."""
    first, second = [block["body"] for block in FENCE.finditer(GUIDE) if block["kind"] == "console"][:2]

    assert "[kode keluar" not in first
    assert "[kode keluar 1]" in second
    assert "pengesahan.feature:12" in second
    assert len(GUIDE.splitlines()) < LONGEST


def test_steps_of_the_guide_are_known():
    """Those of the pieces that are shown without a file, too."""
    pieces = [block["body"] for block in FENCE.finditer(GUIDE) if block["kind"] == "gherkin" and not block["name"]]
    steps = [found for piece in pieces for found in re.findall(r"^\s+(Dengan|Ketika|Maka) (.+)$", piece, re.MULTILINE)]

    assert len(steps) > 5
    assert [] == [text for word, text in steps if VOCABULARY.find(MOMENTS[word], text) is None]


def test_what_cannot_be_followed_is_told(tmp_path):
    """A change of a line that is not there, a command of another program."""
    with pytest.raises(GuideError, match="does not stand once"):
        followed("```text a\nsatu\n```\n```diff a\n-dua\n+tiga\n```\n", tmp_path, _run)
    with pytest.raises(GuideError, match="not a command of patuh"):
        followed("```console\n$ rm a\n```\n", tmp_path, _run)


def test_a_changed_answer_is_seen(tmp_path):
    """What is compared is what the program says now, exit code and all."""
    page = "```gherkin a.feature\nsalah\n```\n```console\n$ patuh spec a.feature\nlama\n```\n"
    made = followed(page, tmp_path, lambda arguments, _: (3, f"{arguments[-1]}: baru\n\nsatu\n"))

    assert made == page.replace("lama\n", "a.feature: baru\n\nsatu\n[kode keluar 3]\n")
    assert (tmp_path / "a.feature").read_text(encoding="utf-8") == "salah\n"


def test_features_of_the_guide_are_read(tmp_path):
    """Those of the page are features, with the names that the page gives them."""
    followed(GUIDE, tmp_path, lambda *_: (0, ""))

    assert {"pengesahan", "kinerja", "arsip", "english"} <= {path.stem for path in tmp_path.glob("*.feature")}
    assert [2, 1] == [len(read_feature(tmp_path / f"{name}.feature").scenarios) for name in ("pengesahan", "arsip")]
