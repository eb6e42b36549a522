"""The second check, from real repositories with real signatures (R92, R110, R114)."""

import hashlib
import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.model.words import CheckOutcome
from generator.past.git import GitError
from generator.past.read import read_past
from generator.past.revision import revision
from generator.past.signatures import signers_in, signers_of, with_signatures
from generator.resources import schemas
from generator.rules.second_check import SecondCheck, second_check
from generator.state import read_state
from tests.command import aboveboard, committed, copied
from tests.people_of_git import FILE, Hand, replace_text, with_openpgp, with_ssh

PROVEN, ASSERTED, MISSING = CheckOutcome
ID, LABEL = "advice-decided", "2023-24 Q2"

JADE = Hand("jade-example", "jade@strathbeg.example")
"""The advice analyst, who works the figure out."""
CEDAR = Hand("cedar-example", "cedar@strathbeg.example")
"""The performance analyst, who checks it."""
DUNE = Hand("dune-example", "dune@strathbeg.example")
"""The training officer, who checks other things."""
GITHUB = Hand("GitHub", "noreply@github.com")

FIGURE = ("value: 96.0", "value: 97.0")
CHECKED = ("checked: {on: 2023-10-12}", "checked: {on: 2023-10-13}")


def found(
    root: Path, *, tags: bool = False, own: bytes | None = None, label: str = LABEL
) -> SecondCheck:
    """The second check of a figure, by the keys that the repository keeps, or `own`."""
    past = read_past(root)
    state = read_state(revision(root, "HEAD"), schemas(), date(2025, 3, 31))
    assert state.rated is not None
    signers = signers_of(root, past.head.id) if own is None else signers_in([own])
    past = with_signatures(root, past, state.rated, signers, tags=tags)
    measure = state.rated.by_id[ID].measure
    entry = next(one for one in measure.periods if one.period.label == label)
    told = second_check(measure, entry, past, state.rated.catalogue.council)
    assert told is not None
    return told


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository that began with the made-up council."""
    return committed(copied(tmp_path / "council"))


def both(root: Path, hand: Hand, message: str = "Change", committer: Hand | None = None) -> str:
    """The figure and its check, changed in one commit."""
    replace_text(root, *FIGURE)
    replace_text(root, *CHECKED)
    return hand.commits(root, message, committer=committer)


def by_two(root: Path) -> None:
    JADE.changes(root, *FIGURE)
    CEDAR.changes(root, *CHECKED)


def by_one(root: Path) -> None:
    JADE.changes(root, *FIGURE)
    JADE.changes(root, *CHECKED)


def squashed(root: Path) -> None:
    both(root, JADE, "Squashed\n\nCo-authored-by: cedar-example <cedar@strathbeg.example>")


def by_a_second_address(root: Path) -> None:
    JADE.changes(root, *FIGURE)
    Hand("jade-example", "jade@home.example").changes(root, *CHECKED)


def by_a_second_name_of_the_mailmap(root: Path) -> None:
    (root / ".mailmap").write_text("jade-example <jade@strathbeg.example> <jade@home.example>\n")
    JADE.changes(root, *FIGURE)
    Hand("J. E.", "jade@home.example").changes(root, *CHECKED)


def by_a_second_identity_of_council_yaml(root: Path) -> None:
    people = "people:\n  Jade Example: [jade@strathbeg.example, jade@home.example]"
    replace_text(root, "people:", people, "council.yaml")
    JADE.changes(root, *FIGURE)
    Hand("J. E.", "jade@home.example").changes(root, *CHECKED)


def by_one_whom_the_mailmap_makes_two(root: Path) -> None:
    """The mailmap says that what Jade wrote, Dune wrote: a mailmap cannot make one person two."""
    (root / ".mailmap").write_text(
        "dune-example <dune@strathbeg.example> <jade@strathbeg.example>\n"
    )
    JADE.changes(root, *FIGURE)
    Hand("jade-example", "other@strathbeg.example").changes(root, *CHECKED)


def by_the_co_author(root: Path) -> None:
    JADE.changes(root, *FIGURE, "Count\n\nCo-authored-by: Cedar <cedar@strathbeg.example>")
    CEDAR.changes(root, *CHECKED)


def by_the_late_committer(root: Path) -> None:
    replace_text(root, *FIGURE)
    JADE.commits(root, committer=CEDAR)
    CEDAR.changes(root, *CHECKED)


def merged_at_github(root: Path) -> None:
    replace_text(root, *FIGURE)
    JADE.commits(root, committer=GITHUB)
    replace_text(root, *CHECKED)
    CEDAR.commits(root, committer=GITHUB)


def merged_by_the_checker(root: Path) -> None:
    JADE.git(root, "checkout", "--quiet", "-b", "figures")
    JADE.changes(root, *FIGURE)
    JADE.git(root, "checkout", "--quiet", "main")
    CEDAR.git(root, "merge", "--quiet", "--no-ff", "--message=Merge", "figures")
    CEDAR.changes(root, *CHECKED)


def merged_by_hand(root: Path) -> None:
    """The checker wrote the figure while merging, so that it is theirs."""
    JADE.git(root, "checkout", "--quiet", "-b", "figures")
    JADE.changes(root, *FIGURE)
    JADE.git(root, "checkout", "--quiet", "main")
    CEDAR.git(root, "merge", "--quiet", "--no-ff", "--no-commit", "figures")
    replace_text(root, "value: 97.0", "value: 98.0")
    CEDAR.commits(root, "Merge")
    CEDAR.changes(root, *CHECKED)


def figure_after_the_check(root: Path) -> None:
    CEDAR.changes(root, *CHECKED)
    JADE.changes(root, *FIGURE)


def figure_beside_the_check(root: Path) -> None:
    """The check stood on another line of history, where the figure was the old one."""
    JADE.git(root, "checkout", "--quiet", "-b", "checks")
    CEDAR.changes(root, *CHECKED)
    JADE.git(root, "checkout", "--quiet", "main")
    JADE.changes(root, *FIGURE)
    JADE.git(root, "merge", "--quiet", "--no-ff", "--message=Merge", "checks")


def by_one_without_the_role(root: Path) -> None:
    JADE.changes(root, *FIGURE)
    DUNE.changes(root, *CHECKED)


def reviewed(root: Path) -> None:
    both(root, JADE, "Count\n\nReviewed-by: cedar-example <cedar@strathbeg.example>")


def reviewed_by_its_author(root: Path) -> None:
    both(root, JADE, "Count\n\nReviewed-by: Jade <jade@strathbeg.example>")


def mended_by_the_checker(root: Path) -> None:
    """What could not be read may have held the figure already."""
    whole = (root / FILE).read_text()
    (root / FILE).write_text(whole.replace(*FIGURE).replace("title: ", "title: [", 1))
    JADE.commits(root)
    (root / FILE).write_text(whole.replace(*FIGURE))
    CEDAR.commits(root)
    CEDAR.changes(root, *CHECKED)


def without_lines(root: Path) -> None:
    JADE.changes(root, "    checked: {on: 2023-10-12}\n", "")


def moved_by_the_checker(root: Path) -> None:
    by_two(root)
    for file in (root / "measures/housing").glob("advice-decided*"):
        file.rename(root / "measures/care" / file.name)
    CEDAR.commits(root)


def other_figure_by_the_checker(root: Path) -> None:
    by_two(root)
    CEDAR.changes(root, "value: 93.0", "value: 93.5")


def evidence_by_the_checker(root: Path) -> None:
    JADE.changes(root, *FIGURE)
    CEDAR.changes(root, "extracted: 2023-10-05", "extracted: 2023-10-04")
    CEDAR.changes(root, *CHECKED)


def retention_by_the_checker(root: Path) -> None:
    """How long evidence is kept says nothing of the figure."""
    JADE.changes(root, *FIGURE)
    CEDAR.changes(root, "extracted: 2023-10-05", "extracted: 2023-10-05, keep_until: 2030-03-31")
    CEDAR.changes(root, *CHECKED)


def source_of_all_by_the_checker(root: Path) -> None:
    """What is said once for every period is of no period."""
    JADE.changes(root, *FIGURE)
    CEDAR.changes(root, "source: Case system report,", "source: The case system,")
    CEDAR.changes(root, *CHECKED)


def dropped_by_a_merge(root: Path) -> None:
    """The checker's own figure was not taken over: it is in the history, and not behind the figure."""
    CEDAR.git(root, "checkout", "--quiet", "-b", "other")
    CEDAR.changes(root, "value: 96.0", "value: 98.0")
    JADE.git(root, "checkout", "--quiet", "main")
    JADE.changes(root, *FIGURE)
    JADE.git(root, "merge", "--quiet", "--strategy=ours", "--message=Merge", "other")
    CEDAR.changes(root, *CHECKED)


def by_an_account_at_github(root: Path) -> None:
    JADE.changes(root, *FIGURE)
    Hand("C.", "12+cedar-example@users.noreply.github.com").changes(root, *CHECKED)


def role_put_in_afterwards_by_the_author(root: Path) -> None:
    """Whoever wrote the figure says afterwards that another role checked it."""
    by_two(root)
    JADE.changes(
        root, "checked: {on: 2023-10-13}", "checked: {on: 2023-10-13, by: internal-auditor}"
    )


def reverted_by_the_checker(root: Path) -> None:
    """The figure is what the revert made it."""
    JADE.changes(root, *FIGURE)
    CEDAR.git(root, "revert", "--no-edit", "HEAD")
    CEDAR.changes(root, *CHECKED)


def laid_out_by_the_checker(root: Path) -> None:
    """Another spelling of the same number is the same figure."""
    by_two(root)
    CEDAR.changes(root, "value: 97.0", "value: 97.00")


CASES: list[tuple[Callable[[Path], None], CheckOutcome, str]] = [
    (lambda _: None, ASSERTED, "The repository began with this figure and its check"),
    (by_two, ASSERTED, "Another person wrote down the check, in a commit that no good signature"),
    (by_one, MISSING, "Who wrote the figure wrote down its check: history shows nobody else."),
    (squashed, MISSING, "history shows nobody else"),
    (by_a_second_address, MISSING, "history shows nobody else"),
    (by_a_second_name_of_the_mailmap, MISSING, "history shows nobody else"),
    (by_a_second_identity_of_council_yaml, MISSING, "history shows nobody else"),
    (by_one_whom_the_mailmap_makes_two, MISSING, "history shows nobody else"),
    (by_the_co_author, MISSING, "history shows nobody else"),
    (by_the_late_committer, MISSING, "history shows nobody else"),
    (merged_at_github, ASSERTED, "Another person wrote down the check"),
    (merged_by_the_checker, ASSERTED, "Another person wrote down the check"),
    (merged_by_hand, MISSING, "history shows nobody else"),
    (figure_after_the_check, MISSING, "The figure was changed after its check"),
    (figure_beside_the_check, MISSING, "The figure was changed after its check"),
    (by_one_without_the_role, ASSERTED, "not one who held the checker's role then"),
    (reviewed, ASSERTED, "named a reviewer in the commit"),
    (reviewed_by_its_author, MISSING, "history shows nobody else"),
    (mended_by_the_checker, MISSING, "history shows nobody else"),
    (without_lines, MISSING, "No second check is written down."),
    (moved_by_the_checker, ASSERTED, "Another person wrote down the check"),
    (other_figure_by_the_checker, ASSERTED, "Another person wrote down the check"),
    (evidence_by_the_checker, MISSING, "history shows nobody else"),
    (retention_by_the_checker, ASSERTED, "Another person wrote down the check"),
    (source_of_all_by_the_checker, ASSERTED, "Another person wrote down the check"),
    (dropped_by_a_merge, ASSERTED, "Another person wrote down the check"),
    (by_an_account_at_github, ASSERTED, "in a commit that no good signature"),
    (role_put_in_afterwards_by_the_author, MISSING, "history shows nobody else"),
    (reverted_by_the_checker, MISSING, "history shows nobody else"),
    (laid_out_by_the_checker, ASSERTED, "Another person wrote down the check"),
]


@pytest.mark.parametrize(("happen", "outcome", "told"), CASES)
def test_without_signatures_a_check_is_asserted_or_missing(
    root: Path, happen: Callable[[Path], None], outcome: CheckOutcome, told: str
) -> None:
    happen(root)
    answer = found(root)
    assert (answer.outcome, told in answer.sentence) == (outcome, True), answer.sentence


CSV = "measures/housing/advice-decided-2024-25-q2.csv"


@pytest.mark.parametrize(("hand", "outcome"), [(CEDAR, MISSING), (JADE, ASSERTED)])
def test_whoever_changed_the_evidence_file_of_a_figure_has_a_hand_in_it(
    root: Path, hand: Hand, outcome: CheckOutcome
) -> None:
    label, digest = "2024-25 Q2", hashlib.sha256((root / CSV).read_bytes()).hexdigest()
    DUNE.changes(root, f"      sha256: {digest}\n", "")
    (root / CSV).write_bytes((root / CSV).read_bytes() + b"\n")
    hand.commits(root)
    CEDAR.changes(root, "checked: {on: 2024-10-11", "checked: {on: 2024-10-12")
    assert found(root, label=label).outcome is outcome


class Signing(NamedTuple):
    """People who sign, and the files in which the council keeps their keys."""

    jade: Hand
    cedar: Hand
    files: dict[str, str]


@pytest.fixture(scope="module")
def ssh(tmp_path_factory: pytest.TempPathFactory) -> Signing:
    home = tmp_path_factory.mktemp("ssh")
    jade, first = with_ssh(home / "jade", JADE.name, JADE.address)
    cedar, second = with_ssh(home / "cedar", CEDAR.name, CEDAR.address)
    return Signing(jade, cedar, {"allowed_signers": first + second})


@pytest.fixture(scope="module")
def openpgp(tmp_path_factory: pytest.TempPathFactory) -> Signing:
    home = tmp_path_factory.mktemp("gpg")
    jade, first = with_openpgp(home / "jade", JADE.name, JADE.address)
    cedar, second = with_openpgp(home / "cedar", CEDAR.name, CEDAR.address)
    return Signing(jade, cedar, {"jade.asc": first, "cedar.asc": second})


@pytest.fixture(params=["ssh", "openpgp"])
def signing(request: pytest.FixtureRequest, root: Path) -> Signing:
    """People who sign, in both ways, whose keys the repository keeps."""
    made: Signing = request.getfixturevalue(request.param)
    (root / "signers").mkdir()
    for name, text in made.files.items():
        (root / "signers" / name).write_text(text, encoding="utf-8")
    people = [f"  {one.name}: [{one.name}, {one.address}]\n" for one in (JADE, CEDAR, DUNE)]
    replace_text(root, "people:\n", f"people:\n{''.join(people)}", "council.yaml")
    DUNE.commits(root, "Keys")
    return made


def test_a_check_in_a_commit_that_its_checker_signed_is_proven(
    root: Path, signing: Signing
) -> None:
    JADE.changes(root, *FIGURE)
    commit = signing.cedar.changes(root, *CHECKED)
    answer = found(root)
    assert answer.outcome is PROVEN
    assert answer.commit is not None
    assert answer.commit.id == commit
    assert [one.address for one in answer.checked] == [CEDAR.address]
    assert JADE.address in [one.address for one in answer.wrote]


def test_a_signature_of_another_than_the_checker_proves_nothing(
    root: Path, signing: Signing
) -> None:
    """The author's name is typed, and anyone can type it; the key is Jade's."""
    JADE.changes(root, *FIGURE)
    forged = Hand(CEDAR.name, CEDAR.address, signing.jade.form, signing.jade.key, signing.jade.home)
    forged.changes(root, *CHECKED)
    assert found(root).outcome is ASSERTED


@pytest.mark.usefixtures("signing")
def test_a_signer_who_only_types_the_name_of_the_checker_proves_nothing(
    root: Path, tmp_path: Path
) -> None:
    """Dune's key is trusted as Dune's, and Dune does not hold the checker's role."""
    dune, line = with_ssh(tmp_path / "dune", DUNE.name, DUNE.address)
    with (root / "signers" / "allowed_signers").open("a", encoding="utf-8") as file:
        file.write(line)
    JADE.changes(root, *FIGURE)
    Hand(CEDAR.name, DUNE.address, dune.form, dune.key).changes(root, *CHECKED)
    assert found(root).outcome is ASSERTED


def test_a_key_that_nobody_trusts_proves_nothing(root: Path, ssh: Signing) -> None:
    JADE.changes(root, *FIGURE)
    replace_text(
        root, "people:\n", f"people:\n  C: [cedar-example, {CEDAR.address}]\n", "council.yaml"
    )
    ssh.cedar.changes(root, *CHECKED)
    assert found(root).outcome is ASSERTED
    assert found(root, own=ssh.files["allowed_signers"].encode()).outcome is PROVEN


def test_who_signs_what_they_wrote_themselves_has_not_checked_it(
    root: Path, signing: Signing
) -> None:
    both(root, signing.jade)
    assert found(root).outcome is MISSING


def test_a_signed_tag_of_another_counts_where_tags_are_asked(root: Path, signing: Signing) -> None:
    both(root, signing.jade)
    signing.cedar.git(root, "tag", "--sign", "--message=Checked", "checked-q2")
    assert found(root).outcome is MISSING
    assert found(root, tags=True).outcome is PROVEN


def test_no_program_is_run_that_the_repository_names(
    root: Path, signing: Signing, tmp_path: Path
) -> None:
    JADE.changes(root, *FIGURE)
    signing.cedar.changes(root, *CHECKED)
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n")
    trap.chmod(0o755)
    for name in ("gpg.program", "gpg.openpgp.program", "gpg.ssh.program", "gpg.x509.program"):
        JADE.git(root, "config", name, str(trap))
    assert found(root).outcome is PROVEN
    assert not (tmp_path / "ran").exists()


def test_the_command_lists_every_figure_and_counts_them(root: Path) -> None:
    by_two(root)
    done = aboveboard("second-checks", ID, "--root", root)
    told = (
        f"{ID} {LABEL}: asserted. Another person wrote down the check, in a commit that no good "
        f"signature of theirs proves. Commit {JADE.git(root, 'rev-parse', 'HEAD')[:12]}.\n"
        "  written by jade-example <jade@strathbeg.example>, Ash Example <ash@strathbeg.example>\n"
        "  checked by cedar-example <cedar@strathbeg.example>"
    )
    assert told in done.stdout
    assert done.stdout.splitlines()[-1] == "6 figures: 0 proven, 6 asserted, 0 missing."
    assert done.returncode == 0
    JADE.changes(root, "value: 97.0", "value: 98.0")
    done = aboveboard("second-checks", ID, "--root", root, "--format", "json")
    assert done.returncode == 1
    (told,) = (one for one in json.loads(done.stdout) if one["outcome"] == "missing")
    assert (told["measure"], told["period"]) == (ID, LABEL)
    assert told["commit"] == JADE.git(root, "rev-parse", "HEAD")


def test_the_command_takes_the_keys_of_an_auditor_and_counts_signed_tags(
    root: Path, ssh: Signing, tmp_path: Path
) -> None:
    people = f"people:\n  C: [cedar-example, {CEDAR.address}]\n"
    replace_text(root, "people:\n", people, "council.yaml")
    both(root, ssh.jade)
    ssh.cedar.git(root, "tag", "--sign", "--message=Checked", "checked-q2")
    keys = tmp_path / "keys"
    keys.write_text(ssh.files["allowed_signers"], encoding="utf-8")
    assert f"{ID} {LABEL}: missing." in aboveboard("second-checks", ID, "--root", root).stdout
    done = aboveboard("second-checks", ID, "--root", root, "--signers", keys)
    assert f"{ID} {LABEL}: proven." in done.stdout


def test_a_program_that_checks_signatures_and_is_not_there_is_told(
    root: Path, ssh: Signing, tmp_path: Path
) -> None:
    by_two(root)
    ssh.cedar.changes(root, "2023-10-13", "2023-10-14")
    keys = tmp_path / "keys"
    keys.write_text(ssh.files["allowed_signers"], encoding="utf-8")
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "git").symlink_to(shutil.which("git") or "")
    words = ("second-checks", ID, "--root", root, "--signers", keys)
    done = aboveboard(*words, env={"PATH": str(programs)})
    assert done.returncode == 2
    assert "install openssh-client" in done.stderr


@pytest.mark.parametrize(("until", "outcome"), [("20250201", ASSERTED), ("20250301", PROVEN)])
def test_an_ssh_key_counts_if_it_was_allowed_on_the_day_of_the_commit(
    root: Path, ssh: Signing, until: str, outcome: CheckOutcome
) -> None:
    """The commit is of 14 February 2025; today does not matter."""
    people = f"people:\n  C: [cedar-example, {CEDAR.address}]\n"
    replace_text(root, "people:\n", people, "council.yaml")
    JADE.changes(root, *FIGURE)
    ssh.cedar.changes(root, *CHECKED)
    lines = ssh.files["allowed_signers"].replace(" ssh-", f' valid-before="{until}" ssh-')
    assert found(root, own=lines.encode()).outcome is outcome


def test_an_openpgp_signature_whose_key_has_expired_since_still_counts(
    root: Path, tmp_path: Path
) -> None:
    """So that the answer is the same next year. The key was good for a day in February 2025."""
    then = tmp_path / "gpg-then"
    then.write_text('#!/bin/sh\nexec gpg --faked-system-time 20250214T100000 "$@"\n')
    then.chmod(0o755)
    cedar, key = with_openpgp(
        tmp_path / "home", CEDAR.name, CEDAR.address, program=str(then), expires="1d"
    )
    JADE.changes(root, *FIGURE)
    cedar.git(root, "config", "gpg.program", str(then))
    cedar.changes(root, *CHECKED)
    assert found(root, own=key.encode()).outcome is PROVEN


def test_a_file_of_keys_that_gpg_cannot_read_is_told(root: Path, ssh: Signing) -> None:
    JADE.changes(root, *FIGURE)
    ssh.cedar.changes(root, *CHECKED)
    with pytest.raises(GitError, match="gpg cannot read the OpenPGP keys"):
        found(root, own=b"-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nnonsense\n")
