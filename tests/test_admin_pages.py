"""Pages for administrators: who may see them, what they change, and what the log of events shows of it."""

from __future__ import annotations

import csv
import datetime as dt
import html
import io
import re
from pathlib import Path

import pytest

from portal.accounts import Role
from portal.errors import CannotError
from portal.events import Act, Actor, note, record
from portal.inspectorate.admin_words import WORDS, reason
from portal.pages.words import WORDS as ALL_WORDS
from portal.sessions import SIGNED_COOKIE
from portal.tokens import Tokens
from portal.writing import now, writing
from tests.portal_site import PASSWORD, browser, sign_in, token_of, with_account
from tests.portal_values import BY, NIP, OTHER
from tests.quiet_site import quiet_site

USERS, TOKENS, LOG = "/inspektorat/pengguna", "/inspektorat/token", "/inspektorat/catatan"


@pytest.fixture
def site(tmp_path):
    with quiet_site(tmp_path) as opened:
        yield opened


@pytest.fixture
def admin(site):
    with browser(site) as client:
        sign_in(client, site, "ratna", "admin")
        yield client


def _posted(client, place: str, shown: str = USERS, /, **sent: str):
    token = token_of(client.get(shown).text)
    return client.post(place, data={"token": token, **sent}, follow_redirects=False)


def _cells(text: str) -> list[list[str]]:
    rows = re.findall(r"<tr>(.*?)</tr>", text, re.DOTALL)
    cells = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in rows]
    return [[html.unescape(re.sub(r"<[^>]+>", "", cell)).strip() for cell in row] for row in cells]


PLACES = {
    USERS: ("GET", "POST"),
    f"{USERS}/akun?nama=ratna": ("GET",),
    f"{USERS}/peran": ("POST",),
    f"{USERS}/aktif": ("POST",),
    f"{USERS}/kata-sandi": ("POST",),
    TOKENS: ("GET", "POST"),
    f"{TOKENS}/cabut": ("POST",),
    LOG: ("GET",),
    f"{LOG}.csv": ("GET",),
}


@pytest.mark.parametrize("place", PLACES)
def test_only_admins_come_in(site, place):
    """Others are led to signing in; an auditor is told that it is not for him, even with a form of his own."""
    with_account(site, "ratna", "admin")
    with browser(site) as visitor, browser(site) as auditor:
        sign_in(auditor, site, "sari.dewi")
        token = token_of(auditor.get("/inspektorat/kata-sandi").text)
        for method in PLACES[place]:
            sent = {"data": {"token": token, "name": "ratna", "active": "0", "id": "1"}} if method == "POST" else {}
            asked = [one.request(method, place, follow_redirects=False, **sent) for one in (visitor, auditor)]

            assert [answer.status_code for answer in asked] == [303, 403]
            assert asked[0].headers["location"].startswith("/masuk?ke=/inspektorat")
    assert site.accounts.known("ratna").active


@pytest.mark.parametrize("place", [place for place, methods in PLACES.items() if "POST" in methods])
def test_a_form_without_its_token_changes_nothing(site, admin, place):
    """It may be one of another site."""
    sent = {"name": "ratna", "full_name": "R", "role": "auditor", "active": "0", "password": OTHER, "id": "1"}
    answer = admin.post(place, data=sent)

    assert answer.status_code == 403
    assert "tidak berlaku" in answer.text
    assert [one.name for one in site.accounts.every()] == ["ratna"]
    assert Tokens(site.stored).every() == []


def test_an_account_is_added(site, admin):
    """Its owner signs in with the password that was set; it stands in the list and in the log."""
    sent = {"name": "Budi.Santoso", "full_name": "Budi Santoso", "role": "auditor", "password": PASSWORD}
    answer = _posted(admin, USERS, **sent)
    text = admin.get(answer.headers["location"]).text

    assert answer.status_code == 303
    assert "Pengguna sudah ditambahkan" in text
    assert _cells(text)[1][:5] == ["budi.santoso", "Budi Santoso", "auditor", "kata sandi", "aktif"]
    assert site.accounts.verify("budi.santoso", PASSWORD) is not None
    logged = ["ratna", "Menambah akun", "budi.santoso", "-", "kata sandi: ya; peran: auditor"]
    assert _cells(admin.get(LOG).text)[1][1:] == logged


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"name": "ratna"}, "sudah ada. Pilih nama lain"),
        ({"name": NIP}, "Nama akun terdiri atas"),
        ({"name": f"a{NIP}"}, "tidak boleh memuat NIP"),
        ({"full_name": "  "}, "Nama lengkap terdiri atas"),
        ({"password": "pendek"}, "terlalu pendek"),
        ({"password": ""}, "terlalu pendek"),
        ({"password": "budi budi 1234"}, "tidak boleh memuat nama"),
        ({"name": "<script>"}, "Nama akun terdiri atas"),
    ],
)
def test_what_cannot_be_added_is_told(site, admin, changed, words):
    """With what was typed, but for the password."""
    sent = {"name": "budi", "full_name": "Budi", "role": "admin", "password": PASSWORD} | changed
    answer = _posted(admin, USERS, **sent)

    assert answer.status_code == 400
    assert words in answer.text
    assert f'value="{html.escape(sent["name"])}"' in answer.text
    assert '<option value="admin" selected>' in answer.text
    assert not sent["password"] or f'"{sent["password"]}"' not in answer.text
    assert len(site.accounts.every()) == 1


def test_an_account_is_changed(site, admin):
    """Role, state and password; whoever is signed in with it is signed out each time."""
    with_account(site, "budi")
    steps = [
        (f"{USERS}/peran", {"role": "admin"}),
        (f"{USERS}/kata-sandi", {"password": OTHER}),
        (f"{USERS}/aktif", {"active": "0"}),
    ]
    for place, sent in steps:
        mark = site.sessions.sign_in("budi", "Budi", "auditor", site.accounts.known("budi").changed)
        answer = _posted(admin, place, f"{USERS}/akun?nama=budi", name="budi", **sent)
        with browser(site) as other:
            other.cookies.set(SIGNED_COOKIE, mark)

            assert answer.status_code == 303
            assert 'role="status"' in admin.get(answer.headers["location"]).text
            assert other.get("/inspektorat/kata-sandi", follow_redirects=False).status_code == 303
    after = site.accounts.known("budi")

    assert (after.role, after.active) == (Role.ADMIN, False)
    assert site.accounts.verify("budi", OTHER) is None
    _posted(admin, f"{USERS}/aktif", f"{USERS}/akun?nama=budi", name="budi", active="1")
    assert site.accounts.verify("budi", OTHER) is not None


@pytest.mark.parametrize(("place", "sent"), [("peran", {"role": "auditor"}), ("aktif", {"active": "0"})])
def test_the_last_admin_stays(site, admin, place, sent):
    """Else nobody could ever change anything again."""
    answer = _posted(admin, f"{USERS}/{place}", f"{USERS}/akun?nama=ratna", name="ratna", **sent)
    other = _posted(admin, f"{USERS}/{place}", f"{USERS}/akun?nama=ratna", name="ratna", **sent)

    assert answer.status_code == other.status_code == 400
    assert "satu-satunya admin yang aktif" in answer.text
    assert "patuh user" not in answer.text
    assert (site.accounts.known("ratna").role, site.accounts.known("ratna").active) == (Role.ADMIN, True)


@pytest.mark.parametrize("name", ["tidak.ada", "", "<b>", "\0", NIP, "a" * 5000])
def test_an_account_that_is_not_there_is_told(admin, name):
    """And nothing fails."""
    shown = admin.get(f"{USERS}/akun", params={"nama": name})
    changed = _posted(admin, f"{USERS}/aktif", name=name, active="0")

    assert shown.status_code == changed.status_code == 404
    assert "Akun itu tidak ada" in shown.text


def test_garbage_changes_nothing(site, admin):
    """Fields that are missing, of another sort, or a file."""
    token = token_of(admin.get(USERS).text)
    codes = [
        admin.post(place, data={"token": token, **sent}).status_code
        for place, sent in (
            (USERS, {}), (f"{USERS}/peran", {"name": "ratna", "role": "raja"}), (f"{TOKENS}/cabut", {"id": "x"}),
            (f"{TOKENS}/cabut", {"id": "9" * 30}), (f"{TOKENS}/cabut", {"id": "7"}),
            (TOKENS, {"name": "a", "until": "besok"}),
            (TOKENS, {"name": "a", "until": "2020-01-01"}), (TOKENS, {"name": ""}),
        )
    ]  # fmt: skip
    file = admin.post(USERS, data={"token": token}, files={"name": ("a", b"b")})

    assert codes == [400, 400, 400, 404, 400, 400, 400, 400]
    assert file.status_code == 400
    assert len(site.accounts.every()) == 1
    assert Tokens(site.stored).every() == []


def test_an_account_of_another_server_needs_no_password(tmp_path):
    """Where there is such a server, the form asks which it is."""
    with quiet_site(tmp_path) as site, browser(site) as admin:
        sign_in(admin, site, "ratna", "admin")
        assert 'name="how"' not in admin.get(USERS).text
        sent = {"name": "budi", "full_name": "Budi", "role": "auditor", "how": "oidc", "password": ""}
        _posted(admin, USERS, **sent)

        assert site.accounts.known("budi").with_password is False
        assert _cells(admin.get(USERS).text)[1][3] == "akun instansi"


def test_a_token_is_shown_once(site, admin):
    """It works from then on, and no page and no log ever shows it again."""
    answer = _posted(admin, TOKENS, TOKENS, name="E-arsip <Kabupaten>", until="2999-12-31")
    presented = re.search(r'value="(patuh_[A-Za-z0-9_-]{43})"', answer.text)[1]
    later = admin.get(TOKENS).text + admin.get(LOG).text + admin.get(f"{LOG}.csv").text

    assert answer.status_code == 200
    assert "hanya ditampilkan sekali ini" in answer.text
    assert "E-arsip &lt;Kabupaten&gt;" in answer.text
    assert Tokens(site.stored).find(presented) is not None
    assert presented not in later
    assert _cells(admin.get(TOKENS).text)[1][:2] == ["1", "E-arsip <Kabupaten>"]
    assert "31 Desember 2999" in later


def test_a_token_is_revoked(site, admin):
    """And holds no longer from that moment; a second time is told."""
    made, presented = Tokens(site.stored).add("E-arsip", BY)
    first = _posted(admin, f"{TOKENS}/cabut", TOKENS, id=str(made.id))
    second = _posted(admin, f"{TOKENS}/cabut", TOKENS, id=str(made.id))

    assert (first.status_code, second.status_code) == (303, 400)
    assert "tidak berlaku" in admin.get(first.headers["location"]).text
    assert "sudah dicabut" in second.text
    assert Tokens(site.stored).find(presented) is None
    assert _cells(admin.get(LOG).text)[1][1:4] == ["ratna", "Mencabut token", "token:1"]


def _recorded(site, acts, **detail: int) -> None:
    with writing(site.stored) as connection:
        for act in acts:
            note(connection, *act, **detail)


def test_the_log_is_read_from_its_end(site, admin):
    """Page by page, the newest first, without one missing."""
    _recorded(site, [(Actor("-", "192.0.2.1"), Act.HAND_IN, f"berkas{number}") for number in range(120)])
    seen, place = [], LOG
    while place:
        text = admin.get(place).text
        seen += [row[3] for row in _cells(text)[1:]]
        older = re.search(rf'href="{LOG}(\?[^"]+)" rel="next"', text)
        place = LOG + html.unescape(older[1]) if older else None

    assert seen == [f"berkas{number}" for number in reversed(range(120))] + ["ratna"]


def test_the_log_is_filtered(site, admin):
    """By act and by account, also on later pages."""
    _recorded(site, [(Actor("budi" if number % 2 else "sari"), Act.ANSWER, str(number)) for number in range(60)])
    record(site.stored, "budi", "-", Act.REPORT, "LHE")
    by_act = _cells(admin.get(LOG, params={"tindakan": "report"}).text)
    by_account = admin.get(LOG, params={"akun": "budi", "tindakan": "answer"}).text
    page = admin.get(LOG, params={"akun": "sari"}).text
    unknown = _cells(admin.get(LOG, params={"akun": "tidak ada"}).text)

    assert [row[1] for row in by_act[1:]] == ["budi"]
    assert {(row[1], row[2]) for row in _cells(by_account)[1:]} == {("budi", "Menanggapi temuan")}
    assert len(_cells(by_account)) == 31
    assert '<option value="answer" selected>' in by_account
    assert 'value="sari"' in page
    assert unknown == []


@pytest.mark.parametrize("asked", ["?tindakan=x", "?akun=%00%27--", "?sebelum=1", "?akun=" + "a" * 5000])
def test_whatever_is_asked_of_the_log_is_answered(admin, asked):
    """Nothing of it is believed."""
    assert admin.get(LOG + asked).status_code == 200


@pytest.mark.parametrize("asked", ["?sebelum=0", "?sebelum=x", "?sebelum=99999999999999999999"])
def test_a_page_of_the_log_that_cannot_be_is_none(admin, asked):
    """As any address that is not one of ours."""
    assert admin.get(LOG + asked).status_code == 404


def test_the_log_is_taken_along(site, admin):
    """Whole, as a table that no spreadsheet takes for formulas; and that is logged."""
    by = Actor("-", "192.0.2.1")
    _recorded(site, [(by, Act.HAND_IN, f'=HYPERLINK("x{number}")') for number in range(600)], versi=599)
    answer = admin.get(f"{LOG}.csv", params={"tindakan": "hand-in"})
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))

    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == 'attachment; filename="catatan.csv"'
    assert rows[0] == ["Waktu", "Siapa", "Perbuatan", "Mengenai", "Dari alamat", "Rincian"]
    assert len(rows) == 601
    assert rows[1][3:] == ['\'=HYPERLINK("x599")', "192.0.2.1", "versi: 599"]
    assert dt.datetime.fromisoformat(rows[1][0]).astimezone() <= now()
    assert _cells(admin.get(LOG).text)[1][1:4] == ["ratna", "Mengunduh berkas", "log"]


def test_hostile_words_are_shown_as_words(site, admin):
    """Those of a name of a file in the log."""
    record(site.stored, "-", "-", Act.HAND_IN, "<script>alert(1)</script>\u202e", nama="<b>")
    text = admin.get(LOG).text

    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "\u202e" not in text


def test_sections_are_shown_to_whom_they_are_for(site, admin):
    """An auditor sees no page that he may not open; where one is, is marked."""
    with browser(site) as auditor:
        sign_in(auditor, site, "sari.dewi")
        his = auditor.get("/inspektorat/kata-sandi").text
    hers = admin.get(f"{USERS}/akun?nama=ratna").text

    assert USERS not in his
    assert all(f'href="{place}"' in hers for place in (USERS, TOKENS, LOG, "/inspektorat/malam"))
    assert f'<a href="{USERS}" aria-current="page">' in hers
    assert hers.count('aria-current="page"') == 2  # and the Inspektorat at the top


def test_all_is_said_in_both_languages(site, admin):
    """The same words, with the same blanks in them; refusals are told in the language of the page."""
    admin.cookies.set("patuh-bahasa", "en")
    texts = [admin.get(place).text for place in (USERS, f"{USERS}/akun?nama=ratna", TOKENS, LOG)]
    refused = _posted(admin, USERS, name="budi", full_name="B", role="auditor", password="pendek").text

    assert WORDS["id"].keys() == WORDS["en"].keys()
    for name, words in WORDS["id"].items():
        assert re.findall(r"{\w+}", words) == re.findall(r"{\w+}", WORDS["en"][name]), name
    assert WORDS["en"].items() <= ALL_WORDS["en"].items()
    assert all("Users" in text for text in texts)
    assert "The password is too short" in refused


def test_every_refusal_has_english_words():
    """Of the codes that accounts, passwords and tokens know."""
    import portal.accounts  # noqa: PLC0415
    import portal.passwords  # noqa: PLC0415
    import portal.tokens  # noqa: PLC0415

    def codes(module) -> set[str]:
        text = Path(module.__file__).read_text(encoding="utf-8")
        return set(re.findall(r'(?:RefusedError|CannotError)\(\s*"([a-z-]+)"', text))

    for about, modules in (("user", (portal.accounts, portal.passwords)), ("token", (portal.tokens,))):
        for code in set().union(*map(codes, modules)):
            assert reason(CannotError(code, "kata Indonesia"), "en", about) != "kata Indonesia", (about, code)
