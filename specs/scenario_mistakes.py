"""What is wrong in one scenario: what it lacks, the order of its steps, and each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from specs.dialects import LISTED
from specs.outline_mistakes import outline_wrong, row_wrong, rows_of
from specs.reading import ScenarioText, StepText
from specs.step_mistakes import drafted, found_step, step_wrong
from specs.unknown_steps import Surroundings, other_moment
from specs.vocabulary import VOCABULARY, Found, Known, Moment
from specs.words import Language
from specs.wrong import Wrong, said, short

_WHOLE = "Skenario yang lengkap: Dengan (dokumennya), Ketika (yang diubah, bila ada), Maka (yang harus terjadi)."


def scenario_wrong(scenario: ScenarioText, around: Surroundings) -> Iterator[Wrong]:
    """Yield what is wrong in a scenario."""
    if not scenario.name:
        yield Wrong(scenario.line, "no-name", "Skenario ini belum bernama.", ('Tulis "Skenario: apa yang diuji".',))
    if not scenario.own_steps:
        yield Wrong(scenario.line, "no-steps", f"Skenario {said(scenario.name)} tidak memuat langkah.", (_WHOLE,))
        return
    told = list(first_joined(scenario.own_steps, around.language))
    yield from told
    yield from outline_wrong(scenario)
    yield from _lacking(scenario)
    drafts = drafted(scenario.steps)
    if scenario.examples:
        found = row_wrong(scenario, lambda steps: walked(steps, around, drafts))
    else:
        found = (wrong for _, wrong in walked(scenario.steps, around, drafts))
    begun = {one.line for one in told}
    yield from (one for one in found if one.code not in _MOMENT or one.line not in begun)


_MOMENT = frozenset({"wrong-moment", "given-for-when"})
"""What is not known of a step that goes on as none before it."""


def first_joined(steps: Sequence[StepText], language: Language) -> Iterator[Wrong]:
    """Say that the first step of a scenario or a background goes on as one before it, and there is none."""
    for step in steps[:1]:
        if step.joined:
            found = found_step(step) or other_moment(step)
            moment = found.known.moments[0] if found else "given"
            message = f"Langkah pertama tidak dapat diawali {said(step.keyword)}: belum ada langkah sebelumnya."
            yield Wrong(step.line, "first-joined", message, (f"Tulis: {LISTED[language][moment]} {short(step.text)}",))


def _lacking(scenario: ScenarioText) -> Iterator[Wrong]:
    """A scenario that would prove nothing: nothing is expected of it, or nothing is there to be judged."""
    steps = next(iter(rows_of(scenario)))[1] if scenario.examples else scenario.steps
    moments = _moments(steps)
    if "then" not in moments:
        message = f"Skenario {said(scenario.name)} tidak memuat langkah Maka, jadi tidak membuktikan apa pun."
        hint = "Tambahkan misalnya: Maka aturan NIP-02 tidak menemukan apa pun"
        yield Wrong(scenario.line, "no-then", message, (hint,))
    elif moments[-1] != "then":
        last = len(moments) - moments[::-1].index("then")
        step = scenario.steps[last]
        message = (
            f"Sesudah langkah ini tidak ada Maka, jadi tidak membuktikan apa pun: {step.keyword} {short(step.text)}"
        )
        yield Wrong(step.line, "nothing-after", message, ("Tulis Maka di bawahnya, atau hapus langkah ini.",))
    yield from _replacing(scenario.own_steps)
    for step, moment in zip(scenario.steps, moments, strict=True):
        if moment == "given" and not _about_rules(step):
            return
        if moment != "given":
            message = f"Belum ada dokumen sebelum langkah ini: {step.keyword} {short(step.text)}"
            hint = "Awali skenario dengan langkah Dengan, misalnya: Dengan SOP lengkap"
            yield Wrong(step.line, "no-given", message, (hint,))
            return


def _replacing(steps: Sequence[StepText]) -> Iterator[Wrong]:
    """A document that takes the place of another, of which nobody asked anything."""
    before: StepText | None = None
    for step in steps:
        found = found_step(step)
        calls = found.known.run.__code__.co_names if found else ()
        if step.moment == "then" or "_store" in calls:
            before = None
        elif "begin" in calls and before is not None:
            message = (
                f"Dokumen ini mengganti dokumen pada baris {before.line}, yang belum diperiksa: {short(step.text)}"
            )
            hints = (
                "Satu skenario memeriksa satu dokumen; hapus salah satu, atau buat dua skenario.",
                "Untuk beberapa dokumen: Dengan arsip dengan SOP berikut",
            )
            yield Wrong(step.line, "second-document", message, hints)
        elif "begin" in calls:
            before = step


def _about_rules(step: StepText) -> bool:
    """Whether a step says by what is judged, and not what."""
    found = found_step(step)
    return found is not None and found.known.topic == "pemeriksaan"


def _moments(steps: Sequence[StepText]) -> list[Moment]:
    """The moment of each step, or the one that was meant where it is known at another."""
    return [meant or step.moment for step, meant in _meant(steps)]


def _meant(steps: Sequence[StepText]) -> Iterator[tuple[StepText, Moment | None]]:
    """Yield each step with the moment that was meant, where its first word says another: `Jika` for `Ketika`."""
    meant: Moment | None = None
    for step in steps:
        meant = meant if step.joined else None
        if found_step(step) is None and not (meant and VOCABULARY.find(meant, step.text)):
            other = other_moment(step)
            meant = other.known.moments[0] if other else None
        yield step, meant


def walked(steps: Sequence[StepText], around: Surroundings, drafts: frozenset[str]) -> Iterator[tuple[StepText, Wrong]]:
    """Yield what is wrong in the steps of a scenario, one after the other, with the step."""
    asked, before = False, None
    for step, meant in _meant(steps):
        follows = step.joined and meant is not None and meant == before
        before = meant
        if follows and VOCABULARY.find(meant or step.moment, step.text):
            continue  # it is right as soon as the step before it is
        found = found_step(step)
        if found is not None and step.moment == "then" and not asked and about_findings(found.known):
            yield step, _too_early(step)
        asked = _asked(step, found, already=asked)
        yield from ((step, wrong) for wrong in step_wrong(step, around, drafts))


def _asked(step: StepText, found: Found | None, *, already: bool) -> bool:
    """Whether a rule was asked about that the next step may speak of; a change makes that void."""
    if step.moment != "then":
        return False
    return already or found is None or "aturan" in found.pattern.kinds.values()


def about_findings(known: Known) -> bool:
    """Whether a step speaks of the findings of the rule that a step before it asked about."""
    return "claim_more" in known.run.__code__.co_names


def _too_early(step: StepText) -> Wrong:
    message = (
        f"Belum ada langkah yang menyebut aturan, padahal langkah ini berbicara tentang temuannya: {short(step.text)}"
    )
    hint = "Tulis dahulu di atasnya misalnya: Maka aturan NIP-02 menemukan 1 temuan kritis"
    return Wrong(step.line, "finding-first", message, (hint,))
