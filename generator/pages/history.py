"""The history section of a page: what changed, when, by which role, in which commit (R104, R111).

Pages are public, so that a section names roles and no person, tells figures but no words that were
taken back, and of a period that may not be printed, or is there no more, only that it was changed
(decision 0055).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass

from generator.model.past import Difference, Edit, EditKind, Past
from generator.pages.build import Build
from generator.pages.parts import Cell, Column, Row, Table
from generator.rules.edit_words import difference_words, edit_words
from generator.rules.persons import role_words
from generator.rules.released import pause_on
from generator.rules.wording import capital, day, listed, plural

MOST_EDITS, MOST_LINES = 20, 8
"""How many commits a page tells of, and how many values of each."""
_FIGURES = frozenset(
    (
        *("value", "target", "low", "high", "from", "state", "status", "colour", "direction"),
        *("frequency", "unit", "decimals", "due", "due_after_days", "every", "on", "extracted"),
        *("owner", "backup", "service", "lead_service", "by", "as_at", "expires", "completed"),
    )
)
"""The keys whose values are told; of all others it is told that they changed."""
_WITHHELD_KEYS = ("published_elsewhere", "every_period")
_NAMES = {"changes": "notes on changes", "every period": "all periods"}
"""What a key is called where its own name reads badly."""


@dataclass(frozen=True, slots=True)
class HistoryView:
    """What happened to a record, newest first.

    `note` says how much is shown, or why nothing is; `command` shows all of it.
    """

    table: Table | None
    note: str | None
    command: str | None = None


def history_view(build: Build, name: str, printable: frozenset[str] = frozenset()) -> HistoryView:
    """The history of one record, of which figures are told of the periods `printable` alone."""
    if build.past is None:
        return HistoryView(
            None, "This site was not built from a commit, so it has no history to show."
        )
    edits = list(_shown(build, build.past, name))
    if not edits:
        return HistoryView(None, "No commit holds this file yet.")
    rows = tuple(_row(build, one, printable) for one in edits[:MOST_EDITS])
    columns = (Column("Date"), Column("What changed"), Column("By"), Column("Commit"))
    table = Table("Changes to this file, newest first", columns, rows)
    more = len(edits) > MOST_EDITS
    note = f"The newest {MOST_EDITS} of {len(edits)} commits." if more else None
    return HistoryView(table, note, f"aboveboard history {name}")


def _shown(build: Build, past: Past, name: str) -> Iterator[Edit]:
    """The edits of a record, newest first; none that a pause of publication keeps back."""
    pause = pause_on(build.files.council, build.rated.as_of)
    for edit in reversed(past.edits.get(name, ())):
        if pause is None or edit.commit.on < pause.from_:
            yield edit


def _row(build: Build, edit: Edit, printable: frozenset[str]) -> Row:
    commit = edit.commit
    href = build.commit_href(commit.id)
    return Row(
        (
            Cell(day(commit.on), css="period", header=True),
            Cell(_told(edit, printable), css="words"),
            Cell(capital(role_words(commit.author, commit.on, build.files.council))),
            Cell(commit.short, href=href),
        )
    )


def _told(edit: Edit, printable: frozenset[str]) -> str:
    """What a commit changed: the first values of many, then the names of what else it changed."""
    if edit.kind is not EditKind.CHANGED or not edit.differences:
        return " ".join(edit_words(edit))
    told = [(one, _name(one, printable)) for one in edit.differences]
    lines = list(dict.fromkeys(_line(one) for one, name in told if name is None))
    more = len(lines) - MOST_LINES
    rest = [f"And {plural(more, 'other value')}."] if more > 0 else []
    names = list(dict.fromkeys(name for _, name in told if name))
    also = [f"{'Also changed' if lines else 'Changed'}: {listed(names)}."] if names else []
    return " ".join([*lines[:MOST_LINES], *rest, *also])


def _name(one: Difference, printable: frozenset[str]) -> str | None:
    """What a difference is in, where no more may be told of it; None where its values are told."""
    if one.at == ("path",):
        return None
    keys = [step.removesuffix("_").replace("_", " ") for step in one.at if not step.isdigit()]
    if one.at[:1] == ("periods",) and len(one.at) > 1:
        return _name_in_period(one, keys, printable)
    in_a_list = any(step.isdigit() for step in one.at)
    whole = any(
        is_dataclass(value) or isinstance(value, Mapping | tuple | list)
        for value in (one.before, one.after)
    )
    if whole or in_a_list or not one.at or one.at[0] in _WITHHELD_KEYS:
        return _NAMES.get(keys[0], keys[0]) if keys else "the file"
    return None if one.at[-1] in _FIGURES else _NAMES.get(keys[0], keys[0])


def _name_in_period(one: Difference, keys: list[str], printable: frozenset[str]) -> str | None:
    label = one.at[1]
    if len(one.at) == 2 and (one.after is None or label in printable):
        return None
    if label not in printable:
        return label
    if one.at[-1] in _FIGURES or one.at[2] == "inputs":
        return None
    return f"{keys[-1] if len(one.at) == 3 else keys[2]} of {label}"


def _line(one: Difference) -> str:
    """A difference whose values are told."""
    if one.at == ("path",):
        return "The file moved to another folder."
    if one.at[:1] == ("periods",) and len(one.at) == 2:
        return f"{one.at[1]} was {'added' if one.before is None else 'removed'}."
    return capital(difference_words(one))
