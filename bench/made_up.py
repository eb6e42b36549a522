"""A made-up council of N measures with 24 quarterly periods each, the same for the same seed.

Half the measures are worked out by the council (six or seven lines a period, with inputs, calculation
and check), half are published statistics (three lines a period), as in a real council's repository.
"""

import random
from pathlib import Path

SERVICES = 40
QUARTERS = [
    f"{year}-{(year + 1) % 100:02} Q{quarter}"
    for year in range(2019, 2025)
    for quarter in range(1, 5)
]
AS_OF = "2025-06-15"
"""A day on which every period is reported and none is overdue."""

_WORDS = [
    "applications",
    "decisions",
    "visits",
    "repairs",
    "calls",
    "complaints",
    "enquiries",
    "inspections",
    "reviews",
    "payments",
    "people",
    "households",
    "pupils",
    "carers",
    "tenants",
    "streets",
    "parks",
    "homes",
    "days",
    "weeks",
]


def write_council(root: Path, count: int, seed: int = 7) -> None:
    """Writes council.yaml, a plan and `count` measures under `root`."""
    chance = random.Random(seed)
    (root / "commitments").mkdir(parents=True)
    (root / "council.yaml").write_text(_council(), encoding="utf-8")
    (root / "commitments/plan.yaml").write_text(_PLAN, encoding="utf-8")
    for number in range(count):
        service = f"service-{number % SERVICES:02}"
        folder = root / "measures" / service
        folder.mkdir(parents=True, exist_ok=True)
        name = f"measure-{number:05}"
        text = _measure(name, service, number, chance)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def _council() -> str:
    services = "".join(
        f"  - {{id: service-{n:02}, name: Service {n:02}, kind: service}}\n"
        for n in range(SERVICES)
    )
    roles = "".join(
        f"  - {{id: owner-{n:02}, name: Owner {n:02}, service: service-{n:02}, reports_to: chief}}\n"
        f"  - {{id: checker-{n:02}, name: Checker {n:02}, service: service-{n:02}}}\n"
        for n in range(SERVICES)
    )
    return f"""name: Benchmark Council
example: Every figure here is made up, to measure speed.
site: {{title: A made-up council}}
licence: {{name: Open Government Licence v3.0, url: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"}}
framework: {{name: Benchmark, version: "1", date: 2025}}
contacts: [{{for: Nobody, url: "https://example.org/"}}]
bodies:
  - {{id: council, name: The council, kind: council}}
  - {{id: smt, name: The management team, kind: management}}
retention_years: 10
services:
{services}roles:
  - {{id: chief, name: Chief, service: service-00}}
{roles}bands:
  - {{from: 1996-04-01, green_up_to: 2.49, amber_up_to: 4.99, adopted_by: Nobody}}
policy:
  not-green-has-an-action: {{severity: "off", reason: Published statistics here name no action.}}
""".replace("date: 2025}", 'date: "2025"}')


_PLAN = """title: A made-up plan
from: 2022
to: 2027
approved: {by: council, on: 2022-10-27}
declared_commitments: 0
challenges:
  - id: gc1
    title: Measure speed
    missions:
      - {id: gc1-m1, title: Be quick, wording: exact, ends: 2027-03-31, success: Under ten seconds}
      - {id: gc1-m2, title: Stay small, wording: exact, ends: 2027-03-31, success: Under 400 megabytes}
"""


def _measure(name: str, service: str, number: int, chance: random.Random) -> str:
    code = service[-2:]
    what = " ".join(chance.choice(_WORDS) for _ in range(4))
    text = " ".join(chance.choice(_WORDS) for _ in range(45))
    level = chance.uniform(84, 97)
    published = number % 2 == 1
    periods = "".join(
        _period(label, level, "" if published else code, chance) for label in QUARTERS
    )
    standing = _PUBLISHED if published else _WORKED_OUT.replace("NN", code)
    return f"""id: {name}
title: Share of {what} {number}
kind: quantitative
level: operational
definition: >-
  The share of {text}.
why_it_matters: It says how many {what} were done in time.
service: {service}
owner: owner-{code}
backup: checker-{code}
supports: {{missions: [gc1-m{number % 2 + 1}]}}
unit: percent
decimals: 1
direction: higher
frequency: quarterly
due_after_days: 45
tolerance: {{basis: relative}}
agreed: {{by: smt, on: 2025-02-04, reference: item {number}}}
{standing}periods:
{periods}"""


_WORKED_OUT = """control: control
smart:
  specific: It counts one definite thing, from the day it comes in to the day it is done.
  measurable: It is counted from the case system, which has held every case since 2018.
  achievable: The best quarter of the last three years was above it.
  relevant: The team would move people to where the wait is longest.
  timed: Each quarter is counted by itself, and the target is to be met by March 2026.
calculation:
  formula: in_time / all * 100
  inputs: {in_time: Done in time, all: All that were due}
  procedure: |
    1. Take the extract of the quarter.
    2. Count those done in time, and all.
  source: The case system
  example: {inputs: {in_time: 91, all: 100}, value: 91}
every_period:
  evidence: {source: Case system, location: Service folder, no_fingerprint: It is a view.}
  calculated: {by: owner-NN}
  checked: {by: checker-NN, how: Recomputed from the extract.}
"""
_PUBLISHED = """origin:
  publisher: A publisher
  dataset: A table
  release: A release
  licence: Open Government Licence v3.0
  url: https://example.org/table
"""


def _period(label: str, level: float, code: str, chance: random.Random) -> str:
    whole = chance.randrange(400, 4000)
    part = min(whole, round(whole * (level + chance.uniform(-4, 4)) / 100))
    tenths = (part * 2000 + whole) // (2 * whole)
    text = f"  - period: {label}\n    target: 90\n    value: {tenths // 10}.{tenths % 10}\n"
    if not code:
        return text
    text += f"    inputs: {{in_time: {part}, all: {whole}}}\n"
    day = f"{int(label[:4]) + 1}-05-0{chance.randrange(1, 10)}"
    if label == QUARTERS[-1]:
        text += f"    evidence: {{extracted: {day}}}\n"
    text += f"    calculated: {{on: {day}}}\n    checked: {{on: {day[:-2]}1{day[-1]}}}\n"
    is_green = tenths >= 878  # 90 less 2.49% of it
    return (
        text
        if is_green
        else f"{text}    action: {{what: More staff., owner: owner-{code}, by: 2025-12-31}}\n"
    )
