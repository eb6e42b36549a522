"""Trust: the files beside the content that decide whose commits and signatures count (R114)."""

from collections.abc import Iterable, Iterator, Mapping

from generator.rules.changes import Change, Weight

_SAYS: Mapping[str, str] = {
    ".mailmap": "which names and addresses are one person",
    "signers": "whose signatures count",
    ".gitattributes": "what git does to files when it puts them into a folder",
}
TRUSTED = tuple(_SAYS)
"""The files and folders that are compared by their bytes alone."""


def is_trusted(path: str) -> bool:
    """Whether a file decides for git what the files beside it are."""
    return path.rpartition("/")[2] == ".gitattributes"


def trust_changes(paths: Iterable[str]) -> Iterator[Change]:
    """A change for each of the files `paths` that differs: what is in it is for git to show."""
    for path in sorted(paths):
        name = ".gitattributes" if is_trusted(path) else path.partition("/")[0]
        told = f"{path} differs. It says {_SAYS[name]}: read its lines."
        yield Change(Weight.PEOPLE, "trust", path, path, "", "", "", told, path)
