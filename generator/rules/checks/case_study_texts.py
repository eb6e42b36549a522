"""Rules on case studies: long enough, read again in time, and there where one is expected."""

from collections.abc import Iterator

from generator.model.finding import Remark
from generator.model.words import MilestoneState, Status
from generator.rules.contents import report_commitments
from generator.rules.milestones import RatedMilestone
from generator.rules.rated import Rated
from generator.rules.wording import day, plural

SHORTEST_SYNOPSIS = 40
"""The fewest words of a synopsis that tells a reader something (R137)."""


def synopsis_says_enough(rated: Rated) -> Iterator[Remark]:
    """The synopsis of a case study has at least 40 words."""
    for study in rated.catalogue.case_studies:
        words = len((study.synopsis or "").split())
        if study.synopsis and words < SHORTEST_SYNOPSIS:
            yield Remark(
                path=study.path,
                at=("synopsis",),
                message=f"the synopsis has only {plural(words, 'word')}",
                fix=(
                    f"Say in {SHORTEST_SYNOPSIS} to 100 words what was done, for whom, and how far "
                    "it has come."
                ),
            )


def case_study_is_up_to_date(rated: Rated) -> Iterator[Remark]:
    """A case study is read again by the day that it names for its review."""
    for study in rated.catalogue.case_studies:
        if study.review and study.review < rated.as_of and not study.awaiting:
            yield Remark(
                path=study.path,
                at=("review",),
                message=f"{study.id} was to be read again by {day(study.review)}",
                fix=(
                    "Read it again, correct what has changed, and write the new days under written, "
                    "checked and review."
                ),
            )


def not_green_has_a_case_study(rated: Rated) -> Iterator[Remark]:
    """An amber or red milestone in a committee report has a case study, or a reason why it has none."""
    told = {
        (study.milestone.commitment, study.milestone.id) for study in rated.catalogue.case_studies
    }
    # A case study that names no milestone of its commitment is found by `reference_exists`.
    misspelt = {
        name for name, milestone in told if rated.catalogue.milestone(name, milestone) is None
    }
    seen: set[str] = set()
    for report in rated.catalogue.reports:
        for commitment in report_commitments(report, rated):
            for one in commitment.milestones:
                key = (one.commitment.id, one.milestone.id)
                if key in told or key[0] in misspelt or one.key in seen:
                    continue
                if not _needs_a_case_study(one):
                    continue
                seen.add(one.key)
                yield Remark(
                    path=one.commitment.path,
                    at=_place(one),
                    message=(
                        f"{one.milestone.id} is {one.status} in the report {report.id}, and has no "
                        "case study"
                    ),
                    fix=(
                        "Add one under commitments/case-studies, or say no_case_study: why none is "
                        "needed."
                    ),
                )


def _needs_a_case_study(one: RatedMilestone) -> bool:
    return (
        one.milestone.state is MilestoneState.CURRENT
        and one.status in (Status.AMBER, Status.RED)
        and not one.milestone.no_case_study
    )


def _place(one: RatedMilestone) -> tuple[str | int, ...]:
    actions = one.commitment.actions
    a = next(index for index, action in enumerate(actions) if one.milestone in action.milestones)
    return ("actions", a, "milestones", actions[a].milestones.index(one.milestone))
