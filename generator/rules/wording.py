"""Small wordings that every page and message writes one way."""

from datetime import date
from functools import lru_cache

from generator.model.period import MONTHS
from generator.model.words import Status


@lru_cache(maxsize=4096)
def day(when: date) -> str:
    """A date as people say it: 7 May 2025."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def listed(words: list[str]) -> str:
    """Words in a row: `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def plural(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun: 1 measure, 2 measures."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def status_in_text(status: Status) -> str:
    """A status within a sentence: green, overdue, no target set."""
    return _WORDS.get(status, status.value.replace("-", " "))


_WORDS = {Status.DATA_ONLY: "context only", Status.NO_TARGET: "no target set"}


def capital(text: str) -> str:
    """`text` as a sentence begins."""
    return f"{text[:1].upper()}{text[1:]}"


def one_line(text: str) -> str:
    """`text` on one line."""
    return " ".join(text.split())
