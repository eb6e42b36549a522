"""The command `audit`: the chain behind one figure, the six tests of every measure, or a sample."""

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from generator.audit import (
    NoSuchFigureError,
    SheetError,
    chains_of,
    figure_of,
    read_sheet,
    write_pack,
)
from generator.commands.common import (
    AS_OF,
    CLEAN,
    FINDINGS,
    ROOT,
    TEXT_OR_JSON,
    Content,
    content_of,
    form_option,
    past_of,
)
from generator.model.past import Past
from generator.reporting.audited import (
    Audited,
    chain_as_json,
    chain_as_text,
    tests_as_json,
    tests_as_text,
)
from generator.reporting.packs import (
    Pack,
    compared_as_json,
    compared_as_text,
    pack_as_json,
    pack_as_text,
    pack_files,
    risk_as_json,
    risk_as_text,
)
from generator.reporting.report import Report
from generator.reporting.text import as_text
from generator.reporting.visible import encodable, visible
from generator.rules.assurance import assurance
from generator.rules.lines import lines_of_defence
from generator.rules.over_time.commits import commit_date_faults
from generator.rules.pressure_past import every_signal
from generator.rules.rated import Rated
from generator.rules.sample import by_risk, sample
from generator.rules.sheet import Verdict
from generator.rules.witness import witness
from generator.rules.wording import plural
from generator.state import State
from generator.writer import UnwritableError


@dataclass(frozen=True, slots=True)
class Asked:
    """What is audited, and whether a program reads the answer."""

    content: Content
    rated: Rated
    as_json: bool

    @property
    def past(self) -> Past | None:
        """The history of the files; None where they are of no commit, or differ from it."""
        return past_of(self.content.root, self.content.same_as, self.rated)


@click.command(short_help="Show what is behind one figure; test and sample them.")
@ROOT
@AS_OF
@form_option(TEXT_OR_JSON, "For a person, or the same as JSON.")
@click.option("--sample", "number", type=click.IntRange(1, 10_000), help="Draw so many figures.")
@click.option("--seed", help="With --sample: any text; the same text draws the same figures.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="With --sample: the new folder for the pack. Without it the pack is printed.",
)
@click.option(
    "--recalculated",
    "sheet",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Compare the filled sheet of a pack with the files.",
)
@click.option("--by-risk", "risk", is_flag=True, help="List measures, the riskiest first.")
@click.argument("name", metavar="[ID]", required=False)
@click.argument("period", metavar="[PERIOD]", required=False)
def audit(
    root: Path,
    as_of: date | None,
    form: str,
    number: int | None,
    seed: str | None,
    out: Path | None,
    sheet: Path | None,
    risk: bool,
    name: str | None,
    period: str | None,
) -> None:
    """Put the six tests to every measure, show the chain behind one figure, or draw a sample.

    With ID, and PERIOD as the file writes it, everything behind that figure: inputs, evidence and its
    fingerprint, the calculation run again, rating, second check, approvals, edits, and where it is
    published. Without PERIOD the latest result is meant. Nothing is read but the files and their
    history.

    Exit status: 0 every test is passed and every recalculation agrees, 1 one is not or does not.

    Example: aboveboard audit crisis-grants-quarterly "2022-23 Q4"
    """
    _refuse_what_does_not_go_together(name, number, seed, out, sheet, risk)
    content = content_of(root, as_of)
    asked = Asked(content, _rated(content.state(), content), form == "json")
    try:
        if name is not None:
            done = _chain(asked, name, period)
        elif number is not None and seed is not None:
            done = _sample(asked, number, seed, out)
        elif sheet is not None:
            done = _compare(asked, sheet)
        else:
            done = _risks(asked) if risk else _tests(asked)
    except NoSuchFigureError as error:
        raise click.UsageError(visible(str(error))) from error
    sys.exit(done)


def _refuse_what_does_not_go_together(
    name: str | None,
    number: int | None,
    seed: str | None,
    out: Path | None,
    sheet: Path | None,
    risk: bool,
) -> None:
    if sum((name is not None, number is not None, sheet is not None, risk)) > 1:
        raise click.UsageError("choose one of ID, --sample, --recalculated and --by-risk.")
    if (number is None) != (seed is None):
        raise click.UsageError("--sample and --seed go together: add the other.")
    if out is not None and number is None:
        raise click.UsageError("--out is where a sample goes: add --sample and --seed.")


def _rated(state: State, content: Content) -> Rated:
    """What is rated; the findings of files that cannot be read are told first."""
    unread = [one for one in state.findings if one.rule in _UNREAD]
    if unread:
        report = Report(findings=unread, read=content.files.read)
        click.echo(encodable(as_text(report)), err=True)
    if state.rated is None:
        sys.exit(FINDINGS)
    return state.rated


_UNREAD = ("file-is-in-place", "yaml-can-be-read", "schema")
"""The rules without which a file is not read, so that nothing can be tested."""


def _chain(asked: Asked, name: str, period: str | None) -> int:
    """Prints the chain behind one figure; a fault in it ends with 1."""
    chosen = figure_of(asked.rated, name, period)
    (found,) = chains_of(asked.rated, asked.content.files, asked.past, [chosen])
    click.echo(encodable((chain_as_json if asked.as_json else chain_as_text)(found)))
    return FINDINGS if found.faults else CLEAN


def _tests(asked: Asked) -> int:
    """Prints the six tests of every measure; one that fails, or is not read, ends with 1."""
    rated, past = asked.rated, asked.past
    found = assurance(rated, witness(past, rated.catalogue.council))
    dates = tuple(commit_date_faults(past.commits.values())) if past else ()
    audited = Audited(found, tuple(lines_of_defence(rated)), every_signal(rated, past), dates)
    click.echo(encodable((tests_as_json if asked.as_json else tests_as_text)(audited)))
    fails = any(one.failures for one in found) or bool(rated.catalogue.unread)
    return FINDINGS if fails else CLEAN


def _sample(asked: Asked, number: int, seed: str, out: Path | None) -> int:
    """Draws a sample, and writes or prints its pack. What its chains show is for the auditor."""
    content = asked.content
    chosen = sample(asked.rated, number, seed)
    commit = content.commit.name if content.commit else "none"
    chains = tuple(chains_of(asked.rated, content.files, asked.past, chosen))
    pack = Pack(chosen, chains, seed, number, commit, content.as_of.isoformat())
    if out is None:
        click.echo(encodable((pack_as_json if asked.as_json else pack_as_text)(pack)))
        return CLEAN
    try:
        count = write_pack(out, pack_files(pack))
    except UnwritableError as error:
        raise click.UsageError(
            f"{out} cannot be written: {error}. Choose another --out."
        ) from error
    click.echo(f"Wrote {plural(count, 'file')} in {out}.")
    return CLEAN


def _compare(asked: Asked, sheet: Path) -> int:
    """Prints what a filled sheet says; a difference, or a row of no figure, ends with 1."""
    try:
        found = read_sheet(asked.rated, sheet)
    except SheetError as error:
        raise click.UsageError(f"{visible(str(sheet))} cannot be used: {error}.") from error
    click.echo(encodable((compared_as_json if asked.as_json else compared_as_text)(found)))
    wrong = (Verdict.DIFFERS, Verdict.UNKNOWN)
    return FINDINGS if any(one.verdict in wrong for one in found) else CLEAN


def _risks(asked: Asked) -> int:
    """Prints every measure, those with the most signs of risk first."""
    found = by_risk(asked.rated)
    click.echo(encodable((risk_as_json if asked.as_json else risk_as_text)(found)))
    return CLEAN
