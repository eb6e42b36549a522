"""Rules on texts, each with tables of what is found and what is not."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from time import perf_counter

import pytest

from generator.pages.build import Build
from generator.pages.site import pages
from generator.resources import schemas
from generator.rules.addresses import milestone_anchors, page_addresses, page_of, way_from
from generator.rules.checks.links import address_fault
from generator.rules.checks.words_used import explained_acronyms
from generator.rules.days_in_text import days_in, has_a_timetable
from generator.rules.figures_in_text import typed_figures
from generator.rules.texts import texts_of
from generator.rules.vague import VAGUE_WORDS, vague_words
from generator.sources import Folder
from generator.state import State, read_state
from tests.helpers import ROOT, Files, files_under, in_one_line, state_of

COUNCIL = files_under(ROOT / "tests" / "council")
REPORT = "reports/2024-11-20-scrutiny.yaml"


def found_by(rule: str, files: Files, as_of: date = date(2025, 3, 31)) -> list[str]:
    """What one rule finds in a repository, a line each."""
    return [in_one_line(one) for one in state_of(files, as_of).findings if one.rule == rule]


def with_text(path: str, before: str, after: str) -> Files:
    """The made-up council with one text in place of another."""
    text = COUNCIL.texts[path].decode()
    assert before in text
    return COUNCIL.having(path, text.replace(before, after, 1).encode())


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("91% of cases", ["91%"]),
        ("91.5 per cent of cases", ["91.5 per cent"]),
        ("it cost £1,234.50 a month", ["£1,234.50"]),
        ("it cost £4.2 million", ["£4.2 million"]),
        ("a wait of 12.3 days", ["12.3"]),
        ("between 90% and 95%.", ["90%", "95%"]),
    ],
)
def test_a_number_with_a_sign_or_decimals_is_a_figure(text: str, figures: list[str]) -> None:
    """R52: what looks like a figure."""
    assert [figure.words for figure in typed_figures(text)] == figures


@pytest.mark.parametrize(
    "text",
    [
        "on 31 March 2025",
        "on 31.03.2025",
        "on 2025-03-31",
        "in 2024-25 Q3",
        "in 2023/24",
        "twelve of 20 steps",
        "1,250 people",
        "grand challenges 1 & 2",
        "item 3.4 of the agenda",
        "sections 2.1 and 2.2",
        "version 2.0 of the manual",
        "at 8.30 am",
        'it was {{ value("crisis-grants", "2024-25") }}',
        "see https://example.org/2.5%20up",
        "the code `12.5`",
        "IPv4 10.0.0.1",
        "phase 2.5b",
    ],
)
def test_a_date_a_count_an_item_or_a_quote_is_no_figure(text: str) -> None:
    assert list(typed_figures(text)) == []


def test_a_figure_in_millions_is_read_in_full() -> None:
    """£4.2 million is 4,200,000 and £3k is 3,000."""
    values = [figure.value for figure in typed_figures("£4.2 million, then £3k")]
    assert values == [Decimal(4_200_000), Decimal(3_000)]


SINCE = date(2024, 12, 31)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("by 30 April 2025", date(2025, 4, 30)),
        ("the 2nd May 2025", date(2025, 5, 2)),
        ("in April 2025", date(2025, 4, 30)),
        ("by Feb 2025", date(2025, 2, 28)),
        ("from July", date(2025, 7, 31)),
        ("by 4 July", date(2025, 7, 31)),
        ("in December", date(2025, 12, 31)),
        ("by 2025-06-30", date(2025, 6, 30)),
        ("in 2025-26 Q1", date(2025, 6, 30)),
        ("during 2025-26", date(2026, 3, 31)),
        ("in 2025/26", date(2026, 3, 31)),
        ("in spring 2025", date(2025, 5, 31)),
        ("in the Summer of 2025", date(2025, 8, 31)),
        ("by 2027", date(2027, 12, 31)),
        ("31 February 2025", date(2025, 2, 28)),
    ],
)
def test_a_time_that_a_text_names_ends_on_its_last_day(text: str, last: date) -> None:
    """R131: a month without a year is the next one after the period."""
    assert days_in(text, SINCE) == [last]


@pytest.mark.parametrize(
    "text",
    ["Twelve wards.", "It may march on.", "Phase 1 of 12", "2025-13-40", "2025-27", "12 monkeys"],
)
def test_a_text_without_a_time_names_no_day(text: str) -> None:
    assert days_in(text, SINCE) == []


def test_every_day_of_a_text_is_found_once() -> None:
    text = "The exit is built in February 2025. The team moves by 30 April 2025."
    assert days_in(text, SINCE) == [date(2025, 2, 28), date(2025, 4, 30)]


def test_a_timetable_is_said_by_each_every_or_monthly() -> None:
    assert has_a_timetable("A visit each term")
    assert has_a_timetable("Quarterly meetings")
    assert not has_a_timetable("Reach out to everyone")


@pytest.mark.parametrize("word", VAGUE_WORDS)
def test_each_vague_word_is_found_in_capitals_and_across_lines(word: str) -> None:
    """R130."""
    text = f"It is {word.upper()}, they say.".replace(" ", "\n", 1)
    assert word in vague_words(text)


def test_the_longest_vague_words_are_told_and_parts_of_words_are_not() -> None:
    assert vague_words("As soon as possible") == ["as soon as possible"]
    assert vague_words("A sooner end") == []


def test_texts_have_their_places_in_the_file() -> None:
    rated = state_of(COUNCIL).rated
    assert rated
    study = next(s for s in rated.catalogue.case_studies if s.id == "one-front-door-for-advice")
    places = dict(texts_of(study))
    assert places["lessons", 1] == "Move the smallest team first."
    assert places["checked", "how"].startswith("Traced both amounts")
    assert ("checked", "by") not in places  # the id of a role
    assert places["links", 0, "text"] == "Plans of the Market Street office"


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "https://www.example.org/a/b.html?c=1&d=2#e",
        "http://example.org:8080/x",
        "https://strathbeg.example/plan.pdf",
    ],
)
def test_a_whole_web_address_has_no_fault(address: str) -> None:
    assert address_fault(address) is None


@pytest.mark.parametrize(
    "address",
    [
        "https:/example.org",
        "https://",
        "https:///x",
        "https://parks",
        "https://ex_ample.org",
        "https://-example.org",
        "https://example..org",
        "https://example.org:port/",
        "https://example.org:0/",
        "https://ash:secret@example.org/",
        "https://example.org/https://example.org",
        "https://[bad/",
    ],
)
def test_an_address_that_no_browser_opens_has_a_fault(address: str) -> None:
    assert address_fault(address)


@pytest.mark.parametrize(
    ("path", "day"), [(ROOT / "tests" / "council", "2025-05-20"), (ROOT, "2026-11-23")]
)
def test_the_addresses_that_texts_may_link_to_are_the_pages_of_the_site(
    path: Path, day: str
) -> None:
    """R3: one list of addresses here, one where the pages are made, and both agree."""
    state = _state(path, day)
    assert state.rated
    made = {page.path for page in pages(Build(state.rated, "", ""))}
    assert page_addresses(state.rated.catalogue) == made
    assert {way.partition("#")[0] for way in milestone_anchors(state.rated.catalogue)} <= made
    files = state.rated.catalogue
    assert {page_of(measure.path) for measure in files.measures} <= made
    assert {page_of(commitment.path) for commitment in files.commitments} <= made


def _state(path: Path, day: str) -> State:
    return read_state(Folder(path), schemas(), date.fromisoformat(day))


def test_a_way_is_written_from_the_page_that_shows_the_text() -> None:
    assert way_from("measures/a.html", "measures/b.html") == "b.html"
    assert way_from("measures/a.html", "plan.html") == "../plan.html"
    assert way_from("plan.html", "measures/b.html") == "measures/b.html"
    assert page_of("council.yaml") == "index.html"
    assert page_of("commitments/case-studies/swings.yaml") == "case-studies/swings.html"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Write to ash.example@mail.example.", "an e-mail address"),
        ("Ring 0141 496 0000.", "a telephone number"),
        ("Ring +44 (0)141 496 0000.", "a telephone number"),
        ("Ring (0141) 496-0000.", "a telephone number"),
        ("Ring 07700 900123.", "a telephone number"),
        ("Her number is AB 12 34 56 C.", "a National Insurance number"),
        ("DOB 03/05/1982", "a date of birth"),
        ("He was born on 3 May 1982.", "a date of birth"),
    ],
)
def test_personal_data_are_found_and_not_repeated(text: str, found: str) -> None:
    """R117, R153: the finding goes to logs that many read."""
    files = with_text(REPORT, "To show the committee", f"{text} To show the committee")
    (told,) = found_by("no-personal-data", files)
    assert f"no-personal-data: this text holds {found}. " in told
    assert text.rsplit(maxsplit=1)[-1].rstrip(".") not in told


@pytest.mark.parametrize(
    "text",
    [
        "It fell from 0.123456789 to 0.2.",
        "From 01 to 02 and 1,234,567,890 pounds.",
        "A mother of one born in 2024.",
        "The charity SC037844, and commit 0123456789abcdef0123.",
        "Between 2023-24 and 2024-25, 10 of 12.",
    ],
)
def test_numbers_that_are_of_nobody_are_passed_over(text: str) -> None:
    files = with_text(REPORT, "To show the committee", f"{text} To show the committee")
    assert found_by("no-personal-data", files) == []


def test_contacts_and_holders_of_the_council_may_have_addresses_and_nothing_else() -> None:
    """The council's own mailboxes, and the git identity of a role's holder (R115, R117)."""
    assert found_by("no-personal-data", COUNCIL) == []
    files = with_text(
        "council.yaml", "Only the internal auditor", "Ask a@b.example. Only the auditor"
    )
    assert len(found_by("no-personal-data", files)) == 1


def test_columns_and_rows_of_evidence_are_looked_at() -> None:
    path = "measures/parks/trees-planted.csv"
    rows = b"Park,First Name,E-mail,Trees\nHill,Ash,ash@mail.example,3\n"
    found = found_by("no-personal-data", COUNCIL.having(path, rows))
    assert [line.split(". ")[0] for line in found] == [
        "1:1 error no-personal-data: the column E-mail is for e-mail addresses",
        "1:1 error no-personal-data: the column First Name is for names",
        "2:1 error no-personal-data: row 2 holds an e-mail address",
    ]


def test_an_empty_evidence_file_holds_nobody() -> None:
    assert found_by("no-personal-data", COUNCIL.having("measures/parks/empty.csv", b"")) == []


@pytest.mark.parametrize(
    "text",
    [
        "The SMT and the ALEO met.",
        "The PWG, as council.yaml explains.",
        "Park Rangers United (PRU) met, and the PRU agreed.",
        "The PRU (Park Rangers United) met.",
        "Part IV and chapter XII.",
        "COVID-19 and CO2 in the UK.",
        "See https://example.org/ABCD and `ABCD`.",
        "I, A and Q1.",
    ],
)
def test_an_acronym_with_an_entry_or_its_words_is_explained(text: str) -> None:
    """R121."""
    files = with_text(REPORT, "To show the committee", f"{text} To show the committee")
    assert found_by("acronym-is-explained", files) == []


def test_an_acronym_is_warned_of_once_a_file() -> None:
    files = with_text(
        REPORT, "To show the committee", "The ZQX and two ZQXs. To show the committee"
    )
    files = files.having(
        REPORT,
        files.texts[REPORT].replace(b"Say which results", b"Say, with the ZQX, which results"),
    )
    (told,) = found_by("acronym-is-explained", files)
    assert "ZQX is explained nowhere. " in told


def test_short_names_of_services_and_bodies_are_entries() -> None:
    rated = state_of(COUNCIL).rated
    assert rated
    assert {"CMT", "SMT", "PWG", "LGBF"} <= explained_acronyms(rated.catalogue)


def test_a_quote_is_offered_from_the_period_of_the_report_first() -> None:
    """95% is the target of every quarter: that of the report's own is meant."""
    files = with_text(REPORT, "To show the committee", "95% was the aim. To show the committee")
    (told,) = found_by("typed-figure-is-quoted", files)
    assert told.endswith('Write {{ target("advice-decided", "2024-25 Q2") }} in its place.')


def test_the_ends_of_the_bands_may_be_explained() -> None:
    """The report says: within 2.49% green, 2.50% to 4.99% amber, from 5.00% red."""
    assert b"2.49%" in COUNCIL.texts[REPORT]
    assert found_by("typed-figure-is-quoted", COUNCIL) == []


def test_the_content_of_this_repository_is_warned_of_in_few_places() -> None:
    """The manual gives its milestones no dates, and the plan's missions no end: 7 lines say so."""
    new = {
        *("milestone-has-a-test", "outcome-is-stated", "acronym-is-explained"),
        *("words-are-definite", "typed-figure-is-quoted", "progress-is-dated"),
    }
    found = [one for one in _state(ROOT, "2026-11-23").findings if one.rule in new]
    assert (
        sorted(one.rule for one in found)
        == ["milestone-has-a-test"] * 4 + ["outcome-is-stated"] * 3
    )


@pytest.mark.parametrize(
    "text",
    ["[x](" * 5000, "[" * 20000, "(" * 20000, "a" * 20000 + "1", "a." * 9999 + "1", "{{" * 9999],
    ids=["links", "brackets", "parentheses", "word", "dots", "quotes"],
)
def test_a_text_built_to_take_minutes_is_read_at_once(text: str) -> None:
    """Each of these texts has the most letters that a text may have."""
    path = "measures/housing/advice-decided.yaml"
    before = b"why_it_matters: "
    held = COUNCIL.texts[path].replace(before, before + f'"{text}"\n#'.encode(), 1)
    start = perf_counter()
    state = state_of(COUNCIL.having(path, held))
    assert state.rated
    assert perf_counter() - start < 20


def test_brackets_in_a_title_are_no_link() -> None:
    """A title is shown letter by letter."""
    files = with_text(
        "measures/housing/advice-decided.yaml", "title: Housing", "title: '[x](y) Housing"
    )
    files = files.having(
        "measures/housing/advice-decided.yaml",
        files.texts["measures/housing/advice-decided.yaml"].replace(
            b"five working days\n", b"five working days'\n", 1
        ),
    )
    assert found_by("link-leads-somewhere", files) == []
