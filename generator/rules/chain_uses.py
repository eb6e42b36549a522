"""What became of one figure: who approved it, what changed of it, and where it is published."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.model.catalogue import Catalogue
from generator.model.measure import Measure, PeriodEntry
from generator.model.people import Agreement
from generator.model.report import Report
from generator.rules.addresses import page_of
from generator.rules.checks.recalculations import recalculations
from generator.rules.contents import report_measures
from generator.rules.ledger import ledger
from generator.rules.quotes import quoted_periods
from generator.rules.rated import Rated, RatedEntry, RatedMeasure
from generator.rules.units import target_words, with_unit
from generator.rules.wording import day, one_line


class Fact(NamedTuple):
    """A label and what it says."""

    label: str
    text: str


def recalculation(measure: Measure, entry: PeriodEntry) -> Iterator[Fact]:
    """What an auditor found, and what follows (R107)."""
    for one in recalculations(measure):
        if one.entry is entry:
            again = one.again
            found = with_unit(again.value, measure.unit)
            so = "another figure" if one.differs else "the same"
            yield Fact(
                "Found", f"{found}, {so}; {again.by}, {day(again.on)}: {one_line(again.how)}"
            )
            if again.finding:
                ends = f"closed {day(again.finding.closed)}" if again.finding.closed else "open"
                yield Fact("Finding", f"{one_line(again.finding.what)} ({ends})")


def approvals(files: Catalogue, measure: Measure, entry: PeriodEntry) -> Iterator[Fact]:
    """Who agreed the measure, another target, another status."""
    if measure.agreed:
        yield Fact("Measure agreed", _agreed(measure.agreed, files))
    if entry.target_change:
        change = entry.target_change
        old = target_words(change.from_, measure.unit)
        told = f"{_agreed(change.agreed, files)}; it was {old}: {one_line(change.reason)}"
        yield Fact("Target changed", told)
    said = entry.status
    if said and said.approved_by:
        names = [name for name in (said.approved_by, said.second_approver) if name]
        on = f", {day(said.on)}" if said.on else ""
        yield Fact("Status approved", f"{said.colour} by {' and '.join(names)}{on}")


def revised(rated: Rated, item: RatedMeasure, entry: PeriodEntry) -> Iterator[Fact]:
    """Every change to the figure after it was published, and what it did to the status (R112)."""
    for one in ledger(rated):
        if one.item is item and one.entry is entry:
            unit = item.measure.unit
            new = "no figure" if one.new is None else with_unit(one.new, unit)
            status = f"; {one.old_status} became {one.new_status}" if one.flips else ""
            told = (
                f"{with_unit(one.old, unit)} became {new}{status}. {one_line(one.revision.reason)}"
            )
            yield Fact(
                f"{day(one.revision.on)}, {one.revision.type}",
                f"{told} Told: {one_line(one.revision.told)}",
            )


def publications(rated: Rated, item: RatedMeasure, one: RatedEntry) -> Iterator[Fact]:
    """The pages, papers and data that show the figure, and other publications of it (R50, R51)."""
    measure, label = item.measure, one.entry.period.label
    if one.entry.released:
        yield Fact("Published on", day(one.entry.released))
    yield Fact("Page", page_of(measure.path))
    if item.current is one:
        yield Fact("Page", f"services/{measure.service}.html")
        yield from (
            Fact("Page", f"commitments/{name}.html")
            for name in measure.supports.commitments
            if name in rated.catalogue.commitment
        )
        yield from (
            Fact("Page", f"missions/{name}.html")
            for name in measure.supports.missions
            if name in rated.catalogue.missions
        )
    yield Fact("Data", "data/periods.csv")
    for report in rated.catalogue.reports:
        how = _in_report(report, rated, item, one)
        if how:
            yield Fact("Paper", f"{page_of(report.path)}, {day(report.meeting)}: {how}")
    for other in measure.published_elsewhere:
        if other.period == label:
            value = with_unit(other.value, measure.unit)
            why = f": {one_line(other.reason)}" if other.reason else ""
            yield Fact("Elsewhere", f"{other.where}, {day(other.on)}: {value}{why}")


def _in_report(report: Report, rated: Rated, item: RatedMeasure, one: RatedEntry) -> str | None:
    """How a paper shows the figure: quoted in its text, or as the latest of a measure it covers."""
    if (item.measure.id, one.entry.period.label) in {found[1:] for found in quoted_periods(report)}:
        return "quoted in the text"
    if item.current is one and item in report_measures(report, rated):
        return "in the list of measures"
    return None


def _agreed(agreed: Agreement, files: Catalogue) -> str:
    body = files.bodies.get(agreed.by)
    return f"{body.name if body else agreed.by}, {day(agreed.on)}, {agreed.reference}"
