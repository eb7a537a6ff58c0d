"""
Results of formulas that no application has worked out: simple arithmetic over cells of the same workbook.

Whoever opens such a file sees the results, since the application works them out on the spot; so an auditor sees them,
and the report must speak of the same numbers. Only what has one meaning is worked out. What depends on the language of
the application, on other files, on the clock or on functions that are not here stays without a result, and that is
said.
No formula is ever run as code, none reads or writes anything.

Numbers are `Decimal` of 28 digits inside and of 15 as results, like those of spreadsheets.
"""

from __future__ import annotations

import decimal
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

from readers.references import cell_position

MAX_FORMULA = 2_000
"""Characters of a formula that is worked out. Excel takes 8,192."""
MAX_TOKENS = 500
MAX_DEPTH = 40
"""Parentheses and operators within each other."""
MAX_CHAIN = 60
"""Cells that wait for the result of another one."""
MAX_RANGE = 100_000
"""Cells of one area."""
MAX_STEPS = 4_000_000
"""Operations and cells looked at, for all formulas of a workbook: some seconds."""
MAX_TEXT = 32_767
"""Characters of a result."""

Scalar = Decimal | str | bool | None


class SheetError(NamedTuple):
    """An error as a value: ``#DIV/0!``."""

    text: str


Result = Decimal | str | bool | SheetError | None


class Unknown(Exception):  # noqa: N818  # an outcome, no fault
    """There is no one result."""


class Cell(NamedTuple):
    """A cell by name of its sheet (in small letters; empty for the sheet of the formula), row and column from 0."""

    sheet: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Literal:
    """A value that stands in the formula."""

    value: Result


@dataclass(frozen=True, slots=True)
class Reference:
    """A cell or an area of cells."""

    first: Cell
    last: Cell


@dataclass(frozen=True, slots=True)
class Call:
    """A function, or an operator under its sign."""

    name: str
    arguments: tuple[Node, ...]


Node = Literal | Reference | Call

_TOKEN = re.compile(
    r"\s+"
    r'|(?P<words>"(?:[^"]|"")*")'
    r"|(?P<error>#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A))"
    r"|(?P<cell>(?:(?P<sheet>'(?:[^']|'')+'|[A-Za-z_][A-Za-z0-9_.]{0,60})!)?"
    r"(?P<first>\$?[A-Za-z]{1,3}\$?[0-9]{1,7})(?::(?P<last>\$?[A-Za-z]{1,3}\$?[0-9]{1,7}))?(?![A-Za-z0-9_.(!]))"
    r"|(?P<function>[A-Za-z][A-Za-z0-9.]{0,40})\s{0,5}\("
    r"|(?P<truth>TRUE|FALSE)(?![A-Za-z0-9_.(!])"
    r"|(?P<number>(?:[0-9]{1,20}(?:\.[0-9]{0,20})?|\.[0-9]{1,20})(?:[eE][+-]?[0-9]{1,3})?)"
    r"|(?P<sign><=|>=|<>|[-+*/^&=<>%(),])",
    re.IGNORECASE,
)
_POWER = {"=": 1, "<>": 1, "<": 1, ">": 1, "<=": 1, ">=": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 5}
_SIGNED = 6
"""Excel binds a sign closer than a power: -2^2 is 4."""

DIV0, VALUE, NUM, NAME = SheetError("#DIV/0!"), SheetError("#VALUE!"), SheetError("#NUM!"), SheetError("#NAME?")
_CONTEXT = decimal.Context(prec=28, Emax=400, Emin=-400, traps=[decimal.InvalidOperation])
_LARGEST = Decimal("1.7976931348623158E+308")


@lru_cache(maxsize=2_000)
def parse(formula: str) -> Node:
    """
    Return what a formula (without its ``=``) says.

    Raises:
        Unknown: it uses something that is not worked out here.
    """
    if len(formula) > MAX_FORMULA:
        raise Unknown
    return _Parser(formula).parse()


class _Parser:
    def __init__(self, formula: str) -> None:
        self._tokens = list(_tokens(formula))
        self._next = 0
        self._depth = 0

    def parse(self) -> Node:
        node = self._expression(0)
        if self._next != len(self._tokens):
            raise Unknown
        return node

    def _peek(self) -> str | None:
        """Return the sign that comes next."""
        token = self._tokens[self._next] if self._next < len(self._tokens) else None
        return token["sign"] if token else None

    def _expression(self, power: int) -> Node:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise Unknown
        node = self._operand()
        while (sign := self._peek()) in _POWER and _POWER[sign] > power:
            self._next += 1
            node = Call(sign, (node, self._expression(_POWER[sign])))
        self._depth -= 1
        return node

    def _operand(self) -> Node:
        if self._next >= len(self._tokens):
            raise Unknown
        token = self._tokens[self._next]
        self._next += 1
        if token["sign"] in ("+", "-"):
            node: Node = Call(f"sign{token['sign']}", (self._expression(_SIGNED),))
        elif token["sign"] == "(":
            node = self._expression(0)
            self._expect(")")
        elif token["function"]:
            node = Call(token["function"].upper(), self._arguments())
        else:
            node = _literal(token)
        while self._peek() == "%":
            self._next += 1
            node = Call("%", (node,))
        return node

    def _expect(self, sign: str) -> None:
        if self._peek() != sign:
            raise Unknown
        self._next += 1

    def _arguments(self) -> tuple[Node, ...]:
        found: list[Node] = []
        if self._peek() == ")":
            self._next += 1
            return ()
        while True:
            found.append(Literal(None) if self._peek() in (",", ")") else self._expression(0))
            if self._peek() != ",":
                break
            self._next += 1
        self._expect(")")
        return tuple(found)


def _tokens(formula: str) -> Iterator[re.Match[str]]:
    position = count = 0
    while position < len(formula):
        match = _TOKEN.match(formula, position)
        if match is None or count > MAX_TOKENS:
            raise Unknown
        position = match.end()
        if not match[0].isspace():
            count += 1
            yield match


def _literal(token: re.Match[str]) -> Node:
    if token["cell"]:
        return _reference(token)
    if token["words"]:
        return Literal(token["words"][1:-1].replace('""', '"'))
    if token["number"]:
        return Literal(Decimal(token["number"]))
    if token["truth"]:
        return Literal(token["truth"].upper() == "TRUE")
    if token["error"]:
        return Literal(SheetError(token["error"].upper()))
    raise Unknown


def _reference(token: re.Match[str]) -> Reference:
    sheet = (token["sheet"] or "").lower()
    if sheet.startswith("'"):
        sheet = sheet[1:-1].replace("''", "'")
    if "[" in sheet:
        raise Unknown  # another workbook
    first, last = cell_position(token["first"]), cell_position(token["last"] or token["first"])
    if first is None or last is None:
        raise Unknown
    rows, columns = sorted((first[0], last[0])), sorted((first[1], last[1]))
    return Reference(Cell(sheet, rows[0], columns[0]), Cell(sheet, rows[1], columns[1]))


class Evaluator:
    """
    Works formulas out.

    `look` returns what a cell holds: a number, words, truth, an error, None for nothing, or `Pending` for a formula
    that is to be worked out first. It may raise `Unknown`.
    """

    def __init__(self, look: Callable[[Cell], Result | Pending]) -> None:
        self._look = look
        self._known: dict[Cell, Result | Unknown] = {}
        self._waiting: list[Cell] = []
        self._steps = MAX_STEPS

    def result(self, cell: Cell) -> Result:
        """
        Return the result of the formula in a cell.

        Raises:
            Unknown: there is none, or it takes too long, or it needs itself.
        """
        with decimal.localcontext(_CONTEXT):
            return self._value(cell)

    def _value(self, cell: Cell) -> Result:
        self._step(1)
        if cell in self._known:
            known = self._known[cell]
            if isinstance(known, Unknown):
                raise known
            return known
        held = self._look(cell)
        return self._worked_out(cell, held.formula) if isinstance(held, Pending) else held

    def _worked_out(self, cell: Cell, formula: str) -> Result:
        if len(self._waiting) >= MAX_CHAIN or cell in self._waiting:
            raise Unknown
        self._waiting.append(cell)
        try:
            found = _rounded(self._one(parse(formula.removeprefix("=")), cell))
            # Excel shows an empty cell that a formula points to as 0.
            self._known[cell] = Decimal(0) if found is None else found
        except (Unknown, decimal.DecimalException, RecursionError) as error:
            self._known[cell] = error if isinstance(error, Unknown) else Unknown()
            raise Unknown from error
        finally:
            self._waiting.pop()
        return self._known[cell]  # type: ignore[return-value]  # never Unknown here

    def _step(self, count: int) -> None:
        self._steps -= count
        if self._steps < 0:
            raise Unknown

    def _cells(self, reference: Reference, home: Cell) -> Iterator[Result]:
        first, last = reference.first, reference.last
        rows, columns = last.row - first.row + 1, last.column - first.column + 1
        if rows * columns > MAX_RANGE:
            raise Unknown
        sheet = first.sheet or home.sheet
        for row in range(first.row, last.row + 1):
            for column in range(first.column, last.column + 1):
                yield self._value(Cell(sheet, row, column))

    def _one(self, node: Node, home: Cell) -> Result:
        """Return the one value of a part of a formula."""
        self._step(1)
        if isinstance(node, Literal):
            return node.value
        if isinstance(node, Reference):
            if node.first != node.last:
                raise Unknown
            return self._value(node.first._replace(sheet=node.first.sheet or home.sheet))
        if node.name in _LAZY:
            return _LAZY[node.name](lambda part: self._one(part, home), node.arguments)
        if node.name in _OF_AREAS:
            return _OF_AREAS[node.name](list(self._many(node.arguments, home)))
        return _called(node.name, [self._one(part, home) for part in node.arguments])

    def _many(self, arguments: tuple[Node, ...], home: Cell) -> Iterator[tuple[Result, bool]]:
        """Yield the values of all arguments, and of each whether it comes from a cell."""
        for node in arguments:
            if isinstance(node, Reference):
                for value in self._cells(node, home):
                    yield value, True
            else:
                yield self._one(node, home), False


class Pending(NamedTuple):
    """A formula that is still to be worked out."""

    formula: str


def _rounded(value: Result) -> Result:
    """Return a result with the digits that a sheet keeps."""
    if not isinstance(value, Decimal):
        if isinstance(value, str) and len(value) > MAX_TEXT:
            raise Unknown
        return value
    if not value.is_finite() or abs(value) > _LARGEST:
        return NUM
    return decimal.Context(prec=15).plus(value)


def _called(name: str, values: list[Result]) -> Result:
    for value in values:
        if isinstance(value, SheetError):
            return value
    if name in _OPERATORS and len(values) == 2:
        return _OPERATORS[name](values[0], values[1])
    function = _FUNCTIONS.get(name)
    if function is None:
        raise Unknown
    try:
        return function(*values)
    except TypeError as error:  # as many arguments as the function does not take
        raise Unknown from error


def number(value: Result) -> Decimal | SheetError:
    """Return the number that a value counts as."""
    if isinstance(value, SheetError | Decimal):
        return value
    if value is None:
        return Decimal(0)
    return Decimal(int(value)) if isinstance(value, bool) else read_number(value)


_DOT = re.compile(r"[0-9]{1,20}(?:\.[0-9]{0,20})?|\.[0-9]{1,20}|[0-9]{1,20}(?:\.[0-9]{0,20})?[eE][+-]?[0-9]{1,3}")
_DOT_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){2,6}(?:\.[0-9]{0,20})?|[0-9]{1,3},[0-9]{3}\.[0-9]{0,20}")
_COMMA = re.compile(r"[0-9]{1,20},[0-9]{0,20}|[0-9]{1,3}(?:\.[0-9]{3}){1,6},[0-9]{0,20}|[0-9]{1,3}(?:\.[0-9]{3}){2,6}")
_AMBIGUOUS = re.compile(r"[0-9]{1,3},[0-9]{3}")


def read_number(text: str) -> Decimal | SheetError:
    """
    Return the number that words are, as VALUE() reads them.

    A dot is the decimal sign, as the formulas assume that need VALUE() at all; a comma where no other reading works.

    Raises:
        Unknown: ``1,234`` is one number in English and another in Indonesian; dates and currencies depend as well.
    """
    bare = text.strip()
    negative = bare.startswith("(") and bare.endswith(")")
    bare = bare[1:-1].strip() if negative else bare
    share = bare.endswith("%")
    bare = bare.removesuffix("%").strip()
    if not negative and bare[:1] in ("-", "+"):
        negative, bare = bare[0] == "-", bare[1:].strip()
    if not any(char.isdigit() for char in bare):
        return VALUE
    if _AMBIGUOUS.fullmatch(bare):
        raise Unknown
    if _DOT.fullmatch(bare):
        found = Decimal(bare)
    elif _DOT_GROUPED.fullmatch(bare):
        found = Decimal(bare.replace(",", ""))
    elif _COMMA.fullmatch(bare):
        found = Decimal(bare.replace(".", "").replace(",", "."))
    else:
        raise Unknown
    found = -found if negative else found
    return found / 100 if share else found


def words(value: Result) -> str:
    """
    Return the words that a value counts as.

    Raises:
        Unknown: a fraction has a dot in one language and a comma in another; so have the words for truth.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal) and value == value.to_integral_value() and abs(value) < 10**11:
        return f"{value.to_integral_value():f}"
    raise Unknown


def truth_of(value: Result) -> bool | SheetError:
    """Return whether a value counts as true."""
    if isinstance(value, SheetError | bool):
        return value
    if isinstance(value, str):
        return VALUE
    return bool(value)


def _arithmetic(work: Callable[[Decimal, Decimal], Result]) -> Callable[[Result, Result], Result]:
    def operator(left: Result, right: Result) -> Result:
        first, second = number(left), number(right)
        if isinstance(first, SheetError):
            return first
        return second if isinstance(second, SheetError) else work(first, second)

    return operator


def _power(base: Decimal, exponent: Decimal) -> Result:
    if base == 0 and exponent <= 0:
        return NUM if exponent == 0 else DIV0
    if base < 0 and exponent != exponent.to_integral_value():
        return NUM
    found = base**exponent
    return found if found.is_finite() else NUM


def _order(left: Result, right: Result) -> int:
    """Compare as sheets do: numbers before words before truth, words in any case, nothing as what it stands beside."""
    left, right = _beside(left, right), _beside(right, left)
    ranks = _rank(left), _rank(right)
    if ranks[0] != ranks[1]:
        return -1 if ranks[0] < ranks[1] else 1
    first, second = _comparable(left), _comparable(right)
    return (first > second) - (first < second)  # type: ignore[operator]  # of one kind by now


def _beside(value: Result, other: Result) -> Result:
    if value is not None:
        return value
    if isinstance(other, bool):
        return False
    return "" if isinstance(other, str) else Decimal(0)


def _rank(value: Result) -> int:
    return 2 if isinstance(value, bool) else 1 if isinstance(value, str) else 0


def _comparable(value: Result) -> Decimal | str | bool:
    if isinstance(value, str):
        return value.casefold()
    # Sheets compare 15 digits, so that 0.1+0.2 is 0.3.
    return decimal.Context(prec=15).plus(value) if isinstance(value, Decimal) else bool(value)


_OPERATORS: dict[str, Callable[[Result, Result], Result]] = {
    "+": _arithmetic(lambda left, right: left + right),
    "-": _arithmetic(lambda left, right: left - right),
    "*": _arithmetic(lambda left, right: left * right),
    "/": _arithmetic(lambda left, right: left / right if right else DIV0),
    "^": _arithmetic(_power),
    "&": lambda left, right: words(left) + words(right),
    "=": lambda left, right: _order(left, right) == 0,
    "<>": lambda left, right: _order(left, right) != 0,
    "<": lambda left, right: _order(left, right) < 0,
    ">": lambda left, right: _order(left, right) > 0,
    "<=": lambda left, right: _order(left, right) <= 0,
    ">=": lambda left, right: _order(left, right) >= 0,
}


def _of_number(work: Callable[[Decimal], Result]) -> Callable[[Result], Result]:
    def function(value: Result) -> Result:
        found = number(value)
        return found if isinstance(found, SheetError) else work(found)

    return function


def _round(value: Result, digits: Result = None) -> Result:
    found, places = number(value), number(digits)
    if isinstance(found, SheetError):
        return found
    if isinstance(places, SheetError):
        return places
    step = Decimal(1).scaleb(-int(max(min(places, Decimal(20)), Decimal(-20))))
    return (decimal.Context(prec=15).plus(found) / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def _substitute(text: Result, old: Result, new: Result, nth: Result = None) -> Result:
    where, what, by = words(text), words(old), words(new)
    if not what:
        return where
    if nth is None:
        if len(where) * max(len(by), 1) > MAX_TEXT * 10:
            raise Unknown
        return where.replace(what, by)
    count = number(nth)
    if isinstance(count, SheetError) or count < 1:
        return VALUE
    parts = where.split(what)
    place = int(count)
    return where if place >= len(parts) else what.join(parts[:place]) + by + what.join(parts[place:])


def _truths() -> dict[str, Callable[[], Result]]:
    return {"TRUE": lambda: True, "FALSE": lambda: False}


_FUNCTIONS: dict[str, Callable[..., Result]] = {
    **_truths(),
    "sign+": lambda value: value,
    "sign-": _of_number(lambda value: -value),
    "%": _of_number(lambda value: value / 100),
    "ABS": _of_number(abs),
    "VALUE": _of_number(lambda value: value),
    "ROUND": _round,
    "SUBSTITUTE": _substitute,
    "CONCATENATE": lambda *values: "".join(map(words, values)),
}


def _if(one: Callable[[Node], Result], arguments: tuple[Node, ...]) -> Result:
    if not 2 <= len(arguments) <= 3:
        raise Unknown
    asked = truth_of(one(arguments[0]))
    if isinstance(asked, SheetError):
        return asked
    if asked:
        return one(arguments[1])
    return one(arguments[2]) if len(arguments) == 3 else False


def _if_error(one: Callable[[Node], Result], arguments: tuple[Node, ...]) -> Result:
    if len(arguments) != 2:
        raise Unknown
    value = one(arguments[0])
    return one(arguments[1]) if isinstance(value, SheetError) else value


_LAZY: dict[str, Callable[[Callable[[Node], Result], tuple[Node, ...]], Result]] = {"IF": _if, "IFERROR": _if_error}

Given = list[tuple[Result, bool]]


def _numbers(given: Given) -> list[Decimal] | SheetError:
    """Return the numbers among values: of cells only what is a number, of arguments what counts as one."""
    found: list[Decimal] = []
    for value, in_cell in given:
        if isinstance(value, SheetError):
            return value
        if in_cell and (not isinstance(value, Decimal)):
            continue
        counted = number(value)
        if isinstance(counted, SheetError):
            return counted
        found.append(counted)
    return found


def _of_numbers(work: Callable[[list[Decimal]], Result]) -> Callable[[Given], Result]:
    def function(given: Given) -> Result:
        found = _numbers(given)
        return found if isinstance(found, SheetError) else work(found)

    return function


def _count(given: Given) -> Result:
    if any(not in_cell and isinstance(value, str) for value, in_cell in given):
        raise Unknown
    return Decimal(sum(isinstance(value, Decimal) or (isinstance(value, bool) and not cell) for value, cell in given))


_OF_AREAS: dict[str, Callable[[Given], Result]] = {
    "SUM": _of_numbers(lambda found: sum(found, Decimal(0))),
    "AVERAGE": _of_numbers(lambda found: sum(found, Decimal(0)) / len(found) if found else DIV0),
    "MIN": _of_numbers(lambda found: min(found, default=Decimal(0))),
    "MAX": _of_numbers(lambda found: max(found, default=Decimal(0))),
    "COUNT": _count,
    "COUNTA": lambda given: Decimal(sum(value is not None for value, _ in given)),
}
