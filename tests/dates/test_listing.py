"""The table of rules as an editor reads it."""

from pathlib import Path

from briefing.dates.grammar import grammar
from briefing.dates.listing import listing


def test_every_row_is_printed_with_all_that_an_editor_needs():
    """Name, sentence, pattern, each example and each reject, and every class that a pattern names."""
    language = grammar("en").language
    printed = listing(language)

    for rule in language.rules:
        assert f"## {rule.name}\n" in printed
        assert " ".join(rule.pattern.split()) in printed
        for text in (*(example.text for example in rule.examples), *rule.rejects):
            assert " ".join(text.split()) in printed
    for name in (*language.shapes, *language.phrases, *language.words):
        assert f"`<{name}>`" in printed or f"`{{{name}}}`" in printed


def test_the_printed_table_is_the_one_in_docs():
    """`docs/rules.md` is the print of `briefing rules`. After a change of rules: `briefing rules > docs/rules.md`."""
    printed = Path(__file__).parents[2] / "docs" / "rules.md"
    assert printed.read_text(encoding="utf-8") == listing(grammar("en").language), "briefing rules > docs/rules.md"
