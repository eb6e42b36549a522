"""All formats tell the same findings, and none lets a text of a file act on its reader."""

import json
import re

import pytest
from junitparser import JUnitXml

from generator.model.finding import Finding
from generator.reporting.formats import FORMATS
from generator.reporting.report import Report
from tests.command import COUNCIL
from tests.helpers import files_under, state_of
from tests.reporting.cases import HOSTILE, hostile, report
from tests.reporting.test_summary import rows

WRONG = files_under(COUNCIL)
Told = tuple[str, str, int, int]
"""Rule, path, line and column."""


def state_with_findings() -> tuple[Finding, ...]:
    """Findings of many kinds: a role that is gone, a figure typed wrongly, a key misspelt."""
    files = WRONG
    for path, old, new in (
        ("council.yaml", b"  - id: training-manager", b"  - id: training-head"),
        ("measures/housing/advice-decided.yaml", b"value: 96.0", b"value: 97.0"),
        ("measures/parks/trees-planted.yaml", b"\nservice:", b"\nservise:"),
    ):
        before = files.read(path) or b""
        files = files.having(path, before.replace(old, new, 1))
    return state_of(files).findings


def from_text(text: str) -> list[Told]:
    found = re.findall(r"(?m)^(\S+?):(\d+):(\d+): (?:error|warning): ([\w-]+): ", text)
    return [(rule, path, int(line), int(column)) for path, line, column, rule in found]


def from_json(text: str) -> list[Told]:
    return [
        (one["rule"], one["path"], one["line"], one["column"])
        for one in json.loads(text)["findings"]
    ]


def from_github(text: str) -> list[Told]:
    found = re.findall(r"(?m)^::\w+ file=(.+?),line=(\d+),col=(\d+),title=([\w-]+)::", text)
    return [(rule, path, int(line), int(column)) for path, line, column, rule in found]


def from_sarif(text: str) -> list[Told]:
    places = [
        (one["ruleId"], one["locations"][0]["physicalLocation"])
        for one in json.loads(text)["runs"][0]["results"]
    ]
    return [
        (
            rule,
            place["artifactLocation"]["uri"],
            place["region"]["startLine"],
            place["region"]["startColumn"],
        )
        for rule, place in places
    ]


def from_junit(text: str) -> list[Told]:
    return [
        (case.name, case.classname, *map(int, line.split(":")[:2]))
        for suite in JUnitXml.fromstring(text.encode())
        for case in suite
        for line in case.result[0].text.splitlines()
    ]


def from_summary(text: str) -> list[Told]:
    told = []
    for _, place, what in rows(text):
        path, line, column = place.rsplit(":", 2)
        told.append((what.rpartition("(")[2].rstrip(")"), path, int(line), int(column)))
    return told


READERS = {
    "text": from_text,
    "json": from_json,
    "github": from_github,
    "sarif": from_sarif,
    "junit": from_junit,
    "summary": from_summary,
}


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_tells_the_same_findings(form: str) -> None:
    findings = state_with_findings()
    assert 5 < len(findings) < 15, "few enough for GitHub's limits, enough to differ"
    told = READERS[form](FORMATS[form](report(*findings, read=WRONG.read)))
    assert sorted(told) == sorted((one.rule, one.path, one.line, one.column) for one in findings)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("text", HOSTILE)
def test_no_format_passes_on_what_cannot_be_seen(form: str, text: str) -> None:
    told = FORMATS[form](report(hostile(text)))
    assert not set("\x1b\x07\x00\r") & set(told)
    if form not in ("json", "sarif"):
        assert "\u202e" not in told


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_can_tell_that_there_is_nothing(form: str) -> None:
    assert FORMATS[form](Report(findings=()))
