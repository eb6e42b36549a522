"""Findings as annotations on the lines of a pull request, worst first, within GitHub's limits."""

from dataclasses import replace

from generator.model.finding import Finding
from generator.reporting.report import (
    WORST_FIRST,
    Report,
    closing,
    in_a_sentence,
    of,
    worst_first,
)
from generator.reporting.summary import as_summary
from generator.reporting.visible import visible
from generator.rules.wording import plural

MOST = 10
"""GitHub shows at most this many errors and this many warnings a step."""


def as_github(report: Report) -> str:
    """One workflow command a finding, up to the limit of each severity, then the count."""
    where = "see the summary of this run." if report.has_summary else _ALL
    lines = []
    for severity in WORST_FIRST:
        these = of(worst_first(report), severity)
        lines += [_command(finding, report.prefix) for finding in these[:MOST]]
        if len(these) > MOST:
            more = plural(len(these) - MOST, f"more {severity}")
            lines.append(f"... and {more}: {where}")
    return "\n".join([*lines, closing(report)])


def rest_of_github(report: Report) -> str:
    """Markdown with the findings beyond the limit, for the summary of the run; "" without any."""
    rest = [
        finding for severity in WORST_FIRST for finding in of(worst_first(report), severity)[MOST:]
    ]
    return as_summary(replace(report, findings=rest, looked_at=None), _REST) if rest else ""


_ALL = "run `aboveboard check` to see all."
_REST = "Findings that did not fit on the lines"


def _command(finding: Finding, prefix: str) -> str:
    path = _property(f"{prefix}{finding.path}")
    place = f"file={path},line={finding.line},col={finding.column}"
    text = _data(in_a_sentence(finding))
    return f"::{finding.severity} {place},title={_property(finding.rule)}::{text}"


def _data(text: str) -> str:
    seen = visible(text, keep="\r\n")
    return seen.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
