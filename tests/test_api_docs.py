"""What docs/api.md and the page /api say of the API is tried on a server."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
from pathlib import Path

import docx
import pytest

from portal.api.models import Code
from portal.api.pages import document
from schemas.report import Report
from tests.api_site import api, served
from tests.portal_site import browser
from tests.program import CRITICAL
from tests.system_programs import needs

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs/api.md").read_text(encoding="utf-8")
OPERATIONS = [(method.upper(), path) for path, methods in document()["paths"].items() for method in methods]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A server."""
    with api(tmp_path_factory.mktemp("api")) as one:
        yield one


@pytest.fixture(scope="module")
def folder(made, tmp_path_factory):
    """Where the examples of the page were carried out, one after the other, as they stand there."""
    needs("curl")
    place = tmp_path_factory.mktemp("examples")
    written, buffer = docx.Document(), io.BytesIO()
    for line in CRITICAL.read_text(encoding="utf-8").splitlines():
        written.add_paragraph(line)
    written.save(buffer)
    (place / "sop.docx").write_bytes(buffer.getvalue())
    script = "\n".join(["set -eu", *re.findall(r"```sh\n(.+?)```", PAGE, re.DOTALL)])
    with served(made.site) as address:
        environment = {**os.environ, "PATUH": address, "TOKEN": made.token, "no_proxy": "*"}
        done = subprocess.run(
            ["bash", "-c", script], cwd=place, env=environment, capture_output=True, text=True, timeout=60, check=False
        )
    assert done.returncode == 0, done.stdout + done.stderr
    return place


def _told(folder, name):
    return json.loads((folder / name).read_bytes())


def test_the_examples_give_what_they_say(made, folder):
    """Reports, a copy with notes, a receipt, the rules."""
    report = Report.model_validate_json((folder / "report.json").read_bytes())

    assert report.documents[0].path == "sop.docx"
    assert report.documents[0].findings
    assert _told(folder, "report.json") == _told(folder, "same.json") == _told(folder, "later.json")
    assert docx.Document(str(folder / "sop.temuan.docx")).paragraphs
    assert _told(folder, "receipt.json") == _told(folder, "again.json")
    assert _told(folder, "receipt.json")["office"] in _told(folder, "offices.json")["offices"]
    assert _told(folder, "rules.json")["digest"] == report.rules.digest
    assert _told(folder, "rule.json")["code"] == "DH-01"
    assert not len(made.site.tries), "the last example deletes"


def test_every_operation_is_in_an_example():
    """But for those whose path an example has as a variable."""
    code = "".join(re.findall(r"```sh\n(.+?)```", PAGE, re.DOTALL))
    shown = code.replace("$check", "/api/v1/checks/{id}").replace("$(cat location.txt)", "/api/v1/receipts/{code}")
    shown = shown.replace("/rules/legal/missing", "/rules/{name}")
    unseen = [path for _, path in OPERATIONS if not re.search(re.escape(path) + r'["?\s]', shown)]

    assert [] == unseen


def test_every_status_and_code_is_explained():
    """The table of failures has all that the description has."""
    rows = re.findall(r"^\| (\d{3}) \| (.+?) \|", PAGE, re.MULTILINE)
    statuses = {
        status for methods in document()["paths"].values() for one in methods.values() for status in one["responses"]
    }

    assert {status for status in statuses if status >= "400"} <= {status for status, _ in rows}
    assert set(re.findall(r"`([a-z-]+)`", " ".join(codes for _, codes in rows))) == set(Code.__args__) - {"error"}


@pytest.mark.parametrize("cookie", ["id", "en"])
def test_the_page_lists_every_operation(made, cookie):
    """In both languages, without inline style or script, and in the look of the others."""
    with browser(made.site) as client:
        client.cookies.set("patuh-bahasa", cookie)
        answer = client.get("/api")

    assert answer.status_code == 200
    for method, path in OPERATIONS:
        assert f"<h3><code>{method} {path}</code></h3>" in answer.text
    assert [code for code in Code.__args__ if f"<dt><code>{code}</code></dt>" not in answer.text] == []
    assert not re.search(r"<style|style=|<script(?![^>]* src=)| on[a-z]+=", answer.text)


def test_the_description_is_the_same_everywhere(made):
    """As served, and as it stands in the repository, byte for byte; anybody may read it."""
    with browser(made.site) as client:
        answer = client.get("/api/v1/openapi.json")

    assert answer.headers["content-type"] == "application/json"
    assert answer.content == (ROOT / "schemas/json/openapi.json").read_bytes()
