"""ZIP archives of articles."""

import io
import time
import zipfile

import pytest

from briefing.errors import UnreadableFile
from briefing.sources.folder import make_articles, read_bytes
from briefing.sources.reader import Limits

TEXT = "The harbour authority of Lindvik said on Monday that it would close the northern pier.\n"


def zipped(members, how=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def read(data, **limits):
    return read_bytes("a.zip", data, Limits(**limits))


def test_members_are_articles():
    """Every readable file is one, by its path inside; what other programs leave there is not."""
    data = zipped(
        {
            "b/2022-01-10-x.txt": TEXT,
            "a.html": f"<html><body><h1>Pier closed</h1><p>{TEXT}</p></body></html>",
            "__MACOSX/a": "x",
            ".hid": "x",
            "d/": "",
        }
    )
    reading = read(data)
    assert [a.part for a in reading.articles] == ["a.html", "b/2022-01-10-x.txt"]
    assert [a.media_type for a in reading.articles] == ["text/html", "text/plain"]
    articles = list(make_articles("a.zip", data, reading))
    assert [a.source.key for a in articles] == ["a.zip#a.html", "a.zip#b/2022-01-10-x.txt"]
    assert [c.value for c in articles[1].clues if c.kind == "filename"] == ["2022-01-10-x.txt"]


def test_one_bad_member_costs_itself_only():
    """A member that can't be read is a problem with its name."""
    reading = read(zipped({"a.txt": TEXT, "b.pdf": b"%PDF-1.4 broken", "c.bin": bytes(range(256)) * 20}))
    assert [a.part for a in reading.articles] == ["a.txt"]
    assert [(p.code, p.where) for p in reading.problems] == [("pdf-broken", "b.pdf"), ("unknown-format", "c.bin")]


def refused(data, **limits):
    start = time.process_time()
    try:
        found = {p.code for p in read(data, **limits).problems}
    except UnreadableFile as error:
        found = {error.code}
    assert time.process_time() - start < 4
    return found


def test_bombs():
    """What is unpacked is counted, in one archive and over archives in archives."""
    big = b"a" * 3_000_000
    assert refused(zipped({"a.txt": big, "b.txt": big}), unpacked_bytes=4_000_000) == {"zip-bomb"}
    inner = zipped({f"{n}.txt": big for n in range(4)})
    nest = zipped({f"{n}.zip": inner for n in range(4)})
    assert "zip-bomb" in refused(nest, unpacked_bytes=20_000_000)
    many = zipped({f"{n}.txt": "" for n in range(21_000)}, zipfile.ZIP_STORED)
    assert refused(many) == {"zip-too-many"}


def test_depth():
    """Archives in archives are followed to the limit and no further."""
    data = zipped({"a.txt": TEXT})
    for _ in range(10):
        data = zipped({"in.zip": data})
    assert refused(data) == {"too-deep"}


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04" + b"\x00" * 200, b"PK\x05\x06" + b"\x00" * 10, zipped({"a.txt": TEXT})[:60]]
)
def test_broken(data):
    """No archive inside: refused by name."""
    assert refused(data) <= {"zip-broken", "empty"}


def test_tables_and_slides_are_no_articles():
    """A spreadsheet is a zip, too, and is not taken apart."""
    assert refused(zipped({"xl/workbook.xml": "<x/>"})) == {"unknown-format"}
