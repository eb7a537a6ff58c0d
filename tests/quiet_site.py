"""The page without workers, for tests of what needs none: there within milliseconds."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from archive.store.store import Store
from auditing.limits import worker_limits
from auditing.run import RuleChoice
from engine.pack import Pack
from engine.settings import OwnSettings
from portal.checking import Checker, Lanes
from portal.guard import Rates
from portal.inspectorate.provider import Provider
from portal.sessions import Sessions
from portal.site import Site
from portal.tries import Scratch, Tries
from portal.work import Work
from schemas.settings import PortalSettings, Settings
from tests.portal_site import AS_OF, ROOT
from tests.portal_values import quick


@cache
def _pack() -> Pack:
    return RuleChoice((ROOT / "rules",)).pack()


@cache
def _empty_store() -> bytes:
    """The file of a store in which nothing stands yet; making one takes longer than most tests."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "patuh.db"
        with Store.open(str(path)):
            pass
        return path.read_bytes()


@contextlib.contextmanager
def quiet_site(folder: Path, *, provider: Provider | None = None, **settings: object) -> Iterator[Site]:
    """A site with an empty store in *folder*, whose workers were never started."""
    portal = PortalSettings.model_validate(settings)
    choice = RuleChoice((ROOT / "rules",), own=OwnSettings(settings=Settings(portal=portal)))
    scratch = Scratch(folder / "scratch")
    path = folder / "patuh.db"
    path.write_bytes(_empty_store())
    with Store.open(str(path)) as store, contextlib.closing(scratch):
        yield Site(
            choice=choice,
            pack=_pack(),
            chosen=choice.selection(_pack()),
            settings=portal,
            checker=Checker(Work(choice), worker_limits(choice.own), Lanes(1, 1, 5, 10, 10)),
            tries=Tries(scratch, keep_seconds=60, keep_bytes=1000),
            sessions=Sessions(idle_seconds=portal.idle_minutes * 60, most_seconds=portal.session_hours * 3600),
            rates=Rates(portal.checks_per_minute),
            store=store,
            fixed_day=AS_OF,
            passwords=quick(),
            provider=provider,
        )
