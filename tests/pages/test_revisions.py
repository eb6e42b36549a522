"""Revisions and corrections on pages (R113, R146): the register, and the notice on a paper."""

from datetime import date

from generator.model.report import Report
from generator.pages.build import Build
from generator.pages.parts import Prose
from generator.pages.revisions import RevisionsView, correction_notice, revisions_page
from tests.command import COUNCIL
from tests.helpers import files_under, state_of

FILES = files_under(COUNCIL)
ADVICE = "measures/housing/advice-decided.yaml"
CORRECTED = b"""    revisions:
      - on: 2025-01-15
        from: 99.0
        type: correction
        reason: Two withdrawn cases had been counted.
        told: Scrutiny Committee
"""


def built(day: str) -> Build:
    """The council with a figure of 2023-24 Q2 that was corrected on `day`."""
    before = FILES.read(ADVICE) or b""
    figure = b"    value: 96.0\n"
    assert figure in before
    corrected = CORRECTED.replace(b"2025-01-15", day.encode())
    files = FILES.having(ADVICE, before.replace(figure, figure + corrected, 1))
    state = state_of(files, date(2025, 3, 31))
    assert state.rated
    return Build(state.rated, "abc", "0")


def notices(build: Build) -> list[str]:
    """The notices of corrections on the paper of 20 November 2024."""
    report: Report = build.files.reports[0]
    assert report.meeting == date(2024, 11, 20)
    found = correction_notice(build, report, build.rated.measures, "reports/x.html")
    return [
        f"{one.title}: {one.text.text if isinstance(one.text, Prose) else one.text}"
        for one in found
    ]


def test_a_paper_says_which_of_its_figures_were_corrected_since() -> None:
    (notice,) = notices(built("2025-01-15"))
    assert notice.startswith("1 figure corrected since this meeting: - [")
    assert "](../measures/advice-decided.html): 99.0% became 96.0%, 15 January 2025." in notice
    assert notice.endswith("Two withdrawn cases had been counted.")


def test_what_was_corrected_before_the_meeting_is_not_told_there() -> None:
    assert notices(built("2024-11-20")) == []


def test_every_revision_stands_in_the_register() -> None:
    view = revisions_page(built("2025-01-15")).view
    assert isinstance(view, RevisionsView)
    assert view.table
    first = [cell.text for cell in view.table.rows[0].cells]
    assert first[1:4] == ["15 January 2025", "99.0% became 96.0%", "Correction"]
    assert first[5] == "The same"
