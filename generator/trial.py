"""A trial: one figure rated by the policy, for anyone who wants to try it (requirements 2)."""

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.loading.wording import PLAIN_NUMBER, number_fix
from generator.model.council import Bands, Council, council_of
from generator.model.measure import Measure, PeriodEntry, Range, Supports
from generator.model.numbers import MOST_DIGITS, plain
from generator.model.people import Agreement
from generator.model.period import parse_period
from generator.model.settings import OwnBands, Tolerance
from generator.model.unit import FigureError, figure, is_worded
from generator.model.words import Basis, Direction, Flag, Frequency, Kind, Level, Reading, Status
from generator.rules.outcome import Rating
from generator.rules.rating import rate
from generator.rules.sentence import sentence

MANUAL = Bands(
    from_=date(1996, 4, 1),
    green_up_to=Decimal("2.49"),
    amber_up_to=Decimal("4.99"),
    adopted_by="The performance manual",
)
"""The corporate bands of the manual, for whoever has no council at hand."""
_ABOUT_RECORDS = {Flag.UNCHECKED, Flag.NOT_AGREED}
"""What is marked of a measure's records, of which a trial has none."""


class TrialError(ValueError):
    """A figure on the command line that cannot be read; the text says what to write."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What is to be rated, as typed: a target may be a range, `29..31`."""

    value: str | None
    target: str | None
    direction: Direction
    basis: Basis = Basis.RELATIVE
    unit: str = "percent"
    own_bands: tuple[str, str] | None = None
    interval: str | None = None
    bands: Bands = MANUAL
    reading: Reading | None = None


def outcome(trial: Trial) -> tuple[Rating, str]:
    """The rating of a trial and the sentence that says how it follows. Raises TrialError."""
    if trial.value is None:
        return Rating(Status.OVERDUE, Status.OVERDUE), _NO_FIGURE
    measure, entry = _measure(trial), _entry(trial, trial.value)
    rating = rate(measure, entry, _council(trial), entry.period.last)
    kept = tuple(flag for flag in rating.flags if flag not in _ABOUT_RECORDS)
    rating = rating._replace(flags=kept)
    return rating, sentence(measure, entry, rating)


_NO_FIGURE = (
    "There is no figure: it is overdue once its due day has passed, not yet due before, and never a "
    "colour."
)


def as_text(rating: Rating, told: str) -> str:
    """The sentence, with the markers under it."""
    marked = f"\nMarked: {', '.join(rating.flags)}." if rating.flags else ""
    return f"{told}{marked}"


def as_json(rating: Rating, told: str) -> str:
    """Status, outwith (a number, or null where nothing was compared), flags and sentence."""
    distance = "null" if rating.outwith is None else plain(rating.outwith)
    return (
        f'{{"status": {json.dumps(rating.status)}, "outwith": {distance}, '
        f'"flags": {json.dumps(list(rating.flags))}, '
        f'"sentence": {json.dumps(told, ensure_ascii=False)}}}'
    )


def _entry(trial: Trial, value: str) -> PeriodEntry:
    """The figure and its target in a period of no importance: a trial's bands always hold."""
    return PeriodEntry(
        period=parse_period("2000", Frequency.CALENDAR_YEAR),
        value=_figure(value, trial.unit),
        target=_target(trial.target, trial.unit) if trial.target else None,
        interval=_range(trial.interval, trial.unit) if trial.interval else None,
    )


def _target(typed: str, unit: str) -> Decimal | Range:
    return _range(typed, unit) if ".." in typed else _figure(typed, unit)


def _figure(typed: str, unit: str) -> Decimal:
    if not is_worded(unit):
        return _number(typed)
    try:
        return figure(typed, unit)
    except FigureError as error:
        raise TrialError(f"{error}. {error.fix}") from error


def _range(typed: str, unit: str) -> Range:
    if is_worded(unit):
        raise TrialError(f"{typed} is a range of numbers, but the unit is {unit}. Leave it out.")
    low, _, high = typed.partition("..")
    ends = Range(low=_number(low), high=_number(high))
    if ends.low > ends.high:
        raise TrialError(f"{typed} runs from {low} down to {high}. Write the smaller number first.")
    return ends


def _number(typed: str) -> Decimal:
    """A number as a file could hold it. Raises TrialError."""
    if len(typed) > MOST_DIGITS or not PLAIN_NUMBER.fullmatch(typed):
        raise TrialError(f"{typed} is not a number. {number_fix(typed)}")
    return Decimal(typed)


def _measure(trial: Trial) -> Measure:
    """A measure that has nothing but what the trial needs."""
    return Measure(
        path="", id="trial", title="", kind=Kind.QUANTITATIVE, level=Level.OPERATIONAL,
        definition="", why_it_matters="", service="", owner="", backup="", supports=Supports(),
        frequency=Frequency.CALENDAR_YEAR, due_after_days=0, periods=(), unit=trial.unit,
        direction=trial.direction, tolerance=_tolerance(trial),
    )  # fmt: skip


def _tolerance(trial: Trial) -> Tolerance:
    if trial.own_bands is None:
        return Tolerance(basis=trial.basis)
    green, amber = map(_number, trial.own_bands)
    own = OwnBands(
        from_=date.min, green_up_to=green, amber_up_to=amber, reason="",
        agreed=Agreement(by="", on=date.min, reference=""),
    )  # fmt: skip
    return Tolerance(basis=trial.basis, bands=(own,))


def _council(trial: Trial) -> Council:
    """A council that has nothing but its bands."""
    held = trial.bands
    bands = Bands(
        from_=date.min, green_up_to=held.green_up_to, amber_up_to=held.amber_up_to,
        adopted_by=held.adopted_by, reading=trial.reading or held.reading,
    )  # fmt: skip
    return council_of(bands)
