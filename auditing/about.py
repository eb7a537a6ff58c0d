"""Which program this is."""

from __future__ import annotations

from pathlib import Path

_PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


def version(distribution: str = "patuh") -> str:
    """The version of an installed distribution; of patuh also when it runs from a checkout without being installed."""
    import importlib.metadata  # noqa: PLC0415 - half as long to import as all of patuh, and few reports name a version

    try:
        return importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return _checkout_version() if distribution == "patuh" else "unknown"


def _checkout_version() -> str:
    import tomllib  # noqa: PLC0415 - as above

    try:
        return str(tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]["version"])
    except (OSError, ValueError, KeyError):
        return "unknown"
