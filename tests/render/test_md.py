"""The note as Markdown: literal words, two voices, footnotes that name the source."""

import re

import pytest

from briefing.document import Link, Paragraph, Role, Section
from briefing.render.md import plain, write
from briefing.style import load_style
from tests.render.sample import CALM, FERRIES, HARBOUR, TITLE, note, said

STYLE = load_style()


def markdown(*parts) -> str:
    return write(note(parts or None), STYLE).decode("utf-8")


def test_words_of_a_source_stand_in_block_quotes_and_end_in_a_footnote():
    """Who speaks is told without type."""
    lines = markdown().splitlines()
    assert f"> {HARBOUR}[^1]" in lines
    assert f"> {FERRIES}[^1]" in lines
    assert f"> **4** {CALM}[^1]" in lines


def test_each_footnote_has_its_source():
    """A footnote names title and outlet of the source."""
    assert f"[^1]: {TITLE} — **Lindmark Post** (named in the title)." in markdown().splitlines()


def test_sections_entries_and_marks_are_all_there():
    """Headings in order, numbers and dates with their basis, the audit as a table, the key at the end."""
    text = markdown()
    assert text.startswith("**OFFICIAL**\n\nBRIEFING NOTE\n\n# Storm closes")
    headings = re.findall(r"^## (.*)$", text, flags=re.MULTILINE)
    assert headings[0] == "At a glance"
    assert headings[-1] == "Appendix: how each date was worked out"
    assert "**2** · **Mon 11 Mar 2024** · ◐ from “Monday”" in text
    assert "| Expression | Anchor | Rule | Result | Unit | Item |" in text
    assert text.index("Dates. ● stated in the text") > text.index("Appendix")
    assert "Serif" not in text


@pytest.mark.parametrize(
    ("words", "literal"),
    [
        ("<script>alert(1)</script>", r"\<script\>alert(1)\</script\>"),
        ("[a](javascript:x)", r"\[a\](javascript:x)"),
        ("![a](b.png)", r"\!\[a\](b.png)"),
        ("**bold** _it_ `code` ~~no~~", r"\*\*bold\*\* \_it\_ \`code\` \~\~no\~\~"),
        ("a | b", r"a \| b"),
        ("&lt;b&gt; AT&T", "&amp;lt;b&amp;gt; AT&T"),
        ("a\x00b\ud800", "ab\N{REPLACEMENT CHARACTER}"),
    ],
)
def test_text_is_never_markup(words, literal):
    """Every character that Markdown could read is escaped."""
    assert plain(words) == literal


@pytest.mark.parametrize("words", ["- a", "+ a", "# a", "> a", "1. a", "2) a", "=== a", "--- a"])
def test_no_line_begins_a_list_or_heading(words):
    """A sentence that begins with a dash, a number or a hash stays a sentence."""
    paragraph = Paragraph((said(words),), Role.NOTE)
    line = next(line for line in markdown(Section("x", None, (paragraph,))).splitlines() if line.endswith("a"))
    assert line.replace("\\", "") == words
    assert re.match(r"\\|\d+\\", line)


def test_an_address_stays_within_its_brackets():
    """A link can't be left by the characters of its address."""
    paragraph = Paragraph((Link("x", "https://example.org/a>b c"),), Role.NOTE)
    assert "<https://example.org/a%3Eb%20c>" in markdown(Section("x", None, (paragraph,)))
