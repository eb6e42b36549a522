"""Contrast of colours, against pairs whose ratio WCAG and its tools publish."""

from decimal import Decimal

import pytest

from generator.model.numbers import rounded
from generator.rules.contrast import contrast


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#ffffff", "#000000", "21.00"),
        ("#14404d", "#14404d", "1.00"),
        # The lightest grey that text on white may have, and the next one.
        ("#767676", "#ffffff", "4.54"),
        ("#777777", "#ffffff", "4.48"),
        # 255 of red: 0.2126 of the light, so 1.05 / 0.2626.
        ("#ff0000", "#ffffff", "4.00"),
    ],
)
def test_the_contrast_of_two_colours_is_that_of_wcag(one: str, other: str, expected: str) -> None:
    assert rounded(contrast(one, other), 2) == Decimal(expected)
    assert contrast(one, other) == contrast(other, one)
