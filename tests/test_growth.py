"""How the work grows with the number of measures: in step with it, never with its square.

The work is counted in calls of functions, which are the same on every machine, not in time.
"""

import sys
from datetime import date
from pathlib import Path
from types import FrameType

from bench.made_up import AS_OF, write_council
from generator.build import site_files
from generator.pages.build import Build
from generator.resources import folder, schemas
from generator.sources import Folder
from generator.state import read_state

FIRST = 4
"""Measures of every kind: with them the program reads its templates, whatever else follows."""
FEW, MANY = 20, 200
MOST = 11
"""How many times as many calls ten times as many measures may take: the square would take 100."""


def test_ten_times_as_many_measures_take_ten_times_the_calls(tmp_path: Path) -> None:
    first, few, many = (
        _calls(tmp_path / str(size), size) for size in (FIRST, FIRST + FEW, FIRST + MANY)
    )
    assert 0 < (many - first) / (few - first) < MOST


def _calls(root: Path, size: int) -> int:
    """How many calls it takes to read, rate, check and render a made-up council."""
    write_council(root, size, seed=size)
    count = 0

    def counted(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        _build(root, size)
    finally:
        sys.setprofile(before)
    return count


def _build(root: Path, size: int) -> None:
    state = read_state(Folder(root), schemas(), date.fromisoformat(AS_OF))
    assert state.rated
    build = Build(state.rated, "", "")
    files = site_files(build, folder("site_templates"))
    made = sum(file.path.startswith("measures/") for file in files)
    assert (state.errors, made) == (0, size + 1)
