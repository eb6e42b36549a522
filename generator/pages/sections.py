"""Pages of plain parts: a heading each, with a text, tables and links under it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from generator.pages import urls
from generator.pages.figures import MeasuresTable
from generator.pages.parts import Count, Head, Link, Page, Step, Table, Text


class Section(NamedTuple):
    """A part of a page, under its own heading; what is empty is left out."""

    id: str
    title: str
    text: Text | None = None
    counts: tuple[Count, ...] = ()
    measures: MeasuresTable | None = None
    table: Table | None = None
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionsView:
    """A page of parts."""

    head: Head
    sections: tuple[Section, ...]


def sections_page(
    path: str,
    head: Head,
    sections: Iterable[Section],
    *,
    description: str,
    under: Step | None = None,
    data: tuple[Link, ...] = (),
) -> Page:
    """A page of parts at `path`, one step below home, or below the page `under`."""
    between = (under,) if under else ()
    return Page(
        path=path,
        template="sections.html",
        title=head.title,
        description=description,
        trail=(Step("Home", urls.HOME), *between, Step(head.title)),
        section=(under.href if under else None) or path,
        view=SectionsView(head, tuple(sections)),
        root=urls.root_of(path),
        data=data,
    )
