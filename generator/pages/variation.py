"""What the page of a measure says of variation: the sentences, the chart and the settings (R82)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.pages import urls
from generator.pages.build import Build
from generator.pages.chart import Chart
from generator.pages.parts import Fact, Link
from generator.pages.variation_chart import CAUSES, variation_chart
from generator.rules.rated import RatedMeasure
from generator.rules.variation import OFTEN, Assurance, Cause, Point, Segment
from generator.rules.variation_words import (
    assurance_sentence,
    bare_line,
    noise_sentence,
    settings_sentence,
    span,
    variation_sentence,
)
from generator.rules.wording import day, listed, one_line, plural

ASSURANCES = {
    Assurance.PASSES: "Consistently passes",
    Assurance.FAILS: "Consistently fails",
    Assurance.HIT_AND_MISS: "Hit and miss",
}
_MOST_NAMED = 6
"""The most runs of figures that are named."""
_SIGNALLED = (Cause.IMPROVEMENT, Cause.CONCERN, Cause.RISING, Cause.FALLING)


@dataclass(frozen=True, slots=True)
class VariationView:
    """Whether a measure is changing, or only varying. Without a chart there is one sentence."""

    sentence: str
    noise: str | None
    chart: Chart | None
    facts: tuple[Fact, ...]
    settings: str
    method: Link


def variation_view(build: Build, item: RatedMeasure, path: str) -> VariationView | None:
    """The view for the page at `path`; None for a measure that has a figure once a year or less."""
    measure, variation = item.measure, item.variation
    if measure.frequency not in OFTEN:
        return None
    return VariationView(
        sentence=_sentence(item),
        noise=noise_sentence(item),
        chart=variation_chart(item),
        facts=tuple(_facts(build, item)) if variation.has_limits else (),
        settings=_settings(item),
        method=Link(
            f"{urls.relative(path, urls.HOW_WE_RATE)}#variation",
            "How change is told from variation",
        ),
    )


def _sentence(item: RatedMeasure) -> str:
    said = variation_sentence(item.measure, item.variation)
    return f"No limits are worked out. {said}" if item.variation.reason else said


def _facts(build: Build, item: RatedMeasure) -> Iterator[Fact]:
    measure, variation = item.measure, item.variation
    if point := variation.latest:
        view = CAUSES[point.cause]
        steady = None if variation.segments[-1].is_steady else "But this is no steady process."
        yield Fact("Variation", f"{view.shape} {view.word} in {point.entry.period.words}", steady)
    reliance = assurance_sentence(measure, variation)
    if reliance:
        word = ASSURANCES[variation.assurance] if variation.assurance else "Not said"
        yield Fact("Assurance", word, reliance)
    for segment in variation.segments:
        yield from _lines(build, item, segment)
    yield from _signals(variation.segments)


def _lines(build: Build, item: RatedMeasure, segment: Segment) -> Iterator[Fact]:
    """The limits of a segment, and why it starts."""
    first, last = (segment.points[end].entry.period.words for end in (0, -1))
    note = " ".join(_why(build, segment))
    if limits := segment.limits:
        mean = bare_line(item.measure, limits.centre)
        words = f"{span(item.measure, limits)}, around a mean of {mean}"
    else:
        words = "None: too few figures"
    yield Fact(f"Limits from {first}", f"{words} (to {last})", note or None)


def _why(build: Build, segment: Segment) -> Iterator[str]:
    if segment.break_:
        yield f"The series breaks here. {one_line(segment.break_)}"
    if rebase := segment.rebase:
        yield (
            f"Worked out anew from here. {one_line(rebase.reason)} Evidence: "
            f"{one_line(rebase.evidence)} Approved by {build.role(rebase.approved_by)}, "
            f"{day(rebase.on)}."
        )


def _signals(segments: Sequence[Segment]) -> Iterator[Fact]:
    """The figures that signal a change, in runs, named where they are few."""
    for cause in _SIGNALLED:
        runs = [run for segment in segments for run in _runs(segment, cause)]
        if not runs:
            continue
        view, count = CAUSES[cause], sum(map(len, runs))
        many = f"{plural(count, 'figure')}, marked in the chart and listed in variation.csv"
        words = listed([_named(run) for run in runs]) if len(runs) <= _MOST_NAMED else many
        yield Fact(f"{view.shape} {view.word}", words)


def _runs(segment: Segment, cause: Cause) -> Iterator[list[Point]]:
    """Figures of one cause that follow one another."""
    for same, points in groupby(segment.points, key=lambda point: point.cause):
        if same is cause:
            yield list(points)


def _named(run: Sequence[Point]) -> str:
    first, last = run[0].entry.period.words, run[-1].entry.period.words
    return first if len(run) == 1 else f"{first} to {last}"


def _settings(item: RatedMeasure) -> str:
    """The settings, and which steps they left out."""
    said = settings_sentence(item.measure.variation)
    out = [entry.period.words for one in item.variation.segments for entry in one.screened]
    steps = "step" if len(out) == 1 else "steps"
    return f"{said} Left out: the {steps} to {listed(out)}." if out else said
