"""The parts that pages are made of: one record for each component of the site's templates.

They are tuples: a page has some hundred of them, and a tuple is made in a quarter of the time.
"""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown that its author typed; it becomes safe HTML when the page is rendered."""

    text: str


Text = str | Prose


class StatusView(NamedTuple):
    """A status as word, shape and style."""

    word: str
    css: str
    shape: str


class TrendView(NamedTuple):
    """A trend as a word, an arrow, and what the arrow says."""

    word: str
    arrow: str | None = None
    moved: str | None = None


class TrendRow(NamedTuple):
    """One comparison of the latest figure: with what, the trend, and the sentence that says why."""

    label: str
    trend: TrendView
    sentence: str


class Link(NamedTuple):
    """A link; `href` is final for the page that it stands on."""

    href: str
    text: str
    note: str | None = None
    status: StatusView | None = None


class Step(NamedTuple):
    """A step of the way to a page; the last has no link."""

    text: str
    href: str | None = None


class Head(NamedTuple):
    """The page's one heading, what kind of page it is, and its first sentence."""

    title: str
    kicker: str | None = None
    lede: Text | None = None


class Fact(NamedTuple):
    """A label and its value."""

    label: str
    value: Text
    note: str | None = None
    status: StatusView | None = None


class Definition(NamedTuple):
    """A term and a longer text."""

    term: str
    text: Text
    id: str | None = None


class Column(NamedTuple):
    """The head of a column: `css` is number or text."""

    text: str
    css: str = "text"


class Cell(NamedTuple):
    """One cell of a table."""

    text: Text
    css: str = "text"
    header: bool = False
    href: str | None = None
    status: StatusView | None = None
    flags: tuple[str, ...] = ()
    note: str | None = None


class Row(NamedTuple):
    """One row of a table, a cell a column; `id` where other pages lead to it."""

    cells: tuple[Cell, ...]
    id: str | None = None


class Table(NamedTuple):
    """A table with its caption."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


class Notice(NamedTuple):
    """Something that the reader must not miss: info, warning, example or correction."""

    kind: str
    title: str
    text: Text | None = None


class Count(NamedTuple):
    """How many there are of something, with the list it leads to."""

    number: str
    word: str
    css: str
    shape: str
    href: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A share of a whole; `x` and `width` are per cent."""

    css: str
    word: str
    shape: str
    count: str
    x: str
    width: str


class Share(NamedTuple):
    """How many of something have each status, as a bar, and how many of them have a colour."""

    label: str
    segments: tuple[Segment, ...]
    coverage: str


class Spark(NamedTuple):
    """A small line: its name in words, the stretches of figures and of the target, its last point."""

    name: str
    lines: tuple[str, ...]
    target: tuple[str, ...]
    end: str
    css: str
    shape: str


class Multiple(NamedTuple):
    """One of several small charts that are read side by side."""

    title: str
    href: str
    value: str
    status: StatusView
    spark: Spark
    first: str
    last: str
    unit: str | None = None


class Card(NamedTuple):
    """One measure in a list of cards."""

    title: str
    href: str
    value: str
    period: str
    status: StatusView
    flags: tuple[str, ...]
    sentence: str
    trend: TrendView | None = None
    spark: Spark | None = None


class Headline(NamedTuple):
    """The current figure of one measure and what it means."""

    value: str
    period: str
    status: StatusView
    flags: tuple[str, ...]
    sentence: str
    value_note: str | None = None
    target: str | None = None
    trend: TrendView | None = None
    target_noun: str = "Target"


class ActionBox(NamedTuple):
    """What is being done about a result that is not green."""

    title: str
    text: str
    owner: str | None = None
    by: str | None = None


class StatusMeaning(NamedTuple):
    """A status and what it means."""

    status: StatusView
    text: Text


class MilestoneRow(NamedTuple):
    """A milestone in the manual's Appendix 1 layout."""

    id: str
    title: str
    progress: Text
    planned: Text
    lead: str
    status: StatusView
    flags: tuple[str, ...] = ()
    href: str | None = None
    due: str | None = None
    further: Link | None = None
    note: str | None = None


class ActionRows(NamedTuple):
    """An action, or an SPI, with its milestones."""

    id: str
    text: str
    span: str
    milestones: tuple[MilestoneRow, ...]
    href: str | None = None


class ProgressTable(NamedTuple):
    """The manual's Appendix 1: action, milestones, progress, planned activity, lead service, RAG."""

    id: str
    caption: str
    columns: tuple[str, ...]
    actions: tuple[ActionRows, ...]


class Level(NamedTuple):
    """A level above a heading: Grand Challenge 1, Mission 3."""

    label: str
    text: str


class Page(NamedTuple):
    """One page: its address, its template, its place in the site, and what it shows."""

    path: str
    template: str
    title: str
    description: str
    trail: tuple[Step, ...]
    section: str
    view: object
    root: str
    data: tuple[Link, ...] = ()
    scripts: tuple[str, ...] = ()


class SiteView(NamedTuple):
    """What every page shows of the site."""

    council: str
    title: str
    example: str | None
    nav: tuple[Link, ...]
    links: tuple[Link, ...]
    framework: str
    commit: str
    as_of: str
    licence_name: str
    licence_url: str
    contacts: tuple[Link, ...]
    generator_version: str
    acronyms: tuple[tuple[str, str], ...] = ()
    owner: str | None = None
    """The council's name, unless the title says it already."""
