"""The command `changes`: what a change does to figures, targets and statuses, not to lines."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from generator import resources
from generator.commands.common import AS_OF, FINDINGS, ROOT, asking_git, content_of, form_option
from generator.compared import Compared, compared
from generator.loading.load import Source
from generator.model.finding import Finding
from generator.past import git
from generator.past.revision import Tree, tree
from generator.reporting.changed import Changed, as_json, as_text, new_findings
from generator.reporting.changed_markdown import as_markdown
from generator.reporting.report import Report
from generator.reporting.text import as_text as findings_as_text
from generator.reporting.visible import encodable, visible
from generator.rules.trust import TRUSTED, is_trusted, trust_changes
from generator.selection import WATCHED
from generator.since import Sides, findings_between, findings_since
from generator.state import State

FORMS: dict[str, Callable[[Changed], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}


@click.command(short_help="Say what a change does to figures and statuses.")
@ROOT
@AS_OF
@form_option(FORMS, "How changes are printed.")
@click.argument("base")
@click.argument("head", required=False)
def changes(root: Path, as_of: date | None, form: str, base: str, head: str | None) -> None:
    """Say what changed from BASE to HEAD, worst first: figures, targets, statuses, owners.

    BASE and HEAD are commits, tags or branches; without HEAD the files of this folder are meant.
    Both are rated on one day, so that only what was changed shows.

    Example: aboveboard changes main
    """
    old = _tree(root, base)
    name, source, day, files = _later(root, head, as_of, old)
    both = compared(old, source, files, resources.schemas(), day)
    _stop_unless_rated(both.before, old, base)
    _stop_unless_rated(both.after, source, name)
    sides = Sides(commit=old.id, on=old.on, before=old, now=source)
    changed = Changed(
        before=f"{base} ({old.id[:12]})",
        after=name,
        changes=sorted(
            [
                *both.changes(),
                *trust_changes(_trusted(root, old, source) | set(filter(is_trusted, files))),
            ],
            key=lambda one: one.weight,
        ),
        broken=[
            *_over_time(both, sides, files, day),
            *new_findings(both.before.findings, both.after.findings),
        ],
        mended=new_findings(both.after.findings, both.before.findings),
    )
    click.echo(encodable(FORMS[form](changed)))


def _over_time(
    both: Compared, sides: Sides, files: frozenset[str], day: date
) -> tuple[Finding, ...]:
    """What the rules over time say; where all was read for the comparison, it is not read again."""
    was, now = both.before.rated, both.after.rated
    if both.about is None and was and now:
        return findings_between(was, now, sides)
    return findings_since(sides, files, resources.schemas(), day).findings


def _later(
    root: Path, head: str | None, as_of: date | None, old: Tree
) -> tuple[str, Source, date, frozenset[str]]:
    """The later state: its name, its files, the day on which both states are rated, and the files in
    which they differ.
    """
    if head is not None:
        found = _tree(root, head)
        every = {*old.blobs, *found.blobs}
        files = frozenset(one for one in every if old.blobs.get(one) != found.blobs.get(one))
        return f"{head} ({found.id[:12]})", found, as_of or found.on, files
    content = content_of(root, as_of)
    files = git.changed_from(root, old.id, WATCHED)
    return "the files in this folder", content.files, content.as_of, files


def _trusted(root: Path, old: Tree, later: Source) -> frozenset[str]:
    """The files beside the content that say whose commits count, in which the two states differ."""
    if not isinstance(later, Tree):
        return git.changed_from(root, old.id, TRUSTED)
    way = git.way_to(root)
    was, now = (git.blobs_of(root, one.id, way, TRUSTED) for one in (old, later))
    return frozenset(one for one in {*was, *now} if was.get(one) != now.get(one))


def _tree(root: Path, name: str) -> Tree:
    """The content as a revision has it; one that git does not know is misuse."""
    with asking_git():
        return tree(root, name)


def _stop_unless_rated(state: State, source: Source, name: str) -> None:
    """Where a state cannot be read, its findings are printed, and nothing else."""
    if state.rated is not None:
        return
    report = Report(findings=state.findings, read=source.read)
    click.echo(encodable(findings_as_text(report)), err=True)
    click.echo(f"{visible(name)} cannot be compared: its council or plan cannot be read.", err=True)
    sys.exit(FINDINGS)
