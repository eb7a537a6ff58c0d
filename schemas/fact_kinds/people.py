"""Officials, employee numbers, and how two places that name officials compare."""

from __future__ import annotations

from schemas.fact_spec import FactKind, flag, number, text

KINDS: dict[str, FactKind] = {
    "official": FactKind(
        "An approver in the identity block, or somebody who signs below a text.",
        {
            "source": text("where", "identity", "signature"),
            "role": text("as what", "approver", "drafter", "checker", "other"),
            "has_position": flag("an office is printed"),
            "has_name": flag("a name is printed"),
            "has_nip": flag("an NIP is printed, readable or not"),
            "elected": flag("Bupati, Wali Kota, Gubernur, Kepala Desa: has no NIP"),
            "named_elsewhere": flag("another block of this document gives the same office with a name"),
        },
        {"position": "office", "name": "name", "nip": "NIP as printed"},
    ),
    "nip": FactKind(
        "An NIP of one officer, with all places that print it so.",
        {
            "source": text("where", "identity", "signature"),
            "state": text(
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
            "length": number("how many digits"),
            "pppk": flag("digits 13-14 are 21 or more: NI PPPK"),
            "age_appointed": number("age in full years at appointment", optional=True),
            "dated": flag("the year of the document is known"),
            "year": number("year of the document: its dates, else that of its cover", optional=True),
            "appointed_late": flag("appointed after the approval date"),
            "months_over_pension": number(
                "months beyond the pension age on the approval date; 0 = not beyond", optional=True
            ),
            "reading": text(
                "printed = the digits are text; sure, unsure = recognised in a picture, where a digit may be misread",
                "printed",
                "sure",
                "unsure",
            ),
        },
        {
            "printed": "as printed",
            "name": "whose",
            "digits": "digits",
            "reason": "what is wrong, in Indonesian",
            "age": "age at appointment",
            "over": "time beyond the pension age on the approval date: '6 tahun 2 bulan'",
            "over_en": "the same in English",
            "approved": "approval date written out",
        },
    ),
    "rank": FactKind(
        "The rank of an official as printed at one place.",
        {
            "state": text(
                "ok; no-grade = a rank without its grade; mismatch = a grade that is not the rank's own; office = an "
                "office stands where the rank belongs",
                "ok",
                "no-grade",
                "mismatch",
                "office",
            )
        },
        {
            "name": "whose",
            "printed": "as printed",
            "rank": "the rank written out",
            "grade": "the grade as printed",
            "proper": "the grade of that rank",
            "proper_rank": "the rank of that grade",
        },
    ),
    "acting": FactKind(
        "An approver who acts for another; one fact for each way.",
        {"way": text("how", "plt", "plh", "pj", "an")},
        {
            "printed": "the office as printed",
            "way": "written out in Indonesian",
            "way_en": "in English",
            "paper": "the paper that it rests on, in Indonesian",
            "paper_en": "in English",
        },
    ),
    "signing": FactKind(
        "Signatures of approvers that stand together below a text.",
        {"date": text("place and date: given; open = a place without a full date; none", "given", "open", "none")},
        {"who": "offices"},
    ),
    "person_pair": FactKind(
        "Two places that name officials who may be the same: a stands earlier in the document than b.",
        {
            "name": text(
                "the two names: same (degrees, case, punctuation aside), similar (a reading or typing error away), "
                "part (one is the other without some words), different, unknown (one is not printed), "
                "unsure (recognised in a picture, not surely, and not the same)",
                "same",
                "similar",
                "part",
                "different",
                "unknown",
                "unsure",
            ),
            "name_similarity": number("0-100, letters that the two names share in order; 0 when one is not printed"),
            "office": text(
                "the two offices: same, acting (one Plt./Plh.), contained, different, unknown",
                "same",
                "acting",
                "contained",
                "different",
                "unknown",
            ),
            "nip": text("the two NIPs compared digit by digit", "same", "different", "unknown"),
            "nip_distance": number("how many digits differ (edit distance); 0 when unknown"),
            "both_approve": flag(
                "both approve: neither drafts, checks or only takes note (Mengetahui); once for each two offices"
            ),
            "said": flag("the words over a signature say so: Disahkan oleh, Ditetapkan di"),
            "approver_and_signatory": flag(
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
}
