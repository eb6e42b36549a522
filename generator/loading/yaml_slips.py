"""Slips of YAML in plain words: what the parser complains of, where it began, what to do."""

from typing import Any, TypeAlias

from generator.loading.line_slips import (
    CUT_OFF,
    LineSlip,
    deeper_line,
    is_closed,
    line_aside,
    text_after,
    typing_slip,
)
from generator.loading.typed import BREAK

Mark: TypeAlias = Any

_UNCLOSED_QUOTE = ("a quote is opened here and never closed", "Close the quote.")
_UNCLOSED_BRACKET = (
    "a bracket is opened here and never closed",
    "Close it with ] or }, and put commas between the items.",
)
_BETWEEN_ITEMS = (
    "a comma is missing here, or a text with a colon in it is not in quotes",
    'Between { and } put a comma after each item, and write text with a colon as "text".',
)
_NO_COLON = (
    "a colon is missing in this line",
    (
        "Write key: value, with a space after the colon; if the line goes on with the text above, "
        "begin it further right than that text's key."
    ),
)
_AT_ITS_START = {
    "did not find expected alphabetic or numeric": (
        "a text cannot start with * or &",
        "Put the whole text in quotes.",
    ),
    "did not find expected comment or line break": (
        "a text cannot start with > or |",
        "Put the whole text in quotes.",
    ),
    "unexpected end of stream": _UNCLOSED_QUOTE,
    "found unexpected document indicator": _UNCLOSED_QUOTE,
    "did not find expected ',' or": _UNCLOSED_BRACKET,
    "could not find expected ':'": _NO_COLON,
}
"""Slips that show only later, told where they begin."""
_TABS = ("this line is indented with a tab", "Indent with spaces, not tabs.")
_WHERE_FOUND = {
    "found a tab character": _TABS,
    "cannot start any token": (
        "a value cannot start with this character",
        "Put the value in quotes.",
    ),
    "mapping values are not allowed": (
        "there is a second colon in this line",
        'Write text that has a colon as "text", and keys with their values between { and }.',
    ),
    "block sequence entries are not allowed": (
        "a list cannot start in the middle of a line",
        "Start the list on the next line, or put the value in quotes if it is not a list.",
    ),
    "mapping keys are not allowed": (
        "a value cannot start with this character",
        "Put the value in quotes.",
    ),
    "did not find expected node content": (
        "a value is missing here, or a bracket is not closed",
        "Write the value; put it in quotes if it starts with a bracket or a comma.",
    ),
    "did not find expected key": (
        "this line does not stand under its neighbours, or a quote is not closed",
        "Start it in the same column as the lines around it, and close every quote.",
    ),
    "did not find expected '-' indicator": (
        "this line does not belong to the list above it",
        "Start every item of the list with - in the same column.",
    ),
    "escape c": (
        "a backslash between double quotes has a meaning of its own",
        "Write it twice, or use single quotes.",
    ),
}


def explained(error: Any, text: bytes) -> tuple[tuple[int, int], str, str]:
    """The line and column of the slip, counted from 1, what it is, and what to do about it."""
    problem, mark = error.problem or "this cannot be read", error.problem_mark
    lines = [*BREAK.split(text.decode("utf-8-sig")), ""]
    seen = _seen(problem, mark, error.context_mark, lines)
    if seen:
        return (seen.row + 1, seen.column + 1), seen.message, seen.fix
    for sign, words in _AT_ITS_START.items():
        if sign in problem:
            return (_place(error.context_mark or mark), *words)
    for sign, words in _WHERE_FOUND.items():
        if sign in problem:
            return (_place(mark), *words)
    return (
        _place(mark or error.context_mark),
        f"this cannot be read as YAML ({problem})",
        "Compare the line with its neighbours: indentation, colons, quotes and brackets.",
    )


def _seen(problem: str, mark: Mark, context: Mark, lines: list[str]) -> LineSlip | None:
    """What the lines show to have been typed, where that is plainer than what the parser says."""
    if not mark or any(sign in problem for sign in _PLAIN):
        return None
    row, column = int(mark.line), int(mark.column)
    if lines[row][: column + 1].endswith("\t"):
        return LineSlip(row, column, *_TABS)
    goes_on = "mapping values" in problem and ":" not in lines[row][:column]
    first = int(context.line) if context and "expected ':'" in problem else row
    if typed := typing_slip(lines, (first, row, row - 1) if goes_on else (first, row)):
        return typed
    if goes_on:
        return deeper_line(lines, row)
    if "expected key" in problem or "expected '-'" in problem:
        return text_after(lines[row], row, column) or line_aside(lines, row)
    if "expected ',' or" in problem and context:
        return _between_items(lines, int(context.line), (row, column))
    return None


def _between_items(lines: list[str], row: int, found: tuple[int, int]) -> LineSlip | None:
    """What is wrong between brackets that open in `row`, where they are closed in it."""
    if not is_closed(lines[row]):
        return None
    if " #" in lines[row]:
        return LineSlip(row, lines[row].index(" #") + 1, *CUT_OFF)
    return LineSlip(*found, *_BETWEEN_ITEMS)


def _place(mark: Mark) -> tuple[int, int]:
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


_PLAIN = ("unexpected end of stream", "document indicator", "escape c", "a tab character")
"""Problems that are what they seem."""
