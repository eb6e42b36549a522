"""Rules over time on what is kept back: what was seen is not hidden in silence (R151, R152, R162)."""

from collections.abc import Iterator

from generator.model.finding import Remark
from generator.model.words import Status
from generator.rules.over_time.pairs import Entries, add_note, entries
from generator.rules.rated import Rated
from generator.rules.released import held, pause_on
from generator.rules.wording import day, plural


def published_figure_stays_in_sight(before: Rated, after: Rated) -> Iterator[Remark]:
    """A result that was published is given another day of publication or is suppressed, and a
    suppressed one gets a figure again, only with an entry under changes; no pause holds it back.
    """
    paused = 0
    for pair in entries(before, after):
        if not _was_seen(pair, before, after):
            continue
        for key, fault in _faults(pair, after):
            if not pair.is_noted(key):
                yield Remark(
                    path=pair.measure.path,
                    at=(*pair.at, key if _has(pair, key) else "value"),
                    message=f"{pair.label} {fault}",
                    fix=f"Write it as it was, or add {add_note(key, period=pair.label)}.",
                )
        paused += _is_paused(pair, after)
    if paused:
        yield _pause(paused, after)


def _was_seen(pair: Entries, before: Rated, after: Rated) -> bool:
    """Whether the site showed a result of the period, or that it is suppressed, before this change."""
    told = pair.was.has_result or pair.was.state is Status.SUPPRESSED
    return told and held(pair.earlier, pair.was, before.catalogue.council, after.as_of) is None


def _faults(pair: Entries, after: Rated) -> Iterator[tuple[str, str]]:
    """Each key by which the period is hidden or comes back, with what happened."""
    was, now = pair.was, pair.now
    if was.released and was.released != now.released:
        told = f"is now {day(now.released)}" if now.released else "is gone"
        yield "released", f"was published on {day(was.released)}, and that day {told}"
    elif now.released and now.released > after.as_of:
        yield "released", f"was published, and is kept back until {day(now.released)}"
    suppressed = (one.state is Status.SUPPRESSED for one in (was, now))
    match tuple(suppressed):
        case (False, True):
            yield "state", "was published, and is suppressed now"
        case (True, False) if now.has_result:
            yield "state", "was suppressed, and has a result now"


def _has(pair: Entries, key: str) -> bool:
    return getattr(pair.now, key) is not None


def _is_paused(pair: Entries, after: Rated) -> bool:
    """Whether a pause alone hides the period: its own day of publication does not."""
    later = pair.now.released and pair.now.released > after.as_of
    return (
        not later and held(pair.measure, pair.now, after.catalogue.council, after.as_of) is not None
    )


def _pause(number: int, after: Rated) -> Remark:
    council = after.catalogue.council
    pause = pause_on(council, after.as_of)
    since = f"the pause from {day(pause.from_)}" if pause else "a pause"
    return Remark(
        path=council.path,
        at=("publication", "paused"),
        message=f"{since} holds back {plural(number, 'result')} that had been published",
        fix="Let it begin after the last day on which something was published.",
    )
