"""What a file may hold before it is read as YAML: UTF-8, no more than can be read, all of it seen."""

import re
from typing import TypeAlias

BREAK = re.compile("\r\n?|\n")
"""What ends a line."""
_LONGEST = 60
LARGEST = 1024 * 1024
"""The largest file, in bytes."""
MOST_PARTS = 150_000
"""The most lines, commas, brackets, hyphens and colons: each may begin a value, and reading takes time."""
_BEGINNINGS = (b"\n", b"\r", b",", b"[", b"{", b"- ", b": ", b"? ")
UNSEEN = re.compile(
    "[^\t\n\r -~\u00a0-\u00ac\u00ae-\u180d\u180f-\u200a\u200c-\u2027\u202f-\u205f\u206a-\ufefe\uff00-\ufffd"
    "\U00010000-\U0010ffff]"
)
"""What no editor shows: control characters, marks within the text, spaces without width, marks that turn the direction of
writing (a figure could be made to look like another), and line breaks of other kinds, which would
shift the numbers of all lines below."""


ODD_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that are not the one of the keyboard: pasted from a page or a letter, they look the same."""
_PLAIN = bytes(range(ord(" "), ord("~") + 1)) + b"\t\n\r"
"""What is seen of ASCII."""


Place: TypeAlias = tuple[int, int]
"""A line and a column, counted from 1."""


class TooLargeError(ValueError):
    """A file that takes too long to read; the text says why."""


def decoded(text: bytes) -> str:
    """The text of a file. Raises UnicodeDecodeError and TooLargeError."""
    if len(text) > LARGEST:  # no more of it may have been read than shows that it is too large
        raise TooLargeError(f"this file has more than the {LARGEST:,} bytes allowed")
    if len(text) > MOST_PARTS and sum(map(text.count, _BEGINNINGS)) > MOST_PARTS:
        raise TooLargeError(
            f"this file has more than the {MOST_PARTS:,} lines and brackets allowed"
        )
    return text.decode("utf-8-sig")


def is_all_seen(text: str) -> bool:
    """Whether `text` is certainly free of what is not seen; most files hold plain letters alone."""
    return text.isascii() and not text.encode().translate(None, _PLAIN)


UNSEEN_HERE = (
    "there is a character here that cannot be shown",
    "Delete the line and type it again; it may have been pasted.",
)


def cut_short(text: str) -> str:
    """`text` on one line, cut where it is long: nobody reads a megabyte in a finding."""
    told = " ".join(text[: _LONGEST * 4].split())
    return told if len(told) <= _LONGEST else f"{told[: _LONGEST - 3]}..."


def end_of(text: str) -> Place:
    """The line and column that follow `text`."""
    lines = BREAK.split(text)
    return (len(lines), len(lines[-1]) + 1)


def within(place: Place, text: bytes) -> Place:
    """`place`, or the end of what is written where that is past it: a line that is there."""
    if len(text) > LARGEST:
        return place
    return min(place, end_of(text.decode("utf-8-sig").rstrip()))
