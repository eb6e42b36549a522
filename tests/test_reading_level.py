"""The product's own sentences can be read by a fourteen-year-old: Flesch-Kincaid grade 8 (decision 0077)."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.pages.reading import read_site
from tests.reading_level import TEXTS, Sentence, grade, hardest, plain, sentences, syllables

HIGHEST = 8.0
"""The highest grade that the texts of one kind may have together."""
HARD = 14.0
MOST_HARD = 0.03
"""The share of sentences that may be hard: mostly lists of names."""
OWN_PAGES = (
    "accessibility.html", "assurance.html", "changes.html", "contact.html", "glossary.html",
    "how-we-rate.html", "overrides.html", "process-risks.html", "revisions.html", "targets.html",
    "timetable.html", "for/auditors.html", "for/citizens.html", "for/members.html",
    "for/officers.html", "for/services.html",
)  # fmt: skip
"""Pages whose sentences are the product's own, not those that services typed."""


def told(found: list[Sentence]) -> str:
    """The hardest sentences, to be made simpler first."""
    return "\n".join(f"{one.grade:.1f} {one.place}: {one.text}" for one in hardest(found))


@pytest.mark.parametrize("name", TEXTS)
def test_handbook_rules_and_messages_are_in_plain_english(name: str) -> None:
    found = list(TEXTS[name]())
    assert len(found) > 200
    assert grade(found) <= HIGHEST, told(found)
    assert sum(one.grade > HARD for one in found) <= MOST_HARD * len(found), told(found)


@pytest.mark.parametrize("path", OWN_PAGES)
def test_each_page_of_our_own_words_is_in_plain_english(council_site: Path, path: str) -> None:
    found = list(_on_page(council_site, path))
    assert found
    assert grade(found) <= HIGHEST, told(found)


def _on_page(site: Path, path: str) -> Iterator[Sentence]:
    for node in read_site(site)[path].main.all("p", "li", "dd"):
        yield from sentences(path, node.words)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1), ("target", 2), ("measure", 2), ("rated", 2), ("checked", 1), ("table", 2),
        ("committee", 3), ("the", 1), ("status", 2), ("figure", 2), ("rhythms", 1),
    ],
)  # fmt: skip
def test_syllables_are_groups_of_vowels_without_a_silent_e(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_grade_is_that_of_flesch_and_kincaid() -> None:
    # 6 words in 1 sentence, 6 syllables: 0.39 * 6 + 11.8 * 1 - 15.59 = -1.45.
    (found,) = sentences("", "The cat sat on the mat.")
    assert round(found.grade, 2) == -1.45


def test_code_tables_and_headings_are_not_read() -> None:
    text = "# Title\n\nRead `x.y` and [this page](a.md) now.\n\n```yaml\na: b\n```\n\n| a | b |\n\n- One more thing here.\n"
    assert [one.text for one in sentences("", plain(text))] == [
        "Read it and this page now.",
        "- One more thing here.",
    ]


@pytest.mark.parametrize("read", TEXTS.values(), ids=TEXTS)
def test_a_text_is_read_whole(read: Callable[[], Iterator[Sentence]]) -> None:
    assert len({one.place for one in read()}) > 5
