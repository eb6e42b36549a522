"""A vertical scale with round levels that holds all values of a chart."""

from dataclasses import dataclass
from decimal import Decimal

from generator.model.numbers import EXACT, plain
from generator.rules.units import with_unit

MOST_TICKS = 5
TOP, PLOT_HEIGHT = 24, 220
"""Where the plot of a chart begins, and how high it is."""
_ROUND = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class Scale:
    """The lowest and highest level of a scale, and the step between its levels."""

    low: Decimal
    high: Decimal
    step: Decimal

    @classmethod
    def around(cls, low: Decimal, high: Decimal) -> "Scale":
        """A scale of at most five levels that holds `low` and `high`."""
        if low == high:
            room = abs(low) / 10 or Decimal(1)
            low, high = low - room, high + room
        step = _round_step((high - low) / (MOST_TICKS - 2))
        bottom = EXACT.multiply((low / step).to_integral_value("ROUND_FLOOR"), step)
        top = EXACT.multiply((high / step).to_integral_value("ROUND_CEILING"), step)
        return cls(bottom, top, step)

    def height(self, value: Decimal) -> float:
        """How far down a value stands; coordinates need no exact arithmetic."""
        low, high = float(self.low), float(self.high)
        return TOP + PLOT_HEIGHT * (high - float(value)) / (high - low)


def ticks(scale: Scale, unit: str) -> list[tuple[Decimal, str]]:
    """The levels of a scale with their labels: per cent and pounds with their signs."""
    levels = []
    level = scale.low
    while level <= scale.high:
        levels.append((level, _label(level, unit)))
        level += scale.step
    return levels


def _round_step(raw: Decimal) -> Decimal:
    magnitude = Decimal(1).scaleb(raw.adjusted())
    return next(factor * magnitude for factor in _ROUND if factor * magnitude >= raw)


def _label(level: Decimal, unit: str) -> str:
    shown = Decimal(plain(level)).normalize() if level else Decimal(0)
    exact = Decimal(plain(shown))
    sign = {"percent": "percent", "pounds": "pounds"}.get(unit, "")
    return with_unit(exact, sign)
