"""The rules: each a small generator whose docstring is the rule as published."""
