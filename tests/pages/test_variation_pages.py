"""The pages and data of variation: what they show follows from the figures in the files (R82)."""

from fractions import Fraction
from pathlib import Path

import pytest

from tests.command import COUNCIL
from tests.helpers import ROOT
from tests.pages.figures import rows_of, yaml_files
from tests.pages.reading import Node, read_site
from tests.rules.plain_xmr import Plain, plain_xmr

QUARTERLY = ("crisis-grants-quarterly", "community-care-grants-quarterly")
LINE = "advice-line-answered"


def section(site: Path, measure: str) -> Node | None:
    """The section on variation of a measure's page."""
    sections = read_site(site)[f"measures/{measure}.html"].main.all("section")
    return next((one for one in sections if one.get("aria-labelledby") == "variation"), None)


def sentences(site: Path, measure: str) -> list[str]:
    found = section(site, measure)
    assert found
    return [node.words for node in found.all("p")]


def chart(site: Path, measure: str) -> Node:
    found = section(site, measure)
    assert found
    return next(found.all("figure"))


def worked_out(root: Path, measure: str, **settings: bool | int) -> list[tuple[list[str], Plain]]:
    """Periods and a second working of each process of a measure, read from its file alone."""
    (data,) = [data for _, data in yaml_files(root, "measures") if data["id"] == measure]
    starts = {one["from"] for one in data.get("variation", {}).get("rebase", [])}
    pieces: list[list[tuple[str, Fraction | None]]] = [[]]
    for period in data["periods"]:
        if period["period"] in starts or "break" in period:
            pieces.append([])
        value = Fraction(period["value"]) if "value" in period else None
        pieces[-1].append((period["period"], value))
    told = []
    for piece in pieces:
        plain = plain_xmr([value for _, value in piece], **settings)  # type: ignore[arg-type]
        assert plain
        told.append(([label for label, value in piece if value is not None], plain))
    return told


@pytest.mark.parametrize("measure", QUARTERLY)
def test_the_quarterly_measures_show_their_limits(glasgow_site: Path, measure: str) -> None:
    """21 quarters of the Scottish Welfare Fund, from 2018-19 Q1 to 2023-24 Q1, without a break."""
    assert chart(glasgow_site, measure)
    rows = [
        row for row in rows_of(glasgow_site / "data/variation.csv") if row["measure"] == measure
    ]
    ((labels, plain),) = worked_out(ROOT, measure)
    assert [row["period"] for row in rows] == labels
    for row, signals in zip(rows, plain.signals, strict=True):
        for name in ("centre", "lower", "upper"):
            assert abs(Fraction(row[name]) - getattr(plain, name)) <= Fraction("0.005")
        assert set(row["rules"].split()) == {rule for rule, _ in signals}


def test_the_made_up_measure_with_every_setting_follows_from_its_file(council_site: Path) -> None:
    rows = [row for row in rows_of(council_site / "data/variation.csv") if row["measure"] == LINE]
    first, second = worked_out(COUNCIL, LINE, run=6, screen=True, beyond=False)
    assert [row["period"] for row in rows] == first[0] + second[0]
    signals = first[1].signals + second[1].signals
    for row, found in zip(rows, signals, strict=True):
        assert set(row["rules"].split()) == {rule for rule, _ in found}
    assert {row["kind"] for row in rows} == {"common", "improvement", "concern"}
    assert len({row["centre"] for row in rows}) == 2


def test_a_measure_says_its_icons_in_the_data(council_site: Path) -> None:
    rows = {row["measure"]: row for row in rows_of(council_site / "data/measures.csv")}
    assert list(rows[LINE])[-2:] == ["variation", "assurance"]
    assert (rows[LINE]["variation"], rows[LINE]["assurance"]) == ("common", "hit-and-miss")
    assert (rows["homecare-wait"]["variation"], rows["homecare-wait"]["assurance"]) == ("", "")


def test_an_amber_within_the_usual_variation_is_called_noise(council_site: Path) -> None:
    assert (
        "This amber is within the usual variation: to react to this one figure would be to react to "
        "noise. Unless the process changes, figures from 76.907% to 85.746% must be expected. The "
        "target of 80% lies inside those limits."
    ) in sentences(council_site, LINE)


def test_a_chart_of_variation_has_its_message_lines_start_and_causes(council_site: Path) -> None:
    """R82: colour and shape both tell a cause, and where limits start anew is marked."""
    drawn = chart(council_site, LINE)
    assert drawn.one("figcaption").words == "No signal of a change: 77.1% in January 2025"
    assert "October 2023 to January 2025: mean 81.327%, limits 76.907% to 85.746%." in drawn.words
    names = [node.words for node in drawn.having("label")]
    assert {"Result", "Target", "Mean", "Upper limit", "Lower limit", "Rebased"} == set(names)
    for line in ("line-centre", "line-limit"):
        stretches = [node for node in drawn.having(line) if node.name == "polyline"]
        assert len(stretches) == (2 if line == "line-centre" else 4)
    assert drawn.having("mark-diamond")[0].get("class") == "mark mark-diamond is-improvement"
    assert drawn.having("mark-square")[0].get("class") == "mark mark-square is-concern"
    assert {(node.get("class") or "").split()[-1] for node in drawn.having("mark")} == {
        *("is-improvement", "is-concern", "is-common"),
    }
    keys = [node.words for node in drawn.one("ul").all("li")]
    assert keys[-3:] == ["◆ Improvement", "■ Concern", "● Usual variation"]


def test_a_rebase_prints_its_reason_evidence_approver_and_date(council_site: Path) -> None:
    facts = read_site(council_site)[f"measures/{LINE}.html"].facts
    assert "Since 2 October 2023 six people answer the line" in facts["Limits from October 2023"]
    assert "Approved by Chief Executive, 14 November 2023." in facts["Limits from October 2023"]
    assert facts["Assurance"].startswith("Hit and miss")


def test_the_settings_are_printed_with_the_steps_that_they_left_out(council_site: Path) -> None:
    settings = sentences(council_site, LINE)[-1]
    assert "A run or a trend is 6 figures." in settings
    assert "Left out: the steps to January 2023 and February 2023." in settings


@pytest.mark.parametrize(
    ("measure", "reason"),
    [
        ("advice-decided", "Change is told from variation from 13 figures on, and there are 6."),
        ("pool-temperature", "The heating is set anew each season"),
        ("training-spend", "Each figure is the total of the year so far"),
    ],
)
def test_a_frequent_measure_without_limits_says_why_in_one_line(
    council_site: Path, measure: str, reason: str
) -> None:
    (said,) = sentences(council_site, measure)
    assert said.startswith("No limits are worked out. ")
    assert reason in said


@pytest.mark.parametrize("measure", ["life-expectancy", "parks-satisfaction", "trees-planted"])
def test_a_measure_of_years_says_nothing_of_variation(council_site: Path, measure: str) -> None:
    assert section(council_site, measure) is None


def test_a_process_that_is_not_steady_is_called_so(glasgow_site: Path) -> None:
    """Most months of the claimant count lie beyond limits that suit no one of its years."""
    drawn = chart(glasgow_site, "claimant-count")
    assert drawn.one("figcaption").words.startswith("No steady process: ")
