"""Preparation: periods are typed, formulas read, sums taken from evidence, and what is said once
for every period is given to each."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.model.judgement import Judgement
from generator.model.measure import Measure, PeriodEntry
from generator.model.people import Checked, Done
from generator.model.words import Status
from tests.loading.council import Told, changed, copied, found, line_of, loaded

ADVICE = "measures/housing/advice-decided.yaml"
TREES = "measures/parks/trees-planted.yaml"
CSV = "measures/parks/trees-planted.csv"
COMMITMENT = "commitments/gc1/m1/gc1-m1-c1.yaml"
YEARS = ("2020_21", "2021_22", "2022_23")
SUM = "Write a number, or a sum or count over a column of the evidence file."


def measure(root: Path, identity: str) -> Measure:
    read = loaded(root)
    assert read.findings == ()
    assert read.catalogue
    return read.catalogue.measure[identity]


def period(root: Path, identity: str, label: str) -> PeriodEntry:
    entries = measure(root, identity).periods
    return next(entry for entry in entries if entry.period.label == label)


def test_inputs_are_summed_and_counted_from_the_evidence(tmp_path: Path) -> None:
    root = copied(tmp_path)
    trees = period(root, "trees-planted", "2020-21").inputs
    advice = period(root, "advice-decided", "2024-25 Q2").inputs
    assert trees == {"streets": Decimal(140), "parks": Decimal(500)}
    assert advice == {"in_time": Decimal(36), "decided": Decimal(40)}


def test_what_holds_for_every_period_is_given_to_each(tmp_path: Path) -> None:
    root = copied(tmp_path)
    entry = period(root, "trees-planted", "2021-22")
    assert entry.evidence
    assert (
        entry.evidence.source
        == "Planting sheets, copied into one file with two columns more each year"
    )
    assert str(entry.evidence.extracted) == "2022-04-11"
    assert entry.calculated == Done(by="parks-officer", on=date(2022, 4, 12))
    assert entry.checked == Checked(
        by="performance-analyst",
        on=date(2022, 4, 19),
        how="Added up the planting sheets again.",
    )  # fmt: skip


def test_a_period_may_depart_from_what_holds_for_every_period(tmp_path: Path) -> None:
    entry = period(copied(tmp_path), "trees-planted", "2022-23")
    assert entry.checked
    assert entry.checked.by == "performance-analyst"
    assert (
        entry.checked.how
        == "Added up the planting sheets again and compared three of them with invoices."
    )


def test_work_that_a_period_does_not_date_is_not_said_to_be_done(tmp_path: Path) -> None:
    root = changed(tmp_path, TREES, ("    checked: {on: 2021-04-20}\n", ""))
    assert period(root, "trees-planted", "2020-21").checked is None


def test_evidence_of_every_period_is_not_given_to_one_without_a_result(tmp_path: Path) -> None:
    entry = period(copied(tmp_path), "advice-decided", "2024-25 Q4")
    assert (entry.value, entry.evidence, entry.checked) == (None, None, None)


@pytest.mark.parametrize(
    ("path", "old", "new", "near", "column", "message", "fix"),
    [
        (TREES, "sum(streets_2020_21)", "sum(street_2020_21)", "parks: sum(parks_2020_21)", 14, "trees-planted.csv has no column street_2020_21; did you mean streets_2020_21?", SUM),
        (TREES, "sum(streets_2020_21)", "sum(area)", "parks: sum(parks_2020_21)", 14, "row 2 of trees-planted.csv has no plain number under area", SUM),
        (TREES, "sum(streets_2020_21)", '"1,140"', "parks: sum(parks_2020_21)", 14, "streets says 1,140, which is no number, sum(column) or count(column)", "Write it in digits alone: 1140"),
        (TREES, "sum(streets_2020_21)", '"140"', "parks: sum(parks_2020_21)", 14, "streets says 140, which is no number, sum(column) or count(column)", "Write it without quotes: 140"),
        (TREES, "sum(streets_2020_21)", "mean(streets_2020_21)", "parks: sum(parks_2020_21)", 14, "streets says mean(streets_2020_21), which is no number, sum(column) or count(column)", "Write digits with at most one point, such as 91.5: no %, no commas, no words."),
        (ADVICE, "{in_time: 48, decided: 50}", "{in_time: count(case), decided: 50}", "inputs: {in_time: count(case)", 5, "an input is taken from a file, but evidence names none", "Add file: name.csv under evidence, or write the number."),
        (ADVICE, "file: advice-decided-2024-25-q2.csv", "file: advice.csv", "inputs: {in_time: sum(in_time)", 5, "there is no file advice.csv beside this measure", "Add the file, or correct its name under evidence."),
        (
            ADVICE,
            "sha256: 306c",
            "sha256: 406c",
            "inputs: {in_time: sum(in_time)",
            5,
            "advice-decided-2024-25-q2.csv is not the file whose fingerprint evidence gives",
            "Put the right file back; if it is right, write sha256: 306c90f585130a8fca13c0bbcfc039979ff14cdd1a9387404ed41304c49cc205.",
        ),
        (ADVICE, "period: 2023-24 Q2", "period: 2023-24", "- period: 2023-24", 5, "2023-24 is not a period of this kind", "Write quarterly periods like 2024-25 Q2."),
        (ADVICE, "period: 2023-24 Q2", "period: 2023-25 Q2", "- period: 2023-25 Q2", 5, "2023-25 Q2 is not a period of this kind", "2023-25 Q2 does not end one year after it starts: write 2023-24 Q2."),
        (TREES, "period: 2020-21", "period: 2020", "- period: 2020", 5, "2020 is not a period of this kind", "Write financial-year periods like 2024-25."),
        (ADVICE, "formula: in_time / decided * 100", "formula: in_time ** decided", "formula:", 3, "a formula has only names, numbers, + - * / ( ), sum, min and max (column 1 of the formula)", "Use the names in inputs, numbers, + - * / ( ), sum, min and max."),
        (ADVICE, "formula: in_time / decided * 100", "formula: = in_time \u00f7 decided \u00d7 100", "formula:", 3, "a formula has only names, numbers, + - * / ( ), sum, min and max (column 1 of the formula)", "Write in_time / decided * 100"),
        (ADVICE, "formula: in_time / decided * 100", "formula: in_time / decided x 100", "formula:", 3, "this is not a complete sum (column 19 of the formula)", "Write in_time / decided * 100"),
        (ADVICE, "formula: in_time / decided * 100", "formula: in_time / decided %", "formula:", 3, "a formula has only names, numbers, + - * / ( ), sum, min and max (column 19 of the formula)", "Write in_time / decided * 100"),
        (ADVICE, "formula: in_time / decided * 100", "formula: SUM(in_time) / decided * 1,000", "formula:", 3, "a formula has only names, numbers, + - * / ( ), sum, min and max (column 1 of the formula)", "Write sum(in_time) / decided * 1000"),
        (ADVICE, "formula: in_time / decided * 100", "formula: (in_time / decided * 100", "formula:", 3, "this is not a complete sum (column 1 of the formula)", "Close each bracket that is opened."),
        (ADVICE, "formula: in_time / decided * 100", "formula: in time / decided * 100", "formula:", 3, "in cannot be a name (column 1 of the formula)", "Write each name as it stands under inputs, in one word: in_time, decided."),
        (ADVICE, "formula: in_time / decided * 100", "formula: in_time / decided *", "formula:", 3, "this is not a complete sum (column 20 of the formula)", "Use the names in inputs, numbers, + - * / ( ), sum, min and max."),
        (ADVICE, "formula: in_time / decided * 100", "formula: in_tme / decided * 100", "formula:", 3, "the formula uses in_tme, which is not among the inputs", "Write in_time instead."),
        (ADVICE, "formula: in_time / decided * 100", "formula: in_time / zebra", "formula:", 3, "the formula uses zebra, which is not among the inputs", "Add zebra to inputs, or use: in_time, decided."),
        (TREES, "calculated: {on: 2021-04-13}", "calculated: {by: parks-manager}", "calculated: {by: parks-manager}", 5, "calculated gives no date", "Add on: and the date here."),
        (TREES, ", how: Added up the planting sheets again.}", "}", "    checked: {on: 2021-04-20}", 5, "checked does not say what was done again", "Add how here, or under every_period."),
        (COMMITMENT, "- period: 2024-25 Q2", "- period: 2024-09", "- period: 2024-09", 13, "2024-09 is not a period of this kind", "Write the quarter, such as 2024-25 Q2, or the year, such as 2024-25."),
    ],
)  # fmt: skip
def test_what_cannot_be_prepared_says_where_what_and_how_to_mend_it(
    tmp_path: Path,
    path: str,
    old: str,
    new: str,
    near: str,
    column: int,
    message: str,
    fix: str,
) -> None:
    root = changed(tmp_path, path, (old, new))
    expected = Told("schema", path, line_of(root / path, near), column, message, fix)
    told = found(root)
    assert expected in told
    assert {(each.rule, each.path) for each in told} == {("schema", path)}


def test_a_changed_evidence_file_no_longer_has_its_fingerprint(tmp_path: Path) -> None:
    root = changed(tmp_path, CSV, ("South,35", "South,36"))
    told = found(root)
    lines = [line_of(root / TREES, f"inputs: {{streets: sum(streets_{year}") for year in YEARS]
    assert [(each.path, each.line) for each in told] == [(TREES, line) for line in lines]
    assert {each.message for each in told} == {
        "trees-planted.csv is not the file whose fingerprint evidence gives"
    }


def test_an_evidence_file_that_is_no_csv_says_so(tmp_path: Path) -> None:
    root = changed(tmp_path, TREES, ("    sha256: b3e2f2240c813b575a729a8a42fdc7d4479cdb6c30c2ce98e45845ffbc7e4c20\n", ""))  # fmt: skip
    (root / CSV).write_bytes(b"")
    told = found(root)
    assert {(each.message, each.fix) for each in told} == {
        (
            "trees-planted.csv is empty",
            'Save the extract again as CSV with commas and a row of column names: in a spreadsheet program, as "CSV UTF-8 (comma delimited)".',
        )
    }


def test_evidence_without_a_source_is_told_at_each_period(tmp_path: Path) -> None:
    old = "  evidence: {source: Case system report, location:"
    root = changed(tmp_path, ADVICE, (old, "  evidence: {location:"))
    told = found(root)
    assert {each.message for each in told} == {"evidence names no source"}
    assert told[0] == Told(
        "schema",
        ADVICE,
        line_of(root / ADVICE, "    evidence: {extracted"),
        5,
        "evidence names no source",
        "Add source here, or under every_period.",
    )


def test_the_start_of_the_councils_year_moves_its_quarters(tmp_path: Path) -> None:
    root = changed(tmp_path, "council.yaml", ("year_starts: 4", "year_starts: 7"))
    assert str(period(root, "advice-decided", "2024-25 Q1").period.first) == "2024-07-01"


def test_a_measure_without_unit_has_none(tmp_path: Path) -> None:
    assert measure(copied(tmp_path), "play-strategy").unit == ""


def test_a_judgement_is_read_as_a_colour_and_its_fact(tmp_path: Path) -> None:
    """R77: of a qualitative measure and of a milestone alike."""
    root = copied(tmp_path)
    assessment = period(root, "play-strategy", "2024-25 Q3").assessment
    assert assessment
    budget = Judgement(colour=Status.AMBER, fact="£12,000 over for the year so far.")
    assert assessment.judgements.budget == assessment.budget == budget
    catalogue = loaded(root).catalogue
    assert catalogue
    found = catalogue.milestone("gc1-m1-c1", "one-front-door")
    assert found
    assert found[1].latest
    assert found[1].latest.basis
    assert [judgement.colour for _, judgement in found[1].latest.basis.named] == [
        Status.AMBER,
        Status.GREEN,
        Status.GREEN,
    ]
