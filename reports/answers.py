"""What was answered to findings, in words."""

from __future__ import annotations

from reports.changes import day
from reports.labels import Language
from schemas.report import Finding, Response

_WORDS: dict[Language, dict[str, str]] = {
    "id": {
        "answered": "sudah dijawab{by}: {text}",
        "done": "dinyatakan sudah diperbaiki{by}: {text}",
        "overruled": "dibatalkan{by}: {text}",
        "waived": "dikecualikan sementara{by}: {text}",
        "by": " oleh {by}",
        "on": " ({on})",
    },
    "en": {
        "answered": "answered{by}: {text}",
        "done": "said to be mended{by}: {text}",
        "overruled": "overruled{by}: {text}",
        "waived": "waived for a time{by}: {text}",
        "by": " by {by}",
        "on": " ({on})",
    },
}


def answer_words(finding: Finding, lang: Language) -> str:
    """Who answered what, on one line; empty where nobody did."""
    words = _WORDS[lang]
    if finding.status == "open":
        return ""
    response = finding.response or Response(text="")
    by = words["by"].format(by=response.by) if response.by else ""
    on = words["on"].format(on=day(response.on, lang)) if response.on else ""
    return words[finding.status].format(by=by + on, text=response.text).removesuffix(": ")
