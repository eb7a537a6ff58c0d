"""From a bundle back to what judges: its rules, settings and earlier report, in a folder that is gone afterwards."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from auditing.run import RuleChoice
from auditing.since import Past, read_past
from auditing.view import View
from bundling.errors import BundleError
from bundling.opening import Bundle
from bundling.seal import CHUNK
from engine.settings import OwnSettings, SettingsErrors
from engine.tomlfile import read_toml
from schemas.report import RulesInfo
from schemas.settings import OwnFiles, ReadingSettings, Settings


def extract(bundle: Bundle, name: str, target: Path) -> Path:
    """Write one file of the bundle to the disk."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with bundle.opened(name) as source, target.open("wb") as stream:
        shutil.copyfileobj(source, stream, CHUNK)
    return target


def rule_choice(bundle: Bundle, folder: Path) -> RuleChoice:
    """
    The rules as they were chosen, laid down in *folder*.

    Raises:
        BundleError: This program does not know such settings.
    """
    manifest, options = bundle.manifest, bundle.manifest.options
    wanted = (*(f"{one}/" for one in manifest.rules.folders), "settings/")
    _extract_all(bundle, (one.name for one in manifest.entries if one.name.startswith(wanted)), folder)
    _extract_all(bundle, manifest.rules.tables.values(), folder)
    return RuleChoice(
        folders=tuple(folder / one for one in manifest.rules.folders),
        only=options.only,
        skip=options.skip,
        lang=options.lang,
        profile=options.profile,
        own=_own(bundle, folder),
        kept=False,
    )


def view(bundle: Bundle, folder: Path, rules: RulesInfo) -> View:
    """
    How the documents were shown.

    Raises:
        SavedReportError: The earlier report is none.
    """
    manifest, since = bundle.manifest, bundle.manifest.options.since
    past: Past | None = None
    if since is not None:
        path = extract(bundle, since, folder / "since" / "report.json")
        past = read_past(path, rules, manifest.tool, (one.path for one in manifest.inputs))
    return View(mask=manifest.options.masked, past=past)


def _extract_all(bundle: Bundle, names: Iterable[str], folder: Path) -> None:
    for name in names:
        extract(bundle, name, folder / name)


def _own(bundle: Bundle, folder: Path) -> OwnSettings:
    """The settings, with all that they name taken from the bundle, and nothing kept from one run to the next."""
    saved, tables = bundle.manifest.settings, bundle.manifest.rules.tables
    if saved.file is None:
        return OwnSettings()
    path = folder / saved.file
    try:
        node = read_toml(path)
        settings = Settings.model_validate(node.plain())
    except (ValidationError, SettingsErrors) as error:
        version = bundle.manifest.tool.version
        raise BundleError(
            f"pengaturan dalam bundel ini tidak dikenal oleh versi patuh ini. Pakai patuh {version}."
        ) from error
    own = OwnFiles(**{table.removesuffix(".yaml"): str(folder / name) for table, name in tables.items()})
    reading = settings.reading.model_dump() | {
        "cache": None,
        "trusted_roots": tuple(str(folder / name) for name in saved.trusted_roots),
    }
    update = {"own": own, "reading": ReadingSettings.model_validate(reading)}
    return OwnSettings(settings.model_copy(update=update), path, node)
