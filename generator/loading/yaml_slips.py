"""Slips of YAML in plain words: what the parser complains of, where it began, what to do."""

import re
from typing import Any, TypeAlias

Mark: TypeAlias = Any
BREAK = re.compile("\r\n?|\n")
"""What ends a line."""

_UNCLOSED_QUOTE = ("a quote is opened here and never closed", "Close the quote.")
_UNCLOSED_BRACKET = (
    "a bracket is opened here and never closed",
    "Close it with ] or }, and put commas between the items.",
)
_AT_ITS_START = {
    "unexpected end of stream": _UNCLOSED_QUOTE,
    "found unexpected document indicator": _UNCLOSED_QUOTE,
    "did not find expected ',' or": _UNCLOSED_BRACKET,
    "could not find expected ':'": (
        "a colon is missing in this line",
        "Write key: value, with a space after the colon.",
    ),
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
        "there is a second colon in this line, or the line is indented too far",
        "Put text that has a colon in quotes, or move the line under its neighbours.",
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


def explained(error: Any, text: bytes) -> tuple[Mark | None, str, str]:
    """Where the slip is, what it is, and what to do about it."""
    problem, mark = error.problem or "this cannot be read", error.problem_mark
    for sign, words in _AT_ITS_START.items():
        if sign in problem:
            return (error.context_mark or mark, *words)
    for sign, (message, fix) in _WHERE_FOUND.items():
        if sign in problem:
            if mark and _line(text, mark)[: mark.column + 1].endswith("\t"):
                return (mark, *_TABS)
            return (mark, message, fix)
    return (
        mark or error.context_mark,
        f"this cannot be read as YAML ({problem})",
        "Compare the line with its neighbours: indentation, colons, quotes and brackets.",
    )


def _line(text: bytes, mark: Mark) -> str:
    lines = [*BREAK.split(text.decode("utf-8-sig")), ""]
    return lines[int(mark.line)]
