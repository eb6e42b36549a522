"""Signals of pressure that only history shows, on a real repository (R62)."""

from pathlib import Path

import pytest

from generator.past.read import read_past
from generator.resources import schemas
from generator.rules.pressure import Signal
from generator.rules.pressure_past import signals_of_the_past
from generator.sources import Folder
from generator.state import read_state
from tests.command import COUNCIL_DAY, committed, copied, edit, git
from tests.helpers import AS_OF

assert AS_OF.isoformat() == COUNCIL_DAY


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The made-up council in git, whose paper of 20 November 2024 covers advice-decided."""
    return committed(copied(tmp_path / "council"), day="2024-10-01")


def changed(root: Path, before: str, after: str, day: str) -> None:
    """One text of advice-decided changed in a commit of that day."""
    edit(root, before, after)
    git(root, "commit", "--quiet", "--all", "--message=Change", day=day)


def seen(root: Path) -> list[Signal]:
    """The signals of the past."""
    rated = read_state(Folder(root), schemas(), AS_OF).rated
    assert rated
    return list(signals_of_the_past(rated, read_past(root)))


@pytest.mark.parametrize(
    ("day", "days"), [("2024-11-13", "7 days"), ("2024-11-19", "1 day"), ("2024-11-12", None)]
)
def test_a_result_edited_in_the_week_before_its_committee_is_a_signal(
    root: Path, day: str, days: str | None
) -> None:
    changed(root, "value: 91.1", "value: 92.1", day)
    found = [one.sentence for one in seen(root)]
    assert len(found) == (0 if days is None else 1)
    if days:
        commit = git(root, "rev-parse", "HEAD")[:12]
        assert found[0].startswith("2023-24 Q4: the value was edited on ")
        assert f"(commit {commit}), {days} before the paper" in found[0]
        assert "91.1" not in found[0]


def test_a_figure_that_is_new_is_no_edit(root: Path) -> None:
    changed(
        root,
        "  - period: 2024-25 Q4\n    target: 95\n",
        "  - period: 2024-25 Q4\n    target: 95\n    state: not-collected\n    reason: The system was down.\n",
        "2024-11-19",
    )
    assert seen(root) == []


def test_a_note_beside_a_result_is_no_signal(root: Path) -> None:
    changed(root, "commentary: Two advisers left", "commentary: Three advisers left", "2024-11-19")
    assert seen(root) == []


def test_a_definition_that_is_changed_once_there_are_figures_is_a_signal(root: Path) -> None:
    changed(
        root, "formula: in_time / decided * 100", "formula: 100 * in_time / decided", "2025-01-20"
    )
    (found,) = seen(root)
    assert (found.kind, found.item.measure.id) == (
        "definition changed afterwards",
        "advice-decided",
    )
    assert found.sentence.startswith("Calculation formula was changed on 20 January 2025 (commit ")
