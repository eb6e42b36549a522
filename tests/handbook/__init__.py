"""Tests of the rules: what rates, words and checks a figure."""
