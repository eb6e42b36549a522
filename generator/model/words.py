"""The closed lists of words that the YAML, the rules and the pages share."""

from enum import StrEnum


class Direction(StrEnum):
    """Which way is better (requirements 2.2)."""

    HIGHER = "higher"
    LOWER = "lower"
    RANGE = "range"
    PLAN = "plan"
    NONE = "none"


class Basis(StrEnum):
    """How the distance from target is measured: per cent of the target, or the unit's own points."""

    RELATIVE = "relative"
    POINTS = "points"


class Reading(StrEnum):
    """How the gaps between the bands are read: 2.49 to 2.5 and 4.99 to 5 (R71)."""

    TWO_DECIMALS = "two-decimals"
    EXACT = "exact"
    LITERAL = "literal"


class Frequency(StrEnum):
    """How often a measure has a figure; it decides how its periods are written."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    FINANCIAL_YEAR = "financial-year"
    CALENDAR_YEAR = "calendar-year"
    SCHOOL_YEAR = "school-year"
    ROLLING_YEARS = "rolling-years"


class Kind(StrEnum):
    """Whether a measure is worked out (quantitative) or judged from facts (qualitative)."""

    QUANTITATIVE = "quantitative"
    QUALITATIVE = "qualitative"


class Level(StrEnum):
    """The level of the council at which a measure is used (manual, glossary)."""

    STRATEGIC = "strategic"
    OPERATIONAL = "operational"
    FRONT_LINE = "front-line"


class Status(StrEnum):
    """What a period or a milestone is shown as: a colour, or a state in its place (requirements 2.4)."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    OVERDUE = "overdue"
    NOT_AVAILABLE = "not-available"
    SUPPRESSED = "suppressed"
    NOT_COLLECTED = "not-collected"
    NOT_APPLICABLE = "not-applicable"
    NOT_COMPARABLE = "not-comparable"
    BASELINE = "baseline-year"
    NOT_RATED = "not-rated"
    NO_TARGET = "no-target"
    DATA_ONLY = "data-only"
    NOT_YET_DUE = "not-yet-due"
    UNRELEASED = "not-yet-published"
    NOT_REPORTED = "not-reported"
    ACHIEVED = "achieved"
    DEFERRED = "deferred"
    CANCELLED = "cancelled"

    @property
    def is_colour(self) -> bool:
        """Whether this is red, amber or green rather than a state."""
        return self in COLOURS


COLOURS = (Status.RED, Status.AMBER, Status.GREEN)
"""The three colours, worst first."""

TO_COME = (Status.NOT_YET_DUE, Status.UNRELEASED)
"""The states of a figure whose day, to be there or to be published, has not come."""


class Flag(StrEnum):
    """A marker beside a status, which does not replace it (requirements 2.4)."""

    PROVISIONAL = "provisional"
    ESTIMATED = "estimated"
    REVISED = "revised"
    CORRECTED = "corrected"
    BOUNDARY = "boundary"
    INDISTINCT = "within-interval"
    SMALL_NUMBER = "small-number"
    OVERRIDDEN = "overridden"
    EXPIRED = "override-expired"
    COMPARISON = "comparison-target"
    UNCHECKED = "awaiting-second-check"
    NOT_AGREED = "not-agreed"


class MilestoneState(StrEnum):
    """Where a milestone stands in its life."""

    CURRENT = "current"
    COMPLETE = "complete"
    DEFERRED = "deferred"
    CANCELLED = "cancelled"


class Severity(StrEnum):
    """What a finding does: an error stops publication, a warning is listed, off is not looked at."""

    ERROR = "error"
    WARNING = "warning"
    OFF = "off"


class CheckOutcome(StrEnum):
    """How far history bears out that another person checked a figure (R114).

    Proven by a good signature, asserted by what is only written down, or missing.
    """

    PROVEN = "proven"
    ASSERTED = "asserted"
    MISSING = "missing"


class TrendWord(StrEnum):
    """What a change in a figure means, in words; an arrow comes second (requirements 2.8)."""

    IMPROVING = "improving"
    DECLINING = "declining"
    RISING = "rising"
    FALLING = "falling"
    NEARER = "nearer-to-target"
    FURTHER = "further-from-target"
    NO_CHANGE = "no-material-change"
    CANNOT_SAY = "cannot-say"


class Movement(StrEnum):
    """Which way a figure went, whether that is good or bad."""

    UP = "up"
    DOWN = "down"
    LEVEL = "level"
