"""Words of documents in XML."""

from __future__ import annotations

import re
from typing import Final
from xml.sax.saxutils import escape, quoteattr

_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, not even escaped."""


def attribute(words: str) -> str:
    """Return *words* as the value of an attribute, in its quotation marks."""
    return quoteattr(_FORBIDDEN.sub("", words))


def content(words: str) -> str:
    """Return *words* as the text of an element."""
    return escape(_FORBIDDEN.sub("", words))
