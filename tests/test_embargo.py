"""Embargo: nothing that is not released can be read in any file of the site (R151, R162).

Two proofs on the made-up council. Every text and number of the periods that wait is made a canary, and
no file holds one in any spelling. And the site is byte for byte the same whatever stands in them, even
nothing: so neither totals, trends, charts nor counts can give them away.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from itertools import count
from typing import Any

from generator import resources
from generator.build import site_files
from generator.model.catalogue import Catalogue, make_catalogue
from generator.model.measure import Measure, PeriodEntry
from generator.model.period import Period
from generator.model.unit import is_worded
from generator.pages.build import Build
from generator.rules.rated import rate_catalogue
from generator.state import read_state
from tests.command import COUNCIL
from tests.helpers import files_under

DAY = date(2025, 3, 31)
LATER = date(2025, 5, 14)
FIRST = 734_000_000
"""Canaries are 73,400,101.3 and so on: no figure of the made-up council begins with these digits."""


@cache
def council() -> Catalogue:
    """The records of the made-up council."""
    state = read_state(files_under(COUNCIL), resources.schemas(), DAY)
    assert state.rated
    return state.rated.catalogue


def site(files: Catalogue, as_of: date = DAY) -> dict[str, bytes]:
    """Every file of the site, by its address."""
    made: dict[str, bytes] = {}
    build = Build(rate_catalogue(files, as_of), "not in git", "VERSION")
    for file in site_files(build, resources.folder("site_templates")):
        made[file.path] = made.get(file.path, b"") + file.content
    return made


def with_measures(files: Catalogue, measures: Iterator[Measure]) -> Catalogue:
    """The same records with other measures."""
    return make_catalogue(
        council=files.council,
        plan=files.plan,
        measures=tuple(measures),
        commitments=files.commitments,
        case_studies=files.case_studies,
        reports=files.reports,
        evidence=files.evidence,
    )


def spoiled(value: Any, numbers: Iterator[int]) -> Any:
    """`value` with a canary in place of every text and number in it."""
    if isinstance(value, Decimal):
        return Decimal(FIRST + 1_013 * next(numbers)).scaleb(-1)
    if isinstance(value, Enum | Period | bool) or value is None:
        return value
    if isinstance(value, str):
        return f"canary-{next(numbers)}x"
    if isinstance(value, dict):
        return {key: spoiled(inner, numbers) for key, inner in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        inner = {
            field.name: spoiled(getattr(value, field.name), numbers) for field in fields(value)
        }
        return replace(value, **inner)
    if hasattr(value, "_fields"):
        return type(value)(*(spoiled(inner, numbers) for inner in value))
    if isinstance(value, tuple):
        return tuple(spoiled(inner, numbers) for inner in value)
    return value


def last_results(measure: Measure) -> set[str]:
    """The last two periods of a measure that say anything."""
    told = [one.period.label for one in measure.periods if one.has_result or one.state]
    return set(told[-2:])


def canaries(files: Catalogue, numbers: Iterator[int]) -> Catalogue:
    """Every measure with canaries in its last two periods, which wait until LATER.

    Days and levels have no such numbers, and are left to the test of the same bytes.
    """

    def spoil(measure: Measure) -> Measure:
        labels = last_results(measure)
        if is_worded(measure.unit):
            labels = set()
        return replace(
            measure,
            periods=tuple(
                _canary(one, numbers) if one.period.label in labels else one
                for one in measure.periods
            ),
        )

    return with_measures(files, map(spoil, files.measures))


def _canary(entry: PeriodEntry, numbers: Iterator[int]) -> PeriodEntry:
    """A period with canaries in all but what may be shown: its label and its target."""
    made: PeriodEntry = spoiled(entry, numbers)
    return made._replace(target=entry.target, profiled=entry.profiled, released=LATER)


def bare(files: Catalogue) -> Catalogue:
    """The same periods with nothing but label, target and day: as a public branch would have them."""
    return with_measures(
        files,
        (
            replace(
                measure,
                periods=tuple(
                    PeriodEntry(
                        period=one.period,
                        target=one.target,
                        profiled=one.profiled,
                        released=LATER,
                    )
                    if one.period.label in last_results(measure)
                    else one
                    for one in measure.periods
                ),
            )
            for measure in files.measures
        ),
    )


FOUND = re.compile(rb"canary-|73(,|\xc2\xa0| )?4\d\d(,|\xc2\xa0| )?\d{3}|73\.4\d?\d?[ \xc2]")
"""A canary as a text, or as a number: 73400101.3, 73,400,101.3, 73 400 101 or 73.4 million."""


def test_no_file_holds_a_canary_in_any_spelling() -> None:
    made = site(canaries(council(), count(1)))
    assert [path for path, text in made.items() if FOUND.search(text)] == []


def test_the_canaries_are_found_on_the_day_of_release() -> None:
    """The same search finds them as soon as they are released: it is not blind."""
    made = site(canaries(council(), count(1)), LATER)
    found = {path for path, text in made.items() if FOUND.search(text)}
    assert {"data/periods.csv", "data/periods.json", "measures/advice-decided.html"} <= found
    words = made["data/periods.csv"]
    assert re.search(rb"\b734\d{5}\.\d", words)
    assert any(re.search(rb"73,4\d\d,\d{3}", text) for text in made.values())


def test_the_site_is_the_same_whatever_waits() -> None:
    """Neither other canaries nor an empty period change a byte: nothing is derived from them."""
    made = site(canaries(waiting(council()), count(1)))
    assert made == site(canaries(waiting(council()), count(50_000)))
    assert made == site(waiting(council()))
    assert made == site(bare(council()))


def waiting(files: Catalogue) -> Catalogue:
    """The last two periods of every measure wait, with the figures that they have."""
    return with_measures(
        files,
        (
            replace(
                measure,
                periods=tuple(
                    one._replace(released=LATER)
                    if one.period.label in last_results(measure)
                    else one
                    for one in measure.periods
                ),
            )
            for measure in files.measures
        ),
    )
