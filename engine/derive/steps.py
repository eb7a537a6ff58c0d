"""Facts about the step table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from engine.derive.actors import actor_mentions
from engine.derive.acts import act_of, is_staff
from engine.derive.factlist import FactList
from engine.derive.step_flow import flow_facts
from engine.derive.step_outputs import output_facts
from engine.derive.step_times import time_facts
from engine.derive.step_wording import title_words, wording_facts
from engine.derive.wording import digest, enumerate_words, key_of, shorten, step_number, text_of
from extraction.durations import WORKDAY_MINUTES
from schemas.evidence import Evidence
from schemas.report import Confidence
from schemas.sop import Sop, Step, Text

MAX_MISSING = 10
"""Missing step numbers that a message names."""
MAX_PAIRED_STEPS = 400
"""Typing errors between steps are only looked for in tables up to this size (the comparison is quadratic)."""

TIME_CHARS = 40
_WHOLE_DAYS = re.compile(r"\D{0,12}(\d{1,3})\s{0,2}[x×*]\s{0,2}24\s{0,2}jam")
_ROMAN_OR_DIGIT = re.compile(r"^(?:[ivx]+|\d+)$")
_DANGLING = re.compile(
    r"(?i)(?:\b(?:dan|atau|untuk|ke|kepada|oleh|di|dari|dengan|dalam|yang|serta|pada|tentang|telah|akan|jika|"
    r"apabila|bila|agar|maka|sebagai|melalui|terhadap|antara|"
    r"(?<!yang )(?<!tidak )(?<!belum )(?<!sudah )(?<!telah )sesuai)|[,(/\-–])\s*$"
)


def step_facts(out: FactList, sop: Sop) -> None:
    """Facts about each step, the table, its parts, pairs of equal steps, and who acts in the text."""
    if sop.steps_state != "read":
        return
    states = [_step_state(sop, step) for step in sop.steps]
    keys = [key_of(step.text.value) if step.text else "" for step in sop.steps]
    marked = sum(bool(step.marks or step.actors) for step in sop.steps)
    numbering = list(_numbering(sop.steps))
    for position, (step, state, key) in enumerate(zip(sop.steps, states, keys, strict=True), 1):
        kind, missing = numbering[position - 1]
        out.add(
            "step",
            {
                "position": position,
                "key": digest(key.replace(" ", "")) if key else "",
                "number": step.number,
                "numbering": kind,
                "text": _text_state(step),
                "time": state[0],
                "output": state[1],
                "requirements": state[2],
                "mark": "unreadable"
                if "actors" in step.unreadable
                else "marked"
                if step.marks or step.actors
                else "unmarked",
                "act": act_of(step.text.value) if step.text else "other",
                "by": _marked_rank(step),
                "minutes": _work_minutes(step),
            },
            {
                "no": step_number(step, position),
                "text": shorten(step.text.value) if step.text else "",
                "missing": enumerate_words(missing),
                "printed_time": _printed_time(step),
                "actors": enumerate_words([actor.value for actor in step.actors]),
            },
            _step_evidence(step),
            doubts=(step.doubt,) if step.doubt else (),
        )
    _step_table(out, sop, states, marked)
    _terminators(out, sop, marked)
    _table_parts(out, sop)
    _step_pairs(out, sop, keys)
    mentions = actor_mentions(sop)
    outside = {place for mention in mentions if not mention.in_columns for place in mention.leads}
    wording_facts(out, sop, outside)
    title_words(out, sop)
    time_facts(out, sop)
    output_facts(out, sop)
    flow_facts(out, sop)
    for mention in mentions:
        out.add(
            "actor_mention",
            {"in_columns": mention.in_columns, "acts": mention.acts},
            {
                "actor": mention.name,
                "steps": enumerate_words(mention.steps),
                "columns": ", ".join(actor.value for actor in sop.actors),
            },
            mention.evidence,
        )


def _step_evidence(step: Step) -> tuple[Evidence, ...]:
    return step.text.evidence[:3] if step.text else (step.place,)


def _marked_rank(step: Step) -> str:
    """Whether only staff is marked; nobody is known where no mark is read."""
    if not step.actors:
        return "none"
    return "staff" if all(is_staff(actor.value) for actor in step.actors) else "other"


def _work_minutes(step: Step) -> int | None:
    """The minutes of work; `1 x 24 jam` is a day on the calendar, so one of work."""
    time = step.duration
    if time is None or time.minutes is None:
        return None
    days = _WHOLE_DAYS.match(time.text.value[:TIME_CHARS].lower())
    return int(days.group(1)) * WORKDAY_MINUTES if days else time.minutes.value


def _printed_time(step: Step) -> str:
    if step.duration is None:
        return ""
    words = shorten(step.duration.text.value)
    bare = step.duration.unit and not any(letter.isalpha() for letter in words)
    return f"{words} {step.duration.unit}" if bare else words


def _step_state(sop: Sop, step: Step) -> tuple[str, str, str]:
    cells = (
        (step.duration, sop.has_time_column, "time"),
        (step.output, sop.has_output_column, "output"),
        (step.requirements, sop.has_requirements_column, "requirements"),
    )
    time, output, requirements = [_cell_state(step, cell, column=column, name=name) for cell, column, name in cells]
    return time, output, requirements


def _cell_state(step: Step, cell: object, *, column: bool, name: str) -> str:
    if cell is not None and name not in step.unreadable:
        return "present"
    if name in step.unreadable:
        return "unreadable"
    if not column:  # the heading was read: where the text breaks off hides nothing of it
        return "no-column"
    return "unreadable" if step.cut else "missing"


def _text_state(step: Step) -> str:
    if step.text is None or not any(letter.isalpha() for letter in step.text.value):
        return "end" if step.cut else "empty"
    if step.cut:
        return "end"
    return "cut" if _DANGLING.search(step.text.value[-40:]) else "ok"


def _numbering(steps: Sequence[Step]) -> Iterator[tuple[str, list[str]]]:
    """Judge the step numbers in order; see `step.numbering` in the vocabulary."""
    last = 0
    seen: set[int] = set()
    numbers = [step.number for step in steps]
    for index, printed in enumerate(numbers):
        if index and printed == 1 and steps[index].phase != steps[index - 1].phase:
            last, seen = 0, set()
        if printed is None:
            yield "none", []
            last = last + 1 if last else 0
            continue
        following = next((other for other in numbers[index + 1 :] if other is not None), None)
        doubtful = bool(last) and printed != last + 1 and _lost_digit(printed, last + 1, following)
        number = last + 1 if doubtful else printed
        missing = _missing_before(number, last, seen, first=index == 0)
        if doubtful:
            yield "doubtful", []
        elif number in seen:
            yield "repeat", []
        else:
            yield ("gap" if missing else "ok"), missing
        seen.add(number)
        last = number


def _missing_before(number: int, last: int, seen: set[int], *, first: bool) -> list[str]:
    """The numbers that are missing before this one, ten at most."""
    if not last and not first:
        return []
    span = range(last + 1, min(number, last + 1 + MAX_MISSING))
    return [str(missing) for missing in span if missing not in seen]


def _lost_digit(number: int, expected: int, following: int | None) -> bool:
    """`1` between 9 and 11: a digit of 10 was lost, and the sequence goes on as if it were there."""
    if following is not None and following != expected + 1:
        return False
    printed, wanted = str(number), str(expected)
    return len(printed) < len(wanted) and (wanted.startswith(printed) or wanted.endswith(printed))


def _marks(sop: Sop, marked: int) -> str:
    """How the actor columns are marked; see `step_table.marks` in the vocabulary."""
    if 2 * marked < len(sop.steps) and all(step.marks or step.actors or _is_hidden(step) for step in sop.steps):
        return "unreadable"
    if not marked:
        return "none"
    if marked == len(sop.steps):
        return "all"
    kinds = {mark.kind for step in sop.steps for mark in step.marks}
    if kinds and kinds <= {"start", "end"}:
        return "start-end"
    return "some" if 2 * marked >= len(sop.steps) else "few"


def _is_hidden(step: Step) -> bool:
    """Whether a mark may stand in a picture or in a figure that is drawn somewhere else, while the row is clear."""
    return step.unreadable == ("actors",) and step.doubt is None


def _step_table(out: FactList, sop: Sop, states: Sequence[tuple[str, str, str]], marked: int) -> None:
    def level(column: int) -> str:
        kinds = {state[column] for state in states}
        if kinds == {"no-column"}:
            return "no-column"
        if "present" not in kinds:
            return "unreadable" if "unreadable" in kinds else "none"
        return "some" if "missing" in kinds else "all"

    lines = [step.place.line or 0 for step in sop.steps]
    unused = _unused(sop)
    titles = [place for actor in unused for place in actor.evidence[:1]]
    evidence = (*titles, *((sop.steps_place,) if sop.steps_place else ()))
    out.add(
        "step_table",
        {
            "steps": len(sop.steps),
            "marked": marked,
            "marks": _marks(sop, marked),
            "times": level(0),
            "outputs": level(1),
            "requirements": level(2),
            "actors": len(sop.actors),
            "unused": len(unused),
            "cut": _is_cut(sop),
        },
        {
            "lines": f"{min(lines, default=0)}-{max(lines, default=0)}",
            "unused_titles": enumerate_words([v.value for v in unused]),
        },
        evidence,
    )


def _unused(sop: Sop) -> list[Text]:
    """The actor columns in which no row has a mark; none where no mark is readable at all."""
    used = {mark.actor for step in sop.steps for mark in step.marks}
    if not used:
        return []
    names = {_letters(actor.value) for at, actor in enumerate(sop.actors) if at in used}
    return [actor for at, actor in enumerate(sop.actors) if at not in used and _letters(actor.value) not in names]


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text.lower()))


def _terminators(out: FactList, sop: Sop, marked: int) -> None:
    """Which of Mulai and Selesai can be read; few other marks say that symbols were lost, perhaps this one too."""
    words = [mark for step in sop.steps for mark in step.marks if mark.kind != "mark"]
    kinds = {mark.kind for mark in words}
    lost = _marks(sop, marked) in ("few", "start-end")
    start = "start" in kinds or ("end" in kinds and _says(sop.steps[0], "mulai"))
    end = "end" in kinds or ("start" in kinds and _says(sop.steps[-1], "selesai"))
    known = (start and end) or not any(map(_is_hidden, sop.steps))
    out.add(
        "terminators",
        {
            "start": start and known,
            "end": end and known,
            "cut": _is_cut(sop),
        },
        {},
        words[0].text.evidence[:1] if words else (),
        Confidence.LOW if lost else Confidence.HIGH,
    )


def _is_cut(sop: Sop) -> bool:
    return sop.cut or any(step.cut for step in sop.steps)


def _says(step: Step, word: str) -> bool:
    """A row that begins or ends the procedure in another column than those of the actors."""
    return any(text_of(value).strip(" .()").lower() == word for value in (step.text, step.output, step.remarks))


def _table_parts(out: FactList, sop: Sop) -> None:
    parts = sop.parts
    inside = any(step.no for step in sop.steps)
    for position, part in enumerate(parts, 1):
        out.add(
            "table_part",
            {
                "position": position,
                "has_heading": part.heading is not None,
                "columns_differ": part.columns != parts[0].columns,
                "numbered": part.numbered,
            },
            {
                "columns": str(part.columns),
                "first_columns": str(parts[0].columns),
                "lines": str(part.place.line or ""),
                "numbers": "; nomor langkah ditulis di dalam kolom uraian" if inside and not part.numbered else "",
                "numbers_en": "; the numbers stand in the text of the steps" if inside and not part.numbered else "",
            },
            (part.place,) if part.place.quote else _first_of_part(sop, position - 1) or (part.place,),
        )


def _first_of_part(sop: Sop, part: int) -> tuple[Evidence, ...]:
    """Where a part of the table begins that has no words in its first row."""
    first = next((step for step in sop.steps if step.part == part and step.text), None)
    return first.text.evidence[:1] if first and first.text else ()


def _step_pairs(out: FactList, sop: Sop, keys: Sequence[str]) -> None:
    first: dict[str, int] = {}
    words = [key.split() for key in keys]
    for index, key in enumerate(keys):
        if not key:
            continue
        bare = key.replace(" ", "")
        if bare in first:
            _step_pair(out, sop, first[bare], index, "exact")
            continue
        first[bare] = index
        if len(keys) <= MAX_PAIRED_STEPS:
            twin = next(
                (other for other in range(index) if words[other] and _typing_error(words[other], words[index])), None
            )
            if twin is not None:
                _step_pair(out, sop, twin, index, "typo")


def _typing_error(a: Sequence[str], b: Sequence[str]) -> bool:
    """The same words but for one letter in a long word; numbers and roman numerals must agree."""
    if len(a) != len(b) or len(a) < 2:
        return False
    wrong = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if not 1 <= len(wrong) <= 2:
        return False
    return all(
        min(len(x), len(y)) >= 6
        and not _ROMAN_OR_DIGIT.match(x)
        and x[:1] == y[:1]
        and OSA.distance(x, y, score_cutoff=1) <= 1
        for x, y in wrong
    )


def _step_pair(out: FactList, sop: Sop, first: int, second: int, kind: str) -> None:
    a, b = sop.steps[first], sop.steps[second]
    assert a.text is not None
    assert b.text is not None
    a_actors, b_actors = {v.value for v in a.actors}, {v.value for v in b.actors}
    same = not a_actors or not b_actors or bool(a_actors & b_actors)
    out.add(
        "step_pair",
        {"kind": kind, "same_actor": same},
        {
            "a_no": step_number(a, first + 1),
            "b_no": step_number(b, second + 1),
            "a": shorten(a.text.value),
            "b": shorten(b.text.value),
        },
        (*b.text.evidence[:2], *a.text.evidence[:2]),
        doubts=tuple(dict.fromkeys(step.doubt for step in (b, a) if step.doubt)),
    )
