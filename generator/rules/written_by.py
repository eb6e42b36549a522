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
    file = past.files.get(f"{latest.path.rpartition('/')[0]}/{evidence.file}")
    return (*_all(latest, entry, ways), *(_of_file(file) if file else ()))


def _of_file(latest: Edit) -> Iterator[Edit]:
    """All edits of an evidence file but those that only moved it: each may have written any row."""
    for edit in all_before(latest):
        if not edit.before or any(one.at == ("contents",) for one in edit.differences):
            yield edit


def checked_edits(latest: Edit, entry: PeriodEntry) -> tuple[Edit, ...]:
    """The edits that wrote that a period was checked: on which day, and any later one of by whom.

    Newest first. The role may have been written before, once for every period.
    """
    dated, named = (_all(latest, entry, [("checked", key)]) for key in ("on", "by"))
    later = (one for one in named if one.commit.place > dated[0].commit.place)
    return (*later, *dated)


def all_before(edit: Edit) -> Iterator[Edit]:
    """An edit, and every edit that it rests on."""
    waiting, seen = [edit], {edit}
    while waiting:
        one = waiting.pop()
        yield one
        older = {more for before in one.before for more in (before.edit, *before.through)} - seen
        seen |= older
        waiting += older


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
