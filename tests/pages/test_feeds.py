"""Feeds: read by programs of others, the same bytes each time, and nothing before its day."""

from datetime import date
from pathlib import Path

import feedparser  # type: ignore[import-untyped]  # has no types
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from generator.pages.feeds import Calendar as CalendarView
from generator.pages.feeds import CalendarEvent, Feed, FeedEntry
from generator.rendering.feeds import LONGEST_LINE, atom, icalendar
from generator.rules.agenda import Coming, agenda, overdue
from generator.rules.happenings import Happening, happenings
from tests.pages.reading import read_site
from tests.pages.test_review_pages import build_of

DAY = date(2025, 3, 31)
_TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200)


def test_both_feeds_of_both_sites_are_read_without_an_error(site: Path) -> None:
    feed = feedparser.parse((site / "feeds/changes.atom").read_bytes())
    assert not feed.bozo
    assert feed.version == "atom10"
    assert feed.feed.title.startswith("Changes: ")
    events = Calendar.from_ical((site / "feeds/dates.ics").read_bytes()).walk("VEVENT")
    assert events
    assert len({str(event["UID"]) for event in events}) == len(events)
    assert [event.decoded("DTSTART") for event in events] == sorted(
        event.decoded("DTSTART") for event in events
    )


def test_the_feed_names_whole_addresses_where_the_site_says_where_it_is(council_site: Path) -> None:
    feed = feedparser.parse((council_site / "feeds/changes.atom").read_bytes())
    home = "https://performance.strathbeg.example/"
    pages = read_site(council_site)
    for entry in feed.entries:
        assert entry.id.startswith("tag:performance.strathbeg.example,2023:")
        path, _, anchor = entry.link.removeprefix(home).partition("#")
        assert not anchor or anchor in pages[path].ids
    assert len({entry.id for entry in feed.entries}) == len(feed.entries) > 0


def test_each_day_of_the_calendar_leads_to_a_place_in_the_timetable(council_site: Path) -> None:
    events = Calendar.from_ical((council_site / "feeds/dates.ics").read_bytes()).walk("VEVENT")
    ids = read_site(council_site)["timetable.html"].ids
    for event in events:
        assert str(event["URL"]).partition("#")[2] in ids


def test_without_an_address_ids_name_a_domain_that_nobody_can_have(glasgow_site: Path) -> None:
    text = (glasgow_site / "feeds/changes.atom").read_text(encoding="utf-8")
    assert "<id>tag:glasgow-city-council.invalid,2022:feeds/changes.atom</id>" in text
    assert 'href="../changes.html"' in text
    assert 'rel="self"' not in text
    assert "URL:" not in (glasgow_site / "feeds/dates.ics").read_text(encoding="utf-8")


def test_nothing_is_told_before_its_day() -> None:
    early = date(2024, 10, 1)
    found = happenings(build_of(as_of=early).rated)
    assert found
    assert all(one.on <= early for one in found)
    assert all(one.on >= early for one in agenda(build_of(as_of=early).rated))


def test_changes_come_newest_first_and_those_of_a_day_corrections_first() -> None:
    found = happenings(build_of().rated)
    assert [one.on for one in found] == sorted((one.on for one in found), reverse=True)
    assert {one.kind for one in found} >= {
        Happening.FIGURE, Happening.CORRECTION, Happening.OVERRIDE, Happening.TARGET, Happening.MILESTONE,
    }  # fmt: skip


def test_a_figure_that_is_overdue_is_late_and_not_to_come() -> None:
    rated = build_of().rated
    late = [one for one in overdue(rated) if one.kind is Coming.FIGURE]
    assert [(one.measure, one.period) for one in late] == [("training-spend", "2024-25 Q3")]
    coming = [(one.measure, one.period) for one in agenda(rated) if one.kind is Coming.FIGURE]
    assert ("training-spend", "2024-25 Q3") not in coming


@given(_TEXTS, _TEXTS)
def test_any_text_comes_back_from_both_feeds(title: str, text: str) -> None:
    title = title.strip() or "x"
    event = CalendarEvent("id@x.example", DAY, title, f"{text}\n{text}", "https://x.example/")
    made = icalendar(CalendarView("All", DAY, (event,)))
    (read,) = Calendar.from_ical(made).walk("VEVENT")
    assert str(read["SUMMARY"]) == title
    assert str(read["DESCRIPTION"]) == f"{text}\n{text}"
    assert all(len(line) <= LONGEST_LINE for line in made.split(b"\r\n"))
    entry = FeedEntry("tag:x.example,2024:a", title, DAY, "https://x.example/?a=1&b=2", text)
    feed = Feed("tag:x.example,2024:f", "F", "A", DAY, "", "https://x.example/", (entry,))
    parsed = feedparser.parse(atom(feed))
    assert not parsed.bozo
    assert parsed.entries[0].link == "https://x.example/?a=1&b=2"


@pytest.mark.parametrize("bad", ["\x00", "\x08", "\x1b", "\ufffe"])
def test_letters_that_xml_forbids_are_left_out(bad: str) -> None:
    entry = FeedEntry("tag:x.example,2024:a", f"A{bad}B", DAY, "https://x.example/", bad)
    feed = Feed("tag:x.example,2024:f", "F", "A", DAY, "", "https://x.example/", (entry,))
    parsed = feedparser.parse(atom(feed))
    assert not parsed.bozo
    assert parsed.entries[0].title == "AB"


def test_a_day_stands_in_the_feed_as_its_first_moment() -> None:
    feed = Feed("tag:x.example,2024:f", "F", "A", DAY, "", "https://x.example/", ())
    parsed = feedparser.parse(atom(feed))
    assert parsed.feed.updated == "2025-03-31T00:00:00Z"
