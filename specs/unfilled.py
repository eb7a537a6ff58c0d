"""Places of a feature file that its author still has to fill in: comments that begin with ``# ISI:``."""

from __future__ import annotations

from collections.abc import Iterator

from specs.reading import FeatureText
from specs.wrong import Wrong, short

MARK = "ISI:"
"""As in the first text of a new rule (`patuh rules new`)."""


def unfilled(feature: FeatureText) -> Iterator[Wrong]:
    """Yield what is still to be filled in; a spec that says less than it seems to must not pass."""
    for text, line in feature.comments:
        words = text.lstrip("# ")
        if words.startswith(MARK):
            todo = short(words.removeprefix(MARK).strip()) or "(tanpa keterangan)"
            hint = "Tulis langkahnya di tempat itu, lalu hapus baris yang bertanda # ISI:"
            yield Wrong(line, "unfilled", f"Belum diisi: {todo}", (hint,))
