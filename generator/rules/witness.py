"""What history says to the tests of an auditor: on second checks, and on figures that changed (R114)."""

from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from generator.model.council import Council
from generator.model.measure import Measure, PeriodEntry
from generator.model.past import Difference, Edit, Past
from generator.model.words import CheckOutcome
from generator.rules.second_check import SecondCheck, second_check
from generator.rules.units import bare, with_unit
from generator.rules.wording import day, plural

Shown = Callable[[Measure, PeriodEntry], SecondCheck | None]
"""What history shows of the second check of a figure; None where it shows nothing."""


class Witness(NamedTuple):
    """A history, and what it shows of second checks; without a past nothing is known."""

    past: Past | None
    shown: Shown

    def check_faults(self, measure: Measure) -> Iterator[str]:
        """Figures of whose second check history shows nothing, although the file has one."""
        for entry, check in self._checks(measure):
            if check.outcome is CheckOutcome.MISSING and entry.checked:
                yield f"{entry.period.words}: {check.sentence}"

    def check_merit(self, measure: Measure) -> str | None:
        """How many checks history proves, and how many it cannot speak against."""
        checks = [check for _, check in self._checks(measure)]
        if not checks:
            return None
        counts = Counter(check.outcome for check in checks)
        proven, asserted = counts[CheckOutcome.PROVEN], counts[CheckOutcome.ASSERTED]
        results = plural(len(checks), "result")
        return f"{results}: history proves {proven}, and {asserted} are asserted."

    def silent_changes(self, measure: Measure) -> Iterator[str]:
        """Figures that were changed after their day of publication, and no revision says so.

        Without that day nobody can tell a correction from a figure that was still being worked out.
        One that was put back counts, as it stood there meanwhile; but not one that came and went on a
        side line, before it was brought into the main one. The figures are not told: an earlier one
        may be one that must never be printed.
        """
        if self.past is None:
            return
        entries = {entry.period.label: entry for entry in measure.periods}
        passing: set[tuple[str, object]] = set()
        for edit in self.past.edits.get(measure.id, ()):
            aside = edit.commit.id not in _main_line(self.past)
            for one in filter(_is_a_figure, edit.differences):
                entry = entries.get(one.at[1])
                if aside:
                    passing.add((one.at[1], one.after))
                if aside and (one.at[1], one.before) in passing:
                    continue
                if entry and _is_silent(measure, entry, edit, one):
                    yield (
                        f"{entry.period.words} was changed on {day(edit.commit.on)} (commit "
                        f"{edit.commit.short}), after it was published, and no revision says so"
                    )

    def _checks(self, measure: Measure) -> Iterator[tuple[PeriodEntry, SecondCheck]]:
        for entry in measure.periods:
            check = self.shown(measure, entry)
            if check:
                yield entry, check


NOBODY = Witness(None, lambda _, __: None)
"""Where there is no history: the second check goes by what the files say."""


def witness(past: Past | None, council: Council) -> Witness:
    """What a history says; nothing where there is none."""
    if past is None:
        return NOBODY
    return Witness(past, lambda measure, entry: second_check(measure, entry, past, council))


@lru_cache(maxsize=1)
def _main_line(past: Past) -> frozenset[str]:
    """The commits from which the head follows by first parents: what was published, step by step."""
    line, name = [past.head.id], past.head.parents[:1]
    while name and name[0] in past.commits:
        line.append(name[0])
        name = past.commits[name[0]].parents[:1]
    return frozenset(line)


def _is_a_figure(one: Difference) -> bool:
    """Whether a figure that there was became another one, or was taken out: another may follow."""
    return one.before is not None and len(one.at) == 3 and one.at[::2] == ("periods", "value")


def _is_silent(measure: Measure, entry: PeriodEntry, edit: Edit, one: Difference) -> bool:
    """Whether a published figure changed in this commit, for good and without a revision."""
    if entry.released is None or edit.commit.on < entry.released or entry.value is None:
        return False
    known = (entry.value, *(revision.from_ for revision in entry.revisions))
    words = {text for value in known for text in _words(value, measure.unit)}
    return one.before not in words


def _words(value: Decimal, unit: str) -> tuple[str, str]:
    """A figure as a difference tells it: with its unit, or alone in a version that states none."""
    return with_unit(value, unit), bare(value, "")
