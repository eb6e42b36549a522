"""The rule on the council's two colours."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.model.council import Brand
from generator.model.finding import Remark
from generator.model.numbers import rounded
from generator.rules.contrast import contrast
from generator.rules.rated import Rated

WHITE = "#ffffff"


class _Pair(NamedTuple):
    """Two colours that stand on one another, and the least contrast between them (WCAG 2.2 AA)."""

    key: str
    colour: str
    other: str
    least: Decimal
    told: str
    fix: str


def brand_can_be_read(rated: Rated) -> Iterator[Remark]:
    """White text can be read on the brand's colour, and the accent can be seen on it."""
    council = rated.catalogue.council
    for pair in _pairs(council.site.brand) if council.site.brand else ():
        found = contrast(pair.colour, pair.other)
        if found < pair.least:
            yield Remark(
                path=council.path,
                at=("site", "brand", pair.key),
                message=f"{pair.told} {pair.colour} has a contrast of {rounded(found, 2)} to 1, and "
                f"needs {pair.least} to 1",
                fix=pair.fix,
            )


def _pairs(brand: Brand) -> Iterator[_Pair]:
    yield _Pair(
        "colour", brand.colour, WHITE, Decimal("4.5"), "white text on", "Choose a darker colour."
    )
    yield _Pair(
        "accent",
        brand.accent,
        brand.colour,
        Decimal(3),
        "on the brand's colour, the accent",
        "Choose a lighter accent, or a darker colour.",
    )
