"""Cuts a long quotation at its end, or not at all.

One cut, only at the end, only after a comma, semicolon or dash that is kept. Forbidden where the lost tail holds the
only attribution, a negation or a condition: the sentence is then printed whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"(?:[,;:]|\s[—–])(?=\s)")
FEWEST = 6  # words that must be left for a sentence to say something


@dataclass(frozen=True, slots=True)
class _Guards:
    """Words of a language whose loss would change what a sentence says."""

    turns: re.Pattern[str]  # negation and condition
    attributes: re.Pattern[str]  # who says it


def _any(*words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


_GUARDS = {
    "en": _Guards(
        _any("not", "never", "no", "nor", "neither", "none", "but", "unless", "if", "except", "although", "though", "without",
             "however", "until", r"\w+n[’'‘]t", "cannot", "only", "denied", "denies", "despite", "while", "whereas", "yet"),
        _any("said", "says", "say", "told", "according", "reported", "announced", "claimed", "stated", "warned", "added"),
    ),
    "de": _Guards(
        _any("nicht", "nie", "niemals", "kein", "keine", "keinen", "keiner", "aber", "sondern", "außer", "wenn", "falls", "sofern",
             "obwohl", "ohne", "jedoch", "bis", "nur", "dementierte"),
        _any("sagte", "sagt", "laut", "zufolge", "erklärte", "teilte", "berichtete", "so", "hieß"),
    ),
    "fr": _Guards(
        _any("ne", "pas", "jamais", "aucun", "aucune", "mais", "sauf", "si", "sans", "bien que", "toutefois", "cependant", "ni"),
        _any("dit", "déclaré", "selon", "annoncé", "affirmé", "indiqué", "d’après"),
    ),
}  # fmt: skip


def trimmed(sentence: str, language: str, words: int) -> str | None:
    """The sentence up to its last allowed cut within `words` words; None where it is to be printed whole."""
    guards = _GUARDS.get(language)
    if guards is None or len(sentence.split()) <= words:
        return None
    for mark in reversed(list(_MARK.finditer(sentence))):
        head, tail = sentence[: mark.end()], sentence[mark.end() :]
        if len(head.split()) > words:
            continue
        if len(head.split()) < FEWEST:
            return None
        if _whole(head) and not guards.turns.search(tail) and not _loses_speaker(head, tail, guards):
            return head
    return None


def _loses_speaker(head: str, tail: str, guards: _Guards) -> bool:
    return bool(guards.attributes.search(tail)) and not guards.attributes.search(head)


def _whole(head: str) -> bool:
    """Whether no bracket or quotation is left open by the cut; an apostrophe between letters is none."""
    text = re.sub(r"(?<=\w)[’‘'](?=\w)", "", head)
    pairs = [("“", "”"), ("«", "»"), ("(", ")"), ("[", "]")]
    return all(text.count(o) == text.count(c) for o, c in pairs) and text.count('"') % 2 == 0
