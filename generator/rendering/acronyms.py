"""Acronyms on a page: the first use of each says what it stands for (R118).

The words stay as they are: the expansion is a title, which the stylesheet prints behind it.
"""

import re
from collections.abc import Mapping
from html import escape

_CAPITALS = re.compile(r"[A-Z]{2,6}")
_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-z0-9]+)")
_NAMES = (
    "a abbr button caption code dt figcaption h1 h2 h3 h4 h5 h6 label option script summary svg th"
)
_CLOSED = frozenset(_NAMES.split())
"""Elements whose words are names or are not read as running text."""


class Acronyms:
    """What expands the acronyms of a page; each is expanded once a page."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._known = {name: _as_on_pages(words) for name, words in known.items()}
        names = "|".join(sorted(map(re.escape, known), key=len, reverse=True))
        self._pattern = re.compile(rf"(?<![\w/.&;-])({names})(s?)(?![\w-])") if names else None

    def expanded(self, html: str) -> str:
        """A page whose main part explains each acronym where it is first used in running text.

        One whose words stand on the page in full already is left alone.
        """
        start, end = html.find("<main"), html.find("</main>")
        if self._pattern is None or start < 0:
            return html
        main = html[start:end]
        # Most pages have none: looking for capitals alone takes a fifth of the time.
        met = self._known.keys() & set(_CAPITALS.findall(main))
        names = {name for name in met if not self._is_explained(name, main)}
        return html[:start] + self._marked(main, names) + html[end:] if names else html

    def _is_explained(self, name: str, main: str) -> bool:
        return self._known[name].casefold() in main.casefold()

    def _marked(self, main: str, names: set[str]) -> str:
        pieces, closed = _TAG.split(main), 0
        for place, piece in enumerate(pieces):
            if piece.startswith("<"):
                closed += _depth(piece)
            elif names and piece and not closed:
                pieces[place] = self._first_uses(piece, names)
        return "".join(pieces)

    def _first_uses(self, text: str, names: set[str]) -> str:
        assert self._pattern

        def explain(found: re.Match[str]) -> str:
            if found[1] not in names:
                return found[0]
            names.discard(found[1])
            return f'<abbr title="{self._known[found[1]]}">{found[0]}</abbr>'

        return self._pattern.sub(explain, text)


def _as_on_pages(words: str) -> str:
    """Words escaped as templates escape them."""
    return escape(words).replace("&#x27;", "&#39;")


def _depth(tag: str) -> int:
    """How much deeper a tag leads into what is left alone: 1, 0 or -1."""
    name = _NAME.match(tag)
    if name is None or name[1] not in _CLOSED or tag.endswith("/>"):
        return 0
    return -1 if tag.startswith("</") else 1
