"""Figures that are typed as words, dates and levels, given the numbers behind them (R73)."""

from collections.abc import Iterator
from typing import Any

from generator.model.finding import Pointer, Remark
from generator.model.unit import FigureError, figure

Data = dict[str, Any]


def with_numbers(path: str, unit: str, entries: list[Data]) -> list[Remark]:
    """Puts a number in the place of every date or level of `entries`; remarks on what is neither."""
    remarks = []
    for index, entry in enumerate(entries):
        for holder, key, at in _figures(entry, ("periods", index)):
            try:
                holder[key] = figure(holder[key], unit)
            except FigureError as error:
                remarks.append(Remark(path=path, at=(*at, key), message=str(error), fix=error.fix))
    return remarks


def _figures(entry: Data, at: Pointer) -> Iterator[tuple[Data, str, Pointer]]:
    """Each figure of a period: what holds it, under which key, and where that stands.

    What holds it is copied, because the data as read belong to whoever read them.
    """
    yield from ((entry, key, at) for key in ("value", "target") if key in entry)
    if "forecast" in entry:
        forecast = entry["forecast"] = dict(entry["forecast"])
        place = (*at, "forecast")
        yield from ((forecast, key, place) for key in ("value", "target") if key in forecast)
    if "revisions" in entry:
        revisions = entry["revisions"] = [dict(revision) for revision in entry["revisions"]]
        for index, revision in enumerate(revisions):
            yield revision, "from", (*at, "revisions", index)
