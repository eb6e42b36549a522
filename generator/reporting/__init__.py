"""Findings as people and machines read them: pure text, nothing printed here."""
