"""What a chart says: its message as a title, from the sentence of the rules, and what is in it."""

from collections.abc import Sequence
from decimal import Decimal

from generator.model.words import TrendWord
from generator.pages.figures import target_noun
from generator.pages.trends import trend_word
from generator.rules.rated import RatedEntry, RatedMeasure
from generator.rules.sentence import standing
from generator.rules.units import bare, target_words, with_unit


def message(item: RatedMeasure, entries: Sequence[RatedEntry]) -> str:
    """The title: how the figures move, and where the last of them stands beside its target."""
    last, unit = entries[-1], item.measure.unit
    assert last.entry.value is not None
    value, period = with_unit(last.entry.value, unit), last.entry.period.words
    told = standing(item.measure, last.entry, last.rating)
    if told:
        return f"{_moving(item, last)}{value} {told} in {period}"
    return f"{value} in {period}, {_since(unit, entries)}"


def _moving(item: RatedMeasure, last: RatedEntry) -> str:
    """The trend as the opening of a title, where there is one of the last figure."""
    short = item.trend.short
    if short.latest is not last.entry or short.word is TrendWord.CANNOT_SAY:
        return ""
    return f"{trend_word(short.word)}: "


def _since(unit: str, entries: Sequence[RatedEntry]) -> str:
    """How the last figure differs from the first."""
    first, last = entries[0].entry, entries[-1].entry
    assert first.value is not None
    assert last.value is not None
    before = f"{bare(first.value, unit)} in {first.period.words}"
    if last.value == first.value:
        return f"no different from {before}"
    return f"{'up' if last.value > first.value else 'down'} from {before}"


def description(item: RatedMeasure, entries: Sequence[RatedEntry]) -> str:
    """The chart in two or three sentences: how many figures, the lowest, the highest, the target."""
    unit = item.measure.unit
    valued = [one for one in entries if one.entry.value is not None]
    low = min(valued, key=lambda one: one.entry.value or Decimal(0))
    high = max(valued, key=lambda one: one.entry.value or Decimal(0))
    told = (
        f"{len(valued)} figures from {entries[0].entry.period.words} to "
        f"{entries[-1].entry.period.words}. Lowest: {_point(low, unit)}. Highest: "
        f"{_point(high, unit)}."
    )
    target = entries[-1].entry.target
    if target is not None:
        noun = target_noun(item)
        told += f" Latest {noun[0].lower()}{noun[1:]}: {target_words(target, unit)}."
    return told


def _point(one: RatedEntry, unit: str) -> str:
    return f"{with_unit(one.entry.value or Decimal(0), unit)} in {one.entry.period.words}"
