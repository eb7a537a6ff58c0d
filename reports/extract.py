"""What was read of a document, as JSON: the contract of `patuh extract`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from schemas.sop import Sop

_OFFICIAL: dict[str, Any] = {"position": True, "name": True, "rank": True, "nip": True, "nip_text": True}
_DURATION: dict[str, Any] = {"text": True, "minutes": True}
_FIELDS: dict[str, Any] = {
    "kind": True,
    "government": True,
    "unit": True,
    "cover": {"title": True, "year": True},
    "identity": {
        "number": True,
        "title": True,
        "created": True,
        "revised": True,
        "approved": True,
        "effective": True,
        "approver": _OFFICIAL,
    },
    "legal_basis": {
        "__all__": {
            "list": True,
            "no": True,
            "type": True,
            "issuer": True,
            "number": True,
            "year": True,
            "title": True,
            "region": True,
            "amended_by": True,
            "text": True,
        }
    },
    "qualifications": True,
    "related": True,
    "equipment": True,
    "warnings": True,
    "records": True,
    "actors": True,
    "steps": {
        "__all__": {
            "no": True,
            "text": True,
            "actors": True,
            "requirements": True,
            "duration": _DURATION,
            "output": True,
            "remarks": True,
        }
    },
    "signatures": {"__all__": _OFFICIAL | {"role": True, "place": True, "date": True}},
    "sections": {"__all__": {"title": True, "text": True}},
    "forms": {"__all__": {"columns": True, "rows": True}},
}
"""The keys of the contract; what the models hold besides serves the rules."""


def extracted(kind: str, sops: Sequence[Sop]) -> dict[str, Any]:
    """
    What was read, as plain values.

    One SOP gives its own keys; several give ``{"kind": "sop", "parts": [...]}``; anything else only its kind.
    """
    parts: list[dict[str, Any]] = [sop.model_dump(mode="json", include=_FIELDS) for sop in sops]
    if len(parts) == 1:
        return parts[0]
    return {"kind": kind, "parts": parts} if parts else {"kind": kind}


def extracted_json(kind: str, sops: Sequence[Sop]) -> str:
    """`extracted` as readable JSON with a line end."""
    return json.dumps(extracted(kind, sops), ensure_ascii=False, indent=2) + "\n"
