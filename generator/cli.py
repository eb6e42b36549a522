"""The commands: read, decide, write or print. Exit: 0 clean, 1 findings, 2 misuse, 3 our fault."""

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path

import click

from generator import __version__, history, resources, trial
from generator.build import build_facts, site_files
from generator.loading.load import load_council
from generator.model.council import Bands
from generator.model.finding import Finding
from generator.model.words import Basis, Direction, Reading
from generator.pages.build import Build
from generator.reporting.as_json import as_json
from generator.reporting.explained import explained, listed_rules
from generator.reporting.github import as_github
from generator.reporting.text import as_text, counted
from generator.rules.checks.all_rules import EVERY_RULE
from generator.sources import CONTENT, Folder
from generator.state import State, read_state
from generator.writer import NotASiteError, UnwritableError, refuse_what_is_not_a_site, write_site

CLEAN, FINDINGS, MISUSE, FAULT, INTERRUPTED = 0, 1, 2, 3, 130
FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
}


@dataclass(frozen=True, slots=True)
class Content:
    """Where the files are, what state of them is read, and the day that overdue and due mean."""

    root: Path
    commit: history.Commit | None
    as_of: date

    def state(self) -> State:
        """The files, loaded, rated and checked."""
        return read_state(Folder(self.root), resources.schemas(), self.as_of)


class _Day(click.ParamType[date]):
    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """A date written as 2024-07-22."""
        try:
            return datetime.strptime(str(value), "%Y-%m-%d").date()  # noqa: DTZ007 a day, not a time
        except ValueError:
            self.fail(f"{value} is not a date like 2024-07-22", param, ctx)


_ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    show_default="this folder",
    help="The folder that holds council.yaml.",
)
_AS_OF = click.option(
    "--as-of",
    type=_Day(),
    show_default="the date of the commit",
    help="The day that due and overdue mean.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="aboveboard")
def cli() -> None:
    """Performance reporting from version-controlled YAML, honest by construction.

    Exit status: 0 all is well, 1 something must be put right, 2 the command was misused, 3 a fault
    of the program.
    """


@cli.command()
@_ROOT
@_AS_OF
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How findings are printed.",
)
def check(root: Path, as_of: date | None, form: str) -> None:
    """Check every file: its form, its figures, its statuses, its owners.

    Example: aboveboard check --as-of 2025-03-31
    """
    state = _content(root, as_of).state()
    click.echo(_printable(FORMATS[form](state.findings)))
    sys.exit(FINDINGS if state.errors else CLEAN)


@cli.command()
@_ROOT
@_AS_OF
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("site"),
    show_default=True,
    help="The folder that becomes the site.",
)
@click.option(
    "--even-with-errors", is_flag=True, help="Build although something must be put right."
)
def build(root: Path, as_of: date | None, out: Path, even_with_errors: bool) -> None:
    """Check every file, then build the site. With errors, nothing is written.

    Example: aboveboard build --out site
    """
    content = _content(root, as_of)
    with _choice_of(out):
        refuse_what_is_not_a_site(out)
    state = content.state()
    if state.findings:
        click.echo(_printable(as_text(state.findings)), err=True)
    if state.rated is None or (state.errors and not even_with_errors):
        click.echo("Nothing was built: put the errors right first.", err=True)
        sys.exit(FINDINGS)
    commit = content.commit.name if content.commit else "not in git"
    made = Build(state.rated, commit, __version__)
    files = site_files(made, resources.folder("site_templates"))
    with _choice_of(out):
        written = write_site(out, files, build_facts(made))
    click.echo(f"Built {written:,} files in {out}. {counted(state.findings)}")


@cli.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Explain one RULE, or list them all.

    Example: aboveboard explain value-is-recalculated
    """
    if rule is None:
        click.echo(listed_rules(EVERY_RULE.values()))
        return
    if rule not in EVERY_RULE:
        near = get_close_matches(rule, EVERY_RULE, n=1)
        hint = f"Did you mean {near[0]}?" if near else "Run `aboveboard explain` to list them."
        raise click.UsageError(f"there is no rule {rule}. {hint}")
    click.echo(explained(EVERY_RULE[rule]))


@cli.command()
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
@_ROOT
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="The sentence, or its facts as JSON.",
)
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


def main() -> None:
    """The console script."""
    # A run makes millions of small records and no cycles worth finding: looking for them costs
    # a fifth of the time (bench/README.md).
    gc.disable()
    try:
        # Not in click's standalone mode, which exits with 1 (findings) when it is interrupted.
        sys.exit(cli(standalone_mode=False))
    except click.ClickException as misused:
        misused.show()
        sys.exit(MISUSE)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(INTERRUPTED)
    except Exception as error:  # noqa: BLE001 the one broad handler: a plain sentence first
        click.echo(
            f"Aboveboard failed, and the fault is its own: {type(error).__name__}: {error}\n"
            "Your files were not changed. Please report this with the lines below.",
            err=True,
        )
        sys.excepthook(*sys.exc_info())
        sys.exit(FAULT)


def _content(root: Path, as_of: date | None) -> Content:
    try:
        commit = history.head(root, ("council.yaml", *CONTENT))
    except history.GitError as error:
        raise click.UsageError(f"git does not read {root}: {error}") from error
    day = as_of or (commit.on if commit else None)
    if day is None:
        raise click.UsageError(
            f"{root} has no commit to take the date from: add --as-of 2024-07-22."
        )
    return Content(root, commit, day)


def _bands(root: Path) -> Bands:
    """The latest bands of the council in `root`, or those of the manual where there is no council."""
    council = load_council(Folder(root), resources.schemas())
    if council is None and (root / "council.yaml").exists():
        raise click.UsageError("council.yaml cannot be read: run `aboveboard check` to see why.")
    return (council.bands_on(date.max) if council else None) or trial.MANUAL


def _printable(text: str) -> str:
    """`text` with what no terminal can show, such as half a letter in a file name, written out."""
    return text.encode("utf-8", "backslashreplace").decode()


@contextmanager
def _choice_of(out: Path) -> Iterator[None]:
    """Where nothing can be written at `out`, the command was misused."""
    try:
        yield
    except NotASiteError as error:
        raise click.UsageError(f"{error}: choose another --out, or empty it yourself.") from error
    except UnwritableError as error:
        raise click.UsageError(
            f"{out} cannot be written ({error}): choose another --out."
        ) from error


if __name__ == "__main__":
    main()
