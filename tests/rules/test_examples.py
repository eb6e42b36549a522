"""Example files as tests: dropping a file into tests/examples is adding a test."""

from pathlib import Path

import pytest

from generator.model.finding import Finding
from generator.rules.checks.all_rules import EVERY_RULE, HISTORY_RULES
from tests.helpers import Files, files_under, in_one_line, state_of

EXAMPLES = Path(__file__).parent.parent / "examples"
ON = "# on: "
BASE = files_under(EXAMPLES / "base")
VALID = sorted((EXAMPLES / "valid").glob("*.yaml"))
INVALID = sorted((EXAMPLES / "invalid").glob("*.yaml"))


def place_of(example: Path) -> str:
    """The path at which an example stands in the repository: its first line says it."""
    first = example.read_bytes().partition(b"\n")[0].decode()
    assert first.startswith("# at: "), f"{example.name} does not start with `# at: `"
    return first.removeprefix("# at: ")


def over_base(example: Path) -> Files:
    """The base repository with one example in its place, and the rules on that its second line names."""
    files = BASE.having(place_of(example), example.read_bytes())
    second = example.read_bytes().split(b"\n", 2)[1].decode(errors="replace")
    rules = second.removeprefix(ON).split(", ") if second.startswith(ON) else []
    return with_rules_on(files, rules)


def with_rules_on(files: Files, rules: list[str]) -> Files:
    """The repository without the lines of the base's policy that switch `rules` off."""
    policy = [f"  {rule}: {{severity: " for rule in rules]
    lines = files.texts["council.yaml"].decode().split("\n")
    kept = [line for line in lines if not line.startswith(tuple(policy))]
    assert len(kept) == len(lines) - len(rules), f"the base does not switch all off: {rules}"
    return files.having("council.yaml", "\n".join(kept).encode())


def told(example: Path) -> str:
    """Every finding of an example, one a line."""
    findings = state_of(over_base(example)).findings
    return "".join(f"{_line(finding, place_of(example))}\n" for finding in findings)


def rule_of(example: Path) -> str:
    """The rule that an invalid example is named after."""
    return max((rule for rule in EVERY_RULE if example.name.startswith(f"{rule}-")), key=len)


def _line(finding: Finding, place: str) -> str:
    elsewhere = "" if finding.path == place else f"{finding.path}:"
    return elsewhere + in_one_line(finding)


def test_the_base_repository_has_no_findings() -> None:
    assert state_of(BASE).findings == ()


@pytest.mark.parametrize("example", VALID, ids=lambda path: path.stem)
def test_a_valid_example_has_no_findings(example: Path) -> None:
    assert told(example) == ""


@pytest.mark.parametrize("example", INVALID, ids=lambda path: path.stem)
def test_an_invalid_example_has_exactly_its_findings(example: Path) -> None:
    assert told(example) == example.with_suffix(".findings").read_text(encoding="utf-8")


@pytest.mark.parametrize("example", INVALID, ids=lambda path: path.stem)
def test_an_invalid_example_breaks_the_rule_in_its_name(example: Path) -> None:
    findings = state_of(over_base(example)).findings
    assert rule_of(example) in {finding.rule for finding in findings}


def test_every_rule_has_an_invalid_example() -> None:
    """Rules over time have theirs in tests/examples/over-time, and tests/past/test_frozen.py breaks those
    that ask git.
    """
    of_one_state = {
        name
        for name, rule in EVERY_RULE.items()
        if not rule.over_time and rule not in HISTORY_RULES
    }
    assert {rule_of(example) for example in INVALID} == of_one_state


def test_every_list_of_findings_has_its_example() -> None:
    lists = {path.stem for path in (EXAMPLES / "invalid").glob("*.findings")}
    assert lists == {example.stem for example in INVALID}
