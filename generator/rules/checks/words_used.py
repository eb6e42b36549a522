"""Rules on single words: acronyms that nobody explains, and data about persons."""

import re
from collections.abc import Iterator

from generator.model.catalogue import Catalogue
from generator.model.council import Council
from generator.model.finding import Remark
from generator.model.terms import TERMS
from generator.rules.rated import Rated
from generator.rules.texts import PlacedText, council_texts, every_text

KNOWN_TO_ALL = frozenset(
    [
        "AM",
        "PM",
        "BBC",
        "CD",
        "CCTV",
        "CO",
        "COVID",
        "CSV",
        "CV",
        "DIY",
        "DNA",
        "DVD",
        "EU",
        "FAQ",
        "GB",
        "GCSE",
        "GDP",
        "GP",
        "HIV",
        "HTML",
        "HTTP",
        "HTTPS",
        "ID",
        "IT",
        "MP",
        "MSP",
        "NHS",
        "PC",
        "PDF",
        "PIN",
        "PO",
        "QR",
        "RAG",
        "TV",
        "UK",
        "UN",
        "USA",
        "USB",
        "VAT",
        "VIP",
        "WWW",
        "XML",
        "YAML",
        "AND",
        "ARE",
        "BUT",
        "FOR",
        "NO",
        "NOT",
        "OR",
        "THE",
        "RED",
        "AMBER",
        "GREEN",
        "NB",
        # `text_is_finished` tells of these.
        *("FIXME", "TBA", "TBC", "TBD", "TODO", "XXX"),
        "OK",
    ]
)
"""Acronyms that need no entry, and small words that some write in capitals."""
_ACRONYM = re.compile(r"(?<![\w/.-])([A-Z]{2,6})s?(?![\w-])")
_ROMAN = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_NOT_WORDS = re.compile(r"`[^`]*`|\bhttps?://\S+|\{\{.*?\}\}|\]\([^)]*\)", re.DOTALL)
_READ_BY_PEOPLE = frozenset(
    [
        "title",
        "short_title",
        "definition",
        "why_it_matters",
        "good_looks_like",
        "commentary",
        "text",
        "outcome",
        "done_when",
        "progress",
        "planned",
        "summary",
        "direction",
        "success",
        "synopsis",
        "challenge",
        "solution",
        "sustained",
        "lessons",
        "purpose",
        "recommendations",
        "background",
        "performance",
        "implications",
        "answer",
        "notice",
    ]
)
"""Keys whose texts stand on a page without more to explain them."""

_PERSONAL = (
    ("an e-mail address", re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+")),
    (
        "a National Insurance number",
        re.compile(r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b", re.I),
    ),
    (
        "a telephone number",
        re.compile(r"(?<![\w.,+-])(?:\+44 ?(?:\(0\) ?)?|\(?0)[1-9](?:[ )-]{0,2}\d){8,9}(?![\w-])"),
    ),
    (
        "a date of birth",
        re.compile(
            r"\b(?:date of birth|d\.?o\.?b\.?|born(?: on)?)\W{0,3}(?:the )?"
            r"(?:\d{1,2}(?:st|nd|rd|th)?[ /.-](?:\d{1,2}|[A-Z][a-z]+)[ /.-]\d{2,4}|\d{4}-\d{2}-\d{2})",
            re.I,
        ),
    ),
)
_MAY_BE_PERSONAL = re.compile(
    r"(?=[@0-9BDbd])(?:@|\d(?:[ ()/.-]{0,3}\d){5}|(?i:born|birth|d\.?o\.?b))"
)
"""What every text with any of these has; most texts are passed over by it, by one letter at a time."""
_COLUMNS = {
    "name": "names", "full name": "names", "first name": "names", "forename": "names",
    "surname": "names", "last name": "names", "email": "e-mail addresses",
    "e mail": "e-mail addresses", "email address": "e-mail addresses", "dob": "dates of birth",
    "date of birth": "dates of birth", "address": "addresses", "home address": "addresses",
    "postcode": "postcodes", "nino": "National Insurance numbers",
    "ni number": "National Insurance numbers",
    "national insurance number": "National Insurance numbers", "phone": "telephone numbers",
    "phone number": "telephone numbers", "telephone": "telephone numbers",
    "mobile": "telephone numbers",
}  # fmt: skip
"""What a column of an evidence file holds, by its name in small letters."""
_TAKE_OUT = (
    "Take it out, and ask for it to be taken out of the history too. Ways to get in touch belong "
    "under contacts in council.yaml."
)


def acronym_is_explained(rated: Rated) -> Iterator[Remark]:
    """An acronym in a text has an entry in the glossary, or is explained where it stands."""
    known = explained_acronyms(rated.catalogue)
    told: set[tuple[str, str]] = set()
    for record, at, text in every_text(rated):
        if not _ACRONYM.search(text) or _READ_BY_PEOPLE.isdisjoint(at) or at[0] == "source":
            continue
        plain = _NOT_WORDS.sub(" ", text)
        for found in _ACRONYM.finditer(plain):
            name = found[1]
            if name in known or _ROMAN.fullmatch(name) or (record.path, name) in told:
                continue
            told.add((record.path, name))
            if not _is_explained_here(name, plain):
                yield Remark(
                    path=record.path,
                    at=at,
                    message=f"{name} is explained nowhere",
                    fix=(
                        f"Add it to glossary in council.yaml: {{term: {name}, expansion: what it stands "
                        "for, meaning: what it is, group: where it belongs}; or write it out."
                    ),
                )


def no_personal_data(rated: Rated) -> Iterator[Remark]:
    """No text and no evidence file holds an e-mail address, telephone number, National Insurance number
    or date of birth of a person, and no evidence file a column for them.
    """
    for one in (*every_text(rated), *council_texts(rated)):
        if not _is_a_way_to_get_in_touch(one):
            for what in _personal(one.text):
                yield from one.remarks(message=f"this text holds {what}", fix=_TAKE_OUT)
    yield from _in_evidence(rated.catalogue)


def explained_acronyms(files: Catalogue) -> frozenset[str]:
    """The acronyms that the site explains: of the glossary, of services and bodies, and common ones."""
    council = files.council
    terms = [term.term for term in (*TERMS, *council.glossary)]
    short = [service.short for service in council.services if service.short]
    short += [body.short for body in council.bodies if body.short]
    words = {word.strip("()") for text in (*terms, *short) for word in text.split()}
    return KNOWN_TO_ALL | frozenset(words)


def _is_explained_here(name: str, text: str) -> bool:
    """Whether the acronym stands in brackets after its words, or they in brackets after it."""
    return bool(re.search(rf"\w \({name}s?\)|\b{name}s? \((?=[^)]* )", text))


def _is_a_way_to_get_in_touch(one: PlacedText) -> bool:
    """Whether a text of council.yaml is about who answers for the council, and where."""
    return isinstance(one.record, Council) and (
        one.at[0] in ("contacts", "people") or "holders" in one.at
    )


def _personal(text: str) -> Iterator[str]:
    """Each kind of personal data in a text; it is not repeated."""
    if _MAY_BE_PERSONAL.search(text):
        yield from (what for what, pattern in _PERSONAL if pattern.search(text))


def _in_evidence(files: Catalogue) -> Iterator[Remark]:
    for table in files.evidence:
        rows = table.text.splitlines()
        for column in rows[0].split(",") if rows else ():
            held = _COLUMNS.get(" ".join(re.split(r"[\W_]+", column.strip().lower())).strip())
            if held:
                yield Remark(
                    path=table.path,
                    at=(1,),
                    message=f"the column {column.strip()} is for {held}",
                    fix="Leave out the column: a count needs no persons. " + _TAKE_OUT,
                )
        for number, row in enumerate(rows, start=1):
            for what in _personal(row):
                yield Remark(
                    path=table.path,
                    at=(number,),
                    message=f"row {number} holds {what}",
                    fix=_TAKE_OUT,
                )
