"""Rules on rebases: from where limits are worked out anew, and who answers for it."""

from collections.abc import Iterator

from generator.model.finding import Remark
from generator.model.measure import Measure
from generator.model.period import PeriodError, parse_period
from generator.model.settings import Rebase
from generator.rules.rated import Rated
from generator.rules.variation import stands


def rebase_is_justified(rated: Rated) -> Iterator[Remark]:
    """A rebase starts at a period of the measure after its first, only once, and someone other than
    the owner approved it.
    """
    for measure in rated.catalogue.measures:
        seen: set[str] = set()
        for index, rebase in enumerate(measure.variation.rebase):
            at = ("variation", "rebase", index)
            if not stands(rebase, measure):
                yield Remark(
                    path=measure.path,
                    at=(*at, "approved_by"),
                    message=f"the rebase from {rebase.from_} is approved by the owner of the measure",
                    fix="Name another role, which agrees that the process has changed.",
                )
            wrong = _misplaced(measure, rebase, rated.catalogue.council.year_starts, seen)
            if wrong:
                message, fix = wrong
                yield Remark(path=measure.path, at=(*at, "from"), message=message, fix=fix)
            seen.add(rebase.from_)


def _misplaced(
    measure: Measure, rebase: Rebase, starts: int, seen: set[str]
) -> tuple[str, str] | None:
    """What is wrong with the start of a rebase, and how to mend it."""
    if rebase.from_ in seen:
        return f"two rebases start at {rebase.from_}", "Keep one of the two."
    labels = [entry.period.label for entry in measure.periods]
    if rebase.from_ in labels[1:]:
        return None
    if labels and rebase.from_ == labels[0]:
        return (
            f"the rebase starts at {rebase.from_}, the first period: nothing lies before it",
            "Leave it out, or write the first period of the changed process.",
        )
    try:
        parse_period(rebase.from_, measure.frequency, starts)
    except PeriodError:
        return None  # named-period-is-known says so
    return (
        f"the rebase starts at {rebase.from_}, for which there is no entry",
        "Write the first period of the changed process that is listed under periods.",
    )
