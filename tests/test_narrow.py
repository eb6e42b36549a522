"""A check of a few files: what it says of them is what the whole check says of them."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.loading.load import COUNCIL, PLAN, kind_of, load
from generator.loading.narrow import load_for
from generator.model.catalogue import Catalogue, file_name, make_catalogue
from generator.model.finding import Finding, Remark
from generator.resources import schemas
from generator.rules.checks.all_rules import RULES
from generator.rules.rated import rate_catalogue
from generator.rules.rule import ITSELF, Rule, Sight
from generator.state import findings_in, read_state
from tests.command import COUNCIL as COUNCIL_FOLDER
from tests.command import COUNCIL_DAY, GLASGOW_DAY
from tests.helpers import AS_OF, ROOT, Files, files_under
from tests.rules.test_examples import BASE, INVALID, VALID, over_base, place_of

MADE_UP = files_under(COUNCIL_FOLDER)
DAY = date.fromisoformat(COUNCIL_DAY)
CONTENT = ("council.yaml", "commitments/", "measures/", "reports/")


def glasgow() -> Files:
    """This repository's own content."""
    found = (
        path
        for name in CONTENT
        for path in ([ROOT / name] if "." in name else (ROOT / name).rglob("*"))
    )
    return Files(
        {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in found if path.is_file()}
    )


def whole(files: Files, day: date) -> tuple[Finding, ...]:
    return read_state(files, schemas(), day).findings


def narrow(files: Files, asked: Collection[str], day: date) -> tuple[Finding, ...]:
    return findings_in(asked, files, schemas(), day)


def agree(files: Files, asked: Collection[str], day: date, said: Iterable[Finding]) -> None:
    """The narrow check says of `asked` what the whole check said of them."""
    about = {*asked}
    if load(files, schemas()).catalogue is None:
        about |= {COUNCIL, PLAN}
    assert narrow(files, asked, day) == tuple(one for one in said if one.path in about)


# Every file that there is


@pytest.mark.parametrize(
    ("files", "day"), [(MADE_UP, DAY), (glasgow(), date.fromisoformat(GLASGOW_DAY)), (BASE, AS_OF)]
)
def test_every_file_of_real_and_made_up_content_is_told_the_same_alone(
    files: Files, day: date
) -> None:
    said = whole(files, day)
    for path in files.paths():
        agree(files, [path], day, said)


@pytest.mark.parametrize("example", [*VALID, *INVALID], ids=lambda path: path.stem)
def test_every_example_and_every_file_around_it_is_told_the_same_alone(example: Path) -> None:
    files = over_base(example)
    said = whole(files, AS_OF)
    for path in {place_of(example), *files.paths()}:
        agree(files, [path], AS_OF, said)


# Any change to any file

LINES = sorted({line for text in MADE_UP.texts.values() for line in text.split(b"\n")})
IDS = sorted(file_name(path).encode() for path in MADE_UP.texts if kind_of(path))
PATHS = MADE_UP.paths()


@st.composite
def changed(draw: st.DrawFn) -> Files:
    """The made-up council after some slips: lines and ids changed, files moved, copied and gone."""
    files = MADE_UP
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(files.paths()))
        files = slipped(draw, files, path)
    return files


def slipped(draw: st.DrawFn, files: Files, path: str) -> Files:
    """`files` after one slip in the file at `path`."""
    text = files.texts[path]
    match draw(st.sampled_from(["line", "name", "copy", "move", "go", "break"])):
        case "line":
            lines = text.split(b"\n")
            lines[draw(st.integers(0, len(lines) - 1))] = draw(st.sampled_from(LINES))
            return files.having(path, b"\n".join(lines))
        case "name":
            before, after = draw(st.sampled_from(IDS)), draw(st.sampled_from(IDS))
            return files.having(path, text.replace(before, after))
        case "copy":
            return files.having(draw(st.sampled_from(PATHS)), text)
        case "move":
            folder, _, name = path.rpartition("/")
            beside = draw(st.sampled_from(PATHS)).rpartition("/")[0]
            return files.without(path).having(f"{beside or folder}/{name}".strip("/"), text)
        case "go":
            return files.without(path)
    return files.having(path, text + b"\n: [")


@settings(max_examples=60)
@given(files=changed(), data=st.data())
def test_after_any_change_a_file_is_told_the_same_alone(files: Files, data: st.DataObject) -> None:
    said = whole(files, DAY)
    told = sorted({one.path for one in said} & {*files.texts})
    for path in [*told, data.draw(st.sampled_from(files.paths()))]:
        agree(files, [path], DAY, said)
    several = data.draw(st.lists(st.sampled_from(files.paths()), max_size=4, unique=True))
    agree(files, several, DAY, said)


ADVICE = "measures/housing/advice-decided.yaml"
REPORT = next(path for path in MADE_UP.texts if kind_of(path) == "report")


def text_of(path: str, before: str, after: str) -> bytes:
    text = MADE_UP.texts[path].decode()
    assert before in text
    return text.replace(before, after).encode()


@pytest.mark.parametrize("taken", ["aaa", "zzz"])
def test_a_file_that_takes_the_id_of_another_does_not_stand_in_its_place(taken: str) -> None:
    """The file of that name is meant, whichever comes first: so a name is enough to find it."""
    path = f"measures/housing/{taken}.yaml"
    files = MADE_UP.having(path, text_of(ADVICE, "direction: higher", "direction: none"))
    catalogue = load(files, schemas()).catalogue
    assert catalogue
    assert catalogue.measure["advice-decided"].path == ADVICE
    assert rate_catalogue(catalogue, DAY).by_id["advice-decided"].measure.path == ADVICE
    for one in (ADVICE, path, *files.paths()):
        agree(files, [one], DAY, whole(files, DAY))


def test_without_a_council_that_is_told_of_whatever_file_is_asked_about() -> None:
    files = MADE_UP.without(COUNCIL)
    (finding,) = narrow(files, [ADVICE], DAY)
    assert (finding.path, finding.message) == (COUNCIL, "there is no council.yaml")


# What is read


@dataclass(frozen=True, slots=True)
class Watched:
    """Files that remember how often each was read."""

    files: Files
    read_: Counter[str] = field(default_factory=Counter)

    def paths(self) -> list[str]:
        return self.files.paths()

    def read(self, path: str) -> bytes | None:
        self.read_[path] += 1
        return self.files.read(path)


def read_for(*asked: str, files: Files = MADE_UP) -> set[str]:
    """The files that are read to check `asked`."""
    watched = Watched(files)
    load_for(watched, schemas(), asked, RULES)
    return {*watched.read_}


def test_a_measure_needs_the_council_the_plan_and_the_commitments_that_it_names() -> None:
    commitments = {path for path in MADE_UP.texts if kind_of(path) == "commitment"}
    read = read_for(ADVICE)
    assert {ADVICE, COUNCIL, PLAN} <= read
    records = {path for path in read if kind_of(path)}
    assert records <= {ADVICE, COUNCIL, PLAN, *commitments}


def test_a_report_needs_every_measure_because_any_may_have_a_figure_that_it_types() -> None:
    measures = {path for path in read_for(REPORT) if kind_of(path) == "measure"}
    assert measures == {path for path in MADE_UP.texts if kind_of(path) == "measure"}


def test_an_id_that_is_nowhere_makes_all_of_its_kind_be_read() -> None:
    """It may be the id of a file of another name, and the nearest id is told."""
    text = text_of(REPORT, 'value("advice-decided"', 'value("advise-decided"')
    files = MADE_UP.having(REPORT, text)
    measures = {path for path in MADE_UP.texts if kind_of(path) == "measure"}
    assert measures <= read_for(REPORT, files=files)
    told = " ".join(f"{one.message}. {one.fix}" for one in narrow(files, [REPORT], DAY))
    assert "there is no measure advise-decided. Did you mean advice-decided?" in told


def test_a_rule_that_may_see_everything_makes_everything_be_read() -> None:
    watched = Watched(MADE_UP)
    unknown = replace(RULES[0], sees=Sight(everything=True))
    load_for(watched, schemas(), [ADVICE], [unknown])
    assert {path for path in MADE_UP.texts if kind_of(path)} <= {*watched.read_}


# What each rule sees


def only(files: Catalogue, path: str) -> Catalogue:
    """The council, the plan, and one other record."""
    return make_catalogue(
        council=files.council,
        plan=files.plan,
        measures=tuple(one for one in files.measures if one.path == path),
        commitments=tuple(one for one in files.commitments if one.path == path),
        case_studies=tuple(one for one in files.case_studies if one.path == path),
        reports=tuple(one for one in files.reports if one.path == path),
        releases=files.releases if path == "releases.yaml" else (),
    )


def said_by(rules: Iterable[Rule], files: Catalogue, day: date, path: str) -> list[Remark]:
    rated = rate_catalogue(files, day)
    checks = (rule.check for rule in rules if rule.check)
    return [one for check in checks for one in check(rated) if one.path == path]


def repositories() -> Iterator[tuple[Files, date, str]]:
    """Every repository of the tests, its day, and each of its files."""
    for path in MADE_UP.paths():
        yield MADE_UP, DAY, path
    for example in (*VALID, *INVALID):
        yield over_base(example), AS_OF, place_of(example)


def test_what_a_rule_of_the_file_itself_says_needs_no_other_record() -> None:
    alone = [rule for rule in RULES if rule.sees == ITSELF]
    assert len(alone) > 20
    for files, day, path in repositories():
        catalogue = load(files, schemas()).catalogue
        if catalogue:
            told = said_by(alone, catalogue, day, path)
            assert told == said_by(alone, only(catalogue, path), day, path), path


def test_no_rule_needs_everything() -> None:
    """A new rule may: then a check of one file costs what the whole check costs."""
    assert [rule.id for rule in RULES if rule.sees.everything] == []
