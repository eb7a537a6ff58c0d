"""The page as a whole: a visitor checks a document; nobody else sees it; nothing stays."""

from __future__ import annotations

import pytest

from tests.portal_site import browser, dropped, portal, token_of
from tests.program import CRITICAL


@pytest.fixture(scope="module")
def site():
    with portal() as opened:
        yield opened


def test_a_document_is_checked(site):
    """Dropped, checked, shown."""
    with browser(site) as client:
        place = dropped(client, (CRITICAL.name, CRITICAL.read_bytes()))
        text = client.get(place).text

    assert "PELAYANAN KARTU PENCARI KERJA" in text


def test_nobody_else_sees_it(site):
    """The address alone is not enough."""
    with browser(site) as one, browser(site) as other:
        place = dropped(one, (CRITICAL.name, CRITICAL.read_bytes()))

        assert other.get(place).status_code == 404
        assert one.get(place).status_code == 200


def test_a_form_of_another_session_is_refused(site):
    """The token of a form belongs to one visitor."""
    with browser(site) as one, browser(site) as other:
        token = token_of(one.get("/").text)
        other.get("/")
        answer = other.post("/periksa", data={"token": token}, files=[("files", ("a.txt", b"x"))])

    assert answer.status_code == 403
    assert not len(site.tries) or "tidak berlaku" in answer.text


def test_what_is_deleted_is_gone(site):
    """With its files."""
    with browser(site) as client:
        place = dropped(client, (CRITICAL.name, CRITICAL.read_bytes()))
        visitor_try = site.tries.of(place.rpartition("/")[2], _owner(site, client))
        assert visitor_try is not None
        assert visitor_try.uploads[0].path.exists()
        site.tries.forget(visitor_try)

        assert not visitor_try.folder.exists()
        assert client.get(place).status_code == 404


def _owner(site, client):
    return site.sessions.visitor(client.cookies["patuh"]).mark
