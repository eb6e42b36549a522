"""Inputs taken from evidence: sums and counts over the columns of a CSV kept beside the measure."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches

from generator.loading.wording import shown
from generator.model.numbers import EXACT, MOST_DIGITS
from generator.rules.wording import plural

LARGEST = 4 * 1024 * 1024
"""The largest evidence file, in bytes (decision 0047)."""
MOST_COLUMNS, MOST_ROWS = 1000, 200_000
"""The most columns and rows of an evidence file."""
_APART = ((";", "semicolons"), ("\t", "tabs"), ("|", "lines"))
_NAMED = 12
"""How many columns are named to somebody who named none of them."""

_CALL = re.compile(r"\s*(sum|count)\(\s*([^()]+?)\s*\)\s*")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


class EvidenceError(ValueError):
    """Evidence from which an input cannot be taken; the text says what to change."""


@dataclass(frozen=True, slots=True)
class EvidenceTable:
    """The rows of an evidence file under their column names, empty rows among them."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def read_evidence(name: str, text: bytes) -> EvidenceTable:
    """The table in a CSV file whose first row names the columns. Raises EvidenceError."""
    rows = _rows(name, text)
    if not rows:
        raise EvidenceError(f"{name} is empty")
    if len(rows) > MOST_ROWS:
        raise EvidenceError(f"{name} has {len(rows):,} rows; the most is {MOST_ROWS:,}")
    columns = tuple(column.strip() for column in rows[0])
    apart = next((words for sign, words in _APART if sign in "".join(columns)), None)
    if len(columns) == 1 and apart:
        raise EvidenceError(f"{name} has {apart} between its columns, where commas belong")
    if len(columns) > MOST_COLUMNS:
        raise EvidenceError(f"{name} has {len(columns):,} columns; the most is {MOST_COLUMNS:,}")
    twice = next((column for column in columns if column and columns.count(column) > 1), None)
    if twice:
        raise EvidenceError(f"{name} has more than one column {shown(twice)}")
    for line, row in enumerate(rows[1:], start=2):
        if len(row) > len(columns) and any(row[len(columns) :]):
            said = f"{len(row)} cells, but there are {plural(len(columns), 'column')}"
            raise EvidenceError(f"row {line} of {name} has {said}: is there a comma in a text?")
    return EvidenceTable(name, columns, tuple(rows[1:]))


def _rows(name: str, text: bytes) -> list[tuple[str, ...]]:
    """Every row of a CSV file. Raises EvidenceError."""
    if len(text) > LARGEST:  # no more of it may have been read than shows that it is too large
        raise EvidenceError(f"{name} has more than the {LARGEST:,} bytes allowed")
    try:
        lines = csv.reader(io.StringIO(text.decode("utf-8-sig")), strict=True)
        return [tuple(row) for row in lines]
    except UnicodeDecodeError as error:
        line = text[: error.start].count(b"\n") + 1
        raise EvidenceError(
            f"{name} is not a CSV file in UTF-8: row {line} cannot be read"
        ) from error
    except csv.Error as error:
        raise EvidenceError(f"{name} is not a CSV file: {error}") from error


def is_taken_from_a_file(text: str) -> bool:
    """Whether `text` is `sum(column)` or `count(column)`."""
    return _CALL.fullmatch(text) is not None


def input_from(text: str, table: EvidenceTable) -> Decimal:
    """The number that `sum(column)` or `count(column)` gives; count counts filled-in cells.

    Raises EvidenceError.
    """
    call = _CALL.fullmatch(text)
    if not call:
        raise EvidenceError(f"{text[:40]} is neither a number nor sum(column) or count(column)")
    cells = _column(call[2], table)
    if call[1] == "count":
        return Decimal(sum(1 for _, cell in cells if cell))
    total = Decimal(0)
    for line, cell in cells:
        if not _NUMBER.fullmatch(cell) or len(cell) > MOST_DIGITS:
            raise EvidenceError(f"row {line} of {table.name} has no plain number under {call[2]}")
        total = EXACT.add(total, Decimal(cell))
    return total


def _column(name: str, table: EvidenceTable) -> Sequence[tuple[int, str]]:
    """Each cell of the column with the number of its row, as a spreadsheet counts them."""
    if name not in table.columns:
        near = get_close_matches(name, table.columns, n=1)
        hint = f"; did you mean {shown(near[0])}?" if near else f": {_listed(table.columns)}"
        raise EvidenceError(f"{table.name} has no column {shown(name)}{hint}")
    place = table.columns.index(name)
    return [
        (line, row[place].strip() if place < len(row) else "")
        for line, row in enumerate(table.rows, start=2)
        if any(row)
    ]


def _listed(columns: Sequence[str]) -> str:
    """The names of columns, the first of them where there are many."""
    named = ", ".join(map(shown, columns[:_NAMED]))
    return f"{named} and {len(columns) - _NAMED} more" if len(columns) > _NAMED else named
