"""The outcome of rating one period: its status, and everything from which the status follows."""

from decimal import Decimal
from typing import NamedTuple

from generator.model.words import Flag, Status
from generator.rules.bands import Limits


class Rating(NamedTuple):
    """What one period is rated, and from what.

    `exact` is the unrounded outwith figure, in per cent or in points (days, levels), and `outwith` the
    same rounded half up to two decimals; both None where nothing was compared. `computed` is what the
    figures or the assessment give, `reported` what the management team reports, `status` what is shown.
    """

    computed: Status
    status: Status
    reported: Status | None = None
    outwith: Decimal | None = None
    limits: Limits | None = None
    flags: tuple[Flag, ...] = ()
    exact: Decimal | None = None
