"""The file .mailmap, in each form that git knows."""

from time import process_time

import pytest

from generator.loading.mailmap import read_mailmap
from generator.model.past import Person

MAILMAP = b"""# who is who
Proper Name <commit@one.example>
<proper@two.example> <commit@two.example>
Proper Three <proper@three.example> <commit@three.example>
Proper Four <proper@four.example> Typed Four <shared@four.example>   # a remark
not a line
<lonely@five.example>
"""


@pytest.mark.parametrize(
    ("name", "address", "person"),
    [
        ("Typed", "commit@one.example", Person("Proper Name", "commit@one.example", ("Typed",))),
        ("Typed", "COMMIT@one.example", Person("Proper Name", "COMMIT@one.example", ("Typed",))),
        (
            "Typed",
            "commit@two.example",
            Person("Typed", "proper@two.example", ("commit@two.example",)),
        ),
        (
            "Typed",
            "commit@three.example",
            Person("Proper Three", "proper@three.example", ("Typed", "commit@three.example")),
        ),
        (
            "typed four",
            "shared@four.example",
            Person("Proper Four", "proper@four.example", ("typed four", "shared@four.example")),
        ),
        ("Another", "shared@four.example", Person("Another", "shared@four.example")),
        ("Lonely", "lonely@five.example", Person("Lonely", "lonely@five.example")),
    ],
)
def test_a_person_is_who_the_mailmap_says_and_still_known_as_typed(
    name: str, address: str, person: Person
) -> None:
    assert read_mailmap(MAILMAP).person(name, address) == person


def test_lines_of_spaces_take_no_time() -> None:
    """Each line is looked at once, and for its first thousand characters alone."""
    began = process_time()
    assert read_mailmap((b" " * 1_000 + b"\n") * 20_000).known == {}
    assert process_time() - began < 2
