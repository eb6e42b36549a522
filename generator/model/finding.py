"""Findings: what a person should put right, and where."""

import re
from dataclasses import dataclass

from generator.model.words import Severity

Pointer = tuple[str | int, ...]
"""The way from the top of a file to a value: `("periods", 3, "value")`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a rule says of one value of one file, before it is given a line and a severity."""

    path: str
    at: Pointer
    message: str
    fix: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that a person should put right; lines and columns count from 1."""

    rule: str
    severity: Severity
    path: str
    line: int
    column: int
    message: str
    fix: str

    def __post_init__(self) -> None:
        """Writes out what cannot be seen: what a finding quotes may act on who reads it."""
        for name in ("message", "fix"):
            said = getattr(self, name)
            if not said.isprintable():
                object.__setattr__(self, name, visible(_BREAKS.sub(" ", said)))

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Findings are shown by file, then from top to bottom."""
        return (self.path, self.line, self.column, self.rule, self.message)


def visible(text: str, keep: str = "") -> str:
    """`text` with control characters and all else that cannot be seen written as `\\x1b`."""
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() or one in keep else _escape(one) for one in text)


def _escape(letter: str) -> str:
    return letter.encode("unicode_escape").decode()


_BREAKS = re.compile(r"[\t\r\n]+")
