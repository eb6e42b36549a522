"""SARIF, read by a reader that others wrote."""

import json
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote_to_bytes

import pytest
from pydantic import BaseModel
from sarif_pydantic import Level, Result, Sarif  # type: ignore[import-untyped]  # none

from generator.model.finding import Finding
from generator.reporting.report import Report
from generator.reporting.sarif import FINGERPRINT, as_sarif
from generator.rules.checks.all_rules import EVERY_RULE
from tests.reporting.cases import ERROR, HOSTILE, WARNING, hostile, report


def read(these: Report) -> Sarif:
    """What the reader makes of the report."""
    return Sarif.model_validate_json(as_sarif(these))


def results(these: Report) -> list[Result]:
    """The results of the one run."""
    return list(read(these).runs[0].results or ())


def fingerprints(these: Report) -> list[str]:
    """What tells each result from the others."""
    return [(one.partial_fingerprints or {})[FINGERPRINT] for one in results(these)]


def unread(part: object) -> Iterator[str]:
    """Every key that the reader does not know."""
    if isinstance(part, BaseModel):
        yield from part.model_extra or ()
        for name in type(part).model_fields:
            yield from unread(getattr(part, name))
    elif isinstance(part, list | tuple):
        for item in part:
            yield from unread(item)


def test_the_reader_knows_every_key() -> None:
    # The specification has columnKind too (3.14.17); the reader passes over it.
    assert list(unread(read(report(ERROR, WARNING)))) == ["columnKind"]


def test_every_rule_is_there_with_its_reason_and_both_examples() -> None:
    driver = read(report()).runs[0].tool.driver
    assert (driver.name, driver.version) == ("Aboveboard", "1.2.3")
    told = json.loads(as_sarif(report()))["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in told] == list(EVERY_RULE)
    for rule, ours in zip(told, EVERY_RULE.values(), strict=True):
        assert rule["shortDescription"]["text"].endswith(".")
        assert rule["fullDescription"]["text"].startswith(rule["shortDescription"]["text"])
        assert all(part in rule["help"]["text"] for part in (ours.why, ours.wrong, ours.right))
        assert all(part in rule["help"]["markdown"] for part in (ours.wrong, ours.right))
        assert rule["defaultConfiguration"] == {"level": ours.severity.value}


def test_a_result_has_its_rule_level_place_and_words() -> None:
    error, warning = results(report(ERROR, WARNING, prefix="content/"))
    assert (error.level, warning.level) == (Level.ERROR, Level.WARNING)
    assert [list(EVERY_RULE)[one.rule_index or 0] for one in (error, warning)] == [
        *(ERROR.rule, WARNING.rule)
    ]
    assert error.rule_id == ERROR.rule
    assert error.message.text == f"{ERROR.message}. {ERROR.fix}"
    assert error.locations
    place = error.locations[0].physical_location
    assert place
    assert place.artifact_location
    assert place.artifact_location.uri == f"content/{ERROR.path}"
    assert place.region
    assert (place.region.start_line, place.region.start_column) == (14, 5)


def test_a_fingerprint_stays_when_lines_move() -> None:
    moved = replace(ERROR, line=40, column=9)
    assert fingerprints(report(ERROR, WARNING)) == fingerprints(report(moved, WARNING))


@pytest.mark.parametrize(
    "other",
    [
        replace(ERROR, rule="schema"),
        replace(ERROR, path="measures/x.yaml"),
        replace(ERROR, message="another"),
    ],
)
def test_a_fingerprint_tells_findings_apart(other: Finding) -> None:
    assert fingerprints(report(ERROR)) != fingerprints(report(other))


def test_findings_that_say_the_same_have_fingerprints_of_their_own() -> None:
    assert len(set(fingerprints(report(ERROR, replace(ERROR, line=20))))) == 2


def test_the_address_of_a_file_is_its_name_whatever_letters_it_has() -> None:
    awkward = replace(ERROR, path="measures/a b#c%41é\udce9.yaml")
    (locations,) = [one.locations for one in results(report(awkward))]
    assert locations
    place = locations[0].physical_location
    assert place
    assert place.artifact_location
    uri = place.artifact_location.uri or ""
    assert uri.isascii()
    assert unquote_to_bytes(uri) == "measures/a b#c%41é".encode() + b"\xe9.yaml"


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_read_back_and_makes_no_link(text: str) -> None:
    (result,) = results(report(hostile(text)))
    assert "](" not in (result.message.text or "")
