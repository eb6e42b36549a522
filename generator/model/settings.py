"""How a measure is rated and read, where it departs from the usual: tolerance, profile, trend, XmR."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.model.people import Agreement
from generator.model.period import PeriodLabel
from generator.model.words import Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetBasis:
    """Who set the targets: agreed by the council, or a comparison with others."""

    kind: str
    source: str
    name: str | None = None

    @property
    def is_comparison(self) -> bool:
        """Whether the target is a figure of others that the council did not agree."""
        return self.kind == "comparison"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnBands:
    """Bands that the management team agreed for one measure, from a date on (R37)."""

    from_: date
    green_up_to: Decimal
    amber_up_to: Decimal
    reason: str
    agreed: Agreement
    review: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerance:
    """How distance from target is measured, with the measure's own bands if it has some (R37)."""

    basis: Basis
    bands: tuple[OwnBands, ...] = ()

    def bands_on(self, day: date) -> OwnBands | None:
        """The measure's own bands in force on `day`; None before the first of them."""
        held = [bands for bands in self.bands if bands.from_ <= day]
        return max(held, key=lambda bands: bands.from_) if held else None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendSettings:
    """How a measure's trend is read: `material` is in its unit, `long` counts periods (R81)."""

    seasonal: bool = False
    material: Decimal | None = None
    long: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """How a year's target is spread over its months or quarters, for a running total (R76).

    `shares` are the per cent of the year that is due at the end of each period; without them the
    year is spread evenly. `years` gives each year's whole target.
    """

    years: Mapping[str, Decimal]
    reason: str
    shares: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebase:
    """A known and lasting change of the process: from `from_` on the limits are worked out anew."""

    from_: PeriodLabel
    reason: str
    evidence: str
    approved_by: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class VariationSettings:
    """How change is told from variation in this measure, where it departs from the usual (R82).

    `run` is how many figures in a row signal a change, 6 or 7. `off` is why no limits are worked
    out at all. Without any of these the settings are those of the NHS "Making Data Count" tools.
    """

    rebase: tuple[Rebase, ...] = ()
    run: int = 7
    screen_outliers: bool = False
    beyond_limits_count: bool = True
    off: str | None = None


USUAL = VariationSettings()
"""The settings of the NHS tools, for a measure that departs from none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Smart:
    """The five tests of a good measure (manual, how we develop performance measures)."""

    specific: str
    measurable: str
    achievable: str
    relevant: str
    timed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """How often the measure itself is looked at again, and when it last was (R5)."""

    every_months: int | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedUntil:
    """The last period for which a figure is expected, and why figures stop there."""

    period: PeriodLabel
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """A measure to be read beside one that tells too little alone; it never takes its place (R63)."""

    measure: str
    why: str
