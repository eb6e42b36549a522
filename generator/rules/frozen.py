"""Papers frozen at a commit: what members saw, and what was revised since (R98, R113; decision 0069)."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from generator.model.catalogue import remade
from generator.model.commitment import Milestone
from generator.model.measure import Measure, PeriodEntry, Revision
from generator.model.report import Report
from generator.model.words import Status
from generator.rules.quotes import quoted_periods
from generator.rules.rated import Rated, RatedEntry, RatedMeasure, rate_catalogue
from generator.rules.released import HIDDEN, with_periods
from generator.rules.rollup import RatedCommitment
from generator.rules.units import target_words, with_unit
from generator.rules.wording import status_in_text

DRAFT = "draft"
"""What `data` says of a paper whose figures are those of today."""

Figure = tuple[str, str]
"""A measure's id and a period's label."""


class Frozen(NamedTuple):
    """The state at which a paper is frozen; without `rated`, `why_not` says why it is not to be had."""

    commit: str
    on: date | None = None
    rated: Rated | None = None
    why_not: str = ""


class Since(NamedTuple):
    """A figure that is not what it was: what became of it, and the revision that says why."""

    measure: Measure
    label: str
    words: str
    revision: Revision | None


def as_seen(then: Rated, now: Rated) -> Rated:
    """What members saw, without what may not be shown any more: suppressed or put under embargo since.

    What is known of a danger today counts, not what was known then (decision 0067).
    """
    measures = tuple(_as_seen(one, now.by_id.get(one.id)) for one in then.catalogue.measures)
    if all(one is other for one, other in zip(measures, then.catalogue.measures, strict=True)):
        return then
    return rate_catalogue(remade(then.catalogue, measures=measures), then.as_of)


def _as_seen(measure: Measure, now: RatedMeasure | None) -> Measure:
    if now is None:
        return measure
    hidden = {one.period.label: one for one in now.measure.periods if one.state in HIDDEN}
    return with_periods(
        measure, tuple(_bare(one, hidden.get(one.period.label)) for one in measure.periods)
    )


def _bare(entry: PeriodEntry, now: PeriodEntry | None) -> PeriodEntry:
    """A period with the state that hides it now, and its target of then."""
    if now is None or entry.state is now.state:
        return entry
    return PeriodEntry(
        period=entry.period,
        target=entry.target,
        profiled=entry.profiled,
        state=now.state,
        reason=now.reason,
        released=now.released,
    )


def printed_figures(report: Report, items: Iterable[RatedMeasure]) -> tuple[Figure, ...]:
    """The figures that a paper prints: the current one of each of its measures, and those it quotes."""
    current = [(item.measure.id, item.current.entry.period.label) for item in items if item.current]
    quoted = [(name, label) for _, name, label in quoted_periods(report)]
    return tuple(dict.fromkeys((*current, *quoted)))


def revised_since(then: Rated, now: Rated, figures: Iterable[Figure]) -> Iterator[Since]:
    """Each of these figures that is not today what it was then, in their order."""
    for name, label in figures:
        was = then.by_id.get(name)
        one = was.at(label) if was else None
        if was is None or one is None or not _was_told(one):
            continue
        is_now = now.by_id.get(name)
        words = _words(was.measure, one, is_now.at(label) if is_now else None)
        if words:
            yield Since(was.measure, label, words, _reason(is_now, label, then.as_of))


class SinceMilestone(NamedTuple):
    """A milestone whose report for the period that a paper shows is not what it was."""

    commitment: str
    milestone: Milestone
    label: str
    words: str


def rereported_since(
    commitments: Iterable[RatedCommitment], now: Rated
) -> Iterator[SinceMilestone]:
    """Each milestone of these commitments whose latest report of then now says another status."""
    for rated in commitments:
        for one in rated.milestones:
            was = one.milestone.latest
            found = now.catalogue.milestone(rated.commitment.id, one.milestone.id)
            if was is None or found is None:
                continue
            label = was.period.label
            reports = [said for said in found[1].updates if said.period.label == label]
            if not reports:
                words = "its report is no longer on this site"
            elif reports[-1].status is not was.status:
                before, after = map(status_in_text, (was.status, reports[-1].status))
                words = f"reported as {before}, which became {after}"
            else:
                continue
            yield SinceMilestone(rated.commitment.id, one.milestone, label, words)


def _was_told(one: RatedEntry) -> bool:
    return one.entry.has_result or one.status in HIDDEN


def _words(measure: Measure, was: RatedEntry, now: RatedEntry | None) -> str | None:
    """What became of a figure; None where it is the same."""
    if now is None:
        return "is no longer on this site"
    if now.status in HIDDEN:
        return f"is {status_in_text(now.status)} now" if _was_shown(was) else None
    status = ""
    if was.status is not now.status:
        status = f"{status_in_text(was.status)} became {status_in_text(now.status)}"
    if was.entry.value != now.entry.value:
        figure = f"{_value(measure, was)} became {_value(measure, now)}"
        return f"{figure}, and {status}" if status else figure
    if was.entry.target != now.entry.target:
        target = f"its target of {_target(measure, was)} became {_target(measure, now)}"
        return f"{target}, and {status}" if status else target
    return status or None


def _was_shown(was: RatedEntry) -> bool:
    """Whether the paper was published with the figure; by now it is left out of the paper as well."""
    return was.status is not Status.UNRELEASED


def _value(measure: Measure, one: RatedEntry) -> str:
    value = one.entry.value
    return "no figure" if value is None else with_unit(value, measure.unit)


def _target(measure: Measure, one: RatedEntry) -> str:
    target = one.entry.target
    return "none" if target is None else target_words(target, measure.unit)


def _reason(now: RatedMeasure | None, label: str, then: date) -> Revision | None:
    """The last revision of the figure after the paper was frozen, which says why it changed."""
    one = now.at(label) if now else None
    late = [said for said in one.entry.revisions if said.on >= then] if one else []
    return late[-1] if late else None
