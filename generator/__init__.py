"""Aboveboard: performance reporting from version-controlled YAML, honest by construction."""

__version__ = "0.1.0"
