"""Where results go: file names, and never over somebody's work.

A small manifest in the output folder remembers what was written, by hash. A file that an earlier run wrote and
nobody changed since is replaced; one that was edited, or that is not ours, is kept unless `force` says otherwise.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
from contextlib import suppress
from datetime import date
from pathlib import Path

from anyascii import anyascii

from briefing.errors import OutputError

MANIFEST = ".briefing-manifest.json"
MAX_NAME = 80  # characters, the suffix included (specification of the note, §14)


def file_name(title: str, as_of: date | None, suffix: str, mode: str = "") -> str:
    """`briefing_2022-01-10_little-sign-of-progress-on-ukraine.pdf`: lower-case ASCII, the title's first six words."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’.]", "", anyascii(title)).lower())[:6]
    tail = (f"_{mode}" if mode else "") + suffix
    stem = "_".join(["briefing", as_of.isoformat() if as_of else "undated", *(["-".join(words)] if words else [])])
    return stem[: MAX_NAME - len(tail)].rstrip("-_") + tail


def own_files(folder: Path) -> frozenset[Path]:
    """What earlier runs wrote below `folder`, resolved, the manifests included: never read as sources."""
    found = set()
    for root, _, names in os.walk(folder):
        if MANIFEST in names:
            manifest = Path(root) / MANIFEST
            found |= {(manifest.parent / name).resolve() for name in (MANIFEST, *_read(manifest))}
    return frozenset(found)


def write(folder: Path, files: dict[str, bytes], *, force: bool = False) -> list[Path]:
    """Write all of `files` into `folder`, or none. Returns their paths in the order given.

    Raises OutputError when the folder can't be written, or a file there is not ours to replace.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"{folder}: the output folder can't be made ({error.strerror})", "name another with --out"
        ) from error
    manifest = folder / MANIFEST
    known = _read(manifest)
    for name, data in files.items():
        _may_replace(folder / name, data, known.get(name), force=force)
    for name, data in files.items():
        known[name] = hashlib.sha256(data).hexdigest()
        _replace(folder / name, data)
    listing = json.dumps({"written": dict(sorted(known.items()))}, indent=1, ensure_ascii=False)
    _replace(manifest, listing.encode() + b"\n")
    return [folder / name for name in files]


def _read(manifest: Path) -> dict[str, str]:
    """Name -> sha256 of what was written; empty when there is no manifest or it is none of ours."""
    try:
        written = json.loads(manifest.read_bytes())["written"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}
    if not isinstance(written, dict):
        return {}
    return {name: digest for name, digest in written.items() if isinstance(digest, str) and "/" not in name}


def _may_replace(path: Path, data: bytes, digest: str | None, *, force: bool) -> None:
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise OutputError(
            f"{path}: stands in the way and is no plain file", "remove it, or name another folder with --out"
        )
    if force or not path.exists():
        return
    try:
        now = path.read_bytes()
    except OSError as error:
        raise OutputError(f"{path}: can't be read ({error.strerror})", "name another folder with --out") from error
    if now == data or hashlib.sha256(now).hexdigest() == digest:
        return
    why = "was not written by this tool" if digest is None else "has been edited since it was written"
    raise OutputError(f"{path}: {why}", "move it away, name another folder with --out, or overwrite it with --force")


def _replace(path: Path, data: bytes) -> None:
    """Write to a temporary name in the same folder, then rename: no half-written file is ever seen."""
    temporary = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".briefing-", delete=False) as stream:
            temporary = Path(stream.name)
            stream.write(data)
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        if temporary:
            with suppress(OSError):
                temporary.unlink()
        raise OutputError(
            f"{path.parent}: can't be written ({error.strerror})", "name another output folder with --out"
        ) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
