"""
The server at which auditors may sign in instead of here (OpenID Connect Core 1.0, with PKCE of RFC 7636).

It is believed who somebody is only by an identity token that it signed with one of its keys, for this client, for this
very attempt (nonce), and that has not run out. What else it sends is not looked at.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from engine.errors import PatuhError
from engine.settings import OwnSettings
from schemas.settings import OidcSettings

if TYPE_CHECKING:
    from authlib.integrations.starlette_client import StarletteOAuth2App

PATIENCE_SECONDS: Final = 10.0
"""For each answer of the server."""
ATTEMPT_SECONDS: Final = 600.0
"""For the person who types a password there."""
MOST_ATTEMPTS: Final = 1_000
"""Attempts that are remembered at most, the oldest going first."""
LEEWAY_SECONDS: Final = 60
"""By which the clocks of both servers may differ."""
_DISCOVERY: Final = "/.well-known/openid-configuration"
_ALGORITHMS: Final = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
"""Signatures that only the server itself can make; none and those by the secret of the client are not among them."""


class ProviderSettingsError(PatuhError):
    """Signing in at the server of accounts is set up in a way that cannot work; Indonesian."""


class UnreachableError(Exception):
    """The server of accounts does not answer, or not as such a server does."""


class NotProvenError(Exception):
    """What the server of accounts answered does not prove who somebody is; the message never holds what it sent."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """Somebody who was sent to the server of accounts and has not come back."""

    browser: str
    """The mark of the browser that was sent there: another one cannot finish the attempt."""
    onward: str
    """The page to go on with."""
    back: str
    """The address to which the server sends back."""
    nonce: str
    verifier: str
    since: float


class Attempts:
    """All of them; each can be finished once."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._all: OrderedDict[str, Attempt] = OrderedDict()
        self._lock = threading.Lock()

    def begin(self, state: str, attempt: Attempt) -> None:
        """Remember one."""
        with self._lock:
            self._all[state] = attempt
            while len(self._all) > MOST_ATTEMPTS:
                self._all.popitem(last=False)

    def now(self) -> float:
        """The moment, for `Attempt.since`."""
        return self._clock()

    def end(self, state: str, browser: str) -> Attempt | None:
        """Return the attempt that this browser began, and forget it; None where there is none, or too old a one."""
        with self._lock:
            found = self._all.get(state)
            if found is None or not secrets.compare_digest(found.browser.encode(), browser.encode()):
                return None
            del self._all[state]
        return found if self._clock() - found.since <= ATTEMPT_SECONDS else None


class Provider:
    """
    The server of accounts.

    Args:
        settings: With an issuer.
        secret: Of this client.
        transport: How it is reached, for tests; by default over the network.

    Raises:
        ProviderSettingsError: The library for it is not installed.
    """

    def __init__(self, settings: OidcSettings, secret: str, transport: Any = None) -> None:
        assert settings.issuer is not None
        self.settings = settings
        self.attempts = Attempts()
        self._issuer = settings.issuer.rstrip("/")
        self._secret = secret
        self._transport = transport
        self._client: StarletteOAuth2App | None = None
        _installed()

    async def begin(self, back: str, onward: str, browser: str) -> str:
        """
        Begin an attempt.

        Args:
            back: The address to which the server sends back.
            onward: The page to go on with afterwards.
            browser: The mark of the browser.

        Returns:
            The address at the server of accounts to go to.

        Raises:
            UnreachableError: It does not answer.
        """
        with _reaching():
            client = await self._known()
            made = await client.create_authorization_url(back)
            kept = Attempt(browser, onward, back, made["nonce"], made["code_verifier"], self.attempts.now())
            self.attempts.begin(made["state"], kept)
            return str(made["url"])

    async def name(self, attempt: Attempt, code: str) -> str:
        """
        Return what the server calls the person who comes back with *code*: the value of the claim of the settings.

        Raises:
            UnreachableError: It does not answer.
            NotProvenError: Its answer proves nothing.
        """
        with _reaching():
            client = await self._known()
        with _proving():
            token = await client.fetch_access_token(
                code=code, redirect_uri=attempt.back, code_verifier=attempt.verifier
            )
            claims = await client.parse_id_token(
                token, attempt.nonce, claims_options=self._wanted(client.server_metadata), leeway=LEEWAY_SECONDS
            )
            return _claim(claims, self.settings.claim)

    def _wanted(self, metadata: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "iss": {"essential": True, "value": metadata["issuer"]},
            "aud": {"essential": True, "value": self.settings.client_id},
            "nonce": {"essential": True},
            "exp": {"essential": True},
        }

    async def _known(self) -> StarletteOAuth2App:
        """
        The client, after the server told where its parts are and how it signs.

        What it tells is kept once it was good, and asked again as long as it was not.
        """
        if self._client is None:
            client = self._made()
            metadata = await client.load_server_metadata()
            if str(metadata["issuer"]).rstrip("/") != self._issuer:
                raise UnreachableError("issuer")
            offered = metadata.get("id_token_signing_alg_values_supported") or ()
            metadata["id_token_signing_alg_values_supported"] = [one for one in offered if one in _ALGORITHMS] or [
                "RS256"
            ]
            self._client = client
        return self._client

    def _made(self) -> StarletteOAuth2App:
        from authlib.integrations.starlette_client import OAuth  # noqa: PLC0415  # of an extra

        usual = {"transport": self._transport} if self._transport is not None else {}
        return OAuth().register(
            "patuh",
            server_metadata_url=self._issuer + _DISCOVERY,
            client_id=self.settings.client_id,
            client_secret=self._secret,
            client_kwargs={
                "scope": "openid profile email",
                "code_challenge_method": "S256",
                "timeout": PATIENCE_SECONDS,
                **usual,
            },
        )


def _claim(claims: Mapping[str, Any] | None, name: str) -> str:
    found = (claims or {}).get(name)
    if not isinstance(found, str) or not found.strip():
        raise NotProvenError("claim")
    if name == "email" and (claims or {}).get("email_verified") is False:
        raise NotProvenError("email_verified")
    return found


@contextlib.contextmanager
def _reaching() -> Iterator[None]:
    """Whatever befalls the way to the server of accounts: it cannot be reached."""
    try:
        yield
    except _silences() + _NONSENSE as error:
        raise UnreachableError(type(error).__name__) from None


@contextlib.contextmanager
def _proving() -> Iterator[None]:
    """Silence is one thing; everything else that is not as it should be proves nothing."""
    from authlib.common.errors import AuthlibBaseError  # noqa: PLC0415  # of an extra
    from joserfc.errors import JoseError  # noqa: PLC0415

    try:
        yield
    except _silences() as error:
        raise UnreachableError(type(error).__name__) from None
    except (AuthlibBaseError, JoseError, *_NONSENSE) as error:
        raise NotProvenError(type(error).__name__) from None


_NONSENSE: Final[tuple[type[Exception], ...]] = (
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    RuntimeError,
)
"""What the library raises for answers of another shape than they should have."""


def _silences() -> tuple[type[Exception], ...]:
    """What the client raises where nobody answers; the library takes the newer of two clients that is installed."""
    found: list[type[Exception]] = []
    for client in ("httpx2", "httpx"):
        with contextlib.suppress(ModuleNotFoundError):
            found.append(importlib.import_module(client).HTTPError)
    return tuple(found)


def _installed() -> None:
    try:
        import authlib.integrations.starlette_client  # noqa: F401, PLC0415  # of an extra
    except ModuleNotFoundError as error:
        raise ProviderSettingsError(
            f"masuk lewat server akun ([portal.oidc]) memerlukan pustaka {error.name}. "
            "Pasang dengan: pip install 'patuh[oidc]'"
        ) from error


def opened_provider(own: OwnSettings) -> Provider | None:
    """
    Return the server of accounts of the settings; None where they have none.

    Raises:
        ProviderSettingsError: The secret cannot be read, or the library is not installed.
    """
    settings = own.settings.portal.oidc
    return Provider(settings, _secret(own)) if settings.issuer is not None else None


def _secret(own: OwnSettings) -> str:
    settings = own.settings.portal.oidc
    if settings.client_secret_env is not None:
        secret = os.environ.get(settings.client_secret_env, "")
        if not secret:
            raise ProviderSettingsError(
                f"rahasia klien OIDC tidak ada: isi variabel lingkungan {settings.client_secret_env}."
            )
        return secret
    file = own.beside(settings.client_secret_file)
    assert file is not None
    try:
        secret = file.read_text(encoding="utf-8").strip("\r\n")
    except (OSError, ValueError) as error:
        raise ProviderSettingsError(
            f"rahasia klien OIDC tidak dapat dibaca dari {str(file)!r}: periksa berkas dan izinnya."
        ) from error
    if not secret:
        raise ProviderSettingsError(f"berkas rahasia klien OIDC {str(file)!r} kosong.")
    return secret
