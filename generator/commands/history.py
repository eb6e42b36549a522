"""The command `history`: what happened to one measure, commitment or paper, commit by commit."""

import json
from dataclasses import asdict
from datetime import date
from difflib import get_close_matches
from pathlib import Path

import click

from generator import history as git
from generator.commands.common import ROOT
from generator.file_history import Entry, entries_of
from generator.loading.load import COUNCIL, PLAN, load_council
from generator.model.council import Council
from generator.reporting.visible import encodable, visible
from generator.resources import schemas
from generator.rules.wording import day
from generator.sources import Folder


@click.command()
@ROOT
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Sentences, or the same as JSON.",
)
@click.argument("name", metavar="ID")
def history(root: Path, form: str, name: str) -> None:
    """Tell what happened to the measure, commitment, case study or report ID, oldest first.

    Who changed which value from what to what, when, in which commit, and who reviewed it. `council`
    and `plan` name those two files.

    Example: aboveboard history crisis-grants
    """
    files = Folder(root)
    council = load_council(files, schemas())
    if council is None:
        raise click.UsageError("council.yaml cannot be read: run `aboveboard check` to see why.")
    entries = _entries(root, _path_of(files, name), council)
    if form == "json":
        click.echo(json.dumps([asdict(one) for one in entries], ensure_ascii=False, indent=2))
        return
    click.echo(encodable("\n\n".join(map(_told, entries))))


def _path_of(files: Folder, name: str) -> str:
    """The file of an id. Its name is the id."""
    if name in ("council", "plan"):
        return {"council": COUNCIL, "plan": PLAN}[name]
    known = {path.rpartition("/")[2].removesuffix(".yaml"): path for path in files.paths()}
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"Did you mean {near[0]}?" if near else "Use the id of a measure or a commitment."
        raise click.UsageError(f"there is no {visible(name)}. {hint}")
    return known[name]


def _entries(root: Path, path: str, council: Council) -> list[Entry]:
    try:
        found = list(entries_of(root, path, council))
    except (git.UnknownRevisionError, git.GitError) as error:
        raise click.UsageError(visible(str(error))) from error
    if not found:
        raise click.UsageError(f"git has no commit of {path}: it was never committed here.")
    return found


def _told(entry: Entry) -> str:
    lines = [
        f"{day(date.fromisoformat(entry.on))}, {visible(entry.who)}, {entry.commit}: {visible(entry.subject)}"
    ]
    lines += [f"  reviewed by {visible(one)}" for one in entry.reviewers]
    lines += [f"  - {visible(one)}" for one in entry.changes]
    return "\n".join(lines)
