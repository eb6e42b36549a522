"""Exact arithmetic: one Decimal context for the whole product."""

from decimal import ROUND_HALF_UP, Context, Decimal, DivisionByZero, InvalidOperation, Overflow

MOST_DIGITS = 24
"""The most characters a number in a file may have."""

EXACT = Context(prec=64, rounding=ROUND_HALF_UP, traps=[DivisionByZero, InvalidOperation, Overflow])
"""64 digits: the quotient of two numbers of at most 24 digits, rounded again to a few decimals,
is then the same as if it had been rounded once from the exact quotient."""

MOST_PLACES = 12
"""The most decimals to which anything is rounded."""

_UNITS = tuple(Decimal(1).scaleb(-places) for places in range(MOST_PLACES + 1))


def rounded(value: Decimal, places: int) -> Decimal:
    """`value` rounded half up (away from zero) to `places` decimals, 0 to 12; never minus zero."""
    result = value.quantize(_UNITS[places], context=EXACT)
    return result if result else abs(result)


def plain(value: Decimal) -> str:
    """`value` in digits as typed, without an exponent: 91.0 stays 91.0."""
    return f"{value:f}"
