"""Tests of what turns pages into bytes."""
