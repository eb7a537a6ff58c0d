"""patuh.toml, profiles, and how command line, settings and profile go together."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

import cli
from auditing.limits import read_options, worker_limits
from auditing.run import RuleChoice
from auditing.selection import NoRulesError, Wish, select_rules
from auditing.workers import Limits
from engine.errors import RulePackErrors
from engine.pack import load_pack
from engine.profiles import profile_rules
from engine.settings import OwnSettings, SettingsErrors, find_settings, read_settings, tuned
from engine.tomlfile import MAX_BYTES, read_toml
from readers.archive_limits import ArchiveLimits
from readers.limits import SheetLimits
from readers.options import ReadOptions
from readers.pdf_limits import PdfLimits
from readers.scan_limits import ScanLimits
from schemas.report import Severity
from schemas.settings import LimitSettings
from tests.packs import rules_pack
from tests.program import CLEAN, CRITICAL, MAJOR, ROOT, patuh
from tests.samples import RULE, write_pack

PACK = rules_pack()
OFF = '[rules."steps/duplicate"]\nenabled = false\nreason = "dinilai tersendiri"\n'
PROFILES = """\
default: standar
profiles:
  - {name: inti, title: {id: a, en: a}, about: {id: a, en: a}, include: [{severity: [critical]}]}
  - name: standar
    extends: inti
    title: {id: b, en: b}
    about: {id: b, en: b}
    include: [{}]
    exclude: [{rules: ['steps/*']}]
  - {name: ketat, extends: standar, title: {id: c, en: c}, about: {id: c, en: c}, include: [{}]}
"""


def _settings(folder: Path, text: str) -> OwnSettings:
    path = folder / "patuh.toml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


def _problem(folder: Path, text: str) -> str:
    """What is wrong with the settings, without the path."""
    with pytest.raises(SettingsErrors) as caught:
        tuned(PACK, _settings(folder, text))
    return str(caught.value).replace(str(folder / "patuh.toml") + ":", "")


# Where it is found


def test_the_nearest_file_upwards_counts(tmp_path):
    """As a user stands somewhere below the folder of the office."""
    below = tmp_path / "arsip" / "2025"
    below.mkdir(parents=True)
    (tmp_path / "patuh.toml").write_text("", encoding="utf-8")

    assert find_settings(below) == tmp_path / "patuh.toml"
    (below / "patuh.toml").write_text("", encoding="utf-8")
    assert find_settings(below) == below / "patuh.toml"


def test_the_run_says_which_settings_it_took(tmp_path):
    """A file far above must not decide unseen; --no-config leaves it alone."""
    (tmp_path / "patuh.toml").write_text('[check]\nfail_on = "never"\n', encoding="utf-8")
    taken, left = patuh("check", MAJOR, cwd=tmp_path), patuh("check", MAJOR, "--no-config", cwd=tmp_path)

    assert (taken.code, left.code) == (0, 1)
    assert f"pengaturan: {tmp_path / 'patuh.toml'}" in taken.err
    assert "pengaturan" not in left.err


# What is wrong with it


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[chek]\n", "1: unknown key 'chek'; did you mean 'check'?", id="table"),
        pytest.param("\n[check]\nprofil = 'inti'\n", "3: unknown key 'profil'; did you mean 'profile'?", id="key"),
        pytest.param("[check]\nprofile = 'keta'\n", "2: no such profile: 'keta'; did you mean 'ketat'?", id="profile"),
        pytest.param(
            "[check]\nworkday_minutes = 5\n",
            "2: check.workday_minutes: Input should be greater than or equal to 60",
            id="range",
        ),
        pytest.param(
            "[check]\nlang = 'jv'\nfail_on = 3\n",
            "2: check.lang: 'jv' is not known here; known: en, id\n3: check.fail_on: 3 is not known here",
            id="type-and-choice",
        ),
        pytest.param(
            '[rules."steps/duplicat"]\nseverity = "minor"\n',
            "1: no such rule: 'steps/duplicat'; did you mean 'steps/duplicate'?",
            id="rule",
        ),
        pytest.param(
            "[rules.NIP-04.params]\nmin_agee = 17\n",
            "2: person/nip-implausible has no parameter 'min_agee'; did you mean 'min_age'?",
            id="parameter",
        ),
        pytest.param(
            '[rules."person/nip-implausible"]\nparams = {\n  min_age = "17" }\n', "not TOML", id="toml-of-later"
        ),
        pytest.param(
            '[rules."person/nip-implausible"]\nparams = {min_age = "17"}\n',
            "2: '17' does not fit: a whole number is wanted here, such as 18",
            id="type-of-parameter",
        ),
        pytest.param(
            '[rules."person/nip-implausible"]\nparams.min_age = -1\n', "2: -1 is below 0", id="range-of-parameter"
        ),
        pytest.param(
            '[rules."steps/duplicate"]\nenabled = false\n', "a rule is switched off with a reason", id="no-reason"
        ),
        pytest.param(
            '[rules."person/nip-mismatch"]\n[rules.NIP-02]\n', "stands twice, by its name and by its code", id="twice"
        ),
        pytest.param("[limits]\nrow = 5\n", "2: unknown key 'row'; did you mean 'rows'?", id="limit"),
        pytest.param("[limits]\nworker_memory_mb = 64\n", "2: limits.worker_memory_mb: Input", id="too-little-memory"),
        pytest.param("[own]\nrules = 'aturan'\n", "2: no such folder", id="folder"),
        pytest.param("[own]\nregulations = 'perda.yaml'\n", "2: no such file", id="file"),
        pytest.param("[check\n", "1: not TOML", id="no-toml"),
        pytest.param("a = 1\na = 2\n", "2: not TOML", id="key-twice"),
    ],
)
def test_faults_name_line_and_nearest_name(tmp_path, text, expected):
    """A misspelt rule would stay switched on, and nobody would know."""
    assert expected in _problem(tmp_path, text)


def test_a_fault_ends_the_run_with_3(tmp_path):
    """It is no defect of a document."""
    (tmp_path / "patuh.toml").write_text("[chek]\n", encoding="utf-8")
    done = patuh("check", CLEAN, cwd=tmp_path)

    assert done.code == 3
    assert done.err.startswith("patuh: pengaturan tidak sah (1 kesalahan)")
    assert "patuh.toml:1: unknown key 'chek'" in done.err


@pytest.mark.parametrize(
    "data",
    [b"\xff\xfe", b"#" * (MAX_BYTES + 1), b"a = " + b"[" * 5000, b'x = """' + b"\n" * 20_000],
    ids=["encoding", "size", "depth", "open-end"],
)
def test_garbage_is_refused(tmp_path, data):
    """With a word, in no time."""
    (tmp_path / "patuh.toml").write_bytes(data)

    with pytest.raises(RulePackErrors):
        read_toml(tmp_path / "patuh.toml")


def test_lines_are_those_of_the_keys(tmp_path):
    """Over values of many lines, dotted keys, inline tables and comments."""
    text = '# a\n[a]\nb = """\n[c]\n"""\nlist = [\n  1,\n]\nd.e = {f = 1}\n\n["g/h"]\ni = 1\n'
    (tmp_path / "patuh.toml").write_text(text, encoding="utf-8")
    node = read_toml(tmp_path / "patuh.toml")
    paths = [("a",), ("a", "b"), ("a", "list"), ("a", "d", "e"), ("a", "d", "e", "f"), ("g/h", "i")]

    assert [2, 3, 6, 9, 9, 12] == [node.line_of(path) for path in paths]


# Limits


def test_limits_are_those_of_the_readers_and_workers(tmp_path):
    """What is left out stays as it is."""
    own = _settings(
        tmp_path, "[limits]\ncsv_bytes = 5000\nrows = 7\npdf_pages = 3\ndocument_seconds = 5\nworker_memory_mb = 2048\n"
    )

    assert read_options(own).sheets == SheetLimits(csv_bytes=5000, rows=7)
    assert read_options(own).pdf == PdfLimits(pages=3)
    assert worker_limits(own) == Limits(5, 2048 * 1024 * 1024)
    assert read_options(OwnSettings()) == ReadOptions()
    assert worker_limits(OwnSettings()) == Limits()


def test_limits_hold_in_every_command(tmp_path):
    """A CSV file of more rows than the organisation wants read."""
    (tmp_path / "patuh.toml").write_text("[limits]\nrows = 2\n", encoding="utf-8")
    (tmp_path / "data.csv").write_text("No;Isi\n1;a\n2;b\n", encoding="utf-8")
    checked, extracted = patuh("check", "data.csv", cwd=tmp_path), patuh("extract", "data.csv", cwd=tmp_path)

    assert (checked.code, extracted.code) == (3, 3)
    assert "lebih dari 2 baris" in checked.err + checked.out
    assert "lebih dari 2 baris" in extracted.err
    assert patuh("extract", "data.csv", "--no-config", cwd=tmp_path).code == 0


def test_the_time_for_a_document_is_a_setting(tmp_path):
    """What takes longer is stopped, with the setting to raise."""
    (tmp_path / "patuh.toml").write_text("[limits]\ndocument_seconds = 1\n", encoding="utf-8")
    rows = "".join(f"{n};Indikator {n};{n * 7919},5;{n * 104729}\n" for n in range(900_000))
    (tmp_path / "data.csv").write_text("No;Indikator;Target;Realisasi\n" + rows, encoding="utf-8")
    done = patuh("check", "data.csv", "--format", "json", cwd=tmp_path)

    assert done.report["documents"][0]["errors"][0]["code"] == "timeout"
    assert "naikkan document_seconds pada [limits]" in done.err


# What it does


def test_parameters_and_severities_change_the_rule(tmp_path):
    """The severity is that of every finding of the rule."""
    own = _settings(tmp_path, '[rules.NIP-04]\nseverity = "advice"\nparams = {min_age = 17}\n')
    rule = tuned(PACK, own).rule("person/nip-implausible")

    assert (rule.severity, rule.params["min_age"], rule.params["max_age"]) == (Severity.ADVICE, 17, 46)
    assert {None} == {variant.severity for variant in rule.variants}
    assert PACK.rule("NIP-04").params["min_age"] == 18


def test_command_line_wins_over_settings_and_those_over_the_profile(tmp_path):
    """Documented in docs/settings.md."""
    pack = load_pack(write_pack(tmp_path, {"steps/one": RULE, "steps/two": RULE.replace("LK-02", "LK-03")}))
    (tmp_path / "rules" / "profiles.yaml").write_text(PROFILES.replace("'steps/*'", "steps/one"), encoding="utf-8")
    pack = load_pack(tmp_path / "rules")
    off = _settings(tmp_path, '[rules."steps/two"]\nenabled = false\nreason = "x"\n[rules."steps/one"]\nenabled = true')
    none = OwnSettings()

    assert ("steps/two",) == select_rules(pack, none, Wish()).names
    assert ("steps/one",) == select_rules(pack, off, Wish()).names
    assert ("steps/one", "steps/two") == select_rules(pack, none, Wish(profile="ketat")).names
    assert ("steps/two",) == select_rules(pack, off, Wish(only=("steps/two",))).names
    assert ("steps/one",) == select_rules(pack, off, Wish(only=("steps/*",))).names
    with pytest.raises(NoRulesError):
        select_rules(pack, off, Wish(skip=("steps/one",)))


def test_the_digest_covers_what_decides(tmp_path):
    """Not the words of a reason, nor what only the printing needs."""

    def digest(text: str) -> str:
        return select_rules(PACK, _settings(tmp_path, text), Wish()).info.digest

    plain = digest("")
    changed = [OFF, "[check]\nworkday_minutes = 480\n", '[rules.NIP-04]\nseverity = "advice"\n']

    assert plain == PACK.digest == digest("[check]\nlang = 'en'\n") == digest("[limits]\nrows = 9\n")
    assert 4 == len({plain, *map(digest, changed)})
    assert digest(OFF) == digest(OFF.replace("dinilai tersendiri", "lain"))


def test_reports_name_what_is_switched_off_and_changed(tmp_path):
    """With the reason: silence would look like compliance."""
    (tmp_path / "patuh.toml").write_text(
        '[organisation]\nname = "Inspektorat Kabupaten Taman Selasih"\n'
        + OFF + "[rules.NIP-04]\nparams = {min_age = 17}\n", encoding="utf-8",
    )  # fmt: skip
    report = patuh("check", CLEAN, "--format", "json", "--jobs", "2", cwd=tmp_path).report["rules"]
    table = patuh("check", CLEAN, cwd=tmp_path).out

    assert report["switched_off"] == [{"rule": "steps/duplicate", "reason": "dinilai tersendiri"}]
    assert report["changed"] == [{"rule": "person/nip-implausible", "severity": None, "params": {"min_age": 17}}]
    assert report["organisation"] == "Inspektorat Kabupaten Taman Selasih"
    assert "steps/duplicate (dinilai tersendiri)" in table
    assert "Inspektorat Kabupaten Taman Selasih" in table
    assert "person/nip-implausible (min_age = 17)" in table


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_all_workers_have_the_settings(tmp_path, jobs):
    """A rule that is switched off is off in each."""
    (tmp_path / "patuh.toml").write_text(
        '[rules."approval/unsigned"]\nenabled = false\nreason = "naskah asli diperiksa"\n', encoding="utf-8"
    )
    done = patuh("check", CRITICAL, CRITICAL.with_name("approval-unsigned-pipes.md"), "--format", "json",
                 "--jobs", jobs, cwd=tmp_path)  # fmt: skip

    assert not [one for document in done.report["documents"] for one in document["findings"]
                if one["rule"] == "approval/unsigned"]  # fmt: skip


def test_own_rules_and_regulations_are_taken(tmp_path):
    """A rule of the office may cite its own Perbup, and a worker that is not forked finds both."""
    folder = tmp_path / "aturan" / "steps"
    folder.mkdir(parents=True)
    (folder / "one.yaml").write_text(
        RULE.replace("LK-02", "XST-01").replace("permenpanrb-35-2012", "perbup-1-2020"), encoding="utf-8"
    )
    (tmp_path / "perbup.yaml").write_text(
        "regulations:\n  - {id: perbup-1-2020, type: PERBUP, number: '1', year: 2020, title: Tata Naskah Dinas, "
        "confidence: high, sources: [naskah]}\n",
        encoding="utf-8",
    )
    own = _settings(tmp_path, "[own]\nrules = 'aturan'\nregulations = 'perbup.yaml'\n")
    choice = RuleChoice((ROOT / "rules",), own=own)

    assert choice.pack().rule("XST-01").name == "steps/one"
    assert dataclasses.replace(choice, folders=(ROOT / "rules", tmp_path / "aturan")).pack().rule("XST-01")


def test_the_working_day_is_that_of_the_office(tmp_path):
    """Two days are two days of the office."""
    sop = tmp_path / "sop.txt"
    sop.write_text(CLEAN.read_text(encoding="utf-8").replace("Waktu (menit)", "Waktu (hari)"), encoding="utf-8")
    (tmp_path / "patuh.toml").write_text("[check]\nworkday_minutes = 60\n", encoding="utf-8")

    assert patuh("extract", sop).out != patuh("extract", sop, cwd=tmp_path).out


# Profiles


@pytest.mark.parametrize("profile", ["inti", "standar", "ketat"])
def test_profiles_are_what_the_report_says(profile):
    """Name and number of the rules."""
    rules = patuh("check", CLEAN, "--profile", profile, "--format", "json").report["rules"]

    assert rules["profile"] == profile
    assert rules["count"] == len(profile_rules(PACK.profiles, profile, PACK.rules))


def test_each_profile_has_the_rules_of_the_one_before():
    """inti has the critical rules, ketat has all."""
    inti, standar, ketat = (profile_rules(PACK.profiles, name, PACK.rules) for name in ("inti", "standar", "ketat"))

    assert inti < standar <= ketat
    assert ketat == {rule.name for rule in PACK.rules}
    assert {rule.name for rule in PACK.rules if rule.severity is Severity.CRITICAL} <= inti


def test_the_choice_of_the_command_line_is_that_of_the_file():
    """--profile offers what rules/profiles.yaml has."""
    option = next(one for one in cli.check.params if one.name == "profile")

    assert list(option.type.choices) == [profile.name for profile in PACK.profiles.profiles]


@pytest.mark.parametrize(
    ("line", "other", "expected"),
    [
        pytest.param(
            "extends: inti", "extends: intis", "profile 'standar' must extend one above it: inti", id="extends"
        ),
        pytest.param("'steps/*'", "stepz/one", ":9: no such rule: 'stepz/one'; did you mean 'steps/one'?", id="rule"),
        pytest.param("[critical]", "[fatal]", "'fatal' is not known here", id="severity"),
        pytest.param("exclude", "exclud", ":9: unknown key 'exclud'; did you mean 'exclude'?", id="key"),
        pytest.param("default: standar", "default: standard", "there is no profile 'standard'", id="default"),
        pytest.param("{severity: [critical]}", "{component: [prosedurr]}", "did you mean 'prosedur'?", id="component"),
    ],
)
def test_faults_of_profiles_are_told(tmp_path, line, other, expected):
    """With file and line, like those of rules."""
    folder = write_pack(tmp_path, {"steps/one": RULE})
    assert line in PROFILES
    (folder / "profiles.yaml").write_text(PROFILES.replace(line, other, 1), encoding="utf-8")

    with pytest.raises(RulePackErrors) as caught:
        load_pack(folder)

    assert expected in str(caught.value)


def test_nothing_left_to_judge_is_refused():
    """No rules must not look like no findings."""
    done = CliRunner().invoke(cli.main, ["check", os.fspath(CLEAN), "--skip", "*"])

    assert done.exit_code == 2
    assert "Tidak ada aturan yang tersisa" in done.stderr


WORKER_LIMITS = {"document_seconds", "worker_memory_mb", "page_seconds", "ocr_memory_mb"}


def test_each_limit_that_can_be_set_is_a_limit_of_something():
    kinds = {"": SheetLimits, "pdf_": PdfLimits, "scan_": ScanLimits, "archive_": ArchiveLimits}
    names = {prefix + one.name for prefix, kind in kinds.items() for one in dataclasses.fields(kind)}

    assert set(LimitSettings.model_fields) <= names | WORKER_LIMITS


PEM = "-----BEGIN CERTIFICATE-----\nMAUGAyoDBA==\n-----END CERTIFICATE-----\n"


def test_the_means_of_reading_come_from_the_settings(tmp_path):
    (tmp_path / "two.pem").write_text(PEM * 2, encoding="ascii")
    (tmp_path / "one.cer").write_bytes(b"\x30\x03\x02\x01\x05")

    own = _settings(
        tmp_path,
        '[reading]\nocr = "tesseract"\ncache = "kept"\ntrusted_roots = ["two.pem", "one.cer"]\nconvert = false\n',
    )

    options = read_options(own)
    assert (options.ocr, options.cache, options.convert) == ("tesseract", tmp_path / "kept", False)
    assert options.trusted_roots == (b"\x30\x05\x06\x03\x2a\x03\x04",) * 2 + (b"\x30\x03\x02\x01\x05",)


@pytest.mark.parametrize(("content", "message"), [(None, "cannot read"), (b"none", "holds no certificate")])
def test_a_root_that_cannot_be_read_is_named_with_its_line(tmp_path, content, message):
    if content is not None:
        (tmp_path / "root.pem").write_bytes(content)
    own = _settings(tmp_path, '[reading]\ntrusted_roots = ["root.pem"]\n')

    with pytest.raises(SettingsErrors, match=rf"patuh\.toml:2: .*{message}"):
        read_options(own)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[portal]\nproxies = ["*"]\n', "no address of a proxy"),
        ('[portal]\nproxies = ["127.0.0.1", "0.0.0.0/0"]\n', "is everybody"),
        ('[portal]\nproxies = ["::/0"]\n', "is everybody"),
        ('[portal]\nurl = "patuh.example"\n', "url"),
        ('[portal.oidc]\nissuer = "https://sso.example"\n', "client_id"),
        (
            '[portal.oidc]\nissuer = "http://sso.example"\nclient_id = "p"\nclient_secret_env = "S"\n',
            "asked over https",
        ),
    ],
)
def test_settings_of_the_page_that_would_open_it_are_refused(tmp_path, text, said):
    """With the line, as everything that is wrong in the file."""
    path = tmp_path / "patuh.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsErrors) as refused:
        read_settings(path)

    assert said in str(refused.value)
    assert "patuh.toml:" in str(refused.value)


def test_settings_of_the_page_that_are_taken(tmp_path):
    """Networks of proxies, and a server of accounts on this machine."""
    path = tmp_path / "patuh.toml"
    path.write_text(
        '[portal]\nproxies = ["10.1.0.0/16", "::1"]\nurl = "https://patuh.example"\n'
        '[portal.oidc]\nissuer = "http://localhost:8080/asn"\nclient_id = "p"\nclient_secret_env = "S"\n'
    )
    portal = read_settings(path).settings.portal

    assert portal.proxies == ("10.1.0.0/16", "::1")
    assert portal.oidc.issuer == "http://localhost:8080/asn"
