"""A folder of news articles in, a cited briefing note out.

From Python: `build(paths)` gives the `Result` of a build, `read_dates(text, published)` the time expressions of a text, resolved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing.version import __version__

if TYPE_CHECKING:
    from briefing.dates import read_dates
    from briefing.pipeline import build

__all__ = ["__version__", "build", "read_dates"]


def __getattr__(name: str) -> Any:
    """The public functions, imported when they are asked for: `briefing --version` needs none of them."""
    if name == "build":
        from briefing.pipeline import build

        return build
    if name == "read_dates":
        from briefing.dates import read_dates

        return read_dates
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
