"""What people answer to findings: the words for it, and the columns of the working paper that hold it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from reports.labels import Language
from schemas.report import FindingStatus, Response

STATUS: Final[Mapping[Language, Mapping[FindingStatus, str]]] = {
    "id": {
        "open": "Terbuka",
        "answered": "Ditanggapi",
        "done": "Selesai",
        "overruled": "Dibatalkan",
        "waived": "Dikecualikan",
    },
    "en": {"open": "Open", "answered": "Answered", "done": "Done", "overruled": "Overruled", "waived": "Waived"},
}
"""As the working paper shows them."""
OFFERED: Final[tuple[FindingStatus, ...]] = ("open", "answered", "done", "overruled")
"""What people may choose there; waived is only what `waivers.yaml` says."""


@dataclass(frozen=True, slots=True)
class AnswerColumns:
    """Headings of the columns of the sheet of findings from which answers are read back."""

    document: str
    part: str
    fingerprint: str
    status: str
    answer: str
    by: str
    on: str
    cause: str
    before: str
    """Holds `state` as it was when the sheet was written; hidden."""


COLUMNS: Final[Mapping[Language, AnswerColumns]] = {
    "id": AnswerColumns(
        document="Dokumen",
        part="Bagian",
        fingerprint="Sidik temuan",
        status="Status",
        answer="Tanggapan",
        by="Oleh",
        on="Tanggal",
        cause="Sebab",
        before="Jawaban semula",
    ),
    "en": AnswerColumns(
        document="Document",
        part="Part",
        fingerprint="Fingerprint",
        status="Status",
        answer="Answer",
        by="By",
        on="Date",
        cause="Cause",
        before="Answer before",
    ),
}


def state(status: FindingStatus, response: Response | None) -> str:
    """
    Return a mark of what is answered to a finding; nothing where nothing is.

    Two answers of the same words, name and day have the same mark: so a row of the working paper tells whether anybody
    changed it.
    """
    if status == "open" and response is None:
        return ""
    said = response or Response(text="")
    content = [status, said.text.strip(), (said.by or "").strip(), said.on.isoformat() if said.on else ""]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:16]
