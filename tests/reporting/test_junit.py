"""JUnit XML, read by a reader that others wrote."""

from dataclasses import replace

import pytest
from junitparser import Failure, JUnitXml, Skipped, TestCase, TestSuite

from generator.reporting.junit import as_junit
from generator.reporting.report import Report
from tests.reporting.cases import ERROR, HOSTILE, WARNING, hostile, report


def suites(these: Report) -> list[TestSuite]:
    """The suites that the reader finds."""
    read = JUnitXml.fromstring(as_junit(these).encode())
    return list(read)


def cases(these: Report) -> list[TestCase]:
    """The cases of all suites."""
    return [case for suite in suites(these) for case in suite]


def test_an_error_is_a_failure_and_a_warning_is_skipped() -> None:
    error, warning = cases(report(ERROR, WARNING))
    assert (error.classname, error.name) == (ERROR.path, ERROR.rule)
    assert (warning.classname, warning.name) == (WARNING.path, WARNING.rule)
    (failure,), (skipped,) = error.result, warning.result
    assert isinstance(failure, Failure)
    assert failure.message == failure.text == f"14:5: {ERROR.message}. {ERROR.fix}"
    assert isinstance(skipped, Skipped)
    assert skipped.message == f"78:1: {WARNING.message}. {WARNING.fix}"


def test_what_one_rule_finds_in_one_file_is_one_case_with_every_place() -> None:
    again = replace(ERROR, line=20)
    (case,) = cases(report(ERROR, again))
    (failure,) = case.result
    assert failure.message.endswith("(1 more finding)")
    assert [line.partition(": ")[0] for line in failure.text.splitlines()] == ["14:5", "20:5"]


def test_a_suite_is_a_file_and_its_counts_are_those_of_its_cases() -> None:
    other = replace(WARNING, path=ERROR.path)
    one, two = suites(report(ERROR, other, WARNING))
    assert [(suite.name, suite.tests, suite.failures, suite.skipped) for suite in (one, two)] == [
        (ERROR.path, 2, 1, 1),
        (WARNING.path, 1, 0, 1),
    ]
    assert one.errors == two.errors == 0


def test_without_findings_there_is_one_case_that_passes() -> None:
    (case,) = cases(report())
    assert case.is_passed
    assert case.name == "No findings."


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_read_back_as_text(text: str) -> None:
    (case,) = cases(report(hostile(text)))
    (failure,) = case.result
    assert failure.text == failure.message
    assert failure.text.isprintable()
    assert list(case) == [failure]
