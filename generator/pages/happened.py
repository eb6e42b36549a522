"""The page of changes: what happened, newest first, as far as the files give its day."""

from dataclasses import dataclass
from itertools import groupby

from generator.pages import urls
from generator.pages.build import Build
from generator.pages.parts import Head, Link, Page, Step
from generator.pages.status_words import status_view
from generator.rules.happenings import Happened, Happening, happenings
from generator.rules.wording import day

MOST = 300
"""How many changes the page lists; the data files hold all."""
WORDS = {
    Happening.CORRECTION: "Correction",
    Happening.OVERRIDE: "Reported status",
    Happening.REVISION: "Revision",
    Happening.TARGET: "Target changed",
    Happening.FIGURE: "New figure",
    Happening.MILESTONE: "Milestone",
}


@dataclass(frozen=True, slots=True)
class DayPart:
    """What happened on one day."""

    id: str
    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """What happened, newest first."""

    head: Head
    feed: Link
    days: tuple[DayPart, ...]
    note: str | None


def changes_page(build: Build) -> Page:
    """The page of changes."""
    path, found = urls.CHANGES, happenings(build.rated)
    days = groupby(found[:MOST], key=lambda one: one.on)
    head = Head(
        "What changed",
        None,
        "New figures, corrections, changed targets, reported statuses and milestones, newest first.",
    )
    view = ChangesView(
        head,
        Link(urls.FEED, "Follow these changes in a feed reader (Atom)"),
        tuple(
            DayPart(
                f"day-{on.isoformat()}", day(on), tuple(happened_link(one, path) for one in many)
            )
            for on, many in days
        ),
        _note(len(found)),
    )
    trail = (Step("Home", urls.HOME), Step("What changed"))
    return Page(
        path, "changes.html", "What changed", "New figures and changes, newest first.",
        trail, path, view, "",
        (Link("data/revisions.csv", "Every revision (CSV)"), Link("data/overrides.csv", "Every override (CSV)")),
    )  # fmt: skip


def happened_link(one: Happened, path: str) -> Link:
    """One change as a link on the page at `path`."""
    href = urls.relative(path, happened_href(one))
    return Link(href, happened_title(one), one.sentence, status_view(one.status))


def happened_title(one: Happened) -> str:
    """One change in a few words: what kind, of what, for which period."""
    period = f", {one.period}" if one.period else ""
    return f"{WORDS[one.kind]}: {one.title}{period}"


def happened_href(one: Happened) -> str:
    """The page of what changed."""
    if one.measure:
        return urls.measure(one.measure)
    commitment = one.commitment or ""
    return (
        urls.milestone(commitment, one.milestone) if one.milestone else urls.commitment(commitment)
    )


def _note(count: int) -> str | None:
    if not count:
        return "No record says on which day a figure was worked out, checked, released or changed."
    return f"The newest {MOST} of {count:,} are listed." if count > MOST else None
