"""All measures: by status first, then from A to Z."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.model.words import COLOURS, Status
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.figures import (
    STATES,
    MeasuresTable,
    counts,
    current_status,
    measures_table,
)
from generator.pages.parts import Count, Head, Link, Page, StatusView, Step
from generator.pages.search import SCRIPTS, Finder, measures_finder
from generator.pages.status_words import status_view
from generator.rules.rated import RatedMeasure
from generator.rules.wording import plural

MOST_SPARKS = 1000
"""The most measures that are listed with a line each: ten thousand would be 4 MB more to load."""


@dataclass(frozen=True, slots=True)
class Group:
    """Measures under one heading."""

    id: str
    title: str
    table: MeasuresTable


@dataclass(frozen=True, slots=True)
class StatusGroup:
    """Measures that have one status."""

    id: str
    status: StatusView
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class MeasuresView:
    """The list of measures."""

    head: Head
    counts: tuple[Count, ...]
    letters: tuple[Link, ...]
    by_status: tuple[StatusGroup, ...]
    by_letter: tuple[Group, ...]
    finder: Finder
    results: MeasuresTable


def measures_page(build: Build) -> Page:
    """The page that lists every measure."""
    path, items = urls.MEASURES, build.rated.measures
    by_letter = tuple(_by_letter(items, path))
    view = MeasuresView(
        head=Head("Measures", None, f"{plural(len(items), 'measure')}, by status and from A to Z."),
        counts=counts(items, href=""),
        letters=tuple(Link(f"#{group.id}", group.title) for group in by_letter),
        by_status=tuple(_by_status(items, path)),
        by_letter=by_letter,
        finder=measures_finder(build),
        results=measures_table((), "Measures that fit", path),
    )
    trail = (Step("Home", urls.HOME), Step("Measures"))
    return Page(
        path,
        "measures.html",
        "Measures",
        "Every measure, by status and from A to Z.",
        trail,
        path,
        view,
        "../",
        scripts=SCRIPTS,
    )


def _by_status(items: tuple[RatedMeasure, ...], path: str) -> Iterator[StatusGroup]:
    found: dict[Status, list[Link]] = defaultdict(list)
    for item in items:
        link = Link(urls.relative(path, urls.measure(item.measure.id)), item.measure.title)
        found[current_status(item)].append(link)
    for status in (*COLOURS, *STATES):
        if status in found:
            yield StatusGroup(status.value, status_view(status), tuple(found[status]))


def _by_letter(items: tuple[RatedMeasure, ...], path: str) -> Iterator[Group]:
    sparks = len(items) <= MOST_SPARKS
    ordered = sorted(items, key=lambda item: (_letter(item), item.measure.title.casefold()))
    for letter, own in groupby(ordered, key=_letter):
        table = measures_table(own, f"Measures: {letter}", path, sparks=sparks)
        yield Group(f"letter-{letter.lower()}", letter, table)


def _letter(item: RatedMeasure) -> str:
    first = item.measure.title[0].upper()
    return first if first.isascii() and first.isalpha() else "0"
