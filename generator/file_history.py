"""The history of one file in words: who changed what of it, when, and who reviewed it (R104)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator import history, resources
from generator.loading.load import load_record
from generator.model.council import Council
from generator.revision import Glimpse
from generator.rules.change_words import words_of
from generator.rules.differences import differences


@dataclass(frozen=True, slots=True)
class Entry:
    """One commit in words. `who` is the author with the roles that council.yaml gives them then."""

    commit: str
    on: str
    who: str
    subject: str
    reviewers: tuple[str, ...]
    changes: tuple[str, ...]


def entries_of(root: Path, path: str, council: Council) -> Iterator[Entry]:
    """Every commit that changed the file at `path`, oldest first, with what it changed.

    Raises UnknownRevisionError and GitError.
    """
    before: Any = None
    begun = False
    for edit in history.edits_of(root, path):
        text = history.file_at(root, edit.commit, edit.path)
        record = None if text is None else _record(root, edit, council)
        yield Entry(
            edit.commit[:12],
            edit.on.isoformat(),
            _who(edit, council),
            edit.subject,
            edit.reviewers,
            tuple(_changes(before, record, text, begun=begun)),
        )
        before, begun = record, True


def _record(root: Path, edit: history.Edit, council: Council) -> Any:
    """The record as a commit left it, with the evidence that lay beside it then."""
    then = Glimpse(root, edit.commit)
    return load_record(then, resources.schemas(), edit.path, council.year_starts)


def _changes(before: Any, after: Any, text: bytes | None, *, begun: bool) -> Iterator[str]:
    """What one commit changed, a sentence a value."""
    if text is None:
        yield "The file was deleted."
    elif after is None:
        yield "The file could not be read."
    elif before is None:
        yield "The file could be read again." if begun else "The file was added."
    else:
        unit = getattr(after, "unit", "")
        found = [one for one in differences(before, after) if one.at != ("path",)]
        for one in found:
            place = f"{one.at[1]}, " if one.at[0] == "periods" and len(one.at) > 1 else ""
            yield f"{place}{words_of(one, unit).sentence}"
        if not found:
            yield "Nothing that is published changed."


def _who(edit: history.Edit, council: Council) -> str:
    """The author, with every role that they held on the day of the commit."""
    known = {edit.author.casefold(), edit.address.casefold()}
    roles = [
        role.name
        for role in council.roles
        for holder in role.holders
        if holder.identity.casefold() in known
        and holder.from_ <= edit.on
        and (holder.to is None or edit.on <= holder.to)
    ]
    return f"{edit.author} ({', '.join(roles)})" if roles else f"{edit.author} (no role)"
