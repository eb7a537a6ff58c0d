"""The store of the nightly audit, in SQLite and in PostgreSQL."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, make_url, select, text

from archive.store import dump, locks, migrations
from archive.store.keeping import CHUNK
from archive.store.rows import BegunRun, ContentState, FileState, JudgedState
from archive.store.store import Store, StoreBusyError, StoreError
from archive.store.tables import HISTORY, MEASURED, PEOPLE, account, metadata, run, token, verdict
from archive.tasks import Problem
from schemas.report import Severity
from tests import postgres
from tests.store_values import (
    BOTH,
    DAY,
    EXTRACTOR,
    FACTS,
    NOW,
    RULES,
    audited,
    content,
    empty,
    ending,
    fresh,
    judged,
    new_run,
    people,
    rejudged,
    standing,
)

CHECKOUT = Path(__file__).resolve().parent.parent
HOSTILE = "sukamaju/\udce9t\udcff/\x1a001a \x00 ' \" % \\ \u202e é \U0001f4c4.docx"
"""Names of files in another encoding, and whatever else a string can have."""


@pytest.fixture(params=BOTH)
def url(request, tmp_path):
    """The address of a store that is not there yet."""
    with empty(request.param, tmp_path) as address:
        yield address


@pytest.fixture(params=BOTH)
def store(request, tmp_path):
    """A store without rows."""
    with fresh(request.param, tmp_path) as address, Store.open(address) as opened:
        yield opened


def _night(store, *kept, standings=()):
    """A whole run."""
    begun = store.begin(new_run())
    store.keep(kept)
    store.finish(begun.id, ending(*standings))
    return begun.id


def _table(store, name):
    return [row for table, row in dump.rows(store) if table == name]


def test_a_new_store_knows_nothing(store):
    """Every question has an answer from the first moment on."""
    assert {} == store.files()
    assert [[], [], []] == [list(store.contents()), list(store.told()), list(store.standings())]
    assert (None, {}, {}, 0) == (store.ruleset(RULES), store.models([content(1)]), store.reports(["0"]), store.prune())


def test_what_was_kept_comes_back(store):
    """Models and reports as bytes, the rest as it is asked for."""
    two = (judged(2, Severity.CRITICAL, Severity.ADVICE), judged(3))
    store.keep([audited(2, *two), audited(1)])

    states = dict(store.contents())

    assert sorted(map(content, (1, 2))) == list(states)
    parts = tuple(JudgedState(EXTRACTOR, FACTS, RULES, one.since, one.until, one.digest) for one in two)
    assert ContentState(EXTRACTOR, 2, None, None, parts) == states[content(2)]
    assert {content(1): b"models 1", content(2): b"models 2"} == store.models([content(1), content(2), "none"])
    assert {one.digest: one.report for one in two} == store.reports([one.digest for one in two])
    told = [(content(1), 1, b"told 1.1"), (content(2), 1, b"told 2.1"), (content(2), 2, b"told 2.2")]
    assert sorted(told) == list(store.told())
    assert told[:1] == list(store.told({content(1), "none"}))


def test_a_verdict_is_counted_and_its_findings_are_in_order(store):
    """What tables and trends ask for is told without opening a report."""
    store.keep_verdicts([judged(7, Severity.CRITICAL, Severity.MINOR, Severity.MINOR)])

    with store.engine.connect() as connection:
        found = connection.execute(select(verdict)).mappings().one()
    counts = {"critical": 1, "major": 0, "minor": 2, "advice": 0, "clean": 80, "flagged": 3, "not_applicable": 3}
    assert counts | {"not_evaluated": 2, "error": 1} == {
        name: found[name] for name in [*counts, "not_evaluated", "error"]
    }
    assert [(0, "critical"), (1, "minor"), (2, "minor")] == [(row[1], row[4]) for row in _table(store, "finding")]


def test_keeping_twice_is_keeping_once(store):
    """A night that was killed keeps again what it had kept."""
    store.keep([audited(1), audited(2)])
    before = list(dump.rows(store))
    store.keep([audited(2), audited(1), audited(1)])

    assert before == list(dump.rows(store))


def test_a_document_judged_again_keeps_what_was_read(store):
    """Models and what is told stay; verdict, rules and number of parts are the new ones; the old verdict is history."""
    store.keep([audited(1, judged(1), judged(2))])
    read = _table(store, "reading"), _table(store, "gathered")
    store.keep([rejudged(1, judged(5))])

    assert read == (_table(store, "reading"), _table(store, "gathered"))
    ((_, state),) = store.contents()
    assert [("0" * 32, "b" * 32, judged(5).digest)] == [(one.facts, one.rules, one.verdict) for one in state.judged]
    assert 3 == len(_table(store, "verdict"))


def test_a_document_read_again_has_only_its_new_parts(store):
    """Nothing of an earlier extractor stays behind."""
    store.keep([audited(1, judged(1), judged(2))])
    store.keep([audited(1, judged(2))])

    assert (1, 1, 1) == tuple(len(_table(store, name)) for name in ("reading", "judged", "gathered"))


def test_a_lasting_problem_takes_the_place_of_what_was_read(store):
    """It is not tried again until something changes."""
    store.keep([audited(1)])
    store.keep([audited(1, parts=(), models=None, told=(), problem=Problem("encrypted", "Terkunci \udce9."))])

    assert [(content(1), ContentState(EXTRACTOR, 0, "encrypted", "Terkunci \udce9.", ()))] == list(store.contents())
    assert ({}, []) == (store.models([content(1)]), list(store.told()))


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"problem": Problem("timeout", "Terlalu lama."), "passing": True}, id="passing"),
        pytest.param({"content": None, "problem": Problem("vanished", "Hilang.")}, id="no-content"),
    ],
)
def test_a_passing_problem_leaves_all_as_it_was(store, changes):
    """A disk that was away for a minute makes nobody read the document again."""
    store.keep([audited(1)])
    before = list(dump.rows(store))
    store.keep([audited(1, parts=(), models=None, told=(), **changes)])

    assert before == list(dump.rows(store))


def test_nobody_has_to_read_to_the_end(store):
    """Whoever found what he looked for may go."""
    store.keep([audited(1), audited(2)])

    assert min(map(content, (1, 2))) == next(store.contents())[0]
    store.keep([audited(3)])


def test_long_lists_are_asked_for_in_pieces(store):
    """A database takes only so many values in one question."""
    store.keep([audited(number) for number in range(CHUNK + 9)])
    every = [content(number) for number in range(CHUNK + 9)]

    assert set(every) == set(store.models(every))
    assert sorted(every) == [one for one, _, _ in store.told(every)]
    assert sorted(every) == [one for one, _ in store.contents()]


def test_files_come_back_as_they_were(store):
    """However hostile a name is, and however odd a clock or a file system."""
    states = {
        HOSTILE: FileState(1 << 40, -5, 1_700_000_000_123_456_789, (1 << 64) - 1, (("", content(1)),)),
        "b.zip": FileState(10, 0, 0, 7, (("in/\udc80.docx", content(2)), ("in/b.docx", content(3)))),
    }
    store.keep_files(states)
    store.keep_files({"b.zip": replace(states["b.zip"], bytes=11)})

    assert states | {"b.zip": replace(states["b.zip"], bytes=11)} == store.files()
    store.drop_files({HOSTILE, "none"})
    assert ["b.zip"] == list(store.files())


def test_what_no_index_takes_is_looked_at_again_each_night(store):
    """A path of thousands of bytes, and times beyond 64 bits, cost a night nothing but time."""
    state = FileState(1, 1 << 70, -(1 << 70), 1, ())
    store.keep_files({os.urandom(2000).hex(): state, "a": state})

    assert ["a"] == list(store.files())


def test_a_ruleset_is_kept_by_its_digest(store):
    """It never changes."""
    store.keep_ruleset(RULES, {"b/rule": "2", "a/rule": "1"})
    store.keep_ruleset(RULES, {})

    assert {"a/rule": "1", "b/rule": "2"} == store.ruleset(RULES)


def test_runs_are_numbered_by_those_that_ended(store):
    """A run that was killed leaves no gap, and the one that takes over replaces all it said."""
    assert [BegunRun(1, 1), BegunRun(1, 2)] == [store.begin(new_run(archive="/srv/else")), store.begin(new_run())]
    store.finish(1, ending())
    assert BegunRun(2, 1) == store.begin(new_run(as_of=DAY + dt.timedelta(days=1)))

    with store.engine.connect() as connection:
        first, second = connection.execute(select(run).order_by(run.c.id)).mappings()
    assert ("done", "/srv/arsip", NOW, 2, False) == tuple(
        first[name] for name in ("state", "archive", "begun", "attempts", "delivered")
    )
    assert ({"documents": 0}, [{"code": "clock-back", "message": "Jam mundur."}]) == (first["counts"], first["notices"])
    assert ("running", None, {}) == (second["state"], second["ended"], second["counts"])
    assert dt.timedelta(0) == first["begun"].utcoffset()


def test_standings_are_the_latest_up_to_a_run(store):
    """A report of last month says what last month was."""
    one, two = standing(1), standing(2, path=HOSTILE, error_code="encrypted", content=None, verdict=None)
    _night(store, audited(1), audited(2), standings=(two, one))
    later = replace(one, path="pindah.docx"), replace(two, gone=True)
    _night(store, standings=later[:1])
    _night(store, standings=later[1:])
    store.begin(new_run())

    assert [[], [one, two], [later[0], two], list(later), list(later)] == [
        list(store.standings(number)) for number in (0, 1, 2, 3, None)
    ]


def test_a_run_ends_whole_or_not_at_all(store):
    """A standing that names no verdict is refused, and with it the end of the run."""
    begun = store.begin(new_run())
    store.keep([audited(1)])
    before = list(dump.rows(store))
    with pytest.raises(StoreError):
        store.finish(begun.id, ending(standing(1), standing(2, verdict="0" * 32)))

    assert before == list(dump.rows(store))


def test_a_run_ends_once(store):
    """What was written is what stays."""
    number = _night(store, audited(1), standings=[standing(1)])
    before = list(dump.rows(store))
    for again in (number, number + 1):
        with pytest.raises(StoreError):
            store.finish(again, ending())

    assert before == list(dump.rows(store))


def _forgeries(store):
    """Statements that would change the past."""
    columns = [column.name for column in run.columns if column.name not in {"delivered", "exit_code"}]
    yield from (f"UPDATE run SET {name} = {name} WHERE id = 1" for name in columns)
    yield from ("DELETE FROM run WHERE id = 1", "INSERT INTO document VALUES (9, 1)")
    for table in HISTORY:
        first = next(iter(table.columns)).name
        yield from (f"UPDATE {table.name} SET {first} = {first}", f"DELETE FROM {table.name}")
        if store.engine.dialect.name == "postgresql":
            yield f"TRUNCATE {table.name} CASCADE"
        else:
            yield f"REPLACE INTO {table.name} SELECT * FROM {table.name}"
    for table in ("standing", "office_figures"):
        names = [column.name for column in metadata.tables[table].columns]
        key = {"document": "2", "office": "'x'"}
        values = ", ".join(key.get(name, name) for name in names)
        yield f"INSERT INTO {table} SELECT {values} FROM {table} WHERE run = 1"


def _passed(store, statements):
    """Those that the database carried out."""
    passed = []
    for statement in statements:
        with contextlib.suppress(StoreError), store.engine.begin() as connection:
            connection.execute(text(statement))
            passed.append(statement)
    return passed


def test_history_only_grows(store):
    """No statement changes a run that ended, nor what people did, not even from another program."""
    _night(store, audited(1), standings=[standing(1)])
    _night(store, audited(2), standings=[standing(2)])
    people(store)
    before = list(dump.rows(store))

    assert [] == _passed(store, _forgeries(store))
    assert before == list(dump.rows(store))


def test_only_delivery_and_exit_code_are_known_later(store):
    """The mail goes out when the run has ended."""
    number = _night(store)
    store.mark_delivered(number)
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE run SET exit_code = 4"))

    with store.engine.connect() as connection:
        assert (True, 4) == connection.execute(select(run.c.delivered, run.c.exit_code)).one()


def test_equal_runs_give_equal_rows(store, tmp_path):
    """In either database, in any order, in any batches, however often it was begun."""
    kept = [
        audited(number, judged(number, Severity.MAJOR, Severity.MINOR), judged(number, Severity.MAJOR))
        for number in range(4)
    ]
    stands = [standing(number, path=HOSTILE) for number in range(4)]
    _night(store, *kept, standings=stands)
    with Store.open(str(tmp_path / "other.db")) as other:
        other.begin(new_run(begun=NOW + dt.timedelta(hours=2)))
        for one in reversed(kept):
            other.keep([one])
        begun = other.begin(new_run(begun=NOW + dt.timedelta(hours=3)))
        other.finish(begun.id, ending(*reversed(stands), ended=NOW + dt.timedelta(hours=4), cpu_seconds=9.0))
        other.mark_delivered(begun.id)

        assert list(dump.rows(store)) == list(dump.rows(other))


def test_the_dump_tells_stores_apart(store):
    """Each table but the empty ones is in it, and what was measured is not."""
    _night(store, audited(1), standings=[standing(1)])
    store.keep_ruleset(RULES, {})
    store.keep_files({"a": FileState(1, 2, 3, 4, ())})
    people(store)

    found = dict(dump.rows(store))
    assert sorted(metadata.tables) == list(found)
    assert len(run.columns) - len(MEASURED) == len(found["run"])


def test_pruning_keeps_what_stands_somewhere_and_all_history(store):
    """What is kept by content goes when no document and no file has it."""
    _night(store, *map(audited, range(1, 6)), standings=[standing(1), standing(2), standing(3)])
    _night(store, standings=[standing(2, gone=True), standing(3, content=content(4), verdict=None)])
    store.keep_files({"a.zip": FileState(1, 2, 3, 4, (("x.docx", content(5)),))})
    history = {table.name: _table(store, table.name) for table in (*HISTORY, run)}

    assert 2 == store.prune(vacuum=True)
    assert sorted(map(content, (1, 4, 5))) == [one for one, _ in store.contents()] == [c for c, _, _ in store.told()]
    assert history == {name: _table(store, name) for name in history}
    assert 0 == store.prune()


def test_a_killed_night_is_completed(url, tmp_path):
    """
    SIGKILL frees the lock, though a worker lives on; what was kept is there, and the end is that of a quiet night.
    """
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.store_child", url], cwd=CHECKOUT, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    with child, child.stdout:
        number, attempts, worker = map(int, child.stdout.readline().split())
        try:
            with Store.open(url) as store:
                with pytest.raises(StoreBusyError, match=f"proses {child.pid} di") as caught, store.lock():
                    pass
                child.send_signal(signal.SIGKILL)
                child.wait()
                with store.lock():
                    assert {content(1), content(2)} == {one for one, _ in store.contents()}
                    begun = store.begin(new_run())
                    store.keep([audited(2), audited(3)])
                    store.finish(begun.id, ending(standing(1), standing(2)))
                rows = list(dump.rows(store))
        finally:
            os.kill(worker, signal.SIGKILL)
    assert (child.pid, 1, 1) == (caught.value.pid, number, attempts)
    assert BegunRun(1, 2) == begun
    with Store.open(str(tmp_path / "quiet.db")) as quiet:
        _night(quiet, audited(1), audited(2), audited(3), standings=[standing(1), standing(2)])
        assert list(dump.rows(quiet)) == rows


def test_one_night_at_a_time(url):
    """The lock is there again as soon as it was given back, also after an error."""
    with Store.open(url) as store, Store.open(url) as second:
        with contextlib.suppress(KeyError), store.lock():
            with pytest.raises(StoreBusyError, match="sedang berjalan"), second.lock():
                pass
            raise KeyError
        with second.lock(), pytest.raises(StoreBusyError), store.lock():
            pass


def test_migrations_make_the_tables_of_this_program(store):
    """Columns, types, keys and indexes: what the code says is what the revisions made."""
    with store.engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"version_table": migrations.VERSION_TABLE, "compare_type": True, "compare_server_default": True},
        )
        assert [] == compare_metadata(context, metadata)
        looked = inspect(connection)
        for name, table in metadata.tables.items():
            foreign = {(key["constrained_columns"][0], key["referred_table"]) for key in looked.get_foreign_keys(name)}
            assert {(key.parent.name, key.column.table.name) for key in table.foreign_keys} == foreign
            assert list(table.primary_key.columns.keys()) == looked.get_pk_constraint(name)["constrained_columns"]


def test_every_revision_is_listed():
    """The list by which a store is known to be up to date is that of the folder."""
    found = [one.revision for one in ScriptDirectory(str(migrations.FOLDER)).walk_revisions()]

    assert found[::-1] == list(migrations.REVISIONS)


@pytest.fixture
def becomes(tmp_path, monkeypatch):
    """Turn this program into that of another day, which knows these revisions."""

    def become(*revisions, by=monkeypatch):
        folder = tmp_path / f"migrations-{len(revisions)}"
        shutil.copytree(migrations.FOLDER / "versions", folder / "versions", ignore=_unknown_to(revisions))
        for number in set(revisions) - set(migrations.REVISIONS):
            (folder / f"versions/{number}_colour.py").write_text(
                "import sqlalchemy as sa\nfrom alembic import op\n"
                f"revision, down_revision = {number!r}, {revisions[-2]!r}\n"
                "def upgrade():\n    op.add_column('file', sa.Column('colour', sa.Text()))\n"
            )
        by.setattr(migrations, "FOLDER", folder)
        by.setattr(migrations, "REVISIONS", revisions)

    return become


def _unknown_to(revisions):
    """What a program that knows *revisions* does not have in its folder."""

    def ignored(_, names):
        return [name for name in names if not name.startswith((*revisions, "__init__"))]

    return ignored


def test_a_newer_program_upgrades_and_an_older_one_stays_away(url, becomes, monkeypatch):
    """What is in it stays; not while a night is running; and then no older program writes to it."""
    with Store.open(url) as store, store.lock():
        _night(store, audited(1), standings=[standing(1)])
        people(store)
        before = list(dump.rows(store))
        becomes(*migrations.REVISIONS, "9999")
        with pytest.raises(StoreBusyError):
            Store.open(url)
    with Store.open(url, create=False) as store:
        assert before == list(dump.rows(store))
        assert "colour" in {column["name"] for column in inspect(store.engine).get_columns("file")}
    monkeypatch.undo()
    with pytest.raises(StoreError, match=r"lebih baru \(revisi 9999"):
        Store.open(url)


def test_a_store_of_before_the_page_is_upgraded(url, tmp_path, becomes, monkeypatch):
    """It is then as if it had been made today, and what people do is as safe in it."""
    with monkeypatch.context() as yesterday:
        becomes("0001", by=yesterday)
        with Store.open(url) as store:
            _night(store, audited(1), standings=[standing(1)])
            assert set(metadata.tables) - {table.name for table in (account, token, *PEOPLE)} == _tables_there(store)
    with Store.open(url, create=False) as store, Store.open(str(tmp_path / "today.db")) as today:
        _night(today, audited(1), standings=[standing(1)])
        assert list(dump.rows(today)) == list(dump.rows(store))
        people(store)
        before = list(dump.rows(store))
        assert [] == _passed(store, _forgeries(store))
        assert before == list(dump.rows(store))


def _tables_there(store):
    return set(inspect(store.engine).get_table_names()) - {migrations.VERSION_TABLE}


def test_a_place_of_another_program_is_left_alone(url):
    """Nothing is added to tables that are not ours."""
    Store.open(url).close()
    with Store.open(url) as store, store.engine.begin() as connection:
        connection.execute(text(f"DROP TABLE {migrations.VERSION_TABLE}"))

    with pytest.raises(StoreError, match="milik program lain"):
        Store.open(url)


def test_no_store_is_made_where_one_is_only_read(url):
    """A question about a store that is not there has an answer, and leaves nothing behind."""
    for _ in range(2):
        with pytest.raises(StoreError, match="belum ada penyimpanan"):
            Store.open(url, create=False)


def _server_says(address):
    with pytest.raises(StoreError) as caught:
        Store.open(address)
    return str(caught.value)


def test_a_server_that_refuses_is_explained():
    """Password, database, server, encoding: what is wrong, and never the password."""
    server = postgres.server()
    user = postgres.WITH_PASSWORD
    with server.database() as url, server.database("ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'") as latin:
        name = make_url(url).database
        said = {
            "kata sandi ditolak": server.url(name, user, "keliru-sekali"),
            "tidak ada di server": server.url("tiada"),
            "tidak dapat dihubungi": f"postgresql://budi:keliru-sekali@/{name}?host=/tmp/tiada",
            "tidak memakai UTF-8": latin,
            "skema yang diminta tidak ada": f"{url}&options=-csearch_path%3Dtiada",
            "tidak berhak": server.url(name, user, postgres.PASSWORD),
        }
        found = {words: _server_says(address) for words, address in said.items()}

    assert {} == {words: message for words, message in found.items() if words not in message}
    assert not any("keliru" in message or postgres.PASSWORD in message for message in found.values())


def test_stores_of_one_server_do_not_meet():
    """Two databases, and two schemas of one database, are two stores."""
    server = postgres.server()
    with server.database() as one, server.database() as two:
        server.execute("CREATE SCHEMA lain", make_url(one).database)
        addresses = [one, two, f"{one}&options=-csearch_path%3Dlain"]
        with contextlib.ExitStack() as stack:
            stores = [stack.enter_context(Store.open(address)) for address in addresses]
            for number, store in enumerate(stores):
                stack.enter_context(store.lock())
                store.begin(new_run(archive=str(number)))

            assert ["0", "1", "2"] == [_table(store, "run")[0][3] for store in stores]


_OTHERS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
"""Ends all other sessions."""


def test_a_lost_lock_stops_the_night_and_a_lost_connection_does_not():
    """Had the server dropped the lock, another night could be writing."""
    server = postgres.server()
    with server.database() as url, Store.open(url) as store:
        store.begin(new_run())
        with store.engine.begin() as connection:
            connection.execute(text(_OTHERS))
        name = make_url(url).database
        server.execute(_OTHERS, name)
        store.keep([audited(1)])
        with store.lock():
            store.keep([audited(2)])
            server.execute(_OTHERS, name)
            with pytest.raises(StoreError, match="memegang kuncinya terputus"):
                store.keep([audited(3)])

        assert {content(1), content(2)} == {one for one, _ in store.contents()}


def test_a_missing_extra_is_named(monkeypatch):
    """PostgreSQL is for who wants it."""
    monkeypatch.setitem(sys.modules, "psycopg", None)

    assert "patuh[postgres]" in _server_says("postgresql://budi:keliru-sekali@/arsip")


def test_who_holds_a_lock_is_told_where_the_server_says_nothing(monkeypatch):
    """Another user of the server may hold it, of whom it tells no name."""
    server = postgres.server()
    monkeypatch.setattr(locks, "_NAME", "tak dikenal ")
    with server.database() as url, Store.open(url) as store, Store.open(url) as second, store.lock():
        with pytest.raises(StoreBusyError, match=r"sedang berjalan\. Tunggu") as caught, second.lock():
            pass
        assert caught.value.pid is None


def test_others_on_the_machine_cannot_read_a_new_store(tmp_path):
    """Hashes of passwords are in it; its group, such as that of the night and the page, can."""
    before = os.umask(0)
    try:
        with Store.open(str(tmp_path / "baru.db")) as store:
            _night(store, audited(1), standings=[standing(1)])
            modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.glob("baru.db*")}
    finally:
        os.umask(before)

    assert modes["baru.db"] == 0o660
    assert set(modes.values()) == {0o660}
    assert len(modes) > 1
