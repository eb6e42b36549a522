"""Worked examples for the method page: figures of this very site that a rule decided."""

from collections.abc import Callable

from generator.model.measure import Measure
from generator.model.words import TrendWord
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.parts import Link
from generator.pages.status_words import status_view
from generator.rules.framing import flip_words, framing_flip
from generator.rules.rated import RatedEntry, RatedMeasure
from generator.rules.trend_sentence import trend_sentence
from generator.rules.variation_words import noise_sentence, variation_sentence

Fits = Callable[[RatedMeasure, RatedEntry], bool]
_MOVED = (TrendWord.IMPROVING, TrendWord.DECLINING)


def figure_example(build: Build, fits: Fits) -> Link | None:
    """The latest figure that `fits`: one with an agreed target before one that is compared."""
    found = [
        (item, one)
        for item in build.rated.measures
        for one in reversed(item.entries)
        if fits(item, one)
    ]
    if not found:
        return None
    item, one = min(found, key=lambda pair: (_is_compared(pair[0].measure), -_age(pair[1])))
    title = f"{item.measure.title}, {one.entry.period.words}"
    return Link(urls.measure(item.measure.id), title, one.sentence, status_view(one.status))


def _age(one: RatedEntry) -> int:
    return one.entry.period.last.toordinal()


def _is_compared(measure: Measure) -> bool:
    return measure.target_basis is not None and measure.target_basis.is_comparison


def year_example(build: Build) -> Link | None:
    """The latest whole year, of a share before one of other figures."""
    found = [
        (item, year)
        for item in build.rated.measures
        for year in reversed(item.years)
        if year.figure.is_whole and year.status
    ]
    if not found:
        return None
    item, year = min(found, key=lambda pair: pair[0].measure.unit != "percent")
    title = f"{item.measure.title}, {year.figure.label}"
    status = status_view(year.status) if year.status else None
    return Link(urls.measure(item.measure.id), title, year.sentence, status)


def framing_example(build: Build) -> Link | None:
    """A percentage with an agreed target whose colour changes when it is told the other way round."""
    for item in sorted(build.rated.measures, key=lambda one: one.measure.is_compared):
        flip = framing_flip(item)
        if flip:
            told = f"{flip_words(item.measure, flip)}."
            return Link(urls.measure(item.measure.id), item.measure.title, told)
    return None


def trend_example(build: Build) -> Link | None:
    """The latest trend of the site that is for better or for worse."""
    found = [item for item in build.rated.measures if item.trend.short.word in _MOVED]
    if not found:
        return None
    item = max(found, key=lambda one: _age(one.entries[-1]))
    word = item.trend.short.word.value.replace("-", " ").capitalize()
    told = f"{word}. {trend_sentence(item.measure, item.trend.short)}"
    return Link(urls.measure(item.measure.id), item.measure.title, told)


def variation_example(build: Build) -> Link | None:
    """A measure with limits, and what they say of its latest figure: a red that is noise first."""
    found = [item for item in build.rated.measures if item.variation.has_limits]
    if not found:
        return None
    item = min(
        found,
        key=lambda one: (noise_sentence(one) is None, not one.variation.segments[-1].is_steady),
    )
    told = variation_sentence(item.measure, item.variation)
    noise = noise_sentence(item)
    href = f"{urls.measure(item.measure.id)}#variation"
    return Link(href, item.measure.title, f"{told} {noise}" if noise else told)


def roll_up_example(build: Build) -> Link | None:
    """A commitment with a colour, and how it follows: the one with most inputs."""
    rated = [one for one in build.rated.roll_ups.commitments if one.status.is_colour]
    if not rated:
        return None
    item = max(rated, key=lambda one: one.items.total)
    title = item.commitment.short_title or item.commitment.text
    status = status_view(item.status)
    return Link(urls.commitment(item.commitment.id), title, item.sentence, status)
