"""What a clause of the manual is, and what holds it."""

from typing import NamedTuple


class Clause(NamedTuple):
    """One thing that the manual asks, in our own words, and what controls it here.

    `rules` are ids of rules of the check, `pages` addresses of the site or handbook that show it,
    `commands` what proves it. One without any of them is left to people.
    """

    id: str
    text: str
    rules: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()


class Topic(NamedTuple):
    """A part of the manual, with its clauses."""

    id: str
    title: str
    clauses: tuple[Clause, ...]
