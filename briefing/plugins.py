"""Finds what can be added from outside: the modules of a folder, and an entry-point group.

A module of ours and a stranger's package come in through the same door: a name and one object.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from briefing.errors import PluginError


@cache
def names(package: str, group: str) -> dict[str, str | EntryPoint]:
    """What is there, not yet imported: name -> module path of ours, or a stranger's entry point.

    A module whose name begins with an underscore is no plug-in. Raises PluginError for a name given twice.
    """
    home = import_module(package)
    found: dict[str, str | EntryPoint] = {
        module.name: f"{package}.{module.name}"
        for module in pkgutil.iter_modules(home.__path__)
        if not module.name.startswith("_")
    }
    for point in entry_points(group=group):
        if point.name in found:
            raise PluginError(
                f"{group}: the name {point.name} is given twice", f"uninstall {point.value.split(':')[0]}"
            )
        found[point.name] = point
    return found


def load(package: str, group: str, name: str, attribute: str) -> Any | None:
    """The object called `name`, imported now; None where the module has no `attribute` (a contract, no plug-in)."""
    where = names(package, group)[name]
    if isinstance(where, str):
        return getattr(import_module(where), attribute, None)
    try:
        return where.load()
    except Exception as error:  # a stranger's module may fail in any way
        raise PluginError(f"{group}: {name} does not load: {error}", f"uninstall or mend {where.value}") from error
