"""`briefing styles`: the house styles there are, and a copy to start a new one from."""

from __future__ import annotations

from typing import Annotated

import typer

from briefing.cli.terminal import complain
from briefing.errors import SettingsError, StyleError


def styles(
    action: Annotated[str, typer.Argument(metavar="[new", help="Without it, the styles are listed.")] = "",
    name: Annotated[str, typer.Argument(metavar="NAME]", help="new: copies the default to templates/NAME.")] = "",
) -> None:
    """List the house styles, or start a new one: briefing styles new NAME."""
    from briefing.style import all_styles, load_style, new_style

    if action == "new" and name:
        typer.echo(new_style(name))
        return
    if action:
        raise SettingsError(
            f"briefing styles {action}: nothing to do", "write briefing styles, or briefing styles new NAME"
        )
    for folder in all_styles():
        try:
            typer.echo(f"{folder.name}  {load_style(folder.name).description}")
        except StyleError as error:  # one wrong style never hides the others
            complain("error", str(error), error.remedy)
