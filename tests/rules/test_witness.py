"""What history says of figures is held against what files say of them (R114)."""

from decimal import Decimal

import pytest

from generator.model.past import Difference
from generator.rules.change_words import words_of
from generator.rules.witness import _words


@pytest.mark.parametrize("unit_of_then", ["people", ""])
def test_a_figure_is_known_again_as_a_difference_tells_it(unit_of_then: str) -> None:
    """A version of the file that states no unit tells the figure alone: 24,755."""
    one = Difference(("periods", "2024-25", "value"), Decimal(24755), Decimal(24756))
    assert words_of(one, "people", unit_of_then).before in _words(Decimal(24755), "people")
