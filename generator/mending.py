"""Mending of files: every file asked about is mended and put back in one step."""

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.loading.load import kind_of
from generator.loading.mend import Mend, mended
from generator.reporting.visible import visible
from generator.resources import schemas
from generator.rules.wording import plural
from generator.selection import Selection
from generator.sources import Folder
from generator.writer import replace_file


class MendedFile(NamedTuple):
    """A file with something to mend: its bytes before and after, and each place."""

    path: str
    before: bytes
    after: bytes
    mends: tuple[Mend, ...]


def files_to_mend(files: Folder, selection: Selection) -> Iterator[MendedFile]:
    """Every file asked about in which something has exactly one answer."""
    for path in files.paths():
        kind = kind_of(path)
        text = files.read(path) if kind and selection.holds(path) else None
        if kind is None or text is None:
            continue
        done = mended(kind, text, schemas())
        if done.mends:
            yield MendedFile(path, text, done.text, done.mends)


def write_mended(root: Path, file: MendedFile) -> None:
    """Puts the mended bytes in place of the old. Raises UnwritableError."""
    replace_file((root / file.path).resolve(), file.after)


def told(file: MendedFile) -> str:
    """A line for each place of a file that was mended."""
    return "\n".join(
        visible(f"{file.path}:{mend.line}:{mend.column}: mended: {_what(mend)}")
        for mend in file.mends
    )


def counted_mends(files: list[MendedFile]) -> str:
    """How much was mended, in a sentence."""
    if not files:
        return "Nothing to mend."
    places = sum(len(file.mends) for file in files)
    return f"Mended {plural(places, 'place')} in {plural(len(files), 'file')}."


def as_diff(file: MendedFile) -> str:
    """What mending changes in a file, as a patch."""
    name = visible(file.path)
    before, after = (_lines(text) for text in (file.before, file.after))
    patch = difflib.unified_diff(before, after, f"a/{name}", f"b/{name}")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in patch
    )


def _lines(text: bytes) -> list[str]:
    """Lines with their ends; only a line feed ends a line of a patch."""
    return text.decode().replace("\n", "\n\0").removesuffix("\0").split("\0")


def _what(mend: Mend) -> str:
    if not mend.after:
        return "no spaces at the end of the line"
    return f"{mend.before} is now {mend.after}"
