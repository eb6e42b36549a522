"""The home page shows what moved the wrong way and the right way with equal room (R144)."""

from pathlib import Path

from generator.pages.moves import BETTER, MOST, WORSE, moves
from tests.pages.reading import read_site
from tests.pages.test_review_pages import build_of

ITEMS = build_of().rated.measures


def test_each_way_names_its_measures_and_counts_the_rest() -> None:
    made = moves(ITEMS, "index.html")
    shown = {link.text for link in (*made.worse, *made.better)}
    words = {item.measure.title: item.trend.short.word for item in ITEMS}
    assert {words[link.text] for link in made.worse} <= set(WORSE)
    assert {words[link.text] for link in made.better} <= set(BETTER)
    assert shown
    assert len(made.worse) <= MOST
    assert len(made.better) <= MOST


def test_the_greatest_change_comes_first_counted_in_the_least_that_counts() -> None:
    made = moves(ITEMS, "index.html")
    by_title = {item.measure.title: item for item in ITEMS}
    sizes = [by_title[link.text].trend.short.change for link in made.worse]
    told = [abs(one.size) / one.limit for one in sizes if one and one.size and one.limit]
    assert told == sorted(told, reverse=True)


def test_the_summary_counts_each_measure_once(site: Path) -> None:
    words = read_site(site)["index.html"].main.words
    assert "Since the period before, " in words
    assert "Moved the wrong way" in words
    assert "Moved the right way" in words
