"""The file .mailmap, in which git is told the names and addresses that are one person's."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.past import Person

_LINE = re.compile(r"([^<#]*)<([^<>]*)>(?:([^<]*)<([^<>]*)>)?\s*(?:#.*)?")
_MOST_LINES, _LONGEST_LINE = 20_000, 1000


@dataclass(frozen=True, slots=True)
class Mailmap:
    """Who a name and an address in a commit are, by the address, or by the address and the name.

    Whoever is named otherwise is still known by what the commit says: a mailmap can tell that two
    names are one person, and never that one is two.
    """

    known: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)

    def person(self, name: str, address: str) -> Person:
        """The person whom a commit gives this name and this address."""
        typed = address.casefold()
        told = self.known.get((typed, name.casefold())) or self.known.get((typed, ""))
        if told is None:
            return Person(name, address)
        proper = (told[0] or name, told[1] or address)
        also = tuple(one for one in (name, address) if one not in proper)
        return Person(*proper, also)


def read_mailmap(text: bytes) -> Mailmap:
    """What a .mailmap says; lines that say nothing are passed over, as git does."""
    known: dict[tuple[str, str], tuple[str, str]] = {}
    for line in text.decode("utf-8", "replace").splitlines()[:_MOST_LINES]:
        found = _LINE.fullmatch(line[:_LONGEST_LINE])
        if not found:
            continue
        name, address, other_name, other = (one or "" for one in found.groups())
        name, other_name = name.strip(), other_name.strip()
        if other:
            known[other.casefold(), other_name.casefold()] = (name, address)
        elif name:
            known[address.casefold(), ""] = (name, "")
    return Mailmap(known)
