"""Flags: the markers beside a status, each from one fact, none of which changes a colour (2.4)."""

from datetime import date
from decimal import Decimal

from generator.model.measure import Measure, PeriodEntry, Range
from generator.model.words import Basis, Flag
from generator.rules.bands import is_boundary
from generator.rules.outcome import Rating
from generator.rules.overrides import has_expired

FEW = Decimal(20)
"""Below this number one case more or less is more than 5%: the whole way from green to red."""


def flags(measure: Measure, entry: PeriodEntry, rating: Rating, as_of: date) -> tuple[Flag, ...]:
    """Every marker that a period with a result has, in the order of `Flag`."""
    raised = [Flag.PROVISIONAL] if entry.provisional else []
    if entry.estimated:
        raised.append(Flag.ESTIMATED)
    if entry.revisions:
        raised += _revised(entry)
    raised += _compared(measure, entry, rating)
    if rating.status is not rating.computed:
        raised.append(Flag.OVERRIDDEN)
    elif entry.status and has_expired(entry.status, rating.computed, as_of):
        raised.append(Flag.EXPIRED)
    if entry.target is not None and measure.target_basis and measure.target_basis.is_comparison:
        raised.append(Flag.COMPARISON)
    if entry.checked is None and measure.origin is None:
        raised.append(Flag.UNCHECKED)
    if rating.status.is_colour and measure.agreed is None and measure.target_basis is None:
        raised.append(Flag.NOT_AGREED)
    return tuple(raised)


def _revised(entry: PeriodEntry) -> list[Flag]:
    corrections = [revision for revision in entry.revisions if revision.type == "correction"]
    revised = [Flag.REVISED] if len(corrections) < len(entry.revisions) else []
    return [*revised, Flag.CORRECTED] if corrections else revised


def _compared(measure: Measure, entry: PeriodEntry, rating: Rating) -> list[Flag]:
    """What is said of a figure that was compared with a target."""
    exact, limits = rating.exact, rating.limits
    if exact is None:
        return []
    raised = [Flag.BOUNDARY] if limits and exact > 0 and is_boundary(exact, limits) else []
    if entry.interval and _spans(entry.interval, entry.target):
        raised.append(Flag.INDISTINCT)
    if _is_small(measure, entry):
        raised.append(Flag.SMALL_NUMBER)
    return raised


def _spans(interval: Range, target: Decimal | Range | None) -> bool:
    """Whether chance alone could put the true figure on either side of the target (2.2)."""
    ends = (target.low, target.high) if isinstance(target, Range) else (target,)
    return any(end is not None and interval.low <= end <= interval.high for end in ends)


def _is_small(measure: Measure, entry: PeriodEntry) -> bool:
    """Whether one case more or less moves the figure by more than 5% (2.2)."""
    formula = measure.calculation.formula if measure.calculation else None
    if formula and formula.divisors:
        inputs = entry.inputs or {}
        return any(abs(inputs[name]) < FEW for name in formula.divisors if name in inputs)
    return _is_count(measure) and isinstance(entry.target, Decimal) and abs(entry.target) < FEW


def _is_count(measure: Measure) -> bool:
    """Whether figures count cases, as figures do that add up over periods."""
    calculation = measure.calculation
    adds_up = calculation is not None and calculation.aggregation == "sum"
    return adds_up and not measure.unit.startswith("pounds") and measure.basis is Basis.RELATIVE
