"""How the work grows with the number of measures: in step with it, never with its square."""

import gc
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path
from time import process_time

import pytest

from bench.made_up import AS_OF, write_council
from generator.build import site_files
from generator.pages.build import Build
from generator.resources import folder, schemas
from generator.sources import Folder
from generator.state import read_state

FEW, MANY = 20, 200
FIRST = 2
"""One measure of each kind: with them the program reads its templates, whatever else follows."""

MOST = 14
"""How many times as much ten times as many measures may cost: the square would cost a hundred."""

ROUNDS = 3


@pytest.fixture
def _without_collection() -> Iterator[None]:
    """The program runs without the garbage collector, whose work depends on all other tests."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_without_collection")
def test_ten_times_as_many_measures_cost_at_most_fourteen_times_the_work(tmp_path: Path) -> None:
    seeds = count(1)
    # Every council has figures of its own, so that no cache of one helps with the next.
    sizes = (FIRST, FIRST + FEW, FIRST + MANY)
    rounds = [
        [_cost(tmp_path / f"{number}-{size}", size, next(seeds)) for size in sizes]
        for number in range(1 + ROUNDS)
    ]
    warm = rounds[1:]
    first, few, many = (min(costs) for costs in zip(*warm, strict=True))
    assert few > first
    assert (many - first) / (few - first) < MOST


def _cost(root: Path, size: int, seed: int) -> float:
    """The processor's time to read, rate, check and render a made-up council."""
    write_council(root, size, seed)
    start = process_time()
    state = read_state(Folder(root), schemas(), date.fromisoformat(AS_OF))
    assert state.rated
    build = Build(state.rated, "", "", state.findings)
    made = sum(
        file.path.startswith("measures/") for file in site_files(build, folder("site_templates"))
    )
    spent = process_time() - start
    assert (state.errors, made) == (0, size + 1)
    return spent
