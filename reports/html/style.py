"""The style sheet of a page without a script, and the policy that allows it and nothing else."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import Final

from markupsafe import Markup

_PAGE_CSS: Final = Path(__file__).parent / "templates" / "page.css"


class Style:
    """The style sheet of all pages with what one kind of page adds."""

    def __init__(self, own: Path) -> None:
        text = _PAGE_CSS.read_text(encoding="utf-8") + own.read_text(encoding="utf-8")
        self.text = Markup(text)  # noqa: S704 - files of these packages
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        self.policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
