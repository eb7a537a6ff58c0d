"""patuh rules new, docs, coverage and test: what a rule author works with."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner

import cli
from commands.scaffold import MARK, next_code
from engine.errors import RulePackErrors
from engine.pack import load_pack
from engine.requirements import read_requirements
from tests.packs import rules_pack
from tests.program import ROOT
from tests.samples import RULE, write_pack

PACK = rules_pack()
HEADER = "# yaml-language-server: $schema="
FIELDS = 13
"""Of the identity block by PermenPANRB 35/2012."""


def _patuh(*arguments: str | Path) -> tuple[int, str, str]:
    done = CliRunner().invoke(cli.main, [str(argument) for argument in arguments], prog_name="patuh")
    return done.exit_code, done.stdout, done.stderr


# new


def test_a_new_rule_loads_and_proves_its_cases(tmp_path):
    """And says what is still to be filled in, with file and line."""
    folder = tmp_path / "aturan"
    code, out, _ = _patuh("rules", "new", "steps/too-few", "--dir", folder)
    checked = _patuh("rules", "check", folder)
    tested = _patuh("rules", "test", "--rules", folder, "--only", "steps/too-few", "--mutate")

    assert (code, checked[0], tested[0]) == (0, 0, 0)
    assert MARK in out
    assert re.search(r"too-few\.yaml:\d+: belum diisi: title: ", checked[1])
    assert "(100,0 %)" in tested[1]


def test_a_new_rule_brings_the_schema_for_the_editor(tmp_path):
    """Beside the rules of the office, wherever patuh is installed."""
    _patuh("rules", "new", "steps/too-few", "--dir", tmp_path / "aturan")
    path = tmp_path / "aturan/steps/too-few.yaml"
    named = path.read_text(encoding="utf-8").partition("\n")[0].removeprefix(HEADER)

    assert json.loads((path.parent / named).read_text(encoding="utf-8"))["title"] == "patuh rule file"


def test_nothing_is_overwritten(tmp_path):
    """Neither a file nor a rule of patuh."""
    _patuh("rules", "new", "steps/too-few", "--dir", tmp_path)
    path = tmp_path / "steps/too-few.yaml"
    path.write_text(RULE.replace("LK-02", "XST-01"), encoding="utf-8")
    again = _patuh("rules", "new", "steps/too-few", "--dir", tmp_path)
    ours = _patuh("rules", "new", "steps/duplicate", "--dir", tmp_path)

    assert (again[0], ours[0]) == (2, 2)
    assert "sudah ada" in again[2]
    assert path.read_text(encoding="utf-8").startswith("code: XST-01")


@pytest.mark.parametrize("name", ["too-few", "Steps/few", "a/b/c", "../x", "steps/a_b"])
def test_what_is_no_name_is_refused(tmp_path, name):
    """Before a file is written."""
    assert _patuh("rules", "new", name, "--dir", tmp_path)[0] == 2
    assert list(tmp_path.iterdir()) == []


def test_codes_go_on_and_never_meet(tmp_path):
    """Ours go on with the letters of the topic, those of an office begin with X."""
    last = max(int(rule.code.partition("-")[2]) for rule in PACK.rules if rule.code.startswith("KL-"))

    assert f"KL-{last + 1:02}" == next_code("office", PACK.rules, own=False)
    assert "XOF-01" == next_code("office", PACK.rules, own=True)
    assert not [rule.code for rule in PACK.rules if rule.code.startswith("X")]


# docs


class _Page(HTMLParser):
    """What a page links to, and whether its elements are closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.open: list[str] = []
        self.loaded: list[str] = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag not in ("meta", "br"):
            self.open.append(tag)
        self.links += [given["href"]] if tag == "a" else []
        self.loaded += [value for name, value in attrs if name in ("src", "srcset") or (name == "href" and tag != "a")]
        self.loaded += ["script"] if tag == "script" else []

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("halaman")
    assert _patuh("rules", "docs", "--output", folder)[0] == 0
    return folder


def test_every_rule_has_a_page_and_every_link_leads_somewhere(pages):
    """No network, no script, nothing left open."""
    files = sorted(pages.iterdir())

    assert len(files) == len(PACK.rules) + 1
    for path in files:
        page, text = _Page(), path.read_text(encoding="utf-8")
        page.feed(text)
        assert (page.open, page.loaded) == ([], [])
        assert "url(" not in text
        assert [] == [
            link for link in page.links if not link.startswith("#") and not (pages / link.split("#")[0]).exists()
        ]
        anchors = [link.partition("#") for link in page.links if "#" in link]
        assert all(
            f'id="{name}"' in (pages / (file or path.name)).read_text(encoding="utf-8") for file, _, name in anchors
        )


@pytest.mark.parametrize(
    ("line", "other", "expected"),
    [
        pytest.param("[steps/one]", "[steps/two]", "x.yaml:6: no such rule: 'steps/two'", id="rule"),
        pytest.param("35-2012", "35-2013", "x.yaml:3: regulation 'permenpanrb-35-2013' is not in", id="regulation"),
        pytest.param("rules: [steps/one]", "rules: []", "or say in 'open' why none does", id="no-answer"),
        pytest.param("    rules:", "    rulez:", "x.yaml:6: unknown key 'rulez'; did you mean 'rules'?", id="key"),
    ],
)
def test_a_stale_requirement_is_an_error(tmp_path, line, other, expected):
    """A rule that is gone must not look after anything."""
    pack = load_pack(write_pack(tmp_path, {"steps/one": RULE}))
    text = (
        "requirements:\n  - id: a\n    regulation: permenpanrb-35-2012\n    clause: x\n    group: y\n"
        "    rules: [steps/one]\n    asks: {id: a, en: a}\n"
    )
    (tmp_path / "x.yaml").write_text(text.replace(line, other), encoding="utf-8")

    with pytest.raises(RulePackErrors) as caught:
        read_requirements(tmp_path / "x.yaml", pack)

    assert expected in str(caught.value)


# test


def test_a_survivor_is_named_and_the_threshold_decides(tmp_path):
    """With file, line and what was changed."""
    folder = tmp_path / "aturan"
    (folder / "steps").mkdir(parents=True)
    (folder / "steps/one.yaml").write_text(RULE.replace("LK-02", "XST-01"), encoding="utf-8")
    arguments = ("rules", "test", "--rules", folder, "--only", "steps/one", "--mutate")
    code, out, _ = _patuh(*arguments)

    assert code == 1
    assert "one.yaml:13: position: gt 'a.position' -> gte (steps/one)" in out
    assert _patuh(*arguments, "--threshold", "10")[0] == 0
    assert "    expect: " in _patuh(*arguments, "--suggest")[1]


@pytest.mark.parametrize("path", sorted((ROOT / "rules").glob("*/*.yaml")), ids=lambda path: path.stem)
def test_every_rule_file_names_its_schema(path):
    """So that editors complete and underline."""
    first = path.read_text(encoding="utf-8").partition("\n")[0]

    assert first.startswith(HEADER)
    assert (path.parent / first.removeprefix(HEADER)).resolve() == ROOT / "schemas/json/rule-file.schema.json"
