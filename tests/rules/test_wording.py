"""Small wordings that every page and message writes one way."""

from datetime import date

import pytest

from generator.rules.wording import day, listed, one_line, plural


@pytest.mark.parametrize(
    ("when", "words"),
    [(date(2025, 5, 7), "7 May 2025"), (date(2024, 12, 31), "31 December 2024")],
)
def test_a_date_is_written_as_people_say_it(when: date, words: str) -> None:
    assert day(when) == words


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ([], ""),
        (["a reason"], "a reason"),
        (["a reason", "an approver"], "a reason and an approver"),
        (["a reason", "a date", "an approver"], "a reason, a date and an approver"),
    ],
)
def test_words_in_a_row_end_with_and(words: list[str], row: str) -> None:
    assert listed(words) == row


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 measures"), (1, "1 measure"), (2, "2 measures"), (1234, "1,234 measures")],
)
def test_a_count_has_its_noun(count: int, words: str) -> None:
    assert plural(count, "measure") == words


def test_a_noun_may_have_a_plural_of_its_own() -> None:
    assert plural(2, "entry", "entries") == "2 entries"
    assert plural(1, "entry", "entries") == "1 entry"


def test_text_of_several_lines_becomes_one() -> None:
    assert one_line("  The system\n\n   was\tdown. ") == "The system was down."
