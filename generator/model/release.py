"""Releases: the states of the site that are kept for ever, each with the digest of the one before."""

import hashlib
from dataclasses import dataclass
from datetime import date

RELEASES = "releases.yaml"
"""The file that holds them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One release: which commit, on what day, with which content and site (R158; decision 0068)."""

    name: str
    commit: str
    as_of: date
    content: str
    site: str
    generator: str
    previous: str | None = None

    @property
    def digest(self) -> str:
        """The SHA-256 of the record: its seven values, each followed by a line feed."""
        values = (
            self.name,
            self.commit,
            self.as_of.isoformat(),
            self.content,
            self.site,
            self.generator,
            self.previous or "",
        )
        return hashlib.sha256("".join(f"{value}\n" for value in values).encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Releases:
    """The chain of releases, oldest first, as its file says."""

    path: str
    releases: tuple[Release, ...]
