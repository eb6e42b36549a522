"""Acronyms on a page: the first use of each says what it stands for (R118).

The words stay as they are: the expansion is a title, which the stylesheet prints behind it.
"""

import re
from bisect import bisect
from collections.abc import Mapping
from html import escape

_CAPITALS = re.compile(r"[A-Z]{2,6}")
_CLOSED = re.compile(
    r"<(a|abbr|button|caption|code|dt|figcaption|h[1-6]|label|option|script|summary|svg|th)"
    r"(?=[\s>])[^>]*>.*?</\1>",
    re.DOTALL,
)
"""Elements whose words are names or are not read as running text."""


class Acronyms:
    """What expands the acronyms of a page; each is expanded once a page."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._known = {name: _as_on_pages(words) for name, words in known.items()}
        self._folded = {name: words.casefold() for name, words in self._known.items()}
        self._uses = {
            name: re.compile(rf"(?<![\w/.&;-]){re.escape(name)}s?(?![\w-])") for name in known
        }

    def expanded(self, html: str) -> str:
        """A page whose main part explains each acronym where it is first used in running text.

        One whose words stand on the page in full already is left alone.
        """
        start, end = html.find("<main"), html.find("</main>")
        if not self._known or start < 0:
            return html
        main = html[start:end]
        # Most pages have none: looking for capitals alone takes a fifth of the time.
        met = self._known.keys() & set(_CAPITALS.findall(main))
        return html[:start] + self._marked(main, met) + html[end:] if met else html

    def _marked(self, main: str, met: set[str]) -> str:
        folded, closed = main.casefold(), _closed(main)
        names = [name for name in met if self._folded[name] not in folded]
        uses = [use for use in (self._first_use(name, main, closed) for name in names) if use]
        pieces, done = [], 0
        for start, end, words in sorted(uses):
            pieces += [main[done:start], f'<abbr title="{words}">{main[start:end]}</abbr>']
            done = end
        return "".join((*pieces, main[done:]))

    def _first_use(
        self, name: str, main: str, closed: list[tuple[int, int]]
    ) -> tuple[int, int, str] | None:
        """Where running text first uses an acronym, and what it stands for."""
        at = main.find(name)
        while at >= 0:
            found = self._uses[name].match(main, at)
            if found and not _is_inside(at, closed) and not _is_in_a_tag(at, main):
                return at, found.end(), self._known[name]
            at = main.find(name, at + 1)
        return None


def _closed(main: str) -> list[tuple[int, int]]:
    """Where each element that is left alone begins and ends, in order; none overlap."""
    return [found.span() for found in _CLOSED.finditer(main)]


def _is_inside(at: int, closed: list[tuple[int, int]]) -> bool:
    before = bisect(closed, (at, at))
    return before > 0 and at < closed[before - 1][1]


def _is_in_a_tag(at: int, main: str) -> bool:
    return main.rfind("<", 0, at) > main.rfind(">", 0, at)


def _as_on_pages(words: str) -> str:
    """Words escaped as templates escape them."""
    return escape(words).replace("&#x27;", "&#39;")
