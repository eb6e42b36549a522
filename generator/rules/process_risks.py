"""The risks of the process itself: one register, with controls that are counted (R53-R64).

The seven risks are those of the Performance Manual, in our own words, with the causes and effects of
its longer table. Every page and document that shows them takes them from here.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.finding import Remark
from generator.model.words import Kind, Status
from generator.rules.checks.aggregation import aggregation_fits_the_figure
from generator.rules.checks.case_study_texts import not_green_has_a_case_study
from generator.rules.checks.figures import not_green_has_an_action, reported_status_is_justified
from generator.rules.checks.narrative import figure_is_the_same_elsewhere, typed_figure_is_quoted
from generator.rules.checks.ownership import figure_is_checked, owner_and_backup_differ
from generator.rules.checks.periods import figure_is_overdue
from generator.rules.checks.plan_gaps import (
    action_has_a_target,
    commitment_is_followed,
    risks_are_recorded,
)
from generator.rules.checks.plan_texts import milestone_has_a_test, words_are_definite
from generator.rules.checks.progress import milestone_is_overdue, progress_text_is_new
from generator.rules.checks.recalculated import example_gives_its_value, value_is_recalculated
from generator.rules.checks.targets import target_is_frozen, target_is_not_lowered
from generator.rules.rated import Rated, RatedMeasure
from generator.rules.register import overrides
from generator.rules.rule import Check


class ControlResult(NamedTuple):
    """What a control finds on one day: how many, of what, and the rules that list them.

    `watched` are counts that tell something, and are no fault as such.
    """

    number: int
    what: str
    rules: tuple[str, ...] = ()
    watched: bool = False

    @property
    def holds(self) -> bool:
        """Whether nothing was found that should not be."""
        return self.watched or not self.number


@dataclass(frozen=True, slots=True)
class Control:
    """Something that is counted: `what` follows the number, as for none and for many."""

    what: str
    count: Callable[[Rated], int]
    rules: tuple[str, ...] = ()
    watched: bool = False

    def result(self, rated: Rated) -> ControlResult:
        """What the control finds in `rated`."""
        return ControlResult(self.count(rated), self.what, self.rules, self.watched)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessRisk:
    """A risk of the process, with its cause, its effect, and what is done about it."""

    id: str
    risk: str
    cause: str
    effect: str
    mitigations: tuple[str, ...]
    controls: tuple[Control, ...]


class RiskOnTheDay(NamedTuple):
    """A risk with what its controls find."""

    risk: ProcessRisk
    results: tuple[ControlResult, ...]


def process_risks(rated: Rated) -> Iterator[RiskOnTheDay]:
    """Every risk of the process, each with what its controls find in `rated`."""
    for risk in PROCESS_RISKS:
        yield RiskOnTheDay(risk, tuple(control.result(rated) for control in risk.controls))


def _found(what: str, *checks: Check) -> Control:
    """A control that counts what these rules find, whatever the council's policy on them."""

    def count(rated: Rated) -> int:
        return len({_place(one) for check in checks for one in check(rated)})

    return Control(what, count, tuple(check.__name__.replace("_", "-") for check in checks))


def _place(remark: Remark) -> tuple[object, ...]:
    return (remark.path, remark.at, remark.message)


def _without_owner(rated: Rated) -> int:
    """Measures and commitments whose owner or backup is no role, or the same person."""
    files = rated.catalogue
    items: Iterable[tuple[str, str, str]] = (
        *((item.path, item.owner, item.backup) for item in files.measures),
        *((item.path, item.owner, item.backup) for item in files.commitments),
    )
    unknown = {path for path, *roles in items if not all(role in files.roles for role in roles)}
    return len(unknown | {remark.path for remark in owner_and_backup_differ(rated)})


def _not_measurable(rated: Rated) -> int:
    return sum(1 for item in rated.catalogue.commitments if item.measurable)


def _without_smart(rated: Rated) -> int:
    """Measures of the council's own; whoever publishes a statistic answers for its definition."""
    own = (item for item in rated.catalogue.measures if not item.is_published_statistic)
    return sum(1 for item in own if item.smart is None)


def _without_outcome(rated: Rated) -> int:
    files = rated.catalogue
    commitments = sum(1 for item in files.commitments if not item.outcome)
    missions = sum(1 for item in files.plan.missions if not (item.ends and item.success))
    return commitments + missions


def _without_procedure(rated: Rated) -> int:
    figures = (item for item in rated.catalogue.measures if item.kind is Kind.QUANTITATIVE)
    return sum(1 for item in figures if not (item.calculation or item.origin))


def _better_than_computed(rated: Rated) -> int:
    """Overrides that stand and report a better colour than the figures give."""
    order = (Status.GREEN, Status.AMBER, Status.RED)
    return sum(
        1
        for each in overrides(rated)
        if each.outcome == "stands" and order.index(each.said.colour) < order.index(each.computed)
    )


def _without_reporting_line(rated: Rated) -> int:
    """Owners of measures and commitments whose role reports to nobody."""
    files = rated.catalogue
    owners = {item.owner for item in (*files.measures,)} | {
        item.owner for item in files.commitments
    }
    return sum(
        1 for name in owners if (role := files.roles.get(name)) is None or role.reports_to is None
    )


def _unexplained(rated: Rated) -> int:
    """Amber and red results of today without a word of explanation."""
    return sum(1 for item in rated.measures if _is_unexplained(item))


def _is_unexplained(item: RatedMeasure) -> bool:
    one = item.current
    if one is None or one.status not in (Status.AMBER, Status.RED):
        return False
    return not (one.entry.commentary or one.entry.assessment)


def _escalated(rated: Rated) -> int:
    files = rated.catalogue
    risks = [risk for item in files.measures for risk in item.risks]
    risks += [risk for item in files.commitments for risk in item.risks]
    return sum(1 for risk in risks if risk.escalated)


PROCESS_RISKS = (
    ProcessRisk(
        id="ownership",
        risk="Nobody in particular answers for a measure, or nobody does any more.",
        cause="The measure was set up without saying whose it is.",
        effect="Nobody acts on the result, and it is not worked out when one person is away.",
        mitigations=(
            "Every measure and commitment names an owner and a backup, who are two persons.",
            "The backup can work the figure out from the written procedure alone.",
        ),
        controls=(
            Control(
                "measures and commitments without an owner and another person as backup",
                _without_owner,
                ("owner-and-backup-differ", "reference-exists"),
            ),
        ),
    ),
    ProcessRisk(
        id="not-tangible",
        risk="A commitment cannot be followed by figures.",
        cause="It is worded as an aim, or hangs on bodies outside the council.",
        effect="Nobody can show whether it was kept.",
        mitigations=(
            "A commitment may have no measure, and then says why and is followed by its milestones.",
            "Actions are chosen that bear on it, and what lies outside the council's control is named.",
        ),
        controls=(
            _found("commitments that nothing follows", commitment_is_followed),
            Control(
                "commitments that say why they cannot be measured", _not_measurable, watched=True
            ),
            _found("actions with neither a milestone nor a target", action_has_a_target),
        ),
    ),
    ProcessRisk(
        id="vague",
        risk="A measure leaves open what it means.",
        cause="It is not said exactly what is counted, or what would be a success.",
        effect="Two people come to two results.",
        mitigations=(
            "Measures are tested by the five SMART questions when they are agreed.",
            "An aspiration is broken down into activities that can be seen, with their risks assessed.",
        ),
        controls=(
            Control("measures without answers to the SMART questions", _without_smart),
            _found("texts with vague words", words_are_definite),
            _found("current milestones without a date or a test", milestone_has_a_test),
            Control(
                "commitments without an outcome, or missions without an end or a measure of success",
                _without_outcome,
                ("outcome-is-stated",),
            ),
            _found(
                "commitments with neither risks nor a reason why none are recorded",
                risks_are_recorded,
            ),
        ),
    ),
    ProcessRisk(
        id="not-calculated",
        risk="Figures are late, or wrong.",
        cause="There is no timetable, or no written way to work them out.",
        effect="Decisions rest on figures that are out of date or not true.",
        mitigations=(
            "Each measure has a day by which each figure is due, and a late one is shown as late.",
            "The procedure is written, and its formula is worked out again on every check.",
            "A second person repeats the work before a figure is reported.",
            "Management teams look at performance at every meeting.",
        ),
        controls=(
            _found("figures that are overdue", figure_is_overdue),
            Control(
                "measures without a procedure or a published source",
                _without_procedure,
            ),
            _found(
                "figures that do not follow from their inputs",
                value_is_recalculated,
                example_gives_its_value,
                aggregation_fits_the_figure,
            ),
            _found("figures and judgements without a second check", figure_is_checked),
            _found("figures typed in papers in place of being quoted", typed_figure_is_quoted),
            _found("figures that differ elsewhere without a reason", figure_is_the_same_elsewhere),
        ),
    ),
    ProcessRisk(
        id="not-in-time",
        risk="A problem is seen too late to act on it.",
        cause="Results are looked at too seldom, or wait for the next meeting.",
        effect="What could have been put right is not.",
        mitigations=(
            "Results go to the management team regularly.",
            "Whatever is not green has an action with an owner and a realistic date.",
            "An owner can raise a risk between meetings, and the date on which it was raised is kept.",
        ),
        controls=(
            _found("results that are not green and have no action", not_green_has_an_action),
            _found("milestones that are late and not reported as late", milestone_is_overdue),
            Control("risks that were raised above the service", _escalated, watched=True),
        ),
    ),
    ProcessRisk(
        id="pressure",
        risk="Owners feel that they have to show progress.",
        cause="Good news is wanted more than the true state.",
        effect="Figures, targets or statuses look better than they are.",
        mitigations=(
            "The status is worked out from the figures. Another one needs approvers and is printed too.",
            "A target that is made easier says so in public.",
            "Every owner has somebody to report to, with whom a problem can be talked over.",
        ),
        controls=(
            Control(
                "results reported in a better colour than their figures give",
                _better_than_computed,
                ("reported-status-is-justified",),
                watched=True,
            ),
            _found("statuses that nobody justified", reported_status_is_justified),
            _found(
                "targets that were lowered or changed late without a reason",
                target_is_not_lowered,
                target_is_frozen,
            ),
            _found("texts copied from the period before", progress_text_is_new),
            Control("owners whose role reports to nobody", _without_reporting_line),
        ),
    ),
    ProcessRisk(
        id="reputation",
        risk="Slow progress, reported or kept back, harms the name of the council or its partners.",
        cause="A bad result stands alone, or is not told at all.",
        effect="People trust the council, its stakeholders and its delivery partners less.",
        mitigations=(
            "A result that is not green is explained beside it, in words that people understand.",
            "A case study tells what lies behind a milestone that is amber or red.",
            "The explanation stands beside the result and never in its place.",
        ),
        controls=(
            Control("measures that are amber or red today without an explanation", _unexplained),
            _found(
                "amber or red milestones in a paper without a case study",
                not_green_has_a_case_study,
            ),
        ),
    ),
)
"""The register, in the order of the manual."""
