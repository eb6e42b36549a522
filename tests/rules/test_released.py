"""What is published on a day, and what waits: embargo and pauses (R151, R162; decision 0065)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.model.catalogue import Catalogue, make_catalogue
from generator.model.council import Pause, Publishing
from generator.model.measure import Caveat, Evidence, Measure, PeriodEntry, Publication
from generator.model.people import Checked, Done
from generator.model.period import PeriodLabel
from generator.model.words import MilestoneState, Status
from generator.rules.quotes import fill_in
from generator.rules.rated import Rated, rate_catalogue
from generator.rules.released import as_released, public, unprintable
from generator.rules.timetable import next_words
from tests.helpers import (
    catalogue,
    commitment,
    entry,
    judgements,
    measure,
    milestone,
    planned,
    reported,
    revision,
    span,
    update,
)

DAY = date(2025, 3, 31)
PAUSE = Pause(from_=date(2025, 3, 20), to=date(2025, 5, 1), reason="An election is held.")


def paused(files: Catalogue, *pauses: Pause) -> Catalogue:
    """The same records of a council that pauses publication."""
    return make_catalogue(
        council=replace(files.council, publication=Publishing(paused=pauses)),
        plan=files.plan,
        measures=files.measures,
        commitments=files.commitments,
    )


def q(number: int, value: int | None = 91, **more: Any) -> PeriodEntry:
    """A quarter of 2024-25 with its target of 95."""
    return entry(value, 95, f"2024-25 Q{number}")._replace(**more)


def seen(item: Measure, as_of: date = DAY, pause: Pause | None = None) -> Rated:
    """What is published of one measure on a day."""
    files = paused(catalogue(item), pause) if pause else catalogue(item)
    return public(rate_catalogue(files, as_of))


def statuses(rated: Rated) -> list[str]:
    return [str(one.status) for one in rated.measures[0].entries]


def test_a_catalogue_in_which_nothing_waits_is_the_same_record() -> None:
    files = catalogue(measure(q(2, released=DAY), q(3)))
    assert as_released(files, DAY) is files


def test_a_period_is_published_on_its_day_and_not_before() -> None:
    item = measure(q(2), q(3, released=date(2025, 4, 1)))
    assert statuses(seen(item, date(2025, 3, 31))) == ["amber", "not-yet-published"]
    assert statuses(seen(item, date(2025, 4, 1))) == ["amber", "amber"]


def test_of_a_period_that_waits_its_target_and_its_day_are_shown() -> None:
    kept = q(2)
    full = q(
        3,
        released=date(2025, 5, 14),
        commentary="Ten cases were late.",
        target_note="Lower than the 96 of last year.",
        checked=Checked(by="checker", on=DAY, how="Again."),
    )
    item = replace(
        measure(kept, full),
        caveats=(
            Caveat(text="From now on.", from_=PeriodLabel(full.period.label)),
            Caveat(text="Always."),
        ),
        published_elsewhere=(
            Publication(
                where="Paper", on=DAY, period=PeriodLabel(full.period.label), value=Decimal(91)
            ),
        ),
    )
    rated = seen(item).measures[0]
    assert rated.entries[1].entry == PeriodEntry(
        period=full.period,
        target=full.target,
        state=Status.UNRELEASED,
        reason="To be published on 14 May 2025.",
        released=date(2025, 5, 14),
    )
    assert [one.text for one in rated.measure.caveats] == ["Always."]
    assert rated.measure.published_elsewhere == ()
    assert rated.entries[1].sentence == "There is no figure yet. To be published on 14 May 2025."


def test_what_waits_is_not_overdue_and_is_not_the_current_figure() -> None:
    """Due on 14 February 2025, published in May: shown is the quarter before."""
    rated = seen(measure(q(2), q(3, None, released=date(2025, 5, 14)))).measures[0]
    assert rated.current
    assert rated.current.entry.period.label == "2024-25 Q2"
    said = next_words(rated.measure, DAY)
    assert said == "2024-25 Q3, to be published on 14 May 2025"


def test_an_overdue_figure_without_a_day_of_release_stays_overdue() -> None:
    assert statuses(seen(measure(q(2), q(3, None)))) == ["amber", "overdue"]


@pytest.mark.parametrize("name", ["value", "status", "outwith"])
def test_a_quote_of_what_waits_names_the_day(name: str) -> None:
    rated = seen(measure(q(2), q(3, released=date(2025, 5, 14))))
    item = rated.measures[0].measure
    quote = f'{{{{ {name}("{item.id}", "2024-25 Q3") }}}}'
    assert fill_in(quote, rated) == "(to be published on 14 May 2025)"


def test_the_target_of_what_waits_can_be_quoted() -> None:
    rated = seen(measure(q(2), q(3, released=date(2025, 5, 14))))
    item = rated.measures[0].measure
    assert fill_in(f'{{{{ target("{item.id}", "2024-25 Q3") }}}}', rated) == "95%"


@pytest.mark.parametrize(
    ("entry_", "on", "waits_until"),
    [
        # Released within the pause, and seen before it, in it, on its last day and after it.
        (q(2, released=date(2025, 4, 10)), date(2025, 3, 1), date(2025, 5, 2)),
        (q(2, released=date(2025, 4, 10)), date(2025, 4, 15), date(2025, 5, 2)),
        (q(2, released=date(2025, 4, 10)), date(2025, 5, 1), date(2025, 5, 2)),
        (q(2, released=date(2025, 4, 10)), date(2025, 5, 2), None),
        # Released before the pause, and after it.
        (q(2, released=date(2025, 3, 19)), date(2025, 4, 15), None),
        (q(2, released=date(2025, 6, 1)), date(2025, 4, 15), date(2025, 6, 1)),
        # Without a day of release, by the last work on it.
        (q(2, checked=Checked(by="a", on=date(2025, 3, 20), how="b")), DAY, date(2025, 5, 2)),
        (q(2, checked=Checked(by="a", on=date(2025, 3, 19), how="b")), DAY, None),
        (q(2, calculated=Done(by="a", on=date(2025, 3, 21))), DAY, date(2025, 5, 2)),
        (q(2, evidence=Evidence(source="a", extracted=date(2025, 3, 21))), DAY, date(2025, 5, 2)),
        # Without any day, by the day on which it was due: 45 days after the end of the quarter.
        (q(2), DAY, None),
        (q(4), date(2025, 4, 15), date(2025, 5, 2)),
    ],
)
def test_a_pause_holds_what_became_known_in_it(
    entry_: PeriodEntry, on: date, waits_until: date | None
) -> None:
    found = seen(measure(entry_), on, PAUSE).measures[0].entries[0].entry
    assert (found.released if found.state is Status.UNRELEASED else None) == waits_until


def test_a_pause_is_named_with_its_reason() -> None:
    rated = seen(measure(q(2, released=date(2025, 4, 10))), DAY, PAUSE)
    said = rated.measures[0].entries[0].sentence
    assert said.endswith("To be published on 2 May 2025. An election is held.")


def test_a_correction_is_not_held_by_a_pause() -> None:
    """A figure that is known to be wrong is not left standing until an election is over."""
    corrected = q(
        1,
        revisions=(replace(revision("correction"), on=date(2025, 3, 25)),),
        checked=Checked(by="a", on=date(2025, 3, 25), how="b"),
    )
    assert statuses(seen(measure(corrected), DAY, PAUSE))[0] == "amber"


def test_a_reported_status_that_was_approved_in_a_pause_waits() -> None:
    said = replace(reported(Status.GREEN), on=date(2025, 3, 21))
    rated = seen(measure(q(1, status=said)), DAY, PAUSE)
    assert rated.measures[0].entries[0].entry.status is None


def test_a_pause_leaves_milestones_as_they_stood_before_it() -> None:
    early = update(Status.GREEN, judgements(), "2024-25 Q2")
    late = replace(update(Status.RED, judgements(), "2024-25 Q3"), as_at=date(2025, 3, 25))
    done = replace(
        milestone(early, late, state=MilestoneState.COMPLETE), completed=date(2025, 3, 24)
    )
    untouched = commitment(planned(milestone(early, name="b")), name="gc1-m1-c2")
    files = catalogue(commitments=(commitment(planned(done)), untouched))
    seen_ = as_released(paused(files, PAUSE), DAY)
    shown = next(seen_.commitments[0].milestones)[1]
    assert (shown.updates, shown.state, shown.completed) == (
        (early,),
        MilestoneState.CURRENT,
        None,
    )
    assert seen_.commitments[1] is untouched


def test_a_suppressed_period_shows_no_number_even_where_the_check_is_ignored() -> None:
    """`build --even-with-errors` does not print what stands beside the word suppressed."""
    item = measure(
        q(
            2,
            state=Status.SUPPRESSED,
            reason="Four people.",
            inputs={"decided": Decimal(4)},
            comparisons={"scotland": Decimal(88)},
            interval=span(60, 90),
            revisions=(revision("unscheduled"),),
        )
    )
    item = replace(
        item,
        published_elsewhere=(
            Publication(where="Paper", on=DAY, period=PeriodLabel("2024-25 Q2"), value=Decimal(91)),
        ),
    )
    rated = seen(item).measures[0]
    shown = q(2, None, state=Status.SUPPRESSED, reason="Four people.")
    assert rated.entries[0].entry == shown
    assert rated.measure.published_elsewhere == ()


def test_no_version_of_a_suppressed_or_unreleased_period_is_printed() -> None:
    """R152: what an earlier version said of them is not printed either."""
    item = measure(
        q(1),
        q(2, None, state=Status.SUPPRESSED, reason="Four people."),
        q(3, released=date(2025, 5, 14)),
        q(4, None, state=Status.NOT_AVAILABLE, reason="Lost."),
    )
    shown = as_released(catalogue(item), DAY).measures[0]
    assert unprintable(shown) == {"2024-25 Q2", "2024-25 Q3"}
