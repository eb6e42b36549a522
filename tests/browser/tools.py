"""The programs that the browser tests need, or a sentence that says what to install."""

import shutil
from pathlib import Path

from tests.helpers import ROOT

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
VNU = ROOT / "tests" / "browser" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"

TOOLKIT = ROOT / "tests" / "browser" / "node_modules" / "@actions" / "core" / "lib" / "command.js"


class MissingToolError(Exception):
    """A program is not installed; the text says how to install it."""


def browser() -> str:
    """Where Chromium is."""
    for name in BROWSERS:
        if found := shutil.which(name):
            return found
    raise MissingToolError(
        "Chromium is not installed. Run .ci/test-tools, or: apt-get install chromium"
    )


def java() -> str:
    """Where Java is, which the HTML checker needs."""
    if found := shutil.which("java"):
        return found
    raise MissingToolError(
        "Java is not installed. Run .ci/test-tools, or: apt-get install default-jre-headless"
    )


def html_checker() -> Path:
    """Where the Nu HTML checker is."""
    if VNU.is_file():
        return VNU
    raise MissingToolError(
        "The Nu HTML checker is not installed. Run: npm ci --ignore-scripts --prefix tests/browser"
    )


def node() -> str:
    """Where Node is, which runs GitHub's toolkit."""
    if found := shutil.which("node"):
        return found
    raise MissingToolError("Node is not installed. Run .ci/test-tools, or: apt-get install npm")


def github_toolkit() -> Path:
    """Where GitHub's own writer of workflow commands is."""
    if TOOLKIT.is_file():
        return TOOLKIT
    raise MissingToolError(
        "GitHub's toolkit is not installed. Run: npm ci --ignore-scripts --prefix tests/browser"
    )
