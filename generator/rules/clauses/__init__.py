"""The clauses of the Performance Manual in our own words, each with its controls (R166)."""
