"""YAML as its authors mean it: what is typed is what is read, and every slip has a line.

Values are built from the parser's events, so that dates, `no`, `12:30`, `010` and `1_000` stay the
text that was typed, numbers are exact, and what YAML allows but nobody here needs is refused.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

import yaml

from generator.loading.typed import (
    LARGEST,
    UNSEEN,
    UNSEEN_HERE,
    TooLargeError,
    decoded,
    is_all_seen,
)
from generator.loading.yaml_slips import BREAK, Mark, explained
from generator.model.finding import Pointer
from generator.model.numbers import MOST_DIGITS

DEEPEST = 20
"""The deepest that lists and mappings may lie in one another."""
MOST_SLIPS = 100
"""After how many slips the rest of a file is not looked at (decision 0047)."""

Value: TypeAlias = "str | int | Decimal | bool | list[Value] | dict[str, Value] | None"
Place: TypeAlias = tuple[int, int]
Event: TypeAlias = Any

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SCALAR, _MAPPING_END = yaml.ScalarEvent, yaml.MappingEndEvent
_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_DIGITS = frozenset("-0123456789")
_CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip in the text itself, at a line and column that count from 1."""

    line: int
    column: int
    message: str
    fix: str


@dataclass(frozen=True, slots=True)
class YamlText:
    """What one file says. `value` is None when nothing could be read."""

    value: Value
    slips: tuple[Slip, ...]


class Scalar(NamedTuple):
    """A text or number as it stands in a file: from its first character to after its last."""

    at: Pointer | None
    """The way to it; None for a key."""
    start: Place
    end: Place
    style: str
    """How it is written: a quote, | or > for a block, or nothing."""


class _StopError(Exception):
    """The rest of the file cannot be read."""


def read_yaml(text: bytes) -> YamlText:
    """The value in `text`, with every slip that could be found."""
    reader = _Reader()
    value = reader.document(text)
    return YamlText(None if reader.stopped else value, tuple(reader.slips))


def places(text: bytes, wanted: Iterable[Pointer] | None = None) -> Mapping[Pointer, Place]:
    """The line and column of every value in `text`; of its key where it has one.

    With `wanted`, only of these and of what they lie in; reading ends once they are found.
    """
    reader = _Reader(marks={}, wanted=None if wanted is None else set(wanted))
    reader.ways = {at[:length] for at in reader.wanted or () for length in range(len(at) + 1)}
    reader.document(text)
    marks = reader.marks or {}
    if () in marks:  # a document of nothing begins where it ends, which may be past the last line
        marks[()] = _within(marks[()], text)
    return marks


def scalars(text: bytes) -> list[Scalar]:
    """Every text, number and key of `text` that is written out, from the top down."""
    reader = _Reader(marks={}, scalars=[])
    reader.document(text)
    return reader.scalars or []


@dataclass(slots=True)
class _Reader:
    """Builds one value from the events of one document; `trail` leads to where it stands."""

    marks: dict[Pointer, Place] | None = None
    wanted: set[Pointer] | None = None
    ways: set[Pointer] = field(default_factory=set)
    """What is wanted, and what it lies in; all else is passed over."""
    scalars: list[Scalar] | None = None
    slips: list[Slip] = field(default_factory=list)
    stopped: bool = False
    trail: list[str | int] = field(default_factory=list)
    next: Callable[[], Event] = field(init=False)

    def document(self, text: bytes) -> Value:
        """The value of the first document; what stops the reading becomes a slip."""
        try:
            self.next = _LOADER(self._seen(decoded(text))).get_event
            return self._document()
        except yaml.MarkedYAMLError as error:
            mark, message, fix = explained(error, text)
            self._add(*_within(_place(mark) if mark else (1, 1), text), message, fix)
        except TooLargeError as error:
            self._add(1, 1, str(error), "Split it into smaller files.")
        except UnicodeDecodeError as error:
            before = error.object[: error.start].decode()
            self._add(*_end(before), "this file is not UTF-8 text", "Save it again as UTF-8.")
        except _StopError:
            pass
        self.stopped = True
        return None

    def _seen(self, text: str) -> str:
        unseen = None if is_all_seen(text) else UNSEEN.search(text)
        if unseen:
            self._add(*_end(text[: unseen.start()]), *UNSEEN_HERE)
            raise _StopError
        return text

    def _document(self) -> Value:
        event = self.next()
        while isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
            event = self.next()
        if isinstance(event, yaml.StreamEndEvent):
            self._add(1, 1, "this file is empty", "Write a record, or delete the file.")
            raise _StopError
        value = self._value(event)
        self.next()
        after = self.next()
        if isinstance(after, yaml.DocumentStartEvent):
            self._slip(
                after.start_mark,
                "a second document starts here",
                "Keep one record in a file: remove the line --- and what follows.",
            )
        return value

    def _value(self, event: Event) -> Value:
        if self.marks is not None:
            at = tuple(self.trail)
            if self.wanted is not None and at not in self.ways:
                self._pass_over(event)
                return None
            self._mark(event, at)
        kind = type(event)
        if kind is _SCALAR:
            return self._scalar(event)
        if kind is yaml.AliasEvent:
            self._refuse_alias(event)
            return None
        if event.anchor or event.tag:
            self._refuse_decoration(event)
        return self._collection(event)

    def _pass_over(self, event: Event) -> None:
        """Reads to the end of a value that nobody asked for."""
        deep = 0
        while True:
            kind = type(event)
            deep += (kind in _STARTS) - (kind in _ENDS)
            if not deep:
                return
            event = self.next()

    def _mark(self, event: Event, at: Pointer) -> None:
        """Remembers where a value stands."""
        self._found(at, _place(event.start_mark))
        self._scalar_at(event, at)

    def _mark_key(self, event: Event) -> None:
        """Remembers where a value's key stands, which has no pointer of its own."""
        at = tuple(self.trail)
        if self.wanted is None or at in self.ways:
            self._found(at, _place(event.start_mark))
        self._scalar_at(event, None)

    def _scalar_at(self, event: Event, at: Pointer | None) -> None:
        if self.scalars is not None and type(event) is _SCALAR:
            start, end = _place(event.start_mark), _place(event.end_mark)
            self.scalars.append(Scalar(at, start, end, event.style or ""))

    def _found(self, at: Pointer, place: Place) -> None:
        assert self.marks is not None
        self.marks.setdefault(at, place)
        if self.wanted is not None:
            self.wanted.discard(at)
            if not self.wanted:
                raise _StopError

    def _collection(self, event: Event) -> Value:
        if len(self.trail) >= DEEPEST:
            self._slip(
                event.start_mark,
                f"lists and mappings lie more than {DEEPEST} deep here",
                "Check the indentation and the brackets.",
            )
            raise _StopError
        return self._mapping() if type(event) is yaml.MappingStartEvent else self._sequence()

    def _sequence(self) -> list[Value]:
        items: list[Value] = []
        event = self.next()
        while type(event) is not yaml.SequenceEndEvent:
            self.trail.append(len(items))
            items.append(self._value(event))
            self.trail.pop()
            event = self.next()
        return items

    def _mapping(self) -> dict[str, Value]:
        items: dict[str, Value] = {}
        following, trail = self.next, self.trail
        event = following()
        while type(event) is not _MAPPING_END:
            key = self._key(event)
            if key in items:
                self._slip(
                    event.start_mark,
                    f"{_shown(key)} stands twice in the same place",
                    "Keep one of the two and delete the other.",
                )
            trail.append(key)
            if self.marks is not None:
                self._mark_key(event)
            event = following()
            # Most values are scalars, and most readers want no marks: these take the short way.
            is_short = self.marks is None and type(event) is _SCALAR
            items.setdefault(key, self._scalar(event) if is_short else self._value(event))
            trail.pop()
            event = following()
        return items

    def _key(self, event: Event) -> str:
        if type(event) is not _SCALAR:
            self._slip(
                event.start_mark,
                "a key must be a word",
                "Write a word followed by a colon, and check the indentation and brackets.",
            )
            raise _StopError
        if event.anchor or event.tag:
            self._refuse_decoration(event)
        if event.value == "<<" and not event.style:
            self._slip(event.start_mark, "<< is not used here", "Write the keys out in full.")
        key: str = event.value
        return key

    def _scalar(self, event: Event) -> Value:
        if event.anchor or event.tag:
            self._refuse_decoration(event)
        text: str = event.value
        if event.style:
            if event.style == '"' and UNSEEN.search(text):
                self._slip(event.start_mark, *UNSEEN_HERE)
            return text
        if len(text) <= MOST_DIGITS:
            return _plain(text)
        if not _NUMBER.fullmatch(text):
            return text
        self._too_long(event, text)
        return None

    def _too_long(self, event: Event, text: str) -> None:
        self._slip(
            event.start_mark,
            f"the number {text[:12]}... has {len(text)} characters",
            f"Write it with at most {MOST_DIGITS}; put it in quotes if it is not a number.",
        )

    def _refuse_alias(self, event: Event) -> None:
        self._slip(
            event.start_mark,
            f"*{event.anchor} points to another place in the file",
            "Write the text out in full here.",
        )

    def _refuse_decoration(self, event: Event) -> None:
        tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
        written = f"&{event.anchor}" if event.anchor else tag
        self._slip(
            event.start_mark,
            f"{written} is not used here",
            "Write the value plainly; put it in quotes if it starts with & or !.",
        )

    def _slip(self, mark: Mark, message: str, fix: str) -> None:
        """Adds a slip, and stops at one too many: nobody reads a hundred thousand of them."""
        if len(self.slips) == MOST_SLIPS:
            self._add(
                *_place(mark), "there is more wrong from here on", "First mend what is above."
            )
            raise _StopError
        self._add(*_place(mark), message, fix)

    def _add(self, line: int, column: int, message: str, fix: str) -> None:
        self.slips.append(Slip(line, column, message, fix))


@lru_cache(maxsize=65_536)
def _plain(text: str) -> str | int | Decimal | bool | None:
    """What a short text without quotes means; one value for all places that say the same."""
    if text[:1] in _DIGITS and _NUMBER.fullmatch(text):
        return Decimal(text) if "." in text else int(text)
    return _CONSTANTS.get(text, text)


def _place(mark: Mark) -> Place:
    return (mark.line + 1, mark.column + 1)


def _shown(key: str) -> str:
    return " ".join(key.split())[:60] or '""'


def _end(text: str) -> Place:
    """The line and column that follow `text`."""
    lines = BREAK.split(text)
    return (len(lines), len(lines[-1]) + 1)


def _within(place: Place, text: bytes) -> Place:
    """`place`, or the end of what is written where that is past it: a line that is there."""
    if len(text) > LARGEST:
        return place
    return min(place, _end(text.decode("utf-8-sig").rstrip()))
