"""How hard a text is to read: the Flesch-Kincaid grade, the years of school that it asks for.

The grade is 0.39 words a sentence + 11.8 syllables a word - 15.59. A grade of 9 is what a reader of
fourteen can follow. `python -m tests.reading_level` lists the hardest sentences of the product.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.rules.checks.all_rules import EVERY_RULE
from tests.helpers import ROOT

_WORD = re.compile(r"[A-Za-z][A-Za-z'\u2019-]*")
_VOWELS = re.compile(r"[aeiouy]+")
_BLOCK = re.compile(r"```.*?```|^---\n.*?\n---\n|<[^>]*>", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"[*_#>|]|^\s*(?:[-+]|\d+\.)\s+", re.MULTILINE)
_CODE = re.compile(r"`[^`]*`")
_ENDS = re.compile(r"(?<=[.!?:;])\s+")
FEWEST = 4
"""Fewer words than this are a label, not a sentence."""


class Sentence(NamedTuple):
    """A sentence, where it stands, and how many words and syllables it has."""

    place: str
    text: str
    words: int
    syllables: int

    @property
    def grade(self) -> float:
        """The grade of this sentence alone."""
        return grade([self])


def grade(sentences: Iterable[Sentence]) -> float:
    """The grade of several sentences together."""
    found = list(sentences)
    words = sum(one.words for one in found)
    return 0.39 * words / len(found) + 11.8 * sum(one.syllables for one in found) / words - 15.59


def syllables(word: str) -> int:
    """The syllables of a word: its groups of vowels, without a silent e at its end."""
    word = word.lower()
    silent = word.endswith("e") and not word.endswith(("le", "ee"))
    silent |= word.endswith("ed") and not word.endswith(("ted", "ded"))
    return max(len(_VOWELS.findall(word)) - silent, 1)


def sentences(place: str, text: str) -> Iterator[Sentence]:
    """The sentences of a text; a line of a list, and what stands before a colon, is one of them."""
    for paragraph in re.split(r"\n\s*\n|\n(?=\s*(?:[-+*]|\d+\.)\s)", text):
        for piece in _ENDS.split(" ".join(paragraph.split())):
            words = _WORD.findall(piece)
            if len(words) >= FEWEST:
                yield Sentence(place, piece, len(words), sum(map(syllables, words)))


def plain(markdown: str) -> str:
    """The words of a Markdown text for people: no code, no marks, no rows of tables, no headings."""
    text = _CODE.sub("it", _LINK.sub(r"\1", _BLOCK.sub("\n\n", markdown)))
    lines = [line for line in text.splitlines() if not line.lstrip().startswith(("|", "#", ":"))]
    return re.sub(r"[*_>]", "", "\n".join(lines))


def handbook() -> Iterator[Sentence]:
    """The sentences of the handbook."""
    for file in sorted((ROOT / "docs").glob("*.md")):
        yield from sentences(file.name, plain(file.read_text(encoding="utf-8")))


def rules() -> Iterator[Sentence]:
    """The rules as they are published."""
    for rule in EVERY_RULE.values():
        yield from sentences(rule.id, f"{rule.sentence}\n\n{rule.why}")


def messages() -> Iterator[Sentence]:
    """What findings say, as the examples of the tests have it."""
    for file in sorted((ROOT / "tests" / "examples" / "invalid").glob("*.findings")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield from sentences(file.stem, line.partition(": ")[2])


TEXTS = {"handbook": handbook, "rules": rules, "messages": messages}


def hardest(found: Iterable[Sentence], most: int = 15) -> list[Sentence]:
    """The sentences of the highest grades."""
    return sorted(found, key=lambda one: -one.grade)[:most]


if __name__ == "__main__":
    for name, read in TEXTS.items():
        held = list(read())
        print(f"{name}: grade {grade(held):.1f} over {len(held)} sentences")  # noqa: T201 a command
        for one in hardest(held):
            print(f"  {one.grade:.1f} {one.place}: {one.text}")  # noqa: T201 a command
