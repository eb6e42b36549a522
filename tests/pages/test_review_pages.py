"""What pages say of reviews, of who answered an escalation, and of agreements (R5, R60)."""

from datetime import date

from generator.pages.build import Build
from generator.pages.measure_facts import people, risks
from generator.pages.parts import Prose
from generator.pages.services import ServiceView, service_pages
from tests.helpers import AS_OF, ROOT, Files, files_under, state_of

COUNCIL = files_under(ROOT / "tests" / "council")


def build_of(files: Files = COUNCIL, as_of: date = AS_OF) -> Build:
    """The made-up council on a day, ready to be shown."""
    rated = state_of(files, as_of).rated
    assert rated
    return Build(rated, "", "")


def overdue(build: Build) -> dict[str, list[str]]:
    """The measures whose review each service's page lists as overdue, with the note beside them."""
    views = [page.view for page in service_pages(build)]
    return {
        view.head.title: [f"{link.href} {link.note}" for link in view.reviews]
        for view in views
        if isinstance(view, ServiceView) and view.reviews
    }


def reviewed(build: Build, measure: str) -> list[str]:
    """What the page of a measure says of its review."""
    facts = people(build, build.rated.by_id[measure])
    return [str(fact.value) for fact in facts if fact.label == "Reviewed"]


def test_no_review_of_the_made_up_council_is_overdue() -> None:
    assert overdue(build_of()) == {}


def test_an_overdue_review_is_listed_on_the_page_of_its_service() -> None:
    """R5: 24 months after 12 March 2024, and 36 after 10 May 2022, 14 March 2023 and 6 June 2023."""
    listed = overdue(build_of(as_of=date(2026, 6, 1)))
    assert listed["Corporate Services"] == [
        "../measures/living-wage.html Its review was due by 10 May 2025.",
        "../measures/accounts-signed.html Its review was due by 12 March 2026.",
        "../measures/training-spend.html Its review was due by 14 March 2026.",
    ]
    assert listed["Strathbeg Care Partnership"] == [
        "../measures/care-home-grade.html Its review was due by 14 March 2026."
    ]


def test_a_measure_says_when_it_was_reviewed_and_when_it_will_be() -> None:
    """R5."""
    build = build_of()
    assert reviewed(build, "accounts-signed") == [
        "Last on 12 March 2024. The next review is due by 12 March 2026."
    ]
    assert reviewed(build, "living-wage") == [
        "Not since it was agreed. The next review is due by 10 May 2025."
    ]
    assert reviewed(build, "life-expectancy") == []


def test_without_a_cycle_only_the_last_review_is_told() -> None:
    text = COUNCIL.texts["council.yaml"]
    build = build_of(
        COUNCIL.having("council.yaml", text.replace(b"reviews: {every_months: 36}\n", b""))
    )
    assert reviewed(build, "care-home-grade") == ["Last on 14 March 2023."]
    assert reviewed(build, "living-wage") == []


def test_an_escalation_is_told_with_its_answer_or_that_there_is_none() -> None:
    """R60."""
    build = build_of()
    path = "commitments/gc2/m1/gc2-m1-c1.yaml"
    lines = COUNCIL.texts[path].split(b"\n")
    asked = b"\n".join(line for line in lines if not line.startswith(b"    answer"))
    open_still = build_of(COUNCIL.having(path, asked))
    for shown, end in (
        (
            build,
            (
                "- Escalated on 2 October 2024 to Parks & Gardens Senior Management Team. Answered "
                "on 13 November 2024: Two play areas may use wood from the council's own trees."
            ),
        ),
        (
            open_still,
            (
                "- Escalated on 2 October 2024 to Parks & Gardens Senior Management Team. No answer "
                "is recorded."
            ),
        ),
    ):
        table = risks(shown, shown.files.commitment["gc2-m1-c1"].risks)
        assert table
        told = table.rows[0].cells[-1].text
        assert isinstance(told, Prose)
        assert told.text.endswith(end)
