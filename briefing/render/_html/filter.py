"""The filter above the items: radio groups and the CSS rules that obey them, no script needed."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.render._html.markup import Html, tag
from briefing.render._html.pen import Pen, sign

BASES = ("stated", "resolved", "inferred", "none")
FEW_SOURCES = 6  # up to so many are buttons, more are a list to choose from


def filter_bar(items: Mapping[int, str], pen: Pen) -> list[Html]:
    """The two groups; nothing where a filter would not help (one source and fewer than eight items)."""
    sources = sorted(pen.places.numbers)
    if len(sources) < 2 and len(items) < 8:
        return []
    groups = [_sources(sources, pen)] if len(sources) > 1 else []
    groups.append(_bases(items, pen))
    count = tag("p", class_="count", role="status", data_said=pen.say("shown", None, n=len(items)))
    return [tag("form", *groups, count, class_="filter", aria_label=pen.say("filter"))]


def _sources(sources: list[int], pen: Pen) -> Html:
    legend = tag("legend", pen.say("filter-source"))
    if len(sources) <= FEW_SOURCES:
        buttons = [_radio("fs", "all", pen.say("filter-all"), checked=True)]
        buttons += [_radio("fs", str(n), f"[{n}]") for n in sources]
        return tag("fieldset", legend, *buttons)
    options = [tag("option", pen.say("filter-all"), value="all", selected=True)]
    options += [tag("option", f"[{n}]", value=str(n)) for n in sources]
    choice = tag("select", *options, id="fs", aria_label=pen.say("filter-source"))
    return tag("fieldset", legend, choice)


def _bases(items: Mapping[int, str], pen: Pen) -> Html:
    buttons = [_radio("fb", "all", pen.say("filter-all"), checked=True)]
    for basis in BASES:
        if basis in items.values():
            drawn = sign(basis) if basis != "none" else None
            buttons.append(_radio("fb", basis, pen.say(f"filter-{basis}"), drawn))
    return tag("fieldset", tag("legend", pen.say("filter-date")), *buttons)


def _radio(group: str, value: str, words: str, drawn: Html | None = None, *, checked: bool = False) -> Html:
    name = f"{group}-{value}"
    button = tag("input", type="radio", name=group, value=value, id=name, checked=checked)
    return tag("label", button, tag("span", drawn, words), for_=name)


def filter_rules(sources: list[int]) -> str:
    """What each choice hides. The rules ask the timeline's section alone, never the page: else each step of a reader
    would make the browser look at every rule again, which a telephone feels."""
    rules = [_hide(f"#fb-{basis}:checked", f".k-{basis}") for basis in BASES]
    for number in sources if len(sources) > 1 else ():
        chosen = f"#fs-{number}:checked" if len(sources) <= FEW_SOURCES else f'#fs option[value="{number}"]:checked'
        rules.append(_hide(chosen, f".q{number}"))
    return f"@media screen{{{''.join(rules)}}}"


def _hide(chosen: str, kept: str) -> str:
    section, rows = f".sec-timeline:has({chosen})", f".row[class*=k-]:not({kept})"
    return f"{section} {rows},{section}~.sec {rows}{{display:none}}"
