"""The index of the search: one small script file, so that a page opened from a disk can load it.

Texts stand in columns, an item a line; what can be filtered stands in strings with one letter an
item. So an item costs a few bytes beyond its own words.
"""

import json
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.rules.wording import one_line

FACETS = ("kind", "service", "status", "challenge", "frequency", "level")
"""What can be filtered, by the name that it has in an address."""
_COMMON = (
    "a about after all also an and any are as at be been before being but by can each first for from "
    "had has have how if in into is it its last least made more most no nor not of on one only or "
    "other out over per so such than that the their them then there these they this those through to "
    "two under up was were what when where which while who whose will with within without"
)
_STOP = frozenset(_COMMON.split())
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_FIRST, _BACKSLASH, _CONTROL, _LATIN = 48, 92, 127, 161


class Kind(NamedTuple):
    """What can be found: its name, and what stands before and after the id in an address."""

    id: str
    name: str
    plural: str
    before: str = ""
    after: str = ""


class Found(NamedTuple):
    """One thing that can be found. A facet holds ids with spaces between them, or nothing.

    `address` is what stands between the ends that all addresses of its kind share.
    """

    kind: Kind
    address: str
    title: str
    words: str = ""
    service: str = ""
    status: str = ""
    challenge: str = ""
    frequency: str = ""
    level: str = ""

    @property
    def path(self) -> str:
        """Where it lies in the site."""
        return f"{self.kind.before}{self.address}{self.kind.after}"


def keywords(title: str, *texts: str | None) -> str:
    """The words of `texts` that `title` lacks, each once, without those that say nothing."""
    seen = {word.casefold() for word in _WORD.findall(title)} | _STOP
    found = []
    for text in texts:
        for word in _WORD.findall((text or "").casefold()):
            if word not in seen:
                seen.add(word)
                found.append(word)
    return " ".join(found)


def index_script(found: Sequence[Found], names: dict[str, str]) -> bytes:
    """The index as a script; `names` gives the words by which a service can also be found."""
    kinds = {item.kind.id: item.kind for item in found}
    index = {
        "ends": {name: [kind.before, kind.after] for name, kind in kinds.items()},
        "names": names,
        "facets": {name: _facet([getattr(item, name) for item in found]) for name in FACETS[1:]},
        "titles": "\n".join(one_line(item.title) for item in found),
        "addresses": "\n".join(item.address for item in found),
        "words": "\n".join(item.words for item in found),
    }
    index["facets"]["kind"] = _facet([item.kind.id for item in found])  # type: ignore[index]
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    return f"window.aboveboardIndex={text};\n".encode()


def _facet(values: Sequence[str]) -> dict[str, object]:
    """Every value once, and one letter an item that says which it has."""
    known = list(dict.fromkeys(values))
    letters = {value: _letter(place) for place, value in enumerate(known)}
    return {"values": known, "letters": "".join(map(letters.__getitem__, values))}


def _letter(place: int) -> str:
    """A letter for the value at `place`: one that JSON need not escape."""
    code = _FIRST + place + (place >= _BACKSLASH - _FIRST)
    return chr(code if code < _CONTROL else code - _CONTROL + _LATIN)


def in_order(found: Iterable[Found], kinds: Sequence[Kind]) -> list[Found]:
    """Things by kind, then from A to Z."""
    place = {kind.id: number for number, kind in enumerate(kinds)}
    return sorted(
        found, key=lambda item: (place[item.kind.id], item.title.casefold(), item.address)
    )
