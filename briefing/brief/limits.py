"""How much of each list an edition shows. Paper cuts its lists and counts what it leaves out; an edition without pages
holds them whole. None = no limit."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Rows of each list. `descriptors`, `spellings`, `names`, `uses` and `marks` are parts of one row: "+n" follows those shown."""

    annex: int | None = None  # entries with their opening words
    statements: int | None = None
    fragments: int | None = None
    people: int | None = None
    bodies: int | None = None
    descriptors: int | None = None  # of one person
    spellings: int | None = None  # of one person
    names: int | None = None  # people in the one line about spellings
    authors: int | None = None  # of one source
    files: int | None = None  # that hold the same text
    undated: int | None = None
    problems: int | None = None
    copies: int | None = None  # groups of near-copies
    copied: int | None = None  # near-copies in one group
    dates: int | None = None  # rows of the appendix
    uses: int | None = None  # items, and fragments, of one row of the appendix
    differences: int | None = None
    marks: int | None = None  # differences that one item is marked with
    folds: bool = False  # citations of one row that follow each other: [1]–[5]


PRINT = Limits(
    annex=200,
    statements=10,
    fragments=20,
    people=12,
    bodies=20,
    descriptors=4,
    spellings=3,
    names=3,
    authors=5,
    files=5,
    undated=10,
    problems=30,
    copies=10,
    copied=12,
    dates=200,
    uses=4,
    differences=24,
    marks=3,
    folds=True,
)
WHOLE = Limits()
