"""Audits at the edge: the chain of one figure, with the fingerprint and the history on this disk."""

import hashlib
import posixpath
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from generator import history
from generator.loading.load import Source
from generator.model.council import Council
from generator.model.measure import Measure, PeriodEntry
from generator.model.past import Edit
from generator.past import read_past
from generator.rules.chain import Chain, Known, chain
from generator.rules.chain_uses import Fact
from generator.rules.edit_words import edit_words
from generator.rules.persons import role_words
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
    name = item.measure.id
    edits = read_past(root, only=frozenset((name,))).edits.get(name, ())
    council = rated.catalogue.council
    return tuple(fact for edit in edits for fact in _edit(edit, item, one, council))


def _edit(edit: Edit, item: RatedMeasure, one: RatedEntry, council: Council) -> Iterator[Fact]:
    """One commit as a fact, if it touches the period."""
    label = one.entry.period.label
    others = tuple(
        f"{other.entry.period.label}, "
        for other in item.entries
        if other.entry.period.label != label
    )
    changes = [change for change in edit_words(edit) if not change.startswith(others)]
    if changes:
        commit = edit.commit
        reviewers = ", ".join(person.name for person in commit.reviewers)
        reviewed = f" Reviewed by {reviewers}." if reviewers else ""
        said = " ".join(f"{change.rstrip('.')}." for change in changes)
        who = f"{commit.author.name} ({role_words(commit.author, commit.on, council)})"
        yield Fact(f"{commit.on} {commit.short}", f"{who}: {commit.subject}.{reviewed} {said}")
