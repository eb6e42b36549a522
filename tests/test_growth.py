"""How the work grows with the number of measures: in step with it, never with its square.

The work is counted in calls of functions, which are the same on every machine, not in time.
"""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import FrameType

import pytest

from bench.made_up import AS_OF, write_council
from generator.build import site_files
from generator.cache import Cache, remembered
from generator.pages.build import Build
from generator.resources import folder, schemas
from generator.selection import select
from generator.sources import Folder
from generator.state import findings_in, read_state

FIRST = 4
"""Measures of every kind: with them the program reads its templates, whatever else follows."""
FEW, MANY = 20, 200
MOST = 11
"""How many times as many calls ten times as many measures may take: the square would take 100."""
LISTED = 70
"""How many calls it may take that there is another file, which is listed and not read."""
DAY = date.fromisoformat(AS_OF)

Work = Callable[[Path, int], None]


def build(root: Path, size: int) -> None:
    """Reads, rates, checks and renders everything."""
    state = read_state(Folder(root), schemas(), DAY)
    assert state.rated
    made = site_files(Build(state.rated, "", ""), folder("site_templates"))
    pages = sum(file.path.startswith("measures/") for file in made)
    assert (state.errors, pages) == (0, size + 1)


def check(root: Path, _: int) -> None:
    """Reads, rates and checks everything."""
    assert read_state(Folder(root), schemas(), DAY).errors == 0


def remember(root: Path, _: int) -> None:
    """Looks whether anything has changed, and knows what was found."""
    known = remembered(Folder(root), schemas(), DAY, Cache(root.parent / "cache"))
    assert not any(one.severity == "error" for one in known)


def check_one(root: Path, _: int) -> None:
    """Checks one measure among all."""
    files = Folder(root)
    asked = select(root, ["measures/service-00/measure-00000.yaml"], None).of(files.paths())
    assert asked
    assert all(one.severity != "error" for one in findings_in(asked, files, schemas(), DAY))


@pytest.mark.parametrize("work", [build, check])
def test_ten_times_as_many_measures_take_ten_times_the_calls(work: Work, tmp_path: Path) -> None:
    _calls(work, tmp_path, FIRST)  # what is worked out once for good is no work of a measure
    first, few, many = (_calls(work, tmp_path, size) for size in (FIRST, FIRST + FEW, FIRST + MANY))
    assert 0 < (many - first) / (few - first) < MOST


def test_to_find_that_nothing_changed_grows_in_step_too(tmp_path: Path) -> None:
    sizes = (FIRST, FIRST + FEW, FIRST + MANY)
    for size in sizes:
        _calls(remember, tmp_path, size)
    first, few, many = (_calls(remember, tmp_path, size) for size in sizes)
    assert 0 < (many - first) / (few - first) < MOST


def test_other_measures_cost_a_check_of_one_no_more_than_to_list_them(tmp_path: Path) -> None:
    _, few, many = (_calls(check_one, tmp_path, size) for size in (FIRST, FEW, MANY))
    assert (many - few) / (MANY - FEW) < LISTED
    whole = [_calls(check, tmp_path, size) for size in (FEW, MANY)]
    assert (many - few) < (whole[1] - whole[0]) / 50


def _calls(work: Work, home: Path, size: int) -> int:
    """How many calls it takes to do `work` on a made-up council, which is made the first time."""
    root = home / work.__name__ / str(size) / "council"
    if not root.exists():
        write_council(root, size, seed=size)
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work(root, size)
    finally:
        sys.setprofile(before)
    return count
