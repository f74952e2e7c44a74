"""The command line: the only room that knows typer, the terminal, the clock and exit codes. One file a command.

Exit codes: 0 done; 1 `--strict` and there are problems, or lines of a stream could not be read; 2 nothing could be made, or a
wrong option.
"""

from __future__ import annotations

import gc
from importlib import import_module
from typing import Annotated

import typer

from briefing.cli.terminal import guarded
from briefing.version import __version__

# The commands, in the order of the help: module -> functions. Each module imports what is heavy inside its functions.
COMMANDS = {"build": ("build",), "sources": ("sources",), "dates": ("dates", "rules"), "styles": ("styles",)}

# Articles are trees of frozen values without circles: the collector's sweeps find nothing and cost a third of a long build.
FEW_SWEEPS = (200_000, 50, 100)

app = typer.Typer(
    name="briefing",
    help="A folder of news articles in, a cited briefing note out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"briefing {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    _: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    pass


for _module, _functions in COMMANDS.items():
    for _function in _functions:
        app.command(_function)(guarded(getattr(import_module(f"briefing.cli.{_module}"), _function)))


def main() -> None:
    """Run the command line."""
    gc.set_threshold(*FEW_SWEEPS)
    app()
