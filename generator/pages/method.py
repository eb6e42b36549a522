"""How we rate: the bands in force, the reading of their gaps, the states, and worked examples."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.council import Bands
from generator.model.words import COLOURS, Basis, Status
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.figures import CAVEAT, STATES
from generator.pages.method_examples import roll_up_example
from generator.pages.method_rules import MethodRule, method_rules, variation_rule
from generator.pages.parts import (
    Cell,
    Column,
    Definition,
    Head,
    Link,
    Page,
    Row,
    StatusMeaning,
    Step,
    Table,
)
from generator.pages.progress import LATE
from generator.pages.rollup_words import roll_up_rules
from generator.pages.status_words import FLAG_WORDS, MEANINGS, status_view
from generator.rules.bands import Limits
from generator.rules.distance import band_words
from generator.rules.wording import day

FLAG_MEANINGS = {
    "provisional": "The figure may still change.",
    "estimated": "The figure is an estimate, often from a survey.",
    "revised": "The figure was changed after it was published, for a reason that is printed.",
    "corrected": "The figure was changed after it was published because it was wrong.",
    "boundary": "The result lies in a gap between two bands, so that the reading of the gap decides its colour.",
    "within-interval": "The target lies within the interval of the estimate: chance alone could explain the difference.",
    "small-number": "Fewer than 20 cases, so that one more or less moves the figure by more than 5%.",
    "overridden": "Another colour is reported than was computed; both are printed.",
    "override-expired": "Another colour was reported for a time that is over; the computed one is shown.",
    "comparison-target": "The figure is compared with a figure of others, which the council did not set itself as a target.",
    "awaiting-second-check": "No colleague has repeated the work yet.",
    "not-agreed": "No management team has agreed this measure and its target yet.",
}


@dataclass(frozen=True, slots=True)
class BandsView:
    """The bands of one stretch of time, and where they come from."""

    table: Table
    source: str
    note: str | None


@dataclass(frozen=True, slots=True)
class MethodView:
    """What the method page shows."""

    head: Head
    bands: tuple[BandsView, ...]
    rules: tuple[MethodRule, ...]
    variation: MethodRule
    states: tuple[StatusMeaning, ...]
    flags: tuple[Definition, ...]
    roll_up: tuple[Definition, ...]
    roll_up_example: Link | None
    examples: tuple[Link, ...]
    registers: tuple[Link, ...]


def method_page(build: Build) -> Page:
    """The page that says how a status follows from its figures."""
    path, council = urls.HOW_WE_RATE, build.files.council
    view = MethodView(
        head=Head(
            "How we rate",
            council.framework.name,
            "Every status on this site is worked out from its figures by the rules on this page, and "
            "prints the sentence that says how.",
        ),
        bands=tuple(
            _bands(item)
            for item in sorted(council.bands, key=lambda item: item.from_, reverse=True)
        ),
        rules=tuple(method_rules(build)),
        variation=variation_rule(build),
        states=tuple(StatusMeaning(status_view(state), MEANINGS[state]) for state in STATES),
        flags=tuple(_flags()),
        roll_up=roll_up_rules(),
        roll_up_example=roll_up_example(build),
        examples=tuple(_examples(build)),
        registers=(
            Link(
                urls.OVERRIDES,
                "Overrides and exceptions",
                "Statuses that are reported otherwise than they are computed, measures with bands of their "
                "own, and figures at a boundary.",
            ),
            Link(
                urls.REVISIONS,
                "Revisions and corrections",
                "Every published figure that was changed, why, and what it did to the status.",
            ),
            Link(
                urls.TARGETS,
                "Targets and unusual figures",
                "Targets that were lowered or ask for less than was achieved, colours that hang on how a "
                "figure is told, and unusual figures.",
            ),
            Link(
                urls.ASSURANCE,
                "Assurance",
                "Three lines of defence by service, six tests of every measure, and what auditors found.",
            ),
            Link(
                urls.PROCESS_RISKS,
                "Risks of the process",
                "What can go wrong when performance is measured, and what the controls find today.",
            ),
        ),
    )
    trail = (Step("Home", urls.HOME), Step("How we rate"))
    return Page(
        path,
        "method.html",
        "How we rate",
        "How a red, amber or green status follows from its figures.",
        trail,
        path,
        view,
        "",
    )


def _flags() -> Iterator[Definition]:
    """What each marker beside a status means."""
    for flag, word in FLAG_WORDS.items():
        yield Definition(word, FLAG_MEANINGS[flag])
    yield Definition(
        CAVEAT, "There is something to know before using the figure: its page says what."
    )
    yield Definition(
        LATE,
        "The milestone depends on something that is red, late, deferred or cancelled: the page of its "
        "commitment says on what.",
    )


def _bands(bands: Bands) -> BandsView:
    limits = Limits(bands.green_up_to, bands.amber_up_to)
    rows = tuple(
        Row(
            (
                Cell("", header=True, status=status_view(status)),
                Cell(_band_meaning(status, limits)),
            )
        )
        for status in reversed(COLOURS)
    )
    caption = f"Bands for periods that end on or after {day(bands.from_)}"
    table = Table(caption, (Column("Rating"), Column("The result is")), rows)
    return BandsView(table, f"Adopted by: {bands.adopted_by}.", bands.note)


def _band_meaning(status: Status, limits: Limits) -> str:
    band = band_words(status, limits, Basis.RELATIVE)
    if status is Status.GREEN:
        return f"better than target, on target, or {band} outwith target"
    return f"{band} outwith target"


def _examples(build: Build) -> Iterator[Link]:
    """One measure for each colour, with its sentence; agreed targets first."""
    for status in reversed(COLOURS):
        found = [
            item
            for item in build.rated.measures
            if item.current
            and item.current.status is status
            and item.current.rating.outwith is not None
        ]
        found.sort(
            key=lambda item: bool(
                item.measure.target_basis and item.measure.target_basis.is_comparison
            )
        )
        if found and found[0].current:
            item = found[0]
            yield Link(
                urls.measure(item.measure.id),
                item.measure.title,
                found[0].current.sentence,
                status_view(status),
            )
