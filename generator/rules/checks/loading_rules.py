"""What is told of files that cannot be read."""

from generator.rules.rule import Rule

LOADING_RULES: tuple[Rule, ...] = (
    Rule(
        id="file-is-in-place",
        sentence=(
            "Every record lies where its kind is looked for, council.yaml and the plan exist, "
            "nothing is a link, and no two names differ only in capital letters."
        ),
        why="A file that nobody reads is a figure that nobody publishes (R4).",
        wrong="measures/crisis-grants.yml",
        right="measures/financial-services/crisis-grants.yaml",
    ),
    Rule(
        id="yaml-can-be-read",
        sentence=(
            "A file is UTF-8 text of at most 1 MiB in plain YAML: no tabs, no key twice, no anchors, "
            "aliases or tags, one document, at most 20 levels."
        ),
        why="What is typed must be what is read: YAML's shortcuts change figures silently (R154).",
        wrong="target: 95\ntarget: 90",
        right="target: 90",
    ),
    Rule(
        id="schema",
        sentence="A file has the keys that its kind asks for, no others, each of the right form.",
        why="A misspelt or missing key is a figure lost (R4, R38, R154).",
        wrong="vlaue: 91.0",
        right="value: 91.0",
    ),
)
"""What loading says; these cannot be switched off."""
