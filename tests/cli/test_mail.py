"""`briefing build --email` writes the mail beside the note."""

from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefing.cli import app

ARTICLE = "Port reopens\n\nJan 18, 2019\n\nThe port of Ostmouth reopened on Friday, the harbour master said.\n"


@pytest.fixture
def desk(tmp_path, monkeypatch) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "port.txt").write_text(ARTICLE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args):
    return CliRunner().invoke(app, ["build", "--built", "2026-11-21", *args])


def test_the_mail_stands_beside_the_note(desk):
    """Plain text with the number of pages, and a draft with both files attached, addressed."""
    done = run("--email", "--mail-to", "Desk <desk@example.org>", "--format", "pdf", "--format", "docx")
    assert done.exit_code == 0, done.stderr
    paths = [desk / line for line in done.stdout.split()]
    assert [path.suffix for path in paths] == [".pdf", ".docx", ".txt", ".eml"]
    text = paths[2].read_text(encoding="ascii")
    assert "The port of Ostmouth reopened on Friday, the harbour master said." in text.replace("\n", " ")
    assert "pages)" in text or "page)" in text
    mail = message_from_bytes(paths[3].read_bytes(), policy=default)
    assert (mail["To"], mail["X-Unsent"]) == ("Desk <desk@example.org>", "1")
    assert [part.get_content() for part in mail.iter_attachments()] == [path.read_bytes() for path in paths[:2]]


def test_a_wrong_address_stops_the_build_before_anything_is_written(desk):
    """One line, exit code 2, an empty folder."""
    done = run("--mail-to", "nobody")
    assert done.exit_code == 2
    assert "is no address" in done.stderr
    assert list(desk.glob("out/briefing_*")) == []


def test_large_print_and_one_page_exclude_each_other(desk):
    """Both at once is an error with a remedy."""
    done = run("--large-print", "--one-page")
    assert done.exit_code == 2
    assert "leave one out" in done.stderr


@pytest.mark.parametrize(
    ("options", "suffix"), [(("--bw",), "_bw"), (("--large-print",), "_large-print"), (("--one-page",), "_one-page")]
)
def test_a_mode_is_a_suffix_of_the_name(desk, options, suffix):
    """An edition never takes the place of the note itself."""
    done = run(*options)
    assert done.exit_code == 0, done.stderr
    assert Path(done.stdout.strip()).stem.endswith(suffix)
