"""Narrow loading: what decides the findings in a few files, and nothing else (decision 0044)."""

import re
from collections.abc import Collection, Iterable

from generator.loading.load import Loaded, Source, begun, kind_of
from generator.loading.schema import Schemas
from generator.model.catalogue import Catalogue, file_name
from generator.model.words import Status
from generator.rules.checks.identity import records_of
from generator.rules.named import KINDS, named_by
from generator.rules.rule import Rule

Name = tuple[str, str]
"""A kind of record and an id."""


def load_for(
    source: Source,
    schemas: Schemas,
    asked: Collection[str],
    rules: Iterable[Rule],
    beside: Collection[str] = (),
) -> Loaded:
    """The records that `rules` must see in order to say of the files `asked` all that they would say
    if every file were read, and the records `beside` them.

    An id is a file's name, so that what a file names is found by its path. A name that no file of
    that name answers to may be the id of any file: then all of its kind are read.
    """
    reading = begun(source, schemas)
    reading.read(sorted({*asked, *beside}))
    catalogue, paths = reading.loaded().catalogue, source.paths()
    reading.look_at_names(paths)
    if catalogue is None:
        return reading.loaded()
    rules = tuple(rules)
    if any(rule.sees.everything for rule in rules) or _leads_somewhere(source, asked, rules):
        reading.read(paths)
        return reading.loaded()
    named = set(named_by(catalogue))
    names = {name for _, name in named}
    reading.read(path for path in paths if file_name(path) in names)
    kinds = _compared(asked, rules) | _beside(asked, rules)
    if any(rule.sees.withheld for rule in rules) and _withholds(catalogue):
        kinds.add("measure")
    kinds |= _unanswered(named, reading.loaded().catalogue)
    if kinds:
        reading.read(path for path in paths if kind_of(path) in kinds)
    return reading.loaded()


def fed_by(changed: Collection[str], source: Source) -> set[str]:
    """The measures whose inputs are counted from one of the tables in `changed`."""
    tables = [path.rpartition("/") for path in changed if path.endswith(".csv")]
    if not tables:
        return set()
    found = set()
    for path in source.paths():
        names = [name for folder, _, name in tables if path.rpartition("/")[0] == folder]
        text = (source.read(path) or b"") if names and kind_of(path) == "measure" else b""
        if any(name.encode() in text for name in names):
            found.add(path)
    return found


def _compared(asked: Iterable[str], rules: Iterable[Rule]) -> set[str | None]:
    """The kinds of `asked` of which a rule compares all records."""
    whole = {kind for rule in rules for kind in rule.sees.whole}
    return {kind_of(path) for path in asked} & whole


def _beside(asked: Iterable[str], rules: Iterable[Rule]) -> set[str | None]:
    """The kinds that a rule reads whole because of the kinds of `asked`."""
    kinds = {kind_of(path) for path in asked}
    pairs = (pair for rule in rules for pair in rule.sees.beside)
    return {other for kind, others in pairs if kind in kinds for other in others}


def _withholds(catalogue: Catalogue) -> bool:
    """Whether a measure has a suppressed period, which other measures could give away."""
    return any(
        entry.state is Status.SUPPRESSED for one in catalogue.measures for entry in one.periods
    )


def _leads_somewhere(source: Source, asked: Iterable[str], rules: Iterable[Rule]) -> bool:
    """Whether a file has a link to a page of the site, and a rule asks if there is such a page."""
    if not any(rule.sees.linked for rule in rules):
        return False
    return any(_LINK.search(source.read(path) or b"") for path in asked)


_LINK = re.compile(rb"\]\(\s*<?(?!https?:|mailto:)|\]:\s*(?!https?:|mailto:)\S|href", re.IGNORECASE)
"""What begins a link that leads elsewhere in the site."""


def _unanswered(named: Iterable[Name], catalogue: Catalogue | None) -> set[str | None]:
    """The kinds of those names that no file of that name has as its id."""
    files = records_of(catalogue) if catalogue else ()
    answered = {(KINDS[type(one)], one.id) for one in files if one.id == file_name(one.path)}
    return {kind for kind, name in named if (kind, name) not in answered}
