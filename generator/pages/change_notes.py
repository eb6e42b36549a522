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
        yield f"Changed on {day(note.on)}: {_what(note)}", _why(note)


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


def _every(build: Build) -> Iterator[tuple[str, str, ChangeNote]]:
    for measure in build.files.measures:
        for note in measure.changes:
            yield measure.title, urls.measure(measure.id), note
    for commitment in build.files.commitments:
        for note in commitment.changes:
            title = commitment.short_title or commitment.text
            yield title, urls.commitment(commitment.id), note


def _newest(found: tuple[str, str, ChangeNote]) -> tuple[int, str]:
    title, _, note = found
    return (date.max - note.on).days, title


def _row(title: str, href: str, note: ChangeNote) -> Row:
    return Row(
        (
            Cell(title, header=True, href=href),
            Cell(day(note.on)),
            Cell(_what(note)),
            Cell(_why(note), css="words"),
        )
    )


def _what(note: ChangeNote) -> str:
    """The keys that changed, and of which period or milestone: `due (one-front-door)`."""
    keys = listed([key.replace("_", " ") for key in note.what])
    place = ", ".join(filter(None, place_of(note)))
    return f"{keys} ({place})" if place else keys


def _why(note: ChangeNote) -> str:
    return f"{note.why.rstrip()} Told: {note.told}"
