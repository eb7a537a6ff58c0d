"""What the SOP is evidence for in the evaluation of SAKIP."""

from __future__ import annotations

from schemas.fact_spec import FactKind, text

KINDS: dict[str, FactKind] = {
    "akip_evidence": FactKind(
        "A criterion of the evaluation of SAKIP for which this SOP, by its title, is evidence (rules/akip.yaml).",
        {"criterion": text("its number: 2a.3")},
        {"asks": "what the criterion asks, in Indonesian", "title": "the title of the SOP"},
    ),
}
