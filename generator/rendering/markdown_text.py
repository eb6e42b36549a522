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
_PLAIN = re.compile(r"[^*_`#<>\[\]\\&|~\n!]*")
_MARKED = re.compile(r"\d+\.\s|[-+]\s|---")
_HEADING = re.compile(r"<h[1-6]\b[^>]*>(.*?)</h[1-6]>", re.DOTALL)
"""A heading within a text: it becomes a bold line, so that the page's own headings keep order."""
_COLUMN = re.compile(r"<th\b")
_markdown = Markdown(extensions=["sane_lists", "tables"], output_format="html")


@lru_cache(maxsize=20_000)
def prose(text: str) -> Markup:
    """`text` as HTML with an allowed list of tags and links to https, http and mailto only."""
    stripped = text.strip()
    if _PLAIN.fullmatch(stripped) and not _MARKED.match(stripped):
        return Markup(f"<p>{escape(stripped)}</p>")  # noqa: S704 escaped here
    html = _HEADING.sub(r"<p><strong>\1</strong></p>", _markdown.reset().convert(stripped))
    html = _COLUMN.sub('<th scope="col"', html)
    clean = nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href", "title"}, "ol": {"start"}, "th": {"scope"}},
        url_schemes={"https", "http", "mailto"},
        link_rel="noopener",
    )
    return Markup(clean)  # noqa: S704 cleaned by nh3
