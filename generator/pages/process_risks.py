"""The risks of the process itself, with what their controls find on the day (R53, R64)."""

from generator.pages import urls
from generator.pages.build import Build
from generator.pages.parts import Cell, Column, Head, Page, Prose, Row, Step, Table
from generator.pages.targets import RegisterPart, TargetsView
from generator.rules.process_risks import ControlResult, RiskOnTheDay, process_risks
from generator.rules.wording import capital, day

_TITLE = "Risks of the process"
_LEDE = (
    "What can go wrong when performance is measured and reported, and what stands against it. The "
    "controls are counted in the records each time this site is made."
)
_HOLDS, _FOUND, _WATCHED = "Holds", "To put right", "For information"


def process_risks_page(build: Build) -> Page:
    """The page with the register of risks, in four columns, and its controls."""
    path, risks = urls.PROCESS_RISKS, tuple(process_risks(build.rated))
    parts = (
        RegisterPart(
            "register",
            "The register",
            "The seven risks of the Performance Manual, in our own words.",
            Table("Risks of the process", _columns(), tuple(_risk(one) for one in risks)),
            "",
        ),
        RegisterPart(
            "controls",
            "What the controls find",
            f"As on {day(build.rated.as_of)}. Each rule is explained in the handbook.",
            Table("Controls of each risk", _control_columns(), tuple(_controls(risks))),
            "",
        ),
    )
    return Page(
        path=path,
        template="targets.html",
        title=_TITLE,
        description="The risks of the process, and what stands against each.",
        trail=(Step("Home", urls.HOME), Step(_TITLE)),
        section=path,
        root=urls.root_of(path),
        view=TargetsView(Head(_TITLE, build.files.council.framework.name, _LEDE), parts),
    )


def _columns() -> tuple[Column, ...]:
    return tuple(Column(name) for name in ("Risk", "Cause", "Effect", "What is done about it"))


def _control_columns() -> tuple[Column, ...]:
    return (Column("Risk"), Column("Found", "number"), Column("What is counted"), Column("So"))


def _risk(one: RiskOnTheDay) -> Row:
    risk = one.risk
    mitigations = Prose("\n".join(f"- {text}" for text in risk.mitigations))
    return Row(
        (Cell(risk.risk, header=True), Cell(risk.cause), Cell(risk.effect), Cell(mitigations))
    )


def _controls(risks: tuple[RiskOnTheDay, ...]) -> list[Row]:
    return [
        Row(
            (
                Cell(one.risk.risk, header=True),
                Cell(f"{result.number:,}", css="number"),
                Cell(capital(result.what), note=_rules(result)),
                Cell(_so(result)),
            )
        )
        for one in risks
        for result in one.results
    ]


def _so(result: ControlResult) -> str:
    if result.watched:
        return _WATCHED
    return _HOLDS if result.holds else _FOUND


def _rules(result: ControlResult) -> str | None:
    if not result.rules:
        return None
    return f"{'Rule' if len(result.rules) == 1 else 'Rules'}: {', '.join(result.rules)}"
