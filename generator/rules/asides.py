"""Asides: what the derivation sentence adds where a colour alone would mislead (R71, R79)."""

from collections.abc import Iterator
from decimal import Decimal

from generator.model.measure import Measure, PeriodEntry
from generator.model.numbers import rounded
from generator.model.words import Basis, Flag, Reading
from generator.rules.bands import Limits, is_boundary, other_readings
from generator.rules.distance import bare_number
from generator.rules.outcome import Rating
from generator.rules.units import target_words
from generator.rules.wording import day, one_line

MOST_PLACES = 12
_READ = {
    Reading.TWO_DECIMALS: "rounded to two decimals",
    Reading.EXACT: "read exactly",
    Reading.LITERAL: "taken literally",
}


def asides(measure: Measure, entry: PeriodEntry, rating: Rating) -> Iterator[str]:
    """Each further sentence about `rating`, for its flags that change how to read the colour."""
    if Flag.BOUNDARY in rating.flags:
        yield _boundary(measure, rating)
    if Flag.INDISTINCT in rating.flags and entry.interval:
        words = target_words(entry.interval, measure.unit)
        yield f"Its interval of {words} holds the target: chance alone could explain the difference."
    if Flag.SMALL_NUMBER in rating.flags:
        yield "The numbers are small: one case more or less moves it by more than 5%."
    said = entry.status
    if said and rating.status is not rating.computed:
        until = f" (until {day(said.expires)})" if said.expires else ""
        yield f"Reported as {rating.status}, not {rating.computed}{until}: {one_line(said.reason or '')}"
    if said and said.expires and Flag.EXPIRED in rating.flags:
        yield f"Reported as {said.colour} until {day(said.expires)}; that no longer counts."


def _boundary(measure: Measure, rating: Rating) -> str:
    """That the figure lies in a gap of the bands, and what their other readings would make of it."""
    exact, limits = rating.exact, rating.limits
    assert exact is not None
    assert limits is not None
    others = other_readings(exact, limits)
    read = " or ".join(_READ[reading] for reading, _ in others)
    figure = _closely(exact, limits) + ("%" if measure.basis is Basis.RELATIVE else "")
    # In a gap there are two colours, so that all other readings give the same one.
    return f"{figure} before rounding lies between two bands: it would be {others[0][1]} if {read}."


def _closely(exact: Decimal, limits: Limits) -> str:
    """An outwith figure with as many decimals as it takes to see that it lies in a gap."""
    for places in range(3, MOST_PLACES + 1):
        shown = rounded(exact, places)
        if is_boundary(shown, limits):
            return bare_number(shown)
    return bare_number(exact)
