"""One awful council: every rule of the check is broken in it, and every finding is listed."""

from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import cli
from generator.reporting.explained import explained, handbook_rules
from generator.resources import schemas
from generator.rules.checks.all_rules import EVERY_RULE
from tests.awful_council import AWFUL, FINDINGS, OF_ONE_STATE, broken, listed, state
from tests.command import COUNCIL, aboveboard
from tests.fuzz.holds import findings_hold, formats_hold
from tests.helpers import files_under
from tests.rules.test_examples import INVALID, VALID, rule_of

EXCEPTIONS: dict[str, str] = {
    "role-is-held": "a role whose holder left would be told of in every file that names it",
    "owner-reports-to-someone": "it is about council.yaml, and its invalid example shows it",
    "identity-is-one-person": "it is about council.yaml, and its invalid example shows it",
    "reporting-lines-have-no-circle": "it is about council.yaml, and its invalid example shows it",
    "escalation-is-answered": "council.yaml must set a limit, and its invalid example shows it",
    "not-green-has-a-case-study": "a report must cover the milestone, and its invalid example does",
}
"""Rules that the awful council cannot break, each with the reason."""

HOW = """
A rule that nothing in tests/awful breaks is added by a command:
  1. write its invalid example, tests/examples/invalid/<rule>-<case>.yaml, and the findings beside it;
  2. run `make accept`, which copies that example into tests/awful under a name of its own, and
     writes every finding to tests/awful.findings;
  3. read the difference. Where the command says that nothing breaks the rule yet, because it is about
     council.yaml or the plan, change those files of tests/awful by hand and run it again.
A rule that cannot be broken there goes into EXCEPTIONS above, with the reason."""


def test_every_rule_is_broken_in_the_awful_council() -> None:
    missing = set(OF_ONE_STATE) - broken() - set(EXCEPTIONS)
    assert missing == set(), HOW
    assert set(EXCEPTIONS) <= set(OF_ONE_STATE) - broken(), "an exception that is none"


def test_every_finding_of_the_awful_council_is_listed() -> None:
    stored, now = FINDINGS.read_text(encoding="utf-8"), listed()
    changes = "\n".join(unified_diff(stored.splitlines(), now.splitlines(), "stored", "now", n=0))
    assert now == stored, f"{changes}\nIf this is meant, run: make accept"


def test_the_findings_of_the_awful_council_hold_and_can_be_told_in_every_format() -> None:
    files, findings = files_under(AWFUL), state().findings
    findings_hold(findings, files)
    formats_hold(findings, files)


def test_the_awful_council_ends_with_1_and_is_built_only_when_asked(tmp_path: Path) -> None:
    day = ("--as-of", "2025-03-31")
    assert aboveboard("check", "--root", AWFUL, *day).returncode == 1
    build = ("build", "--root", AWFUL, *day, "--out", tmp_path / "site")
    assert aboveboard(*build).returncode == 1
    assert aboveboard(*build, "--even-with-errors").returncode == 0


def test_every_rule_has_an_invalid_example() -> None:
    assert set(OF_ONE_STATE) - {rule_of(example) for example in INVALID} == set(), HOW


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_what_is_right_by_a_rule_stands_in_a_valid_file(rule: str) -> None:
    """Each key of its right example is used in a valid example or in the made-up council."""
    right = yaml.safe_load(EVERY_RULE[rule].right)
    assert (keys(right) & OUR_KEYS) - VALID_KEYS == set(), (
        f"add a valid example that shows {rule} kept"
    )


def keys(value: object) -> set[str]:
    """Every key in `value`, at any depth."""
    if isinstance(value, list):
        return {key for inner in value for key in keys(inner)}
    if not isinstance(value, dict):
        return set()
    return {str(key) for key in value}.union(*map(keys, value.values()))


def _properties(part: Any) -> Iterator[str]:
    """The keys that a part of a schema describes, at any depth."""
    if isinstance(part, dict):
        yield from part.get("properties", ())
    for inner in (
        part.values() if isinstance(part, dict) else part if isinstance(part, list) else ()
    ):
        yield from _properties(inner)


VALID_KEYS = {
    key
    for file in (*VALID, *COUNCIL.rglob("*.yaml"))
    for key in keys(yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader))
}


OUR_KEYS = {key for document in schemas().documents.values() for key in _properties(document)}
"""Every key of every schema; the names of inputs and the like are the author's own."""


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_every_rule_stands_in_the_handbook_and_is_explained(
    rule: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert f"## {rule}\n" in handbook_rules(EVERY_RULE.values())
    cli(["explain", rule], standalone_mode=False)
    assert capsys.readouterr().out == f"{explained(EVERY_RULE[rule])}\n"
