"""Findings for tests of the formats, and a report of them."""

from dataclasses import replace
from typing import Any

from generator.model.finding import Finding
from generator.model.words import Severity
from generator.reporting.report import Report
from generator.rules.checks.all_rules import EVERY_RULE

ERROR = Finding(
    rule="value-is-recalculated",
    severity=Severity.ERROR,
    path="measures/financial-services/crisis-grants.yaml",
    line=14,
    column=5,
    message="2024-25 Q1 says 92.0, but 910 / 1000 * 100 is 91.0",
    fix="Write 91.0, or correct the inputs.",
)
WARNING = Finding(
    rule="figure-is-overdue",
    severity=Severity.WARNING,
    path="measures/housing/repairs.yaml",
    line=78,
    column=1,
    message="the figure for 2024-25 Q3 was due on 1 March 2025",
    fix="Add the figure, or a state and its reason.",
)
HOSTILE = [
    "::error::stop\n::stop-commands::x",
    "\x1b[31mred\x1b[0m\x07",
    "]]> <![CDATA[ &lt; </testcase>",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "| a | b |\r\n|---|---|\n# Title",
    "[click](https://evil.example) ![x](//evil.example/x.png) www.evil.example",
    "@everyone `code` **bold** #12 GH-12 ~~gone~~ $x$",
    "half a letter \udce9, right to left \u202e, nothing \u200b\x00",
    "%0A 100%",
    "{0} {{x}} \\ \" '",
]
"""Texts that mean something to a terminal, a browser, a code host or an XML reader."""


def report(*findings: Finding, **more: Any) -> Report:
    """A report of these findings with every rule."""
    return Report(findings=findings, **{"rules": EVERY_RULE, "version": "1.2.3", **more})


def hostile(text: str) -> Finding:
    """A finding that says `text` wherever a text can stand."""
    return replace(ERROR, path=f"measures/{text}.yaml", message=text, fix=text)
