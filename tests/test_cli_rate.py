"""The command that rates one figure (golden vectors of requirements 2.10), run as a person runs it."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from tests.command import COUNCIL, Done, aboveboard


def rated(*arguments: str, cwd: Path | None = None) -> dict[str, object]:
    """What `rate --format json` says, numbers exact."""
    done = aboveboard("rate", *arguments, "--format", "json", cwd=cwd)
    assert (done.returncode, done.stderr) == (0, "")
    read: dict[str, object] = json.loads(done.stdout, parse_float=Decimal)
    return read


@pytest.mark.parametrize(
    ("target", "value", "direction", "outwith", "status"),
    [
        ("100", "97.51", "higher", "2.49", "green"),
        ("100", "97.5051", "higher", "2.49", "green"),
        ("100", "97.505", "higher", "2.50", "amber"),
        ("100", "97.5", "higher", "2.50", "amber"),
        ("100", "95.0051", "higher", "4.99", "amber"),
        ("100", "95.005", "higher", "5.00", "red"),
        ("100", "95", "higher", "5.00", "red"),
        ("8", "8.2", "lower", "2.50", "amber"),
        ("-10", "-9.8", "lower", "2.00", "green"),
        ("200", "195", "higher", "2.50", "amber"),
        ("90", "88", "higher", "2.22", "green"),
        ("99", "98", "higher", "1.01", "green"),
        ("1", "2", "lower", "100.00", "red"),
        ("0", "0", "lower", "0.00", "green"),
        ("0", "1", "lower", None, "not-rated"),
    ],
)
def test_the_golden_figures_come_out_on_the_command_line_r70(
    target: str, value: str, direction: str, outwith: str | None, status: str
) -> None:
    found = rated(f"--target={target}", f"--value={value}", "--direction", direction)
    assert list(found) == ["status", "outwith", "flags", "sentence"]
    assert found["status"] == status
    assert found["outwith"] == (None if outwith is None else Decimal(outwith))


def test_a_negative_number_may_follow_its_option_after_a_space() -> None:
    assert rated("--target", "-10", "--value", "-9.8", "--direction", "lower")["status"] == "green"


def test_without_a_format_it_prints_the_sentence() -> None:
    done = aboveboard("rate", "--target", "95", "--value", "91", "--direction", "higher")
    assert done.stdout == "91% is 4.21% outwith the target of 95%: amber (2.5% to 4.99%).\n"


def test_what_is_marked_is_printed_under_the_sentence() -> None:
    done = aboveboard("rate", "--target", "95", "--value", "91", "--interval", "88..96")
    assert done.stdout.splitlines() == [
        (
            "91% is 4.21% outwith the target of 95%: amber (2.5% to 4.99%). Its interval of 88% to "
            "96% holds the target: chance alone could explain the difference."
        ),
        "Marked: within-interval.",
    ]


@pytest.mark.parametrize(
    ("arguments", "status", "outwith"),
    [
        (("--target", "29..31", "--value", "28", "--direction", "range"), "amber", "3.45"),
        (("--target", "80000", "--value", "84000", "--direction", "plan"), "red", "5.00"),
        (("--target", "40", "--value", "38.5", "--basis", "points"), "green", "1.50"),
        (("--target", "40", "--value", "38.5"), "amber", "3.75"),
        (("--value", "38.5"), "no-target", None),
        (("--target", "40"), "overdue", None),
        (("--target", "40", "--value", "38.5", "--direction", "none"), "data-only", None),
        (("--target", "95", "--value", "91", "--bands", "5", "10"), "green", "4.21"),
        (("--target", "yes", "--value", "no", "--unit", "no < yes"), "red", "1.00"),
        (
            (
                *("--target=2024-06-30", "--value=2024-07-06", "--unit=date"),
                *("--direction=lower", "--bands", "5", "20"),
            ),
            "amber",
            "6.00",
        ),
        (("--target", "100", "--value", "97.505", "--reading", "exact"), "green", "2.50"),
    ],
)
def test_every_kind_of_figure_can_be_tried(
    arguments: tuple[str, ...], status: str, outwith: str | None
) -> None:
    found = rated(*arguments)
    assert found["status"] == status
    assert found["outwith"] == (None if outwith is None else Decimal(outwith))


def test_it_works_where_there_is_no_council(tmp_path: Path) -> None:
    assert rated("--target", "95", "--value", "91", cwd=tmp_path)["status"] == "amber"


def test_it_uses_the_latest_bands_of_a_council_that_is_there(tmp_path: Path) -> None:
    text = (COUNCIL / "council.yaml").read_text(encoding="utf-8")
    later = "  - {from: 2024-04-01, green_up_to: 5, amber_up_to: 9, adopted_by: Council}\npolicy:\n"
    (tmp_path / "council.yaml").write_text(text.replace("policy:\n", later), encoding="utf-8")
    given = ("rate", "--target", "95", "--value", "91", "--root", tmp_path)
    assert aboveboard(*given).stdout.endswith("green (no more than 5%).\n")


def test_a_council_that_cannot_be_read_is_told_and_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "council.yaml").write_text("name: [", encoding="utf-8")
    done = aboveboard("rate", "--target", "95", "--value", "91", "--root", tmp_path)
    assert done.returncode == 2
    assert "council.yaml cannot be read: run `aboveboard check` to see why." in done.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--target", "95", "--value", "91%"), "91% is not a number. Write it in digits alone: 91"),
        (("--target", "1e999999", "--value", "91"), "1e999999 is not a number."),
        (("--target", "NaN", "--value", "91"), "NaN is not a number."),
        (("--target", "31..29", "--value", "30"), "31..29 runs from 31 down to 29."),
        (("--target", "yes", "--value", "maybe", "--unit", "no < yes"), "Write one of: no, yes."),
        (
            ("--target", "no..yes", "--value", "no", "--unit", "no < yes"),
            "no..yes is a range of numbers, but the unit is no < yes.",
        ),
        (
            ("--target", "yes", "--value", "no", "--unit", "no < yes", "--interval", "1..2"),
            "1..2 is a range of numbers, but the unit is no < yes.",
        ),
        (("--target", "1", "--value", "2024-02-30", "--unit", "date"), "2024-02-30 is not a date."),
        (("--target", "1", "--value", "1", "--direction", "up"), "'up' is not one of"),
    ],
)
def test_a_figure_that_cannot_be_read_is_misuse(arguments: tuple[str, ...], says: str) -> None:
    done: Done = aboveboard("rate", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
