"""The command `rate`: one figure rated, so that anyone can try the policy."""

from datetime import date
from pathlib import Path

import click

from generator import resources, trial
from generator.commands.common import ROOT, TEXT_OR_JSON, form_option
from generator.loading.load import load_council
from generator.model.council import Bands
from generator.model.words import Basis, Direction, Reading
from generator.sources import Folder


@click.command(short_help="Rate one figure and say how its status follows.")
@click.option("--value", help="The result: 91, 2025-01-14, or a level such as good.")
@click.option("--target", help="The target; a range as 29..31. Without it there is no rating.")
@click.option(
    "--direction",
    type=click.Choice([str(word) for word in Direction]),
    default=str(Direction.HIGHER),
    show_default=True,
    help="Which way is better.",
)
@click.option(
    "--basis",
    type=click.Choice([str(word) for word in Basis]),
    default=str(Basis.RELATIVE),
    show_default=True,
    help="Distance in per cent of the target, or in points of the unit.",
)
@click.option(
    "--unit",
    default="percent",
    show_default=True,
    help="percent, pounds, days ...; date; or levels such as 'no < yes'.",
)
@click.option("--bands", "own", nargs=2, help="The measure's own bands: green up to, amber up to.")
@click.option("--interval", help="The interval of an estimate: 84.1..89.3.")
@click.option(
    "--reading",
    type=click.Choice([str(word) for word in Reading]),
    help="How the gaps between the bands are read, if not as the council does.",
)
@ROOT
@form_option(TEXT_OR_JSON, "The sentence, or its facts as JSON.")
def rate(
    value: str | None,
    target: str | None,
    direction: str,
    basis: str,
    unit: str,
    own: tuple[str, str] | None,
    interval: str | None,
    reading: str | None,
    root: Path,
    form: str,
) -> None:
    """Rate one figure and say how its status follows.

    The bands are the latest of council.yaml; where there is none, those of the manual.

    Example: aboveboard rate --target 95 --value 91 --direction higher
    """
    tried = trial.Trial(
        value=value,
        target=target,
        direction=Direction(direction),
        basis=Basis(basis),
        unit=unit,
        own_bands=own,
        interval=interval,
        bands=_bands(root),
        reading=Reading(reading) if reading else None,
    )
    try:
        rating, told = trial.outcome(tried)
    except trial.TrialError as error:
        raise click.UsageError(str(error)) from error
    click.echo((trial.as_json if form == "json" else trial.as_text)(rating, told))


def _bands(root: Path) -> Bands:
    """The latest bands of the council in `root`, or those of the manual where there is no council."""
    council = load_council(Folder(root), resources.schemas())
    if council is None and (root / "council.yaml").exists():
        raise click.UsageError("council.yaml cannot be read: run `aboveboard check` to see why.")
    return (council.bands_on(date.max) if council else None) or trial.MANUAL
