"""Sending the digest, to real servers: with TLS and STARTTLS, their own authority, and all that can go wrong."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import ipaddress
import socket
import ssl

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from archive.mail import Letter, Mailer, MailError
from schemas.settings import MailSettings

LETTER = Letter("Ringkasan", "Isi teks é\n", "<p>Isi HTML</p>\n")
PASSWORD = "rahasia-malam"
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning",
                                        "ignore::pytest.PytestUnraisableExceptionWarning")  # fmt: skip


def _certificate(name, key, issuer, signer, *, authority=False, ended=False):
    now = dt.datetime.now(dt.UTC)
    names = [x509.DNSName(name)] if name != "127.0.0.1" else [x509.IPAddress(ipaddress.ip_address(name))]
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer or subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=10))
        .not_valid_after(now - dt.timedelta(days=1) if ended else now + dt.timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
    )
    return builder.sign(signer, hashes.SHA256())


def _pem(certificate):
    return certificate.public_bytes(serialization.Encoding.PEM)


@pytest.fixture(scope="module")
def contexts(tmp_path_factory):
    """An authority, and servers with certificates of it: good, of another name, that has ended."""
    folder = tmp_path_factory.mktemp("ca")
    root_key = ec.generate_private_key(ec.SECP256R1())
    root = _certificate("Otoritas Uji", root_key, None, root_key, authority=True)
    (folder / "ca.pem").write_bytes(_pem(root))
    found = {"folder": folder}
    for name, host, ended in (
        ("good", "localhost", False),
        ("other", "mail.example", False),
        ("ended", "localhost", True),
    ):
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = _certificate(host, key, root.subject, root_key, ended=ended)
        private = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        (folder / f"{name}.pem").write_bytes(_pem(certificate) + private)
        found[name] = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        found[name].load_cert_chain(folder / f"{name}.pem")
    return found


class Box:
    """Keeps what was sent; refuses whom it does not know, and is out of order as often as it is told."""

    def __init__(self, busy=0):
        self.messages = []
        self.busy = busy

    async def handle_RCPT(self, *given):  # noqa: N802 - aiosmtpd's
        _, _, envelope, address, _ = given
        if address.startswith("tidak-ada"):
            return "550 tidak dikenal"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, *given):  # noqa: N802 - aiosmtpd's
        _, _, envelope = given
        if self.busy:
            self.busy -= 1
            return "451 sibuk"
        self.messages.append((envelope.mail_from, tuple(envelope.rcpt_tos), envelope.content))
        return "250 OK"


class Server(Controller):
    """A server that starts in TLS, or asks for STARTTLS, or has none; and asks for a password where it should."""

    def __init__(self, box, context=None, *, starttls=False, password=False):
        self._wanted = {"tls_context": context, "require_starttls": True} if starttls else {}
        if password:
            self._wanted |= {"authenticator": self._known, "auth_required": True, "auth_require_tls": starttls}
        super().__init__(box, hostname="127.0.0.1", port=0, ssl_context=None if starttls else context)

    def factory(self):
        return SMTP(self.handler, **self._wanted)

    @staticmethod
    def _known(*given):
        data = given[-1]
        known = isinstance(data, LoginPassword) and data.password == PASSWORD.encode()
        return AuthResult(success=known, handled=False)

    def _trigger_server(self):
        """Port 0 is known only now."""
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


def _mailer(server, contexts, **other):
    options = {name: other.pop(name) for name in ("timeout", "attempts", "sleep", "environment") if name in other}
    made = {"host": "localhost", "port": server.port, "from": "patuh@uji.example", "to": ["a@uji.example"],
            "ca": "ca.pem"}  # fmt: skip
    settings = MailSettings.model_validate(made | other)
    return Mailer(settings, contexts["folder"], **{"timeout": 5, "sleep": lambda _: None, **options})


@pytest.fixture
def served():
    """Start servers, and stop them."""
    started = []

    def start(*arguments, **options):
        server = Server(*arguments, **options)
        server.start()
        started.append(server)
        return server

    yield start
    for server in started:
        server.stop()


@pytest.mark.parametrize("security", ["tls", "starttls", "none"])
def test_it_arrives(contexts, served, security):
    """Text and HTML, to all receivers, over each kind of connection."""
    box = Box()
    server = served(box, None if security == "none" else contexts["good"], starttls=security == "starttls")

    refused = _mailer(server, contexts, security=security, to=["a@uji.example", "b@uji.example"]).send(LETTER)

    ((sender, receivers, content),) = box.messages
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert ((), "patuh@uji.example", ("a@uji.example", "b@uji.example")) == (refused, sender, receivers)
    assert "multipart/alternative" == message.get_content_type()
    assert ["text/plain", "text/html"] == [part.get_content_type() for part in message.iter_parts()]
    assert "Isi teks é" == message.get_body(("plain",)).get_content().strip()
    assert ("Ringkasan", "auto-generated") == (message["Subject"], message["Auto-Submitted"])
    assert message["Message-ID"].endswith("@uji.example>")


@pytest.mark.parametrize("security", ["tls", "starttls"])
@pytest.mark.parametrize("certificate", ["other", "ended"])
def test_a_wrong_certificate_is_refused(contexts, served, security, certificate):
    """Of another name, or past its day: nothing is sent, and nothing is tried again."""
    box = Box()
    server = served(box, contexts[certificate], starttls=security == "starttls")
    waits = []

    with pytest.raises(MailError, match=r"Sertifikat server surel localhost:.* ditolak"):
        _mailer(server, contexts, security=security, sleep=waits.append).send(LETTER)

    assert ([], []) == (box.messages, waits)


def test_an_authority_that_nobody_trusts_is_refused(contexts, served):
    """Without `ca` the roots of the system decide, and these do not know it."""
    server = served(Box(), contexts["good"], starttls=True)

    with pytest.raises(MailError, match="Sertifikat"):
        _mailer(server, contexts, ca=None).send(LETTER)


def test_a_server_without_starttls_gets_nothing(contexts, served):
    """Neither password nor mail goes out unencrypted."""
    box = Box()
    server = served(box)

    with pytest.raises(MailError, match="tidak mendukung"):
        _mailer(server, contexts, user="patuh", password_env="S", environment={"S": PASSWORD}).send(LETTER)

    assert [] == box.messages


def test_it_logs_in(contexts, served, tmp_path):
    """With a password from the environment, or from a file."""
    box = Box()
    server = served(box, contexts["good"], starttls=True, password=True)
    (contexts["folder"] / "sandi").write_text(f"{PASSWORD}\n", encoding="utf-8")

    _mailer(server, contexts, user="patuh", password_env="S", environment={"S": PASSWORD}).send(LETTER)
    _mailer(server, contexts, user="patuh", password_file="sandi").send(LETTER)

    assert 2 == len(box.messages)


@pytest.mark.parametrize(
    ("settings", "environment", "words"),
    [
        pytest.param({"password_env": "S"}, {"S": "salah"}, "menolak pengguna 'patuh'", id="wrong"),
        pytest.param({"password_env": "S"}, {}, "variabel lingkungan S", id="not-set"),
        pytest.param({"password_file": "tidak-ada"}, {}, "tidak dapat dibaca dari 'tidak-ada'", id="no-file"),
    ],
)
def test_a_password_that_is_wrong_or_missing_is_told(contexts, served, settings, environment, words):
    """And the password itself is not."""
    server = served(Box(), contexts["good"], starttls=True, password=True)

    with pytest.raises(MailError, match=words) as raised:
        _mailer(server, contexts, user="patuh", environment=environment, **settings).send(LETTER)

    assert "salah" not in str(raised.value)


def test_one_receiver_who_is_refused_does_not_keep_the_mail_from_the_others(contexts, served):
    """It is told who; where nobody is left, nothing was sent."""
    box = Box()
    server = served(box, contexts["good"], starttls=True)

    refused = _mailer(server, contexts, to=["a@uji.example", "tidak-ada@uji.example"]).send(LETTER)

    assert ("tidak-ada@uji.example: 550 tidak dikenal",) == refused
    assert [("a@uji.example",)] == [receivers for _, receivers, _ in box.messages]
    with pytest.raises(MailError, match="menolak semua penerima"):
        _mailer(server, contexts, to=["tidak-ada@uji.example"]).send(LETTER)


def test_a_busy_server_is_asked_again(contexts, served):
    """A few times, waiting longer each time; then it is given up."""
    box, waits = Box(busy=2), []
    server = served(box, contexts["good"], starttls=True)

    _mailer(server, contexts, sleep=waits.append).send(LETTER)

    assert (1, [10.0, 20.0]) == (len(box.messages), waits)
    box.busy = 3
    with pytest.raises(MailError, match="451 sibuk"):
        _mailer(server, contexts).send(LETTER)


def test_a_server_that_hangs_is_left(contexts):
    """It takes the connection and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as silent:  # the system accepts for it
        server = type("At", (), {"port": silent.getsockname()[1]})

        with pytest.raises(MailError, match="tidak menjawab pada waktunya"):
            _mailer(server, contexts, host="127.0.0.1", security="none", timeout=0.2, attempts=1).send(LETTER)


def test_nobody_there_is_told(contexts):
    """Where no server listens."""
    with socket.create_server(("127.0.0.1", 0)) as gone:
        server = type("At", (), {"port": gone.getsockname()[1]})

    with pytest.raises(MailError, match="tidak dapat dihubungi") as raised:
        _mailer(server, contexts, host="127.0.0.1", security="none").send(LETTER)

    assert raised.value.passing


def test_words_of_documents_make_no_headers(contexts):
    """A name with line ends stays in its line."""
    server = type("At", (), {"port": 25})
    letter = Letter("Kecamatan X\r\nBcc: lain@uji.example", "\udcff\n", "<p>\udcff</p>")

    message = _mailer(server, contexts).message(letter)

    assert None is message["Bcc"]
    assert "Kecamatan X" in message["Subject"]
    assert b"\nBcc:" not in message.as_bytes()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "add from"),
        ({"from": "a@b.id"}, "add from"),
        ({"from": "a@b.id", "to": ["c@d.id"], "security": "none"}, "localhost"),
        ({"from": "a@b.id", "to": ["c@d.id"], "user": "x"}, "password_env"),
        ({"from": "a@b.id", "to": ["c@d.id"], "password_env": "x"}, "password_env"),
        ({"from": "a@b.id", "to": ["c@d.id"], "user": "x", "password_env": "y", "password_file": "z"}, "password_env"),
        ({"from": "a@b.id\nBcc: x@y.id", "to": ["c@d.id"]}, "pattern"),
        ({"from": "a@b.id", "to": ["c@d.id", "a, b@c.id"]}, "pattern"),
        ({"from": "a@b.id", "to": ["c@d.id"], "password": "x"}, "Extra inputs"),
    ],
)
def test_settings_that_cannot_be_meant_are_refused(given, words):
    """Before any night: without receivers, without encryption over a network, with a password in the file."""
    with pytest.raises(ValueError, match=words):
        MailSettings.model_validate({"host": "mail.example", **given})
