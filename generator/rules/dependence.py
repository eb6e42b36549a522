"""Single-person dependence: measures whose figures only one person has worked out (R29)."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.catalogue import Catalogue
from generator.model.people import Done
from generator.rules.people import holders_on
from generator.rules.rated import Rated, RatedMeasure

PERIODS = 4
"""How many of the latest results are looked at (decision 0062)."""
_FEWEST = 2


class Dependence(NamedTuple):
    """A measure whose last `periods` results are all the work of one person, or of one role."""

    item: RatedMeasure
    role: str
    person: str | None
    periods: int


def single_person(rated: Rated) -> Iterator[Dependence]:
    """Every measure in use whose latest results, at least two, were worked out by one only."""
    used = {measure.id for measure in rated.in_use}
    for item in rated.measures:
        work = _latest_work(item)
        if len(work) < _FEWEST or item.measure.id not in used:
            continue
        who = {_worker(done, rated.catalogue) for done in work}
        if len(who) == 1:
            (person,) = who
            role = work[-1].by
            yield Dependence(item, role, None if person == role else person, len(work))


def _latest_work(item: RatedMeasure) -> list[Done]:
    work = []
    for entry in item.measure.periods:
        done = entry.calculated
        if entry.assessment:
            done = Done(entry.assessment.by, entry.assessment.on)
        if done and entry.has_result:
            work.append(done)
    return work[-PERIODS:]


def _worker(done: Done, files: Catalogue) -> str:
    """The one person who held the role that day; the role itself where nobody or several did."""
    holders = holders_on(done.by, done.on, files)
    return next(iter(holders.values())) if len(holders) == 1 else done.by
