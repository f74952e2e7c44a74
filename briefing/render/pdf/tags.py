"""The structure tree of a tagged PDF: what is a heading, a table's header, a figure, a link, in reading order.

reportlab writes no tags itself. Content is wrapped in marked-content operators while it is drawn; the tree, the parent
tree and the links' place in it are added to the file before it is saved (ISO 32000-1, 14.7 and 14.8).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any


@dataclass(eq=False)
class Node:
    """An element of the tree. `kids` are elements, (page, content id) pairs and names of link annotations."""

    kind: str
    parent: Node | None
    lang: str = ""
    alt: str = ""
    scope: str = ""  # of a header cell: Row or Column
    box: tuple[float, float, float, float] | None = None
    kids: list[Any] = field(default_factory=list)


class Tags:
    """Collects the tree while pages are drawn on `canvas`."""

    def __init__(self, canvas: Any, lang: str) -> None:
        self.canvas = canvas
        self.root = Node("Document", None, lang)
        self._page = 0
        self._owners: list[list[Node]] = [[]]  # of each page, by content id
        self._links: list[tuple[str, Node]] = []  # annotations in the order of their keys
        self._open = False

    # ------------------------------------------------------------------ elements

    def child(self, parent: Node, kind: str, **facts: Any) -> Node:
        node = Node(kind, parent, **facts)
        node.lang = node.lang or parent.lang
        parent.kids.append(node)
        return node

    def link(self, parent: Node, annotation: str) -> Node:
        """The element of the annotation that was made last."""
        node = self.child(parent, "Link")
        node.kids.append(annotation)
        self._links[-1] = (annotation, node)
        return node

    @contextmanager
    def content(self, node: Node | None) -> Iterator[None]:
        """What is drawn inside belongs to `node`; None: to the page alone (rules, header, footer)."""
        if self._open:  # inside of a figure everything is the figure's
            yield
            return
        if node is None:
            self.canvas._code.append("/Artifact BMC")  # noqa: SLF001
        else:
            owners = self._owners[-1]
            self.canvas._code.append(f"/{node.kind} <</MCID {len(owners)}>> BDC")  # noqa: SLF001
            node.kids.append((self._page, len(owners)))
            owners.append(node)
        self._open = True
        yield
        self._open = False
        self.canvas._code.append("EMC")  # noqa: SLF001

    def annotation(self, box: tuple[float, ...], words: str, *, target: str, url: str) -> str:
        """A link over `box` (points, from the lower left corner) to an anchor or an address; its name."""
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

        facts: dict[str, Any] = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": PDFArray([round(edge, 2) for edge in box]),
            "Border": PDFArray([0, 0, 0]),
            "F": 4,
            "Contents": PDFString(url or words),
            "StructParent": LINKS + len(self._links),
        }
        if url:
            facts["A"] = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(url)})
        else:
            facts["Dest"] = self.canvas._bookmarkReference(target)  # noqa: SLF001
        name = f"link{len(self._links)}"
        self.canvas._addAnnotation(PDFDictionary(facts), name)  # noqa: SLF001
        self._links.append((name, self.root))
        return name

    def end_page(self) -> None:
        self._page += 1
        self._owners.append([])

    # ------------------------------------------------------------------ the tree in the file

    def finish(self) -> None:
        """Adds the tree to the document; nothing may be drawn afterwards."""
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

        document = self.canvas._doc  # noqa: SLF001
        pages = [document.idToObject[f"Page{number}"] for number in range(1, self._page + 1)]
        refs = [document.Reference(page) for page in pages]
        made: dict[int, Any] = {}
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        root_ref = document.Reference(root, "structure")
        root["K"] = PDFArray([self._element(document, self.root, root_ref, refs, made)])
        numbers: list[Any] = []
        for number, page in enumerate(pages):
            owners = PDFArray([made[id(node)] for node in self._owners[number]])
            numbers += [number, document.Reference(owners)]
            page.StructParents, page.Tabs = number, PDFName("S")
            page.__NoDefault__ = [*type(page).__NoDefault__, "StructParents", "Tabs"]
        for number, (_, node) in enumerate(self._links):
            numbers += [LINKS + number, made[id(node)]]
        root["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(numbers)}))
        root["ParentTreeNextKey"] = LINKS + len(self._links)
        document.Catalog.StructTreeRoot = root
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _element(self, document: Any, node: Node, parent: Any, refs: list[Any], made: dict[int, Any]) -> Any:
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

        element = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(node.kind), "P": parent})
        ref = made[id(node)] = document.Reference(element)
        kids: list[Any] = []
        for kid in node.kids:
            if isinstance(kid, Node):
                kids.append(self._element(document, kid, ref, refs, made))
            elif isinstance(kid, str):
                annotation = document.refAnnotation(kid)
                kids.append(PDFDictionary({"Type": PDFName("OBJR"), "Obj": annotation}))
            else:
                page, number = kid
                kids.append(PDFDictionary({"Type": PDFName("MCR"), "Pg": refs[page], "MCID": number}))
        element["K"] = PDFArray(kids)
        if node.alt:
            element["Alt"] = PDFString(node.alt)
        if node.lang and (node.parent is None or node.lang != node.parent.lang):
            element["Lang"] = PDFString(node.lang)
        attributes = _attributes(node)
        if attributes:
            element["A"] = PDFDictionary(attributes)
        return ref


def _attributes(node: Node) -> dict[str, Any]:
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFName

    if node.scope:
        return {"O": PDFName("Table"), "Scope": PDFName(node.scope)}
    if node.box is not None:
        box = PDFArray([round(edge, 2) for edge in node.box])
        return {"O": PDFName("Layout"), "Placement": PDFName("Inline"), "BBox": box}
    return {}


LINKS = 100_000  # keys of links in the parent tree begin here, those of pages at 0
