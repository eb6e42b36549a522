"""What changed, as a comment for a pull request: a reviewer decides from it (R157).

What stops the change comes first, then statuses, then published figures; everything else is short.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from generator.model.finding import Finding
from generator.model.words import Severity
from generator.reporting.changed import Changed
from generator.reporting.report import in_a_sentence, of
from generator.reporting.summary import safe
from generator.rules.changes import Change, Weight, is_worse
from generator.rules.wording import capital, listed, plural

MOST_ROWS = 10
"""The most rows of one section; it says how many more there are."""
LONGEST = 60_000
"""The most characters of a comment: one on GitHub holds 65,536."""
_FOLLOWS = ("inputs", "calculated", "checked", "revisions")
"""Keys that change with a figure: they stand in its row, and the last of them as its reason."""


_FIGURES = ("Which", "Was", "Is", "Why", "Inputs and checks")


class _Section(NamedTuple):
    """A heading, the names of the columns, and the rows, all of it ready."""

    head: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def as_markdown(changed: Changed) -> str:
    """The verdict and the counts, then a section for each kind of change that there is."""
    told = f"## What this changes\n\n{_verdict(changed)}\n\n{_counts(changed)}\n"
    for section in _sections(changed):
        block = _block(section)
        if len(told) + len(block) > LONGEST:
            return f"{told}\nThere is more: run `aboveboard changes` to see all.\n"
        told += block
    return f"{told}\nFrom {safe(changed.before)} to {safe(changed.after)}.\n"


def _verdict(changed: Changed) -> str:
    """Whether the check stops the change."""
    errors = of(changed.broken, Severity.ERROR)
    if errors:
        return f"**Not ready.** The check stops it for {plural(len(errors), 'reason')}."
    if not changed.changes and not changed.broken and not changed.mended:
        return "**Nothing that is published differs.**"
    return "**The check does not stop it.** Whether it is right is for the reviewer to say."


def _counts(changed: Changed) -> str:
    """What changes, in one line: statuses, figures, targets."""
    statuses = [one for one in changed.changes if one.weight is Weight.STATUS and _is_flip(one)]
    worse = sum(map(is_worse, statuses))
    unexplained = _having(changed.changes, Weight.UNEXPLAINED)
    explained = [one for one in _having(changed.changes, Weight.FIGURE) if one.kind == "value"]
    told = [
        _count(statuses, "status changes", "statuses change", f"{worse or 'none'} for the worse"),
        _count(unexplained, "published figure changes without a revision", "published figures change without a revision"),
        _count([one for one in explained if one.before], "published figure is revised", "published figures are revised"),
        _count([one for one in explained if not one.before], "figure is added", "figures are added"),
        _count(_having(changed.changes, Weight.TARGET), "target changes", "targets change"),
        _count(_having(changed.changes, Weight.REMOVED), "thing is removed", "things are removed"),
    ]  # fmt: skip
    said = listed([one for one in told if one])
    return f"{capital(said)}." if said else ""


def _count(found: Collection[Change], one: str, many: str, more: str = "") -> str:
    if not found:
        return ""
    return f"{plural(len(found), one, many)}{f' ({more})' if more else ''}"


def _sections(changed: Changed) -> Iterator[_Section]:
    """Every section that has a row, worst first."""
    changes = changed.changes
    errors, warnings = (of(changed.broken, one) for one in (Severity.ERROR, Severity.WARNING))
    statuses = [one for one in _having(changes, Weight.STATUS) if _is_flip(one)]
    statuses.sort(key=is_worse, reverse=True)
    figures = [one for one in changes if _is_figure(one)]
    beside = {(one.item, one.period) for one in figures}
    rest = [one for one in changes if not _is_figure(one) and not _is_flip(one)]
    rest = [
        one for one in rest if (one.item, one.period) not in beside or _key(one) not in _FOLLOWS
    ]
    found = (
        _Section("What stops it", ("Where", "What is wrong, and what to do"), _found(errors)),
        _Section("Statuses", ("Which", "Was", "Is", "How it follows"), _rows(_flip, statuses)),
        _Section("Figures", _FIGURES, tuple(_figure(one, changes) for one in figures)),
        *(_section(head, rest, weights) for head, weights in _WEIGHTS.items()),
        _Section("Everything else", ("Which", "What changed"), tuple(_others(rest))),
        _Section("New warnings", ("Where", "What it says"), _found(warnings)),
        _Section("Mended", ("Where", "What was wrong"), _found(changed.mended)),
    )
    yield from (section for section in found if section.rows)


_WEIGHTS = {
    "Taken out": (Weight.REMOVED,),
    "How figures are rated": (Weight.RULE, Weight.STATUS),
    "Targets": (Weight.TARGET,),
    "What figures mean": (Weight.DEFINITION,),
    "New": (Weight.NEW,),
    "Inputs, judgements and revisions": (Weight.FIGURE,),
    "Commitments and milestones": (Weight.PROGRESS,),
    "Owners, checks and agreements": (Weight.PEOPLE,),
}
"""The sections between the figures and everything else, with what stands in each."""


def _section(head: str, rest: Sequence[Change], weights: tuple[Weight, ...]) -> _Section:
    rows = _rows(_change, [one for one in rest if one.weight in weights])
    return _Section(head, ("Which", "What", "Was", "Is", "Why"), rows)


def _block(section: _Section) -> str:
    head = f"| {' | '.join(section.columns)} |\n|{'---|' * len(section.columns)}\n"
    shown = "".join(f"| {' | '.join(map(safe, row))} |\n" for row in section.rows[:MOST_ROWS])
    left = len(section.rows) - MOST_ROWS
    more = f"\nand {left} more: run `aboveboard changes` to see all.\n" if left > 0 else ""
    return f"\n### {section.head}\n\n{head}{shown}{more}"


def _having(changes: Sequence[Change], weight: Weight) -> list[Change]:
    return [one for one in changes if one.weight is weight]


def _key(one: Change) -> str:
    """The key of the file under which something changed."""
    return one.place.partition(",")[0]


def _is_flip(one: Change) -> bool:
    """Whether what is shown becomes another status, rather than what is reported."""
    return one.kind == "status" and not one.place


def _is_figure(one: Change) -> bool:
    return one.kind == "value" and one.place == "value" and bool(one.period)


def _rows(
    row: Callable[[Change], tuple[str, ...]], changes: Sequence[Change]
) -> tuple[tuple[str, ...], ...]:
    return tuple(map(row, changes))


def _which(one: Change) -> str:
    name = one.title if one.title != one.item else ""
    return " ".join(filter(None, (f"{name} [{one.item}]" if name else one.item, one.period)))


def _flip(one: Change) -> tuple[str, ...]:
    _, _, why = one.sentence.partition(" becomes ")
    before, after = (status.replace("-", " ") for status in (one.before, one.after))
    return _which(one), before, after, why.partition(". ")[2]


def _figure(one: Change, changes: Sequence[Change]) -> tuple[str, ...]:
    """A figure with its reason, and with what changed of its inputs, its working out and its check."""
    unexplained = "No revision says why." if one.weight is Weight.UNEXPLAINED else ""
    place = (one.item, one.period)
    beside = [each for each in changes if (each.item, each.period) == place]
    came = [_beside(each) for key in _FOLLOWS[:-1] for each in beside if _key(each) == key]
    return (
        _which(one), one.before or "no figure", one.after or "no figure", one.why or unexplained,
" ".join(came),
    )  # fmt: skip


def _beside(one: Change) -> str:
    """What came with a figure: `Inputs, in time: 43, now 44.`"""
    place = capital(one.place)
    return f"{place}: {one.before}, now {one.after}." if one.before else f"{place}: {one.after}."


def _change(one: Change) -> tuple[str, ...]:
    what = one.place
    if one.kind == "removed":
        return _which(one), "all of it", "published", "taken out", one.why
    if one.kind == "added":
        return _which(one), "all of it", "", "new", one.why
    return _which(one), what or "the period", one.before, one.after, one.why


def _others(rest: Sequence[Change]) -> Iterator[tuple[str, str]]:
    """What changed that weighs little: for each file its keys."""
    found: dict[str, list[str]] = {}
    for one in rest:
        if one.weight is Weight.OTHER and _key(one) != "changes":  # told beside what they tell of
            found.setdefault(_which(one), []).append(one.place or one.kind)
    for which, places in found.items():
        yield which, listed(places)


def _found(findings: Sequence[Finding]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (f"{one.path}:{one.line}", f"{in_a_sentence(one)} ({one.rule})") for one in findings
    )
