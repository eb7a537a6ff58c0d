"""Which program audits: what a replay by another one is told."""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import platform
from collections.abc import Iterator
from pathlib import Path

LIBRARIES = (
    "alembic",
    "click",
    "cryptography",
    "durable-rules",
    "filelock",
    "jinja2",
    "onnxruntime",
    "opencv-python-headless",
    "pillow",
    "prometheus-client",
    "pydantic",
    "pygal",
    "pyhanko",
    "pypdfium2",
    "python-docx",
    "python-json-logger",
    "pytest",
    "pytest-bdd",
    "pyyaml",
    "rapidfuzz",
    "rapidocr",
    "sqlalchemy",
    "tabulate",
    "watchfiles",
    "weasyprint",
    "xlrd",
    "xlsxwriter",
)
"""Whose versions a bundle notes, where they are installed."""
PACKAGES = ("annotating", "auditing", "bundling", "commands", "engine", "extraction", "readers", "reports", "schemas")
_ROOT = Path(__file__).resolve().parent.parent
_PASSED_OVER = (".pyc", ".pyo")


def libraries() -> dict[str, str]:
    """Name and version of each that is installed."""
    found: dict[str, str] = {}
    for name in LIBRARIES:
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return found


def python() -> str:
    """The version of Python."""
    return platform.python_version()


def code_digest() -> str:
    """SHA-256 of the program's own files: two programs of one version may differ."""
    digest = hashlib.sha256()
    for path in _files():
        name = path.relative_to(_ROOT).as_posix()
        digest.update(name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files() -> Iterator[Path]:
    yield _ROOT / "cli.py"
    for package in PACKAGES:
        for folder, folders, names in os.walk(_ROOT / package):
            folders[:] = sorted(name for name in folders if not name.startswith((".", "__")))
            yield from (Path(folder, name) for name in sorted(names) if not name.endswith(_PASSED_OVER))
