"""Trends on pages and in the data: the word first, then an arrow, then the sentence (R81)."""

from typing import NamedTuple

from generator.model.settings import TrendSettings
from generator.model.words import Movement, TrendWord
from generator.pages.parts import TrendRow, TrendView
from generator.rules.rated import RatedMeasure
from generator.rules.trend import Comparison
from generator.rules.trend_sentence import trend_sentence
from generator.rules.wording import plural

_ARROWS = {Movement.UP: "↑", Movement.DOWN: "↓", Movement.LEVEL: "→"}
_MOVED = {Movement.UP: "up", Movement.DOWN: "down", Movement.LEVEL: "no change"}

TREND_COLUMNS = {
    "trend_short": "What the latest figure means beside the one before: improving, declining, rising, falling, nearer-to-target, further-from-target, no-material-change or cannot-say.",
    "trend_long": "The same beside the mean of several periods before.",
    "trend_year": "The same beside the same period last year; empty for figures of a whole year.",
    "trend_sentence": "How these words follow from the figures, or why there is none.",
}
"""The columns about trends in measures.csv."""


class _Named(NamedTuple):
    """A comparison and what it is called."""

    label: str
    compared: Comparison


def trend_rows(item: RatedMeasure) -> tuple[TrendRow, ...]:
    """Every comparison of a measure's latest figure: a name, a word, an arrow, a sentence."""
    return tuple(
        TrendRow(
            named.label, trend_view(named.compared), trend_sentence(item.measure, named.compared)
        )
        for named in _named(item)
    )


def current_trend(item: RatedMeasure) -> TrendView | None:
    """The short trend, where it is about the period that the measure is shown as today."""
    short, current = item.trend.short, item.current
    if current is None or short.latest is None or short.latest is not current.entry:
        return None
    return trend_view(short)


def trend_view(compared: Comparison) -> TrendView:
    """A comparison as a word, an arrow, and what the arrow says."""
    movement = compared.movement
    if movement is None:
        return TrendView(trend_word(compared.word))
    return TrendView(trend_word(compared.word), _ARROWS[movement], _MOVED[movement])


def trend_word(word: TrendWord) -> str:
    """A trend as people say it: No material change."""
    return word.value.replace("-", " ").capitalize()


def trend_cells(item: RatedMeasure) -> tuple[str, ...]:
    """The cells of measures.csv about trends."""
    short, long, year = item.trend
    told = " ".join(f"{row.label}: {row.sentence}" for row in trend_rows(item))
    return (short.word.value, long.word.value, year.word.value if year else "", told)


def _named(item: RatedMeasure) -> list[_Named]:
    """The comparisons of a measure; the one with last year only where the short one is another."""
    short, long, year = item.trend
    count = (item.measure.trend or TrendSettings()).long
    yearly = short is year
    before = "Since the same period last year" if yearly else "Since the period before"
    several = (
        f"Beside the same period of {plural(count, 'earlier year')}"
        if yearly
        else f"Beside the {count} periods before"
    )
    named = [_Named(before, short), _Named(several, long)]
    if year and not yearly:
        named.append(_Named("Since the same period last year", year))
    return named
