"""Bundles of evidence for tests: small ones made by hand, also such as no program would make."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from bundling.keys import PublicKey, SigningKey
from bundling.packing import MANIFEST, Part, packing
from bundling.seal import LENGTH, sealed
from bundling.verifying import Trust
from schemas.bundle import BundleInput, BundleOptions, BundleOwn, BundleRules, Manifest
from schemas.report import Severity, Summary, Tool

DIGEST = "ab" * 32
WORDS = b"SOP Pelayanan\n"
REPORT = (
    '{"schema":"patuh.report/1","tool":{"name":"patuh","version":"0.4.0","engine":"durable_rules 2.0.28"},'
    f'"rules":{{"profile":"ketat","count":1,"digest":"{DIGEST}"}},"as_of":"2026-01-15","masked":false,"documents":[\n'
    f'{{"path":"sop.txt","sha256":"{hashlib.sha256(WORDS).hexdigest()}","bytes":14,"media":null,"kind":"unknown"}}\n'
    '],"summary":{"documents":1,"findings":{"critical":0,"major":0,"minor":0,"advice":0},"grades":{},"errors":0}}\n'
).encode()
FILES = {"inputs/000001-sop.txt": WORDS, "report.json": REPORT, "rules/0/grading.yaml": b"x: 1\n"}


def signing_key(number: int) -> SigningKey:
    """The same key for the same number."""
    private = Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32)
    return SigningKey(private, PublicKey(private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)))


OURS, THEIRS = signing_key(1), signing_key(2)
TRUSTED = [Trust(OURS.public.fingerprint, "uji")]


def manifest_of(entries: Any, **changes: Any) -> Manifest:
    """What `FILES` would say of themselves."""
    manifest = Manifest(
        tool=Tool(version="0.4.0", engine="durable_rules 2.0.28"),
        code=DIGEST,
        python="3.11.7",
        libraries={},
        as_of=dt.date(2026, 1, 15),
        options=BundleOptions(lang="id"),
        rules=BundleRules(digest=DIGEST, folders=("rules/0",)),
        settings=BundleOwn(),
        report="report.json",
        summary=Summary(documents=1, findings=dict.fromkeys(Severity, 0), grades={}, errors=0),
        inputs=(
            BundleInput(
                path="sop.txt",
                documents=1,
                sha256=hashlib.sha256(WORDS).hexdigest(),
                bytes=len(WORDS),
                entry="inputs/000001-sop.txt",
            ),
        ),
        entries=tuple(entries),
    )
    return manifest.model_copy(update=changes)


def small(key: SigningKey = OURS, files: Mapping[str, bytes] = FILES, **changes: Any) -> bytes:
    """A bundle of a few files; *changes* are what its manifest says otherwise."""
    out = io.BytesIO()
    with packing(out, key) as writer:
        for name, content in files.items():
            writer.add(Part(name, content))
        manifest = manifest_of(writer.entries, **changes)
        writer.add(Part(MANIFEST, manifest.model_dump_json(by_alias=True).encode()))
    return out.getvalue()


def contents(data: bytes) -> list[tuple[str, bytes]]:
    """The files of a bundle, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def zipped(files: list[tuple[str, bytes]], key: SigningKey | None = None) -> bytes:
    """Any files as a ZIP file, sealed when there is a key."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return sealed_again(out.getvalue(), key) if key else out.getvalue()


def sealed_again(data: bytes, key: SigningKey) -> bytes:
    """A ZIP file under the seal of another key; the comment that it has is lost."""
    at = data.rfind(b"PK\x05\x06")
    body = data[: at + 20] + struct.pack("<H", LENGTH)
    return body + sealed(key, hashlib.sha256(body).hexdigest(), len(body))


def altered(data: bytes, key: SigningKey, name: str, old: bytes, new: bytes) -> bytes:
    """A bundle with other words in one of its files, and a manifest that agrees."""
    files = dict(contents(data))
    assert files[name].count(old) >= 1
    files[name] = files[name].replace(old, new)
    manifest = json.loads(files[MANIFEST])
    for entry in manifest["entries"]:
        entry["sha256"], entry["bytes"] = hashlib.sha256(files[entry["name"]]).hexdigest(), len(files[entry["name"]])
    files[MANIFEST] = json.dumps(manifest).encode()
    return zipped(list(files.items()), key)


def written(folder: Path, data: bytes) -> Path:
    """The bundle as a file."""
    path = folder / "bukti.zip"
    path.write_bytes(data)
    return path
