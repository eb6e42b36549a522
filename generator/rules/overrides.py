"""Overrides: when a reported status may stand in the place of the computed one (R79)."""

from datetime import date

from generator.model.measure import Measure, ReportedStatus
from generator.model.words import COLOURS, Status


def stands(said: ReportedStatus, measure: Measure, computed: Status, as_of: date) -> bool:
    """Whether the reported status counts on the day `as_of`: it is justified and has not expired."""
    if _is_past(said, as_of):
        return False
    return computed.is_colour and not missing_from(said, measure, computed)


def has_expired(said: ReportedStatus, computed: Status, as_of: date) -> bool:
    """Whether a reported status that once differed no longer counts, so that the computed is shown."""
    return computed.is_colour and said.colour is not computed and _is_past(said, as_of)


def missing_from(said: ReportedStatus, measure: Measure, computed: Status) -> list[str]:
    """What a reported status lacks before it may differ from the computed colour, in words."""
    if said.colour is computed:
        return []
    better = COLOURS.index(said.colour) > COLOURS.index(computed)
    second = said.second_approver
    needs = (
        (bool(said.reason), "a reason"),
        (bool(said.on), "the date of the approval"),
        (bool(said.expires), "the date on which it expires"),
        (bool(said.approved_by), "an approver"),
        (said.approved_by != measure.owner, "an approver other than the owner"),
        (bool(second) or not better, "a second approver because the colour is better"),
        (
            not second or not better or second not in (said.approved_by, measure.owner),
            "a second approver who is neither the first nor the owner",
        ),
    )
    return [words for holds, words in needs if not holds]


def _is_past(said: ReportedStatus, as_of: date) -> bool:
    return said.expires is not None and said.expires < as_of
