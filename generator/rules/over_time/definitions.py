"""Rules over time on what figures mean and how they are rated (R6, R37, R84)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum

from generator.model.council import Bands, Council
from generator.model.finding import Pointer, Remark
from generator.model.measure import Measure
from generator.model.settings import OwnBands
from generator.rules.over_time.pairs import (
    add_note,
    is_in_use,
    is_noted,
    is_published,
    measures,
)
from generator.rules.rated import Rated
from generator.rules.wording import day, one_line, plural


def definition_changes_with_a_note(before: Rated, after: Rated) -> Iterator[Remark]:
    """What a measure with published figures means, how it is worked out, and how it is rated change
    only with an entry under changes that names what changed.
    """
    for was, now in measures(before, after):
        if not is_in_use(was, after.as_of):
            continue
        meant, means = _meaning(was), _meaning(now)
        for what, at in _PLACES.items():
            # Inputs are changed with their formula, and told with it.
            is_told = is_noted(was, now, what, *_ALSO.get(what, ()))
            if meant[what] != means[what] and not is_told:
                yield Remark(
                    path=now.path,
                    at=at,
                    message=(
                        f"{what.replace('_', ' ')} {_how(meant[what], means[what])} after figures were "
                        "published by it"
                    ),
                    fix=f"Write it as it was, or add {add_note(what)}.",
                )
        yield from _own_bands(was, now, after)


def bands_in_force_stay(before: Rated, after: Rated) -> Iterator[Remark]:
    """Bands that rate published figures change only with a new note that says why those are rated
    anew.
    """
    was, now = before.catalogue.council, after.catalogue.council
    for one in was.bands:
        new = next((bands for bands in now.bands if bands.from_ == one.from_), None)
        if one.from_ > after.as_of or (new and (_limits(new) == _limits(one) or _noted(one, new))):
            continue
        yield Remark(
            path=now.path,
            at=("bands", now.bands.index(new)) if new else ("bands",),
            message=(
                f"the bands in force from {day(one.from_)} were {_words(one)} and "
                f"{f'are now {_words(new)}' if new else 'are gone'}, so that published figures are "
                "rated anew"
            ),
            fix="Write them as they were and add new ones from a later date, or say why in note.",
        )
    known = {one.from_ for one in was.bands}
    for index, new in enumerate(now.bands):
        number = 0 if new.from_ in known or new.note else _rated_anew(new, before, after)
        if number:
            yield Remark(
                path=now.path,
                at=("bands", index),
                message=(
                    f"the bands from {day(new.from_)} rate {plural(number, 'published figure')} anew"
                ),
                fix="Let them begin after the last period that was published, or say why in note.",
            )


def _meaning(measure: Measure) -> Mapping[str, object]:
    """What decides what the figures of a measure mean, by what it is called in a note."""
    work, basis = measure.calculation, measure.target_basis
    return {
        "definition": one_line(measure.definition),
        "kind": measure.kind,
        "unit": measure.unit,
        "decimals": measure.decimals,
        "direction": measure.direction,
        "frequency": (measure.frequency, measure.every),
        "due_after_days": measure.due_after_days,
        "formula": work and work.formula,
        "inputs": work and {name: one_line(text) for name, text in (work.inputs or {}).items()},
        "exclusions": work and work.exclusions and one_line(work.exclusions),
        "aggregation": work and (work.aggregation, work.cumulative),
        "tolerance": measure.basis,
        "target_basis": basis and basis.kind,
        "trend": measure.trend,
        "variation": replace(measure.variation, rebase=()),
    }


def _how(was: object, now: object) -> str:
    """How one of them changed: from what to what, where that is a word or a number."""
    short = isinstance(was, StrEnum | int) and isinstance(now, StrEnum | int)
    return f"changed from {was} to {now}" if short else "changed"


_PLACES: Mapping[str, Pointer] = {
    "definition": ("definition",),
    "kind": ("kind",),
    "unit": ("unit",),
    "decimals": ("decimals",),
    "direction": ("direction",),
    "frequency": ("frequency",),
    "due_after_days": ("due_after_days",),
    "formula": ("calculation", "formula"),
    "inputs": ("calculation", "inputs"),
    "exclusions": ("calculation", "exclusions"),
    "aggregation": ("calculation", "aggregation"),
    "tolerance": ("tolerance", "basis"),
    "target_basis": ("target_basis",),
    "trend": ("trend",),
    "variation": ("variation",),
}
"""Where each of them stands in the file."""
_ALSO = {"inputs": ("formula", "calculation"), "formula": ("calculation",)}
"""Other words in a note that tell of the same change."""


def _own_bands(was: Measure, now: Measure, after: Rated) -> Iterator[Remark]:
    """The measure's own bands that are in force: they stay as they were, unless a note says why."""
    if is_noted(was, now, "tolerance", "bands"):
        return
    held = now.tolerance.bands if now.tolerance else ()
    for one in was.tolerance.bands if was.tolerance else ():
        new = next((bands for bands in held if bands.from_ == one.from_), None)
        same = new and (new.green_up_to, new.amber_up_to) == (one.green_up_to, one.amber_up_to)
        if one.from_ <= after.as_of and not same:
            yield _band_remark(one, new, now, held)


def _band_remark(
    one: OwnBands, new: OwnBands | None, now: Measure, held: tuple[OwnBands, ...]
) -> Remark:
    changed = "changed" if new else "are gone"
    return Remark(
        path=now.path,
        at=("tolerance", "bands", held.index(new)) if new else ("tolerance",),
        message=f"the measure's own bands in force from {day(one.from_)} {changed}",
        fix=(
            "Write them as they were and add new ones from a later date, or add "
            f"{add_note('tolerance')}."
        ),
    )


def _limits(bands: Bands) -> tuple[object, ...]:
    return bands.green_up_to, bands.amber_up_to, bands.reading


def _noted(was: Bands, now: Bands) -> bool:
    return now.note is not None and now.note != was.note


def _words(bands: Bands) -> str:
    return f"green up to {bands.green_up_to} and amber up to {bands.amber_up_to}"


def _rated_anew(new: Bands, before: Rated, after: Rated) -> int:
    """How many published figures would be rated by bands that were not there before."""
    council: Council = after.catalogue.council
    return sum(
        1
        for measure in before.catalogue.measures
        for entry in measure.periods
        if is_published(entry, after.as_of) and council.bands_on(entry.period.last) == new
    )
