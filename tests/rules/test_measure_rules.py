"""Rules on measures, where one file of an example cannot show the case; and what the rules read."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from generator.loading.schema import COMMON
from generator.resources import schemas
from generator.rules.calendar import months_after
from generator.rules.checks.unfinished import PROMPTS
from generator.rules.people import holders_on, one_person
from generator.rules.reviews import last_reviewed, review_cycle, review_due
from generator.rules.texts import texts_of
from generator.rules.timetable import is_active
from tests.helpers import AS_OF, ROOT, Files, entry, files_under, in_one_line, measure, state_of

BASE = files_under(ROOT / "tests" / "examples" / "base")
BINS = "measures/parks/bins-emptied.yaml"
PLAY = "measures/parks/play-areas.yaml"


def found(path: str, rule: str, *changes: tuple[str, str], files: Files = BASE) -> list[str]:
    """What `rule` says of the base repository with one file changed."""
    text = files.texts[path].decode()
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after, 1)
    findings = state_of(files.having(path, text.encode())).findings
    return [f"{one.path}:{in_one_line(one)}" for one in findings if one.rule == rule]


def without_retention() -> Files:
    """The base repository of a council that has not said how long extracts are kept."""
    text = BASE.texts["council.yaml"].decode()
    return BASE.having("council.yaml", text.replace("retention_years: 10\n", "").encode())


KEPT = "keep_until: 2034-03-31"


@pytest.mark.parametrize(
    ("changed", "finding"),
    [
        (
            (f", {KEPT}", ""),
            (
                f"{BINS}:40:5 warning evidence-is-kept: nothing says until when the evidence of "
                "2023-24 is kept. Add keep_until: and the date, or set retention_years in "
                "council.yaml."
            ),
        ),
        (
            (KEPT, "keep_until: 2025-03-30"),
            (
                f"{BINS}:32:92 warning evidence-is-kept: the evidence of 2023-24 was kept until "
                "30 March 2025, which has passed. Keep the extract for as long as its figure is "
                "published, and write the new date."
            ),
        ),
        # The plan is of 2023 to 2028, and its last financial year ends on 31 March 2028.
        (
            (KEPT, "keep_until: 2028-03-30"),
            (
                f"{BINS}:32:92 warning evidence-is-kept: the evidence of 2023-24 is kept until "
                "30 March 2028, but the plan runs to 31 March 2028. Write 2028-03-31 or a later date."
            ),
        ),
        ((KEPT, "keep_until: 2028-03-31"), None),
    ],
)
def test_without_a_retention_evidence_is_kept_until_the_end_of_the_plan(
    changed: tuple[str, str], finding: str | None
) -> None:
    """R43."""
    told = found(BINS, "evidence-is-kept", changed, files=without_retention())
    assert told == ([finding] if finding else [])


def test_with_a_retention_nothing_need_be_said_of_a_single_extract() -> None:
    assert found(BINS, "evidence-is-kept", (f", {KEPT}", "")) == []


def test_a_role_that_nobody_is_said_to_hold_says_nothing() -> None:
    """R30: a council need not name anyone."""
    held = ", holders: [{identity: birch-example, from: 2020-04-01}]"
    assert found("council.yaml", "role-is-held", (held, "")) == []


def test_a_role_whose_first_holder_is_to_come_has_not_been_left() -> None:
    held = "[{identity: birch-example, from: 2020-04-01}]"
    later = "[{identity: birch-example, from: 2025-04-14}]"
    assert found("council.yaml", "role-is-held", (held, later)) == []


def test_what_is_no_longer_reported_needs_no_owner() -> None:
    gone = "[{identity: birch-example, from: 2020-04-01, to: 2025-01-31}]"
    text = BASE.texts["council.yaml"].decode()
    left = BASE.having(
        "council.yaml",
        text.replace("[{identity: birch-example, from: 2020-04-01}]", gone).encode(),
    )
    ended = "reported_until: {period: 2023-24, reason: The map is not kept up.}\nperiods:\n"
    told = found(PLAY, "role-is-held", ("periods:\n", ended), files=left)
    assert [one.partition(":")[0] for one in told] == ["commitments/gc1/m1/gc1-m1-c1.yaml", BINS]


def test_who_owes_an_action_or_mitigates_a_risk_still_holds_the_role() -> None:
    """R28: the latest action counts, those before it are done or replaced."""
    text = BASE.texts["council.yaml"].decode()
    gone = "  - {id: diver, name: Diver, service: parks, reports_to: director, holders: [{identity: fir, from: 2020-04-01, to: 2025-01-31}]}\n"
    left = BASE.having("council.yaml", text.replace("duties:\n", f"{gone}duties:\n", 1).encode())
    owed = ("owner: parks-manager, by: 2025-06-30", "owner: diver, by: 2025-06-30")
    risk = (
        "periods:\n",
        (
            "risks:\n  - risk: The lorry breaks.\n    cause: It is old.\n    effect: No round.\n"
            "    mitigations:\n      - {action: Lend one., owner: diver, by: 2025-06-30}\nperiods:\n"
        ),
    )
    for changed, does in ((owed, "owes an action"), (risk, "mitigates a risk")):
        (told,) = found(BINS, "role-is-held", changed, files=left)
        assert f"diver {does}, but fir left that role on 31 January 2025" in told


def test_an_identity_in_capitals_is_the_same_person() -> None:
    catalogue = state_of(
        BASE.having(
            "council.yaml",
            BASE.texts["council.yaml"] + b"people:\n  Cedar Tree: [CEDAR-example, DUNE-EXAMPLE]\n",
        )
    ).rated
    assert catalogue
    files = catalogue.catalogue
    assert holders_on("parks-officer", AS_OF, files) == {"cedar tree": "Cedar Tree"}
    assert one_person("parks-officer", AS_OF, "analyst", AS_OF, files) == "Cedar Tree"
    assert one_person("parks-officer", AS_OF, "director", AS_OF, files) is None
    assert one_person("parks-officer", AS_OF, "nobody", AS_OF, files) is None


def test_the_last_and_the_first_day_of_a_holder_count() -> None:
    catalogue = state_of(BASE).rated
    assert catalogue
    files = catalogue.catalogue
    assert holders_on("parks-manager", date(2020, 4, 1), files) != {}
    assert holders_on("parks-manager", date(2020, 3, 31), files) == {}


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2023, 12, 15), 1, date(2024, 1, 15)),
        (date(2024, 3, 31), 120, date(2034, 3, 31)),
    ],
)
def test_months_are_counted_as_people_count_them(day: date, months: int, later: date) -> None:
    assert months_after(day, months) == later


def test_a_review_is_due_from_the_agreement_on_and_by_the_councils_cycle() -> None:
    """R5: 36 months after 14 March 2023."""
    rated = state_of(BASE).rated
    assert rated
    bins, council = rated.catalogue.measure["bins-emptied"], rated.catalogue.council
    assert last_reviewed(bins) == date(2023, 3, 14)
    assert review_cycle(bins, council) == 36
    assert review_due(bins, council) == date(2026, 3, 14)


def test_a_measure_that_nobody_agreed_or_reviewed_has_no_review_due() -> None:
    rated = state_of(BASE).rated
    assert rated
    assert review_due(replace(measure(), agreed=None), rated.catalogue.council) is None


def test_a_measure_is_in_use_until_its_last_figure_is_due() -> None:
    open_ended = measure(entry(value=91, target=95))
    assert is_active(open_ended, AS_OF)
    assert is_active(measure(), AS_OF)


PROCEDURE = "procedure: Count the bins emptied on their day, divide by the bins to be emptied, and multiply by 100."


@pytest.mark.parametrize(
    "steps",
    [
        "Count the bins emptied, and see https://intranet.example/bins for the codes of the crews.",
        "Divide what was emptied by all.",  # six words
        "Use the sheets to count each emptying.",  # emptying begins as emptied does
    ],
)
def test_a_short_procedure_that_names_what_is_counted_can_be_followed(steps: str) -> None:
    """R26, R27."""
    assert found(BINS, "procedure-can-be-followed", (PROCEDURE, f"procedure: {steps}")) == []


@pytest.mark.parametrize(
    "title",
    [
        "Supported tenancies kept for a year",
        "Support plans reviewed on time",
        "Improve 12 play areas",
        "Share of families who would come again",
    ],
)
def test_a_title_that_names_what_is_counted_is_definite(title: str) -> None:
    """R35: the word is no aim where something is counted."""
    changed = ("title: Bins emptied on their day", f"title: {title}")
    assert found(BINS, "wording-is-definite", changed) == []


@pytest.mark.parametrize(
    "timed",
    ["Each year, and 99% from 2024-25 on.", "By 31 March of each year.", "Every May."],
)
def test_an_answer_on_time_names_a_date_or_a_year(timed: str) -> None:
    before = "timed: Each year, and 99% from 2024-25 on."
    told = found(BINS, "wording-is-definite", (before, f"timed: {timed}"))
    assert told == [] if "Every" not in timed else len(told) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The grant is to be confirmed in May.",
        "As above, the sheets are counted by hand.",
        "Descriptions of each play area are checked.",
        "See [your rights](https://example.org/rights).",
        "Press <Enter> after each sheet.",
        "What was done before is done again, in writing.",
    ],
)
def test_a_text_that_only_looks_like_a_placeholder_is_a_text(text: str) -> None:
    """R25: a false alarm would stop publication."""
    changed = ("why_it_matters: A full bin spoils a walk.", f'why_it_matters: "{text}"')
    assert found(BINS, "text-is-finished", changed) == []


@pytest.mark.parametrize(
    "text",
    [
        "tbc",
        "TBD by the crew",
        "...",
        "…",
        "-",
        "n/a TODO",
        "see above",
        "To be decided.",
        "[Add the reason]",
    ],
)
def test_a_placeholder_is_found_however_it_is_typed(text: str) -> None:
    changed = ("why_it_matters: A full bin spoils a walk.", f'why_it_matters: "{text}"')
    assert len(found(BINS, "text-is-finished", changed)) == 1


@pytest.mark.parametrize(
    ("how", "says"),
    [
        ("Looks fine to me.", False),
        ("Checked and found correct.", False),
        ("As usual, no issues.", False),
        ("Double checked it again.", False),
        ("Added up both sheets.", True),
        ("Recomputed from the extract.", True),
        ("Compared with last year's map.", True),
    ],
)
def test_a_check_says_what_was_done(how: str, says: bool) -> None:
    """R111."""
    changed = ("how: Counted the sheets again.", f'how: "{how}"')
    assert (found(BINS, "check-says-what-was-done", changed) == []) is says


def words_of(text: str) -> str:
    return " ".join(re.sub(r"[*>`\"]+", " ", text).split()).casefold()


def test_the_questions_that_are_no_answers_are_those_that_we_ask() -> None:
    """R138: of the manual's own form there are six; every other question is one of ours."""
    places = [*(ROOT / "docs").glob("*.md"), *(ROOT / "schemas").glob("*.json")]
    places += [path for path in (ROOT / "generator").rglob("*.py") if path.name != "unfinished.py"]
    said = words_of("\n".join(path.read_text(encoding="utf-8") for path in places))
    assert len([prompt for prompt in PROMPTS if prompt not in said]) == 6


def test_every_text_that_a_measure_can_have_is_read() -> None:
    """A new field of text would else be left out of the rules on texts (R25); the council uses all."""
    rated = state_of(files_under(ROOT / "tests" / "council")).rated
    assert rated
    read = {
        [step for step in at if isinstance(step, str)][-1]
        for texts in (
            *map(texts_of, rated.catalogue.measures),
            *map(texts_of, rated.catalogue.commitments),
        )
        for at, _ in texts
    }
    common = schemas().documents[COMMON]["$defs"]
    parts = [schemas().documents["measure"], *(common[name] for name in ("risk", "action"))]
    known = {key for part in parts for key in _text_keys(part)}
    assert {"definition", "procedure", "commentary", "progress", "what"} <= known
    assert sorted(known - read) == []


def _text_keys(part: object) -> Iterator[str]:
    """Every key of a schema that holds text."""
    if isinstance(part, list):
        for one in part:
            yield from _text_keys(one)
    if isinstance(part, dict):
        for key, field in part.get("properties", {}).items():
            if isinstance(field, dict) and str(field.get("$ref", "")).endswith("/text"):
                yield key
        for one in part.values():
            yield from _text_keys(one)


@pytest.mark.parametrize("promise", ["TBC", "The share of rounds. TODO", "TBD by the team"])
def test_a_promise_to_write_is_told_once_and_is_no_acronym_to_explain(promise: str) -> None:
    """An owner in a hurry was told to add TBC to the glossary."""
    said = ("definition: Bins", f"definition: '{promise}' # Bins")
    assert len(found(BINS, "text-is-finished", said)) == 1
    assert found(BINS, "acronym-is-explained", said) == []
