"""The command line. Exit: 0 clean, 1 findings, 2 misuse, 3 our fault."""

import gc
import sys

import click

from generator import __version__
from generator.commands.audit import audit
from generator.commands.build import build
from generator.commands.changes import changes
from generator.commands.check import check
from generator.commands.common import FAULT, INTERRUPTED, MISUSE
from generator.commands.explain import explain
from generator.commands.history import history
from generator.commands.rate import rate
from generator.commands.verify import verify
from generator.model.finding import visible


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="aboveboard")
def cli() -> None:
    """Performance reporting from version-controlled YAML, honest by construction.

    Exit status: 0 all is well, 1 something must be put right, 2 the command was misused, 3 a fault
    of the program.
    """


for command in (check, build, verify, changes, history, audit, explain, rate):
    cli.add_command(command)


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
