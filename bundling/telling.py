"""What `patuh verify` and `patuh replay` print: for people, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from bundling.replaying import Change, Difference, Replay, Told
from bundling.verifying import Verdict
from reports.labels import LABELS, Language
from reports.words import harmless
from schemas.bundle import Manifest
from schemas.report import Severity

VERIFY_SCHEMA: Final = "patuh.verify/1"
REPLAY_SCHEMA: Final = "patuh.replay/1"
_SHOWN = 20
"""Documents, and findings of a document, that are shown to people; JSON has more."""

_WORDS: dict[Language, dict[str, str]] = {
    "id": {
        "intact": "UTUH: setiap byte sama seperti saat bundel disegel.",
        "whole": "COCOK: semua berkas sesuai dengan sidik dalam manifest.json. Tanpa tanda tangan, ini tidak "
        "menunjukkan siapa yang membuatnya, atau bahwa semuanya belum diganti.",
        "changed": "BERUBAH: bundel ini tidak sama dengan yang dahulu disegel ({fault}). Jangan dipakai sebagai bukti; "
        "minta salinan aslinya.",
        "stranger": "UTUH, TETAPI PENANDA TANGANNYA BELUM DIKENAL: siapa pun dapat membuat kunci dan menyegel bundel.",
        "signer": "Penanda tangan",
        "trusted": "dipercaya menurut {source}",
        "unknown": "belum dikenal",
        "compare": "Cocokkan sidik itu dengan penanda tangannya lewat jalan lain (telepon, surat). Bila sama, ulangi "
        'dengan:\n  --key "{spoken}"\natau dengan kunci publik yang diserahkannya:\n  --key BERKAS.pub',
        "unsigned": "tidak ada. Minta bundel yang ditandatangani.",
        "as_of": "Tanggal penilaian",
        "program": "Program",
        "rules": "Aturan",
        "files": "Berkas diperiksa",
        "included": "semua disertakan dalam bundel",
        "some": "{count} disertakan dalam bundel",
        "left_out": "tidak disertakan, hanya sidiknya",
        "documents": "Dokumen",
        "failed": "{count} tidak dapat diperiksa",
        "findings": "Temuan",
        "masked": "NIP dan nama disamarkan",
        "entries": "Isi bundel",
        "count": "{count} berkas, semuanya sesuai sidiknya",
        "same": "SAMA: temuan {same} dokumen sama seperti dalam laporan, byte demi byte.",
        "different": "BERBEDA: {different} dari {all} dokumen tidak sama seperti dalam laporan.",
        "nothing": "TIDAK DAPAT DIBANDINGKAN: tidak satu pun dokumen yang diperiksa dahulu tersedia. Sebutkan "
        "foldernya dengan --inputs.",
        "missing": "Tidak ditemukan {count} berkas, sehingga tidak dibandingkan (cari dengan --inputs FOLDER):",
        "unread": "{count} berkas dahulu tidak dapat dibaca, sehingga tidak ada yang dibandingkan.",
        "changes": "Programnya tidak sama dengan yang membuat bundel ini:",
        "none": "tidak ada",
        "code": "berkas program",
        "engine": "mesin aturan",
        "appeared": "baru muncul",
        "vanished": "tidak muncul lagi",
        "fields": "lain: {names}",
        "more": "... dan {count} lagi",
    },
    "en": {
        "intact": "INTACT: every byte is as it was when the bundle was sealed.",
        "whole": "CONSISTENT: all files have the digests of manifest.json. Without a signature this does not show who "
        "made it, or that not all of it was replaced.",
        "changed": "CHANGED: this bundle is not what was sealed ({fault}). Do not use it as evidence; ask for the "
        "original.",
        "stranger": "INTACT, BUT THE SIGNER IS NOT KNOWN: anybody can make a key and seal a bundle.",
        "signer": "Signer",
        "trusted": "trusted by {source}",
        "unknown": "not known",
        "compare": "Compare this fingerprint with the signer by other means (telephone, letter). If it is the same, "
        'repeat with:\n  --key "{spoken}"\nor with the public key that the signer hands over:\n  --key FILE.pub',
        "unsigned": "none. Ask for a bundle that is signed.",
        "as_of": "Day of judgement",
        "program": "Program",
        "rules": "Rules",
        "files": "Files audited",
        "included": "all in the bundle",
        "some": "{count} in the bundle",
        "left_out": "not in the bundle, only their digests",
        "documents": "Documents",
        "failed": "{count} could not be audited",
        "findings": "Findings",
        "masked": "NIPs and names are masked",
        "entries": "In the bundle",
        "count": "{count} files, each with its digest",
        "same": "IDENTICAL: the findings of {same} documents are those of the report, byte for byte.",
        "different": "DIFFERENT: {different} of {all} documents are not as in the report.",
        "nothing": "NOT COMPARED: none of the documents that were audited is there. Name their folder with --inputs.",
        "missing": "{count} files were not found and not compared (look for them with --inputs FOLDER):",
        "unread": "{count} files could not be read then, so there is nothing to compare.",
        "changes": "The program is not the one that made this bundle:",
        "none": "none",
        "code": "files of the program",
        "engine": "rule engine",
        "appeared": "new",
        "vanished": "gone",
        "fields": "other: {names}",
        "more": "... and {count} more",
    },
}


def verdict_text(verdict: Verdict, lang: Language) -> str:
    """The verdict for people."""
    words = _WORDS[lang]
    if verdict.manifest is None:
        return words["changed"].format(fault=harmless(verdict.fault or ""))
    lines = [words[_headline(verdict)], ""]
    rows = [(words["signer"], _signer(verdict, lang)), *_facts(verdict.manifest, lang)]
    width = max(len(name) for name, _ in rows)
    lines += [f"  {name.ljust(width)}  {harmless(value)}" for name, value in rows]
    if verdict.signer is not None and not verdict.trusted:
        lines += ["", words["compare"].format(spoken=verdict.signer.key.spoken)]
    return "\n".join(lines)


def verdict_json(verdict: Verdict) -> str:
    """The verdict as JSON, schema `patuh.verify/1`."""
    manifest, signer = verdict.manifest, verdict.signer
    return _json(
        {
            "schema": VERIFY_SCHEMA,
            "file": verdict.path.as_posix(),
            "intact": verdict.intact,
            "fault": verdict.fault,
            "signer": {
                "key": signer.key.raw.hex(),
                "fingerprint": signer.key.fingerprint,
                "trusted": signer.trusted_by is not None,
                "trusted_by": signer.trusted_by,
            }
            if signer
            else None,
            "bundle": _about(manifest) if manifest else None,
        }
    )


def replay_text(replay: Replay, lang: Language) -> str:
    """How a replay ended, for people."""
    words = _WORDS[lang]
    lines = [words[_state(replay)].format(**_counts(replay)), *_differences(replay, lang)]
    if replay.missing:
        lines += ["", words["missing"].format(count=len(replay.missing))]
        lines += [f"  {harmless(path)}" for path in replay.missing[:_SHOWN]] + _more(len(replay.missing), words)
    if replay.unread:
        lines += ["", words["unread"].format(count=replay.unread)]
    if replay.changes:
        lines += ["", words["changes"], *(_change(one, words) for one in replay.changes)]
    return "\n".join(lines)


def replay_json(replay: Replay) -> str:
    """How a replay ended, as JSON, schema `patuh.replay/1`."""
    return _json(
        {
            "schema": REPLAY_SCHEMA,
            "identical": bool(replay.same) and not replay.different,
            "documents": _counts(replay),
            "differences": [_plain_difference(one) for one in replay.differences],
            "missing": replay.missing,
            "unread": replay.unread,
            "changes": [{"name": one.name, "then": one.then, "now": one.now} for one in replay.changes],
            "bundle": _about(replay.manifest),
        }
    )


def _headline(verdict: Verdict) -> str:
    if verdict.signer is None:
        return "whole"
    return "intact" if verdict.trusted else "stranger"


def _signer(verdict: Verdict, lang: Language) -> str:
    words, signer = _WORDS[lang], verdict.signer
    if signer is None:
        return words["unsigned"]
    spoken = signer.key.spoken
    if signer.trusted_by is None:
        return f"{spoken} ({words['unknown']})"
    return f"{spoken} ({words['trusted'].format(source=signer.trusted_by)})"


def _facts(manifest: Manifest, lang: Language) -> Iterator[tuple[str, str]]:
    words, summary, tool = _WORDS[lang], manifest.summary, manifest.tool
    yield words["as_of"], manifest.as_of.isoformat()
    yield words["program"], f"{tool.name} {tool.version}, {tool.engine}, Python {manifest.python}"
    yield words["rules"], manifest.rules.digest
    yield words["files"], f"{len(manifest.inputs)}, {_included(manifest, words)}"
    failed = f", {words['failed'].format(count=summary.errors)}" if summary.errors else ""
    yield words["documents"], f"{summary.documents}{failed}"
    names = LABELS[lang].severity
    yield words["findings"], ", ".join(f"{names[one]} {summary.findings.get(one, 0)}" for one in Severity)
    if manifest.options.masked:
        yield "", words["masked"]
    yield words["entries"], words["count"].format(count=len(manifest.entries) + 1)


def _included(manifest: Manifest, words: dict[str, str]) -> str:
    count = _kept(manifest)
    if count == len(manifest.inputs):
        return words["included"]
    return words["some"].format(count=count) if count else words["left_out"]


def _kept(manifest: Manifest) -> int:
    """How many of the audited files lie in the bundle."""
    archives = [one.entry is not None for one in manifest.archives]
    return sum(one.entry is not None or (one.member and archives[one.member.archive]) or 0 for one in manifest.inputs)


def _about(manifest: Manifest) -> dict[str, Any]:
    return {
        "as_of": manifest.as_of.isoformat(),
        "tool": manifest.tool.model_dump(),
        "python": manifest.python,
        "rules": manifest.rules.digest,
        "masked": manifest.options.masked,
        "summary": manifest.summary.model_dump(mode="json"),
        "inputs": {"files": len(manifest.inputs), "included": _kept(manifest)},
        "entries": len(manifest.entries) + 1,
    }


def _state(replay: Replay) -> str:
    if replay.different:
        return "different"
    return "same" if replay.same else "nothing"


def _counts(replay: Replay) -> dict[str, int]:
    return {"same": replay.same, "different": replay.different, "all": replay.same + replay.different}


def _differences(replay: Replay, lang: Language) -> Iterator[str]:
    words, part = _WORDS[lang], LABELS[lang].part
    for one in replay.differences[:_SHOWN]:
        title = one.path + (f" ({part.format(part=one.part)})" if one.part else "")
        yield f"\n{harmless(title)}"
        for sign, name, findings in (("+", "appeared", one.appeared), ("-", "vanished", one.vanished)):
            for told in findings[:_SHOWN]:
                yield harmless(f"  {sign} {told.code} {told.rule} ({words[name]}): {told.condition}")
            yield from _more(len(findings), words)
        if one.fields:
            yield f"    {words['fields'].format(names=', '.join(one.fields))}"
    if replay.different > _SHOWN:
        yield "\n" + words["more"].format(count=replay.different - _SHOWN)


def _more(count: int, words: dict[str, str]) -> list[str]:
    return ["  " + words["more"].format(count=count - _SHOWN)] if count > _SHOWN else []


def _change(one: Change, words: dict[str, str]) -> str:
    then, now = one.then, one.now
    if one.name == "code":
        then, now = str(then)[:12], str(now)[:12]
    return harmless(f"  {words.get(one.name, one.name)}: {then or words['none']} -> {now or words['none']}")


def _plain_difference(one: Difference) -> dict[str, Any]:
    return {
        "path": one.path,
        "part": one.part,
        "appeared": [_plain_told(told) for told in one.appeared],
        "vanished": [_plain_told(told) for told in one.vanished],
        "fields": list(one.fields),
    }


def _plain_told(told: Told) -> dict[str, str]:
    return {"rule": told.rule, "code": told.code, "fingerprint": told.fingerprint, "condition": told.condition}


def _json(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2)
