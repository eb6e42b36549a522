"""How we rate: the bands in force, the reading of their gaps, the states, and worked examples."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.council import Bands
from generator.model.words import COLOURS, Basis, Status
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.figures import CAVEAT, STATES
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
from generator.pages.status_words import FLAG_WORDS, MEANINGS, status_view
from generator.rules.rating import Limits
from generator.rules.sentence import band_words
from generator.rules.wording import day

FLAG_MEANINGS = {
    "provisional": "The figure may still change.",
    "estimated": "The figure is an estimate, often from a survey.",
    "revised": "The figure was changed after it was published, for a reason that is printed.",
    "corrected": "The figure was changed after it was published because it was wrong.",
    "overridden": "The management team reports another colour than the figures give; both are printed.",
    "comparison-target": "The figure is compared with a figure of others, which the council did not set itself as a target.",
    "awaiting-second-check": "No colleague has repeated the work yet.",
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
    rules: tuple[Definition, ...]
    states: tuple[StatusMeaning, ...]
    flags: tuple[Definition, ...]
    examples: tuple[Link, ...]


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
        rules=_RULES,
        states=tuple(StatusMeaning(status_view(state), MEANINGS[state]) for state in STATES),
        flags=(
            *(Definition(word, FLAG_MEANINGS[flag]) for flag, word in FLAG_WORDS.items()),
            Definition(
                CAVEAT, "There is something to know before using the figure: its page says what."
            ),
        ),
        examples=tuple(_examples(build)),
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


_RULES = (
    Definition(
        "Outwith",
        "How far a result lies beyond its target on the bad side. Where higher is better it is target "
        "minus result; where lower is better it is result minus target; each as a percentage of the "
        "target. A result that is on or better than target is not outwith at all.",
    ),
    Definition(
        "The gaps between the bands",
        "The bands are written to two decimals: up to 2.49%, 2.5% to 4.99%, 5% or more. The outwith "
        "figure is therefore rounded half up to two decimals, once, and then compared. 2.494% is "
        "2.49% and green; 2.495% is 2.50% and amber; 4.995% is 5.00% and red.",
    ),
    Definition(
        "Points",
        "A measure in per cent says whether distance from target is counted relative to the target or "
        "in percentage points. 38.5% against a target of 40% is 3.75% outwith, or 1.5 points.",
    ),
    Definition(
        "Ranges and plans",
        "For a range the distance is counted from its nearer end, and both ends are inside. Where a "
        "plan is to be met exactly, above and below count alike.",
    ),
    Definition(
        "Targets of zero",
        "No percentage can be taken of zero. A result that meets a target of zero is green; one that "
        "misses it is not rated, unless distance is counted in points.",
    ),
    Definition(
        "The figure that is rated",
        "The figure as published, with the decimals that its measure states, so that anyone can repeat "
        "the sum from what is printed. The figure itself is worked out again from its inputs on every "
        "check.",
    ),
    Definition(
        "Change and variation",
        "A status compares one figure with its target. Beside it, measures with a figure every month "
        "or quarter show whether the figure is more than the usual variation of its process. From 13 "
        "figures on, limits are drawn 2.66 times the mean step between neighbouring figures above and "
        "below the mean. A figure signals a change when it lies beyond a limit; when it is one of 7 in "
        "a row on one side of the mean, or of 7 in a row that rise or fall; or when two of three in a "
        "row lie beyond two thirds of the way to one limit. The method is that of the NHS programme "
        "Making Data Count (XmR charts). The settings are printed on each page.",
        id="variation",
    ),
    Definition(
        "When a rule changes",
        "A period keeps the bands that were in force when it ended.",
    ),
    Definition(
        "Progress that no figure measures",
        "Milestones and qualitative measures are judged on timescale, budget and completion, each with "
        "its fact. A green needs a recorded basis exactly as a red does.",
    ),
    Definition(
        "A reported status that differs",
        "Where the management team reports another status than the figures give, both are printed with "
        "the reason and who approved it.",
    ),
)
