"""People who commit to real repositories, some of whom sign: with SSH keys or OpenPGP keys."""

from dataclasses import dataclass
from pathlib import Path

from tests.command import ALONE, run

FILE = "measures/housing/advice-decided.yaml"


@dataclass(frozen=True)
class Hand:
    """A person at a keyboard; `key` signs, in the format `form`, with the home of their keys."""

    name: str
    address: str
    form: str = ""
    key: str = ""
    home: Path = Path()

    @property
    def settings(self) -> list[str]:
        """What git is told of this person."""
        told = [f"user.name={self.name}", f"user.email={self.address}"]
        if self.form:
            told += [f"gpg.format={self.form}", f"user.signingKey={self.key}"]
        return [word for one in told for word in ("-c", one)]

    def git(
        self, root: Path, *words: str, day: str = "2025-02-14", committer: "Hand | None" = None
    ) -> str:
        """What git prints for this person, who is the author and, if nobody else, the committer."""
        late = committer or self
        when = f"{day}T12:00:00+00:00"
        env = {
            **ALONE,
            "GIT_AUTHOR_NAME": self.name, "GIT_AUTHOR_EMAIL": self.address,
            "GIT_COMMITTER_NAME": late.name, "GIT_COMMITTER_EMAIL": late.address,
            "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when,
            "GNUPGHOME": str(self.home),
        }  # fmt: skip
        done = run("git", *self.settings, *words, cwd=root, env=env)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def commits(
        self,
        root: Path,
        message: str = "Change",
        *,
        day: str = "2025-02-14",
        committer: "Hand | None" = None,
    ) -> str:
        """The id of a commit of all that was changed, signed if this person signs."""
        sign = ["--gpg-sign"] if self.form else []
        self.git(root, "add", "--all")
        words = ("commit", "--quiet", "--allow-empty", *sign, f"--message={message}")
        self.git(root, *words, day=day, committer=committer)
        return self.git(root, "rev-parse", "HEAD")

    def changes(
        self, root: Path, before: str, after: str, message: str = "Change", **more: str
    ) -> str:
        """The id of a commit of one change to the measure."""
        replace_text(root, before, after)
        return self.commits(root, message, day=more.get("day", "2025-02-14"))


def replace_text(root: Path, before: str, after: str, file: str = FILE) -> None:
    """Changes one text of a file."""
    text = (root / file).read_text(encoding="utf-8")
    assert before in text, before
    (root / file).write_text(text.replace(before, after, 1), encoding="utf-8")


def with_ssh(home: Path, name: str, address: str) -> tuple[Hand, str]:
    """A person with a new SSH key, and their line in a file of allowed signers."""
    home.mkdir(parents=True)
    key = home / "key"
    done = run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", address, "-f", key)
    assert done.returncode == 0, done.stderr
    public = key.with_suffix(".pub").read_text(encoding="utf-8").rsplit(" ", 1)[0]
    return Hand(name, address, "ssh", str(key)), f"{address} {public}\n"


def with_openpgp(
    home: Path, name: str, address: str, *, program: str = "gpg", expires: str = "never"
) -> tuple[Hand, str]:
    """A person with a new OpenPGP key, and that key in letters."""
    home.mkdir(parents=True)
    home.chmod(0o700)
    env = {"GNUPGHOME": str(home)}
    words = ("--batch", "--quiet", "--pinentry-mode=loopback", "--passphrase", "")
    key = ("--quick-generate-key", f"{name} <{address}>", "ed25519", "sign", expires)
    made = run(program, *words, *key, env=env)
    assert made.returncode == 0, made.stderr
    shown = run("gpg", "--batch", "--armor", "--export", address, env=env)
    assert shown.stdout.startswith("-----BEGIN PGP PUBLIC KEY BLOCK-----")
    return Hand(name, address, "openpgp", address, home), shown.stdout
