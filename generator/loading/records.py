"""Records from data: a builder for each record, made from its own annotations.

The data have passed their schema, so that a builder only has to turn text into dates, numbers into
decimals and words into enums. Periods, formulas and evidence are prepared before (`prepare.py`).
"""

import types
from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from generator.loading.plain_text import Value
from generator.model.formula import Formula
from generator.model.measure import Profiled
from generator.model.period import Period, PeriodLabel

Record = TypeVar("Record")
Build = Callable[[Any], Any]

_READY: tuple[type, ...] = (str, bool, Period, Formula, Profiled)
"""Types whose values are taken as they come."""


def build(record: type[Record], data: Mapping[str, Value], **more: object) -> Record:
    """A `record` from the keys and values of `data`, with `more` attributes beside them."""
    made: Record = _builder(cast(Hashable, record))({**data, **more})
    return made


@cache
def _builder(record: Hashable) -> Build:
    assert isinstance(record, type)
    hints = get_type_hints(record)
    steps = {name.removesuffix("_"): (name, _build(hints[name])) for name in _names(record)}

    def make(data: Mapping[str, Any]) -> Any:
        values = {}
        for key, value in data.items():
            name, step = steps[key]
            values[name] = step(value) if step else value
        return record(**values)

    return make


def _is_record(hint: Any) -> bool:
    """Whether `hint` is one of the model's records: a dataclass, or a tuple where there are many."""
    return is_dataclass(hint) or hasattr(hint, "_fields")


def _names(record: type) -> tuple[str, ...]:
    named: tuple[str, ...] = getattr(record, "_fields", ())
    return named or tuple(field.name for field in fields(record))


def _build(hint: Any) -> Build | None:
    """How to turn a value of the data into `hint`; None when it is taken as it comes."""
    if hint in _READY:
        return None
    if hint in _TURNED:
        return _TURNED[hint]
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _choice([part for part in inner if part is not types.NoneType])
    if origin is tuple:
        return _each(_build(inner[0]))
    if origin is not None and issubclass(origin, Mapping):
        return _mapped(_build(inner[1]))
    if _is_record(hint):
        return _builder(cast(Hashable, hint))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {member.value: member for member in hint}.__getitem__
    raise TypeError(f"no builder for {hint}")


def _choice(parts: list[Any]) -> Build | None:
    """One of two shapes: a mapping makes the record, anything else the other."""
    if len(parts) == 1:
        return _build(parts[0])
    record = next(part for part in parts if _is_record(part))
    other = next(part for part in parts if part is not record)
    make, turn = _builder(cast(Hashable, record)), _build(other) or (lambda value: value)
    return lambda value: make(value) if isinstance(value, Mapping) else turn(value)


def _each(step: Build | None) -> Build:
    return tuple if step is None else lambda items: tuple(map(step, items))


def _mapped(step: Build | None) -> Build:
    return dict if step is None else lambda items: {key: step(items[key]) for key in items}


def _decimal(value: int | Decimal) -> Decimal:
    return value if isinstance(value, Decimal) else _whole(value)


_whole = lru_cache(maxsize=65_536)(Decimal)
"""One record for all places with the same whole number. Never of 90.0, which is equal to 90."""
_date = cache(date.fromisoformat)
_TURNED: dict[Any, Build] = {PeriodLabel: str, int: int, Decimal: _decimal, date: _date}
