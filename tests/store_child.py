"""A night in a process of its own that is killed: it keeps what it found and waits, and so does a worker it forked."""

from __future__ import annotations

import os
import sys
import time

from archive.store.store import Store
from tests.store_values import audited, new_run


def main(url: str) -> None:
    """Lock, begin, keep, fork; say so, and wait to be killed."""
    with Store.open(url) as store, store.lock():
        begun = store.begin(new_run(archive="/srv/elsewhere"))
        store.keep([audited(1), audited(2)])
        runs, tells = os.pipe()
        worker = os.fork()
        if worker:
            os.read(runs, 1)  # what it had of the lock is let go of before it is told of
            print(begun.id, begun.attempts, worker, flush=True)
        else:
            os.write(tells, b"x")
        time.sleep(60)


if __name__ == "__main__":
    main(sys.argv[1])
