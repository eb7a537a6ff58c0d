"""Maka: what a rule says of the document, and its findings."""

from __future__ import annotations

from collections.abc import Callable

from schemas.report import Confidence, Finding, Outcome, Severity
from specs.claims import ArchiveSaid, Said, Unmet, finding_line, told
from specs.desk import Desk
from specs.vocabulary import then

NAMES = {Severity.CRITICAL: "kritis", Severity.MAJOR: "mayor", Severity.MINOR: "minor", Severity.ADVICE: "saran"}
_CONFIDENCES = {Confidence.HIGH: "tinggi", Confidence.MEDIUM: "sedang", Confidence.LOW: "rendah"}


def _outcome(expected: str, outcome: Outcome | None) -> Callable[[Said], None]:
    def check(said: Said) -> None:
        if said.outcome is not outcome:
            raise Unmet(expected, told(said))

    return check


def counts(said: Said | None, count: int) -> bool:
    """Whether a rule has so many findings; none has only one that was judged."""
    if said is None or said.outcome is not (Outcome.FLAGGED if count else Outcome.CLEAN):
        return False
    return len(said.findings) == count


def some(expected: str, holds: Callable[[Finding], bool]) -> Callable[[Said | ArchiveSaid], None]:
    """Some finding is so."""

    def check(said: Said | ArchiveSaid) -> None:
        if not any(map(holds, said.findings)):
            raise Unmet(expected, told(said))

    return check


def _all(expected: str, holds: Callable[[Finding], bool]) -> Callable[[Said | ArchiveSaid], None]:
    """There are findings, and all are so."""

    def check(said: Said | ArchiveSaid) -> None:
        if not said.findings or not all(map(holds, said.findings)):
            raise Unmet(expected, told(said))

    return check


@then(
    id="aturan {rule:aturan} menemukan {count:bilangan} temuan {severity:tingkat}",
    en=(
        "rule {rule:aturan} has {count:bilangan} {severity:tingkat} finding",
        "rule {rule:aturan} has {count:bilangan} {severity:tingkat} findings",
    ),
    topic="hasil",
    about=(
        "Aturan itu menemukan tepat sebanyak itu, semuanya setingkat itu.",
        "The rule has just so many findings, all of this severity.",
    ),
    example=(
        "aturan office/leftover-other-office menemukan 1 temuan mayor",
        "rule person/approver-name-missing has 1 major finding",
    ),
)
def finds(desk: Desk, rule: str, count: int, severity: Severity) -> None:
    """The rule has so many findings of a severity, and no others."""
    expected = f"aturan {rule} menemukan {count} temuan {NAMES[severity]}"

    def check(said: Said) -> None:
        if not counts(said, count) or [one.severity for one in said.findings] != [severity] * count:
            raise Unmet(expected, told(said))

    desk.claim(rule, check)


@then(
    id=(
        "aturan {rule:aturan} tidak menemukan apa pun",
        "dokumen patuh terhadap aturan {rule:aturan}",
        "SOP patuh terhadap aturan {rule:aturan}",
        "tidak ada temuan aturan {rule:aturan}",
        "tidak ada temuan dari aturan {rule:aturan}",
        "tidak ada temuan {rule:aturan}",
    ),
    en=(
        "rule {rule:aturan} finds nothing",
        "the document complies with rule {rule:aturan}",
        "there is no finding of rule {rule:aturan}",
    ),
    topic="hasil",
    about=("Aturan itu dinilai dan dipenuhi.", "The rule was judged and holds."),
    example=(
        "aturan section/qualification-is-post tidak menemukan apa pun",
        "rule performance/statement-contradicts finds nothing",
    ),
)
def clean(desk: Desk, rule: str) -> None:
    """The rule was judged and holds."""
    desk.claim(rule, _outcome(f"aturan {rule} tidak menemukan apa pun", Outcome.CLEAN))


@then(
    id=(
        "dokumen melanggar aturan {rule:aturan}",
        "SOP melanggar aturan {rule:aturan}",
        "aturan {rule:aturan} dilanggar",
        "ada temuan aturan {rule:aturan}",
        "ada temuan dari aturan {rule:aturan}",
        "ada temuan {rule:aturan}",
    ),
    en=("the document breaks rule {rule:aturan}", "there is a finding of rule {rule:aturan}"),
    topic="hasil",
    about=("Aturan itu menemukan sesuatu, berapa pun banyaknya.", "The rule has findings, however many."),
    example=(
        "dokumen melanggar aturan performance/value-invalid",
        "the document breaks rule performance/value-invalid",
    ),
)
def breaks(desk: Desk, rule: str) -> None:
    """The rule has findings."""
    desk.claim(rule, _outcome(f"dokumen melanggar aturan {rule}", Outcome.FLAGGED))


@then(
    id=("aturan {rule:aturan} tidak berlaku", "aturan {rule:aturan} tidak berlaku bagi dokumen ini"),
    en="rule {rule:aturan} does not apply",
    topic="hasil",
    about=("Dokumen tidak memuat hal yang diatur.", "The document holds nothing that the rule is about."),
    example=("aturan performance/sasaran-without-indicator tidak berlaku", "rule PJ-03 does not apply"),
)
def not_applicable(desk: Desk, rule: str) -> None:
    """The rule does not apply."""
    desk.claim(rule, _outcome(f"aturan {rule} tidak berlaku", Outcome.NOT_APPLICABLE))


@then(
    id="aturan {rule:aturan} tidak dapat dinilai karena {reason:teks}",
    en="rule {rule:aturan} cannot be judged because {reason:teks}",
    topic="hasil",
    about=(
        "Yang diperlukan aturan itu tidak terbaca; sebabnya memuat kata itu.",
        "What the rule needs was not readable.",
    ),
    example=(
        'aturan PJ-02 tidak dapat dinilai karena "tidak terbaca pasti"',
        'rule RL-02 cannot be judged because "tidak dapat dipasangkan"',
    ),
)
def not_evaluated(desk: Desk, rule: str, reason: str) -> None:
    """The rule could not be judged, for a reason with these words."""
    expected = f'aturan {rule} tidak dapat dinilai karena "{reason}"'

    def check(said: Said) -> None:
        if said.outcome is not Outcome.NOT_EVALUATED or reason not in (said.reason or ""):
            raise Unmet(expected, told(said))

    desk.claim(rule, check)


@then(
    id=("aturan {rule:aturan} tidak dapat dinilai", "dokumen tidak dapat dinilai menurut aturan {rule:aturan}"),
    en="rule {rule:aturan} cannot be judged",
    topic="hasil",
    about=("Yang diperlukan aturan itu tidak terbaca.", "What the rule needs was not readable."),
    example=("aturan identity/date-order tidak dapat dinilai", "rule identity/date-order cannot be judged"),
)
def not_evaluated_at_all(desk: Desk, rule: str) -> None:
    """The rule could not be judged."""
    desk.claim(rule, _outcome(f"aturan {rule} tidak dapat dinilai", Outcome.NOT_EVALUATED))


@then(
    id="aturan {rule:aturan} tidak ikut menilai",
    en="rule {rule:aturan} does not judge",
    topic="hasil",
    about=(
        "Aturan itu tidak ada dalam profil, dimatikan, atau bukan untuk dokumen semacam ini.",
        "The rule is not in the profile, is switched off, or is not for such documents.",
    ),
    example=("aturan steps/time-missing tidak ikut menilai", "rule steps/time-missing does not judge"),
)
def not_judging(desk: Desk, rule: str) -> None:
    """The rule is not judged."""
    desk.claim(rule, _outcome(f"aturan {rule} tidak ikut menilai", None))


@then(
    id="temuan mengutip {words:teks}",
    en="a finding quotes {words:teks}",
    topic="hasil",
    about=(
        "Salah satu temuan aturan tadi mengutip kata itu dari dokumen.",
        "A finding quotes these words of the document.",
    ),
    example=(
        'temuan mengutip "Laksanakan prosedur ini sesuai jadwal"',
        'a finding quotes "Disimpan oleh Subbagian Perencanaan."',
    ),
)
def quotes(desk: Desk, words: str) -> None:
    """A finding of the rule quotes the words."""
    desk.claim_more(some(f'temuan mengutip "{words}"', lambda one: any(words in at.quote for at in one.evidence)))


@then(
    id="temuan mengutip {first:teks} lalu {second:teks}",
    en="a finding quotes {first:teks}, then {second:teks}",
    topic="hasil",
    about=(
        "Kutipan pertama salah satu temuan memuat kata yang pertama, kutipan keduanya kata yang kedua.",
        "The first two quotes of one finding hold these words, in this order.",
    ),
    example=(
        'temuan mengutip "PP Nomor 17 Tahun 2018" lalu "PP No. 17 Tahun 2018"',
        'a finding quotes "PP No. 17 Tahun 2018", then "Peraturan Pemerintah Nomor 17 Tahun 2018"',
    ),
)
def quotes_both(desk: Desk, first: str, second: str) -> None:
    """The first two places of one finding quote these words, in this order."""

    def both(one: Finding) -> bool:
        places = one.evidence[:2]
        return len(places) == 2 and first in places[0].quote and second in places[1].quote

    desk.claim_more(some(f'temuan mengutip "{first}" lalu "{second}"', both))


@then(
    id="temuan menyatakan {words:teks}",
    en="a finding states {words:teks}",
    topic="hasil",
    about=("Kondisi salah satu temuan memuat kata itu.", "The condition of a finding holds these words."),
    example=(
        'temuan menyatakan "karena dua peraturan dapat berjudul sama"',
        'a finding states "Tidak satu pun dari 7 langkah memuat output."',
    ),
)
def states(desk: Desk, words: str) -> None:
    """The condition of a finding of the rule holds the words."""
    desk.claim_more(some(f'temuan menyatakan "{words}"', lambda one: words in one.condition))


@then(
    id="temuan menyarankan {words:teks}",
    en="a finding recommends {words:teks}",
    topic="hasil",
    about=("Saran perbaikan salah satu temuan memuat kata itu.", "The recommendation of a finding holds these words."),
    example=(
        'temuan menyarankan "kemampuan yang harus dimiliki pelaksana"',
        'a finding recommends "kemampuan yang harus dimiliki pelaksana"',
    ),
)
def recommends(desk: Desk, words: str) -> None:
    """The recommendation of a finding of the rule holds the words."""
    desk.claim_more(some(f'temuan menyarankan "{words}"', lambda one: words in one.recommendation))


@then(
    id="temuan menunjuk baris yang memuat {words:teks}",
    en="a finding points to the line that holds {words:teks}",
    topic="hasil",
    about=("Letak salah satu temuan adalah baris naskah itu.", "The place of a finding is that line of the text."),
    example=(
        'temuan menunjuk baris yang memuat "Persentase desa tertib"',
        'a finding points to the line that holds "Indikator Kinerja"',
    ),
)
def points_to(desk: Desk, words: str) -> None:
    """A finding of the rule has its place on a line with the words."""
    lines = {number for number, line in enumerate(desk.text.splitlines(), 1) if words in line}
    desk.claim_more(
        some(f'temuan menunjuk baris yang memuat "{words}"', lambda one: any(at.line in lines for at in one.evidence))
    )


@then(
    id="keyakinan temuan {confidence:keyakinan}",
    en="the confidence is {confidence:keyakinan}",
    topic="hasil",
    about=("Keyakinan semua temuan aturan tadi.", "The confidence of all findings of the rule."),
    example=("keyakinan temuan rendah", "the confidence is medium"),
)
def confidence_is(desk: Desk, confidence: Confidence) -> None:
    """All findings of the rule have this confidence."""
    desk.claim_more(_all(f"keyakinan temuan {_CONFIDENCES[confidence]}", lambda one: one.confidence is confidence))


@then(
    id="temuan mencatat {words:teks}",
    en="a finding notes {words:teks}",
    topic="hasil",
    about=("Catatan pada bukti salah satu temuan memuat kata itu.", "A note beside the evidence holds these words."),
    example=(
        "temuan mencatat 'label terbaca \"Tanggal Pengesahn\"'",
        "a finding notes 'label terbaca \"Tanggal Pengesahn\"'",
    ),
)
def notes(desk: Desk, words: str) -> None:
    """A note of a finding of the rule holds the words."""
    desk.claim_more(
        some(f'temuan mencatat "{words}"', lambda one: any(words in (at.note or "") for at in one.evidence))
    )


@then(
    id="temuan tidak mencatat bacaan ragu",
    en="no finding notes a doubtful reading",
    topic="hasil",
    about=("Tidak ada bukti yang bacaannya meragukan.", "No evidence was read with doubt."),
)
def no_doubt(desk: Desk) -> None:
    """No finding of the rule rests on doubtful words."""
    desk.claim_more(
        _all("temuan tidak mencatat bacaan ragu", lambda one: not any("ragu" in (at.note or "") for at in one.evidence))
    )


@then(
    id="temuan menyebut kriteria AKIP {number:teks}",
    en="the findings name the AKIP criterion {number:teks}",
    topic="hasil",
    about=("Semua temuan aturan tadi menyebut kriteria evaluasi AKIP itu.", "All findings name this criterion."),
    example=('temuan menyebut kriteria AKIP "2a.3"', 'the findings name the AKIP criterion "2a.3"'),
)
def names_akip(desk: Desk, number: str) -> None:
    """All findings of the rule name the criterion of the evaluation of SAKIP."""
    desk.claim_more(
        _all(
            f'temuan menyebut kriteria AKIP "{number}"',
            lambda one: number in one.akip and f"kriteria AKIP {number}" in one.criterion,
        )
    )


@then(
    id="temuan tidak menyebut kriteria AKIP",
    en="the findings name no AKIP criterion",
    topic="hasil",
    about=("Tidak satu pun temuan aturan tadi menyebut kriteria AKIP.", "No finding of the rule names a criterion."),
)
def names_no_akip(desk: Desk) -> None:
    """No finding of the rule names a criterion of the evaluation of SAKIP."""
    desk.claim_more(
        _all("temuan tidak menyebut kriteria AKIP", lambda one: not one.akip and "AKIP" not in one.criterion)
    )


@then(
    id="tidak ada temuan di atas saran",
    en="there is no finding above advice",
    topic="hasil",
    about=("Tidak satu aturan pun menemukan lebih dari sekadar saran.", "No rule has more than advice."),
)
def nothing_above_advice(desk: Desk) -> None:
    """No rule finds more than advice."""

    def check(said: Said) -> None:
        above = [one for one in said.findings if one.severity is not Severity.ADVICE]
        if above:
            raise Unmet("tidak ada temuan di atas saran", [f"{said.rule}: {finding_line(one)}" for one in above])

    desk.claim_of_all(check)
