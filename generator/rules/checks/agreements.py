"""Rules on what a management team settles: the measure, its bands, its review, its control."""

from collections.abc import Iterator

from generator.model.catalogue import Catalogue
from generator.model.finding import Remark
from generator.model.measure import Measure
from generator.rules.rated import Rated
from generator.rules.reviews import review_due
from generator.rules.wording import day

_ADD_AGREED = "Add agreed: {by: the management team, on: the date, reference: the minute}."


def measure_is_agreed(rated: Rated) -> Iterator[Remark]:
    """A measure that is in use was agreed by a management team, unless its figures and targets are
    all those of others.
    """
    files = rated.catalogue
    for measure in rated.in_use:
        if measure.agreed is None:
            if not is_of_others(measure):
                yield Remark(
                    path=measure.path,
                    at=("id",),
                    message=f"no management team has agreed {measure.id}",
                    fix=_ADD_AGREED,
                )
        elif other := _no_management(measure.agreed.by, files):
            yield Remark(
                path=measure.path,
                at=("agreed", "by"),
                message=f"{measure.id} was agreed by {other}, which is no management team",
                fix=_use_a_team(measure, files),
            )


def bands_are_agreed_by_management(rated: Rated) -> Iterator[Remark]:
    """A measure's own bands were agreed by a management team."""
    files = rated.catalogue
    for measure in files.measures:
        for index, bands in enumerate(measure.tolerance.bands if measure.tolerance else ()):
            other = _no_management(bands.agreed.by, files)
            if other:
                yield Remark(
                    path=measure.path,
                    at=("tolerance", "bands", index, "agreed", "by"),
                    message=(
                        f"the bands from {day(bands.from_)} were agreed by {other}, which is no "
                        "management team"
                    ),
                    fix=f"{_use_a_team(measure, files, 'them')} Until then delete these bands.",
                )


def measure_is_reviewed(rated: Rated) -> Iterator[Remark]:
    """A measure that is in use is looked at again within its review cycle."""
    council = rated.catalogue.council
    for measure in rated.in_use:
        due = review_due(measure, council)
        if due and due < rated.as_of:
            has_date = measure.review is not None and measure.review.last is not None
            yield Remark(
                path=measure.path,
                at=("review", "last") if has_date else ("agreed", "on"),
                message=f"the review of {measure.id} was due by {day(due)}",
                fix=(
                    "Ask whether it still shows what it should and whether its target still fits, "
                    "then write review: {last: the date}."
                ),
            )


def control_is_stated(rated: Rated) -> Iterator[Remark]:
    """A measure of the council's own says how far the council controls its result, and names the
    outside body on which the rest depends.
    """
    for measure in rated.in_use:
        if measure.is_published_statistic:
            continue
        if measure.control is None:
            yield Remark(
                path=measure.path,
                at=("id",),
                message=f"nothing says how far the council controls {measure.id}",
                fix="Add control: and one of control, influence or none.",
            )
        elif measure.control != "control" and measure.external_body is None:
            share = "only influences" if measure.control == "influence" else "does not control"
            yield Remark(
                path=measure.path,
                at=("control",),
                message=f"the council {share} this result, but nothing says who else does",
                fix="Add external_body: and the name of the body outside the council.",
            )


def is_of_others(measure: Measure) -> bool:
    """Whether neither the figures nor any targets are the council's own."""
    has_targets = any(entry.target is not None for entry in measure.periods)
    return measure.is_published_statistic and (measure.is_compared or not has_targets)


def _no_management(body_id: str, files: Catalogue) -> str | None:
    """The name of a body that is no management team; None for one that is, or is not known."""
    body = files.bodies.get(body_id)
    return None if body is None or body.kind == "management" else body.name


def _use_a_team(measure: Measure, files: Catalogue, what: str = "it") -> str:
    """Which management teams could have agreed it: the service's own, or else any."""
    teams = [body for body in files.bodies.values() if body.kind == "management"]
    own = [body.id for body in teams if body.service == measure.service]
    names = own or [body.id for body in teams]
    if not names:
        return f"Add a body of kind management to council.yaml, and have {what} agreed by that."
    return f"Have {what} agreed by {' or '.join(names[:4])}, and write that here."
