"""Statutory duties: which measures report on each, over time and beside others (R143)."""

from collections.abc import Iterator

from generator.model.council import Duty
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.compared import name_of
from generator.pages.figures import counts, current_status, value_words
from generator.pages.parts import Cell, Column, Head, Page, Row, Table
from generator.pages.sections import Section, sections_page
from generator.pages.status_words import status_view
from generator.pages.trends import current_trend
from generator.rules.rated import RatedMeasure
from generator.rules.units import with_unit
from generator.rules.wording import plural


def duties_page(build: Build) -> Page:
    """The page of statutory duties."""
    head = Head(
        "Statutory duties",
        None,
        "What the law asks the council to report on, and the measures by which it does: how they "
        "stand, how they move, and how they compare.",
    )
    sections = tuple(_section(build, duty) for duty in build.files.council.duties)
    none = (Section("none", "Duties", "council.yaml names no statutory duty."),)
    told = "Measures by statutory duty, over time and beside others."
    return sections_page(urls.DUTIES, head, sections or none, description=told)


def _section(build: Build, duty: Duty) -> Section:
    items = [item for item in build.rated.measures if duty.id in item.measure.supports.duties]
    told = duty.about or ""
    if not items:
        return Section(f"duty-{duty.id}", duty.name, f"{told} No measure reports on it.".strip())
    rows = tuple(_row(build, item) for item in items)
    names = ("Measure", "Service", "Latest", "Status", "Over time", "Beside others")
    return Section(
        f"duty-{duty.id}",
        duty.name,
        f"{told} {_coverage(build, items)}".strip(),
        counts=counts(items),
        table=Table(f"Measures that report on {duty.name}", tuple(map(Column, names)), rows),
    )


def _coverage(build: Build, items: list[RatedMeasure]) -> str:
    """How many services report, how many measures have a colour, and how many can be compared."""
    services = {item.measure.service for item in items}
    known = {item.measure.service for item in build.rated.measures}
    rated = sum(current_status(item).is_colour for item in items)
    compared = sum(bool(_others(item)) for item in items)
    return (
        f"{plural(len(items), 'measure')} of {plural(len(services), 'service')} report on it, out of "
        f"{plural(len(known), 'service')} with measures. {rated} have a colour, and {compared} can be "
        "compared with others."
    )


def _row(build: Build, item: RatedMeasure) -> Row:
    measure, current, trend = item.measure, item.current, current_trend(item)
    return Row(
        (
            Cell(measure.title, header=True, href=urls.measure(measure.id)),
            Cell(build.service_brief(measure.service)),
            Cell(
                value_words(item, current),
                note=current.entry.period.words if current else None,
            ),
            Cell("", status=status_view(current_status(item))),
            Cell(trend.word if trend else "–"),
            Cell("; ".join(_others(item)) or "–"),
        )
    )


def _others(item: RatedMeasure) -> tuple[str, ...]:
    """The same figure elsewhere, for the latest period that has one."""
    return tuple(_compared(item))


def _compared(item: RatedMeasure) -> Iterator[str]:
    latest = item.latest_result
    for name, value in ((latest.entry.comparisons or {}) if latest else {}).items():
        yield f"{name_of(name)} {with_unit(value, item.measure.unit)}"
