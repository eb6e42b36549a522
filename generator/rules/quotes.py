"""Quotes: figures in the text of a report, filled in from the measures (R52)."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from difflib import get_close_matches

from generator.model.finding import Pointer
from generator.model.report import Report
from generator.model.words import Status
from generator.rules.distance import distance_words
from generator.rules.rated import Rated, RatedEntry, RatedMeasure
from generator.rules.units import target_words, with_unit
from generator.rules.wording import day, listed

# No bracket within a quote: else a text of opening brackets alone would take minutes.
_QUOTE = re.compile(r"\{\{([^{}]*)\}\}")
_LONGEST = 60
"""The most letters that are told of what was typed."""
_CALL = re.compile(r"""\s*(\w+)\(\s*["']([^"']*)["']\s*,\s*["']([^"']*)["']\s*\)\s*""")


class QuoteError(ValueError):
    """A quote that names no figure."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix


def fill_in(text: str, rated: Rated) -> str:
    """`text` with each quote replaced by its figure. Raises QuoteError at the first that fails."""
    if _is_unclosed(text):
        raise _unclosed()
    return _QUOTE.sub(lambda found: _quoted(found[1], rated), text)


def quote_errors(text: str, rated: Rated) -> Iterator[QuoteError]:
    """What is wrong with each quote in `text` that names no figure."""
    if _is_unclosed(text):
        yield _unclosed()
    for found in _QUOTE.finditer(text):
        try:
            _quoted(found[1], rated)
        except QuoteError as error:
            yield error


def quoted_measures(report: Report) -> Iterator[str]:
    """The id of every measure of which `report` quotes a figure, whether or not there is one."""
    for _, name, _ in quoted_periods(report):
        yield name


def quoted_periods(report: Report) -> Iterator[tuple[Pointer, str, str]]:
    """The measure and the period of every quote in `report`, with its place in the file."""
    for at, text in narrative(report):
        for found in _QUOTE.finditer(text):
            call = _CALL.fullmatch(found[1])
            if call:
                yield at, call[2], call[3]


def narrative(report: Report) -> Iterator[tuple[Pointer, str]]:
    """Every text of `report` in which figures may be quoted, with its place in the file."""
    if report.notice:
        yield ("notice",), report.notice
    yield ("purpose",), report.purpose
    for key in ("recommendations", "background", "performance"):
        for index, text in enumerate(getattr(report, key)):
            yield (key, index), text
    for field in fields(report.implications):
        yield ("implications", field.name), getattr(report.implications, field.name)
    for index, question in enumerate(report.questions):
        if question.answer:
            yield ("questions", index, "answer"), question.answer


def _unclosed() -> QuoteError:
    return QuoteError(
        "a quote of a figure is opened or closed with only one half of {{ }}",
        'Write {{ value("measure-id", "2024-25 Q1") }}, with two brackets on each side.',
    )


def _is_unclosed(text: str) -> bool:
    rest = _QUOTE.sub("", text)
    return "{{" in rest or "}}" in rest


def _quoted(inner: str, rated: Rated) -> str:
    call = _CALL.fullmatch(inner)
    if not call:
        raise QuoteError(
            f"{{{{{inner[:_LONGEST]}}}}} names no figure",
            'Write {{ value("measure-id", "2024-25 Q1") }}, or target, status or outwith.',
        )
    name, measure_id, label = call.groups()
    if name not in _QUOTES:
        raise QuoteError(
            f"there is nothing called {name[:_LONGEST]} to quote",
            f"Write one of: {', '.join(_QUOTES)}.",
        )
    measure = rated.by_id.get(measure_id)
    if measure is None and measure_id in rated.catalogue.unread:
        return f"(the file of {measure_id} cannot be read)"
    if measure is None:
        near = get_close_matches(measure_id, rated.by_id, n=1)
        hint = f"Did you mean {near[0]}?" if near else "Use the id of a measure."
        raise QuoteError(f"there is no measure {measure_id[:_LONGEST]}", hint)
    return _words(name, measure, label)


def _words(name: str, measure: RatedMeasure, label: str) -> str:
    entry = measure.at(label)
    if entry and entry.status is Status.UNRELEASED and name != "target" and entry.entry.released:
        return f"(to be published on {day(entry.entry.released)})"
    words = _QUOTES[name](measure, entry) if entry else None
    if words is None:
        known = [one.entry.period.label for one in measure.entries if one.entry.has_result]
        raise QuoteError(
            f"{measure.measure.id} has no {name} for {label[:_LONGEST]}",
            f"Quote another figure or period; the latest: {listed(known[-4:]) or 'none'}.",
        )
    return words


def _value(measure: RatedMeasure, one: RatedEntry) -> str | None:
    value = one.entry.value
    return None if value is None else with_unit(value, measure.measure.unit)


def _target(measure: RatedMeasure, one: RatedEntry) -> str | None:
    target = one.entry.target
    return None if target is None else target_words(target, measure.measure.unit)


def _status(_: RatedMeasure, one: RatedEntry) -> str | None:
    shown = str(one.status).replace("-", " ")
    if one.status is one.rating.computed:
        return shown
    return f"{shown} (as reported; {one.rating.computed} as computed)"


def _outwith(measure: RatedMeasure, one: RatedEntry) -> str | None:
    distance = one.rating.outwith
    if distance is None or distance < 0:
        return None
    return distance_words(distance, measure.measure)


_QUOTES: dict[str, Callable[[RatedMeasure, RatedEntry], str | None]] = {
    "value": _value,
    "target": _target,
    "status": _status,
    "outwith": _outwith,
}
