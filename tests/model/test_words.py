"""The closed lists of words: one spelling each, and only three colours."""

from enum import StrEnum

import pytest

from generator.model import words
from generator.model.words import COLOURS, Status

LISTS = [
    item
    for item in vars(words).values()
    if isinstance(item, type) and issubclass(item, StrEnum) and item is not StrEnum
]


@pytest.mark.parametrize("words_of_one_kind", LISTS)
def test_every_word_is_small_letters_and_hyphens(words_of_one_kind: type[StrEnum]) -> None:
    for word in words_of_one_kind:
        assert word.replace("-", "").isalpha()
        assert word == word.lower()
        assert str(word) == word.value


@pytest.mark.parametrize("words_of_one_kind", LISTS)
def test_every_list_says_what_it_is(words_of_one_kind: type[StrEnum]) -> None:
    assert words_of_one_kind.__doc__


def test_only_red_amber_and_green_are_colours_worst_first() -> None:
    assert COLOURS == (Status.RED, Status.AMBER, Status.GREEN)
    assert [status for status in Status if status.is_colour] == list(COLOURS)
