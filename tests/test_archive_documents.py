"""The generator of archives: the same archive for the same seed, with what is planted where it says."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from benchmarks.archive_documents import PLANTS, change, write_archive

DOCUMENTS = 156
NIP = re.compile(r"\d{8} \d{6} \d \d{3}")


def _digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path):
    """Another seed gives another archive."""
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        write_archive(tmp_path / name, DOCUMENTS, seed=seed)

    one, same, other = (_digests(tmp_path / name) for name in "abc")
    assert one == same
    assert one != other
    assert len(one) == DOCUMENTS + 1  # and archive.yaml


def test_planted_faults_are_where_it_says(tmp_path: Path):
    """Each has its place, and the archive is another without them."""
    planted = write_archive(tmp_path / "a", DOCUMENTS)
    write_archive(tmp_path / "b", DOCUMENTS, plants=())

    assert set(planted.paths) == set(PLANTS)
    held, clean = _digests(tmp_path / "a"), _digests(tmp_path / "b")
    assert all((tmp_path / "a" / path).exists() for paths in planted.paths.values() for path in paths)
    for plant in ("name-two-nips", "nip-two-names", "related-unknown"):
        [path] = planted.paths[plant]
        assert held[path] != clean[path]
    [office] = planted.paths["report-missing"]
    gone = f"{office}/2024/laporan-kinerja/lkjip-2024.md"
    assert gone in clean
    assert gone not in held


def test_no_number_of_an_employee_is_shared(tmp_path: Path):
    """Each is of one office, as long as nothing is planted."""
    write_archive(tmp_path / "a", DOCUMENTS, plants=())

    owners: dict[str, set[str]] = {}
    for path in (tmp_path / "a").rglob("*.md"):
        for nip in NIP.findall(path.read_text(encoding="utf-8")):
            owners.setdefault(nip, set()).add("/".join(path.relative_to(tmp_path).parts[1:3]))
    assert len(owners) > DOCUMENTS // 13
    assert all(len(offices) == 1 for offices in owners.values())


@pytest.mark.parametrize("share", [0.01, 0.3])
def test_a_day_of_work_changes_as_much_as_asked(tmp_path: Path, share: float):
    """What is edited, new, gone and renamed is told, and nothing else is different."""
    folder = tmp_path / "a"
    planted = write_archive(folder, DOCUMENTS)
    spare = {path for paths in planted.paths.values() for path in paths}
    before = _digests(folder)

    done = change(folder, share, spare=spare)

    after = _digests(folder)
    assert {path for path in before if path in after and before[path] != after[path]} == set(done.edited)
    assert set(after) - set(before) == {*done.added, *(new for _, new in done.renamed)}
    assert set(before) - set(after) == {*done.removed, *(old for old, _ in done.renamed)}
    assert all(before[old] == after[new] for old, new in done.renamed)
    touched = len(done.edited) + len(done.added) + len(done.removed) + len(done.renamed)
    assert touched == max(4, round(share * DOCUMENTS))
    assert not spare & {*done.edited, *done.removed, *(old for old, _ in done.renamed)}
