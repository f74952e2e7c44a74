"""What the arguments of a command name: folders, files and addresses, and the briefing.toml that goes with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import FolderError
from briefing.settings import NAME, Settings, load_settings

SEEDS = Path("seeds")


@dataclass(frozen=True, slots=True)
class Places:
    """`base`: what file names are relative to, and where the briefing.toml stands. `own`: what the tool wrote there."""

    paths: tuple[Path, ...]
    addresses: tuple[str, ...]
    base: Path
    settings: Settings
    own: frozenset[Path]


def given(places: Sequence[str] | None, out: Path | None = None) -> Places:
    """The articles that a command is to read: `seeds/` where none is named. Raises FolderError where there is none."""
    from briefing.output import own_files
    from briefing.sources.folder import base_of
    from briefing.sources.web import is_address

    named = [str(place) for place in places or ()] or [str(_seeds())]
    addresses = tuple(place for place in named if is_address(place))
    paths = tuple(Path(place) for place in named if not is_address(place))
    base = base_of(paths) if paths else Path()
    folders = {path for path in (*paths, *((out,) if out else ())) if path.is_dir()}
    own = frozenset().union(*(own_files(path) for path in folders))
    return Places(paths, addresses, base, load_settings(base / NAME), own)


def _seeds() -> Path:
    if not SEEDS.is_dir():
        raise FolderError("no folder was named, and there is no seeds/ here", "name a folder: briefing build FOLDER")
    return SEEDS
