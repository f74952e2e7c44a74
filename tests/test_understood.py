"""`briefing sources`: a mixed folder, as people have it."""

import io
import json
import tomllib
import zipfile

import docx
import pytest
from typer.testing import CliRunner

from briefing.cli import app

BODY = (
    "The harbour authority of Lindvik said on Monday that it would close the northern pier after divers found cracks in it.\n\n"
    "Ferries to the outer islands will leave from the fish market until the work on the pier is done, the authority said.\n\n"
    "The repairs of the northern pier are expected to take until the end of March, and to cost four million crowns.\n"
)
TEXT = f"Northern pier closed for repairs\n\nBy Ann Lee | January 10, 2022 | 2 min read\n\n{BODY}\n© 2024 Lindvik Courier\n"
PAGE = f"""<!doctype html><html lang="en"><head><title>Pier closed | Fjord Post</title><meta property="og:site_name" content="Fjord Post">
<meta property="article:published_time" content="2022-01-11T08:00:00+01:00"><link rel="canonical" href="https://post.example/pier">
</head><body><nav><a href="/">Home</a></nav><h1>Pier closed in Lindvik</h1><p>{"</p><p>".join(BODY.strip().split(chr(10) * 2))}</p></body></html>"""


@pytest.fixture
def mixed(tmp_path):
    """A folder with one article in each of many formats, and files that are none."""
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.dat").write_text(PAGE)
    document = docx.Document()
    for line in TEXT.split("\n\n"):
        document.add_paragraph(line)
    document.save(tmp_path / "c.docx")
    (tmp_path / "d.eml").write_text(
        f"From: Harbour <a@b.example>\nTo: x@y.example\nDate: Mon, 10 Jan 2022 23:00:00 -0500\nSubject: Pier\n\n{BODY}"
    )
    (tmp_path / "e.jsonl").write_text(
        json.dumps({"title": "Pier", "text": BODY, "published": "2022-01-10", "outlet": "Export"}) + "\n{bad\n"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("in/2022-01-10 pier.txt", BODY)
    (tmp_path / "f.zip").write_bytes(packed.getvalue())
    (tmp_path / "g.pdf").write_bytes(b"%PDF-1.4 cut off")
    (tmp_path / "h.bin").write_bytes(bytes(range(256)) * 30)
    return tmp_path


def run(*args):
    return CliRunner().invoke(app, ["sources", *map(str, args)])


def test_rows_for_programs(mixed):
    """Each article with what is known and its ground; what can't be read is one line each, and costs nothing else."""
    done = run(mixed, "--format", "json")
    assert done.exit_code == 0
    found = {row["file"]: row for row in json.loads(done.stdout)}
    assert sorted(found) == ["a.txt", "b.dat", "c.docx", "d.eml", "e.jsonl#line 1", "f.zip#in/2022-01-10 pier.txt"]
    days = {
        name: (row["published"]["day"], row["published"]["basis"], row["published"]["evidence"]["code"])
        for name, row in found.items()
    }
    assert days == {
        "a.txt": ("2022-01-10", "stated", days["a.txt"][2]),
        "b.dat": ("2022-01-11", "stated", "meta"),
        "c.docx": ("2022-01-10", "stated", days["c.docx"][2]),
        "d.eml": ("2022-01-10", "stated", "mail"),
        "e.jsonl#line 1": ("2022-01-10", "stated", "export"),
        "f.zip#in/2022-01-10 pier.txt": ("2022-01-10", "stated", "filename"),
    }
    assert (found["b.dat"]["outlet"], found["b.dat"]["url"], found["b.dat"]["format"]) == (
        "Fjord Post",
        "https://post.example/pier",
        "text/html",
    )
    assert {row["paragraphs"] for row in found.values()} == {3}
    assert {row["language"] for row in found.values()} == {"en"}
    assert {one["code"] for one in found["a.txt"]["published"]["rejected"]} >= {"reading-time", "copyright-line"}
    errors = done.stderr.splitlines()
    assert [line.split(":")[1].strip() for line in errors] == ["e.jsonl", "g.pdf", "h.bin"]
    assert all(" -> " in line for line in errors)


def test_the_same_text_under_two_names_is_said(tmp_path):
    """A copy is read, named beside its twin, and another text is none."""
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "b.txt").write_text(f"Another headline\n\n{BODY}")
    (tmp_path / "c.txt").write_text(
        "Fish market gets a roof\n\nThe council of Lindvik found the money for a new roof.\n"
    )
    found = {row["file"]: row["same_text_as"] for row in json.loads(run(tmp_path, "--format", "json").stdout)}
    assert found == {"a.txt": ["b.txt"], "b.txt": ["a.txt"], "c.txt": []}
    assert run(tmp_path).stdout.count("same text") == 2


def test_after_writing_the_file_to_edit_is_named(tmp_path):
    """The last line says what to do next: write a briefing.toml, or edit the one that is there."""
    (tmp_path / "a.txt").write_text(BODY)
    assert "--write, then edit" in run(tmp_path).stdout
    assert run(tmp_path, "--write").stdout.splitlines()[-1] == str(tmp_path / "briefing.toml")
    assert run(tmp_path).stdout.splitlines()[-1] == f"To set or correct anything, edit {tmp_path / 'briefing.toml'}."


def test_words_for_people(mixed):
    """File, day, ground and rejected dates are said in words."""
    done = run(mixed)
    assert "published  2022-01-11  in the page’s data: 2022-01-11T08:00:00+01:00" in done.stdout
    assert "no date  2 min read: a reading time: never a date" in done.stdout
    assert "authors    Ann Lee" in done.stdout


def test_write_leaves_what_is_missing_to_be_filled_in(mixed):
    """--write makes a briefing.toml that is valid, changes nothing by itself, and is never overwritten unasked."""
    assert run(mixed, "--write").exit_code == 0
    text = (mixed / "briefing.toml").read_text()
    assert sorted(tomllib.loads(text)["articles"]) == sorted(
        row["file"] for row in json.loads(run(mixed, "--format", "json").stdout)
    )
    assert "# published = 2022-01-10" in text
    assert "# author =  # not known" in text
    again = run(mixed, "--write")
    assert again.exit_code == 2
    assert "is there already" in again.stderr
    (mixed / "briefing.toml").write_text(text.replace("# published = 2022-01-11", "published = 2022-01-12"))
    rows = {row["file"]: row for row in json.loads(run(mixed, "--format", "json").stdout)}
    assert (rows["b.dat"]["published"]["day"], rows["b.dat"]["published"]["basis"]) == ("2022-01-12", "person")


def test_a_wrong_key_stops_with_its_line(mixed):
    """A slip in briefing.toml is one clear line and exit code 2."""
    (mixed / "briefing.toml").write_text("[articles.'a.txt']\npublised = 2022-01-10\n")
    done = run(mixed)
    assert done.exit_code == 2
    assert "line 2" in done.stderr
    assert "publised" in done.stderr


def test_standing_options_hold_where_the_command_line_is_silent(tmp_path, monkeypatch):
    """[note] sets what `briefing build` is not told."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(TEXT)
    (tmp_path / "seeds" / "briefing.toml").write_text(
        '[note]\nformat = ["md"]\nout = "notes"\ntitle = "Set by the desk"\n'
    )
    done = CliRunner().invoke(app, ["build"])
    assert done.stdout.startswith("notes/")
    assert done.stdout.strip().endswith(".md")
    assert "Set by the desk" in (tmp_path / done.stdout.strip()).read_text()
    assert CliRunner().invoke(app, ["build", "--out", "here", "--format", "docx"]).stdout.strip().startswith("here/")
