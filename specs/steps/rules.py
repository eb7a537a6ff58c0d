"""By what is judged: day, profile, parameters, what patuh.toml would change, rules under development."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from engine.vocabulary import param_problem
from schemas.report import Severity
from schemas.rule import Rule
from schemas.settings import MAX_WORKDAY
from specs.claims import MistakeError
from specs.desk import Desk
from specs.reading import block_line
from specs.rule_drafts import read_draft
from specs.steps.tables import nearest
from specs.vocabulary import step
from specs.words import KINDS, WordKind, choice, unquoted

MIN_WORKDAY = 60
"""Minutes; as `schemas.settings` has it."""


def _value(words: str) -> int | str:
    return int(words) if words.lstrip("-").isdigit() else unquoted(words)


KINDS["nilai"] = WordKind(r"-?\d{1,9}|\"[^\"]*\"|'[^']*'|“[^”]*”", _value, {"id": '3 atau "teks"', "en": '3 or "text"'})
KINDS["dipakai"] = choice({"dipakai": True, "dimatikan": False}, {"used": True, "switched off": False})
_DRAFT = '''
  """
  code: ZZ-01
  title: {id: Langkah terlalu singkat, en: Step too short}
  why: {id: Waktu sesingkat itu tidak masuk akal., en: So short a time is not plausible.}
  applies_to: [sop]
  severity: minor
  component: prosedur
  source:
    - regulation: permenpanrb-35-2012
      clause: Lampiran, Mutu Baku
      modality: should
      asks: {id: waktu langkah sesuai kenyataan, en: the time of a step is as it is}
  params: {least: 5}
  when:
    - s: step
      where: {minutes: {lt: params.least}}
  finding:
    at: [s]
    condition: {id: 'Langkah {s.no} hanya {s.printed_time}.', en: 'Step {s.no} takes {s.printed_time} only.'}
    effect: {id: Waktu pelayanan tidak dapat dipegang., en: The time of the service cannot be relied on.}
    recommendation: {id: Ukur kembali waktunya., en: Measure the time again.}
  """'''


@step(
    "given",
    "when",
    id=("dokumen diperiksa pada {day:tanggal}", "tanggal pemeriksaan {day:tanggal}", "tanggal penilaian {day:tanggal}"),
    en=("the document is audited on {day:tanggal}", "the day of the audit is {day:tanggal}"),
    topic="pemeriksaan",
    about=("Menentukan tanggal pemeriksaan.", "Sets the day of the audit."),
    example=("dokumen diperiksa pada 15 Januari 2026", "the document is audited on 2024-06-30"),
)
def audited_on(desk: Desk, day: dt.date) -> None:
    """The day of the audit."""
    desk.as_of = day


@step(
    "when",
    id=("dokumen diperiksa", "SOP diperiksa", "dokumen dinilai", "arsip diperiksa"),
    en=("the document is audited", "the SOP is audited", "the archive is audited"),
    topic="pemeriksaan",
    about=(
        "Memeriksa dokumen. Boleh tidak ditulis: setiap Maka memeriksa dokumen bila belum diperiksa.",
        "Audits the document. May be left out: each Then audits what was not audited yet.",
    ),
)
def audited(desk: Desk) -> None:
    """Audit now."""
    desk.read()


@step(
    "given",
    "when",
    id=("profil {profile:teks} dipakai", "profil aturan {profile:teks}"),
    en="the profile {profile:teks} is used",
    topic="pemeriksaan",
    about=(
        "Hanya aturan profil itu yang menilai, seperti patuh check --profile.",
        "Only the rules of this profile judge, as in patuh check --profile.",
    ),
    example=('profil "inti" dipakai', 'the profile "inti" is used'),
)
def profile_used(desk: Desk, profile: str) -> None:
    """The rules of a profile."""
    known = [one.name for one in desk.bench.pack.profiles.profiles]
    if profile not in known:
        raise MistakeError(f"Tidak ada profil {profile!r}.{nearest(profile, known)}")
    desk.terms = replace(desk.terms, profile=profile)


@step(
    "given",
    "when",
    id="parameter {param:teks} aturan {rule:aturan} bernilai {value:nilai}",
    en="the parameter {param:teks} of rule {rule:aturan} is {value:nilai}",
    topic="pemeriksaan",
    about=(
        "Mengubah parameter satu aturan, seperti [rules] dalam patuh.toml.",
        "Changes a parameter of a rule, as [rules] of patuh.toml does.",
    ),
    example=(
        'parameter "percent" aturan steps/output-generic bernilai 90',
        'the parameter "percent" of rule steps/output-generic is 90',
    ),
)
def parameter(desk: Desk, param: str, rule: str, value: int | str) -> None:
    """A parameter of a rule."""
    found = _rule(desk, rule)
    if param not in found.params:
        has = nearest(param, found.params) if found.params else " Aturan itu tidak mempunyai parameter."
        raise MistakeError(f"Aturan {rule} tidak mempunyai parameter {param!r}.{has}")
    stated = found.params[param]
    if type(value) is not type(stated):
        wanted = "bilangan tanpa tanda kutip" if isinstance(stated, int) else "teks di antara tanda kutip"
        raise MistakeError(f"Parameter {param!r} aturan {rule} harus {wanted}, misalnya {_written(stated)}.")
    if param_problem(found, param, value) is not None:
        raise MistakeError(f"Parameter {param!r} aturan {rule} tidak dapat bernilai {_written(value)}.")
    desk.terms = replace(desk.terms, params=(*desk.terms.params, (found.name, param, value)))


def _written(value: int | str) -> str:
    return str(value) if isinstance(value, int) else f'"{value}"'


def _rule(desk: Desk, asked: str) -> Rule:
    name = desk.rule(asked)
    return next((one for one in desk.terms.rules if one.name == name), None) or desk.bench.pack.rule(name)


@step(
    "given",
    "when",
    id="tingkat aturan {rule:aturan} menjadi {severity:tingkat}",
    en="the severity of rule {rule:aturan} becomes {severity:tingkat}",
    topic="pemeriksaan",
    about=(
        "Mengubah tingkat semua temuan satu aturan, seperti severity dalam patuh.toml.",
        "Changes the severity of all findings of a rule, as severity of patuh.toml does.",
    ),
    example=("tingkat aturan NIP-02 menjadi saran", "the severity of rule NIP-02 becomes advice"),
)
def severity_of(desk: Desk, rule: str, severity: Severity) -> None:
    """The severity of a rule."""
    desk.terms = replace(desk.terms, severities=(*desk.terms.severities, (desk.rule(rule), severity)))


@step(
    "given",
    "when",
    id="aturan {rule:aturan} {used:dipakai}",
    en="rule {rule:aturan} is {used:dipakai}",
    topic="pemeriksaan",
    about=(
        "Memakai atau mematikan satu aturan, apa pun kata profil, seperti enabled dalam patuh.toml.",
        "Uses a rule or switches it off whatever the profile says, as enabled of patuh.toml does.",
    ),
    example=("aturan NIP-02 dimatikan", "rule NIP-02 is switched off"),
)
def rule_used(desk: Desk, rule: str, used: bool) -> None:  # noqa: FBT001 - it is the word of the step
    """A rule that is switched on or off."""
    desk.terms = replace(desk.terms, used=(*desk.terms.used, (desk.rule(rule), used)))


@step(
    "given",
    "when",
    id="satu hari kerja {minutes:bilangan} menit",
    en="a working day has {minutes:bilangan} minutes",
    topic="pemeriksaan",
    about=(
        "Panjang hari kerja bagi waktu yang ditulis dalam hari, seperti workday_minutes dalam patuh.toml.",
        "How long a working day is, for times stated in days, as workday_minutes of patuh.toml says.",
    ),
    example=("satu hari kerja 450 menit", "a working day has 450 minutes"),
)
def workday(desk: Desk, minutes: int) -> None:
    """Minutes of a working day."""
    if not MIN_WORKDAY <= minutes <= MAX_WORKDAY:
        raise MistakeError(f"Hari kerja harus {MIN_WORKDAY} sampai {MAX_WORKDAY} menit.")
    desk.terms = replace(desk.terms, workday_minutes=minutes)


@step(
    "given",
    "when",
    id="rancangan aturan {draft_rule:teks}",
    en="the draft rule {draft_rule:teks}",
    topic="pemeriksaan",
    about=(
        (
            "Menambah rancangan aturan: isi berkasnya seperti dalam rules/. Aturan itu menilai bersama "
            "yang lain; bila namanya sudah ada, menggantikannya. Kasusnya (cases) boleh tidak ditulis."
        ),
        (
            "Adds a draft of a rule: its file as in rules/. It judges beside the others, or in place of one that "
            "has its name. Cases may be left out."
        ),
    ),
    argument="text",
    example=(
        f'rancangan aturan "steps/terlalu-singkat"{_DRAFT}',
        f'the draft rule "steps/terlalu-singkat"{_DRAFT}',
    ),
)
def draft_rule(desk: Desk, draft_rule: str, text: str) -> None:
    """A rule under development."""
    place = desk.feature, block_line(desk.feature, desk.line)
    others = tuple(one for one in desk.terms.rules if one.name != draft_rule)
    rule = read_draft(draft_rule, text, desk.bench.pack, place)
    desk.terms = replace(desk.terms, rules=(*others, rule))
