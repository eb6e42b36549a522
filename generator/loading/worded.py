"""Figures that are typed as words, dates and levels, given the numbers behind them (R73)."""

from collections.abc import Iterator
from typing import Any

from generator.model.finding import Pointer, Remark
from generator.model.unit import DATE, FigureError, figure, levels

Data = dict[str, Any]


_FOR_NUMBERS = ("inputs", "interval", "comparisons")
"""Keys of a period that only a number can have."""


def slips_of(path: str, data: Data) -> list[Remark]:
    """What a measure whose figures are dates or levels cannot have, and levels that are no scale."""
    scale = levels(data["unit"])
    slips: list[tuple[Pointer, str, str]] = []
    if scale and (not all(scale) or len(set(scale)) < len(scale)):
        slips.append((("unit",), "two levels are the same, or one is empty", _SCALE))
    if "formula" in data.get("calculation", {}):
        fault = "a date or a level is read somewhere, not worked out"
        slips.append((("calculation", "formula"), fault, "Delete formula, inputs and example."))
    if "breakdowns" in data:
        fault = f"breakdowns holds numbers, but the figures are {_kind(data['unit'])}"
        slips.append((("breakdowns",), fault, "Delete breakdowns."))
    for index, entry in enumerate(data["periods"]):
        for key in _FOR_NUMBERS:
            if key in entry:
                fault = f"{key} holds numbers, but the figures are {_kind(data['unit'])}"
                slips.append((("periods", index, key), fault, f"Delete {key}."))
    return [Remark(path=path, at=at, message=fault, fix=fix) for at, fault, fix in slips]


_SCALE = "Write the levels from lowest to highest, such as weak < adequate < good."


def _kind(unit: str) -> str:
    return "dates" if unit == DATE else "levels"


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
    if "recalculated" in entry:
        again = entry["recalculated"] = dict(entry["recalculated"])
        yield again, "value", (*at, "recalculated")
    if "target_change" in entry:
        change = entry["target_change"] = dict(entry["target_change"])
        yield change, "from", (*at, "target_change")
    if "revisions" in entry:
        revisions = entry["revisions"] = [dict(revision) for revision in entry["revisions"]]
        for index, revision in enumerate(revisions):
            yield revision, "from", (*at, "revisions", index)
