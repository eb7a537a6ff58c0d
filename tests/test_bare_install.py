"""patuh with nothing but what it needs: no library of the extras, no other program; and nothing loaded in vain."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from readers.text import read_text
from tests.pdfs import printed_text
from tests.program import CLEAN, ROOT, command, environment
from tests.test_ocr import scanned_pdf, white
from tests.word_files import word_of

EXTRAS = ("cv2", "numpy", "PIL", "rapidocr", "onnxruntime")
"""What the extras of patuh bring along."""
LARGE = (*EXTRAS, "docx", "lxml", "pypdfium2", "pyhanko", "cryptography", "asn1crypto", "xlrd")
"""What some kinds of files need, and a text does not."""
_HIDING = f"""
import sys
from importlib.machinery import PathFinder

class Hiding(PathFinder):
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        return None if name.split(".")[0] in {EXTRAS!r} else PathFinder.find_spec(name, path, target)

sys.meta_path[sys.meta_path.index(PathFinder)] = Hiding
"""


@pytest.fixture
def bare(tmp_path: Path) -> dict[str, str]:
    """An environment in which Python finds none of the extras, and no program is installed."""
    (tmp_path / "tanpa").mkdir()
    (tmp_path / "tanpa" / "sitecustomize.py").write_text(_HIDING)
    (tmp_path / "kosong").mkdir()
    return environment() | {"PYTHONPATH": f"{tmp_path / 'tanpa'}:{ROOT}", "PATH": str(tmp_path / "kosong")}


@pytest.mark.skipif(sys.platform == "win32", reason="paths are parted by another sign")
def test_without_extras_the_rest_is_audited_and_the_lack_is_said(bare: dict[str, str], tmp_path: Path):
    """Word, PDF and text are; scans and old files have an error that names what to install."""
    folder, text = tmp_path / "masuk", CLEAN.read_bytes()
    folder.mkdir()
    picture = io.BytesIO()
    Image.new("L", (600, 800), 255).save(picture, "PNG")
    files = {
        "a.txt": text,
        "b.docx": word_of(read_text(text, name="a.txt")),
        "c.pdf": printed_text(text),
        "d.png": picture.getvalue(),
        "e.pdf": scanned_pdf(white()),
        "f.rtf": b"{\\rtf1\\ansi SOP}",
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)

    done = subprocess.run(
        command("check", folder, "--no-config", "--format", "json", "--annotate", tmp_path / "salinan"),
        cwd=tmp_path, env=bare, capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    found = {Path(one["path"]).name: one for one in json.loads(done.stdout)["documents"]}
    codes = {name: [error["code"] for error in one["errors"]] for name, one in found.items()}

    assert done.returncode == 4
    assert codes == {
        "a.txt": [], "b.docx": [], "c.pdf": [],
        "d.png": ["needs-ocr"], "e.pdf": ["needs-ocr"], "f.rtf": ["needs-libreoffice"],
    }  # fmt: skip
    assert "pip install 'patuh[ocr]'" in found["d.png"]["errors"][0]["message"]
    assert "libreoffice-writer" in found["f.rtf"]["errors"][0]["message"]
    assert {path.name for path in (tmp_path / "salinan").rglob("*.*")} == {"b.temuan.docx", "c.temuan.pdf"}


def _loaded(*arguments: str | Path) -> set[str]:
    """Packages that patuh loads, its workers included."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *command(*arguments)[1:]],
        cwd=ROOT, env=environment(), capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    lines = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip().split(".")[0] for line in lines}


def test_a_text_is_audited_without_what_other_files_need():
    """Half a second is all that a text may take, and each of these takes a tenth or more."""
    loaded = _loaded("check", CLEAN, "--no-config", "--jobs", "1")

    assert "durable" in loaded  # the audit took place
    assert loaded.isdisjoint(LARGE)


def test_the_version_is_told_without_any_of_them():
    assert _loaded("--version").isdisjoint({*LARGE, "durable", "pydantic", "yaml"})
