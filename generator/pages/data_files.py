"""The data files: every figure as CSV and JSON, for whoever works it out again (design section 6)."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from json.encoder import encode_basestring
from operator import add

from generator.model.cells import harmless_row
from generator.pages.adherence import adherence_rows
from generator.pages.assurance import assurance_rows
from generator.pages.breakdowns import breakdown_rows
from generator.pages.build import Build
from generator.pages.figure_rows import measure_rows, period_rows, year_rows
from generator.pages.overrides import override_rows
from generator.pages.plan_rows import commitment_rows, milestone_rows, roll_up_rows
from generator.pages.releases import release_rows
from generator.pages.revisions import revision_rows
from generator.pages.target_rows import TARGET_COLUMNS, target_rows
from generator.pages.trends import TREND_COLUMNS
from generator.pages.variation_rows import variation_rows

Record = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DataColumn:
    """A column of a data file and what it holds."""

    name: str
    about: str


@dataclass(frozen=True, slots=True)
class DataFile:
    """One data file: its name, columns and rows, every cell a text, empty where there is nothing."""

    name: str
    about: str
    columns: tuple[DataColumn, ...]
    rows: Callable[[Build], Iterator[Record]]


def chunks(rows: Iterator[Record], size: int = 2000) -> Iterator[list[Record]]:
    """Rows in lists of at most `size`."""
    while chunk := list(islice(rows, size)):
        yield chunk


def csv_head(file: DataFile) -> bytes:
    """The first line of a data file as CSV (RFC 4180: commas, CRLF, UTF-8)."""
    return _csv([tuple(column.name for column in file.columns)])


def csv_lines(rows: Iterable[Record]) -> bytes:
    """Rows as CSV; a text that a spreadsheet would take for a formula gets an apostrophe."""
    return _csv(map(harmless_row, rows))


def json_items(file: DataFile, rows: Iterable[Record], *, first: bool) -> bytes:
    """Rows as objects of a JSON list, after the bracket or after the rows before them."""
    keys = [f"{encode_basestring(column.name)}: " for column in file.columns]
    objects = (f"{{{', '.join(map(add, keys, map(encode_basestring, row)))}}}" for row in rows)
    before = "\n" if first else ",\n"
    return (before + ",\n".join(objects)).encode()


def json_schema(file: DataFile) -> bytes:
    """The JSON Schema of a data file's JSON."""
    properties = {
        column.name: {"type": "string", "description": column.about} for column in file.columns
    }
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": file.name,
        "description": file.about,
        "type": "array",
        "items": {
            "type": "object",
            "additionalProperties": False,
            "required": [column.name for column in file.columns],
            "properties": properties,
        },
    }
    return f"{json.dumps(schema, ensure_ascii=False, indent=2)}\n".encode()


def _csv(rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()


def _columns(**about: str) -> tuple[DataColumn, ...]:
    return tuple(DataColumn(name, words) for name, words in about.items())


DATA_FILES = (
    DataFile(
        "periods",
        "one row a measure and period",
        _columns(
            measure="The id of the measure.",
            service="The id of the service that answers for it.",
            period="The period as its file has it: 2024-25, 2024-25 Q2, or 2023-07 for July 2023.",
            target="The target in the unit; low..high for a range.",
            value="The result in the unit.",
            unit="What the value counts.",
            direction="Which way is better: higher, lower, range, plan or none.",
            basis="Whether outwith is relative (per cent of the target) or in points; empty if not rated.",
            outwith="How far outwith target, rounded half up to two decimals; negative when better.",
            computed_status="What the figures give.",
            reported_status="What the management team reports instead, if it does.",
            status="What is shown: green, amber, red or a state.",
            flags="Markers beside the status, with spaces between them.",
            caveats="What a reader must know before using this figure.",
            sentence="How the status follows from the figures.",
            rule="The bands that rated it: corporate or the measure's own, from which day, and how their gaps are read; empty if it was not compared.",
            forecast="The figure expected at the year's end.",
            forecast_status="The status that it would have: a forecast, never a result.",
            forecast_sentence="How that follows.",
            second_check="How far the history of the files bears out that another person checked the figure: proven, asserted or missing; empty if it needs no check, or the site was built without a history.",
        ),
        period_rows,
    ),
    DataFile(
        "years",
        "one row a measure and financial year that its months or quarters make up",
        _columns(
            measure="The id of the measure.",
            year="The financial year.",
            target="The target of the year, or of the year so far.",
            value="The figure of the year so far; empty where a period has none.",
            periods="How many of its periods are due.",
            of="How many periods a year has.",
            how="How they make up the year.",
            status="The status of the year so far.",
            sentence="How it follows, or why there is no figure.",
        ),
        year_rows,
    ),
    DataFile(
        "overrides",
        "one row a reported colour that differs from the computed",
        _columns(
            item="The id of the measure; for an action its commitment, a slash and its id.",
            service="The id of the service that answers for it.",
            period="The period; empty for an action.",
            computed_status="What the figures give.",
            reported_status="What the management team reports.",
            outcome="stands, expired, or refused because something is missing.",
            reason="The reason that is given.",
            approved_by="The role that approved it.",
            second_approver="The second role, for a better colour.",
            on="The date of the approval.",
            expires="The last day on which it counts.",
        ),
        override_rows,
    ),
    DataFile(
        "revisions",
        "one row a change to a published figure",
        _columns(
            measure="The id of the measure.",
            service="The id of the service that answers for it.",
            period="The period.",
            on="The date of the change.",
            old_value="The figure before.",
            new_value="The figure after.",
            type="scheduled, unscheduled or correction.",
            old_status="What the period was with the old figure.",
            new_status="What it is with the new one.",
            reason="Why it changed.",
            told="Who was told.",
        ),
        revision_rows,
    ),
    DataFile(
        "measures",
        "one row a measure",
        _columns(
            measure="The id of the measure.",
            title="Its title.",
            service="The id of the service that answers for it.",
            kind="quantitative or qualitative.",
            level="strategic, operational or front-line.",
            unit="What the figure counts.",
            direction="Which way is better.",
            frequency="How often there is a figure.",
            owner="The role that answers for it.",
            backup="The role that can work it out when the owner is away.",
            supports="Commitments and missions that it supports.",
            current_period="The latest period that is due.",
            current_value="Its result.",
            current_status="Its status.",
            publisher="The publisher of the source, for published statistics.",
            licence="The licence of the source.",
            page="The page of the measure in this site.",
            **TREND_COLUMNS,
            variation="What the latest figure signals: common, improvement, concern, rising or falling; empty without limits.",
            assurance="consistently-passes, consistently-fails or hit-and-miss; empty without limits or agreed target.",
        ),
        measure_rows,
    ),
    DataFile(
        "variation",
        "one row a measure and period that has limits",
        _columns(
            measure="The id of the measure.",
            period="The period as its file has it: 2024-25, 2024-25 Q2, or 2023-07 for July 2023.",
            value="The result in the unit.",
            centre="The mean, rounded half up to two decimals more than the measure has.",
            lower="The lower limit, rounded likewise and not cut off at zero.",
            upper="The upper limit, rounded likewise and not cut off at 100%.",
            kind="common, improvement, concern, rising or falling; compared before anything is rounded.",
            rules="Why it is not common: beyond-limit, trend, two-of-three, run, with spaces between them.",
        ),
        variation_rows,
    ),
    DataFile(
        "breakdowns",
        "one row a measure, group and period, for measures with figures of groups",
        _columns(
            measure="The id of the measure.",
            service="The id of the service that answers for it.",
            breakdown="What the figures are divided by.",
            group="The group.",
            period="The period as its file has it: 2024-25, 2024-25 Q2, or 2023-07 for July 2023.",
            value="The figure of the group in the unit.",
            unit="What the value counts.",
        ),
        breakdown_rows,
    ),
    DataFile(
        "commitments",
        "one row a commitment",
        _columns(
            commitment="The id of the commitment.",
            challenge="The id of its grand challenge.",
            mission="The id of its mission.",
            number="Its number within the mission.",
            text="The commitment.",
            lead_service="The service that leads.",
            contributing_services="Other services that take part.",
            owner="The role that answers for it.",
            backup="The role that acts when the owner is away.",
            milestones="How many milestones it has.",
            page="The page of the commitment in this site.",
            status="The worst of its actions and of the measures that support it directly.",
            rated="How many of its milestones and measures have a colour.",
            total="How many milestones and measures it has, each once.",
            counts="How many of them have each status: red:1 green:2.",
        ),
        commitment_rows,
    ),
    DataFile(
        "milestones",
        "one row a milestone",
        _columns(
            commitment="The id of the commitment.",
            action="The id of the action within the commitment.",
            milestone="The id of the milestone within the commitment.",
            title="Its title.",
            lead_service="The service that leads.",
            due="The date by which it is to be reached.",
            state="current, complete, deferred or cancelled.",
            period="The period last reported on.",
            status="What is shown: green, amber, red or a state.",
            progress="What was done.",
            planned="What is done next.",
            computed_status="What judgements, due date and dependencies give.",
            reported_status="The status last reported.",
            sentence="How the status follows.",
        ),
        milestone_rows,
    ),
    DataFile(
        "rollups",
        "one row an input of each roll-up",
        _columns(
            of="What is rolled up: action, commitment, mission, challenge or plan.",
            id="Its id; an action's stands behind that of its commitment and a slash.",
            status="Its status; empty for a mission, a challenge and the plan, which only count.",
            input_kind="What the input is: milestone, measure, action or commitment.",
            input="The id of the input, with that of its commitment before a slash.",
            input_status="The status of the input.",
        ),
        roll_up_rows,
    ),
    DataFile(
        "targets",
        "one row a new target, a colour that hangs on its framing, or an unusual figure",
        _columns(**TARGET_COLUMNS),
        target_rows,
    ),
    DataFile(
        "assurance",
        "one row a measure and test of an auditor",
        _columns(
            measure="The id of the measure.",
            service="The id of the service that answers for it.",
            test="definition, recompute, evidence, second-check, timeliness or revisions.",
            outcome="passes, fails or not-asked.",
            reason="Why.",
        ),
        assurance_rows,
    ),
    DataFile(
        "adherence",
        "one row a clause of the manual and service where its rules find something",
        _columns(
            clause="The number of the clause.",
            topic="The part of the manual.",
            text="What is asked, in our own words.",
            controls="Rules, pages and commands, with spaces between them.",
            result="Holds, To put right, Shown, or Left to people.",
            service="The id of the service; empty for all of them, and for what belongs to none.",
            findings="How much its rules find there; empty without a rule.",
        ),
        adherence_rows,
    ),
    DataFile(
        "releases",
        "one row a state of the site that is kept for ever, oldest first",
        _columns(
            release="The name of the release, and of its tag.",
            commit="The commit that was published.",
            as_of="The day that overdue and released meant in it.",
            content="The SHA-256 of the list of its content files and their SHA-256.",
            site="The SHA-256 of its build.json.",
            generator="The program that built it.",
            previous="The digest of the release before; empty for the first.",
            digest="The SHA-256 of the seven cells before, each followed by a line feed.",
        ),
        release_rows,
    ),
)
"""Every data file, in the order in which the data page lists them."""
