"""Findings and rules as people and machines read them: the whole output each time."""

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from generator.model.finding import Finding
from generator.model.words import Severity
from generator.reporting.as_json import as_json
from generator.reporting.explained import explained, handbook_rules, listed_rules
from generator.reporting.github import as_github
from generator.reporting.text import as_text, counted, line
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


def test_text_is_a_line_a_finding_and_then_the_count() -> None:
    assert as_text([ERROR, WARNING]) == (
        "measures/financial-services/crisis-grants.yaml:14: value-is-recalculated: "
        "2024-25 Q1 says 92.0, but 910 / 1000 * 100 is 91.0. Write 91.0, or correct the inputs.\n"
        "measures/housing/repairs.yaml:78: warning: figure-is-overdue: "
        "the figure for 2024-25 Q3 was due on 1 March 2025. "
        "Add the figure, or a state and its reason.\n"
        "1 error and 1 warning."
    )


def test_text_without_findings_says_so() -> None:
    assert as_text([]) == "No findings."


def test_a_message_that_ends_in_a_full_stop_gets_no_second_one() -> None:
    ended = replace(ERROR, message="The figure is missing.", fix="Add it.")
    assert line(ended).endswith(": The figure is missing. Add it.")


@pytest.mark.parametrize(
    ("errors", "warnings", "words"),
    [
        (0, 0, "No findings."),
        (1, 0, "1 error."),
        (2, 0, "2 errors."),
        (0, 1, "1 warning."),
        (0, 2, "2 warnings."),
        (1, 2, "1 error and 2 warnings."),
        (1000, 1, "1,000 errors and 1 warning."),
    ],
)
def test_findings_are_counted_in_a_sentence(errors: int, warnings: int, words: str) -> None:
    assert counted([ERROR] * errors + [WARNING] * warnings) == words


SHAPE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["findings", "counts"],
    "properties": {
        "findings": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["rule", "severity", "path", "line", "column", "message", "fix"],
                "properties": {
                    "rule": {"type": "string"},
                    "severity": {"enum": ["error", "warning"]},
                    "path": {"type": "string"},
                    "line": {"type": "integer", "minimum": 1},
                    "column": {"type": "integer", "minimum": 1},
                    "message": {"type": "string"},
                    "fix": {"type": "string"},
                },
            },
        },
        "counts": {
            "type": "object",
            "additionalProperties": False,
            "required": ["error", "warning"],
            "properties": {
                "error": {"type": "integer", "minimum": 0},
                "warning": {"type": "integer", "minimum": 0},
            },
        },
    },
}
"""The JSON of `check --format json`, as design section 6 promises it."""


@pytest.mark.parametrize("findings", [[], [ERROR], [ERROR, WARNING, WARNING]])
def test_json_has_the_promised_keys_and_counts(findings: list[Finding]) -> None:
    document = json.loads(as_json(findings))
    Draft202012Validator(SHAPE).validate(document)
    assert document["counts"] == {
        "error": findings.count(ERROR),
        "warning": findings.count(WARNING),
    }


def test_json_holds_each_finding_whole() -> None:
    pounds = replace(WARNING, message='£5 is "late"')
    assert json.loads(as_json([pounds]))["findings"] == [
        {
            "rule": "figure-is-overdue",
            "severity": "warning",
            "path": "measures/housing/repairs.yaml",
            "line": 78,
            "column": 1,
            "message": '£5 is "late"',
            "fix": "Add the figure, or a state and its reason.",
        }
    ]
    assert "£5" in as_json([pounds])


def test_json_keeps_the_order_of_its_keys() -> None:
    assert as_json([ERROR]) == (
        "{\n"
        '  "findings": [\n'
        "    {\n"
        '      "rule": "value-is-recalculated",\n'
        '      "severity": "error",\n'
        '      "path": "measures/financial-services/crisis-grants.yaml",\n'
        '      "line": 14,\n'
        '      "column": 5,\n'
        '      "message": "2024-25 Q1 says 92.0, but 910 / 1000 * 100 is 91.0",\n'
        '      "fix": "Write 91.0, or correct the inputs."\n'
        "    }\n"
        "  ],\n"
        '  "counts": {\n'
        '    "error": 1,\n'
        '    "warning": 0\n'
        "  }\n"
        "}"
    )


def test_github_gets_errors_first_and_then_the_count() -> None:
    assert as_github([WARNING, ERROR]) == (
        "::error file=measures/financial-services/crisis-grants.yaml,line=14,col=5,"
        "title=value-is-recalculated::2024-25 Q1 says 92.0, but 910 / 1000 * 100 is 91.0. "
        "Write 91.0, or correct the inputs.\n"
        "::warning file=measures/housing/repairs.yaml,line=78,col=1,title=figure-is-overdue::"
        "the figure for 2024-25 Q3 was due on 1 March 2025. "
        "Add the figure, or a state and its reason.\n"
        "1 error and 1 warning."
    )


def test_github_without_findings_says_so() -> None:
    assert as_github([]) == "No findings."


def test_github_text_is_escaped_so_that_it_cannot_become_a_command() -> None:
    awkward = replace(
        ERROR,
        path="measures/a,b:c%d/e.yaml",
        message="91% is not 95%:\r\n::error::no, really",
        fix="Write 95%.",
    )
    assert as_github([awkward]) == (
        "::error file=measures/a%2Cb%3Ac%25d/e.yaml,line=14,col=5,title=value-is-recalculated::"
        "91%25 is not 95%25:%0D%0A::error::no, really. Write 95%25.\n"
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
    lines = as_github(findings).split("\n")
    assert sum(1 for shown in lines if shown.startswith("::error ")) == min(errors, 10)
    assert sum(1 for shown in lines if shown.startswith("::warning ")) == min(warnings, 10)
    assert [shown for shown in lines if shown.startswith("...")] == more
    assert lines[-1] == counted(findings)


def test_a_rule_is_explained_with_its_reason_and_its_examples() -> None:
    assert explained(EVERY_RULE["owner-and-backup-differ"]) == (
        "owner-and-backup-differ (error)\n"
        "\n"
        "Owner and backup are two roles that no one person holds.\n"
        "\n"
        "Why: Case study 1: one person knew how a measure was worked out, and left (R28).\n"
        "\n"
        "Wrong:\n"
        "    owner: welfare-fund-manager\n"
        "    backup: welfare-fund-manager\n"
        "\n"
        "Right:\n"
        "    owner: welfare-fund-manager\n"
        "    backup: benefits-performance-officer"
    )


def test_an_explanation_says_whether_the_rule_warns_and_keeps_indentation() -> None:
    told = explained(EVERY_RULE["figure-is-overdue"])
    assert told.startswith("figure-is-overdue (warning)\n")
    assert told.endswith("Right:\n    - period: 2024-25 Q3\n      value: 93.5")


def test_rules_are_listed_a_line_each_in_columns() -> None:
    some = [EVERY_RULE["ids-are-unique"], EVERY_RULE["case-study-title-is-its-own"]]
    assert listed_rules(some) == (
        "ids-are-unique               No two records of a kind have the same id.\n"
        "case-study-title-is-its-own  No two case studies have the same title."
    )


def test_every_rule_is_listed_on_one_line() -> None:
    lines = listed_rules(EVERY_RULE.values()).split("\n")
    assert [shown.split()[0] for shown in lines] == list(EVERY_RULE)


def test_no_rules_make_an_empty_list() -> None:
    assert listed_rules([]) == ""
    assert handbook_rules([]) == ""


def test_the_handbook_has_a_section_for_a_rule() -> None:
    assert handbook_rules([EVERY_RULE["ids-are-unique"]]) == (
        "## ids-are-unique\n"
        "\n"
        "No two records of a kind have the same id.\n"
        "\n"
        "**Severity:** error. **Why:** One id is one thing, so that a figure has one value "
        "(R50, R128, R134).\n"
        "\n"
        "Wrong:\n"
        "\n"
        "```yaml\n"
        "id: invoices-paid   # also in another file\n"
        "```\n"
        "\n"
        "Right:\n"
        "\n"
        "```yaml\n"
        "id: invoices-paid-30-days\n"
        "```\n"
    )


def test_the_handbook_has_a_section_for_every_rule() -> None:
    headings = [
        shown.removeprefix("## ")
        for shown in handbook_rules(EVERY_RULE.values()).split("\n")
        if shown.startswith("## ")
    ]
    assert headings == list(EVERY_RULE)
