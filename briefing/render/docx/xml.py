"""WordprocessingML elements, made from short names: `w("p", w("r", w("t", "words")))`."""

from __future__ import annotations

from typing import Any

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = "http://www.w3.org/XML/1998/namespace"

Element = Any  # lxml has no types


def w(tag: str, *content: Element | str | None, **attributes: object) -> Element:
    """The element `w:tag`. A child that is None is left out; so is an attribute. `r_id` becomes `r:id`."""
    element = etree.Element(f"{{{W}}}{tag}", nsmap={"w": W, "r": R})
    for name, value in attributes.items():
        if value is not None:
            place, name = (R, name[2:]) if name.startswith("r_") else (W, name)
            element.set(f"{{{place}}}{name}", str(value))
    for child in content:
        if isinstance(child, str):
            element.text = child
            element.set(f"{{{XML}}}space", "preserve")
        elif child is not None:
            element.append(child)
    return element


def twips(mm: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(mm * 1440 / 25.4)


def emu(mm: float) -> int:
    """Millimetres in English Metric Units, in which DrawingML measures."""
    return round(mm * 36000)
