"""Acronyms and what they stand for: of the glossary, of bodies and of services (R118, R121)."""

import re
from collections.abc import Iterator

from generator.model.terms import TERMS
from generator.pages.build import Build

_ACRONYM = re.compile(r"[A-Z]{2,6}")


def acronyms(build: Build) -> dict[str, str]:
    """What each acronym stands for; a council's own words take the place of the built-in ones."""
    return {name: words for name, words in _known(build) if words and _ACRONYM.fullmatch(name)}


def _known(build: Build) -> Iterator[tuple[str, str | None]]:
    council = build.files.council
    for term in TERMS:
        yield term.term, term.expansion
    for body in council.bodies:
        yield body.short or "", body.name
    for service in council.services:
        yield service.short or "", service.name
    for term in council.glossary:
        yield term.term, term.expansion
