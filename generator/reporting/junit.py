"""Findings as JUnit XML, which build servers show as a list of tests."""

from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, tostring

from generator.model.finding import Finding
from generator.model.words import Severity
from generator.reporting.report import Report, closing, in_a_sentence
from generator.reporting.visible import visible
from generator.rules.wording import plural


def as_junit(report: Report) -> str:
    """A suite for each file and in it a case for each rule that the file breaks.

    An error is a failure; a warning is a skipped case, because what a passed case says is not
    shown. Without findings there is one passed case, so that the report is not empty.
    """
    top = Element("testsuites", name="aboveboard check")
    for path, of_file in groupby(report.findings, key=lambda finding: finding.path):
        _suite(top, path, list(of_file))
    if not report.findings:
        suite = SubElement(top, "testsuite", _counts("content", 1, 0, 0))
        SubElement(suite, "testcase", classname="content", name=closing(report), time="0")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(top, encoding="unicode")}'


def _suite(top: Element, path: str, findings: list[Finding]) -> None:
    cases: dict[tuple[str, Severity], list[Finding]] = {}
    for finding in findings:
        cases.setdefault((finding.rule, finding.severity), []).append(finding)
    failed = len({case for case in cases if case[1] is Severity.ERROR})
    counts = _counts(path, len(cases), failed, len(cases) - failed)
    suite = SubElement(top, "testsuite", counts)
    for (rule, severity), these in cases.items():
        case = SubElement(suite, "testcase", classname=visible(path), name=rule, time="0")
        _told(case, severity, these)


def _counts(name: str, tests: int, failures: int, skipped: int) -> dict[str, str]:
    counts = {"tests": tests, "failures": failures, "errors": 0, "skipped": skipped}
    return {
        "name": visible(name),
        **{key: str(count) for key, count in counts.items()},
        "time": "0",
    }


def _told(case: Element, severity: Severity, findings: list[Finding]) -> None:
    """All that one rule says of one file: the first as the message, every one in the text."""
    said = [f"{one.line}:{one.column}: {visible(in_a_sentence(one))}" for one in findings]
    message = said[0] if len(said) == 1 else f"{said[0]} ({plural(len(said) - 1, 'more finding')})"
    told = {"message": message}
    if severity is Severity.ERROR:
        told["type"] = "error"
    SubElement(case, "failure" if severity is Severity.ERROR else "skipped", told).text = "\n".join(
        said
    )
