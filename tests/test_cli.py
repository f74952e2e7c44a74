"""The command line says what it did, what is wrong and what to do about it, and exits accordingly."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefing.cli import app

ARTICLE = (
    "Port reopens\n\nJan 18, 2019\n\nThe port of Ostmouth reopened on Friday after a storm, the harbour master said.\n"
)


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A working folder with one article in seeds/."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "port.txt").write_text(ARTICLE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args):
    return CliRunner().invoke(app, [*args])


def test_without_arguments_seeds_becomes_a_pdf_in_out(desk):
    """`briefing build` reads seeds/, writes into out/ and prints the path."""
    done = run("build")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == "out/briefing_2019-01-18_port-reopens.pdf\n"
    assert (desk / done.stdout.strip()).read_bytes().startswith(b"%PDF-")


def test_several_formats_at_once(desk):
    """--format may be repeated; a format named twice is written once."""
    done = run("build", "--format", "pdf", "--format", "docx", "--format", "pdf")
    assert [Path(line).suffix for line in done.stdout.splitlines()] == [".pdf", ".docx"]


def test_a_second_run_gives_the_same_bytes_in_any_order_of_files(desk):
    """Same input, options and build day: byte-identical PDF and DOCX, wherever the files are named."""
    (desk / "seeds" / "a.txt").write_text(ARTICLE.replace("port", "pier").replace("Ostmouth", "Kell"))
    formats = ("--format", "pdf", "--format", "docx", "--built", "2026-11-21")
    run("build", *formats, "--out", "one")
    run("build", "seeds/port.txt", "seeds/a.txt", *formats, "--out", "two")
    run("build", "seeds/a.txt", "seeds/port.txt", *formats, "--out", "three")
    one, two, three = ([p.read_bytes() for p in sorted((desk / d).glob("briefing_*"))] for d in ("one", "two", "three"))
    assert len(one) == 2
    assert one == two == three


def test_building_here_never_reads_the_notes_it_wrote(desk):
    """`briefing build .` after a build reads the article alone."""
    run("build", ".", "--format", "docx")
    again = run("build", ".", "--format", "docx", "--format", "pdf")
    assert again.exit_code == 0
    assert again.stderr == ""


@pytest.mark.parametrize(
    "args, words",
    [
        (("build", "nowhere"), ["nowhere", "no such file or folder"]),
        (("build", "--format", "odt"), ["odt", "pdf"]),
        (("build", "--as-of", "yesterday"), ["--as-of", "2022-01-31"]),
        (("build", "--built", "31.12.2022"), ["--built"]),
        (("build", "--paper", "foolscap"), ["--paper", "a4"]),
        (("build", "--style", "baroque"), ["baroque"]),
    ],
)
def test_a_wrong_word_is_one_clear_line_and_exit_2(desk, args, words):
    """What is wrong is named with its remedy; there is no traceback and no file."""
    done = run(*args)
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1
    assert all(word in done.stderr for word in words)
    assert not (desk / "out").exists()


def test_no_seeds_and_no_folder(tmp_path, monkeypatch):
    """Without anything to read the remedy names the folder to give."""
    monkeypatch.chdir(tmp_path)
    done = run("build")
    assert done.exit_code == 2
    assert "briefing build FOLDER" in done.stderr


def test_an_empty_folder(desk):
    """A folder without an article makes no note."""
    (desk / "void").mkdir()
    done = run("build", "void")
    assert done.exit_code == 2
    assert not (desk / "out").exists()


def test_one_bad_file_never_costs_the_note_of_the_others(desk):
    """The bad file is named in one line; the note is made, and --strict says so by its exit code."""
    (desk / "seeds" / "noise.txt").write_bytes(os.urandom(4096))
    done = run("build")
    assert done.exit_code == 0
    assert len(done.stderr.splitlines()) == 1
    assert "noise.txt" in done.stderr
    strict = run("build", "--strict")
    assert strict.exit_code == 1
    assert (desk / strict.stdout.strip()).exists()


def test_only_bad_files(desk):
    """Where nothing could be read every file is named, and there is no note."""
    (desk / "seeds" / "port.txt").write_bytes(b"")
    done = run("build")
    assert done.exit_code == 2
    assert "port.txt" in done.stderr
    assert not (desk / "out").exists()


def test_no_article_is_younger_than_the_note(desk, monkeypatch):
    """A date behind the build day is rejected and said, by `sources` and in the note; the article itself is read."""
    text = (
        "Pier closed\n\nPublished: 10 January 2032\n\n"
        + "The harbour of Lindvik closed its pier on Monday, it said.\n" * 3
    )
    (desk / "later").mkdir()
    (desk / "later" / "pier.txt").write_text(text)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")  # September 2026
    assert "published  not stated" in (said := run("sources", "later").output)
    assert "10 January 2032: lies after the build date" in said
    assert run("build", "later", "--format", "md", "--built", "2033-01-01").exit_code == 0
    assert "10 January 2032" in run("sources", "later").output
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1990000000")  # January 2033
    assert "published  2032-01-10" in run("sources", "later").output


def test_sources_says_what_is_missing_and_how_to_set_it(desk):
    """The last lines count the articles, name those without a date, and tell what to do."""
    (desk / "seeds" / "undated.txt").write_text(
        "Pier closed\n\nThe harbour of Lindvik closed its pier, the master said.\n"
    )
    said = run("sources").stdout.splitlines()
    assert said[-2:] == [
        "2 articles, 1 without a publication date.",
        "To set or correct anything: briefing sources seeds --write, then edit the file it names.",
    ]
    assert "  text       en, 1 paragraph, 2 left out" in said
    assert run("sources", "seeds/port.txt").stdout.splitlines()[-2] == "1 article, all dated."


def test_how_large_a_file_may_be_can_be_set(desk):
    """--max-file names what is larger, with the remedy, and reads the others."""
    (desk / "seeds" / "large.txt").write_text("word " * 300_000)
    done = run("sources", "seeds", "--max-file", "1")
    assert "large.txt: has 1.5 MB; the limit for one file is 1 MB -> split it" in done.stderr
    assert "port.txt" in done.stdout
    done = run("build", "seeds", "--max-file", "1", "--format", "md", "--strict")
    assert (done.exit_code, "large.txt: has 1.5 MB" in done.stderr) == (1, True)


def test_an_edited_note_is_not_overwritten(desk):
    """Somebody's edits stay until --force."""
    path = desk / run("build", "--format", "docx").stdout.strip()
    path.write_bytes(b"edited")
    done = run("build", "--format", "docx")
    assert done.exit_code == 2
    assert "--force" in done.stderr
    assert path.read_bytes() == b"edited"
    assert run("build", "--format", "docx", "--force").exit_code == 0


def test_a_file_stands_where_the_folder_should_be(desk):
    """An output folder that can't be made is named."""
    (desk / "out").write_text("")
    done = run("build")
    assert done.exit_code == 2
    assert "--out" in done.stderr


def test_the_module_runs_as_a_program(desk):
    """`python -m briefing --version` prints one line."""
    done = subprocess.run([sys.executable, "-m", "briefing", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("briefing ")


def test_a_page_holds_as_much_of_its_sources_as_was_asked_for(desk):
    """Full by default, the cited lines, or none; anything else is named with the choices."""
    pages = {}
    for much in ("full", "context", "none"):
        done = run("build", "--format", "html", "--source-text", much, "--out", much)
        assert done.exit_code == 0
        pages[much] = Path(done.stdout.strip()).read_text(encoding="utf-8")
    assert "Holds the full text of 1 source." in pages["full"]
    assert "Holds the cited lines of 1 source" in pages["context"]
    assert "Source texts, as read" not in pages["none"]
    wrong = run("build", "--format", "html", "--source-text", "half")
    assert wrong.exit_code == 2
    assert "full, context, none" in wrong.stderr


def test_a_page_too_large_to_be_sent_says_so(desk, monkeypatch):
    """The remedy is to hold less of the sources."""
    monkeypatch.setattr("briefing.cli.build.LARGE", 1000)
    done = run("build", "--format", "html")
    assert done.exit_code == 0
    assert "--source-text context" in done.stderr
