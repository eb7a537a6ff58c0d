"""Accounts and tokens as tables for a terminal, and as JSON."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence

from tabulate import tabulate

from portal.accounts import Account
from portal.tokens import Token
from reports.words import harmless


def accounts_table(accounts: Iterable[Account]) -> str:
    """List accounts for a terminal."""
    head = ("Nama", "Nama lengkap", "Peran", "Masuk dengan", "Aktif", "Dibuat", "Diubah")
    rows = [
        (one.name, one.full_name, one.role, "kata sandi" if one.with_password else "OIDC",
         "ya" if one.active else "tidak", _day(one.created), _day(one.changed))
        for one in accounts
    ]  # fmt: skip
    return _table(head, rows)


def accounts_json(accounts: Iterable[Account]) -> str:
    """The same as JSON."""
    return _json(
        [
            {
                "name": one.name,
                "full_name": one.full_name,
                "role": one.role,
                "active": one.active,
                "password": one.with_password,
                "created": one.created.isoformat(),
                "changed": one.changed.isoformat(),
            }
            for one in accounts
        ]
    )


def tokens_table(tokens: Iterable[Token], day: dt.date) -> str:
    """List tokens for a terminal, and whether they hold on *day*."""
    head = ("ID", "Nama", "Berlaku", "Sampai", "Dibuat", "Oleh", "Dicabut")
    rows = [
        (str(one.id), one.name, "ya" if one.holds(day) else "tidak",
         one.until.isoformat() if one.until is not None else "tanpa batas", _day(one.created), one.created_by,
         _day(one.revoked) if one.revoked is not None else "-")
        for one in tokens
    ]  # fmt: skip
    return _table(head, rows)


def tokens_json(tokens: Iterable[Token], day: dt.date) -> str:
    """The same as JSON."""
    return _json(
        [
            {
                "id": one.id,
                "name": one.name,
                "holds": one.holds(day),
                "until": one.until.isoformat() if one.until is not None else None,
                "created": one.created.isoformat(),
                "created_by": one.created_by,
                "revoked": one.revoked.isoformat() if one.revoked is not None else None,
            }
            for one in tokens
        ]
    )


def _day(moment: dt.datetime) -> str:
    return moment.astimezone().date().isoformat()


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    shown = [[harmless(cell) for cell in row] for row in rows]
    return tabulate(shown, head, tablefmt="plain", disable_numparse=True)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
