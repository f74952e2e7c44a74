"""The words of office before a name: "US Deputy Secretary of State" of "US Deputy Secretary of State Ida Bakke"."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.names.tables import among, countries, folded, words
from briefing.names.tokens import Token


def title_length(run: Sequence[Token]) -> tuple[int, Token | None]:
    """How many leading words of a run are office, rank, honorific or the country they serve; that country, if printed."""
    tables = words()
    at, holds, country = 0, False, None
    while at < len(run) - (0 if holds else 1) and at < len(run):
        lower = run[at].lower
        if lower in tables["honorific"] or lower in tables["rank"] or lower in tables["office"]:
            holds = True
        elif folded(run[at].bare) in countries().codes and not holds:
            country = run[at]
        elif lower == "of" and holds and at + 1 < len(run):
            at += 1 if run[at + 1].lower != "the" else 2
        elif lower not in tables["office-lead"] and not (at == 0 and is_acronym(run[at].bare)):
            break
        at += 1
    while at and run[at - 1].lower in tables["office-lead"] and run[at - 1].lower not in tables["office"] and not holds:
        at -= 1
    if not holds or at >= len(run):
        return 0, None
    if at < len(run) - 1 and (later := _last_office(run, at)):
        at = later
    if among(run[-1].lower, "body", "place", "office") and not any(t.lower == "of" for t in run[:at]):
        return 0, None  # "UN General Assembly", "King Power Stadium"
    return at, country


def _last_office(run: Sequence[Token], after: int) -> int:
    """How many words of a run reach to its last office, when a name follows it: "Chief Cabinet Secretary" of "Chief Cabinet
    Secretary Ida Bakke"; 0 when there is none behind the first `after` words."""
    tables = words()
    for at in range(len(run) - 2, after - 1, -1):
        if run[at].lower in tables["office"]:
            return at + 1
    return 0


def inner_title(run: Sequence[Token]) -> tuple[int, int] | None:
    """For "Norsk Rederi Chairman Ida Bakke": how many words name who is served, and how many stand before the name."""
    tables = words()
    cut = _last_office(run, 1)
    if not cut or len(run) - cut < 2 or any(among(t.lower, "body", "place") for t in run[cut:]):
        return None
    served = cut - 1
    while served and (run[served - 1].lower in tables["office-lead"] or run[served - 1].lower in tables["office"]):
        served -= 1
    return served, cut


def small_title(text: str, line: Sequence[Token], begin: int) -> str:
    """An office printed in small letters before a name: "prime minister Anna Kovac", "police spokesman Peter Holm"."""
    tables = words()
    at = begin
    while at > 0 and text[line[at - 1].end : line[at].start] == " ":
        lower = line[at - 1].lower
        if not (lower in tables["office"] or (at < begin and (lower in tables["office-lead"] or is_country(lower)))):
            break
        at -= 1
    return text[line[at].start : line[begin - 1].end] if at < begin else ""


def served_before(text: str, line: Sequence[Token], begin: int, end: int) -> int:
    """How many small words of office stand before a run that begins with the place served: "mayor of London Sadiq Khan"."""
    if end - begin < 3 or begin < 2 or line[begin - 1].lower != "of" or line[begin - 2].lower not in words()["office"]:
        return 0
    if not (known_place(line[begin].bare) or line[begin + 1].lower in words()["given-name"]):
        return 0
    return 2 if text[line[begin - 2].end : line[begin].start] == " of " else 0


def known_place(word: str) -> bool:
    return is_country(word) or folded(word) in words()["city"]


def is_country(word: str) -> bool:
    return folded(word) in countries().codes


def is_acronym(word: str) -> bool:
    return len(word) > 1 and word.replace(".", "").isalpha() and word.replace(".", "").isupper()
