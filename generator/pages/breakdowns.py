"""Breakdowns on the page of a measure: a table, and a small line for each group."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.breakdown import Breakdown, Group
from generator.model.unit import is_worded
from generator.pages.build import Build
from generator.pages.parts import Cell, Column, Row, Spark, Table
from generator.pages.spark import stretches
from generator.rules.rated import RatedMeasure
from generator.rules.units import bare, typed, with_unit

_ALL = "All"


class GroupLine(NamedTuple):
    """A group as a small line, with its latest figure in words."""

    name: str
    spark: Spark
    latest: str


class BreakdownPart(NamedTuple):
    """One breakdown of a measure."""

    id: str
    title: str
    note: str | None
    table: Table
    lines: tuple[GroupLine, ...]


def breakdown_parts(item: RatedMeasure) -> tuple[BreakdownPart, ...]:
    """Every breakdown of a measure that has a figure to show."""
    return tuple(_part(item, one) for one in item.measure.breakdowns if _labels(item, one))


def breakdown_rows(build: Build) -> Iterator[tuple[str, ...]]:
    """Every figure of every group as data."""
    for item in build.rated.measures:
        measure = item.measure
        for one in measure.breakdowns:
            for group in one.groups:
                for label, value in group.values.items():
                    yield (
                        measure.id, measure.service, one.id, group.name, label,
                        typed(value, measure.unit), measure.unit,
                    )  # fmt: skip


def _part(item: RatedMeasure, one: Breakdown) -> BreakdownPart:
    labels = _labels(item, one)
    return BreakdownPart(
        id=f"by-{one.id}",
        title=one.title,
        note=one.note,
        table=_table(item, one, labels),
        lines=tuple(_lines(item, one, labels)),
    )


def _labels(item: RatedMeasure, one: Breakdown) -> list[str]:
    """The periods for which a group has a figure, oldest first."""
    known = {label for group in one.groups for label in group.values}
    return [entry.entry.period.label for entry in item.entries if entry.entry.period.label in known]


def _table(item: RatedMeasure, one: Breakdown, labels: list[str]) -> Table:
    unit = item.measure.unit
    names = (*(group.name for group in one.groups), _ALL)
    columns = (Column("Period"), *(Column(name, "number") for name in names))
    own = {entry.entry.period.label: entry.entry.value for entry in item.entries}
    rows = []
    for label in reversed(labels):
        values = (*(group.values.get(label) for group in one.groups), own.get(label))
        cells = (Cell("–" if value is None else bare(value, unit), "number") for value in values)
        rows.append(Row((Cell(label, header=True, css="period"), *cells)))
    return Table(
        f"{item.measure.title}, {one.title[:1].lower()}{one.title[1:]}", columns, tuple(rows)
    )


def _lines(item: RatedMeasure, one: Breakdown, labels: list[str]) -> Iterator[GroupLine]:
    """A line for each group with two figures or more, all on one scale."""
    if is_worded(item.measure.unit) or len(labels) < 2:
        return
    held = [value for group in one.groups for value in group.values.values()]
    for group in one.groups:
        line = _line(item.measure.unit, group, labels)
        if line:
            values = [group.values.get(label) for label in labels]
            lines = tuple(stretches(values, min(held), max(held)))
            end = lines[-1].rpartition(" ")[2]
            yield GroupLine(
                group.name, Spark(line, lines, (), end, "none", "open"), _latest(item, group)
            )


def _line(unit: str, group: Group, labels: list[str]) -> str:
    """A line in words: from which figure to which; empty with fewer than two."""
    known = [label for label in labels if label in group.values]
    if len(known) < 2:
        return ""
    first, last = known[0], known[-1]
    return (
        f"{group.name}: from {with_unit(group.values[first], unit)} in {first} to "
        f"{with_unit(group.values[last], unit)} in {last}"
    )


def _latest(item: RatedMeasure, group: Group) -> str:
    labels = [one.entry.period.label for one in item.entries]
    last = next(label for label in reversed(labels) if label in group.values)
    return f"{with_unit(group.values[last], item.measure.unit)} in {last}"
