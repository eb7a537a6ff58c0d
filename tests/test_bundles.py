"""Bundles of evidence: sealed whole, verified whole, and hostile ones refused before any of them is used."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import io
import json
import random
import re
import shutil
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditing.check import Request, Screen, Target, check
from auditing.outputs import UnwrittenError
from auditing.progress import Progress
from auditing.run import RuleChoice
from bundling.errors import BundleError, NotABundleError
from bundling.keys import new_key, read_public
from bundling.packing import MANIFEST, Part, packing
from bundling.program import LIBRARIES, code_digest, libraries
from bundling.seal import LENGTH
from bundling.telling import verdict_json, verdict_text
from bundling.verifying import Verdict, trust_of, verify
from commands.bundles import BundleWish, audited
from commands.common import AuditFailed
from reports.formats import FORMATS
from reports.tally import Tally
from schemas.bundle import ArchiveMember, BundleArchive, BundleInput, BundleRules
from tests.archives import archive, changed, link
from tests.bundles import (
    FILES,
    OURS,
    REPORT,
    THEIRS,
    TRUSTED,
    altered,
    contents,
    manifest_of,
    sealed_again,
    small,
    written,
    zipped,
)
from tests.program import CLEAN, MAJOR, ROOT, TWO_SOPS, patuh
from tests.system_programs import needs

SMALL = small()


@pytest.fixture(autouse=True)
def _own_config(tmp_path, monkeypatch):
    """No test sees, or makes, the key of who runs it."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def judged(folder: Path, data: bytes) -> Verdict | None:
    """The verdict on these bytes; None: they are no bundle."""
    try:
        return verify(written(folder, data), TRUSTED)
    except NotABundleError:
        return None


def passes(folder: Path, data: bytes) -> bool:
    verdict = judged(folder, data)
    return verdict is not None and verdict.trusted


# What is whole


def test_a_bundle_as_it_was_made_is_trusted(tmp_path):
    verdict = judged(tmp_path, SMALL)

    assert verdict is not None
    assert (True, True, "uji") == (verdict.intact, verdict.trusted, verdict.signer and verdict.signer.trusted_by)


def test_the_same_content_gives_the_same_bytes():
    assert SMALL == small()


def test_files_stand_in_the_bundle_as_the_manifest_says():
    names = [name for name, _ in contents(SMALL)]

    assert ["PATUH-BUNDLE", *FILES, MANIFEST] == names
    assert {(1980, 1, 1, 0, 0, 0)} == {one.date_time for one in zipfile.ZipFile(io.BytesIO(SMALL)).infolist()}


def test_a_bundle_is_sealed_by_its_comment():
    comment = zipfile.ZipFile(io.BytesIO(SMALL)).comment

    assert len(comment) == LENGTH
    assert re.fullmatch(rb"patuh\.bundle/1 ed25519 [0-9a-f]{64} [0-9a-f]{128}\n", comment)


# What is changed


def test_no_byte_can_be_changed(tmp_path):
    """Headers, times, padding, directory, comment: each byte of the file."""
    fell = []
    for at in range(len(SMALL)):
        data = bytearray(SMALL)
        data[at] ^= 1 << at % 8
        if passes(tmp_path, bytes(data)):
            fell.append(at)

    assert [] == fell


def test_a_changed_byte_is_told_as_a_change(tmp_path):
    """Not as "no bundle": whoever has evidence that was touched must hear so."""
    for at in range(0, len(SMALL), 23):
        data = bytearray(SMALL)
        data[at] ^= 0x10
        verdict = judged(tmp_path, bytes(data))
        assert verdict is not None
        assert not verdict.intact


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda data: data + b"\0", id="appended-nul"),
        pytest.param(lambda data: data + b"\n", id="appended-line"),
        pytest.param(lambda data: b"\0" + data, id="prepended"),
        pytest.param(lambda data: data + data, id="twice"),
        pytest.param(lambda data: data[:-1], id="cut-by-one"),
        pytest.param(lambda data: data[:-LENGTH], id="seal-cut-off"),
        pytest.param(lambda data: data[: len(data) // 2], id="half"),
        pytest.param(lambda data: data[:-129] + data[-129:].upper(), id="upper-case-signature"),
        pytest.param(lambda data: data[:-130] + b"\t" + data[-129:], id="other-space"),
    ],
)
def test_what_is_added_or_cut_is_noticed(tmp_path, change):
    verdict = judged(tmp_path, change(SMALL))

    assert verdict is not None
    assert not verdict.intact


def test_a_signature_cannot_be_written_in_another_way(tmp_path):
    """Ed25519 has S below the order L of the group: S + L must not pass for it."""
    order = 2**252 + 27742317777372353535851937790883648493
    at = len(SMALL) - 1 - 64
    number = int.from_bytes(bytes.fromhex(SMALL[at:-1].decode()), "little") + order
    data = SMALL[:at] + number.to_bytes(32, "little").hex().encode() + b"\n"

    assert len(data) == len(SMALL)
    assert not passes(tmp_path, data)


@pytest.fixture(scope="module")
def big():
    """A bundle of some megabytes, half of which packs well."""
    files = dict(FILES)
    for number in range(40):
        files[f"reports/{number:03}.txt"] = random.Random(number).randbytes(20_000) + b"sama " * 20_000
    return small(files=dict(sorted(files.items())))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_big_bundle_cannot_be_changed_anywhere(tmp_path, big, data):
    kind = data.draw(st.sampled_from(["byte", "cut", "insert", "remove", "swap"]))
    at = data.draw(st.integers(0, len(big) - 1))
    if kind == "byte":
        changed = big[:at] + bytes([big[at] ^ data.draw(st.integers(1, 255))]) + big[at + 1 :]
    elif kind == "cut":
        changed = big[:at]
    elif kind == "insert":
        changed = big[:at] + data.draw(st.binary(min_size=1, max_size=40)) + big[at:]
    elif kind == "remove":
        changed = big[:at] + big[at + data.draw(st.integers(1, 1000)) :]
    else:
        other = data.draw(st.integers(0, len(big) - 1))
        first, second = sorted((at, other))
        changed = big[first:second] + big[:first] + big[second:]

    assert changed == big or not passes(tmp_path, changed)


def test_the_big_bundle_itself_passes(tmp_path, big):
    assert passes(tmp_path, big)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400), st.booleans())
def test_garbage_never_crashes(tmp_path, data, marked):
    assert not passes(tmp_path, b"PK\x03\x04" + b"\0" * 26 + b"PATUH-BUNDLE" + data if marked else data)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, len(SMALL) - 1), st.integers(1, 255), st.integers(0, len(SMALL) - 1), st.integers(1, 255))
def test_garbage_under_a_valid_seal_never_crashes(tmp_path, at, mask, other, mask_2):
    """An attacker can seal anything with a key of his own: the reader must bear whatever lies below."""
    data = bytearray(SMALL)
    data[at] ^= mask
    data[other] ^= mask_2
    if data.rfind(b"PK\x05\x06") >= 0:
        judged(tmp_path, sealed_again(bytes(data), THEIRS))


# Who signed


def test_a_bundle_of_a_stranger_is_intact_and_not_trusted(tmp_path):
    verdict = judged(tmp_path, small(THEIRS))

    assert verdict is not None
    assert (True, False) == (verdict.intact, verdict.trusted)
    assert THEIRS.public.spoken in verdict_text(verdict, "id")
    assert "BELUM DIKENAL" in verdict_text(verdict, "id")


def test_an_attacker_can_seal_again_but_not_as_another(tmp_path):
    forged = altered(SMALL, THEIRS, "rules/0/grading.yaml", b"x: 1", b"x: 2")
    verdict = judged(tmp_path, forged)

    assert verdict is not None
    assert (True, False) == (verdict.intact, verdict.trusted)


def test_the_key_of_a_seal_cannot_be_changed_for_a_trusted_one(tmp_path):
    data = small(THEIRS).replace(THEIRS.public.raw.hex().encode(), OURS.public.raw.hex().encode())

    assert not passes(tmp_path, data)


def test_a_bundle_without_a_seal_is_not_trusted(tmp_path):
    verdict = judged(tmp_path, zipped(contents(SMALL)))

    assert verdict is not None
    assert (True, False, None) == (verdict.intact, verdict.trusted, verdict.signer)
    assert "COCOK" in verdict_text(verdict, "id")


def test_trust_is_a_file_or_a_fingerprint(tmp_path):
    key = new_key(tmp_path / "k.pem").public

    assert key.fingerprint == trust_of(str(tmp_path / "k.pub")).fingerprint
    assert key.fingerprint == trust_of(key.spoken).fingerprint == trust_of(key.spoken.upper()).fingerprint
    with pytest.raises(BundleError):
        trust_of(key.spoken[:-1])


# Hostile bundles, each under a seal that holds: of one who signs what he likes


def resealed(files: list[tuple[str, bytes]]) -> bytes:
    return zipped(files, OURS)


def listing(*names: str) -> list[tuple[str, bytes]]:
    """The files of a small bundle without those of these names."""
    return [(name, data) for name, data in contents(SMALL) if name not in names]


def manifest(**changes: object) -> bytes:
    """The manifest of the small bundle with other values."""
    content = json.loads(dict(contents(SMALL))[MANIFEST])
    return json.dumps(content | changes).encode()


def faults(folder: Path, data: bytes) -> str:
    """Why it is not intact."""
    verdict = judged(folder, data)
    assert verdict is not None
    assert not verdict.intact
    return verdict.fault or ""


def test_a_file_that_the_manifest_does_not_list(tmp_path):
    files = [*listing(MANIFEST), ("rules/0/extra.yaml", b"x"), (MANIFEST, manifest())]

    assert "rules/0/extra.yaml" in faults(tmp_path, resealed(files))


def test_a_hidden_file_that_the_manifest_does_not_list(tmp_path):
    files = [*listing(MANIFEST), ("rules/.extra/", b""), (MANIFEST, manifest())]

    assert "rules/.extra/" in faults(tmp_path, resealed(files))


def test_a_file_that_is_missing(tmp_path):
    assert "rules/0/grading.yaml" in faults(tmp_path, resealed(listing("rules/0/grading.yaml")))


def test_files_in_another_order(tmp_path):
    first, second, *others = contents(SMALL)

    assert "urutannya lain" in faults(tmp_path, resealed([second, first, *others]))


def test_no_manifest(tmp_path):
    assert "manifest.json tidak ada" in faults(tmp_path, resealed(listing(MANIFEST)))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_files_of_one_name(tmp_path):
    files = [*listing(MANIFEST), ("rules/0/grading.yaml", b"x: 2\n"), (MANIFEST, manifest())]

    assert "rules/0/grading.yaml" in faults(tmp_path, resealed(files))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_manifests(tmp_path):
    assert "manifest.json" in faults(tmp_path, resealed([*contents(SMALL), (MANIFEST, manifest())]))


@pytest.mark.parametrize(
    "name", ["../keluar.yaml", "/etc/keluar", "rules/0/../../keluar", "C:/keluar", "rules//x", "a\nb"]
)
def test_a_path_that_leads_out(tmp_path, name):
    entries = [
        *json.loads(manifest())["entries"],
        {"name": name, "sha256": hashlib.sha256(b"x").hexdigest(), "bytes": 1},
    ]
    files = [*listing(MANIFEST), (name, b"x"), (MANIFEST, manifest(entries=entries))]

    assert repr(name) in faults(tmp_path, resealed(files))


def test_a_link(tmp_path):
    assert "PATUH-BUNDLE" in faults(tmp_path, sealed_again(link("PATUH-BUNDLE", "/etc/passwd"), OURS))


@pytest.mark.parametrize(
    "bomb",
    [
        pytest.param(zipped([*contents(SMALL), ("nol", bytes(50_000_000))]), id="zeros"),
        pytest.param(changed(zipped(contents(SMALL)), 24, "L", 0xFFFFFFF0, which=2), id="said-to-be-large"),
        pytest.param(changed(zipped(contents(SMALL)), 42, "L", 0), id="all-the-same-bytes"),
    ],
)
def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path, monkeypatch, bomb):
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_: pytest.fail("unpacked"))

    assert "daftar isi ZIP" in faults(tmp_path, sealed_again(bomb, OURS))


def test_a_file_that_unpacks_to_more_than_is_said_is_not_read_on(tmp_path):
    data = bytearray(zipped([("PATUH-BUNDLE", b"x" * 1000), *listing("PATUH-BUNDLE")]))
    struct.pack_into("<L", data, data.find(b"PK\x01\x02") + 24, 15)

    assert "PATUH-BUNDLE" in faults(tmp_path, sealed_again(bytes(data), OURS))


def test_a_huge_comment(tmp_path):
    data = zipped(contents(SMALL))
    data = data[:-2] + struct.pack("<H", 0xFFFF) + b"PATUH" * 13107

    assert "segel" in faults(tmp_path, data)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"bukan zip", id="text"),
        pytest.param(REPORT, id="report"),
        pytest.param(zipped([("sop.txt", b"SOP")]), id="other-zip"),
        pytest.param(SMALL[:20], id="nothing-left"),
    ],
)
def test_what_is_no_bundle(tmp_path, data):
    with pytest.raises(NotABundleError, match="bukan bundel"):
        verify(written(tmp_path, data), TRUSTED)


def test_a_newer_kind_of_bundle_asks_for_a_newer_program(tmp_path):
    files = [*listing(MANIFEST), (MANIFEST, manifest(schema="patuh.bundle/2"))]

    with pytest.raises(NotABundleError, match="lebih baru"):
        verify(written(tmp_path, resealed(files)), TRUSTED)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"{", id="cut"),
        pytest.param(b"[" * 100_000, id="deep"),
        pytest.param(b"[]", id="list"),
        pytest.param(b"\xff\xfe", id="no-utf8"),
        pytest.param(manifest(extra=1), id="extra"),
        pytest.param(manifest(inputs=5), id="type"),
        pytest.param(manifest(as_of="kapan"), id="day"),
    ],
)
def test_a_manifest_that_is_none(tmp_path, data):
    assert "manifest.json" in faults(tmp_path, resealed([*listing(MANIFEST), (MANIFEST, data)]))


LIES = [
    pytest.param({"report": "tiada.json"}, "tiada.json", id="report"),
    pytest.param({"as_of": "2026-01-16"}, "report.json", id="day"),
    pytest.param({"summary": {"documents": 1, "findings": {}, "grades": {}, "errors": 1}}, "report.json", id="summary"),
    pytest.param({"rules": {"digest": "cd" * 32, "folders": ["rules/0"]}}, "report.json", id="digest"),
    pytest.param({"rules": {"digest": "ab" * 32, "folders": ["rules/7"]}}, "rules/7", id="folder"),
    pytest.param({"settings": {"file": "settings/patuh.toml"}}, "settings/patuh.toml", id="settings"),
    pytest.param({"options": {"lang": "id", "since": "since.json"}}, "since.json", id="since"),
    pytest.param({"options": {"lang": "id", "masked": True}}, "report.json", id="masked"),
    pytest.param({"inputs": []}, "banyaknya dokumen", id="no-inputs"),
    pytest.param(
        {"inputs": [{"path": "sop.txt", "documents": 1, "sha256": "ef" * 32, "bytes": 14, "entry": "report.json"}]},
        "sop.txt",
        id="other-input",
    ),
    pytest.param(
        {
            "inputs": [
                {"path": "a", "documents": 1, "sha256": None, "bytes": None, "member": {"archive": 3, "place": 0}}
            ]
        },
        "arsip yang tidak ada",
        id="no-archive",
    ),
]


@pytest.mark.parametrize(("changes", "word"), LIES)
def test_a_manifest_that_lies(tmp_path, changes, word):
    assert word in faults(tmp_path, resealed([*listing(MANIFEST), (MANIFEST, manifest(**changes))]))


def test_a_digest_that_lies(tmp_path):
    entries = json.loads(manifest())["entries"]
    entries[2]["sha256"] = "00" * 32

    assert entries[2]["name"] in faults(tmp_path, resealed([*listing(MANIFEST), (MANIFEST, manifest(entries=entries))]))


@pytest.mark.parametrize("report", [b"", b"{}", REPORT.replace(b"\n", b""), REPORT[:-60], REPORT * 2])
def test_a_report_that_is_none(tmp_path, report):
    assert "report.json" in faults(tmp_path, small(files={**FILES, "report.json": report}))


def test_a_name_that_steers_the_terminal_is_shown_harmless(tmp_path):
    files = [*listing(MANIFEST), ("rules/\x1b]0;x\x07.yaml", b"x"), (MANIFEST, manifest())]
    verdict = judged(tmp_path, resealed(files))

    assert verdict is not None
    assert "\x1b" not in verdict_text(verdict, "id")


def test_many_inputs_are_verified_in_time(tmp_path):
    """Nothing is looked for once for each input among all of them."""
    count = 20_000
    inputs = tuple(
        BundleInput(path=f"{n}.txt", documents=1, sha256=None, bytes=None, member=ArchiveMember(archive=n, place=0))
        for n in range(count)
    )
    archives = tuple(BundleArchive(path="a.zip", sha256="ab" * 32, bytes=1) for _ in range(count))
    summary = manifest_of(()).summary.model_copy(update={"documents": count})
    head, line, tail = REPORT.splitlines()
    lines = b",\n".join([line] * count)
    report = b"\n".join([head, lines, tail.replace(b'"documents":1', b'"documents":%d' % count), b""])
    data = small(
        files={**FILES, "report.json": report},
        inputs=inputs,
        archives=archives,
        summary=summary,
        rules=BundleRules(digest="ab" * 32, folders=("rules/0",) * count),
    )

    assert passes(tmp_path, data)


# Packing


def test_what_packs_too_well_stands_unpacked():
    out = io.BytesIO()
    with packing(out, OURS) as writer:
        writer.add(Part("nol", bytes(1_000_000)))
        writer.add(Part("kata", b"".join(b"%d satu dua tiga\n" % n for n in range(50_000))))
    found = {one.filename: one for one in zipfile.ZipFile(io.BytesIO(out.getvalue())).infolist()}

    assert zipfile.ZIP_STORED == found["nol"].compress_type
    assert zipfile.ZIP_DEFLATED == found["kata"].compress_type


def test_a_file_that_is_not_what_it_was_is_refused(tmp_path):
    path = tmp_path / "sop.txt"
    path.write_bytes(b"baru")
    with packing(io.BytesIO(), OURS) as writer, pytest.raises(BundleError, match=r"sop\.txt: berkas ini berubah"):
        writer.add(Part("x", path, hashlib.sha256(b"lama").hexdigest()))


def test_a_file_that_is_gone_is_named(tmp_path):
    with packing(io.BytesIO(), OURS) as writer, pytest.raises(BundleError, match=r"tiada\.txt"):
        writer.add(Part("x", tmp_path / "tiada.txt"))


# The program


def test_the_libraries_that_take_part_are_noted():
    """What pyproject.toml asks for at run time is in the list."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = re.search(r"^dependencies = \[(.+?)^\]", text, re.MULTILINE | re.DOTALL)
    assert block
    wanted = set(re.findall(r'^    "([a-z0-9-]+)', block[1], re.MULTILINE))

    assert set() == wanted - set(LIBRARIES)
    assert wanted <= libraries().keys()


def test_the_digest_of_the_program_is_of_its_files(monkeypatch, tmp_path):
    first = code_digest()
    monkeypatch.setattr("bundling.program.PACKAGES", ("reports",))

    assert first != code_digest()
    assert code_digest() == code_digest()


# The commands


@pytest.fixture
def work(tmp_path):
    """A folder with documents, in which patuh runs."""
    folder = tmp_path / "kerja"
    (folder / "sop").mkdir(parents=True)
    for path in (CLEAN, MAJOR, TWO_SOPS):
        (folder / "sop" / path.name).write_bytes(path.read_bytes())
    return folder


def bundled(work: Path, *arguments: str, fresh: bool = False) -> str:
    """Make a bundle of the folder; return what was said."""
    done = patuh("check", "sop", "--as-of", "2026-01-15", "--bundle", "bukti.zip", *arguments, cwd=work, fresh=fresh)
    assert done.code == 1, done.err
    return done.err


def test_a_bundle_is_made_at_once_and_verified(work):
    """Nobody has to read about keys first: one is made, and its fingerprint said."""
    said = bundled(work, "--format", "json", "--output", "l.json", "--output", "l.txt")
    own = read_public(work.parent / "config" / "patuh" / "signing-key.pub")
    done = patuh("verify", "bukti.zip", cwd=work)
    files = dict(contents((work / "bukti.zip").read_bytes()))

    assert own.spoken in said
    assert (0, "") == (done.code, done.err)
    assert done.out.startswith("UTUH")
    for word in (own.spoken, "2026-01-15", "patuh 0.", "tidak disertakan"):
        assert word in done.out
    assert (work / "l.json").read_bytes() == files["report.json"]
    assert (work / "l.txt").read_bytes() == files["reports/report.txt"]
    assert (ROOT / "rules" / "legal" / "order.yaml").read_bytes() == files["rules/0/legal/order.yaml"]
    assert not any(name.startswith("inputs/") for name in files)
    summary = json.loads(files["report.json"])["summary"]
    assert f"Mayor {summary['findings']['major']}" in done.out
    assert re.search(rf"Dokumen +{summary['documents']}\n", done.out)


def test_reports_of_all_formats_lie_side_by_side(work):
    """Of two files of one name neither could be verified."""
    forms = [one.name for one in FORMATS.values() if not one.binary]
    wanted = [part for name in forms for part in ("--format", name, "--output", f"laporan.{name}")]
    said = bundled(work, *wanted)
    names = [name for name, _ in contents((work / "bukti.zip").read_bytes()) if name.startswith("reports/")]

    assert len(forms) - 1 == len(set(names)) == len(names)
    assert "Duplicate" not in said
    assert 0 == patuh("verify", "bukti.zip", cwd=work).code


def test_the_second_bundle_has_the_same_bytes_and_the_same_key(work):
    bundled(work, "--bundle-inputs", fresh=True)
    first = (work / "bukti.zip").read_bytes()
    said = bundled(work, "--bundle-inputs", "--jobs", "2")

    assert first == (work / "bukti.zip").read_bytes()
    assert "kunci tanda tangan baru" not in said


def test_inputs_lie_in_the_bundle_as_they_were_audited(work):
    bundled(work, "--bundle-inputs")
    files = dict(contents((work / "bukti.zip").read_bytes()))
    inputs = json.loads(files[MANIFEST])["inputs"]

    assert 3 == len(inputs)
    for one in inputs:
        assert (work / one["path"]).read_bytes() == files[one["entry"]]
        assert hashlib.sha256(files[one["entry"]]).hexdigest() == one["sha256"]
    assert [1, 1, 2] == [one["documents"] for one in inputs]


def test_a_stranger_is_told_what_to_do(work, monkeypatch, tmp_path):
    bundled(work)
    public = tmp_path / "config" / "patuh" / "signing-key.pub"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "lain"))
    spoken = read_public(public).spoken
    (work / "percaya.toml").write_text(f'[bundle]\ntrusted = ["{public}", "tiada.pub"]\n')

    stranger = patuh("verify", "bukti.zip", cwd=work)
    by_file = patuh("verify", "bukti.zip", "--key", public, cwd=work)
    by_words = patuh("verify", "bukti.zip", "--key", spoken, "--format", "json", cwd=work)
    by_settings = patuh("verify", "bukti.zip", "--config", "percaya.toml", "--lang", "en", cwd=work)

    assert (4, 0, 0, 0) == (stranger.code, by_file.code, by_words.code, by_settings.code)
    assert f'--key "{spoken}"' in stranger.out
    assert {"trusted": True, "trusted_by": "--key"}.items() <= by_words.report["signer"].items()
    assert "INTACT" in by_settings.out
    assert "tiada.pub" in by_settings.err
    assert not (tmp_path / "lain").exists()


def test_a_changed_bundle_is_refused_with_code_1(work):
    bundled(work)
    data = bytearray((work / "bukti.zip").read_bytes())
    data[len(data) // 2] ^= 1
    (work / "bukti.zip").write_bytes(data)

    done, plain = patuh("verify", "bukti.zip", cwd=work), patuh("verify", "bukti.zip", "--format", "json", cwd=work)

    assert (1, 1) == (done.code, plain.code)
    assert done.out.startswith("BERUBAH")
    assert (False, None, None) == tuple(plain.report[name] for name in ("intact", "signer", "bundle"))


@pytest.mark.parametrize("name", ["tiada.zip", "sop", f"sop/{CLEAN.name}", "x\x01y", "/dev/null"])
def test_what_is_no_bundle_ends_with_code_3(work, name):
    done = patuh("verify", name, cwd=work)

    assert 3 == done.code
    assert done.err.startswith("patuh: ")
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--bundle-inputs"], id="inputs-alone"),
        pytest.param(["--sign-key", "k.pem"], id="key-alone"),
        pytest.param(["--bundle", "b.zip", "--bundle-inputs", "--mask"], id="masked-inputs"),
        pytest.param(["--bundle", "b.json", "--output", "./b.json"], id="same-file"),
        pytest.param(["--bundle", "tiada/b.zip"], id="no-folder"),
        pytest.param(["--bundle", "b.zip", "--mask", "--since", "l.json"], id="since-not-masked"),
    ],
)
def test_what_does_not_go_together_is_refused(work, arguments):
    patuh("check", "sop", "--output", "l.json", cwd=work)
    before = sorted(path.name for path in work.iterdir())
    done = patuh("check", "sop", *arguments, cwd=work)

    assert 2 == done.code
    assert before == sorted(path.name for path in work.iterdir())


@pytest.mark.parametrize("key", ["tiada.pem", f"sop/{CLEAN.name}"])
def test_a_key_that_is_none_ends_the_run_before_the_audit(work, key):
    done = patuh("check", "sop", "--bundle", "b.zip", "--sign-key", key, cwd=work)

    assert (3, "") == (done.code, done.out)
    assert "kunci" in done.err
    assert not (work / "b.zip").exists()


def test_the_key_of_the_settings_signs(work):
    key = new_key(work / "kantor.pem", b"rahasia")
    (work / "patuh.toml").write_text('[bundle]\nkey = "kantor.pem"\n')

    refused = patuh("check", "sop", "--bundle", "b.zip", cwd=work)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATUH_KEY_PASSPHRASE", "rahasia")
        said = bundled(work)
    done = patuh("verify", "bukti.zip", cwd=work)

    assert 3 == refused.code
    assert "PATUH_KEY_PASSPHRASE" in refused.err
    assert key.public.spoken in said
    assert 0 == done.code
    assert b"[bundle]" in dict(contents((work / "bukti.zip").read_bytes()))["settings/patuh.toml"]


def test_a_bundle_in_a_folder_is_no_document(work):
    """Its inputs and its README would be audited a second time at the next run."""
    patuh("check", "sop", "--bundle", "sop/bukti.zip", "--bundle-inputs", cwd=work)
    done = patuh("check", "sop", "--format", "json", cwd=work)

    assert 4 == done.report["summary"]["documents"]
    assert "1 berkas berbentuk lain" in done.err


def test_a_bundle_never_takes_the_place_of_a_document(work):
    data = archive(("satu.txt", CLEAN.read_bytes()))
    (work / "arsip.zip").write_bytes(data)
    done = patuh("check", "arsip.zip", "--bundle", "arsip.zip", cwd=work)

    assert 2 == done.code
    assert "tidak akan ditimpa" in done.err
    assert data == (work / "arsip.zip").read_bytes()


def test_a_bundle_is_made_though_another_report_cannot_be_written(work, monkeypatch):
    """The audit is done; and an older report of that name is none of this run."""
    (work / "l.json").write_bytes(b"lama")

    def audit(whole: Request) -> Tally:
        check(replace(whole, targets=()), Screen(io.BytesIO()), Progress())
        raise UnwrittenError("l.xlsx (penuh)")

    (work / "l.xlsx").write_bytes(b"lama")
    request = replace(requested(work), targets=(Target(FORMATS["xlsx"], str(work / "l.xlsx")),))
    with pytest.raises(UnwrittenError, match="penuh"):
        audited(BundleWish(work / "b.zip"), request, audit)
    names = [name for name, _ in contents((work / "b.zip").read_bytes())]

    assert "report.json" in names
    assert not any(name.startswith("reports/") for name in names)


def test_an_older_bundle_stays_when_the_new_one_fails(work):
    (work / "bukti.zip").write_bytes(b"lama")
    done = patuh("check", "sop", "--bundle", "bukti.zip", "--sign-key", "tiada.pem", cwd=work)

    assert 3 == done.code
    assert b"lama" == (work / "bukti.zip").read_bytes()


def requested(folder: Path, *, rules: Path = ROOT / "rules") -> Request:
    """The audit of a folder, with one report in a file."""
    target = Target(FORMATS["json"], str(folder / "l.json"))
    choice = RuleChoice((rules,))
    return Request((folder / "sop",), (target,), choice, dt.date(2026, 1, 15), jobs=1)


def tampered(folder: Path, request: Request, inputs: bool, tamper: Callable[[], object]) -> str:
    """What is said when something changes after the audit, and before the bundle is made; reports are kept."""

    def audit(whole: Request) -> Tally:
        tally = check(whole, Screen(io.BytesIO()), Progress())
        tamper()
        return tally

    with pytest.raises(AuditFailed) as caught:
        audited(BundleWish(folder / "b.zip", inputs), request, audit)
    assert 3 == json.loads((folder / "l.json").read_bytes())["summary"]["documents"] - 1
    assert not (folder / "b.zip").exists()
    assert [] == [path for path in folder.iterdir() if path.name.endswith(".part")]
    return caught.value.message


def test_an_input_that_changes_meanwhile_is_said(work):
    path = work / "sop" / CLEAN.name

    assert f"{path}: berkas ini berubah" in tampered(work, requested(work), True, lambda: path.write_bytes(b"ganti"))


def test_an_input_that_is_gone_meanwhile_is_said(work):
    path = work / "sop" / CLEAN.name

    assert f"{path}: tidak dapat dibaca lagi" in tampered(work, requested(work), True, path.unlink)


@pytest.mark.parametrize("inputs", [True, False])
def test_an_archive_that_changes_meanwhile_is_said(work, inputs):
    path = work / "sop" / "arsip.zip"
    path.write_bytes(archive(("satu.txt", CLEAN.read_bytes())))
    (work / "sop" / CLEAN.name).unlink()
    said = tampered(work, requested(work), inputs, lambda: path.write_bytes(archive(("dua.txt", CLEAN.read_bytes()))))

    assert "arsip.zip" in said
    assert "berubah" in said


def test_rules_that_change_meanwhile_are_said(work):
    rules = work / "rules"
    shutil.copytree(ROOT / "rules", rules)
    table = rules / "grading.yaml"
    said = tampered(
        work, requested(work, rules=rules), False, lambda: table.write_bytes(table.read_bytes() + b"# lain\n")
    )

    assert "aturan atau pengaturan berubah" in said


def test_the_digests_can_be_checked_by_hand(work):
    needs("sha256sum")
    needs("unzip")
    bundled(work, "--bundle-inputs")
    subprocess.run(["unzip", "-q", "bukti.zip", "-d", "isi"], cwd=work, check=True, timeout=60)
    done = subprocess.run(
        ["sha256sum", "-c", "SHA256SUMS"], cwd=work / "isi", capture_output=True, timeout=60, check=False
    )

    listed = [name for name, _ in contents((work / "bukti.zip").read_bytes()) if name not in ("SHA256SUMS", MANIFEST)]
    assert 0 == done.returncode
    assert len(listed) == done.stdout.count(b": OK")


def test_the_seal_can_be_checked_by_openssl(work):
    """As docs/bundles.md says, without any of our code."""
    needs("openssl")
    bundled(work)
    data = (work / "bukti.zip").read_bytes()
    body, comment = data[:-LENGTH], data[-LENGTH:].decode().split()
    text = f"patuh.bundle/1\nbytes {len(body)}\nsha256 {hashlib.sha256(body).hexdigest()}\nkey {comment[2]}\n"
    der = bytes.fromhex("302a300506032b6570032100") + bytes.fromhex(comment[2])
    (work / "k.pem").write_text(
        f"-----BEGIN PUBLIC KEY-----\n{base64.b64encode(der).decode()}\n-----END PUBLIC KEY-----\n"
    )
    (work / "pesan").write_text(text)
    (work / "ttd").write_bytes(bytes.fromhex(comment[3]))
    command = "openssl pkeyutl -verify -pubin -inkey k.pem -rawin -in pesan -sigfile ttd"
    done = subprocess.run(command.split(), cwd=work, capture_output=True, timeout=60, check=False)

    assert (work / "k.pem").read_bytes() == (work.parent / "config" / "patuh" / "signing-key.pub").read_bytes()
    assert 0 == done.returncode, done.stderr


DOCS = (ROOT / "docs" / "bundles.md").read_text(encoding="utf-8")


def documented(language: str, word: str) -> str:
    """The example of docs/bundles.md with this word."""
    found = [one for one in re.findall(rf"```{language}\n(.+?)```", DOCS, re.DOTALL) if word in one]
    assert 1 == len(found)
    return found[0].replace("bukti-2026-01.zip", "bukti.zip")


def test_the_documented_python_checks_a_seal(tmp_path):
    script = documented("python", "Ed25519PublicKey")
    good, bad = tmp_path / "a", tmp_path / "b"
    results = []
    for folder, data in ((good, SMALL), (bad, SMALL.replace(b"grading", b"gradinG"))):
        folder.mkdir()
        written(folder, data)
        done = subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, timeout=60, check=False)
        results.append((done.returncode, OURS.public.fingerprint.encode() in done.stdout))

    assert [(0, True), (1, False)] == results


def test_the_documented_commands_check_a_seal(tmp_path):
    for program in ("openssl", "xxd", "sha256sum"):
        needs(program)
    written(tmp_path, SMALL)
    script = documented("sh", "openssl pkeyutl")
    done = subprocess.run(["sh", "-c", script], cwd=tmp_path, capture_output=True, timeout=60, check=False)

    assert "Signature Verified Successfully" in done.stdout.decode(), done.stderr
    assert done.stdout.decode().splitlines()[-1] == OURS.public.fingerprint


def test_json_and_words_tell_the_same(tmp_path):
    verdict = judged(tmp_path, SMALL)
    assert verdict is not None
    plain = json.loads(verdict_json(verdict))

    assert ("patuh.verify/1", True, OURS.public.fingerprint) == (
        plain["schema"],
        plain["intact"],
        plain["signer"]["fingerprint"],
    )
    assert {"files": 1, "included": 1} == plain["bundle"]["inputs"]
    assert OURS.public.spoken in verdict_text(verdict, "en")
