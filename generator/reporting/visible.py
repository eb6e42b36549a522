"""What cannot be seen, written out, so that no text of a file or its name can act on a reader."""

import re
from unicodedata import category, combining, east_asian_width

from generator.model.finding import visible

__all__ = ("WIDEST", "encodable", "excerpt", "lines_of", "visible")

WIDEST = 100
"""The most columns of a line that are shown."""
_BREAK = re.compile("\r\n?|\n")


def encodable(text: str) -> str:
    """`text` with what UTF-8 cannot hold, half a letter of a file's name, written as `\\udce9`."""
    return text.encode("utf-8", "backslashreplace").decode()


def lines_of(content: bytes | None) -> list[str]:
    """The lines of a file as its findings count them; what is not UTF-8 becomes a mark."""
    return _BREAK.split((content or b"").decode("utf-8-sig", "replace"))


def excerpt(line: str, column: int) -> tuple[str, int]:
    """The part of `line` around a column (from 1), and how many columns to the right it stands."""
    at = min(column - 1, len(line))
    start, end = max(at - WIDEST, 0), at + WIDEST
    cells = [visible(letter) for letter in line[start:end]]
    widths = [_width(cell) for cell in cells]
    first, last = _window(widths, at - start)
    before = "..." if start + first else ""
    after = "..." if start + last < len(line) else ""
    shown = f"{before}{''.join(cells[first:last])}{after}"
    return shown.rstrip(), len(before) + sum(widths[first : at - start])


def _window(widths: list[int], at: int) -> tuple[int, int]:
    """From where to where cells are shown: as far left as half the width, then as far as it goes."""
    first, last, room = at, at, WIDEST
    while first and room - widths[first - 1] >= WIDEST // 2:
        first -= 1
        room -= widths[first]
    while last < len(widths) and widths[last] <= room:
        room -= widths[last]
        last += 1
    while first and widths[first - 1] <= room:
        first -= 1
        room -= widths[first]
    return first, last


def _width(cell: str) -> int:
    """How many columns a terminal gives to one letter, or to what is written for it."""
    if len(cell) > 1:
        return len(cell)
    if combining(cell) or category(cell) in ("Mn", "Me"):
        return 0
    return 2 if east_asian_width(cell) in "WF" else 1
