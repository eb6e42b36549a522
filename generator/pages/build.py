"""What every page needs to be made: the rated catalogue, and where its content comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.catalogue import Catalogue
from generator.rules.frozen import Frozen
from generator.rules.rated import Rated


@dataclass(frozen=True, slots=True)
class Build:
    """One build of the site. `commit` names the state of the files that is built.

    `frozen` are the states at which papers are frozen, by the names that papers give them.
    """

    rated: Rated
    commit: str
    version: str
    frozen: Mapping[str, Frozen] = field(default_factory=dict)
    _roles: dict[str, str] = field(init=False, repr=False, default_factory=dict)

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

    def edit_href(self, path: str) -> str | None:
        """Where the file at `path` can be edited, if the repository is known."""
        site = self.files.council.site
        return f"{site.repository}/edit/{site.branch}/{path}" if site.repository else None
