"""The command `audit`: the chain behind one figure, or the six tests of every measure."""

import sys
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from generator import history
from generator.audit import NoSuchFigureError, chain_of
from generator.commands.common import AS_OF, CLEAN, FINDINGS, ROOT, Content, content_of
from generator.reporting.audited import chain_as_json, chain_as_text, tests_as_json, tests_as_text
from generator.reporting.report import Report
from generator.reporting.text import as_text
from generator.reporting.visible import encodable, visible
from generator.rules.assurance import assurance
from generator.rules.lines import lines_of_defence
from generator.rules.rated import Rated
from generator.state import State


@click.command()
@ROOT
@AS_OF
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For a person, or the same as JSON.",
)
@click.argument("name", metavar="[ID]", required=False)
@click.argument("period", metavar="[PERIOD]", required=False)
def audit(root: Path, as_of: date | None, form: str, name: str | None, period: str | None) -> None:
    """Put the six tests to every measure, or show the whole chain behind one figure.

    With ID, and PERIOD as the file writes it, everything behind that figure: inputs, evidence and its
    fingerprint, the calculation run again, rating, second check, approvals, edits, and where it is
    published. Without PERIOD the latest result is meant. Nothing is read but the files and their
    history.

    Exit status: 0 every test is passed, 1 one is not.

    Example: aboveboard audit crisis-grants-quarterly "2022-23 Q4"
    """
    content = content_of(root, as_of)
    state = content.state()
    rated = _rated(state, content)
    if name is None:
        _tests(rated, form)
    try:
        chain = chain_of(rated, content.root, content.files, name, period)
    except (NoSuchFigureError, history.UnknownRevisionError, history.GitError) as error:
        raise click.UsageError(visible(str(error))) from error
    click.echo(encodable((chain_as_json if form == "json" else chain_as_text)(chain)))
    sys.exit(FINDINGS if chain.faults else CLEAN)


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


def _tests(rated: Rated, form: str) -> NoReturn:
    """Prints the six tests of every measure; one that fails, or is not read, ends with 1."""
    found, lines = assurance(rated), tuple(lines_of_defence(rated))
    click.echo(encodable((tests_as_json if form == "json" else tests_as_text)(found, lines)))
    fails = any(one.failures for one in found) or bool(rated.catalogue.unread)
    sys.exit(FINDINGS if fails else CLEAN)
