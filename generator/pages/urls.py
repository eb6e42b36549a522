"""Addresses: where each page lies. A published address never changes (decision 0002)."""

HOME = "index.html"
MEASURES = "measures/index.html"
SERVICES = "services/index.html"
PLAN = "plan.html"
REPORTS = "reports/index.html"
CASE_STUDIES = "case-studies/index.html"
HOW_WE_RATE = "how-we-rate.html"
TARGETS = "targets.html"
GLOSSARY = "glossary.html"
SOURCES = "sources.html"
OVERRIDES = "overrides.html"
REVISIONS = "revisions.html"
RELEASES = "releases.html"
PROCESS_RISKS = "process-risks.html"
ASSURANCE = "assurance.html"
ADHERENCE = "adherence.html"
DATA = "data/index.html"
GUIDE = "guide/index.html"
CONTACT = "contact.html"
TIMETABLE = "timetable.html"
CHANGES = "changes.html"
FEED = "feeds/changes.atom"
DATES = "feeds/dates.ics"
RISKS = "risks.html"
GOALS = "goals/index.html"
DUTIES = "duties.html"
LESSONS = "lessons.html"
ACCESSIBILITY = "accessibility.html"
SEARCH = "search.html"
SEARCH_INDEX = "assets/search-index.js"
FIND_SCRIPT = "assets/find.js"


def measure(name: str) -> str:
    """The page of a measure."""
    return f"measures/{name}.html"


def service(name: str) -> str:
    """The page of a service."""
    return f"services/{name}.html"


def challenge(name: str) -> str:
    """The page of a grand challenge."""
    return f"challenges/{name}.html"


def mission(name: str) -> str:
    """The page of a mission."""
    return f"missions/{name}.html"


def commitment(name: str) -> str:
    """The page of a commitment."""
    return f"commitments/{name}.html"


def action(commitment_id: str, name: str) -> str:
    """The page of an action."""
    return f"actions/{commitment_id}-{name}.html"


def milestone(commitment_id: str, name: str) -> str:
    """A milestone's place on the page of its commitment."""
    return f"{commitment(commitment_id)}#{anchor(name)}"


def anchor(milestone_id: str) -> str:
    """The id of a milestone on the page of its commitment."""
    return f"milestone-{milestone_id}"


def case_study(name: str) -> str:
    """The page of a case study."""
    return f"case-studies/{name}.html"


def report(name: str) -> str:
    """The page of a committee report."""
    return f"reports/{name}.html"


def goal(number: int) -> str:
    """The page of a Sustainable Development Goal."""
    return f"goals/{number}.html"


def reader(name: str) -> str:
    """The entry page of a kind of reader."""
    return f"for/{name}.html"


def slug(text: str) -> str:
    """Words as part of an address: small letters and digits with hyphens between."""
    return "-".join("".join(letter if letter.isalnum() else " " for letter in text.lower()).split())


def root_of(path: str) -> str:
    """The way from the page at `path` up to the site's root: '' or '../'."""
    return "../" * path.count("/")


def relative(path: str, target: str) -> str:
    """The link from the page at `path` to `target`; outside addresses stay as they are."""
    outside = target.startswith(("https:", "http:", "mailto:"))
    return target if outside or target.startswith("#") else root_of(path) + target
