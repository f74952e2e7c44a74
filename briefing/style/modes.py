"""The same style for other readers: without colour, in large print."""

from __future__ import annotations

from dataclasses import fields, replace

from briefing.style.tokens import Rules, Style, Type, Types


def in_grey(style: Style) -> Style:
    """For printers without colour: accent, links and secondary become black, the tint 8 % grey."""
    grey = replace(
        style.colours, ink="#000000", accent="#000000", secondary="#000000", tint="#EBEBEB", hairline="#B8B8B8"
    )
    screen = replace(style.screen, pane="#F5F5F5", mark="#EBEBEB", mark_ink="#000000", mark_bar="#000000")
    return replace(style, colours=grey, screen=screen)


def in_large_print(style: Style) -> Style:
    """Sentences 16/22, nothing below 14 pt, one column everywhere, rules 1 pt (after the clear print guidelines)."""
    sentences = {"glance", "entry", "statement"}
    large = {}
    for token in fields(Types):
        kind: Type = getattr(style.types, token.name)
        size = 16.0 if token.name in sentences else max(14.0, kind.size * 1.15)
        leading = 22.0 if token.name in sentences else max(18.0, size * 1.28)
        large[token.name] = replace(kind, size=round(size, 1), leading=round(leading, 1))
    return replace(style, types=Types(**large), rules=Rules(head=1.0, row=1.0), stacked=True)
