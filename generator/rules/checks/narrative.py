"""Rules that hold one figure to one value: in reports, case studies, comments and elsewhere."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from generator.model.case_study import CaseStudy
from generator.model.finding import Remark
from generator.model.measure import Measure, PeriodEntry, Range
from generator.model.report import Report
from generator.model.words import Basis
from generator.rules.bands import STEP
from generator.rules.contents import report_measures
from generator.rules.figures_in_text import FigureKind, TypedFigure, kind_of_figure, typed_figures
from generator.rules.quotes import narrative
from generator.rules.rated import Rated, RatedEntry, RatedMeasure
from generator.rules.texts import texts_of
from generator.rules.units import with_unit
from generator.rules.wording import day

_MOST_OFFERED = 3
"""How many quotes are offered where several have the same value."""


class Quote(NamedTuple):
    """One figure that a report may quote."""

    name: str
    measure: str
    period: str

    def __str__(self) -> str:
        """The quote as it is written."""
        return f'{{{{ {self.name}("{self.measure}", "{self.period}") }}}}'


def typed_figure_is_quoted(rated: Rated) -> Iterator[Remark]:
    """A figure in a report is quoted from its measure, and one in a comment or a case study is a figure
    of the measure that it is about.
    """
    for report in rated.catalogue.reports:
        yield from _typed_in_report(report, rated)
    for item in rated.measures:
        yield from _typed_in_comments(item, rated)
    for study in rated.catalogue.case_studies:
        yield from _typed_in_case_study(study, rated)


def figure_is_the_same_elsewhere(rated: Rated) -> Iterator[Remark]:
    """A figure that is published elsewhere has the same value there, or a reason why it differs."""
    for item in rated.measures:
        measure = item.measure
        for index, said in enumerate(measure.published_elsewhere):
            one = item.at(said.period)
            value = one.entry.value if one else None
            if value is None:
                yield Remark(
                    path=measure.path,
                    at=("published_elsewhere", index, "period"),
                    message=f"there is no figure for {said.period} here to hold “{said.where}” against",
                    fix="Correct the period, or add the figure to periods.",
                )
            elif value != said.value and not said.reason:
                yield Remark(
                    path=measure.path,
                    at=("published_elsewhere", index, "value"),
                    message=(
                        f"“{said.where}” of {day(said.on)} gives {with_unit(said.value, measure.unit)} "
                        f"for {said.period}, and this file {with_unit(value, measure.unit)}"
                    ),
                    fix=(
                        "Add reason: what differs, the day of the data or the definition; or correct "
                        "the figure that is wrong."
                    ),
                )


def _typed_in_report(report: Report, rated: Rated) -> Iterator[Remark]:
    items = report_measures(report, rated)
    kinds = {kind_of_figure(item.measure) for item in items}
    known: dict[tuple[FigureKind, Decimal], list[Quote]] | None = None
    for at, text in narrative(report):
        for figure in typed_figures(text):
            if figure.kind not in kinds or figure.value in _band_limits(items, rated):
                continue
            known = _quotes(items) if known is None else known
            found = _nearest(known.get((figure.kind, figure.value), []), report.period)
            yield Remark(path=report.path, at=at, message=_unbound(figure, found), fix=_bind(found))


def _unbound(figure: TypedFigure, found: list[Quote]) -> str:
    if not found:
        return f"{figure.words} is typed, and is no figure of a measure in this report"
    return f"{figure.words} is typed, and would stay as it is when the figure changes"


def _bind(found: list[Quote]) -> str:
    match found:
        case []:
            return (
                'Write {{ value("measure-id", "2024-25 Q1") }}, or leave it if it is the figure of '
                "somebody else, and say whose."
            )
        case [one]:
            return f"Write {one} in its place."
        case _:
            offered = [str(one) for one in found[:_MOST_OFFERED]]
            return f"Write the quote that is meant: {' or '.join(offered)}."


def _nearest(found: list[Quote], period: str) -> list[Quote]:
    """Of the quotes with one value, those of the report's own period, if there are any."""
    return [quote for quote in found if quote.period == period] or found


def _quotes(items: Iterable[RatedMeasure]) -> dict[tuple[FigureKind, Decimal], list[Quote]]:
    """Every figure that can be quoted from these measures, by its kind and value, newest first."""
    known: dict[tuple[FigureKind, Decimal], list[Quote]] = defaultdict(list)
    for item in items:
        kind = kind_of_figure(item.measure)
        if kind is None:
            continue
        for one in reversed(item.entries):
            for name, value in _quotable(one):
                own = _outwith_kind(item.measure) if name == "outwith" else kind
                known[own, value].append(Quote(name, item.measure.id, one.entry.period.label))
    return known


def _quotable(one: RatedEntry) -> Iterator[tuple[str, Decimal]]:
    target, outwith = one.entry.target, one.rating.outwith
    if one.entry.value is not None:
        yield "value", one.entry.value
    if isinstance(target, Decimal):
        yield "target", target
    if outwith is not None and outwith >= 0:
        yield "outwith", outwith


def _outwith_kind(measure: Measure) -> FigureKind:
    return FigureKind.PERCENT if measure.basis is Basis.RELATIVE else FigureKind.PLAIN


def _typed_in_comments(item: RatedMeasure, rated: Rated) -> Iterator[Remark]:
    measure, known = item.measure, None
    for index, entry in enumerate(measure.periods):
        for figure in typed_figures(entry.commentary or ""):
            known = known or _figures_of((item,), rated)
            if figure.kind is kind_of_figure(measure) and figure.value not in known:
                yield Remark(
                    path=measure.path,
                    at=("periods", index, "commentary"),
                    message=(
                        f"the commentary for {entry.period.label} says {figure.words}, which is no "
                        "value, target or outwith of this measure"
                    ),
                    fix="Write the figure as it stands in this file, or say whose figure it is.",
                )


def _typed_in_case_study(study: CaseStudy, rated: Rated) -> Iterator[Remark]:
    items = _measures_behind(study, rated)
    money = {item.pounds for item in study.impact.money} if study.impact else set()
    kinds = {kind_of_figure(item.measure) for item in items}
    kinds |= {FigureKind.POUNDS} if money else set()
    known = _figures_of(items, rated) | money
    for at, text in texts_of(study):
        if at[0] not in _NARRATIVE or "money" in at:
            continue
        for figure in typed_figures(text):
            if figure.kind in kinds and figure.value not in known:
                yield Remark(
                    path=study.path,
                    at=at,
                    message=(
                        f"the case study says {figure.words}, which is neither a figure of a measure "
                        "behind its milestone nor an amount under money"
                    ),
                    fix=(
                        "Write the figure as it stands in the measure or under money, or say whose "
                        "figure it is."
                    ),
                )


_NARRATIVE = ("synopsis", "challenge", "solution", "impact", "sustained", "lessons")


def _measures_behind(study: CaseStudy, rated: Rated) -> list[RatedMeasure]:
    """The measures of the action, and those that support the commitment, of a case study."""
    named = study.milestone
    found = rated.catalogue.milestone(named.commitment, named.id)
    by_action = found[0].measures if found else ()
    return [
        item
        for item in rated.measures
        if item.measure.id in by_action or named.commitment in item.measure.supports.commitments
    ]


def _figures_of(items: Iterable[RatedMeasure], rated: Rated) -> set[Decimal]:
    """Every number that the files of these measures give, and the changes from period to period."""
    items = tuple(items)
    known = _band_limits(items, rated)
    for item in items:
        values = [one.entry.value for one in item.entries if one.entry.value is not None]
        known.update(abs(now - before) for before, now in pairwise(values))
        for one in item.entries:
            known.update(value for _, value in _quotable(one))
            known.update(_numbers(one.entry))
    return known


def _numbers(entry: PeriodEntry) -> Iterator[Decimal]:
    for span in (entry.target, entry.interval):
        if isinstance(span, Range):
            yield from (span.low, span.high)
    yield from (entry.inputs or {}).values()
    yield from (entry.comparisons or {}).values()
    yield from (revision.from_ for revision in entry.revisions)
    if entry.forecast:
        yield entry.forecast.value


def _band_limits(items: Iterable[RatedMeasure], rated: Rated) -> set[Decimal]:
    """The ends of the bands, which a report may explain in its own words."""
    ends = set()
    for bands in rated.catalogue.council.bands:
        ends |= {bands.green_up_to, bands.amber_up_to}
    for item in items:
        for own in item.measure.tolerance.bands if item.measure.tolerance else ():
            ends |= {own.green_up_to, own.amber_up_to}
    return ends | {end + STEP for end in ends}
