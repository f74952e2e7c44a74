"""Timeline, articles and problems -> Document: every word, number and citation of the note."""

from briefing.brief.options import NoteOptions

__all__ = ["NoteOptions"]
