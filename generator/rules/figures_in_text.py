"""Figures typed in a text: numbers with %, with £, or with decimals (R52)."""

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from generator.model.measure import Measure
from generator.model.unit import is_worded


class FigureKind(StrEnum):
    """What a figure is of, as far as a text shows it."""

    PERCENT = "percent"
    POUNDS = "pounds"
    PLAIN = "plain"


class TypedFigure(NamedTuple):
    """A figure as a text has it."""

    words: str
    value: Decimal
    kind: FigureKind


_NOT_TYPED = re.compile(
    r"\{\{.*?\}\}|`[^`]*`|\bhttps?://\S+|\bwww\.\S+|(?<!\S)[^\s@]*+@\S*", re.DOTALL
)
"""Quotes, code and addresses: the numbers in them were not typed as figures."""
_FIGURE = re.compile(
    r"(?<![\w.,/:£-])(?P<pounds>£)?(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<scale>\s?(?:million|billion|m|bn|k)\b)?(?P<percent>\s?%|\s?per cent\b|\s?percent\b)?"
    r"(?![\w%]|[.,/:-]\d|\s?(?:am|pm)\b)"
)
_A_NUMBER_OF = re.compile(
    r"\b(?:item|section|paragraph|para|version|table|figure|appendix|annex|page|minute|rule|chapter|"
    r"clause|step|part|schedule|volume|number|grade|band|no\.)s?\s(?:\d[\d.]*(?:,| and| to| or)\s)*$",
    re.IGNORECASE,
)
"""What stands before a number that only says which one of several is meant."""
_SCALES = {"million": 6, "m": 6, "billion": 9, "bn": 9, "k": 3}


def typed_figures(text: str) -> Iterator[TypedFigure]:
    """Every number of `text` with %, £ or decimals; dates, times, years and item numbers are none."""
    text = _NOT_TYPED.sub(" ", " ".join(text.split()))
    for found in _FIGURE.finditer(text):
        kind = _kind(found)
        if kind and not _A_NUMBER_OF.search(text[max(0, found.start() - 60) : found.start()]):
            yield TypedFigure(found[0], _value(found), kind)


def kind_of_figure(measure: Measure) -> FigureKind | None:
    """The kind of the figures of `measure`; None for dates, levels and judgements."""
    if is_worded(measure.unit) or not measure.unit:
        return None
    if measure.unit == "percent":
        return FigureKind.PERCENT
    return FigureKind.POUNDS if measure.unit.startswith("pounds") else FigureKind.PLAIN


def _kind(found: re.Match[str]) -> FigureKind | None:
    if found["pounds"]:
        return FigureKind.POUNDS
    if found["percent"]:
        return FigureKind.PERCENT
    return FigureKind.PLAIN if "." in found["number"] else None


def _value(found: re.Match[str]) -> Decimal:
    value = Decimal(found["number"].replace(",", ""))
    return value.scaleb(_SCALES[found["scale"].strip()]) if found["scale"] else value
