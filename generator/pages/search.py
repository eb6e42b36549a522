"""Search: the page that lists everything, and the form that filters such a list in place."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.words import Level, Status
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.findable import KINDS, findable, found_measures, service_words
from generator.pages.parts import Head, Link, Page, Step
from generator.pages.search_index import Found, index_script
from generator.pages.status_words import status_view, status_word
from generator.rules.rollup import WORST_FIRST

SCRIPTS = (urls.SEARCH_INDEX, urls.FIND_SCRIPT)
FREQUENCIES = {
    "monthly": "Monthly",
    "quarterly": "Quarterly",
    "financial-year": "Each financial year",
    "calendar-year": "Each calendar year",
    "school-year": "Each school year",
    "rolling-years": "Over several years",
}
LEVELS = {
    Level.STRATEGIC: "Strategic",
    Level.OPERATIONAL: "Operational",
    Level.FRONT_LINE: "Front line",
}


class Choice(NamedTuple):
    """One thing to choose in a filter: what stands in the address, and its name."""

    value: str
    text: str


class Filter(NamedTuple):
    """A filter with one choice: its name in the address, its label and what can be chosen."""

    name: str
    label: str
    choices: tuple[Choice, ...]

    @property
    def id(self) -> str:
        """Its place on the page."""
        return f"find-{self.name}"


class WordsField(NamedTuple):
    """The field for words."""

    id: str = "find-q"
    name: str = "q"
    label: str = "Words"
    note: str | None = None


WORDS = WordsField()


@dataclass(frozen=True, slots=True)
class Finder:
    """The form that filters a list: where that list lies, what it lists, and its filters."""

    action: str
    root: str
    noun: str
    nouns: str
    filters: tuple[Filter, ...]
    words: WordsField = WORDS


class FoundGroup(NamedTuple):
    """Things of one kind."""

    id: str
    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """The page that lists everything."""

    head: Head
    finder: Finder
    groups: tuple[FoundGroup, ...]


def search_page(build: Build, pages: tuple[tuple[str, str, str], ...]) -> Page:
    """The page that lists everything that can be found, with a form to filter it."""
    path, found = urls.SEARCH, findable(build, pages)
    kinds = [kind for kind in KINDS if any(item.kind is kind for item in found)]
    groups = tuple(
        FoundGroup(
            kind.id, kind.plural, tuple(_link(build, item) for item in found if item.kind is kind)
        )
        for kind in kinds
    )
    by_kind = Filter("kind", "Kind", tuple(Choice(kind.id, kind.plural) for kind in kinds))
    view = SearchView(
        Head("Search", None, "Measures, commitments, reports, and every page of this site."),
        Finder(path, "", "result", "results", (by_kind, *_filters(build, found))),
        groups,
    )
    return Page(
        path, "search.html", "Search", "Everything on this site, to search and to filter.",
        (Step("Home", urls.HOME), Step("Search")), path, view, "", scripts=SCRIPTS,
    )  # fmt: skip


def measures_finder(build: Build) -> Finder:
    """The form that filters the list of measures."""
    filters = _filters(build, found_measures(build))
    return Finder(urls.MEASURES, urls.root_of(urls.MEASURES), "measure", "measures", filters)


def search_index(build: Build, pages: tuple[tuple[str, str, str], ...]) -> bytes:
    """The script that holds the index."""
    return index_script(findable(build, pages), service_words(build))


def _link(build: Build, item: Found) -> Link:
    status = status_view(Status(item.status)) if item.status else None
    note = build.service_brief(item.service.partition(" ")[0]) if item.service else None
    return Link(item.path, item.title, note if note != item.title else None, status)


def _filters(build: Build, found: Sequence[Found]) -> tuple[Filter, ...]:
    """Every filter that has something to choose between, with what occurs in `found`."""
    council, plan = build.files.council, build.files.plan
    challenges = {one.id: f"{one.number}. {one.title}" for one in plan.challenges}
    choices = (
        ("service", "Service", {one.id: one.name for one in council.services}),
        ("status", "Status", {str(one): status_word(one) for one in WORST_FIRST}),
        ("challenge", "Grand challenge", challenges),
        ("frequency", "How often", FREQUENCIES),
        ("level", "Level", {str(level): text for level, text in LEVELS.items()}),
    )
    made = []
    for name, label, texts in choices:
        values = {value for item in found for value in getattr(item, name).split()}
        chosen = tuple(Choice(value, text) for value, text in texts.items() if value in values)
        if len(chosen) > 1:
            made.append(Filter(name, label, chosen))
    return tuple(made)
