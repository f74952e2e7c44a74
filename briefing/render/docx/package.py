"""The Word file as bytes: the same document gives the same bytes, on every day and machine."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part

_EFFECTS = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
_NOTHING_OF_OURS = (RT.THUMBNAIL, RT.CUSTOM_XML, RT.NUMBERING, RT.WEB_SETTINGS, _EFFECTS)
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)  # the oldest that a zip archive can hold
_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/'
    b'officeDocument/2006/extended-properties"><Application>briefing</Application></Properties>'
)


def new_package(reference: Path | None) -> Any:
    """An empty Word document, or the style's `reference.docx` without its text: its styles win over ours."""
    document = docx.Document(str(reference) if reference else None)
    body = document.element.body
    for element in list(body)[:-1]:
        body.remove(element)
    if reference is None:
        for owner in (document.part, document.part.package):
            for key, relation in list(owner.rels.items()):
                if relation.reltype in _NOTHING_OF_OURS:
                    del owner.rels[key]
    for relation in document.part.package.rels.values():
        if relation.reltype == RT.EXTENDED_PROPERTIES and isinstance(relation.target_part, Part):
            relation.target_part._blob = _APP  # noqa: SLF001 - python-docx keeps it as plain bytes
    return document


def package_bytes(document: Any) -> bytes:
    """The file, its parts in one order and with one time."""
    file = io.BytesIO()
    document.save(file)
    fixed = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, _FIXED_TIME)
            info.compress_type, info.external_attr, info.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 3
            new.writestr(info, old.read(name))
    return fixed.getvalue()
