"""Measures: their definition, calculation and owners, and one entry a period."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.model.breakdown import Breakdown
from generator.model.formula import Formula
from generator.model.judgement import Judgement, Judgements
from generator.model.people import Action, Agreement, ChangeNote, Checked, Done, Risk
from generator.model.period import Period, PeriodLabel
from generator.model.settings import (
    USUAL,
    Alternative,
    Profile,
    ReportedUntil,
    Review,
    Smart,
    TargetBasis,
    Tolerance,
    TrendSettings,
    VariationSettings,
)
from generator.model.unit import is_worded
from generator.model.words import Basis, Direction, Frequency, Kind, Level, Status

PERIODS_A_YEAR = {Frequency.MONTHLY: 12, Frequency.QUARTERLY: 4}
"""How many periods a year has, for measures that have several in a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Supports:
    """What a measure helps to show."""

    commitments: tuple[str, ...] = ()
    missions: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    sdgs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Made-up inputs and the value that they must give (R26)."""

    inputs: Mapping[str, Decimal]
    value: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Calculation:
    """How a figure is worked out, so that a stranger could do it (manual, case study 1)."""

    procedure: str
    source: str
    formula: Formula | None = None
    inputs: Mapping[str, str] | None = None
    example: Example | None = None
    exclusions: str | None = None
    aggregation: str | None = None
    cumulative: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The published source of figures that the council does not work out itself."""

    publisher: str
    dataset: str
    release: str
    licence: str
    url: str
    code: str | None = None
    extract: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """What a calculation takes for granted, and who challenged it (manual, case study 3)."""

    text: str
    challenged_by: str
    on: date
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Caveat:
    """What a reader must know before using the figures of some periods (R48)."""

    text: str
    from_: PeriodLabel | None = None
    to: PeriodLabel | None = None


class Profiled(NamedTuple):
    """A period's part of a year's target: the whole of it, and the per cent that is due by then."""

    of_the_year: Decimal
    share: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """Two ends of a range, both inside it."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetChange:
    """That a target replaces another one: which, why, and who agreed it (R10, R11).

    `correction` says that the old target was a mistake; only then may it change once the year's
    targets are settled.
    """

    from_: Decimal | Range
    reason: str
    agreed: Agreement
    correction: bool = False


class Evidence(NamedTuple):
    """Where a figure came from, so that it can be found again (R43)."""

    source: str
    extracted: date | None = None
    location: str | None = None
    file: str | None = None
    sha256: str | None = None
    no_fingerprint: str | None = None
    keep_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """The status reported of a qualitative measure, and what it rests on (R45, R77)."""

    status: Status
    timescale: Judgement
    budget: Judgement
    completion: Judgement
    basis: str
    by: str
    on: date

    @property
    def judgements(self) -> Judgements:
        """What was judged apart."""
        return Judgements(timescale=self.timescale, budget=self.budget, completion=self.completion)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedStatus:
    """What the management team reports where it differs from what the figures give (R79)."""

    colour: Status
    reason: str | None = None
    approved_by: str | None = None
    second_approver: str | None = None
    on: date | None = None
    expires: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """The result expected at the year's end."""

    value: Decimal
    by: str
    on: date
    basis: str
    target: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A change to a figure after it was published (R112)."""

    on: date
    from_: Decimal
    type: str
    reason: str
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFinding:
    """What an auditor found, who puts it right by when, and when that was seen to be done (R108)."""

    what: str
    owner: str
    by: date
    closed: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalculation:
    """A figure worked out again by an auditor, from the start (R107)."""

    by: str
    on: date
    value: Decimal
    how: str
    finding: AuditFinding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """The figure of a period as another publication gives it; `reason` says why it differs (R51)."""

    where: str
    on: date
    period: PeriodLabel
    value: Decimal
    url: str | None = None
    reason: str | None = None


class PeriodEntry(NamedTuple):
    """The target and the result for one period, and everything that stands behind it.

    A tuple, as there are many of them and a tuple is made in a quarter of the time.
    """

    period: Period
    target: Decimal | Range | None = None
    target_note: str | None = None
    value: Decimal | None = None
    inputs: Mapping[str, Decimal] | None = None
    unreconciled: str | None = None
    state: Status | None = None
    reason: str | None = None
    decision: str | None = None
    evidence: Evidence | None = None
    calculated: Done | None = None
    checked: Checked | None = None
    recalculated: Recalculation | None = None
    assessment: Assessment | None = None
    status: ReportedStatus | None = None
    forecast: Forecast | None = None
    interval: Range | None = None
    provisional: bool = False
    estimated: bool = False
    break_: str | None = None
    comparisons: Mapping[str, Decimal] | None = None
    commentary: str | None = None
    action: Action | None = None
    released: date | None = None
    profiled: Profiled | None = None
    revisions: tuple[Revision, ...] = ()
    target_change: TargetChange | None = None
    confirmed: str | None = None

    @property
    def has_result(self) -> bool:
        """Whether there is a value or an assessment."""
        return self.value is not None or self.assessment is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One performance measure, as its file says; `path` is the file, `periods` run oldest first."""

    path: str
    id: str
    title: str
    kind: Kind
    level: Level
    definition: str
    why_it_matters: str
    service: str
    owner: str
    backup: str
    supports: Supports
    frequency: Frequency
    due_after_days: int
    periods: tuple[PeriodEntry, ...]
    every: int = 1
    good_looks_like: str | None = None
    control: str | None = None
    external_body: str | None = None
    reputation: str | None = None
    alternative: Alternative | None = None
    unit: str = ""
    decimals: int = 0
    direction: Direction = Direction.NONE
    reported_until: ReportedUntil | None = None
    calculation: Calculation | None = None
    origin: Origin | None = None
    target_basis: TargetBasis | None = None
    tolerance: Tolerance | None = None
    profile: Profile | None = None
    agreed: Agreement | None = None
    review: Review | None = None
    smart: Smart | None = None
    assumptions: tuple[Assumption, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    risks: tuple[Risk, ...] = ()
    published_elsewhere: tuple[Publication, ...] = ()
    trend: TrendSettings | None = None
    variation: VariationSettings = USUAL
    changes: tuple[ChangeNote, ...] = ()

    @property
    def basis(self) -> Basis:
        """How distance from target is measured; relative unless the measure says otherwise.

        Days late and levels short are always counted as they are.
        """
        if is_worded(self.unit):
            return Basis.POINTS
        return self.tolerance.basis if self.tolerance else Basis.RELATIVE

    @property
    def is_published_statistic(self) -> bool:
        """Whether the figures are taken from a published source, not worked out by the council."""
        return self.origin is not None

    @property
    def is_compared(self) -> bool:
        """Whether the targets are figures of others that the council did not agree."""
        return self.target_basis is not None and self.target_basis.is_comparison

    @property
    def comparable_every(self) -> int:
        """How many periods lie between two that can be compared.

        The seasons, and a total that starts again each year, leave only the same period a year ago.
        """
        year = PERIODS_A_YEAR.get(self.frequency)
        seasonal = self.trend is not None and self.trend.seasonal
        cumulative = self.calculation is not None and self.calculation.cumulative
        return year if year and (seasonal or cumulative) else self.every
