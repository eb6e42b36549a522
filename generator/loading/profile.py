"""The profile of a running total: each period's part of the year's target (requirements 2.3, R76)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from generator.model.finding import Pointer
from generator.model.measure import Profiled
from generator.model.numbers import EXACT, rounded
from generator.model.period import Period, PeriodError, parse_period
from generator.model.words import Frequency
from generator.rules.years import IN_A_YEAR, place_in_year, year_of

Data = dict[str, Any]
Slip = tuple[Pointer, str, str]
HUNDRED = Decimal(100)
PLACES = 2
"""The decimals to which a share of the year is stated."""


def slips_of(data: Data) -> Iterator[Slip]:
    """What keeps a measure's profile from being used: place, message, fix."""
    whole = IN_A_YEAR.get(Frequency(data["frequency"]))
    if whole is None or not data.get("calculation", {}).get("cumulative"):
        yield (
            ("profile",),
            (
                "a profile spreads a year's target, but this measure is no running total of months or "
                "quarters"
            ),
            "Delete profile, or write cumulative: true under calculation.",
        )
        return
    shares = data["profile"].get("shares", ())
    if shares and len(shares) != whole:
        yield (
            ("profile", "shares"),
            f"there are {len(shares)} shares, but {whole} periods in a year",
            f"Write {whole} numbers.",
        )
    elif shares and (list(shares) != sorted(shares) or shares[-1] != HUNDRED):
        yield (
            ("profile", "shares"),
            "the shares do not rise to 100",
            "Write how much of the year is due by the end of each period; the last is 100.",
        )


def give_targets(data: Data, entries: list[Data], year_starts: int) -> Iterator[Slip]:
    """Gives each period of a profiled year its target, unless it states that very target itself."""
    for index, entry in enumerate(entries):
        period = entry["period"]
        profiled = _profiled(data, period, year_starts) if isinstance(period, Period) else None
        if profiled is None:
            continue
        target = rounded(_part(profiled), data.get("decimals", 0))
        stated = entry.setdefault("target", target)
        entry["profiled"] = profiled._replace(share=rounded(profiled.share, PLACES))
        if stated != target:
            yield (
                ("periods", index, "target"),
                f"the profile gives {target:f} for {period.label}, but target says {stated}",
                "Delete target here, or correct the profile.",
            )


def _profiled(data: Data, period: Period, year_starts: int) -> Profiled | None:
    profile, year = data["profile"], year_of(period, year_starts)
    of_the_year = profile["years"].get(f"{year}-{(year + 1) % 100:02}")
    if of_the_year is None:
        return None
    place, shares = place_in_year(period, year_starts), profile.get("shares")
    whole = Decimal(IN_A_YEAR[period.frequency])
    even = EXACT.divide(EXACT.multiply(HUNDRED, Decimal(place + 1)), whole)
    return Profiled(Decimal(of_the_year), Decimal(shares[place]) if shares else even)


def _part(profiled: Profiled) -> Decimal:
    return EXACT.divide(EXACT.multiply(profiled.of_the_year, profiled.share), HUNDRED)


def unknown_years(data: Data) -> Iterator[Slip]:
    """Years of the profile that are no financial years."""
    for label in data["profile"]["years"]:
        try:
            parse_period(label, Frequency.FINANCIAL_YEAR)
        except PeriodError as error:
            yield ("profile", "years", label), f"{label} is no financial year", f"{error}."
