"""What every rule has: an id in words, a sentence, a reason, a wrong and a right example."""

import re
from dataclasses import replace

import pytest
import yaml

from generator.model.council import Council, RulePolicy
from generator.model.words import Severity
from generator.rules.checks.all_rules import EVERY_RULE, HISTORY_RULES, RULES
from generator.rules.checks.loading_rules import LOADING_RULES
from generator.rules.checks.measure_rules import MEASURE_RULES
from generator.rules.checks.policy import policy_remarks, severity_of
from generator.rules.over_time.all_rules import OVER_TIME_RULES
from generator.rules.rule import Rule
from tests.helpers import council

WORDS = re.compile(r"[a-z]+(-[a-z]+)*")
CLAUSE = re.compile(r"\((R\d+)(, R\d+)*\)\.$|manual's")

each_rule = pytest.mark.parametrize("rule", EVERY_RULE.values(), ids=lambda rule: rule.id)


@each_rule
def test_a_rule_has_an_id_in_words(rule: Rule) -> None:
    assert WORDS.fullmatch(rule.id)


@each_rule
def test_a_rule_is_one_sentence(rule: Rule) -> None:
    assert rule.sentence[0].isupper()
    assert rule.sentence.endswith(".")
    assert ". " not in " ".join(rule.sentence.split())


@each_rule
def test_a_rule_says_why_and_names_the_requirement(rule: Rule) -> None:
    assert CLAUSE.search(rule.why), rule.why


@each_rule
def test_the_examples_of_a_rule_differ_and_can_be_read_as_yaml(rule: Rule) -> None:
    assert rule.wrong != rule.right
    assert yaml.safe_load(rule.right)
    if rule.id != "yaml-can-be-read":
        assert yaml.safe_load(rule.wrong)


def test_an_example_keeps_its_indentation() -> None:
    right = yaml.safe_load(EVERY_RULE["reported-status-is-justified"].right)
    assert right["status"]["colour"] == "amber"


@pytest.mark.parametrize("rule", [*RULES, *OVER_TIME_RULES], ids=lambda rule: rule.id)
def test_a_rule_is_named_after_its_function_and_worded_by_its_docstring(rule: Rule) -> None:
    function = rule.over_time if rule in OVER_TIME_RULES else rule.check
    assert function is not None
    assert (rule.check is None) is (rule in OVER_TIME_RULES)
    assert function.__name__ == rule.id.replace("-", "_")
    assert " ".join((function.__doc__ or "").split()) == " ".join(rule.sentence.split())


def test_no_two_rules_share_an_id() -> None:
    assert len(EVERY_RULE) == len(LOADING_RULES) + len(RULES) + len(OVER_TIME_RULES) + len(
        HISTORY_RULES
    )


def test_only_what_hangs_on_the_day_or_on_a_reviewer_is_a_warning_from_the_start() -> None:
    """A site can be built on any day; and whether a text is worn out is for a reader to say (R87).

    Of the rules on measures only these keep a wrong statement from being published.
    """
    warnings = {rule.id for rule in RULES if rule.severity is Severity.WARNING}
    on_the_day = {"work-is-done", "figure-is-overdue", "milestone-is-overdue"}
    for_a_reader = {"progress-text-is-new", "framing-flips"}
    on_texts = {
        *("typed-figure-is-quoted", "words-are-definite", "acronym-is-explained"),
        *("progress-is-dated", "planned-activity-is-dated", "synopsis-says-enough"),
        *("link-says-where-it-leads", "web-address-is-https"),
    }
    gaps = {
        *(
            "milestone-has-a-test",
            "outcome-is-stated",
            "commitment-is-followed",
            "risks-are-recorded",
        ),
        *("action-has-a-target", "dependency-is-known", "not-green-has-a-case-study"),
    }
    on_the_day |= {"case-study-is-up-to-date", "quote-is-released", "release-is-near"}
    errors = {
        "alternative-is-another-measure",
        "breakdown-fits-its-measure",
        "role-is-held",
        "approver-is-another-person",
        "identity-is-one-person",
        "reporting-lines-have-no-circle",
        "bands-are-agreed-by-management",
        "text-is-finished",
        "check-says-what-was-done",
        "recalculation-agrees",
        "recalculation-is-independent",
    }
    of_measures = {rule.id for rule in MEASURE_RULES}
    assert errors < of_measures
    assert warnings == on_the_day | for_a_reader | on_texts | gaps | (of_measures - errors)


def _with_policy(**policy: Severity) -> Council:
    return replace(
        council(),
        policy={
            name.replace("_", "-"): RulePolicy(severity=severity, reason="Agreed in May.")
            for name, severity in policy.items()
        },
    )


def test_the_policy_of_the_council_sets_the_severity_of_a_rule() -> None:
    rule = EVERY_RULE["not-green-has-an-action"]
    assert severity_of(rule, council()) is Severity.ERROR
    relaxed = _with_policy(not_green_has_an_action=Severity.WARNING)
    assert severity_of(rule, relaxed) is Severity.WARNING
    assert severity_of(EVERY_RULE["ids-are-unique"], relaxed) is Severity.ERROR


@pytest.mark.parametrize(
    ("name", "message", "fix"),
    [
        ("figure_is_late", "there is no rule figure-is-late", "Write figure-is-overdue instead."),
        ("colour_of_the_sky", "there is no rule colour-of-the-sky", "Delete this line."),
        ("schema", "the rule schema always holds: no policy can change it", "Delete this line."),
    ],
)
def test_a_policy_on_a_rule_that_cannot_be_set_is_found(name: str, message: str, fix: str) -> None:
    (remark,) = policy_remarks(_with_policy(**{name: Severity.WARNING}))
    assert (remark.message, remark.fix) == (message, fix)
    assert remark.at == ("policy", name.replace("_", "-"))


def test_a_policy_on_a_known_rule_is_nothing_to_remark_on() -> None:
    assert list(policy_remarks(_with_policy(figure_is_overdue=Severity.OFF))) == []
    assert list(policy_remarks(_with_policy(check_stays=Severity.WARNING))) == []
    assert list(policy_remarks(council())) == []
