"""Which commits made a value of a record what it is: the newest that changed it, line by line."""

from collections.abc import Iterable, Iterator

from generator.model.measure import PeriodEntry
from generator.model.past import Before, Difference, Edit, Past, Way

_FIGURE = ("value", "inputs", "state", "assessment")
_EVIDENCE = ("source", "extracted", "location", "file", "sha256")
"""What of the evidence says where a figure came from."""


def writing(latest: Edit, at: Way) -> tuple[Edit, ...]:
    """The edits that gave the value at `at` what it is in the version of `latest`, newest first.

    Where a merge has it from one of its lines, that line alone counts.
    """
    edit = latest
    while edit.before:
        untouched = next((one for one in edit.before if not _touches(one.differences, at)), None)
        if untouched is None:
            return (edit, *_through(edit.before))
        edit = untouched.edit
    return (edit,)


def _through(before: Iterable[Before]) -> Iterator[Edit]:
    """The unreadable versions between an edit and what it was made from: any may have written it."""
    yield from dict.fromkeys(edit for one in before for edit in one.through)


def _touches(found: Iterable[Difference], at: Way) -> bool:
    """Whether a difference lies at `at`, around it or within it."""
    return any(all(here == there for here, there in zip(one.at, at, strict=False)) for one in found)


def figure_edits(latest: Edit, entry: PeriodEntry) -> tuple[Edit, ...]:
    """The edits that wrote the figure of a period: value, inputs, state and assessment."""
    return _all(latest, entry, _figure_ways(entry))


def evidence_edits(past: Past, latest: Edit, entry: PeriodEntry) -> tuple[Edit, ...]:
    """The edits that wrote what the period itself says of its evidence, or its evidence file.

    What the measure says once for every period is of no period.
    """
    evidence = entry.evidence
    if evidence is None:
        return ()
    ways = [("evidence", key) for key in _EVIDENCE if getattr(evidence, key) is not None]
    name = f"{latest.path.rpartition('/')[0]}/{evidence.file}"
    return (*_all(latest, entry, ways), *(past.edits.get(name, ()) if evidence.file else ()))


def checked_edits(latest: Edit, entry: PeriodEntry) -> tuple[Edit, ...]:
    """The edits that wrote who checked a period, and when."""
    return _all(latest, entry, [("checked", "on"), ("checked", "by")])


def _all(latest: Edit, entry: PeriodEntry, ways: Iterable[Way]) -> tuple[Edit, ...]:
    label = entry.period.label
    found = (edit for way in ways for edit in writing(latest, ("periods", label, *way)))
    return tuple(dict.fromkeys(found))


def _figure_ways(entry: PeriodEntry) -> Iterator[Way]:
    for key in _FIGURE:
        value = getattr(entry, key)
        parts = value if key == "inputs" and value else ()
        yield from ((key, name) for name in parts)
        if not parts:
            yield (key,)
