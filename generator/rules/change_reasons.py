"""Why something changed, as far as the files say it."""

from collections.abc import Iterator

from generator.model.measure import Measure, PeriodEntry
from generator.model.people import ChangeNote
from generator.rules.wording import day, one_line

_WORKED_OUT = frozenset(
    ("calculation", "formula", "inputs", "exclusions", "aggregation", "procedure", "source")
)
"""What a note may call a change of the calculation."""


def why_of(was: Measure, now: Measure, key: str, label: str) -> str:
    """What a measure says of the reason for which `key` changed, in the period `label` or for all."""
    return one_line(" ".join(_reasons(was, now, key, label)))


def _reasons(was: Measure, now: Measure, key: str, label: str) -> Iterator[str]:
    old, new = _entry(was, label), _entry(now, label)
    if old and new and key == "value":
        for one in new.revisions:
            if one not in old.revisions:
                yield f"{one.type.capitalize()}: {one.reason} Told: {one.told}."
    if old and new and key == "target" and new.target_change not in (None, old.target_change):
        change = new.target_change
        assert change is not None
        agreed = change.agreed
        yield f"{change.reason} Agreed: {agreed.by}, {day(agreed.on)}, {agreed.reference}."
    if new and key == "status" and new.status and new.status.reason:
        yield new.status.reason
    for note in now.changes:
        if note not in was.changes and (note.period or "") == label and _is_of(note, key):
            yield f"{note.why} Told: {note.told}."


def _entry(measure: Measure, label: str) -> PeriodEntry | None:
    return next((one for one in measure.periods if one.period.label == label), None)


def _is_of(note: ChangeNote, key: str) -> bool:
    return key in note.what or (key == "calculation" and not _WORKED_OUT.isdisjoint(note.what))
