"""YAML as its authors mean it: what is typed is what is read, and every slip has a line.

Values are built from the parser's events, so that dates, `no`, `12:30`, `010` and `1_000` stay the
text that was typed, numbers are exact, and what YAML allows but nobody here needs is refused.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple, TypeAlias

import yaml

from generator.loading.line_slips import CUT_OFF, cut_off
from generator.loading.plain_text import NUMBER, Value, plain_value
from generator.loading.typed import (
    BREAK,
    UNSEEN,
    UNSEEN_HERE,
    Place,
    TooLargeError,
    cut_short,
    decoded,
    end_of,
    is_all_seen,
    within,
)
from generator.loading.yaml_slips import Mark, explained
from generator.model.finding import Pointer
from generator.model.numbers import MOST_DIGITS

DEEPEST = 20
"""The deepest that lists and mappings may lie in one another."""
_MAY_BE_CUT = re.compile(rb"\S[ \t]+#")
MOST_SLIPS = 100
"""After how many slips the rest of a file is not looked at (decision 0047)."""

Event: TypeAlias = Any

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SCALAR, _MAPPING_END = yaml.ScalarEvent, yaml.MappingEndEvent
_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


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
    if not reader.slips and _MAY_BE_CUT.search(text):
        reader.slips += islice(_cut_texts(text), MOST_SLIPS)
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
        marks[()] = within(marks[()], text)
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
            place, message, fix = explained(error, text)
            self._add(*within(place, text), message, fix)
        except TooLargeError as error:
            self._add(1, 1, str(error), "Split it into smaller files.")
        except UnicodeDecodeError as error:
            before = error.object[: error.start].decode()
            self._add(*end_of(before), "this file is not UTF-8 text", "Save it again as UTF-8.")
        except _StopError:
            pass
        self.stopped = True
        return None

    def _seen(self, text: str) -> str:
        unseen = None if is_all_seen(text) else UNSEEN.search(text)
        if unseen:
            self._add(*end_of(text[: unseen.start()]), *UNSEEN_HERE)
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
        following, trail, twice = self.next, self.trail, False
        event = following()
        while type(event) is not _MAPPING_END:
            key = self._key(event)
            before, twice = twice, key in items
            # Where one key after another is there already, an entry was begun without its hyphen,
            # or a text was pasted again: the first of them says so for all.
            if twice and not before:
                self._twice(event, key)
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

    def _twice(self, event: Event, key: str) -> None:
        entry = self.trail and isinstance(self.trail[-1], int)
        self._slip(
            event.start_mark,
            f"{cut_short(key) or _NOTHING} stands twice in the same place",
            f"Keep one of the two and delete the other{_OR_HYPHEN if entry else '.'}",
        )

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
            return plain_value(text)
        if not NUMBER.fullmatch(text):
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


_NOTHING = '""'
_OR_HYPHEN = (
    "; if a new entry of the list begins here, write a hyphen and a space before its first line."
)


def _cut_texts(text: bytes) -> Iterator[Slip]:
    """Texts that a # within them cuts off."""
    lines = BREAK.split(text.decode("utf-8-sig"))
    for scalar in scalars(text):
        is_value = scalar.at is not None and not scalar.style
        if is_value and (cut := cut_off(lines, scalar.start, scalar.end)):
            yield Slip(*cut, *CUT_OFF)


def _place(mark: Mark) -> Place:
    return (mark.line + 1, mark.column + 1)
