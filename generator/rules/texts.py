"""The texts that people write in each kind of file, with their places, for rules that read them."""

import types
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache, lru_cache
from typing import Any, NamedTuple, NewType, Union, cast, get_args, get_origin, get_type_hints

from generator.model.case_study import CaseStudy
from generator.model.commitment import Commitment
from generator.model.council import Council
from generator.model.finding import Pointer, Remark
from generator.model.formula import Formula
from generator.model.judgement import Judgement
from generator.model.measure import Measure
from generator.model.period import Period
from generator.model.plan import Plan
from generator.model.report import Report
from generator.rules.rated import Rated

Text = tuple[Pointer, str]
"""A text with its place in the file."""
Filed = Council | Plan | Measure | Commitment | CaseStudy | Report
_Gather = Callable[[Any, Pointer, list[Text]], None]
"""Adds every text of a value, which stands at a place, to a list."""


class PlacedText(NamedTuple):
    """A text with its place in the file of a record."""

    record: Filed
    at: Pointer
    text: str

    @property
    def path(self) -> str:
        """The way to the file."""
        return self.record.path

    def remarks(self, message: str, fix: str) -> Iterator[Remark]:
        """A remark for each period that says this, or the one where it stands in no period."""
        for at in _places(_Same(self.record))[_told_once(self.at, self.text)]:
            yield Remark(path=self.path, at=at, message=message, fix=fix)


def texts_of(record: Filed) -> list[Text]:
    """Every text that people write in `record`, in the order of its fields.

    Names of what another record or council.yaml describes are left out: they are read there.
    """
    found: list[Text] = []
    gather = _gatherer(cast(Hashable, type(record)))
    if gather:
        gather(record, (), found)
    return found


@lru_cache(maxsize=1)
def every_text(rated: Rated) -> tuple[PlacedText, ...]:
    """Every text of every record but the council's; what several periods say under one key, once.

    Several rules read all texts, so that they are gathered once for each state of the files.
    """
    files = rated.catalogue
    kinds = (files.measures, files.commitments, files.case_studies, files.reports, (files.plan,))
    return tuple(text for records in kinds for record in records for text in _once(record))


def council_texts(rated: Rated) -> tuple[PlacedText, ...]:
    """Every text of council.yaml."""
    return tuple(_once(rated.catalogue.council))


def _once(record: Filed) -> Iterator[PlacedText]:
    """The texts of a record; what `every_period` says would else be read again for each period."""
    told = {_told_once(at, text): (at, text) for at, text in reversed(texts_of(record))}
    for at, text in reversed(told.values()):
        yield PlacedText(record, at, text)


def _told_once(at: Pointer, text: str) -> Text:
    """What two texts have in common that are read as one: all but the number of their period."""
    return (at[2:] if at[0] == "periods" else at, text)


class _Same(NamedTuple):
    """A record that is equal to itself alone, so that what follows from it can be remembered."""

    record: Filed

    def __hash__(self) -> int:
        return id(self.record)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.record is self.record


@lru_cache(maxsize=1)
def _places(same: _Same) -> Mapping[Text, list[Pointer]]:
    """Every place of each text of a record. Findings of one file come one after another."""
    found = defaultdict(list)
    for at, text in texts_of(same.record):
        found[_told_once(at, text)].append(at)
    return found


@cache
def _gatherer(hint: Hashable) -> _Gather | None:
    """How to gather the texts of a value of a type; None where it can hold none."""
    if hint is str or isinstance(hint, NewType):
        return _add
    if hint is Judgement:
        return _add_judgement
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _of_a_choice([part for part in inner if part is not types.NoneType])
    if origin is tuple:
        return _of_each(_gatherer(inner[0]))
    if origin is not None and issubclass(origin, Mapping):
        return _of_values(_gatherer(inner[1]))
    if hint in _HOLD_NONE or not isinstance(hint, type) or issubclass(hint, Enum):
        return None
    return _of_fields(hint)


def _of_fields(record: type) -> _Gather | None:
    """Gathers from a dataclass or a named tuple; None for what is no record."""
    names = getattr(record, "_fields", ())
    if is_dataclass(record):
        names = tuple(field.name for field in fields(record))
    hints = get_type_hints(record) if names else {}
    found = [(name, _key(name), _gatherer(hints[name])) for name in names if name not in _NAMES]
    steps = [(name, key, step) for name, key, step in found if step]

    def gather(value: Any, at: Pointer, texts: list[Text]) -> None:
        for name, key, step in steps:
            part = getattr(value, name)
            if part:
                step(part, (*at, key), texts)

    return gather if steps else None


def _of_each(step: _Gather | None) -> _Gather | None:
    def gather(values: tuple[Any, ...], at: Pointer, texts: list[Text]) -> None:
        for index, value in enumerate(values):
            cast(_Gather, step)(value, (*at, index), texts)

    return gather if step else None


def _of_values(step: _Gather | None) -> _Gather | None:
    def gather(values: Mapping[str, Any], at: Pointer, texts: list[Text]) -> None:
        for key, value in values.items():
            cast(_Gather, step)(value, (*at, key), texts)

    return gather if step else None


def _of_a_choice(parts: list[Any]) -> _Gather | None:
    """Of one type, or of several classes, of which each value has one."""
    if len(parts) == 1:
        return _gatherer(parts[0])
    steps = {part: step for part in parts if (step := _gatherer(part))}

    def gather(value: Any, at: Pointer, texts: list[Text]) -> None:
        step = steps.get(type(value))
        if step:
            step(value, at, texts)

    return gather if steps else None


def _add(text: str, at: Pointer, texts: list[Text]) -> None:
    texts.append((at, text))


def _add_judgement(judgement: Judgement, at: Pointer, texts: list[Text]) -> None:
    """A judgement is typed as its colour with its fact."""
    texts.append(((*at, judgement.colour.value), judgement.fact))


def _key(name: str) -> str:
    return name.removesuffix("_")


_HOLD_NONE = (Period, Formula)
"""Records whose texts are no words of their author."""
_NAMES = frozenset(
    [
        "path",
        "by",
        "owner",
        "backup",
        "approved_by",
        "second_approver",
        "sha256",
        "file",
    ]
)
"""Fields that hold the id of a role or a body, the name of a file, or a fingerprint."""
