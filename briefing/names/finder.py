"""Names in running text: capitals that follow one another, told apart by tables of words -> `Name`s with descriptors.

A run of capitalised words ("US Deputy Secretary of State Wendy Sherman") is cut into the words that say what somebody is and
the name itself. A capital at the beginning of a sentence counts only with a ground: a table, the same word capitalised
elsewhere, or a verb of saying behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.model import Article, BlockKind, Name, NameKind, Sentence, Span
from briefing.names.tables import abbreviations, among, countries, folded, name_key, words
from briefing.names.titles import (
    inner_title,
    is_acronym,
    is_country,
    known_place,
    served_before,
    small_title,
    title_length,
)
from briefing.names.tokens import Token, tokens

APPOSITION = re.compile(r",\s+((?:an?|the|one of|his|her|their|its)\s[^,;:.!?()“”\"]{3,90}),\s+[a-z]", re.ASCII)
INNER_CAPITAL = re.compile(r"(?!Mc|Mac|De|Di|Le|La|Van|O['’])[A-Z][a-z]+[A-Z]")
MOST_OF_A_NAME = 4  # words; a surname at the end of more is part of something else's name


def find_names(article: Article, sentences: Sequence[Sentence]) -> tuple[Name, ...]:
    """Every name printed in the sentences (broken ones too) and captions, in text order; spans are in `article.text`.

    Headlines are not read: their capitals say nothing. Scripts without capitals give no names.
    """
    spans = [s.span for s in sentences] + [b.span for b in article.blocks if b.kind is BlockKind.CAPTION]
    tokenised = [tokens(article.text, span) for span in sorted(spans)]
    known = _capitalised(line for line in tokenised if not _shouted(line))
    found: list[Name] = []
    for line in tokenised:
        names = _names_of(article.text, line, known)
        found += [name for name in names if name.descriptor or is_country(name.text)] if _shouted(line) else names
    settled = dict.fromkeys(_settled(article.text, found))
    return tuple(sorted(settled, key=lambda name: (name.span, name.text)))


def _shouted(line: Sequence[Token]) -> bool:
    """Whether a line is set in capitals like a headline: then only an office or a known place shows a name."""
    capitals = sum([token.capital for token in line])
    if capitals <= len(line) // 4:
        return False
    letters = sum([token.text[0].isalpha() for token in line])
    return letters > 3 and capitals > 0.75 * letters


def _settled(text: str, found: Iterable[Name]) -> Iterator[Name]:
    """One article prints "President Biden" once and "Biden" later: a surname takes its bearer's kind, and a person
    the words set between commas behind the name."""
    names = list(found)
    surnames = {folded(name.text.split()[-1]) for name in names if name.kind is NameKind.PERSON}
    for name in names:
        surname = " ".join(folded(name.text).split()[-1:])
        first = name.text.split()[0] if name.text else ""
        bears = name.kind is NameKind.OTHER and surname in surnames and len(name.text.split()) < MOST_OF_A_NAME
        bears = bears and not (is_acronym(first) or known_place(first))
        kind = NameKind.PERSON if bears else name.kind
        aside = APPOSITION.match(text, name.span.end) if kind is NameKind.PERSON and not name.descriptor else None
        if bears or aside:
            name = replace(name, kind=kind, descriptor=" ".join(aside.group(1).split()) if aside else name.descriptor)
        yield name


def _capitalised(lines: Iterable[Sequence[Token]]) -> frozenset[str]:
    """Words that stand with a capital inside a sentence, or begin one right before a verb of saying, and never without."""
    inside: set[str] = set()
    small: set[str] = set()
    said = words()["says"]
    for line in lines:
        for at, token in enumerate(line):
            if not token.capital:
                small.add(token.bare)
            elif not token.first or (at + 1 < len(line) and line[at + 1].lower in said):
                inside.add(token.bare)
    return frozenset(word for word in inside if word.lower() not in small and word.lower() not in words()["no-name"])


def _names_of(text: str, line: Sequence[Token], known: frozenset[str]) -> Iterator[Name]:
    at = 0
    while at < len(line):
        run = _run(text, line, at, known) if line[at].capital else ()
        if run:
            yield from _name(text, line, at, at + len(run))
            at += len(run)
        else:
            at += 1


def _run(text: str, line: Sequence[Token], at: int, known: frozenset[str]) -> Sequence[Token]:
    """The capitals that begin at `at`, with particles ("de", "van") and the "of", "for", "and" of a body's name between."""
    if not _may_begin(line, at, known):
        return ()
    end = at + 1
    tables = words()
    while end < len(line):
        token, before = line[end], line[end - 1]
        blank = text[before.end : token.start]
        if "\n\n" in blank or not blank or blank.strip() or before.text != before.bare:
            break
        if token.capital and token.lower not in ("the", "a", "an", "that", "which", "who", "he", "she", "it", "they"):
            end += 1
            continue
        reach = _joined(line, at, end, tables["particle"], tables["body"])
        if not reach:
            break
        end += reach
    while end > at + 1 and line[end - 1].lower in tables["no-name"] and not _belongs(line, end):
        end -= 1
    return line[at:end]


def _belongs(line: Sequence[Token], end: int) -> bool:
    """Whether a word that is seldom a name ends one here: an office, or a surname behind a given name ("Theresa May")."""
    tables = words()
    return among(line[end - 1].lower, "office", "office-lead") or line[end - 2].lower in tables["given-name"]


def _joined(line: Sequence[Token], at: int, end: int, particles: frozenset[str], bodies: frozenset[str]) -> int:
    """How many small words at `end` hold a name together, the capital behind them included; 0 when they do not."""
    small = line[end].lower
    after = line[end + 1] if end + 1 < len(line) else None
    if after is None:
        return 0
    if small in particles and after.capital and small not in ("a", "y"):
        return 2
    has_body = any(token.lower in bodies for token in line[at:end])
    offices = words()["office"]
    if small == "of" and (has_body or line[end - 1].lower in offices or line[end - 1].lower in words()["honorific"]):
        if after.capital:
            return 2
        third = line[end + 2] if end + 2 < len(line) else None
        return 3 if after.lower == "the" and third is not None and third.capital else 0
    if small in ("for", "and", "&", "on", "in") and has_body and after.capital:
        first_body = line[at].lower in bodies or (small in ("and", "&") and line[at + 1].lower in ("of", "for"))
        return 2 if first_body and (small != "and" or _open_and(line, at, end)) else 0
    return 0


def _open_and(line: Sequence[Token], at: int, end: int) -> bool:
    """Whether an "and" inside a body's name joins two of its aims ("Security and Cooperation"), not two bodies."""
    return (
        any(token.lower in ("for", "of", "on") for token in line[at:end]) and line[end + 1].lower not in words()["body"]
    )


def _may_begin(line: Sequence[Token], at: int, known: frozenset[str]) -> bool:
    token = line[at]
    if not token.capital or (len(token.bare) == 1 and token.lower in ("a", "i")):
        return False
    tables = words()
    if token.lower in tables["no-name"]:
        following = line[at + 1] if at + 1 < len(line) else None
        if following is not None and following.capital and _given_name(line, at):
            return True
        titled = token.lower in tables["office-lead"] and following is not None and following.capital
        return titled and following is not None and among(following.lower, "office", "office-lead")
    if not token.first or token.bare in known or is_acronym(token.bare):
        return True
    if folded(token.bare) in countries().codes or among(token.lower, "given-name", "honorific"):
        return True
    following = line[at + 1] if at + 1 < len(line) else None
    if following is None:
        return False
    if following.capital and following.lower not in tables["no-name"]:
        return True
    return following.lower in tables["says"] or (following.text == "," and _says_after_comma(line, at + 2))


def _given_name(line: Sequence[Token], at: int) -> bool:
    """Whether a word that is seldom a name is a given name here: "the owner Jan Bramley", not "in April Norway"."""
    tables = words()
    if line[at].lower not in tables["given-name"] or line[at + 1].lower in tables["no-name"] or line[at].first:
        return line[at].bare == "Jan" and line[at].first and line[at + 1].lower not in tables["no-name"]
    return line[at - 1].lower not in tables["puts-in-time"]


def _says_after_comma(line: Sequence[Token], at: int) -> bool:
    """Whether a comma opens an aside that a verb of saying ends: "Kovac, a farmer from the valley, said"."""
    for place in range(at, min(at + 16, len(line) - 1)):
        if line[place].text == ",":
            return line[place + 1].lower in words()["says"]
    return False


def _name(text: str, line: Sequence[Token], begin: int, end: int) -> Iterator[Name]:
    """The names of one run: leading words of office are cut off as the descriptor."""
    cut, country = title_length(line[begin:end])
    name = line[begin + cut : end]
    if country is not None:
        yield _made(text, country.start, _end(country), NameKind.PLACE)
    elif not cut and (inner := inner_title(line[begin:end])) is not None:
        served, cut = inner
        if served:
            yield _made(
                text,
                line[begin].start,
                _end(line[begin + served - 1]),
                _kind(line, begin, begin + served, titled=False),
            )
        name = line[begin + cut : end]
    if not name or (len(name) == 1 and among(name[0].lower, "honorific", "rank")):
        return
    pair = _countries_in(name[0]) if len(name) == 1 else ()
    if pair:
        yield from (_made(text, begin, end, NameKind.PLACE) for begin, end in pair)
        return
    served = 0 if cut else served_before(text, line, begin, end)
    if served:
        yield _made(text, line[begin].start, _end(line[begin]), NameKind.PLACE)
        cut, name = 1, name[1:]
        descriptor = text[line[begin - served].start : _end(line[begin])]
    else:
        descriptor = text[line[begin].start : line[begin + cut - 1].end] if cut else small_title(text, line, begin)
    kind = _kind(line, begin + cut, end, titled=bool(descriptor))
    yield _made(text, name[0].start, _end(name[-1]), kind, descriptor if kind is NameKind.PERSON else "")


def _made(text: str, start: int, end: int, kind: NameKind, descriptor: str = "") -> Name:
    printed = " ".join(text[start:end].split())
    return Name(Span(start, end), printed, kind, " ".join(descriptor.split()), name_key(printed))


def _countries_in(token: Token) -> tuple[tuple[int, int], ...]:
    """The places of the countries in a compound: "U.S.-Russia", "Franco-" is none."""
    parts = token.bare.split("-")
    if len(parts) < 2 or not all(folded(part) in countries().codes for part in parts):
        return ()
    starts = [token.start + sum(len(p) + 1 for p in parts[:at]) for at in range(len(parts))]
    return tuple((start, start + len(part)) for start, part in zip(starts, parts, strict=True))


def _end(token: Token) -> int:
    return token.start + len(token.bare)


def _kind(line: Sequence[Token], begin: int, end: int, *, titled: bool) -> NameKind:
    """What a name is, by its own words first, then by the words around it."""
    own = _by_its_words(line, begin, end, titled=titled)
    return _by_its_neighbours(line, begin, end) if own is None else own


def _by_its_words(line: Sequence[Token], begin: int, end: int, *, titled: bool) -> NameKind | None:
    """ "Ministry of Defence", "North Harbour", "FBI", a person behind a title; None where the words themselves don't say."""
    tables = words()
    name = line[begin:end]
    lowers = [token.lower for token in name]
    whole = folded(" ".join(token.bare for token in name))
    if whole in countries().seats and _acts(line, begin, end):
        return NameKind.BODY
    if (
        whole in countries().codes
        or whole in tables["city"]
        or (lowers[0] in tables["directional"] and is_country(" ".join(lowers[1:])))
    ):
        return NameKind.PLACE
    if lowers[0] in tables["agency"]:
        return NameKind.OTHER
    if whole in abbreviations() or lowers[0] in tables["company"]:
        return NameKind.BODY
    if titled and len(name) == 1 and is_acronym(name[0].bare):
        return NameKind.BODY
    if titled:
        return NameKind.PERSON
    if lowers[-1] in tables["happening"]:
        return NameKind.OTHER
    if any(word in tables["body"] for word in lowers):
        return NameKind.BODY
    if len(name) > 1 and (
        lowers[-1] in tables["place"] or lowers[0] in tables["place"] or lowers[0] in tables["directional"]
    ):
        return NameKind.PLACE
    if len(name) == 1 and (is_acronym(name[0].bare) or INNER_CAPITAL.match(name[0].bare)):
        return NameKind.BODY
    if len(name) == 1 and among(lowers[0], "directional", "office"):
        return NameKind.OTHER
    return NameKind.PERSON if lowers[0] in tables["given-name"] and len(name) > 1 else None


def _by_its_neighbours(line: Sequence[Token], begin: int, end: int) -> NameKind:
    """ "the ... said", "in ...", "..., who", "..., 61,"."""
    tables = words()
    length = end - begin
    before = line[begin - 1].lower if begin else ""
    following = line[end].lower if end < len(line) else ""
    if length > 1 and before == "the":
        return NameKind.BODY if following in tables["says"] else NameKind.OTHER
    if length <= 2 and (
        before in ("in", "near", "outside") or (before == "from" and begin > 1 and line[begin - 2].text == ",")
    ):
        return NameKind.PLACE
    if following == "," and (told := _told_aside(line, end + 1)) is not None:
        return told
    if (
        following in tables["says"]
        or following in ("who", "whose")
        or _aged(line, end)
        or (following == "," and _says_after_comma(line, end + 1))
    ):
        return NameKind.PERSON
    if before in ("in", "at", "near", "from", "outside", "to", "across") and length <= 2:
        return NameKind.PLACE
    return NameKind.OTHER


def _acts(line: Sequence[Token], begin: int, end: int) -> bool:
    """Whether a seat of government stands for the government: "Washington said", "talks with Pyongyang", "Moscow and Kiev want";
    not "in Washington" or "Washington, D.C."."""
    tables = words()
    before = line[begin - 1].lower if begin else ""
    following = line[end].lower if end < len(line) else ""
    if before in tables["place-lead"] or line[end - 1].text != line[end - 1].bare:
        return False
    if following == "and" and end + 2 < len(line) and folded(line[end + 1].bare) in countries().seats:
        following = line[end + 2].lower
    return before in tables["party-lead"] or following in tables["says"] or following in tables["acts"]


def _told_aside(line: Sequence[Token], at: int) -> NameKind | None:
    """What an aside says a name is: "Osterby, a town in the north, "; None where it names no place and no body."""
    if at >= len(line) or line[at].lower not in ("a", "an", "the"):
        return None
    tables = words()
    for token in line[at + 1 : at + 5]:
        if (
            token.lower in ("in", "of", "for", "from", "who", "whose", "at", "on", "with")
            or not token.text[0].isalpha()
        ):
            return None
        if token.lower in tables["place"]:
            return NameKind.PLACE
        if token.lower in tables["body"] and token.lower not in tables["office"]:
            return NameKind.BODY
    return None


def _aged(line: Sequence[Token], end: int) -> bool:
    """Whether an age follows: "Anna Kovac, 43, "."""
    return end + 1 < len(line) and line[end].text == "," and line[end + 1].text.strip(",").isdigit()
