"""One page of each template in Chromium: open to everyone, at every width, in every colour scheme."""

from tests.browser.looking import Seen


def test_axe_finds_nothing_in_light_dark_forced_colours_or_on_a_phone(seen: list[Seen]) -> None:
    assert [f"{one.path}: {fault}" for one in seen for fault in one.violations] == []


def test_no_page_scrolls_sideways_on_a_phone(seen: list[Seen]) -> None:
    assert {one.path: one.wider for one in seen if one.wider} == {}


def test_no_request_leaves_the_site(seen: list[Seen], server: str) -> None:
    asked = [request for one in seen for request in one.requests]
    assert asked
    assert [request for request in asked if not request.startswith(f"{server}/")] == []


def test_the_console_stays_empty(seen: list[Seen]) -> None:
    """What the Content-Security-Policy of a page refuses would be told there too."""
    assert {one.path: one.messages for one in seen if one.messages} == {}


def test_nothing_moves_while_a_page_loads(seen: list[Seen]) -> None:
    assert {one.path: one.shift for one in seen if one.shift} == {}


def test_the_first_paint_waits_for_the_page_and_its_style_alone(seen: list[Seen]) -> None:
    """One round trip after the page: every style sheet is named in the page itself."""
    others = [
        f"{one.path}: {name}"
        for one in seen
        for name in one.blocking
        if not (name.startswith("link ") and name.endswith(".css"))
    ]
    assert others == []
