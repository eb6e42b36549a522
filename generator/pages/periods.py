"""The table of a measure's periods: the largest table of the site, with a component of its own."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.measure import Measure, PeriodEntry, Recalculation, TargetChange
from generator.pages.build import Build
from generator.pages.compared import name_of
from generator.pages.figures import bare_target, bare_value, flags_of, target_noun
from generator.pages.parts import Prose, Text
from generator.pages.status_words import status_word
from generator.rules.distance import distance_words
from generator.rules.rated import RatedEntry, RatedMeasure
from generator.rules.second_check import SecondCheck
from generator.rules.units import bare, target_words, unit_name, with_unit
from generator.rules.wording import day, one_line


class PeriodRow(NamedTuple):
    """One period: a tuple, because there are many and templates unpack it."""

    period: str
    value: str
    target: str
    outwith: str
    status: str
    flags: tuple[str, ...]
    sentence: str
    compared: tuple[tuple[str, str], ...]
    known: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class PeriodsTable:
    """Every period of a measure, newest first.

    `value` and `target` are heads of columns, None where no period has any. What stands behind a
    figure has a row of its own under it, `span` columns wide.
    """

    caption: str
    value: str | None
    target: str | None
    outwith: str
    compared: tuple[str, ...]
    span: str
    rows: tuple[PeriodRow, ...]


def periods_table(build: Build, item: RatedMeasure) -> PeriodsTable:
    """Every period of a measure, newest first, with what stands behind each figure."""
    measure = item.measure
    heads = tuple((name, name_of(name)) for name in _comparison_names(measure))
    rows = tuple(_row(build, item, one, heads) for one in reversed(item.entries))
    unit = unit_name(measure.unit)
    has_values = any(one.entry.value is not None for one in item.entries)
    has_targets = any(one.entry.target is not None for one in item.entries)
    return PeriodsTable(
        caption="Every period, newest first",
        value=(f"Result ({unit})" if unit else "Result") if has_values else None,
        target=target_noun(item) if has_targets else None,
        outwith="Outwith it" if measure.is_compared else "Outwith target",
        compared=tuple(head for _, head in heads),
        span=str(1 + has_values + 2 * has_targets + len(heads)),
        rows=rows,
    )


def _row(
    build: Build, item: RatedMeasure, one: RatedEntry, heads: tuple[tuple[str, str], ...]
) -> PeriodRow:
    entry = one.entry
    compared = entry.comparisons or {}
    unit = item.measure.unit
    return PeriodRow(
        period=entry.period.words,
        value=bare_value(item, one),
        target=bare_target(item, one),
        outwith=_outwith(item.measure, one),
        status=status_word(one.status),
        flags=flags_of(item, one),
        sentence=one.sentence,
        compared=tuple(
            (head, bare(compared[name], unit) if name in compared else "–") for name, head in heads
        ),
        known=tuple(_known(build, item.measure, one)),
    )


def _outwith(measure: Measure, one: RatedEntry) -> str:
    distance = one.rating.outwith
    if distance is None:
        return "–"
    return distance_words(distance, measure) if distance > 0 else "met"


def _known(build: Build, measure: Measure, one: RatedEntry) -> list[Text]:
    """Who calculated and who checked, on what evidence, and what changed since."""
    entry, told = one.entry, list[Text]()
    if entry.assessment:
        said = entry.assessment
        told.append(f"Professional judgement of {build.role(said.by)}, {day(said.on)}.")
        told.extend(
            f"{name.capitalize()}: {status_word(judgement.colour)}. {one_line(judgement.fact)}"
            for name, judgement in said.judgements.named
        )
    if entry.calculated:
        told.append(f"Calculated by {build.role(entry.calculated.by)}, {day(entry.calculated.on)}.")
    if entry.checked:
        checked = entry.checked
        told.append(f"Checked by {build.role(checked.by)}, {day(checked.on)}: {checked.how}")
    elif entry.has_result and not measure.is_published_statistic:
        told.append("Awaiting second check.")
    shown = build.second_check(measure, entry) if entry.checked else None
    if shown:
        told.append(check_words(shown))
    if entry.recalculated:
        told.append(_worked_again(build, measure, entry.recalculated))
    if entry.evidence:
        taken = f", extracted {day(entry.evidence.extracted)}" if entry.evidence.extracted else ""
        told.append(f"Evidence: {entry.evidence.source}{taken}.")
    told.extend(_said(build, measure, entry))
    if one.forecast:
        made = day(one.forecast.forecast.on)
        told.append(f"Forecast for the year, {made}: {one.forecast.sentence}")
    told.extend(_revisions(measure, entry))
    return told


def check_words(shown: SecondCheck) -> str:
    """What history shows of a second check, with the commit (R114)."""
    commit = f" Commit {shown.commit.short}." if shown.commit else ""
    return f"Second check {shown.outcome}: {shown.sentence}{commit}"


def _worked_again(build: Build, measure: Measure, again: Recalculation) -> str:
    """What an auditor found, and whether something is still to be put right (R107)."""
    found = with_unit(again.value, measure.unit)
    told = f"Worked out again by {build.role(again.by)}, {day(again.on)}: {found}."
    if again.finding is None:
        return told
    closed = f"closed on {day(again.finding.closed)}" if again.finding.closed else "still open"
    return f"{told} Finding, {closed}: {one_line(again.finding.what)}"


def _said(build: Build, measure: Measure, entry: PeriodEntry) -> Iterator[Text]:
    """What its author says of a figure, and what is done about it."""
    if entry.unreconciled and entry.inputs:
        numbers = ", ".join(f"{name} {bare(number, '')}" for name, number in entry.inputs.items())
        yield f"The source's own numbers ({numbers}) do not give it: {entry.unreconciled}"
    if entry.break_:
        yield f"Break in the series: {entry.break_}"
    if entry.confirmed:
        yield f"Confirmed as an unusual figure: {one_line(entry.confirmed)}"
    if entry.target_change:
        yield change_words(build, measure, entry.target_change)
    if entry.target_note:
        yield f"Target: {entry.target_note}"
    if entry.commentary:
        yield Prose(f"Commentary: {one_line(entry.commentary)}")
    if entry.action:
        action = entry.action
        yield f"Action: {action.what} {build.role(action.owner)}, by {day(action.by)}."


def change_words(build: Build, measure: Measure, change: TargetChange) -> str:
    """What a target replaced, who agreed it, and why; the old target stays visible (R11)."""
    agreed = change.agreed
    verb = "Target corrected" if change.correction else "Target changed"
    return (
        f"{verb} from {target_words(change.from_, measure.unit)} by {build.body(agreed.by)}, "
        f"{day(agreed.on)}, {agreed.reference}: {one_line(change.reason)}"
    )


def _revisions(measure: Measure, entry: PeriodEntry) -> list[str]:
    return [
        f"Changed on {day(revision.on)} from {with_unit(revision.from_, measure.unit)} "
        f"({revision.type}): {revision.reason} Told: {revision.told.rstrip('.')}."
        for revision in entry.revisions
    ]


def _comparison_names(measure: Measure) -> tuple[str, ...]:
    """The comparisons of a measure, without one that is what it is rated against."""
    known = dict.fromkeys(name for one in measure.periods for name in one.comparisons or {})
    return tuple(name for name in known if not (measure.is_compared and _is_target(measure, name)))


def _is_target(measure: Measure, name: str) -> bool:
    """Whether a comparison is the target wherever there is either."""
    return all((one.comparisons or {}).get(name) == one.target for one in measure.periods)
