"""Rules on what a reader should know beside a figure: assumptions, caveats, estimates, provisional figures."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.model.catalogue import Catalogue
from generator.model.finding import Remark
from generator.model.measure import Assumption, Caveat, Measure
from generator.model.period import Period, PeriodError, parse_period
from generator.rules.calendar import months_after
from generator.rules.people import one_person
from generator.rules.rated import Rated
from generator.rules.reviews import review_cycle
from generator.rules.timetable import due_on
from generator.rules.wording import day, plural

PROVISIONAL_DAYS = 365
"""How long after its due day a figure may be called provisional."""


def assumption_is_challenged(rated: Rated) -> Iterator[Remark]:
    """An assumption was challenged by someone other than the measure's owner, and again within its
    review cycle.
    """
    files = rated.catalogue
    for measure in rated.in_use:
        months = review_cycle(measure, files.council)
        for index, assumption in enumerate(measure.assumptions):
            at = ("assumptions", index)
            if who := _by_the_owner(measure, assumption, files):
                yield Remark(
                    path=measure.path,
                    at=(*at, "challenged_by"),
                    message=f"this assumption was challenged by {who}",
                    fix="Ask someone in another role to challenge it, and write that role here.",
                )
            if months and months_after(assumption.on, months) < rated.as_of:
                yield Remark(
                    path=measure.path,
                    at=(*at, "on"),
                    message=(
                        f"this assumption was last challenged on {day(assumption.on)}, more than "
                        f"{plural(months, 'month')} ago"
                    ),
                    fix="Ask whether it still holds, and write the date and the outcome.",
                )


def caveat_touches_a_period(rated: Rated) -> Iterator[Remark]:
    """A caveat does not end before it begins, and touches a period that has begun."""
    starts = rated.catalogue.council.year_starts
    for measure in rated.catalogue.measures:
        for index, caveat in enumerate(measure.caveats):
            first = _named(measure, caveat.from_, starts)
            if first is None:
                continue
            last, at = _named(measure, caveat.to, starts), ("caveats", index)
            if last and last.number < first.number:
                yield _turned_round(measure, caveat, index)
            elif first.first > rated.as_of:
                yield Remark(
                    path=measure.path,
                    at=(*at, "from"),
                    message=(
                        f"this caveat touches no figure yet: {first.label} begins on "
                        f"{day(first.first)}"
                    ),
                    fix="Correct the period, or add the caveat with its first figure.",
                )


def estimate_has_an_interval(rated: Rated) -> Iterator[Remark]:
    """The latest estimated figure of a measure that the council works out says between which two ends
    the true one lies.
    """
    for measure in rated.catalogue.measures:
        if measure.is_published_statistic:
            continue
        for place in reversed(range(len(measure.periods))):
            entry = measure.periods[place]
            if entry.value is None:
                continue
            if entry.estimated and entry.interval is None:
                yield Remark(
                    path=measure.path,
                    at=("periods", place, "estimated"),
                    message=f"{entry.period.label} is an estimate, but nothing says how close it is",
                    fix="Add interval: {low: the lower end, high: the upper end}.",
                )
            break


def provisional_is_settled(rated: Rated) -> Iterator[Remark]:
    """A figure is no longer provisional a year after it was due."""
    for measure in rated.catalogue.measures:
        late = [
            place
            for place, entry in enumerate(measure.periods)
            if entry.provisional and _settles_by(measure, entry.period) < rated.as_of
        ]
        if late:
            entry = measure.periods[late[-1]]
            others = plural(len(late) - 1, "earlier figure")
            also = f", and so {'is' if len(late) == 2 else 'are'} {others}" if len(late) > 1 else ""
            yield Remark(
                path=measure.path,
                at=("periods", late[-1], "provisional"),
                message=(
                    f"{entry.period.label} is still provisional, more than a year after it was due "
                    f"on {day(due_on(measure, entry.period))}{also}"
                ),
                fix=(
                    "Delete provisional if the figure is final; if it changed, write the final one "
                    "and add the change to revisions."
                ),
            )


def _by_the_owner(measure: Measure, assumption: Assumption, files: Catalogue) -> str | None:
    """The owner who challenged an assumption of their own measure, in words."""
    role, owner, on = assumption.challenged_by, measure.owner, assumption.on
    if role == owner:
        return f"{role}, the owner of the measure"
    same = one_person(role, on, owner, on, files)
    return f"{role}, a role of {same}, who also owns the measure" if same else None


def _named(measure: Measure, label: str | None, starts: int) -> Period | None:
    """The period with this label; None where there is none, as named-period-is-known says."""
    try:
        return parse_period(label, measure.frequency, starts) if label else None
    except PeriodError:
        return None


def _turned_round(measure: Measure, caveat: Caveat, index: int) -> Remark:
    return Remark(
        path=measure.path,
        at=("caveats", index, "to"),
        message=f"this caveat is printed nowhere: it runs from {caveat.from_} back to {caveat.to}",
        fix=f"Write from: {caveat.to} and to: {caveat.from_}, or correct one of the two.",
    )


def _settles_by(measure: Measure, period: Period) -> date:
    return due_on(measure, period) + timedelta(days=PROVISIONAL_DAYS)
