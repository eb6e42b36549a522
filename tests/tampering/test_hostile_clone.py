"""A clone whose own settings name programs: nothing in it is run, whatever is asked of it."""

from pathlib import Path

import pytest

from tests.command import aboveboard, committed, copied, git, run

COMMANDS = (
    ("check",),
    ("check", "--since", "HEAD~1", "--all"),
    ("changes", "HEAD~1"),
    ("changes", "HEAD~1", "HEAD"),
    ("audit",),
    ("history", "advice-decided"),
    ("second-checks",),
    ("verify", "--releases"),
    ("build",),
    ("build", "HEAD"),
    ("release", "2025-05"),
)
FILTER = "*.yaml filter=hostile diff=hostile merge=hostile\n*.csv filter=hostile diff=hostile\n"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two commits of the made-up council, with every setting of git that names a program."""
    top = tmp_path_factory.mktemp("hostile")
    root = copied(top / "clone")
    committed(root)
    (root / "council.yaml").write_bytes((root / "council.yaml").read_bytes() + b"# more\n")
    (root / ".gitattributes").write_text(FILTER, encoding="utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=More")
    ran = f"{top}/ran"
    for hook in ("post-index-change", "fsmonitor-watchman", "reference-transaction"):
        file = root / ".git" / "hooks" / hook
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"#!/bin/sh\necho {hook} >> {ran}\n", encoding="utf-8")
        file.chmod(0o755)
    for name in _NAMING:
        git(root, "config", name, f"echo {name} >> {ran}; cat")
    for name, value in _SETTINGS.items():
        git(root, "config", name, value.format(ran=ran))
    for file in root.rglob("*.yaml"):
        file.touch()  # git has to look into them again
    return root


_NAMING = (
    "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.askPass",
    "core.gitProxy", "core.alternateRefsCommand", "diff.external", "diff.hostile.textconv",
    "diff.hostile.command", "merge.hostile.driver", "filter.hostile.clean", "filter.hostile.smudge",
    "filter.hostile.process", "gpg.program", "gpg.ssh.program", "gpg.x509.program",
    "gpg.openpgp.program", "gpg.ssh.defaultKeyCommand", "credential.helper", "alias.log",
    "alias.status", "pager.log", "pager.diff", "pager.status", "uploadpack.packObjectsHook",
    "trailer.hostile.command", "trailer.Reviewed-by.command", "interactive.diffFilter",
)  # fmt: skip
_SETTINGS = {
    "log.showSignature": "true",
    "filter.hostile.required": "true",
    "protocol.allow": "always",
    "protocol.ext.allow": "always",
    "protocol.file.allow": "always",
    "remote.origin.url": "ext::sh -c 'echo remote >> {ran}'",
    "remote.origin.promisor": "true",
    "extensions.partialClone": "origin",
}


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_command_runs_a_program_that_the_clone_names(
    hostile: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    out = ("--out", tmp_path / "site") if words[0] == "build" else ()
    done = aboveboard(*words, "--root", hostile, *out)
    ran = hostile.parent / "ran"
    assert not ran.exists(), ran.read_text("utf-8")
    assert done.returncode in (0, 1), done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("url", ["ext::sh -c 'echo remote >> {ran}'", "file://{top}/other"])
def test_what_is_missing_is_not_fetched_by_a_program_of_the_clone(tmp_path: Path, url: str) -> None:
    """A clone that left files out says where to fetch them, and by what program."""
    root = copied(tmp_path / "clone")
    committed(root)
    ran = tmp_path / "ran"
    blob = run("git", "rev-parse", "HEAD:council.yaml", cwd=root).stdout.strip()
    (root / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    for name, value in {**_SETTINGS, "remote.origin.url": url}.items():
        git(root, "config", name, value.format(ran=ran, top=tmp_path))
    git(root, "config", "remote.origin.uploadpack", f"echo uploadpack >> {ran}; false")
    for words in (("check", "--since", "HEAD", "--all"), ("audit",), ("build", "HEAD")):
        done = aboveboard(*words, "--root", root)
        assert not ran.exists(), (words, ran.read_text("utf-8"))
        assert done.returncode == 2
        assert "part of the history is missing here" in done.stderr
