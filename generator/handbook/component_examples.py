"""What the components of the handbook show: one made-up measure, and a few made-up words."""

from datetime import date
from decimal import Decimal

from generator.model.council import Bands, Council, council_of
from generator.model.measure import Measure, PeriodEntry, Supports
from generator.model.period import parse_period
from generator.model.words import Direction, Frequency, Kind, Level, Status
from generator.pages import parts
from generator.pages.breakdowns import GroupLine
from generator.pages.chart import chart
from generator.pages.figures import MeasureRow, MeasuresTable, segments
from generator.pages.history import HistoryView
from generator.pages.parts import Cell, Column, Fact, Link, Prose, Row
from generator.pages.periods import PeriodRow, PeriodsTable
from generator.pages.spark import spark
from generator.pages.status_words import status_view
from generator.pages.trends import current_trend, trend_rows
from generator.pages.yearly import ForecastBox
from generator.rules.rated import RatedMeasure, rate_measure

Given = dict[str, tuple[object, ...]]
"""What each component is given, by its name."""

GREEN, AMBER, RED = map(status_view, (Status.GREEN, Status.AMBER, Status.RED))
OVERDUE = status_view(Status.OVERDUE)
TITLE, HERE = "Street lights repaired within seven days", "#measure-card"
PERIOD, VALUE = "2024-25 Q4", "91.5%"
SENTENCE = "91.5% is 3.68% outwith the target of 95%: amber (2.5% to 4.99%)."
LINKS = (
    Link(HERE, TITLE, "Roads and Lighting", AMBER),
    Link("#link-list", "Lights that stay on by day", "Roads and Lighting", OVERDUE),
)
FACTS = (
    Fact("Owner", "Lighting Manager", "Answers for the figure"),
    Fact("Reported status", "Repairs waited for parts.", status=AMBER),
)


def examples() -> Given:
    """What is given to each component that is shown."""
    item = street_lights()
    return {**_statuses(item), **_figures(item), **_texts(), **_tables(item), **_forms()}


def street_lights() -> RatedMeasure:
    """The made-up measure: eight quarters, with a break, a provisional figure and all colours."""
    values = ("96.2", "95.1", "93.8", "88.0", "90.4", "93.1", "94.0", "91.5")
    labels = [f"{year} Q{quarter}" for year in ("2023-24", "2024-25") for quarter in (1, 2, 3, 4)]
    periods = tuple(
        PeriodEntry(
            period=parse_period(label, Frequency.QUARTERLY),
            value=Decimal(value),
            target=Decimal(95),
            provisional=at == len(values) - 1,
            break_="Lights in parks count from here on." if at == 4 else None,
        )
        for at, (label, value) in enumerate(zip(labels, values, strict=True))
    )
    measure = Measure(
        path="", id="street-lights", title=TITLE, kind=Kind.QUANTITATIVE, level=Level.OPERATIONAL,
        definition="", why_it_matters="", service="", owner="", backup="", supports=Supports(),
        frequency=Frequency.QUARTERLY, due_after_days=45, periods=periods, unit="percent",
        decimals=1, direction=Direction.HIGHER,
    )  # fmt: skip
    return rate_measure(measure, _council(), date(2025, 5, 31))


def _council() -> Council:
    """A council that has nothing but the manual's bands."""
    bands = Bands(
        from_=date(1996, 4, 1), green_up_to=Decimal("2.49"), amber_up_to=Decimal("4.99"),
        adopted_by="",
    )  # fmt: skip
    return council_of(bands)


def _statuses(item: RatedMeasure) -> Given:
    statuses = (Status.RED, Status.AMBER, Status.AMBER, Status.GREEN, Status.OVERDUE)
    bar = segments(statuses)
    return {
        "status_tag": (AMBER,),
        "flag": ("Provisional",),
        "status_with_flags": (AMBER, ("Provisional", "Caveat")),
        "status_key": (
            (parts.StatusMeaning(OVERDUE, "The day has passed, and there is no figure."),),
        ),
        "trend_mark": (current_trend(item),),
        "trend_list": (trend_rows(item),),
        "counts": (
            tuple(
                parts.Count(number, view.word, view.css, view.shape)
                for number, view in (("1", RED), ("2", AMBER), ("1", GREEN), ("1", OVERDUE))
            ),
        ),
        "stacked_bar": (bar, "Status of 5 measures"),
        "share": (parts.Share("Status of 5 measures", bar, "4 of 5 measures have a colour."),),
    }


def _figures(item: RatedMeasure) -> Given:
    line, trend = spark(item), current_trend(item)
    assert line
    flags = ("Provisional",)
    card = parts.Card(TITLE, HERE, VALUE, PERIOD, AMBER, flags, SENTENCE, trend, line)
    small = parts.Multiple(TITLE, HERE, VALUE, AMBER, line, "2023-24 Q1", PERIOD)
    forecast = ForecastBox(
        "Expected at the year's end", "93.0%", GREEN,
        "93.0% is 2.11% outwith the target of 95%: green (no more than 2.49%).",
        "Lighting Manager, 4 April 2025",
    )  # fmt: skip
    return {
        "headline": (parts.Headline(VALUE, PERIOD, AMBER, flags, SENTENCE, None, "95%", trend),),
        "forecast_box": (forecast,),
        "measure_card": (card,),
        "card_grid": ((card, card._replace(spark=None)),),
        "sparkline": (line,),
        "group_lines": ((GroupLine("North", line, "94.1%"), GroupLine("South", line, "88.9%")),),
        "small_multiples": ((small, small._replace(title="The same in another ward")),),
        "chart": (chart(item),),
    }


def _texts() -> Given:
    said = Prose("Two teams instead of one until June.\n\nSee [the plan](#link-list).")
    term = parts.Definition("Repaired", Prose("The light is on when it is dark."))
    return {
        "action_box": (
            parts.ActionBox("What is being done", "A second team.", "Lighting Manager", "30 June 2025"),
        ),
        "notice": ("warning", "Reported status differs from the computed one", said),
        "summary_list": (FACTS,),
        "report_head": ((Fact("Report to", "Scrutiny Committee"), Fact("Date", "14 May 2025")),),
        "definition_block": ((term,),),
        "link_list": (LINKS,),
        "two_sides": ({"improve": LINKS, "well": ()},),
        "record_history": (HistoryView(None, "This site was not built from a commit.", "aboveboard history street-lights"),),
        "door_grid": ((Link("#door-grid", "Citizens", "How to read a page"), Link("#flag", "Auditors")),),
        "plan_heading": (
            (parts.Level("Grand Challenge 1", "Safe streets"),), "Commitment 2: light every path", None,
        ),
        "mission_part": (
            {
                "level": parts.Level("Mission 1", "Streets that are lit"), "href": "#mission-part",
                "wording": "In the plan's own words.", "measures": "1 measure.", "commitments": LINKS,
            },
        ),
        "method_rule": ({"term": "Amber", "text": "2.5% to 4.99% outwith target.", "example": LINKS[0]},),
        "judged": (
            {
                "title": "A second team", "status": AMBER, "flags": (), "text": said,
                "sentence": "Judged amber: budget amber, timescale green.", "judgements": FACTS[1:],
            },
        ),
        "made_from": (None, "measures/roads/street-lights.yaml"),
    }  # fmt: skip


def _tables(item: RatedMeasure) -> Given:
    line, trend = spark(item), current_trend(item)
    row = MeasureRow(TITLE, HERE, PERIOD, VALUE, "95%", AMBER.word, ("Provisional",), trend, line)
    period = PeriodRow(
        PERIOD,
        "91.5",
        "95",
        "3.68%",
        AMBER.word,
        ("Provisional",),
        SENTENCE,
        (),
        (
            "Calculated by Lighting Analyst, 7 April 2025.",
            "Checked by Lighting Manager, 9 April 2025.",
        ),
    )
    milestone = parts.MilestoneRow(
        "example-milestone", "A second team", "One of two vans has come.", "The other by 9 June 2025.",
        "Roads", AMBER, due="Due 30 June 2025",
    )  # fmt: skip
    action = parts.ActionRows("example-action", "Repair sooner", "1", (milestone,))
    heads = ("Action", "Milestones", "Progress", "Planned Activity", "Lead Service", "RAG")
    return {
        "data_table": (
            parts.Table(
                "Lights by ward", (Column("Ward"), Column("Lights", "number")),
                (Row((Cell("North", header=True), Cell("1,204", "number"))),),
            ),
        ),
        "measures_table": (MeasuresTable("Measures of lighting", (row,)),),
        "periods_table": (
            PeriodsTable("Every quarter", "Result (per cent)", "Target", "Outwith target", (), "4", (period,)),
        ),
        "progress_table": (
            parts.ProgressTable("example-table", "Milestones of lighting", heads, (action,)),
        ),
    }  # fmt: skip


def _forms() -> Given:
    words = {
        "id": "example-words",
        "name": "words",
        "label": "Title",
        "note": "Part of it will do.",
    }
    choices = ({"value": "red", "text": "Red"},)
    status = {"id": "example-status", "name": "status", "label": "Status", "choices": choices}
    return {"text_field": (words,), "choice_field": (status,)}
