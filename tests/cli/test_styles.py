"""`briefing styles` lists what can be named and starts a new one."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from briefing.cli import app


@pytest.fixture
def desk(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args):
    return CliRunner().invoke(app, ["styles", *args])


def test_each_style_is_listed_with_its_description(desk):
    """A line each, the reader's own among them."""
    assert run("new", "harbour").stdout.strip() == str(Path("templates/harbour"))
    done = run()
    assert done.exit_code == 0
    assert [line.split("  ")[0] for line in done.stdout.splitlines()] == ["compact", "harbour", "plain", "standard"]
    assert all(line.split("  ")[1] for line in done.stdout.splitlines())


def test_a_wrong_style_is_named_and_the_others_are_listed(desk):
    """File, line and remedy on standard error."""
    run("new", "harbour")
    sheet = desk / "templates" / "harbour" / "style.toml"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace('accent = "#1B3A5C"', 'accent = "navy"'))
    done = run()
    assert "standard" in done.stdout
    assert "style.toml, line" in done.stderr
    assert "accent is no colour: 'navy'" in done.stderr


@pytest.mark.parametrize("args", [("new", "harbour"), ("new", "../x"), ("old", "x"), ("new",)])
def test_what_can_not_be_done_is_said_in_one_line(desk, args):
    """Exit code 2, and nothing is written over."""
    (desk / "templates" / "harbour").mkdir(parents=True)
    done = run(*args)
    assert done.exit_code == 2
    assert done.stderr.startswith("error: ")
    assert "->" in done.stderr
