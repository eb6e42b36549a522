"""What was meant by what was typed in another way: said where it is certain, and else not."""

import pytest

from generator.loading.meant import amount_meant, date_meant, id_meant, period_meant, tidied

SEVENTH = "Write 2025-05-07, if 7 May 2025 is meant."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("7/5/25", SEVENTH),
        ("07/05/2025", SEVENTH),
        ("7.5.2025", SEVENTH),
        ("07-05-2025", SEVENTH),
        ("2025/05/07", SEVENTH),
        ("2025-5-7", SEVENTH),
        ("2025\u201105\u201107", SEVENTH),
        ("2025-05-07T00:00:00", SEVENTH),
        ("7 May 2025", SEVENTH),
        ("7th May 2025", SEVENTH),
        ("Wednesday 7 May 2025", SEVENTH),
        ("7-May-25", SEVENTH),
        ("31/02/2025", ""),
        ("5/13/2025", ""),  # no thirteenth month, and which of the two is the day is not guessed
        ("May 2025", ""),
        ("7 Mai 2025", ""),
        ("45784", ""),
        ("", ""),
    ],
)
def test_a_date_is_read_day_first_and_said_in_words(typed: str, said: str) -> None:
    assert date_meant(typed) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Q4 2024-25", "Write 2024-25 Q4."),
        ("Q4 24/25", "Write 2024-25 Q4."),
        ("2024/25 Q4", "Write 2024-25 Q4."),
        ("2024-25Q4", "Write 2024-25 Q4."),
        ("2024-25 q4", "Write 2024-25 Q4."),
        ("2024-2025 Q4", "Write 2024-25 Q4."),
        ("2024\u201325 Q4", "Write 2024-25 Q4."),
        ("Quarter 4 of 2024-25", "Write 2024-25 Q4."),
        ("2024-2025", "Write 2024-25."),
        ("24/25", "Write 2024-25."),
        ("March 2025", "Write 2025-03."),
        ("Mar-25", "Write 2025-03."),
        ("2025/03", "Write 2025-03."),
        ("2025/13", ""),
        ("2024-26 Q4", ""),
        ("2024-25 Q5", ""),
        ("Jan-Mar 2025", ""),
        ("last summer", ""),
    ],
)
def test_a_period_is_written_out_only_where_it_is_certain(typed: str, said: str) -> None:
    assert period_meant(typed) == said


def test_an_amount_is_given_in_pounds_and_in_the_unit_that_it_names() -> None:
    # 4.5 x 1,000,000 = 4,500,000 and 310 x 1,000 = 310,000
    assert "4500000, or 4.5 where the unit says m." in amount_meant("£4.5m")
    assert "310000, or 310 where the unit says k." in amount_meant("310k")
    assert amount_meant("4.5") == amount_meant("4.5 metres") == amount_meant("0.0001k") == ""


def test_an_id_and_a_text_keep_what_was_meant() -> None:
    assert id_meant(" Performance Analyst ") == "performance-analyst"
    assert tidied("2024\u201325\u00a0Q4") == "2024-25 Q4"
