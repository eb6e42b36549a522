"""An edit in words: what a commit did to a record, a sentence a value (R104)."""

from collections.abc import Iterator

from generator.model.past import Difference, Edit, EditKind
from generator.rules.change_words import words_of

NOTHING = "Nothing that is published changed."
_WHOLE = {
    EditKind.ADDED: "The file was added.",
    EditKind.DELETED: "The file was deleted.",
    EditKind.UNREADABLE: "The file could not be read.",
}


def edit_words(edit: Edit) -> Iterator[str]:
    """What a commit did to a record. A merge is told of what it changed itself."""
    if edit.kind in _WHOLE:
        yield _WHOLE[edit.kind]
        return
    yield from map(difference_words, edit.differences)
    if any(one.through for one in edit.before):
        yield "The file could be read again."
    elif edit.commit.is_merge and not edit.differences:
        yield "Changes made side by side were brought together."
    elif not edit.differences:
        yield NOTHING


def difference_words(one: Difference) -> str:
    """What one value was and is, after the period that it is of."""
    if one.at == ("path",):
        return f"The file moved from {one.before} to {one.after}."
    if one.at == ("contents",):
        return f"The evidence file {one.before} was replaced by {one.after}."
    place = f"{one.at[1]}, " if one.at[:1] == ("periods",) and len(one.at) > 1 else ""
    return f"{place}{words_of(one, '').sentence}"
