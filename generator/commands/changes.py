"""The command `changes`: what a change does to figures, targets and statuses, not to lines."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from generator import resources
from generator.commands.common import AS_OF, FINDINGS, ROOT, content_of, revision_of
from generator.loading.load import Source
from generator.reporting.changed import Changed, as_json, as_markdown, as_text, new_findings
from generator.reporting.report import Report
from generator.reporting.text import as_text as findings_as_text
from generator.reporting.visible import encodable, visible
from generator.rules.changes import changes as changes_between
from generator.rules.rated import Rated
from generator.state import State, read_state

FORMS: dict[str, Callable[[Changed], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}


@click.command()
@ROOT
@AS_OF
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMS)),
    default="text",
    show_default=True,
    help="How changes are printed.",
)
@click.argument("base")
@click.argument("head", required=False)
def changes(root: Path, as_of: date | None, form: str, base: str, head: str | None) -> None:
    """Say what changed from BASE to HEAD, worst first: figures, targets, statuses, owners.

    BASE and HEAD are commits, tags or branches; without HEAD the files of this folder are meant.
    Both are rated on one day, so that only what was changed shows.

    Example: aboveboard changes main
    """
    old = revision_of(root, base)
    name, source, day = _later(root, head, as_of)
    before, after = _state(old, day), _state(source, day)
    changed = Changed(
        before=f"{base} ({old.id[:12]})",
        after=name,
        changes=changes_between(_rated(before, old, base), _rated(after, source, name)),
        broken=new_findings(before.findings, after.findings),
        mended=new_findings(after.findings, before.findings),
    )
    click.echo(encodable(FORMS[form](changed)))


def _later(root: Path, head: str | None, as_of: date | None) -> tuple[str, Source, date]:
    """The later state: its name, its files, and the day on which both states are rated."""
    if head is not None:
        found = revision_of(root, head)
        return f"{head} ({found.id[:12]})", found, as_of or found.on
    content = content_of(root, as_of)
    return "the files in this folder", content.files, content.as_of


def _state(source: Source, day: date) -> State:
    return read_state(source, resources.schemas(), day)


def _rated(state: State, source: Source, name: str) -> Rated:
    """What a state is rated; where it cannot be read, its findings are printed instead."""
    if state.rated is not None:
        return state.rated
    report = Report(findings=state.findings, read=source.read)
    click.echo(encodable(findings_as_text(report)), err=True)
    click.echo(f"{visible(name)} cannot be compared: its council or plan cannot be read.", err=True)
    sys.exit(FINDINGS)
