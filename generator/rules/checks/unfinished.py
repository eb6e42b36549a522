"""Rules on texts that were never written: placeholders left in place, and checks that say nothing."""

import re
from collections.abc import Iterator

from generator.model.finding import Pointer, Remark
from generator.rules.rated import Rated
from generator.rules.texts import every_text
from generator.rules.wording import one_line

PROMPTS = frozenset(
    {
        "which one definite thing does it describe",
        "from what is it counted, and does that exist today",
        "why can the target be reached",
        "what was reached before",
        "what would the service do differently, knowing it",
        "which period does it cover, and by when should the target be met",
        "what definite thing it describes",
        "how it can be measured",
        "why the target can be reached",
        "how it bears on the service's work",
        "the period that it covers",
        "exactly what is counted, and what is left out",
        "what this tells a citizen",
        "the steps, one by one, that a stranger can follow",
        "where the inputs come from, and how they are extracted",
        "what is taken for granted",
        "what the reader must know",
        "what they did again",
        "what was decided",
        "what was done",
        "the action, in one or two sentences",
        "the step",
        "the fact",
        "why",
        "what stood in the way, and why the commitment has not been met",
        "what is being done about it",
        "what came of it so far",
        "how the new approach is kept up",
        "what others can learn from it",
        # The form of Appendix 2 of the manual asks these (R138).
        "background of work done to date",
        "information on the challenges and why commitment hasn't been achieved",
        "what work is being done to address this",
        "impacts to date",
        "key lessons learned to date",
        "any supporting evidence",
    }
)
"""What our own pages, our schemas and the manual's form ask, in small letters: a question that was
copied is no answer.
"""

_ANYWHERE = re.compile(
    r"\b(?:T(?:ODO|BC|BD)|FIXME|XXX+|[Ll]orem ipsum|[Pp]laceholder text)\b"
    r"|[<\[{]\s*(?:[Ii]nsert|INSERT|[Aa]dd|ADD|[Ee]nter|ENTER|[Yy]our|YOUR)\s[^>\]}]+[>\]}](?!\()"
)
_WHOLE = re.compile(
    r"(?:to be (?:confirmed|decided|determined|added|completed|written|advised|agreed)|"
    r"(?:as|see) (?:above|below|before)|same as (?:above|before)|ditto|tba|tbc|tbd|todo|"
    r"text (?:goes )?here|description|example text|sample text|test|asdf|[\s.…?\-–—_x*]+)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.?]+")
EMPTY_WORDS = frozenset(
    [
        "a",
        "agree",
        "agreed",
        "all",
        "also",
        "am",
        "and",
        "appears",
        "approved",
        "are",
        "as",
        "at",
        "be",
        "been",
        "before",
        "both",
        "by",
        "check",
        "checked",
        "checks",
        "confirmed",
        "correct",
        "did",
        "discussed",
        "done",
        "double",
        "everything",
        "fine",
        "figure",
        "figures",
        "found",
        "from",
        "fully",
        "good",
        "happy",
        "has",
        "have",
        "i",
        "in",
        "is",
        "issue",
        "issues",
        "it",
        "its",
        "last",
        "look",
        "looked",
        "looks",
        "me",
        "my",
        "no",
        "normal",
        "not",
        "nothing",
        "number",
        "ok",
        "okay",
        "on",
        "our",
        "over",
        "problem",
        "problems",
        "quick",
        "quickly",
        "reasonable",
        "reviewed",
        "right",
        "same",
        "satisfied",
        "second",
        "seem",
        "seems",
        "sense",
        "sensible",
        "signed",
        "so",
        "sound",
        "still",
        "that",
        "the",
        "them",
        "there",
        "these",
        "they",
        "thing",
        "things",
        "this",
        "through",
        "time",
        "to",
        "twice",
        "usual",
        "value",
        "verified",
        "very",
        "was",
        "we",
        "well",
        "were",
        "with",
        "wrong",
        "yes",
        "again",
        "off",
        "out",
        "up",
        "once",
        "value's",
        "checker",
    ]
)
"""Words that say that a check was made, but not what was done in it."""

_NO_SENTENCES = frozenset(["id", "kind", "type", "unit", "url", "code", "measures", "item", "data"])
"""Keys whose texts are ids, addresses and words of a list."""


def text_is_finished(rated: Rated) -> Iterator[Remark]:
    """No text is a placeholder, a question of a form, or a promise to write it later."""
    for one in every_text(rated):
        found = _placeholder(one.text) if one.at[-1] not in _NO_SENTENCES else None
        if found:
            yield from one.remarks(
                message=f"{_named(one.at)} is not written yet: it says {_shown(found)}",
                fix=_how_to_mend(one.at),
            )


def check_says_what_was_done(rated: Rated) -> Iterator[Remark]:
    """A second check says what was done again: to say that the figure looks fine is not enough."""
    for one in every_text(rated):
        if one.at[-1] == "how" and not _says_what(one.text):
            yield from one.remarks(
                message=f"{_shown(one.text)} says that it was checked, but not what was done again",
                fix=(
                    "Write what the checker did, such as: Counted the rows again from the extract. "
                    "If nothing was, have it done."
                ),
            )


def _placeholder(text: str) -> str | None:
    """The part of `text` that stands for a text still to come; None where it is written."""
    bare = text.strip().strip(".:;!?")
    if _WHOLE.fullmatch(text.strip()) or _WHOLE.fullmatch(bare):
        return text.strip()
    if _is_prompt(text):
        return text.strip()
    found = _ANYWHERE.search(text)
    return found[0] if found else None


def _is_prompt(text: str) -> bool:
    """Whether every sentence of `text` is one that our own pages and schemas ask."""
    sentences = (part[0] for part in _SENTENCE.finditer(text))
    said = filter(None, (one_line(sentence).casefold() for sentence in sentences))
    first = next(said, None)
    return first in PROMPTS and all(sentence in PROMPTS for sentence in said)


def _says_what(text: str) -> bool:
    words = re.findall(r"[a-z']+", text.casefold())
    return any(word not in EMPTY_WORDS for word in words)


def _named(at: Pointer) -> str:
    """A text by its key, and by the key above it where that says more: smart.timed."""
    keys = [str(step) for step in at if isinstance(step, str)]
    return ".".join(keys[-2:]) if keys[0] not in ("actions", "periods") else keys[-1]


def _shown(text: str, most: int = 60) -> str:
    """A text on one line, cut between two words where it is long."""
    line = one_line(text).rstrip(".") or one_line(text)
    return f'"{line}"' if len(line) <= most else f'"{line[:most].rpartition(" ")[0]} ..."'


def _how_to_mend(at: Pointer) -> str:
    if "procedure" in at:
        return "Write the steps, so that a stranger could work the figure out."
    if "progress" in at or "planned" in at:
        return "Write what happened or will happen, with its date; if nothing did, say so."
    if at[0] == "smart":
        return "Answer in a sentence of your own, or say why it is not possible."
    return "Write the text, or leave the key out where it is not needed."
