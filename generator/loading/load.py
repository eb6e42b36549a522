"""Loading: every file of a source becomes a record or findings; one bad file spoils no other."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Protocol

from generator.loading.prepare import Preparation
from generator.loading.records import build
from generator.loading.schema import Schemas
from generator.loading.typed import Place
from generator.loading.yaml_text import places, read_yaml
from generator.model.case_study import CaseStudy
from generator.model.catalogue import Catalogue, EvidenceFile, make_catalogue
from generator.model.commitment import Commitment
from generator.model.council import Council
from generator.model.finding import Finding, Pointer, Remark
from generator.model.measure import Measure
from generator.model.plan import Plan
from generator.model.release import Releases
from generator.model.report import Report
from generator.model.words import Severity

COUNCIL, PLAN = "council.yaml", "commitments/plan.yaml"
_PLACES = (
    ("council", re.compile(r"council\.yaml")),
    ("releases", re.compile(r"releases\.yaml")),
    ("plan", re.compile(r"commitments/plan\.yaml")),
    ("case-study", re.compile(r"commitments/case-studies/[^/]+\.yaml")),
    ("commitment", re.compile(r"commitments/[^/]+/[^/]+/[^/]+\.yaml")),
    ("measure", re.compile(r"measures/[^/]+/[^/]+\.yaml")),
    ("report", re.compile(r"reports/[^/]+\.yaml")),
)
_RECORDS: dict[str, type] = {
    "council": Council,
    "releases": Releases,
    "plan": Plan,
    "case-study": CaseStudy,
    "commitment": Commitment,
    "measure": Measure,
    "report": Report,
}


class Source(Protocol):
    """One state of a content repository: its files, by path with forward slashes."""

    def paths(self) -> Iterable[str]:
        """The path of every file under the content folders, sorted."""

    def read(self, path: str) -> bytes | None:
        """The bytes of the file at `path`; None when there is no such file."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a source holds. `catalogue` is None when council.yaml or the plan could not be read."""

    catalogue: Catalogue | None
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class Reading:
    """The files of a source that were read so far, and what was found in them."""

    source: Source
    schemas: Schemas
    council: Council | None = None
    plan: Plan | None = None
    year_starts: int = 4
    findings: list[Finding] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    made: dict[str, tuple[str, Any]] = field(default_factory=dict)
    evidence: list[EvidenceFile] = field(default_factory=list)
    """The kind and the record of each file that was read, by its path; None for no record."""

    def look_at_names(self, paths: Iterable[str]) -> None:
        """Tells of names that only capitals tell apart, and of folders that are not looked into."""
        known: dict[str, str] = {}
        for path in paths:
            twin = known.setdefault(path.casefold(), path)
            if twin != path:
                self.find("file-is-in-place", twin, (1, 1), f"{path} differs {_CAPITALS}", _RENAME)
            if path.endswith("/"):
                self.find("file-is-in-place", path.rstrip("/"), (1, 1), *_NOT_ENTERED)

    def read(self, paths: Iterable[str]) -> None:
        """Reads those of the files at `paths` that were not read before."""
        for path in paths:
            if path in (COUNCIL, PLAN) or path in self.made or path.endswith("/"):
                continue
            kind = kind_of(path)
            if path.endswith(".csv"):
                text = (self.source.read(path) or b"").decode("utf-8-sig", "replace")
                self.evidence.append(EvidenceFile(path, text))
            self.made[path] = (kind, self.record(kind, path)) if kind else ("", None)
            if not kind and is_told_of(path):
                message = "this file is not in a place, or under a name, that is read"
                self.find("file-is-in-place", path, (1, 1), message, _where(path))

    def loaded(self) -> Loaded:
        """What was read, in the order of the paths."""
        if self.council is None or self.plan is None:
            return Loaded(None, tuple(self.findings))
        records: dict[str, list[Any]] = {kind: [] for kind in _RECORDS}
        for path in sorted(self.made):
            kind, record = self.made[path]
            if record is not None:
                records[kind].append(record)
        catalogue = make_catalogue(
            council=self.council,
            plan=self.plan,
            measures=tuple(records["measure"]),
            commitments=tuple(records["commitment"]),
            case_studies=tuple(records["case-study"]),
            reports=tuple(records["report"]),
            releases=next((one.releases for one in records["releases"]), ()),
            unread=frozenset(self.unread),
            evidence=tuple(self.evidence),
        )
        return Loaded(catalogue, tuple(self.findings))

    def record(self, kind: str, path: str) -> Any:
        """The record in the file at `path`, or None with the findings that say why not."""
        text = self.source.read(path)
        if text is None:
            self._absent(path)
        made = None if text is None else self._record(kind, path, text)
        if made is None:
            self.unread.add(path.rpartition("/")[2].removesuffix(".yaml"))
        return made

    def _absent(self, path: str) -> None:
        fault, fix = f"there is no {path}", "Add the file."
        if path not in (COUNCIL, PLAN) or path in self.source.paths():
            fault = "this file cannot be read; it may be a link, and history holds no file behind a link"
            fix = "Put the file itself here."
        self.find("file-is-in-place", path, (1, 1), fault, fix)

    def _record(self, kind: str, path: str, text: bytes) -> Any:
        read = read_yaml(text)
        for slip in read.slips:
            self.find("yaml-can-be-read", path, (slip.line, slip.column), slip.message, slip.fix)
        if read.slips:
            return None
        if not self.schemas.allows(kind, read.value):
            complaints = self.schemas.complaints(kind, read.value)
            remarks = [Remark(path=path, at=at, message=m, fix=f) for at, m, f in complaints]
            self.place("schema", text, remarks or [Remark(path=path, at=(), **_UNSAID)])
            return None
        preparation = Preparation(path, self.source.read, self.year_starts)
        data = self._prepared(kind, read.value, preparation)
        if preparation.remarks:
            self.place("schema", text, preparation.remarks)
            return None
        return build(_RECORDS[kind], data, path=path)

    def _prepared(self, kind: str, data: Any, preparation: Preparation) -> Any:
        if kind == "measure":
            return preparation.measure(data)
        return preparation.commitment(data) if kind == "commitment" else data

    def place(self, rule: str, text: bytes, remarks: Iterable[Remark]) -> None:
        """Adds a finding for each remark, at the line of the value that it is about."""
        told = list(remarks)
        marks = places(text, [remark.at for remark in told])
        for remark in told:
            place = nearest_place(marks, remark.at)
            self.find(rule, remark.path, place, remark.message, remark.fix)

    def find(self, rule: str, path: str, place: Place, message: str, fix: str) -> None:
        """Adds one finding; what keeps a file from being read is always an error."""
        line, column = place
        self.findings.append(
            Finding(
                rule=rule,
                severity=Severity.ERROR,
                path=path,
                line=line,
                column=column,
                message=message,
                fix=fix,
            )
        )


def begun(source: Source, schemas: Schemas) -> Reading:
    """A reading of `source` that has the council and the plan, which all else refers to."""
    reading = Reading(source, schemas)
    reading.council = reading.record("council", COUNCIL)
    if reading.council:
        reading.year_starts = reading.council.year_starts
    reading.plan = reading.record("plan", PLAN)
    return reading


def load(source: Source, schemas: Schemas) -> Loaded:
    """Every record of `source`, and a finding for all that keeps a file from being one."""
    reading = begun(source, schemas)
    paths = source.paths()
    reading.look_at_names(paths)
    reading.read(paths)
    return reading.loaded()


def load_council(source: Source, schemas: Schemas) -> Council | None:
    """The council alone; None where there is no council.yaml that can be read."""
    council: Council | None = Reading(source, schemas).record("council", COUNCIL)
    return council


def load_record(source: Source, schemas: Schemas, path: str, year_starts: int) -> Any:
    """The record in one file alone; None where it is none, or cannot be read."""
    kind = {COUNCIL: "council", PLAN: "plan"}.get(path) or kind_of(path)
    if kind is None:
        return None
    reading = Reading(source, schemas, year_starts=year_starts)
    return reading.record(kind, path)


def nearest_place(marks: Any, at: Pointer) -> Place:
    """The place of the value at `at`, or of the nearest value around it."""
    for length in range(len(at), -1, -1):
        if at[:length] in marks:
            place: Place = marks[at[:length]]
            return place
    return (1, 1)


def kind_of(path: str) -> str | None:
    """The kind of record that a file at `path` holds, by its place in the repository."""
    return next((kind for kind, place in _PLACES if place.fullmatch(path)), None)


def is_told_of(path: str) -> bool:
    """Whether a file holds a record, or looks as if it should: the only ones that have findings."""
    return kind_of(path) is not None or not (path.endswith(_BESIDE) or _HIDDEN.search(path))


_CAPITALS = "from this name only in capital letters, and many computers take the two for one file"
_RENAME = "Give one of the two another name."
_NOT_ENTERED = (
    "nothing in this folder is read: it is a link, a repository of its own, or may not be opened",
    "Put the folder itself here, with the right to read it.",
)
_BESIDE = (".csv", ".md", ".gitkeep")
"""What may lie beside the records: evidence, and notes for authors."""
_HIDDEN = re.compile(r"/\.[^/]*$(?<!\.yaml)(?<!\.yml)")
"""What programs keep for themselves. A record that is hidden by a dot is told all the same."""
_UNSAID = {
    "message": "this file is not what its schema asks for",
    "fix": "Compare it with another file of its kind.",
}


def _where(path: str) -> str:
    """What to do with a file that is not read; one word where only the end of its name is wrong."""
    renamed = re.sub(r"(\.ya?ml)?(\.ya?ml|\.txt)$", ".yaml", path)
    if renamed != path and kind_of(renamed):
        return f"Rename it to {renamed.rpartition('/')[2]}."
    return _WHERE


_WHERE = (
    "Put measures in measures/<service>/<id>.yaml, commitments in commitments/<grand-challenge>/"
    "<mission>/<id>.yaml, case studies in commitments/case-studies/<id>.yaml, reports in reports/, "
    "and end the name in .yaml."
)
