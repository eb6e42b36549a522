"""The command `second-checks`: how far history bears out that another person checked each figure."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click

from generator.commands.common import FINDINGS, ROOT, TEXT_OR_JSON, asking_git, form_option, stated
from generator.model.finding import visible
from generator.model.past import Past, Person
from generator.model.words import CheckOutcome
from generator.past.read import past_cache, read_past
from generator.past.signatures import Signers, signers_in, signers_of, with_signatures
from generator.reporting.visible import encodable
from generator.rules.rated import Rated
from generator.rules.second_check import SecondCheck, second_check
from generator.rules.wording import plural


class Figure(NamedTuple):
    """One figure and what history shows of its second check."""

    measure: str
    period: str
    found: SecondCheck


@click.command("second-checks", short_help="Say whether another person checked each figure.")
@ROOT
@click.option(
    "--signers",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    help="A file of the keys that you trust, in place of those that the repository keeps.",
)
@form_option(TEXT_OR_JSON, "Sentences, or the same as JSON.")
@click.argument("ids", metavar="[ID]...", nargs=-1)
def second_checks(root: Path, signers: tuple[Path, ...], form: str, ids: tuple[str, ...]) -> None:
    """Say of each figure of the newest commit whether history shows that another person checked it.

    Proven by a good signature, asserted by what is only written down, or missing. With ID, only of
    these measures. Signed tags count here; on the site, which is made from a commit alone, they do
    not. Exit status: 0 no check is missing, 1 one is.

    Example: aboveboard second-checks crisis-grants --signers keys.asc
    """
    state = stated(root, None, "HEAD").state
    if state.rated is None:
        raise click.UsageError("HEAD cannot be rated: run `aboveboard check` to see why.")
    unknown = [one for one in ids if one not in state.rated.by_id]
    if unknown:
        raise click.UsageError(f"there is no measure {visible(unknown[0])} in the newest commit.")
    with asking_git():
        past = _past(root, state.rated, signers)
    figures = [one for one in _figures(state.rated, past) if not ids or one.measure in ids]
    click.echo(encodable(_as_json(figures) if form == "json" else _as_text(figures)))
    if any(one.found.outcome is CheckOutcome.MISSING for one in figures):
        raise SystemExit(FINDINGS)


def _past(root: Path, rated: Rated, files: tuple[Path, ...]) -> Past:
    past = read_past(root, cache=past_cache(root))
    signers: Signers = signers_of(root, past.head.id)
    if files:
        signers = signers_in(file.read_bytes() for file in files)
    return with_signatures(root, past, rated, signers, tags=True)


def _figures(rated: Rated, past: Past) -> Iterator[Figure]:
    """Every figure that needs a second check."""
    for item in rated.measures:
        for entry in item.measure.periods:
            found = second_check(item.measure, entry, past, rated.catalogue.council)
            if found:
                yield Figure(item.measure.id, entry.period.label, found)


def _as_text(figures: list[Figure]) -> str:
    counts = Counter(one.found.outcome for one in figures)
    told = ", ".join(f"{counts[one]} {one}" for one in CheckOutcome)
    return "\n".join((*map(_line, figures), f"{plural(len(figures), 'figure')}: {told}."))


def _line(one: Figure) -> str:
    found = one.found
    commit = f" Commit {found.commit.short}." if found.commit else ""
    people = [
        f"\n  {role} {', '.join(map(_named, people))}"
        for role, people in (("written by", found.wrote), ("checked by", found.checked))
        if people
    ]
    return f"{one.measure} {one.period}: {found.outcome}. {found.sentence}{commit}{''.join(people)}"


def _named(person: Person) -> str:
    return visible(f"{person.name} <{person.address}>".strip())


def _as_json(figures: list[Figure]) -> str:
    return json.dumps(
        [
            {
                "measure": one.measure,
                "period": one.period,
                "outcome": one.found.outcome,
                "sentence": one.found.sentence,
                "commit": one.found.commit.id if one.found.commit else None,
                "wrote": [person.name for person in one.found.wrote],
                "checked": [person.name for person in one.found.checked],
            }
            for one in figures
        ],
        ensure_ascii=False,
        indent=2,
    )
