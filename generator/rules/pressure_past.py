"""Pressure signals that only history shows: late edits, and definitions changed afterwards (R62)."""

from collections.abc import Iterator
from datetime import timedelta

from generator.model.past import Difference, Edit, EditKind, Past
from generator.model.report import Report
from generator.rules.contents import report_measures
from generator.rules.pressure import LATE_DAYS, Signal, signals
from generator.rules.rated import Rated, RatedMeasure
from generator.rules.released import printable
from generator.rules.wording import day, plural

_RESULT = ("value", "assessment", "status", "target")
"""What a reader of a paper looks at in a period."""
_MEANING = (("definition",), ("unit",), ("direction",), ("calculation", "formula"))
"""What decides what a figure means."""


def every_signal(rated: Rated, past: Past | None) -> tuple[Signal, ...]:
    """Every signal of the records, then those of the commits where there is a history."""
    found = tuple(signals(rated))
    return found if past is None else (*found, *signals_of_the_past(rated, past))


def signals_of_the_past(rated: Rated, past: Past) -> Iterator[Signal]:
    """Every signal that the commits give, beside those of the records."""
    for report in rated.catalogue.reports:
        if report.meeting <= rated.as_of:
            for item in report_measures(report, rated):
                for edit in past.edits.get(item.measure.id, ()):
                    yield from _late_edit(item, edit, report)
    for item in rated.by_id.values():
        for edit in past.edits.get(item.measure.id, ()):
            yield from _another_meaning(item, edit)


def _late_edit(item: RatedMeasure, edit: Edit, report: Report) -> Iterator[Signal]:
    """A result that was there already and was changed in the last days before a meeting on it."""
    on, meeting = edit.commit.on, report.meeting
    if not meeting - timedelta(days=LATE_DAYS) <= on < meeting:
        return
    # Of what waits for its day not even that there was a figure.
    told = printable(item.measure)
    changed = [one for one in edit.differences if _is_of_a_result(one) and one.at[1] in told]
    if changed:
        _, label, key, *_ = changed[0].at
        yield Signal(
            "late edit",
            item,
            # Without the figures: an earlier version may be one that must never be printed.
            f"{label}: the {key} was edited on {day(on)} (commit {edit.commit.short}), "
            f"{plural((meeting - on).days, 'day')} before the paper “{report.title}” was before "
            "its committee.",
        )


def _is_of_a_result(one: Difference) -> bool:
    has_both = one.before is not None and one.after is not None
    return has_both and one.at[:1] == ("periods",) and one.at[2:3] != () and one.at[2] in _RESULT


def _another_meaning(item: RatedMeasure, edit: Edit) -> Iterator[Signal]:
    """A change to what all figures mean, those already published among them."""
    if edit.kind is not EditKind.CHANGED or not any(one.entry.has_result for one in item.entries):
        return
    for one in edit.differences:
        if one.before is not None and any(one.at[: len(way)] == way for way in _MEANING):
            yield Signal(
                "definition changed afterwards",
                item,
                f"{' '.join(one.at).capitalize()} was changed on {day(edit.commit.on)} (commit "
                f"{edit.commit.short}), and holds for earlier figures too.",
            )
