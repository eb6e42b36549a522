"""Which figures an auditor looks at: a sample that can be drawn again, or measures by risk (R97, R106)."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from generator.model.words import Flag, Level
from generator.rules.assurance import assured
from generator.rules.dependence import single_person
from generator.rules.rated import Rated, RatedEntry, RatedMeasure
from generator.rules.register import overrides
from generator.rules.wording import plural


class Figure(NamedTuple):
    """One figure of one measure."""

    item: RatedMeasure
    one: RatedEntry


def sample(rated: Rated, number: int, seed: str) -> tuple[Figure, ...]:
    """`number` figures, or all where there are fewer, in the order of a hash of seed, id and period.

    It hangs on nothing else: not on the order of the files, nor on the machine or the version of
    Python. A figure that is added later takes the place of at most one other.
    """
    figures = [
        Figure(item, one)
        for item in rated.by_id.values()
        for one in item.entries
        if one.entry.has_result
    ]
    figures.sort(key=lambda figure: _rank(seed, figure))
    return tuple(figures[:number])


def _rank(seed: str, figure: Figure) -> bytes:
    name = f"{seed}\n{figure.item.measure.id}\n{figure.one.entry.period.label}"
    return hashlib.sha256(name.encode()).digest()


class Risky(NamedTuple):
    """A measure with what makes it worth an auditor's time, in words."""

    item: RatedMeasure
    signs: tuple[str, ...]


def by_risk(rated: Rated) -> tuple[Risky, ...]:
    """Every measure, those with the most signs first, then by id (R97)."""
    overridden = Counter(one.id for one in overrides(rated))
    lone = {one.item.measure.id for one in single_person(rated)}
    found = [
        Risky(item, tuple(_signs(rated, item, overridden, lone))) for item in rated.by_id.values()
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.signs), one.item.measure.id)))


def _signs(
    rated: Rated, item: RatedMeasure, overridden: Counter[str], lone: set[str]
) -> Iterator[str]:
    measure = item.measure
    if measure.level is Level.STRATEGIC:
        yield "strategic"
    failures = assured(rated, item).failures
    if failures:
        yield f"fails {', '.join(one.test for one in failures)}"
    if overridden[measure.id]:
        yield plural(overridden[measure.id], "override")
    revisions = sum(len(entry.revisions) for entry in measure.periods)
    if revisions:
        yield plural(revisions, "revision")
    if measure.id in lone:
        yield "worked out by one person"
    if item.current and Flag.BOUNDARY in item.current.rating.flags:
        yield "at a boundary"
    if any(entry.target_change for entry in measure.periods):
        yield "target changed"
    if not any(entry.recalculated for entry in measure.periods):
        yield "never recalculated by an auditor"
