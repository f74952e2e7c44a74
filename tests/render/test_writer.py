"""Formats are found by name, and modes reach every one of them."""

import pytest

from briefing.errors import UnknownFormat
from briefing.render.docx import write
from briefing.render.writer import DataWriter, Writer, formats, render, writer
from briefing.style import in_grey, in_large_print, load_style
from tests.render.sample import note


def test_every_format_that_is_offered_has_its_writer():
    """What `--format` lists can be written; contracts are not listed."""
    assert "docx" in formats()
    for name in formats():
        found = writer(name)
        assert isinstance(found, Writer | DataWriter)
        assert found.suffix.startswith(".")


@pytest.mark.parametrize("name", ["writer", "scene", "nonsense", "../docx", ""])
def test_an_unknown_format_names_those_there_are(name):
    """The remedy is the list."""
    with pytest.raises(UnknownFormat) as error:
        writer(name)
    assert "docx" in error.value.remedy


def test_grey_and_large_print_are_asked_for_by_the_document():
    """The document says which mode it is in; the style shows it."""
    style = load_style()
    assert render(note(bw=True), style, "docx") == write(note(bw=True), in_grey(style))
    large = note(edition="large-print")
    assert render(large, style, "docx") == write(large, in_large_print(style))
