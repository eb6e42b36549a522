"""Rules on how a measure is worded: a procedure that can be followed, SMART answers, definite words."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.model.finding import Pointer, Remark
from generator.model.measure import Calculation, Measure
from generator.model.period import MONTHS
from generator.rules.rated import Rated
from generator.rules.wording import day, plural

FEWEST_WORDS = 6
"""The fewest words that can say what to do, with what, and where that is found."""

_WORD = re.compile(r"[^\W\d_]+")
_LINK = re.compile(r"\[[^\]]*\]\([^)]*\)|<?https?://\S+|www\.\S+|\\\\\S+|[A-Z]:\\\S+")
_POINTING = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "available",
        "can",
        "detail",
        "details",
        "document",
        "documented",
        "follow",
        "following",
        "for",
        "found",
        "full",
        "guidance",
        "here",
        "in",
        "instructions",
        "intranet",
        "is",
        "it",
        "link",
        "method",
        "methodology",
        "note",
        "on",
        "our",
        "page",
        "please",
        "policy",
        "procedure",
        "process",
        "refer",
        "see",
        "set",
        "sharepoint",
        "steps",
        "the",
        "this",
        "to",
        "under",
        "website",
        "which",
    ]
)
"""Words that lead somewhere else and say nothing of the steps."""
_COMMON = frozenset(
    [
        "all",
        "and",
        "any",
        "are",
        "because",
        "but",
        "each",
        "for",
        "from",
        "has",
        "have",
        "how",
        "into",
        "its",
        "more",
        "not",
        "number",
        "numbers",
        "of",
        "only",
        "out",
        "over",
        "per",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "this",
        "those",
        "total",
        "was",
        "were",
        "what",
        "when",
        "which",
        "who",
        "with",
    ]
)
_STEM = 4
"""Words that begin with the same four letters are taken as one: decide, decided, decision."""

_VAGUE = re.compile(
    r"\b(?:improv(?:e|es|ing|ement)|enhanc(?:e|es|ing|ement)|support(?:s|ing)?|promot(?:e|es|ing)|"
    r"encourag(?:e|es|ing)|strengthen(?:s|ing)?|develop(?:s|ing)?|maximis(?:e|es|ing)|"
    r"optimis(?:e|es|ing)|facilitat(?:e|es|ing)|embed(?:s|ding)?|continu(?:e|es|ing) to|"
    r"work(?:s|ing)? towards|aim(?:s|ing)? to|seek(?:s|ing)? to)\b",
    re.IGNORECASE,
)
_AT_THE_START = re.compile(rf"(?:to\s+)?{_VAGUE.pattern}", re.IGNORECASE)
_COUNTED = re.compile(
    r"[0-9]|\b(?:\w{3,}ed|counts?|cost|days|held|kept|made|met|number|people|rate|share|spending)\b"
)
"""What makes a wording definite all the same: a number, or something that is counted."""
_DATED = re.compile(
    rf"\b(?:19|20)[0-9]{{2}}\b|\b[0-9]{{1,2}} (?:{'|'.join(MONTHS)})\b|"
    rf"\b(?:by|of|in|each|every|from|until|end of) (?:{'|'.join(MONTHS)})\b"
)


def procedure_can_be_followed(rated: Rated) -> Iterator[Remark]:
    """A procedure has at least six words, names something that goes into the formula, and gives its
    steps itself rather than a link to them.
    """
    for measure in rated.in_use:
        calculation = measure.calculation
        wrong = _unfollowable(calculation) if calculation else None
        if wrong:
            message, fix = wrong
            yield Remark(
                path=measure.path, at=("calculation", "procedure"), message=message, fix=fix
            )


def smart_is_answered(rated: Rated) -> Iterator[Remark]:
    """A measure of the council's own that is in use has the five SMART answers."""
    for measure in rated.in_use:
        if measure.smart is None and not measure.is_published_statistic:
            yield Remark(
                path=measure.path,
                at=("id",),
                message=(
                    f"nothing says whether {measure.id} is specific, measurable, achievable, "
                    "relevant and timed"
                ),
                fix="Add smart: with a sentence for each of the five, or why it is not possible.",
            )


def wording_is_definite(rated: Rated) -> Iterator[Remark]:
    """A measure's title and what makes it measurable name a thing that can be counted and not only an
    aim, and its SMART answer on time names a date or a year.
    """
    for measure in rated.in_use:
        if measure.is_published_statistic:
            continue
        yield from _aims(measure)
        if measure.smart and not _DATED.search(measure.smart.timed):
            yield Remark(
                path=measure.path,
                at=("smart", "timed"),
                message="timed names no date and no year, so nobody can say when the target is missed",
                fix=f"Add by when the target is to be met, such as: by {_year_end(rated)}.",
            )


def _unfollowable(calculation: Calculation) -> tuple[str, str] | None:
    """What keeps a stranger from following a procedure, and how to mend it."""
    text = calculation.procedure
    bare = _LINK.sub(" ", text)
    steps = [word for word in _words(bare) if word not in _POINTING]
    if _LINK.search(text) and len(steps) < FEWEST_WORDS:
        return (
            "the procedure only leads somewhere else, where it may change or vanish unseen",
            "Write the steps here; the link may stay beside them.",
        )
    count = len(_words(text))
    if count < FEWEST_WORDS:
        return (
            (
                f"the procedure has {plural(count, 'word')}: fewer than {FEWEST_WORDS} cannot say "
                "what to do, with what, and where that is found"
            ),
            "Write the steps, so that a stranger could work the figure out.",
        )
    if calculation.inputs and not _names_an_input(calculation, text):
        names = ", ".join(calculation.inputs)
        return (
            f"the procedure names nothing that goes into the formula ({names})",
            "Say in the steps how each of these is counted.",
        )
    return None


def _names_an_input(calculation: Calculation, text: str) -> bool:
    said = {word[:_STEM] for word in _words(text)}
    inputs = (
        f"{name.replace('_', ' ')} {what}" for name, what in (calculation.inputs or {}).items()
    )
    return any(
        word[:_STEM] in said
        for words in inputs
        for word in _words(words)
        if len(word) >= _STEM - 1 and word not in _COMMON
    )


def _aims(measure: Measure) -> Iterator[Remark]:
    """A title that begins with an aim, or a way of measuring that is one, and nothing to count."""
    texts: list[tuple[Pointer, str, re.Match[str] | None]] = [
        (("title",), measure.title, _AT_THE_START.match(measure.title))
    ]
    if measure.smart:
        answer = measure.smart.measurable
        texts.append((("smart", "measurable"), answer, _VAGUE.search(answer)))
    for at, text, found in texts:
        if found and not _COUNTED.search(text):
            yield Remark(
                path=measure.path,
                at=at,
                message=f'"{found[0]}" is an aim: nobody can count when it is reached',
                fix="Name what is counted, such as: Repairs put right at the first visit.",
            )


def _year_end(rated: Rated) -> str:
    """The day before a financial year starts in the plan's last year, as people write it."""
    first = date(rated.catalogue.plan.to, rated.catalogue.council.year_starts, 1)
    return day(first - timedelta(days=1))


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]
