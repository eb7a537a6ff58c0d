"""A feature file as its text: whatever ends its lines, and however its dialect says it."""

from __future__ import annotations

from pathlib import Path

import pytest
from gherkin.dialect import DIALECTS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from specs.dialects import HEADS, LANGUAGES, LISTED, SECTIONS, is_outline, section_of, sections, step_of, step_words
from specs.reading import FeatureError, FeatureText, StepText, block_line, read_feature
from specs.wrong import Wrong

WHOLE = """\
# language: id
# catatan
@a @b
Fitur: Uji
  Uraian fitur
  # catatan di antaranya
  di dua baris

  Latar Belakang:
    Dengan SOP lengkap

  @c
  Skenario: Satu   dua
    Uraian skenario
    * langkah 1 dihapus
    Dan langkah 2 dihapus
    Maka aturan NIP-02 tidak berlaku

  Aturan: Ketentuan
    Latar Belakang:
      Dengan arsip dengan SOP berikut
        | berkas | kantor \\| unit |
        | a.txt  |                |

    @d
    Garis-Besar Skenario: Tiga
      Dengan naskah
        ```text
        Isi <isi>
          menjorok
        \"""
        ```
      Maka aturan <aturan> tidak berlaku

      @e
      Contoh: pertama
        | isi | aturan |
        | a   | NIP-02 |
      Misal:
        | isi | aturan |
"""


def read(text: str | bytes, folder: Path) -> FeatureText:
    path = folder / "uji.feature"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_feature(path)


def test_a_whole_file(tmp_path: Path) -> None:
    feature = read(WHOLE, tmp_path)
    assert (feature.language, feature.name, feature.line) == ("id", "Uji", 4)
    one, two = feature.scenarios
    assert (one.name, one.line, one.outline, one.before) == ("Satu dua", 13, False, 1)
    assert one.tags == (("a", 3), ("b", 3), ("c", 12))
    assert one.description.strip() == "Uraian skenario"
    assert [(step.keyword, step.moment, step.text, step.line, step.joined) for step in one.steps] == [
        ("Dengan", "given", "SOP lengkap", 10, False),
        ("*", "given", "langkah 1 dihapus", 15, True),
        ("Dan", "given", "langkah 2 dihapus", 16, True),
        ("Maka", "then", "aturan NIP-02 tidak berlaku", 17, False),
    ]
    assert one.own_steps == one.steps[1:]
    assert two.steps[:2] == (
        one.steps[0],
        StepText(
            "Dengan",
            "given",
            "arsip dengan SOP berikut",
            21,
            table=(("berkas", "kantor | unit"), ("a.txt", "")),
            table_lines=(22, 23),
        ),
    )
    assert two.steps[2].doc == 'Isi <isi>\n  menjorok\n"""'
    assert (two.outline, two.before, two.tags) == (True, 2, (("a", 3), ("b", 3), ("d", 25)))
    first, second = two.examples
    assert (first.line, first.heads, first.rows) == (36, ("isi", "aturan"), (("a", "NIP-02"),))
    assert (first.head_line, first.row_lines, first.tags) == (37, (38,), ("e",))
    assert (second.line, second.rows) == (39, ())
    assert [(one.line, len(one.steps)) for one in feature.backgrounds] == [(9, 1), (20, 1)]
    assert feature.tagged == ((("a", 3), ("b", 3)), (("c", 12),), (("d", 25),), (("e", 35),))
    assert [line for line in feature.prose if line[1]] == [
        (5, "Uraian fitur"),
        (7, "di dua baris"),
        (14, "Uraian skenario"),
    ]
    assert feature.comments == (("# catatan", 2), ("# catatan di antaranya", 6))
    assert feature.lines[12] == "  Skenario: Satu   dua"


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_lines_end_as_on_any_system(ends: str, mark: bytes, tmp_path: Path) -> None:
    expected = read(WHOLE, tmp_path)
    assert read(mark + WHOLE.replace("\n", ends).encode(), tmp_path) == expected


@pytest.mark.parametrize("language", sorted(DIALECTS))
def test_outlines_of_every_language(language: str, tmp_path: Path) -> None:
    words = DIALECTS[language]
    then = next(word for word in words["then"] if word != "* ")
    for keyword in dict.fromkeys([*words["scenario"], *words["scenarioOutline"]]):
        text = f"# language: {language}\n{words['feature'][0]}: a\n{keyword}: b\n{then}c\n"
        try:
            (scenario,) = read(text, tmp_path).scenarios
        except FeatureError:  # Gherkin itself knows no such language with a hyphen or an underscore of this form
            pytest.fail(text)
        assert scenario.outline == (keyword not in words["scenario"])
        assert is_outline(language, keyword) == scenario.outline
        assert [step.moment for step in scenario.steps] == ["then"]


@pytest.mark.parametrize("keyword", ["Garis-Besar Skenario", "Skenario konsep"])
def test_both_words_for_an_outline(keyword: str, tmp_path: Path) -> None:
    assert read(f"# language: id\nFitur: a\n{keyword}: b\n Dengan c\n", tmp_path).scenarios[0].outline


def test_words_of_dialects() -> None:
    for language in LANGUAGES:
        assert {sections(language)[HEADS[language][section]] for section in SECTIONS} == set(SECTIONS)
        assert {moment: step_words(language)[word] for moment, word in LISTED[language].items()} == {
            moment: moment for moment in LISTED[language]
        }
    assert step_words("id")["Jika"] == step_words("id")["Bila"] == "given"
    assert step_words("id")["Kemudian"] == "then"
    assert step_words("id")["Tetapi"] is None
    assert section_of("  Garis-Besar Skenario: a: b") == ("id", "scenarioOutline")
    assert section_of("Scenarios: a") == ("en", "examples")
    assert section_of("Skenario") is None
    assert step_of("  Maka\tx") == ("id", "Maka")
    assert step_of("Given x") == ("en", "Given")
    assert step_of("") is None
    assert step_of("Makanan") is None


def test_a_mistake_of_the_file_is_told_in_indonesian(tmp_path: Path) -> None:
    with pytest.raises(FeatureError) as caught:
        read("# language: id\nFitur: a\nSkenario: b\n Dengan c\n d\n e\n", tmp_path)
    assert (caught.value.line, len(caught.value.wrong)) == (5, 2)
    assert caught.value.message == str(caught.value) == "Baris ini tidak dipahami: 'd'."


def test_where_a_text_begins(tmp_path: Path) -> None:
    path = tmp_path / "uji.feature"
    path.write_text("Fitur: a\n Dengan x\n  ```\n  isi\n  ```\n", encoding="utf-8")
    assert block_line(path, 2) == 4
    assert block_line(path, 5) == 5
    assert block_line(tmp_path / "tidak-ada.feature", 7) == 7


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(
        st.sampled_from([*WHOLE.split("\n"), "Aturan:", '"""', "```", "|", "@", "@ @"]) | st.text(max_size=8),
        max_size=20,
    )
)
def test_any_text_is_read_or_refused(lines: list[str], tmp_path: Path) -> None:
    refused: tuple[Wrong, ...] = ()
    steps: list[tuple[str, str]] = []
    prose: list[tuple[str, str]] = []
    try:
        feature = read("\n".join(["# language: id", "Fitur: a", *lines]).encode("utf-8", "replace"), tmp_path)
    except FeatureError as error:
        refused = error.wrong
    else:
        whole = [step for scenario in feature.scenarios for step in scenario.steps]
        steps = [(feature.lines[step.line - 1], step.keyword) for step in whole]
        prose = [(feature.lines[line - 1], words) for line, words in feature.prose]
    assert all(1 <= one.line <= sum(map(len, lines)) + len(lines) + 3 for one in refused)
    assert all(line.strip().startswith(keyword) for line, keyword in steps)
    assert all(words in line for line, words in prose)
