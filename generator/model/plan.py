"""The plan: its grand challenges and missions."""

from dataclasses import dataclass
from datetime import date

from generator.model.people import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """The body that approved the plan, and when."""

    by: str
    on: date
    reference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission:
    """A high-ambition aim under a grand challenge; `wording` says how far its title is confirmed."""

    id: str
    title: str
    wording: str
    source: str | None = None
    direction: str | None = None
    ends: date | None = None
    success: str | None = None

    @property
    def number(self) -> str:
        """The mission's number within its grand challenge: 3 for gc1-m3."""
        return self.id.rpartition("-m")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Challenge:
    """A grand challenge of the plan and its missions, in the plan's order."""

    id: str
    title: str
    missions: tuple[Mission, ...]
    summary: str | None = None

    @property
    def number(self) -> str:
        """The grand challenge's number: 1 for gc1."""
        return self.id.removeprefix("gc")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The council's strategic plan."""

    path: str
    title: str
    from_: int
    to: int
    approved: Approval
    declared_commitments: int
    challenges: tuple[Challenge, ...]
    goal: str | None = None
    source: str | None = None
    links: tuple[Link, ...] = ()

    @property
    def missions(self) -> tuple[Mission, ...]:
        """All missions, in the plan's order."""
        return tuple(mission for challenge in self.challenges for mission in challenge.missions)
