"""
The closed vocabulary of facts: what a rule may ask about.

A fact carries two kinds of things. *Fields* go into the engine: small, flat, typed (str, int, bool) and total, so every
fact of a kind has every field; an optional field that is not known is None. *Words* never go into the engine: they are
the printed words that messages quote, looked up by fact id when a finding is written.

Each kind is described once, here; `engine/facts.py` fills it and `engine/pack.py` checks rules against it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from schemas.evidence import Evidence
from schemas.report import Confidence

FieldType = type[str] | type[int] | type[bool]
Scalar = str | int | bool | None

MAX_INT = 2**53
"""The engine holds integers exactly up to here."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a fact kind."""

    type: FieldType
    about: str
    optional: bool = False
    values: tuple[str, ...] = ()
    """The closed list of values of a str field; empty = free."""


@dataclass(frozen=True, slots=True)
class FactKind:
    """One kind of fact."""

    about: str
    fields: dict[str, FieldSpec]
    words: dict[str, str] = field(default_factory=dict)
    """Word name -> what it holds. Words may be used in messages only."""


@dataclass(slots=True)
class Fact:
    """One fact about one document."""

    id: str
    kind: str
    fields: dict[str, Scalar]
    words: dict[str, str]
    evidence: tuple[Evidence, ...]
    confidence: Confidence = Confidence.HIGH
    """How surely it was read; a finding has the weakest of its facts and its rule."""


def _s(about: str, *values: str, optional: bool = False) -> FieldSpec:
    return FieldSpec(str, about, optional, values)


def _i(about: str, *, optional: bool = False) -> FieldSpec:
    return FieldSpec(int, about, optional)


def _b(about: str) -> FieldSpec:
    return FieldSpec(bool, about)


_FIELD_NAMES = ("number", "title", "created", "revised", "approved", "effective", "approver")
_FIELD_STATES = ("filled", "empty", "dash", "absent", "unplaced")
_SECTIONS = ("legal_basis", "qualifications", "related", "equipment", "warnings", "records")
_SECTION_STATES = ("filled", "empty", "headless", "absent", "unplaced")
_CELL_STATES = ("present", "missing", "no-column", "unreadable")

FACT_KINDS: dict[str, FactKind] = {
    "whole": FactKind(
        "The text of the SOP, first line to last; exactly one. Its evidence says where something was looked for.",
        {
            "lines": _i("how many lines of the file"),
            "cut": _b("the text ends inside the form or inside a citation: what should follow may have been lost"),
        },
        {"lines": "first and last line, '1-95'"},
    ),
    "document": FactKind(
        "The SOP as a whole; exactly one.",
        {
            "has_identity": _b("an identity block was found"),
            "steps": _s("how the step table was found", "read", "absent", "unreadable"),
            "approver_field": _s("state of Disahkan Oleh; absent without an identity block", *_FIELD_STATES),
            "has_approver": _b("the identity block names an office, a person or an NIP as approver"),
            "has_signature": _b("somebody signs below a text of the document, with a name or an NIP"),
            "has_officer": _b("has_approver or has_signature"),
            "signature_trace": _b("ttd, an electronic signature note, or another trace of a signature is readable"),
            "shows_signatures": _b("this medium can show a wet or digital signature at all"),
            "legal_state": _s("state of the section Dasar Hukum, form and narrative together", *_SECTION_STATES),
            "legal_items": _i("citations in all lists together"),
        },
        {"unit": "name of the office, or 'dokumen ini'", "identity_lines": "lines of the identity block, '71-79'"},
    ),
    "field": FactKind(
        "A labelled field of the identity block; seven when there is a block, none without.",
        {
            "name": _s("which field", *_FIELD_NAMES),
            "state": _s("how it was found", *_FIELD_STATES),
            "dates": _s(
                "for approved and effective: which of the two labels stand there; both for other fields",
                "both",
                "only-approved",
                "only-effective",
                "neither",
            ),
        },
        {"label": "standard Indonesian label", "printed": "the label as printed, or the standard one"},
    ),
    "date": FactKind(
        "A date field of the identity block that has a value.",
        {
            "field": _s("which field", "created", "revised", "approved", "effective"),
            "rank": _i("1 created, 2 approved, 3 effective, 0 revised"),
            "state": _s("how it was understood", "valid", "invalid", "incomplete", "unreadable"),
            "iso": _s("ISO date, when valid", optional=True),
            "ambiguous": _b("numbers only, day and month could be exchanged"),
        },
        {"label": "standard Indonesian label", "printed": "as printed", "day": "written out: 4 Januari 2023"},
    ),
    "title_pair": FactKind(
        "Two titles of the same SOP at two places (cover, identity block, over the step table).",
        {
            "same": _b("they name the same thing: equal, or one only says more than the other"),
            "similarity": _i("0-100, token similarity"),
        },
        {"a": "first title", "b": "second title", "a_place": "where", "b_place": "where"},
    ),
    "official": FactKind(
        "An approver in the identity block, or somebody who signs below a text.",
        {
            "source": _s("where", "identity", "signature"),
            "role": _s("as what", "approver", "drafter", "checker", "other"),
            "has_position": _b("an office is printed"),
            "has_name": _b("a name is printed"),
            "has_nip": _b("an NIP is printed, readable or not"),
            "elected": _b("Bupati, Wali Kota, Gubernur, Kepala Desa: has no NIP"),
            "named_elsewhere": _b("another block of this document gives the same office with a name"),
        },
        {"position": "office", "name": "name", "nip": "NIP as printed"},
    ),
    "nip": FactKind(
        "An NIP as printed at one place.",
        {
            "source": _s("where", "identity", "signature"),
            "state": _s(
                "form: ok; length = not 18 digits; birth = impossible birth date; month = month of appointment 13-20; "
                "sex = digit 15 not 1 or 2; old = 9 digits; unreadable = letters among the digits",
                "ok",
                "length",
                "birth",
                "month",
                "sex",
                "old",
                "unreadable",
            ),
            "length": _i("how many digits"),
            "pppk": _b("digits 13-14 are 21 or more: NI PPPK"),
            "age_appointed": _i("age in full years at appointment", optional=True),
            "appointed_late": _b("appointed after the approval date"),
            "months_over_pension": _i(
                "months beyond the pension age on the approval date; 0 = not beyond", optional=True
            ),
        },
        {
            "printed": "as printed",
            "name": "whose",
            "digits": "digits",
            "reason": "what is wrong, in Indonesian",
            "age": "age at appointment",
            "approved": "approval date written out",
        },
    ),
    "person_pair": FactKind(
        "Two places that name officials who may be the same: a stands earlier in the document than b.",
        {
            "name": _s(
                "the two names: same (degrees, case, punctuation aside), similar (a reading or typing error away), "
                "part (one is the other without some words), different, unknown (one is not printed)",
                "same",
                "similar",
                "part",
                "different",
                "unknown",
            ),
            "name_similarity": _i("0-100, letters that the two names share in order; 0 when one is not printed"),
            "office": _s(
                "the two offices: same, acting (one Plt./Plh.), contained, different, unknown",
                "same",
                "acting",
                "contained",
                "different",
                "unknown",
            ),
            "nip": _s("the two NIPs compared digit by digit", "same", "different", "unknown"),
            "nip_distance": _i("how many digits differ (edit distance); 0 when unknown"),
            "approver_and_signatory": _b(
                "one is the approver of the identity block, the other an approver's signature"
            ),
        },
        {
            "a_name": "",
            "b_name": "",
            "a_office": "",
            "b_office": "",
            "a_nip": "",
            "b_nip": "",
            "a_marked": "NIP with the differing digits in [ ]",
            "b_marked": "NIP with the differing digits in [ ]",
        },
    ),
    "office": FactKind(
        "The name of the unit; one when it could be read.",
        {"kind": _s("word before the name, lower case: kecamatan, kelurahan, dinas, badan ...")},
        {"name": "as most often printed"},
    ),
    "office_mention": FactKind(
        "A way in which a unit of the same kind is written, one fact for each distinct spelling.",
        {
            "relation": _s(
                "own = the unit's name; near = a near miss of it; regency = the regency's name where the unit's is "
                "meant; different = another unit where the own one must be meant (letterhead, signature, 'di "
                "lingkungan Kecamatan ...'); other = another unit, named on purpose as far as can be seen",
                "own",
                "near",
                "regency",
                "different",
                "other",
            ),
            "count": _i("how often"),
        },
        {"name": "as printed", "own": "the unit's own name"},
    ),
    "region_mention": FactKind(
        "A way in which a regency, city or province is written, one fact for each distinct spelling.",
        {
            "relation": _s(
                "own = the document's own region; near = a near miss of the own name; misspelt = not in the list of "
                "regencies and a near miss of one that is; different = another region at a place that names the own "
                "one (cover, letterhead, identity, signature); other = named in running text or a citation; "
                "unknown = not in the list and not near any",
                "own",
                "near",
                "misspelt",
                "different",
                "other",
                "unknown",
            ),
            "count": _i("how often"),
        },
        {"name": "as printed", "own": "own region", "suggestion": "official name it comes near to"},
    ),
    "citation": FactKind(
        "One item of a list of legal bases.",
        {
            "list": _s("which list", "form", "narrative"),
            "position": _i("1-based place in its list"),
            "key": _s("type-number-year-region, normalised; unique text key when number or year is missing"),
            "identified": _b("type, number and year could all be read, so key names one regulation"),
            "has_type": _b("kind of regulation is printed"),
            "has_number": _b("number is printed"),
            "has_year": _b("year is printed in full"),
            "has_title": _b("title is printed"),
            "local": _b("regulation of a region: Perda, Perbup, Perwali, Pergub, Kepbup ..."),
            "has_region": _b("its region is printed; true for national ones"),
            "blank": _b("a place to fill in was left open"),
            "split": _s("half of one citation in two items", "no", "head", "tail"),
            "cut": _b("the file ends inside this item"),
        },
        {
            "no": "marker",
            "text": "as printed, shortened",
            "name": "short name: PP 8/2006",
            "next": "text of the next item",
            "missing": "what is missing, in Indonesian: 'nomor dan tahun'",
        },
    ),
    "legal_lists": FactKind(
        "Exists when both the narrative section and the form list legal bases.",
        {
            "only_form": _i("regulations only the form cites"),
            "only_narrative": _i("regulations only the narrative cites"),
            "comparable": _b("every item of both lists could be identified"),
        },
        {"only_form": "their short names", "only_narrative": "their short names"},
    ),
    "section": FactKind(
        "One of the six sections of the form; six when there is an identity block.",
        {"name": _s("which", *_SECTIONS), "state": _s("how it was found", *_SECTION_STATES)},
        {"label": "standard Indonesian heading", "printed": "as printed, or the standard one"},
    ),
    "entry": FactKind(
        "One item of a section of the form other than Dasar Hukum.",
        {
            "section": _s("which", *_SECTIONS),
            "position": _i("1-based place in its section"),
            "key": _s("normalised words"),
            "number": _i("printed number", optional=True),
            "missing_before": _i("how many numbers are missing between the item before and this one"),
        },
        {"no": "marker", "text": "as printed", "missing": "the missing numbers: '13'"},
    ),
    "sop_reference": FactKind(
        "An SOP that a step or a remark refers to; one fact for each name.",
        {"listed": _b("Keterkaitan lists it, or it is this SOP itself")},
        {"name": "as printed", "step": "step number"},
    ),
    "step": FactKind(
        "One row of the step table.",
        {
            "position": _i("1-based place in the table"),
            "key": _s("normalised words of the act; empty when there are none"),
            "number": _i("printed number", optional=True),
            "numbering": _s(
                "ok; gap = numbers are missing before it; repeat = the number of an earlier step; doubtful = a digit "
                "was lost that the sequence explains; none = no number printed",
                "ok",
                "gap",
                "repeat",
                "doubtful",
                "none",
            ),
            "text": _s(
                "the act: ok, empty, cut (ends in the middle), end (runs into the end of the file)",
                "ok",
                "empty",
                "cut",
                "end",
            ),
            "time": _s("its time", *_CELL_STATES),
            "output": _s("its output", *_CELL_STATES),
            "requirements": _s("its kelengkapan", *_CELL_STATES),
            "mark": _s("mark in an actor column", "marked", "unmarked", "unreadable"),
        },
        {"no": "number as printed, or its place", "text": "as printed, shortened", "missing": "missing numbers: '8'"},
    ),
    "step_pair": FactKind(
        "Two steps that name the same act: a stands before b.",
        {
            "kind": _s("exact (case, spacing, punctuation aside) or typo (a typing error away)", "exact", "typo"),
            "same_actor": _b("marked for the same actor, or the marks are not readable"),
        },
        {"a_no": "", "b_no": "", "a": "text of a", "b": "text of b"},
    ),
    "step_table": FactKind(
        "The step table; one when it was read.",
        {
            "steps": _i("how many steps"),
            "marked": _i("how many steps have a mark"),
            "marks": _s(
                "marks in the actor columns: all rows, some, few (under half: symbols were probably lost), none, only "
                "the words Mulai/Selesai, or unreadable here",
                "all",
                "some",
                "few",
                "none",
                "start-end",
                "unreadable",
            ),
            "times": _s(
                "times: all, some or no steps have one; no-column; unreadable",
                "all",
                "some",
                "none",
                "no-column",
                "unreadable",
            ),
            "outputs": _s("outputs, likewise", "all", "some", "none", "no-column", "unreadable"),
            "requirements": _s("kelengkapan, likewise", "all", "some", "none", "no-column", "unreadable"),
            "actors": _i("actor columns"),
        },
        {"lines": "lines of the table"},
    ),
    "table_part": FactKind(
        "A stretch of the step table between two breaks.",
        {
            "position": _i("1-based"),
            "has_heading": _b("it has a heading row"),
            "columns_differ": _b("it has another number of columns than the first part"),
            "numbered": _b("it has a number column"),
        },
        {"columns": "how many columns", "first_columns": "how many the first part has", "lines": "its lines"},
    ),
    "actor_mention": FactKind(
        "An office of this unit that acts in the text of steps; one fact for each office.",
        {"in_columns": _b("it is an actor column, or a short form of one")},
        {"actor": "as printed", "steps": "the step numbers: '9, 10'", "columns": "the actor columns"},
    ),
    "form": FactKind(
        "A table of the document that is no step table.",
        {
            "performance": _b("headings of performance data (sasaran, indikator, target, realisasi)"),
            "rows": _i("rows with content; column-number rows do not count"),
        },
        {"title": "title or first headings"},
    ),
}
