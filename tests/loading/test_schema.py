"""Schemas: strict, described, read alike by both validators, and told in the author's words."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.loading.plain_text import Value
from generator.loading.prepare import Preparation
from generator.loading.records import build
from generator.loading.schema import COMMON, KINDS
from generator.loading.wording import FORMS, TYPE_WORDS, number_fix, shown
from generator.model.case_study import CaseStudy
from generator.model.commitment import Commitment
from generator.model.council import Council
from generator.model.measure import Measure
from generator.model.plan import Plan
from generator.model.release import Releases
from generator.model.report import Report
from generator.resources import schemas
from tests.loading.council import HERE, documents, kind, put, spots

SCHEMAS = schemas()
RECORDS: dict[str, type] = {
    "council": Council,
    "plan": Plan,
    "commitment": Commitment,
    "case-study": CaseStudy,
    "measure": Measure,
    "report": Report,
    "releases": Releases,
}
MEASURE = "measures/housing/advice-decided.yaml"
COMMITMENT = "commitments/gc1/m1/gc1-m1-c1.yaml"
Pointer = tuple[str | int, ...]


def parts(part: Any, at: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every subschema with its address, the schema itself first."""
    if not isinstance(part, dict):
        return
    yield at, part
    for key in ("properties", "$defs", "patternProperties"):
        for name, inner in part.get(key, {}).items():
            yield from parts(inner, f"{at}/{key}/{name}")
    for key in ("items", "additionalProperties", "if", "then", "else", "not", "propertyNames"):
        yield from parts(part.get(key), f"{at}/{key}")
    for key in ("allOf", "anyOf", "oneOf"):
        for number, inner in enumerate(part.get(key, ())):
            yield from parts(inner, f"{at}/{key}/{number}")


PARTS = [
    (at, kind_, part)
    for kind_ in (COMMON, *KINDS)
    for at, part in parts(SCHEMAS.documents[kind_], kind_)
]
CONDITION = re.compile(r"/(if|then|else|not|allOf|anyOf)\b")


@pytest.mark.parametrize("kind_", [COMMON, *KINDS])
def test_every_schema_is_valid_2020_12(kind_: str) -> None:
    document = SCHEMAS.documents[kind_]
    assert document["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert document["$id"] == f"{kind_}.schema.json"
    Draft202012Validator.check_schema(document)


def test_every_field_has_a_title_and_a_description() -> None:
    bare = []
    for at, kind_, part in PARTS:
        if CONDITION.search(at):
            continue
        for name, field in part.get("properties", {}).items():
            words, _ = SCHEMAS._resolved(field, kind_)
            bare += [
                f"{at}/{name} has no {key}"
                for key in ("title", "description")
                if not words.get(key)
            ]
    assert bare == []  # fmt: skip


def test_every_object_is_strict() -> None:
    loose = [
        at
        for at, _, part in PARTS
        if not CONDITION.search(at)
        and ("object" in part.get("type", ()) or "properties" in part)
        and part.get("additionalProperties") is not False
        and not isinstance(part.get("additionalProperties"), dict)
    ]
    assert loose == []


def test_every_required_key_is_a_key() -> None:
    unknown = [
        f"{at} asks for {key}"
        for at, _, part in PARTS
        if "properties" in part and not CONDITION.search(at)
        for key in part.get("required", ())
        if key not in part["properties"]
    ]
    assert unknown == []


def test_every_reference_leads_somewhere() -> None:
    for _, kind_, part in PARTS:
        if "$ref" in part:
            assert SCHEMAS._resolved(part, kind_)[0]


def test_every_keyword_and_type_has_words() -> None:
    told = {
        *("type", "enum", "pattern", "format", "uniqueItems", "minimum", "maximum", "minLength"),
        "exclusiveMinimum",
        *("maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "required"),
        *("additionalProperties", "dependentRequired", "anyOf", "propertyNames"),
    }
    silent = {"$schema", "$id", "$ref", "$defs", "title", "description", "properties", "items"}
    conditions = {"allOf", "if", "then", "else", "not", "const"}
    used = {key for _, _, part in PARTS for key in part}
    assert used <= told | silent | conditions
    types = {
        name for _, _, part in PARTS for name in [part.get("type", [])] if isinstance(name, str)
    }
    assert types <= set(TYPE_WORDS)  # fmt: skip


def test_every_pattern_says_what_to_write() -> None:
    patterns = {
        part["pattern"] for at, _, part in PARTS if "pattern" in part and not CONDITION.search(at)
    }
    assert patterns - set(SCHEMAS.forms) == {r"\S"}  # text, which can only be empty
    assert len(SCHEMAS.forms) == len(FORMS)


@pytest.mark.parametrize("path", documents())
def test_both_validators_allow_the_councils_files(path: str) -> None:
    data = documents()[path]
    assert SCHEMAS.allows(kind(path), data)
    assert list(SCHEMAS.complaints(kind(path), data)) == []


STRANGE: tuple[Any, ...] = (
    *(..., None, True, False, 0, -1, 1, 2024, 10**23, Decimal("1.0"), Decimal("-0.0")),
    *(Decimal("0.5"), Decimal("2024.0"), "", " ", "x", "X", "text\n", " text", "text ", "a\nb"),
    *("a\r", "\u00a0a", "\x1ca", "a\x85", "\ufeffa", "a\u2028", "\u180ea", "é", "91", "95%", "off"),
    *("2024-02-30", "2024-02-29", "2024-02-29\n", "0000-01-01", "9999-12-31", "20240229"),
    *("2024-W01-1", "2024-2-3", "２０２４-01-01", "gc1", "gc1-m1", "gc1-m1-c1", "gc01", "gc1-m1-c1\n"),  # noqa: RUF001 a look-alike
    *("https://a.example/", "http://", "https://a b", "ftp://a", "a@b", "2024-25 Q1", "2024-25 Q5"),
    *("a-b", "a--b", "-a", "a_b", "x" * 81, "x" * 401, "x" * 20_001, "0" * 64, "a.csv", "../a.csv"),
    *([], [None], ["a"], ["a", "a"], [1, Decimal("1.0")], [18], [{}], {}, {"x": 1}, {"X y": 1}),
    *({"low": 1}, {"low": 1, "high": 2}, {"by": "a", "on": "2024-01-01", "reference": "r"}),
)  # fmt: skip


def agreed(kind_: str, data: Value) -> bool:
    """Whether both validators say the same; every complaint must have words on one line."""
    allowed = SCHEMAS.allows(kind_, data)
    complaints = list(SCHEMAS.complaints(kind_, data))
    assert allowed is not bool(complaints), (kind_, complaints)
    for _, message, fix in complaints:
        assert message
        assert len(message.splitlines()) == 1
        assert not message.endswith(".")
        assert fix
        assert not fix.endswith((":", ": ", " "))
    assert len({(at, message) for at, message, _ in complaints}) == len(complaints)
    return allowed


def is_record(path: str, data: Any) -> bool:
    """What both validators allow becomes a record, or preparation says why not."""
    preparation = Preparation(path, lambda _: b"a,b\n1,2\n", 4)
    prepared = data
    if kind(path) == "measure":
        prepared = preparation.measure(data)
    if kind(path) == "commitment":
        prepared = preparation.commitment(data)
    return bool(preparation.remarks or build(RECORDS[kind(path)], prepared, path=path))


def cut(value: Any, at: Pointer) -> Any:
    """A copy of `value` with one entry left of each list: the one on the way to `at`."""
    if isinstance(value, dict):
        return {key: cut(value[key], at[1:] if at[:1] == (key,) else ()) for key in value}
    if isinstance(value, list) and value:
        number = at[0] if at and isinstance(at[0], int) else 0
        return [cut(value[number], at[1:])]
    return value


def fields() -> dict[tuple[str, Pointer], tuple[str, Pointer]]:
    """Every field of every kind of file that the council has, with one file that has it."""
    return {
        (kind(path), tuple(0 if isinstance(step, int) else step for step in at)): (path, at)
        for path, data in documents().items()
        for at in spots(data)
    }


def test_both_validators_agree_whatever_stands_in_a_field() -> None:
    seen: set[str] = set()
    for (kind_, field), (path, at) in fields().items():
        whole = documents()[path]
        words = SCHEMAS.field(kind_, field)
        asked = repr({key: words[key] for key in words if key not in ("title", "description")})
        for new in STRANGE[:2] if asked in seen else STRANGE:
            data = cut(whole, at)
            put(data, field, new)
            if agreed(kind_, data):
                assert is_record(path, data)
        seen.add(asked)


@pytest.mark.parametrize("kind_", KINDS)
@pytest.mark.parametrize("data", [None, [], {}, "x", 5, True, Decimal("0.5"), [{}]])
def test_both_validators_agree_on_what_is_no_record_at_all(kind_: str, data: Value) -> None:
    assert not agreed(kind_, data)


ANY_VALUE = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(10**23), 10**23),
        st.decimals(-(10**9), 10**9, places=2),
        st.text(max_size=12),
        st.from_regex(r"[a-z0-9-]{1,8}\n?", fullmatch=True),
        st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\n?", fullmatch=True),
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=5,
)  # fmt: skip
PATHS = tuple(documents())


@given(st.data(), st.sampled_from(PATHS), ANY_VALUE)
def test_both_validators_agree_whatever_is_typed(data: st.DataObject, path: str, new: Any) -> None:
    document = documents()[path]
    at = data.draw(st.sampled_from(list(spots(document))))
    put(document, at, new)
    if agreed(kind(path), document):
        assert is_record(path, document)


def complaints(path: str, *changes: tuple[Pointer, Any]) -> list[tuple[Pointer, str, str]]:
    data = documents()[path]
    for at, new in changes:
        put(data, at, new)
    return list(SCHEMAS.complaints(kind(path), data))


P: Pointer = ("periods", 0)


def such_as(near: str) -> str:
    return f"Use small letters, digits and single hyphens, such as {near}."


NO_FIGURE = (
    "Where there is no figure, delete the line and write state: not-available and its reason."
)
DATE = "Write a date that exists as year-month-day, such as 2024-07-22."
LINE = "Write one line of text without spaces at either end; start folded text with >- and not >."
NAME = "Use small letters, digits and _, starting with a letter: decided_in_time."
DIGITS = "Write digits with at most one point, such as 91.5: no %, no commas, no words."
PERIOD = "Write a period such as 2024-25 Q2, 2024-09, 2024-25, 2024, 2023/24 or 2021-24."
TITLE = "The measure in one line, as it heads its page."


@pytest.mark.parametrize(
    ("at", "new", "where", "message", "fix"),
    [
        # keys
        (("ownr",), "x", ("ownr",), "there is no key ownr here", "Delete it: owner is there already."),
        ((*P, "Target-Note"), "x", (*P, "Target-Note"), "there is no key Target-Note here", "Write target_note instead."),
        ((*P, "comment"), "x", (*P, "comment"), "there is no key comment here", "Write commentary instead."),
        ((*P, "forcast"), {}, (*P, "forcast"), "there is no key forcast here", "Write forecast instead."),
        (
            ("tolerance", "zebra"),
            1,
            ("tolerance", "zebra"),
            "there is no key zebra here",
            "Delete it, or use one of: basis, bands.",
        ),
        (("calculation", "inputs", "In Time"), "x", ("calculation", "inputs", "In Time"), "the key In Time is not of the right form", NAME),
        ((*P, "inputs", "9"), 1, (*P, "inputs", "9"), "the key 9 is not of the right form", NAME),
        ((*P, "comparisons"), {"North Coast": 1}, (*P, "comparisons", "North Coast"), "the key North Coast is not of the right form", such_as("north-coast")),
        (("owner",), ..., (), "owner is missing", "Add owner: The role that answers for the measure: its id in council.yaml."),
        (("agreed", "on"), ..., ("agreed",), "on is missing", "Add on: The date of the agreement."),
        (("risks", 0, "mitigations", 0, "by"), ..., ("risks", 0, "mitigations", 0), "by is missing", "Add by: The date by which it is done."),
        (("tolerance",), ..., (), "tolerance is missing", "Add tolerance: How distance from target is measured, and the measure's own bands where the management team agreed some."),
        (("calculation",), ..., (), "calculation or origin is missing", "Add calculation or origin."),
        (("unit",), ..., (), "unit is missing", "Add unit: What the figure counts: percent, percentage-points, pounds, or words such as days or people; date for a day; or levels from lowest to highest, such as no < yes."),
        ((*P, "state"), "suppressed", (*P, "state"), "state is given without reason", "Add reason: The reason for the state, in a sentence that a citizen understands."),
        ((*P, "value"), ..., (*P, "inputs"), "inputs is given without value", "Add value: The figure for the period, in digits: 91.0, not 91% or 1,000."),
        # numbers
        ((*P, "value"), "95%", (*P, "value"), "value says 95%, which is not a plain number", "Write it in digits alone: 95"),
        ((*P, "value"), "1,000", (*P, "value"), "value says 1,000, which is not a plain number", "Write it in digits alone: 1000"),
        ((*P, "value"), "£5", (*P, "value"), "value says £5, which is not a plain number", "Write it in digits alone: 5"),
        ((*P, "value"), "012", (*P, "value"), "value says 012, which is not a plain number", "Write it in digits alone: 12"),
        ((*P, "value"), ".5", (*P, "value"), "value says .5, which is not a plain number", "Write it in digits alone: 0.5"),
        ((*P, "value"), "about ten", (*P, "value"), "value says about ten, which is not a plain number", f"{DIGITS} {NO_FIGURE}"),
        ((*P, "value"), "n/a", (*P, "value"), "value says n/a, which is not a plain number", f"{DIGITS} {NO_FIGURE}"),
        ((*P, "value"), None, (*P, "value"), "value is empty", f"Write a number. {NO_FIGURE}"),
        ((*P, "value"), "<5", (*P, "value"), "value says <5, which is not a plain number", f"{DIGITS} Where it is too small to publish, delete the line and write state: suppressed and its reason."),
        ((*P, "value"), "91\u00a0", (*P, "value"), "value says 91, with a special space in it, which was pasted", "Delete it and type an ordinary space."),
        ((*P, "status"), "green", (*P, "status"), "status says green, but keys with values belong here", "Delete the line: the status is worked out from the figures. Only where the management team reports another is it written, as status: {colour: amber, reason: ..., approved_by: ...}."),
        ((*P, "checked"), "2024-10-01", (*P, "checked"), "checked says 2024-10-01, but keys with values belong here", "Write checked: {by: ..., on: ..., how: ...}, or delete the line. The second check: who repeated the work, when, and what they did again."),
        (("agreed",), "Housing SMT", ("agreed",), "agreed says Housing SMT, but keys with values belong here", "Write agreed: {by: ..., on: ..., reference: ...}, or delete the line. The body that agreed this, when, and where the minute says so."),
        # keys that belong elsewhere, and keys made by a comma or a missing space
        ((*P, "rag"), "G", (*P, "rag"), "there is no key rag here", "Delete it: the status is worked out from the figures."),
        ((*P, "extracted"), "2024-10-01", (*P, "extracted"), "there is no key extracted here", "It belongs under evidence. Move it there."),
        ((*P, "decimals"), 1, (*P, "decimals"), "there is no key decimals here", "It belongs at the left edge of the file. Move it there."),
        (("formula",), "a / b", ("formula",), "there is no key formula here", "It belongs under calculation. Move it there."),
        ((*P, "inputs", "234"), None, (*P, "inputs", "234"), "there is a comma before 234, and a comma begins a new item here", "Write numbers without commas: 1234, and not 1,234."),
        ((*P, "inputs", "late:44"), None, (*P, "inputs", "late:44"), "there is no space after the colon", "Write late: 44"),
        ((*P, "checked", "how:again"), None, (*P, "checked", "how:again"), "there is no space after the colon", "Write how: again"),
        ((*P, "value"), "91.0", (*P, "value"), "value says 91.0, which is text", "Write it without quotes: 91.0"),
        ((*P, "target"), "95%", (*P, "target"), "target says 95%, which is not a plain number", "Write it in digits alone: 95"),
        ((*P, "value"), [1], (*P, "value"), "value says a list, but a number belongs here", "Write here: The figure for the period, in digits: 91.0, not 91% or 1,000."),
        ((*P, "value"), True, (*P, "value"), "value says true, but a number belongs here", "Write here: The figure for the period, in digits: 91.0, not 91% or 1,000."),
        ((*P, "target"), [90, 95], (*P, "target"), "target says a list, but a number or keys with values belong here", "Write here: The target for the period, in the measure's unit; low and high for a range."),
        (("decimals",), Decimal("1.5"), ("decimals",), "decimals says 1.5, but a whole number belongs here", "Write here: How many decimals the figure is stated to."),
        (("decimals",), 7, ("decimals",), "decimals says 7, which is too large", "The most is 6."),
        (("due_after_days",), -1, ("due_after_days",), "due_after_days says -1, which is too small", "The least is 0."),
        (("due_after_days",), "45 days", ("due_after_days",), "due_after_days says 45 days, which is not a plain number", DIGITS),
        (("supports", "sdgs", 1), 18, ("supports", "sdgs", 1), "item 2 of sdgs says 18, which is too large", "The most is 17."),
        (("trend",), {"material": 0}, ("trend", "material"), "material says 0, which is too small", "Write a number above 0."),
        (("trend",), {"material": Decimal("-1.5")}, ("trend", "material"), "material says -1.5, which is too small", "Write a number above 0."),
        # choices
        (("level",), "strategical", ("level",), "level says strategical, which is not one of the choices", "Write strategic instead. The choices are: strategic, operational, front-line."),
        (("direction",), "Higher", ("direction",), "direction says Higher, which is not one of the choices", "Write higher instead. The choices are: higher, lower, range, plan, none."),
        (("direction",), "up", ("direction",), "direction says up, which is not one of the choices", "Write one of: higher, lower, range, plan, none."),
        (("direction",), "H", ("direction",), "direction says H, which is not one of the choices", "Write higher instead. The choices are: higher, lower, range, plan, none."),
        (("kind",), None, ("kind",), "kind is empty", "Write one of: quantitative, qualitative."),
        (("kind",), [1], ("kind",), "kind says a list, which is not one of the choices", "Write one of: quantitative, qualitative."),
        # dates, ids, periods and text
        (("agreed", "on"), "2024-02-30", ("agreed", "on"), "on says 2024-02-30, which is not of the right form", DATE),
        (("agreed", "on"), "22/07/2024", ("agreed", "on"), "on says 22/07/2024, which is not of the right form", "Write 2024-07-22, if 22 July 2024 is meant."),
        (("agreed", "on"), "20240722", ("agreed", "on"), "on says 20240722, which is not of the right form", DATE),
        (("agreed", "on"), 2024, ("agreed", "on"), "on says 2024, which is not of the right form", DATE),
        (("agreed", "by"), "Housing SMT", ("agreed", "by"), "by says Housing SMT, which is not of the right form", such_as("housing-smt")),
        (("owner",), "advice_team_leader", ("owner",), "owner says advice_team_leader, which is not of the right form", such_as("advice-team-leader")),
        (("owner",), "Ash Example", ("owner",), "owner says Ash Example, which is not of the right form", "Write the id of a role in council.yaml, and never a person's name."),
        (("owner",), "x" * 81, ("owner",), "owner is too long", "Use at most 80 characters; this has 81."),
        (("supports", "commitments", 0), "GC1-M1-C1", ("supports", "commitments", 0), "item 1 of commitments says GC1-M1-C1, which is not of the right form", "Write grand challenge, mission and commitment, such as gc1-m3-c5."),
        (("supports", "commitments"), "gc1-m1-c1", ("supports", "commitments"), "commitments says gc1-m1-c1, but a list belongs here", "Put it between [ and ]: [gc1-m1-c1]. Ids of the commitments that it measures."),
        (("supports", "missions"), ["m1"], ("supports", "missions", 0), "item 1 of missions says m1, which is not of the right form", "Write grand challenge and mission, such as gc1-m3."),
        (("supports", "sdgs"), [1, 1], ("supports", "sdgs"), "sdgs says the same twice", "Keep one of the two."),
        (("supports",), {}, ("supports",), "supports is empty", "Fill it in: What the measure helps to show: commitments, missions, statutory duties, goals."),
        ((*P, "period"), "Q2 2024-25", (*P, "period"), "period says Q2 2024-25, which is not of the right form", "Write 2024-25 Q2."),
        ((*P, "period"), "last summer", (*P, "period"), "period says last summer, which is not of the right form", PERIOD),
        ((*P, "period"), 24, (*P, "period"), "period says 24, which is too small", "The least is 1900."),
        (("title",), None, ("title",), "title is empty", f"Write text, or delete the line. {TITLE}"),
        (("title",), "", ("title",), "title is empty", f"Fill it in: {TITLE}"),
        (("title",), " ", ("title",), "title is empty", f"Fill it in: {TITLE}"),
        (("title",), "Folded text\n", ("title",), "title says Folded text, which is not of the right form", LINE),
        (("title",), "x" * 401, ("title",), "title is too long", "Use at most 400 characters; this has 401."),
        (("title",), 2024, ("title",), "title says 2024, which is not text", 'Put it in quotes: "2024"'),
        (("title",), False, ("title",), "title says false, which is not text", 'Put it in quotes: "false"'),
        (("title",), {"Note": "x"}, ("title",), "title says keys with values, but text belongs here", f"Put the text in quotes if it has a colon or a bracket in it. {TITLE}"),
        (("definition",), "\n", ("definition",), "definition is empty", "Fill it in: Exactly what is counted, and what is left out. Markdown."),
        (("definition",), "x" * 20_001, ("definition",), "definition is too long", "Use at most 20,000 characters; this has 20,001."),
        ((*P, "checked", "how"), "Looked", (*P, "checked", "how"), "how is too short", "Say more: What the checker repeated: recomputed from the extract, traced to the source, compared with last period."),
        ((*P, "provisional"), "yes", (*P, "provisional"), "provisional says yes, but true or false belongs here", "Write true."),
        ((*P, "evidence", "sha256"), "abc", (*P, "evidence", "sha256"), "sha256 says abc, which is not of the right form", "Paste the 64 characters of the file's SHA-256, in small letters."),
        ((*P, "evidence", "file"), "../x.csv", (*P, "evidence", "file"), "file says ../x.csv, which is not of the right form", "Write the name of a CSV file beside the measure, in small letters: cases-2024-25-q1.csv."),
        (("periods", 1), None, ("periods", 1), "item 2 of periods is empty", "Write keys with values, or delete the line. The target and the result for one period, and everything that stands behind it."),
        (("periods",), {"period": 1}, ("periods",), "periods says keys with values, but a list belongs here", "Start each entry with a hyphen on a line of its own. One entry a period, oldest first."),
        (("periods",), [{"period": "2024-25 Q1"}] * 401, ("periods",), "periods has too many entries", "Keep at most 400 entries; there are 401."),
        (("calculation", "formula"), 5, ("calculation", "formula"), "formula says 5, which is not text", 'Put it in quotes: "5"'),
    ],
)  # fmt: skip
def test_a_fault_in_a_measure_says_where_what_and_how_to_mend_it(
    at: Pointer, new: Any, where: Pointer, message: str, fix: str
) -> None:
    assert complaints(MEASURE, (at, new)) == [(where, message, fix)]


@pytest.mark.parametrize(
    ("path", "at", "new", "where", "message", "fix"),
    [
        ("council.yaml", ("contacts", 0, "email"), ..., ("contacts", 0), "email or url is missing", "Add email or url."),
        ("council.yaml", ("contacts", 0, "email"), "at example", ("contacts", 0, "email"), "email says at example, which is not of the right form", "Write a mailbox, such as performance@council.example."),
        ("council.yaml", ("contacts",), [], ("contacts",), "contacts is empty", "Fill it in: Where to ask. Role mailboxes or pages, never a person's own address."),
        ("council.yaml", ("site", "address"), "www.x.example", ("site", "address"), "address says www.x.example, which is not of the right form", "Write the whole address, starting with https://, without spaces."),
        ("council.yaml", ("year_starts",), "April", ("year_starts",), "year_starts says April, which is not a plain number", DIGITS),
        ("council.yaml", ("year_starts",), 13, ("year_starts",), "year_starts says 13, which is too large", "The most is 12."),
        ("council.yaml", ("policy", "Late Figure"), {"severity": "off", "reason": "x"}, ("policy", "Late Figure"), "the key Late Figure is not of the right form", such_as("late-figure")),
        ("council.yaml", ("policy", "figure-is-overdue", "severity"), "warn", ("policy", "figure-is-overdue", "severity"), "severity says warn, which is not one of the choices", "Write warning instead. The choices are: error, warning, off."),
        ("council.yaml", ("policy", "figure-is-overdue", "reason"), ..., ("policy", "figure-is-overdue"), "reason is missing", "Add reason: Why the council departs from the default."),
        ("council.yaml", ("framework", "version"), 2, ("framework", "version"), "version says 2, which is not text", 'Put it in quotes: "2"'),
        ("commitments/plan.yaml", ("from",), "2023", ("from",), "from says 2023, which is text", "Write it without quotes: 2023"),
        ("commitments/plan.yaml", ("challenges", 0, "id"), "gc-1", ("challenges", 0, "id"), "id says gc-1, which is not of the right form", "Write a grand challenge, such as gc1."),
        (COMMITMENT, ("actions", 0, "milestones", 0, "updates", 0, "status"), "Green", ("actions", 0, "milestones", 0, "updates", 0, "status"), "status says Green, which is not one of the choices", "Write green instead. The choices are: green, amber, red."),
        (COMMITMENT, ("actions", 0, "milestones", 0, "updates", 0, "assessed", "on"), "yesterday", ("actions", 0, "milestones", 0, "updates", 0, "assessed", "on"), "on says yesterday, which is not of the right form", DATE),
        (COMMITMENT, ("contributing_services", 0), None, ("contributing_services", 0), "item 1 of contributing_services is empty", "Write text, or delete the line. Other services that take part: ids in council.yaml."),
        ("reports/2025-05-14-scrutiny.yaml", ("recommendations", 0), {"Note": "x"}, ("recommendations", 0), "item 1 of recommendations says keys with values, but text belongs here", "Put the text in quotes if it has a colon or a bracket in it. What the body is asked to do."),
        ("reports/2025-05-14-scrutiny.yaml", ("implications", "climat"), "x", ("implications", "climat"), "there is no key climat here", "Delete it: climate is there already."),
    ],
)  # fmt: skip
def test_a_fault_in_another_file_is_told_as_well(
    path: str, at: Pointer, new: Any, where: Pointer, message: str, fix: str
) -> None:
    assert complaints(path, (at, new)) == [(where, message, fix)]


def test_each_missing_partner_is_told_once() -> None:
    told = complaints(MEASURE, (("calculation", "inputs"), ...), (("calculation", "example"), ...))
    assert {words for _, words, _ in told} >= {
        "formula is given without inputs",
        "formula is given without example",
    }
    assert len(told) == len(set(told))


@pytest.mark.parametrize(
    ("typed", "fix"),
    [
        ("95%", "Write it in digits alone: 95"),
        ("95 %", "Write it in digits alone: 95"),
        ("95 per cent", "Write it in digits alone: 95"),
        ("1,000", "Write it in digits alone: 1000"),
        ("1,234,567.8", "Write it in digits alone: 1234567.8"),
        ("1 000", "Write it in digits alone: 1000"),
        ("1_000", "Write it in digits alone: 1000"),
        ("£5", "Write it in digits alone: 5"),
        ("£1,200.50", "Write it in digits alone: 1200.50"),
        ("-£5", "Write it in digits alone: -5"),
        ("£-5", "Write it in digits alone: -5"),
        ("\u22125", "Write it in digits alone: -5"),
        ("012", "Write it in digits alone: 12"),
        ("-007.5", "Write it in digits alone: -7.5"),
        ("00", "Write it in digits alone: 0"),
        (".5", "Write it in digits alone: 0.5"),
        ("-.5", "Write it in digits alone: -0.5"),
        ("+5", "Write it in digits alone: 5"),
        (" 5 ", "Write it in digits alone: 5"),
        ("91", "Write it without quotes: 91"),
        ("-0.5", "Write it without quotes: -0.5"),
        ("91,5", DIGITS),
        ("1,00", DIGITS),
        ("1.000,5", DIGITS),
        ("1.2.3", DIGITS),
        ("1e3", DIGITS),
        ("12:30", DIGITS),
        ("0x1f", DIGITS),
        (".nan", DIGITS),
        ("<5", DIGITS),
        ("5-10", DIGITS),
        ("ten", DIGITS),
        ("%", DIGITS),
        ("£", DIGITS),
        ("", DIGITS),
        ("1.²", DIGITS),
        ("2024-07-22", DIGITS),
    ],
)
def test_a_number_typed_in_another_way_is_written_out_only_where_it_is_certain(
    typed: str, fix: str
) -> None:
    assert number_fix(typed) == fix


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "nothing"),
        (True, "true"),
        (5, "5"),
        (Decimal("91.0"), "91.0"),
        (Decimal("1E+3"), "1000"),
        ([1], "a list"),
        ({"a": 1}, "keys with values"),
        ("two\n  lines\n", "two lines"),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 57 + "..."),
    ],
)
def test_a_value_is_shown_short_and_on_one_line(value: Value, text: str) -> None:
    assert shown(value) == text


def test_the_councils_files_are_where_the_tests_look() -> None:
    assert (HERE / MEASURE).is_file()


@pytest.mark.parametrize(
    "unit",
    ["percent", "percentage-points", "pounds", "pounds per person", "days per 1,000 people", "people",
     "date", "weak < adequate < good", "tonnes CO₂ equivalent", "degrees Celsius", "m²", "°C", "km/h"],
)  # fmt: skip
def test_a_unit_is_any_words_in_latin_letters(unit: str) -> None:
    assert UNIT.is_valid(unit)


@pytest.mark.parametrize(
    "unit",
    ["%", "% of cases", "per cent", "per-cent", "Percent", "PERCENT", "percentage", "percent of cases",
     "percentage points", "p\u0435rcent", "£", "£ million", " days", "days ", "", "per\u00a0cent"],
)  # fmt: skip
def test_percent_and_pounds_have_one_spelling(unit: str) -> None:
    """The tolerance asked for, the framing and the percent sign hang on the word."""
    assert not UNIT.is_valid(unit)


UNIT = jsonschema_rs.validator_for(
    {"pattern": SCHEMAS.documents[COMMON]["$defs"]["unit"]["pattern"], "minLength": 1}
)
