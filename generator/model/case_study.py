"""Case studies: what lies behind one milestone (manual, Appendix 2)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.model.people import Checked, Link
from generator.model.period import PeriodLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneReference:
    """A milestone, by the id of its commitment and its own."""

    commitment: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """A saving or an income, with its period and basis (R140)."""

    kind: str
    pounds: Decimal
    period: PeriodLabel
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """What came of the work, with savings or income."""

    text: str
    money: tuple[Money, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseStudy:
    """A case study; one that is `awaiting` has no text yet and says so."""

    path: str
    id: str
    milestone: MilestoneReference
    title: str
    awaiting: str | None = None
    synopsis: str | None = None
    challenge: str | None = None
    solution: str | None = None
    impact: Impact | None = None
    sustained: str | None = None
    lessons: tuple[str, ...] = ()
    contact: str | None = None
    links: tuple[Link, ...] = ()
    author: str | None = None
    written: date | None = None
    checked: Checked | None = None
    review: date | None = None
