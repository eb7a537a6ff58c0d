"""The page for tests: a site whose workers are those of the tests, and clients that behave as browsers do."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
import time
from collections.abc import Iterator
from pathlib import Path

from starlette.testclient import TestClient

from auditing.run import RuleChoice
from engine.settings import OwnSettings
from portal.accounts import Role
from portal.app import create_app
from portal.sessions import SIGNED_COOKIE
from portal.site import Places, Site, open_site
from schemas.settings import PortalSettings, Settings
from tests.portal_values import BY, quick

ROOT = Path(__file__).resolve().parent.parent
PATIENCE_SECONDS = 60.0
AS_OF = dt.date(2026, 7, 15)
_TOKEN = re.compile(r'name="token" value="([0-9a-f]{64})"')


@contextlib.contextmanager
def portal(places: Places | None = None, **settings: object) -> Iterator[Site]:
    """A site with these settings of the portal."""
    portal_settings = PortalSettings.model_validate({"workers": 1, **settings})
    own = OwnSettings(settings=Settings(portal=portal_settings))
    choice = RuleChoice((ROOT / "rules",), own=own)
    with open_site(choice, places or Places(), AS_OF) as site:
        yield site


@contextlib.contextmanager
def browser(site: Site) -> Iterator[TestClient]:
    """A visitor."""
    with TestClient(create_app(site), base_url="http://testserver", raise_server_exceptions=False) as client:
        yield client


def token_of(text: str) -> str:
    """The token of the first form of a page."""
    found = _TOKEN.search(text)
    assert found is not None, text[:2000]
    return found[1]


def awaited(client: TestClient, place: str) -> str:
    """Wait until the files at the address of a result are checked; returns the address."""
    until = time.monotonic() + PATIENCE_SECONDS
    while not client.get(f"{place}/keadaan").json()["done"]:
        assert time.monotonic() < until, "not checked in time"
        time.sleep(0.02)
    return place


def dropped(client: TestClient, *files: tuple[str, bytes]) -> str:
    """Drop files on the page, and wait until they are checked; returns the address of the result."""
    token = token_of(client.get("/").text)
    sent = [("files", one) for one in files]
    answer = client.post("/periksa", data={"token": token}, files=sent, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return awaited(client, answer.headers["location"])


PASSWORD = "kuda gelas 7 awan hujan"
"""Of the accounts that `with_account` makes."""


def with_account(site: Site, name: str, role: str = "auditor", *, password: str | None = PASSWORD) -> None:
    """Add an account to the site's store, with a password that is hashed quickly."""
    site.passwords = quick()
    site.accounts.add(name, name.replace(".", " ").title(), Role(role), password, BY)


def sign_in(client: TestClient, site: Site, name: str, role: str = "auditor") -> None:
    """Sign *client* in as *name*, whose account is made where there is none; without the page for it."""
    if site.accounts.find(name) is None:
        with_account(site, name, role)
    account = site.accounts.known(name)
    mark = site.sessions.sign_in(account.name, account.full_name, account.role.value, account.changed)
    client.cookies.set(SIGNED_COOKIE, mark)
