"""The sheet on which an auditor works figures out again, and what it says once it is filled in (R107)."""

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from generator.model.measure import Measure
from generator.model.numbers import MOST_DIGITS, rounded
from generator.model.unit import FigureError, figure, is_worded
from generator.rules.rated import Rated
from generator.rules.sample import Figure
from generator.rules.units import typed
from generator.rules.wording import one_line

ABOUT = ("figure", "title", "unit", "decimals", "formula", "inputs", "source", "kept_at")
TO_FILL = ("recalculated_value", "how", "by", "on")
"""What the auditor fills in."""
COLUMNS = (*ABOUT, *TO_FILL)
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def sheet_row(chosen: Figure) -> tuple[str, ...]:
    """One figure on the sheet: what it is and where its source is kept, and not what it came to."""
    measure, entry = chosen.item.measure, chosen.one.entry
    calculation, evidence, origin = measure.calculation, entry.evidence, measure.origin
    formula = calculation.formula.text if calculation and calculation.formula else ""
    about = (calculation.inputs if calculation else None) or {}
    source = evidence.source if evidence else calculation.source if calculation else ""
    kept = (evidence.file or evidence.location or "") if evidence else ""
    return (
        f"{measure.id} {entry.period.label}",  # in one cell, so that no spreadsheet makes it a date
        measure.title,
        measure.unit,
        "" if is_worded(measure.unit) else str(measure.decimals),
        formula,
        "; ".join(f"{name}: {one_line(text)}" for name, text in about.items()),
        one_line(f"{origin.publisher}: {origin.dataset}" if origin else source),
        one_line(origin.url if origin else kept),
        *("" for _ in TO_FILL),
    )


class Verdict(StrEnum):
    """What the comparison of one row says."""

    SAME = "same"
    DIFFERS = "differs"
    EMPTY = "not filled in"
    UNKNOWN = "unknown"


class Compared(NamedTuple):
    """One row of a filled sheet beside the files: `line` counts from 1, as a spreadsheet does."""

    line: int
    measure: str
    period: str
    verdict: Verdict
    sentence: str
    row: Mapping[str, str]


def compared(rated: Rated, line: int, row: Mapping[str, str]) -> Compared:
    """What a filled row says against the figure in the files, both rounded to its decimals."""
    name, _, label = row.get("figure", "").strip().partition(" ")
    verdict, sentence = _verdict(rated, name, label, row.get("recalculated_value", "").strip())
    return Compared(line, name, label, verdict, sentence, row)


def _verdict(rated: Rated, name: str, label: str, found: str) -> tuple[Verdict, str]:
    item = rated.by_id.get(name)
    one = item.at(label) if item else None
    if item is None or one is None:
        return Verdict.UNKNOWN, "The files have no such figure."
    if one.entry.value is None:
        return Verdict.EMPTY, "It is judged and not worked out: there is nothing to compare."
    if not found:
        return Verdict.EMPTY, "No figure is filled in."
    measure, said = item.measure, one.entry.value
    try:
        value = _value(found, measure)
    except FigureError as error:
        return Verdict.UNKNOWN, f"{error}. {error.fix}"
    told = f"{typed(value, measure.unit)} was found, {typed(said, measure.unit)} is published."
    same = _steady(value, measure) == _steady(said, measure)
    return (Verdict.SAME if same else Verdict.DIFFERS), told


def _value(found: str, measure: Measure) -> Decimal:
    """The figure as it was filled in. Raises FigureError."""
    if is_worded(measure.unit):
        return figure(found, measure.unit)
    if not _NUMBER.fullmatch(found) or len(found) > MOST_DIGITS:
        raise FigureError(f"{found[:40]} is not a plain number", "Write digits, such as 91.0.")
    return Decimal(found)


def _steady(value: Decimal, measure: Measure) -> Decimal:
    return value if is_worded(measure.unit) else rounded(value, measure.decimals)
