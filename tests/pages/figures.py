"""An independent reading of the files and figures, which shares no code with the product."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from pathlib import Path
from typing import Any

import yaml

Row = dict[str, str]
PERIODS = [
    "measure", "service", "period", "target", "value", "unit", "direction", "basis", "outwith",
    "computed_status", "reported_status", "status", "flags", "caveats", "sentence",
    "rule", "forecast", "forecast_status", "forecast_sentence", "second_check",
]  # fmt: skip
"""The columns of periods.csv as the design promises them (design section 6)."""


def rows_of(file: Path) -> list[Row]:
    """The rows of a CSV by column."""
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text, strict=True))


def columns_of(file: Path) -> list[str]:
    """The names in the first line of a CSV."""
    with file.open(encoding="utf-8", newline="") as text:
        return next(csv.reader(text, strict=True))


def yaml_of(file: Path) -> Any:
    """A YAML file with every scalar as it was typed."""
    return yaml.load(file.read_bytes(), Loader=yaml.BaseLoader)


def yaml_files(root: Path, folder: str) -> Iterator[tuple[Path, Any]]:
    """Every YAML file of a folder of content, in the order of their paths."""
    for file in sorted((root / folder).rglob("*.yaml")):
        yield file, yaml_of(file)


def stated_target(period: Any) -> str:
    """A target as periods.csv gives it."""
    target = period.get("target", "")
    return target if isinstance(target, str) else f"{target['low']}..{target['high']}"


@dataclass(frozen=True)
class Judged:
    """What a row of figures gives."""

    outwith: str
    status: str


def judged(row: Row, green: Decimal, amber: Decimal) -> Judged:
    """The outwith figure and status of a row that has a value, worked out from its columns."""
    if row["direction"] == "none":
        return Judged("", "data-only")
    if row["status"] == "baseline-year":
        return Judged("", "baseline-year")
    if not row["target"]:
        return Judged("", "no-target")
    short, base = _short_of_target(row)
    if row["basis"] == "points":
        exact = short
    elif base == 0:
        return Judged("0.00", "green") if short <= 0 else Judged("", "not-rated")
    else:
        with localcontext(prec=60):
            exact = short * 100 / abs(base)
    outwith = exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    if outwith <= green:
        return Judged(f"{outwith or abs(outwith)}", "green")
    return Judged(f"{outwith}", "amber" if outwith <= amber else "red")


def _number(figure: str, unit: str) -> Decimal:
    """A figure as a number: a date by its day, a level by its place on the scale."""
    if unit == "date":
        return Decimal((date.fromisoformat(figure) - date(2000, 1, 1)).days)
    if " < " in unit:
        return Decimal(unit.split(" < ").index(figure))
    return Decimal(figure)


def _short_of_target(row: Row) -> tuple[Decimal, Decimal]:
    """How far the value is on the bad side, and the target that it is a percentage of."""
    value = _number(row["value"], row["unit"])
    if row["direction"] == "range":
        low, high = map(Decimal, row["target"].split(".."))
        if low <= value <= high:
            return Decimal(0), high
        return (low - value, low) if value < low else (value - high, high)
    target = _number(row["target"], row["unit"])
    match row["direction"]:
        case "higher":
            return target - value, target
        case "lower":
            return value - target, target
    return abs(value - target), target
