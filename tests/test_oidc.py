"""Signing in at a server of accounts: an own one, over its real protocol, which lies in every way it can."""

from __future__ import annotations

import base64
import hashlib
import json
import sys
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx2 as httpx
import pytest
from click.testing import CliRunner
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from commands.serve import serve
from engine.settings import OwnSettings
from portal.events import Act, Wanted
from portal.events import page as events_page
from portal.guard import SIGN_INS_PER_MINUTE
from portal.inspectorate.provider import (
    ATTEMPT_SECONDS,
    MOST_ATTEMPTS,
    Attempt,
    Attempts,
    Provider,
    ProviderSettingsError,
    opened_provider,
)
from portal.sessions import SIGNED_COOKIE
from schemas.settings import OidcSettings, PortalSettings, Settings
from tests.portal_site import browser, with_account
from tests.portal_values import BY, NIP
from tests.quiet_site import quiet_site

ISSUER = "https://sso.kabupaten.example"
CLIENT, SECRET = "patuh", "rahasia-klien"
KEY = RSAKey.generate_key(2048, {"kid": "satu"})
OTHER_KEY = RSAKey.generate_key(2048, {"kid": "satu"})
NEW_KEY = RSAKey.generate_key(2048, {"kid": "dua"})


@dataclass
class Accounts:
    """A server of accounts at which one person is signed in already."""

    person: str = "sari.dewi"
    claims: dict[str, Any] = field(default_factory=dict)
    """What it says otherwise than it should; None: it does not say it."""
    key: Any = field(default_factory=lambda: KEY)
    keys: tuple[Any, ...] = (KEY,)
    alg: str = "RS256"
    metadata: dict[str, Any] = field(default_factory=dict)
    silent: set[str] = field(default_factory=set)
    answer: dict[str, Any] | None = None
    """What it answers instead of tokens."""
    asked: list[str] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def app(self) -> Starlette:
        """It as a server."""
        places = ("/.well-known/openid-configuration", self.discovery), ("/jwks", self.jwks), ("/token", self.token)
        routes = [Route(path, handler, methods=["GET", "POST"]) for path, handler in places]
        return Starlette(routes=[*routes, Route("/authorize", self.authorize)])

    def _begun(self, request: Request) -> None:
        self.asked.append(request.url.path)
        if request.url.path in self.silent:
            raise httpx.ConnectError("tidak ada jalan")

    def discovery(self, request: Request) -> Response:
        """Tell where everything is."""
        self._begun(request)
        known = {
            "issuer": ISSUER,
            "authorization_endpoint": f"{ISSUER}/authorize",
            "token_endpoint": f"{ISSUER}/token",
            "jwks_uri": f"{ISSUER}/jwks",
            "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
        }
        return JSONResponse(known | self.metadata)

    def jwks(self, request: Request) -> Response:
        """Tell the keys."""
        self._begun(request)
        return JSONResponse({"keys": [key.as_dict(private=False) for key in self.keys]})

    def authorize(self, request: Request) -> Response:
        """Send the browser back with a code."""
        asked = dict(request.query_params)
        assert asked["response_type"] == "code"
        assert asked["client_id"] == CLIENT
        assert asked["code_challenge_method"] == "S256"
        assert "openid" in asked["scope"].split()
        code = f"kode-{len(self.codes)}"
        self.codes[code] = asked
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}", 302)

    async def token(self, request: Request) -> Response:
        """Give an identity token for a code, once, to the client that proves that it began."""
        self._begun(request)
        form = {name: str(value) for name, value in (await request.form()).items()}
        asked = self.codes.pop(form.get("code", ""), None)
        client = base64.b64decode(request.headers["authorization"].removeprefix("Basic ")).decode()
        challenge = base64.urlsafe_b64encode(hashlib.sha256(form["code_verifier"].encode()).digest()).rstrip(b"=")
        if asked is None or client != f"{CLIENT}:{SECRET}" or challenge.decode() != asked["code_challenge"]:
            return JSONResponse({"error": "invalid_grant"}, 400)
        if self.answer is not None:
            return JSONResponse(self.answer)
        now = int(time.time())
        usual = {"iss": ISSUER, "aud": CLIENT, "sub": "7", "iat": now, "exp": now + 60, "nonce": asked["nonce"]}
        said = {**usual, "preferred_username": self.person, **self.claims}
        claims = {name: value for name, value in said.items() if value is not None}
        signed = jwt.encode({"alg": self.alg, "kid": self.key.kid}, claims, self.key, algorithms=[self.alg])
        return JSONResponse({"access_token": "a", "token_type": "Bearer", "id_token": signed})


@pytest.fixture
def server():
    return Accounts()


@pytest.fixture
def site(tmp_path, server):
    settings = OidcSettings(issuer=ISSUER, client_id=CLIENT, client_secret_env="X", title="Masuk dengan akun ASN")
    provider = Provider(settings, SECRET, httpx.ASGITransport(server.app()))
    with quiet_site(tmp_path, provider=provider) as opened:
        with_account(opened, "sari.dewi", password=None)
        yield opened


def _sent(client, ke: str = "/inspektorat/kata-sandi") -> str:
    """Be sent to the server of accounts; returns the address there."""
    answer = client.get("/masuk/oidc", params={"ke": ke}, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def _returned(server: Accounts, place: str) -> str:
    """Sign in there; returns the address with which the browser is sent back."""
    with httpx.Client(transport=_Sync(server)) as there:
        back = there.get(place).headers["location"]
    parts = urlsplit(back)
    assert parts.path == "/masuk/oidc/kembali"
    return f"{parts.path}?{parts.query}"


class _Sync(httpx.BaseTransport):
    """The browser's way to the server of accounts."""

    def __init__(self, server: Accounts) -> None:
        self._server = server

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Ask for one page of it."""
        asked = Request({"type": "http", "query_string": request.url.query, "headers": [], "method": "GET"})
        answer = self._server.authorize(asked)
        return httpx.Response(answer.status_code, headers=dict(answer.headers))


def _signed_in(client, server: Accounts):
    return client.get(_returned(server, _sent(client)), headers={"sec-fetch-site": "cross-site"})


def _refusals(site) -> list[tuple[str, object]]:
    found = events_page(site.stored, Wanted(what=Act.SIGN_IN_REFUSED)).events
    return [(one.who, one.detail["reason"]) for one in found]


def test_whoever_is_known_there_and_here_is_let_in(site, server):
    """By a page that goes on by itself: the browser would not send the cookie of the session with a redirect."""
    with browser(site) as client:
        shown = client.get("/masuk").text
        visitor = client.cookies["patuh"]
        answer = _signed_in(client, server)
        after = client.get("/inspektorat/kata-sandi")

        assert client.cookies["patuh"] == visitor
    cookies = {one.split("=")[0]: one for one in answer.headers.get_list("set-cookie")}
    assert 'href="/masuk/oidc?ke=/inspektorat"' in shown
    assert "Masuk dengan akun ASN" in shown
    assert answer.status_code == 200
    assert 'content="0;url=/inspektorat/kata-sandi"' in answer.text
    assert '<a href="/inspektorat/kata-sandi">Lanjutkan</a>' in answer.text
    assert "SameSite=strict" in cookies[SIGNED_COOKIE]
    assert "Max-Age=0" in cookies["patuh-oidc"]
    assert "Sari Dewi" in after.text
    assert "kata sandinya diganti di sana" in after.text
    events = events_page(site.stored, Wanted(what=Act.SIGN_IN)).events
    assert [(one.who, one.detail) for one in events] == [("sari.dewi", {"how": "oidc"})]


def test_the_cookie_of_an_attempt_is_for_it_alone(site):
    """For ten minutes, to the pages that need it; it may come with a link of the other server."""
    with browser(site) as client:
        client.get("/")
        cookie = client.get("/masuk/oidc", follow_redirects=False).headers["set-cookie"]

    assert "HttpOnly" in cookie
    assert "Max-Age=600" in cookie
    assert "Path=/masuk/oidc" in cookie
    assert "SameSite=lax" in cookie


def test_what_is_asked_there_cannot_be_guessed(site):
    """State, nonce and challenge are new each time; the way back is the address of the settings."""
    site.settings = PortalSettings(url="https://patuh.kabupaten.example")
    with browser(site) as client:
        asked = [parse_qs(urlsplit(_sent(client)).query) for _ in range(2)]

    for name in ("state", "nonce", "code_challenge"):
        assert asked[0][name] != asked[1][name]
        assert len(asked[0][name][0]) >= 20
    assert asked[0]["redirect_uri"] == ["https://patuh.kabupaten.example/masuk/oidc/kembali"]


NOW = time.time()
LIES = {
    "other nonce": {"claims": {"nonce": "lain"}},
    "no nonce": {"claims": {"nonce": None}},
    "other issuer": {"claims": {"iss": "https://jahat.example"}},
    "no issuer": {"claims": {"iss": None}},
    "other audience": {"claims": {"aud": "lain"}},
    "audience of several, for another": {"claims": {"aud": [CLIENT, "lain"], "azp": "lain"}},
    "for another, given to this one": {"claims": {"aud": "lain", "azp": CLIENT}},
    "no audience": {"claims": {"aud": None}},
    "expired": {"claims": {"exp": int(NOW) - 3600, "iat": int(NOW) - 7200}},
    "without end": {"claims": {"exp": None}},
    "of the future": {"claims": {"nbf": int(NOW) + 3600}},
    "signed by another": {"key": OTHER_KEY},
    "signed with the secret of the client": {
        "key": OctKey.import_key(SECRET.ljust(32, "x"), {"kid": "satu"}), "alg": "HS256",
    },
    "no token": {"answer": {"access_token": "a", "token_type": "Bearer"}},
    "unsigned": {"answer": {"access_token": "a", "id_token": "eyJhbGciOiJub25lIn0.eyJzdWIiOiI3In0."}},
    "garbage": {"answer": {"access_token": "a", "id_token": "x"}},
    "a list": {"answer": {"access_token": "a", "id_token": ["x"]}},
    "nothing at all": {"answer": {}},
    "no name": {"claims": {"preferred_username": None}},
    "a name that is none": {"claims": {"preferred_username": ["sari.dewi"]}},
}  # fmt: skip


@pytest.mark.parametrize("lie", LIES)
def test_what_is_not_proven_is_not_believed(site, server, lie):
    """Whatever is wrong with the token: nobody is signed in, and the page says what to do."""
    for name, value in LIES[lie].items():
        setattr(server, name, value)
    with browser(site) as client:
        answer = _signed_in(client, server)

        assert SIGNED_COOKIE not in client.cookies
    assert answer.status_code == 403
    assert "tidak dapat dipercaya" in answer.text
    assert _refusals(site) == [("-", "proof")]


@pytest.mark.parametrize("person", ["tidak.ada", NIP, "budi", "x" * 5000, "\0"])
def test_only_accounts_of_here_are_let_in(site, server, person):
    """Known there is not enough; who it was is not written down, since a name there may be a NIP."""
    with_account(site, "budi")
    site.accounts.set_active("budi", BY, active=False)
    server.person = person
    with browser(site) as client:
        answer = _signed_in(client, server)

        assert SIGNED_COOKIE not in client.cookies
    assert answer.status_code == 403
    assert "belum terdaftar di patuh" in answer.text
    assert _refusals(site) == [("budi" if person == "budi" else "-", "account")]
    assert NIP not in answer.text


def test_an_address_that_is_not_verified_proves_nothing(site, server):
    """Whoever may write what he likes into his profile there is not therefore somebody here."""
    site.provider.settings = site.provider.settings.model_copy(update={"claim": "email"})
    site.accounts.add("sari@kabupaten.example", "Sari", site.accounts.known("sari.dewi").role, None, BY)
    codes = {}
    for verified in (False, True, None):
        server.claims = {"email": "Sari@kabupaten.example", "email_verified": verified}
        with browser(site) as client:
            codes[verified] = _signed_in(client, server).status_code

    assert codes == {False: 403, True: 200, None: 200}


def test_an_attempt_is_finished_by_the_browser_that_began_it(site, server):
    """Else somebody could be signed in as another without noticing it; and only once, and not with another state."""
    with browser(site) as one, browser(site) as other:
        back = _returned(server, _sent(one))
        _sent(other)
        stolen = other.get(back)
        forged = one.get("/masuk/oidc/kembali", params={"code": "kode-0", "state": "lain"})
        begun = _sent(one)
        first = one.get(_returned(server, begun))
        again = one.get(back)

        assert SIGNED_COOKIE not in other.cookies
    assert [stolen.status_code, forged.status_code, first.status_code, again.status_code] == [400, 400, 200, 400]
    assert "Mulailah lagi" in stolen.text


def test_an_old_attempt_is_forgotten(site, server):
    """After ten minutes; and a thousand of others push out the oldest."""
    now = [0.0]
    site.provider.attempts = Attempts(lambda: now[0])
    with browser(site) as client:
        back = _returned(server, _sent(client))
        now[0] = ATTEMPT_SECONDS + 1
        answer = client.get(back)
    attempts = Attempts(lambda: 0.0)
    for number in range(MOST_ATTEMPTS + 1):
        attempts.begin(str(number), Attempt("b", "/", "/", "n", "v", 0.0))

    assert answer.status_code == 400
    assert attempts.end("0", "b") is None
    assert attempts.end("1", "b") is not None
    assert attempts.end("1", "b") is None


def test_the_other_server_may_decline(site):
    """Its reason is not shown: it is theirs, and may be anything."""
    with browser(site) as client:
        state = parse_qs(urlsplit(_sent(client)).query)["state"][0]
        said = {"error": "access_denied", "error_description": "<b>hubungi 0812", "state": state}
        answer = client.get("/masuk/oidc/kembali", params=said)

    assert answer.status_code == 403
    assert "tidak mengizinkan Anda masuk" in answer.text
    assert "0812" not in answer.text
    assert _refusals(site) == [("-", "declined")]


@pytest.mark.parametrize("metadata", [{}, {"issuer": "https://lain.example"}, {"issuer": None}])
def test_without_the_other_server_the_password_still_works(site, server, metadata):
    """The page says that it cannot be reached; when it is there again, all goes on."""
    server.metadata = metadata
    if not metadata:
        server.silent = {"/.well-known/openid-configuration"}
    with browser(site) as client:
        answer = client.get("/masuk/oidc", follow_redirects=False)
        server.silent, server.metadata = set(), {}
        after = _signed_in(client, server)

    assert answer.status_code == 503
    assert "tidak dapat dihubungi" in answer.text
    assert 'name="password"' in answer.text
    assert after.status_code == 200


@pytest.mark.parametrize("place", ["/token", "/jwks"])
def test_a_server_that_falls_silent_on_the_way_is_told_as_such(site, server, place):
    """And nobody is signed in."""
    server.silent = {place}
    with browser(site) as client:
        answer = _signed_in(client, server)

        assert SIGNED_COOKIE not in client.cookies
    assert answer.status_code == 503
    assert "tidak dapat dihubungi" in answer.text


def test_new_keys_are_asked_for(site, server):
    """As a server of accounts changes them from time to time."""
    with browser(site) as client:
        _signed_in(client, server)
        server.key, server.keys = NEW_KEY, (NEW_KEY,)
        answer = _signed_in(client, server)

    assert answer.status_code == 200
    assert server.asked.count("/.well-known/openid-configuration") == 1


def test_attempts_are_counted(site, server):
    """So that nobody lets this server ask the other one without end."""
    with browser(site) as client:
        codes = [client.get("/masuk/oidc", follow_redirects=False).status_code for _ in range(SIGN_INS_PER_MINUTE + 1)]

    assert codes == [303] * SIGN_INS_PER_MINUTE + [429]


def test_without_settings_there_are_no_such_pages(tmp_path):
    """Nor a button."""
    with quiet_site(tmp_path) as site, browser(site) as client:
        assert "/masuk/oidc" not in client.get("/masuk").text
        assert client.get("/masuk/oidc").status_code == 404
        assert client.get("/masuk/oidc/kembali?state=a&code=b").status_code == 404


def _own(folder, **oidc: str) -> OwnSettings:
    portal = PortalSettings(oidc=OidcSettings(issuer=ISSUER, client_id=CLIENT, **oidc))
    return OwnSettings(Settings(portal=portal), folder / "patuh.toml")


def test_the_secret_is_read_from_file_or_environment(tmp_path, monkeypatch):
    """And what is wrong with it is said when the server starts."""
    file = tmp_path / "rahasia"
    with pytest.raises(ProviderSettingsError, match="tidak dapat dibaca"):
        opened_provider(_own(tmp_path, client_secret_file="rahasia"))
    file.write_text("\n")
    with pytest.raises(ProviderSettingsError, match="kosong"):
        opened_provider(_own(tmp_path, client_secret_file="rahasia"))
    file.write_text(f"{SECRET}\n")
    assert opened_provider(_own(tmp_path, client_secret_file="rahasia"))._secret == SECRET
    with pytest.raises(ProviderSettingsError, match="PATUH_OIDC"):
        opened_provider(_own(tmp_path, client_secret_env="PATUH_OIDC"))
    monkeypatch.setenv("PATUH_OIDC", "lain")
    assert opened_provider(_own(tmp_path, client_secret_env="PATUH_OIDC"))._secret == "lain"
    assert opened_provider(OwnSettings()) is None


def test_the_missing_library_is_told_when_the_server_starts(tmp_path, monkeypatch):
    """With the way to install it, and the code for what cannot be done."""
    (tmp_path / "patuh.toml").write_text(
        f'[portal.oidc]\nissuer = "{ISSUER}"\nclient_id = "{CLIENT}"\nclient_secret_file = "rahasia"\n'
    )
    (tmp_path / "rahasia").write_text(SECRET)
    for name in [name for name in sys.modules if name.partition(".")[0] == "authlib"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "authlib", None)
    done = CliRunner().invoke(serve, ["--port", "0", "--config", str(tmp_path / "patuh.toml")])

    assert done.exit_code == 3
    assert "pip install 'patuh[oidc]'" in done.output


def test_nothing_of_the_exchange_is_logged(site, server, caplog):
    """No code, no token, no name."""
    caplog.set_level("DEBUG")
    server.person = NIP
    with browser(site) as client:
        back = _returned(server, _sent(client))
        client.get(back)
    caplog.handler.flush()
    ours = [one.getMessage() for one in caplog.records if one.name.startswith(("patuh", "uvicorn", "authlib"))]

    assert not [words for words in ours if NIP in words or "kode-" in words or SECRET in words], json.dumps(ours)
