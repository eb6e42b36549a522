"""Example folders as tests: dropping a folder into tests/examples/over-time is adding a test."""

from pathlib import Path

import pytest

from generator.loading.load import COUNCIL
from generator.model.finding import Finding
from generator.resources import schemas
from generator.rules.over_time.all_rules import OVER_TIME_RULES
from generator.since import Sides, Since, findings_since
from tests.helpers import AS_OF, ROOT, Files, in_one_line, state_of
from tests.rules.test_examples import BASE, place_of

EXAMPLES = ROOT / "tests" / "examples" / "over-time"
EVERY = sorted(path for path in EXAMPLES.iterdir() if path.is_dir())
HONEST = [path for path in EVERY if path.name.startswith("honest-")]
FAULTS = [path for path in EVERY if path not in HONEST]
COMMIT = "0123456789abcdef0123456789abcdef01234567"


def side(example: Path, name: str) -> Files:
    """The base repository with those files of an example in their places that tell of one side."""
    files = BASE
    for other in example.glob("*.yaml"):
        files = files.without(place_of(other))
    if not list(example.glob(f"{name}*council.yaml")):
        files = files.having(COUNCIL, files.texts.get(COUNCIL, BASE.texts[COUNCIL]))
    for file in example.glob(f"{name}*.yaml"):
        files = files.having(place_of(file), file.read_bytes())
    return files


def between(before: Files, now: Files) -> Since:
    """What the rules over time say of all files that differ."""
    every = {*before.texts, *now.texts}
    changed = [path for path in every if before.read(path) != now.read(path)]
    return findings_since(Sides(commit=COMMIT, before=before, now=now), changed, schemas(), AS_OF)


def told(example: Path) -> str:
    """Every finding of an example, one a line, with its file where that is not the one after."""
    found = between(side(example, "before"), side(example, "after"))
    assert found.unread == ()
    after = example / "after.yaml"
    place = place_of(after) if after.exists() else ""
    return "".join(f"{_line(one, place)}\n" for one in found.findings)


def _line(one: Finding, place: str) -> str:
    return ("" if one.path == place else f"{one.path}:") + in_one_line(one)


def rule_of(example: Path) -> str:
    """The rule that an example is named after."""
    ids = [rule.id for rule in OVER_TIME_RULES if example.name.startswith(f"{rule.id}-")]
    return max(ids, key=len)


@pytest.mark.parametrize("example", HONEST, ids=lambda path: path.name)
def test_an_honest_change_has_no_finding_of_any_rule(example: Path) -> None:
    assert told(example) == ""
    assert state_of(side(example, "after")).errors == 0


@pytest.mark.parametrize("example", FAULTS, ids=lambda path: path.name)
def test_a_change_has_exactly_its_findings(example: Path) -> None:
    stored = example / "findings"
    assert told(example) == stored.read_text(encoding="utf-8")


@pytest.mark.parametrize("example", FAULTS, ids=lambda path: path.name)
def test_a_change_breaks_the_rule_in_its_name(example: Path) -> None:
    assert f" {rule_of(example)}: " in told(example)


@pytest.mark.parametrize("example", EVERY, ids=lambda path: path.name)
def test_an_example_was_sound_before(example: Path) -> None:
    """What is told is told of the change alone."""
    before = state_of(side(example, "before"))
    assert [one for one in before.findings if one.rule in ("schema", "yaml-can-be-read")] == []


@pytest.mark.parametrize("example", EVERY, ids=lambda path: path.name)
def test_nothing_is_said_where_nothing_changed(example: Path) -> None:
    for name in ("before", "after"):
        files = side(example, name)
        assert between(files, files) == Since()


def test_every_rule_over_time_has_an_example_that_breaks_it() -> None:
    assert {rule_of(example) for example in FAULTS} == {rule.id for rule in OVER_TIME_RULES}
