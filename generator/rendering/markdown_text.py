"""Markdown to safe HTML: what an author types can shape text, never run or load anything."""

import re
from functools import lru_cache

import nh3
from markdown import Markdown
from markupsafe import Markup, escape

_TAGS = {
    "p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a",
    "table", "thead", "tbody", "tr", "th", "td", "sup", "sub",
}  # fmt: skip
MOST_BRACKETS = 200
"""The most opening brackets, [ and <, of a text that is read as Markdown."""
MOST_LINES = 2000
"""The most lines of a text that is read as Markdown."""
_PLAIN = re.compile(r"[^*_`#<>\[\]\\&|~\n!]*")
_MARKED = re.compile(r"\d+\.\s|[-+]\s|---")
_HEADING = re.compile(r"<h[1-6]\b[^>]*>(.*?)</h[1-6]>", re.DOTALL)
"""A heading within a text: it becomes a bold line, so that the page's own headings keep order."""
_COLUMN = re.compile(r"<th\b")
_markdown = Markdown(extensions=["sane_lists", "tables"], output_format="html")


@lru_cache(maxsize=20_000)
def prose(text: str) -> Markup:
    """`text` as HTML with an allowed list of tags and links to https, http and mailto only.

    A text that is built to make the reading of Markdown take minutes stands as it was typed.
    """
    stripped = text.strip()
    if _PLAIN.fullmatch(stripped) and not _MARKED.match(stripped):
        return _as_typed(stripped)
    brackets = stripped.count("[") + stripped.count("<")
    if brackets > MOST_BRACKETS or stripped.count("\n") > MOST_LINES:
        return _as_typed(stripped)
    try:
        html = _HEADING.sub(r"<p><strong>\1</strong></p>", _markdown.reset().convert(stripped))
    except RecursionError:
        return _as_typed(stripped)
    html = _COLUMN.sub('<th scope="col"', html)
    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href", "title"}, "ol": {"start"}, "th": {"scope"}},
        url_schemes={"https", "http", "mailto"},
        link_rel="noopener",
    )
    return Markup(clean)  # noqa: S704 cleaned by nh3


def _as_typed(text: str) -> Markup:
    return Markup(f"<p>{escape(text)}</p>")  # noqa: S704 escaped here
