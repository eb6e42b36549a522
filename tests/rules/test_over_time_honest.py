"""What owners do each quarter is never accused: every file of real and made-up content, built up bit by bit."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from generator.loading.load import load
from generator.model.catalogue import Catalogue, make_catalogue
from generator.model.commitment import Commitment, PlannedAction
from generator.model.measure import Measure, PeriodEntry
from generator.model.past import Difference
from generator.model.unit import is_worded
from generator.resources import schemas
from generator.rules.change_words import words_of
from generator.rules.changes import changes
from generator.rules.over_time.faults import faults_between
from generator.rules.rated import Rated, rate_catalogue
from tests.command import COUNCIL_DAY, GLASGOW_DAY
from tests.helpers import AS_OF, Files, catalogue
from tests.helpers import entry as an_entry
from tests.helpers import measure as a_measure
from tests.test_narrow import MADE_UP, glasgow


def loaded(files: Files) -> Catalogue:
    catalogue = load(files, schemas()).catalogue
    assert catalogue
    return catalogue


CONTENT = (
    (loaded(MADE_UP), date.fromisoformat(COUNCIL_DAY)),
    (loaded(glasgow()), date.fromisoformat(GLASGOW_DAY)),
)
MEASURES = [(files, one, day) for files, day in CONTENT for one in files.measures]
COMMITMENTS = [(files, one, day) for files, day in CONTENT for one in files.commitments]


def holding(files: Catalogue, item: Measure | Commitment, day: date) -> Rated:
    """The council and the plan with one record alone."""
    alone = make_catalogue(
        council=files.council,
        plan=files.plan,
        measures=(item,) if isinstance(item, Measure) else (),
        commitments=(item,) if isinstance(item, Commitment) else (),
    )
    return rate_catalogue(alone, day)


def told(
    files: Catalogue, was: Measure | Commitment, now: Measure | Commitment, day: date
) -> list[str]:
    before, after = holding(files, was, day), holding(files, now, day)
    return [remark.message for _, _, remark in faults_between(before, after, "0" * 40)]


def growing(entry: PeriodEntry) -> Iterator[PeriodEntry]:
    """A period as it comes into being: its target, its figure, its check, the words beside it."""
    yield PeriodEntry(period=entry.period, target=entry.target, profiled=entry.profiled)
    bare = entry._replace(checked=None, commentary=None, action=None, status=None, forecast=None)
    yield bare
    yield bare._replace(checked=entry.checked)
    yield entry


@pytest.mark.parametrize(
    ("files", "measure", "day"), MEASURES, ids=lambda one: getattr(one, "id", "")
)
def test_a_measure_that_grows_period_by_period_is_never_accused(
    files: Catalogue, measure: Measure, day: date
) -> None:
    before = replace(measure, periods=())
    for place, entry in enumerate(measure.periods):
        for step in growing(entry):
            now = replace(measure, periods=(*measure.periods[:place], step))
            assert told(files, before, now, day) == []
            before = now


def cut(item: Commitment, count: int) -> Commitment:
    """The commitment with the first updates of each milestone alone."""
    actions: tuple[PlannedAction, ...] = tuple(
        replace(
            action,
            milestones=tuple(
                replace(one, updates=one.updates[:count]) for one in action.milestones
            ),
        )
        for action in item.actions
    )
    return replace(item, actions=actions)


@pytest.mark.parametrize(
    ("files", "item", "day"), COMMITMENTS, ids=lambda one: getattr(one, "id", "")
)
def test_a_commitment_that_is_reported_on_update_by_update_is_never_accused(
    files: Catalogue, item: Commitment, day: date
) -> None:
    most = max((len(one.updates) for _, one in item.milestones), default=0)
    for count in range(most):
        assert told(files, cut(item, count), cut(item, count + 1), day) == []


@pytest.mark.parametrize(
    ("files", "measure", "day"), MEASURES, ids=lambda one: getattr(one, "id", "")
)
def test_any_published_figure_that_is_nudged_is_told(
    files: Catalogue, measure: Measure, day: date
) -> None:
    """The other way round: each single figure of real and made-up content is held fast."""
    for place, entry in enumerate(measure.periods):
        if entry.value is None or (entry.released and entry.released > day):
            continue
        step = -1 if entry.value and is_worded(measure.unit) else 1
        nudged = entry._replace(value=entry.value + step)
        periods = (*measure.periods[:place], nudged, *measure.periods[place + 1 :])
        found = told(files, measure, replace(measure, periods=periods), day)
        assert any("and no revision says so" in one for one in found), entry.period.label


@pytest.mark.parametrize(("unit", "typed"), [("no < yes", "3"), ("date", "91.5"), ("days", "4")])
def test_a_figure_is_told_in_the_unit_that_it_had(unit: str, typed: str) -> None:
    """A scale of two levels has no name for the fourth level of the scale before it."""
    scale = "weak < adequate < good < very good"
    was = replace(a_measure(an_entry(3, 3), unit=scale), id="scale")
    now = replace(a_measure(an_entry(1, 1), unit=unit), id="scale")
    both = [rate_catalogue(catalogue(one), AS_OF) for one in (was, now)]
    found = [remark.message for _, _, remark in faults_between(both[0], both[1], "0" * 40)]
    assert any("was published as very good and is now" in one for one in found)
    assert any(one.before == "very good" for one in changes(both[0], both[1]))
    told = words_of(Difference(("periods", "x", "value"), Decimal(typed), Decimal(1)), unit, unit)
    assert told.before.split()[0] == typed
