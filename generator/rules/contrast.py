"""Contrast of two colours, as WCAG 2.2 works it out: 1 for none, 21 for black on white."""

from decimal import Decimal

from generator.model.numbers import EXACT

_WEIGHTS = (Decimal("0.2126"), Decimal("0.7152"), Decimal("0.0722"))
_FLOOR = Decimal("0.05")


def contrast(one: str, other: str) -> Decimal:
    """The contrast ratio of two colours written as #14404d; the order does not matter."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return EXACT.divide(high + _FLOOR, low + _FLOOR)


def _luminance(colour: str) -> Decimal:
    """The relative luminance: 0 for black, 1 for white."""
    parts = (Decimal(int(colour[at : at + 2], 16)) / 255 for at in (1, 3, 5))
    return sum(
        (weight * _linear(part) for weight, part in zip(_WEIGHTS, parts, strict=True)), Decimal(0)
    )


def _linear(part: Decimal) -> Decimal:
    """A channel of sRGB, from 0 to 1, as an amount of light."""
    if part <= Decimal("0.04045"):
        return EXACT.divide(part, Decimal("12.92"))
    return EXACT.power(EXACT.divide(part + Decimal("0.055"), Decimal("1.055")), Decimal("2.4"))
