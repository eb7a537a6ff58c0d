"""Maka: what the document is worth."""

from __future__ import annotations

from decimal import Decimal

from reports.numbers import decimal
from schemas.report import DocumentReport
from specs.claims import MistakeError, Unmet
from specs.desk import Desk
from specs.draft import Draft
from specs.vocabulary import then
from specs.words import KINDS, WordKind, choice, quotable

_VERDICTS = {name: name for name in ("layak", "layak dengan catatan", "belum layak")}
_VERDICTS_EN = {"fit": "layak", "fit with notes": "layak dengan catatan", "not yet fit": "belum layak"}
KINDS["putusan"] = quotable(choice(_VERDICTS, _VERDICTS_EN))
KINDS["angka"] = WordKind(
    r"\d{1,3}(?:[.,]\d{1,2})?", lambda words: Decimal(words.replace(",", ".")), {"id": "87,5", "en": "87.5"}
)
KINDS["urutan"] = choice({"pertama": 0, "kedua": 1, "ketiga": 2}, {"first": 0, "second": 1, "third": 2})


def _worth(report: DocumentReport) -> list[str]:
    if report.score is None or report.grade is None:
        return ["dokumen ini tidak dinilai"]
    value, low, high = (decimal(one, "id") for one in (report.score.value, report.score.low, report.score.high))
    score = f"nilainya {value} (antara {low} dan {high})"
    return [f"{score} dengan predikat {report.grade.value}, putusannya {report.verdict}"]


def _expect(report: DocumentReport, expected: str, holds: bool) -> None:  # noqa: FBT001 - it is the question
    if not holds:
        raise Unmet(expected, _worth(report))


@then(
    id="nilainya {score:angka} dengan predikat {letter:predikat}",
    en="the score is {score:angka} and the grade {letter:predikat}",
    topic="nilai",
    about=("Nilai dokumen (0-100) dan predikatnya.", "The score of the document (0-100) and its grade."),
    example=("nilainya 100 dengan predikat AA", "the score is 100 and the grade AA"),
)
def score_and_grade(desk: Desk, score: Decimal, letter: str) -> None:
    """Score and grade of the document."""
    report = desk.judged().report
    holds = report.score is not None and report.grade is not None
    same = holds and (report.score.value, report.grade.value) == (score, letter)  # type: ignore[union-attr]
    _expect(report, f"nilainya {decimal(score, 'id')} dengan predikat {letter}", same)


@then(
    id="predikatnya {letter:predikat}",
    en="the grade is {letter:predikat}",
    topic="nilai",
    about=("Predikat dokumen.", "The grade of the document."),
    example=("predikatnya AA", "the grade is C"),
)
def grade_is(desk: Desk, letter: str) -> None:
    """The grade of the document."""
    report = desk.judged().report
    _expect(report, f"predikatnya {letter}", report.grade is not None and report.grade.value == letter)


@then(
    id="batas atas sama dengan nilainya",
    en="the upper bound is the score",
    topic="nilai",
    about=(
        "Tidak ada yang menurunkan nilai karena tidak dapat dinilai.",
        "Nothing is held back for want of judgement.",
    ),
)
def upper_is_score(desk: Desk) -> None:
    """The upper bound is the score itself."""
    report = desk.judged().report
    same = report.score is not None and report.score.value == report.score.high
    _expect(report, "batas atas sama dengan nilainya", same)


@then(
    id="batas bawah di atas {points:angka}",
    en="the lower bound is above {points:angka}",
    topic="nilai",
    about=("Batas bawah nilai lebih dari itu.", "The lower bound of the score is more than that."),
    example=("batas bawah di atas 95", "the lower bound is above 95"),
)
def lower_above(desk: Desk, points: Decimal) -> None:
    """The lower bound of the score."""
    report = desk.judged().report
    _expect(
        report, f"batas bawah di atas {decimal(points, 'id')}", report.score is not None and report.score.low > points
    )


@then(
    id="batas bawah di bawah nilai SOP lengkap",
    en="the lower bound is below that of the complete SOP",
    topic="nilai",
    about=("Keraguan menurunkan batas bawah.", "Doubt lowers the lower bound."),
)
def lower_than_complete(desk: Desk) -> None:
    """The lower bound is below that of the complete SOP."""
    report = desk.judged().report
    whole = Desk(desk.bench, source=Draft(), as_of=desk.as_of, terms=desk.terms).judged().report
    assert whole.score is not None
    lower = report.score is not None and report.score.low < whole.score.low
    _expect(report, f"batas bawah di bawah nilai SOP lengkap ({whole.score.low})", lower)


@then(
    id="tidak ada perbaikan yang disarankan",
    en="no repair is suggested",
    topic="nilai",
    about=("Tidak ada perbaikan yang menaikkan nilai.", "There is no repair that would raise the score."),
)
def no_levers(desk: Desk) -> None:
    """There is no repair that would raise the score."""
    report = desk.judged().report
    if report.levers:
        raise Unmet("tidak ada perbaikan yang disarankan", [f"perbaiki {one.rule}" for one in report.levers])


@then(
    id="perbaikan {place:urutan} adalah aturan {rule:aturan} dengan predikat {letter:predikat}",
    en="the {place:urutan} repair is rule {rule:aturan} with the grade {letter:predikat}",
    topic="nilai",
    about=("Perbaikan yang paling menaikkan nilai, dan predikat sesudahnya.", "The repair that raises the score most."),
    example=(
        "perbaikan kedua adalah aturan steps/duplicate dengan predikat AA",
        "the second repair is rule steps/duplicate with the grade AA",
    ),
)
def lever_is(desk: Desk, place: int, rule: str, letter: str) -> None:
    """The repair at this place of the list, and the grade after it."""
    levers = [(one.rule, one.grade) for one in desk.judged().report.levers]
    if levers[place : place + 1] != [(desk.rule(rule), letter)]:
        expected = f"perbaikan ke-{place + 1} adalah aturan {rule} dengan predikat {letter}"
        raise Unmet(
            expected, [f"perbaikan ke-{at}: {name}, predikat {grade}" for at, (name, grade) in enumerate(levers, 1)]
        )


@then(
    id=("putusannya {verdict:putusan}", "dokumen dinyatakan {verdict:putusan}"),
    en="the verdict is {verdict:putusan}",
    topic="nilai",
    about=("Putusan atas dokumen.", "The verdict on the document."),
    example=('putusannya "layak dengan catatan"', 'the verdict is "fit with notes"'),
)
def verdict_is(desk: Desk, verdict: str) -> None:
    """The verdict."""
    report = desk.judged().report
    _expect(report, f"putusannya {verdict}", report.verdict == verdict)


@then(
    id="nilainya {score:angka}",
    en="the score is {score:angka}",
    topic="nilai",
    about=("Nilai dokumen (0-100).", "The score of the document (0-100)."),
    example=("nilainya 100", "the score is 100"),
)
def score_is(desk: Desk, score: Decimal) -> None:
    """The score."""
    report = desk.judged().report
    _expect(report, f"nilainya {decimal(score, 'id')}", report.score is not None and report.score.value == score)


@then(
    id="nilainya antara {low:angka} dan {high:angka}",
    en="the score is between {low:angka} and {high:angka}",
    topic="nilai",
    about=("Nilai dokumen tidak di luar kedua angka itu.", "The score lies between these, both included."),
    example=("nilainya antara 50 dan 99", "the score is between 50 and 99"),
)
def score_between(desk: Desk, low: Decimal, high: Decimal) -> None:
    """Where the score lies."""
    if low > high:
        raise MistakeError(f"Angka pertama ({decimal(low, 'id')}) lebih besar dari yang kedua ({decimal(high, 'id')}).")
    report = desk.judged().report
    holds = report.score is not None and low <= report.score.value <= high
    _expect(report, f"nilainya antara {decimal(low, 'id')} dan {decimal(high, 'id')}", holds)


@then(
    id=("nilainya paling sedikit {score:angka}", "nilainya minimal {score:angka}"),
    en="the score is at least {score:angka}",
    topic="nilai",
    about=("Nilai dokumen tidak kurang dari itu.", "The score is not less than that."),
    example=("nilainya paling sedikit 90", "the score is at least 90"),
)
def score_at_least(desk: Desk, score: Decimal) -> None:
    """The least score."""
    report = desk.judged().report
    _expect(
        report,
        f"nilainya paling sedikit {decimal(score, 'id')}",
        report.score is not None and report.score.value >= score,
    )


@then(
    id="batas nilainya {low:angka} sampai {high:angka}",
    en="the bounds of the score are {low:angka} and {high:angka}",
    topic="nilai",
    about=(
        "Batas bawah dan batas atas nilai, bila yang ragu dan yang tidak dapat dinilai dihitung.",
        "The bounds of the score, with what is doubtful or could not be judged.",
    ),
    example=("batas nilainya 100 sampai 100", "the bounds of the score are 100 and 100"),
)
def bounds_are(desk: Desk, low: Decimal, high: Decimal) -> None:
    """Both bounds."""
    report = desk.judged().report
    holds = report.score is not None and report.score.low == low and report.score.high == high
    _expect(report, f"batas nilainya {decimal(low, 'id')} sampai {decimal(high, 'id')}", holds)
