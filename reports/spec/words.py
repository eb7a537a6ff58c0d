"""Words of the reports on behaviour specs, and what is said of a run in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from reports.labels import Language
from reports.numbers import whole
from schemas.spec import Ended, ScenarioResult, SpecRun, SpecSummary, StepEnded


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language."""

    title: str
    ended: dict[Ended, str]
    """Of a scenario, as a heading of those that ended so."""
    step_ended: dict[StepEnded, str]
    all_held: str
    """With the number of scenarios."""
    rest_held: str
    """The same where others could not be run."""
    some_unmet: str
    """With how many did not hold, and how many there are."""
    nothing_ran: str
    incomplete: str
    """Besides, where something could not be run."""
    mistakes: str
    mistakes_what: str
    mistake: str
    mistaken_file: str
    expected: str
    found: str
    reason: str
    """Why a scenario could not be run to its end."""
    nothing_found: str
    unreached: str
    example: str
    """With the number of the row."""
    line: str
    """With a number."""
    feature: str
    features: str
    file: str
    scenario: str
    scenarios: str
    scenarios_of: str
    """With a number."""
    not_run: str
    summary: str
    files: str
    mistaken: str
    day: str
    day_default: str
    judged: str
    """By what it was judged."""
    profile: str
    profile_rules: str
    """With how many, and the name of the profile."""
    changed: str
    switched_off: str
    digest: str
    organisation: str
    program: str
    skip: str
    contents: str
    steps: str
    tags: str


WORDS: Final[dict[Language, Words]] = {
    "id": Words(
        title="Hasil spesifikasi",
        ended={"passed": "Terpenuhi", "failed": "Tidak terpenuhi", "error": "Tidak dapat dijalankan"},
        step_ended={
            "passed": "berhasil",
            "failed": "tidak terpenuhi",
            "error": "tidak dapat dijalankan",
            "skipped": "belum dijalankan",
        },
        all_held="Semua skenario ({count}) terpenuhi.",
        rest_held="Semua skenario yang dapat dijalankan ({count}) terpenuhi.",
        some_unmet="{failed} dari {count} skenario tidak terpenuhi.",
        nothing_ran="Tidak ada skenario yang dapat dijalankan.",
        incomplete="Belum lengkap: {what} tidak dapat dijalankan.",
        mistakes="Berkas yang keliru",
        mistakes_what="Berkas ini tidak dijalankan. Perbaiki dahulu, lalu ulangi.",
        mistake="Kesalahan",
        mistaken_file="{count} berkas",
        expected="Diharapkan",
        found="Ditemukan",
        reason="Sebabnya",
        nothing_found="tidak ada",
        unreached="Belum dijalankan",
        example="Contoh ke-{row}",
        line="baris {line}",
        feature="Fitur",
        features="Semua fitur",
        file="Berkas",
        scenario="Skenario",
        scenarios="Skenario",
        scenarios_of="{count} skenario",
        not_run="tidak dijalankan",
        summary="Ringkasan",
        files="Berkas",
        mistaken="Berkas keliru",
        day="Tanggal penilaian",
        day_default="{day}, bagi skenario yang tidak menyebutnya",
        judged="Dinilai dengan",
        profile="Aturan",
        profile_rules="{count} aturan (profil {profile})",
        changed="Aturan diubah instansi",
        switched_off="Aturan tidak dipakai instansi",
        digest="Sidik aturan",
        organisation="Instansi",
        program="Program",
        skip="Langsung ke isi",
        contents="Isi halaman",
        steps="Langkah",
        tags="Tanda",
    ),
    "en": Words(
        title="Results of the specs",
        ended={"passed": "Held", "failed": "Did not hold", "error": "Could not be run"},
        step_ended={
            "passed": "done",
            "failed": "did not hold",
            "error": "could not be run",
            "skipped": "not reached",
        },
        all_held="All scenarios ({count}) held.",
        rest_held="All scenarios that could be run ({count}) held.",
        some_unmet="{failed} of {count} scenarios did not hold.",
        nothing_ran="No scenario could be run.",
        incomplete="Not complete: {what} could not be run.",
        mistakes="Files with mistakes",
        mistakes_what="These files were not run. Mend them first, then run them again.",
        mistake="Mistake",
        mistaken_file="{count} files",
        expected="Expected",
        found="Found",
        reason="Reason",
        nothing_found="nothing",
        unreached="Not reached",
        example="Example {row}",
        line="line {line}",
        feature="Feature",
        features="All features",
        file="File",
        scenario="Scenario",
        scenarios="Scenarios",
        scenarios_of="{count} scenarios",
        not_run="not run",
        summary="Summary",
        files="Files",
        mistaken="Files with mistakes",
        day="Day of the audit",
        day_default="{day}, where a scenario does not say",
        judged="Judged by",
        profile="Rules",
        profile_rules="{count} rules (profile {profile})",
        changed="Rules the organisation changed",
        switched_off="Rules the organisation does not use",
        digest="Digest of the rules",
        organisation="Organisation",
        program="Program",
        skip="Skip to the contents",
        contents="Contents of this page",
        steps="Steps",
        tags="Tags",
    ),
}


def verdict(total: SpecSummary, lang: Language) -> list[str]:
    """What came of a run in a sentence or two."""
    words = WORDS[lang]
    ran = total.scenarios - total.errors
    if not ran:
        return [words.nothing_ran]
    count, failed = whole(ran, lang), whole(total.failed, lang)
    left = [words.mistaken_file.format(count=whole(total.mistaken, lang))] if total.mistaken else []
    left += [words.scenarios_of.format(count=whole(total.errors, lang))] if total.errors else []
    held = words.rest_held if left else words.all_held
    said = words.some_unmet.format(failed=failed, count=count) if total.failed else held.format(count=count)
    return [said, words.incomplete.format(what=", ".join(left))] if left else [said]


def example(one: ScenarioResult, lang: Language) -> str:
    """Return the row of examples of a scenario: ``Contoh ke-2: kolom = nomor``; empty where there is none."""
    if not one.row:
        return ""
    cells = ", ".join(f"{head} = {cell}" for head, cell in one.example)
    return f"{WORDS[lang].example.format(row=one.row)}: {cells}"


def about(run: SpecRun, lang: Language) -> list[tuple[str, str]]:
    """By what was judged: label and value; the digest of the rules is the last."""
    words, rules = WORDS[lang], run.rules
    changed = [one.rule for one in rules.changed]
    off = [one.rule for one in rules.switched_off]
    rows = [
        (words.organisation, rules.organisation or ""),
        (words.profile, words.profile_rules.format(count=rules.count, profile=rules.profile)),
        (words.changed, ", ".join(changed)),
        (words.switched_off, ", ".join(off)),
        (words.program, f"patuh {run.tool.version}, {run.tool.engine}"),
        (words.digest, rules.digest),
    ]
    return [row for row in rows if row[1]]
