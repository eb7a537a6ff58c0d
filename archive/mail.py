"""
Sending the digest.

The server must show a certificate that leads to a known root and bears its name; without encryption nothing goes
further than this machine. What goes wrong is told in words that say what to do; a night is never lost for it.
"""

from __future__ import annotations

import contextlib
import os
import smtplib
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, localtime, make_msgid
from pathlib import Path
from typing import Final

from archive.digest import masked_night
from auditing.masking import masked_line
from auditing.outputs import RequestError
from engine.settings import OwnSettings
from reports.digest import words
from reports.digest.mail import mail_html
from reports.digest.text import text_of
from reports.words import harmless
from schemas.night import Night
from schemas.settings import MailSettings

TIMEOUT_SECONDS: Final = 30.0
"""For each answer of the server."""
ATTEMPTS: Final = 3
WAIT_SECONDS: Final = 10.0
"""Before the second attempt; twice as long before each next."""
_SUBJECT: Final = 180
_TRANSIENT: Final = range(400, 500)
"""Answers of a server that may be others in a while (RFC 5321, 4.2.1)."""


class MailError(RequestError):
    """The mail was not sent; the message is for people."""

    def __init__(self, message: str, *, passing: bool = False) -> None:
        super().__init__(message)
        self.passing = passing
        """It may go away by itself."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What is sent."""

    subject: str
    text: str
    html: str


def letter_of(night: Night, *, mask: bool) -> Letter:
    """Return the digest as a letter; *mask*: without names of persons, NIPs and quoted words."""
    shown = masked_night(night, masked_line) if mask else night
    return Letter(words.subject(shown), text_of(shown), mail_html(shown))


def send_night(night: Night, own: OwnSettings) -> tuple[str, ...]:
    """
    Send the digest as the settings say; see `Mailer.send`.

    Raises:
        MailError: Nobody has it.
    """
    settings = own.settings.mail
    return Mailer(settings, own.path.parent if own.path else Path()).send(letter_of(night, mask=settings.mask))


@dataclass(frozen=True, slots=True)
class Mailer:
    """How mail is sent."""

    settings: MailSettings
    folder: Path = field(default_factory=Path)
    """To which paths in the settings are relative."""
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ, repr=False)
    timeout: float = TIMEOUT_SECONDS
    attempts: int = ATTEMPTS
    wait: float = WAIT_SECONDS
    sleep: Callable[[float], None] = time.sleep

    def send(self, letter: Letter) -> tuple[str, ...]:
        """
        Send the letter, a few times where the server is out of reach for the moment.

        Returns:
            The receivers whom the server refused, with its reason; the others have it.

        Raises:
            MailError: Nobody has it.
        """
        message = self.message(letter)
        for attempt in range(1, self.attempts + 1):
            try:
                return self._sent(message)
            except MailError as error:
                if not error.passing or attempt == self.attempts:
                    raise
            self.sleep(self.wait * 2 ** (attempt - 1))
        raise AssertionError("unreachable")

    def message(self, letter: Letter) -> EmailMessage:
        """Return the letter as a mail: text first, then the same as HTML."""
        if self.settings.from_ is None:
            raise MailError("Surel belum diatur: isi [mail] di patuh.toml (host, from, to).")
        made = EmailMessage(policy=SMTP)
        made["Subject"] = harmless(letter.subject)[:_SUBJECT]
        made["From"] = f"patuh <{self.settings.from_}>"
        made["To"] = ", ".join(self.settings.to)
        made["Date"] = format_datetime(localtime())
        made["Message-ID"] = make_msgid("patuh", self.settings.from_.rpartition("@")[2])
        made["Auto-Submitted"] = "auto-generated"
        made.set_content(_storable(letter.text), cte="quoted-printable")
        made.add_alternative(_storable(letter.html), subtype="html", cte="quoted-printable")
        return made

    def _sent(self, message: EmailMessage) -> tuple[str, ...]:
        with _explained(self.settings), self._connected() as server:
            self._log_in(server)
            refused = server.send_message(message, self.settings.from_, list(self.settings.to))
            return tuple(f"{to}: {_said(*answer)}" for to, answer in sorted(refused.items()))

    @contextlib.contextmanager
    def _connected(self) -> Iterator[smtplib.SMTP]:
        host, port = self.settings.host or "", self.settings.port_number
        if self.settings.security == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=self.timeout, context=self._context())
        else:
            server = smtplib.SMTP(host, port, timeout=self.timeout)
        try:
            if self.settings.security == "starttls":
                server.starttls(context=self._context())
            yield server
        finally:
            with contextlib.suppress(OSError, smtplib.SMTPException):  # what was sent is sent
                server.quit()

    def _context(self) -> ssl.SSLContext:
        """Trust the roots of the system, or only those that the settings name; names of hosts are checked."""
        if self.settings.ca is None:
            return ssl.create_default_context()
        path = self.folder / self.settings.ca
        try:
            return ssl.create_default_context(cafile=path)
        except (OSError, ssl.SSLError) as error:
            raise MailError(f"Berkas sertifikat {self.settings.ca!r} (ca pada [mail]) tidak dapat dibaca.") from error

    def _log_in(self, server: smtplib.SMTP) -> None:
        if self.settings.user is not None:
            server.login(self.settings.user, self._password())

    def _password(self) -> str:
        name, file = self.settings.password_env, self.settings.password_file
        if name is not None:
            password = self.environment.get(name, "")
            if not password:
                raise MailError(f"Kata sandi surel tidak ada: isi variabel lingkungan {name}.")
            return password
        try:
            password = (self.folder / (file or "")).read_text(encoding="utf-8").rstrip("\r\n")
        except (OSError, ValueError) as error:
            raise MailError(
                f"Kata sandi surel tidak dapat dibaca dari {file!r}: periksa berkas dan izinnya."
            ) from error
        if not password:
            raise MailError(f"Berkas kata sandi surel {file!r} kosong.")
        return password


_SILENT: Final = "Server surel {where} tidak menjawab pada waktunya. Periksa server, port, dan security pada [mail]."


@contextlib.contextmanager
def _explained(settings: MailSettings) -> Iterator[None]:
    """Turn what goes wrong into words for whoever runs this."""
    where = f"{settings.host}:{settings.port_number}"
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise MailError(
            f"Sertifikat server surel {where} ditolak: {error.verify_message}. Periksa nama host, masa berlakunya, dan "
            "ca pada [mail]."
        ) from error
    except smtplib.SMTPAuthenticationError as error:
        raise MailError(
            f"Server surel {where} menolak pengguna {settings.user!r}: {_said(error.smtp_code, error.smtp_error)}. "
            "Periksa nama pengguna dan kata sandi.",
            passing=error.smtp_code in _TRANSIENT,
        ) from error
    except smtplib.SMTPRecipientsRefused as error:
        told = "; ".join(f"{to}: {_said(*answer)}" for to, answer in sorted(error.recipients.items()))
        passing = all(code in _TRANSIENT for code, _ in error.recipients.values())
        raise MailError(f"Server surel {where} menolak semua penerima. {told}", passing=passing) from error
    except smtplib.SMTPResponseException as error:
        said = _said(error.smtp_code, error.smtp_error)
        raise MailError(
            f"Server surel {where} menolak surel: {said}.", passing=error.smtp_code in _TRANSIENT
        ) from error
    except smtplib.SMTPNotSupportedError as error:
        raise MailError(
            f"Server surel {where} tidak mendukung yang diminta ({_clean(str(error))}). Periksa security dan user pada "
            "[mail]."
        ) from error
    except (smtplib.SMTPException, ssl.SSLError) as error:
        if isinstance(error.__context__, TimeoutError):
            raise MailError(_SILENT.format(where=where), passing=True) from error
        raise MailError(f"Sambungan ke server surel {where} terputus: {_clean(str(error))}.", passing=True) from error
    except TimeoutError as error:
        raise MailError(_SILENT.format(where=where), passing=True) from error
    except OSError as error:
        reason = _clean(error.strerror or str(error))
        raise MailError(
            f"Server surel {where} tidak dapat dihubungi: {reason}. Periksa host dan port pada [mail].", passing=True
        ) from error


def _said(code: int, words: bytes | str) -> str:
    """What the server answered."""
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return f"{code} {_clean(text)}"


def _clean(text: str) -> str:
    return harmless(" ".join(text.split()))[:200]


def _storable(text: str) -> str:
    """Half characters cannot be sent."""
    return text.encode("utf-8", "replace").decode()
