"""The risks of the process: one register, whose controls are counted in the records (R53-R64)."""

from datetime import date
from pathlib import Path

import pytest

from generator.reporting.process_risks import handbook_process_risks
from generator.resources import schemas
from generator.rules.checks.all_rules import EVERY_RULE
from generator.rules.process_risks import PROCESS_RISKS, ControlResult, process_risks
from generator.sources import Folder
from generator.state import read_state
from tests.helpers import ROOT, Files, files_under, state_of
from tests.pages.reading import read_site

COUNCIL = files_under(ROOT / "tests" / "council")


def results(files: Files) -> dict[str, ControlResult]:
    """Each control's result by what it counts."""
    rated = state_of(files).rated
    assert rated
    return {one.what: one for risk in process_risks(rated) for one in risk.results}


def test_all_seven_risks_have_cause_effect_mitigations_and_controls() -> None:
    """R53."""
    assert len(PROCESS_RISKS) == len({risk.id for risk in PROCESS_RISKS}) == 7
    for risk in PROCESS_RISKS:
        assert all((risk.risk, risk.cause, risk.effect, risk.mitigations, risk.controls)), risk.id


def test_every_rule_that_controls_a_risk_is_a_rule() -> None:
    named = {rule for risk in PROCESS_RISKS for one in risk.controls for rule in one.rules}
    assert named <= EVERY_RULE.keys()


def test_in_the_made_up_council_all_that_should_be_none_is_none_but_for_what_it_shows_off() -> None:
    """One late figure; one red result explained by an action alone; measures not tested as SMART."""
    to_put_right = {what: one.number for what, one in results(COUNCIL).items() if not one.holds}
    assert to_put_right == {
        "figures that are overdue": 1,
        "measures without answers to the SMART questions": 13,
        "measures that are amber or red today without an explanation": 1,
    }


def changed(path: str, before: str, after: str) -> Files:
    """The council with one text in place of another."""
    text = COUNCIL.texts[path].decode()
    assert before in text
    return COUNCIL.having(path, text.replace(before, after, 1).encode())


ADVICE = "measures/housing/advice-decided.yaml"
CARERS = "commitments/gc1/m2/gc1-m2-c1.yaml"


@pytest.mark.parametrize(
    ("path", "before", "after", "what"),
    [
        (
            ADVICE,
            "backup: advice-analyst",
            "backup: advice-team-leader",
            "measures and commitments without an owner and another person as backup",
        ),
        (
            CARERS,
            "backup: care-analyst",
            "backup: care-analist",
            "measures and commitments without an owner and another person as backup",
        ),
        (ADVICE, "value: 96.0", "value: 95.0", "figures that do not follow from their inputs"),
        (CARERS, "outcome: Carers", "outcome: Soon carers", "texts with vague words"),
        (
            "council.yaml",
            "reports_to: chief-executive\n    holders: [{identity: heather",
            "holders: [{identity: heather",
            "owners whose role reports to nobody",
        ),
    ],
)
def test_a_control_counts_what_is_put_in_its_way(
    path: str, before: str, after: str, what: str
) -> None:
    """R54: count of items without owner or backup is zero or listed; and so for the others."""
    assert results(COUNCIL)[what].number == 0
    found = results(changed(path, before, after))[what]
    assert (found.number, found.holds) == (1, False)


def test_what_only_informs_is_never_to_put_right() -> None:
    """R55: "no measure" needs a reason and is shown, not failed."""
    told = results(COUNCIL)["commitments that say why they cannot be measured"]
    assert (told.number, told.watched, told.holds) == (1, True, True)


def test_a_rule_that_the_council_relaxed_is_counted_all_the_same() -> None:
    """Glasgow makes a missing action a warning; that does not make the control hold."""
    state = read_state(Folder(ROOT), schemas(), date(2026, 11, 23))
    assert state.rated
    found = {one.what: one for risk in process_risks(state.rated) for one in risk.results}
    assert found["results that are not green and have no action"].number == 7


def test_each_commitment_and_each_mission_without_an_outcome_is_counted() -> None:
    """R163: 2 commitments without an outcome, and 12 missions without an end, are 14."""
    state = read_state(Folder(ROOT), schemas(), date(2026, 11, 23))
    assert state.rated
    found = {one.what: one for risk in process_risks(state.rated) for one in risk.results}
    what = "commitments without an outcome, or missions without an end or a measure of success"
    assert found[what].number == 14


def test_the_handbook_and_the_page_print_the_same_register(council_site: Path) -> None:
    """R64: editing it once changes both."""
    page, guide = read_site(council_site)["process-risks.html"], handbook_process_risks()
    register, controls = page.document.all("table")
    assert [row.words for row in register.all("th")][:4] == [
        *("Risk", "Cause", "Effect", "What is done about it"),
    ]
    for risk in PROCESS_RISKS:
        for text in (risk.risk, *risk.mitigations):
            assert text in guide
            assert text in register.words
        assert risk.cause in register.words
        assert risk.effect in register.words
    rows = [[cell.words for cell in row.all("th", "td")][1:] for row in controls.all("tr")]
    assert ["1", "Figures that are overdueRule: figure-is-overdue", "To put right"] in rows


def test_other_publications_stand_on_the_page_of_the_measure(council_site: Path) -> None:
    """R51: each with its value, ours, and why they differ."""
    page = read_site(council_site)["measures/parks-satisfaction.html"]
    (table,) = [
        table
        for table in page.document.all("table")
        if table.one("caption").words == "The same figures elsewhere"
    ]
    assert [[cell.words for cell in row.all("th", "td")] for row in table.all("tr")][1:] == [
        [
            *("Annual report of the council 2022-23", "28 June 2023", "2022", "67.0%", "66.4%"),
            "It counts only the residents who had been to a park that month.",
        ],
        [
            *("Parks newsletter, winter 2023", "1 February 2023", "2022", "66.4%", "66.4%"),
            "It is the same",
        ],
    ]
