"""What readers report can be said."""

import ast
from pathlib import Path

import briefing.sources
from briefing.catalogue import catalogue
from briefing.dates.trust import TRUST


def codes():
    """Every code that a reader gives to UnreadableFile or Problem."""
    for path in Path(briefing.sources.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in {"UnreadableFile", "Problem"}
            )
            if named and isinstance(node.args[0], ast.Constant):
                yield node.args[0].value


def test_every_problem_of_a_reader_has_its_sentence():
    """No code without a row: file, reason and remedy are said in words."""
    found = set(codes())
    words = catalogue("en")
    assert len(found) > 30
    assert {code for code in found if not words.has(f"problem.{code}.says")} == set()


def test_every_ground_of_a_date_has_its_words():
    """Each row of the table of trust can be named, as evidence or as what it is rejected for."""
    words = catalogue("en")
    missing = {row.code for row in TRUST if not words.has(f"{'rejected' if row.never else 'evidence'}.{row.code}")}
    assert missing == set()
