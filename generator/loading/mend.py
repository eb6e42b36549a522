"""Mending: what has exactly one answer is written so, and every other byte stays (decision 0034).

Numbers that were typed as text, the decimals of a value, and spaces at the ends of lines.
"""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.loading.plain_text import Value
from generator.loading.schema import Schemas
from generator.loading.typed import BREAK
from generator.loading.wording import shown
from generator.loading.yaml_text import Scalar, read_yaml, scalars
from generator.model.finding import Pointer
from generator.model.numbers import EXACT, MOST_DIGITS, plain, rounded
from generator.model.unit import is_worded

_BOM = b"\xef\xbb\xbf"
_NUMBER = re.compile(
    r"(?P<sign>[+\u2212-]?)"
    r"(?P<whole>[1-9][0-9]{0,2}(?P<apart>[ ,_])[0-9]{3}(?:(?P=apart)[0-9]{3})*|[0-9]+)"
    r"(?P<part>\.[0-9]+)?(?P<percent> ?%)?"
)
_FIGURES = ("value", "target", "low", "high", "from")
"""Keys of a period whose number has the unit of the measure, beside those of comparisons."""
_SPACES_SOMEWHERE = re.compile(rb"[ \t](?:[\r\n]|\Z)")
_SPACES = re.compile(r"[ \t]+\Z")


@dataclass(frozen=True, slots=True)
class Mend:
    """One place of a file: what stood there and what stands there now; lines count from 1."""

    line: int
    column: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Mended:
    """A file after mending, and each place that was mended; the same bytes where there is none."""

    text: bytes
    mends: tuple[Mend, ...]


class MendingError(RuntimeError):
    """A mended file would say something else: a fault of the program."""


def mended(kind: str, text: bytes, schemas: Schemas) -> Mended:
    """A file of `kind` with all mended that has one answer; one that cannot be read stays.

    Raises MendingError.
    """
    read = read_yaml(text)
    if read.slips or not isinstance(read.value, dict):
        return Mended(text, ())
    wanted = _wanted(kind, read.value, schemas)
    if not wanted and not _SPACES_SOMEWHERE.search(text):
        return Mended(text, ())
    lines, found = BREAK.split(text.decode("utf-8-sig")), scalars(text)
    in_a_line = {scalar.at for scalar in found if _is_in_a_line(scalar)}
    wanted = {at: digits for at, digits in wanted.items() if at in in_a_line}
    mends = [*_numbers(wanted, lines, found), *_trailing(lines, found)]
    mends.sort(key=lambda mend: (mend.line, mend.column))
    after = _with(text, mends)
    if read_yaml(after).value != _expected(read.value, wanted):
        raise MendingError(f"mending would change what the file says: {mends}")
    return Mended(after, tuple(mends))


def _wanted(kind: str, data: dict[str, Any], schemas: Schemas) -> dict[Pointer, str]:
    """What should be written in place of each number that is written in another way."""
    wanted = {}
    # The type of a figure hangs on the measure's unit: where that is a date or a level, it is text.
    figures = () if is_worded(str(data.get("unit", ""))) else ("number",)
    for at, value in (*_texts(data, ()), *_values(data)):
        types = schemas.field(kind, at).get("type", figures)
        digits = _digits(value, _Asked(data, at, types))
        if digits is not None and (isinstance(value, str) or digits != shown(value)):
            wanted[at] = digits
    return wanted


def _is_in_a_line(scalar: Scalar) -> bool:
    return scalar.start[0] == scalar.end[0] and scalar.style not in ("|", ">")


def _texts(value: Value, at: Pointer) -> Iterator[tuple[Pointer, Value]]:
    """Every text that may be a number, and the way to it."""
    if isinstance(value, dict | list):
        steps = value.items() if isinstance(value, dict) else enumerate(value)
        for step, inner in steps:
            if isinstance(inner, dict | list) or _may_be_number(inner):
                yield from _texts(inner, (*at, step))
    elif _may_be_number(value):
        yield at, value


def _values(data: dict[str, Any]) -> Iterator[tuple[Pointer, Value]]:
    """The value of every period that is a number, and the way to it."""
    periods = data.get("periods")
    for index, entry in enumerate(periods if isinstance(periods, list) else ()):
        value = entry.get("value") if isinstance(entry, dict) else None
        if isinstance(value, int | Decimal):
            yield ("periods", index, "value"), value


def _may_be_number(value: Value) -> bool:
    return isinstance(value, str) and _NUMBER.fullmatch(value.strip()) is not None


def _numbers(
    wanted: Mapping[Pointer, str], lines: list[str], found: list[Scalar]
) -> Iterator[Mend]:
    for scalar in found:
        if scalar.at is not None and scalar.at in wanted:
            line, column = scalar.start
            before = lines[line - 1][column - 1 : scalar.end[1] - 1]
            yield Mend(line, column, before, wanted[scalar.at])


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked for at one place of a file."""

    data: Mapping[str, Any]
    at: Pointer
    types: Any

    @property
    def is_number(self) -> bool:
        """Whether a number belongs here. A period may look like one, and is text."""
        return self.types in ("number", "integer") or "number" in self.types

    @property
    def is_percent(self) -> bool:
        """Whether a figure belongs here whose unit is percent."""
        key, last = self.at[2:3], self.at[-1]
        is_figure = key == ("comparisons",) or (key != ("inputs",) and last in _FIGURES)
        return self.at[:1] == ("periods",) and is_figure and self.data.get("unit") == "percent"

    @property
    def decimals(self) -> int | None:
        """How many decimals a value here is stated to; None for what is no value of a period."""
        places = self.data.get("decimals")
        is_value = self.at[:1] == ("periods",) and self.at[2:] == ("value",)
        return places if is_value and type(places) is int and 0 <= places <= 6 else None


def _digits(value: Value, asked: _Asked) -> str | None:
    """How the number `value` is written; None where that is not certain."""
    if not asked.is_number or isinstance(value, bool):
        return None
    if isinstance(value, str):
        text = _from_text(value, asked)
        return None if text is None else _stated(Decimal(text), text, asked)
    if isinstance(value, int | Decimal):
        return _stated(Decimal(value), None, asked)
    return None


def _from_text(text: str, asked: _Asked) -> str | None:
    """A number typed as text in plain digits: `1,000`, `+5`, `91%` where percent is the unit."""
    typed = _NUMBER.fullmatch(text.strip())
    if not typed or (typed["percent"] and not asked.is_percent):
        return None
    # Nobody knows whether 95,333 per cent is ninety-five or ninety-five thousand.
    if (typed["apart"] and asked.is_percent) or (typed["part"] and asked.types == "integer"):
        return None
    sign = "-" if typed["sign"] in ("-", "\u2212") else ""
    whole = re.sub("[^0-9]", "", typed["whole"]).lstrip("0") or "0"
    digits = f"{sign}{whole}{typed['part'] or ''}"
    return digits if len(digits) <= MOST_DIGITS else None


def _stated(number: Decimal, text: str | None, asked: _Asked) -> str | None:
    """`number` with the decimals that it is stated to, where that is the same number."""
    places = asked.decimals
    if places is None or rounded(number, places) != number:
        return text
    digits = plain(number.quantize(Decimal(1).scaleb(-places), context=EXACT))
    return digits if len(digits) <= MOST_DIGITS else text


def _trailing(lines: list[str], found: list[Scalar]) -> Iterator[Mend]:
    """Spaces at the ends of lines, save within quotes and blocks, where they are text."""
    texts = {line for scalar in found if scalar.style for line in _inner_lines(scalar)}
    for number, line in enumerate(lines, start=1):
        spaces = _SPACES.search(line)
        if spaces and number not in texts:
            yield Mend(number, spaces.start() + 1, spaces[0], "")


def _inner_lines(scalar: Scalar) -> range:
    """The lines whose end lies within the text."""
    (first, _), (last, column) = scalar.start, scalar.end
    ends_inside = scalar.style in ("|", ">") and column > 1
    return range(first, last + 1 if ends_inside else last)


def _with(text: bytes, mends: list[Mend]) -> bytes:
    """The bytes of a file with each place mended; its line ends and its first mark stay."""
    whole = text.decode("utf-8-sig")
    starts = [0, *(found.end() for found in BREAK.finditer(whole))]
    parts, done = [], 0
    for mend in mends:
        start = starts[mend.line - 1] + mend.column - 1
        parts += [whole[done:start], mend.after]
        done = start + len(mend.before)
    mark = _BOM if text.startswith(_BOM) else b""
    return mark + "".join([*parts, whole[done:]]).encode()


def _expected(data: dict[str, Any], wanted: Mapping[Pointer, str]) -> dict[str, Any]:
    """What the file must say after mending: the same, with numbers where text was."""
    expected = deepcopy(data)
    for (*way, last), digits in wanted.items():
        inner: Any = expected
        for step in way:
            inner = inner[step]
        inner[last] = Decimal(digits)
    return expected
