"""Whether a sentence denies what another says: two such are never one event.

A denial shows itself by a verb ("denied that", "rejected the claim") or an adjective ("untrue"); a plain "not" denies only what
the other sentence says with the same verb ("could not" denies nothing: it may have been done later).
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.timeline.terms import stem, stems

CLAIM = r"(?:claim|report|allegation|charge|accusation|suggestion|story|account|rumou?r)s?"
DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)|dismiss(?:es|ed)|disput(?:es|ed)|refut(?:es|ed)|contradict(?:s|ed))\s+(?:(?:on\s+)?\w+day\s+)?"
    rf"(?:that\b|any\b|(?:it|this)(?=\s*(?:[,.;:]|$))|having\b|\w+ing\b|(?:the|these|those|such|his|her|their|its|a)\s+(?:\w+\s+)?{CLAIM}\b|{CLAIM}\b|"
    r"(?:involvement|responsibility|wrongdoing)\b)"
    r"|\b(?:untrue|not\s+true|no\s+truth|denials?)\b"
    rf"|\b(?:called|calls|calling)\s+(?:the\s+|this\s+|that\s+|such\s+)?{CLAIM}\s+(?:false|wrong|baseless|nonsense|fake)\b",
    re.IGNORECASE,
)
NEGATED = re.compile(
    r"\b(?:(?:did|does|do|had|has|have|was|were|is|are)(?:\s+not|\s+never|n['’]t)|never)\s+"
    r"(?:been\s+|be\s+|yet\s+|[a-z]+ly\s+)?([a-z]{3,})\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1 << 16)
def denies(text: str) -> bool:
    return DENIAL.search(text) is not None


@lru_cache(maxsize=1 << 16)
def negated(text: str) -> frozenset[str]:
    """The stems of the verbs that a text says did not happen."""
    return frozenset(stem(found.group(1)) for found in NEGATED.finditer(text))


def contradicts(one: str, other: str) -> bool:
    """Whether of two sentences one denies what the other may say."""
    if denies(one) != denies(other):
        return True
    against = negated(one) ^ negated(other)
    return bool(against) and bool(
        (negated(one) - negated(other)) & set(stems(other)) or (negated(other) - negated(one)) & set(stems(one))
    )
