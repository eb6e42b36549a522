"""The texts of a record, each with its place in the file."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache, lru_cache
from typing import NamedTuple, cast

from generator.model.case_study import CaseStudy
from generator.model.commitment import Commitment
from generator.model.finding import Pointer
from generator.model.measure import Measure
from generator.model.plan import Plan
from generator.model.report import Report
from generator.rules.rated import Rated


def texts_of(record: object, at: Pointer = ()) -> Iterator[tuple[Pointer, str]]:
    """Every text of `record`, ids and names among them, in the order of its fields."""
    if isinstance(record, str):
        if not isinstance(record, Enum):
            yield at, record
    elif names := _names(cast(Hashable, type(record))):
        for name, key in names:
            value = getattr(record, name)
            if value:
                yield from texts_of(value, (*at, key))
    elif isinstance(record, tuple):
        for index, item in enumerate(record):
            yield from texts_of(item, (*at, index))
    elif isinstance(record, Mapping):
        for key, item in record.items():
            yield from texts_of(item, (*at, key))


class PlacedText(NamedTuple):
    """A text with its file and its place there."""

    path: str
    at: Pointer
    text: str


@lru_cache(maxsize=1)
def every_text(rated: Rated) -> tuple[PlacedText, ...]:
    """Every text of every record but the council's; what is said once for all periods stands once.

    Several rules read all texts, so that they are gathered once for each state of the files.
    """
    files = rated.catalogue
    kinds = (files.measures, files.commitments, files.case_studies, files.reports, (files.plan,))
    return tuple(text for records in kinds for record in records for text in _once(record))


def council_texts(rated: Rated) -> tuple[PlacedText, ...]:
    """Every text of council.yaml."""
    council = rated.catalogue.council
    return tuple(PlacedText(council.path, at, text) for at, text in texts_of(council))


def _once(record: Measure | Commitment | CaseStudy | Report | Plan) -> Iterator[PlacedText]:
    seen: set[int] = set()
    for at, text in texts_of(record):
        # What `every_period` says is one text, given to each period as it is.
        if id(text) not in seen:
            seen.add(id(text))
            yield PlacedText(record.path, at, text)


@cache
def _names(kind: Hashable) -> tuple[tuple[str, str], ...]:
    """The fields of a kind of record with their keys in the file; none for what is no record."""
    if isinstance(kind, type) and is_dataclass(kind):
        names = tuple(field.name for field in fields(kind))
    else:
        names = getattr(kind, "_fields", ())
    return tuple((name, name.removesuffix("_")) for name in names if name not in _NOT_TYPED)


_NOT_TYPED = ("path", "period", "formula")
"""What stands in no text of the file, or is typed there as something else than words."""
