"""Whether a sentence denies something that was said: it is never one with the sentence that says it."""

from __future__ import annotations

import re
from functools import lru_cache

DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)|dismiss(?:es|ed)|disput(?:es|ed)|refut(?:es|ed))\s+"
    r"(?:that\b|any\b|\w+ing\b|(?:the|these|those|such)\s+(?:\w+\s+)?(?:claim|report|allegation|charge|accusation|suggestion|story|account)s?\b)"
    r"|\b(?:untrue|not\s+true|no\s+truth|denials?)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1 << 16)
def denies(text: str) -> bool:
    return DENIAL.search(text) is not None
