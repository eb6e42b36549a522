"""The timetable: what is due and when, what is late, and how long figures took (R57)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator.model.period import MONTHS
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.parts import Cell, Column, Head, Link, Page, Row, Step, Table
from generator.rules.agenda import Coming, Due, agenda, overdue
from generator.rules.happenings import published_on
from generator.rules.rated import RatedMeasure
from generator.rules.timetable import due_on, next_due
from generator.rules.wording import day, plural

COMING = {
    Coming.REPORT: "Report to a meeting",
    Coming.RELEASE: "Publication of a figure",
    Coming.FIGURE: "Figure due",
    Coming.MILESTONE: "Milestone due",
    Coming.ACTION: "Action due",
    Coming.REVIEW: "Review of a measure due",
    Coming.OVERRIDE: "Reported status expires",
}


@dataclass(frozen=True, slots=True)
class TimetableView:
    """What is late, what is to come, and each measure's own dates."""

    head: Head
    calendar: Link
    late: Table | None
    days: tuple[tuple[str, Table], ...]
    measures: Table | None


def timetable_page(build: Build) -> Page:
    """The page of what is late and what is to come."""
    path = urls.TIMETABLE
    late, coming = overdue(build.rated), agenda(build.rated)
    view = TimetableView(
        head=Head("Timetable", None, _lede(late, coming, build.rated.as_of)),
        calendar=Link(urls.DATES, "Put these dates in your own calendar"),
        late=_table(build, late, "What should have come by now, the longest overdue first")
        if late
        else None,
        days=tuple(
            (month, _table(build, list(dues), f"Due in {month}"))
            for month, dues in groupby(coming, key=lambda one: _month(one.on))
        ),
        measures=_measures(build),
    )
    trail = (Step("Home", urls.HOME), Step("Timetable"))
    return Page(
        path, "timetable.html", "Timetable", "What is late, and what is due when.",
        trail, path, view, "",
    )  # fmt: skip


def due_title(one: Due) -> str:
    """What is due, with its period."""
    return f"{one.title}, {one.period}" if one.period else one.title


def due_href(one: Due) -> str:
    """The page of what is due."""
    if one.report:
        return urls.report(one.report)
    if one.measure:
        return urls.measure(one.measure)
    commitment = one.commitment or ""
    return (
        urls.milestone(commitment, one.milestone) if one.milestone else urls.commitment(commitment)
    )


def due_link(build: Build, one: Due, path: str) -> Link:
    """Something that is due as a link on the page at `path`."""
    who = f", {build.service(one.service)}" if one.service else ""
    note = f"{COMING[one.kind]}, {day(one.on)}{who}"
    return Link(urls.relative(path, due_href(one)), due_title(one), note)


def _lede(late: Sequence[Due], coming: Sequence[Due], as_of: date) -> str:
    things = plural(len(late), "thing is", "things are") if late else "nothing is"
    told = f"On {day(as_of)}, {things} late"
    if not coming:
        return f"{told}. No date is recorded for anything to come."
    return f"{told} and {plural(len(coming), 'date is', 'dates are')} to come."


def _month(on: date) -> str:
    return f"{MONTHS[on.month - 1]} {on.year}"


def _table(build: Build, dues: Sequence[Due], caption: str) -> Table:
    rows, seen = [], set[date]()
    for one in dues:
        # The first row of a day carries its id, so that a calendar can lead to it.
        name = None if one.on in seen else f"day-{one.on.isoformat()}"
        seen.add(one.on)
        rows.append(
            Row(
                (
                    Cell(due_title(one), header=True, href=due_href(one)),
                    Cell(day(one.on)),
                    Cell(COMING[one.kind]),
                    Cell(build.service_brief(one.service) if one.service else "–"),
                ),
                name,
            )
        )
    return Table(caption, tuple(map(Column, ("What", "Day", "Kind", "Service"))), tuple(rows))


def _measures(build: Build) -> Table | None:
    rows = tuple(_measure_rows(build))
    names = ("Measure", "Latest period", "Due", "Worked out", "Checked", "Published", "Next due")
    caption = "Each measure: its latest figure, and when the next is due"
    return Table(caption, tuple(map(Column, names)), rows) if rows else None


def _measure_rows(build: Build) -> Iterator[Row]:
    starts = build.files.council.year_starts
    for item in build.rated.measures:
        period = next_due(item.measure, build.rated.as_of, starts)
        after = (
            f"{day(due_on(item.measure, period))} ({period.words})"
            if period
            else "No figure is expected"
        )
        yield Row((*_latest(item), Cell(after)))


def _latest(item: RatedMeasure) -> tuple[Cell, ...]:
    measure, one = item.measure, item.latest_result
    title = Cell(measure.title, header=True, href=urls.measure(measure.id))
    if one is None:
        return (title, *(Cell("–") for _ in range(5)))
    entry, due = one.entry, due_on(measure, one.entry.period)
    done = entry.calculated or entry.assessment
    return (
        title,
        Cell(entry.period.words),
        Cell(day(due)),
        _on(done.on if done else None, due),
        _on(entry.checked.on if entry.checked else None, due),
        _on(published_on(entry) if entry.released else None, None),
    )


def _on(when: date | None, due: date | None) -> Cell:
    """A day, and how many days after the due day it was."""
    if when is None:
        return Cell("Not recorded")
    late = (when - due).days if due else 0
    return Cell(day(when), note=f"{plural(late, 'day')} late" if late > 0 else None)
