"""The results of a try in the language of whoever looks at them, and how far they are."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from portal.audits import Check, Checked
from portal.checking import Job
from portal.clerk.looking import Look
from portal.clerk.words import WORDS
from portal.site import Site
from portal.tries import Try, Upload
from portal.uploads import awaited, earlier_tries, follow, outcome
from reports.labels import Language

_LOOK_SECONDS: Final = 0.05
Stage = Literal["waiting", "working", "slow", "done"]


@dataclass
class Version:
    """One file in one language."""

    job: Job[Checked]
    checked: Checked | None = None


def versions(site: Site, one: Try, lang: Language) -> Sequence[Version | Upload]:
    """
    Return the files of a try in a language; in one that is not the try's own they are audited anew, once.

    Raises:
        FullError: Too many wait.
    """
    if lang == one.lang:
        return one.uploads
    return [_version(site, one, at, lang) for at in range(len(one.uploads))]


def _version(site: Site, one: Try, at: int, lang: Language) -> Version:
    upload, key = one.uploads[at], f"version-{lang}"
    found = upload.kept.get(key)
    if not isinstance(found, Version):
        check = Check(upload.path, upload.name, lang, site.as_of)
        earlier = earlier_tries(site, one, [other.name for other in one.uploads], at)
        found = Version(site.checker.submit(Look(check, at, earlier), one.owner, one.address))
        upload.kept[key] = found
        follow(_finished(site, found, check))
    return found


async def _finished(site: Site, version: Version, check: Check) -> None:
    version.checked = await outcome(site, check, version.job)


async def patient(one: Try, some: Sequence[Version | Upload], seconds: float) -> bool:
    """Wait until all are done, but not longer than so many seconds; returns whether they are."""
    if some is one.uploads:
        return await awaited(one, seconds)
    until = time.monotonic() + seconds
    while not (done := all(version.checked for version in some)) and time.monotonic() < until:
        await asyncio.sleep(_LOOK_SECONDS)
    return done


def stage(version: Version | Upload) -> Stage:
    """How far one file is."""
    if version.checked is not None:
        return "done"
    if version.job.slow:
        return "slow"
    return "working" if version.job.state != "waiting" else "waiting"


def said(site: Site, version: Version | Upload, lang: Language) -> str:
    """How far one file is, in words."""
    words, now = WORDS[lang], stage(version)
    if now != "waiting":
        return words[_SAID[now]]
    ahead = site.checker.ahead(version.job)
    return words["waiting_behind"].format(count=ahead) if ahead else words["waiting"]


_SAID: Final[dict[Stage, str]] = {"working": "working", "slow": "slow", "done": "finished"}
