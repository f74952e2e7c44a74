"""`briefing build`: which story, which days, and why."""

import pytest
from typer.testing import CliRunner

from briefing.cli import app

FIRE = """Fire at the Bramley paper mill in Osterby kills twelve

Published: May {day}, 2023

A fire at the Bramley paper mill in Osterby killed 12 people on Tuesday, police in Osterby said. The Bramley mill burned all \
night before the Osterby fire brigade could stop the flames. Smoke from the paper stores was seen as far away as Lenne.
"""
BRIDGE = """Tarnfield council votes for a new toll bridge

Published: May {day}, 2023

The Tarnfield council voted on Monday to build a toll bridge over the river Wend. Mayor Ida Holm of Tarnfield said the toll would \
pay for the bridge in ten years. The Tarnfield ferry over the Wend will stop when the toll bridge opens.
"""


@pytest.fixture
def folder(tmp_path):
    for number in (3, 4):
        (tmp_path / f"fire{number}.txt").write_text(
            FIRE.format(day=number) + f"\nThe mill employed {number}00 people.\n"
        )
        (tmp_path / f"bridge{number}.txt").write_text(
            BRIDGE.format(day=number) + f"\nThe plan is {number} years old.\n"
        )
    return tmp_path


def build(folder, *options):
    out = folder / "notes"
    done = CliRunner().invoke(
        app, ["build", str(folder), "--format", "md", "--out", str(out), "--built", "2023-06-01", *options]
    )
    assert done.exit_code == 0, done.output
    return done, [path.read_text() for path in sorted(out.glob("*.md"))]


def test_several_stories_are_said(folder):
    """The folder's two stories are named as such; one note is made."""
    done, notes = build(folder)
    assert "2 stories" in done.stderr
    assert len(notes) == 1


def test_each_story_may_have_its_note(folder):
    """--split makes a note of each story, and neither holds the other's words."""
    _, notes = build(folder, "--split")
    assert sorted(("Bramley" in note, "Tarnfield" in note) for note in notes) == [(False, True), (True, False)]


def test_a_topic_keeps_one_story(folder):
    """The other articles are set aside, and counted."""
    _, notes = build(folder, "--topic", "Bramley mill fire")
    assert "Bramley" in notes[0]
    assert "voted on Monday" not in notes[0]
    assert "set aside" in notes[0]


def test_days_and_numbers_narrow_the_timeline(folder):
    """--from, --to, --max-days and --per-day leave entries out, and the note counts them."""
    _, notes = build(folder, "--from", "2023-05-02", "--to", "2023-05-02", "--max-days", "1", "--per-day", "1")
    assert "killed 12 people on Tuesday" in notes[0]
    assert "voted on Monday" not in notes[0]
    assert "not chosen" in notes[0]


def test_explain_says_why_entries_are_one(folder):
    """Who tells it, what agreed, what each part of the score is."""
    done, _ = build(folder, "--explain")
    assert "told by 2 sources" in done.stdout
    assert "same day: 2023-05-02" in done.stdout
    assert "stands early in its article" in done.stdout


def test_a_day_that_is_none_is_one_clear_line(folder):
    """The option is named."""
    done = CliRunner().invoke(app, ["build", str(folder), "--from", "soon"])
    assert done.exit_code == 2
    assert "--from" in done.stderr


def test_how_many_days_is_a_number_or_auto(folder):
    """auto is a length of its own; anything else is refused with what to write."""
    done, notes = build(folder, "--max-days", "auto")
    assert done.exit_code == 0
    assert len(notes) == 1
    for wrong in ("0", "-1", "few", "²"):
        refused = CliRunner().invoke(app, ["build", str(folder), f"--max-days={wrong}"])
        assert refused.exit_code == 2
        assert "--max-days auto" in " ".join(refused.output.split())


def test_explain_says_why_statements_are_one_and_what_is_one_happening(folder):
    """The fire is told by two sources in the same words; so are its undated sentences."""
    done, _ = build(folder, "--explain")
    assert "same words: " in done.output
    assert "no day  The Bramley mill burned all night before the Osterby fire brigade" in done.output
    assert "2 sources tell of one happening (" in done.output
