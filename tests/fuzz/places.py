"""Where fuzzers put their inputs: the made-up council, and the base of the examples."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.loading.load import kind_of
from tests.helpers import ROOT, Files, files_under

HOMES: Mapping[str, Files] = {
    "council": files_under(ROOT / "tests" / "council"),
    "examples": files_under(ROOT / "tests" / "examples" / "base"),
}
"""The content repositories in which an input takes the place of a file."""
CORPUS = ROOT / "tests" / "fuzz" / "corpus"
EVIDENCE = "measures/housing/advice-decided-2024-25-q2.csv"


class Case(NamedTuple):
    """One file of a home with other bytes in it."""

    home: str
    path: str
    text: bytes

    @property
    def files(self) -> Files:
        """The whole repository with the file in it."""
        return HOMES[self.home].having(self.path, self.text)


def records(home: str) -> list[str]:
    """The path of every record of a home."""
    return [path for path in HOMES[home].paths() if kind_of(path)]


def valid_cases() -> Iterator[Case]:
    """Every record of the made-up council and every valid example, each in its place."""
    for path in records("council"):
        yield Case("council", path, HOMES["council"].texts[path])
    for example in sorted((ROOT / "tests" / "examples" / "valid").glob("*.yaml")):
        text = example.read_bytes()
        place = text.partition(b"\n")[0].decode().removeprefix("# at: ")
        yield Case("examples", place, text)


def kept_cases() -> dict[str, Case]:
    """The corpus: `corpus/<home>/<name>/<path in the repository>`, by name."""
    kept = {}
    for home in HOMES:
        for file in sorted((CORPUS / home).rglob("*")):
            if file.is_file():
                name, _, path = file.relative_to(CORPUS / home).as_posix().partition("/")
                kept[f"{home}/{name}"] = Case(home, path, file.read_bytes())
    return kept
