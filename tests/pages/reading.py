"""Reading a built site: each page parsed strictly, its elements, its words, its links."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True)
class Node:
    """An element of a page."""

    element: Element

    @property
    def name(self) -> str:
        """The tag, without its namespace."""
        return str(self.element.tag).rpartition("}")[2]

    @cached_property
    def words(self) -> str:
        """The text inside, with single spaces."""
        return " ".join("".join(self.element.itertext()).split())

    def get(self, name: str) -> str | None:
        """An attribute."""
        return self.element.get(name)

    def all(self, *names: str) -> Iterator["Node"]:
        """Every element inside with one of these tags, or any tag, in the order of the page."""
        for element in self.element.iter():
            node = Node(element)
            if isinstance(element.tag, str) and (not names or node.name in names):
                yield node

    def having(self, css: str) -> list["Node"]:
        """Every element inside that has a class."""
        return [node for node in self.all() if css in (node.get("class") or "").split()]

    def one(self, name: str) -> "Node":
        """The only element with this tag."""
        (node,) = self.all(name)
        return node


@dataclass(frozen=True)
class PageFile:
    """One page of a site: its address and its document."""

    path: str
    text: str
    document: Node

    @cached_property
    def ids(self) -> list[str]:
        """Every id in the page, repeated where it is repeated."""
        return [name for node in self.document.all() if (name := node.get("id")) is not None]

    @cached_property
    def main(self) -> Node:
        """What the page is about: all but its head and foot."""
        return self.document.one("main")

    @cached_property
    def hrefs(self) -> list[str]:
        """The address of every link for people to follow."""
        return [href for node in self.document.all("a") if (href := node.get("href")) is not None]

    @cached_property
    def headings(self) -> list[tuple[int, str]]:
        """The level and words of every heading, in order."""
        return [(int(node.name[1]), node.words) for node in self.document.all(*HEADINGS)]

    @cached_property
    def facts(self) -> dict[str, str]:
        """Every term of every list of facts, with what stands beside it."""
        found = {}
        for listed in self.main.all("dl"):
            for group in listed.element:
                term, *told = [Node(part) for part in group]
                found[term.words] = " ".join(part.words for part in told)
        return found

    def target(self, href: str) -> tuple[str, str]:
        """The file and the anchor in it that a relative link from this page leads to."""
        parts = urlsplit(href)
        if not parts.path:
            return self.path, unquote(parts.fragment)
        place = posixpath.join(posixpath.dirname(self.path), unquote(parts.path))
        return posixpath.normpath(place), unquote(parts.fragment)


def is_outside(href: str) -> bool:
    """Whether an address names another host or a program, rather than a place in this site."""
    parts = urlsplit(href)
    return bool(parts.scheme or parts.netloc)


OWN_SCRIPTS = ("assets/search-index.js", "assets/find.js")
"""The only scripts that a page may load: both are files of the site itself."""


def active_parts(page: PageFile) -> Iterator[str]:
    """Whatever in a page could run, but for the site's own two scripts."""
    for node in page.document.all():
        if node.name == "script":
            source = page.target(node.get("src") or "")[0]
            if source not in OWN_SCRIPTS or node.get("defer") is None or node.words:
                yield f"has a script: {node.get('src')}"
        for name, value in node.element.attrib.items():
            if name.startswith("on"):
                yield f"{node.name} has {name}"
            if name == "style":
                yield f"{node.name} has a style"
            if re.match(r"\s*(javascript|vbscript|data):", value, re.IGNORECASE):
                yield f"{node.name} has {name}={value}"


def read_page(path: str, text: str) -> PageFile:
    """One page. Raises html5lib's ParseError at the first fault in its HTML."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return PageFile(path, text, Node(parser.parse(text)))


@lru_cache(maxsize=8)
def read_site(folder: Path) -> dict[str, PageFile]:
    """Every page of a site, by its address; the handbook, which another program makes, left out."""
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    return {
        path: read_page(path, (folder / path).read_text(encoding="utf-8"))
        for path in paths
        if not path.startswith("guide/")
    }
