"""Samples that can be drawn again, sheets that are given back, and measures by risk (R97, R106, R107)."""

import csv
import hashlib
import io
import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.command import COUNCIL, DAY, aboveboard, contents
from tests.command import Done as Ended
from tests.pages.figures import yaml_files

SEED = ("--sample", "6", "--seed", "spring 2025")


def rows_of(text: str) -> list[dict[str, str]]:
    """The rows of a CSV by column."""
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def pack(council: Path, out: Path, *words: str) -> dict[str, bytes]:
    """The files of a pack."""
    chosen = words or SEED
    done = aboveboard("audit", "--root", council, *DAY, *chosen, "--out", out)
    assert done.returncode == 0, done.stderr
    return contents(out)


def drawn(files: dict[str, bytes]) -> list[str]:
    """The figures on the sheet of a pack."""
    return [row["figure"] for row in rows_of(files["sheet.csv"].decode())]


def test_a_sample_is_the_figures_with_the_least_hashes_of_seed_id_and_period(
    council: Path, tmp_path: Path
) -> None:
    """Worked out here from the YAML, by no code of the product."""
    figures = [
        (measure["id"], period["period"])
        for _, measure in yaml_files(council, "measures")
        for period in measure["periods"]
        if "value" in period or "assessment" in period
    ]
    figures.sort(
        key=lambda one: hashlib.sha256("\n".join(("spring 2025", *one)).encode()).hexdigest()
    )
    assert drawn(pack(council, tmp_path / "pack")) == [" ".join(one) for one in figures[:6]]


def test_the_same_seed_draws_the_same_pack_and_another_seed_another(
    council: Path, tmp_path: Path
) -> None:
    first = pack(council, tmp_path / "first")
    assert pack(council, tmp_path / "second") == first
    other = pack(council, tmp_path / "other", "--sample", "6", "--seed", "autumn")
    assert drawn(other) != drawn(first)
    more = pack(council, tmp_path / "more", "--sample", "7", "--seed", "spring 2025")
    assert drawn(more)[:6] == drawn(first)


def test_a_sample_of_more_than_there_are_is_all(council: Path, tmp_path: Path) -> None:
    """75 results of the council and 3 that others publish."""
    every = drawn(pack(council, tmp_path / "pack", "--sample", "500", "--seed", "x"))
    assert len(set(every)) == len(every) == 78


def test_a_pack_has_a_chain_for_each_figure_and_says_how_it_was_drawn(
    council: Path, tmp_path: Path
) -> None:
    files = pack(council, tmp_path / "pack")
    chains = sorted(set(files) - {"README.txt", "sheet.csv"})
    assert len(chains) == 6
    for name, figure in zip(chains, drawn(files), strict=True):
        measure, _, period = figure.partition(" ")
        assert files[name].decode().startswith(f"{measure}, {period}\n")
    told = files["README.txt"].decode()
    assert "aboveboard audit --sample 6 --seed 'spring 2025' --as-of 2025-03-31" in told


def test_the_sheet_does_not_say_what_was_published(council: Path, tmp_path: Path) -> None:
    """Decision 0064: nobody finds again what stands beside the empty cell."""
    (row,) = [
        one
        for one in rows_of(pack(council, tmp_path / "pack")["sheet.csv"].decode())
        if one["figure"] == "pool-temperature 2024-09"
    ]
    assert row["source"] == "Pool log"
    assert row["kept_at"] == "Pool office"
    assert row["formula"] == "total / readings"
    assert "28.7" not in row.values()
    assert [row[name] for name in ("recalculated_value", "how", "by", "on")] == [""] * 4


def test_a_folder_that_is_there_is_left_as_it_is(council: Path, tmp_path: Path) -> None:
    out = tmp_path / "pack"
    out.mkdir()
    done = aboveboard("audit", "--root", council, *DAY, *SEED, "--out", out)
    assert done.returncode == 2
    assert "it is there already. Choose another --out." in done.stderr
    assert list(out.iterdir()) == []


def test_without_a_folder_the_pack_is_printed(council: Path, tmp_path: Path) -> None:
    files = pack(council, tmp_path / "pack")
    printed = aboveboard("audit", "--root", council, *DAY, *SEED).stdout
    for name, content in files.items():
        assert content.decode().replace("\r\n", "\n").strip() in printed, name
    told = json.loads(
        aboveboard("audit", "--root", council, *DAY, *SEED, "--format", "json").stdout
    )
    assert [row["figure"] for row in told["sheet"]] == drawn(files)
    assert len(told["chains"]) == 6


# Given back


def given_back(council: Path, place: Path, cells: Sequence[tuple[str, str]]) -> Ended:
    """What is said of a sheet with these figures filled in."""
    head = "figure,title,unit,decimals,formula,inputs,source,kept_at,recalculated_value,how,by,on"
    lines = [
        f"{figure},,,,,,,,{value},Counted again,internal-auditor,2025-03-03"
        for figure, value in cells
    ]
    place.write_text("\r\n".join([head, *lines, ""]), encoding="utf-8-sig", newline="")
    return aboveboard("audit", "--root", council, *DAY, "--recalculated", place)


def test_a_figure_that_comes_out_again_is_the_same_to_its_decimals(
    council: Path, tmp_path: Path
) -> None:
    """43 of 46 is 93.478...: 93.5 as the measure has one decimal. A date and a level are compared too."""
    cells = [
        ("advice-decided 2024-25 Q3", "93.478"),
        ("accounts-signed 2023-24", "2024-09-30"),
        ("care-home-grade 2023-24", "good"),
    ]
    accounts = (council / "measures/corporate/accounts-signed.yaml").read_text(encoding="utf-8")
    published = accounts.rpartition("value: ")[2].split()[0]
    cells[1] = (cells[1][0], published)
    done = given_back(council, tmp_path / "sheet.csv", cells)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == (
        "row 2: advice-decided, 2024-25 Q3: same. 93.478 was found, 93.5 is published."
    )
    assert done.stdout.endswith("\n3 rows: 3 same, 0 differs, 0 not filled in, 0 unknown.\n")


def test_a_difference_ends_with_1_and_says_how_to_record_it(council: Path, tmp_path: Path) -> None:
    done = given_back(council, tmp_path / "sheet.csv", [("homecare-wait 2024-25 Q3", "20")])
    assert done.returncode == 1
    assert (
        "row 2: homecare-wait, 2024-25 Q3: differs. 20 was found, 19 is published." in done.stdout
    )
    record = done.stdout.partition("    recalculated:\n")[2].partition("\n\n")[0]
    assert record.splitlines() == [
        "      by: internal-auditor",
        "      on: 2025-03-03",
        "      value: 20",
        '      how: "Counted again"',
        "      finding: {what: what is to be put right, owner: the role, by: the date}",
    ]


def test_what_is_recorded_that_way_is_right(council: Path, tmp_path: Path) -> None:
    """The lines that are printed, put at the end of the period, leave the check as it was."""
    done = given_back(council, tmp_path / "sheet.csv", [("homecare-wait 2024-25 Q3", "19")])
    record = (
        "    recalculated:\n" + done.stdout.partition("    recalculated:\n")[2].partition("\n\n")[0]
    )
    file = council / "measures/care/homecare-wait.yaml"
    text = file.read_text(encoding="utf-8")
    place = "  - period: 2024-25 Q4\n"
    assert place in text
    file.write_text(text.replace(place, f"{record}\n{place}"), encoding="utf-8")
    assert aboveboard("check", "--root", council, *DAY).stdout.endswith("\n1 warning.\n")
    told = aboveboard("audit", "homecare-wait", "2024-25 Q3", "--root", council, *DAY).stdout
    assert "Found  19 days, the same; internal-auditor, 3 March 2025: Counted again" in told


@pytest.mark.parametrize(
    ("figure", "value", "said", "ends"),
    [
        ("homecare-wait 2024-25 Q3", "", "not filled in. No figure is filled in.", 0),
        ("play-strategy 2024-25 Q3", "green", "not filled in. It is judged and not worked out", 0),
        ("homecare-wait Sep-24", "19", "unknown. The files have no such figure.", 1),
        ("homecare-wait 2024-25 Q3", "19 days", "unknown. 19 days is not a plain number.", 1),
        ("homecare-wait 2024-25 Q3", "1e3", "unknown. 1e3 is not a plain number.", 1),
        ("care-home-grade 2023-24", "fair", "unknown. fair is not a level of this measure.", 1),
    ],
)
def test_a_row_that_cannot_be_compared_says_why(
    council: Path, tmp_path: Path, figure: str, value: str, said: str, ends: int
) -> None:
    done = given_back(council, tmp_path / "sheet.csv", [(figure, value)])
    assert done.returncode == ends
    assert said in done.stdout


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"figure\r\nhomecare-wait 2024-25 Q3\r\n", "it has no column title, unit"),
        (b"\xff\xfe\x00", "it is not a CSV file in UTF-8"),
        (b"", "it has no column figure"),
    ],
)
def test_a_file_that_is_no_sheet_is_misuse(
    council: Path, tmp_path: Path, content: bytes, said: str
) -> None:
    (tmp_path / "sheet.csv").write_bytes(content)
    done = aboveboard("audit", "--root", council, *DAY, "--recalculated", tmp_path / "sheet.csv")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


# By risk, and misuse


def test_measures_by_risk_begin_with_the_most_signs(council: Path) -> None:
    done = aboveboard("audit", "--root", council, *DAY, "--by-risk")
    assert done.stdout.splitlines()[0] == (
        "5  training-spend        fails timeliness; 1 override; 1 revision; worked out by one "
        "person; never recalculated by an auditor"
    )
    told = json.loads(
        aboveboard("audit", "--root", council, *DAY, "--by-risk", "--format", "json").stdout
    )
    counts = [len(one["signs"]) for one in told]
    assert counts == sorted(counts, reverse=True)
    assert len(told) == 15


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--sample", "5"), "--sample and --seed go together: add the other."),
        (("--seed", "x"), "--sample and --seed go together: add the other."),
        (("--sample", "0", "--seed", "x"), "0 is not in the range 1<=x<=10000"),
        (("--out", "pack"), "--out is where a sample goes: add --sample and --seed."),
        (
            ("advice-decided", "--by-risk"),
            "choose one of ID, --sample, --recalculated and --by-risk",
        ),
        (("--recalculated", "nowhere.csv"), "does not exist"),
    ],
)
def test_options_that_do_not_go_together_are_misuse(words: tuple[str, ...], said: str) -> None:
    done = aboveboard("audit", *words, "--root", COUNCIL, *DAY)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
