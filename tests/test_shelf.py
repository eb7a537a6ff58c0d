"""Documents as the portal shows them: as the last night left them, or as they were handed in since."""

from __future__ import annotations

import datetime as dt

import pytest

from archive.models import StoredModelError, packed_whole, unpacked_whole
from schemas.report import DocumentReport, Report, RulesInfo, Summary, Tool

WHOLE = Report(
    tool=Tool(version="8.0.0", engine="durable_rules 2.0.28"),
    rules=RulesInfo(profile="standar", count=3, digest="ab" * 32),
    as_of=dt.date(2026, 11, 22),
    documents=(DocumentReport(path="a.docx", sha256="cd" * 32, bytes=5, media="text/plain", kind="sop"),),
    summary=Summary(documents=1, findings={}, grades={}, errors=0),
)


def test_a_whole_report_comes_out_as_it_went_in() -> None:
    assert unpacked_whole(packed_whole(WHOLE)) == WHOLE
    assert packed_whole(WHOLE) == packed_whole(WHOLE.model_copy())


@pytest.mark.parametrize("data", [b"", b"nothing", packed_whole(WHOLE)[:-5]])
def test_a_damaged_report_is_said_to_be(data: bytes) -> None:
    with pytest.raises(StoredModelError):
        unpacked_whole(data)
