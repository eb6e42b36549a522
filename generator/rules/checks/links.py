"""Rules on links and web addresses in texts; nothing is looked up on the network."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple
from urllib.parse import urlsplit

from generator.model.case_study import CaseStudy
from generator.model.finding import Remark
from generator.model.plan import Plan
from generator.rules.addresses import (
    is_looked_up,
    milestone_anchors,
    page_addresses,
    page_of,
    target_of,
    way_from,
)
from generator.rules.rated import Rated
from generator.rules.texts import PlacedText, council_texts, every_text

_LINK = re.compile(
    r"(?<!!)\[(?P<words>[^\]\[]*+)\]"
    r"\((?P<to>[^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+)[^)]{0,300}\)"
)
"""A Markdown link; each part is read once, so that no text takes minutes."""
_NO_MARKDOWN = ("title", "short_title", "term", "name", "id")
"""Keys whose texts are shown as they are typed."""
_ADDRESS = re.compile(r"\bhttps?:/*[^\s<>\"')\]]*", re.IGNORECASE)
_HOST = re.compile(
    r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+", re.IGNORECASE
)
_OUTSIDE = ("http:", "https:", "mailto:")
_SAYS_NOTHING = re.compile(
    r"\W*(?:click here|click|here|link|this link|this page|this|read more|more|see here|page|website"
    r"|further information|(?:https?://|www\.)\S*)\W*",
    re.IGNORECASE,
)


class PlacedLink(NamedTuple):
    """A link with its words, and the text in which it stands."""

    within: PlacedText
    words: str
    to: str


def link_leads_somewhere(rated: Rated) -> Iterator[Remark]:
    """A link in a text leads to a page of the site, or to a web address that is well formed."""
    pages, anchors = page_addresses(rated.catalogue), milestone_anchors(rated.catalogue)
    for link in _links(rated):
        fault = _inside_fault(link, pages, anchors, rated.catalogue.unread)
        if fault and not link.to.startswith(_OUTSIDE):
            yield from link.within.remarks(message=fault[0], fix=fault[1])
    for one in _texts(rated):
        for found in _addresses(one.text):
            wrong = address_fault(found)
            if wrong:
                yield from one.remarks(
                    message=f"{found[:80]} is no web address: {wrong}",
                    fix="Copy the address from the browser's address bar, from https:// to its end.",
                )


def web_address_is_https(rated: Rated) -> Iterator[Remark]:
    """A web address begins with https, so that nobody can change the page on its way."""
    for one in _texts(rated):
        for found in _addresses(one.text):
            if found.lower().startswith("http://") and address_fault(found) is None:
                yield from one.remarks(
                    message=f"{found[:80]} is not read over https",
                    fix=f"Try https://{found[7:60]} in a browser, and write that if it opens.",
                )


def link_says_where_it_leads(rated: Rated) -> Iterator[Remark]:
    """The words of a link say what is behind it, such as no "click here" or a bare web address."""
    for link in _links(rated):
        if _SAYS_NOTHING.fullmatch(link.words) or not link.words.strip():
            words = f"“{link.words.strip()[:60]}”" if link.words.strip() else "nothing"
            yield from link.within.remarks(
                message=f"the link to {link.to[:80]} says {words}, which does not say what it is",
                fix="Write the title of the page or paper that it leads to.",
            )


def address_fault(address: str) -> str | None:
    """What is wrong with the form of a web address; None where nothing is."""
    if not re.match(r"https?://[^/]", address, re.IGNORECASE):
        return "after http or https come a colon, two slashes and a name"
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return "the name of its site cannot be read"
    if parts.username is not None:
        return "it holds a user name"
    if not _HOST.fullmatch(parts.hostname or ""):
        return f"{parts.hostname or 'nothing'} is not the name of a site, such as www.example.org"
    if port == 0 or "://" in parts.path:
        return "it is two addresses in one" if "://" in parts.path else "its port is 0"
    return None


def _links(rated: Rated) -> Iterator[PlacedLink]:
    """Every Markdown link, and every link that is given as words and address."""
    for one in _texts(rated):
        if "](" in one.text and one.at[-1] not in _NO_MARKDOWN:
            for found in _LINK.finditer(one.text):
                yield PlacedLink(one, found["words"], found["to"].strip("<>"))
    with_links: tuple[Plan | CaseStudy, ...] = (rated.catalogue.plan, *rated.catalogue.case_studies)
    for record in with_links:
        for index, link in enumerate(record.links):
            within = PlacedText(record, ("links", index, "text"), link.text)
            yield PlacedLink(within, link.text, link.url)


def _texts(rated: Rated) -> tuple[PlacedText, ...]:
    return (*every_text(rated), *council_texts(rated))


def _addresses(text: str) -> Iterator[str]:
    """Every web address of a text, without the stop or comma of the sentence after it."""
    if "http" in text or "HTTP" in text:
        yield from (found[0].rstrip(".,;:!?*_") for found in _ADDRESS.finditer(text))


def _inside_fault(
    link: PlacedLink, pages: frozenset[str], anchors: frozenset[str], unread: frozenset[str]
) -> tuple[str, str] | None:
    """What is wrong with a link within the site, and what to write."""
    page = page_of(link.within.path)
    target, anchor = target_of(link.to, page)
    if target.rpartition("/")[2].removesuffix(".html") in unread or not is_looked_up(target):
        return None
    if target not in pages:
        near = get_close_matches(target, pages, n=1) or [
            known for known in pages if known.endswith(f"/{target.rpartition('/')[2]}")
        ]
        fix = f"Write {way_from(page, near[0])}." if near else _PAGES
        if link.to.startswith("www."):
            fix = f"Write https://{link.to}."
        return f"the link to {link.to[:80] or 'nothing'} leads to no page of the site", fix
    place = f"{target}#{anchor}"
    if anchor.startswith("milestone-") and place not in anchors:
        near = get_close_matches(place, anchors, n=1)
        fix = f"Write {way_from(page, near[0])}." if near else "Leave out what follows #."
        return f"the link to {link.to[:80]} leads to no milestone of that page", fix
    return None


_PAGES = "Write the way to a page, such as ../measures/crisis-grants.html, or a whole web address."
