"""
A PostgreSQL of the tests' own: in a temporary folder, on a Unix socket, without a port, once a process that needs it.

It refuses to run as root; under root it runs as the user `postgres` or, where there is none, `nobody`.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import getpass
import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from tests.system_programs import needs

WITH_PASSWORD = "berkata_sandi"
"""A user of the server who has to tell a password."""
PASSWORD = "rahasia-sekali"

_SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",  # a server that loses its power loses nothing but tests
    "full_page_writes": "off",
    "shared_buffers": "16MB",
    "max_connections": "40",
    "unix_socket_permissions": "0777",
}
_WAYS_IN = f"local all {WITH_PASSWORD} scram-sha-256\nlocal all all trust\n"
_PATIENCE = 20.0


@dataclass(slots=True)
class Server:
    """A server that runs."""

    folder: Path
    """Of its socket."""
    user: str
    process: subprocess.Popen[bytes]
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def url(self, database: str, user: str | None = None, password: str | None = None) -> str:
        """Return the address of a database."""
        login = (user or self.user) + (f":{password}" if password else "")
        return f"postgresql://{login}@/{database}?host={self.folder}"

    def execute(self, statement: str, database: str = "postgres") -> None:
        """Execute a statement outside any transaction."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            connection.execute(statement.encode())

    @contextlib.contextmanager
    def database(self, options: str = "") -> Iterator[str]:
        """Make an empty database for a while; its address is given."""
        name = self.create(options)
        try:
            yield self.url(name)
        finally:
            self.execute(f"DROP DATABASE {name} WITH (FORCE)")

    def create(self, options: str = "") -> str:
        """Make an empty database and return its name."""
        name = f"arsip_{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE template0 {options}")
        return name


@functools.cache
def server() -> Server:
    """Start it, or skip the test where PostgreSQL is not installed."""
    programs = _programs()
    if programs is None:
        needs("postgres")
    assert programs is not None
    folder = Path(tempfile.mkdtemp(prefix="patuh-pg-"))  # the path of a socket has to be short
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    rights = _rights(folder)
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder, **rights}
    user = rights.get("user") or getpass.getuser()
    initdb = [programs / "initdb", "--no-sync", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"]
    subprocess.run([*initdb, f"--username={user}", "-D", folder / "data"], check=True, **quiet)
    (folder / "data/pg_hba.conf").write_text(_WAYS_IN)
    settings = [part for name, value in _SETTINGS.items() for part in ("-c", f"{name}={value}")]
    process = subprocess.Popen([programs / "postgres", "-D", folder / "data", "-k", folder, *settings], **quiet)
    atexit.register(_stop, process)
    started = Server(folder, user, process)
    _wait(started)
    started.execute(f"CREATE ROLE {WITH_PASSWORD} LOGIN PASSWORD '{PASSWORD}'")
    return started


def _programs() -> Path | None:
    """Where they are: Debian keeps them out of PATH."""
    found = shutil.which("postgres")
    if found is not None:
        return Path(found).parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[-3]))
    return folders[-1].parent if folders else None


def _rights(folder: Path) -> dict[str, Any]:
    """As whom it runs."""
    if os.geteuid() != 0:
        return {}
    known = {entry.pw_name for entry in pwd.getpwall()}
    user = pwd.getpwnam("postgres" if "postgres" in known else "nobody")
    os.chown(folder, user.pw_uid, user.pw_gid)
    folder.chmod(0o755)
    return {"user": user.pw_name, "group": user.pw_gid, "extra_groups": []}


def _wait(started: Server) -> None:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            started.execute("SELECT 1")
        except psycopg.OperationalError:
            if time.monotonic() > until or started.process.poll() is not None:
                raise
            time.sleep(0.02)
        else:
            return


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGQUIT)
    process.wait()
