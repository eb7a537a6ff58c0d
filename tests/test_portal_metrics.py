"""/metrics and /healthz: what is counted, and that no address or name is in it."""

from __future__ import annotations

import re

import pytest
from prometheus_client.parser import text_string_to_metric_families

from portal.checking import FullError, Lanes
from tests.portal_site import browser, dropped, portal
from tests.program import MAJOR


@pytest.fixture(scope="module")
def site():
    with portal() as opened:
        yield opened


def _figures(text: str) -> dict[str, float]:
    return {
        sample.name + "".join(f" {value}" for _, value in sorted(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def test_what_is_asked_is_counted_by_route(site):
    """By the pattern of the address, never by the address, of which there may be millions."""
    with browser(site) as client:
        place = dropped(client, (MAJOR.name, MAJOR.read_bytes()))
        client.get(place)
        client.get("/tidak/ada/3201012345678901")
        text = client.get("/metrics").text
        found = _figures(text)

    assert found["patuh_portal_requests_total POST /periksa 303"] == 1
    assert found["patuh_portal_requests_total GET /periksa/{id_} 200"] == 1
    assert found["patuh_portal_requests_total GET - 404"] == 1
    assert found["patuh_portal_tasks_total done"] >= 1
    assert found["patuh_portal_tries"] == 1
    assert found["patuh_portal_tries_bytes"] == len(MAJOR.read_bytes())
    assert not re.search(r"3201012345678901|testclient|testserver", text)
    assert MAJOR.stem not in text


def test_health_is_that_of_the_workers():
    """A server whose workers have ended says so, and a proxy or container can tell."""
    with portal() as opened, browser(opened) as client:
        well = client.get("/healthz")
        opened.checker.close()
        ill = client.get("/healthz")

    assert (well.status_code, well.text) == (200, "ok\n")
    assert ill.status_code == 503


def test_what_is_refused_is_counted(site):
    """Too many tasks of one visitor, or of all."""
    before = site.checker.counts["refused"]
    site.checker._lanes = Lanes(1, 1, 5.0, 0, 1)
    try:
        with pytest.raises(FullError) as refused:
            site.checker.submit(None, "siapa")
    finally:
        site.checker._lanes = Lanes(1, 1, 5.0, 200, 20)

    assert not refused.value.mine
    assert site.checker.counts["refused"] == before + 1
