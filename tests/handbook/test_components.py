"""The handbook's page of components shows every component there is."""

import re

from generator.handbook.component_examples import examples
from generator.handbook.components import (
    AT_WORK,
    OF_EVERY_PAGE,
    components_page,
    sources,
    with_examples,
)
from generator.resources import folder

HOME = folder("site_templates")
NAMES = [name for name, _ in sources(HOME)]


def test_every_component_has_an_example_or_a_page_on_which_it_stands() -> None:
    assert sorted((*examples(), *OF_EVERY_PAGE, *AT_WORK)) == NAMES


def test_every_component_says_what_it_is_for_and_what_it_is_given() -> None:
    for name, source in sources(HOME):
        assert re.match(rf"\{{#\n{name}\([^)]*\): \S", source), name
        assert len(re.findall(r"{% macro (\w+)", source)) == 1, name


def test_the_page_has_a_heading_and_an_example_for_each() -> None:
    page = components_page(HOME)
    assert re.findall(r"^## .* \{#(.+)\}$", page, re.MULTILINE) == [
        name.replace("_", "-") for name in NAMES
    ]
    places = "".join(
        f"<p>{place}</p>" for place in re.findall(r"^component-\w+$", page, re.MULTILINE)
    )
    shown = with_examples(places, HOME)
    assert shown.count('<div class="component">') == len(examples())
    assert "<p>component-" not in shown
