"""One state of a content repository: loaded, rated, checked."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from generator.loading.load import COUNCIL, PLAN, Source, load
from generator.loading.locate import located
from generator.loading.narrow import load_for
from generator.loading.schema import Schemas
from generator.model.finding import Finding
from generator.model.words import Severity
from generator.rules.check import check
from generator.rules.checks.all_rules import RULES
from generator.rules.rated import Rated, rate_catalogue


@dataclass(frozen=True, slots=True)
class State:
    """What the files say on one day. `rated` is None when council.yaml or the plan is unreadable."""

    rated: Rated | None
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> int:
        """How many findings stop publication."""
        return sum(1 for finding in self.findings if finding.severity is Severity.ERROR)

    @property
    def warnings(self) -> int:
        """How many findings are only listed."""
        return len(self.findings) - self.errors


def read_state(source: Source, schemas: Schemas, as_of: date) -> State:
    """The state of `source` on the day `as_of`, with every finding in order."""
    loaded = load(source, schemas)
    findings = list(loaded.findings)
    rated = None
    if loaded.catalogue:
        rated = rate_catalogue(loaded.catalogue, as_of)
        findings += located(check(rated), source)
    return State(rated, _in_order(findings))


def findings_in(
    asked: Collection[str], source: Source, schemas: Schemas, as_of: date
) -> tuple[Finding, ...]:
    """The findings of `source` that lie in the files `asked`, without reading all of it.

    Where council.yaml or the plan cannot be read nothing can be said of any file, and that is told.
    """
    return read_part(asked, (), source, schemas, as_of).findings


def read_part(
    asked: Collection[str], beside: Collection[str], source: Source, schemas: Schemas, as_of: date
) -> State:
    """The state of what decides the findings in the files `asked`, and of the files `beside`."""
    loaded = load_for(source, schemas, asked, RULES, beside)
    about = {*asked} if loaded.catalogue else {*asked, COUNCIL, PLAN}
    findings = [finding for finding in loaded.findings if finding.path in about]
    if loaded.catalogue is None:
        return State(None, _in_order(findings))
    rated = rate_catalogue(loaded.catalogue, as_of)
    findings += located((one for one in check(rated) if one[2].path in about), source)
    return State(rated, _in_order(findings))


def _in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(set(findings), key=lambda finding: finding.order))
