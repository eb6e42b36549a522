"""Rules on recalculation: what the formula gives for the inputs of a period, and of its example."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches

from generator.model.finding import Remark
from generator.model.formula import Formula, FormulaError, Inputs
from generator.model.measure import Measure, PeriodEntry
from generator.model.numbers import plain, rounded
from generator.rules.rated import Rated

_INPUTS_FIX = "Give a number for each name in the formula, and no zero to divide by."


def value_is_recalculated(rated: Rated) -> Iterator[Remark]:
    """A value is what the formula gives for its inputs, rounded half up to the stated decimals,
    unless a published statistic says under unreconciled what its own inputs give.
    """
    for measure in rated.catalogue.measures:
        calculation = measure.calculation
        if calculation is None or calculation.formula is None:
            continue
        for index, entry in enumerate(measure.periods):
            if entry.value is not None:
                yield from _recalculated(measure, calculation.formula, entry, index)


def example_gives_its_value(rated: Rated) -> Iterator[Remark]:
    """The worked example of a calculation gives the value that it states."""
    for measure in rated.catalogue.measures:
        calculation = measure.calculation
        if calculation is None or calculation.formula is None or calculation.example is None:
            continue
        at = ("calculation", "example", "value")
        example = calculation.example
        try:
            given = _given(calculation.formula, example.inputs, measure.decimals)
        except FormulaError as error:
            yield Remark(
                path=measure.path,
                at=("calculation", "example"),
                message=f"the example cannot be worked out: {error}",
                fix=_INPUTS_FIX,
            )
            continue
        if given != example.value:
            yield Remark(
                path=measure.path,
                at=at,
                message=(
                    f"the example says {plain(example.value)}, but "
                    f"{calculation.formula.worked(example.inputs)} is {plain(given)}"
                ),
                fix=f"Write {plain(given)}, or correct the formula or the example's inputs.",
            )


def follows_otherwise(rated: Rated, measure: Measure, entry: PeriodEntry) -> bool:
    """Whether the inputs of a period give another figure than it states, and the check stops that."""
    if "value-is-recalculated" in (rated.catalogue.council.policy or ()):
        return False
    formula = measure.calculation.formula if measure.calculation else None
    if formula is None or entry.inputs is None or entry.value is None or entry.unreconciled:
        return False
    try:
        return _given(formula, entry.inputs, measure.decimals) != rounded(
            entry.value, measure.decimals
        )
    except FormulaError:
        return False


def _given(formula: Formula, inputs: Inputs, decimals: int) -> Decimal:
    """What `formula` gives, rounded. Raises FormulaError."""
    try:
        return rounded(formula.value(inputs), decimals)
    except InvalidOperation as error:
        raise FormulaError("the result is too large") from error


def _recalculated(
    measure: Measure, formula: Formula, entry: PeriodEntry, index: int
) -> Iterator[Remark]:
    label, at = entry.period.label, ("periods", index)
    if entry.inputs is None:
        if not measure.is_published_statistic:
            yield Remark(
                path=measure.path,
                at=at,
                message=f"{label} has a value but no inputs, so nobody can work it out again",
                fix=f"Add inputs: {{{': , '.join(formula.names)}: }}.",
            )
        return
    try:
        given = _given(formula, entry.inputs, measure.decimals)
    except FormulaError as error:
        misspelt = [*_misspelt_inputs(formula, entry.inputs, (measure.path, index))]
        if misspelt:
            yield from misspelt
            return
        yield Remark(
            path=measure.path,
            at=(*at, "inputs"),
            message=f"{label} cannot be worked out: {error}",
            fix=_INPUTS_FIX,
        )
        return
    yield from _unused_inputs(formula, entry, (measure.path, index))
    if entry.unreconciled and not measure.is_published_statistic:
        yield Remark(
            path=measure.path,
            at=(*at, "unreconciled"),
            message=f"{label} is unreconciled, but the council works this figure out itself",
            fix="Correct the value or its inputs, and delete unreconciled.",
        )
    if entry.unreconciled and measure.is_published_statistic:
        return
    # A value that only has too many decimals is the business of value-has-its-decimals.
    if entry.value is not None and rounded(entry.value, measure.decimals) != given:
        yield Remark(
            path=measure.path,
            at=(*at, "value"),
            message=(
                f"{label} says {plain(entry.value)}, but "
                f"{formula.worked(entry.inputs)} is {plain(given)}"
            ),
            fix=f"Write {plain(given)}, or correct the inputs.",
        )


def _misspelt_inputs(formula: Formula, inputs: Inputs, place: tuple[str, int]) -> Iterator[Remark]:
    """The inputs that stand for one that is missing."""
    path, index = place
    missing = [name for name in formula.names if name not in inputs]
    for name in inputs:
        near = get_close_matches(name, missing, n=1) if name not in formula.names else ()
        if near:
            yield Remark(
                path=path,
                at=("periods", index, "inputs", name),
                message=f"the formula has no input {name}",
                fix=f"Write {near[0]} instead.",
            )


def _unused_inputs(
    formula: Formula, entry: PeriodEntry, place: tuple[str, int]
) -> Iterator[Remark]:
    path, index = place
    for name in entry.inputs or ():
        if name not in formula.names:
            yield Remark(
                path=path,
                at=("periods", index, "inputs", name),
                message=f"the formula has no input {name}",
                fix=f"Use the names of the formula: {', '.join(formula.names)}.",
            )
