"""What an author did to a line that the parser cannot read: the slips of hands, pasting and editors.

The parser names the place where it gave up. The lines around it show what was typed: a missing
space, a line that begins elsewhere than its neighbours, curly quotes, a space that is none.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.loading.typed import ODD_SPACES, Place, cut_short

_ITEM = re.compile(r" *- ")
_KEY = re.compile(r"( *(?:- +)*)[A-Za-z_][\w-]*:(?: |$)")
_FILLED = re.compile(r" *(?:- +)*[A-Za-z_][\w-]*: +[^\s|>]")
_NO_SPACE = re.compile(r" *(?:- +)*([A-Za-z_]\w*):(?!//)([^\s:].*)")
_STUCK_HYPHEN = re.compile(r" *-([A-Za-z_][\w-]*:(?: .*)?)$")
_OTHER_DASH = re.compile(r" *([\u2010-\u2015\u2022\u00b7\u2212]) ?\S")
_ODD_SPACE = re.compile(rf"(?:^\s*?|[:-] *)([{ODD_SPACES}])")
_CURLY = re.compile("(?:: |[{,] ?|- )([\u201c\u201d\u201e\u2018\u2019])")
_VERSIONS = re.compile(r"(<{7}|={7}|>{7})( |$)")
_NOTE = re.compile(r"[ \t]*#(?=(\w)?)")
_ENDS_EARLY = re.compile(r""".*?: +(?:(["']).*\1|\[[^\]]*\]|\{[^}]*\})\s*$""")
_LONGEST = 2000
"""The longest beginning of a line that is looked at for quotes."""


class LineSlip(NamedTuple):
    """A slip at a row and column that count from 0: what it is, and what to do."""

    row: int
    column: int
    message: str
    fix: str


def typing_slip(lines: Sequence[str], rows: Sequence[int]) -> LineSlip | None:
    """A slip of typing or pasting in the first of `rows` that has one."""
    found = (_typed_in(lines[row], row) for row in rows if 0 <= row < len(lines))
    return next(filter(None, found), None)


def _typed_in(line: str, row: int) -> LineSlip | None:
    if _VERSIONS.match(line):
        return LineSlip(row, 0, *_TWO_VERSIONS)
    if odd := _ODD_SPACE.search(line):
        return LineSlip(row, odd.start(1), *_PASTED_SPACE)
    if stuck := _STUCK_HYPHEN.match(line):
        fix = f"Write - {cut_short(stuck[1])}"
        return LineSlip(row, line.index("-"), "there is no space after the hyphen", fix)
    if dash := _OTHER_DASH.match(line):
        message = f"this line begins with {dash[1]}, which is not the hyphen of a list"
        return LineSlip(row, dash.start(1), message, "Write a plain hyphen and a space: - ")
    if stuck := _NO_SPACE.match(line):
        fix = f"Write {cut_short(stuck[1])}: {cut_short(stuck[2])}"
        return LineSlip(row, stuck.start(1), "there is no space after the colon", fix)
    if curly := _CURLY.search(line):
        message = f"this text begins with the curly quote {curly[1]}, which is no quote here"
        return LineSlip(row, curly.start(1), message, 'Write straight quotes: "...".')
    return None


def deeper_line(lines: Sequence[str], row: int) -> LineSlip | None:
    """The line that begins elsewhere than its neighbours, where the line at `row` begins further in
    than that above, which has a value already.
    """
    above = _written(lines, row, -1)
    column, upper = _key_column(lines, row), _key_column(lines, above)
    if column is None or upper is None or not _FILLED.match(lines[above]):
        return None
    before = _key_column(lines, _written(lines, above, -1))
    if column > upper and before == column:
        return _aside(above, upper, column)
    return _aside(row, column, upper) if column != upper else None


def line_aside(lines: Sequence[str], row: int) -> LineSlip | None:
    """How the line at `row` stands apart from those above: its hyphen, its first letter, its end."""
    if _ITEM.match(lines[row]):
        return _hyphen_aside(lines, row)
    return deeper_line(lines, row)


def text_after(line: str, row: int, column: int) -> LineSlip | None:
    """A text that goes on at `column`, behind the quotes or brackets that it began with."""
    if column > _LONGEST or not _ENDS_EARLY.match(line[:column]):
        return None
    return LineSlip(row, column, *_GOES_ON)


def cut_off(lines: Sequence[str], start: Place, end: Place) -> Place | None:
    """Where a # ends a text of several words, or leaves nothing of one; lines and columns count from 1."""
    (first, begin), (line, column) = start, end
    note = _NOTE.match(lines[line - 1], column - 1)
    if not note:
        return None
    is_text = first != line or lines[line - 1].find(" ", begin - 1, column - 1) >= 0
    if is_text or (start == end and note[1]):
        return line, note.end()
    return None


def is_closed(line: str) -> bool:
    """Whether each bracket opened in the line is closed in it."""
    return all(line.count(left) == line.count(right) for left, right in ("{}", "[]"))


def _hyphen_aside(lines: Sequence[str], row: int) -> LineSlip | None:
    column = lines[row].index("-")
    above = (line.index("-") for line in reversed(lines[:row]) if _ITEM.match(line))
    wanted = next(above, column)
    if wanted == column:
        return None
    message = f"this hyphen stands in column {column + 1}, but that of the entry above in column {wanted + 1}"
    fix = f"Move it to column {wanted + 1}; if the line begins no new entry, delete the hyphen."
    return LineSlip(row, column, message, fix)


def _aside(row: int, column: int, wanted: int) -> LineSlip:
    message = f"this line begins in column {column + 1}, but its neighbours in column {wanted + 1}"
    fix = (
        f"Begin it in column {wanted + 1}; if it belongs to the text above, put that whole text in "
        "quotes."
    )
    return LineSlip(row, column, message, fix)


def _key_column(lines: Sequence[str], row: int) -> int | None:
    """Where the first key of a line begins, after the hyphen where it has one."""
    key = _KEY.match(lines[row]) if 0 <= row < len(lines) else None
    return len(key[1]) if key else None


def _written(lines: Sequence[str], row: int, step: int) -> int:
    """The nearest row in one direction that is not blank; -1 or the number of rows past the ends."""
    row += step
    while 0 <= row < len(lines) and not lines[row].strip():
        row += step
    return row


_TWO_VERSIONS = (
    "two versions of this file were joined here, with marks between them",
    "Keep one of the two, and delete the lines with <<<<<<<, ======= and >>>>>>>.",
)
_PASTED_SPACE = (
    "there is a special space here, which was pasted; it looks like a space and is none",
    "Delete it and type an ordinary space.",
)
CUT_OFF = (
    "a text ends before #: what follows is taken for a note to yourself, and is not published",
    "Put the whole text in quotes, or move your note to a line of its own.",
)
_GOES_ON = (
    "this text goes on after its quotes or brackets have ended",
    'Put the whole text in quotes, of the kind that is not in it: "it\'s" or \'say "yes"\'.',
)
