"""Revisions and corrections on pages (R113, R146): the register, and the notice on a paper."""

from dataclasses import replace
from datetime import date

from generator.model.catalogue import make_catalogue
from generator.model.report import Report
from generator.pages.build import Build
from generator.pages.parts import Prose
from generator.pages.revisions import RevisionsView, correction_notice, revisions_page
from generator.rules.released import as_released
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


def test_what_else_was_changed_and_what_was_taken_out_is_listed() -> None:
    """R6, R156."""
    view = revisions_page(built("2025-01-15")).view
    assert isinstance(view, RevisionsView)
    assert view.notes
    assert view.retired
    told = [[cell.text for cell in row.cells] for row in view.notes.rows]
    assert told[0] == [
        "One front door for advice",
        "16 October 2024",
        "status (Offer evening appointments in every ward, 2024-25 Q2)",
        (
            "It had been called amber by a slip. Both wards had opened on time. Told: The Performance "
            "Manager."
        ),
    ]
    assert len(told) == 4
    assert [row.cells[0].text for row in view.retired.rows] == ["advice-leaflets"]


def test_a_note_on_a_figure_that_waits_for_its_release_waits_with_it() -> None:
    """R151."""
    files = state_of(FILES, date(2025, 3, 31)).rated
    assert files
    (measure,) = [one for one in files.catalogue.measures if one.id == "advice-decided"]
    assert [one.period for one in measure.changes] == [None, "2023-24 Q3"]
    waits = tuple(
        one._replace(released=date(2026, 1, 1)) if one.period.label == "2023-24 Q3" else one
        for one in measure.periods
    )
    catalogue = make_catalogue(
        council=files.catalogue.council,
        plan=files.catalogue.plan,
        measures=(replace(measure, periods=waits),),
    )
    (public,) = as_released(catalogue, date(2025, 3, 31)).measures
    assert [one.period for one in public.changes] == [None]
