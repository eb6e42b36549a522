"""Statuses and flags in words and shapes; colour is always last (R147)."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.model.words import Flag, Status
from generator.pages.parts import StatusView
from generator.rules.wording import status_in_text


class MarkView(NamedTuple):
    """The mark of a point in a drawing: its style, and its shape by name."""

    css: str
    shape: str


_SHAPES = {Status.RED: "▼", Status.AMBER: "●", Status.GREEN: "▲"}
FLAG_WORDS = {
    Flag.PROVISIONAL: "Provisional",
    Flag.ESTIMATED: "Estimate",
    Flag.REVISED: "Revised",
    Flag.CORRECTED: "Corrected",
    Flag.BOUNDARY: "Boundary",
    Flag.INDISTINCT: "Within its interval",
    Flag.SMALL_NUMBER: "Small number",
    Flag.OVERRIDDEN: "Overridden",
    Flag.EXPIRED: "Override expired",
    Flag.COMPARISON: "Compared, not a target",
    Flag.UNCHECKED: "Awaiting second check",
    Flag.NOT_AGREED: "Not agreed",
}

MEANINGS = {
    Status.OVERDUE: "The day has passed on which the figure, or the milestone, was due, and nothing is reported.",
    Status.NOT_AVAILABLE: "The source did not give the figure; the reason is printed.",
    Status.SUPPRESSED: "The figure is withheld so that nobody can be identified.",
    Status.NOT_COLLECTED: "The figure was not collected for this period.",
    Status.NOT_APPLICABLE: "The measure does not apply to this period.",
    Status.NOT_COMPARABLE: "The figure cannot be compared with the others of the measure.",
    Status.BASELINE: "The first figure of its kind, with which later ones are compared.",
    Status.NOT_RATED: "No rating can be worked out: the sentence beside it says why.",
    Status.NO_TARGET: "There is a figure, but no target to rate it against.",
    Status.DATA_ONLY: "The measure gives context: neither direction is better.",
    Status.NOT_YET_DUE: "The figure is still to come, and its day has not passed.",
    Status.UNRELEASED: "The figure is not published before the day that is named.",
    Status.NOT_REPORTED: "Nothing has been reported of the milestone yet, and its day has not passed.",
    Status.ACHIEVED: "The milestone is complete, and remains so.",
    Status.DEFERRED: "It was decided to reach the milestone later; the decision is named.",
    Status.CANCELLED: "It was decided to give the milestone up; the decision is named.",
}
"""What each state means. Colours are not states: the bands in force tell what they mean."""


def status_view(status: Status) -> StatusView:
    """A status as every page shows it."""
    return _VIEWS[status]


def mark_of(status: Status) -> MarkView:
    """The mark of a status in a drawing; an open point where there is no colour."""
    return _MARKS.get(status, _OPEN)


def status_word(status: Status) -> str:
    """A status as a word: Green, Overdue, No target set."""
    return status_in_text(status).capitalize()


def flag_words(flags: Sequence[Flag]) -> tuple[str, ...]:
    """Flags as words."""
    return tuple(FLAG_WORDS[flag] for flag in flags) if flags else ()


_VIEWS = {
    status: StatusView(
        status_word(status),
        status.value if status.is_colour else "state",
        _SHAPES.get(status, "–"),
    )
    for status in Status
}
_OPEN = MarkView("none", "open")
_MARKS = {
    Status.RED: MarkView("red", "down"),
    Status.AMBER: MarkView("amber", "dot"),
    Status.GREEN: MarkView("green", "up"),
}
