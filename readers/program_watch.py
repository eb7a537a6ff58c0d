"""
The process between a worker and a program that it started: it ends the program, whatever happens to the worker.

It is run as a file by `readers.programs`, not imported, so that it starts in a few milliseconds, and takes: seconds,
bytes of memory, bytes of one written file, the file for the program's standard input, then the program and its
arguments. Its standard input is the lifeline: as long as the worker lives, nothing comes and it stays open. The
folder it runs in is private to this call; when the worker died, nobody else is left to delete it.

Exit codes: that of the program, 128 + signal when a signal ended it, or one of those below.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import sys
from collections.abc import Sequence

try:
    import resource
except ImportError:  # Windows, where no program is started
    resource = None  # type: ignore[assignment]

OUT_OF_TIME = 249
NOT_STARTED = 250
ABANDONED = 251

_NEW_USERS_AND_NETWORK = 0x10000000 | 0x40000000  # CLONE_NEWUSER | CLONE_NEWNET of <linux/sched.h>
_LIFELINE = 0
_ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP) if os.name == "posix" else ()
_OPEN_FILES = 512


def main(arguments: Sequence[str]) -> int:
    """Run the program and give its exit code."""
    seconds, memory, size, given, *command = arguments
    for ending in _ENDING:  # sent to all of a service or a terminal at once; the lifeline tells when to end what
        signal.signal(ending, signal.SIG_IGN)
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
    pid = os.fork()
    if not pid:
        _become(command, given, float(seconds), int(memory), int(size))
    ready, _, _ = select.select([_LIFELINE, woken], [], [], float(seconds))
    code = _ended(pid) if woken in ready else None
    if code is None:
        _end(pid)
        os.waitpid(pid, 0)
        code = ABANDONED if ready else OUT_OF_TIME
    _end(pid)  # what it left behind
    if code == ABANDONED:
        _delete()
    return code


def _ended(pid: int) -> int | None:
    """The exit code of the program; its group keeps its number as long as something is left in it."""
    found, status = os.waitpid(pid, os.WNOHANG)
    if not found:
        return None
    code = os.waitstatus_to_exitcode(status)
    return code if code >= 0 else 128 - code


def _end(group: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(group, signal.SIGKILL)


def _delete() -> None:
    import shutil  # noqa: PLC0415 - slow to load and rarely of use

    shutil.rmtree(os.getcwd(), ignore_errors=True)  # noqa: PTH109 - as above


def _become(command: Sequence[str], given: str, seconds: float, memory: int, size: int) -> None:
    """Turn this process into the program: in a group of its own, with limits, without core files and network."""
    try:
        os.setsid()
        for ignored in (signal.SIGXFSZ, signal.SIGPIPE, *_ENDING):  # what is ignored here it would ignore, too
            signal.signal(ignored, signal.SIG_DFL)
        _limit(resource.RLIMIT_AS, memory)
        _limit(resource.RLIMIT_FSIZE, size)
        _limit(resource.RLIMIT_CPU, int(seconds) + 1)
        _limit(resource.RLIMIT_NOFILE, _OPEN_FILES)
        _limit(resource.RLIMIT_CORE, 0)
        _leave_network()
        os.dup2(os.open(given, os.O_RDONLY), 0)
        os.execvp(command[0], list(command))  # noqa: S606 - a program of our choice, without a shell
    except OSError:
        os._exit(NOT_STARTED)


def _limit(kind: int, most: int) -> None:
    """Set a limit, but never above what this process was given."""
    _, hard = resource.getrlimit(kind)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    with contextlib.suppress(OSError, ValueError):  # macOS knows no limit of memory
        resource.setrlimit(kind, (most, most))


def _leave_network() -> None:
    """Enter a network without anybody in it, where the system lets a user do so: documents may name addresses."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes  # noqa: PLC0415 - of no use elsewhere

    user, group = os.getuid(), os.getgid()
    if ctypes.CDLL(None).unshare(_NEW_USERS_AND_NETWORK):
        return
    for name, text in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"), ("gid_map", f"{group} {group} 1")):
        with contextlib.suppress(OSError), open(f"/proc/self/{name}", "w", encoding="ascii") as file:  # noqa: PTH123
            file.write(text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
