"""Figures quoted in the text of a report: always those of the measures (R52)."""

import time
from dataclasses import replace
from decimal import Decimal

import pytest

from generator.model.words import Basis, Direction, Status
from generator.rules.quotes import QuoteError, fill_in, quote_errors
from generator.rules.rated import Rated, rate_catalogue
from tests.helpers import AS_OF, catalogue, entry, measure, reported, span

GRANTS = measure(
    entry("91.0", 95, "2024-25 Q2"),
    entry(96, 95, "2024-25 Q3"),
    entry(None, 95, "2024-25 Q4"),
)
POOL = replace(
    measure(
        entry("32.2", span(29, 31), "2024-25 Q3"), direction=Direction.RANGE, unit="degrees Celsius"
    ),
    id="pool-temperature",
)
CONTENT = replace(
    measure(entry("38.5", 40, "2024-25 Q3"), basis=Basis.POINTS), id="residents-content"
)
SPENDING = replace(
    measure(entry(Decimal("43600"), None, "2024-25 Q3"), unit="pounds"), id="training-spend"
)


@pytest.fixture(name="rated", scope="module")
def _rated() -> Rated:
    return rate_catalogue(catalogue(GRANTS, POOL, CONTENT, SPENDING), AS_OF)


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ('{{ value("crisis-grants", "2024-25 Q2") }}', "91.0%"),
        ('{{ target("crisis-grants", "2024-25 Q2") }}', "95%"),
        ('{{ status("crisis-grants", "2024-25 Q2") }}', "amber"),
        ('{{ outwith("crisis-grants", "2024-25 Q2") }}', "4.21%"),
        ('{{ status("crisis-grants", "2024-25 Q4") }}', "not yet due"),
        ('{{ target("crisis-grants", "2024-25 Q4") }}', "95%"),
        ('{{ value("pool-temperature", "2024-25 Q3") }}', "32.2 degrees Celsius"),
        ('{{ target("pool-temperature", "2024-25 Q3") }}', "29 to 31 degrees Celsius"),
        ('{{ outwith("pool-temperature", "2024-25 Q3") }}', "3.87%"),
        # In points, the distance is in points: 40 less 38.5.
        ('{{ outwith("residents-content", "2024-25 Q3") }}', "1.50 points"),
        ('{{ value("training-spend", "2024-25 Q3") }}', "£43,600"),
        ('{{ status("training-spend", "2024-25 Q3") }}', "no target"),
        # Spaces and the kind of quotation mark do not matter.
        ("{{value('crisis-grants','2024-25 Q2')}}", "91.0%"),
    ],
)
def test_a_quote_becomes_the_figure_with_its_unit(quote: str, words: str, rated: Rated) -> None:
    assert fill_in(f"It was {quote}, as agreed.", rated) == f"It was {words}, as agreed."
    assert list(quote_errors(quote, rated)) == []


def test_all_quotes_of_a_text_are_filled_in(rated: Rated) -> None:
    text = (
        '{{ value("crisis-grants", "2024-25 Q2") }} of {{ target("crisis-grants", "2024-25 Q2") }}'
    )
    assert fill_in(text, rated) == "91.0% of 95%"


def test_text_without_quotes_is_left_alone(rated: Rated) -> None:
    text = "A single { or } is only text."
    assert fill_in(text, rated) == text


@pytest.mark.parametrize(
    ("text", "message", "fix"),
    [
        (
            "{{ crisis-grants }}",
            "{{ crisis-grants }} names no figure",
            'Write {{ value("measure-id", "2024-25 Q1") }}, or target, status or outwith.',
        ),
        (
            '{{ valeu("crisis-grants", "2024-25 Q2") }}',
            "there is nothing called valeu to quote",
            "Write one of: value, target, status, outwith.",
        ),
        (
            '{{ value("crisis-grant", "2024-25 Q2") }}',
            "there is no measure crisis-grant",
            "Did you mean crisis-grants?",
        ),
        (
            '{{ value("zzz", "2024-25 Q2") }}',
            "there is no measure zzz",
            "Use the id of a measure.",
        ),
        (
            '{{ value("crisis-grants", "2024-25 Q4") }}',
            "crisis-grants has no value for 2024-25 Q4",
            "Quote another figure or period; the latest: 2024-25 Q2 and 2024-25 Q3.",
        ),
        (
            '{{ outwith("crisis-grants", "2019-20 Q1") }}',
            "crisis-grants has no outwith for 2019-20 Q1",
            "Quote another figure or period; the latest: 2024-25 Q2 and 2024-25 Q3.",
        ),
        (
            '{{ target("training-spend", "2024-25 Q3") }}',
            "training-spend has no target for 2024-25 Q3",
            "Quote another figure or period; the latest: 2024-25 Q3.",
        ),
        (
            'It was {{ value("crisis-grants", "2024-25 Q2") }.',
            "a quote of a figure is opened or closed with only one half of {{ }}",
            'Write {{ value("measure-id", "2024-25 Q1") }}, with two brackets on each side.',
        ),
        (
            'It was { value("crisis-grants", "2024-25 Q2") }}.',
            "a quote of a figure is opened or closed with only one half of {{ }}",
            'Write {{ value("measure-id", "2024-25 Q1") }}, with two brackets on each side.',
        ),
    ],
)
def test_a_quote_that_names_no_figure_says_what_to_write(
    text: str, message: str, fix: str, rated: Rated
) -> None:
    with pytest.raises(QuoteError) as caught:
        fill_in(text, rated)
    assert (caught.value.message, caught.value.fix) == (message, fix)
    assert [(error.message, error.fix) for error in quote_errors(text, rated)] == [(message, fix)]


def test_every_wrong_quote_of_a_text_is_found(rated: Rated) -> None:
    text = '{{ a }} and {{ value("crisis-grants", "2024-25 Q2") }} and {{ b }}'
    assert [error.message for error in quote_errors(text, rated)] == [
        "{{ a }} names no figure",
        "{{ b }} names no figure",
    ]


def test_a_quoted_status_that_is_reported_says_what_the_figures_give() -> None:
    given = entry("91.0", 95, "2024-25 Q2")._replace(status=reported(Status.GREEN))
    rated = rate_catalogue(catalogue(measure(given)), AS_OF)
    told = fill_in('It is {{ status("crisis-grants", "2024-25 Q2") }}.', rated)
    assert told == "It is green (as reported; amber as computed)."


def test_a_text_of_opening_brackets_alone_is_refused_soon(rated: Rated) -> None:
    """Each of ten thousand openings once looked through all the rest for its end."""
    began = time.process_time()
    (error,) = quote_errors("}}" + "{{" * 9_999, rated)
    assert time.process_time() - began < 1
    assert error.message.startswith("a quote of a figure is opened or closed")
