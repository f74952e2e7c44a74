"""A machine that has the fonts of this folder and no others, or none at all."""

from pathlib import Path

import pytest

from briefing.render.pdf import scripts

FOLDER = Path(__file__).parent / "fonts"


def has_fonts(monkeypatch: pytest.MonkeyPatch, *folders: Path) -> None:
    """From here on the system's fonts are those of `folders`."""
    monkeypatch.setattr(scripts, "HOMES", tuple(str(folder) for folder in folders))
    for known in (scripts.font_for, scripts.other_font, scripts._fonts, scripts._candidates, scripts._files):
        known.cache_clear()


@pytest.fixture
def few_fonts(monkeypatch):
    """Arabic, Hebrew, Devanagari, Thai and a little of East Asia."""
    has_fonts(monkeypatch, FOLDER)
    yield
    monkeypatch.undo()
    has_fonts(monkeypatch)
    monkeypatch.undo()


@pytest.fixture
def no_fonts(monkeypatch):
    """Only the style's own faces."""
    has_fonts(monkeypatch)
    yield
    monkeypatch.undo()
    has_fonts(monkeypatch)
    monkeypatch.undo()
