"""Ratings in words, and the scale by which they are given."""

from __future__ import annotations

from schemas.fact_spec import FactKind, number, text

KINDS: dict[str, FactKind] = {
    "rating": FactKind(
        "A row of indicators with a rating in words and an achievement in figures.",
        {
            "verdict": text(
                "fits; wrong; unknown = no rating, no figure, or a word that the scale does not have",
                "unknown",
                "fits",
                "wrong",
            ),
            "basis": text(
                "what it is judged by: declared = the scale of the document; usual = that of Permendagri 86/2017; "
                "target = the words Tercapai and Tidak tercapai, by 100 %",
                "declared",
                "usual",
                "target",
            ),
            "agreement": text(
                "most = at least half of the ratings of the document fit the scale; few = it may be for something else",
                "most",
                "few",
            ),
        },
        {
            "name": "the indicator, shortened",
            "rating": "the rating as printed",
            "capaian": "the achievement as printed",
            "right": "the rating, or the two, that the scale gives",
            "interval": "the interval of the printed rating in that scale",
        },
        by_row=True,
    ),
    "scale": FactKind(
        "The scale of ratings that the document declares.",
        {
            "classes": number("how many"),
            "holes": number("holes between two classes"),
            "overlaps": number("values that belong to two classes"),
            "above": text(
                "above 100: rated; unrated = the best class ends at 100 and no figure of the document is above it; "
                "needed = it ends there and a figure is above it",
                "rated",
                "unrated",
                "needed",
            ),
            "fallen": number("figures of the document that lie in a hole"),
        },
        {
            "holes": "the holes: '90-91 dan 75-76'",
            "overlaps": "the values: '90 dan 75'",
            "fallen": "figures that lie in a hole, or above the best class",
            "top": "where the best class ends",
        },
    ),
}
