"""Signing in and out: who is let in, for how long, what an outsider learns of it, and what stands in the log."""

from __future__ import annotations

import contextlib
import logging
import re
import subprocess
import time
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import httpx2 as httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from archive.store.store import Store
from portal.accounts import Accounts, Role
from portal.app import create_app
from portal.asking import local_address
from portal.events import Act, Wanted
from portal.events import page as events_page
from portal.guard import SIGN_INS_PER_MINUTE
from portal.inspectorate.signing_in import HOME, hashed, onward_of
from portal.passwords import Passwords
from portal.sessions import SIGNED_COOKIE, Sessions
from tests.portal_site import PASSWORD, browser, sign_in, token_of, with_account
from tests.portal_values import BY, MOMENT, NIP, OTHER, quick
from tests.program import command, environment
from tests.quiet_site import quiet_site

OWN_PAGE = "/inspektorat/kata-sandi"


@pytest.fixture
def site(tmp_path):
    with quiet_site(tmp_path) as opened:
        with_account(opened, "sari.dewi")
        yield opened


def _tried(client: TestClient, name: str, password: str, ke: str = "", **options: object):
    token = token_of(client.get("/masuk").text)
    sent = {"token": token, "name": name, "password": password, "ke": ke}
    return client.post("/masuk", data=sent, follow_redirects=False, **options)


def _events(site, **wanted: object):
    return [(one.what, one.who, one.about) for one in events_page(site.stored, Wanted(**wanted)).events]


def test_the_password_of_an_account_lets_in(site):
    """And leads to where one wanted to go."""
    with browser(site) as client:
        first = client.get(f"{OWN_PAGE}?selesai=x", follow_redirects=False)
        asked = parse_qs(urlsplit(first.headers["location"]).query)["ke"][0]
        answer = _tried(client, " Sari.Dewi ", PASSWORD, asked)
        after = client.get(answer.headers["location"])

    assert first.status_code == answer.status_code == 303
    assert answer.headers["location"] == f"{OWN_PAGE}?selesai=x"
    assert after.status_code == 200
    assert "Keluar (Sari Dewi)" in after.text
    assert _events(site, what=Act.SIGN_IN) == [("sign-in", "sari.dewi", "sari.dewi")]


def test_a_reason_to_refuse_is_not_told(site):
    """Unknown, disabled, of another server, or a wrong password: the same answer to the letter."""
    with_account(site, "budi")
    site.accounts.add("citra", "Citra", Role.ADMIN, None, BY)
    site.accounts.set_active("budi", BY, active=False)
    answers = {}
    for name, password in (
        ("tidak.ada", PASSWORD), ("budi", PASSWORD), ("citra", ""), ("sari.dewi", "salah"), (NIP, "x"), ("\0", "\0"),
    ):  # fmt: skip
        with browser(site) as client:
            answer = _tried(client, name, password)
            text = re.sub(r'name="token" value="\w+"', "", answer.text)
            answers[name] = (answer.status_code, text, sorted(set(answer.headers) - {"set-cookie"}))
            assert SIGNED_COOKIE not in client.cookies

    assert len({str(answer) for answer in answers.values()}) == 1
    assert answers["budi"][0] == 403


def test_a_name_that_does_not_exist_takes_as_long(site):
    """Each refusal compares one password."""
    compared = []

    class Counted(Passwords):
        def fits(self, password: str, kept: str | None) -> bool:
            compared.append(kept is not None)
            return super().fits(password, kept)

    site.passwords = Counted(site.passwords._hasher)
    with browser(site) as client:
        for name in ("tidak.ada", "sari.dewi"):
            _tried(client, name, "salah")

    assert compared == [False, True]


def test_refusals_are_logged_without_what_was_typed(site):
    """Only a name that is one of an account: what is typed there may be a password."""
    with browser(site) as client:
        _tried(client, "sari.dewi", "salah")
        _tried(client, "rahasia saya 2026", "salah")

    assert _events(site, what=Act.SIGN_IN_REFUSED) == [
        ("sign-in-refused", "-", "-"),
        ("sign-in-refused", "sari.dewi", "sari.dewi"),
    ]
    assert "rahasia" not in str(events_page(site.stored).events)


def test_an_address_that_tries_too_often_waits(site):
    """Whatever it tries, even the right password."""
    with browser(site) as client:
        codes = [_tried(client, f"nama{number}", "salah").status_code for number in range(SIGN_INS_PER_MINUTE)]
        last = _tried(client, "sari.dewi", PASSWORD)

    assert codes == [403] * SIGN_INS_PER_MINUTE
    assert last.status_code == 429
    assert "Terlalu banyak percobaan" in last.text


def test_an_account_that_is_tried_too_often_waits(site):
    """From however many addresses, and however its name is written."""
    app = create_app(site)
    codes = []
    for number in range(SIGN_INS_PER_MINUTE + 1):
        with TestClient(app, client=(f"192.0.2.{number}", 1)) as client:
            codes.append(_tried(client, "sari.dewi" if number % 2 else " SARI.dewi", "salah").status_code)

    assert codes == [403] * SIGN_INS_PER_MINUTE + [429]


def test_a_form_of_elsewhere_signs_nobody_in(site):
    """Nor does one of another visitor."""
    with browser(site) as one, browser(site) as other:
        token = token_of(one.get("/masuk").text)
        other.get("/masuk")
        sent = {"token": token, "name": "sari.dewi", "password": PASSWORD}
        foreign = one.post("/masuk", data=sent, headers={"sec-fetch-site": "cross-site"})

        assert other.post("/masuk", data=sent).status_code == 403
        assert foreign.status_code == 403
        assert SIGNED_COOKIE not in {*one.cookies, *other.cookies}


def test_a_session_has_a_new_mark(site):
    """A mark that was put into the browser beforehand is worth nothing, and an older session ends."""
    with browser(site) as client:
        client.cookies.set(SIGNED_COOKIE, "tertanam")
        _tried(client, "sari.dewi", PASSWORD)
        first = client.cookies.get(SIGNED_COOKIE, domain="testserver.local")
        client.cookies.clear()

        assert site.sessions.signed_in("tertanam") is None
        assert site.sessions.signed_in(first) is not None

    with browser(site) as client:
        client.get("/")
        begin = token_of(client.get("/masuk").text)
        client.post("/masuk", data={"token": begin, "name": "sari.dewi", "password": PASSWORD})
        before = client.cookies[SIGNED_COOKIE]
        token = token_of(client.get(OWN_PAGE).text)
        client.post("/masuk", data={"token": token, "name": "sari.dewi", "password": PASSWORD})

        assert client.cookies[SIGNED_COOKIE] != before
        assert site.sessions.signed_in(before) is None


def _cookie(answer) -> str:
    return next(one for one in answer.headers.get_list("set-cookie") if one.startswith(f"{SIGNED_COOKIE}="))


def test_the_cookie_of_a_session_is_kept_close(site):
    """No script reads it, no other site sends it, and it goes with the browser."""
    with browser(site) as client:
        cookie = _cookie(_tried(client, "sari.dewi", PASSWORD)).lower()

    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "path=/" in cookie
    assert "max-age" not in cookie
    assert "expires" not in cookie
    assert "secure" not in cookie


def test_under_https_cookies_are_for_https(tmp_path):
    """As the settings have it, whatever the proxy asks by."""
    with quiet_site(tmp_path, url="https://testserver") as site, browser(site) as client:
        visitor = client.get("/").headers["set-cookie"]
        client.base_url = httpx.URL("https://testserver")
        with_account(site, "sari.dewi")
        cookie = _cookie(_tried(client, "sari.dewi", PASSWORD))

    assert "Secure" in visitor
    assert "Secure" in cookie


def test_leaving_ends_the_session_on_the_server(site):
    """A mark that was copied beforehand is worth nothing afterwards; the browser forgets it, too."""
    with browser(site) as client:
        sign_in(client, site, "sari.dewi")
        mark = client.cookies[SIGNED_COOKIE]
        token = token_of(client.get(OWN_PAGE).text)
        forged = client.post("/keluar", data={"token": "0" * 64}, follow_redirects=False)
        still = site.sessions.signed_in(mark)
        answer = client.post("/keluar", data={"token": token}, follow_redirects=False)

    assert forged.status_code == 403
    assert still is not None
    assert site.sessions.signed_in(mark) is None
    assert 'patuh-masuk=""' in _cookie(answer)
    assert _events(site, what=Act.SIGN_OUT) == [("sign-out", "sari.dewi", "sari.dewi")]


def test_leaving_twice_does_no_harm(site):
    """Whose session has ended already is led to the start page."""
    with browser(site) as client:
        client.cookies.set(SIGNED_COOKIE, "lama")
        answer = client.post("/keluar", follow_redirects=False)

    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert _events(site, what=Act.SIGN_OUT) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda accounts: accounts.set_active("sari.dewi", BY, active=False),
        lambda accounts: accounts.set_role("sari.dewi", Role.ADMIN, BY),
        lambda accounts: accounts.set_password("sari.dewi", OTHER, BY),
    ],
    ids=["disabled", "role", "password"],
)
def test_a_change_of_the_account_ends_its_sessions(site, change):
    """At once, also where it was made at the command line."""
    with browser(site) as client:
        sign_in(client, site, "sari.dewi")
        before = client.get(OWN_PAGE, follow_redirects=False).status_code
        change(site.accounts)
        after = client.get(OWN_PAGE, follow_redirects=False)
        home = client.get("/")

    assert before == 200
    assert (after.status_code, after.headers["location"]) == (303, f"/masuk?ke={OWN_PAGE}")
    assert "Keluar" not in home.text


def test_a_session_of_a_disabled_account_ends(site):
    """Also one that began when it was disabled already, by whatever door."""
    site.accounts.set_active("sari.dewi", BY, active=False)
    with browser(site) as client:
        sign_in(client, site, "sari.dewi")

        assert client.get(OWN_PAGE, follow_redirects=False).status_code == 303


def test_a_session_of_an_account_that_is_not_there_ends(site):
    """As after a store was put back from a copy of earlier days."""
    with browser(site) as client:
        client.cookies.set(SIGNED_COOKIE, site.sessions.sign_in("dulu", "Dulu", "admin", MOMENT))

        assert client.get(OWN_PAGE, follow_redirects=False).status_code == 303


def test_a_session_ends_when_nobody_clicks():
    """After the minutes of the settings since the last click."""
    now = [0.0]
    sessions = Sessions(idle_seconds=60, most_seconds=1000, clock=lambda: now[0])
    mark = sessions.sign_in("sari", "Sari", "auditor", MOMENT)
    for moment in (59.0, 118.0):
        now[0] = moment
        assert sessions.signed_in(mark) is not None
    now[0] = 178.5

    assert sessions.signed_in(mark) is None


def test_a_session_ends_after_its_hours():
    """However busy it is."""
    now = [0.0]
    sessions = Sessions(idle_seconds=60, most_seconds=100, clock=lambda: now[0])
    mark = sessions.sign_in("sari", "Sari", "auditor", MOMENT)
    for moment in (50.0, 100.0):
        now[0] = moment
        assert sessions.signed_in(mark) is not None
    now[0] = 101.0

    assert sessions.signed_in(mark) is None


def test_after_its_end_the_page_leads_back(site):
    """To the same page with what was asked of it, after signing in."""
    now = [0.0]
    site.sessions = Sessions(idle_seconds=60, most_seconds=600, clock=lambda: now[0])
    with browser(site) as client:
        sign_in(client, site, "sari.dewi")
        now[0] = 61.0
        client.cookies.set(SIGNED_COOKIE, client.cookies[SIGNED_COOKIE])
        first = client.get(f"{OWN_PAGE}?a=b&c=%2F", follow_redirects=False)
        form = client.get(first.headers["location"])
        sent = {"token": token_of(form.text), "name": "sari.dewi", "password": PASSWORD}
        sent["ke"] = re.search(r'name="ke" value="([^"]+)"', form.text)[1].replace("&amp;", "&")
        answer = client.post("/masuk", data=sent, follow_redirects=False)

    assert answer.headers["location"] == f"{OWN_PAGE}?a=b&c=%2F"


def test_a_link_in_a_mail_finds_the_session(site):
    """The browser hides the cookie from what another site asks for: the page asks again by itself."""
    with browser(site) as client:
        answer = client.get(f"{OWN_PAGE}?a=1&b=2", headers={"sec-fetch-site": "cross-site"})

    assert answer.status_code == 200
    assert f'http-equiv="refresh" content="0;url={OWN_PAGE}?a=1&amp;b=2"' in answer.text


@pytest.mark.parametrize(
    "given_",
    [
        "https://jahat.example", "//jahat.example", "/\\jahat.example", "\\/jahat", "javascript:alert(1)", "", None,
        "/\t/jahat.example", "/\njahat", "inspektorat", "/a\\b", "/masuk?ke=/x", "/keluar",
    ],
)  # fmt: skip
def test_the_way_on_is_a_page_of_ours(given_):
    """Nobody is sent elsewhere after signing in, nor round in circles."""
    assert onward_of(given_) == HOME


@given(st.text())
def test_a_local_address_stays_on_the_server(words):
    """However it is written, a browser finds no other host in it."""
    found = local_address(words, "/")
    parts = urlsplit(re.sub(r"[\t\r\n]", "", found.replace("\\", "/")))

    assert found in {words, "/"}
    assert (parts.scheme, parts.netloc) == ("", "")
    assert found.startswith("/")


def test_few_passwords_are_hashed_at_once(site):
    """Each takes memory: more wait."""
    import asyncio  # noqa: PLC0415
    import threading  # noqa: PLC0415

    lock, running, most = threading.Lock(), [0], [0]

    def work() -> None:
        with lock:
            running[0] += 1
            most[0] = max(most[0], running[0])
        time.sleep(0.02)
        with lock:
            running[0] -= 1

    class Asked:
        app = create_app(site)

    async def crowd() -> None:
        await asyncio.gather(*(hashed(Asked(), work) for _ in range(8)))

    asyncio.run(crowd())

    assert most[0] == 2


def test_one_changes_ones_own_password(site):
    """And stays signed in, while other sessions of the account end."""
    with browser(site) as client, browser(site) as other:
        sign_in(client, site, "sari.dewi")
        sign_in(other, site, "sari.dewi")
        sent = {"old": PASSWORD, "new": OTHER, "again": OTHER}
        answer = _changed(client, **sent)

        assert answer.status_code == 200
        assert "sudah diganti" in answer.text
        assert other.get(OWN_PAGE, follow_redirects=False).status_code == 303
    assert site.accounts.verify("sari.dewi", OTHER) is not None
    assert _events(site, what=Act.PASSWORD_CHANGED) == [("password-changed", "sari.dewi", "sari.dewi")]


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"old": "salah", "new": OTHER, "again": OTHER}, "Kata sandi sekarang tidak cocok"),
        ({"old": PASSWORD, "new": OTHER, "again": OTHER + "x"}, "tidak sama"),
        ({"old": PASSWORD, "new": "xy-zw-1", "again": "xy-zw-1"}, "terlalu pendek"),
        ({"old": PASSWORD, "new": "sari dewi 1234", "again": "sari dewi 1234"}, "tidak boleh memuat nama"),
    ],
)
def test_a_password_is_not_changed_to_anything(site, sent, words):
    """Nor by whoever finds a browser open and does not know the old one."""
    with browser(site) as client:
        sign_in(client, site, "sari.dewi")
        answer = _changed(client, **sent)

    assert answer.status_code == 400
    assert words in answer.text
    assert sent["new"] not in answer.text
    assert site.accounts.verify("sari.dewi", PASSWORD) is not None


def _changed(client: TestClient, **sent: str):
    token = token_of(client.get(OWN_PAGE).text)
    return client.post(OWN_PAGE, data={"token": token, **sent})


def test_guessing_the_old_password_is_slowed_down(site):
    """As at the door."""
    with browser(site) as client:
        sign_in(client, site, "sari.dewi")
        codes = [_changed(client, old="salah", new=OTHER, again=OTHER).status_code for _ in range(11)]

    assert codes == [400] * SIGN_INS_PER_MINUTE + [429]


def test_without_a_store_nobody_signs_in(site):
    """The page says so, and nothing fails."""
    site.store = None
    with browser(site) as client:
        shown = client.get("/masuk")
        token = token_of(client.get("/").text)
        sent = client.post("/masuk", data={"token": token, "name": "a", "password": "b"})

    assert shown.status_code == 200
    assert "hanya memeriksa dokumen" in shown.text
    assert sent.status_code == 404


def test_a_store_that_fails_is_told_as_such(site):
    """Without a session, and without a loop."""
    with browser(site) as client:
        sign_in(client, site, "sari.dewi")
        with site.stored.engine.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE account RENAME TO hilang")
        try:
            answers = [client.get(place).status_code for place in (OWN_PAGE, "/", "/tidak-ada")]
        finally:
            with site.stored.engine.begin() as connection:
                connection.exec_driver_sql("ALTER TABLE hilang RENAME TO account")

    assert answers == [503, 503, 503]


def test_nothing_of_people_is_logged(site, caplog, capfd, monkeypatch):
    """No password, no NIP, no mark of a session: neither when all goes well nor when something breaks."""
    caplog.set_level(logging.DEBUG)

    monkeypatch.setattr("portal.clerk.checks.PATIENCE_SECONDS", 0.0)

    def broken(*_: object) -> None:
        raise ValueError(f"{PASSWORD} {NIP}")

    with browser(site) as client:
        _tried(client, "sari.dewi", PASSWORD)
        mark = client.cookies[SIGNED_COOKIE]
        client.post(f"/periksa?nip={NIP}", data={"token": token_of(client.get("/").text)}, files={"files": (NIP, b"")})
        token = token_of(client.get(OWN_PAGE).text)
        monkeypatch.setattr("portal.accounts.Accounts.verify", broken)
        failed = client.post(OWN_PAGE, data={"token": token, "old": PASSWORD, "new": OTHER, "again": OTHER})
    ours = [one for one in caplog.records if one.name != "httpx2"]  # that of the browser
    said = "".join(capfd.readouterr()) + str([(one.getMessage(), vars(one)) for one in ours])

    assert failed.status_code == 500
    assert failed.headers["content-security-policy"]
    assert "Terjadi kesalahan pada server" in failed.text
    assert "ValueError" in caplog.text
    for secret in (PASSWORD, OTHER, NIP, mark, token):
        assert secret not in said + (failed.text if secret != token else "")


@contextlib.contextmanager
def _served(folder, settings: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """`patuh serve` as a process; yields where it listens."""
    (folder / "patuh.toml").write_text(settings, encoding="utf-8")
    asked = command("serve", "--port", "0", "--store", folder / "patuh.db", "--config", folder / "patuh.toml")
    with (folder / "stderr").open("w", encoding="utf-8") as said:
        process = subprocess.Popen(asked, env=environment() | {"TMPDIR": str(folder)}, stderr=said, text=True)
        try:
            for _ in range(600):
                found = re.search(r"http://127\.0\.0\.1:\d+", (folder / "stderr").read_text(encoding="utf-8"))
                if found or process.poll() is not None:
                    break
                time.sleep(0.1)
            assert found, (folder / "stderr").read_text(encoding="utf-8")
            yield found[0], process
        finally:
            process.terminate()
            process.wait(30)


def test_only_a_proxy_says_whose_request_it_is(tmp_path):
    """Behind one, address and https are those that it tells; nobody else chooses them. Nothing of it is on stderr."""
    with Store.open(str(tmp_path / "patuh.db")) as store:
        Accounts(store, quick()).add("sari.dewi", "Sari Dewi", Role.AUDITOR, PASSWORD, BY)
        told = {"x-forwarded-for": "198.51.100.9, 203.0.113.7", "x-forwarded-proto": "https"}
        secure = {}
        with _served(tmp_path, '[portal]\nproxies = ["127.0.0.1"]\nworkers = 1\n') as (place, _):
            for address in ("127.0.0.1", "127.0.0.2"):
                way = httpx.HTTPTransport(local_address=address)
                with httpx.Client(transport=way, base_url=place, headers=told, timeout=30) as client:
                    shown = client.get("/masuk")
                    jar = {"cookie": shown.headers["set-cookie"].split(";")[0]}
                    sent = {"token": token_of(shown.text), "name": "sari.dewi", "password": PASSWORD}
                    secure[address] = "Secure" in _cookie(client.post("/masuk", data=sent, headers=jar))
        addresses = [one.address for one in events_page(store, Wanted(what=Act.SIGN_IN)).events]
    said = (tmp_path / "stderr").read_text(encoding="utf-8")

    assert secure == {"127.0.0.1": True, "127.0.0.2": False}
    assert addresses == ["127.0.0.2", "203.0.113.7"]
    for secret in (PASSWORD, "sari", "203.0.113.7", "Traceback"):
        assert secret not in said
