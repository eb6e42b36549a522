"""The second check: whether history shows that somebody else checked a figure (R92, R110, R114)."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.model.council import Council
from generator.model.measure import Measure, PeriodEntry
from generator.model.past import Commit, Edit, Past, Person
from generator.model.people import Checked
from generator.model.words import CheckOutcome
from generator.rules.persons import all_keys, hands, holds, keys_of
from generator.rules.wording import day
from generator.rules.written_by import all_before, checked_edits, evidence_edits, figure_edits


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


def is_asked(measure: Measure, entry: PeriodEntry) -> bool:
    """Whether a figure needs a second check: one that the council worked out, or judged (R92)."""
    return measure.origin is None and entry.has_result


def second_check(
    measure: Measure, entry: PeriodEntry, past: Past, council: Council
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
    return _Question(entry.checked, council, past).answer(latest, entry)


class _Question(NamedTuple):
    """Who may count as the checker of one figure."""

    checked: Checked
    council: Council
    past: Past

    def answer(self, latest: Edit, entry: PeriodEntry) -> SecondCheck:
        figure, lines = figure_edits(latest, entry), checked_edits(latest, entry)
        if _began_with(figure) and _began_with(lines):
            told = "The repository began with this figure and its check, so that it cannot show who wrote either."
            return SecondCheck(CheckOutcome.ASSERTED, (), (), figure[0].commit, told)
        wrote = _people((*figure, *evidence_edits(self.past, latest, entry)))
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
        outcome, told = CheckOutcome.ASSERTED, _UNSIGNED
        if holds(person, self.checked.by, commit.on, self.council) is False:
            told = _NOT_THE_HOLDER
        elif all_keys((person,), self.council) & all_keys(
            self._others(self._signed(commit), wrote, commit), self.council
        ):
            outcome, told = CheckOutcome.PROVEN, _SIGNED
        return SecondCheck(outcome, wrote, (person,), commit, told)

    def _signed(self, commit: Commit) -> tuple[Person, ...]:
        return self.past.signed.get(commit.id, ())

    def _reviewed(self, edits: Sequence[Edit], wrote: tuple[Person, ...]) -> SecondCheck:
        """The outcome where whoever wrote the figure wrote down its check too."""
        commits = tuple(dict.fromkeys(one.commit for one in edits))
        for commit in commits:
            if others := self._others(self._signed(commit), wrote, commit):
                return SecondCheck(CheckOutcome.PROVEN, wrote, others, commit, _TAGGED)
        for commit in commits:
            if others := self._others((*commit.reviewers, *commit.signers), wrote, None):
                return SecondCheck(CheckOutcome.ASSERTED, wrote, others, commit, _REVIEWED)
        return _missing(wrote, edits[0].commit, _NOBODY_ELSE)

    def _others(
        self, people: Iterable[Person], wrote: Sequence[Person], commit: Commit | None
    ) -> tuple[Person, ...]:
        """Those who did not write the figure; with `commit`, those who may check it that day."""
        keys = all_keys(wrote, self.council)
        return tuple(
            one
            for one in people
            if not keys & keys_of(one, self.council)
            and (
                commit is None or holds(one, self.checked.by, commit.on, self.council) is not False
            )
        )


_UNSIGNED = (
    "Another person wrote down the check, in a commit that no good signature of theirs proves."
)
_NOT_THE_HOLDER = (
    "Another person wrote down the check, but not one who held the checker's role then."
)
_SIGNED = "Another person wrote down the check, with their good signature."
_TAGGED = "Who wrote the figure wrote down its check, and another person signed for it."
_REVIEWED = "Who wrote the figure wrote down its check, and named a reviewer in the commit."
_NOBODY_ELSE = "Who wrote the figure wrote down its check: history shows nobody else."


def _missing(wrote: tuple[Person, ...], commit: Commit | None, told: str) -> SecondCheck:
    return SecondCheck(CheckOutcome.MISSING, wrote, (), commit, told)


def _people(edits: Iterable[Edit]) -> tuple[Person, ...]:
    return tuple(dict.fromkeys(one for edit in edits for one in hands(edit.commit)))


def _began_with(edits: Sequence[Edit]) -> bool:
    """Whether all of it stood in a first commit, before which nothing is known."""
    return all(not one.commit.parents for one in edits)


def _later(figure: Sequence[Edit], lines: Sequence[Edit]) -> Edit | None:
    """An edit of the figure on which the words on its check do not rest, if there is one.

    It came after them, or beside them on another line of history.
    """
    rests_on = set(all_before(lines[0]))
    return next((one for one in figure if one not in rests_on), None)
