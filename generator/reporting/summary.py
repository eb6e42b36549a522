"""Findings as Markdown for the summary of a pull request: counts, then a table, worst first."""

import re

from generator.model.finding import Finding
from generator.reporting.report import Report, closing, in_a_sentence, worst_first
from generator.reporting.visible import visible
from generator.rules.wording import plural

LONGEST = 60_000
"""The most characters of a summary: a comment on GitHub holds 65,536."""
_LONGEST_CELL = 600
_TITLE = "Check of the content"
_TABLE = "| | Where | What is wrong, and what to do |\n|---|---|---|\n"
_MARKS = re.compile(r"([\\`*_{}\[\]()<>#+!|~$&^])")
_LINKS = re.compile(r"(@|\\#|://|\bwww(?=\.)|\bGH(?=-[0-9]))", re.IGNORECASE)
_APART = "&#8203;"
"""Nothing to see; it keeps a host from making links and mentions of what only looks like one."""


def as_summary(report: Report, title: str = _TITLE) -> str:
    """Counts and a table, cut at a whole row so that all of it has at most LONGEST characters."""
    head = f"## {title}\n\n{safe(closing(report))}\n"
    if not report.findings:
        return head
    rows, room = [], LONGEST - len(head) - len(_TABLE) - _LONGEST_CELL
    findings = worst_first(report)
    for finding in findings:
        row = _row(finding, report.prefix)
        room -= len(row)
        if room < 0:
            break
        rows.append(row)
    left = len(findings) - len(rows)
    more = f"\n{plural(left, 'more finding')}: run `aboveboard check` to see all.\n" if left else ""
    return f"{head}\n{_TABLE}{''.join(rows)}{more}"


def safe(text: str) -> str:
    """`text` on one line as Markdown that says it and does nothing: no markup, HTML or links."""
    seen = visible(" ".join(text.split()))
    cut = seen if len(seen) <= _LONGEST_CELL else f"{seen[: _LONGEST_CELL - 3]}..."
    return _LINKS.sub(rf"\1{_APART}", _MARKS.sub(r"\\\1", cut))


def _row(finding: Finding, prefix: str) -> str:
    place = safe(f"{prefix}{finding.path}:{finding.line}:{finding.column}")
    what = f"{safe(in_a_sentence(finding))} ({safe(finding.rule)})"
    return f"| {finding.severity.capitalize()} | {place} | {what} |\n"
