"""By what a night judges: when any of it changes, so may verdicts."""

from __future__ import annotations

from typing import Any

from schemas.base import Model
from schemas.report import RulesInfo, Tool


class Terms(Model):
    """All that a verdict depends on besides the document and the day of audit."""

    tool: Tool
    rules_info: RulesInfo
    """As a report states it."""
    extractor: str
    """Digest of what makes models of bytes: code of readers and extraction, their libraries, reading options."""
    facts: str
    """Digest of what makes facts of models and outcomes of facts: code of the engine, tables of the rules."""
    rules: str
    """Digest of `rule_keys`."""
    rule_keys: dict[str, str]
    """Rule -> digest of all that its outcome and its words depend on."""
    document_rules: str
    """Digest of `document_rule_keys`: a document is judged again when it is another."""
    document_rule_keys: dict[str, str]
    """Those of `rule_keys` that judge single documents."""
    language: str

    def plain(self) -> dict[str, Any]:
        """As it is stored with a run."""
        return self.model_dump(mode="json", exclude={"rule_keys", "document_rule_keys"})
