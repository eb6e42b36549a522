"""Records: each is built from the words of its schema, and each schema from its record."""

import types
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

from generator.loading.load import load
from generator.loading.records import build
from generator.loading.schema import KINDS
from generator.model.finding import Finding
from generator.model.measure import Caveat, Evidence, PeriodEntry, Range
from generator.model.period import PeriodLabel, parse_period
from generator.model.words import Direction, Frequency, Status
from generator.resources import schemas
from generator.sources import Folder
from tests.loading.council import HERE
from tests.loading.test_schema import RECORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    """A record within a record."""

    from_: date
    share: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outer:
    """A record with a field of every kind that the model has."""

    path: str
    text: str
    count: int = 0
    exact: Decimal = Decimal(0)
    yes: bool = False
    day: date | None = None
    word: Direction = Direction.NONE
    label: PeriodLabel | None = None
    labels: tuple[PeriodLabel, ...] = ()
    words: tuple[Status, ...] = ()
    inner: Inner | None = None
    inners: tuple[Inner, ...] = ()
    either: Decimal | Inner | None = None
    numbers: Mapping[str, Decimal] | None = None
    texts: Mapping[str, str] | None = None


@pytest.mark.parametrize(
    ("key", "typed", "attribute"),
    [
        ("count", 3, 3),
        ("count", Decimal("3.0"), 3),
        ("exact", 3, Decimal(3)),
        ("exact", Decimal("3.10"), Decimal("3.10")),
        ("yes", True, True),
        ("day", "2024-02-29", date(2024, 2, 29)),
        ("word", "higher", Direction.HIGHER),
        ("label", "2024-25 Q1", "2024-25 Q1"),
        ("label", 2024, "2024"),
        ("labels", [2023, "2024-25"], ("2023", "2024-25")),
        ("words", ["red", "not-rated"], (Status.RED, Status.NOT_RATED)),
        ("words", [], ()),
        ("inner", {"from": "2024-04-01"}, Inner(from_=date(2024, 4, 1))),
        (
            "inners",
            [{"from": "2024-04-01", "share": 1}],
            (Inner(from_=date(2024, 4, 1), share=Decimal(1)),),
        ),
        ("either", 5, Decimal(5)),
        ("either", {"from": "2024-04-01"}, Inner(from_=date(2024, 4, 1))),
        ("numbers", {"a": 1}, {"a": Decimal(1)}),
        ("texts", {"a": "1"}, {"a": "1"}),
    ],
)
def test_what_was_typed_becomes_an_attribute(key: str, typed: Any, attribute: Any) -> None:
    record = build(Outer, {"text": "x", key: typed}, path="a.yaml")
    made = getattr(record, key)
    assert made == attribute
    assert type(made) is type(attribute)
    assert record.path == "a.yaml"


def test_a_record_is_built_from_keys_that_are_words_of_python() -> None:
    caveat = build(Caveat, {"text": "New system.", "from": "2024-25 Q1"})
    assert (caveat.text, caveat.from_) == ("New system.", "2024-25 Q1")
    period = parse_period("2024", Frequency.CALENDAR_YEAR)
    assert build(PeriodEntry, {"break": "New boundary"}, period=period).break_ == "New boundary"


def test_a_target_is_a_number_or_a_range() -> None:
    period = parse_period("2024", Frequency.CALENDAR_YEAR)
    assert build(PeriodEntry, {"target": 95}, period=period).target == Decimal(95)
    between = build(PeriodEntry, {"target": {"low": 1, "high": 2}}, period=period).target
    assert between == Range(low=Decimal(1), high=Decimal(2))


def test_what_is_not_typed_has_its_default() -> None:
    assert build(Evidence, {"source": "x"}) == Evidence(source="x")


def test_a_field_that_no_builder_knows_is_a_fault_of_ours() -> None:
    @dataclass(frozen=True)
    class Odd:
        odd: complex

    with pytest.raises(TypeError, match=r"^no builder for <class 'complex'>$"):
        build(Odd, {"odd": 1})


PREPARED = {"period", "formula", "inputs"}
"""Keys that are prepared before a record is built."""


def differences(record: type, part: Mapping[str, Any], kind: str, at: str) -> list[str]:
    """Where a record and its schema differ: keys, what is required, and words to choose from."""
    hints = get_type_hints(record)
    keys = {field.name.removesuffix("_"): field for field in fields(record)}
    keys.pop("path", None)
    found = [f"{at}: only the record has {key}" for key in keys.keys() - part["properties"].keys()]
    for key, words in part["properties"].items():
        if key == "every_period":
            continue
        if key not in keys:
            found.append(f"{at}: only the schema has {key}")
            continue
        needed = keys[key].default is MISSING and keys[key].default_factory is MISSING
        if needed and key not in part.get("required", ()) and key not in LATER:
            found.append(f"{at}: the record needs {key}, the schema does not")
        found += _differences(hints[keys[key].name], words, kind, f"{at}.{key}")
    return found


LATER = {"by", "on", "how", "source"}
"""Keys that preparation asks for, because they may be said once for every period."""


def _differences(hint: Any, words: Mapping[str, Any], kind: str, at: str) -> list[str]:
    part, home = schemas()._resolved(words, kind)
    inner = [each for each in get_args(hint) if each is not types.NoneType]
    if get_origin(hint) in (Union, types.UnionType):
        return [line for each in inner for line in _differences(each, part, home, at)]
    if get_origin(hint) is tuple:
        return _differences(inner[0], part["items"], home, f"{at}[]")
    if get_origin(hint) is not None and issubclass(get_origin(hint), Mapping):
        return _differences(inner[1], part["additionalProperties"], home, f"{at}{{}}")
    if is_dataclass(hint) and isinstance(hint, type) and "properties" in part:
        return differences(hint, part, home, at)
    if isinstance(hint, type) and issubclass(hint, Enum) and "enum" in part:
        strange = set(part["enum"]) - {member.value for member in hint}
        return [f"{at}: the record does not know {word}" for word in strange]
    return []


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_and_its_record_have_the_same_keys(kind: str) -> None:
    assert differences(RECORDS[kind], schemas().documents[kind], kind, kind) == []


def test_no_record_of_the_council_can_be_changed() -> None:
    catalogue = load(Folder(HERE), schemas()).catalogue
    assert catalogue
    with pytest.raises(AttributeError):
        catalogue.council.name = "Another"  # type: ignore[misc]  # that is what is tried
    assert is_dataclass(Finding)
