"""What the handbook prints of a command is what the command prints."""

import re

from tests.command import aboveboard
from tests.helpers import ROOT


def blocks(page: str, kind: str) -> list[str]:
    """The blocks of code of one kind on a page of docs/."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return re.findall(rf"```{kind}\n(.*?)```", text, re.DOTALL)


def test_the_figure_that_the_handbook_rates_comes_out_as_it_says() -> None:
    (command,) = blocks("new-measure.md", "shell")
    (printed,) = blocks("new-measure.md", "text")
    done = aboveboard(*command.split()[1:])
    assert done.stdout == printed
