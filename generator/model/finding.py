"""Findings: what a person should put right, and where."""

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

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Findings are shown by file, then from top to bottom."""
        return (self.path, self.line, self.column, self.rule, self.message)
