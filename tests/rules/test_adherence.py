"""Adherence: every control that is named exists, and what it finds is counted by service (R166)."""

import re
from pathlib import Path

from click import Context

from generator.cli import cli
from generator.handbook.reference import PROCESS_RISKS
from generator.rules.addresses import page_addresses
from generator.rules.adherence import COUNCIL, TOPICS, adherence
from generator.rules.checks.all_rules import EVERY_RULE
from generator.rules.clauses.clause import Clause
from tests.pages.reading import read_site
from tests.rules.test_assurance import ADVICE, changed, rated

CLAUSES = [clause for topic in TOPICS for clause in topic.clauses]
DOCS = Path(__file__).parent.parent.parent / "docs"


def clause(name: str) -> Clause:
    """The clause with this id."""
    return next(one for one in CLAUSES if one.id == name)


def test_every_rule_that_controls_a_clause_is_a_rule() -> None:
    assert {rule for one in CLAUSES for rule in one.rules} <= EVERY_RULE.keys()


def test_every_page_that_shows_a_clause_is_built() -> None:
    pages = {page for one in CLAUSES for page in one.pages}
    built = page_addresses(rated().catalogue)
    handbook = {page for page in pages if page.startswith("guide/")}
    assert pages - handbook <= built
    made = {f"guide/{PROCESS_RISKS.removesuffix('.md')}.html"}
    written = {f"guide/{path.stem}.html" for path in DOCS.glob("*.md")}
    assert handbook <= made | written


def test_every_command_that_proves_a_clause_is_a_command() -> None:
    assert {name for one in CLAUSES for name in one.commands} <= set(
        cli.list_commands(Context(cli))
    )


def test_clauses_and_topics_are_told_apart() -> None:
    ids = [one.id for one in CLAUSES]
    assert len(set(ids)) == len(ids) > 100
    assert all(re.fullmatch("R[0-9]+", name) for name in ids)
    assert all(one.text.endswith(".") for one in CLAUSES)
    assert len({topic.id for topic in TOPICS}) == len(TOPICS) == 16


def test_what_is_left_to_people_is_not_claimed() -> None:
    """R58, R91: nothing records them, so that nothing is said to control them."""
    without = {one.id for one in CLAUSES if not (one.rules or one.pages or one.commands)}
    assert without == {"R58", "R91"}


def test_findings_are_counted_in_the_service_that_answers_for_the_file() -> None:
    before = {one.clause.id: dict(one.found) for one in adherence(rated())}
    assert before["R42"] == {}
    assert before["R57"] == {"corporate": 1}  # the late figure
    wrong = changed(ADVICE, "value: 96.0", "value: 95.0")
    after = {one.clause.id: dict(one.found) for one in adherence(rated(wrong))}
    assert after["R42"] == after["R21"] == {"housing": 1}


def test_a_file_that_cannot_be_read_breaks_the_clauses_on_form() -> None:
    found = {one.clause.id: one for one in adherence(rated(changed(ADVICE, "id: a", "id a")))}
    assert dict(found["R12"].found) == {COUNCIL: 1}


def test_a_rule_that_the_council_switched_off_counts_all_the_same() -> None:
    """The made-up council does not ask the SMART questions yet; 11 in use lack answers."""
    found = {one.clause.id: one for one in adherence(rated())}
    assert found["R35"].number == 11


def test_the_page_lists_every_clause_once_with_its_result(council_site: Path) -> None:
    page = read_site(council_site)["adherence.html"]
    words = page.main.words
    assert all(words.count(one.text) == 1 for one in CLAUSES)
    rows = [[cell.words for cell in row.all("th", "td")] for row in page.main.all("tr")]
    (smart,) = [row for row in rows if row[0].startswith(clause("R35").text)]
    assert smart[2].startswith("To put right")
    assert "11 findings" in smart[2]
