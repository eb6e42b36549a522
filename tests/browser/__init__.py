"""Tests in a real browser; see conftest.py for what they need."""
