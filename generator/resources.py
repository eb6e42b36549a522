"""The schemas and templates that travel with the product."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from generator.loading.schema import COMMON, KINDS, Schemas


def folder(name: str) -> Traversable:
    """The folder `schemas` or `site_templates`: inside the package, or beside it in a checkout."""
    inside = files("generator") / name
    return inside if inside.is_dir() else Path(__file__).parent.parent / name


@cache
def schemas() -> Schemas:
    """The schemas of all kinds of file."""
    home = folder("schemas")
    texts = {kind: (home / f"{kind}.schema.json").read_bytes() for kind in (COMMON, *KINDS)}
    return Schemas(texts)
