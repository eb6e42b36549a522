"""Feeds as files: Atom (RFC 4287) and iCalendar (RFC 5545), the same bytes for the same content."""

import re
from collections.abc import Iterator
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from generator.pages.feeds import Calendar, CalendarEvent, Feed, FeedEntry

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LONGEST_LINE = 75
"""How many bytes a line of a calendar may have."""


def atom(feed: Feed) -> bytes:
    """A feed as Atom."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
        f"<id>{_text(feed.id)}</id>",
        f"<title>{_text(feed.title)}</title>",
        f"<updated>{_moment(feed.updated)}</updated>",
        f"<author><name>{_text(feed.author)}</name></author>",
        f'<link rel="alternate" type="text/html" href={_quoted(feed.home_href)}/>',
    ]
    if feed.self_href:
        lines.append(
            f'<link rel="self" type="application/atom+xml" href={_quoted(feed.self_href)}/>'
        )
    for entry in feed.entries:
        lines += _entry(entry)
    return "\n".join([*lines, "</feed>", ""]).encode()


def _entry(entry: FeedEntry) -> Iterator[str]:
    yield "<entry>"
    yield f"<id>{_text(entry.id)}</id>"
    yield f"<title>{_text(entry.title)}</title>"
    yield f"<updated>{_moment(entry.updated)}</updated>"
    yield f'<link rel="alternate" type="text/html" href={_quoted(entry.href)}/>'
    yield f"<summary>{_text(entry.summary)}</summary>"
    yield "</entry>"


def icalendar(calendar: Calendar) -> bytes:
    """A calendar as iCalendar, each event a whole day that keeps nobody busy."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Aboveboard//Performance dates//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_escaped(calendar.title)}",
    ]
    for event in calendar.events:
        lines += _event(event, calendar.stamp)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"]).encode()


def _event(event: CalendarEvent, stamp: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(event.id)}"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.on:%Y%m%d}"
    yield f"SUMMARY:{_escaped(event.title)}"
    yield f"DESCRIPTION:{_escaped(event.text)}"
    if event.href:
        yield f"URL:{event.href}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(words: str) -> str:
    return escape(_NOT_XML.sub("", words))


def _quoted(words: str) -> str:
    return quoteattr(_NOT_XML.sub("", words))


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _escaped(words: str) -> str:
    """A text of a calendar: its separators escaped, its lines as \\n."""
    safe = re.sub(r"([\\;,])", r"\\\1", _NOT_XML.sub("", words))
    return re.sub(r"\r\n|\r|\n", r"\\n", safe)


def _folded(line: str) -> str:
    """A line in pieces of at most 75 bytes, none cut within a letter."""
    pieces, size = [""], 0
    for letter in line:
        length = len(letter.encode())
        if size + length > LONGEST_LINE:
            pieces.append("")
            size = 1
        pieces[-1] += letter
        size += length
    return "\r\n ".join(pieces)
