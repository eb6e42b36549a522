"""What was changed after publication and noted in the file, and what was taken out (R6, R156)."""

from collections.abc import Iterator
from datetime import date

from generator.model.commitment import Commitment
from generator.model.measure import Measure
from generator.model.people import ChangeNote
from generator.pages import urls
from generator.pages.build import Build
from generator.pages.parts import Cell, Column, Row, Table
from generator.rules.over_time.pairs import place_of
from generator.rules.wording import day, listed


def noted(item: Measure | Commitment) -> Iterator[tuple[str, str]]:
    """Each note of a measure or commitment, newest first: when and what, then why and who was told."""
    for note in sorted(item.changes, key=lambda one: one.on, reverse=True):
        yield f"Changed on {day(note.on)}: {_what(item, note)}", _why(note)


def notes_table(build: Build) -> Table | None:
    """Every note of every measure and commitment, newest first."""
    rows = [_row(*found) for found in sorted(_every(build), key=_newest)]
    names = ("Where", "Changed on", "What", "Why, and who was told")
    title = "What else was changed after publication"
    return Table(title, tuple(map(Column, names)), tuple(rows)) if rows else None


def retired_table(build: Build) -> Table | None:
    """Every id that was taken out, newest first. It is never used again."""
    found = sorted(build.files.council.retired, key=lambda one: one.on, reverse=True)
    rows = tuple(
        Row((Cell(one.id, header=True), Cell(day(one.on)), Cell(one.reason, css="words")))
        for one in found
    )
    names = ("What", "Taken out on", "Why")
    return Table("What was taken out", tuple(map(Column, names)), rows) if rows else None


def _every(build: Build) -> Iterator[tuple[Measure | Commitment, ChangeNote]]:
    items: list[Measure | Commitment] = [*build.files.measures, *build.files.commitments]
    for item in items:
        for note in item.changes:
            yield item, note


def _newest(found: tuple[Measure | Commitment, ChangeNote]) -> tuple[int, str]:
    item, note = found
    return (date.max - note.on).days, _title(item)


def _title(item: Measure | Commitment) -> str:
    return item.title if isinstance(item, Measure) else item.short_title or item.text


def _row(item: Measure | Commitment, note: ChangeNote) -> Row:
    href = urls.measure(item.id) if isinstance(item, Measure) else urls.commitment(item.id)
    return Row(
        (
            Cell(_title(item), header=True, href=href),
            Cell(day(note.on)),
            Cell(_what(item, note)),
            Cell(_why(note), css="words"),
        )
    )


def _what(item: Measure | Commitment, note: ChangeNote) -> str:
    """The keys that changed, and of which period or milestone: `due (Open one office)`."""
    keys = listed([key.replace("_", " ") for key in note.what])
    milestone, period = place_of(note)
    place = ", ".join(filter(None, (_milestone(item, milestone), period)))
    return f"{keys} ({place})" if place else keys


def _why(note: ChangeNote) -> str:
    return f"{note.why.rstrip()} Told: {note.told.rstrip('.')}."


def _milestone(item: Measure | Commitment, name: str | None) -> str | None:
    """The title of a milestone; what the note calls it where there is none such any more."""
    known = item.milestones if isinstance(item, Commitment) else ()
    return next((one.title for _, one in known if one.id == name), name)
