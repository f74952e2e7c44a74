"""The structure tree of a tagged PDF: what is a heading, a table's header, a figure, a link, in reading order.

reportlab writes no tags itself. Content is wrapped in marked-content operators while it is drawn; the tree, the parent
tree and the links' place in it are added to the file before it is saved (ISO 32000-1, 14.7 and 14.8).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

LINKS = 100_000  # keys of links in the parent tree begin here, those of pages at 0
Box = tuple[float, float, float, float]


@dataclass(eq=False, slots=True)
class Node:
    """An element of the tree. `kids` are elements, (page, content id) pairs and numbers of links."""

    kind: str
    parent: Node | None
    lang: str = ""
    alt: str = ""
    actual: str = ""  # its words as they are read, where they are drawn in another order
    scope: str = ""  # of a header cell: Row or Column
    box: Box | None = None
    kids: list[Any] = field(default_factory=list)
    number: int = 0  # of its object in the file


@dataclass(slots=True)
class _Link:
    box: Box
    words: str
    target: str
    url: str
    node: Node
    number: int = 0


class Tags:
    """Collects the tree while pages are drawn on `canvas`."""

    def __init__(self, canvas: Any, lang: str) -> None:
        self.canvas = canvas
        self.root = Node("Document", None, lang)
        self._owners: list[list[Node]] = [[]]  # of each page, by content id
        self._links: list[_Link] = []
        self._open: Node | str | None = None  # whose content is being drawn; "" that of the page alone

    # ------------------------------------------------------------------ elements

    def child(self, parent: Node, kind: str, **facts: Any) -> Node:
        node = Node(kind, parent, **facts)
        node.lang = node.lang or parent.lang
        parent.kids.append(node)
        return node

    def link(self, parent: Node, box: Box, words: str, *, target: str = "", url: str = "") -> Node:
        """A link over `box` (points, from the lower left corner) to an anchor or an address."""
        node = self.child(parent, "Link")
        node.kids.append(len(self._links))
        made = _Link(box, words, target, url, node)
        self._links.append(made)
        index = len(self._links) - 1
        raw = own_object(lambda document: _annotation(made, LINKS + index, self.canvas, document))
        self.canvas._addAnnotation(raw, f"link{index}")  # noqa: SLF001
        made.number = self._number(raw)
        return node

    def switch(self, node: Node | None) -> None:
        """What is drawn from here on belongs to `node`; None: to the page alone (rules, header, footer)."""
        wanted: Node | str = "" if node is None else node
        if self._open is wanted or (self._open == "" and wanted == ""):
            return
        self._close()
        code = self.canvas._code  # noqa: SLF001
        if node is None:
            code.append("/Artifact BMC")
        else:
            owners = self._owners[-1]
            code.append(f"/{node.kind} <</MCID {len(owners)}>> BDC")
            node.kids.append((len(self._owners) - 1, len(owners)))
            owners.append(node)
        self._open = wanted

    def _close(self) -> None:
        if self._open is not None:
            self.canvas._code.append("EMC")  # noqa: SLF001
            self._open = None

    def end_page(self) -> None:
        self._close()
        self._owners.append([])

    # ------------------------------------------------------------------ the tree in the file

    def finish(self) -> None:
        """Adds the tree to the document; nothing may be drawn afterwards."""
        from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName

        document = self.canvas._doc  # noqa: SLF001
        pages = [document.idToObject[f"Page{number}"] for number in range(1, len(self._owners))]
        refs = [self._number(page) for page in pages]
        written: list[str] = []
        tree = own_object(lambda _: "".join(written).encode())
        root = self._number(tree)
        self._add(document, self.root, root, refs)
        numbers = []
        for index, page in enumerate(pages):
            owners = " ".join(f"{node.number} 0 R" for node in self._owners[index])
            numbers.append(f"{index} [{owners}]")
            page.StructParents, page.Tabs = index, PDFName("S")
            page.__NoDefault__ = [*type(page).__NoDefault__, "StructParents", "Tabs"]
        numbers += [f"{LINKS + index} {link.node.number} 0 R" for index, link in enumerate(self._links)]
        parents = f"/ParentTree <</Nums [{' '.join(numbers)}]>> /ParentTreeNextKey {LINKS + len(self._links)}"
        written.append(f"<</Type/StructTreeRoot/K[{self.root.number} 0 R]{parents}>>")
        document.Catalog.StructTreeRoot = tree
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _number(self, made: Any) -> int:
        """The number of an object in the file, given with its first reference."""
        document = self.canvas._doc  # noqa: SLF001
        name = document.Reference(made).name
        return int(document.idToObjectNumberAndVersion[name][0])

    def _add(self, document: Any, node: Node, parent: int, pages: list[int]) -> None:
        """The element and all below it, depth first."""
        raw = own_object(lambda doc: _element(node, parent, pages, self._links, doc))
        node.number = self._number(raw)
        for kid in node.kids:
            if isinstance(kid, Node):
                self._add(document, kid, node.number, pages)


def own_object(make: Callable[[Any], bytes]) -> Any:
    """An object of the file that writes itself: `make` is called with the document when all numbers are known."""
    return _raw_class()(make)


@cache
def _raw_class() -> Any:
    from reportlab.pdfbase.pdfdoc import PDFObject

    class Raw(PDFObject):
        __RefOnly__ = 1

        def __init__(self, make: Callable[[Any], bytes]) -> None:
            self.make = make

        def format(self, document: Any) -> bytes:
            return self.make(document)

    return Raw


def _string(text: str, document: Any) -> str:
    from reportlab.pdfbase.pdfdoc import PDFString

    shown: bytes | str = PDFString(text).format(document)
    return shown.decode("latin-1") if isinstance(shown, bytes) else shown


def _element(node: Node, parent: int, pages: list[int], links: list[_Link], document: Any) -> bytes:
    """/S /P /K: content of the element's first page by its number alone, of other pages with their page."""
    own = next((pages[kid[0]] for kid in node.kids if isinstance(kid, tuple)), None)
    kids = []
    for kid in node.kids:
        if isinstance(kid, Node):
            kids.append(f"{kid.number} 0 R")
        elif isinstance(kid, int):
            kids.append(f"<</Type/OBJR/Obj {links[kid].number} 0 R>>")
        elif pages[kid[0]] == own:
            kids.append(str(kid[1]))
        else:
            kids.append(f"<</Type/MCR/Pg {pages[kid[0]]} 0 R/MCID {kid[1]}>>")
    facts = f"/S/{node.kind}/P {parent} 0 R/K[{' '.join(kids)}]"
    if own is not None:
        facts += f"/Pg {own} 0 R"
    if node.alt:
        facts += f"/Alt {_string(node.alt, document)}"
    if node.actual:
        facts += f"/ActualText {_string(node.actual, document)}"
    if node.lang and (node.parent is None or node.lang != node.parent.lang):
        facts += f"/Lang {_string(node.lang, document)}"
    if node.scope:
        facts += f"/A<</O/Table/Scope/{node.scope}>>"
    if node.box is not None:
        facts += f"/A<</O/Layout/Placement/Inline/BBox[{_edges(node.box)}]>>"
    return f"<<{facts}>>".encode("latin-1")


def _annotation(link: _Link, key: int, canvas: Any, document: Any) -> bytes:
    facts = f"/Type/Annot/Subtype/Link/Border[0 0 0]/F 4/Rect[{_edges(link.box)}]/StructParent {key}"
    facts += f"/Contents {_string(link.url or link.words, document)}"
    if link.url:
        facts += f"/A<</S/URI/URI {_string(link.url, document)}>>"
    else:
        place = canvas._bookmarkReference(link.target).format(document)  # noqa: SLF001
        facts += f"/Dest {place.decode('latin-1') if isinstance(place, bytes) else place}"
    return f"<<{facts}>>".encode("latin-1")


def _edges(box: Box) -> str:
    return " ".join(f"{edge:.2f}" for edge in box)
