"""Two states compared, of which only what changed and what decides its statuses is read."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from generator.loading.load import COUNCIL, PLAN, Source, kind_of
from generator.loading.narrow import fed_by
from generator.loading.schema import Schemas
from generator.model.catalogue import file_name
from generator.rules.changes import Change
from generator.rules.changes import changes as changes_between
from generator.rules.rated import Rated, RatedMeasure, shown
from generator.state import State, read_part, read_state


@dataclass(frozen=True, slots=True)
class Compared:
    """Two states, and the paths that say what differs; None for `about` means that all was read."""

    before: State
    after: State
    about: frozenset[str] | None

    def changes(self) -> list[Change]:
        """What differs between the two states. Both must be rated."""
        if self.before.rated is None or self.after.rated is None:
            return []
        found = changes_between(self.before.rated, self.after.rated)
        return [one for one in found if self.about is None or one.path in self.about]


def compared(
    before: Source, after: Source, changed: Collection[str], schemas: Schemas, as_of: date
) -> Compared:
    """The states of two sources that differ in the files `changed`, on one day.

    Where council.yaml or the plan changed, everything is read.
    """
    if not {COUNCIL, PLAN}.isdisjoint(changed):
        return Compared(read_state(before, schemas, as_of), read_state(after, schemas, as_of), None)
    about = frozenset({*changed}.union(*(fed_by(changed, one) for one in (before, after))))
    was, now = (_part(about, (), one, schemas, as_of) for one in (before, after))
    if was.rated is None or now.rated is None:
        return Compared(was, now, about)
    moved = set(_commitments_moved(was.rated, now.rated, about, after))
    if moved:
        beside = {*moved, *_supporting(moved, before), *_supporting(moved, after)}
        was, now = (_part(about, beside, one, schemas, as_of) for one in (before, after))
    return Compared(was, now, about | moved)


def _part(
    asked: Collection[str], beside: Collection[str], source: Source, schemas: Schemas, as_of: date
) -> State:
    """The state of what decides what is said of those of the files that there are."""
    there = {*source.paths()}
    return read_part(there & {*asked}, there & {*beside}, source, schemas, as_of)


def _commitments_moved(
    was: Rated, now: Rated, changed: Collection[str], source: Source
) -> Iterator[str]:
    """The files of the commitments whose status may be another one than before."""
    paths = [path for path in source.paths() if kind_of(path) == "commitment"]
    yield from (path for path in paths if path in changed)
    names = set(_names_moved(was, now, changed))
    if not names:
        return
    supported = {
        name
        for side in (was, now)
        for measure in side.catalogue.measures
        if measure.id in names
        for name in measure.supports.commitments
    }
    yield from (path for path in paths if file_name(path) in supported)
    yield from _naming(names, paths, source)


def _names_moved(was: Rated, now: Rated, changed: Collection[str]) -> Iterator[str]:
    """The ids of the changed commitments, and of measures that roll up to something else."""
    for name in {*was.by_id, *now.by_id}:
        if _rolled(was.by_id.get(name)) != _rolled(now.by_id.get(name)):
            yield name
    yield from (file_name(path) for path in changed if kind_of(path) == "commitment")


def _rolled(item: RatedMeasure | None) -> object:
    """What a commitment sees of a measure."""
    if item is None:
        return None
    measure = item.measure
    return shown(item), measure.title, measure.supports.commitments


def _supporting(moved: Collection[str], source: Source) -> Iterator[str]:
    """The files of measures that name one of those commitments."""
    names = {file_name(path) for path in moved}
    paths = [path for path in source.paths() if kind_of(path) == "measure"]
    yield from _naming(names, paths, source)


def _naming(names: Collection[str], paths: Collection[str], source: Source) -> Iterator[str]:
    """Those of `paths` whose text has one of `names` in it."""
    asked = [name.encode() for name in names]
    for path in paths:
        text = source.read(path) or b""
        if any(name in text for name in asked):
            yield path
