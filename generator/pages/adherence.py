"""The adherence page: each clause of the manual with its control and its result (R166)."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.pages import urls
from generator.pages.build import Build
from generator.pages.parts import Cell, Column, Head, Link, Page, Prose, Row, Step, Table
from generator.pages.targets import RegisterPart, TargetsView
from generator.rules.adherence import COUNCIL, TOPICS, Adherence, adherence
from generator.rules.clauses.clause import Clause
from generator.rules.wording import day, plural

_TITLE = "Adherence to the manual"
_LEDE = (
    "What the Performance Manual asks, clause by clause in our own words, what controls it here, and "
    "what that control finds. Rules are counted whatever the council's policy on them."
)
_SHOWN, _PEOPLE, _HOLDS = "Shown", "Left to people", "Holds"


def adherence_page(build: Build) -> Page:
    """The page that lists every clause."""
    path, found = urls.ADHERENCE, tuple(adherence(build.rated))
    parts = (
        _summary(build, found),
        *(
            _topic(build, list(clauses))
            for _, clauses in groupby(found, key=lambda one: one.topic.id)
        ),
    )
    return Page(
        path=path,
        template="targets.html",
        title=_TITLE,
        description="Each clause of the manual with its control, and what the control finds.",
        trail=(Step("Home", urls.HOME), Step("Assurance", urls.ASSURANCE), Step(_TITLE)),
        section=path,
        root=urls.root_of(path),
        view=TargetsView(Head(_TITLE, build.files.council.framework.name, _LEDE), parts),
        data=(Link("data/adherence.csv", "Every clause by service (CSV)"),),
    )


def adherence_rows(build: Build) -> Iterator[tuple[str, ...]]:
    """Every clause as data: a row for each service where its rules find something, else one."""
    for one in adherence(build.rated):
        clause = one.clause
        controls = (
            *clause.rules,
            *clause.pages,
            *(f"aboveboard {name}" for name in clause.commands),
        )
        for service, number in one.found.items() or ((COUNCIL, 0),):
            count = str(number) if clause.rules else ""
            yield (
                clause.id, one.topic.id, clause.text, " ".join(controls), _result(one), service, count,
            )  # fmt: skip


def _summary(build: Build, found: Sequence[Adherence]) -> RegisterPart:
    """How many clauses hold, by topic."""
    columns = (Column("Part of the manual"), *(Column(name, "number") for name in _COUNTED))
    rows = tuple(
        Row(
            (
                Cell(topic.title, header=True, href=f"#{topic.id}"),
                *(
                    Cell(str(_count(found, topic.id, result)), css="number")
                    for result in _COUNTED.values()
                ),
            )
        )
        for topic in TOPICS
    )
    return RegisterPart(
        "summary",
        "At a glance",
        f"As on {day(build.rated.as_of)}: {plural(len(found), 'clause')}. What is shown has no rule, "
        "and can be seen by anyone. What is left to people leaves no record here.",
        Table("Clauses by part of the manual", columns, rows),
        "",
    )


_COUNTED = {
    "Hold": _HOLDS,
    "To put right": "To put right",
    "Shown": _SHOWN,
    "Left to people": _PEOPLE,
}


def _count(found: Sequence[Adherence], topic: str, result: str) -> int:
    return sum(1 for one in found if one.topic.id == topic and _result(one) == result)


def _result(one: Adherence) -> str:
    """What became of a clause, in a word or two."""
    if one.clause.rules:
        return "To put right" if one.number else _HOLDS
    return _SHOWN if one.clause.pages or one.clause.commands else _PEOPLE


def _topic(build: Build, found: list[Adherence]) -> RegisterPart:
    topic = found[0].topic
    columns = tuple(map(Column, ("Clause", "Control", "Result")))
    rows = tuple(
        Row(
            (
                Cell(one.clause.text, header=True, note=one.clause.id),
                Cell(Prose(_controls(one.clause))),
                Cell(_result(one), note=_where(build, one)),
            )
        )
        for one in found
    )
    about = f"{plural(len(found), 'clause')} of this part of the manual."
    return RegisterPart(topic.id, topic.title, about, Table(topic.title, columns, rows), "")


def _controls(clause: Clause) -> str:
    """Rules, pages and commands as a list of links."""
    told = [f"- Rule [{rule}](guide/reference/rules.html#{rule})" for rule in clause.rules]
    told += [f"- Page [{_name(page)}]({page})" for page in clause.pages]
    told += [f"- Command `aboveboard {name}`" for name in clause.commands]
    return "\n".join(told) or "No record shows it: people have to."


def _name(page: str) -> str:
    """The words of a link to a page, from its address."""
    words = page.removesuffix(".html").removesuffix("/index").replace("guide/", "handbook, ")
    words = "home" if words == "index" else words.replace("reference/", "")
    return words.replace("-", " ").capitalize()


def _where(build: Build, one: Adherence) -> str | None:
    """How much is found in each service, the most first."""
    if not one.number:
        return None
    told = [
        f"{build.service_brief(service) if service else 'Council, plan and papers'} {number}"
        for service, number in sorted(one.found.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    return f"{plural(one.number, 'finding')}: {', '.join(told)}"
