"""Reviews: when a measure was last looked at again, and when it is to be next (R5)."""

from datetime import date

from generator.model.council import Council
from generator.model.measure import Measure
from generator.rules.calendar import months_after


def last_reviewed(measure: Measure) -> date | None:
    """The day of the last review; that of the agreement where there was none since."""
    if measure.review and measure.review.last:
        return measure.review.last
    return measure.agreed.on if measure.agreed else None


def review_cycle(measure: Measure, council: Council) -> int | None:
    """After how many months the measure is looked at again; None where nobody says.

    The council's own cycle does not bind figures that others publish.
    """
    if measure.review and measure.review.every_months:
        return measure.review.every_months
    if measure.is_published_statistic or council.reviews is None:
        return None
    return council.reviews.every_months


def review_due(measure: Measure, council: Council) -> date | None:
    """The day by which the next review is due; None without a cycle or a first date."""
    last, months = last_reviewed(measure), review_cycle(measure, council)
    return months_after(last, months) if last and months else None
