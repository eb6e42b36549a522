"""Differences: every value in which two records of one kind differ, and the way to it.

Entries of a list are told apart by their id, period or first day, so that a new entry in the middle is one
difference and not one for each entry behind it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date

from generator.model.formula import Formula
from generator.model.past import Difference, Way
from generator.model.period import Period

_WHOLE = (str, Formula, Period)
"""What is one value, although it has parts."""


def differences(before: object, after: object, at: Way = ()) -> Iterator[Difference]:
    """Every value in which `after` differs from `before`, in the order of their fields."""
    if before == after:
        return
    inner = _inner(before), _inner(after)
    if inner[0] is None or inner[1] is None or type(before) is not type(after):
        yield Difference(at, before, after)
        return
    for key in dict.fromkeys((*inner[0], *inner[1])):
        yield from differences(inner[0].get(key), inner[1].get(key), (*at, key))


def _inner(value: object) -> Mapping[str, object] | None:
    """The parts of a value by name; None for what is one value."""
    if isinstance(value, _WHOLE) or value is None:
        return None
    if isinstance(value, Mapping):
        return {str(key): part for key, part in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    named: Sequence[str] | None = getattr(value, "_fields", None)
    if named is not None:
        return {name: getattr(value, name) for name in named}
    return _listed(value) if isinstance(value, tuple | list) else None


def _listed(items: Sequence[object]) -> Mapping[str, object]:
    """The entries of a list by what names them; by their place where nothing does."""
    found: dict[str, object] = {}
    for place, item in enumerate(items):
        name = _name(item)
        found[name if name and name not in found else f"{place + 1}"] = item
    return found


def _name(item: object) -> str | None:
    if isinstance(item, dict):
        return next((str(item[key]) for key in _NAMES if item.get(key)), None)
    period = getattr(item, "period", None)
    if isinstance(period, Period):
        return period.label
    begins = getattr(item, "from_", None)
    if isinstance(begins, date):
        return begins.isoformat()
    named = getattr(item, "id", None) or (item if isinstance(item, str) else None)
    return str(named) if named else None


_NAMES = ("period", "from", "id")
"""The keys that tell entries apart in what a file says, as the attributes above do in records."""
