"""The home page: how the council is doing at a glance, bad news as prominent as good (R144)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.model.words import COLOURS, Status
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.figures import STATES, card, counts, current_status, is_compared
from generator.pages.happened import happened_link
from generator.pages.moves import Moves, moves
from generator.pages.parts import (
    Card,
    Cell,
    Column,
    Count,
    Head,
    Link,
    Page,
    Prose,
    Row,
    Share,
    Table,
)
from generator.pages.readers import doors
from generator.pages.rollup_words import plan_share, share
from generator.pages.services import measures_of
from generator.pages.status_words import status_view
from generator.pages.timetable import due_link
from generator.rules.agenda import agenda
from generator.rules.happenings import happenings
from generator.rules.rated import RatedMeasure
from generator.rules.wording import day, plural

MOST = 4
"""How many of the worst, and how many of the best, are shown."""
_BAD = (Status.RED, Status.AMBER)


@dataclass(frozen=True, slots=True)
class ChallengeShare:
    """A grand challenge with the statuses of its measures."""

    title: str
    href: str
    commitments: Share
    measures: Share


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the home page shows."""

    head: Head
    counts: tuple[Count, ...]
    coverage: str
    commitments: Share
    milestones: tuple[Count, ...]
    milestone_label: str
    overdue: tuple[Link, ...]
    worst: tuple[Card, ...]
    best: tuple[Card, ...]
    more_worst: str | None
    more_best: str | None
    challenges: tuple[ChallengeShare, ...]
    services: Table
    moves: Moves
    changes: tuple[Link, ...]
    coming: tuple[Link, ...]
    reports: tuple[Link, ...]
    doors: tuple[Link, ...]


def home_page(build: Build) -> Page:
    """The home page."""
    path, items = urls.HOME, build.rated.measures
    worst, best = _worst_and_best(items)
    council, plan = build.files.council, build.files.plan
    view = HomeView(
        head=Head(
            council.site.title,
            build.owner,
            Prose(
                f"How the council is doing against its plan, [{plan.title}]({urls.PLAN}). Every figure says "
                "where it comes from, who answers for it and how its rating follows."
            ),
        ),
        counts=counts(items, href=urls.MEASURES),
        coverage=_coverage(items),
        commitments=plan_share(build),
        milestones=_milestones(build),
        milestone_label=_milestone_label(build),
        overdue=tuple(
            Link(urls.measure(item.measure.id), item.measure.title, item.current.sentence)
            for item in items
            if item.current and item.current.status is Status.OVERDUE
        ),
        worst=tuple(card(item, path) for item in worst[:MOST]),
        best=tuple(card(item, path) for item in best[:MOST]),
        more_worst=_more(len(worst), "red or amber"),
        more_best=_more(len(best), "green"),
        challenges=tuple(_challenges(build)),
        services=_services(build),
        moves=moves(items, path),
        changes=tuple(happened_link(one, path) for one in happenings(build.rated)[:MOST]),
        coming=tuple(due_link(build, one, path) for one in agenda(build.rated)[:MOST]),
        reports=_reports(build),
        doors=doors(),
    )
    return Page(path, "home.html", "Home", _coverage(items), (), path, view, "")


def _worst_and_best(
    items: Sequence[RatedMeasure],
) -> tuple[list[RatedMeasure], list[RatedMeasure]]:
    """Red before amber and agreed targets before comparisons, each the furthest outwith first; and
    the furthest ahead of target.
    """
    bad = [item for item in items if current_status(item) in _BAD]
    good = [item for item in items if current_status(item) is Status.GREEN]
    bad.sort(
        key=lambda item: (_BAD.index(current_status(item)), is_compared(item), -_outwith(item))
    )
    good.sort(key=lambda item: (is_compared(item), _outwith(item)))
    return bad, good


def _more(count: int, what: str) -> str | None:
    """How many more there are than are shown."""
    return f"and {count - MOST} more {what}" if count > MOST else None


def _outwith(item: RatedMeasure) -> Decimal:
    found = item.current.rating.outwith if item.current else None
    return found if found is not None else Decimal(0)


def _coverage(items: Sequence[RatedMeasure]) -> str:
    rated = [item for item in items if current_status(item).is_colour]
    compared = sum(1 for item in rated if is_compared(item))
    told = f"{len(rated)} of {plural(len(items), 'measure')} have a rating"
    if compared:
        told += (
            f": {len(rated) - compared} against a target that the council agreed, {compared} by "
            "comparison with a figure of others"
        )
    overdue = sum(1 for item in items if current_status(item) is Status.OVERDUE)
    late = f"{plural(overdue, 'is', 'are')} overdue" if overdue else "No figure is overdue"
    return f"{told}. {late}."


def _milestones(build: Build) -> tuple[Count, ...]:
    """How many milestones have each status: all colours, and each state that occurs (R83)."""
    found = Counter(milestone.status for milestone in build.rated.milestones.values())
    shown = [*COLOURS, *(state for state in STATES if found[state])]
    views = [(status_view(status), found[status]) for status in shown]
    return tuple(Count(str(number), view.word, view.css, view.shape) for view, number in views)


def _milestone_label(build: Build) -> str:
    rated = build.rated.milestones.values()
    coloured = sum(1 for milestone in rated if milestone.status.is_colour)
    have = "has" if coloured == 1 else "have"
    return (
        f"{coloured} of {plural(len(rated), 'milestone')} {have} a colour. They belong to the "
        f"{plural(len(build.files.commitments), 'commitment')} recorded here; the plan declares "
        f"{build.files.plan.declared_commitments}."
    )


def _challenges(build: Build) -> list[ChallengeShare]:
    made = []
    for challenge in build.files.plan.challenges:
        tally = build.rated.roll_ups.challenges[challenge.id]
        made.append(
            ChallengeShare(
                f"Grand Challenge {challenge.number}: {challenge.title}",
                urls.challenge(challenge.id),
                share(tally.commitments, "commitment"),
                share(tally.measures, "measure"),
            )
        )
    return made


def _services(build: Build) -> Table:
    """Each service with how many of its measures have each colour, are overdue, or have none."""
    rows = []
    for service in build.files.council.services:
        own = measures_of(build, service.id)
        if own:
            found = Counter(current_status(item) for item in own)
            numbers = [found[status] for status in (*COLOURS, Status.OVERDUE)]
            cells = (Cell(str(number), "number") for number in (*numbers, len(own)))
            rows.append(
                Row((Cell(service.name, header=True, href=urls.service(service.id)), *cells))
            )
    names = [status_view(status).word for status in (*COLOURS, Status.OVERDUE)]
    columns = (Column("Service"), *(Column(name, "number") for name in (*names, "All measures")))
    return Table("Measures of each service by status", columns, tuple(rows))


def _reports(build: Build) -> tuple[Link, ...]:
    newest = sorted(build.files.reports, key=lambda report: report.meeting, reverse=True)
    return tuple(
        Link(
            urls.report(report.id),
            report.title,
            f"{build.body(report.body)}, {day(report.meeting)}",
        )
        for report in newest[:MOST]
    )
