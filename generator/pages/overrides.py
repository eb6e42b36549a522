"""The public register: where a status departs from the corporate rule, or hangs on its reading (R79)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model.numbers import plain
from generator.model.settings import OwnBands
from generator.model.words import COLOURS, Flag
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.parts import Cell, Column, Head, Link, Page, Row, Step, Table
from generator.pages.status_words import status_view
from generator.rules.rated import RatedMeasure
from generator.rules.register import Override, overrides
from generator.rules.wording import day, listed, plural

_OUTCOMES = {
    "stands": "Stands until {until}",
    "expired": "Expired on {until}",
    "refused": "Does not stand: it lacks {lacks}",
}


@dataclass(frozen=True, slots=True)
class OverridesView:
    """What the register shows; each part is empty where there is nothing of its kind."""

    head: Head
    summary: str
    services: Table | None
    overrides: Table | None
    bands: Table | None
    boundary: tuple[Link, ...]


def overrides_page(build: Build) -> Page:
    """The register of overrides, of measures with bands of their own, and of boundary cases."""
    path = urls.OVERRIDES
    found = list(overrides(build.rated))
    view = OverridesView(
        head=Head(
            "Overrides and exceptions",
            "Register",
            "Every status that is reported otherwise than the figures give it, every measure that is "
            "rated by bands of its own, and every figure whose colour hangs on how the bands are read.",
        ),
        summary=_summary(found),
        services=_services(build, found),
        overrides=_overrides(build, found),
        bands=_bands(build),
        boundary=tuple(_boundary(build.rated.measures)),
    )
    trail = (Step("Home", urls.HOME), Step("Overrides and exceptions"))
    return Page(
        path, "overrides.html", "Overrides and exceptions", _summary(found), trail,
        urls.HOW_WE_RATE, view, "", (Link("data/overrides.csv", "Every override (CSV)"),),
    )  # fmt: skip


def outcome_words(override: Override) -> str:
    """What became of an override: that it stands, has expired, or lacks something."""
    until = day(override.said.expires) if override.said.expires else "–"
    return _OUTCOMES[override.outcome].format(until=until, lacks=listed(list(override.lacks)))


def _summary(found: Sequence[Override]) -> str:
    outcomes = Counter(override.outcome for override in found)
    if not found:
        return "No status is reported otherwise than its figures give it."
    return (
        f"{plural(len(found), 'override')}: {outcomes['stands']} in force, {outcomes['expired']} "
        f"expired, {outcomes['refused']} that do not stand."
    )


def _services(build: Build, found: Sequence[Override]) -> Table | None:
    """How many overrides each service has, those to a better colour apart."""
    rows = []
    for service in build.files.council.services:
        own = [one for one in found if one.service == service.id]
        if own:
            standing = sum(1 for one in own if one.outcome == "stands")
            numbers = (len(own), standing, sum(map(_is_better, own)))
            cells = (Cell(str(number), "number") for number in numbers)
            rows.append(
                Row((Cell(service.name, header=True, href=urls.service(service.id)), *cells))
            )
    columns = (
        Column("Service"),
        *(Column(text, "number") for text in ("All", "In force", "To a better colour")),
    )
    return Table("Overrides by service", columns, tuple(rows)) if rows else None


def _href(override: Override) -> str:
    commitment = override.commitment
    return urls.commitment(commitment) if commitment else urls.measure(override.id)


def _is_better(override: Override) -> bool:
    return COLOURS.index(override.said.colour) > COLOURS.index(override.computed)


def _overrides(build: Build, found: Iterable[Override]) -> Table | None:
    columns = tuple(
        map(
            Column,
            (
                "Measure or action",
                "Period",
                "Computed",
                "Reported",
                "Reason",
                "Approved",
                "Outcome",
            ),
        )
    )
    rows = tuple(_row(build, override) for override in found)
    return Table("Every override, latest first", columns, rows) if rows else None


def _row(build: Build, override: Override) -> Row:
    said = override.said
    approvers = [name for name in (said.approved_by, said.second_approver) if name]
    on = f", {day(said.on)}" if said.on else ""
    return Row(
        (
            Cell(override.title, header=True, href=_href(override)),
            Cell(override.period or "–"),
            Cell("", status=status_view(override.computed)),
            Cell("", status=status_view(said.colour)),
            Cell(said.reason or "None is given.", css="words"),
            Cell(f"{listed([build.role(name) for name in approvers]) or 'Nobody'}{on}"),
            Cell(outcome_words(override)),
        )
    )


def _bands(build: Build) -> Table | None:
    """Measures with bands of their own: since when, why, who agreed them, when they are reviewed."""
    names = ("Measure", "From", "Green up to", "Amber up to", "Reason", "Agreed", "Review")
    rows = tuple(
        _own(build, item, bands)
        for item in build.rated.measures
        if item.measure.tolerance
        for bands in item.measure.tolerance.bands
    )
    return (
        Table("Measures with bands of their own", tuple(map(Column, names)), rows) if rows else None
    )


def _own(build: Build, item: RatedMeasure, bands: OwnBands) -> Row:
    measure, agreed = item.measure, bands.agreed
    review = "No date is set."
    if bands.review:
        late = "Overdue: it was due on " if bands.review < build.rated.as_of else ""
        review = f"{late}{day(bands.review)}"
    return Row(
        (
            Cell(measure.title, header=True, href=urls.measure(measure.id)),
            Cell(day(bands.from_)),
            Cell(plain(bands.green_up_to), "number"),
            Cell(plain(bands.amber_up_to), "number"),
            Cell(bands.reason, css="words"),
            Cell(f"{build.body(agreed.by)}, {day(agreed.on)}, {agreed.reference}"),
            Cell(review),
        )
    )


def _boundary(items: Iterable[RatedMeasure]) -> Iterator[Link]:
    """Every figure that lies in a gap between two bands, with what another reading would give."""
    for item in items:
        for one in item.entries:
            if Flag.BOUNDARY in one.rating.flags:
                title = f"{item.measure.title}, {one.entry.period.words}"
                href = urls.measure(item.measure.id)
                yield Link(href, title, one.sentence, status_view(one.status))


def override_rows(build: Build) -> Iterator[tuple[str, ...]]:
    """Every override as data."""
    for override in overrides(build.rated):
        said = override.said
        yield (
            override.id,
            override.service,
            override.period,
            str(override.computed),
            str(said.colour),
            override.outcome,
            said.reason or "",
            said.approved_by or "",
            said.second_approver or "",
            said.on.isoformat() if said.on else "",
            said.expires.isoformat() if said.expires else "",
        )
