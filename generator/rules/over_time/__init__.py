"""Rules over time: what was published beside what the files say now."""
