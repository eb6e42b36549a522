"""What every page needs to be made: the rated catalogue, and where its content comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.catalogue import Catalogue
from generator.model.measure import Measure, PeriodEntry
from generator.model.past import Past
from generator.rules.frozen import Frozen
from generator.rules.rated import Rated
from generator.rules.second_check import SecondCheck, second_check


@dataclass(frozen=True, slots=True)
class Build:
    """One build of the site. `commit` names the state of the files that is built, and `past` is all
    that led to it; None where the files are of no commit. `frozen` are the states at which papers are
    frozen, by the names that papers give them.
    """

    rated: Rated
    commit: str
    version: str
    past: Past | None = None
    frozen: Mapping[str, Frozen] = field(default_factory=dict)
    _roles: dict[str, str] = field(init=False, repr=False, default_factory=dict)
    _checks: dict[tuple[str, str], SecondCheck | None] = field(
        init=False, repr=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        """Words every role once, because most figures name two."""
        for role in self.files.council.roles:
            self._roles[role.id] = f"{role.name} (example)" if role.example else role.name

    @property
    def files(self) -> Catalogue:
        """The records."""
        return self.rated.catalogue

    def role(self, name: str | None) -> str:
        """A role's name for people, or its id where council.yaml does not know it."""
        return self._roles.get(name, name) if name else ""

    @property
    def owner(self) -> str | None:
        """The council's name, to stand above the title of the site; None where the title holds it."""
        council = self.files.council
        return None if council.name in council.site.title else council.name

    def service(self, name: str) -> str:
        """A service's name for people."""
        service = self.files.services.get(name)
        return service.name if service else name

    def service_brief(self, name: str) -> str:
        """A service's short name."""
        service = self.files.services.get(name)
        return service.brief if service else name

    def body(self, name: str) -> str:
        """A body's name for people."""
        body = self.files.bodies.get(name)
        return body.name if body else name

    def second_check(self, measure: Measure, entry: PeriodEntry) -> SecondCheck | None:
        """What history shows of a figure's second check; None where it needs none, or has no past."""
        if self.past is None:
            return None
        key = (measure.id, entry.period.label)
        if key not in self._checks:
            self._checks[key] = second_check(measure, entry, self.past, self.files.council)
        return self._checks[key]

    def commit_href(self, commit: str) -> str | None:
        """Where a commit can be seen, if the repository is known."""
        site = self.files.council.site
        return f"{site.repository}/commit/{commit}" if site.repository else None

    def edit_href(self, path: str) -> str | None:
        """Where the file at `path` can be edited, if the repository is known."""
        site = self.files.council.site
        return f"{site.repository}/edit/{site.branch}/{path}" if site.repository else None
