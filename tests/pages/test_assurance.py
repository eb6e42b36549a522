"""The assurance page says what the data and the records say, and nothing is typed (R24, R109)."""

from collections import Counter
from pathlib import Path

from tests.command import COUNCIL
from tests.pages.figures import rows_of, yaml_files
from tests.pages.reading import Node, read_site

WORDS = {"passes": "Passes", "fails": "Fails", "not-asked": "Not asked"}
TESTS = ("definition", "recompute", "evidence", "second-check", "timeliness", "revisions")


def table(site: Path, part: str) -> list[list[str]]:
    """The rows of the table in one part of the page; none where it has no table."""
    page = read_site(site)["assurance.html"]
    (section,) = [one for one in page.main.all("section") if one.get("aria-labelledby") == part]
    return [_cells(row) for body in section.all("tbody") for row in body.all("tr")]


def _cells(row: Node) -> list[str]:
    return [cell.words for cell in row.all("th", "td")]


def test_the_table_of_tests_is_the_data_in_words(site: Path) -> None:
    titles = {row["measure"]: row["title"] for row in rows_of(site / "data" / "measures.csv")}
    told = rows_of(site / "data" / "assurance.csv")
    outcomes = {(row["measure"], row["test"]): WORDS[row["outcome"]] for row in told}
    expected = [[titles[name], *(outcomes[name, test] for test in TESTS)] for name in titles]
    assert sorted(table(site, "tests")) == sorted(expected)
    assert len(told) == len(TESTS) * len(titles)


def test_every_test_that_fails_says_why(site: Path) -> None:
    told = [row for row in rows_of(site / "data" / "assurance.csv") if row["outcome"] == "fails"]
    assert sorted(row[2] for row in table(site, "failures")) == sorted(
        row["reason"] for row in told
    )


def test_the_first_line_counts_the_results_of_each_service(council_site: Path) -> None:
    """Counted here in the YAML, by no code of the product: all are covered."""
    results = Counter(
        measure["service"]
        for _, measure in yaml_files(COUNCIL, "measures")
        if "origin" not in measure
        for period in measure["periods"]
        if "value" in period or "assessment" in period
    )
    shown = {row[0]: row[1] for row in table(council_site, "lines")}
    assert shown["Housing and Advice"] == f"{results['housing']} of {results['housing']}"
    assert sorted(row for row in shown.values()) == sorted(
        f"{number} of {number}" for number in results.values()
    )


def test_a_service_of_published_statistics_has_no_first_line_to_cover(glasgow_site: Path) -> None:
    assert {row[1] for row in table(glasgow_site, "lines")} == {"Nothing to cover"}


def test_what_an_auditor_found_stands_on_the_page_and_beside_the_figure(council_site: Path) -> None:
    """R107, R108: the figure found, and what is to be put right, by whom and when."""
    (pool,) = [row for row in table(council_site, "recalculated") if row[1] == "September 2024"]
    assert pool[2:4] == [
        "Internal Auditor, 4 December 2024",
        "28.8 degrees Celsius: another figure",
    ]
    assert pool[4].endswith("Leisure Manager, by 30 June 2025. Open.")
    words = read_site(council_site)["measures/pool-temperature.html"].main.words
    assert "Worked out again by Internal Auditor, 4 December 2024: 28.8 degrees Celsius." in words
    assert "Finding, still open: Two readings were left out of the sum." in words


def test_measures_that_hang_on_one_person_and_those_without_a_procedure_are_listed(
    council_site: Path,
) -> None:
    """R12, R29."""
    hanging = {row[0]: row[2] for row in table(council_site, "dependence")}
    assert hanging["Longest wait for the first visit of home care"] == "Care Analyst"
    assert [row[2] for row in table(council_site, "procedures")] == ["Judged from facts"]


def test_an_empty_register_says_so(glasgow_site: Path) -> None:
    words = read_site(glasgow_site)["assurance.html"].main.words
    assert "No recalculation by an auditor is recorded." in words
    assert "No risk waits for an answer." in words
