"""Which measures moved, the wrong way and the right way with equal room (R123, R144)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.model.words import TrendWord
from generator.pages import urls
from generator.pages.figures import current_status
from generator.pages.parts import Link
from generator.pages.status_words import status_view
from generator.pages.trends import current_trend
from generator.rules.rated import RatedMeasure
from generator.rules.trend_sentence import trend_sentence
from generator.rules.wording import plural

MOST = 4
"""How many that moved each way are named."""
WORSE = (TrendWord.DECLINING, TrendWord.FURTHER)
BETTER = (TrendWord.IMPROVING, TrendWord.NEARER)


@dataclass(frozen=True, slots=True)
class Moves:
    """The measures that moved most each way since the period before, and how many there are."""

    summary: str
    worse: tuple[Link, ...]
    better: tuple[Link, ...]
    more_worse: str | None
    more_better: str | None


def moves(items: Sequence[RatedMeasure], path: str) -> Moves:
    """What moved, on the page at `path`; only figures that a measure is shown as today count."""
    known = [item for item in items if current_trend(item)]
    worse = _moved(known, WORSE)
    better = _moved(known, BETTER)
    level = sum(item.trend.short.word is TrendWord.NO_CHANGE for item in known)
    told = (
        f"Since the period before, {plural(len(better), 'measure')} moved the right way, "
        f"{len(worse)} the wrong way, and {level} had no material change."
    )
    return Moves(
        told,
        tuple(_link(item, path) for item in worse[:MOST]),
        tuple(_link(item, path) for item in better[:MOST]),
        _more(len(worse)),
        _more(len(better)),
    )


def _moved(items: Sequence[RatedMeasure], words: Sequence[TrendWord]) -> list[RatedMeasure]:
    """Those with one of these words, the greatest change first: in times the least that counts."""
    found = [item for item in items if item.trend.short.word in words]
    return sorted(found, key=lambda item: (-_size(item), item.measure.title.casefold()))


def _size(item: RatedMeasure) -> Decimal:
    change = item.trend.short.change
    if change is None or change.size is None or not change.limit:
        return Decimal(0)
    return abs(change.size) / change.limit


def _link(item: RatedMeasure, path: str) -> Link:
    href = urls.relative(path, urls.measure(item.measure.id))
    told = trend_sentence(item.measure, item.trend.short)
    return Link(href, item.measure.title, told, status_view(current_status(item)))


def _more(count: int) -> str | None:
    return f"and {count - MOST} more" if count > MOST else None
