"""Services: each one's measures, also in the SPI layout, and the milestones that it leads."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.council import Service
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.figures import MeasuresTable, counts, current_status, measures_table, segments
from generator.pages.parts import Count, Fact, Head, Link, Multiple, Page, Segment, Step
from generator.pages.progress import SpiPart, milestone_place, spi_parts
from generator.pages.sides import Sides, sides
from generator.pages.spark import multiples
from generator.pages.status_words import status_view
from generator.rules.rated import RatedMeasure
from generator.rules.reviews import review_due
from generator.rules.wording import day, plural

KINDS = {
    "service": "Council service",
    "partnership": "Partnership",
    "aleo": "Arm's length organisation",
}


@dataclass(frozen=True, slots=True)
class ServicePart:
    """A service in the list of services."""

    name: str
    href: str
    kind: str
    measures: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class ServicesView:
    """All services."""

    head: Head
    services: tuple[ServicePart, ...]


@dataclass(frozen=True, slots=True)
class ServiceView:
    """One service."""

    head: Head
    facts: tuple[Fact, ...]
    counts: tuple[Count, ...]
    sides: Sides | None
    multiples: tuple[Multiple, ...]
    measures: MeasuresTable | None
    spi: tuple[SpiPart, ...]
    milestones: tuple[Link, ...]
    reviews: tuple[Link, ...]


def service_pages(build: Build) -> Iterator[Page]:
    """The list of services, then each service."""
    yield _all(build)
    for service in build.files.council.services:
        yield _one(build, service)


def measures_of(build: Build, service: str) -> list[RatedMeasure]:
    """The measures that a service answers for."""
    return [item for item in build.rated.measures if item.measure.service == service]


def _all(build: Build) -> Page:
    path = urls.SERVICES
    parts = []
    for service in build.files.council.services:
        items = measures_of(build, service.id)
        parts.append(
            ServicePart(
                service.name,
                urls.relative(path, urls.service(service.id)),
                KINDS[service.kind],
                plural(len(items), "measure"),
                segments([current_status(item) for item in items]) if items else (),
            )
        )
    view = ServicesView(
        Head("Services", None, "Who answers for which measures and milestones."), tuple(parts)
    )
    trail = (Step("Home", urls.HOME), Step("Services"))
    return Page(
        path, "services.html", "Services", "Performance by service.", trail, path, view, "../"
    )


def _one(build: Build, service: Service) -> Page:
    path = urls.service(service.id)
    items = measures_of(build, service.id)
    kind = KINDS[service.kind]
    facts = [Fact("Kind", kind)]
    if service.short:
        facts.append(Fact("Also called", service.short))
    view = ServiceView(
        head=Head(service.name, "Service", service.about),
        facts=tuple(facts),
        counts=counts(items) if items else (),
        sides=sides(items, path),
        multiples=multiples(items, path),
        measures=measures_table(items, f"Measures of {service.name}", path) if items else None,
        spi=tuple(spi_parts(build, items, service, path)),
        milestones=tuple(_milestones(build, service, path)),
        reviews=tuple(_reviews(build, service, path)),
    )
    trail = (Step("Home", urls.HOME), Step("Services", urls.SERVICES), Step(service.name))
    told = f"{service.name}: {plural(len(items), 'measure')} and their status."
    return Page(path, "service.html", service.name, told, trail, urls.SERVICES, view, "../")


def _reviews(build: Build, service: Service, path: str) -> Iterator[Link]:
    """The measures of a service whose review is overdue, the longest overdue first (R5)."""
    due = [
        (when, measure)
        for measure in build.rated.in_use
        if measure.service == service.id
        and (when := review_due(measure, build.files.council))
        and when < build.rated.as_of
    ]
    for when, measure in sorted(due, key=lambda pair: (pair[0], pair[1].id)):
        href = urls.relative(path, urls.measure(measure.id))
        yield Link(href, measure.title, f"Its review was due by {day(when)}.")


def _milestones(build: Build, service: Service, path: str) -> Iterator[Link]:
    for rated in build.rated.roll_ups.commitments:
        for item in rated.milestones:
            if item.milestone.lead_service == service.id:
                yield Link(
                    urls.relative(path, urls.milestone(rated.commitment.id, item.milestone.id)),
                    item.milestone.title,
                    milestone_place(rated.commitment, item.milestone),
                    status_view(item.status),
                )
