"""Rules over time on targets: none is lowered or moved in silence (R10, R11)."""

from collections.abc import Iterator
from decimal import Decimal

from generator.model.finding import Pointer, Remark
from generator.model.measure import PeriodEntry, Range
from generator.model.words import Direction
from generator.rules.over_time.pairs import Entries, add_note, entries, is_noted, is_published
from generator.rules.rated import Rated
from generator.rules.targets import is_worse, settled_on
from generator.rules.units import target_words, typed
from generator.rules.wording import day


def target_changes_with_its_reason(before: Rated, after: Rated) -> Iterator[Remark]:
    """A target that is lowered or taken out, or that changes once its period has begun or the targets
    of its year are settled, says under target_change what it was, why, and who agreed it.
    """
    told: set[tuple[str, Pointer]] = set()
    for pair in entries(before, after):
        why = _why_it_is_told(pair, before, after)
        if why is None or _is_told(pair):
            continue
        at = _place(pair)
        if (pair.measure.path, at) not in told:
            told.add((pair.measure.path, at))
            yield Remark(path=pair.measure.path, at=at, message=why, fix=_fix(pair))


def _why_it_is_told(pair: Entries, before: Rated, after: Rated) -> str | None:
    """What happened to the target of a period; None where it may happen without a word."""
    was, now = pair.was.target, pair.now.target
    if was == now or pair.earlier.direction is Direction.NONE:
        return None
    unit = pair.measure.unit
    if was is None or now is None:
        if was is None and not is_published(pair.was, after.as_of):
            return None
        given = was if was is not None else now
        assert given is not None
        words = target_words(given, unit)
        if now is None:
            return f"the target of {pair.label} was {words} and is gone"
        return f"the target of {pair.label}, {words}, was set after its result was published"
    words = f"was {target_words(was, unit)} and is now {target_words(now, unit)}"
    if is_worse(now, was, pair.earlier.direction):
        return f"the target of {pair.label} {words}, which asks for less"
    settled = settled_on(pair.now.period, before.catalogue.council)
    if settled and after.as_of > settled:
        return f"the target of {pair.label} {words}, but targets were settled on {day(settled)}"
    if pair.now.period.first <= after.as_of:
        return f"the target of {pair.label} {words}, after the period began"
    return None


def _is_told(pair: Entries) -> bool:
    """Whether the files say what the target was and why it changed."""
    if pair.measure.is_compared and pair.earlier.is_compared:
        # The figure of others, which nobody here agreed.
        return _new_note(pair.was, pair.now) or pair.is_noted("target")
    change = pair.now.target_change
    if change and change != pair.was.target_change and change.from_ == pair.was.target:
        return True
    if pair.now.profiled and is_noted(pair.earlier, pair.measure, "profile"):
        return True
    return (pair.was.target is None or pair.now.target is None) and pair.is_noted("target")


def _new_note(was: PeriodEntry, now: PeriodEntry) -> bool:
    return now.target_note is not None and now.target_note != was.target_note


def _place(pair: Entries) -> Pointer:
    """Where the target stands: with its change, in the period, or in the profile of the year."""
    if pair.now.target_change and pair.now.target_change != pair.was.target_change:
        return (*pair.at, "target_change", "from")
    return ("profile", "years") if pair.now.profiled else (*pair.at, "target")


def _fix(pair: Entries) -> str:
    if pair.measure.is_compared:
        return "Say in target_note why the figure of others changed."
    if pair.was.target is None or pair.now.target is None:
        return f"Write it as it was, or add {add_note('target', period=pair.label)}."
    if pair.now.profiled:
        return f"Write it as it was, or add {add_note('profile')}."
    old = _typed(pair.was.target, pair.measure.unit)
    return (
        f"Write target: {old} again, or add target_change: {{from: {old}, reason: why, agreed: {{by: "
        "the body, on: the date, reference: the minute}}."
    )


def _typed(target: Decimal | Range, unit: str) -> str:
    """A target as it is typed in a file."""
    if isinstance(target, Range):
        return f"{{low: {typed(target.low, unit)}, high: {typed(target.high, unit)}}}"
    return typed(target, unit)
