"""Signatures: whose good signature stands on a commit or a tag, by the keys that are trusted.

The keys are those that the content keeps in its folder `signers`, or a file of the reader's own. No
program is run that the settings of a repository name, and no key of the user counts (decision 0053).
"""

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.model.past import Commit, Past, Person
from generator.past.commits import files_of
from generator.past.git import GitError, signature_told, tags_of
from generator.rules.rated import Rated
from generator.rules.second_check import second_check

FOLDER, ALLOWED = "signers", "allowed_signers"
"""Where the content keeps the keys that are trusted."""
_OPENPGP = b"-----BEGIN PGP PUBLIC KEY BLOCK-----"
_SSH = re.compile(r'^Good "git" signature for (.+?) with \S+ key \S+$', re.MULTILINE)
_GOOD = re.compile(r"^\[GNUPG:\] (?:GOODSIG|EXPSIG|EXPKEYSIG) \S+ (.+)$", re.MULTILINE)
_VALID = re.compile(r"^\[GNUPG:\] VALIDSIG ", re.MULTILINE)
_NAMED = re.compile(r"(.*?)\s*<([^>]*)>")
_MOST_KEYS = 1024 * 1024
"""The most bytes of a file of keys."""
_SECONDS = 60
"""How long keys may take to be read."""


@dataclass(frozen=True, slots=True)
class Signers:
    """The keys that are trusted: lines of an allowed-signers file, and OpenPGP keys."""

    allowed: bytes = b""
    keys: tuple[bytes, ...] = ()

    @property
    def are_known(self) -> bool:
        """Whether any key is trusted."""
        return bool(self.allowed.strip() or self.keys)


def signers_of(root: Path, commit: str) -> Signers:
    """The keys that the content under `root` keeps, as `commit` has them. Raises GitError."""
    files = files_of(root, commit, (FOLDER,), _MOST_KEYS)
    return signers_in(
        text
        for path, text in sorted(files.items())
        if path == f"{FOLDER}/{ALLOWED}" or path.endswith((".asc", ".gpg"))
    )


def signers_in(texts: Iterable[bytes]) -> Signers:
    """The keys in some files: an OpenPGP key in letters is one, all else is lines of signers."""
    allowed: list[bytes] = []
    keys: list[bytes] = []
    for text in texts:
        (keys if _OPENPGP in text else allowed).append(text[:_MOST_KEYS])
    return Signers(b"\n".join(allowed), tuple(keys))


def with_signatures(
    root: Path, past: Past, rated: Rated, signers: Signers, *, tags: bool = False
) -> Past:
    """`past` with the good signatures on all commits that bear out a second check.

    With `tags`, signed tags of these commits count too; they are no part of any commit. Raises
    GitError where a program is missing that checks a signature.
    """
    if not signers.are_known:
        return past
    asked = _asked(rated, past)
    tagged: dict[str, list[str]] = {}
    for tag, commit in tags_of(root) if tags else ():
        tagged.setdefault(commit, []).append(tag)
    with _trusted(signers) as trusted:
        signed = {
            one.id: tuple(trusted.people(root, one, tagged.get(one.id, ())))
            for one in asked
            if one.is_signed or one.id in tagged
        }
    return replace(past, signed=signed)


def _asked(rated: Rated, past: Past) -> list[Commit]:
    """The commits that bear out second checks, or fail to."""
    commits: dict[Commit, None] = {}
    for item in rated.measures:
        for entry in item.measure.periods:
            found = second_check(item.measure, entry, past, rated.catalogue.council)
            if found and found.commit:
                commits[found.commit] = None
    return list(commits)


@contextmanager
def _trusted(signers: Signers) -> Iterator["_Trusted"]:
    """The keys laid out for the programs that check signatures, for as long as these are asked."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "revoked").write_bytes(b"")
        (home / ALLOWED).write_bytes(signers.allowed)
        if signers.keys:
            _import(home, signers.keys)
        yield _Trusted(home, bool(signers.keys))


def _import(home: Path, keys: Sequence[bytes]) -> None:
    """Makes `home` a home of these OpenPGP keys alone. Raises GitError."""
    words = ("--batch", "--no-autostart", "--homedir", str(home), "--import")
    command = [_program("gpg"), *words]
    try:
        subprocess.run(  # noqa: S603 a fixed program, no shell
            command, input=b"\n".join(keys), capture_output=True, check=True, timeout=_SECONDS
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise GitError(f"gpg cannot read the OpenPGP keys of {FOLDER}") from error


def _program(name: str) -> str:
    """Where a program is that checks signatures. Raises GitError."""
    found = shutil.which(name)
    if found is None:
        package = {"gpg": "gnupg", "ssh-keygen": "openssh-client"}[name]
        raise GitError(f"{name} is needed to check signatures and is not here: install {package}")
    return found


@dataclass(frozen=True, slots=True)
class _Trusted:
    """Keys that are laid out in a folder, to be asked about commits and tags."""

    home: Path
    has_openpgp: bool

    def people(self, root: Path, commit: Commit, tags: Iterable[str]) -> Iterator[Person]:
        """Those whose good signature stands on a commit or on its tags."""
        asked = [("commit", commit.id)] if commit.is_signed else []
        for kind, name in (*asked, *(("tag", one) for one in tags)):
            yield from _people(signature_told(root, kind, name, self._settings(), self.home))

    def _settings(self) -> Iterator[str]:
        """What git is told, so that it runs no program but these and trusts no key but these."""
        yield f"gpg.ssh.program={_program('ssh-keygen')}"
        yield f"gpg.ssh.allowedSignersFile={self.home / ALLOWED}"
        yield f"gpg.ssh.revocationFile={self.home / 'revoked'}"
        gpg = _program("gpg") if self.has_openpgp else "false"
        yield from (f"gpg.program={gpg}", f"gpg.openpgp.program={gpg}", "gpg.x509.program=false")
        yield "gpg.minTrustLevel=undefined"


def _people(told: str) -> Iterator[Person]:
    """The people named in what the programs say of a good signature."""
    names = _SSH.findall(told)
    if _VALID.search(told):
        names += _GOOD.findall(told)
    for name in names:
        found = _NAMED.fullmatch(name)
        yield Person(found[1], found[2]) if found else Person("", name)
