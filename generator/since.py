"""What changed since an earlier commit, and what the rules over time say of it (decision 0056)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from generator.loading.load import COUNCIL, PLAN, Loaded, Source, begun, is_told_of, load
from generator.loading.locate import located
from generator.loading.narrow import fed_by
from generator.loading.schema import Schemas
from generator.model.finding import Finding
from generator.rules.over_time.faults import faults_between
from generator.rules.rated import Rated, rate_catalogue


@dataclass(frozen=True, slots=True)
class Since:
    """What the rules over time found. `unread` are files of the earlier commit that could not be
    read, so that nothing was compared with them.
    """

    findings: tuple[Finding, ...] = ()
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The files before, with their commit and its day, and now."""

    commit: str
    on: date
    before: Source
    now: Source


def findings_since(sides: Sides, changed: Collection[str], schemas: Schemas, as_of: date) -> Since:
    """What the rules over time say of the files `changed`, read on both sides.

    Where there was no council.yaml before, nothing was published. No day before that of the earlier
    commit counts: what was released by then stays so, whatever a later commit says of its date.
    """
    if not changed or sides.before.read(COUNCIL) is None:
        return Since()
    paths = {*changed}.union(*(fed_by(changed, one) for one in (sides.before, sides.now)))
    before, now = (_some(one, schemas, paths) for one in (sides.before, sides.now))
    if _touches_all(before, now):
        before, now = load(sides.before, schemas), load(sides.now, schemas)
    if before.catalogue is None:
        return Since(unread=(COUNCIL, PLAN))
    unread = tuple(sorted({one.path for one in before.findings if is_told_of(one.path)}))
    if now.catalogue is None:
        return Since(unread=unread)
    was, after = (rate_catalogue(one, as_of) for one in (before.catalogue, now.catalogue))
    return Since(findings_between(was, after, sides), unread)


def findings_between(before: Rated, now: Rated, sides: Sides) -> tuple[Finding, ...]:
    """What the rules over time say of two states that hold all that differs, in order."""
    day = max(now.as_of, sides.on)
    was, after = replace(before, as_of=day), replace(now, as_of=day)
    found = located(faults_between(was, after, sides.commit), sides.now)
    return tuple(sorted(set(found), key=lambda finding: finding.order))


def _some(source: Source, schemas: Schemas, paths: Iterable[str]) -> Loaded:
    """The council, the plan and the records at `paths`, as far as there are any."""
    reading = begun(source, schemas)
    reading.read(path for path in sorted(paths) if source.read(path) is not None)
    return reading.loaded()


def _touches_all(before: Loaded, now: Loaded) -> bool:
    """Whether bands changed that may rate any measure, or pauses that may hide any."""
    if before.catalogue is None or now.catalogue is None:
        return False
    was, after = before.catalogue.council, now.catalogue.council
    return (was.bands, was.publication) != (after.bands, after.publication)
