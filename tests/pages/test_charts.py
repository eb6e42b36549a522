"""Charts: the message in the title, the band, breaks, provisional points; and their small kin."""

from pathlib import Path

import pytest

from tests.pages.reading import Node, read_site


def chart(site: Path, measure: str) -> Node:
    """The first chart of a measure's page."""
    return read_site(site)[f"measures/{measure}.html"].main.having("chart")[0]


@pytest.mark.parametrize(
    ("measure", "title"),
    [
        ("advice-decided", "Improving: 93.5% is 1.58% outwith the target of 95% in 2024-25 Q3"),
        ("homecare-wait", "Improving: 19 days is better than the target of 20 days by 5.00% in 2024-25 Q3"),
        ("trees-planted", "380 trees in 2022-23, down from 640 in 2020-21"),
        ("training-spend", "£43,600 is 9.00% outwith the plan of £40,000 (50% of £80,000 for the year) in 2024-25 Q2"),
    ],
)  # fmt: skip
def test_the_title_says_what_the_chart_shows(council_site: Path, measure: str, title: str) -> None:
    """In the words of the rules: where the last figure stands, and how it moved."""
    drawn = chart(council_site, measure)
    assert drawn.one("figcaption").words == title
    assert next(drawn.all("title")).words == title


def test_the_amber_band_is_drawn_on_each_side_of_a_target_and_named(council_site: Path) -> None:
    """The plan of training is missed by spending too much or too little: two bands."""
    for measure, count, words in (
        ("advice-decided", 1, "Amber: 2.5% to 4.99% outwith target"),
        ("training-spend", 2, "Amber: 2.5% to 4.99% outwith target"),
        ("trees-planted", 0, None),
    ):
        drawn = chart(council_site, measure)
        assert len(list(drawn.all("polygon"))) == count
        named = [node.words for node in drawn.all("li") if "outwith" in node.words]
        assert named == ([words] if words else [])


def test_a_band_that_lies_beside_the_scale_is_neither_drawn_nor_named(council_site: Path) -> None:
    """2.5% below 79.2 years is 77.2, under the scale that begins at 78."""
    drawn = chart(council_site, "life-expectancy")
    assert list(drawn.all("polygon")) == []
    assert "outwith" not in drawn.one("ul").words


def test_a_line_ends_at_a_break(council_site: Path) -> None:
    """The survey of 2018 asked other people than those of 2022 and 2024."""
    drawn = chart(council_site, "parks-satisfaction")
    stretches = [n.get("points") or "" for n in drawn.having("line-value") if n.name == "polyline"]
    assert [len(points.split()) for points in stretches] == [1, 2]
    assert [node.words for node in drawn.having("label")].count("Break") == 1


def test_a_provisional_figure_is_an_outline_and_says_so(council_site: Path) -> None:
    drawn = chart(council_site, "training-spend")
    (outline,) = drawn.having("mark-outline")
    assert outline.words == "2024-25 Q2: £43,600, provisional"
    assert "Outline: provisional" in drawn.one("ul").words


def test_the_first_and_the_last_value_are_printed_beside_their_points(council_site: Path) -> None:
    printed = [node.words for node in chart(council_site, "advice-decided").having("label-figure")]
    assert printed == ["96.0%", "93.5%"]


def test_what_a_chart_shows_is_said_beside_it_in_words(council_site: Path) -> None:
    drawn = chart(council_site, "advice-decided")
    told = next(node for node in drawn.all("p"))
    assert told.words == (
        "6 figures from 2023-24 Q2 to 2024-25 Q3. Lowest: 88.1% in 2024-25 Q1. Highest: 96.0% in "
        "2023-24 Q2. Latest target: 95%."
    )
    assert drawn.having("chart-view")[0].one("svg").get("aria-describedby") == told.get("id")


def test_a_list_has_a_small_line_for_each_measure_with_two_figures(council_site: Path) -> None:
    main = read_site(council_site)["measures/index.html"].main
    rows = {row.words: row for row in main.all("tr")}
    (advice,) = [row for words, row in rows.items() if words.startswith("Housing advice cases")]
    (spark,) = advice.having("spark")
    assert spark.one("title").words == "From 96.0% in 2023-24 Q2 to 93.5% in 2024-25 Q3"
    (bandstand,) = [row for words, row in rows.items() if words.startswith("The bandstand")]
    assert bandstand.having("spark") == []


def test_a_small_line_shows_a_year_of_months_at_most(council_site: Path) -> None:
    """29 months are recorded; the line has the last twelve."""
    main = read_site(council_site)["measures/index.html"].main
    (row,) = [row for row in main.all("tr") if row.words.startswith("Calls to the advice line")]
    assert "From 80.5% in February 2024 to 77.1% in January 2025" in row.words


def test_a_service_shows_its_measures_as_small_charts_of_one_size(council_site: Path) -> None:
    main = read_site(council_site)["services/parks.html"].main
    (multiples,) = main.having("multiples")
    titles = [node.words for node in multiples.all("h3")]
    assert titles == [
        "Residents content with parks & gardens <5 hectares",
        "Days on which the river path was closed",
        "Trees planted",
    ]
    assert {node.get("viewBox") for node in multiples.having("spark")} == {"0 0 112 28"}
