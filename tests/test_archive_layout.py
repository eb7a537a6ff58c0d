"""archive.yaml: what it may say, what is wrong with it, and which offices an archive has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.globs import Glob, folded, meet, problem_of
from archive.layout import NAME, Layout, LayoutErrors, load_layout
from archive.waivers import load_waivers
from tests.packs import rules_pack
from tests.program import ROOT


def _layout(folder: Path, text: str, *folders: str) -> Layout:
    (folder / NAME).write_text(text, encoding="utf-8")
    for one in folders:
        (folder / one).mkdir(parents=True, exist_ok=True)
    return load_layout(None, folder)


def _names(layout: Layout) -> list[str]:
    return [office.name for office in layout.offices]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ofices: []\n", "1: unknown key 'ofices'; did you mean 'offices'?", id="key"),
        pytest.param(
            "offices:\n  - name: A\n    folders: [a]\n    typ: dinas\n",
            "4: unknown key 'typ'; did you mean 'type'?",
            id="key-below",
        ),
        pytest.param("offices:\n  - name: A\n", "2: offices.1.folders: is missing", id="no-folder"),
        pytest.param(
            "offices:\n  - {name: A, folders: [a]}\n  - {name: ' a ', folders: [b]}\n",
            "3: office 'a' stands twice; documents that name it could be of either",
            id="name-twice",
        ),
        pytest.param(
            "offices:\n  - {name: A, folders: [a]}\n  - {name: B, folders: [b], also: [A]}\n",
            "3: office 'A' stands twice",
            id="other-name-twice",
        ),
        pytest.param(
            "offices:\n  - {name: A, folders: [x/y]}\n  - {name: B, folders: [X/y/]}\n",
            "3: folder 'X/y/' is also that of 'A'",
            id="folder-twice",
        ),
        pytest.param(
            "offices:\n  - {name: A, folders: ['dinas*']}\n  - {name: B, folders: ['*dinas']}\n",
            "3: '*dinas' and 'dinas*' of 'A' stand for the same folders; say more in one of them",
            id="patterns-meet",
        ),
        pytest.param("offices:\n  - {name: A, folders: [../a]}\n", "2: '../a' leads out of the archive", id="outside"),
        pytest.param(
            "offices:\n  - {name: A, folders: [/srv/a]}\n", "2: '/srv/a' must be relative to the archive", id="absolute"
        ),
        pytest.param("offices:\n  - {name: A, folders: ['C:/a']}\n", "must be relative to the archive", id="drive"),
        pytest.param("offices:\n  - {name: A, folders: ['a\\b']}\n", "write / between the names", id="backslash"),
        pytest.param("offices:\n  - {name: A, folders: ['a**']}\n", "** stands for whole folders", id="stars"),
        pytest.param(
            "offices:\n  - {name: A, folders: [a], within: Setdaa}\n  - {name: Setda, folders: [b]}\n",
            "2: unknown office 'Setdaa'; did you mean 'Setda'?",
            id="within",
        ),
        pytest.param(
            "offices:\n  - {name: A, folders: [a], since: 2024, until: 2023}\n",
            "2: 2023 is before since",
            id="dissolved",
        ),
        pytest.param(
            "office_folders:\n  - {folder: kec, type: kecamatan}\n"
            "due:\n  - {sort: report, since: 2024, days: 60, types: [kecamatn]}\n",
            "4: unknown type of office 'kecamatn'; did you mean 'kecamatan'?",
            id="type-of-due",
        ),
        pytest.param(
            "required:\n  - {title: surat masuk, types: [kecamatan]}\n", "no office has a type", id="type-of-required"
        ),
        pytest.param("office_folders:\n  - {folder: kec, called: Kecamatan}\n", "must have one *", id="called"),
        pytest.param("sorts:\n  - {sort: sopp, names: [a]}\n", "2: sorts.1.sort: 'sopp' is not known", id="sort"),
        pytest.param("due:\n  - {sort: sop, since: 2024, days: 3}\n", "2: due.1.sort", id="sop-is-not-due"),
        pytest.param(
            "due:\n  - {sort: agreement, per: quarter, since: 2024, days: 3}\n",
            "2: due.1: an agreement is due per year",
            id="agreement-per-quarter",
        ),
        pytest.param("due:\n  - {sort: report, since: 2024, days: 400}\n", "2: due.1.days", id="days"),
        pytest.param("- a\n", "1: the file is a list of 'key: value' lines", id="list"),
        pytest.param("offices: [\n", "not YAML", id="no-yaml"),
        pytest.param("due: &a []\n", "anchors and aliases", id="anchor"),
        pytest.param("offices: []\noffices: []\n", "2: key 'offices' stands twice", id="key-twice"),
    ],
)
def test_faults_name_line_and_nearest_name(tmp_path, text, expected):
    """A folder that is misspelt would make an office that hands in nothing, and nobody would know."""
    with pytest.raises(LayoutErrors) as caught:
        _layout(tmp_path, text)
    assert expected in str(caught.value).replace(f"{tmp_path / NAME}:", "")


def test_all_faults_are_told_at_once(tmp_path):
    """Whoever keeps the file mends it in one go."""
    text = (
        "offices:\n  - {name: A, folders: [/a], within: B}\ndue:\n  - {sort: plan, since: 2024, days: 1, types: [x]}\n"
    )
    with pytest.raises(LayoutErrors) as caught:
        _layout(tmp_path, text)
    assert [2, 2, 4] == [error.line for error in caught.value.errors]


def test_a_file_that_is_named_must_be_there(tmp_path):
    """Else the night would go on without offices."""
    with pytest.raises(LayoutErrors, match="cannot be read"):
        load_layout(tmp_path / "lain.yaml", tmp_path)


def test_without_a_file_each_folder_is_an_office(tmp_path):
    """Those named for a year are none, nor hidden ones."""
    for name in ("Dinas Sosial", "Bagian Umum", "2024", "Tahun 2023", ".git"):
        (tmp_path / name).mkdir()
    (tmp_path / "surat.txt").write_text("x", encoding="utf-8")
    layout = load_layout(None, tmp_path)

    assert layout.by_top_folders
    assert ["Bagian Umum", "Dinas Sosial"] == _names(layout)
    assert layout.path is None


@pytest.mark.parametrize("text", ["", "# nanti\n", "due:\n"])
def test_a_file_that_names_no_office_leaves_the_folders(tmp_path, text):
    """As where there is no file."""
    layout = _layout(tmp_path, text, "Dinas Sosial")

    assert layout.by_top_folders
    assert ["Dinas Sosial"] == _names(layout)


def test_offices_of_office_folders(tmp_path):
    """A folder of an office that is named is no other office; of each the type is that of the office folder."""
    layout = _layout(
        tmp_path,
        "offices:\n  - {name: Kecamatan Tengah, folders: [kecamatan/tengah], type: kota}\n"
        "office_folders:\n  - {folder: '*/kecamatan', called: Kecamatan *, type: kecamatan}\n"
        "  - {folder: kecamatan, called: Kecamatan *, type: kecamatan}\n",
        "kecamatan/tengah",
        "kecamatan/mekar-jaya",
        "kecamatan/2024",
        "2024/kecamatan/Mekar Jaya",
        "2024/kecamatan/UTARA",
    )

    assert not layout.by_top_folders
    assert [("Kecamatan Tengah", "kota"), ("Kecamatan Mekar Jaya", "kecamatan"), ("Kecamatan UTARA", "kecamatan")] == [
        (office.name, office.type) for office in layout.offices
    ]
    assert ("2024/kecamatan/Mekar Jaya", "kecamatan/mekar-jaya") == layout.offices[1].folders


def test_named_offices_alone_take_no_other_folders(tmp_path):
    """What lies elsewhere is of no known office."""
    layout = _layout(tmp_path, "offices:\n  - {name: A, folders: [a]}\n", "a", "b")
    assert ["A"] == _names(layout)


def test_an_archive_that_cannot_be_listed_has_no_offices(tmp_path):
    """The walk over it says why."""
    assert [] == _names(load_layout(None, tmp_path / "tiada"))


def test_the_layout_is_stored_as_it_was_used(tmp_path):
    """Plain values, without what was left out."""
    layout = _layout(tmp_path, "offices:\n  - {name: A, folders: [a]}\n")
    assert {"by_top_folders": False, "offices": [{"name": "A", "folders": ["a"]}]} == layout.plain()


# Patterns


@pytest.mark.parametrize(
    ("pattern", "path", "depth"),
    [
        ("a/b", "a/b/c", 2),
        ("A/B", "a/b", 2),
        ("a/b", "a/bc", None),
        ("a/*", "a/b/c", 2),
        ("a/*", "a", None),
        ("a/b*", "a/bc/d", 2),
        ("**/sop", "x/y/sop/z", 3),
        ("**/sop", "sop", 1),
        ("a/**/z", "a/z", 2),
        ("a/**/z", "a/b/c/z/d", 4),
        ("a/**", "a/b", 1),
        (".", "a", 0),
        ("a.zip", "a/b", 1),
        ("a", "a.zip/b", 1),
        ("a?[b]", "a?[b]/c", 1),
        ("a?", "ab", None),
    ],
)
def test_how_much_of_a_path_a_pattern_covers(pattern, path, depth):
    """The deepest folder that it stands for; only stars are signs."""
    assert depth == Glob(pattern).depth(folded(path))


_PARTS = st.lists(st.sampled_from(["a", "b", "ab", "*", "a*", "*b", "**"]), min_size=1, max_size=4)
_PATHS = st.lists(st.sampled_from(["a", "b", "ab", "aab"]), min_size=0, max_size=5)


@given(_PARTS, _PARTS, _PATHS)
def test_patterns_that_stand_for_one_folder_meet(one, other, path):
    """No two offices can have one folder unseen."""
    first, second, parts = Glob("/".join(one)), Glob("/".join(other)), tuple(path)
    if first.depth(parts) == second.depth(parts) == len(parts):
        assert meet(first, second)
        assert meet(second, first)


@pytest.mark.parametrize(
    ("one", "other"), [("a/*", "b/*"), ("a*", "b*"), ("a/*", "*/b/c"), ("**/x", "**/y"), ("a", "a/*")]
)
def test_patterns_that_stand_for_different_folders_do_not_meet(one, other):
    """Such offices are let be."""
    assert not meet(Glob(one), Glob(other))


@given(st.text(max_size=30))
def test_any_words_are_a_pattern_or_have_a_problem(text):
    """Never an exception."""
    if problem_of(text) is None:
        Glob(text).covers(folded("a/b/c.txt"))


def test_the_examples_of_the_documentation_are_valid(tmp_path):
    """Whoever copies them gets no fault."""
    page = (ROOT / "docs/archive.md").read_text(encoding="utf-8")
    examples = dict(re.findall(r"```yaml\n# (\S+)\n(.*?)```", page, re.DOTALL))
    layout = _layout(tmp_path, examples["archive.yaml"], "kecamatan/sukamaju")
    (tmp_path / "waivers.yaml").write_text(examples["waivers.yaml"], encoding="utf-8")

    assert "Kecamatan Sukamaju" in _names(layout)
    assert 3 == len(load_waivers(tmp_path / "waivers.yaml", rules_pack(), layout))
