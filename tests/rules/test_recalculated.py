"""A figure that does not follow from its inputs is told once, and never less than once."""

from datetime import date

import pytest

from tests.command import COUNCIL, COUNCIL_DAY
from tests.helpers import files_under, state_of

FILES = files_under(COUNCIL)
ADVICE = "measures/housing/advice-decided.yaml"
OFF = b"""policy:
  value-is-recalculated:
    severity: "off"
    reason: The formula is under review.
"""


def rules_broken(policy: bytes, typed: str) -> set[str]:
    """The rules that a value of 2024-25 Q3 breaks, where 43 of 46 cases are 93.5%; that the
    result has no action is another matter."""
    figures = FILES.texts[ADVICE].replace(b"value: 93.5", f"value: {typed}".encode())
    council = FILES.texts["council.yaml"].replace(b"policy:\n", policy)
    files = FILES.having(ADVICE, figures).having("council.yaml", council)
    found = state_of(files, date.fromisoformat(COUNCIL_DAY)).findings
    return {one.rule for one in found if one.path == ADVICE} - {"not-green-has-an-action"}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        # A share typed in place of a percentage: 0.935 has too many decimals and is less than a
        # tenth of 95, but what to write is 93.5 and neither 0.9 nor a reason for 0.935.
        ("0.935", {"value-is-recalculated"}),
        # 93.48 is 93.5 with too many decimals, and nothing else.
        ("93.48", {"value-has-its-decimals"}),
    ],
)
def test_a_figure_that_does_not_follow_is_told_once(typed: str, told: set[str]) -> None:
    assert rules_broken(b"policy:\n", typed) == told


def test_where_a_council_does_not_work_figures_out_again_the_other_rules_speak() -> None:
    assert rules_broken(OFF, "0.935") >= {"value-has-its-decimals", "value-is-plausible"}
