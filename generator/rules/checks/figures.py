"""Rules on figures: decimals, evidence, statuses, and what is done about a bad result."""

from collections.abc import Iterator

from generator.model.finding import Remark
from generator.model.measure import Range
from generator.model.numbers import plain, rounded
from generator.model.words import Kind, Status
from generator.rules.checks.milestones import placed_milestones
from generator.rules.checks.progress import reported_colour, unjustified_actions
from generator.rules.checks.recalculated import follows_otherwise
from generator.rules.overrides import missing_from
from generator.rules.rated import Rated, RatedEntry, RatedMeasure
from generator.rules.sentence import sentence
from generator.rules.wording import listed, plural

_ADD_ACTION = "Add action: {what: the step, owner: the role, by: a realistic date}."
_ADD_ASSESSED = "Add assessed: {by: the role, on: the date}."
_ADD_BASIS = (
    "Add basis with timescale, budget and completion, each a colour with its fact, such as "
    "timescale: {green: the fact}; a green needs it as much as a red."
)


def value_has_its_decimals(rated: Rated) -> Iterator[Remark]:
    """A value is stated to no more decimals than the measure says."""
    for measure in rated.catalogue.measures:
        for index, entry in enumerate(measure.periods):
            value = entry.value
            if value is None or follows_otherwise(rated, measure, entry):
                continue  # the figure itself is wrong, and value-is-recalculated says what it is
            if rounded(value, measure.decimals) != value:
                yield Remark(
                    path=measure.path,
                    at=("periods", index, "value"),
                    message=(
                        f"the measure is stated to {plural(measure.decimals, 'decimal')}, but "
                        f"{plain(value)} has more"
                    ),
                    fix=(
                        f"Write {plain(rounded(value, measure.decimals))}, or change decimals at "
                        "the top of the file."
                    ),
                )


def value_or_state(rated: Rated) -> Iterator[Remark]:
    """A period has a result or a state that says why there is none, never both; only a baseline year
    has its figure and says that it is one.
    """
    for measure in rated.catalogue.measures:
        for index, entry in enumerate(measure.periods):
            at, label = ("periods", index), entry.period.label
            if entry.state is Status.BASELINE and not entry.has_result:
                yield Remark(
                    path=measure.path,
                    at=(*at, "state"),
                    message=f"{label} is the baseline, but has no figure",
                    fix="Add the figure, or write another state.",
                )
            elif entry.state is not Status.BASELINE and entry.state and entry.has_result:
                yield Remark(
                    path=measure.path,
                    at=(*at, "state"),
                    message=f"{label} has a figure and also says {entry.state}",
                    fix="Keep the figure and delete state and reason, or the other way round.",
                )
            if measure.kind is Kind.QUALITATIVE and entry.value is not None:
                yield Remark(
                    path=measure.path,
                    at=(*at, "value"),
                    message=f"{label} has a value, but this measure is qualitative",
                    fix="Write an assessment, or make the measure quantitative.",
                )
            if measure.kind is Kind.QUANTITATIVE and entry.assessment:
                yield Remark(
                    path=measure.path,
                    at=(*at, "assessment"),
                    message=f"{label} has an assessment, but this measure is quantitative",
                    fix="Write a value, or make the measure qualitative.",
                )


def target_fits_the_direction(rated: Rated) -> Iterator[Remark]:
    """A range has a low and a high end, other directions have one number as target."""
    for measure in rated.catalogue.measures:
        wants_range = measure.direction == "range"
        for index, entry in enumerate(measure.periods):
            target, at = entry.target, ("periods", index, "target")
            if target is None:
                continue
            if isinstance(target, Range) is not wants_range:
                found = "one number" if wants_range else "a range"
                wanted = "two ends, such as {low: 90, high: 100}" if wants_range else "one number"
                yield Remark(
                    path=measure.path,
                    at=at,
                    message=f"the target is {found}, but the direction is {measure.direction}",
                    fix=f"Write {wanted}, or change the direction.",
                )
            elif isinstance(target, Range) and target.low > target.high:
                yield Remark(
                    path=measure.path,
                    at=at,
                    message=f"the range runs from {plain(target.low)} down to {plain(target.high)}",
                    fix="Write the smaller number as low.",
                )


def reported_status_is_justified(rated: Rated) -> Iterator[Remark]:
    """A reported status that differs from the computed one has a reason and an approver other than
    the owner; a better colour has a second approver.
    """
    for item in rated.measures:
        for index, one in enumerate(item.entries):
            said = one.entry.status
            if said is None or said.colour is one.rating.computed:
                continue
            if not one.rating.computed.is_colour:
                yield Remark(
                    path=item.measure.path,
                    at=("periods", index, "status"),
                    message=(
                        f"status says {said.colour}, but only a rated figure has a colour. "
                        f"{_computed_sentence(item, one)}"
                    ),
                    fix="Delete status, or give the figure and its target.",
                )
            elif missing := missing_from(said, item.measure, one.rating.computed):
                yield Remark(
                    path=item.measure.path,
                    at=("periods", index, "status"),
                    message=(
                        f"status says {said.colour}, but {_computed_sentence(item, one)} "
                        f"To report another colour it needs {listed(missing)}"
                    ),
                    fix=(
                        f"Change it to {one.rating.computed}, correct the figure, or add what is "
                        "missing."
                    ),
                )
    yield from unjustified_actions(rated)


def judgement_has_a_basis(rated: Rated) -> Iterator[Remark]:
    """A status that no figure decides rests on recorded facts: timescale, budget and completion."""
    for commitment in rated.catalogue.commitments:
        for at, milestone in placed_milestones(commitment):
            for u, update in enumerate(milestone.updates):
                if update.published:
                    continue
                said = f"{milestone.id} is called {update.status} for {update.period.label}"
                for lacks, lack, fix in (
                    (update.basis is None, "nothing says what that rests on", _ADD_BASIS),
                    (update.assessed is None, "nobody is named who judged it", _ADD_ASSESSED),
                ):
                    if lacks:
                        yield Remark(
                            path=commitment.path,
                            at=(*at, "updates", u),
                            message=f"{said}, but {lack}",
                            fix=fix,
                        )


def status_has_evidence(rated: Rated) -> Iterator[Remark]:
    """Every figure says where it came from: a green exactly as a red."""
    for measure in rated.catalogue.measures:
        if measure.is_published_statistic or measure.kind is Kind.QUALITATIVE:
            continue
        for index, entry in enumerate(measure.periods):
            if entry.value is not None and entry.evidence is None:
                yield Remark(
                    path=measure.path,
                    at=("periods", index),
                    message=f"{entry.period.label} has a figure but no evidence",
                    fix="Add evidence: {source:, extracted:, location:}, so that it can be found.",
                )


def not_green_has_an_action(rated: Rated) -> Iterator[Remark]:
    """A current result that is amber or red has an action with an owner and a date."""
    for item in rated.measures:
        current = item.latest_result
        if current is None or current.status not in (Status.AMBER, Status.RED):
            continue
        if current.entry.action is None:
            index = item.entries.index(current)
            yield Remark(
                path=item.measure.path,
                at=("periods", index),
                message=f"{current.entry.period.label} is {current.status} and no action is recorded",
                fix=_ADD_ACTION,
            )
    for commitment in rated.catalogue.commitments:
        for at, milestone in placed_milestones(commitment):
            update = milestone.latest
            if update is None or milestone.state != "current" or update.action:
                continue
            status = reported_colour(update)
            if status in (Status.AMBER, Status.RED):
                yield Remark(
                    path=commitment.path,
                    at=(*at, "updates", len(milestone.updates) - 1),
                    message=f"{milestone.id} is {status} and no action is recorded",
                    fix=_ADD_ACTION,
                )


def _computed_sentence(item: RatedMeasure, one: RatedEntry) -> str:
    """How the computed status follows from the figures, whatever is reported."""
    return sentence(item.measure, one.entry, one.rating._replace(status=one.rating.computed))
