"""The second check: whether history shows that somebody else checked a figure (R92, R110, R114)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.model.council import Council
from generator.model.measure import Measure, PeriodEntry
from generator.model.past import Commit, Edit, Past, Person
from generator.model.people import Checked
from generator.model.words import CheckOutcome
from generator.rules.persons import all_keys, hands, holds, keys_of
from generator.rules.wording import day
from generator.rules.written_by import checked_edits, evidence_edits, figure_edits


class SecondCheck(NamedTuple):
    """What history shows of one figure's second check, with the commit that shows it.

    `wrote` are all who had a hand in the figure, `checked` who shows that they checked it. The
    sentence names no person.
    """

    outcome: CheckOutcome
    wrote: tuple[Person, ...]
    checked: tuple[Person, ...]
    commit: Commit | None
    sentence: str


Signed = Mapping[str, tuple[Person, ...]]
"""By the id of a commit, those whose good signature stands on it, or on a tag of it."""


def is_asked(measure: Measure, entry: PeriodEntry) -> bool:
    """Whether a figure needs a second check: one that the council worked out, or judged (R92)."""
    return measure.origin is None and entry.has_result


def second_check(
    measure: Measure,
    entry: PeriodEntry,
    past: Past,
    council: Council,
    signed: Signed | None = None,
) -> SecondCheck | None:
    """What history shows of the second check of a figure; None for one that needs none.

    Whoever had a hand in the figure does not count as its checker, whatever the files say.
    """
    if not is_asked(measure, entry):
        return None
    latest = past.files.get(measure.id)
    if entry.checked is None:
        return _missing((), None, "No second check is written down.")
    if latest is None:
        return _missing((), None, "No commit holds this figure yet.")
    return _Question(entry.checked, council, signed or {}).answer(past, latest, entry)


class _Question(NamedTuple):
    """Who may count as the checker of one figure."""

    checked: Checked
    council: Council
    signed: Signed

    def answer(self, past: Past, latest: Edit, entry: PeriodEntry) -> SecondCheck:
        figure, lines = figure_edits(latest, entry), checked_edits(latest, entry)
        if _began_with(figure) and _began_with(lines):
            told = "The repository began with this figure and its check, so that it cannot show who wrote either."
            return SecondCheck(CheckOutcome.ASSERTED, (), (), figure[0].commit, told)
        wrote = _people((*figure, *evidence_edits(past, latest, entry)))
        if late := _later(figure, lines):
            when = day(late.commit.on)
            return _missing(
                wrote, late.commit, f"The figure was changed after its check, on {when}."
            )
        checkers = self._checkers(lines, wrote)
        if checkers is not None:
            return self._by(checkers, lines[0].commit, wrote)
        return self._reviewed((*lines, *figure), wrote)

    def _checkers(self, lines: Sequence[Edit], wrote: Sequence[Person]) -> Person | None:
        """The author of all that says who checked and when; None for one who wrote the figure."""
        authors = list(dict.fromkeys(one.commit.author for one in lines))
        keys = all_keys(wrote, self.council)
        if any(keys & keys_of(one, self.council) for one in authors):
            return None
        return authors[0]

    def _by(self, person: Person, commit: Commit, wrote: tuple[Person, ...]) -> SecondCheck:
        """The outcome where another person wrote down the check."""
        found = (wrote, (person,), commit)
        is_holder = holds(person, self.checked.by, commit.on, self.council)
        if is_holder is False:
            told = (
                "Another person wrote down the check, but not one who held the checker's role then."
            )
            return SecondCheck(CheckOutcome.ASSERTED, *found, told)
        if self._has_signed(person, commit):
            told = "Another person wrote down the check, in a commit with their good signature."
            return SecondCheck(CheckOutcome.PROVEN, *found, told)
        told = "Another person wrote down the check, in a commit that no good signature of theirs proves."
        return SecondCheck(CheckOutcome.ASSERTED, *found, told)

    def _has_signed(self, person: Person, commit: Commit) -> bool:
        keys = keys_of(person, self.council)
        return any(keys & keys_of(one, self.council) for one in self.signed.get(commit.id, ()))

    def _reviewed(self, edits: Sequence[Edit], wrote: tuple[Person, ...]) -> SecondCheck:
        """The outcome where whoever wrote the figure wrote down its check too."""
        keys = all_keys(wrote, self.council)
        for commit in dict.fromkeys(one.commit for one in edits):
            others = tuple(
                one
                for one in (*commit.reviewers, *commit.signers)
                if not keys & keys_of(one, self.council)
            )
            if others:
                told = (
                    "Who wrote the figure wrote down its check, and named a reviewer in the commit."
                )
                return SecondCheck(CheckOutcome.ASSERTED, wrote, others, commit, told)
        told = "Who wrote the figure wrote down its check: history shows nobody else."
        return _missing(wrote, edits[0].commit, told)


def _missing(wrote: tuple[Person, ...], commit: Commit | None, told: str) -> SecondCheck:
    return SecondCheck(CheckOutcome.MISSING, wrote, (), commit, told)


def _people(edits: Iterable[Edit]) -> tuple[Person, ...]:
    return tuple(dict.fromkeys(one for edit in edits for one in hands(edit.commit)))


def _began_with(edits: Sequence[Edit]) -> bool:
    """Whether all of it stood in a first commit, before which nothing is known."""
    return all(not one.commit.parents for one in edits)


def _later(figure: Sequence[Edit], lines: Sequence[Edit]) -> Edit | None:
    """An edit of the figure that came after the newest words on its check, if there is one."""
    checked = max(one.commit.place for one in lines)
    return next((one for one in figure if one.commit.place > checked), None)
