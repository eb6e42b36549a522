"""Rules on what may be published and when: releases, pauses, suppressed figures (R151, R152, R162)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import timedelta

from generator.model.finding import Remark
from generator.model.measure import Measure, PeriodEntry
from generator.model.words import Severity, Status
from generator.rules.quotes import quoted_periods
from generator.rules.rated import Rated
from generator.rules.released import held
from generator.rules.rule import ITSELF, NAMED, Rule, Sight, rule
from generator.rules.timetable import due_on
from generator.rules.wording import day, listed

MOST_DAYS = 92
"""A release may follow the due day by a quarter of a year."""
_SUPPRESS_FIX = (
    "Delete it here, and ask the data protection officer how to take it out of the history too."
)
_GIVES_AWAY = (
    ("value", "the figure itself"),
    ("assessment", "its assessment"),
    ("inputs", "the numbers that it is worked out from"),
    ("evidence", "a file with the numbers that it is worked out from"),
    ("comparisons", "comparisons, with which it was to be read"),
    ("forecast", "a forecast, which is made from it"),
    ("interval", "the interval that it lies in"),
    ("revisions", "a figure that stood here before"),
)


def suppressed_gives_no_number(rated: Rated) -> Iterator[Remark]:
    """A period that is suppressed holds no number from which its figure could be worked out."""
    for measure in rated.catalogue.measures:
        for index, entry in enumerate(measure.periods):
            if entry.state is Status.SUPPRESSED:
                for key, what in _numbers_of(measure, entry):
                    yield Remark(
                        path=measure.path,
                        at=("periods", index, key) if key else ("published_elsewhere",),
                        message=f"{entry.period.label} is suppressed, but gives {what}",
                        fix=_SUPPRESS_FIX,
                    )


def suppressed_stays_unknown(rated: Rated) -> Iterator[Remark]:
    """A suppressed figure cannot be worked out from inputs that other measures of the service give for
    the same period.
    """
    given = _inputs_given(rated)
    for measure in rated.catalogue.measures:
        formula = measure.calculation.formula if measure.calculation else None
        for index, entry in enumerate(measure.periods):
            if formula is None or entry.state is not Status.SUPPRESSED:
                continue
            known = given[measure.service, entry.period.label]
            if formula.names and all(name in known for name in formula.names):
                others = sorted({known[name] for name in formula.names})
                yield Remark(
                    path=measure.path,
                    at=("periods", index, "state"),
                    message=(
                        f"{entry.period.label} is suppressed, but {listed(others)} "
                        f"{'gives' if len(others) == 1 else 'give'} {listed(list(formula.names))} for it"
                    ),
                    fix="Suppress the period there as well, or leave out one of these inputs.",
                )


def quote_is_released(rated: Rated) -> Iterator[Remark]:
    """A paper quotes only figures that are released by the day of its meeting."""
    council = rated.catalogue.council
    for report in rated.catalogue.reports:
        for at, name, label in quoted_periods(report):
            item = rated.by_id.get(name)
            one = item.at(label) if item else None
            hold = held(item.measure, one.entry, council, report.meeting) if item and one else None
            if hold:
                yield Remark(
                    path=report.path,
                    at=at,
                    message=(
                        f"{name} for {label} is not published before {day(hold.until)}, and the "
                        f"meeting is on {day(report.meeting)}"
                    ),
                    fix="Quote an earlier period, or agree another day of publication.",
                )


def release_is_near(rated: Rated) -> Iterator[Remark]:
    """A figure is released within 92 days of the day on which it is due."""
    for measure in rated.catalogue.measures:
        for index, entry in enumerate(measure.periods):
            latest = due_on(measure, entry.period) + timedelta(days=MOST_DAYS)
            if entry.released and entry.released > latest:
                yield Remark(
                    path=measure.path,
                    at=("periods", index, "released"),
                    message=(
                        f"{entry.period.label} was due on {day(due_on(measure, entry.period))}, and "
                        f"is kept back until {day(entry.released)}"
                    ),
                    fix=f"Write a day until {day(latest)}.",
                )


def pause_is_short(rated: Rated) -> Iterator[Remark]:
    """A pause of publication ends after it begins, and within 92 days."""
    council = rated.catalogue.council
    for index, pause in enumerate(council.publication.paused if council.publication else ()):
        length = (pause.to - pause.from_).days
        if not 0 <= length <= MOST_DAYS:
            yield Remark(
                path=council.path,
                at=("publication", "paused", index, "to"),
                message=f"the pause from {day(pause.from_)} ends on {day(pause.to)}",
                fix="Correct the year, or the order of the two days.",
            )


def _numbers_of(measure: Measure, entry: PeriodEntry) -> Iterator[tuple[str, str]]:
    """What a suppressed period gives away: the key, and what it is; no key for the measure's own."""
    for key, what in _GIVES_AWAY:
        said = getattr(entry, key)
        if key == "evidence":
            said = said and said.file
        if said:
            yield key, what
    for one in measure.published_elsewhere:
        if one.period == entry.period.label:
            yield "", f"the figure of it that is printed in {one.where}"


def _inputs_given(rated: Rated) -> Mapping[tuple[str, str], Mapping[str, str]]:
    """Which measure gives each input, by service and period."""
    given: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for measure in rated.catalogue.measures:
        for entry in measure.periods:
            for name in () if entry.state is Status.SUPPRESSED else entry.inputs or ():
                given[measure.service, entry.period.label].setdefault(name, measure.id)
    return given


RELEASE_RULES: tuple[Rule, ...] = (
    rule(
        suppressed_gives_no_number,
        sees=ITSELF,
        why="Raw small numbers never enter the repository, where history keeps them (R152).",
        wrong="state: suppressed\nreason: Few people.\ninputs: {in_time: 3, decided: 4}",
        right="state: suppressed\nreason: Few people.",
    ),
    rule(
        suppressed_stays_unknown,
        sees=Sight(named=True, withheld=True),
        why="A figure that is withheld here and can be worked out from there is not withheld (R152).",
        wrong="state: suppressed   # and another measure gives the same inputs for this period",
        right="state: suppressed   # here, and where the same inputs are used",
    ),
    rule(
        quote_is_released,
        sees=NAMED,
        why="Members are not sent a figure before the public may see it (R151).",
        wrong='meeting: 2025-05-07\nperformance: ["{{ value(\\"crisis-grants\\", \\"2024-25 Q4\\") }}"]'
        "\n# 2024-25 Q4 is released on 2025-05-14",
        right='meeting: 2025-05-07\nperformance: ["{{ value(\\"crisis-grants\\", \\"2024-25 Q3\\") }}"]',
        severity=Severity.WARNING,
    ),
    rule(
        release_is_near,
        sees=ITSELF,
        why="A day of release must not become a way to keep a bad figure back (R47, R151).",
        wrong="- {period: 2024-25 Q1, value: 71.0, released: 2027-05-14}",
        right="- {period: 2024-25 Q1, value: 71.0, released: 2024-08-21}",
        severity=Severity.WARNING,
    ),
    rule(
        pause_is_short,
        sees=ITSELF,
        why="A pause before an election lasts weeks; one without an end would hide everything (R162).",
        wrong="paused: [{from: 2025-05-01, to: 2025-03-20, reason: An election is held.}]",
        right="paused: [{from: 2025-03-20, to: 2025-05-01, reason: An election is held.}]",
    ),
)
"""What is checked of releases, pauses and suppressed figures."""
