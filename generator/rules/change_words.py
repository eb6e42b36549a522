"""A difference in words: what changed, from what, to what."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from generator.model.formula import Formula
from generator.model.measure import Range
from generator.model.numbers import plain
from generator.model.past import Difference
from generator.model.period import Period
from generator.rules.units import target_words, with_unit
from generator.rules.wording import day, one_line

LONGEST = 160
"""The most characters of a text before it is cut."""
_IN_UNIT = ("value", "target", "from_", "from", "low", "high")
"""Keys of a period whose number has the unit of the measure."""


class Word(NamedTuple):
    """A difference in words; `key` is the YAML key that changed."""

    key: str
    before: str
    after: str
    sentence: str


def words_of(one: Difference, unit: str) -> Word:
    """What changed, in words; numbers of a period with the `unit` of their measure."""
    named = [step for step in one.at if not step.isdigit()]
    key = named[-1].removesuffix("_") if named else ""
    unit = unit if one.at and one.at[-1] in _IN_UNIT and one.at[0] == "periods" else ""
    before, after = _text(one.before, unit), _text(one.after, unit)
    steps = one.at[2:] if one.at[:1] == ("periods",) else one.at
    place = ", ".join(step.removesuffix("_").replace("_", " ") for step in steps) or "the period"
    if one.before is None:
        told = f"{place} is now {after}."
    elif one.after is None:
        told = f"{place} is gone; it was {before}."
    else:
        told = f"{place} was {before} and is now {after}."
    return Word(key, before, after, told)


def _text(value: object, unit: str) -> str:
    """A value of a record on one line, cut where it is long."""
    told = one_line(_told(value, unit))
    return told if len(told) <= LONGEST else f"{told[: LONGEST - 3]}..."


def _told(value: object, unit: str) -> str:
    match value:
        case None:
            return ""
        case Decimal():
            return with_unit(value, unit) if unit else plain(value)
        case Range():
            return target_words(value, unit)
        case Enum():
            return str(value.value)
        case date():
            return day(value)
        case bool():
            return "yes" if value else "no"
        case Formula():
            return value.text
        case Period():
            return value.label
        case str() | int():
            return str(value)
    return _parts(value, unit)


def _parts(value: object, unit: str) -> str:
    """A record or a list: what it holds, without what is empty."""
    if isinstance(value, Mapping):
        named = {str(key): part for key, part in value.items()}
    elif is_dataclass(value) and not isinstance(value, type):
        named = {field.name: getattr(value, field.name) for field in fields(value)}
    elif hasattr(value, "_asdict"):
        named = value._asdict()
    elif isinstance(value, tuple | list):
        return "; ".join(_told(part, unit) for part in value)
    else:
        return str(value)
    held = {key: part for key, part in named.items() if part not in (None, (), False, "")}
    return ", ".join(f"{key.removesuffix('_')} {_told(part, unit)}" for key, part in held.items())
