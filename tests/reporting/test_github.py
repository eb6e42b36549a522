"""Annotations for GitHub: its commands, its limits, its escapes."""

from dataclasses import replace

import pytest

from generator.reporting.github import as_github, rest_of_github
from generator.reporting.report import counted
from tests.reporting.cases import ERROR, HOSTILE, WARNING, hostile, report


def test_github_gets_errors_first_and_then_the_count() -> None:
    assert as_github(report(WARNING, ERROR)) == (
        "::error file=measures/financial-services/crisis-grants.yaml,line=14,col=5,"
        "title=value-is-recalculated::2024-25 Q1 says 92.0, but 910 / 1000 * 100 is 91.0. "
        "Write 91.0, or correct the inputs.\n"
        "::warning file=measures/housing/repairs.yaml,line=78,col=1,title=figure-is-overdue::"
        "the figure for 2024-25 Q3 was due on 1 March 2025. "
        "Add the figure, or a state and its reason.\n"
        "1 error and 1 warning."
    )


def test_github_without_findings_says_so() -> None:
    assert as_github(report()) == "No findings."


def test_github_text_is_escaped_so_that_it_cannot_become_a_command() -> None:
    awkward = replace(
        ERROR,
        path="measures/a,b:c%d/e.yaml",
        message="91% is not 95%:\r\n::error::no, really",
        fix="Write 95%.",
    )
    assert as_github(report(awkward)) == (
        "::error file=measures/a%2Cb%3Ac%25d/e.yaml,line=14,col=5,title=value-is-recalculated::"
        "91%25 is not 95%25: ::error::no, really. Write 95%25.\n"
        "1 error."
    )


@pytest.mark.parametrize(
    ("errors", "warnings", "more"),
    [
        (10, 10, []),
        (11, 0, ["... and 1 more error: run `aboveboard check` to see all."]),
        (
            12,
            13,
            [
                "... and 2 more errors: run `aboveboard check` to see all.",
                "... and 3 more warnings: run `aboveboard check` to see all.",
            ],
        ),
    ],
)
def test_github_gets_at_most_ten_of_each_severity(
    errors: int, warnings: int, more: list[str]
) -> None:
    findings = [replace(ERROR, line=number + 1) for number in range(errors)]
    findings += [replace(WARNING, line=number + 1) for number in range(warnings)]
    lines = as_github(report(*findings)).split("\n")
    assert sum(1 for shown in lines if shown.startswith("::error ")) == min(errors, 10)
    assert sum(1 for shown in lines if shown.startswith("::warning ")) == min(warnings, 10)
    assert [shown for shown in lines if shown.startswith("...")] == more
    assert lines[-1] == counted(findings)


def test_github_shows_errors_in_changed_files_before_other_errors() -> None:
    other = replace(ERROR, path="measures/a/unchanged.yaml")
    findings = [other] * 10 + [WARNING, ERROR]
    told = as_github(report(*findings, changed=frozenset({ERROR.path}))).split("\n")
    assert told[0].startswith(f"::error file={ERROR.path},")
    assert told[10] == "... and 1 more error: run `aboveboard check` to see all."
    assert told[11].startswith("::warning ")


def test_github_names_files_from_the_top_of_the_repository() -> None:
    assert as_github(report(ERROR, prefix="content/")).startswith(
        f"::error file=content/{ERROR.path},"
    )


def test_what_github_does_not_show_goes_into_the_summary_of_the_run() -> None:
    findings = [replace(ERROR, line=number) for number in range(1, 13)]
    these = report(*findings, has_summary=True)
    assert "... and 2 more errors: see the summary of this run." in as_github(these)
    rest = rest_of_github(these)
    assert rest.startswith("## Findings that did not fit on the lines\n\n2 errors.\n")
    assert [f"{ERROR.path}:{n}:5" in rest for n in (10, 11, 12)] == [False, True, True]


def test_the_summary_of_the_run_is_left_alone_when_all_was_shown() -> None:
    assert rest_of_github(report(*[ERROR] * 10, *[WARNING] * 10)) == ""


@pytest.mark.parametrize("text", HOSTILE)
def test_one_finding_is_one_command_whatever_it_says(text: str) -> None:
    first, count = as_github(report(hostile(text))).split("\n")
    assert first.startswith("::error file=measures/")
    assert count == "1 error."
    properties, _, _ = first.removeprefix("::error ").partition("::")
    assert [one.partition("=")[0] for one in properties.split(",")] == [
        *("file", "line", "col", "title")
    ]
    assert "\x1b" not in first
