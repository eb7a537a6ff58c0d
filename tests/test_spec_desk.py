"""What lies before a spec: documents that are built, files that are read apart, rules that a scenario changes."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import specs.apart
from auditing.workers import Limits
from engine.mutation import Mutated
from extraction.sop import extract
from readers.text import read_text
from schemas.report import Severity
from schemas.sop import Sop
from specs.claims import MistakeError, Unmet
from specs.desk import Desk
from specs.draft import Draft
from specs.judging import Terms
from specs.mutation import mutate
from specs.offices import OWN, Owner
from specs.reading import block_line
from specs.rule_drafts import read_draft
from specs.sources import FromFile, Paper, Script
from specs.steps.building import steps as build_steps
from tests.program import patuh
from tests.spec_scenarios import bench, feature, played

SOP = "Dengan SOP lengkap"
DRAFT = """code: ZZ-01
title: {id: Langkah terlalu singkat, en: Step too short}
why: {id: Tidak masuk akal., en: Not plausible.}
applies_to: [sop]
severity: minor
component: prosedur
source:
  - {regulation: permenpanrb-35-2012, clause: Lampiran, modality: should, asks: {id: wajar, en: plausible}}
params: {least: 5}
when:
  - s: step
    where: {minutes: {lt: params.least}}
finding:
  at: [s]
  condition: {id: 'Langkah {s.no} singkat.', en: 'Step {s.no} is short.'}
  effect: {id: Tidak tepat., en: Not right.}
  recommendation: {id: Ukur lagi., en: Measure.}
"""


# Documents that are built

_WORDS = ["Mencatat surat masuk", "Menelaah berkas", "Menandatangani surat", "Menyimpan arsip", "Membagikan salinan"]
_ACTORS = ["Camat", "Sekcam", "Kasi Ekonomi dan Pembangunan", "Kasubag", "Staf"]
_ROW = st.fixed_dictionaries(
    {
        "Kegiatan": st.sampled_from(_WORDS),
        "Pelaksana": st.lists(st.sampled_from(_ACTORS), unique=True, min_size=1, max_size=3).map(", ".join),
        "Kelengkapan": st.sampled_from(["Surat", "Berkas permohonan"]),
        "Waktu": st.sampled_from(["5 menit", "1 jam", "2 hari"]),
        "Output": st.sampled_from(["Catatan", "Surat tertandatangani"]),
    }
)
_HEADINGS = st.permutations(["Kegiatan", "Pelaksana", "Kelengkapan", "Waktu", "Output"])


@given(
    st.lists(_ROW, min_size=2, max_size=5),
    _HEADINGS,
    st.sets(st.sampled_from(["Kelengkapan", "Waktu", "Output"]), max_size=2),  # without mutu baku nobody knows a column
)
@settings(max_examples=25, deadline=None)
def test_a_step_table_is_read_as_it_was_written(
    rows: list[dict[str, str]], heads: list[str], left_out: set[str]
) -> None:
    """Whatever its columns and their order: acts, actors, times and outputs come back, what is left out does not."""
    heads = [head for head in heads if head not in left_out]
    desk = Desk(bench())
    build_steps(desk, [heads, *([row[head] for head in heads] for row in rows)])
    [sop] = extract(read_text(desk.text.encode(), name="naskah.txt")).sops
    assert [step.text.value if step.text else None for step in sop.steps] == [row["Kegiatan"] for row in rows]
    assert [{actor.value for actor in step.actors} for step in sop.steps] == [
        set(row["Pelaksana"].split(", ")) for row in rows
    ]
    times = [step.duration.text.value if step.duration else None for step in sop.steps]
    assert times == [None if "Waktu" in left_out else row["Waktu"] for row in rows]
    outputs = [step.output.value if step.output else None for step in sop.steps]
    assert outputs == [None if "Output" in left_out else row["Output"] for row in rows]
    assert [step.number for step in sop.steps] == list(range(1, len(rows) + 1))


@pytest.mark.parametrize(
    "owner",
    [
        Owner("Kecamatan Rimba Wangi", "Kabupaten Seruni"),
        Owner("Kelurahan Tanjung Melati", "Kota Arunika"),
        Owner("Dinas Perpustakaan", "Kabupaten Arunika"),
    ],
    ids=lambda owner: owner.office,
)
def test_the_complete_sop_is_in_order_whoever_owns_it(owner: Owner) -> None:
    """Not a word of the first owner is left, and nothing becomes wrong by it."""
    draft = Draft()
    draft.moved(owner)
    assert "selasih" not in draft.text.casefold()
    judged = Desk(bench(), source=draft).judged()
    assert [one.rule for one in judged.report.findings if one.severity is not Severity.ADVICE] == []
    assert isinstance(judged.part.subject, Sop)
    assert judged.part.about.unit is not None
    assert judged.part.about.unit.casefold() == owner.office.casefold()
    draft.moved(OWN)
    assert Draft().text.casefold().count("taman selasih") == draft.text.casefold().count("taman selasih")


def test_what_a_scenario_wrote_stays_when_the_owner_is_named_before(tmp_path: Path) -> None:
    """A name that is written after the owner is no word of the SOP that moves."""
    owned = 'Dan SOP ini milik "Kecamatan Rimba Wangi" di "Kabupaten Arunika"'
    named = 'Ketika maksud dan tujuan pedoman berbunyi "Untuk Kecamatan Taman Selasih."'
    assert "Untuk Kecamatan Taman Selasih." in played(feature(tmp_path, SOP, owned, named)).text
    assert "Untuk Kecamatan Rimba Wangi." in played(feature(tmp_path, SOP, named, owned)).text


def test_a_law_beyond_the_letters_is_printed() -> None:
    """The guide letters its laws; none is left out silently."""
    laws = [f"Undang-Undang Nomor {number} Tahun 2014 tentang Hal {number}" for number in range(1, 31)]
    text = Draft(laws=laws).text
    assert all(text.count(law) == 2 for law in laws)
    assert f"- z. {laws[25]};" in text
    assert f"- ad. {laws[29]};" in text


def test_tables_of_a_paper_are_numbered_unless_they_are() -> None:
    """One after the other."""
    paper = Paper("LAPORAN KINERJA TAHUN 2024")
    for caption in ("Capaian", "Tabel 2.7 Anggaran", "Sasaran"):
        paper.add_table(caption, [["No", "Indikator"], ["1", "Nilai"]])
    captions = [line for line in paper.text.splitlines() if line.startswith("Tabel ")]
    assert captions == ["Tabel 3.1 Capaian", "Tabel 2.7 Anggaran", "Tabel 3.3 Sasaran"]


def test_another_document_leaves_nothing_of_the_one_before() -> None:
    """What was rewritten, cut or chosen was so in the other."""
    desk = Desk(bench())
    desk.rewritten, desk.unsure, desk.cut_after, desk.part = [("a", "b")], {"a": 1}, "x", 2
    desk.begin(Script("a\n"))
    assert (desk.text, desk.unsure, desk.part) == ("a\n", {}, 1)


# Files


def _file(path: Path) -> Desk:
    return Desk(bench(), source=FromFile(path, path.name))


def test_a_file_that_kills_its_reader_costs_its_scenario(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And it is told so in Indonesian."""

    def die(*_: object, **__: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    monkeypatch.setattr(specs.apart, "_read", die)
    path = tmp_path / "jahat.txt"
    path.write_text("x", encoding="utf-8")
    with pytest.raises(MistakeError, match=r"jahat.txt tidak dapat dibaca: .*berhenti mendadak"):
        _file(path).judged()


def test_a_file_that_never_ends_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the seconds that the settings allow."""
    monkeypatch.setattr(specs.apart, "_read", lambda *_, **__: time.sleep(60))
    monkeypatch.setattr(specs.apart, "worker_limits", lambda _: Limits(seconds=0.3))
    path = tmp_path / "lama.txt"
    path.write_text("y", encoding="utf-8")
    began = time.monotonic()
    with pytest.raises(MistakeError, match=r"lama.txt tidak dapat dibaca: .*dihentikan"):
        _file(path).judged()
    assert time.monotonic() - began < 20


def test_a_file_is_read_once_until_it_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its content: the same name may hold another document in the next run of a watch."""
    path = tmp_path / "sop.txt"
    path.write_text(Draft().text, encoding="utf-8")
    first = _file(path).read()
    monkeypatch.setattr(specs.apart, "Pool", None)
    assert _file(path).read() is first
    path.write_text(Draft(title="PELAYANAN SURAT").text, encoding="utf-8")
    with pytest.raises(TypeError):
        _file(path).read()


def test_a_file_says_what_the_same_text_says(tmp_path: Path) -> None:
    """It went through another process, and nothing of it was lost."""
    text = Draft(number="").text
    path = tmp_path / "naskah.txt"
    path.write_text(text, encoding="utf-8")
    of_file, of_text = _file(path).judged(), Desk(bench(), source=Script(text)).judged()
    assert of_file.report == of_text.report
    assert of_file.part.subject == of_text.part.subject


# Rules that a scenario changes


def test_a_changed_rule_proves_nothing_of_the_rule_as_it_is(tmp_path: Path) -> None:
    """Its claims are not held against mutants: they would be killed by the change, not by the claim."""
    claim = "Maka aturan steps/output-generic menemukan 0 temuan"
    assert len(played(feature(tmp_path, SOP, claim)).claims) == 1
    for change in (
        'Dan parameter "percent" aturan steps/output-generic bernilai 90',
        "Dan tingkat aturan steps/output-generic menjadi saran",
    ):
        assert played(feature(tmp_path, SOP, change, claim)).claims == []
        assert len(played(feature(tmp_path, SOP, change, "Maka tidak ada temuan NIP-02")).claims) == 1
        assert played(feature(tmp_path, SOP, change, "Maka tidak ada temuan kritis")).claims == []


def test_claims_of_all_rules_hold_for_their_mutants_names(tmp_path: Path) -> None:
    """A mutant has the name of its rule and a number: it is still that rule whose findings are expected."""
    nip = 'Ketika NIP pada blok tanda tangan tertulis "19820517 200604 1 004"'
    desk = played(feature(tmp_path, SOP, nip, "Maka temuan hanya dari aturan person/nip-mismatch"))
    rule = bench().pack.rule("person/nip-mismatch")
    [of_all] = [claim for claim in desk.claims if claim.rule is None]
    made: Mutated = mutate(bench().pack, rule, [of_all])
    assert made.killed == 0


def test_terms_are_what_settings_would_be() -> None:
    """Parameters are added up, the last word on one counts."""
    terms = Terms(
        params=(("a/b", "x", 1), ("a/b", "y", 2), ("a/b", "x", 3)), used=(("a/b", True),), workday_minutes=420
    )
    own = terms.own(bench().choice.own)
    assert own.settings.rules["a/b"].params == {"x": 3, "y": 2}
    assert own.settings.rules["a/b"].enabled is True
    assert own.settings.check.workday_minutes == 420
    assert not terms.leave("a/b")
    assert terms.leave("a/c")
    assert not terms.leave(None)


FAULTS: Sequence[tuple[str, str, str]] = (
    # words of the rule, what stands in their place, what is said of it
    ("severity: minor", "severiti: minor", "baris 15: kunci 'severiti' tidak dikenal. Maksud Anda 'severity'?"),
    ("severity: minor", "severity: berat", "baris 15: severity: 'berat' tidak dikenal di sini"),
    ("component: prosedur", "component: prosedr", "komponen 'prosedr' tidak dikenal. Maksud Anda 'prosedur'?"),
    ("permenpanrb-35-2012", "permenpanrb-35-2013", "Maksud Anda 'permenpanrb-35-2012'?"),
    ("- s: step\n", "- s: stp\n", "baris 21: jenis fakta 'stp' tidak dikenal. Maksud Anda 'step'?"),
    ("minutes: {lt", "minuts: {lt", "baris 22: isian dari step 'minuts' tidak dikenal. Maksud Anda 'minutes'?"),
    ("{lt: params", "{less: params", "operator 'less' tidak dikenal"),
    ("params.least", "params.most", "parameter 'most' tidak dikenal. Yang dikenal: least"),
    ("{lt: params.least}", "{lt: sepuluh}", "'sepuluh' tidak cocok: di sini harus bilangan bulat"),
    ("params: {least: 5}", "params: {least: 5, other: 1}", "parameter 'other' tidak pernah dipakai"),
    ("{s.no} singkat", "{t.no} singkat", "alias pada {t.no}"),
    ("{s.no} singkat", "{s.nomor} singkat", "kata atau isian dari step 'nomor' tidak dikenal"),
    ("code: ZZ-01", "code: NIP-02", "baris 11: kode 'NIP-02' sudah dipakai aturan person/nip-mismatch"),
    ("code: ZZ-01", "code: zz", "code: 'zz' harus berbentuk"),
    ("code: ZZ-01\n", "", "code belum ditulis"),
    ("title: {id", "title: {id: [", "bukan YAML yang benar"),
    ("applies_to: [sop]", "applies_to: [sop]\nakip: [9z.9]", "kriteria '9z.9' tidak ada dalam"),
    ("applies_to: [sop]", "applies_to: [performance]", "baris 16: komponen 'prosedur' bukan untuk dokumen performance"),
)


@pytest.mark.parametrize(("words", "others", "told"), FAULTS, ids=[others or words for words, others, _ in FAULTS])
def test_a_faulty_draft_is_told_with_the_line_of_the_feature(words: str, others: str, told: str) -> None:
    """In Indonesian, with the nearest name that is known."""
    assert words in DRAFT
    with pytest.raises(MistakeError) as wrong:
        read_draft("steps/terlalu-singkat", DRAFT.replace(words, others), bench().pack, (Path("a.feature"), 11))
    assert told in str(wrong.value)
    assert "did you mean" not in str(wrong.value)


@pytest.mark.parametrize("name", ["terlalu-singkat", "steps/Terlalu", "steps/a b", "a/b/c", ""])
def test_a_draft_is_named_as_rules_are(name: str) -> None:
    """Topic and name."""
    with pytest.raises(MistakeError, match="tidak dapat menjadi nama aturan"):
        read_draft(name, DRAFT, bench().pack, (Path("a.feature"), 1))


def test_a_draft_judges_in_place_of_the_rule_of_its_name(tmp_path: Path) -> None:
    """And counts in the grade."""
    block = ("Dan rancangan aturan", '"""', *DRAFT.replace("ZZ-01", "NIP-02").splitlines(), '"""')
    named = (f'{block[0]} "person/nip-mismatch"', *block[1:])
    short = 'Ketika waktu langkah 2 menjadi "3"'
    desk = played(feature(tmp_path, SOP, *named, short, "Maka aturan NIP-02 menemukan 1 temuan minor"))
    assert desk.judged().report.findings[0].condition == "Langkah 2 singkat."
    nip = 'Ketika NIP pada blok tanda tangan tertulis "19820517 200604 1 004"'
    with pytest.raises(Unmet):
        played(feature(tmp_path, SOP, *named, nip, "Maka dokumen melanggar aturan NIP-02"))


def test_the_block_of_a_step_is_found_below_blank_lines_and_comments(tmp_path: Path) -> None:
    """Faults of what stands in it are told with the lines of the feature."""
    path = feature(tmp_path, "Dengan naskah", "", "# catatan", "```", "isi", "```")
    assert path.read_text(encoding="utf-8").splitlines()[block_line(path, 4) - 1] == "isi"
    assert block_line(tmp_path / "tidak-ada.feature", 4) == 4


def test_the_command_names_the_line_of_a_faulty_draft(tmp_path: Path) -> None:
    """As a user sees it."""
    broken = DRAFT.replace("minutes", "minuts").splitlines()
    named = 'Dan rancangan aturan "steps/terlalu-singkat"'
    before = ("Dengan naskah", '"""', "Bukan blok yang keliru.", '"""', "Maka dokumen tidak dikenali")
    path = feature(tmp_path, *before, SOP, named, '"""', *broken, '"""', "Maka tidak ada temuan ZZ-01")
    wanted = path.read_text(encoding="utf-8").splitlines().index("    where: {minuts: {lt: params.least}}") + 1
    done = patuh("spec", path, "--no-config", cwd=tmp_path)
    assert done.code == 3
    told = " ".join(done.out.split())
    assert f"baris {wanted}: isian dari step 'minuts' tidak dikenal. Maksud Anda 'minutes'?" in told
    assert "Traceback" not in done.out + done.err


@pytest.mark.parametrize(
    "claim",
    [
        "aturan KN-02 menemukan 0 temuan",
        "aturan KN-02 menemukan 0 temuan kritis",
        "temuan aturan NIP-02 ada di 0 kantor",
        "aturan NIP-02 menemukan 0 temuan kritis dalam arsip Kecamatan Rimba Wangi",
        "aturan NIP-02 menemukan 0 temuan dalam arsip Kecamatan Rimba Wangi",
    ],
)
def test_no_finding_is_claimed_only_of_a_rule_that_judged(tmp_path: Path, claim: str) -> None:
    """A rule that is for other documents has no findings, which proves nothing."""
    rows = ("| berkas | kantor | judul |", "| a.txt | Kecamatan Rimba Wangi | PENGELOLAAN SURAT |")
    with pytest.raises(Unmet):
        played(feature(tmp_path, SOP, "Dan arsip dengan SOP berikut", *rows, f"Maka {claim}"))


def test_no_finding_may_be_counted(tmp_path: Path) -> None:
    """Of a rule that judged and holds."""
    played(
        feature(tmp_path, SOP, "Maka aturan NIP-02 menemukan 0 temuan kritis", "Dan aturan NIP-02 menemukan 0 temuan")
    )
