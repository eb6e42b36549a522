"""Colours: on a terminal, unless its reader wants none, and never in a pipe or a file."""

import os
import pty
import subprocess
from pathlib import Path

import pytest

from tests.command import DAY, SCRIPT, aboveboard

ESCAPE = "\x1b"


def on_a_terminal(*arguments: str | Path, **env: str) -> str:
    """What the command prints where standard output is a terminal."""
    ours, theirs = pty.openpty()
    inherited = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    process = subprocess.Popen(
        [str(word) for word in (SCRIPT, *arguments)],
        stdout=theirs,
        env={**inherited, "TERM": "xterm", **env},
    )
    os.close(theirs)
    printed = b""
    # Reading from a terminal that was closed is an error on Linux, and the end.
    try:
        while part := os.read(ours, 4096):
            printed += part
    except OSError:
        pass
    os.close(ours)
    process.wait()
    return printed.decode().replace("\r\n", "\n")


def test_a_terminal_gets_colours(wrong: Path) -> None:
    told = on_a_terminal("check", "--root", wrong, *DAY)
    assert f"{ESCAPE}[31merror:{ESCAPE}[0m value-is-recalculated" in told


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_reader_who_wants_no_colours_gets_none(wrong: Path, env: dict[str, str]) -> None:
    told = on_a_terminal("check", "--root", wrong, *DAY, **env)
    assert told == aboveboard("check", "--root", wrong, *DAY).stdout
    assert ESCAPE not in told


def test_an_empty_no_color_means_nothing(wrong: Path) -> None:
    assert ESCAPE in on_a_terminal("check", "--root", wrong, *DAY, NO_COLOR="")


@pytest.mark.parametrize("form", ["json", "github", "sarif", "junit", "summary"])
def test_other_formats_have_no_colours_on_a_terminal(wrong: Path, form: str) -> None:
    assert ESCAPE not in on_a_terminal("check", "--root", wrong, *DAY, "--format", form)
