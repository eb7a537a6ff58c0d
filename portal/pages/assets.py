"""Style sheets and scripts: the same for everybody, so browsers keep them until the next version of the program."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from starlette.responses import Response
from starlette.staticfiles import StaticFiles

import reports.html

FOLDER: Final = Path(__file__).with_name("static")
REPORT_STYLE: Final = Path(reports.html.__file__).parent / "templates" / "page.css"
"""The look of the reports, on which that of the pages builds."""
_KEEP: Final = "public, max-age=31536000, immutable"
"""The address names the version (`version`)."""


@cache
def version() -> str:
    """Tell one version of these files from another."""
    files = [REPORT_STYLE, *sorted(FOLDER.iterdir())]
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()[:12]


class Assets(StaticFiles):
    """The files of `FOLDER`, and ``report.css``."""

    def __init__(self) -> None:
        super().__init__(directory=FOLDER)

    def lookup_path(self, path: str) -> tuple[str, os.stat_result | None]:
        """Where a file stands."""
        if path == "report.css":
            return str(REPORT_STYLE), REPORT_STYLE.stat()
        return super().lookup_path(path)

    async def get_response(self, path: str, scope: Any) -> Response:
        """Answer with a file."""
        response = await super().get_response(path, scope)
        asked: Mapping[str, Any] = scope
        kept = response.status_code in (200, 304) and version().encode() in asked.get("query_string", b"")
        response.headers["cache-control"] = _KEEP if kept else "no-cache"
        return response
