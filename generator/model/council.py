"""The council: names, bodies, services, roles, the RAG bands and the policy on rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.model.words import Reading, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """The two colours of the head of every page, as #14404d: its ground, and the accent on it."""

    colour: str
    accent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The published site and the repository behind it."""

    title: str
    address: str | None = None
    repository: str | None = None
    branch: str = "main"
    brand: Brand | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """The licence under which the figures are published."""

    name: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """The performance framework that the site follows (R1)."""

    name: str
    version: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Where to ask: a role's mailbox or a page."""

    for_: str
    email: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A management team or committee that agrees and scrutinises."""

    id: str
    name: str
    kind: str
    short: str | None = None
    service: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A service, a partnership or an arm's length organisation."""

    id: str
    name: str
    kind: str
    short: str | None = None
    about: str | None = None

    @property
    def brief(self) -> str:
        """The short name where there is one."""
        return self.short or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who holds a role, as a git identity, from when to when.

    One who is `acting` stands in for a holder who has left, and may be the backup (R30).
    """

    identity: str
    from_: date
    to: date | None = None
    acting: bool = False

    def holds_on(self, day: date) -> bool:
        """Whether the role is held on `day`; the first and the last day both count."""
        return self.from_ <= day and (self.to is None or day <= self.to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role that owns, calculates, checks or approves."""

    id: str
    name: str
    service: str
    reports_to: str | None = None
    example: bool = False
    holders: tuple[Holder, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A statutory duty that measures report on."""

    id: str
    name: str
    about: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bands:
    """How far outwith target is still green or amber, from a date on (R70, R84)."""

    from_: date
    green_up_to: Decimal
    amber_up_to: Decimal
    adopted_by: str
    reading: Reading = Reading.TWO_DECIMALS
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetWindow:
    """How many days into a year its targets may still be changed (R11)."""

    window_closes_after_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCycle:
    """How many months a measure stands before it is looked at again (R5)."""

    every_months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalationLimit:
    """How many days a risk that was escalated may wait for its answer (R60)."""

    answered_within_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired:
    """An id that was taken out, and is never used again (R156)."""

    id: str
    on: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """From when to when nothing new is published, both days among them, and why (R162)."""

    from_: date
    to: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishing:
    """When the site may show something new."""

    paused: tuple[Pause, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePolicy:
    """The severity of one rule, with the reason for departing from its default."""

    severity: Severity
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentSource:
    """Where content of the repository comes from."""

    name: str
    used_for: str
    licence: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of the glossary."""

    term: str
    meaning: str
    group: str
    expansion: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Council:
    """Everything about the council itself, as council.yaml says.

    `people` gives the identities of each person who has more than one. `retention_years` is how long
    extracts are kept after the end of their period.
    """

    path: str
    name: str
    site: Site
    licence: Licence
    framework: Framework
    contacts: tuple[Contact, ...]
    bodies: tuple[Body, ...]
    services: tuple[Service, ...]
    roles: tuple[Role, ...]
    bands: tuple[Bands, ...]
    example: str | None = None
    not_followed: str | None = None
    year_starts: int = 4
    duties: tuple[Duty, ...] = ()
    policy: Mapping[str, RulePolicy] | None = None
    sources: tuple[ContentSource, ...] = ()
    glossary: tuple[Term, ...] = ()
    targets: TargetWindow | None = None
    reviews: ReviewCycle | None = None
    escalations: EscalationLimit | None = None
    publication: Publishing | None = None
    retention_years: int | None = None
    people: Mapping[str, tuple[str, ...]] | None = None
    retired: tuple[Retired, ...] = ()

    def bands_on(self, day: date) -> Bands | None:
        """The corporate bands in force on `day`; None before the first of them."""
        latest = None
        for bands in self.bands:
            if bands.from_ <= day and (latest is None or latest.from_ < bands.from_):
                latest = bands
        return latest


def council_of(bands: Bands) -> Council:
    """A council that has nothing but its bands: enough to rate one figure."""
    return Council(
        path="", name="", site=Site(title=""), licence=Licence(name="", url=""),
        framework=Framework(name="", version="", date=""), contacts=(), bodies=(), services=(),
        roles=(), bands=(bands,),
    )  # fmt: skip
