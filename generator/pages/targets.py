"""The public register of targets: lowered ones, easy ones, framing, unusual figures (R9-R11, R74)."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.measure import Measure, PeriodEntry, Range
from generator.model.words import Status
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.figures import is_compared
from generator.pages.parts import Cell, Column, Head, Link, Page, Row, Step, Table
from generator.pages.periods import change_words
from generator.pages.status_words import status_view
from generator.rules.framing import Flip, flip_words, framing_flip
from generator.rules.rated import RatedMeasure
from generator.rules.targets import NewTarget, Stretch, new_targets
from generator.rules.units import target_words, with_unit
from generator.rules.wording import one_line

LOWERED = "Lowered."
"""Said of a target that asks for less than the one before it."""
WIDENED = "Widened."
"""Said of a range that reaches further out than the one before it."""
BELOW = "Below what was achieved."
"""Said of a target that asks for less than the last result or the best of three years."""
_STRETCHES = {
    Stretch.BEYOND_BEST: "More than the best of three years",
    Stretch.BEYOND_LAST: "More than the last result, but not more than the best of three years",
    Stretch.NONE: "No more than the last result",
}
_LEDE = (
    "A target can be met by making it easier, and a figure can look better told another way. This page "
    "lists such cases, so that anyone can see whether a colour was earned."
)
_NO_REASON = "No reason is recorded."
_WITH_THE_FIGURE = "The reason is published with the figure."


@dataclass(frozen=True, slots=True)
class RegisterPart:
    """One list of the register: what it holds, and what is said where it is empty."""

    id: str
    title: str
    about: str
    table: Table | None
    none: str


@dataclass(frozen=True, slots=True)
class TargetsView:
    """What the register of targets shows."""

    head: Head
    parts: tuple[RegisterPart, ...]


def targets_page(build: Build) -> Page:
    """The page that lists lowered targets, easy targets, framing flips and unusual figures."""
    path = urls.TARGETS
    found = [
        (item, tuple(new_targets(item.measure, build.files.council.year_starts)))
        for item in build.rated.measures
    ]
    parts = (
        _lowered(build, found, path),
        _below(found, path),
        _flips(build.rated.measures, path),
        _unusual(build.rated.measures, path),
    )
    return Page(
        path=path,
        template="targets.html",
        title="Targets and unusual figures",
        description="Targets that were lowered or ask for less than was achieved, and unusual figures.",
        trail=(Step("Home", urls.HOME), Step("Targets and unusual figures")),
        section=path,
        root=urls.root_of(path),
        view=TargetsView(Head("Targets and unusual figures", None, _LEDE), parts),
        data=(Link("data/targets.csv", "This page and every new target (CSV)"),),
    )


def targets_table(build: Build, item: RatedMeasure) -> Table | None:
    """Each new target of a measure beside what was achieved before it, newest first (R9)."""
    measure = item.measure
    rows = [
        Row(
            (
                Cell(new.entry.period.words, css="period", header=True),
                Cell(_target(measure, new.entry), css="number"),
                Cell(_result(measure, new.last), css="number"),
                Cell(_result(measure, new.best), css="number"),
                Cell(_asks(new), note=_marks(new)),
            )
        )
        for new in new_targets(measure, build.files.council.year_starts)
    ]
    columns = (
        Column("From"),
        Column("Target", "number"),
        Column("Last result", "number"),
        Column("Best of three years", "number"),
        Column("It asks for"),
    )
    caption = "Targets beside what was achieved, newest first"
    return Table(caption, columns, tuple(reversed(rows))) if rows else None


_Found = list[tuple[RatedMeasure, tuple[NewTarget, ...]]]


def _lowered(build: Build, found: _Found, path: str) -> RegisterPart:
    columns = (
        Column("Measure"),
        Column("Period"),
        Column("Target", "number"),
        Column("Before", "number"),
        Column("Why"),
    )
    rows = tuple(
        Row(
            (
                _measure(item, path),
                Cell(new.entry.period.words, css="period"),
                Cell(_target(item.measure, new.entry), css="number"),
                Cell(_replaced(item.measure, new), css="number"),
                Cell(_why(build, item.measure, new.entry)),
            )
        )
        for item, new in _newest_first(found)
        if new.is_lowered or new.entry.target_change
    )
    return RegisterPart(
        "lowered",
        "Targets that were lowered or changed",
        "Each asks for less than the comparable target before it, or replaced one that was set already.",
        Table("Targets that were lowered or changed, newest first", columns, rows)
        if rows
        else None,
        "No target was lowered or changed.",
    )


def _below(found: _Found, path: str) -> RegisterPart:
    columns = (
        Column("Measure"),
        Column("Period"),
        Column("Target", "number"),
        Column("Last result", "number"),
        Column("Best of three years", "number"),
        Column("Why"),
    )
    rows = tuple(
        Row(
            (
                _measure(item, path),
                Cell(new.entry.period.words, css="period"),
                Cell(_target(item.measure, new.entry), css="number"),
                Cell(_result(item.measure, new.last), css="number"),
                Cell(_result(item.measure, new.best), css="number"),
                Cell(_reason(new.entry)),
            )
        )
        for item, targets in found
        for new in targets[-1:]
        if new.is_below_achieved
    )
    return RegisterPart(
        "below-achieved",
        "Targets below what was achieved",
        "The newest target of a measure, where it asks for less than the last comparable result or the "
        "best of three years before it.",
        Table("Targets below what was achieved", columns, rows) if rows else None,
        "No measure's newest target asks for less than was achieved.",
    )


def _flips(measures: tuple[RatedMeasure, ...], path: str) -> RegisterPart:
    columns = (
        Column("Measure"),
        Column("Rated"),
        Column("Other way round"),
        Column("Both sums"),
        Column("Target"),
    )
    flips = [(item, flip) for item in measures if (flip := framing_flip(item))]
    rows = tuple(_flip(item, flip, path) for item, flip in flips)
    return RegisterPart(
        "framing",
        "Colours that hang on how the figure is told",
        "98% in time against 99% is 1.01% outwith; the same fact, 2% late against 1%, is 100% outwith. "
        "These percentages would have another colour if they were told the other way round.",
        Table("Percentages whose colour hangs on how they are told", columns, rows)
        if rows
        else None,
        "No percentage would change its colour.",
    )


def _flip(item: RatedMeasure, flip: Flip, path: str) -> Row:
    basis = item.measure.target_basis
    whose = (
        f"Compared with {basis.name}" if basis and is_compared(item) else "Agreed by the council"
    )
    return Row(
        (
            _measure(item, path),
            Cell("", status=status_view(flip.rated.rating.computed)),
            Cell("", status=status_view(flip.status)),
            Cell(f"{flip_words(item.measure, flip)}."),
            Cell(whose),
        )
    )


def _unusual(measures: tuple[RatedMeasure, ...], path: str) -> RegisterPart:
    columns = (
        Column("Measure"),
        Column("Period"),
        Column("Result", "number"),
        Column("Target", "number"),
        Column("Why"),
    )
    rows = tuple(
        Row(
            (
                _measure(item, path),
                Cell(entry.period.words, css="period"),
                Cell(with_unit(entry.value, item.measure.unit), css="number"),
                Cell(_target(item.measure, entry), css="number"),
                Cell(one_line(entry.confirmed)),
            )
        )
        for item in measures
        for entry in reversed(item.measure.periods)
        if entry.confirmed and entry.value is not None
    )
    return RegisterPart(
        "unusual",
        "Unusual figures that were confirmed",
        "Each is more than ten times its target, less than a tenth of it, or of the opposite sign. "
        "The check stops such a figure until someone says why it is right.",
        Table("Unusual figures that were confirmed", columns, rows) if rows else None,
        "No figure had to be confirmed.",
    )


def _newest_first(found: _Found) -> Iterator[tuple[RatedMeasure, NewTarget]]:
    both = [(item, new) for item, targets in found for new in targets]
    yield from sorted(both, key=lambda one: one[1].entry.period.last, reverse=True)


def _measure(item: RatedMeasure, path: str) -> Cell:
    href = urls.relative(path, urls.measure(item.measure.id))
    return Cell(item.measure.title, header=True, href=href)


def _target(measure: Measure, entry: PeriodEntry | None) -> str:
    if entry is None or entry.target is None:
        return "–"
    return target_words(entry.target, measure.unit)


def _replaced(measure: Measure, new: NewTarget) -> str:
    """The target that a changed one replaced, or the comparable one before a lowered one."""
    change = new.entry.target_change
    return target_words(change.from_, measure.unit) if change else _target(measure, new.before)


def _result(measure: Measure, entry: PeriodEntry | None) -> str:
    if entry is None or entry.value is None:
        return "–"
    return f"{with_unit(entry.value, measure.unit)} in {entry.period.words}"


def _why(build: Build, measure: Measure, entry: PeriodEntry) -> str:
    if entry.target_change:
        return change_words(build, measure, entry.target_change)
    return _reason(entry)


def _reason(entry: PeriodEntry) -> str:
    if entry.target_change:
        return one_line(entry.target_change.reason)
    if entry.state is Status.UNRELEASED:
        return _WITH_THE_FIGURE
    return one_line(entry.target_note) if entry.target_note else _NO_REASON


def _marks(new: NewTarget) -> str | None:
    """What is to be noticed about a new target."""
    lowered = WIDENED if isinstance(new.entry.target, Range) else LOWERED
    marks = ((new.is_lowered, lowered), (new.is_below_achieved, BELOW))
    return " ".join(mark for holds, mark in marks if holds) or None


def _asks(new: NewTarget) -> str:
    """What a new target asks for, beside what was achieved; a range and a plan have no best."""
    if new.stretch is Stretch.BEYOND_LAST and new.best is None:
        return "More than the last result"
    if new.stretch in _STRETCHES:
        return _STRETCHES[new.stretch]
    if new.last is None:
        return "There is no earlier result to hold it against"
    return "–"
