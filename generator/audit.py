"""Audits at the edge: the chain of one figure, with the fingerprint and the history on this disk."""

import hashlib
import posixpath
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from generator import history
from generator.file_history import Entry, entries_of
from generator.loading.load import Source
from generator.model.measure import Measure, PeriodEntry
from generator.rules.chain import Chain, Known, chain
from generator.rules.chain_uses import Fact
from generator.rules.rated import Rated, RatedEntry, RatedMeasure


class NoSuchFigureError(ValueError):
    """A measure or a period that is not there; the text says what there is."""


def chain_of(rated: Rated, root: Path, files: Source, name: str, period: str | None) -> Chain:
    """The chain behind the figure of one period, or of the latest result.

    Raises NoSuchFigureError, and what reading the history raises.
    """
    item = measure_of(rated, name)
    one = period_of(item, period)
    fingerprint = fingerprint_of(files, item.measure, one.entry)
    return chain(rated, item, one, Known(fingerprint, edits_of(root, rated, item, one)))


def measure_of(rated: Rated, name: str) -> RatedMeasure:
    """The measure with an id. Raises NoSuchFigureError."""
    found = rated.by_id.get(name)
    if found is None:
        near = get_close_matches(name, rated.by_id, n=1)
        hint = f"Did you mean {near[0]}?" if near else "Use the id of a measure."
        raise NoSuchFigureError(f"there is no measure {name}. {hint}")
    return found


def period_of(item: RatedMeasure, label: str | None) -> RatedEntry:
    """The period with a label, or that of the latest result. Raises NoSuchFigureError."""
    name = item.measure.id
    found = item.latest_result if label is None else item.at(label)
    if found is None and label is None:
        raise NoSuchFigureError(f"{name} has no result yet: name a period.")
    if found is None:
        labels = [one.entry.period.label for one in item.entries]
        near = get_close_matches(label or "", labels, n=1) or labels[-1:]
        hint = f"Did you mean {near[0]}?" if near else "It has none yet."
        raise NoSuchFigureError(f"{name} has no period {label}. {hint}")
    return found


def fingerprint_of(files: Source, measure: Measure, entry: PeriodEntry) -> str | None:
    """The SHA-256 of the evidence file of a period as it is now; None where none is kept here."""
    if entry.evidence is None or entry.evidence.file is None:
        return None
    place = posixpath.join(posixpath.dirname(measure.path), entry.evidence.file)
    text = files.read(place)
    return None if text is None else hashlib.sha256(text).hexdigest()


def edits_of(
    root: Path, rated: Rated, item: RatedMeasure, one: RatedEntry
) -> tuple[Fact, ...] | None:
    """Every commit that changed the period or what holds for all; None outside git.

    Raises UnknownRevisionError for a clone that holds only the newest commits, and GitError.
    """
    if history.head(root, ()) is None:
        return None
    entries = entries_of(root, item.measure.path, rated.catalogue.council)
    return tuple(fact for entry in entries for fact in _edit(entry, item, one))


def _edit(edit: Entry, item: RatedMeasure, one: RatedEntry) -> Iterator[Fact]:
    """One commit as a fact, if it touches the period."""
    label = one.entry.period.label
    others = tuple(
        f"{other.entry.period.label}, "
        for other in item.entries
        if other.entry.period.label != label
    )
    changes = [change for change in edit.changes if not change.startswith(others)]
    if changes:
        reviewed = f" Reviewed by {', '.join(edit.reviewers)}." if edit.reviewers else ""
        said = " ".join(f"{change.rstrip('.')}." for change in changes)
        told = f"{edit.who}: {edit.subject}.{reviewed} {said}"
        yield Fact(f"{edit.on} {edit.commit}", told)
