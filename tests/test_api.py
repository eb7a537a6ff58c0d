"""The API: who may ask, what is answered, what is kept, and what hostile senders cost."""

from __future__ import annotations

import http.client
import io
import json
import socket
import time
import zipfile
from urllib.parse import urlsplit

import docx
import pytest
from jsonschema import Draft202012Validator
from sqlalchemy import select

from archive.store.errors import StoreError
from archive.store.tables import event, hand_in
from auditing.workers import Failure
from portal.api import callers
from portal.api.models import Code
from portal.api.pages import ROUTERS, document
from portal.api.words import DETAILS
from portal.checking import FullError, Job, TaskFailedError
from portal.guard import Rates
from portal.tokens import Tokens
from schemas.report import Report
from tests.api_site import PROBLEM, api, served
from tests.hand_ins import OFFICE
from tests.portal_site import browser
from tests.portal_values import BY, MOMENT
from tests.program import CRITICAL, TWO_SOPS, patuh

SOP = (CRITICAL.name, CRITICAL.read_bytes())
FILE = {"file": SOP}
BYTES = {"Content-Type": "application/octet-stream"}
CHECK, CHECKS = "/api/v1/check", "/api/v1/checks"
NONE = "0" * 32


@pytest.fixture(scope="module")
def one(tmp_path_factory):
    with api(tmp_path_factory.mktemp("api")) as made:
        yield made


@pytest.fixture(autouse=True)
def _nothing_left(one):
    """Each test begins with nothing on the server."""
    yield
    for left in list(one.site.tries._all.values()):
        one.site.tries.forget(left)


@pytest.fixture
def settings(one, monkeypatch):
    """Change settings of the portal."""

    def change(**values):
        monkeypatch.setattr(one.site, "settings", one.site.settings.model_copy(update=values))

    return change


@pytest.fixture
def client(one):
    with browser(one.site) as made:
        made.headers.update(one.mine)
        yield made


def _as_described(model, told):
    """Validate an answer against the OpenAPI document."""
    schema = {"$ref": f"#/components/schemas/{model}", "components": document()["components"]}
    Draft202012Validator(schema).validate(told)


def _is_problem(answer, status, code):
    """Whether an answer is a problem as the OpenAPI document has it."""
    assert (answer.status_code, answer.headers["content-type"]) == (status, PROBLEM), answer.text[:500]
    _as_described("Problem", answer.json())
    assert (answer.json()["status"], answer.json()["code"]) == (status, code)
    return True


def _begun(client):
    answer = client.post(CHECKS, files=FILE)
    assert answer.status_code == 202, answer.text
    return answer.headers["location"]


def _done(client, place):
    until = time.monotonic() + 60
    while (state := client.get(place).json())["state"] != "done" and time.monotonic() < until:
        time.sleep(0.02)
    return state


# Checking


def test_the_report_is_that_of_the_command_line(client):
    """The same document by the same rules on the same day: the same report, but for its length of path."""
    answer = client.post(CHECK, files=FILE)
    run = patuh("check", "--format", "json", "--as-of", "2026-07-15", "--no-config", CRITICAL)

    told, expected = answer.json(), run.report
    _as_described("Report", told)
    assert answer.headers["content-type"] == "application/json"
    assert told["documents"][0].pop("path") == SOP[0]
    expected["documents"][0].pop("path")
    assert told == expected


def test_bytes_alone_are_a_document_too(client):
    """curl --data-binary; the name tells what it is."""
    answer = client.post(CHECK, params={"name": "../../SOP\x00 ku.md"}, content=SOP[1], headers=BYTES)

    assert [one.path for one in Report.model_validate_json(answer.content).documents] == ["SOP ku.md"]
    assert answer.json()["documents"][0]["findings"]


def test_what_cannot_be_read_is_a_report(client):
    """With the error in it, as the command line has it."""
    answer = client.post(CHECK, files={"file": ("rusak.docx", b"PK\x03\x04 not a document")})

    assert answer.status_code == 200
    assert answer.json()["summary"]["errors"] == 1
    assert answer.json()["documents"][0]["errors"][0]["message"]


def test_an_empty_file_is_a_report(client):
    """Nothing is something, too."""
    assert client.post(CHECK, files={"file": ("kosong.txt", b"")}).json()["summary"]["errors"] == 1


def test_nothing_stays_of_a_check(one, client):
    """Neither the file nor what is remembered of it."""
    before = set(one.site.tries._scratch.folder.iterdir())
    client.post(CHECK, files=FILE)

    assert len(one.site.tries) == 0
    assert set(one.site.tries._scratch.folder.iterdir()) == before


def test_a_document_that_takes_too_long_is_a_report(one, client, monkeypatch):
    """Not a timeout of the server."""

    def killed(task, who, address=""):
        job = Job(task, who)
        job.future.set_exception(TaskFailedError(Failure("timeout", "")))
        return job

    monkeypatch.setattr(one.site.checker, "submit", killed)
    answer = client.post(CHECK, files=FILE)

    assert answer.status_code == 200
    assert answer.json()["documents"][0]["errors"][0]["code"] == "timeout"


def test_a_check_is_asked_for_until_it_is_done(client):
    """Location, state, report; then it is deleted with its file."""
    place = _begun(client)
    state = _done(client, place)

    assert state["name"] == SOP[0]
    assert state["bytes"] == len(SOP[1])
    assert 3500 < state["seconds_left"] <= 3600
    assert state["annotated"] is None
    assert client.get(state["report"]).content == client.post(CHECK, files=FILE).content
    assert client.delete(place).status_code == 204
    assert _is_problem(client.get(place), 404, "not-found")


@pytest.fixture
def jobs(one, monkeypatch):
    """Nobody works; what would be worked on."""
    waiting = []
    monkeypatch.setattr(one.site.checker, "submit", lambda task, who, _: waiting.append(Job(task, who)) or waiting[-1])
    return waiting


def test_nothing_is_told_before_it_is_known(client, jobs):
    """The report of a check that waits; what waits does not begin once it is deleted."""
    place = _begun(client)

    assert client.get(place).json()["state"] == "waiting"
    assert client.get(place).json()["report"] is None
    answer = client.get(f"{place}/report")
    assert _is_problem(answer, 409, "not-ready")
    assert answer.headers["retry-after"] == "1"
    assert _is_problem(client.get(f"{place}/annotated"), 409, "not-ready")
    client.delete(place)
    assert jobs[0].future.cancelled()


def test_a_copy_with_the_findings(client):
    """Of a Word document; the notes are in it."""
    written, buffer = docx.Document(), io.BytesIO()
    for line in CRITICAL.read_text(encoding="utf-8").splitlines():
        written.add_paragraph(line)
    written.save(buffer)
    answer = client.post(CHECKS, files={"file": ("SOP (baru).docx", buffer.getvalue())})
    state = _done(client, answer.headers["location"])
    copy = client.get(state["annotated"])

    assert copy.headers["content-type"] == "application/octet-stream"
    assert copy.headers["content-disposition"] == "attachment; filename*=UTF-8''SOP%20%28baru%29.temuan.docx"
    with zipfile.ZipFile(io.BytesIO(copy.content)) as parts:
        notes = "".join(parts.read(name).decode() for name in parts.namelist() if "comments" in name)
    findings = client.get(state["report"]).json()["documents"][0]["findings"]
    assert findings
    assert [] == [finding["code"] for finding in findings if finding["title"] not in notes]


def test_a_copy_of_what_bears_no_notes(client):
    """Plain text does not."""
    place = _begun(client)
    _done(client, place)

    assert _is_problem(client.get(f"{place}/annotated"), 404, "no-copy")


# Who may ask


@pytest.mark.parametrize(
    ("method", "path"),
    [
        (method.upper(), path.replace("{id}", NONE))
        for path, methods in document()["paths"].items()
        for method in methods
    ],
)
def test_without_a_token_nothing_is_told(one, method, path):
    """Whatever is asked for."""
    with browser(one.site) as client:
        answer = client.request(method, path)

    assert _is_problem(answer, 401, "no-token")
    assert answer.headers["www-authenticate"] == 'Bearer realm="patuh"'


@pytest.mark.parametrize(
    "shown", ["Bearer patuh_" + "A" * 43, "Bearer", "Basic cGF0dWg6cGF0dWg=", "Bearer \u00ff", "patuh_x", ""]
)
def test_a_token_that_is_none(one, shown):
    """Unknown, of another kind, or nothing at all."""
    with browser(one.site) as client:
        answer = client.get("/api/v1/rules", headers={"Authorization": shown.encode("latin-1")})

    assert _is_problem(answer, 401, "unknown-token")
    assert 'error="invalid_token"' in answer.headers["www-authenticate"]


def test_a_revoked_token_ends_at_once(one):
    """From one request to the next."""
    tokens = Tokens(one.site.store)
    made, shown = tokens.add("Aplikasi lama", BY)
    with browser(one.site) as client:
        client.headers["Authorization"] = f"bearer {shown}"
        first = client.get("/api/v1/rules").status_code
        tokens.revoke(made.id, BY)

        assert (first, client.get("/api/v1/rules").status_code) == (200, 401)


def test_what_a_token_checks_is_its_own(one, client):
    """Neither another token, nor a browser with the address, sees or deletes it."""
    place = _begun(client)
    _done(client, place)
    with browser(one.site) as other:
        for method, path in [("GET", place), ("GET", f"{place}/report"), ("DELETE", place)]:
            assert _is_problem(other.request(method, path, headers=one.others), 404, "not-found")
        offer = {"check": place.rpartition("/")[2], "office": OFFICE, "by_name": "Rina Contoh"}
        assert other.post("/api/v1/hand-ins", json=offer, headers=one.others).status_code == 404
        assert other.get(place.replace("/api/v1/checks", "/periksa")).status_code == 404

    assert client.get(place).status_code == 200


def test_cookies_are_nothing_to_the_api(one):
    """A session of the pages opens nothing, and no cookie is set."""
    with browser(one.site) as client:
        client.get("/")
        client.cookies.set("patuh-masuk", one.site.sessions.sign_in("auditor", "Uji", "admin", MOMENT))

        assert client.get("/api/v1/rules").status_code == 401
        answer = client.get("/api/v1/rules", headers=one.mine)
    assert "set-cookie" not in answer.headers


def test_an_open_server_asks_for_no_token(one, settings):
    """But one that is shown is looked at; what is checked belongs to the address."""
    settings(api="open")
    with browser(one.site) as client:
        assert client.post(CHECK, files=FILE).status_code == 200
        place = _begun(client)
        assert client.get(place).status_code == 200
        assert client.get(place, headers=one.mine).status_code == 404
        assert client.get(place, headers={"Authorization": "Bearer x"}).status_code == 401
        assert {} in client.get("/api/v1/openapi.json").json()["security"]


def test_a_server_without_api(one, settings):
    """Nothing is there, not even to those with a token."""
    settings(api="off")
    with browser(one.site) as client:
        for path in ("/api/v1/rules", "/api/v1/openapi.json", "/api/v1/checks/x"):
            assert _is_problem(client.get(path, headers=one.mine), 404, "not-found")
        assert _is_problem(client.post(CHECK, files=FILE, headers=one.mine), 404, "not-found")
        assert client.get("/api").status_code == 404


def test_without_a_store_no_token_holds(one, client, monkeypatch):
    """There is nowhere that they could stand."""
    monkeypatch.setattr(one.site, "store", None)
    assert _is_problem(client.get("/api/v1/rules"), 401, "unknown-token")


# How much


def test_too_often(one, monkeypatch):
    """Of one token; the headers say how much is left, and when to come again. Another token is not concerned."""
    monkeypatch.setattr(one.site, "rates", Rates(2))
    with browser(one.site) as client:
        answers = [client.post(CHECK, content=b"x", headers=one.mine) for _ in range(3)]
        other = client.post(CHECK, files=FILE, headers=one.others)

    assert [one.status_code for one in answers] == [415, 415, 429]
    assert _is_problem(answers[2], 429, "too-often")
    limits = {name: int(value) for name, value in answers[2].headers.items() if name.startswith(("ratel", "retry"))}
    assert limits.pop("ratelimit-reset") == limits.pop("retry-after") in range(55, 61)
    assert limits == {"ratelimit-limit": 2, "ratelimit-remaining": 0}
    assert (other.status_code, other.headers["ratelimit-remaining"]) == (200, "1")


@pytest.mark.parametrize(("mine", "status"), [(False, 503), (True, 429)])
def test_too_many_wait(one, client, monkeypatch, mine, status):
    """Whoever's they are; nothing is kept."""

    def full(task, who, address):
        raise FullError(mine=mine)

    monkeypatch.setattr(one.site.checker, "submit", full)
    answer = client.post(CHECK, files=FILE)

    assert _is_problem(answer, status, "full")
    assert int(answer.headers["retry-after"]) > 0
    assert len(one.site.tries) == 0


def test_too_large(one, settings):
    """Whether the length is told before, or comes out while it is sent."""
    settings(upload_mb=1)
    with browser(one.site) as client:
        told = client.post(CHECK, content=b"x" * 1_100_000, headers=BYTES | one.mine)
        grown = client.post(CHECK, content=(b"x" * 100_000 for _ in range(12)), headers=BYTES | one.mine)
        files = {"file": ("a.txt", b"x" * 1_100_000)}
        form = client.build_request("POST", CHECK, files=files, headers=one.mine)
        whole = form.read()
        head = {"Content-Type": form.headers["content-type"]} | one.mine
        parts = client.post(
            CHECK, content=(whole[at : at + 99_999] for at in range(0, len(whole), 99_999)), headers=head
        )
        kept = list(one.site.tries._scratch.folder.iterdir())

    assert _is_problem(parts, 413, "too-large")
    assert _is_problem(told, 413, "too-large")
    assert _is_problem(grown, 413, "too-large")
    assert [one.name for one in kept] == ["lock"]


def test_a_caller_who_goes_away_is_not_worked_for(one, jobs):
    """What waits is taken out of the row, and its file is deleted."""
    with served(one.site) as address, socket.create_connection(_place(address)) as line:
        line.sendall(_head(one, len(SOP[1])) + SOP[1])
        _until(lambda: jobs)
        line.close()
        _until(lambda: jobs[0].future.cancelled() and not len(one.site.tries))

    assert not jobs[0].task.path.exists()


# Problems


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/api/v1/nothing", 404, "not-found"),
        ("GET", "/api/v1/", 404, "not-found"),
        ("GET", "/api/v2/rules", 404, "not-found"),
        ("GET", f"{CHECKS}/{NONE}", 404, "not-found"),
        ("GET", f"{CHECKS}/x%00", 404, "not-found"),
        ("GET", "/api/v1/rules/nothing/here", 404, "not-found"),
        ("GET", "/api/v1/receipts/NOTHING", 404, "not-found"),
        ("GET", CHECK, 405, "method-not-allowed"),
        ("POST", CHECK, 415, "unsupported-media-type"),
        ("POST", "/api/v1/hand-ins", 415, "unsupported-media-type"),
        ("GET", "/api/v1/rules?lang=jv", 422, "invalid"),
        ("POST", f"{CHECK}?name={'n' * 1001}", 422, "invalid"),
    ],
)
def test_every_error_is_a_problem(client, method, path, status, code):
    """In one form, with a code for programs and words for people."""
    assert _is_problem(client.request(method, path), status, code)


def test_every_code_has_words_in_both_languages():
    """A problem always says what to do."""
    assert set(Code.__args__) == DETAILS["id"].keys() == DETAILS["en"].keys()


def test_words_of_problems_in_english(client):
    """Where the program asks for it."""
    assert client.get(f"{CHECKS}/x?lang=en").json()["detail"] == DETAILS["en"]["not-found"]
    assert client.get(f"{CHECKS}/x").json()["detail"] == DETAILS["id"]["not-found"]


def test_all_methods_of_an_address_are_told(client):
    """The framework alone would name those of one function."""
    assert client.put(f"{CHECKS}/{NONE}").headers["allow"] == "DELETE, GET"
    assert client.get(CHECK).headers["allow"] == "POST"


def test_an_error_of_ours_is_a_problem(one, client, monkeypatch, caplog):
    """Without its words: they may be those of a document."""

    def broken(*_):
        raise RuntimeError("words of a document")

    monkeypatch.setattr(one.site.tries, "of", broken)
    answer = client.get(f"{CHECKS}/{NONE}")

    assert _is_problem(answer, 500, "internal")
    assert "words of a document" not in answer.text


def test_a_store_that_fails_is_a_problem(one, client, monkeypatch):
    """It may be asked again."""

    def broken(*_):
        raise StoreError("penyimpanan rusak")

    monkeypatch.setattr(callers.Tokens, "find", broken)
    answer = client.get("/api/v1/rules")

    assert _is_problem(answer, 503, "unavailable")
    assert answer.headers["retry-after"] == "60"


def test_another_site_cannot_ask(one, settings):
    """A page elsewhere that is open in the browser of somebody here."""
    settings(api="open")
    with browser(one.site) as client:
        answer = client.post(CHECK, files=FILE, headers={"Sec-Fetch-Site": "cross-site"})

    assert _is_problem(answer, 403, "forbidden")


# Rules, offices, hand-ins


def test_the_rules_of_the_server(one, client):
    """As reports name them."""
    told = client.get("/api/v1/rules?lang=en").json()
    report = client.post(CHECK, files=FILE).json()

    assert (told["digest"], told["profile"], told["count"]) == tuple(
        report["rules"][key] for key in ("digest", "profile", "count")
    )
    assert [rule["name"] for rule in told["rules"]] == list(one.site.chosen.names)
    broken = {finding["rule"]: finding["code"] for finding in report["documents"][0]["findings"]}
    assert broken.items() <= {rule["name"]: rule["code"] for rule in told["rules"]}.items()
    assert {rule["topic"] for rule in told["rules"]} >= {"legal", "person", "performance"}


def test_one_rule(client):
    """By name or code; one that is not used here is not there."""
    by_name, by_code = client.get("/api/v1/rules/legal/missing"), client.get("/api/v1/rules/DH-01")

    assert by_name.json() == by_code.json()
    assert by_name.json()["sources"][0]["modality"] == "shall"
    assert by_name.json()["why"] != client.get("/api/v1/rules/DH-01?lang=en").json()["why"]


def test_a_document_is_handed_in(one, client):
    """Once: asking again gives the same receipt. Who did it stands in the log."""
    place = _begun(client)
    _done(client, place)
    offer = {"check": place.rpartition("/")[2], "office": OFFICE, "by_name": "Rina Contoh", "note": "lewat aplikasi"}
    first, again = (client.post("/api/v1/hand-ins", json=offer) for _ in range(2))
    receipt = first.json()

    assert (first.status_code, again.status_code) == (201, 200)
    assert again.json() == receipt
    assert client.get(first.headers["location"]).json() == receipt
    assert client.get("/api/v1/offices").json() == {"offices": [OFFICE]}
    assert (one.site.archive / receipt["path"]).read_bytes() == SOP[1]
    assert receipt["findings"]["critical"] >= 1
    with one.site.store.engine.connect() as connection:
        assert connection.scalars(select(hand_in.c.receipt)).all() == [receipt["receipt"]]
        (row,) = connection.execute(select(event).where(event.c.what == "hand-in")).all()
    assert row.who.startswith("token:")
    assert row.about == receipt["receipt"]
    assert "Rina" not in json.dumps(row.detail)


@pytest.mark.parametrize("wrong", [{"office": "Dinas Khayalan"}, {"replaces": "bukan/ada.txt"}])
def test_a_document_that_cannot_be_handed_in(client, wrong):
    """The words of the archive say why."""
    place = _begun(client)
    _done(client, place)
    offer = {"check": place.rpartition("/")[2], "office": OFFICE, "by_name": "Rina Contoh"}
    answer = client.post("/api/v1/hand-ins", json=offer | wrong)

    assert _is_problem(answer, 409, "refused")
    assert answer.json()["detail"] != DETAILS["id"]["refused"]


@pytest.mark.parametrize(
    ("body", "status", "where"),
    [
        (b"", 422, "body"),
        (b"{", 422, "body"),
        (b"[]", 422, "body"),
        (b'{"office": 1}', 422, "body.check"),
        (b'{"check": "x", "by_name": " "}', 422, "body.by_name"),
        (b'{"check": "\xff"}', 422, "body"),
        (b"[" * 60_000, 422, "body"),
        (b" " * 70_000, 413, None),
    ],
)
def test_offers_that_are_none(client, body, status, where):
    """Whatever JSON can be."""
    answer = client.post("/api/v1/hand-ins", content=body, headers={"Content-Type": "application/json"})

    assert answer.status_code == status
    assert where is None or where in [one["where"] for one in answer.json()["errors"]]


def test_nothing_is_handed_in_where_that_is_switched_off(client, settings):
    """The API then only checks."""
    settings(hand_in=False)
    assert _is_problem(client.get("/api/v1/offices"), 404, "not-found")
    assert _is_problem(client.get("/api/v1/receipts/ABC"), 404, "not-found")


def test_several_documents_in_one_file_are_one_report(client):
    """Each has its part."""
    told = client.post(CHECK, files={"file": (TWO_SOPS.name, TWO_SOPS.read_bytes())}).json()

    assert [one["part"] for one in told["documents"]] == [1, 2]


# Hostile senders


def _form(*parts, boundary="x", end=True):
    """A body of parts, each headers and content."""
    sent = b"".join(b"--" + boundary.encode() + b"\r\n" + head + b"\r\n\r\n" + body + b"\r\n" for head, body in parts)
    return sent + (b"--" + boundary.encode() + b"--\r\n" if end else b"")


_FILE = b'Content-Disposition: form-data; name="file"; filename="a.txt"'
HOSTILE = {
    "no-boundary": ("multipart/form-data", _form((_FILE, b"x"))),
    "empty": ("multipart/form-data; boundary=x", b""),
    "no-end": ("multipart/form-data; boundary=x", _form((_FILE, b"x"), end=False)),
    "no-parts": ("multipart/form-data; boundary=x", b"--x--\r\n"),
    "noise": ("multipart/form-data; boundary=x", bytes(range(256)) * 100),
    "10000-files": ("multipart/form-data; boundary=x", _form(*[(_FILE, b"x")] * 10_000)),
    "10000-fields": (
        "multipart/form-data; boundary=x",
        _form(*[(b'Content-Disposition: form-data; name="file"', b"x")] * 10_000),
    ),
    "headers-of-1-mb": ("multipart/form-data; boundary=x", _form((_FILE + b"\r\nX-A: " + b"a" * 1_000_000, b"x"))),
    "name-of-1-mb": ("multipart/form-data; boundary=x", _form((_FILE[:-1] + b"a" * 1_000_000 + b'"', b"x"))),
    "no-disposition": ("multipart/form-data; boundary=x", _form((b"Content-Type: text/plain", b"x"))),
    "other-name": ("multipart/form-data; boundary=x", _form((_FILE.replace(b'"file"', b'"files"'), b"x"))),
    "boundary-of-1-kb": (f"multipart/form-data; boundary={'b' * 1000}", _form((_FILE, b"x"), boundary="b" * 1000)),
    "punycode": ("multipart/form-data; boundary=x; charset=punycode", _form((_FILE, b"x"))),
    "quoted": ('multipart/form-data; boundary=x; CharSet="Puny_Code"', _form((_FILE, b"x"))),
    "form": ("application/x-www-form-urlencoded", b"file=x"),
    "json": ("application/json", b'{"file": "x"}'),
    "no-type": ("", b"x"),
}


@pytest.mark.filterwarnings("ignore:.*SpooledTemporaryFile:pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_forms_are_refused(one, client, kind):
    """At once, and nothing of them is kept; a file that has no end is let go of by the library when it is forgotten."""
    content_type, body = HOSTILE[kind]
    began = time.monotonic()
    answer = client.post(CHECK, content=body, headers={"Content-Type": content_type})

    assert answer.status_code in (400, 415), answer.text
    assert _is_problem(answer, answer.status_code, answer.json()["code"])
    assert time.monotonic() - began < 5
    assert len(one.site.tries) == 0


def test_a_charset_that_takes_hours_is_refused_everywhere(one):
    """Also by the forms of the pages, whose fields may be longer."""
    field = (b'Content-Disposition: form-data; name="token"', b"a" * 200_000 + b"-" + b"z9" * 200_000)
    kinds = (
        "multipart/form-data; boundary=x; charset=punycode",
        'multipart/form-data; Charset="PUNYCODE"; boundary=x',
    )
    began = time.monotonic()
    with browser(one.site) as client:
        answers = [client.post("/periksa", content=_form(field), headers={"Content-Type": kind}) for kind in kinds]

    assert [answer.status_code for answer in answers] == [415, 415]
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    "name", ["a\\0b.txt", "../../../etc/passwd", "..\\..\\x.txt", "", ".", "CON", "a" * 3000 + ".txt", "\u202etxt.exe"]
)
def test_names_of_files_are_only_words(one, client, name):
    """Whatever they say, the file lies in the scratch folder, and the report shows a plain name."""
    head = b'Content-Disposition: form-data; name="file"; filename="' + name.replace("\\0", "\0").encode() + b'"'
    answer = client.post(
        CHECK, content=_form((head, SOP[1])), headers={"Content-Type": "multipart/form-data; boundary=x"}
    )

    assert answer.status_code == 200, answer.text
    shown = answer.json()["documents"][0]["path"]
    assert shown.isprintable()
    assert "/" not in shown
    assert len(shown.encode()) <= 151


def _place(address):
    return "127.0.0.1", urlsplit(address).port


def _head(one, length, extra=""):
    return (
        f"POST {CHECK} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {one.token}\r\n"
        f"Content-Type: application/octet-stream\r\n{extra}"
        + (f"Content-Length: {length}\r\n\r\n" if length is not None else "Transfer-Encoding: chunked\r\n\r\n")
    ).encode()


def _until(true, seconds=20):
    until = time.monotonic() + seconds
    while not true() and time.monotonic() < until:
        time.sleep(0.01)
    assert true()


def _answer(line):
    line.settimeout(20)
    answer = http.client.HTTPResponse(line)
    answer.begin()
    return answer.status, answer.headers.get("content-type"), answer.read()


def test_lengths_that_lie_and_chunks_without_end(one, monkeypatch):
    """Too long is refused, too short is no document; who sends nothing more is cut off, and costs nobody else."""
    monkeypatch.setattr("portal.guard.SILENCE_SECONDS", 0.3)
    with served(one.site) as address:
        for sent, expected in [
            (_head(one, "-1") + b"x", 400),
            (_head(one, 10**12) + b"x", 413),
            (_head(one, 10) + b"abc", 408),
            (_head(one, None) + b"3\r\nabc\r\n", 408),
            (_head(one, None) + b"zz\r\nabc\r\n", 400),
        ]:
            with socket.create_connection(_place(address)) as line:
                line.sendall(sent)
                status, kind, body = _answer(line)
            assert status == expected, (sent, status, body)
            assert kind == PROBLEM or b"Invalid HTTP" in body
        with socket.create_connection(_place(address)) as line:
            line.sendall(_head(one, len(SOP[1])) + SOP[1])
            assert _answer(line)[0] == 200

    assert len(one.site.tries) == 0


def test_every_operation_is_on_a_router():
    """The OpenAPI document has all of them and nothing else."""
    told = {(path, method.upper()) for path, methods in document()["paths"].items() for method in methods}
    served_ = {
        (route.path.replace(":path", ""), method)
        for router in ROUTERS
        for route in router.routes
        for method in route.methods
    }

    assert told == served_
