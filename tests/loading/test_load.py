"""Loading: every file becomes a record or findings, and one bad file spoils no other."""

from pathlib import Path

import pytest

from generator.loading.load import kind_of, load, nearest_place
from generator.loading.locate import located
from generator.loading.yaml_text import read_yaml
from generator.model.finding import Remark
from generator.model.words import Severity
from generator.resources import schemas
from generator.rules.checks.all_rules import RULES
from generator.sources import Folder
from tests.loading.council import HERE, Told, changed, copied, documents, found, line_of, loaded

REST = sorted(set(documents()) - {"council.yaml", "commitments/plan.yaml"})
WHERE = (
    "Put measures in measures/<service>/<id>.yaml, commitments in commitments/<grand-challenge>/"
    "<mission>/<id>.yaml, case studies in commitments/case-studies/<id>.yaml, reports in reports/, "
    "and end the name in .yaml."
)


def read_paths(root: Path) -> list[str]:
    """The paths of all records but the council and the plan."""
    catalogue = loaded(root).catalogue
    assert catalogue
    records = (
        *(record.path for record in catalogue.measures),
        *(record.path for record in catalogue.commitments),
        *(record.path for record in catalogue.case_studies),
        *(record.path for record in catalogue.reports),
        *(("releases.yaml",) if catalogue.releases else ()),
    )
    return sorted(records)


def test_every_file_of_the_council_becomes_a_record() -> None:
    read = loaded(HERE)
    assert read.findings == ()
    assert read.catalogue
    assert read.catalogue.council.name == "Strathbeg Council"
    assert read.catalogue.plan.title == "Strathbeg Together 2023-2028"
    assert read.catalogue.unread == frozenset()
    assert read_paths(HERE) == REST


def test_loading_twice_gives_the_same() -> None:
    assert loaded(HERE) == loaded(HERE)


@pytest.mark.parametrize("text", [b"", b"\xff", b"a: [", b"[]", b"a: 1", b"id: x", b"*"])
@pytest.mark.parametrize("path", REST)
def test_one_bad_file_spoils_no_other(tmp_path: Path, path: str, text: bytes) -> None:
    root = copied(tmp_path)
    (root / path).write_bytes(text)
    read = loaded(root)
    assert read.catalogue
    assert read.catalogue.unread == {Path(path).stem}
    assert {finding.path for finding in read.findings} == {path}
    assert {finding.severity for finding in read.findings} == {Severity.ERROR}
    assert read_paths(root) == [each for each in REST if each != path]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (None, Told("file-is-in-place", "council.yaml", 1, 1, "there is no council.yaml", "Add the file.")),
        ("", Told("yaml-can-be-read", "council.yaml", 1, 1, "this file is empty", "Write a record, or delete the file.")),
        ("---\n", Told("schema", "council.yaml", 1, 4, "the file is empty", "Write a record, or delete the file.")),
        ("a: 1\n b: 2", Told("yaml-can-be-read", "council.yaml", 2, 2, "this line begins in column 2, but its neighbours in column 1", "Begin it in column 1; if it belongs to the text above, put that whole text in quotes.")),
        (
            "- a",
            Told(
                "schema",
                "council.yaml",
                1,
                1,
                "the file says a list, but keys with values belong here",
                "Everything about the council itself: names, bodies, services, roles, the bands of the RAG rating, and the policy on each rule.",
            ),
        ),
    ],
)  # fmt: skip
def test_without_a_council_the_other_files_are_still_looked_at(
    tmp_path: Path, text: str | None, finding: Told
) -> None:
    measure = "measures/parks/trees-planted.yaml"
    root = changed(tmp_path, measure, ("level: operational", "level: tactical"))
    (root / "council.yaml").unlink()
    if text is not None:
        (root / "council.yaml").write_text(text)
    other = Told(
        "schema",
        measure,
        5,
        1,
        "level says tactical, which is not one of the choices",
        "Write one of: strategic, operational, front-line.",
    )
    assert found(root) == [finding, other]
    assert loaded(root).catalogue is None


def test_without_a_plan_there_is_no_catalogue(tmp_path: Path) -> None:
    root = copied(tmp_path)
    (root / "commitments/plan.yaml").unlink()
    message = "there is no commitments/plan.yaml"
    assert found(root) == [
        Told("file-is-in-place", "commitments/plan.yaml", 1, 1, message, "Add the file.")
    ]
    assert loaded(root).catalogue is None


def test_an_empty_folder_wants_a_council_and_a_plan(tmp_path: Path) -> None:
    assert [told.message for told in found(tmp_path)] == [
        "there is no council.yaml",
        "there is no commitments/plan.yaml",
    ]


def test_folded_text_that_ends_in_a_line_break_is_told_and_not_passed_over(tmp_path: Path) -> None:
    path = "measures/parks/trees-planted.yaml"
    root = changed(tmp_path, path, ("title: Trees planted\n", "title: >\n  Trees planted\n"))
    fix = (
        "Write one line of text without spaces at either end; start folded text with >- and not >."
    )
    message = "title says Trees planted, which is not of the right form"
    assert found(root) == [Told("schema", path, 3, 1, message, fix)]


def test_every_fault_of_a_file_is_told_at_its_own_line(tmp_path: Path) -> None:
    path = "measures/parks/trees-planted.yaml"
    root = changed(
        tmp_path,
        path,
        ("kind: quantitative", "kind: quantity"),
        ("decimals: 0", "decimals: none"),
        ("  source: Planting sheets, one", "  sorce: Planting sheets, one"),
        ("calculated: {on: 2022-04-12}", "calculated: {on: 12 April 2022}"),
    )
    lines = {text: line_of(root / path, text) for text in ("sorce:", "decimals:", "on: 12 April")}
    assert sorted((told.line, told.message) for told in found(root)) == [
        (4, "kind says quantity, which is not one of the choices"),
        (lines["decimals:"], "decimals says none, which is not a plain number"),
        (lines["sorce:"], "there is no key sorce here"),
        (lines["on: 12 April"], "on says 12 April 2022, which is not of the right form"),
    ]


@pytest.mark.parametrize(
    "path",
    [
        "measures/stray.yaml",
        "measures/parks/deep/stray.yaml",
        "measures/parks/stray.YAML",
        "commitments/stray.yaml",
        "commitments/gc1/stray.yaml",
        "commitments/case-studies/deep/deeper/deepest.yaml",
        "reports/2025/stray.yaml",
        "reports/paper.pdf",
        "measures/parks/stray.yam",
        "measures/.stray.yaml",
    ],
)
def test_a_file_in_the_wrong_place_is_told(tmp_path: Path, path: str) -> None:
    root = copied(tmp_path)
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text("id: stray\n")
    expected = Told(
        "file-is-in-place",
        path,
        1,
        1,
        "this file is not in a place, or under a name, that is read",
        WHERE,
    )
    assert found(root) == [expected]


@pytest.mark.parametrize("name", ["stray.yml", "stray.yaml.txt", "stray.txt", "stray.yaml.yml"])
def test_a_file_of_which_only_the_end_of_the_name_is_wrong_is_to_be_renamed(
    tmp_path: Path, name: str
) -> None:
    root = copied(tmp_path)
    (root / "measures/parks" / name).write_text("id: stray\n")
    assert [told.fix for told in found(root)] == ["Rename it to stray.yaml."]
    assert read_paths(root) == REST


@pytest.mark.parametrize(
    "path",
    ["measures/README.md", "measures/parks/data.csv", "measures/.DS_Store", "stray.yaml"],
)
def test_files_that_hold_no_record_are_passed_over(tmp_path: Path, path: str) -> None:
    root = copied(tmp_path)
    (root / path).write_bytes(b"\xff: [")
    assert found(root) == []
    assert read_paths(root) == REST


@pytest.mark.parametrize("as_link_to", ["file", "folder"])
def test_a_link_that_leads_out_of_the_repository_is_not_read(
    tmp_path: Path, as_link_to: str
) -> None:
    root = copied(tmp_path)
    outside = tmp_path / "outside"
    outside.mkdir()
    secret = outside / "secret.yaml"
    secret.write_text("id: secret\n")
    if as_link_to == "folder":
        (root / "measures/elsewhere").symlink_to(outside)
        (linked,) = found(root)
        assert (linked.rule, linked.path) == ("file-is-in-place", "measures/elsewhere")
    else:
        (root / "measures/parks/secret.yaml").symlink_to(secret)
        message = (
            "this file cannot be read; it may be a link, and history holds no file behind a link"
        )
        expected = Told(
            "file-is-in-place",
            "measures/parks/secret.yaml",
            1,
            1,
            message,
            "Put the file itself here.",
        )
        assert found(root) == [expected]
    assert read_paths(root) == REST


def test_a_link_that_stays_within_the_repository_is_not_read_either(tmp_path: Path) -> None:
    """A commit holds where it leads: what lies there could change, and no comparison would tell."""
    root = copied(tmp_path)
    (root / "reports/again.yaml").symlink_to(root / "reports/2025-05-14-scrutiny.yaml")
    (linked,) = found(root)
    assert (linked.rule, linked.path) == ("file-is-in-place", "reports/again.yaml")
    assert read_paths(root) == REST


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("council.yaml", "council"),
        ("commitments/plan.yaml", "plan"),
        ("commitments/gc1/m1/gc1-m1-c1.yaml", "commitment"),
        ("commitments/case-studies/a.yaml", "case-study"),
        ("measures/parks/a.yaml", "measure"),
        ("reports/a.yaml", "report"),
        ("releases.yaml", "releases"),
        ("measures/a.yaml", None),
        ("measures/parks/a.csv", None),
        ("x/measures/parks/a.yaml", None),
        ("commitments/a.yaml", None),
        ("a.yaml", None),
    ],
)
def test_the_place_of_a_file_decides_its_kind(path: str, kind: str | None) -> None:
    assert kind_of(path) == kind


def test_a_remark_stands_at_its_value_or_at_the_nearest_one_around_it() -> None:
    marks = {(): (1, 1), ("a",): (3, 1), ("a", 0): (4, 5)}
    assert nearest_place(marks, ("a", 0)) == (4, 5)
    assert nearest_place(marks, ("a", 7, "x")) == (3, 1)
    assert nearest_place(marks, ("z",)) == (1, 1)
    assert nearest_place({}, ("z",)) == (1, 1)


def test_a_remark_of_a_rule_becomes_a_finding_with_its_line() -> None:
    path = "measures/parks/trees-planted.yaml"
    remarks = [
        Remark(path=path, at=("level",), message="m", fix="f"),
        Remark(path="measures/none.yaml", at=("level",), message="m", fix="f"),
    ]
    rule = RULES[0]
    findings = located(((rule, Severity.WARNING, each) for each in remarks), Folder(HERE))
    assert [(each.path, each.line, each.column) for each in findings] == [
        (path, 5, 1),
        ("measures/none.yaml", 1, 1),
    ]
    assert {(each.rule, each.severity) for each in findings} == {(rule.id, Severity.WARNING)}


def test_a_folder_lists_its_content_sorted_with_forward_slashes(tmp_path: Path) -> None:
    for path in ("measures/b/x.yaml", "measures/a.yaml", "measures/b.yaml", "council.yaml"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("x")
    (tmp_path / "measures/.kept").mkdir()
    for path in (
        "measures/.hidden.yaml",
        "measures/.kept/x.yaml",
        "measures/b/.DS_Store",
        "README.md",
        "docs.yaml",
    ):
        (tmp_path / path).write_text("x")
    assert Folder(tmp_path).paths() == [
        "council.yaml",
        "measures/.hidden.yaml",
        "measures/a.yaml",
        "measures/b.yaml",
        "measures/b/.DS_Store",
        "measures/b/x.yaml",
    ]


def test_a_folder_that_does_not_exist_is_empty(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "none")
    assert folder.paths() == []
    assert folder.read("council.yaml") is None


@pytest.mark.parametrize(
    "path", ["../secret", "measures/../../secret", "/etc/hostname", "none.yaml", "measures", ""]
)
def test_a_folder_reads_no_file_outside_itself(tmp_path: Path, path: str) -> None:
    root = copied(tmp_path)
    (tmp_path / "secret").write_text("x")
    assert Folder(root).read(path) is None


def test_a_folder_reads_no_link_that_leads_out(tmp_path: Path) -> None:
    root = copied(tmp_path)
    (tmp_path / "secret").write_text("x")
    (root / "link").symlink_to(tmp_path / "secret")
    (root / "relative").symlink_to("../secret")
    (root / "broken").symlink_to("nowhere")
    (root / "circle").symlink_to("circle")
    for name in ("link", "relative", "broken", "circle"):
        assert Folder(root).read(name) is None


def test_a_folder_may_itself_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(copied(tmp_path))
    assert Folder(tmp_path / "link").read("council.yaml") == (HERE / "council.yaml").read_bytes()


def test_the_bytes_of_a_file_are_read_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "council.yaml").write_bytes(b"\xef\xbb\xbfa: 1\r\n\x00")
    assert Folder(tmp_path).read("council.yaml") == b"\xef\xbb\xbfa: 1\r\n\x00"


def test_the_order_of_a_disk_makes_no_difference(tmp_path: Path) -> None:
    root = tmp_path / "backwards"
    for path in reversed(Folder(HERE).paths()):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes((HERE / path).read_bytes())
    assert load(Folder(root), schemas()) == loaded(HERE)


def test_the_repositorys_own_content_can_be_read() -> None:
    root = HERE.parent.parent
    folder = Folder(root)
    for path in folder.paths():
        if kind_of(path):
            assert read_yaml(folder.read(path) or b"").slips == ()
