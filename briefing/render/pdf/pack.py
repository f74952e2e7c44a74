"""A finished PDF with its small objects packed into compressed streams: a third of the size, the same content.

reportlab writes every object in clear with a table of places (PDF 1.4). Objects that are no streams may stand together
in an object stream, and the table may be a stream itself (ISO 32000-1, 7.5.7 and 7.5.8; PDF 1.5).
"""

from __future__ import annotations

import re
import zlib
from typing import Final

EACH: Final = 400  # objects in one stream
LEVEL: Final = 6
_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_SECTION = re.compile(rb"xref\s+0 (\d+)\s+")
_TRAILER = re.compile(rb"/ID\s*(\[.*?\])", re.DOTALL)
_CLEAR = re.compile(rb"/Type\s*/Pages?\b")  # pages stay in clear: simple tools count them
_OBJECT = re.compile(rb"\d+ \d+ obj\s*")


def packed(pdf: bytes) -> bytes:
    """The same file as PDF 1.5. What is not laid out as reportlab does it comes back unchanged."""
    found = _objects(pdf)
    if found is None:
        return pdf
    objects, trailer = found
    out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}  # kind, offset or stream, generation or index
    small = []
    for number, body in objects:
        if body.endswith(b"endstream") or _CLEAR.search(body):
            places[number] = (1, len(out), 0)
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        else:
            small.append((number, body))
    free = max(number for number, _ in objects) + 1
    for start in range(0, len(small), EACH):
        group = small[start : start + EACH]
        places |= {number: (2, free, index) for index, (number, _) in enumerate(group)}
        places[free] = (1, len(out), 0)
        out += _stream(free, _object_stream(group), b"/Type/ObjStm/N %d/First %d" % (len(group), _first(group)))
        free += 1
    start = len(out)
    places[free] = (1, start, 0)
    table = b"".join(
        bytes([kind]) + offset.to_bytes(4, "big") + rest.to_bytes(2, "big")
        for kind, offset, rest in (places.get(number, (0, 0, 65535)) for number in range(free + 1))
    )
    out += _stream(free, table, b"/Type/XRef/W[1 4 2]/Size %d%s" % (free + 1, trailer))
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def _objects(pdf: bytes) -> tuple[list[tuple[int, bytes]], bytes] | None:
    """Every object by number, and what the trailer says."""
    start = _START.search(pdf)
    table = _SECTION.match(pdf, int(start[1])) if start else None
    if start is None or table is None or b"/Encrypt" in pdf[table.end() :]:
        return None
    count, rows = int(table[1]), pdf[table.end() :]
    offsets = [(int(rows[20 * n : 20 * n + 10]), n) for n in range(1, count)]
    trailer = rows[20 * count :]
    identity, root, info = (
        _TRAILER.search(trailer),
        re.search(rb"/Root (\d+) ", trailer),
        re.search(rb"/Info (\d+) ", trailer),
    )
    if identity is None or root is None or info is None:
        return None
    ends = [*sorted(offset for offset, _ in offsets)[1:], int(start[1])]
    objects = []
    for (offset, number), end in zip(sorted(offsets), ends, strict=True):
        head = _OBJECT.match(pdf, offset)
        last = pdf.rfind(b"endobj", offset, end)
        if head is None or last < 0:
            return None
        objects.append((number, pdf[head.end() : last].rstrip()))
    return objects, b"/Root %s 0 R/Info %s 0 R/ID%s" % (root[1], info[1], identity[1].replace(b"\n", b""))


def _offsets(group: list[tuple[int, bytes]]) -> bytes:
    made, at = [], 0
    for number, body in group:
        made.append(b"%d %d" % (number, at))
        at += len(body) + 1
    return b" ".join(made) + b" "


def _first(group: list[tuple[int, bytes]]) -> int:
    return len(_offsets(group))


def _object_stream(group: list[tuple[int, bytes]]) -> bytes:
    return _offsets(group) + b" ".join(body for _, body in group)


def _stream(number: int, data: bytes, facts: bytes) -> bytes:
    small = zlib.compress(data, LEVEL)
    head = b"%d 0 obj\n<<%s/Filter/FlateDecode/Length %d>>\nstream\n" % (number, facts, len(small))
    return head + small + b"\nendstream\nendobj\n"
