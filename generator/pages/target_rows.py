"""The register of targets as data: new targets, framing flips, confirmed figures (R9, R10, R74)."""

from collections.abc import Iterator
from decimal import Decimal

from generator.model.measure import PeriodEntry, Range, TargetChange
from generator.model.numbers import plain
from generator.pages.build import Build
from generator.rules.framing import flip_words, framing_flip
from generator.rules.rated import RatedMeasure
from generator.rules.targets import NewTarget, new_targets
from generator.rules.wording import one_line

TARGET_COLUMNS = {
    "kind": "new-target, framing-flip (the colour changes when the figure is told the other way round) or unusual-figure.",
    "measure": "The id of the measure.",
    "service": "The id of the service that answers for it.",
    "period": "The period.",
    "target": "Its target in the unit; low..high for a range.",
    "target_before": "For a new target: the comparable target before it.",
    "replaced": "For a changed target: the target that it replaced.",
    "lowered": "true where the target asks for less than the one before it or the one it replaced.",
    "last_period": "For a new target: the last comparable period with a result.",
    "last_value": "Its result.",
    "best_period": "For a new target: the period with the best result of three years.",
    "best_value": "Its result.",
    "below_achieved": "true where the target asks for less than the last result or the best of three years.",
    "stretch": "What a new target asks for: beyond-best, beyond-last (not beyond the best), none, or unknown.",
    "value": "For a framing flip or an unusual figure: the result.",
    "reason": "Why the target changed, or why the unusual figure is right; for a framing flip both sums.",
    "agreed_by": "The body that agreed a changed target.",
    "agreed_on": "The day on which it did.",
    "reference": "Where the minute says so.",
    "correction": "true where a changed target put a mistake right.",
}
"""The columns of targets.csv and what they hold."""


def target_rows(build: Build) -> Iterator[tuple[str, ...]]:
    """Every row of targets.csv, measure by measure."""
    for item in build.rated.measures:
        for new in new_targets(item.measure, build.files.council.year_starts):
            yield _row(item, new.entry, "new-target", **_new(new), **_change(new.entry))
        flip = framing_flip(item)
        if flip:
            said = f"{flip_words(item.measure, flip)}."
            yield _row(
                item, flip.rated.entry, "framing-flip", **_value(flip.rated.entry), reason=said
            )
        for entry in item.measure.periods:
            if entry.confirmed:
                said = one_line(entry.confirmed)
                yield _row(item, entry, "unusual-figure", **_value(entry), reason=said)


def _row(item: RatedMeasure, entry: PeriodEntry, kind: str, **cells: str) -> tuple[str, ...]:
    known = {
        "kind": kind,
        "measure": item.measure.id,
        "service": item.measure.service,
        "period": entry.period.label,
        "target": _target(entry.target),
        **cells,
    }
    return tuple(known.get(column, "") for column in TARGET_COLUMNS)


def _new(new: NewTarget) -> dict[str, str]:
    return {
        "target_before": _target(new.before.target if new.before else None),
        "lowered": "true" if new.is_lowered else "",
        "last_period": new.last.period.label if new.last else "",
        "last_value": _target(new.last.value if new.last else None),
        "best_period": new.best.period.label if new.best else "",
        "best_value": _target(new.best.value if new.best else None),
        "below_achieved": "true" if new.is_below_achieved else "",
        "stretch": str(new.stretch),
    }


def _change(entry: PeriodEntry) -> dict[str, str]:
    change: TargetChange | None = entry.target_change
    if change is None:
        return {}
    return {
        "replaced": _target(change.from_),
        "reason": one_line(change.reason),
        "agreed_by": change.agreed.by,
        "agreed_on": change.agreed.on.isoformat(),
        "reference": change.agreed.reference,
        "correction": "true" if change.correction else "",
    }


def _value(entry: PeriodEntry) -> dict[str, str]:
    return {"value": _target(entry.value)}


def _target(target: Decimal | Range | None) -> str:
    if isinstance(target, Range):
        return f"{plain(target.low)}..{plain(target.high)}"
    return "" if target is None else plain(target)
