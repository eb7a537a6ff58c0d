"""deploy/ for the self-check page: the unit, the container, and the proxy in front of it, which is really started."""

from __future__ import annotations

import datetime as dt
import re
import shlex
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
import yaml
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.program import MAJOR, ROOT, command, environment
from tests.system_programs import needs

DEPLOY = ROOT / "deploy"
SERVICE = DEPLOY / "patuh-portal.service"
NAME = "patuh.kabupaten.example"
MOST_EXPOSED = 20
"""As tests/test_deploy.py has it."""


def test_systemd_takes_the_unit_and_finds_it_hardened(tmp_path):
    """As the unit of the night."""
    needs("systemd-analyze")
    unit = tmp_path / SERVICE.name
    unit.write_text(SERVICE.read_text(encoding="utf-8").replace("/opt/patuh/bin/patuh", sys.executable))
    verified = ["systemd-analyze", "verify", "--man=no", str(unit)]
    done = subprocess.run(verified, capture_output=True, text=True, check=False, timeout=60)
    measured = ["systemd-analyze", "security", "--offline=yes", f"--threshold={MOST_EXPOSED}", "--no-pager", str(unit)]
    secure = subprocess.run(measured, capture_output=True, text=True, check=False, timeout=60)

    assert (done.returncode, done.stderr) == (0, "")
    assert secure.returncode == 0, secure.stdout[-300:]


def _lines() -> dict[str, list[str]]:
    started = re.search(r"(?m)^ExecStart=(.*)$", SERVICE.read_text(encoding="utf-8"))
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    assert started is not None
    return {"service": shlex.split(started[1])[1:], "compose": compose["services"]["portal"]["command"]}


@pytest.mark.parametrize("name", ["service", "compose"])
def test_what_is_started_names_options_that_there_are(name):
    """And the unit listens on the loopback address alone."""
    from click.testing import CliRunner  # noqa: PLC0415

    import cli  # noqa: PLC0415

    known = set(re.findall(r"--[a-z-]+", CliRunner().invoke(cli.main, ["serve", "--help"]).stdout))
    words = _lines()[name]

    assert words[0] == "serve"
    assert {word for word in words if word.startswith("--")} <= known
    assert ("--host" in words) is (name == "compose")


def test_the_container_publishes_the_page_to_this_machine_alone():
    """The proxy is what the network sees."""
    service = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))["services"]["portal"]

    assert service["ports"] == ["127.0.0.1:8750:8750"]
    assert (service["read_only"], service["cap_drop"]) == (True, ["ALL"])
    assert "/healthz" in " ".join(service["healthcheck"]["test"])


# the proxy --------------------------------------------------------------------------------------------------------


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _certificate(folder: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME), x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    form, none = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    (folder / "fullchain.pem").write_bytes(made.public_bytes(pem))
    (folder / "privkey.pem").write_bytes(key.private_bytes(pem, form, none))


def _adapted(folder: Path, ports: dict[str, int]) -> Path:
    """nginx.conf of deploy/ as it stands, but for ports and folders, inside what Debian puts around it."""
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    text = re.sub(r"(?m)^ *listen \[::\].*\n", "", text)
    text = text.replace("listen 80;", f"listen 127.0.0.1:{ports['http']};")
    text = text.replace("listen 443 ", f"listen 127.0.0.1:{ports['https']} ")
    text = text.replace("/etc/ssl/patuh", str(folder)).replace("127.0.0.1:8750", f"127.0.0.1:{ports['page']}")
    places = "".join(
        f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    around = (
        f"pid {folder}/pid;\nerror_log {folder}/error.log;\nevents {{}}\nhttp {{\naccess_log off;\n{places}{text}\n}}\n"
    )
    path = folder / "nginx.conf"
    path.write_text(around, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def proxied(tmp_path_factory) -> Iterator[str]:
    """The page behind nginx; the address that visitors use."""
    needs("nginx")
    nginx = shutil.which("nginx") or "/usr/sbin/nginx"
    folder = tmp_path_factory.mktemp("proxy")
    ports = {name: _free_port() for name in ("http", "https", "page")}
    _certificate(folder)
    settings = folder / "patuh.toml"
    url = f"https://{NAME}:{ports['https']}"
    settings.write_text(f'[portal]\nurl = "{url}"\nproxies = ["127.0.0.1"]\nworkers = 1\nchecks_per_minute = 3\n')
    page = subprocess.Popen(
        command("serve", "--port", str(ports["page"]), "--config", settings), env=environment(), cwd=folder,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    proxy = subprocess.Popen([nginx, "-c", str(_adapted(folder, ports)), "-g", "daemon off;"])
    try:
        _await(ports["page"], page)
        _await(ports["https"], proxy)
        yield f"https://127.0.0.1:{ports['https']}"
    finally:
        for process in (proxy, page):
            process.terminate()
            process.wait(20)


def _await(port: int, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        assert process.poll() is None
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail(f"nothing listens on {port}")


def _visitor(address: str) -> httpx2.Client:
    host = f"{NAME}:{address.rpartition(':')[2]}"
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    return httpx2.Client(base_url=address, verify=trusting, headers={"host": host}, timeout=30)


def test_a_document_is_checked_through_the_proxy(proxied):
    """Over HTTPS; cookies and headers say so; the way back is the public address."""
    with _visitor(proxied) as client:
        home = client.get("/")
        cookie = home.headers["set-cookie"]
        token = re.search(r'name="token" value="([0-9a-f]+)"', home.text)
        assert token is not None
        files = [("files", (MAJOR.name, MAJOR.read_bytes()))]
        form = {"token": token[1]}
        sent = client.post("/periksa", data=form, files=files, headers={"cookie": cookie.split(";")[0]})

    assert "strict-transport-security" in home.headers
    assert "Secure" in cookie
    assert "server" not in {name for name in home.headers if home.headers[name].startswith("uvicorn")}
    assert (sent.status_code, sent.headers["location"][:9]) == (303, "/periksa/")


def test_an_address_cannot_be_claimed(proxied):
    """The limit of uploads is that of the real address, whatever a visitor writes into the headers."""
    codes = []
    for number in range(5):
        with _visitor(proxied) as client:
            client.headers["x-forwarded-for"] = f"203.0.113.{number}"
            home = client.get("/")
            token = re.search(r'name="token" value="([0-9a-f]+)"', home.text)
            assert token is not None
            head = {"cookie": home.headers["set-cookie"].split(";")[0]}
            files = [("files", ("a.txt", b"SOP"))]
            codes.append(client.post("/periksa", data={"token": token[1]}, files=files, headers=head).status_code)

    assert codes[-1] == 429


def test_figures_are_for_this_machine(proxied):
    """The proxy answers for others."""
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    place = re.search(r"location /metrics \{(.*?)\}", text, re.DOTALL)

    assert place is not None
    assert "deny all;" in place[1]
    assert "not remote_ip 127.0.0.1" in (DEPLOY / "Caddyfile").read_text(encoding="utf-8")
