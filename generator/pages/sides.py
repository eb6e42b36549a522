"""Two sides of any list of measures: where improvement is required, and what goes well (R170)."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.words import Status
from generator.pages import urls
from generator.pages.figures import current_status
from generator.pages.moves import WORSE
from generator.pages.parts import Link
from generator.pages.status_words import status_view
from generator.pages.trends import current_trend
from generator.rules.rated import RatedMeasure

_IMPROVE = (Status.RED, Status.AMBER, Status.OVERDUE)
_WELL = (Status.GREEN, Status.ACHIEVED)


@dataclass(frozen=True, slots=True)
class Sides:
    """Measures to improve, worst first, and measures that go well; what has no colour is in neither."""

    improve: tuple[Link, ...]
    well: tuple[Link, ...]


def sides(items: Sequence[RatedMeasure], path: str) -> Sides | None:
    """Both sides of these measures on the page at `path`; None where neither has any."""
    items = sorted(items, key=lambda item: item.measure.title.casefold())
    improve = [item for status in _IMPROVE for item in items if current_status(item) is status]
    well = [item for item in items if current_status(item) in _WELL]
    if not improve and not well:
        return None
    return Sides(
        tuple(_link(item, path) for item in improve), tuple(_link(item, path) for item in well)
    )


def _link(item: RatedMeasure, path: str) -> Link:
    """A measure with its status, and a warning where its figure moves the wrong way."""
    moves_away = current_trend(item) and item.trend.short.word in WORSE
    note = "The latest figure moved the wrong way." if moves_away else None
    href = urls.relative(path, urls.measure(item.measure.id))
    return Link(href, item.measure.title, note, status_view(current_status(item)))
