"""`patuh serve` as it is started: where it listens, and what it says where it cannot."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import time

import httpx2
import pytest

from portal.server import AddressError, listening
from tests.program import command, environment, patuh

CANNOT = 3


def test_an_address_that_is_taken_is_told_at_once():
    """Where, why, and what to do; nothing was loaded for it."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = patuh("serve", "--port", str(port))

    assert done.code == CANNOT
    assert f"127.0.0.1, porta {port}: sudah dipakai program lain" in done.err
    assert "--port" in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("host", ["tidak.ada.invalid", "192.0.2.1", "a" * 70 + ".example"])
def test_an_address_that_there_is_not_is_told(host):
    """A name that nobody knows, an address of another machine, no name at all."""
    with pytest.raises(AddressError) as refused:
        listening(host, 0)

    assert str(refused.value).startswith(f"{host}, porta 0: ")


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_says_where_it_is_and_ends_in_order(tmp_path, ending):
    """Port 0 is any that is free; Ctrl+C ends it, or systemd, without a word of a traceback, and that is no failure."""
    log = tmp_path / "log"
    with log.open("w") as stream:
        started = command("serve", "--port", "0")
        process = subprocess.Popen(started, env=environment(), cwd=tmp_path, stderr=stream, start_new_session=True)
    try:
        address = _address(process, log)
        text = httpx2.get(address, timeout=30).text
    finally:
        process.send_signal(ending)
        code = process.wait(30)

    assert "Periksa dokumen" in text
    assert code == 0
    assert "Traceback" not in log.read_text()


def _address(process, log):
    until = time.monotonic() + 60
    while time.monotonic() < until:
        assert process.poll() is None, log.read_text()
        if found := re.search(r"dibuka di (http://127\.0\.0\.1:\d+) ", log.read_text()):
            return found[1]
        time.sleep(0.05)
    pytest.fail(log.read_text())
