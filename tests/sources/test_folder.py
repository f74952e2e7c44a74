import os
import time
import zipfile
from pathlib import Path

import pytest

from briefing.dates.publication import publication_date
from briefing.errors import FolderError
from briefing.sources import folder
from briefing.sources.folder import read_folder
from briefing.sources.reader import Limits
from briefing.sources.sentences import split_sentences

TALKS = "Ministers met in Vienna on Monday.\n\nThey will meet again later this week.\n"


def write(home: Path, **files: bytes | str) -> Path:
    for name, content in files.items():
        (home / f"{name}.txt").write_bytes(content if isinstance(content, bytes) else content.encode())
    return home


def codes(problems):
    return [(p.code, p.path) for p in problems]


def test_articles_come_sorted_by_path_whatever_the_order(tmp_path):
    """Each file is one article under its path with forward slashes, sorted."""
    (tmp_path / "sub").mkdir()
    write(tmp_path, b=TALKS, a=TALKS)
    write(tmp_path / "sub", c=TALKS)
    articles, problems = read_folder([tmp_path])
    assert [a.source.key for a in articles] == ["a.txt", "b.txt", "sub/c.txt"]
    assert problems == ()
    assert articles[0].text == TALKS


def test_one_bad_file_never_costs_the_others(tmp_path):
    """Empty, binary, too large, dangling and foreign: one problem each, and the good one is read."""
    write(tmp_path, good=TALKS, empty=" \n", binary=bytes(range(256)) * 20, large="word " * 1000)
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "outside.txt").symlink_to("/etc/hostname")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    articles, problems = read_folder([tmp_path], limits=Limits(file_bytes=4000 + 1120))
    assert [a.source.path for a in articles] == ["good.txt", "large.txt"]
    assert sorted(codes(problems)) == [
        ("empty", "empty.txt"),
        ("link-broken", "dangling.txt"),
        ("link-leaves", "outside.txt"),
        ("not-a-file", "pipe.txt"),
        ("not-text", "binary.txt"),
    ]
    _, problems = read_folder([tmp_path], limits=Limits(file_bytes=4000))
    assert ("too-large", "large.txt") in codes(problems)


def test_a_stray_nul_is_a_space_and_does_not_cost_the_file(tmp_path):
    """NUL bytes in a text are read as spaces."""
    write(tmp_path, a=b"The port\x00was shut.\n\nNobody\x00objected to it.\n")
    (article,), problems = read_folder([tmp_path])
    assert article.text == "The port was shut.\n\nNobody objected to it.\n"
    assert problems == ()


def test_every_limit_can_be_set(tmp_path):
    """Bytes, characters and lines of one file are bounded; each bound is one problem with its figures."""
    write(tmp_path, a="word " * 1000, b="a\n" * 1000, c=TALKS)
    limits = Limits(text_chars=4000, lines=900)
    articles, problems = read_folder([tmp_path], limits=limits)
    assert [a.source.path for a in articles] == ["c.txt"]
    assert [(p.code, p.facts) for p in problems] == [
        ("too-long", ("5 000", "4 000")),
        ("too-many-lines", ("1000", "900")),
    ]


def test_a_reader_that_fails_costs_its_own_file_only(tmp_path, monkeypatch):
    """Whatever a format's library raises becomes one problem that names the file."""
    write(tmp_path, a=TALKS, b="Boom. " + TALKS)
    whole = folder.read_bytes
    monkeypatch.setattr(folder, "read_bytes", lambda n, d, m: 1 / 0 if d.startswith(b"Boom") else whole(n, d, m))
    articles, problems = read_folder([tmp_path])
    assert [a.source.path for a in articles] == ["a.txt"]
    assert [(p.code, p.path, p.facts) for p in problems] == [("not-read", "b.txt", ("ZeroDivisionError",))]


def test_odd_names_are_printed_in_one_line(tmp_path):
    """Undecodable bytes and line feeds in a name are shown as escapes, and the file is read."""
    for name in (b"caf\xe9.txt", b"two\nlines.txt", b'"quoted".txt'):
        (Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))).write_text(TALKS)
    articles, problems = read_folder([tmp_path])
    assert [a.source.path for a in articles] == ['"quoted".txt', "caf\\xe9.txt", "two\\nlines.txt"]
    assert problems == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_any_encoding_is_read(tmp_path, encoding):
    """Byte order marks, UTF-16 without one, and legacy code pages give the same text."""
    text = "Le ministre a déclaré à Genève que « rien n’est réglé ».\n\nLa réunion est prévue à 14 heures.\n" * 3
    write(tmp_path, a=text.encode(encoding))
    articles, _ = read_folder([tmp_path])
    assert articles[0].text == text


def test_a_path_that_is_not_there_is_said(tmp_path):
    """No such folder stops the build with a remedy."""
    with pytest.raises(FolderError) as caught:
        read_folder([tmp_path / "nothing"])
    assert caught.value.remedy


@pytest.mark.parametrize(
    "text",
    [
        "x" * 300_000,
        "https://a.b/c.jpg," * 20_000,
        "1/2 A man " * 30_000,
        "OSLO, March 8 (AP) - " * 15_000,
        "Jan 10, 2022 " * 20_000,
        "(" * 300_000 + " said the man.",
        '"“‘' * 100_000,
        "a\n" * 20_000,
        "Home » News » A path to the page of the day\n\n" * 6_000,
        "A, " * 100_000,
        "© " * 100_000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_text_takes_time_in_proportion(tmp_path, text):
    """A third of a megabyte of anything is read, split and dated in a few seconds at the most."""
    write(tmp_path, a=text)
    began = time.process_time()
    articles, _ = read_folder([tmp_path])
    for article in articles:
        split_sentences(article)
        publication_date(article.clues, article.language)
    assert time.process_time() - began < 8
    assert len(articles) == 1


@pytest.mark.parametrize(
    ("name", "data", "fact"),
    [
        ("notes.rtf", b"{\\rtf1\\ansi The harbour closed on Monday.\\par}", "RTF"),
        ("notes.txt", b"{\\rtf1\\ansi The harbour closed on Monday.\\par}", "RTF"),
        ("rows.xml", b"<?xml version='1.0'?><rows><row>The harbour closed on Monday.</row></rows>", "XML"),
        ("page.ps", b"%!PS-Adobe-3.0\n/Times findfont 12 scalefont setfont (The harbour closed) show\n", "PS"),
        ("sheet.xlsx", {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"}, ".xlsx"),
        (
            "book.epub",
            {"mimetype": "application/epub+zip", "OEBPS/1.xhtml": "<html><p>The harbour closed.</p></html>"},
            ".epub",
        ),
    ],
)
def test_other_formats_are_named(tmp_path, name, data, fact):
    """The source of a format that is not read is no text, whatever it is called; the line names the format."""
    if isinstance(data, dict):
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            for member, text in data.items():
                archive.writestr(member, text)
    else:
        (tmp_path / name).write_bytes(data)
    articles, problems = read_folder([tmp_path])
    assert (articles, [(p.code, p.facts) for p in problems]) == ((), [("unknown-format", (fact,))])


def test_a_text_may_speak_of_other_formats(tmp_path):
    """Words about RTF or XML further down are words."""
    (tmp_path / "a.txt").write_text(
        "Pier closed\n\nThe notice began with <?xml and {\\rtf1, the harbour master said.\n"
    )
    articles, problems = read_folder([tmp_path])
    assert (len(articles), problems) == (1, ())
