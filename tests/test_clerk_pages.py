"""The pages on which a clerk checks a document, without a browser: what they say, keep, hide and give away."""

from __future__ import annotations

import io
import re
import time
import zipfile
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import docx
import pytest

from portal.clerk.words import DRAWN, TOPICS
from portal.clerk.words import WORDS as CLERK
from portal.pages.rendering import FOLDER, templates
from portal.pages.words import WORDS
from tests.portal_site import ROOT, browser, dropped, portal, token_of
from tests.program import CLEAN, CRITICAL, LETTER, TWO_SOPS

HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(2)>.txt'
_TEMPLATES = [*FOLDER.rglob("*.html"), *(ROOT / "portal" / "clerk" / "templates").glob("*.html")]


class _Page(HTMLParser):
    """Ids, links, attributes and elements of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.inline: list[str] = []
        self.headings: list[int] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"][1:]] if given.get("href", "").startswith("#") else []
        self.inline += [f"{tag} {name}" for name in given if name == "style" or name.startswith("on")]
        self.inline += [tag] if tag == "style" or (tag == "script" and "src" not in given) else []
        self.headings += [int(tag[1])] if re.fullmatch("h[1-6]", tag) else []


@pytest.fixture(scope="module")
def site():
    with portal(checks_per_minute=1000) as opened:
        yield opened


@pytest.fixture
def client(site):
    with browser(site) as opened:
        yield opened


def _shown(client, *files):
    return client.get(dropped(client, *files)).text


def _file(path):
    return path.name, path.read_bytes()


def _docx(*lines):
    made, stream = docx.Document(), io.BytesIO()
    for line in lines:
        made.add_paragraph(line)
    made.save(stream)
    return stream.getvalue()


def _sop_docx():
    return _docx(*CRITICAL.read_text(encoding="utf-8").splitlines())


def _zip(*files):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in files:
            archive.writestr(name, data)
    return stream.getvalue()


# what is shown --------------------------------------------------------------------------------------------------


def test_what_to_mend_stands_beside_the_words(client):
    """Verdict, score, what to do, the words with marks, and links both ways that lead somewhere."""
    page = _Page(text := _shown(client, _file(CRITICAL)))

    assert "belum layak (predikat" in text
    assert "Daftar perbaikan" in text
    assert '<mark class="critical">' in text
    assert "d1-m1" in page.ids
    assert {"d1-m1", "d1-f1"} <= set(page.links)
    assert set(page.links) <= set(page.ids)


def test_ids_are_unique_over_several_files(client):
    """Every file begins its own range of numbers."""
    page = _Page(_shown(client, _file(CRITICAL), _file(TWO_SOPS), _file(CRITICAL)))

    assert len(page.ids) == len(set(page.ids))
    assert set(page.links) <= set(page.ids)
    assert {"d1", "d1000001", "d1000002", "d2000001"} <= set(page.ids)


def test_documents_of_an_archive_are_folded_but_the_first(client):
    """A long list is read one by one."""
    data = _zip(*((f"a/{n}.txt", CLEAN.read_bytes()) for n in range(3)))
    text = _shown(client, ("arsip.zip", data))

    assert re.findall(r'<details class="doc" id="(d\d)"( open)?>', text) == [("d1", " open"), ("d2", ""), ("d3", "")]


def test_a_file_that_cannot_be_read_is_told_in_plain_words(client):
    """No verdict, the reason, and nothing of the program's inside."""
    text = _shown(client, ("rusak.docx", b"PK\x03\x04 rusak"))

    assert "tidak dapat diperiksa" in text
    assert "Traceback" not in text
    assert "/salinan" not in text


def test_headings_leave_no_level_out(client):
    """As screen readers want it."""
    for name, data in (_file(CRITICAL), _file(TWO_SOPS), _file(LETTER), ("x.docx", b"x")):
        levels = _Page(_shown(client, (name, data))).headings
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels)), name


def test_hostile_names_and_words_stay_words(client):
    """Of files, of documents, and in English, too."""
    sop = CRITICAL.read_text(encoding="utf-8").replace("PELAYANAN", '<img src=x onerror="alert(3)"> PELAYANAN')
    place = dropped(client, (HOSTILE, sop.encode()), ("</details>.docx", b"x"))
    for text in (client.get(place).text, client.get("/").text):
        assert "<img" not in text
        assert "<script>" not in text
        assert "&lt;" in text
        assert not _Page(text).inline


def test_the_findings_follow_the_language(client):
    """The same upload is audited again, once."""
    place = dropped(client, _file(CRITICAL))
    client.get("/bahasa?ke=en&dari=/", follow_redirects=False)
    first, again = client.get(place).text, client.get(place).text

    assert "not yet fit for use" in first
    assert "Each finding explained" in first
    assert first == again


def test_no_page_holds_style_or_script(client):
    """The policy would refuse them."""
    place = dropped(client, _file(CRITICAL))
    pages = [client.get(path).text for path in ("/", "/tentang", "/tidak-ada", place)]

    assert [one for text in pages for one in _Page(text).inline] == []


# tries ----------------------------------------------------------------------------------------------------------


def _mended():
    return CRITICAL.read_text(encoding="utf-8").replace("PELAYANAN KARTU", "PELAYANAN KARTU PENDUDUK KARTU").encode()


@pytest.mark.parametrize("name", [CRITICAL.name, "nama lain.md"])
def test_what_changed_since_the_last_try(client, name):
    """By its name, and by its title where it has another."""
    dropped(client, (CRITICAL.name, CRITICAL.read_bytes() + b"\n|  | \n"))
    text = _shown(client, (name, CRITICAL.read_bytes()))

    assert "Sejak pemeriksaan tanggal" in text
    assert "Masih sama seperti dahulu" in text


def test_what_was_mended_is_praised_and_what_is_new_is_named(client):
    """The clean document first, then the faulty one, then the clean one again."""
    faulty = CLEAN.read_text(encoding="utf-8").replace("2023", "2031")
    dropped(client, _file(CLEAN))
    worse = _shown(client, (CLEAN.name, faulty.encode()))
    better = _shown(client, _file(CLEAN))

    assert "Baru muncul" in worse
    assert "Sudah diperbaiki" in better
    assert "Baru muncul" not in better


def test_another_visitor_has_no_earlier_tries(site):
    """What one dropped is not compared with what another drops."""
    with browser(site) as one, browser(site) as other:
        dropped(one, _file(CRITICAL))

        assert "Sejak pemeriksaan" not in _shown(other, _file(CRITICAL))


def test_what_is_deleted_is_gone_from_all_pages(client):
    """At once, with the list of earlier checks."""
    place = dropped(client, _file(CRITICAL))
    assert place in client.get("/").text
    answer = client.post(f"{place}/hapus", data={"token": token_of(client.get(place).text)})

    assert "sudah dihapus" in answer.text
    assert place not in answer.text
    assert client.get(place).status_code == 404


def test_deleting_asks_for_a_form_of_this_session(client):
    """A link elsewhere deletes nothing."""
    place = dropped(client, _file(CRITICAL))

    assert client.post(f"{place}/hapus", data={"token": "0" * 64}).status_code == 403
    assert client.get(place).status_code == 200


def test_results_are_gone_after_their_time(site, client):
    """As the start page says."""
    place = dropped(client, _file(CRITICAL))
    now = site.tries._clock
    site.tries._clock = lambda: time.monotonic() + site.settings.keep_minutes * 60 + 1
    try:
        assert client.get(place).status_code == 404
        assert client.get(f"{place}/1/salinan").status_code == 404
    finally:
        site.tries._clock = now


# waiting --------------------------------------------------------------------------------------------------------


def test_the_script_is_told_how_far_it_is(site, client):
    """State and words; while it is not done the page reloads itself without a script."""
    place = dropped(client, _file(CRITICAL))
    done = client.get(f"{place}/keadaan").json()
    upload = site.tries.of_visitor(site.sessions.visitor(client.cookies["patuh"]).mark)[0].uploads[0]
    assert done == {"done": True, "files": [{"name": CRITICAL.name, "state": "done", "said": "selesai diperiksa"}]}

    upload.checked, upload.job.state = None, "waiting"
    site.tries.of_visitor(site.sessions.visitor(client.cookies["patuh"]).mark)[0].ready.clear()
    assert client.get(f"{place}/keadaan").json()["files"][0]["state"] == "waiting"
    assert '<noscript><meta http-equiv="refresh"' in client.get(place).text
    upload.job.slow = True
    assert "perlu waktu lebih lama" in client.get(f"{place}/keadaan").json()["files"][0]["said"]
    assert client.get(f"{place}/1/salinan").status_code == 409


def test_the_script_is_answered_in_json(client):
    """Where to go, or what is wrong."""
    token, asked = token_of(client.get("/").text), {"accept": "application/json"}
    sent = client.post("/periksa", data={"token": token}, files=[("files", _file(CLEAN))], headers=asked)
    nothing = client.post("/periksa", data={"token": token}, files=[("other", ("", b""))], headers=asked)

    assert re.fullmatch("/periksa/[0-9a-f]{32}", sent.json()["to"])
    assert nothing.status_code == 400
    assert "Pilih berkasnya" in nothing.json()["problem"]


# copies ---------------------------------------------------------------------------------------------------------


def test_the_annotated_copy_bears_the_findings(client):
    """Opened as Word would; its name is that of the visitor, made safe."""
    place = dropped(client, ("SOP 'Kartu' é;.docx", _sop_docx()))
    assert f"{place}/1/salinan" in client.get(place).text
    answer = client.get(f"{place}/1/salinan")
    copy = docx.Document(io.BytesIO(answer.content))

    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("application/vnd.openxmlformats-officedocument.wordprocessingml")
    disposition = answer.headers["content-disposition"]
    assert disposition.startswith("attachment; filename=")
    assert "filename*=UTF-8''SOP%20%27Kartu%27%20%C3%A9%3B.temuan.docx" in disposition
    assert disposition.isascii()
    assert disposition.count('"') == 2
    assert any("comments" in str(part.partname) for part in copy.part.package.iter_parts())
    assert answer.content != _sop_docx()


@pytest.mark.parametrize("number", [1, 2, 0])
def test_no_raw_upload_is_given_back(client, number):
    """A text bears no notes; files that are not there are not found."""
    place = dropped(client, _file(CRITICAL))

    assert client.get(f"{place}/{number}/salinan").status_code == 404
    assert "/salinan" not in client.get(place).text


def test_the_report_is_taken_away(client):
    """As a page that needs no server, and as JSON."""
    place = dropped(client, _file(CRITICAL))
    html, json = client.get(f"{place}/1/laporan.html"), client.get(f"{place}/1/laporan.json")

    assert html.headers["content-disposition"].startswith("attachment")
    assert "PELAYANAN KARTU PENCARI KERJA" in html.text
    assert json.json()["documents"][0]["path"] == CRITICAL.name


# words, rules, style --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [WORDS, CLERK, DRAWN, TOPICS], ids=["all", "clerk", "drawn", "topics"])
def test_both_languages_say_the_same(words):
    """The same keys, with the same places to be filled in."""
    assert words["id"].keys() == words["en"].keys()
    for key, said in words["id"].items():
        assert set(re.findall(r"\{\w*\}", said)) == set(re.findall(r"\{\w*\}", words["en"][key])), key


@pytest.mark.parametrize("path", _TEMPLATES, ids=lambda path: path.name)
def test_every_word_of_a_template_is_there(path: Path):
    """In both languages."""
    text = path.read_text(encoding="utf-8")
    own, known = ("p", DRAWN) if "portal/clerk/templates" in path.as_posix() else ("t", WORDS)

    assert set(re.findall(rf"\b{own}\.(\w+)", text)) <= known["id"].keys()


def test_no_word_is_left_over():
    """What no template and no module says is dead."""
    said = "".join(path.read_text(encoding="utf-8") for path in [*_TEMPLATES, *(ROOT / "portal").rglob("*.py")])
    named = "\n".join(line for line in said.splitlines() if not re.match(r'\s*"\w+": "', line))

    assert [key for key in CLERK["id"] if not re.search(rf'(\bt\.{key}\b|"{key}")', named)] == []


def test_all_templates_are_sound():
    """None is broken, none asks for another that is not there."""
    for lang in ("id", "en"):
        for path in FOLDER.rglob("*.html"):
            assert templates(lang).get_template(path.relative_to(FOLDER).as_posix())


def test_the_rules_are_named_with_their_law(site, client):
    """Every rule that judges, and the digest by which anybody can see that it is the same set."""
    text = client.get("/tentang").text

    assert site.chosen.info.digest in text
    assert text.count("<tr><td>") == site.chosen.info.count
    assert "PermenPANRB 35/2012" in text


def test_style_is_kept_by_browsers_until_it_changes(client):
    """Its address names the version."""
    address = re.search(r'href="(/static/report\.css\?v=\w+)"', client.get("/").text)
    assert address
    answer = client.get(address[1])

    assert "immutable" in answer.headers["cache-control"]
    assert ".finding" in answer.text
    assert client.get("/static/report.css?v=old").headers["cache-control"] == "no-cache"
    assert client.get("/static/../words.py").status_code == 404
