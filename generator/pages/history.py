"""The history section of a page: what changed, when, by which role, in which commit (R104, R111).

Pages are public, so that a section names roles and no person, tells figures but no words that were
taken back, and of a period that may not be printed, or is there no more, only that it was changed (decision 0055).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.past import Difference, Edit, EditKind, Past
from generator.pages.build import Build
from generator.pages.parts import Cell, Column, Row, Table
from generator.rules.edit_words import difference_words, edit_words
from generator.rules.persons import role_words
from generator.rules.released import pause_on
from generator.rules.wording import day, plural

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
            Cell(day(commit.on), header=True),
            Cell(_told(edit, printable), css="words"),
            Cell(role_words(commit.author, commit.on, build.files.council)),
            Cell(commit.short, href=href),
        )
    )


def _told(edit: Edit, printable: frozenset[str]) -> str:
    """What a commit changed, the first values of many."""
    if edit.kind is not EditKind.CHANGED or not edit.differences:
        return " ".join(edit_words(edit))
    lines = list(dict.fromkeys(_line(one, printable) for one in edit.differences))
    more = len(lines) - MOST_LINES
    rest = [f"And {plural(more, 'other value')}."] if more > 0 else []
    return " ".join([*lines[:MOST_LINES], *rest])


def _line(one: Difference, printable: frozenset[str]) -> str:
    """One difference as far as it may be told."""
    if one.at == ("path",):
        return "The file moved to another folder."
    keys = [step.removesuffix("_").replace("_", " ") for step in one.at if not step.isdigit()]
    if one.at[:1] == ("periods",) and len(one.at) > 1:
        return _of_period(one, keys, printable)
    if not one.at or one.at[0] in _WITHHELD_KEYS or one.at[-1] not in _FIGURES:
        return f"{(keys or ['The file'])[0].capitalize()} was changed."
    return _sentence(difference_words(one))


def _of_period(one: Difference, keys: list[str], printable: frozenset[str]) -> str:
    label = one.at[1]
    if len(one.at) == 2 and (one.after is None or label in printable):
        return f"{label} was {'added' if one.before is None else 'removed'}."
    if label not in printable:
        return f"{label} was changed."
    if one.at[-1] in _FIGURES or one.at[2] == "inputs":
        return difference_words(one)
    return f"{label}, {keys[-1] if len(one.at) == 3 else keys[2]} was changed."


def _sentence(told: str) -> str:
    return f"{told[:1].upper()}{told[1:]}"
