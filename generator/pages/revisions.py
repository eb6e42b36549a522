"""The page of revisions: every published figure that was changed, why, and what it did (R146)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.report import Report
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.change_notes import notes_table, retired_table
from generator.pages.parts import Cell, Column, Head, Link, Notice, Page, Prose, Row, Step, Table
from generator.pages.status_words import status_view, status_word
from generator.rules.ledger import Revised, corrected_since, ledger
from generator.rules.rated import RatedMeasure
from generator.rules.units import typed, with_unit
from generator.rules.wording import day, plural

_TYPES = {
    "scheduled": "Planned revision",
    "unscheduled": "Revision, new data",
    "correction": "Correction",
}


@dataclass(frozen=True, slots=True)
class RevisionsView:
    """What the page shows."""

    head: Head
    summary: str
    table: Table | None
    notes: Table | None
    retired: Table | None


def revisions_page(build: Build) -> Page:
    """The ledger, newest first."""
    path, found = urls.REVISIONS, list(ledger(build.rated))
    view = RevisionsView(
        head=Head(
            "Revisions and corrections",
            "Register",
            "Every published figure that was changed: what it was, what it is, why, who was told, and "
            "whether its status changed; then what else was changed, and what was taken out. An entry "
            "stays for good.",
        ),
        summary=_summary(found),
        table=_table(found),
        notes=notes_table(build),
        retired=retired_table(build),
    )
    trail = (Step("Home", urls.HOME), Step("Revisions and corrections"))
    return Page(
        path, "revisions.html", "Revisions and corrections", _summary(found), trail,
        urls.HOW_WE_RATE, view, "", (Link("data/revisions.csv", "Every revision (CSV)"),),
    )  # fmt: skip


def correction_notice(
    build: Build, report: Report, items: Sequence[RatedMeasure], path: str
) -> Iterator[Notice]:
    """On a paper: the figures of its measures that were corrected after the meeting (R113)."""
    measures = frozenset(item.measure.id for item in items)
    found = list(corrected_since(build.rated, measures, report.meeting))
    if found:
        told = "\n".join(f"- {_since(one, path)}" for one in found)
        title = f"{plural(len(found), 'figure')} corrected since this meeting"
        yield Notice("correction", title, Prose(told))


def revision_rows(build: Build) -> Iterator[tuple[str, ...]]:
    """Every revision as data."""
    for one in ledger(build.rated):
        measure, revision = one.item.measure, one.revision
        yield (
            measure.id,
            measure.service,
            one.entry.period.words,
            revision.on.isoformat(),
            typed(one.old, measure.unit),
            "" if one.new is None else typed(one.new, measure.unit),
            revision.type,
            str(one.old_status),
            str(one.new_status),
            revision.reason,
            revision.told,
        )


def _since(one: Revised, path: str) -> str:
    measure = one.item.measure
    href = urls.relative(path, urls.measure(measure.id))
    status = f" ({_flip(one)})" if one.flips else ""
    return (
        f"[{measure.title}, {one.entry.period.words}]({href}): {_words(one)}{status}, "
        f"{day(one.revision.on)}. {one.revision.reason}"
    )


def _summary(found: Sequence[Revised]) -> str:
    if not found:
        return "No published figure has been changed."
    types = Counter(one.is_correction for one in found)
    flips = sum(one.flips for one in found)
    changed = (
        f"{plural(flips, 'status', 'statuses')} changed with them" if flips else "No status changed"
    )
    return f"{plural(types[True], 'correction')} and {plural(types[False], 'other revision')}. {changed}."


def _words(one: Revised) -> str:
    unit = one.item.measure.unit
    new = "no figure" if one.new is None else with_unit(one.new, unit)
    return f"{with_unit(one.old, unit)} became {new}"


def _flip(one: Revised) -> str:
    return f"{status_word(one.old_status)} became {status_word(one.new_status).lower()}"


def _table(found: Sequence[Revised]) -> Table | None:
    names = ("Figure", "Changed on", "From what to what", "Kind", "Why, and who was told", "Status")
    rows = tuple(map(_row, found))
    return Table("Every revision, newest first", tuple(map(Column, names)), rows) if rows else None


def _row(one: Revised) -> Row:
    measure, revision = one.item.measure, one.revision
    told = f"{revision.reason} Told: {revision.told.rstrip('.')}."
    return Row(
        (
            Cell(
                f"{measure.title}, {one.entry.period.words}",
                header=True,
                href=urls.measure(measure.id),
            ),
            Cell(day(revision.on)),
            Cell(_words(one)),
            Cell(_TYPES.get(revision.type, revision.type)),
            Cell(told, css="words"),
            Cell(_flip(one) if one.flips else "The same", status=status_view(one.new_status)),
        )
    )
