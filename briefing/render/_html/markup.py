"""Elements -> HTML text, the only place where markup is written. What is no `Html` is escaped, always."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

VOID = frozenset({"meta", "input"})
SHAPES = frozenset({"use", "rect", "path"})  # SVG closes its empty elements
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Html(str):
    """Text that is markup already."""

    __slots__ = ()


Child = str | None
Attribute = str | int | bool | None


def words(text: str) -> Html:
    """Any text as literal characters; what no page may hold (control characters, lone surrogates) becomes U+FFFD."""
    return Html(escape(_UNPRINTABLE.sub("�", text), quote=True))


def join(children: Iterable[Child]) -> Html:
    """Children one after the other: markup as it is, text escaped, None left out."""
    return Html("".join(c if isinstance(c, Html) else words(c) for c in children if c is not None))


def tag(name: str, /, *children: Child, **attributes: Attribute) -> Html:
    """An element. `class_` is written class, `aria_label` aria-label; None, False and "" leave an attribute out."""
    head = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in VOID:
        return Html(f"<{name}{head}>")
    return Html(f"<{name}{head}/>") if name in SHAPES else Html(f"<{name}{head}>{join(children)}</{name}>")


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False or value == "":
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{words(str(value))}"'
