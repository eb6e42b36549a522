"""Cells of a table that a spreadsheet opens: none of them may run."""

import re
from collections.abc import Sequence

_RISK = re.compile("^[=+@\t\r\uff1d\uff0b\uff20\uff0d-]", re.MULTILINE)
"""What a spreadsheet takes for the start of a formula, in wide letters too."""
_PLAIN_NUMBER = re.compile(r"-[0-9.]+")


def harmless_row(row: Sequence[str]) -> Sequence[str]:
    """A row in which a text that a spreadsheet would take for a formula has an apostrophe."""
    return [_harmless(cell) for cell in row] if _RISK.search("\n".join(row)) else row


def _harmless(cell: str) -> str:
    if not _RISK.match(cell) or _PLAIN_NUMBER.fullmatch(cell):
        return cell
    return f"'{cell}"
