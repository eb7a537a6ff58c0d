"""What was answered to findings, in words."""

from __future__ import annotations

from reports.labels import Language
from schemas.report import Finding

_WORDS: dict[Language, dict[str, str]] = {
    "id": {
        "answered": "sudah dijawab{by}: {text}",
        "done": "dinyatakan sudah diperbaiki{by}, tetapi masih ditemukan: {text}",
        "overruled": "dibatalkan{by}: {text}",
        "by": " oleh {by}",
        "on": " ({on})",
    },
    "en": {
        "answered": "answered{by}: {text}",
        "done": "said to be mended{by}, but still found: {text}",
        "overruled": "overruled{by}: {text}",
        "by": " by {by}",
        "on": " ({on})",
    },
}


def answer_words(finding: Finding, lang: Language) -> str:
    """Who answered what, on one line; empty where nobody did."""
    response, words = finding.response, _WORDS[lang]
    if finding.status == "open" or response is None:
        return ""
    by = words["by"].format(by=response.by) if response.by else ""
    on = words["on"].format(on=response.on.isoformat()) if response.on else ""
    return words[finding.status].format(by=by + on, text=response.text)
