"""Persons: which names and addresses in commits are one person, and the roles that a person holds.

What .mailmap, council.yaml and the names themselves say only ever adds up: two names may turn out to
be one person, never one person two.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from generator.model.council import Council, Role
from generator.model.past import Commit, Person

_NOREPLY = re.compile(r"(?:[0-9]+\+)?([^@]+)@users\.noreply\.github\.com")
_MACHINES = frozenset(("noreply@github.com", "noreply@gitlab.com"))
"""The addresses under which a platform itself commits."""


def keys_of(person: Person, council: Council) -> frozenset[str]:
    """Every name under which a person is known, in small letters.

    Besides the names and addresses of the commit and of .mailmap, the account of an address at
    GitHub, and the identities that council.yaml gives to one of these.
    """
    keys = set(person.keys)
    keys |= {found[1] for key in keys if (found := _NOREPLY.fullmatch(key))}
    for name, identities in (council.people or {}).items():
        known = {one.casefold() for one in (name, *identities)}
        if known & keys:
            keys |= known
    return frozenset(keys)


def is_machine(person: Person) -> bool:
    """Whether this is a platform that merges for people, and no person."""
    return person.address.casefold() in _MACHINES


def hands(commit: Commit) -> tuple[Person, ...]:
    """All whose hands a commit went through: author, co-authors, and the committer."""
    people = (commit.author, *commit.co_authors, commit.committer)
    return tuple(dict.fromkeys(one for one in people if not is_machine(one)))


def all_keys(people: Iterable[Person], council: Council) -> frozenset[str]:
    """Every name of all these people."""
    return frozenset(key for one in people for key in keys_of(one, council))


def roles_of(person: Person, day: date, council: Council) -> Iterator[Role]:
    """The roles that a person holds on `day`."""
    keys = keys_of(person, council)
    for role in council.roles:
        if any(one.identity.casefold() in keys and one.holds_on(day) for one in role.holders):
            yield role


def role_words(person: Person, day: date, council: Council) -> str:
    """The roles of a person on `day` in words, never their name: pages are public."""
    return ", ".join(role.name for role in roles_of(person, day, council)) or "no role"


def holds(person: Person, role_id: str, day: date, council: Council) -> bool | None:
    """Whether a person holds a role on `day`; None where council.yaml names no holder for then."""
    role = next((one for one in council.roles if one.id == role_id), None)
    holders = [one for one in (role.holders if role else ()) if one.holds_on(day)]
    if not holders:
        return None
    keys = keys_of(person, council)
    return any(one.identity.casefold() in keys for one in holders)
