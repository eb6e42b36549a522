"""Breakdowns: the figures of a measure for groups of people or places, beside its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One group of a breakdown, with its figures by period."""

    name: str
    values: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True, kw_only=True)
class Breakdown:
    """A measure's figures by sex, deprivation, area or another division; none of them is rated."""

    id: str
    title: str
    groups: tuple[Group, ...]
    note: str | None = None

    def without(self, periods: Iterable[str]) -> "Breakdown":
        """The same without any figure of these periods."""
        left_out = frozenset(periods)
        groups = tuple(
            replace(
                group,
                values={
                    label: value for label, value in group.values.items() if label not in left_out
                },
            )
            for group in self.groups
        )
        return replace(self, groups=groups)
