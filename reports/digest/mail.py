"""The digest for mail programs: tables and inline styles, no script, nothing to load, small enough not to be cut."""

from __future__ import annotations

from dataclasses import dataclass

from reports.digest import words
from reports.digest.rendering import environment
from schemas.night import Night


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is listed; mail programs cut what is larger than 100 KB."""

    first: int = 8
    offices: int = 15
    findings: int = 3
    lists: int = 15


def mail_html(night: Night, limits: Limits = Limits()) -> str:
    """Return the body as HTML."""
    offices = [one for one in night.offices if [*words.of_office(one)]]
    text = environment().get_template("mail.html").render(night=night, offices=offices, limits=limits)
    return text.strip() + "\n"
