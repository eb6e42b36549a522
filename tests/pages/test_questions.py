"""Every question has a page: entry pages, goals, duties, risks, lessons, accessibility (R2, R88, R143)."""

from collections import deque
from pathlib import Path

import pytest

from generator.model.goals import SDG_TITLES
from generator.pages.readers import READERS
from tests.pages.reading import PageFile, is_outside, read_site
from tests.pages.test_review_pages import build_of

MOST_LINKS = 3


def away_from(start: str, pages: dict[str, PageFile]) -> dict[str, int]:
    """How many links each page lies from `start`, by links in the main part of pages alone."""
    away, waiting = {start: 0}, deque([start])
    while waiting:
        path = waiting.popleft()
        links = [node.get("href") or "" for node in pages[path].main.all("a")]
        for href in links:
            target = path if is_outside(href) else pages[path].target(href)[0]
            if target in pages and target not in away:
                away[target] = away[path] + 1
                waiting.append(target)
    return away


@pytest.mark.parametrize("reader", [one.id for one in READERS])
def test_each_measure_is_three_links_at_most_from_the_entry_page_of_each_reader(
    site: Path, reader: str
) -> None:
    """R2, without the help of the head and the foot that every page has."""
    pages = read_site(site)
    away = away_from(f"for/{reader}.html", pages)
    measures = [path for path in pages if path.startswith("measures/")]
    assert [path for path in measures if away.get(path, 99) > MOST_LINKS] == []


def test_the_home_page_leads_to_the_entry_page_of_each_reader(site: Path) -> None:
    hrefs = read_site(site)["index.html"].hrefs
    assert {f"for/{one.id}.html" for one in READERS} <= set(hrefs)


def test_each_goal_has_a_page_that_names_it_and_leads_to_its_official_description(
    site: Path,
) -> None:
    pages = read_site(site)
    for number, title in SDG_TITLES.items():
        page = pages[f"goals/{number}.html"]
        assert page.main.one("h1").words == title
        assert f"https://sdgs.un.org/goals/goal{number}" in page.hrefs


def test_a_goal_lists_the_measures_and_commitments_that_name_it(council_site: Path) -> None:
    pages, files = read_site(council_site), build_of().files
    linked = 0
    for number in SDG_TITLES:
        hrefs = {
            pages["goals/1.html"].target(href)[0] for href in pages[f"goals/{number}.html"].hrefs
        }
        wanted = {
            f"measures/{one.id}.html" for one in files.measures if number in one.supports.sdgs
        }
        wanted |= {f"commitments/{one.id}.html" for one in files.commitments if number in one.sdgs}
        linked += len(wanted)
        assert wanted <= hrefs
    assert linked


def test_the_register_of_risks_holds_each_risk_of_each_record(council_site: Path) -> None:
    words = read_site(council_site)["risks.html"].main.words
    files = build_of().files
    risks = [risk for one in files.measures for risk in one.risks]
    risks += [risk for one in files.commitments for risk in one.risks]
    assert risks
    for risk in risks:
        assert all(" ".join(text.split()) in words for text in (risk.risk, risk.cause, risk.effect))


def test_each_duty_lists_the_measures_that_report_on_it(site: Path) -> None:
    page = read_site(site)["duties.html"]
    assert {"duty-spi-1", "duty-spi-2"} <= set(page.ids)
    assert "can be compared with others" in page.main.words


def test_lessons_stand_under_the_grand_challenge_of_their_milestone(council_site: Path) -> None:
    words = read_site(council_site)["lessons.html"].main.words
    lessons = [lesson for one in build_of().files.case_studies for lesson in one.lessons]
    assert lessons
    assert all(" ".join(lesson.split()) in words for lesson in lessons)


def test_the_accessibility_statement_says_what_was_not_tested(site: Path) -> None:
    words = read_site(site)["accessibility.html"].main.words
    assert "level AA" in words
    assert "no such test is recorded here" in words


def test_each_measure_says_what_good_looks_like(site: Path) -> None:
    """R150."""
    for path, page in read_site(site).items():
        if path.startswith("measures/") and path != "measures/index.html":
            assert page.facts["What good looks like"], path


def test_pages_of_many_measures_separate_what_goes_well_from_what_does_not(
    council_site: Path,
) -> None:
    """R170."""
    page = read_site(council_site)["services/parks.html"]
    improve, well = (_under(page, name) for name in ("improve", "well"))
    assert improve == [
        ("Days on which the river path was closed", "Red"),
        ('Progress of the play strategy "Room to Play"', "Red"),
    ]
    assert well == [
        ("Residents content with parks & gardens <5 hectares", "Green"),
        ("The bandstand is open", "Achieved"),
    ]


def _under(page: PageFile, name: str) -> list[tuple[str, str]]:
    """The measures listed in the section with this heading, each with the word of its status."""
    section = next(node for node in page.main.all("section") if node.get("aria-labelledby") == name)
    return [
        (item.one("a").words, item.having("tag")[0].words.split(" ")[-1])
        for item in section.all("li")
    ]
