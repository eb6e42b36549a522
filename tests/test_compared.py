"""Two states compared by what changed alone: what is told is what comparing everything tells."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.compared import Compared, compared
from generator.model.catalogue import file_name
from generator.reporting.changed import new_findings
from generator.resources import schemas
from generator.rules.changes import Weight
from generator.rules.changes import changes as changes_between
from generator.state import read_state
from tests.helpers import Files
from tests.test_narrow import ADVICE, DAY, MADE_UP, Watched, changed, text_of


def differing(before: Files, after: Files) -> set[str]:
    every = {*before.texts, *after.texts}
    return {path for path in every if before.read(path) != after.read(path)}


def narrow(before: Files, after: Files) -> Compared:
    return compared(before, after, differing(before, after), schemas(), DAY)


def agree(before: Files, after: Files) -> None:
    """What is told of all that changed, and of the findings in what changed."""
    old, new = (read_state(files, schemas(), DAY) for files in (before, after))
    both = narrow(before, after)
    assert (both.before.rated is None, both.after.rated is None) == (
        old.rated is None,
        new.rated is None,
    )
    if old.rated is None or new.rated is None:
        return
    assert both.changes() == changes_between(old.rated, new.rated)
    where = differing(before, after)
    told = new_findings(both.before.findings, both.after.findings)
    whole = new_findings(old.findings, new.findings)
    assert [one for one in told if one.path in where] == [one for one in whole if one.path in where]


def has_ids_twice(files: Files) -> bool:
    """Which of two files with one id is meant is told by the whole check, which refuses both."""
    names = [file_name(path) for path in files.texts]
    return len(names) != len(set(names))


@settings(max_examples=60)
@given(after=changed(), before=st.one_of(st.just(MADE_UP), changed()))
def test_after_any_change_what_is_told_is_what_comparing_everything_tells(
    before: Files, after: Files
) -> None:
    if not has_ids_twice(before) and not has_ids_twice(after):
        agree(before, after)


@pytest.mark.parametrize("path", MADE_UP.paths())
def test_a_file_that_goes_or_comes_is_told_the_same(path: str) -> None:
    agree(MADE_UP, MADE_UP.without(path))
    agree(MADE_UP.without(path), MADE_UP)


def test_a_status_that_moves_a_commitment_is_told_with_it() -> None:
    """The commitment has an action whose result the measure is, and other measures beside it."""
    text = text_of(ADVICE, "value: 93.5", "value: 12.5")
    both = narrow(MADE_UP, MADE_UP.having(ADVICE, text))
    moved = [one.item for one in both.changes() if one.weight is Weight.STATUS]
    assert moved == ["advice-decided", "gc1-m1-c1"]


def test_a_table_that_feeds_a_measure_is_told_as_what_it_does_to_the_measure() -> None:
    table = "measures/housing/advice-decided-2024-25-q2.csv"
    without_print = MADE_UP.texts[ADVICE].replace(
        b"      sha256: 306c90f585130a8fca13c0bbcfc039979ff14cdd1a9387404ed41304c49cc205\n", b""
    )
    before = MADE_UP.having(ADVICE, without_print)
    rows = before.texts[table].splitlines(keepends=True)
    after = before.having(table, b"".join(rows[:-3]))
    assert [one.kind for one in narrow(before, after).changes()] == ["in_time", "decided"]
    agree(before, after)


def test_of_a_text_that_moves_nothing_only_that_file_and_what_it_names_is_read() -> None:
    after = Watched(MADE_UP.having(ADVICE, text_of(ADVICE, "Two advisers left", "Three left")))
    compared(Watched(MADE_UP), after, {ADVICE}, schemas(), DAY)
    measures = {path for path in after.read_ if path.startswith("measures/")}
    assert {path for path in measures if path.endswith(".yaml")} == {ADVICE}
