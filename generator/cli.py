"""The command line. Exit: 0 clean, 1 findings, 2 misuse, 3 our fault."""

import gc
import sys
from importlib import import_module

import click

from generator import __version__
from generator.commands.common import FAULT, INTERRUPTED, MISUSE
from generator.model.finding import visible
from generator.past.git import GitError, UnknownRevisionError

_COMMANDS = (
    "audit", "build", "changes", "check", "explain", "history", "rate", "release", "second-checks",
    "verify",
)  # fmt: skip
"""Each is a function in the module of its name."""


class _Commands(click.Group):
    """The commands, each read when it is asked for: a check has no use for what makes pages."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 click's own name
        """Their names."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of a name, if there is one."""
        if cmd_name not in _COMMANDS:
            return None
        name = cmd_name.replace("-", "_")
        command: click.Command = getattr(import_module(f"generator.commands.{name}"), name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="aboveboard")
def cli() -> None:
    """Performance reporting from version-controlled YAML, honest by construction.

    Exit status: 0 all is well, 1 something must be put right, 2 the command was misused, 3 a fault
    of the program.
    """


def main() -> None:
    """The console script."""
    # A run makes millions of small records and no cycles worth finding: looking for them costs
    # a fifth of the time (bench/README.md).
    gc.disable()
    try:
        # Not in click's standalone mode, which exits with 1 (findings) when it is interrupted.
        sys.exit(cli(standalone_mode=False))
    except click.ClickException as misused:
        misused.show()
        sys.exit(MISUSE)
    except (GitError, UnknownRevisionError) as unread:
        click.echo(f"Error: {visible(str(unread))}", err=True)
        sys.exit(MISUSE)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(INTERRUPTED)
    except Exception as error:  # noqa: BLE001 the one broad handler: a plain sentence first
        click.echo(
            f"Aboveboard failed, and the fault is its own: {type(error).__name__}: "
            f"{visible(str(error))}\n"
            "Your files were not changed, unless a line above says what was mended. "
            "Please report this with the lines below.",
            err=True,
        )
        sys.excepthook(*sys.exc_info())
        sys.exit(FAULT)


if __name__ == "__main__":
    main()
