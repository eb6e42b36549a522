"""The command `history`: what happened to one measure, commitment or paper, commit by commit."""

import json
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from pathlib import Path

import click

from generator.commands.common import ROOT, TEXT_OR_JSON, asking_git, form_option
from generator.loading.load import load_council
from generator.model.council import Council
from generator.model.past import Edit
from generator.past.read import names_in, read_past
from generator.past.revision import Glimpse
from generator.reporting.visible import encodable, visible
from generator.resources import schemas
from generator.rules.edit_words import edit_words
from generator.rules.persons import role_words
from generator.rules.wording import day


@dataclass(frozen=True, slots=True)
class Entry:
    """One commit in words. `who` is the author with the roles that council.yaml gives them then."""

    commit: str
    on: str
    who: str
    subject: str
    reviewers: tuple[str, ...]
    changes: tuple[str, ...]


@click.command(short_help="Tell who changed what, when and why.")
@ROOT
@form_option(TEXT_OR_JSON, "Sentences, or the same as JSON.")
@click.argument("name", metavar="ID")
def history(root: Path, form: str, name: str) -> None:
    """Tell what happened to the measure, commitment, case study or report ID, oldest first.

    Who changed which value from what to what, when, in which commit, and who reviewed it. A measure
    that was deleted is told too. `council` and `plan` name those two files; evidence is named by its
    path.

    Example: aboveboard history crisis-grants
    """
    with asking_git():
        past = read_past(root, only=frozenset((name,)))
        council = load_council(Glimpse(root, past.head.id), schemas())
        edits = past.edits.get(name) or _none(root, name)
    entries = [(one, _entry(one, council)) for one in edits]
    if form == "json":
        told = [asdict(entry) for _, entry in entries]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    click.echo(encodable("\n\n".join(_told(edit, entry) for edit, entry in entries)))


def _none(root: Path, name: str) -> tuple[Edit, ...]:
    """Says that no commit holds a record of this name, and which name is near."""
    near = get_close_matches(name, names_in(root), n=1)
    hint = f"Did you mean {near[0]}?" if near else "Use the id of a measure or a commitment."
    raise click.UsageError(f"no commit here has {visible(name)}. {visible(hint)}")


def _entry(edit: Edit, council: Council | None) -> Entry:
    commit = edit.commit
    return Entry(
        commit.short,
        commit.on.isoformat(),
        _who(edit, council),
        commit.subject,
        tuple(f"{one.name} <{one.address}>" for one in commit.reviewers),
        tuple(edit_words(edit)),
    )


def _who(edit: Edit, council: Council | None) -> str:
    """The author, with every role that they held on the day of the commit."""
    commit = edit.commit
    roles = role_words(commit.author, commit.on, council) if council else "no role"
    return f"{commit.author.name} ({roles})"


def _told(edit: Edit, entry: Entry) -> str:
    when = day(edit.commit.on)
    lines = [f"{when}, {visible(entry.who)}, {entry.commit}: {visible(entry.subject)}"]
    lines += [f"  reviewed by {visible(one)}" for one in entry.reviewers]
    lines += [f"  - {visible(one)}" for one in entry.changes]
    return "\n".join(lines)
