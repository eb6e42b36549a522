"""The texts of a record, each with its place in the file."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import cast

from generator.model.catalogue import Catalogue
from generator.model.finding import Pointer


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


def every_text(files: Catalogue) -> Iterator[tuple[str, Pointer, str]]:
    """Every text of every record but the council's, with its file and its place there."""
    kinds = (files.measures, files.commitments, files.case_studies, files.reports, (files.plan,))
    for records in kinds:
        for record in records:
            for at, text in texts_of(record):
                yield record.path, at, text


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
