"""Statuses and flags in words and shapes; colour is always last (R147)."""

from collections.abc import Sequence

from generator.model.words import Flag, Status
from generator.pages.parts import StatusView

_SHAPES = {Status.RED: "▼", Status.AMBER: "●", Status.GREEN: "▲"}
_WORDS = {
    Status.NOT_YET_DUE: "Not yet due",
    Status.DATA_ONLY: "Context only",
    Status.NO_TARGET: "No target set",
}
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
    Status.OVERDUE: "The day on which the figure was due has passed and it is not there.",
    Status.NOT_AVAILABLE: "The source did not give the figure; the reason is printed.",
    Status.SUPPRESSED: "The figure is withheld so that nobody can be identified.",
    Status.NOT_COLLECTED: "The figure was not collected for this period.",
    Status.NOT_APPLICABLE: "The measure does not apply to this period.",
    Status.NOT_COMPARABLE: "The figure cannot be compared with the others of the measure.",
    Status.BASELINE: "The first figure of its kind, with which later ones are compared.",
    Status.NOT_RATED: "There is a figure and a target, but no rating can be worked out.",
    Status.NO_TARGET: "There is a figure, but no target to rate it against.",
    Status.DATA_ONLY: "The measure gives context: neither direction is better.",
    Status.NOT_YET_DUE: "The figure is still to come, and its day has not passed.",
}
"""What each state means. Colours are not states: the bands in force tell what they mean."""


def status_view(status: Status) -> StatusView:
    """A status as every page shows it."""
    return _VIEWS[status]


def status_word(status: Status) -> str:
    """A status as a word: Green, Overdue, No target set."""
    return _WORDS.get(status, status.value.replace("-", " ").capitalize())


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
