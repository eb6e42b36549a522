"""Pages on progress: every status with its word, its judgement, its inputs and its coverage."""

from collections import Counter
from pathlib import Path

import pytest

from tests.pages.figures import Row, rows_of
from tests.pages.reading import Node, PageFile, read_site

COLOURS = {"green", "amber", "red"}
FRONT_DOOR = "commitments/gc1-m1-c1.html"
WORDS = {"data-only": "Context only", "no-target": "No target set"}


def rows(site: Path, name: str) -> list[Row]:
    """The rows of one data file."""
    return rows_of(site / "data" / f"{name}.csv")


def word(status: str) -> str:
    """A status of the data as pages write it."""
    return WORDS.get(status, status.replace("-", " ").capitalize())


def part(page: PageFile, name: str) -> Node:
    """The section of a page under the heading with this id."""
    (found,) = [one for one in page.main.all("section") if one.get("aria-labelledby") == name]
    return found


def tags(node: Node) -> list[str]:
    """The statuses within a part of a page, without their shapes."""
    return [tag.words.split(" ", 1)[1] for tag in node.having("tag")]


def cells(page: PageFile, caption: str) -> list[list[Node]]:
    """The cells of the table with this caption, row by row."""
    (table,) = [one for one in page.main.all("table") if one.one("caption").words == caption]
    body = table.one("tbody")
    return [list(row.all("th", "td")) for row in body.all("tr")]


def test_every_milestone_of_every_table_shows_a_colour_or_a_state(site: Path) -> None:
    """R38: no cell under RAG is blank."""
    for page in read_site(site).values():
        for cell in page.main.having("rag"):
            assert len(tags(cell)) == 1, (page.path, cell.words)


def test_a_commitment_page_shows_each_milestone_as_the_data_do(site: Path) -> None:
    """R38 and R77: with the sentence that says how the status follows."""
    pages = read_site(site)
    for row in rows(site, "milestones"):
        page = pages[f"commitments/{row['commitment']}.html"]
        assert row["sentence"] in part(page, "basis").words
        (head,) = [
            one for one in page.main.all("th") if one.get("id") == f"milestone-{row['milestone']}"
        ]
        (line,) = [one for one in page.main.all("tr") if head.element in list(one.element)]
        assert tags(line) == [word(row["status"])]


def test_no_milestone_is_shown_better_than_it_is_computed(site: Path) -> None:
    """R77."""
    order = ["red", "amber", "green"]
    for row in rows(site, "milestones"):
        if row["computed_status"] in COLOURS:
            assert order.index(row["status"]) <= order.index(row["computed_status"])
        assert row["status"]


def test_a_judgement_is_called_one_beside_its_colour(council_site: Path) -> None:
    """R86: with its author, its date and the three judgements."""
    page = read_site(council_site)[FRONT_DOOR]
    (cell,) = [one for one in page.main.having("rag") if "Three counters" in one.words]
    assert (
        "Professional judgement: Advice Team Leader, 9 January 2025. Timescale amber, budget green "
        "and completion green."
    ) in cell.words
    facts = read_site(council_site)["measures/play-strategy.html"].facts
    assert facts["Timescale"] == "▼ Red Three steps of twelve are late, one by three months."
    assert facts["Budget"] == "● Amber £12,000 over for the year so far."
    assert facts["Completion"] == "▲ Green Nine of 20 steps."
    assert facts["Professional judgement"] == "Parks Manager, 15 January 2025"


def test_each_action_has_a_page_with_its_status_that_its_commitment_links(site: Path) -> None:
    """R66: as the data have it."""
    pages = read_site(site)
    actions = {row["id"]: row["status"] for row in rows(site, "rollups") if row["of"] == "action"}
    assert actions
    for key, status in actions.items():
        commitment, _, name = key.partition("/")
        path = f"actions/{commitment}-{name}.html"
        (line,) = pages[path].main.having("status-line")
        assert tags(line) == [word(status)]
        links = {link.get("href") for link in pages[f"commitments/{commitment}.html"].main.all("a")}
        assert f"../{path}" in links


def test_an_action_shows_delivery_and_result_apart(council_site: Path) -> None:
    """R66: the play areas are on time, and the strategy that they belong to is red."""
    page = read_site(council_site)["commitments/gc2-m1-c1.html"]
    ((_, delivery, result, status, _),) = cells(page, "Delivery, result and status of each action")
    assert (tags(delivery), tags(result), tags(status)) == (["Green"], ["Red"], ["Red"])


def test_a_status_reported_for_an_action_stands_beside_the_computed_one(council_site: Path) -> None:
    """R79 and R80."""
    page = read_site(council_site)[FRONT_DOOR]
    _, (_, _, _, status, told) = cells(page, "Delivery, result and status of each action")
    assert status.words == "● Amber Reported by the management team"
    assert told.words == (
        "The worst of 2 milestones (1 green and 1 cancelled): green. Reported as amber, not green: "
        "Only one in four evening appointments is taken up, and the team is looking at the hours. "
        "Approved by Director of Corporate Services, 11 February 2025, until 30 June 2025."
    )


def test_a_late_dependency_shows_on_what_depends_on_it(council_site: Path) -> None:
    """R34: the carers' commitment has a red milestone, and the front door is limited by it."""
    page = read_site(council_site)[FRONT_DOOR]
    flagged = [one for one in page.main.having("rag") if "Waits for something late" in one.words]
    assert len(flagged) == 2
    assert (
        "Constraint: gc1-m2-c1 (Strathbeg Care Partnership). It has a milestone, “Continue to support "
        "carers”, that is red."
    ) in part(page, "dependencies").words
    assert (
        "It can be green all the same: Until the debt team has moved, it keeps its evenings in a "
        "diary of its own."
    ) in part(page, "basis").words


def test_a_commitment_lists_every_input_once_with_its_coverage(site: Path) -> None:
    """R80: the table, the coverage and the data say the same."""
    pages = read_site(site)
    for row in rows(site, "commitments"):
        page = pages[row["page"]]
        listed = cells(page, "Every milestone and measure, once")
        statuses = Counter(tag for line in listed for tag in tags(line[-1]))
        counted = dict(one.split(":") for one in row["counts"].split())
        assert statuses == {word(name): int(number) for name, number in counted.items()}
        assert sum(statuses.values()) == int(row["total"])
        noun = "milestone or measure" if row["total"] == "1" else "milestones and measures"
        assert f"{row['rated']} of {row['total']} {noun} ha" in page.main.words


def test_a_roll_up_is_the_worst_of_its_inputs_in_the_data(site: Path) -> None:
    """R80: worked out again from the file, but for a status that the management team reports."""
    order = ["red", "amber", "overdue", "green"]
    found: dict[tuple[str, str, str], list[str]] = {}
    for row in rows(site, "rollups"):
        key = (row["of"], row["id"], row["status"])
        found.setdefault(key, []).append(row["input_status"])
    reported = {"gc1-m1-c1/a2"}
    for (of, name, status), inputs in found.items():
        if of in ("mission", "challenge", "plan"):
            assert status == ""
        elif name not in reported and set(inputs) & set(order):
            assert status == next(one for one in order if one in inputs), name
    assert {of for of, _, _ in found} == {"action", "commitment", "mission", "challenge", "plan"}


def test_an_input_stands_once_in_each_roll_up(site: Path) -> None:
    """R17 and R80."""
    keys = [
        (row["of"], row["id"], row["input_kind"], row["input"]) for row in rows(site, "rollups")
    ]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("path", ["plan.html", "challenges/gc1.html", "missions/gc1-m1.html"])
def test_what_is_above_a_commitment_has_counts_and_no_colour_of_its_own(
    council_site: Path, path: str
) -> None:
    """R80: the first tag of the page, if any, stands beside a commitment or a measure."""
    page = read_site(council_site)[path]
    head = page.main.one("h1").element
    parent = next(
        one for one in page.main.all("header", "div", "main") if head in list(one.element)
    )
    assert parent.name == "main" or tags(parent) == []
    assert (
        "commitments have a colour" in page.main.words
        or "1 commitment has a colour" in page.main.words
    )


def test_no_bar_puts_two_states_together(site: Path) -> None:
    """R83: every segment has the word of one status."""
    for page in read_site(site).values():
        for bar in page.main.having("bar"):
            words = [one.words for one in bar.having("key")[0].all("li")]
            assert not any("No colour" in one for one in words), page.path
            assert len(words) == len(set(words))


def test_the_home_page_counts_every_milestone_in_every_state(site: Path) -> None:
    """R83: overdue, not reported, achieved, deferred and cancelled are each their own."""
    home = read_site(site)["index.html"]
    shown = {
        one.having("word")[0].words: int(one.having("figure")[0].words)
        for one in part(home, "milestones").all("li")
    }
    counted = Counter(word(row["status"]) for row in rows(site, "milestones"))
    assert {name: number for name, number in shown.items() if number} == counted


def test_the_plan_says_how_many_commitments_its_counts_leave_out(glasgow_site: Path) -> None:
    """R16 and R80: two of 230 with a colour is not the whole."""
    for path in ("index.html", "plan.html"):
        assert (
            "2 of 2 commitments have a colour. The plan declares 230, and the others are not "
            "recorded here."
        ) in read_site(glasgow_site)[path].main.words


def test_the_method_page_publishes_the_rule(site: Path) -> None:
    """R80."""
    words = part(read_site(site)["how-we-rate.html"], "rollup").words
    assert "Red before amber before overdue before green." in words
    assert "They have no colour of their own" in words
    assert "never averaged" in words


def test_a_report_lists_a_milestone_that_is_not_on_track_with_its_sentence(
    council_site: Path,
) -> None:
    reports = [
        page for path, page in read_site(council_site).items() if path.startswith("reports/2")
    ]
    told = " ".join(page.main.words for page in reports)
    assert "(one front door). Timescale amber, budget green and completion green" in told
