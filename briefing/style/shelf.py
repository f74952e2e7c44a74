"""Where house styles stand: found by name or path, listed, and copied to start a new one."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from briefing.errors import StyleError

SHEET = "style.toml"
DEFAULT = "standard"


def _homes(near: Path) -> tuple[Path, ...]:
    """Where styles are looked for, first wins: the reader's `templates`, the wheel's copy, the checkout's folder."""
    package = Path(__file__).parents[1]
    return near / "templates", package / "templates", package.parent / "templates"


def find_style(name: str, near: Path = Path()) -> Path:
    """The folder of a style given by name, or by the path of its folder. Raises StyleError with the names there are."""
    if ("/" in name or "\\" in name or name.startswith(".")) and (Path(name) / SHEET).is_file():
        return Path(name)
    if re.fullmatch(r"[\w-]+", name):
        for home in _homes(near):
            if (home / name / SHEET).is_file():
                return home / name
    known = ", ".join(style.name for style in all_styles(near))
    raise StyleError(f"no house style called {name}", f"take one of {known}, or the path of a folder with a style.toml")


def all_styles(near: Path = Path()) -> tuple[Path, ...]:
    """The folders of all styles that can be named, by name."""
    found: dict[str, Path] = {}
    for home in _homes(near):
        for file in sorted(home.glob("*/style.toml")):
            found.setdefault(file.parent.name, file.parent)
    return tuple(found[name] for name in sorted(found))


def new_style(name: str, near: Path = Path()) -> Path:
    """Copy the default to `templates/NAME`, to be changed there; its folder. Raises StyleError where that can't be."""
    if not re.fullmatch(r"[a-z][a-z0-9_-]{0,39}", name):
        raise StyleError(f"{name!r} is no name for a style", "take small letters, digits, - and _, a letter first")
    folder = near / "templates" / name
    if folder.exists():
        raise StyleError(f"{folder} is there already", "take another name, or move that folder away")
    try:
        shutil.copytree(find_style(DEFAULT), folder, copy_function=shutil.copyfile)
    except OSError as error:
        raise StyleError(
            f"{folder} can't be written: {error.strerror or error}", "check the folder's permissions"
        ) from error
    sheet = folder / SHEET
    text = sheet.read_text(encoding="utf-8")
    text = text.replace(f'The house style "{DEFAULT}"', f'The house style "{name}"', 1)
    begun = re.sub(
        r"(?m)^description = .*$", f'description = "begun from {DEFAULT}; say here what is other"', text, count=1
    )
    sheet.write_text(begun, encoding="utf-8")
    return folder
