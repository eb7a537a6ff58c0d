"""Where reports go and in which format, as a command line says it: `--format` and `--output`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditing.check import Target
    from reports.formats import Format

    Command = TypeVar("Command", bound=Callable[..., object])

NAMES = (
    "table",
    "json",
    "jsonl",
    "csv",
    "markdown",
    "html",
    "pdf",
    "xlsx",
    "docx",
    "sarif",
    "junit",
    "github",
)
"""Of the formats (`reports.formats`), which take longer to import than help takes to print."""

_SCREENS = frozenset({"/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"})
"""Other names of standard output."""


def target_options(command: Command) -> Command:
    """Give a command `--format` and `--output`."""
    return target_options_of(NAMES, ".html, .xlsx, .docx, .pdf, .json, ...")(command)


def target_options_of(names: Sequence[str], endings: str) -> Callable[[Command], Command]:
    """Give a command `--format` of these, and `--output`, whose help names some endings."""
    form: Callable[[Command], Command] = click.option(
        "--format",
        "formats",
        multiple=True,
        type=click.Choice(names),
        help="Bentuk laporan; boleh diulang.  [default: menurut akhiran --output, di layar table]",
    )
    output: Callable[[Command], Command] = click.option(
        "--output",
        "outputs",
        multiple=True,
        metavar="FILE",
        help="Tempat laporan; boleh diulang. Tanpa --format, akhirannya menentukan bentuknya "
        f"({endings}); dengan --format, satu tiap --format menurut urutannya. '-': layar.",
    )
    return lambda command: form(output(command))


def targets(
    formats: Sequence[str], outputs: Sequence[str], *, clerk: bool = False, names: Sequence[str] = NAMES
) -> tuple[Target, ...]:
    """
    Pair formats with places.

    Each `--output` takes the `--format` of its turn, and where there is none its own ending; a `--format` without
    `--output` goes to standard output.

    Raises:
        click.UsageError: An ending that names no format, a file twice, or two reports on standard output.
    """
    from auditing.check import SCREEN, Target
    from auditing.outputs import same_file
    from reports.formats import FORMATS

    pairs = [
        (FORMATS[formats[at]] if at < len(formats) else _by_ending(place, names), place)
        for at, place in enumerate(outputs)
    ]
    pairs += [(FORMATS[name], SCREEN) for name in formats[len(outputs) :]]
    pairs = pairs or [(FORMATS["table"], SCREEN)]
    pairs = [(form, SCREEN if place in _SCREENS else place) for form, place in pairs]
    places = [(place,) if place == SCREEN else same_file(place) for _, place in pairs]
    if len(set(places)) < len(places):
        raise click.UsageError("Dua laporan tidak dapat ditulis ke tempat yang sama: beri masing-masing --output.")
    for form, place in pairs:
        if form.binary and place == SCREEN:
            raise click.UsageError(f"Bentuk {form.name} tidak dapat dicetak ke layar: tambahkan --output FILE.")
    return tuple(Target(form, place, clerk) for form, place in pairs)


def _by_ending(place: str, names: Sequence[str]) -> Format:
    from auditing.check import SCREEN
    from reports.formats import FORMATS, format_of

    found = FORMATS["table"] if place == SCREEN or place in _SCREENS else format_of(place)
    if found is None or found.name not in names:
        endings = ", ".join(ending for one in FORMATS.values() if one.name in names for ending in one.endings)
        raise click.UsageError(
            f"Akhiran {place!r} tidak menunjukkan bentuk laporan: tambahkan --format, atau {endings}."
        )
    return found
