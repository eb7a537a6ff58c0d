"""The rows of tables of indicators, each by itself: what it targets, what came of it, and what it says was achieved."""

from __future__ import annotations

from schemas.fact_spec import FactKind, flag, number, text

KINDS: dict[str, FactKind] = {
    "indicator": FactKind(
        "A row of a table of indicators, by its figures of the year.",
        {
            "pair": text(
                "target and realization: both = both are stated; no-target = a result other than zero without target; "
                "cut = one is missing in the row in which the file breaks off; unclear = the layout, or an error, does "
                "not tell; plan, results, list = the table has no column of realizations, of targets, of either",
                "both",
                "no-realization",
                "no-target",
                "neither",
                "cut",
                "unclear",
                "plan",
                "results",
                "list",
            ),
            "blank": flag("the missing cell is blank; else `-` or n/a stands in it"),
            "due": text(
                "assumed = no year is known, but other rows have results; unknown = no year is known, and no row has a "
                "result; open = the year goes on, or a plan is not filled in yet",
                "ended",
                "assumed",
                "unknown",
                "open",
            ),
            "unit": text(
                "beside = printed with the figures; named = the name begins with it; doubted = the layout does not "
                "tell; no-column = the table has no such column",
                "given",
                "beside",
                "named",
                "none",
                "doubted",
                "no-column",
            ),
            "explained": text(
                "remark = the row has a remark; text = the report speaks of it; none = neither; unknown = the table "
                "has no column of remarks and the document no text to look in",
                "remark",
                "text",
                "none",
                "unknown",
            ),
            "value": text(
                "what is wrong with a figure; consequence = an error that follows from what is missing in the row; "
                "zero-target = nothing to divide by; over, below = a percentage out of range (share = of a part of a "
                "whole); unit = target and realization in different units; scale = 0.97 beside 95",
                "fine",
                "invalid",
                "error",
                "consequence",
                "zero-target",
                "over",
                "over-share",
                "below",
                "unit",
                "scale",
                "unreadable",
            ),
            "achieved": number(
                "hundredths of a percent of a result that is there: as stated where that is right, else reckoned where "
                "the polarity is known",
                optional=True,
            ),
        },
        {
            "name": "its name",
            "target": "as printed, with its unit",
            "realized": "as printed",
            "stated": "the capaian, stated or reckoned",
            "remark": "the remark, or the note at a cell",
            "cell": "the heading of the column of a wrong figure",
            "printed": "the wrong figure as printed",
        },
        by_row=True,
    ),
    "achievement": FactKind(
        "A stated capaian (percentage of target reached) and its recomputation; of each period that a table has.",
        {
            "verdict": text(
                "none = nothing to compare; doubted = the layout does not tell whose figures these are; polarity = the "
                "formula for the other polarity was used",
                "none",
                "right",
                "wrong",
                "polarity",
                "doubted",
            ),
            "distance": number(
                "hundredths of a percentage point to the nearest accepted result; 0 within what the printed digits "
                "allow"
            ),
            "fits": text(
                "what it agrees with instead: a formula (inverse = (2T-R)/T, reciprocal = T/R, difference = (T-R)/T), "
                "ratio = 0.98 for 98 %, realization = copied from it, capped = a usual limit that other rows exceed, "
                "capped-alone = a usual limit and no other row tells",
                "none",
                "plain",
                "inverse",
                "reciprocal",
                "difference",
                "ratio",
                "realization",
                "capped",
                "capped-alone",
            ),
            "polarity": text("which is better", "unknown", "higher", "lower"),
            "known_by": text(
                "declared = in the table or in the name; name = by what it counts", "none", "declared", "name"
            ),
        },
        {
            "name": "the indicator",
            "stated": "the capaian as printed",
            "reckoned": "'Realisasi / Target × 100% = 64,80 / 72,00 × 100% = 90,00%'",
            "fitting": "the formula that gives what is stated, with its numbers",
            "gap": "percentage points: '20,00'",
            "rounding": "percentage points that the printed digits leave open",
        },
        by_row=True,
    ),
}
