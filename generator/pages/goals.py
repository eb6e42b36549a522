"""Sustainable Development Goals: one page a goal, with what the council links to it (R88, R89)."""

from collections.abc import Iterator

from generator.model.goals import SDG_TITLES, official_page
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.figures import counts, measures_table
from generator.pages.parts import Head, Link, Page, Step
from generator.pages.sections import Section, sections_page
from generator.pages.status_words import status_view
from generator.rules.rated import RatedMeasure
from generator.rules.wording import listed, plural


def goal_pages(build: Build) -> Iterator[Page]:
    """The list of the seventeen goals, then each."""
    yield _all(build)
    for number in SDG_TITLES:
        yield _one(build, number)


def _all(build: Build) -> Page:
    path = urls.GOALS
    links = tuple(
        Link(urls.relative(path, urls.goal(number)), _title(number), _told(build, number))
        for number in SDG_TITLES
    )
    head = Head(
        "Sustainable Development Goals",
        None,
        "The seventeen goals of the United Nations, and what the council does that touches each.",
    )
    sections = (Section("goals", "The goals", links=links),)
    told = "Measures and commitments by Sustainable Development Goal."
    return sections_page(path, head, sections, description=told)


def _one(build: Build, number: int) -> Page:
    path = urls.goal(number)
    items = _measures(build, number)
    table = measures_table(items, f"Measures linked to goal {number}", path) if items else None
    commitments = tuple(_commitments(build, number, path))
    sections = (
        Section(
            "measures",
            "Measures",
            None if items else "No measure is linked to this goal.",
            counts=counts(items) if items else (),
            measures=table,
        ),
        Section(
            "commitments",
            "Commitments",
            None if commitments else "No commitment is linked to this goal.",
            links=commitments,
        ),
        Section(
            "official",
            "What the goal asks for",
            links=(Link(official_page(number), f"Goal {number}, described by the United Nations"),),
        ),
    )
    head = Head(SDG_TITLES[number], f"Sustainable Development Goal {number}", _told(build, number))
    told = f"{_title(number)}: measures and commitments."
    under = Step("Sustainable Development Goals", urls.GOALS)
    return sections_page(path, head, sections, description=told, under=under)


def _title(number: int) -> str:
    return f"Goal {number}: {SDG_TITLES[number]}"


def _told(build: Build, number: int) -> str:
    measures = len(_measures(build, number))
    commitments = sum(number in one.sdgs for one in build.files.commitments)
    counts = ((measures, "measure"), (commitments, "commitment"))
    return f"{listed([plural(*one) for one in counts if one[0]]) or 'No measure or commitment'}."


def _measures(build: Build, number: int) -> list[RatedMeasure]:
    return [item for item in build.rated.measures if number in item.measure.supports.sdgs]


def _commitments(build: Build, number: int, path: str) -> Iterator[Link]:
    for rated in build.rated.roll_ups.commitments:
        one = rated.commitment
        if number in one.sdgs:
            href = urls.relative(path, urls.commitment(one.id))
            yield Link(href, one.short_title or one.text, status=status_view(rated.status))
