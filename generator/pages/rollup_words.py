"""Roll-ups on pages: counts with their coverage, the inputs of each, and the rule in words (R80)."""

from generator.pages import urls
from generator.pages.build import Build
from generator.pages.figures import segments
from generator.pages.parts import Cell, Column, Definition, Row, Share, StatusView, Table
from generator.pages.status_words import status_view
from generator.rules.milestones import SEPARATOR
from generator.rules.rollup import Input, Kind, RatedAction, RatedCommitment, RollUp, count_words
from generator.rules.wording import day, listed, plural

AGREED = "Reported by the management team"
_KINDS = {
    Kind.MILESTONE: "Milestone",
    Kind.MEASURE: "Measure",
    Kind.ACTION: "Action",
    Kind.COMMITMENT: "Commitment",
}


def share(rolled: RollUp, one: str, many: str | None = None) -> Share:
    """The inputs of a roll-up as a bar, and how many of them have a colour."""
    label = f"Status of {plural(rolled.total, one, many)}"
    statuses = [item.status for item in rolled.inputs]
    return Share(label, segments(statuses), f"{_coverage(rolled, one, many)}.")


def plan_share(build: Build) -> Share:
    """The commitments of the plan, with how many it declares: those not recorded have no colour."""
    made = share(build.rated.roll_ups.plan.commitments, "commitment")
    declared = build.files.plan.declared_commitments
    told = f"{made.coverage} The plan declares {declared:,}, and the others are not recorded here."
    recorded = build.rated.roll_ups.plan.commitments.total
    return made if declared == recorded else made._replace(coverage=told)


def coverage(rolled: RollUp, one: str, many: str | None = None) -> str:
    """How many of the inputs have a colour, and how many have each status."""
    counts = f": {count_words(rolled)}" if rolled.inputs else ""
    return f"{_coverage(rolled, one, many)}{counts}."


def _coverage(rolled: RollUp, one: str, many: str | None) -> str:
    if not rolled.inputs:
        return f"No {one} is recorded here yet"
    have = "has" if rolled.rated == 1 else "have"
    return f"{rolled.rated} of {plural(rolled.total, one, many)} {have} a colour"


def action_table(build: Build, rated: RatedCommitment, path: str) -> Table | None:
    """Each action: whether it is delivered, what comes of it, and its status (R66)."""
    if not rated.actions:
        return None
    columns = (
        Column("Action"),
        Column("Delivery (milestones)"),
        Column("Result (measures)"),
        Column("Status"),
        Column("How it follows"),
    )
    rows = tuple(_action_row(build, action, path) for action in rated.actions)
    return Table("Delivery, result and status of each action", columns, rows)


def input_table(rated: RatedCommitment, path: str) -> Table | None:
    """Every milestone and measure under a commitment, each once, with where it is counted."""
    if not rated.items.inputs:
        return None
    columns = (Column("Item"), Column("Kind"), Column("Under"), Column("Status"))
    rows = tuple(
        Row(
            (
                Cell(item.title, header=True, href=_href(item, path)),
                Cell(_KINDS[item.kind]),
                Cell(_under(item, rated)),
                Cell("", status=status_view(item.status)),
            )
        )
        for item in rated.items.inputs
    )
    return Table("Every milestone and measure, once", columns, rows)


def roll_up_rules() -> tuple[Definition, ...]:
    """The rule by which statuses come together, for the page on the method."""
    return _RULES


def approved(build: Build, rated: RatedAction) -> str:
    """Who approved a reported status that differs from the computed one; nothing where none does."""
    said = rated.action.status
    if rated.status is rated.computed or not (said and said.approved_by and said.on):
        return ""
    names = [build.role(name) for name in (said.approved_by, said.second_approver) if name]
    until = f", until {day(said.expires)}" if said.expires else ""
    return f" Approved by {listed(names)}, {day(said.on)}{until}."


def _action_row(build: Build, rated: RatedAction, path: str) -> Row:
    differs = rated.status is not rated.computed
    href = urls.relative(path, urls.action(rated.commitment.id, rated.action.id))
    return Row(
        (
            Cell(rated.action.title, header=True, href=href),
            _part(rated.delivery, rated.action.no_milestones or "No milestone"),
            _part(rated.results, "No measure is named"),
            Cell("", status=status_view(rated.status), flags=(AGREED,) if differs else ()),
            Cell(f"{rated.sentence}{approved(build, rated)}", css="words"),
        )
    )


def _part(rolled: RollUp, otherwise: str) -> Cell:
    if not rolled.inputs:
        return Cell(otherwise)
    return Cell(count_words(rolled), status=_view(rolled))


def _view(rolled: RollUp) -> StatusView:
    return status_view(rolled.worst)


def _href(item: Input, path: str) -> str:
    if item.kind is Kind.MEASURE:
        return urls.relative(path, urls.measure(item.id))
    commitment, _, name = item.id.partition(SEPARATOR)
    here = path == urls.commitment(commitment)
    anchor = f"#{urls.anchor(name)}"
    return anchor if here else urls.relative(path, urls.milestone(commitment, name))


def _under(item: Input, rated: RatedCommitment) -> str:
    """The actions that name an input, or the commitment itself."""
    titles = [action.action.title for action in rated.actions if item in action.inputs.inputs]
    return "; ".join(titles) or "The commitment itself"


_RULES = (
    Definition(
        "A milestone",
        "Timescale, budget and completion are judged apart, each with its fact, and the worst of the "
        "three is the computed status. A milestone whose date has passed is amber at best until it is "
        "complete. One that cannot be done before something red, late, deferred or cancelled is amber "
        "at best too, unless a reason is printed. A worse report stands and a better one does not.",
    ),
    Definition(
        "An action",
        "Whether it is delivered shows in its milestones, and what comes of it in its measures. The "
        "two stand side by side. The status of the action is the worst of both. The management team "
        "may report another colour under the rules for every reported status.",
    ),
    Definition(
        "A commitment",
        "The worst of its actions and of the measures that support it directly, beside how many "
        "milestones and measures have each status. Its page lists every one of them.",
    ),
    Definition(
        "A mission, a grand challenge, the plan",
        "How many commitments, and how many measures, have each status, and how many of them have a "
        "colour at all. They have no colour of their own, because a good one would hide a bad one.",
    ),
    Definition(
        "The order",
        "Red before amber before overdue before green. What is due and missing is therefore never "
        "called green. States come after: they decide only where nothing has a colour.",
    ),
    Definition(
        "What is shared",
        "A measure that supports several commitments is counted once in each total. Colours are an "
        "order and not numbers, so they are never averaged.",
    ),
)
