"""The data files: complete, exact, and worked out again from their own columns."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.command import COUNCIL
from tests.helpers import ROOT
from tests.pages.figures import (
    PERIODS,
    Row,
    columns_of,
    judged,
    rows_of,
    stated_target,
    yaml_files,
    yaml_of,
)
from tests.pages.reading import read_site

NAMES = [
    "periods",
    "years",
    "overrides",
    "revisions",
    "releases",
    "measures",
    "commitments",
    "milestones",
    "rollups",
    "targets",
    "assurance",
    "adherence",
    "variation",
    "breakdowns",
]
MAY_BE_EMPTY = ("overrides", "revisions", "releases", "breakdowns")
"""Of which a council may have none."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
# The council's software takes no figure with an exponent, so neither does this reading.
GLASGOW_BANDS = (Decimal("2.49"), Decimal("4.99"))


@pytest.mark.parametrize("name", NAMES)
def test_a_csv_is_as_rfc_4180_has_it(site: Path, name: str) -> None:
    text = (site / "data" / f"{name}.csv").read_bytes()
    assert not text.startswith(b"\xef\xbb\xbf")
    assert text.endswith(b"\r\n")
    rows = rows_of(site / "data" / f"{name}.csv")
    assert rows or name in MAY_BE_EMPTY
    assert all(None not in row and None not in row.values() for row in rows)
    lines_within_cells = sum(cell.count("\n") for row in rows for cell in row.values())
    assert text.count(b"\r\n") == len(rows) + 1
    assert text.count(b"\n") == len(rows) + 1 + lines_within_cells


@pytest.mark.parametrize("name", NAMES)
def test_the_json_is_the_csv_row_by_row(site: Path, name: str) -> None:
    read = json.loads((site / "data" / f"{name}.json").read_bytes())
    rows = rows_of(site / "data" / f"{name}.csv")
    assert [{key: _unguarded(cell) for key, cell in row.items()} for row in rows] == read


def _unguarded(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:] if cell.startswith("'") and cell[1:2] in FORMULA else cell


@pytest.mark.parametrize("name", NAMES)
def test_the_json_is_valid_by_the_schema_beside_it(site: Path, name: str) -> None:
    schema = json.loads((site / "data" / f"{name}.schema.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    read = json.loads((site / "data" / f"{name}.json").read_bytes())
    assert list(Draft202012Validator(schema).iter_errors(read)) == []
    broken = [{**dict.fromkeys(columns_of(site / "data" / f"{name}.csv"), ""), "surprise": "1"}]
    assert list(Draft202012Validator(schema).iter_errors(broken)) != []


@pytest.mark.parametrize("name", NAMES)
def test_no_cell_can_be_taken_for_a_formula(site: Path, name: str) -> None:
    cells = [cell for row in rows_of(site / "data" / f"{name}.csv") for cell in row.values()]
    risky = [cell for cell in cells if cell.startswith(FORMULA)]
    assert [cell for cell in risky if not _is_a_number(cell)] == []


def _is_a_number(cell: str) -> bool:
    return cell.startswith("-") and cell[1:].replace(".", "", 1).isdecimal()


@pytest.mark.parametrize("name", NAMES)
def test_every_column_is_explained_on_the_data_page(site: Path, name: str) -> None:
    (section,) = [
        node
        for node in read_site(site)["data/index.html"].main.all("section")
        if node.get("aria-labelledby") == name
    ]
    heads = [node.words for node in section.all("th") if node.get("scope") == "row"]
    assert heads == columns_of(site / "data" / f"{name}.csv")


def test_periods_csv_has_the_promised_columns(site: Path) -> None:
    first = (site / "data" / "periods.csv").read_text(encoding="utf-8").splitlines()[0]
    assert first == ",".join(PERIODS)


@pytest.mark.parametrize(
    ("built", "root"),
    [("glasgow_site", ROOT), ("council_site", COUNCIL)],
    ids=["glasgow", "made-up"],
)
def test_periods_csv_has_a_row_for_every_period_of_every_measure_file(
    built: str, root: Path, request: pytest.FixtureRequest
) -> None:
    """And rows for figures that are missing and overdue, which are in no file."""
    rows = rows_of(request.getfixturevalue(built) / "data" / "periods.csv")
    typed = []
    for _, data in yaml_files(root, "measures"):
        for period in data["periods"]:
            figures = stated_target(period), period.get("value", "")
            typed.append((data["id"], data["service"], period["period"], *figures))
    keys = ("measure", "service", "period", "target", "value")
    read = [tuple(row[key] for key in keys) for row in rows]
    assert [row for row in read if row in set(typed)] == typed
    extra = [row for row in rows if tuple(row[key] for key in keys) not in set(typed)]
    assert {row["status"] for row in extra} <= {"overdue"}
    assert len({(row["measure"], row["period"]) for row in rows}) == len(rows)


def test_every_outwith_figure_and_status_follows_from_the_columns(glasgow_site: Path) -> None:
    differing = []
    for row in rows_of(glasgow_site / "data" / "periods.csv"):
        if row["value"]:
            expected = judged(row, *GLASGOW_BANDS)
            if (row["outwith"], row["computed_status"]) != (expected.outwith, expected.status):
                differing.append((row, expected))
    assert differing == []


def test_the_bands_of_the_glasgow_site_are_those_of_the_manual() -> None:
    (bands,) = yaml_of(ROOT / "council.yaml")["bands"]
    assert (Decimal(bands["green_up_to"]), Decimal(bands["amber_up_to"])) == GLASGOW_BANDS
    own = [
        data["id"] for _, data in yaml_files(ROOT, "measures") if len(data.get("tolerance", {})) > 1
    ]
    assert own == []


def test_every_outwith_figure_of_the_made_up_council_follows_from_the_columns(
    council_site: Path,
) -> None:
    """Its measures have bands of their own and every direction there is."""
    rows = [row for row in rows_of(council_site / "data" / "periods.csv") if row["value"]]
    assert [row for row in rows if row["outwith"] != judged(row, *GLASGOW_BANDS).outwith] == []
    assert {row["direction"] for row in rows} == {"higher", "lower", "range", "plan", "none"}
    assert {row["basis"] for row in rows} == {"relative", "points", ""}


def test_a_row_without_a_value_has_a_state_and_no_outwith_figure(site: Path) -> None:
    judgements = {"green", "amber", "red"}
    for row in rows_of(site / "data" / "periods.csv"):
        if not row["value"]:
            assert row["outwith"] == ""
            assert row["status"] not in judgements or row["sentence"].startswith("Assessed as")


def test_what_is_shown_is_computed_unless_an_override_is_flagged(site: Path) -> None:
    for row in rows_of(site / "data" / "periods.csv"):
        shown = (
            row["reported_status"]
            if "overridden" in row["flags"].split()
            else row["computed_status"]
        )
        assert row["status"] == shown


def test_every_sentence_ends_in_the_status_that_it_explains(glasgow_site: Path) -> None:
    for row in rows_of(glasgow_site / "data" / "periods.csv"):
        if row["status"] in {"green", "amber", "red"}:
            assert f": {row['status']}" in row["sentence"], row


def test_every_page_named_in_the_data_exists(site: Path) -> None:
    for name in ("measures", "commitments"):
        pages = [row["page"] for row in rows_of(site / "data" / f"{name}.csv")]
        assert [page for page in pages if not (site / page).is_file()] == []


def test_a_measure_page_shows_every_period_that_the_data_hold(site: Path) -> None:
    by_measure: dict[str, list[Row]] = {}
    for row in rows_of(site / "data" / "periods.csv"):
        by_measure.setdefault(row["measure"], []).append(row)
    measures = rows_of(site / "data" / "measures.csv")
    monthly = {row["measure"] for row in measures if row["frequency"] == "monthly"}
    for measure, rows in by_measure.items():
        main = read_site(site)[f"measures/{measure}.html"].main
        shown = [
            cell.words
            for line in next(main.all("table")).one("tbody").all("tr")
            for cell in line.all("th")
        ]
        assert shown == [_said(row["period"], measure in monthly) for row in reversed(rows)]


def _said(label: str, is_month: bool) -> str:
    """A period as pages say it: July 2023 for the month 2023-07."""
    return f"{date.fromisoformat(f'{label}-01'):%B %Y}" if is_month else label


def test_build_json_names_the_day_and_the_framework(glasgow_site: Path) -> None:
    record = json.loads((glasgow_site / "build.json").read_bytes())
    assert set(record) == {"commit", "as_of", "generator", "framework", "files"}
    assert record["as_of"] == "2026-11-23"
    assert record["framework"] == "Performance Manual, version 2, September 2024"
    assert record["generator"].startswith("Aboveboard ")
