"""A folder of files made to do harm still becomes a note of the others, in every format, as literal text."""

import os
from datetime import date

import pytest

from briefing import pipeline
from briefing.brief import NoteOptions, compose
from briefing.render.writer import formats, render
from briefing.style import load_style

HEAD = "Port reopens\n\nJan 10, 2022\n\n"


@pytest.fixture
def folder(tmp_path):
    """Markup, NULs, half surrogates, direction overrides, endless words, odd names, pipes, links and broken files."""
    (tmp_path / "a\nb'\"<b>.txt").write_text(
        "<script>alert(1)</script> {{7*7}} headline & co\n\nJan 10, 2022\n\nThe <b>talks</b> began on Monday & ended on "
        "Tuesday, “he said <img src=x onerror=alert(1)>”, javascript:alert(1).\n\n"
        + "x" * 10_000
        + " was said on Monday.\n"
    )
    (tmp_path / "nul.txt").write_bytes(HEAD.encode() + b"The port reopened on Monday\x00 after a storm, they said.\n")
    (tmp_path / "wide.txt").write_bytes((HEAD + "The pier reopened on Monday after a storm.\n").encode("utf-16-le"))
    (tmp_path / "half.json").write_text(
        '{"title": "\\ud800 Rain", "text": "On Monday it rained in \\ud800 Kell, the mayor said.", "published": "2022-01-10"}'
    )
    (tmp_path / "bidi.txt").write_text(HEAD + "The mayor said on Monday \u202eevil\u202c that \u200b all is well.\n")
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4\n garbage")
    (tmp_path / "bad.docx").write_bytes(b"PK\x03\x04 broken")
    (tmp_path / "noise.bin").write_bytes(bytes(range(256)) * 8)
    os.mkfifo(tmp_path / "fifo.txt")
    (tmp_path / "out-of-here.txt").symlink_to("/etc/hostname")
    (tmp_path / "loop").symlink_to(".")
    return tmp_path


def test_the_note_is_made_of_what_can_be_read(folder):
    """Five articles are read; each other file is one problem with its name; every format can be written, twice the same."""
    result = pipeline.build([folder])
    assert len(result.dated) == 5
    named = {problem.path for problem in result.problems}
    assert {"bad.pdf", "bad.docx", "noise.bin", "fifo.txt", "out-of-here.txt"} <= named
    assert len(result.timeline.entries) >= 3
    note = compose(result.timeline, result.dated, result.problems, NoteOptions(built=date(2026, 11, 21), texts="full"))
    style = load_style("standard")
    for fmt in formats():
        made = render(note, style, fmt, result)
        assert made == render(note, style, fmt, result), fmt
        if fmt == "html":
            assert b"<script>alert" not in made
            assert b"<img src=x" not in made
