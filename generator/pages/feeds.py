"""Feeds: what changed, for feed readers, and what is to come, for calendars.

With the address of the site in council.yaml all addresses are whole. Without it those of the feed
are relative, the calendar has none, and ids name the council under `.invalid`, a domain that can never be anyone's.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple
from urllib.parse import urlsplit

from generator.pages import urls
from generator.pages.build import Build
from generator.pages.happened import happened_href, happened_title
from generator.pages.timetable import COMING, due_title
from generator.rules.agenda import Due, agenda
from generator.rules.happenings import happenings
from generator.rules.wording import plural

MOST = 100
"""How many of the newest changes the feed holds."""
MOST_NAMED = 20
"""How many things one day of the calendar names before it only counts them."""


class FeedEntry(NamedTuple):
    """One entry of a feed."""

    id: str
    title: str
    updated: date
    href: str
    summary: str


class Feed(NamedTuple):
    """A feed; `self_href` is empty where the site's address is not known."""

    id: str
    title: str
    author: str
    updated: date
    self_href: str
    home_href: str
    entries: tuple[FeedEntry, ...]


class CalendarEvent(NamedTuple):
    """A day with something due; `href` is empty where the site's address is not known."""

    id: str
    on: date
    title: str
    text: str
    href: str


class Calendar(NamedTuple):
    """What is to come, as of a day."""

    title: str
    stamp: date
    events: tuple[CalendarEvent, ...]


def feed(build: Build) -> Feed:
    """The newest changes."""
    found = happenings(build.rated)[:MOST]
    council = build.files.council
    return Feed(
        id=_tag(build, urls.FEED),
        title=f"Changes: {council.site.title}",
        author=council.name,
        updated=found[0].on if found else build.rated.as_of,
        self_href=_whole(build, urls.FEED) if council.site.address else "",
        home_href=_whole(build, urls.CHANGES),
        entries=tuple(
            FeedEntry(
                id=_tag(build, one.key),
                title=happened_title(one),
                updated=one.on,
                href=_whole(build, happened_href(one)),
                summary=one.sentence,
            )
            for one in found
        ),
    )


def calendar(build: Build) -> Calendar:
    """Everything that is due, an event for each day and service."""
    return Calendar(build.files.council.site.title, build.rated.as_of, tuple(_events(build)))


def _events(build: Build) -> Iterator[CalendarEvent]:
    days: dict[tuple[date, str], list[Due]] = defaultdict(list)
    for one in agenda(build.rated):
        days[one.on, one.service].append(one)
    for (on, service), dues in days.items():
        named = [f"{COMING[one.kind]}: {due_title(one)}" for one in dues]
        more = [f"and {len(named) - MOST_NAMED} more"] if len(named) > MOST_NAMED else []
        who = build.service_brief(service) if service else build.files.council.name
        title = named[0] if len(named) == 1 else f"{plural(len(named), 'thing')} due"
        # A calendar has no address of its own, so that a relative one would lead nowhere.
        known = build.files.council.site.address
        href = _whole(build, f"{urls.TIMETABLE}#day-{on.isoformat()}") if known else ""
        yield CalendarEvent(
            _uid(build, f"{on.isoformat()}-{service or 'reports'}"), on, f"{title} ({who})",
            "\n".join([*named[:MOST_NAMED], *more]), href,
        )  # fmt: skip


def _whole(build: Build, target: str) -> str:
    """The whole address of a place in the site; the way from the feed where that is not known."""
    address = build.files.council.site.address
    return f"{address.rstrip('/')}/{target}" if address else f"../{target}"


def _authority(build: Build) -> str:
    council = build.files.council
    host = urlsplit(council.site.address).hostname if council.site.address else None
    return host or f"{urls.slug(council.name)}.invalid"


def _tag(build: Build, name: str) -> str:
    """An id that never changes: a tag URI of the council's host (RFC 4151)."""
    return f"tag:{_authority(build)},{build.files.plan.from_}:{name}"


def _uid(build: Build, name: str) -> str:
    return f"{name}@{_authority(build)}"
