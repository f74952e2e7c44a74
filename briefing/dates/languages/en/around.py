"""What stands around an English match: the words beside it, the end of a phrase or of a clause, a title, a name.

A guard takes the tokens of the text and the match's first and last (excluded) token, and says whether the match may stand.
"""

from __future__ import annotations

from collections.abc import Sequence


def word(tokens: Sequence[str], at: int) -> str:
    """The token without its blanks, "" beyond the text."""
    return tokens[at].strip(" ") if 0 <= at < len(tokens) else ""


def no_title(tokens: Sequence[str], start: int, end: int) -> bool:
    """No name of a paper or a programme: "Daily Mail", "USA Today", "This Week"."""
    first, last = word(tokens, start), word(tokens, end - 1)
    if end - start > 1:
        return not (last.istitle() and first.istitle())
    if not first.istitle():
        return not (first.isupper() and word(tokens, start - 1) == "USA")
    if word(tokens, end).istitle():
        return False
    return not word(tokens, start - 1)[:1].isalnum()


def capital(tokens: Sequence[str], start: int, end: int) -> bool:
    """A proper name."""
    return word(tokens, start)[:1].isupper()


def end_of_phrase(tokens: Sequence[str], start: int, end: int) -> bool:
    """Nothing hangs on the match: a sign, a verb or the end follows ("on the 9th,", but not "on the 9th floor")."""
    after = word(tokens, end).lower()
    return not after[:1].isalnum() or after in _NEW_PHRASE


_NEW_PHRASE = frozenset(
    """and or but that when as to was were is are has had will would he she they it we i his her their its in on at by for from with
after before until since said saw""".split()
)


def no_name(tokens: Sequence[str], start: int, end: int) -> bool:
    """In small letters, or at the beginning of a sentence."""
    first = word(tokens, start)
    if word(tokens, end - 1) == "past" and word(tokens, end)[:1].isalnum() and not end_of_phrase(tokens, start, end):
        return False  # "the past few editions"
    if first == "RN" or (first == "recently" and word(tokens, start - 1) == "as"):  # "as recently as late 2009"
        return False
    if not first.istitle():
        return True
    before = word(tokens, start - 1)
    return not before[:1].isalnum() and word(tokens, end) != "!"


def end_of_clause(tokens: Sequence[str], start: int, end: int) -> bool:
    """No event follows that is counted from: "two days after, he left", but not "two days after his arrival"."""
    after = word(tokens, end).lower()
    return not after[:1].isalnum() or after in ("and", "or", "but", "when")


def referring(tokens: Sequence[str], start: int, end: int) -> bool:
    """ "during this period": back to a date that was spoken of."""
    return word(tokens, start - 1).lower() in (
        "during",
        "throughout",
        "over",
        "until",
        "since",
        "from",
        "within",
        "for",
    )
