"""Words that sound like an answer and say neither what nor when: the one list of them (R130)."""

import re

VAGUE_WORDS = (
    "recently",
    "shortly",
    "soon",
    "as soon as possible",
    "asap",
    "imminently",
    "in due course",
    "in the near future",
    "in the coming weeks",
    "in the coming months",
    "at appropriate intervals",
    "at suitable intervals",
    "at regular intervals",
    "at a later date",
    "when resources allow",
    "when appropriate",
    "as appropriate",
    "as required",
    "will be reported",
    "to be reported",
    "ongoing",
    "on-going",
    "going forward",
    "under way",
    "underway",
    "business as usual",
    "progressing well",
    "on track",
)
"""Each is found as a whole, in capitals or not."""

_VAGUE = re.compile(
    rf"\b({'|'.join(sorted(map(re.escape, VAGUE_WORDS), key=len, reverse=True))})\b", re.IGNORECASE
)


def vague_words(text: str) -> list[str]:
    """The vague words of `text` in small letters, each once, in the order in which they come."""
    return list(
        dict.fromkeys(found[1].lower() for found in _VAGUE.finditer(" ".join(text.split())))
    )
