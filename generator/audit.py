"""Audits at the edge: what this disk knows of a figure, packs that are written, sheets that are read."""

import csv
import hashlib
import io
import posixpath
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from generator.loading.load import Source
from generator.model.measure import Measure, PeriodEntry
from generator.model.past import Past
from generator.rules.chain import Chain, Known, chain
from generator.rules.chain_uses import edits_of
from generator.rules.rated import Rated, RatedEntry, RatedMeasure
from generator.rules.sample import Figure
from generator.rules.second_check import second_check
from generator.rules.sheet import COLUMNS, Compared, compared
from generator.writer import UnwritableError

MOST_BYTES = 4 * 1024 * 1024
"""The largest filled sheet that is read."""


class NoSuchFigureError(ValueError):
    """A measure or a period that is not there; the text says what there is."""


class SheetError(ValueError):
    """A filled sheet that cannot be read; the text says why."""


def figure_of(rated: Rated, name: str, label: str | None) -> Figure:
    """The figure of one period, or of the latest result. Raises NoSuchFigureError."""
    item = rated.by_id.get(name)
    if item is None:
        near = get_close_matches(name, rated.by_id, n=1)
        hint = f"Did you mean {near[0]}?" if near else "Use the id of a measure."
        raise NoSuchFigureError(f"there is no measure {name}. {hint}")
    one = item.latest_result if label is None else item.at(label)
    if one is None:
        raise NoSuchFigureError(_no_period(item, label))
    return Figure(item, one)


def _no_period(item: RatedMeasure, label: str | None) -> str:
    name = item.measure.id
    if label is None:
        return f"{name} has no result yet: name a period."
    labels = [one.entry.period.label for one in item.entries]
    near = get_close_matches(label, labels, n=1) or labels[-1:]
    hint = f"Did you mean {near[0]}?" if near else "It has none yet."
    return f"{name} has no period {label}. {hint}"


def chains_of(
    rated: Rated, files: Source, past: Past | None, figures: Iterable[Figure]
) -> Iterator[Chain]:
    """The chain behind each figure, with what this disk knows of its evidence and its history."""
    for item, one in figures:
        yield chain(rated, item, one, _known(rated, files, past, item, one))


def _known(
    rated: Rated, files: Source, past: Past | None, item: RatedMeasure, one: RatedEntry
) -> Known:
    measure, entry, council = item.measure, one.entry, rated.catalogue.council
    fingerprint = fingerprint_of(files, measure, entry)
    if past is None:
        return Known(fingerprint)
    edits = edits_of(past, measure.id, entry.period.label, council)
    return Known(fingerprint, edits, second_check(measure, entry, past, council))


def fingerprint_of(files: Source, measure: Measure, entry: PeriodEntry) -> str | None:
    """The SHA-256 of the evidence file of a period as it is now; None where none is kept here."""
    if entry.evidence is None or entry.evidence.file is None:
        return None
    place = posixpath.join(posixpath.dirname(measure.path), entry.evidence.file)
    text = files.read(place)
    return None if text is None else hashlib.sha256(text).hexdigest()


def write_pack(out: Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Writes a pack as the new folder `out` and gives the number of files.

    Raises UnwritableError where there is something already, or nothing can be written.
    """
    try:
        out.mkdir(parents=True)
        written = [(out / name).write_bytes(content) for name, content in files]
    except FileExistsError as error:
        raise UnwritableError("it is there already") from error
    except OSError as error:
        raise UnwritableError(error.strerror or str(error)) from error
    return len(written)


def read_sheet(rated: Rated, place: Path) -> list[Compared]:
    """Each row of a filled sheet beside the files. Raises SheetError."""
    try:
        with place.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise SheetError(error.strerror or str(error)) from error
    if len(content) > MOST_BYTES:
        raise SheetError(f"it has more than the {MOST_BYTES:,} bytes allowed")
    try:
        text = io.StringIO(content.decode("utf-8-sig"), newline="")
        rows = list(csv.reader(text, strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise SheetError(f"it is not a CSV file in UTF-8 ({error})") from error
    heads = rows[0] if rows else []
    missing = [name for name in COLUMNS if name not in heads]
    if missing:
        raise SheetError(f"it has no column {', '.join(missing)}")
    return [
        compared(rated, line, dict(zip(heads, row, strict=False)))
        for line, row in enumerate(rows[1:], start=2)
        if any(row)
    ]
