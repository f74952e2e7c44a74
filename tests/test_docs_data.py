"""The program in docs/data.md runs as it stands there."""

import re
from pathlib import Path

from typer.testing import CliRunner

from briefing.cli import app

ROOT = Path(__file__).parents[1]


def test_the_program_of_the_documentation_checks_every_citation(tmp_path, monkeypatch):
    """Build the seeds as JSON, then run the lines of the documentation on it."""
    program = re.search(r"```python\n(.*?)```", (ROOT / "docs" / "data.md").read_text(encoding="utf-8"), re.DOTALL)[1]
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(app, ["build", str(ROOT / "seeds"), "--format", "json"])
    assert done.exit_code == 0, done.stderr
    checked: dict = {}
    exec(compile(program, "docs/data.md", "exec"), checked)
    assert checked["cited"]["quote"]
