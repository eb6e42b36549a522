"""What a version of a file says, whatever today's schema asks of it: all that its history compares."""

from typing import NamedTuple

from generator.loading.plain_text import Value
from generator.loading.typed import LARGEST
from generator.loading.yaml_text import read_yaml
from generator.model.past import Difference, Way
from generator.rules.change_words import words_of
from generator.rules.differences import differences

MOST_DIFFERENCES = 2000
"""After how many differences only the keys are told under which they lie (decision 0052)."""
_LONGEST_STEP = 160


class Said(NamedTuple):
    """The keys and values of one version of a file, as they were typed."""

    data: dict[str, Value]

    @property
    def unit(self) -> str:
        """The unit of a measure; nothing where there is none."""
        unit = self.data.get("unit")
        return unit if isinstance(unit, str) else ""


def said(text: bytes) -> Said | None:
    """What a file says; None where it cannot be read."""
    if len(text) > LARGEST:
        return None
    read = read_yaml(text)
    if read.slips or not isinstance(read.value, dict):
        return None
    return Said(read.value)


def told_differences(before: Said, after: Said) -> tuple[Difference, ...]:
    """Every value in which two versions differ, in words."""
    found = []
    for one in differences(before.data, after.data):
        found.append(_told(one, after.unit, before.unit))
        if len(found) > MOST_DIFFERENCES:
            return _by_key(before, after)
    return tuple(found)


def _told(one: Difference, unit: str, old_unit: str) -> Difference:
    word = words_of(one, unit, old_unit)
    return Difference(
        _cut(one.at),
        None if one.before is None else word.before,
        None if one.after is None else word.after,
    )


def _by_key(before: Said, after: Said) -> tuple[Difference, ...]:
    """The keys under which anything differs."""
    keys = dict.fromkeys((*before.data, *after.data))
    differing = [key for key in keys if before.data.get(key) != after.data.get(key)]
    if len(differing) > MOST_DIFFERENCES:
        return (Difference((), _MANY, _MANY),)
    return tuple(Difference(_cut((key,)), _MANY, _MANY) for key in differing)


_MANY = "too many values to tell"


def _cut(at: Way) -> Way:
    return tuple(step[:_LONGEST_STEP] for step in at)
