"""Runs every .feature file of this folder; a name used twice in a file is an error before anything runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_bdd import scenarios

from features.scenario_names import DuplicateScenarioError, refuse_duplicates

HERE = Path(__file__).parent

refuse_duplicates(HERE)
scenarios(".")


def test_two_scenarios_of_one_name_are_an_error(tmp_path: Path):
    """The second one is named with its file and line, and with the line of the first."""
    feature = tmp_path / "ganda.feature"
    steps = "    Dengan SOP lengkap\n"
    feature.write_text(
        f"# language: id\nFitur: Uji\n  Skenario: Sama\n{steps}  Skenario: Lain\n{steps}  Skenario:  Sama\n{steps}",
        encoding="utf-8",
    )

    with pytest.raises(DuplicateScenarioError, match=r"ganda\.feature:7: skenario 'Sama' sudah ada pada baris 3"):
        refuse_duplicates(tmp_path)


def test_one_name_in_two_files_is_no_error(tmp_path: Path):
    """Names need to be unique within a file only."""
    for name in ("satu", "dua"):
        text = "# language: id\nFitur: Uji\n  Skenario: Sama\n    Dengan SOP lengkap\n"
        (tmp_path / f"{name}.feature").write_text(text, encoding="utf-8")

    refuse_duplicates(tmp_path)
