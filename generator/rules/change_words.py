"""A difference in words: what changed, from what, to what."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from generator.model.formula import Formula
from generator.model.measure import Range
from generator.model.past import Difference
from generator.model.period import Period
from generator.model.unit import DATE, is_worded, levels
from generator.rules.units import bare, target_words, with_unit
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


def words_of(one: Difference, unit: str, old_unit: str | None = None) -> Word:
    """What changed, in words; numbers of a period with the `unit` of their measure, and those before
    with its `old_unit`, where that was another one.
    """
    named = [step for step in one.at if not step.isdigit()]
    key = named[-1].removesuffix("_") if named else ""
    counted = bool(one.at) and one.at[-1] in _IN_UNIT and one.at[0] == "periods"
    old_unit = unit if old_unit is None else old_unit
    before = _text(one.before, old_unit if counted else "")
    after = _text(one.after, unit if counted else "")
    steps = one.at[2:] if one.at[:1] == ("periods",) else one.at
    place = ", ".join(step.removesuffix("_").replace("_", " ") for step in steps) or "the period"
    if one.before is None:
        told = f"{place} is now {after}"
    elif one.after is None:
        told = f"{place} is gone; it was {before}"
    else:
        told = f"{place} was {before.removesuffix('.')} and is now {after}"
    return Word(key, before, after, f"{told.removesuffix('.')}.")


def place_of(one: Difference) -> str:
    """The way to what differs, in words, without what its row already names: `evidence, location`."""
    steps = one.at[2:] if one.at[:1] == ("periods",) else one.at
    if steps[:1] == ("actions",) and steps[2:3] == ("milestones",):
        steps = steps[3:]
    return ", ".join(step.removesuffix("_").replace("_", " ") for step in steps)


def _text(value: object, unit: str) -> str:
    """A value of a record on one line, cut where it is long."""
    told = one_line(_told(value, unit))
    return told if len(told) <= LONGEST else f"{told[: LONGEST - 3]}..."


def _told(value: object, unit: str) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case Decimal() | int():
            return _number(Decimal(value), unit)
        case Range():
            return target_words(value, unit)
        case Enum():
            return str(value.value)
        case date():
            return day(value)
        case Formula() | Period() | str():
            return _typed(value)
    return _parts(value, unit)


def _number(value: Decimal, unit: str) -> str:
    return with_unit(value, unit) if unit and _fits(value, unit) else bare(value, "")


def _typed(value: Formula | Period | str) -> str:
    """A text as it was typed, and a date in words."""
    match value:
        case Formula():
            return value.text
        case Period():
            return value.label
    return day(date.fromisoformat(value)) if _is_date(value) else value


def _is_date(text: str) -> bool:
    """Whether a text is a date as files have it, in a version that no schema has read."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _fits(value: Decimal, unit: str) -> bool:
    """Whether a number can be told in a unit: not one typed where a date or a level belongs."""
    if unit == DATE:
        return value == int(value) and 1 <= value <= date.max.toordinal()
    return not is_worded(unit) or 0 <= value < len(levels(unit))


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
