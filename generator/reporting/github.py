"""Findings as annotations on the lines of a pull request, errors first, within GitHub's limits."""

from collections.abc import Sequence

from generator.model.finding import Finding
from generator.model.words import Severity
from generator.reporting.text import counted
from generator.rules.wording import plural

MOST = 10
"""GitHub shows at most this many errors and this many warnings a step."""


def as_github(findings: Sequence[Finding]) -> str:
    """One workflow command a finding, up to the limit of each severity, then the count."""
    lines = []
    for severity in (Severity.ERROR, Severity.WARNING):
        these = [finding for finding in findings if finding.severity is severity]
        lines += [_command(finding) for finding in these[:MOST]]
        if len(these) > MOST:
            more = plural(len(these) - MOST, f"more {severity}")
            lines.append(f"... and {more}: run `aboveboard check` to see all.")
    return "\n".join([*lines, counted(findings)])


def _command(finding: Finding) -> str:
    place = f"file={_property(finding.path)},line={finding.line},col={finding.column}"
    text = _data(f"{finding.message.rstrip('.')}. {finding.fix}")
    return f"::{finding.severity} {place},title={_property(finding.rule)}::{text}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
