"""
The way of a store from revision to revision.

A revision that was released is never changed: stores of offices came to be by it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent
"""As Alembic wants it: the revisions are in its folder ``versions``."""
VERSION_TABLE: Final = "patuh_revision"
"""Alembic's own name would clash with another program that keeps its tables in the same schema."""
REVISIONS: Final = ("0001", "0002")
"""All, oldest first: so an up-to-date store is opened without Alembic, which takes longer to import than to ask."""
