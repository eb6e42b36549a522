"""The formats of `check --format`, each a name and the function that makes it."""

from collections.abc import Callable, Mapping

from generator.reporting.as_json import as_json
from generator.reporting.github import as_github
from generator.reporting.junit import as_junit
from generator.reporting.report import Report
from generator.reporting.sarif import as_sarif
from generator.reporting.summary import as_summary
from generator.reporting.text import as_text

FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
    "junit": as_junit,
    "summary": as_summary,
}
FOR_PROGRAMS = ("json", "sarif", "junit")
"""Formats that have no place for a sentence about other files."""
