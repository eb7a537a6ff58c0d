"""Words of documents in print."""

from __future__ import annotations

_STEERING = (range(0x20), range(0x7F, 0xA0), range(0x202A, 0x202F), range(0x2066, 0x206A))
"""Control characters, and those that turn the direction of writing."""
_HARMLESS = {code: "\N{REPLACEMENT CHARACTER}" for codes in _STEERING for code in codes}
_HARMLESS |= dict.fromkeys((*b"\n\t\r", 0x2028, 0x2029), " ")


def harmless(text: str) -> str:
    """Return *text* on one line and without characters that would steer the terminal of its reader."""
    if text.isprintable():  # as nearly all words are; ten times as fast
        return text
    return text.translate(_HARMLESS)
