"""One state of a content repository: loaded, rated, checked."""

from dataclasses import dataclass
from datetime import date

from generator.loading.load import Source, load
from generator.loading.locate import located
from generator.loading.schema import Schemas
from generator.model.finding import Finding
from generator.model.words import Severity
from generator.rules.check import check
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
    return State(rated, tuple(sorted(set(findings), key=lambda finding: finding.order)))
