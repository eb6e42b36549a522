"""Findings and rules as people and machines read them: the whole output each time."""

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator

from generator.model.finding import Finding
from generator.reporting.as_json import as_json
from generator.reporting.explained import explained, handbook_rules, listed_rules
from generator.rules.checks.all_rules import EVERY_RULE
from tests.reporting.cases import ERROR, WARNING, report

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
    document = json.loads(as_json(report(*findings)))
    Draft202012Validator(SHAPE).validate(document)
    assert document["counts"] == {
        "error": findings.count(ERROR),
        "warning": findings.count(WARNING),
    }


def test_json_holds_each_finding_whole() -> None:
    pounds = replace(WARNING, message='£5 is "late"')
    assert json.loads(as_json(report(pounds)))["findings"] == [
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
    assert "£5" in as_json(report(pounds))


def test_json_can_be_read_by_strict_readers_whatever_a_file_is_called() -> None:
    text = as_json(report(replace(ERROR, path="measures/\udce9.yaml")))
    assert json.loads(text.encode())["findings"][0]["path"] == r"measures/\udce9.yaml"


def test_json_keeps_the_order_of_its_keys() -> None:
    assert as_json(report(ERROR)) == (
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


def test_a_rule_is_explained_with_its_reason_and_its_examples() -> None:
    assert explained(EVERY_RULE["owner-and-backup-differ"]) == (
        "owner-and-backup-differ (error)\n"
        "\n"
        "Owner and backup are two roles that no one person holds, unless the backup acts for an "
        "owner who has left.\n"
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
