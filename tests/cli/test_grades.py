"""`--grades`: an editor's own grade of an outlet stands in the note, with the editor's name; the tool has none."""

import io
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from typer.testing import CliRunner

from briefing.cli import app

SEEDS = Path(__file__).parents[2] / "seeds"
GRADES = """by = "Europe desk"

[outlets]
"bbc news" = "A2, <b>own</b> desk"
"""


def build(tmp_path, text, *options):
    file = tmp_path / "grades.toml"
    file.write_text(text, encoding="utf-8")
    command = ["build", str(SEEDS), "--out", str(tmp_path / "out"), "--built", "2026-11-21", "--grades", str(file)]
    return CliRunner().invoke(app, [*command, *options])


def test_a_grade_stands_behind_its_outlet_in_every_edition(tmp_path):
    """In quotation marks, for they are a person's words, and literally."""
    done = build(tmp_path, GRADES, "-f", "pdf", "-f", "docx", "-f", "html", "-f", "md")
    assert done.exit_code == 0, done.output
    files = {path.suffix: path.read_bytes() for path in (tmp_path / "out").glob("briefing_*")}
    pages = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(files[".pdf"]))
    assert "Graded “A2, <b>own</b> desk” by Europe desk." in " ".join(pages.split())
    word = zipfile.ZipFile(io.BytesIO(files[".docx"])).read("word/document.xml").decode()
    assert word.count("Graded “A2, &lt;b&gt;own&lt;/b&gt; desk” by Europe desk.") == 1
    assert "Graded “A2, &lt;b&gt;own&lt;/b&gt; desk” by Europe desk." in files[".html"].decode()
    assert files[".md"].decode().count("Graded") == 2  # in Sources and in the footnote


def test_without_the_option_nothing_is_graded(tmp_path):
    """No word of grades stands in a note for which nobody gave any."""
    command = ["build", str(SEEDS), "--out", str(tmp_path), "--built", "2026-11-21", "-f", "md"]
    assert CliRunner().invoke(app, command).exit_code == 0
    assert "raded" not in next(tmp_path.glob("*.md")).read_text()


def test_a_grade_for_nobody_is_said(tmp_path):
    """A slip of the pen in an outlet's name is a warning with its line, and counts for --strict."""
    done = build(tmp_path, GRADES + '"BCB News" = "B"\n', "-f", "md", "--strict")
    assert done.exit_code == 1
    assert "grades.toml:line 5: no source is of the outlet BCB News" in done.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('by = 3\n[outlets]\nx = "A"\n', "line 1: it does not say who grades"),
        ('[outlets]\nx = "A"\n', "line 1: it does not say who grades"),
        ('by = "us"\n', "it grades no outlet"),
        ('by = "us"\ngrade = 3\n', "line 2: 'grade' is no key"),
        ('by = "us"\n[outlets]\n\nx = 5\n', "line 4: the grade of 'x'"),
        (f'by = "us"\n[outlets]\nx = "{"A" * 61}"\n', "line 3: the grade of 'x'"),
        ("by = us\n", "line 1"),
    ],
)
def test_a_wrong_file_is_named_with_its_line(tmp_path, text, said):
    """And no note is written."""
    done = build(tmp_path, text)
    assert done.exit_code == 2
    assert said in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_not_there_is_named(tmp_path):
    """With what to do about it."""
    command = ["build", str(SEEDS), "--out", str(tmp_path), "--grades", str(tmp_path / "none.toml")]
    done = CliRunner().invoke(app, command)
    assert done.exit_code == 2
    assert "none.toml" in done.stderr
